"use strict";

/** The drawing on the page: entities and lines that the keyboard and the pointer can choose. */
class Drawing {
  constructor(panel, actions) {
    this.actions = actions;
    this.svg = shape("svg", { role: "group", "aria-label": "Drawing of the graph; the table shows the same" });
    this.hint = element("p", { class: "hint" }, "Search for a name, or choose one on the left, to see what it is tied to.");
    panel.append(this.svg, this.hint);
    this.camera = null;
    this.focused = null;
    this.svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.svg.addEventListener("pointerdown", (event) => this.grab(event));
    this.svg.addEventListener("keydown", (event) => this.key(event));
  }

  render(drawing, view, chosen) {
    const changed = !this.drawing || JSON.stringify(this.drawing.frame) !== JSON.stringify(drawing.frame);
    this.drawing = drawing;
    this.hint.hidden = drawing.nodes.length > 0;
    if (!this.camera || changed) this.camera = { ...drawing.frame };
    const held = this.svg.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const refs = drawing.nodes.map((node) => node.ref);
    if (!refs.includes(this.focused)) this.focused = refs.includes(view.center) ? view.center : refs[0] ?? null;
    replace(this.svg, ...drawing.lines.map((line) => this.line(line, view)), ...drawing.nodes.map((node) => this.node(node, chosen)));
    this.look();
    if (held) [...this.svg.querySelectorAll("[data-key]")].find((each) => each.dataset.key === held)?.focus();
  }

  line(line, view) {
    const isChosen = view.pair && pairKey(...view.pair) === line.key;
    const ends = { x1: line.from[0], y1: line.from[1], x2: line.to[0], y2: line.to[1] };
    return shape("g", {
      class: isChosen ? "tie chosen" : "tie", role: "button", tabindex: -1, "data-key": line.key,
      "aria-label": `${count(line.edges.length, "edge")}: ${line.label}`, "aria-pressed": isChosen ? "true" : "false",
      onclick: () => this.actions.choosePair(line.ends),
    },
    shape("title", {}, line.label), shape("line", { ...ends, class: "hit", "stroke-width": 14 }),
    shape("line", { ...ends, class: "drawn", "stroke-width": 1.5, "stroke-dasharray": line.dashes }),
    line.heads[1] ? shape("path", { class: "head", d: head(line.to, line.unit) }) : null,
    line.heads[0] ? shape("path", { class: "head", d: head(line.from, line.unit.map((part) => -part)) }) : null,
    shape("text", { transform: line.along, y: -3, "text-anchor": "middle", "font-size": 11 }, shortened(line.words, 28)));
  }

  node(node, chosen) {
    const { name, attributes } = outline(node.type);
    const words = [node.name, node.type, count(node.ties, "tie"), node.isOpen ? "opened" : null, node.isPinned ? "pinned" : null];
    return shape("g", {
      class: ["entity", node.isCenter ? "center" : null, node.ref === chosen ? "chosen" : null].filter(Boolean).join(" "), role: "button",
      tabindex: node.ref === this.focused ? 0 : -1, "data-key": node.ref, transform: `translate(${node.x} ${node.y})`,
      "aria-label": words.filter(Boolean).join(", "), "aria-pressed": node.ref === chosen ? "true" : "false",
      onclick: () => { if (!this.wasDragged) this.actions.chooseEntity(node.ref); },
      ondblclick: () => this.actions.open(node.ref),
      onfocus: () => this.rove(node.ref),
    },
    shape("title", {}, `${node.name} (${node.type})`), shape("circle", { class: "ring", r: 19 }),
    shape(name, { ...attributes, class: "shape", "stroke-width": node.isCenter ? 3 : 1.5 }),
    node.isPinned ? shape("circle", { cx: 11, cy: -11, r: 3, class: "head" }) : null,
    shape("text", { y: 26, "text-anchor": "middle", "font-size": 11 }, shortened(node.name, 26)));
  }

  rove(ref) {
    this.focused = ref;
    for (const each of this.svg.querySelectorAll(".entity")) each.setAttribute("tabindex", each.dataset.key === ref ? 0 : -1);
  }

  focus(key) {
    [...this.svg.querySelectorAll("[data-key]")].find((each) => each.dataset.key === key)?.focus();
  }

  // What the eye looks at.

  look() {
    const { x, y, width, height } = this.camera;
    this.svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  }

  fit() {
    if (!this.drawing) return;
    this.camera = { ...this.drawing.frame };
    this.look();
  }

  zoom(factor, at = null) {
    if (!this.camera) return;
    const { x, y, width, height } = this.camera;
    if (width * factor < 80 || width * factor > 40000) return;
    const [cx, cy] = at ?? [x + width / 2, y + height / 2];
    this.camera = { x: cx - (cx - x) * factor, y: cy - (cy - y) * factor, width: width * factor, height: height * factor };
    this.look();
  }

  place(event) {
    const matrix = this.svg.getScreenCTM().inverse();
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    return [point.x, point.y];
  }

  wheel(event) {
    event.preventDefault();
    this.zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, this.place(event));
  }

  /** Moves the drawing, or an entity, which is pinned where it is let go. */
  grab(event) {
    if (event.button !== 0) return;
    const node = event.target.closest(".entity");
    const start = this.place(event);
    const camera = { ...this.camera };
    const matrix = this.svg.getScreenCTM().inverse();
    this.wasDragged = false;
    const move = (next) => {
      const [dx, dy] = [(next.clientX - event.clientX) * matrix.a, (next.clientY - event.clientY) * matrix.d];
      if (Math.abs(next.clientX - event.clientX) + Math.abs(next.clientY - event.clientY) > 4) this.wasDragged = true;
      if (!this.wasDragged) return;
      if (node) {
        const [x, y] = this.place(next);
        node.setAttribute("transform", `translate(${Math.round(x)} ${Math.round(y)})`);
      } else {
        this.camera = { ...camera, x: camera.x - dx, y: camera.y - dy };
        this.look();
      }
    };
    const release = (next) => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", release);
      if (node && this.wasDragged) this.actions.pin(node.dataset.key, this.place(next).map(Math.round));
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", release);
    return start;
  }

  // By keyboard.

  key(event) {
    const focused = document.activeElement;
    if (!this.svg.contains(focused) || event.ctrlKey || event.metaKey || event.altKey) return;
    const isEntity = focused.classList.contains("entity");
    const key = focused.dataset.key;
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    if (steps[event.key]) this.go(key, isEntity, steps[event.key]);
    else if (event.key === "Enter" || event.key === " ") focused.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    else if (event.key.toLowerCase() === "n") this.nextLine(key, isEntity, event.shiftKey ? -1 : 1);
    else if (event.key === "Escape" && !isEntity) this.focus(this.focused);
    else if (isEntity && event.key === "o") this.actions.open(key);
    else if (isEntity && event.key === "h") this.actions.hide(key);
    else if (isEntity && event.key === "p") this.actions.togglePin(key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** To the entity that lies that way: near in it, and not far beside it. */
  go(key, isEntity, [sx, sy]) {
    const nodes = this.drawing.nodes;
    const here = nodes.find((node) => node.ref === (isEntity ? key : this.focused));
    if (!here) return;
    let best = null;
    for (const node of nodes) {
      const [dx, dy] = [node.x - here.x, node.y - here.y];
      const along = dx * sx + dy * sy;
      if (along <= 0) continue;
      const score = along + 2.5 * Math.abs(dx * sy) + 2.5 * Math.abs(dy * sx);
      if (!best || score < best.score) best = { node, score };
    }
    if (best) this.focus(best.node.ref);
  }

  nextLine(key, isEntity, step) {
    const lines = this.drawing.lines.filter((line) => line.ends.includes(this.focused));
    if (!lines.length) return;
    const place = isEntity ? (step > 0 ? -1 : 0) : lines.findIndex((line) => line.key === key);
    this.focus(lines[(place + step + lines.length) % lines.length].key);
  }
}
