"use strict";

/** What an edge is known by, whichever of its ends it is seen from. */
function edgeKey(edge) {
  let ends = [edge.subject.ref, edge.object.ref];
  if (edge.symmetric) ends = ends.sort(compare);
  return [ends[0], edge.relation, edge.layer, ends[1], edge.polarity, edge.modality].join("\t");
}

/** The two entities of an edge, as a key of what is drawn as one line. */
function pairKey(left, right) {
  return [left, right].sort(compare).join("\t");
}

/** A claim record with what stands beside it. */
function flat({ claim, ...rest }) {
  return { ...claim, ...rest };
}

function withClaims(answer) {
  return { ...answer, claims: answer.claims.map(flat) };
}

/** Asks the program that serves the page. */
class ServerSource {
  constructor() {
    this.isWhole = false;
  }

  async get(path, parameters = {}, filters = {}) {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...filters, ...parameters })) {
      for (const each of Array.isArray(value) ? value : [value]) {
        if (each !== null && each !== undefined && each !== "" && each !== false) query.append(name, each);
      }
    }
    return ServerSource.read(fetch(`/api/${path}?${query}`, { credentials: "same-origin" }));
  }

  /** Asks for a change of the graph, which only some servers make. */
  change(path, fields) {
    return ServerSource.read(fetch(`/api/${path}`, {
      method: "POST", credentials: "same-origin", headers: { "Content-Type": "application/json" }, body: JSON.stringify(fields),
    }));
  }

  static async read(asked) {
    const answer = await asked.catch(() => { throw new Error("The program that serves this page has ended; start kg serve again."); });
    const body = await answer.json().catch(() => ({ error: `the answer cannot be read (${answer.status})` }));
    if (!answer.ok) throw Object.assign(new Error(body.error || answer.statusText), { candidates: body.candidates, asked: body.asked, steps: body.steps });
    return body;
  }

  suggestions() {
    return this.get("suggestions");
  }

  judgements() {
    return this.get("judgements");
  }

  members(ref) {
    return this.get("members", { ref });
  }

  about() {
    return this.get("about");
  }

  search(words) {
    return this.get("search", { q: words });
  }

  entity(ref, filters) {
    return this.get("entity", { ref }, filters);
  }

  expand(ref, relation, offset, filters) {
    return this.get("neighbors", { ref, of: relation, offset }, filters);
  }

  ties(refs, filters) {
    return refs.length ? this.get("ties", { ref: refs }, filters) : Promise.resolve({ edges: [], entities: [], moved: [] });
  }

  path(from, to, filters) {
    return this.get("path", { from, to }, filters);
  }

  claims(left, right, offset, filters) {
    return this.get("claims", { ref: left, other: right, offset }, filters).then(withClaims);
  }

  passage(name, sentence) {
    return this.get("passage", { document: name, sentence }).then(withClaims);
  }

  timeline(ref, offset, filters) {
    return this.get("timeline", { ref, offset }, filters).then(withClaims);
  }

  handOverAddress(refs, filters) {
    const query = new URLSearchParams();
    for (const ref of refs) query.append("ref", ref);
    for (const [name, value] of Object.entries(filters)) {
      for (const each of Array.isArray(value) ? value : [value]) if (each) query.append(name, each);
    }
    return `/handover.html?${query}`;
  }
}
