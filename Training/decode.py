"""From scores to an analysis: spanning tree, lemma scripts, constrained name tags, mentions."""
import numpy

from data import MENTION_KINDS, MENTION_TYPES, NAME_LABELS, head_of
from lemma import apply_script

MAX_MENTION_WORDS = 64
NAME_TRANSITION_WEIGHT = 0.25  # chosen on EWT dev, as is
NAME_MENTION_TYPES = {"PER": "person", "ORG": "organization", "LOC": "place"}


def is_tree(heads):
    """heads[i] is the head of word i + 1; one root, no cycle."""
    if sum(head == 0 for head in heads) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen, at = 0, word
        while at and seen <= len(heads):
            at, seen = heads[at - 1], seen + 1
        if at:
            return False
    return True


def maximum_tree(scores):
    """Chu-Liu/Edmonds over scores[dependent, head] with index 0 as the artificial root; any number of roots."""
    size = len(scores)
    scores = scores.copy()
    numpy.fill_diagonal(scores, -numpy.inf)
    scores[0] = -numpy.inf
    heads = scores.argmax(1)
    heads[0] = 0
    colour, cycle = [0] * size, None
    for start in range(1, size):
        path, at = [], start
        while at and colour[at] == 0:
            colour[at] = start + size
            path.append(at)
            at = heads[at]
        if at and colour[at] == start + size and at in path:
            cycle = path[path.index(at):]
            break
    if cycle is None:
        return heads
    inside = set(cycle)
    outside = [i for i in range(size) if i not in inside]
    place = {old: new for new, old in enumerate(outside)}
    new = len(outside)
    contracted = numpy.full((new + 1, new + 1), -numpy.inf)
    contracted[:new, :new] = scores[numpy.ix_(outside, outside)]
    leave, enter = {}, {}
    kept = {word: scores[word, heads[word]] for word in cycle}
    for other in outside:
        if other:
            best = max(cycle, key=lambda word: scores[other, word])
            contracted[place[other], new], leave[other] = scores[other, best], best
        best = max(cycle, key=lambda word: scores[word, other] - kept[word])
        contracted[new, place[other]], enter[other] = scores[best, other] - kept[best], best
    solved = maximum_tree(contracted)
    result = heads.copy()
    for other in outside:
        if other:
            head = solved[place[other]]
            result[other] = leave[other] if head == new else outside[head]
    head = outside[solved[new]]
    result[enter[head]] = head
    return result


def tree(scores):
    """The best tree with exactly one root, as heads of the words; scores[dependent, head] with index 0 the root."""
    own = scores.copy()
    numpy.fill_diagonal(own, -numpy.inf)
    heads = own[1:].argmax(1)
    if is_tree(list(heads)):
        return heads
    found = maximum_tree(own)[1:]
    if (found == 0).sum() == 1:
        return found
    # Several roots: the root that costs least, all others forbidden.
    best = None
    for root in range(1, len(own)):
        single = own.copy()
        single[1:, 0] = -numpy.inf
        single[root] = -numpy.inf
        single[root, 0] = own[root, 0]
        heads = maximum_tree(single)[1:]
        total = single[numpy.arange(1, len(own)), heads].sum()
        if best is None or total > best[0]:
            best = (total, heads)
    return best[1]


def name_transitions(sentences=(), weight=NAME_TRANSITION_WEIGHT):
    """[before, after] costs between tags: −10⁴ where I-X follows neither B-X nor I-X, elsewhere a share of how much
    likelier the training data make the tag after the one before than anywhere."""
    size = len(NAME_LABELS)
    counts = numpy.full((size, size), 0.5)
    for sentence in sentences:
        before = 0
        for tag in sentence.names or []:
            after = None if tag is None else NAME_LABELS.index(tag)
            if before is not None and after is not None:
                counts[before, after] += 1
            before = after
    gain = numpy.log(counts / counts.sum(1, keepdims=True) / (counts.sum(0) / counts.sum()))
    for after, label in enumerate(NAME_LABELS):
        for before, other in enumerate(NAME_LABELS):
            if label.startswith("I-") and other[2:] != label[2:]:
                gain[before, after] = -1e4 / max(weight, 1e-4)
    return (gain * max(weight, 1e-4)).astype(numpy.float32)


def name_tags(scores, transitions):
    """The best tag sequence by Viterbi; before the first word stands O."""
    best = scores[0] + transitions[0]
    back = []
    for row in scores[1:]:
        joint = best[:, None] + transitions
        back.append(joint.argmax(0))
        best = joint.max(0) + row
    tags = [int(best.argmax())]
    for pointers in reversed(back):
        tags.append(int(pointers[tags[-1]]))
    return [NAME_LABELS[tag] for tag in reversed(tags)]


def mentions(scores, upos, heads, relations, bias=0.0):
    """(start, end, type, kind) of the spans whose best type beats 0; scores[channel, start, end].

    The best come first; one that crosses a better one falls away, and so does one with the same head word, unless the
    longer of the two is a coordination: it takes in a conjunct of that word that the shorter leaves out.
    """
    types = scores[: len(MENTION_TYPES)]
    best, kind = types.max(0), scores[len(MENTION_TYPES):].argmax(0)
    spans = [(int(start), int(end)) for start, end in zip(*numpy.nonzero(numpy.triu(best > -bias)))
             if end - start < MAX_MENTION_WORDS]
    conjuncts = {}
    for word, (head, relation) in enumerate(zip(heads, relations)):
        if relation == "conj":
            conjuncts.setdefault(head - 1, []).append(word)

    def clash(a, b):
        if a[0] < b[0] <= a[1] < b[1] or b[0] < a[0] <= b[1] < a[1]:
            return True
        if a[2] != b[2]:
            return False
        longer, shorter = (a, b) if a[1] - a[0] > b[1] - b[0] else (b, a)
        return not any(longer[0] <= word <= longer[1] and not shorter[0] <= word <= shorter[1]
                       for word in conjuncts.get(a[2], []))

    kept = []
    for start, end in sorted(spans, key=lambda span: (-best[span], span)):
        span = (start, end, head_of(upos, heads, start, end))
        if not any(clash(span, other) for other in kept):
            kept.append(span)
    return [(start, end, MENTION_TYPES[types[:, start, end].argmax()], MENTION_KINDS[kind[start, end]])
            for start, end, _ in sorted(kept, key=lambda span: (span[0], -span[1]))]


def name_spans(tags):
    """(first word, last word, label) of the names of a row of BIO tags."""
    found, start = [], None
    for word, tag in enumerate([*tags, "O"]):
        if start is not None and (tag == "O" or tag.startswith("B-")):
            found.append((start, word - 1, tags[start][2:]))
            start = None
        if tag != "O" and start is None:
            start = word
    return found


def crosses(a, b):
    return a[0] < b[0] <= a[1] < b[1] or b[0] < a[0] <= b[1] < a[1]


def agreeing(spans, tags, upos, heads):
    """The mentions, changed where they do not agree with the names: one that cuts a name in two grows to take in the whole
    name, or falls away where it would then cross another; a name that heads no mention becomes one of its own."""
    spans = list(spans)
    for start, end, label in name_spans(tags):
        for index in reversed(range(len(spans))):
            span = spans[index]
            if not crosses(span, (start, end)):
                continue
            del spans[index]
            whole = (min(span[0], start), max(span[1], end))
            if not any(other[:2] == whole or crosses(other, whole) for other in spans):
                spans.append((*whole, *span[2:]))
        if not any(s[0] <= start and end <= s[1] and start <= head_of(upos, heads, s[0], s[1]) <= end for s in spans):
            spans.append((start, end, NAME_MENTION_TYPES[label], "named"))
    return sorted(spans, key=lambda span: (span[0], -span[1]))


KNOWN_LEMMA_TAGS = frozenset(("NOUN", "VERB", "ADJ", "PROPN", "AUX", "ADV"))
KNOWN_LEMMA_MARGIN = 3.5  # chosen on dev, as is


def lemma(form, scores, scripts, known=None):
    """The lemma by the best script that fits the form; where `known` (words in lower case) lacks it, the best known one of
    nearly the same score."""
    best = int(scores.argmax())
    first = apply_script(form, scripts[best])
    order = numpy.argsort(-scores, kind="stable")
    if first is not None:
        if known is None or first.lower() in known:
            return first
        for index in order:
            if index != best and scores[index] >= scores[best] - KNOWN_LEMMA_MARGIN:
                found = apply_script(form, scripts[index])
                if found is not None and found.lower() in known:
                    return found
        return first
    for index in order:
        found = apply_script(form, scripts[index])
        if found is not None:
            return found
    return form
