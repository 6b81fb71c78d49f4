"use strict";

/** What is looked at, as it stands in the address: everything else follows from it and from the graph. */
class View {
  constructor(fields = {}) {
    this.center = fields.center ?? null;
    /** References of the entities shown. */
    this.shown = fields.shown ?? [];
    /** Those whose edges to all that is shown are drawn. */
    this.opened = fields.opened ?? [];
    /** Whether all ties among what is shown are drawn. */
    this.ties = fields.ties ?? false;
    /** Where entities were pinned: reference → [x, y]. */
    this.pins = fields.pins ?? {};
    this.filters = fields.filters ?? {};
    this.tab = fields.tab ?? "drawing";
    /** The two entities whose edges are looked at. */
    this.pair = fields.pair ?? null;
    /** The document and sentence that is open. */
    this.place = fields.place ?? null;
  }

  with(changes) {
    return new View({ ...this, ...changes });
  }

  adding(refs, opened) {
    return this.with({
      shown: [...new Set([...this.shown, ...refs])],
      opened: [...new Set([...this.opened, ...opened])],
    });
  }

  without(ref) {
    const pins = { ...this.pins };
    delete pins[ref];
    return this.with({
      shown: this.shown.filter((each) => each !== ref), opened: this.opened.filter((each) => each !== ref), pins,
      center: this.center === ref ? null : this.center,
      pair: this.pair?.includes(ref) ? null : this.pair,
    });
  }

  /** The same view where entities go by other references now; what leads nowhere any more is left out. */
  moved(moves) {
    if (!moves.length) return this;
    const now = new Map(moves.map((move) => [move.from, move.to]));
    const at = (ref) => (now.has(ref) ? now.get(ref) : ref);
    const all = (refs) => [...new Set(refs.map(at).filter(Boolean))];
    const pins = {};
    for (const [ref, place] of Object.entries(this.pins)) if (at(ref)) pins[at(ref)] = place;
    const pair = this.pair?.map(at);
    return this.with({
      center: this.center && at(this.center), shown: all(this.shown), opened: all(this.opened), pins,
      pair: pair?.every(Boolean) && pair[0] !== pair[1] ? pair : null,
    });
  }

  /** Whether an edge among what is shown is drawn. */
  draws(edge) {
    return this.ties || this.opened.includes(edge.subject.ref) || this.opened.includes(edge.object.ref);
  }

  get address() {
    const parts = new URLSearchParams();
    if (this.center) parts.set("center", this.center);
    for (const ref of [...this.shown].sort(compare)) parts.append(this.opened.includes(ref) ? "open" : "show", ref);
    if (this.ties) parts.set("ties", "1");
    for (const ref of Object.keys(this.pins).sort(compare)) parts.append("pin", `${this.pins[ref].join(" ")} ${ref}`);
    for (const name of Object.keys(this.filters).sort(compare)) {
      for (const value of [this.filters[name]].flat()) if (value) parts.append("f." + name, value === true ? "1" : value);
    }
    if (this.tab !== "drawing") parts.set("tab", this.tab);
    if (this.pair) for (const ref of this.pair) parts.append("edge", ref);
    if (this.place) parts.set("place", `${this.place.sentence} ${this.place.document}`);
    return "#" + parts;
  }

  static from(address) {
    const parts = new URLSearchParams(address.replace(/^#/, ""));
    const filters = {};
    for (const [name, value] of parts) {
      if (!name.startsWith("f.")) continue;
      const key = name.slice(2);
      filters[key] = View.lists.includes(key) ? [...(filters[key] ?? []), value] : value;
    }
    const pins = {};
    for (const pin of parts.getAll("pin")) {
      const [, x, y, ref] = /^(-?\d+) (-?\d+) (.*)$/s.exec(pin) ?? [];
      if (ref) pins[ref] = [Number(x), Number(y)];
    }
    const [, sentence, name] = /^(\d+) (.*)$/s.exec(parts.get("place") ?? "") ?? [];
    const pair = parts.getAll("edge");
    const opened = parts.getAll("open");
    return new View({
      center: parts.get("center"), shown: [...new Set([...opened, ...parts.getAll("show")])].slice(0, View.most), opened,
      ties: parts.get("ties") === "1", pins, filters,
      tab: ["table", "timeline", "review"].includes(parts.get("tab")) ? parts.get("tab") : "drawing",
      pair: pair.length === 2 ? pair : null, place: name ? { document: name, sentence: Number(sentence) } : null,
    });
  }
}

View.lists = ["relation", "layer", "type"];
/** More than so many entities are for no eye, and are not shown at once. */
View.most = 150;

/** What was looked at before, and after that. */
class History {
  constructor() {
    this.past = [];
    this.future = [];
  }

  add(view) {
    this.past.push(view);
    if (this.past.length > 200) this.past.shift();
    this.future = [];
  }

  undo(current) {
    if (!this.past.length) return null;
    this.future.push(current);
    return this.past.pop();
  }

  redo(current) {
    if (!this.future.length) return null;
    this.past.push(current);
    return this.future.pop();
  }
}
