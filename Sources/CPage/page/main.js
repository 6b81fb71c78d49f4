"use strict";

class Page {
  constructor(source) {
    this.source = source;
    this.view = new View();
    this.history = new History();
    this.entities = new Map();
    this.edges = [];
    this.chosen = null;
    this.about = { types: [], relations: [] };
    this.drawing = new Drawing(byId("drawing"), this);
    this.turn = 0;
    /** What the page lets change; null where the graph is only read. */
    this.judging = null;
    this.tabs = ["drawing", "table", "timeline"];
  }

  // Going from one view to the next.

  /** Shows a view; `isStep` where undo leads back to the one before. */
  async show(view, isStep = true) {
    if (view.shown.length > View.most) {
      say(`No more than ${View.most} entities are shown at once; hide some or filter first.`);
      return;
    }
    const before = this.view;
    const turn = ++this.turn;
    try {
      const ties = await this.source.ties(view.shown, view.filters);
      if (turn !== this.turn) return;
      for (const entity of ties.entities) this.entities.set(entity.ref, entity);
      this.allTies = ties.edges;
      this.lost = (ties.moved ?? []).filter((move) => !move.to).length;
      view = view.moved(ties.moved ?? []);
    } catch (error) {
      this.fail(error);
      return;
    }
    if (isStep && before.address !== view.address) this.history.add(before);
    this.view = view;
    this.render();
    window.history.replaceState(null, "", view.address);
    this.followAddress = view.address;
  }

  render() {
    const known = new Map();
    for (const edge of this.allTies ?? []) if (this.view.draws(edge)) known.set(edgeKey(edge), edge);
    this.edges = [...known.entries()].sort(([a], [b]) => compare(a, b)).map(([, edge]) => edge);
    this.picture = picture(this.view, this.entities, this.edges);
    this.drawing.render(this.picture, this.view, this.chosen);
    renderTable(byId("table"), this.edges, this.view, this);
    this.renderTabs();
    this.renderFilters();
    replace(byId("names"), this.picture.nodes.map((node) => element("option", { value: this.pickedName(node) })));
    byId("undo").disabled = !this.history.past.length;
    byId("redo").disabled = !this.history.future.length;
    byId("ties").setAttribute("aria-pressed", String(this.view.ties));
    const hidden = (this.allTies ?? []).length - this.edges.length;
    say(`${count(this.view.shown.length, "entity", "entities")}, ${count(this.edges.length, "edge")} shown`
      + (hidden > 0 ? `; ${count(hidden, "tie")} among them not drawn` : "")
      + (this.lost ? `; ${count(this.lost, "entity", "entities")} of this view no longer found, or not one alone` : ""));
  }

  /** What an entity is picked by: its name, with its type where another of that name is shown. */
  pickedName(node) {
    return this.picture.nodes.some((each) => each.name === node.name && each.ref !== node.ref) ? `${node.name}:${node.type}` : node.name;
  }

  renderFilters() {
    const relations = [...new Set([...this.edges.map((edge) => edge.relation), ...this.about.relations.slice(0, 20).map((each) => each.name)])];
    const types = [...new Set([...[...this.entities.values()].map((each) => each.type), ...this.about.types.map((each) => each.name)])];
    renderFilters(byId("filters"), this.view, { relations, types }, this.edges.flatMap((edge) => edge.times.map(yearOf)), this);
  }

  renderTabs() {
    const shown = this.tabs.includes(this.view.tab) ? this.view.tab : "drawing";
    for (const name of this.tabs) {
      const isShown = name === shown;
      byId(name).hidden = !isShown;
      byId("tab-" + name).setAttribute("aria-selected", String(isShown));
      byId("tab-" + name).tabIndex = isShown ? 0 : -1;
    }
    if (shown === "timeline") this.loadTimeline();
    if (shown === "review") this.judging.review.load();
  }

  fail(error) {
    say(error.message);
    if (error.candidates?.length) this.renderCandidates(error);
  }

  renderCandidates(error, choose) {
    byId("results").hidden = false;
    replace(byId("found"), element("p", { class: "warning" }, error.message), this.entityList(error.candidates, choose));
    byId("results").scrollIntoView({ block: "nearest" });
  }

  // What the user does.

  async search(words) {
    if (!words.trim()) return;
    try {
      const found = await this.source.search(words);
      byId("results").hidden = false;
      const more = found.entitiesTotal > found.entities.length ? ` (the best connected ${found.entities.length} of them)` : "";
      replace(byId("found"),
        element("p", { class: "soft" }, `${count(found.entitiesTotal, "entity", "entities")}${more}, ${count(found.total, "sentence")}`),
        this.entityList(found.entities),
        found.sentences.length ? element("details", { open: !found.entities.length }, element("summary", {}, `Sentences, the best ${found.sentences.length} of ${found.total}`),
          element("ul", { class: "plain" }, found.sentences.map((hit) => element("li", {}, element("button", {
            type: "button", onclick: () => this.openPlace({ document: hit.document, sentence: hit.sentence ?? hit.index }),
          }, shortened(hit.text, 160)), " ", element("span", { class: "soft" }, hit.document))))) : null);
      say(`Found ${count(found.entitiesTotal, "entity", "entities")} and ${count(found.total, "sentence")}`);
    } catch (error) {
      this.fail(error);
    }
  }

  entityList(entities, choose = (entity) => this.start(entity.ref)) {
    return element("ul", { class: "plain" }, entities.map((entity) => element("li", {},
      element("button", { type: "button", "data-ref": entity.ref, onclick: () => choose(entity) }, entity.name),
      element("span", { class: "soft" }, ` ${entity.type}, ${count(entity.edges ?? 0, "edge")}${entity.edges === 1000 ? " or more" : ""}`))));
  }

  /** Looks at an entity anew: it and its best neighbors. */
  async start(ref) {
    try {
      const answer = await this.source.entity(ref, this.view.filters);
      this.learn(answer);
      this.chosen = answer.entity.ref;
      const near = answer.edges.flatMap((edge) => [edge.subject.ref, edge.object.ref]);
      await this.show(this.view.with({
        center: answer.entity.ref, shown: [...new Set([answer.entity.ref, ...near])], opened: [answer.entity.ref], pins: {}, ties: false, pair: null,
      }));
      this.clearClaims();
      this.describe(answer);
    } catch (error) {
      this.fail(error);
    }
  }

  async open(ref) {
    try {
      const answer = await this.source.entity(ref, this.view.filters);
      this.learn(answer);
      await this.show(this.view.adding(answer.edges.flatMap((edge) => [edge.subject.ref, edge.object.ref]), [answer.entity.ref]));
      this.describe(answer);
    } catch (error) {
      this.fail(error);
    }
  }

  async expand(ref, relation) {
    try {
      const shown = (edge) => this.view.shown.includes(edge.subject.ref) && this.view.shown.includes(edge.object.ref);
      for (let offset = 0; ; offset += 40) {
        const answer = await this.source.expand(ref, relation, offset, this.view.filters);
        this.learn(answer);
        const fresh = answer.edges.filter((edge) => !shown(edge));
        if (!fresh.length && offset + 40 < answer.total && offset < 400) continue;
        await this.show(this.view.adding([ref, ...fresh.flatMap((edge) => [edge.subject.ref, edge.object.ref])], [ref]));
        if (this.chosen === ref) this.chooseEntity(ref);
        return;
      }
    } catch (error) {
      this.fail(error);
    }
  }

  learn(answer) {
    if (answer.entity) this.entities.set(answer.entity.ref, answer.entity);
    for (const edge of answer.edges ?? []) for (const end of [edge.subject, edge.object]) this.entities.set(end.ref, end);
  }

  nameOf(ref) {
    return this.entities.get(ref)?.name ?? ref;
  }

  async chooseEntity(ref) {
    this.chosen = ref;
    this.drawing.render(this.picture, this.view, ref);
    try {
      const answer = await this.source.entity(ref, this.view.filters);
      this.learn(answer);
      this.describe(answer);
      if (this.view.tab === "timeline") this.loadTimeline();
    } catch (error) {
      this.fail(error);
    }
  }

  /** What is known of an entity, and its relations with counts before the click. */
  describe(answer) {
    const { entity } = answer;
    this.chosen = entity.ref;
    byId("entity-title").textContent = entity.name;
    const isShown = this.view.shown.includes(entity.ref);
    const facts = [answer.documents !== undefined ? count(answer.documents, "document") : null, answer.mentions ? count(answer.mentions, "mention") : null, answer.claims ? count(answer.claims, "claim") : null, count(answer.total ?? 0, "edge")];
    replace(byId("entity-body"),
      element("p", {}, `${entity.type}; ${facts.filter(Boolean).join(", ")}`),
      answer.aliases?.length ? element("p", { class: "soft" }, `also: ${answer.aliases.join(" · ")}`) : null,
      element("div", { class: "tools" },
        element("button", { type: "button", onclick: () => this.start(entity.ref) }, "Center"),
        element("button", { type: "button", onclick: () => this.open(entity.ref) }, "Open"),
        isShown ? element("button", { type: "button", onclick: () => this.hide(entity.ref) }, "Hide") : null,
        isShown ? element("button", { type: "button", "aria-pressed": String(Boolean(this.view.pins[entity.ref])), onclick: () => this.togglePin(entity.ref) }, "Pin") : null,
        element("button", { type: "button", onclick: () => this.setPathEnd("path-from", entity) }, "Path from"),
        element("button", { type: "button", onclick: () => this.setPathEnd("path-to", entity) }, "Path to")),
      element("h3", {}, "Relations"),
      element("ul", { class: "plain", id: "relations" }, answer.groups.map((group) => element("li", {}, element("button", {
        type: "button", "data-relation": group.relation, onclick: () => this.expand(entity.ref, group.relation),
      }, `${group.relation} → ${group.count.toLocaleString("en")}`)))),
      this.judging?.forms(entity));
  }

  /** Shows the graph as it is now, after a change. */
  async refresh() {
    for (const ref of this.view.shown) this.entities.delete(ref);
    const chosen = this.chosen;
    await this.show(this.view, false);
    if (chosen) {
      const answer = await this.source.entity(chosen, this.view.filters).catch(() => null);
      if (answer) {
        this.learn(answer);
        this.describe(answer);
        this.drawing.render(this.picture, this.view, this.chosen);
      }
    }
    if (this.view.pair) await this.loadClaims(this.view.pair);
    else this.clearClaims();
    this.about = await this.source.about().catch(() => this.about);
  }

  hide(ref) {
    if (this.chosen === ref) this.chosen = null;
    return this.show(this.view.without(ref));
  }

  pin(ref, place) {
    return this.show(this.view.with({ pins: { ...this.view.pins, [ref]: place } }));
  }

  togglePin(ref) {
    const node = this.picture.nodes.find((each) => each.ref === ref);
    if (!node) return;
    if (!this.view.pins[ref]) return this.pin(ref, [node.x, node.y]);
    const pins = { ...this.view.pins };
    delete pins[ref];
    return this.show(this.view.with({ pins }));
  }

  revealTies() {
    return this.show(this.view.with({ ties: !this.view.ties }));
  }

  undo() {
    const view = this.history.undo(this.view);
    if (view) this.restore(view);
  }

  redo() {
    const view = this.history.redo(this.view);
    if (view) this.restore(view);
  }

  async restore(view) {
    await this.show(view, false);
    if (view.pair) this.loadClaims(view.pair);
  }

  filter(filters) {
    return this.show(this.view.with({ filters })).then(() => { if (this.chosen) this.chooseEntity(this.chosen); });
  }

  setPathEnd(id, entity) {
    byId(id).value = entity.name;
    byId(id).dataset.ref = entity.ref;
    byId(id).focus();
  }

  async findPath() {
    const [from, to] = ["path-from", "path-to"].map((id) => namedEntity(id, this.entities));
    if (!from || !to) return say("A path needs two names.");
    try {
      const answer = await this.source.path(from, to, this.view.filters);
      for (const entity of answer.entities) this.entities.set(entity.ref, entity);
      const refs = answer.entities.map((entity) => entity.ref);
      await this.show(this.view.with({ center: this.view.center ?? refs[0] }).adding(refs, refs));
      say(`A path of ${count(refs.length - 1, "hop")}: ${answer.entities.map((entity) => entity.name).join(" – ")}`);
    } catch (error) {
      say(error.message);
      // One of the candidates is what was meant at that end.
      if (error.candidates?.length) this.renderCandidates(error, (entity) => {
        this.entities.set(entity.ref, entity);
        this.setPathEnd(error.asked === from ? "path-from" : "path-to", entity);
        this.findPath();
      });
    }
  }

  // Evidence.

  async choosePair(pair) {
    await this.show(this.view.with({ pair }));
    await this.loadClaims(pair);
  }

  async loadClaims(pair, offset = 0) {
    try {
      const answer = await this.source.claims(pair[0], pair[1], offset, this.view.filters);
      this.claims = offset ? { ...answer, claims: [...this.claims.claims, ...answer.claims] } : answer;
      renderClaims(byId("claims-body"), pair.map((ref) => this.nameOf(ref)), this.claims, this);
      const rejections = this.judging?.rejections(pair, this.allTies ?? []);
      if (rejections) byId("claims-body").append(rejections);
      say(`${count(answer.total, "claim")} behind this edge`);
    } catch (error) {
      this.fail(error);
    }
  }

  clearClaims() {
    replace(byId("claims-body"), element("p", {}, "Choose an edge to see who says so, when, how sure, and where."));
  }

  moreClaims() {
    return this.loadClaims(this.view.pair, this.claims.claims.length);
  }

  async openPlace(claim) {
    if (await this.openDocument({ document: claim.document, sentence: claim.sentence }, claim)) byId("document-body").focus();
  }

  /** Opens a document at a sentence; `wanted` is the claim to mark there, or "last" for the last. */
  async openDocument(place, wanted = null) {
    try {
      const passage = await this.source.passage(place.document, place.sentence);
      this.passage = passage;
      this.place = place;
      this.view = this.view.with({ place });
      window.history.replaceState(null, "", this.view.address);
      this.followAddress = this.view.address;
      const number = wanted === "last" ? passage.claims.length - 1 : passage.claims.findIndex((claim) => wanted?.subject && isSameClaim(claim, wanted));
      byId("document").hidden = false;
      this.markClaim(Math.max(0, number));
      say(`${place.document}, sentence ${place.sentence} of ${passage.sentenceCount}`);
      return true;
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  /** Marks the mentions of one of the claims of the sentence that is open. */
  markClaim(number) {
    this.marked = number;
    renderPassage(byId("document-body"), this.passage, this.place, this.passage.claims[number], this);
    byId("claim-before").disabled = number === 0 && this.passage.claimBefore === null;
    byId("claim-after").disabled = number + 1 >= this.passage.claims.length && this.passage.claimAfter === null;
  }

  /** To the claim before or behind the one that is marked, in the order of the text. */
  stepClaim(direction) {
    if (!this.passage) return;
    const number = this.marked + direction;
    if (number >= 0 && number < this.passage.claims.length) {
      this.markClaim(number);
      const claim = this.passage.claims[number];
      return say(`${claim.subject.name} ${claimWords(claim)} ${claim.object.name}, sentence ${this.place.sentence}`);
    }
    const next = direction < 0 ? this.passage.claimBefore : this.passage.claimAfter;
    if (next === null || next === undefined) return;
    return this.openDocument({ document: this.place.document, sentence: next }, direction < 0 ? "last" : null);
  }

  closeDocument() {
    byId("document").hidden = true;
    this.view = this.view.with({ place: null });
    window.history.replaceState(null, "", this.view.address);
    byId("stage").focus();
  }

  // Timeline.

  async loadTimeline(offset = 0) {
    const ref = this.chosen ?? this.view.center;
    if (!ref) return renderTimeline(byId("timeline"), "", null, this);
    try {
      const answer = await this.source.timeline(ref, offset, this.view.filters);
      this.timeline = offset ? { ...answer, claims: [...this.timeline.claims, ...answer.claims] } : answer;
      renderTimeline(byId("timeline"), this.nameOf(ref), this.timeline, this);
    } catch (error) {
      this.fail(error);
    }
  }

  moreTimeline() {
    return this.loadTimeline(this.timeline.claims.length);
  }

  setTab(tab) {
    return this.show(this.view.with({ tab }), false);
  }

  // Taking away.

  get title() {
    return this.view.center ? this.nameOf(this.view.center) : "graph";
  }

  svg() {
    return svgText(this.picture, this.title);
  }

  async save(kind) {
    if (!this.picture) return;
    try {
      if (kind === "svg") keepText(fileName(this.title, "svg"), "image/svg+xml", this.svg());
      if (kind === "png") keep(fileName(this.title, "png"), await pngOf(this.svg(), this.picture.frame));
      if (kind === "csv") keepText(fileName(this.title, "csv"), "text/csv", csvText(this.edges));
      if (kind === "html") await this.saveWhole();
      say(`Saved as ${kind.toUpperCase()}`);
    } catch (error) {
      this.fail(error);
    }
  }

  async saveWhole() {
    const answer = await fetch(this.source.handOverAddress(this.view.shown, this.view.filters), { credentials: "same-origin" });
    if (!answer.ok) throw new Error((await answer.json()).error);
    keep(fileName(this.title, "html"), await answer.blob());
  }

  async copyLink() {
    try {
      await navigator.clipboard.writeText(window.location.href);
      say("The link to this view was copied.");
    } catch {
      say("The link to this view is in the address bar.");
    }
  }

  // The start.

  async begin() {
    this.listen();
    await this.follow();
    try {
      this.about = await this.source.about();
      document.title = `${this.about.graph} – kg`;
      byId("title").textContent = this.about.graph;
      this.renderFilters();
      if (!this.view.center) this.renderAbout();
      if (this.about.mayChange) {
        this.judging = new Judging(this);
        this.renderTabs();
        if (this.chosen) this.chooseEntity(this.chosen);
      }
    } catch (error) {
      this.fail(error);
    }
  }

  renderAbout() {
    const { about } = this;
    replace(byId("entity-body"),
      element("p", {}, [count(about.documents, "document"), count(about.entities, "entity", "entities"), count(about.edges, "edge"), count(about.claims, "claim")].join(", ")),
      about.best?.length ? element("h3", {}, "Best connected") : null, about.best?.length ? this.entityList(about.best) : null,
      element("h3", {}, "Documents"),
      element("ul", { class: "plain" }, (about.documentNames ?? []).map((name) => element("li", {}, element("button", {
        type: "button", onclick: () => this.openDocument({ document: name, sentence: 0 }),
      }, name)))));
  }

  /** Shows what the address says. */
  async follow() {
    const view = View.from(window.location.hash);
    const start = this.source.data?.about.start;
    if (!view.shown.length && !view.center && start) return this.start(start);
    if (!view.shown.length && view.center) return this.start(view.center);
    await this.show(view, this.view.shown.length > 0);
    if (view.center) {
      const answer = await this.source.entity(view.center, view.filters).catch(() => null);
      if (answer) this.describe(answer);
    }
    if (view.pair) await this.loadClaims(view.pair);
    if (view.place) await this.openDocument(view.place);
  }

  listen() {
    const on = (id, name, act) => byId(id).addEventListener(name, act);
    on("search", "submit", (event) => { event.preventDefault(); this.search(byId("words").value); });
    on("path", "submit", (event) => { event.preventDefault(); this.findPath(); });
    on("filters", "submit", (event) => { event.preventDefault(); this.filter(filtersOf(byId("filters"))); });
    on("undo", "click", () => this.undo());
    on("redo", "click", () => this.redo());
    on("ties", "click", () => this.revealTies());
    on("fit", "click", () => this.drawing.fit());
    on("zoom-in", "click", () => this.drawing.zoom(1 / 1.3));
    on("zoom-out", "click", () => this.drawing.zoom(1.3));
    for (const kind of ["svg", "png", "csv", "html"]) on("save-" + kind, "click", () => this.save(kind));
    on("copy-link", "click", () => this.copyLink());
    on("help", "click", () => byId("keys").showModal());
    on("claim-before", "click", () => this.stepClaim(-1));
    on("claim-after", "click", () => this.stepClaim(1));
    on("document-close", "click", () => this.closeDocument());
    for (const name of this.tabs) on("tab-" + name, "click", () => this.setTab(name));
    document.querySelector("[role=tablist]").addEventListener("keydown", (event) => this.tabKey(event));
    document.addEventListener("keydown", (event) => this.key(event));
    window.addEventListener("hashchange", () => { if (window.location.hash !== this.followAddress) this.follow(); });
    if (this.source.isWhole) byId("save-html").hidden = true;
  }

  tabKey(event) {
    const tabs = [...document.querySelectorAll("[role=tab]")];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
    next.focus();
    next.click();
  }

  key(event) {
    const isTyping = event.target.matches("input, select, textarea") || byId("keys").open;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    const acts = {
      "/": () => byId("words").focus(), d: () => this.drawing.focus(this.drawing.focused), "?": () => byId("keys").showModal(), t: () => this.revealTies(), z: () => this.undo(),
      Z: () => this.redo(), "+": () => this.drawing.zoom(1 / 1.3), "-": () => this.drawing.zoom(1.3), 0: () => this.drawing.fit(),
      "[": () => this.stepClaim(-1), "]": () => this.stepClaim(1),
    };
    if (!acts[event.key]) return;
    event.preventDefault();
    acts[event.key]();
  }
}

const written = byId("data");
const page = new Page(written ? new FileSource(JSON.parse(written.textContent)) : new ServerSource());
page.begin();
