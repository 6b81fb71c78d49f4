"use strict";

/** Answers from what is written into the file itself: a part of a graph, handed over. */
class FileSource {
  constructor(data) {
    this.isWhole = true;
    this.data = { ...data, claims: data.claims.map(flat) };
    this.entities = new Map(data.entities.map((entity) => [entity.ref, entity]));
    this.edges = data.edges.map((row) => ({ ...row, subject: this.entities.get(row.subject), object: this.entities.get(row.object) }));
    this.near = new Map(data.entities.map((entity) => [entity.ref, []]));
    for (const edge of this.edges) {
      this.near.get(edge.subject.ref).push(edge);
      if (edge.subject !== edge.object) this.near.get(edge.object.ref).push(edge);
    }
  }

  admits(edge, filters) {
    const names = [edge.subject, edge.object];
    const stated = edge.polarity === "positive" && edge.modality === "certain";
    return (filters.doubtful || stated)
      && (!filters.relation?.length || filters.relation.includes(edge.relation))
      && (!filters.layer?.length || filters.layer.includes(edge.layer))
      && (!filters.type?.length || names.some((end) => filters.type.includes(end.type)))
      && (!filters.confidence || edge.confidence >= Number(filters.confidence))
      && (!filters.saidby || edge.saidBy === filters.saidby)
      && (!filters.document || edge.document === filters.document)
      && (!(filters.since || filters.until) || edge.times.some((time) => overlaps(time, filters)));
  }

  edgesOf(ref, filters) {
    return (this.near.get(ref) ?? []).filter((edge) => this.admits(edge, filters));
  }

  async about() {
    return this.data.about;
  }

  async search(words) {
    const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
    const holds = (text) => parts.every((part) => text.toLowerCase().includes(part));
    const entities = this.data.entities.filter((entity) => holds(entity.name))
      .map((entity) => ({ ...entity, edges: this.near.get(entity.ref).length }))
      .sort((a, b) => b.edges - a.edges || compare(a.name, b.name));
    const sentences = [];
    for (const [name, text] of Object.entries(this.data.documents)) {
      for (const sentence of text.sentences) if (holds(sentence.text)) sentences.push({ document: name, ...sentence });
    }
    return { entities: entities.slice(0, 20), entitiesTotal: entities.length, sentences: sentences.slice(0, 20), total: sentences.length };
  }

  resolve(ref) {
    const known = this.entities.get(ref);
    if (known) return known;
    const named = this.data.entities.filter((entity) => entity.name.toLowerCase() === ref.toLowerCase());
    if (named.length === 1) return named[0];
    throw new Error(`nothing here is called “${ref}”`);
  }

  async entity(ref, filters) {
    const entity = this.resolve(ref);
    const edges = this.edgesOf(entity.ref, filters);
    const groups = new Map();
    for (const edge of edges) groups.set(edge.relation, (groups.get(edge.relation) ?? 0) + 1);
    return {
      entity, aliases: [], groups: [...groups].map(([relation, total]) => ({ relation, count: total })),
      edges: edges.slice(0, 40), total: edges.length,
    };
  }

  async expand(ref, relation, offset, filters) {
    const edges = this.edgesOf(ref, filters).filter((edge) => edge.relation === relation);
    return { edges: edges.slice(offset, offset + 40), total: edges.length };
  }

  async ties(refs, filters) {
    const shown = new Set(refs);
    const edges = this.edges.filter((edge) => shown.has(edge.subject.ref) && shown.has(edge.object.ref) && this.admits(edge, filters));
    return { edges, entities: refs.map((ref) => this.entities.get(ref)).filter(Boolean), moved: refs.filter((ref) => !this.entities.has(ref)).map((ref) => ({ from: ref, to: null })) };
  }

  async path(fromName, toName, filters) {
    const from = this.resolve(fromName);
    const to = this.resolve(toName);
    const before = new Map([[from.ref, null]]);
    for (let frontier = [from.ref]; frontier.length && !before.has(to.ref); ) {
      const next = [];
      for (const ref of frontier) {
        for (const edge of this.edgesOf(ref, filters)) {
          const other = edge.subject.ref === ref ? edge.object.ref : edge.subject.ref;
          if (before.has(other)) continue;
          before.set(other, ref);
          next.push(other);
        }
      }
      frontier = next.sort(compare);
    }
    if (!before.has(to.ref)) throw new Error("no such path ties the two in this file");
    const refs = [];
    for (let ref = to.ref; ref; ref = before.get(ref)) refs.unshift(ref);
    return { entities: refs.map((ref) => this.entities.get(ref)) };
  }

  async claims(left, right, offset) {
    const claims = this.data.claims.filter((claim) => pairKey(claim.ends[0], claim.ends[1]) === pairKey(left, right));
    return { claims: claims.slice(offset, offset + 20), total: claims.length };
  }

  async passage(name, sentence) {
    const text = this.data.documents[name];
    if (!text) throw new Error("this file does not hold that document");
    const near = text.sentences.filter((each) => Math.abs(each.index - sentence) <= 8);
    const cited = [...new Set(this.data.claims.filter((claim) => claim.document === name && claim.evidence).map((claim) => claim.sentence))].sort((a, b) => a - b);
    return {
      document: name, length: text.length, sentenceCount: text.sentenceCount, sentences: near,
      claims: this.data.claims.filter((claim) => claim.document === name && claim.sentence === sentence),
      claimBefore: cited.filter((index) => index < sentence).at(-1) ?? null,
      claimAfter: cited.find((index) => index > sentence) ?? null,
    };
  }

  async timeline(ref, offset, filters) {
    const claims = this.data.claims.filter((claim) => claim.ends.includes(ref));
    const dated = claims.filter((claim) => timeOf(claim) && (!(filters.since || filters.until) || overlaps(timeOf(claim), filters)))
      .sort((a, b) => compare(timeOf(a), timeOf(b)));
    return { claims: dated.slice(offset, offset + 100), total: dated.length, undated: claims.filter((claim) => !timeOf(claim)).length };
  }
}

/** Whether a date or an interval shares a day with the span of the filters. */
function overlaps(time, filters) {
  const plain = time.replace(/[~?%]/g, "");
  const [start, end = start] = plain.split("/");
  const first = (start === ".." || start === "" ? "" : start.replace(/X/g, "0"));
  const last = (end === ".." || end === "" ? "9999-99-99" : (end.replace(/X/g, "9") + "-99-99").slice(0, 10));
  return (!filters.until || first <= (filters.until + "-99-99").slice(0, 10)) && (!filters.since || last >= filters.since);
}
