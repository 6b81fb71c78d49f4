"""Text F1 on KnowledgeNet as ../shared/eval/knowledgenet.py counts it, thresholds and calibration."""
import collections

import numpy

# property: (relations that read subject to object, relations that read object to subject)
PROPERTIES = {
    "DATE_OF_BIRTH": (["born-on"], []), "DATE_OF_DEATH": (["died-on"], []), "PLACE_OF_RESIDENCE": (["lives-in"], []),
    "PLACE_OF_BIRTH": (["born-in"], []), "NATIONALITY": (["citizen"], []),
    "EMPLOYEE_OR_MEMBER_OF": (["employee", "member", "official-of"], []), "EDUCATED_AT": (["educated-at"], []),
    "POLITICAL_AFFILIATION": (["member", "affiliate"], []), "CHILD_OF": (["child"], ["parent"]),
    "SPOUSE": (["spouse"], ["spouse"]), "DATE_FOUNDED": (["founded-on"], []), "HEADQUARTERS": (["based-in"], []),
    "SUBSIDIARY_OF": (["part"], ["owner", "acquired"]), "FOUNDED_BY": ([], ["founder"]), "CEO": ([], ["leader"]),
}


def claims_of(sentence, probabilities, thresholds, relations):
    """(relation, subject span, object span) of the pairs above the thresholds, in characters; one a pair of a symmetric relation."""
    claims = []
    for (i, j), row in zip(sentence.pairs, probabilities):
        for r in numpy.nonzero(row >= thresholds)[0]:
            name = relations[r].split(":")[0]
            if name in ("spouse", "sibling") and i > j:
                continue
            spans = [(sentence.spans[c.start][0], sentence.spans[c.end][1]) for c in (sentence.found[i], sentence.found[j])]
            claims.append((name, *spans))
    return sorted(set(claims))


def overlaps(a, b):
    return max(a[0], b[0]) < min(a[1], b[1])


def text_f1(documents, claims):
    """`claims[document]` are triples; the counts (facts, found, claims, right) by property and of all."""
    gold, found, said, right = (collections.Counter() for _ in range(4))
    for d in documents:
        for p in d["passages"]:
            here = [c for c in claims[d["id"]] if p["start"] <= min(c[1][0], c[2][0]) < p["end"]]
            hits = collections.defaultdict(set)
            for f in p["facts"]:
                name = f["property"]
                forward, backward = PROPERTIES[name]
                gold[name] += 1
                ok = False
                for i, (relation, subject, object_) in enumerate(here):
                    if relation in forward and overlaps(subject, f["subject"]) and overlaps(object_, f["object"]) or \
                       relation in backward and overlaps(subject, f["object"]) and overlaps(object_, f["subject"]):
                        ok = True
                        hits[i].add(name)
                found[name] += ok
            for i, (relation, *_) in enumerate(here):
                asked = [k for k in p["asked"] if relation in PROPERTIES[k][0] or relation in PROPERTIES[k][1]]
                if asked:
                    name = sorted(hits[i])[0] if hits[i] else asked[0]
                    said[name] += 1
                    right[name] += bool(hits[i])
    return gold, found, said, right


def summary(counts, name=None):
    g, f, s, r = (sum(x.values()) if name is None else x[name] for x in counts)
    precision, recall = r / s if s else 0.0, f / g if g else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0, g, s


def best_thresholds(scores, labels, weights, least_precision=0.6, least_positives=20):
    """The probability of each relation with the best F1 over known pairs; infinite where precision is never good enough."""
    result = numpy.full(scores.shape[1], numpy.inf)
    for r in range(scores.shape[1]):
        known = labels[:, r] >= 0
        order = numpy.argsort(-scores[known, r], kind="stable")
        values, truth = scores[known, r][order], (labels[known, r][order] == 1)
        w = weights[known][order]
        hits, said = numpy.cumsum(truth * w), numpy.cumsum(w)
        if truth.sum() < least_positives:
            continue
        precision, recall = hits / said, hits / hits[-1]
        f1 = 2 * precision * recall / numpy.maximum(precision + recall, 1e-9)
        f1[precision < least_precision] = -1
        f1[said < 10] = -1
        best = int(f1.argmax())
        if f1[best] > 0:
            result[r] = values[best]
    return result


def platt(scores, labels, weights, steps=200):
    """Slope and shift of each relation that make its scores log odds (Platt 1999), with his smoothed targets."""
    slopes, shifts = numpy.ones(scores.shape[1]), numpy.zeros(scores.shape[1])
    for r in range(scores.shape[1]):
        known = labels[:, r] >= 0
        x, w, truth = scores[known, r].astype(float), weights[known].astype(float), labels[known, r] == 1
        positives, negatives = truth.sum(), (~truth).sum()
        if positives < 5:
            continue
        y = numpy.where(truth, (positives + 1) / (positives + 2), 1 / (negatives + 2))
        a, b = 1.0, 0.0
        for _ in range(steps):
            p = 1 / (1 + numpy.exp(-(a * x + b)))
            g = w * (p - y)
            h = w * p * (1 - p) + 1e-9
            gradient = numpy.array([(g * x).sum(), g.sum()])
            hessian = numpy.array([[(h * x * x).sum() + 1e-6, (h * x).sum()], [(h * x).sum(), h.sum() + 1e-6]])
            da, db = numpy.linalg.solve(hessian, gradient)
            size = max(1.0, abs(da) + abs(db))
            a, b = a - da / size, b - db / size
            if abs(da) + abs(db) < 1e-7:
                break
        slopes[r], shifts[r] = a, b
    return slopes, shifts
