"use strict";

/** The year of an EDTF value, of an interval its first; null where none can be told. */
function yearOf(time) {
  const [, year] = /^(-?\d{3}[\dX])/.exec(time.split("/").find((part) => part && part !== "..") ?? "") ?? [];
  return year ? Number(year.replace("X", "0")) : null;
}

/** When a claim is true: the value of its time, or its words; a row of a graph file has it among its qualifiers. */
function timeOf(claim) {
  return claim.time?.value ?? claim.time?.text ?? claim.qualifiers.find((each) => ["time", "point in time", "P585"].includes(each.name))?.value ?? "";
}

/** How many fall into each year, as bars that are also told in words. */
function histogram(years, choose) {
  const counts = new Map();
  for (const year of years) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  if (!counts.size) return element("p", { class: "soft" }, "No time is known of what is shown.");
  const known = [...counts.keys()].sort((a, b) => a - b);
  const [first, last] = [known[0], known.at(-1)];
  const span = Math.max(last - first + 1, 1);
  const most = Math.max(...counts.values());
  const width = 300;
  const bars = known.map((year) => {
    const height = (48 * counts.get(year)) / most;
    return shape("rect", {
      x: ((year - first) * width) / span, y: 52 - height, width: Math.max(width / span - 1, 1.5), height,
    }, shape("title", {}, `${year}: ${counts.get(year)}`));
  });
  return element("div", {},
    shape("svg", { class: "bars", viewBox: "0 0 300 66", role: "img", "aria-label": `Years ${first} to ${last}: ${known.map((year) => `${year}: ${counts.get(year)}`).join(", ")}` },
      bars, shape("text", { x: 0, y: 64 }, first), shape("text", { x: width, y: 64, "text-anchor": "end" }, last)),
    choose ? element("div", { class: "row" }, spans(counts).map((each) => element("button", {
      type: "button", onclick: () => choose(...[each.first, each.last].map((year) => String(year).padStart(4, "0"))), "aria-label": `Only ${each.name}, ${count(each.total, "edge")}`,
    }, each.name))) : null);
}

/** The years, or where they are many the decades, that can be chosen: each with how many fall into it. */
function spans(counts) {
  const known = [...counts.keys()].filter((year) => year >= 0).sort((a, b) => a - b);
  if (known.length <= 24) return known.map((year) => ({ name: String(year), first: year, last: year, total: counts.get(year) }));
  const decades = new Map();
  for (const year of known) decades.set(year - (year % 10), (decades.get(year - (year % 10)) ?? 0) + counts.get(year));
  return [...decades].map(([first, total]) => ({ name: `${first}s`, first, last: first + 9, total }));
}

/** What happened to an entity, the earliest first; what has no time is counted. */
function renderTimeline(panel, name, answer, actions) {
  if (!answer) {
    replace(panel, element("p", {}, "Choose an entity to see what happened to it, in order."));
    return;
  }
  const shown = answer.claims.length < answer.total ? `the first ${answer.claims.length} of ` : "";
  replace(panel,
    element("h2", {}, `Timeline of ${name}`), histogram(answer.claims.map((claim) => yearOf(timeOf(claim)))),
    element("p", { class: "soft" }, `${shown}${count(answer.total, "claim")} with a time, ${count(answer.undated, "claim")} without one`),
    element("ol", { class: "times" }, answer.claims.map((claim) => element("li", {},
      element("strong", {}, timeOf(claim)), ` ${claim.subject.name} ${claimWords(claim)} ${claim.object.name} `,
      claim.document && claim.sentence !== null ? element("button", { type: "button", onclick: () => actions.openPlace(claim) }, "Open") : null))),
    answer.claims.length < answer.total ? element("button", { type: "button", onclick: () => actions.moreTimeline() }, "More") : null);
}
