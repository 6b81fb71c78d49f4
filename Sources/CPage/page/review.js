"use strict";

/** The tab on which pairs that may be one are judged, one after the other, and where all that was judged is listed. */
class Review {
  constructor(page, judging) {
    this.page = page;
    this.judging = judging;
    this.passed = new Set();
    this.turn = 0;
    const tab = element("button", {
      id: "tab-review", role: "tab", type: "button", "aria-controls": "review", "aria-selected": "false", tabindex: -1, onclick: () => page.setTab("review"),
    }, "Review");
    document.querySelector("[role=tablist]").append(tab);
    this.panel = element("div", { id: "review", role: "tabpanel", "aria-labelledby": "tab-review", tabindex: 0, hidden: true, "aria-busy": "false", onkeydown: (event) => this.key(event) });
    byId("stage").append(this.panel);
    page.tabs.push("review");
  }

  async load() {
    const turn = ++this.turn;
    this.panel.setAttribute("aria-busy", "true");
    try {
      const [found, judged] = await Promise.all([this.page.source.suggestions(), this.page.source.judgements()]);
      const open = found.suggestions.filter((each) => !this.passed.has(each.left.key + each.right.key));
      const pair = open[0] ?? null;
      const sides = pair ? await Promise.all([this.side("A", pair.left), this.side("B", pair.right)]) : [];
      // What was asked later knows more.
      if (turn !== this.turn) return;
      this.pair = pair;
      this.render(found, sides, judged);
    } catch (error) {
      this.page.fail(error);
    }
    if (turn === this.turn) this.panel.setAttribute("aria-busy", "false");
  }

  render(found, sides, judged) {
    const held = this.panel.contains(document.activeElement);
    replace(this.panel,
      element("h2", {}, "May these be one?"),
      this.pair ? this.question(found, sides) : element("p", { id: "no-pair" }, found.wasLooked ? "No pair is left to judge." : "Pairs that may be one were not looked for yet."),
      element("button", { type: "button", id: "look", onclick: () => this.look() }, "Look for pairs anew"),
      element("h2", {}, "What was judged"), this.judgements(judged));
    if (held) this.panel.focus();
  }

  question(found, sides) {
    const button = (verdict, text) => element("button", { type: "button", "data-verdict": verdict, onclick: () => this.judge(verdict) }, text);
    return element("div", { id: "pair" },
      element("p", { class: "soft" }, `${count(found.total, "pair")} to judge; this one is likely to ${percent(this.pair.score)}`),
      element("div", { class: "tools" }, button("same", "Same (s)"), button("different", "Different (d)"), button("unsure", "Unsure (u)"),
        element("button", { type: "button", id: "next-pair", onclick: () => this.pass() }, "Next (n)")),
      element("div", { class: "sides" }, sides),
      element("table", {}, element("caption", {}, "What speaks for it and against it, in log-odds"), element("tbody", {}, this.pair.features.map((feature) => element("tr", {},
        element("td", {}, feature.name), element("td", {}, (feature.weight > 0 ? "+" : "") + feature.weight))))));
  }

  /** One of the two, with what helps to tell: its names, what it is tied to, and sentences that say so. */
  async side(mark, side) {
    const { source } = this.page;
    const answer = await source.entity(side.entity.ref, {});
    this.page.learn(answer);
    const stated = answer.edges.filter((edge) => edge.document && edge.sentence !== null && edge.sentence !== undefined).slice(0, 2);
    const quotes = await Promise.all(stated.map(async (edge) => {
      const passage = await source.passage(edge.document, edge.sentence).catch(() => null);
      return passage?.sentences.find((each) => each.index === edge.sentence)?.text;
    }));
    return element("section", { class: "side", "aria-label": `${mark}: ${side.entity.name}` },
      element("h3", {}, `${mark}: `, element("button", { type: "button", onclick: () => this.page.start(side.entity.ref) }, side.entity.name)),
      element("p", {}, `${side.entity.type}; ${count(answer.documents, "document")}, ${count(answer.total, "edge")}`),
      answer.aliases.length ? element("p", { class: "soft" }, `also: ${answer.aliases.slice(0, 6).join(" · ")}`) : null,
      element("ul", {}, answer.edges.slice(0, 6).map((edge) => element("li", {}, `${edge.subject.name} ${inWords(edge)} ${edge.object.name}`))),
      [...new Set(quotes.filter(Boolean))].map((quote) => element("blockquote", {}, shortened(quote, 300))));
  }

  judgements({ judgements, total }) {
    if (!total) return element("p", { class: "soft" }, "Nothing was judged yet.");
    const words = (each) => {
      if (each.verdict === "name" || each.verdict === "type") return `${each.left}: ${each.verdict} ${each.value}`;
      if (each.verdict === "reject") return `${each.left} – ${each.value} – ${each.right} does not hold`;
      return `${each.left} and ${each.right}: ${each.verdict}`;
    };
    return element("table", { id: "judged" },
      element("caption", {}, judgements.length < total ? `The last ${judgements.length} of ${total.toLocaleString("en")} judgements that count` : `${count(total, "judgement")} that count`),
      element("thead", {}, element("tr", {}, ["Number", "What", "Why", "Who", "When", "Undo"].map((heading) => element("th", { scope: "col" }, heading)))),
      element("tbody", {}, judgements.map((each) => element("tr", {},
        element("td", {}, each.number), element("td", {}, words(each)), element("td", {}, each.reason ?? ""), element("td", {}, each.judge), element("td", {}, each.at),
        element("td", {}, element("button", {
          type: "button", "aria-label": `Undo judgement ${each.number}`, onclick: () => this.judging.change("undo", { judgement: each.number }, `Undone: ${words(each)}`),
        }, "Undo"))))));
  }

  judge(verdict) {
    const { pair } = this;
    if (!pair) return;
    const words = { same: "are one", different: "are two", unsure: "stay open" }[verdict];
    this.judging.change("verdict", { left: pair.left.key, right: pair.right.key, verdict, score: pair.score }, `${pair.left.entity.name} and ${pair.right.entity.name} ${words}`);
  }

  pass() {
    if (this.pair) this.passed.add(this.pair.left.key + this.pair.right.key);
    return this.load();
  }

  async look() {
    say("Looking for pairs …");
    try {
      const { found } = await this.page.source.change("suggest", {});
      this.passed.clear();
      await this.load();
      say(`${count(found, "pair")} found that may be one`);
    } catch (error) {
      this.judging.refuse(error);
    }
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    const act = { s: () => this.judge("same"), d: () => this.judge("different"), u: () => this.judge("unsure"), n: () => this.pass() }[event.key];
    if (!act || !this.pair) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
}
