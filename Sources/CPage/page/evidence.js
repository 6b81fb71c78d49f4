"use strict";

/** The relation of a claim with what its text makes of it. */
function claimWords(claim) {
  const doubt = [claim.polarity === "negative" ? "not" : null, claim.modality === "certain" ? null : claim.modality].filter(Boolean);
  return doubt.length ? `(${doubt.join(", ")}) ${claim.relation}` : claim.relation;
}

/** Every claim behind the edges between two entities. */
function renderClaims(panel, names, answer, actions) {
  const children = [element("p", {}, `${names[0]} and ${names[1]}: ${count(answer.total, "claim")}`)];
  const stated = answer.claims.filter((claim) => claim.polarity === "positive" && claim.modality === "certain");
  const others = answer.claims.filter((claim) => !stated.includes(claim));
  for (const claim of stated) children.push(claimArticle(claim, actions));
  if (others.length) children.push(element("h3", {}, "Denied or doubted"));
  for (const claim of others) children.push(claimArticle(claim, actions));
  if (answer.claims.length < answer.total) {
    children.push(element("button", { type: "button", onclick: () => actions.moreClaims() }, `More (${answer.total - answer.claims.length})`));
  }
  replace(panel, children);
}

function claimArticle(claim, actions) {
  const facts = [
    ["How stated", [claim.polarity === "negative" ? "denied" : "affirmed", claim.modality, claim.tense].filter(Boolean).join(", ")],
    ["Who says so", claim.attribution?.name ?? claim.speaker?.name ?? "the document itself"],
    ["When", claim.time ? `${claim.time.value ?? "not told"} (“${claim.time.text}”)` : "not told"],
    ["Where", claim.place?.name],
    ["Confidence", percent(claim.confidence)],
    ["Read by", [claim.method, claim.layer, claim.phrase ? `“${claim.phrase}”` : null].filter(Boolean).join(", ")],
    ["Why", claim.origin ? reasons(claim.origin) : null],
    ["Document", claim.document + (claim.page ? `, page ${claim.page}${claim.page_label ? ` (printed ${claim.page_label})` : ""}` : "")],
    ["Place", claim.sentence !== null && claim.sentence !== undefined ? `sentence ${claim.sentence}` : claim.row ? `row ${claim.row}` : null],
  ];
  return element("article", { class: "claim" },
    element("h3", {}, `${claim.subject.name} ${claimWords(claim)} ${claim.object.name}`),
    claim.evidence ? element("blockquote", {}, marked(claim.evidence, claim.start, mentionsOf(claim))) : null,
    element("dl", { class: "facts" }, facts.filter(([, value]) => value).flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])),
    (claim.qualifiers ?? []).length ? element("p", { class: "soft" }, claim.qualifiers.map((each) => `${each.name}: ${each.value}`).join("; ")) : null,
    claim.evidence ? element("button", { type: "button", onclick: () => actions.openPlace(claim) }, "Open the document here") : null);
}

/** What proposed a claim and on what ground it was kept. */
function reasons(origin) {
  const words = (each) => (each?.text ? `“${each.text}”` : null);
  return [
    [origin.source, origin.place].filter(Boolean).join(" "), origin.construction, origin.trigger ? `by the word ${words(origin.trigger)}` : null,
    origin.probability === null || origin.probability === undefined ? null : `probability ${percent(origin.probability)}`,
    ...(origin.marks ?? []).map((mark) => `${mark.kind}: ${words(mark)}`),
  ].filter(Boolean).join("; ");
}

function mentionsOf(claim) {
  return [
    { ...claim.subject, role: "subject" }, { ...claim.object, role: "object" },
  ].filter((mention) => mention.start !== null && mention.start !== undefined);
}

/** A text with mentions marked; their offsets count code points of the document, the text starts at `start`. */
function marked(text, start, mentions) {
  const letters = [...text];
  const parts = [];
  let place = 0;
  for (const mention of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const [from, to] = [mention.start - start, mention.end - start];
    if (from < place || to > letters.length || from >= to) continue;
    parts.push(letters.slice(place, from).join(""));
    parts.push(element("mark", { class: mention.role, title: `${mention.role}: ${mention.name}` }, letters.slice(from, to).join("")));
    place = to;
  }
  parts.push(letters.slice(place).join(""));
  return parts;
}

/** A window of a document, the sentence of a claim and both its mentions marked, and what else the sentence states. */
function renderPassage(panel, passage, place, claim, actions) {
  const paragraphs = [];
  let before = null;
  for (const sentence of passage.sentences) {
    const isCited = sentence.index === place.sentence;
    // Between paragraphs there is more than a space.
    if (!before || sentence.start - before.end > 1 || sentence.speaker !== before.speaker) {
      paragraphs.push(element("p", {}, sentence.speaker ? element("strong", {}, `${sentence.speaker}: `) : null));
    }
    const isNewPage = sentence.page && sentence.page !== before?.page;
    before = sentence;
    paragraphs.at(-1).append(
      element("span", { class: isCited ? "sentence cited" : "sentence", "data-sentence": sentence.index, "aria-current": isCited ? "true" : null },
        isNewPage ? element("em", {}, `[page ${sentence.page}${sentence.page_label ? `, printed ${sentence.page_label}` : ""}] `) : null,
        marked(sentence.text, sentence.start, isCited && claim ? mentionsOf(claim) : [])), " ");
  }
  replace(panel,
    element("p", { class: "soft" }, `${passage.document}, sentence ${place.sentence} of ${passage.sentenceCount}`), paragraphs,
    passage.claims.length ? element("h3", {}, `What sentence ${place.sentence} states`) : null,
    element("ul", { class: "plain" }, passage.claims.map((each, number) => element("li", {}, element("button", {
      type: "button", "aria-pressed": String(each === claim), onclick: () => actions.markClaim(number),
    }, `${each.subject.name} ${claimWords(each)} ${each.object.name}`)))));
  const cited = panel.querySelector(".cited");
  if (cited) panel.scrollTop = cited.offsetTop - panel.offsetTop - 80;
}

/** Whether two records tell of the same words in the same way. */
function isSameClaim(left, right) {
  return ["relation", "start", "polarity", "modality"].every((name) => left[name] === right[name])
    && left.subject.start === right.subject.start && left.object.start === right.object.start;
}
