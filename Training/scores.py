"""CoNLL's coreference scores, as ../shared/eval/conllu.py defines them: exact spans, singletons left out."""
import numpy
from scipy.optimize import linear_sum_assignment


def conll(gold, said):
    """MUC, B³ and entity CEAF of two dictionaries of entity to its set of spans."""
    gold = [frozenset(c) for c in gold.values() if len(c) > 1]
    said = [frozenset(c) for c in said.values() if len(c) > 1]

    def of(clusters):
        return {m: c for c in clusters for m in c}

    def muc(keys, responses):
        where = of(responses)
        parts = [(len(c), len({where.get(m, m) for m in c})) for c in keys]
        return sum(n - p for n, p in parts), sum(n - 1 for n, _ in parts)

    def b3(keys, responses):
        where = of(responses)
        return sum(len(c & where.get(m, frozenset())) / len(c) for c in keys for m in c), sum(map(len, keys))

    def mean(part):
        (a, b), (c, d) = part(gold, said), part(said, gold)
        recall, precision = a / b if b else 0, c / d if d else 0
        return 200 * precision * recall / (precision + recall) if precision + recall else 0

    index = of(said)
    score = numpy.zeros((len(gold), len(said)))
    order = {c: j for j, c in enumerate(said)}
    for i, g in enumerate(gold):
        for c in {index[m] for m in g if m in index}:
            score[i, order[c]] = 2 * len(g & c) / (len(g) + len(c))
    best = 0.0
    if gold and said:
        rows, columns = linear_sum_assignment(-score)
        best = score[rows, columns].sum()
    recall, precision = best / len(gold) if gold else 0, best / len(said) if said else 0
    return mean(muc), mean(b3), 200 * precision * recall / (precision + recall) if precision + recall else 0
