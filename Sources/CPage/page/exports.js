"use strict";

/** Lets the browser keep a file under a name. */
function keep(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

function keepText(name, type, text) {
  keep(name, new Blob([text], { type }));
}

/** The drawing as pixels, twice as fine as on the page. */
function pngOf(svg, frame) {
  return new Promise((resolve, reject) => {
    const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    const image = new Image();
    image.addEventListener("load", () => {
      const scale = Math.min(2, 8000 / Math.max(frame.width, frame.height));
      const canvas = element("canvas", { width: Math.round(frame.width * scale), height: Math.round(frame.height * scale) });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(address);
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture is too large"))), "image/png");
    });
    image.addEventListener("error", () => reject(new Error("the picture cannot be drawn")));
    image.src = address;
  });
}

/** A file's name made of words of an entity's. */
function fileName(title, ending) {
  const name = title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60);
  return `${name || "graph"}.${ending}`;
}
