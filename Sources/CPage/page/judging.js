"use strict";

/** What may be judged on the page, where the program lets it: a page that only reads has nothing of it. */
class Judging {
  constructor(page) {
    this.page = page;
    this.notice = element("div", { id: "change-body" });
    this.noticeTitle = element("h2", { id: "change-title", tabindex: -1 }, "Last change");
    this.section = element("section", { id: "change", "aria-labelledby": "change-title", hidden: true }, this.noticeTitle, this.notice);
    byId("side").prepend(this.section);
    byId("keys-list").append(element("dt", {}, "s, d, u, n"), element("dd", {}, "in the review: same, different, unsure, next"));
    this.review = new Review(page, this);
  }

  /** Makes a change, tells what came of it and shows the graph as it is then; null where it was refused. */
  async change(path, fields, words) {
    try {
      const effect = await this.page.source.change(path, fields);
      // A reason is one change's.
      if (effect.kept && byId("because")) byId("because").value = "";
      if (effect.kept) await this.page.refresh();
      this.tell(effect, words, path !== "undo");
      return effect;
    } catch (error) {
      this.refuse(error);
      return null;
    }
  }

  tell(effect, words, canBeUndone) {
    const facts = [effect.kept ? words : `${words}: this would come of it, nothing was changed`];
    if (effect.edgesBefore !== effect.edgesAfter) facts.push(`${count(effect.edgesBefore, "edge")} before, ${effect.edgesAfter.toLocaleString("en")} ${effect.kept ? "now" : "then"}`);
    if (effect.newLoops) facts.push(`${count(effect.newLoops, "edge")} from an entity to itself`);
    this.show(
      facts.map((fact) => element("p", {}, fact)),
      effect.contradictions.map((each) => element("p", { class: "warning" }, `${each.entity} has several of ${each.relation} now: ${each.values.join(", ")}`)),
      effect.kept && canBeUndone && effect.batch ? element("button", {
        type: "button", id: "undo-change", onclick: () => this.change("undo", { batch: effect.batch }, `Undone: ${words}`),
      }, "Undo this change") : null);
    say(facts.join("; "));
  }

  /** Why a change was not made, and what stands against it, each of which can be undone here. */
  refuse(error) {
    const steps = (error.steps ?? []).map((step) => element("li", {}, step.words, " ", step.judgement === undefined ? null : element("button", {
      type: "button", "data-judgement": step.judgement, onclick: () => this.change("undo", { judgement: step.judgement }, `Undone: judgement ${step.judgement}`),
    }, `Undo judgement ${step.judgement}`)));
    this.show(
      element("p", { class: "warning" }, error.message), steps.length ? element("ul", { class: "plain", id: "steps" }, steps) : null,
      error.candidates?.length ? this.page.entityList(error.candidates, (entity) => this.take(entity)) : null);
    say(error.message);
  }

  show(...children) {
    this.section.hidden = false;
    replace(this.notice, ...children);
    this.section.scrollIntoView({ block: "nearest" });
    // What was clicked may be gone by now.
    if (document.activeElement === document.body) this.noticeTitle.focus();
  }

  /** One of the candidates is what the merge is with. */
  take(entity) {
    const field = byId("merge-with");
    if (!field) return;
    field.value = entity.name;
    field.dataset.ref = entity.ref;
    field.focus();
  }

  // Of one entity.

  /** The forms that change an entity; they stay open from one entity to the next. */
  forms(entity) {
    const why = () => byId("because").value.trim() || null;
    const form = (id, children, act) => element("form", { id, onsubmit: (event) => { event.preventDefault(); act(event); } }, children);
    const field = (id, label, value, rest = {}) => [element("label", { for: id }, label), element("input", { id, autocomplete: "off", value, ...rest })];
    const button = (text, rest = {}) => element("button", { type: "submit", ...rest }, text);
    const value = (id) => byId(id).value.trim();
    const change = (path, fields, words) => this.change(path, { ...fields, because: why() }, words);
    return element("details", { id: "judge", open: byId("judge")?.open ?? false }, element("summary", {}, "Change this entity"),
      field("because", "Why (told with the judgement)", byId("because")?.value ?? ""),
      form("merge", [...field("merge-with", "Is one with", "", { list: "names" }), element("div", { class: "row" }, button("Merge", { value: "merge" }), button("Preview", { value: "preview" }))], (event) => {
        const other = namedEntity("merge-with", this.page.entities);
        if (!other) return say("Name what it is one with.");
        change("merge", { refs: [entity.ref, other], rehearsal: event.submitter?.value === "preview" }, `${entity.name} and ${value("merge-with")} are one`);
      }),
      form("rename", [...field("new-name", "Is called", entity.name), button("Rename")], () => change("rename", { ref: entity.ref, name: value("new-name") }, `${entity.name} is called ${value("new-name")}`)),
      form("retype", [...field("new-type", "Is of the type", entity.type, { list: "types" }), button("Retype")], () => change("retype", { ref: entity.ref, type: value("new-type") }, `${entity.name} is of the type ${value("new-type")}`)),
      element("datalist", { id: "types" }, types.map((type) => element("option", { value: type }))),
      element("button", { type: "button", id: "split", onclick: () => this.showMembers(entity, change) }, "Split…"),
      element("div", { id: "members" }));
  }

  async showMembers(entity, change) {
    const { members } = await this.page.source.members(entity.ref).catch((error) => { this.page.fail(error); return { members: [] }; });
    if (!byId("members")) return;
    const documents = [...new Set(members.flatMap((member) => member.documents))].sort(compare);
    const parts = members.length < 2 ? null : element("ul", { class: "plain" }, members.map((member) => element("li", {}, element("button", {
      type: "button", onclick: () => change("split", { ref: entity.ref, part: member.key }, `${member.name} is another than ${entity.name}`),
    }, `Part ${member.name} (${member.type}, ${count(member.documents.length, "document")})`))));
    const form = documents.length < 2 ? null : element("form", { id: "split-documents", onsubmit: (event) => {
      event.preventDefault();
      const chosen = new FormData(event.target).getAll("document");
      if (!chosen.length) return say("Choose the documents that mean another.");
      change("split", { ref: entity.ref, documents: chosen }, `${entity.name} of ${count(chosen.length, "document")} is another`);
    } }, element("fieldset", {}, element("legend", {}, "Documents that mean another"), documents.map((name, place) => element("div", { class: "row" },
      element("input", { type: "checkbox", id: `split-${place}`, name: "document", value: name }), element("label", { for: `split-${place}` }, name)))),
    element("button", { type: "submit" }, "Split these off"));
    replace(byId("members"), parts, form, parts || form ? null : element("p", { class: "soft" }, "One document alone knows it, by one name: there is nothing to split."));
  }

  // Of edges.

  /** A button for each edge between two entities that says it does not hold. */
  rejections(pair, edges) {
    const between = edges.filter((edge) => pairKey(edge.subject.ref, edge.object.ref) === pairKey(...pair) && edge.polarity === "positive" && edge.modality === "certain");
    if (!between.length) return null;
    return element("details", { id: "rejections" }, element("summary", {}, "Change these edges"), between.map((edge) => {
      const words = `${edge.subject.name} ${edge.relation} ${edge.object.name}`;
      return element("p", {}, element("button", { type: "button", onclick: () => this.change("reject", {
        subject: edge.subject.ref, relation: edge.relation, object: edge.object.ref,
      }, `${words} does not hold`) }, `Reject: ${words}`));
    }));
  }
}
