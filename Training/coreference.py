"""Coreference over the mentions of a document: a small antecedent scorer on the encoder's word vectors."""
import dataclasses

import numpy
import torch
from torch import nn
from torch.nn import functional

from data import MENTION_KINDS, MENTION_TYPES, head_of
from model import IntegerLinear, round_inputs
from wordpiece import plain

WINDOW = 100        # earlier mentions that are looked at …
FAR_MATCHES = 5     # … and so many farther ones of the same string or head, the nearest first
THRESHOLD = 0.0     # a link must score above it
MENTION_SIZE, PAIR_SIZE = 128, 64
HIDDEN = 384

PRONOUNS = [
    [], ["i", "me", "my", "mine", "myself"], ["you", "your", "yours", "yourself", "yourselves"],
    ["he", "him", "his", "himself"], ["she", "her", "hers", "herself"], ["it", "its", "itself"],
    ["we", "us", "our", "ours", "ourselves"], ["they", "them", "their", "theirs", "themselves", "themself"],
    ["this", "that", "these", "those"], ["who", "whom", "whose", "which", "what"], [],
]
PRONOUN_CLASS = {word: number for number, words in enumerate(PRONOUNS) for word in words}
OTHER_PRONOUN = len(PRONOUNS) - 1
# What GAP tells of a mention: the pronoun that is asked about (and means one of two names, or neither); a name it means; one that it
# doesn't mean; perhaps another mention of the same person; the rest.
ASKED, ASKED_NEITHER, RIGHT, WRONG, PERHAPS, OTHER = "asked", "asked, neither", "right", "wrong", "perhaps", "other"
ASKED_ROLES = frozenset((ASKED, ASKED_NEITHER))

SENTENCE_BOUNDS = [1, 2, 3, 4, 5, 8, 12, 20, 40]
MENTION_BOUNDS = [2, 3, 4, 5, 8, 16, 32, 64, 100]
ROLES = {"nsubj": 1, "csubj": 1, "obj": 2, "iobj": 2, "nmod:poss": 3, "obl": 4, "nmod": 4}
STRINGS, ROLE_COUNT = 11, 5
KINDS, TYPES, PRONOUN_COUNT = len(MENTION_KINDS), len(MENTION_TYPES), len(PRONOUNS)


@dataclasses.dataclass
class Place:
    """A mention in its document."""
    sentence: int
    start: int
    end: int
    head: int
    type: int
    kind: int
    pronoun: int
    key: str
    head_word: str
    content: frozenset
    names: frozenset
    initials: str
    relation: int
    role: int
    governor: int  # word index in the sentence, or -1
    speaker: str
    entity: str | None = None


def place(sentence, number, start, end, kind_of_entity, kind, upos, heads, relations, relation_index, speaker, entity=None):
    """`sentence` gives the words; tags and tree are given apart, since they are gold in training and predicted later."""
    head = head_of(upos, heads, start, end)
    words = [plain(form).lower() for form in sentence.forms[start:end + 1]]
    tags = upos[start:end + 1]
    first, last = 0, len(words)
    while first < last - 1 and tags[first] == "DET":
        first += 1
    while last > first + 1 and tags[last - 1] in ("PART", "PUNCT"):
        last -= 1
    pronominal = MENTION_KINDS[kind] == "pronominal"
    relation = relations[head]
    proper = [form for form, tag in zip(sentence.forms[start:end + 1], tags) if tag == "PROPN"]
    return Place(
        sentence=number, start=start, end=end, head=head, type=kind_of_entity, kind=kind,
        pronoun=PRONOUN_CLASS.get(words[head - start], OTHER_PRONOUN) if pronominal else 0,
        key=" ".join(words[first:last]), head_word=words[head - start],
        content=frozenset(w for w, tag in zip(words, tags) if tag in ("NOUN", "PROPN", "NUM", "ADJ")),
        names=frozenset(form.lower() for form in proper),
        initials="".join(form[0] for form in proper).lower() if len(proper) > 1 else "",
        relation=relation_index[relation], role=ROLES.get(relation, ROLES.get(relation.split(":")[0], 0)),
        governor=heads[head] - 1, speaker=speaker, entity=entity,
    )


def predicted_places(sentences, analyses, relation_index):
    """The mentions that the model itself found in a document, with its own tags and trees."""
    places = []
    for number, (sentence, analysis) in enumerate(zip(sentences, analyses)):
        for start, end, kind, form in analysis.mentions:
            places.append(place(
                sentence, number, start, end, MENTION_TYPES.index(kind), MENTION_KINDS.index(form),
                analysis.upos, analysis.heads, analysis.relations, relation_index, ""))
    return places


def feature_sizes(relations):
    return [
        len(SENTENCE_BOUNDS) + 1, len(MENTION_BOUNDS) + 1, STRINGS * KINDS * KINDS, PRONOUN_COUNT * PRONOUN_COUNT * 3,
        TYPES * TYPES, 1 + 2 * relations, 3, ROLE_COUNT * ROLE_COUNT * 3,
    ]


def numbered(values):
    """Equal values to equal numbers."""
    index = {}
    return numpy.array([index.setdefault(value, len(index)) for value in values])


def shared_counts(sets):
    """How many members each two sets share."""
    index = {}
    for members in sets:
        for member in sorted(members):
            index.setdefault(member, len(index))
    table = numpy.zeros((len(sets), len(index) + 1), dtype=numpy.float32)
    for row, members in zip(table, sets):
        row[[index[member] for member in members]] = 1
    return (table @ table.T).astype(numpy.int64)


def string_relations(places):
    """[later, earlier]: how the words of the two mentions compare."""
    keys, heads = numbered([p.key for p in places]), numbered([p.head_word for p in places])
    sizes = numpy.array([len(p.content) for p in places])
    content, names = shared_counts([p.content for p in places]), shared_counts([p.names for p in places])
    pronominal = numpy.array([p.pronoun > 0 for p in places])
    acronym = numpy.array([[bool(p.initials) and p.initials == q.head_word for q in places] for p in places])
    inside, around = content == sizes[:, None], content == sizes[None, :]
    same_key, same_head = keys[:, None] == keys[None, :], heads[:, None] == heads[None, :]
    return numpy.select(
        [(pronominal[:, None] | pronominal[None, :]) & same_key, pronominal[:, None] | pronominal[None, :], same_key,
         same_head & inside, same_head & around, same_head, inside & (sizes[:, None] > 0), around & (sizes[None, :] > 0),
         acronym | acronym.T, names > 0],
        [9, 10, 1, 2, 3, 4, 5, 6, 7, 8], 0)


def candidates(places):
    """[later, earlier]: the WINDOW mentions before each one and the FAR_MATCHES nearest like ones farther back."""
    count = len(places)
    distance = numpy.arange(count)[:, None] - numpy.arange(count)[None, :]
    allowed = (distance > 0) & (distance <= WINDOW)
    seen = {}
    for number, p in enumerate(places):
        if p.pronoun:
            continue
        marks = (("key", p.key), ("head", p.head_word))
        far = sorted({j for mark in marks for j in seen.get(mark, []) if j < number - WINDOW})
        allowed[number, far[-FAR_MATCHES:]] = True
        for mark in marks:
            seen.setdefault(mark, []).append(number)
    return allowed, distance


def pairs(places, relations):
    """The pairs of a later mention and an earlier one, in order, and the rows of their features in the joint table."""
    sizes = feature_sizes(relations)
    offsets = numpy.cumsum([0, *sizes[:-1]])
    allowed, distance = candidates(places)
    column = lambda name: numpy.array([getattr(p, name) for p in places])
    i = {name: column(name)[:, None] for name in (
        "sentence", "start", "end", "head", "type", "kind", "pronoun", "relation", "role", "governor")}
    j = {name: values.T for name, values in i.items()}
    gap = i["sentence"] - j["sentence"]
    together = gap == 0
    spoken = numpy.array([bool(p.speaker) for p in places])
    speakers = numbered([p.speaker for p in places])
    speaker = numpy.where(spoken[:, None] & spoken[None, :], numpy.where(speakers[:, None] == speakers[None, :], 1, 2), 0)
    direct = numpy.select(
        [together & (i["governor"] == j["head"]), together & (j["governor"] == i["head"])],
        [1 + i["relation"] + 0 * gap, 1 + relations + j["relation"] + 0 * gap], 0)
    nested = numpy.select(
        [together & (j["start"] <= i["start"]) & (i["end"] <= j["end"]),
         together & (i["start"] <= j["start"]) & (j["end"] <= i["end"])], [1, 2], 0)
    rows = [
        numpy.searchsorted(SENTENCE_BOUNDS, gap, side="right"),
        numpy.searchsorted(MENTION_BOUNDS, distance, side="right"),
        (string_relations(places) * KINDS + i["kind"]) * KINDS + j["kind"],
        (i["pronoun"] * PRONOUN_COUNT + j["pronoun"]) * 3 + speaker,
        i["type"] * TYPES + j["type"],
        direct,
        nested,
        (i["role"] * ROLE_COUNT + j["role"]) * 3 + numpy.minimum(gap, 2),
    ]
    later, earlier = numpy.nonzero(allowed)
    features = numpy.stack([row[later, earlier] for row in rows], 1) + offsets
    return torch.from_numpy(later.copy()), torch.from_numpy(earlier.copy()), torch.from_numpy(features)


class Coreference(nn.Module):
    def __init__(self, relations, dropout=0.3):
        super().__init__()
        self.start = IntegerLinear(HIDDEN, MENTION_SIZE)
        self.end = IntegerLinear(HIDDEN, MENTION_SIZE, bias=False)
        self.head = IntegerLinear(HIDDEN, MENTION_SIZE, bias=False)
        self.later = IntegerLinear(MENTION_SIZE, PAIR_SIZE)
        self.earlier = IntegerLinear(MENTION_SIZE, PAIR_SIZE, bias=False)
        self.product = IntegerLinear(MENTION_SIZE, PAIR_SIZE, bias=False)
        self.features = nn.Embedding(sum(feature_sizes(relations)), PAIR_SIZE)
        nn.init.normal_(self.features.weight, std=0.05)
        self.score = nn.Linear(PAIR_SIZE, 1)
        self.dropout = nn.Dropout(dropout)
        round_inputs(self)

    def mentions(self, starts, ends, heads):
        d = self.dropout
        return d(functional.gelu(self.start(d(starts)) + self.end(d(ends)) + self.head(d(heads))))

    def pair_scores(self, vectors, later, earlier, features):
        """Scores of pairs given as index rows; a mention links to its best candidate if that scores above 0."""
        inner = self.later(vectors)[later] + self.earlier(vectors)[earlier]
        inner = inner + self.product(vectors[later] * vectors[earlier])
        inner = inner + functional.embedding_bag(features, self.features.weight, mode="sum")
        return self.score(self.dropout(functional.gelu(inner)))[:, 0]


def stacked(words):
    """The vectors of a document's sentences as one matrix, and the row where each sentence begins."""
    starts = numpy.cumsum([0, *(len(own) for own in words[:-1])]).tolist()
    return torch.cat(list(words)), starts


def mention_vectors(model, places, vectors, starts):
    """`vectors` are the encoder's of [CLS] and the words of each sentence; `starts[sentence]` is the row of its [CLS]."""
    rows = lambda name: vectors[[starts[p.sentence] + getattr(p, name) + 1 for p in places]]
    return model.mentions(rows("start"), rows("end"), rows("head"))


def link_loss(model, places, vectors, starts, relations):
    """The sum over mentions of how unlikely their true antecedents, or none, are; and how many mentions that is.

    Mentions of GAP's passages have roles in place of entities (`gap_choices`).
    """
    later, earlier, features = pairs(places, relations)
    if not len(later):
        return vectors.sum() * 0, 0
    slot = torch.arange(len(later)) - torch.searchsorted(later, later)
    table = torch.full((len(places), int(slot.max()) + 2), -1e4)
    right = torch.zeros(table.shape, dtype=torch.bool)
    scores = model.pair_scores(mention_vectors(model, places, vectors, starts), later, earlier, features)
    table = table.index_put((later, slot + 1), scores.float())
    table[:, 0] = 0
    if any(p.entity in ASKED_ROLES for p in places):
        same, possible, rows = gap_choices(places, later, earlier)
        right[later, slot + 1] = same
        right[:, 0] = torch.tensor([p.entity == ASKED_NEITHER for p in places])
        table = table.index_put((later[~possible], slot[~possible] + 1), torch.tensor(-1e4))
        rows &= right.any(1)
    else:
        entities = numbered([p.entity if p.entity is not None else number for number, p in enumerate(places)])
        right[later, slot + 1] = torch.from_numpy(entities[later.numpy()] == entities[earlier.numpy()])
        right[:, 0] = ~right.any(1)
        rows = torch.ones(len(places), dtype=torch.bool)
    table, right = table[rows], right[rows]
    gold = table.masked_fill(~right, -1e4).logsumexp(1)
    return (table.logsumexp(1) - gold).sum(), len(table)


def gap_choices(places, later, earlier):
    """Of each pair, whether it is a right answer and whether it counts at all; of each mention, whether it is asked about."""
    role = lambda numbers, names: torch.tensor([places[i].entity in names for i in numbers.tolist()], dtype=torch.bool)
    neither = role(later, (ASKED_NEITHER,))
    same = torch.where(neither, role(earlier, (OTHER,)), role(earlier, (RIGHT,)))
    rows = torch.tensor([p.entity in ASKED_ROLES for p in places])
    return same, ~role(earlier, (PERHAPS,)), rows


def link(model, places, words, relations, threshold=THRESHOLD):
    """The entity number of each mention of a document; `words` are the vectors of each sentence's [CLS] and words."""
    return link_rows(model, places, *stacked(words), relations, threshold) if places else []


@torch.no_grad()
def link_rows(model, places, vectors, starts, relations, threshold=THRESHOLD):
    if not places:
        return []
    later, earlier, features = pairs(places, relations)
    scores = model.pair_scores(mention_vectors(model, places, vectors, starts), later, earlier, features).tolist()
    best = [(threshold, None)] * len(places)
    for i, j, score in zip(later.tolist(), earlier.tolist(), scores):
        if score > best[i][0]:
            best[i] = (score, j)
    entities, count = [], 0
    for _, antecedent in best:
        if antecedent is None:
            entities.append(count)
            count += 1
        else:
            entities.append(entities[antecedent])
    return entities


def entities_of(model, sentences, analyses, relations):
    """The entity names of every sentence's mentions; documents are told apart by their names."""
    result, start, index = [], 0, {label: i for i, label in enumerate(relations)}
    while start < len(sentences):
        end = start
        while end < len(sentences) and sentences[end].document == sentences[start].document:
            end += 1
        places = predicted_places(sentences[start:end], analyses[start:end], index)
        numbers = iter(link(model, places, [a.words for a in analyses[start:end]], len(relations)))
        result += [[f"e{next(numbers)}" for _ in analysis.mentions] for analysis in analyses[start:end]]
        start = end
    return result
