"""KnowledgeNet and Re-DocRED as pairs with labels, on the analyses of `kg` itself."""
import collections
import dataclasses
import itertools
import json

import numpy

from data import head_of, read_conllu
from relation_candidates import ADJECTIVE, Features, brackets, candidates, pairs, roles

# Our relation for each property of KnowledgeNet; "<" turns the fact round.
KNOWLEDGENET = {
    "DATE_OF_BIRTH": "born-on", "DATE_OF_DEATH": "died-on", "PLACE_OF_RESIDENCE": "lives-in", "PLACE_OF_BIRTH": "born-in",
    "NATIONALITY": "citizen", "EMPLOYEE_OR_MEMBER_OF": "employee", "EDUCATED_AT": "educated-at",
    "POLITICAL_AFFILIATION": "member:party", "CHILD_OF": "child", "SPOUSE": "spouse", "DATE_FOUNDED": "founded-on",
    "HEADQUARTERS": "based-in", "SUBSIDIARY_OF": "part", "FOUNDED_BY": "<founder", "CEO": "<leader",
}
# Our relation for properties of Wikidata, as the vocabulary maps them; those with too few examples in one sentence are left out.
WIKIDATA = {
    "P488": "<leader", "P6": "<leader", "P35": "<leader", "P169": "<leader", "P463": "member:group", "P54": "member:group",
    "P102": "member:party", "P108": "employee", "P112": "<founder", "P40": "<child", "P22": "child", "P25": "child",
    "P26": "spouse", "P3373": "sibling", "P551": "lives-in", "P19": "born-in", "P569": "born-on",
    "P570": "died-on", "P571": "founded-on", "P27": "citizen", "P69": "educated-at",
    "P1344": "participant", "P710": "<participant", "P361": "part", "P527": "<part", "P749": "part", "P355": "<part",
    "P159": "based-in", "P131": "located-in", "P17": "located-in", "P276": "located-in", "P150": "<located-in",
    "P127": "<owner", "P1830": "owner",
}
# Relations that neither set annotates; what `kg` reads in ordinary text teaches the head other wordings of them (relation_silver.py).
SILVER = ("awarded", "negotiates-with", "official-of", "supports", "visited")
SYMMETRIC = frozenset(("spouse", "sibling", "negotiates-with"))
ANNOTATED = sorted({name.lstrip("<") for name in (*KNOWLEDGENET.values(), *WIKIDATA.values())})
RELATIONS = ANNOTATED + [name for name in SILVER if name not in ANNOTATED]
INDEX = {name: i for i, name in enumerate(RELATIONS)}
UNKNOWN = -1  # no loss
# A member is perhaps an employee, and so on: where the first holds, the lack of the second proves nothing.
NEAR_RELATIONS = (("member:group", "employee"), ("born-in", "lives-in"), ("leader", "employee"), ("member:party", "member:group"))


@dataclasses.dataclass
class Sentence:
    document: str
    source: str
    analysis: object      # data.Sentence
    spans: list           # of words, in characters of the document (KnowledgeNet only)
    found: list           # candidates
    pairs: list
    labels: numpy.ndarray   # [pairs, relations]: 1, 0, or -1 where unknown
    weights: numpy.ndarray  # [pairs]
    number: int = 0
    features: list = None
    roles: list = None


def analysed(path):
    """Documents of `kg analyze`'s output: id to sentences with their mentions."""
    sentences = read_conllu(path)
    for sentence in sentences:
        rows = [line.split("\t") for line in sentence.lines]
        rows = [row for row in rows if row[0].isdigit() and len(row) == 10]
        sentence.mentions = brackets(rows)
        sentence.names = [dict(f.split("=", 1) for f in row[9].split("|") if "=" in f)["NER"] for row in rows]
    return {key: list(group) for key, group in itertools.groupby(sentences, key=lambda s: s.document)}


def candidates_of(s):
    return candidates(s.forms, s.upos, s.xpos, s.feats, s.names, s.mentions)


def in_text(forms, text, position):
    spans = []
    for form in forms:
        start = text.index(form, position)
        position = start + len(form)
        spans.append((start, position))
    return spans, position


def match(found, spans, heads, upos, wanted):
    """The candidates with the head word of a span of characters, and those that only overlap it."""
    inside = [i for i, (a, b) in enumerate(spans) if max(a, wanted[0]) < min(b, wanted[1])]
    if not inside:
        return set(), set()
    head = head_of(upos, heads, inside[0], inside[-1])
    exact = {i for i, c in enumerate(found) if c.head == head or (c.start, c.end) == (inside[0], inside[-1])}
    return exact, {i for i, c in enumerate(found) if c.start <= inside[-1] and inside[0] <= c.end} - exact


def fill(labels, index, column, subjects, objects):
    """Positives for the pairs of exact matches; pairs of loose ones are unknown."""
    for exact in (False, True):
        for i in subjects[0] | (set() if exact else subjects[1]):
            for j in objects[0] | (set() if exact else objects[1]):
                if (i, j) in index and labels[index[i, j], column] != 1:
                    labels[index[i, j], column] = 1 if exact else UNKNOWN


def knowledgenet(path, analyses):
    sentences = []
    with open(path, encoding="utf-8") as file:
        documents = [json.loads(line) for line in file]
    for document in documents:
        text, position = document["text"], 0
        for analysis in analyses.get(document["id"], []):
            spans, position = in_text(analysis.forms, text, position)
            found = candidates_of(analysis)
            own = pairs(found)
            labels = numpy.full((len(own), len(RELATIONS)), UNKNOWN, dtype=numpy.int8)
            index = {pair: i for i, pair in enumerate(own)}
            for passage in document["passages"]:
                # A sentence belongs to the passage that holds it whole; the pairs of others are left unknown.
                if not (passage["start"] <= spans[0][0] < passage["end"]):
                    continue
                for name in passage["asked"]:
                    column = INDEX[KNOWLEDGENET[name].lstrip("<")]
                    labels[:, column] = 0
                facts = collections.defaultdict(list)
                for fact in passage["facts"]:
                    facts[fact["property"]].append(fact)
                for name, rows in facts.items():
                    target = KNOWLEDGENET[name]
                    for fact in rows:
                        ends = [match(found, spans, analysis.heads, analysis.upos, fact[end]) for end in ("subject", "object")]
                        if target.startswith("<"):
                            ends.reverse()
                        fill(labels, index, INDEX[target.lstrip("<")], *ends)
                        if target in SYMMETRIC:
                            fill(labels, index, INDEX[target], ends[1], ends[0])
            sentences.append(Sentence(document["id"], "knowledgenet", analysis, spans, found, own, labels, numpy.ones(len(own), numpy.float32)))
    return sentences, documents


def redocred(path, analyses):
    sentences = []
    with open(path, encoding="utf-8") as file:
        documents = json.load(file)
    for number, document in enumerate(documents):
        facts = collections.defaultdict(list)
        for label in document["labels"]:
            facts[label["h"], label["t"]].append((label["r"], label["evidence"]))
        for place, analysis in enumerate(analyses[f"redocred-{number}"]):
            spans = [(i, i + 1) for i in range(len(analysis.forms))]
            found = candidates_of(analysis)
            vertices = collections.defaultdict(set)  # candidate: the vertices it is a mention of
            loose = collections.defaultdict(set)
            for v, vertex in enumerate(document["vertexSet"]):
                for mention in vertex:
                    if mention["sent_id"] == place:
                        exact, other = match(found, spans, analysis.heads, analysis.upos, mention["pos"])
                        for i in exact:
                            vertices[i].add(v)
                        for i in other:
                            loose[i].add(v)
            own = pairs(found)
            labels = numpy.zeros((len(own), len(RELATIONS)), dtype=numpy.int8)
            labels[:, len(ANNOTATED):] = UNKNOWN
            weights = numpy.ones(len(own), numpy.float32)
            for row, (i, j) in enumerate(own):
                exact = bool(vertices[i] and vertices[j])
                if not exact:
                    weights[row] = 0.3
                for a in vertices[i] or loose[i]:
                    for b in vertices[j] or loose[j]:
                        for x, y, turned in ((a, b, False), (b, a, True)):
                            for property_, evidence in facts[x, y]:
                                target = WIKIDATA.get(property_)
                                if target is None:
                                    continue
                                name = target.lstrip("<")
                                if target.startswith("<") != turned and name not in SYMMETRIC:
                                    continue
                                if name == "located-in" and found[j].type == ADJECTIVE:
                                    continue  # what is Iraqi need not lie in Iraq
                                value = 1 if exact and place in evidence else UNKNOWN
                                column = INDEX[name]
                                if labels[row, column] != 1:
                                    labels[row, column] = value
                for known, near in NEAR_RELATIONS:
                    if labels[row, INDEX[known]] == 1 and labels[row, INDEX[near]] == 0:
                        labels[row, INDEX[near]] = UNKNOWN
            sentences.append(Sentence(f"redocred-{number}", "redocred", analysis, spans, found, own, labels, weights))
    return sentences


def add_features(sentences, relation_labels):
    features = Features(relation_labels)
    for sentence in sentences:
        sentence.features, sentence.roles = [], []
        for i, j in sentence.pairs:
            rows, way = features.of_pair(sentence.analysis, sentence.found, i, j)
            sentence.features.append(rows)
            sentence.roles.append(numpy.array(roles(sentence.analysis, sentence.found[i], sentence.found[j], way), numpy.uint8))
    return features
