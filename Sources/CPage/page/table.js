"use strict";

/** The same view as a table: a row for each edge that is drawn. */
function renderTable(panel, edges, view, actions) {
  const rows = [...edges].sort((a, b) => compare(a.subject.name, b.subject.name) || compare(a.relation, b.relation) || compare(a.object.name, b.object.name) || compare(edgeKey(a), edgeKey(b)));
  const headings = ["Subject", "Relation", "Object", "How", "Layer", "Support", "Confidence", "When", "Said by", "Document", "Evidence"];
  const entity = (each) => element("button", { type: "button", onclick: () => actions.chooseEntity(each.ref) }, each.name);
  const tied = new Set(edges.flatMap((edge) => [edge.subject.ref, edge.object.ref]));
  const alone = view.shown.filter((ref) => !tied.has(ref));
  replace(panel, element("table", {},
    element("caption", {}, `${count(view.shown.length, "entity", "entities")} and ${count(rows.length, "edge")}, as in the drawing`),
    element("thead", {}, element("tr", {}, headings.map((heading) => element("th", { scope: "col" }, heading)))),
    element("tbody", {}, rows.map((edge) => element("tr", {},
      element("td", {}, entity(edge.subject)), element("td", {}, edge.relation), element("td", {}, entity(edge.object)),
      element("td", {}, howStated(edge)), element("td", {}, edge.layer), element("td", {}, edge.support),
      element("td", {}, percent(edge.confidence)), element("td", {}, edge.times.join(", ")), element("td", {}, edge.saidBy ?? ""),
      element("td", {}, edge.document ?? ""),
      element("td", {}, element("button", {
        type: "button", onclick: () => actions.choosePair([edge.subject.ref, edge.object.ref]),
        "aria-label": `Evidence that ${edge.subject.name} ${edge.relation} ${edge.object.name}`,
      }, "Evidence")))))),
  alone.length ? element("p", { class: "soft" }, `Without an edge here: ${alone.map((ref) => actions.nameOf(ref)).join(", ")}`) : null);
}

function howStated(edge) {
  const words = [];
  if (edge.polarity === "negative") words.push("denied");
  if (edge.modality !== "certain") words.push(edge.modality);
  if (edge.attributed > 0 && edge.attributed === edge.support) words.push("only as said by a source");
  return words.length ? words.join(", ") : "stated";
}

/** A table of comma-separated values (RFC 4180); cells that a spreadsheet would run start with an apostrophe. */
function csvText(edges) {
  const cell = (value) => {
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = [["subject", "subject_type", "relation", "object", "object_type", "layer", "support", "confidence", "polarity", "modality", "when", "said_by", "document", "sentence"]];
  for (const edge of [...edges].sort((a, b) => compare(edgeKey(a), edgeKey(b)))) {
    rows.push([edge.subject.name, edge.subject.type, edge.relation, edge.object.name, edge.object.type, edge.layer, edge.support, edge.confidence, edge.polarity, edge.modality, edge.times.join("; "), edge.saidBy, edge.document, edge.sentence]);
  }
  return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}
