"""The pairs of words in a sentence that may stand in a relation, and what the relation head sees of them apart from vectors."""
import dataclasses
import re
from collections import defaultdict

from data import MENTION_KINDS, MENTION_TYPES, misc_fields

# A candidate is a mention, a relative pronoun ("who") or an adjective of a people or a party ("Iraqi").
TYPES = [*MENTION_TYPES, "relative", "adjective"]
KINDS = [*MENTION_KINDS, "other"]
RELATIVE, ADJECTIVE = TYPES.index("relative"), TYPES.index("adjective")
PARTIES = frozenset(TYPES.index(name) for name in ("person", "organization", "place", "relative"))
TIME, PLACE, PERSON = TYPES.index("time"), TYPES.index("place"), TYPES.index("person")
NOMINAL, OTHER = KINDS.index("nominal"), KINDS.index("other")
RELATIVE_TAGS = frozenset(("WDT", "WP", "WP$", "WRB"))
MOST_WORDS_APART = 40

DISTANCES = [2, 3, 4, 5, 7, 10, 14, 20, 28]
PATHS = [2, 3, 4, 5, 6, 8]
BETWEEN = [1, 2, 3, 4, 6]
MOST_STEPS = 24  # steps of a path whose labels are looked at


@dataclasses.dataclass
class Candidate:
    start: int
    end: int  # of the last word
    type: int
    kind: int
    head: int


def brackets(rows):
    """The mentions of CoNLL-U rows as `kg analyze` writes them: (first word, last word, type, kind, head)."""
    mentions, open_at = [], defaultdict(list)
    for index, row in enumerate(rows):
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", misc_fields(row[9]).get("Entity", "")):
            fields = part.strip("()").split("-")
            if part.startswith("("):
                open_at[fields[0]].append((index, fields))
            if part.endswith(")"):
                start, opened = open_at[fields[0]].pop()
                mentions.append((start, index, MENTION_TYPES.index(opened[1]), MENTION_KINDS.index(opened[3]),
                                 start + int(opened[2]) - 1, opened[0]))
    return sorted(mentions, key=lambda m: (m[0], -m[1]))


def candidates(forms, upos, xpos, feats, names, mentions):
    """One candidate a head word, in the order of heads: of the mentions with one head the shortest (the longest are coordinations)."""
    found = {}
    for start, end, kind_of_entity, kind, head, *_ in mentions:
        known = found.get(head)
        if known is None or end - start < known.end - known.start:
            found[head] = Candidate(start, end, kind_of_entity, kind, head)
    # A year inside a date says no more than the date.
    times = [c for c in found.values() if c.type == TIME]
    for c in times:
        if any(o is not c and o.start <= c.start and c.end <= o.end for o in times):
            found.pop(c.head, None)
    for index, form in enumerate(forms):
        if index in found:
            continue
        if xpos[index] in RELATIVE_TAGS and "PronType=Rel" in feats[index]:
            found[index] = Candidate(index, index, RELATIVE, OTHER, index)
        elif upos[index] in ("ADJ", "PROPN") and names[index] == "O" and len(form) > 2 and "A" <= form[0] <= "Z":
            found[index] = Candidate(index, index, ADJECTIVE, OTHER, index)
    return [found[head] for head in sorted(found)]


def may_be_subject(c):
    return c.type in PARTIES or c.type not in (TIME, ADJECTIVE) and c.kind != NOMINAL


def may_be_object(c):
    return c.type in PARTIES or c.type in (TIME, ADJECTIVE) or c.kind != NOMINAL


def may_relate(s, o):
    if abs(s.head - o.head) > MOST_WORDS_APART or not may_be_subject(s) or not may_be_object(o):
        return False
    if s.type == RELATIVE and o.type == RELATIVE:
        return False
    if s.kind == NOMINAL and o.kind == NOMINAL and o.type != TIME:
        return False
    return o.type != ADJECTIVE or s.type not in (PLACE, ADJECTIVE) and s.kind != NOMINAL


def pairs(found):
    """Subject and object as places in the list of candidates."""
    return [(i, j) for i, s in enumerate(found) for j, o in enumerate(found) if i != j and may_relate(s, o)]


def path(heads, a, b):
    """The words from a up to the lowest common ancestor, that word, and those from there down to b; -1 if the root joins them."""
    up = [a]
    while heads[up[-1]]:
        up.append(heads[up[-1]] - 1)
    place = {word: i for i, word in enumerate(up)}
    down = [b]
    while down[-1] not in place and heads[down[-1]]:
        down.append(heads[down[-1]] - 1)
    if down[-1] not in place:
        return up, -1, down[::-1]
    top = down.pop()
    return up[: place[top]], top, down[::-1]


def bucket(value, bounds):
    return sum(bound <= value for bound in bounds)


class Features:
    """Rows of a table whose vectors are added up for a pair; and the role of each word of the sentence for it."""

    def __init__(self, relation_labels):
        self.index = {label: i for i, label in enumerate(relation_labels)}
        count = len(relation_labels)
        sizes = [
            len(TYPES) ** 2, len(KINDS) ** 2, 2 * (len(DISTANCES) + 1), len(PATHS) + 1, 3, len(BETWEEN) + 1, 16,
            count, count, 3 * count]
        self.offsets = [sum(sizes[:i]) for i in range(len(sizes))]
        self.rows = sum(sizes)
        self.count = count

    def of_pair(self, sentence, found, i, j):
        s, o = found[i], found[j]
        up, top, down = path(sentence.heads, s.head, o.head)
        label = lambda word: self.index[sentence.relations[word]]
        low, high = min(s.head, o.head), max(s.head, o.head)
        nested = 1 if o.start <= s.start and s.end <= o.end else 2 if s.start <= o.start and o.end <= s.end else 0
        name = lambda word: ("O", "PER", "ORG", "LOC").index(sentence.names[word].split("-")[-1])
        at = self.offsets
        rows = [
            at[0] + s.type * len(TYPES) + o.type,
            at[1] + s.kind * len(KINDS) + o.kind,
            at[2] + (len(DISTANCES) + 1) * (s.head > o.head) + bucket(high - low, DISTANCES),
            at[3] + bucket(len(up) + len(down) + (top >= 0), PATHS),
            at[4] + nested,
            at[5] + bucket(abs(i - j) - 1, BETWEEN),
            at[6] + 4 * name(s.head) + name(o.head),
            at[7] + label(s.head),
            at[8] + label(o.head),
        ]
        rows += [at[9] + label(word) for word in up[1:MOST_STEPS]]
        rows += [at[9] + self.count + label(word) for word in down[:-1][:MOST_STEPS]]
        if top >= 0:
            rows.append(at[9] + 2 * self.count + label(top))
        return rows, (up, top, down)


# What a word is to a pair; a bias of attention each.
SUBJECT, OBJECT, SUBJECT_SIDE, TOP, OBJECT_SIDE, CHILD, IN_BETWEEN, NEAR, FAR = range(9)
ROLES = 9
NEAR_WORDS = 4


def roles(sentence, s, o, way):
    up, top, down = way
    low, high = min(s.head, o.head), max(s.head, o.head)
    on_path = {*up, *down, top}
    result = []
    for word in range(len(sentence.forms)):
        if low < word < high:
            role = IN_BETWEEN
        elif low - NEAR_WORDS <= word <= high + NEAR_WORDS:
            role = NEAR
        else:
            role = FAR
        if sentence.heads[word] - 1 in on_path and sentence.heads[word]:
            role = CHILD
        result.append(role)
    for word in up:
        result[word] = SUBJECT_SIDE
    for word in down:
        result[word] = OBJECT_SIDE
    if top >= 0:
        result[top] = TOP
    for c, role in ((s, SUBJECT), (o, OBJECT)):
        result[c.head] = role
    return result
