"""GAP and LitBank as sentences with the mentions whose references are known, over the tags and trees of `kg analyze`."""
import collections
import csv
import lzma
import re

from coreference import ASKED, ASKED_NEITHER, OTHER, PERHAPS, PRONOUN_CLASS, RIGHT, WRONG
from data import Mention, head_of
from name_sets import word_spans

def read_gap_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def is_of_name(low, high, start, end):
    """Whether a mention at start…end of the text stands for the name at low…high, as ../shared/eval/gap.py counts it."""
    inside = start >= low - 1 and end <= high + 1
    around = start <= low and end >= high and end - start <= high - low + 12
    return start < high and end > low and (inside or around)


def read_gap(path, analyses):
    """One document a row; a row whose pronoun is not found is left out."""
    sentences = []
    for row in read_gap_rows(path):
        own = analyses.get(row["ID"], [])
        places = word_spans(own, row["Text"])
        if places and mark_gap(own, places, row):
            sentences += own
    return sentences


def mark_gap(sentences, places, row):
    """Gives the mentions their roles in the row's question; false where the pronoun is no word of the analysis."""
    at = int(row["Pronoun-offset"])
    asked = [(number, own.index((at, at + len(row["Pronoun"])))) for number, own in enumerate(places)
             if (at, at + len(row["Pronoun"])) in own]
    if not asked:
        return False
    asked_sentence, asked_word = asked[0]
    pronoun = PRONOUN_CLASS.get(row["Pronoun"].lower())
    names = [(int(row[x + "-offset"]), int(row[x + "-offset"]) + len(row[x]), row[x], row[x + "-coref"].upper() == "TRUE") for x in "AB"]
    for number, (sentence, own) in enumerate(zip(sentences, places)):
        links = []
        for m in sentence.mentions or []:
            start, end = own[m.start][0], own[m.end][1]
            text = " ".join(sentence.forms[m.start:m.end + 1])
            roles = {RIGHT if right else WRONG for low, high, name, right in names
                     if is_of_name(low, high, start, end) or (m.kind == "named" and shares_name(text, name))}
            role = roles.pop() if len(roles) == 1 else PERHAPS if roles else OTHER
            if m.kind == "pronominal":
                role = PERHAPS if PRONOUN_CLASS.get(sentence.forms[m.head].lower()) == pronoun else OTHER
            if (number, m.start, m.end) != (asked_sentence, asked_word, asked_word):
                links.append(Mention(m.start, m.end, m.type, m.kind, role, m.head))
        if number == asked_sentence:
            role = ASKED if any(right for *_, right in names) else ASKED_NEITHER
            links.append(Mention(asked_word, asked_word, "person", "pronominal", role, asked_word))
        sentence.links = sorted(links, key=lambda m: (m.start, -m.end))
        sentence.mentions, sentence.silver = None, True
    return True


def shares_name(text, name):
    """Whether two names are equal or the shorter is the first or the last part of the longer."""
    shorter, longer = sorted((text.lower().split(), name.lower().split()), key=len)
    return bool(shorter) and (longer[:len(shorter)] == shorter or longer[-len(shorter):] == shorter)


def litbank_rows(path):
    """Document, then its sentences as rows of (word, cell of brackets)."""
    documents, rows = collections.defaultdict(list), []
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if found := re.match(r"#begin document \((.*)\);", line):
                name = found[1]
            elif line.startswith("#"):
                continue
            elif line.strip():
                cells = line.split("\t")
                rows.append((cells[3], cells[12] if len(cells) > 12 else ""))
            elif rows:
                documents[name].append(rows)
                rows = []
    return documents


def bracket_spans(cells):
    """(first word, last word, entity) of cells like `(3|(4)` and `3)`."""
    spans, open_at = [], collections.defaultdict(list)
    for index, cell in enumerate(cells):
        for part in filter(None, cell.split("|")):
            entity = part.strip("()")
            if part.startswith("("):
                open_at[entity].append(index)
            if part.endswith(")") and open_at[entity]:
                spans.append((open_at[entity].pop(), index, entity))
    return spans


def read_litbank(path, analyses):
    """Fiction with the mentions of people, places, organizations and vehicles; documents whose words the analysis changes are left out."""
    sentences = []
    for name, document in litbank_rows(path).items():
        own = analyses.get(name, [])
        if [s.forms for s in own] != [[word for word, _ in rows] for rows in document]:
            continue
        for sentence, rows in zip(own, document):
            types = {(m.start, m.end): m.type for m in sentence.mentions or []}
            types |= {m.head: m.type for m in sentence.mentions or []}
            links = []
            for start, end, entity in bracket_spans([cell for _, cell in rows]):
                head = head_of(sentence.upos, sentence.heads, start, end)
                kind = "pronominal" if sentence.upos[head] == "PRON" else "named" if sentence.upos[head] == "PROPN" else "nominal"
                links.append(Mention(start, end, types.get((start, end), types.get(head, "person")), kind, entity, head))
            sentence.links = sorted(links, key=lambda m: (m.start, -m.end))
            sentence.mentions, sentence.silver = None, True
        sentences += own
    return sentences
