"""Sets that annotate names alone, in our three categories; what a set does not tell of carries no loss."""
import collections
import csv
import glob
import json
import os
import re

from data import TITLES, UNKNOWN, Sentence, blocks, is_people

# What is not listed is no name of ours; what is None may be one.
CROSSNER_TYPES = {
    "politician": "PER", "person": "PER", "writer": "PER", "scientist": "PER", "researcher": "PER", "musicalartist": "PER",
    "organisation": "ORG", "politicalparty": "ORG", "university": "ORG", "band": "ORG",
    "country": "LOC", "location": "LOC",
    "magazine": None, "academicjournal": None, "conference": None, "astronomicalobject": None,
}
WIKIGOLD_TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": None}
REDOCRED_TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": None}
# Of KnowledgeNet's properties, what their subjects and their objects are.
KNOWLEDGENET_ENDS = {
    "DATE_OF_BIRTH": ("PER", None), "DATE_OF_DEATH": ("PER", None), "PLACE_OF_RESIDENCE": ("PER", "LOC"),
    "PLACE_OF_BIRTH": ("PER", "LOC"), "NATIONALITY": ("PER", None), "EMPLOYEE_OR_MEMBER_OF": ("PER", "ORG"),
    "EDUCATED_AT": ("PER", "ORG"), "POLITICAL_AFFILIATION": ("PER", "ORG"), "CHILD_OF": ("PER", "PER"), "SPOUSE": ("PER", "PER"),
    "DATE_FOUNDED": ("ORG", None), "HEADQUARTERS": ("ORG", "LOC"), "SUBSIDIARY_OF": ("ORG", "ORG"), "FOUNDED_BY": ("ORG", None),
    "CEO": ("ORG", "PER"),
}
ONTOLOGY_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
LINKING = frozenset("of the for and de la du des del van von der den al el bin ibn on in at to ' 's - & , . /".split())


def written_spaces(forms):
    """Which words a space follows, where a set does not say: as English is written."""
    return [
        form not in ("(", "[", "$", "-", "/") and following not in (".", ",", ")", "]", ";", ":", "'s", "?", "!", "-", "/", "n't")
        for form, following in zip(forms, [*forms[1:], ""])]


def tagged(count, spans, fill="O"):
    """A row of tags from (first word, word after the last, label or None for unknown); the longest of overlapping ones counts."""
    tags, taken = [fill] * count, [False] * count
    for start, end, label in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if start >= end or any(taken[start:end]):
            continue
        taken[start:end] = [True] * (end - start)
        tags[start:end] = [UNKNOWN] * (end - start) if label is None else [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
    return tags


def bio_spans(tags):
    """(first word, word after the last, type) of tags that may begin a name with I-."""
    spans, start, kind = [], None, None
    for index, tag in enumerate([*tags, "O"]):
        mark, _, own = tag.partition("-")
        if start is not None and (mark != "I" or own != kind):
            spans.append((start, index, kind))
            start = None
        if mark in ("B", "I") and start is None:
            start, kind = index, own
    return spans


def without_article(forms, start, end):
    while start < end - 1 and forms[start].lower() in ("the", "a", "an"):
        start += 1
    return start


def read_crossner(path):
    sentences = []
    name = os.path.basename(path).removesuffix(".txt")
    for number, block in enumerate(blocks(path)):
        rows = [line.split("\t") for line in block.split("\n")]
        forms = [row[0] for row in rows]
        spans = [(start, end, CROSSNER_TYPES[kind]) for start, end, kind in bio_spans([row[1] for row in rows]) if kind in CROSSNER_TYPES]
        sentences.append(Sentence(id=f"{name}-{number}", document=f"{name}-{number}", forms=forms, spaces=written_spaces(forms),
                                  names=tagged(len(forms), spans)))
    return sentences


def read_wikigold(path):
    """Passages of Wikipedia; the set's MISC, and one-word peoples, carry no loss."""
    sentences, document = [], 0
    for block in blocks(path):
        rows = [line.split() for line in block.split("\n")]
        if rows[0][0] == "-DOCSTART-":
            document += 1
            rows = rows[1:]
        if not rows:
            continue
        forms = [row[0] for row in rows]
        spans = []
        for start, end, kind in bio_spans([row[-1] for row in rows]):
            start = without_article(forms, start, end)
            label = WIKIGOLD_TYPES[kind]
            if label == "PER":
                start = after_titles(forms, start, end)
            spans.append((start, end, None if is_people(forms[start:end]) else label))
        sentences.append(Sentence(id=f"wikigold-{len(sentences)}", document=f"wikigold-{document}", forms=forms,
                                  spaces=written_spaces(forms), names=tagged(len(forms), spans)))
    return sentences


def read_redocred(path):
    """Names of Wikipedia passages; what the set calls MISC, and one-word peoples and creeds, carry no loss."""
    sentences = []
    with open(path, encoding="utf-8") as file:
        documents = json.load(file)
    for number, document in enumerate(documents):
        found = collections.defaultdict(list)
        for mention in (mention for vertex in document["vertexSet"] for mention in vertex):
            if mention["type"] in REDOCRED_TYPES:
                found[mention["sent_id"]].append((*mention["pos"], REDOCRED_TYPES[mention["type"]]))
        for index, words in enumerate(document["sents"]):
            forms = [form.strip() or "-" for form in words]
            spans = []
            for start, end, label in found[index]:
                start = without_article(forms, start, end) if label else start
                spans.append((start, end, None if is_people(forms[start:end]) else label))
            sentences.append(Sentence(id=f"redocred-{number}-{index}", document=f"redocred-{number}", forms=forms,
                                      spaces=written_spaces(forms), names=tagged(len(forms), spans)))
    return sentences


def after_titles(forms, start, end):
    while start < end - 1 and forms[start].lower().rstrip(".") in TITLES:
        start += 1
    return start


def word_spans(sentences, text):
    """The characters of a document's text that each word of each sentence stands on, or None where the words are not the text's."""
    found, position = [], 0
    for sentence in sentences:
        own = []
        for form in sentence.forms:
            start = text.find(form, position)
            if start < 0 or start > position + 40:
                return None
            position = start + len(form)
            own.append((start, position))
        found.append(own)
    return found


def partly_tagged(forms, spans):
    """Tags where only some names are known: what has no capital outside of them is none, unless it may link a name's parts."""
    capital = [form[:1].isupper() or form[:1].isdigit() for form in forms]
    near = lambda index: any(capital[max(0, index - 2):index]) and any(capital[index + 1:index + 3])
    certain = [not capital[index] and not (form.lower() in LINKING and near(index)) for index, form in enumerate(forms)]
    tags = tagged(len(forms), spans, fill=UNKNOWN)
    return ["O" if tag is UNKNOWN and sure else tag for tag, sure in zip(tags, certain)]


def with_partial_names(sentences, text, wanted):
    """The sentences of a document with the names at (first character, character after the last, label) of its text; [] if they differ."""
    places = word_spans(sentences, text)
    if places is None:
        return []
    result = []
    for sentence, own in zip(sentences, places):
        spans = []
        for low, high, label in wanted:
            inside = [i for i, (a, b) in enumerate(own) if low <= a and b <= high]
            if not inside:
                continue
            start = without_article(sentence.forms, inside[0], inside[-1] + 1)
            if label == "PER":
                start = after_titles(sentence.forms, start, inside[-1] + 1)
            forms = sentence.forms[start:inside[-1] + 1]
            if forms[0][:1].isupper() and sentence.upos[start] != "PRON" and not is_people(forms):
                spans.append((start, inside[-1] + 1, label))
        if spans:
            result.append(Sentence(id=sentence.id, document=sentence.document, forms=sentence.forms, spaces=sentence.spaces,
                                   names=partly_tagged(sentence.forms, spans)))
    return result


def read_knowledgenet(path, analyses):
    """The ends of facts; `analyses` are the sentences of each document as `kg analyze` cuts them."""
    sentences = []
    with open(path, encoding="utf-8") as file:
        for document in map(json.loads, file):
            wanted = set()
            for fact in (fact for passage in document["passages"] for fact in passage["facts"]):
                for end, label in zip(("subject", "object"), KNOWLEDGENET_ENDS[fact["property"]]):
                    if label:
                        wanted.add((*fact[end], label))
            sentences += with_partial_names(analyses.get(document["id"], []), document["text"], sorted(wanted))
    return sentences


def read_ontology(path):
    """Relation to the one type among ours that its subject and its object must have, or None."""
    ends = {}
    with open(path, encoding="utf-8") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row and not row[0].startswith("#"):
                ends[row[0]] = [ONTOLOGY_TYPES.get(types) for types in row[2:4]]
    return ends


def is_written_as_name(text):
    """Whether every word has a capital or is a number, but for those that link the parts of a name."""
    words = text.split()
    return text[:1].isupper() and all(word[:1].isupper() or word[:1].isdigit() or word.lower() in LINKING for word in words) and "'s " not in text


def gold_names(rows, ends):
    """Every name of a table of facts to its label, where all facts agree: (name, label), the longest first."""
    equal, votes = {}, collections.defaultdict(set)
    for row in rows:
        if row[0] == "=":
            for name in row[1].split("|"):
                equal[name] = row[1].split("|")
    for row in rows:
        if len(row) < 5 or row[1] == "not":
            continue
        labels = [ends.get(relation, (None, None)) for relation in row[3].split("|")]
        for column, place in ((2, 0), (4, 1)):
            kinds = {pair[place] for pair in labels}
            if len(kinds) == 1 and None not in kinds:
                for name in row[column].split("|"):
                    for other in equal.get(name, [name]):
                        votes[other] |= kinds
    return sorted(((name, min(kinds)) for name, kinds in votes.items() if len(kinds) == 1 and is_written_as_name(name)),
                  key=lambda pair: (-len(pair[0]), pair))


def read_gold(folder, ontology, analyses):
    """The parties of gold tables of facts, by the types that their relations ask for, wherever their names stand in the text."""
    ends, sentences = read_ontology(ontology), []
    for path in sorted(glob.glob(f"{folder}/*.tsv")):
        with open(path, encoding="utf-8") as file:
            rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        with open(path.removesuffix(".tsv") + ".txt", encoding="utf-8", newline="") as file:
            text = file.read()
        wanted = [(found.start(), found.end(), label) for name, label in gold_names(rows, ends)
                  for found in re.finditer(rf"\b{re.escape(name)}\b", text)]
        sentences += with_partial_names(analyses.get(os.path.basename(path).removesuffix(".tsv"), []), text, wanted)
    return sentences
