"use strict";
// Everything that comes from a document or a graph goes into the page as text, never as markup.

/** An element with attributes, listeners (on…) and children; texts become text nodes. */
function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function shape(name, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat()) {
    if (child === null || child === undefined) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

function replace(node, ...children) {
  node.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined));
}

function byId(id) {
  return document.getElementById(id);
}

function say(text) {
  byId("status").textContent = text;
}

function count(number, noun, many = noun + "s") {
  return `${number.toLocaleString("en")} ${number === 1 ? noun : many}`;
}

function shortened(text, most) {
  const letters = [...text];
  return letters.length <= most ? text : letters.slice(0, most - 1).join("") + "…";
}

/** By code units, so that the order is the same on every machine. */
function compare(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}

function percent(confidence) {
  return Math.round(confidence * 100) + " %";
}

/** What a field means: the entity that was chosen into it while its name stands there, or else what is written. */
function namedEntity(id, entities) {
  const field = byId(id);
  const chosen = field.dataset.ref && entities.get(field.dataset.ref);
  return chosen && chosen.name === field.value ? chosen.ref : field.value.trim();
}
