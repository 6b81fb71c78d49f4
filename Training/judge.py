#!/usr/bin/env python3
"""Trains the judge of claims.  usage: judge.py --examples FILE… [--knowledgenet FILE --facts FILE] --out judge.safetensors

The judge is a forest of extremely randomised trees (Geurts and others, 2006; one thread, a fixed seed) over what `kg` knows of a proposed
claim, calibrated by Platt's curve over scores of documents that the trees had not seen. Prints cross-validated figures: by document (ten
folds) and with each kind of text left out in turn; and what reading.py would print at each least confidence.
"""
import argparse, collections, hashlib, json, os, re
import numpy
from sklearn.ensemble import ExtraTreesClassifier
import judge_data
import judge_documents
from judge_export import export, flattened

PRIOR = "relationPrior"
PRIOR_STRENGTH = 6.0
TREES = 200
SETTINGS = dict(min_samples_leaf=3, max_features=0.3, n_jobs=1, random_state=1)
# Of the edges that are drawn so many are right; where that would cost more than a tenth of what could be found (F1), the cut with it.
AIM = 0.9
MOST_LOSS = 0.01


def log_odds(p):
    p = numpy.clip(p, 1e-4, 1 - 1e-4)
    return numpy.log(p / (1 - p))


def priors(relations, right, weights):
    """Log odds of a claim of each relation being right, drawn towards those of all."""
    mean = (right * weights).sum() / weights.sum()
    sums, rights = collections.Counter(), collections.Counter()
    for relation, label, weight in zip(relations, right, weights):
        sums[relation] += weight
        rights[relation] += weight * label
    return {r: float(log_odds((rights[r] + PRIOR_STRENGTH * mean) / (sums[r] + PRIOR_STRENGTH))) for r in sums}, float(log_odds(mean))


def with_priors(x, relations, table, mean):
    return numpy.column_stack([x, [table.get(r, mean) for r in relations]])


def train(x, right, relations, documents, weights):
    """Trees and the table of priors; a claim's own document has no part in the prior that it is trained with."""
    column = numpy.zeros(len(x))
    folds = folds_of(documents, 8)
    for fold in range(8):
        inside = folds == fold
        if inside.any() and (~inside).any():
            table, mean = priors(relations[~inside], right[~inside], weights[~inside])
            column[inside] = [table.get(r, mean) for r in relations[inside]]
    x = numpy.column_stack([x, column])
    forest = ExtraTreesClassifier(TREES, **SETTINGS).fit(x.astype(numpy.float32), right, weights)
    return forest, priors(relations, right, weights)


def score(model, x, relations):
    """The share of right claims in the leaves that a claim falls into, over all trees."""
    forest, (table, mean) = model
    return forest.predict_proba(with_priors(x, relations, table, mean).astype(numpy.float32))[:, 1]


def folds_of(documents, count):
    return numpy.array([int(hashlib.sha256(d.encode()).hexdigest(), 16) % count for d in documents])


def platt(scores, right, steps=200):
    """Slope and shift of the curve that turns scores into probabilities, by Newton's method with a weak prior."""
    a, b = 1.0, 0.0
    for _ in range(steps):
        p = 1 / (1 + numpy.exp(-(a * scores + b)))
        w = p * (1 - p) + 1e-6
        gradient = numpy.array([((right - p) * scores).sum() - 0.1 * (a - 1), (right - p).sum()])
        hessian = numpy.array([[(w * scores * scores).sum() + 0.1, (w * scores).sum()], [(w * scores).sum(), w.sum()]])
        step = numpy.linalg.solve(hessian, gradient)
        a, b = a + step[0], b + step[1]
        if abs(step).max() < 1e-9:
            break
    return float(a), float(b)


def held_out(data, groups, measured):
    """Scores of the measured examples, each from trees that saw none of its group."""
    x, right, edges, documents, kinds, relations, weights = data
    scores = numpy.full(len(x), numpy.nan)
    for group in sorted(set(groups[measured])):
        inside = groups == group
        outside = ~inside & ~numpy.isin(documents, documents[inside & measured])
        model = train(x[outside], right[outside], relations[outside], documents[outside], weights[outside])
        scores[inside] = score(model, x[inside], relations[inside])
    return scores


def cross_calibrated(scores, right, groups):
    """Probabilities by curves fitted without a claim's own group."""
    probabilities = numpy.zeros(len(scores))
    for group in set(groups):
        inside = groups == group
        a, b = platt(scores[~inside], right[~inside])
        probabilities[inside] = 1 / (1 + numpy.exp(-(a * scores[inside] + b)))
    return probabilities


def calibration_error(probabilities, right, bins=10):
    """The mean distance of probability and share of right ones over tenths."""
    places = numpy.minimum((probabilities * bins).astype(int), bins - 1)
    return sum(abs(probabilities[places == k].mean() - right[places == k].mean()) * (places == k).mean() for k in range(bins) if (places == k).any())


def threshold(probabilities, right, edges, aim=AIM):
    """The lowest probability, in hundredths, from which on the share of right edges is the aim."""
    for cut in range(30, 100):
        kept = (probabilities >= cut / 100 - 0.005) & edges
        if kept.any() and right[kept].mean() >= aim:
            return cut / 100
    return 0.99


def report(title, probabilities, right, edges, kinds):
    print(f"\n{title}: {len(right)} claims, {right.mean():.1%} right")
    cut = threshold(probabilities, right, edges)
    loss = -(right * numpy.log(probabilities) + (1 - right) * numpy.log(1 - probabilities)).mean()
    order = numpy.argsort(-probabilities)
    precision = numpy.cumsum(right[order]) / numpy.arange(1, len(right) + 1)
    sure = probabilities >= 0.895
    kept = probabilities >= cut - 0.005
    figures = dict(
        log_loss=loss, average_precision=(precision * right[order]).sum() / right.sum(), calibration_error=calibration_error(probabilities, right),
        right_at_0_9=right[sure].mean() if sure.any() else 0.0, claims_at_0_9=int(sure.sum()), threshold=cut,
        right_kept=right[kept].sum() / right.sum(), precision_kept=right[kept].mean(), edges_right=right[kept & edges].mean())
    print("  " + "  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures.items()))
    for k in range(10):
        inside = numpy.minimum((probabilities * 10).astype(int), 9) == k
        if inside.any():
            print(f"  {k / 10:.1f}  {inside.sum():5} claims  said {probabilities[inside].mean():.2f}  right {right[inside].mean():.2f}")
    for kind in sorted(set(kinds)):
        inside = kinds == kind
        print(f"  {kind:20} {inside.sum():5} claims {right[inside].mean():6.1%} right; kept {(inside & kept).sum():5} "
              f"with {right[inside & kept].mean() if (inside & kept).any() else 0:6.1%} right, of the right ones "
              f"{right[inside & kept].sum() / max(1, right[inside].sum()):6.1%}")
    return {k: round(float(v), 4) for k, v in figures.items()}


def reading(examples, probabilities, right, edges, documents, stated):
    """What ../shared/eval/reading.py prints, of claims that are at least as sure as a cut."""
    totals = sum((examples.totals[d] for d in examples.totals), collections.Counter())
    best = {}
    for cut in [0, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9]:
        kept = probabilities >= cut - 0.005
        found = collections.Counter(tier for tier, document, row in
                                    {(t, documents[n], i) for n in numpy.flatnonzero(kept) for t, i in stated[n]})
        precision = right[kept].mean() if kept.any() else 0.0
        recall = (found["core"] + found["more"]) / (totals["core"] + totals["more"])
        figures = dict(core=found["core"] / totals["core"], more=found["more"] / totals["more"], precision=precision,
                       edges=right[kept & edges].mean() if (kept & edges).any() else 0.0, traps=found["not"] / totals["not"],
                       F1=2 * precision * recall / max(1e-9, precision + recall))
        best[cut] = figures
        print(f"  from {cut:.2f}  " + "  ".join(f"{k} {v:.3f}" for k, v in figures.items()) + f"  claims {kept.sum()}")
    return best


def drawn_from(at):
    """The lowest cut at which the aim is met, but none that costs more F1 than the most loss."""
    best = max(f["F1"] for f in at.values())
    cuts = [cut for cut, f in sorted(at.items()) if f["F1"] >= best - MOST_LOSS]
    return next((cut for cut in cuts if at[cut]["edges"] >= AIM), cuts[-1])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--examples", nargs="+", required=True)
    parser.add_argument("--knowledgenet", help="examples of KnowledgeNet's documents")
    parser.add_argument("--facts", help="the documents with their facts")
    parser.add_argument("--weight", type=float, default=0.15, help="of a claim of KnowledgeNet")
    parser.add_argument("--judged-examples", help="examples of the texts of judge_documents.py")
    parser.add_argument("--judged", help="those that were judged by hand")
    parser.add_argument("--judged-weight", type=float, default=0.8, help="of a claim that was judged by hand")
    parser.add_argument("--out")
    parser.add_argument("--swift", help="the source that says from which confidence on claims are drawn")
    parser.add_argument("--errors", help="where the claims are listed that the judge is wrong about, the worst first")
    options = parser.parse_args()
    examples = judge_data.read(options.examples)
    if options.knowledgenet:
        known = {d[:-4] for d in examples.documents}
        judge_data.add_knowledgenet(examples, options.knowledgenet, options.facts, options.weight, known)
    if options.judged_examples:
        judge_data.add_judged(examples, options.judged_examples, judge_documents.judgements(options.judged), options.judged_weight)
    data = x, right, edges, documents, kinds, relations, weights = examples.arrays()
    measured = ~numpy.isin(kinds, (judge_data.FACTS, judge_data.JUDGED))
    folds = folds_of(documents, 10)
    scores = held_out(data, folds, measured)
    figures = {}
    own = lambda a: a[measured]
    probabilities = cross_calibrated(own(scores), own(right), own(folds))
    figures["by document"] = report("cross-validated by document", probabilities, own(right), own(edges), own(kinds))
    stated = [s for s, m in zip(examples.stated, measured) if m]
    print("by document, all texts; then gold/reading and gold/train alone")
    at = reading(examples, probabilities, own(right), own(edges), own(documents), stated)
    figures["reading"] = {str(cut): {k: round(float(v), 4) for k, v in f.items()} for cut, f in at.items()}
    gold = numpy.array([not k.startswith("own") for k in own(kinds)])
    totals = {d: t for d, t in examples.totals.items() if not d.startswith("own")}
    reading(argparse.Namespace(totals=totals), probabilities[gold], own(right)[gold], own(edges)[gold], own(documents)[gold],
            [s for s, g in zip(stated, gold) if g])
    wide = numpy.array([k.split("-")[0] if not k.startswith(("gum", "own")) else k for k in kinds])
    by_kind = held_out(data, wide, measured)
    figures["by kind"] = report("with each kind of text left out in turn", cross_calibrated(own(by_kind), own(right), own(wide)), own(right), own(edges), own(kinds))
    if options.errors:
        wrong = abs(own(right) - probabilities)
        texts = [t for t, m in zip(examples.texts, measured) if m]
        with open(options.errors, "w", encoding="utf-8") as file:
            for n in numpy.argsort(-wrong):
                print(f"{probabilities[n]:.2f}", own(right)[n], own(documents)[n], texts[n], sep="\t", file=file)
    cut = drawn_from(at)
    if options.swift:
        with open(options.swift, encoding="utf-8") as file:
            source = file.read()
        with open(options.swift, "w", encoding="utf-8") as file:
            file.write(re.sub(r"(sureConfidence = )[0-9.]+", rf"\g<1>{cut:g}", source))
    if options.out:
        forest, (table, mean) = train(x, right, relations, documents, weights)
        curve = platt(own(scores), own(right))
        digest = hashlib.sha256(b"".join(sorted(x.tobytes() for x in x)) + right.tobytes()).hexdigest()[:16]
        export(options.out, examples.names + [PRIOR], flattened(forest), curve, table, mean, dict(
            format="1", name="kg-judge", version="1", licence="CC BY-SA 4.0", data=digest, threshold=f"{cut:.2f}", scores=json.dumps(figures),
            credits="exhaustive tables of facts of our own, over texts of GUM, re3d, KnowledgeNet, Re-DocRED and our own\n"
                    "claims judged one by one in texts of EWT, GUM, re3d, GAP, CrossNER, Wikigold, KnowledgeNet, Re-DocRED and PLOVER\n"
                    "KnowledgeNet (diffbot/knowledge-net), folds 1-3, CC BY-SA 4.0"))
        print(f"\n{options.out}: {os.path.getsize(options.out)} bytes, threshold {cut:.2f}, data {digest}")
        gains, names = forest.feature_importances_, examples.names + [PRIOR]
        print("gains:", ", ".join(f"{names[n]} {gains[n]:.3f}" for n in numpy.argsort(-gains)[:30]))


if __name__ == "__main__":
    main()
