"use strict";

/** What is drawn, from what is known: one line for all edges between two entities. */
function picture(view, entities, edges) {
  const lines = new Map();
  for (const edge of edges) {
    const key = pairKey(edge.subject.ref, edge.object.ref);
    if (!lines.has(key)) lines.set(key, { key, ends: [edge.subject.ref, edge.object.ref].sort(compare), edges: [] });
    lines.get(key).edges.push(edge);
  }
  const pairs = [...lines.values()].sort((a, b) => compare(a.key, b.key));
  const refs = view.shown.filter((ref) => entities.has(ref));
  const places = placed(refs, pairs.map((line) => line.ends), view.pins, view.center);
  const nodes = [...refs].sort(compare).map((ref) => {
    const [x, y] = places.get(ref);
    const ties = pairs.filter((line) => line.ends.includes(ref)).length;
    return { ...entities.get(ref), x, y, ties, isCenter: ref === view.center, isPinned: Boolean(view.pins[ref]), isOpen: view.opened.includes(ref) };
  });
  const byRef = new Map(nodes.map((node) => [node.ref, node]));
  const drawn = pairs.filter((line) => line.ends[0] !== line.ends[1]).map((line) => described(line, byRef));
  return { nodes, lines: drawn, frame: frame(nodes) };
}

function frame(nodes) {
  const xs = nodes.map((node) => node.x);
  const ys = nodes.map((node) => node.y);
  if (!nodes.length) return { x: -300, y: -200, width: 600, height: 400 };
  const [left, top] = [Math.min(...xs) - 110, Math.min(...ys) - 50];
  const [width, height] = [Math.max(...xs) + 110 - left, Math.max(...ys) + 60 - top];
  // A few entities are not blown up to the whole window.
  const [wide, high] = [Math.max(width, 600), Math.max(height, 440)];
  return { x: left - Math.round((wide - width) / 2), y: top - Math.round((high - height) / 2), width: wide, height: high };
}

/** A line with its ends, its words and how surely it is stated: told by dashes and words, not by colour. */
function described(line, byRef) {
  const [a, b] = line.ends.map((ref) => byRef.get(ref));
  const denied = line.edges.every((edge) => edge.polarity === "negative");
  const doubted = line.edges.every((edge) => edge.polarity === "negative" || edge.modality !== "certain");
  const heads = [false, false];
  for (const edge of line.edges) if (!edge.symmetric) heads[edge.object.ref === b.ref ? 1 : 0] = true;
  const words = line.edges.length === 1 ? inWords(line.edges[0]) : `${line.edges.length} ties`;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const unit = [dx / length, dy / length];
  const at = (way) => [Math.round(a.x + unit[0] * way), Math.round(a.y + unit[1] * way)];
  // Below an entity stands its name.
  const [from, to] = [at(unit[1] > 0.5 ? 33 : 16), at(length - (unit[1] < -0.5 ? 33 : 16))];
  // Near the end that has fewer ties the words have the most room.
  const share = a.ties > b.ties ? 0.64 : a.ties < b.ties ? 0.36 : 0.5;
  return {
    ...line, a, b, heads, words, from, to, dashes: denied ? "2 5" : doubted ? "8 5" : null, along: along(at(length * share), unit), unit,
    label: line.edges.map((edge) => `${edge.subject.name} ${inWords(edge)} ${edge.object.name}`).join("; "),
  };
}

/** The transformation that lays words along a line, to be read from the left. */
function along([x, y], [ux, uy]) {
  const side = ux < 0 ? -1 : 1;
  const [c, s] = [ux * side, uy * side].map((part) => Math.round(part * 1000) / 1000 || 0);
  return `matrix(${c} ${s} ${-s || 0} ${c} ${x} ${y})`;
}

/** The relation as it is stated: "not: member-of", "possible: patron", "said by X: leader". */
function inWords(edge) {
  const doubt = [
    edge.polarity === "negative" ? "not" : null, edge.modality === "certain" ? null : edge.modality,
    edge.attributed > 0 && edge.attributed === edge.support ? "as said" : null,
  ].filter(Boolean);
  return doubt.length ? `${doubt.join(", ")}: ${edge.relation}` : edge.relation;
}

/** The outline of an entity, which tells its type apart without colour. */
function outline(type) {
  switch (type) {
    case "person": return { name: "circle", attributes: { r: 12 } };
    case "organization": return { name: "rect", attributes: { x: -12, y: -12, width: 24, height: 24 } };
    case "group": return { name: "path", attributes: { d: "M-13 0L-6.5 -11.3L6.5 -11.3L13 0L6.5 11.3L-6.5 11.3Z" } };
    case "place": return { name: "path", attributes: { d: "M0 -14L14 0L0 14L-14 0Z" } };
    case "event": return { name: "path", attributes: { d: "M0 -14L4 -5L13 -4L6 2L8 11L0 6L-8 11L-6 2L-13 -4L-4 -5Z" } };
    case "role": return { name: "path", attributes: { d: "M0 -13L13 10L-13 10Z" } };
    default: return { name: "rect", attributes: { x: -13, y: -9, width: 26, height: 18, rx: 9 } };
  }
}

/** A triangle at the end of a line. */
function head([x, y], [ux, uy]) {
  const corner = (along, across) => `${Math.round((x + ux * along - uy * across) * 10) / 10} ${Math.round((y + uy * along + ux * across) * 10) / 10}`;
  return `M${x} ${y}L${corner(-9, 4.5)}L${corner(-9, -4.5)}Z`;
}

const types = ["person", "organization", "group", "place", "event", "role"];
const fills = ["#dbeafe", "#dcfce7", "#f3e8ff", "#fef3c7", "#fee2e2", "#e0f2f1", "#eceff3"];

/** The drawing as a file of its own: the same view gives the same bytes. */
function svgText(drawing, title) {
  const { x, y, width, height } = drawing.frame;
  const rows = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="11">`,
    `<title>${markup(title)}</title>`, `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#ffffff"/>`,
  ];
  for (const line of drawing.lines) {
    const dashes = line.dashes ? ` stroke-dasharray="${line.dashes}"` : "";
    rows.push(`<g><title>${markup(line.label)}</title><line x1="${line.from[0]}" y1="${line.from[1]}" x2="${line.to[0]}" y2="${line.to[1]}" stroke="#5a616b" stroke-width="1.5"${dashes}/>`);
    if (line.heads[1]) rows.push(`<path d="${head(line.to, line.unit)}" fill="#5a616b"/>`);
    if (line.heads[0]) rows.push(`<path d="${head(line.from, line.unit.map((part) => -part))}" fill="#5a616b"/>`);
    rows.push(`<text transform="${line.along}" y="-3" text-anchor="middle" fill="#1b1e23" stroke="#ffffff" stroke-width="3" paint-order="stroke">${markup(shortened(line.words, 28))}</text></g>`);
  }
  for (const node of drawing.nodes) {
    const { name, attributes } = outline(node.type);
    const fill = fills[types.indexOf(node.type)] ?? fills.at(-1);
    const written = Object.entries(attributes).map(([key, value]) => `${key}="${value}"`).join(" ");
    rows.push(
      `<g transform="translate(${node.x} ${node.y})"><title>${markup(`${node.name} (${node.type})`)}</title><${name} ${written} fill="${fill}" stroke="#1b1e23" stroke-width="${node.isCenter ? 3 : 1.5}"/>`,
      `<text y="26" text-anchor="middle" fill="#1b1e23" stroke="#ffffff" stroke-width="3" paint-order="stroke">${markup(shortened(node.name, 26))}</text></g>`,
    );
  }
  return rows.join("\n") + "\n</svg>\n";
}

/** A text as XML has it; what XML cannot hold is left out. */
function markup(text) {
  const held = [...text].filter((letter) => /[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(letter)).join("");
  return held.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[letter]);
}
