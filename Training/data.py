"""The training and development data, read into plain sentences."""
import collections
import dataclasses
import functools
import os
import re

from lemma import script_of

NAME_LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
MENTION_TYPES = ["person", "place", "organization", "object", "event", "time", "abstract", "animal", "plant", "substance"]
MENTION_KINDS = ["named", "nominal", "pronominal"]
TITLES = frozenset("""mr mrs ms miss dr prof professor sir lord lady dame president chancellor prime minister secretary general
colonel captain major lieutenant sergeant commander admiral senator governor mayor judge justice king queen prince princess emperor
pope bishop archbishop father sister brother saint st. rev reverend chairman chairwoman director ceo congressman congresswoman
representative ambassador god earl duke baron gen lt col sgt capt chief counselor fellow protector mister officer""".split())
OTHER_PEOPLES = frozenset("""african asian european arab arabic persian latin catholic protestant christian jewish jew muslim islamic
islam hindu buddhist sunni shia shiite orthodox christianity catholicism judaism republican democrat democratic liberal conservative
soviet kurdish kurd tamil flemish caribbean western eastern northern southern nordic balkan slavic basque catalan mongol hebrew
scandinavian californian texan bavarian sicilian siberian yiddish welsh scottish scot english roma gypsy british briton""".split())
GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
UNKNOWN = None


@dataclasses.dataclass
class Mention:
    start: int
    end: int  # of the last word
    type: str
    kind: str
    entity: str
    head: int


@dataclasses.dataclass
class Sentence:
    id: str
    forms: list
    spaces: list
    document: str = ""
    speaker: str = ""
    lemmas: list | None = None
    upos: list | None = None
    xpos: list | None = None
    feats: list | None = None
    heads: list | None = None  # 0 is the root, words count from 1
    relations: list | None = None
    names: list | None = None  # a BIO tag or None where the loss is masked
    mentions: list | None = None  # all of the sentence
    links: list | None = None  # those whose entities are known, for coreference
    silver: bool = False  # tags and trees are predictions: they serve as features, never as labels
    lines: list | None = None


def blocks(path):
    with open(path, encoding="utf-8") as file:
        return [block for block in re.split(r"\n\s*\n", file.read().strip("\n")) if block]


def misc_fields(cell):
    return dict(field.split("=", 1) for field in cell.split("|") if "=" in field)


def read_conllu(path):
    sentences, document = [], ""
    for block in blocks(path):
        lines = block.split("\n")
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        words = [row for row in rows if row[0].isdigit()]
        comments = dict(re.findall(r"^# ?([^=\n]+?) = (.*)$", block, re.M))
        document = comments.get("newdoc id", document)
        if not words:
            continue
        spaces = ["SpaceAfter=No" not in row[9] for row in words]
        for row in rows:
            if m := re.fullmatch(r"(\d+)-(\d+)", row[0]):  # inside a multiword token there are no spaces
                first, last = int(m[1]), int(m[2])
                for index in range(first, last):
                    spaces[index - 1] = False
                spaces[last - 1] = "SpaceAfter=No" not in row[9]
        sentence = Sentence(
            id=comments.get("sent_id", ""), document=document, speaker=comments.get("speaker", ""),
            forms=[row[1] for row in words], spaces=spaces, lemmas=[row[2] for row in words],
            upos=[row[3] for row in words], xpos=[row[4] for row in words], feats=[row[5] for row in words],
            heads=[int(row[6]) for row in words], relations=[row[7] for row in words], lines=lines,
        )
        if "Entity=" in block or "GUM_" in document:
            sentence.mentions = read_mentions(sentence, [misc_fields(row[9]).get("Entity", "") for row in words])
        sentences.append(sentence)
    return sentences


def read_mentions(sentence, cells):
    """GUM's nested mentions; the bracket that opens carries entity, type and so on, separated by hyphens."""
    mentions, open_at = [], collections.defaultdict(list)
    for index, cell in enumerate(cells):
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", cell):
            name = part.strip("()").split("-")
            entity = re.sub(r"\[\d+/\d+\]", "", name[0])
            if part.startswith("("):
                open_at[entity].append((index, name[1]))
            if part.endswith(")") and open_at[entity]:
                start, kind = open_at[entity].pop()
                head = head_of(sentence.upos, sentence.heads, start, index)
                mentions.append(Mention(start, index, kind, kind_of(sentence, head), entity, head))
    return sorted(mentions, key=lambda m: (m.start, -m.end))


def head_of(upos, heads, start, end):
    """The first word of the span whose head lies outside it (as an index from 0); heads count from 1."""
    for index in range(start, end + 1):
        head = heads[index] - 1
        if not start <= head <= end and upos[index] not in ("PUNCT", "ADP", "CCONJ"):
            return index
    return start


def kind_of(sentence, head):
    if sentence.upos[head] == "PRON" or (sentence.upos[head] == "DET" and "PronType" in sentence.feats[head]):
        return "pronominal"
    return "named" if sentence.upos[head] == "PROPN" else "nominal"


def names_from_mentions(sentence):
    """BIO tags of the proper names that GUM's person, organization and place mentions are headed by."""
    tags = ["O"] * len(sentence.forms)
    propn = [
        tag == "PROPN" or (form[:1].isupper() and tag in ("ADJ", "NOUN", "NUM", "VERB"))
        for tag, form in zip(sentence.upos, sentence.forms)
    ]
    spans = []
    for mention in sentence.mentions:
        label = GUM_TYPES.get(mention.type)
        if label is None or sentence.upos[mention.head] != "PROPN":
            continue
        start = end = mention.head

        def joined(index, step):
            """The next proper noun in a direction, over linking words, or None."""
            following = index + step
            skipped = 0
            while mention.start <= following <= mention.end:
                if propn[following] or sentence.upos[following] == "NUM" and label != "PER":
                    return following
                form = sentence.forms[following].lower()
                link = form in ("-", "'s", "’s", "&", ".", "/") or (
                    label != "PER" and form in ("of", "the", "for", "and", "de", "du", "la", "on", "in"))
                skipped += 1
                if not link or skipped > 2:
                    return None
                following += step
            return None

        while (following := joined(start, -1)) is not None and propn[following]:
            start = following
        while (following := joined(end, 1)) is not None:
            end = following
        spans.append((start, end, label))
    taken = [False] * len(tags)
    for start, end, label in without_titles(sentence, spans):
        if is_people(sentence.forms[start:end + 1]) and label != "ORG":
            continue
        if any(taken[start:end + 1]):
            continue
        for index in range(start, end + 1):
            taken[index] = True
            tags[index] = ("I-" if index > start else "B-") + label
    return tags


def without_titles(sentence, spans):
    """The longest span first; a person's titles are no part of the name, and a title alone is none."""
    trimmed = []
    for start, end, label in spans:
        while label == "PER" and start <= end and sentence.forms[start].lower().rstrip(".") in TITLES:
            start += 1
        if start <= end:
            trimmed.append((start, end, label))
    return sorted(trimmed, key=lambda span: span[0] - span[1])


@functools.cache
def peoples():
    """The peoples of Schema/places.tsv and some more; Universal NER leaves them out, other sets call them places or organizations."""
    words = set(OTHER_PEOPLES)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../Schema/places.tsv"), encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 2 and not line.startswith("#"):
                words.update(word.lower() for word in cells[2].split("|") if word)
    return words | {word + "s" for word in words}


def is_people(forms):
    return len(forms) == 1 and forms[0].lower() in peoples()


def read_names(path):
    """Universal NER: sentence id to its words and tags; the category OTH and the artefact B-O are no names."""
    found = {}
    for block in blocks(path):
        rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        if m := re.search(r"# sent_id = (\S+)", block):
            tags = [row[2] if row[2] in NAME_LABELS else "O" for row in rows]
            found[m[1]] = ([row[1] for row in rows], tags)
    return found


def add_names(sentences, path, mask_answers):
    """Universal NER's tags onto EWT's sentences; the under-annotated 'answers' leave untagged proper nouns unknown."""
    found = read_names(path)
    for sentence in sentences:
        forms, tags = found.get(sentence.id, ([], []))
        if forms != sentence.forms:
            continue
        if mask_answers and sentence.id.startswith("answers"):
            tags = [UNKNOWN if tag == "O" and upos == "PROPN" else tag for tag, upos in zip(tags, sentence.upos)]
        sentence.names = tags


@dataclasses.dataclass
class Labels:
    """Every label list, in the order of the model's outputs."""
    upos: list
    xpos: list
    feats: list
    scripts: list
    relations: list
    names: list = dataclasses.field(default_factory=lambda: list(NAME_LABELS))
    mention_types: list = dataclasses.field(default_factory=lambda: list(MENTION_TYPES))
    mention_kinds: list = dataclasses.field(default_factory=lambda: list(MENTION_KINDS))

    @classmethod
    def of(cls, sentences, least_script=3, least_feats=3):
        def counted(values, least=1):
            counts = collections.Counter(values)
            return [label for label, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= least]

        trees = [s for s in sentences if s.heads is not None and not s.silver]
        return cls(
            upos=counted(x for s in trees for x in s.upos),
            xpos=counted(x for s in trees for x in s.xpos),
            feats=counted((x for s in trees for x in s.feats), least_feats),
            scripts=counted((script_of(f, x) for s in trees for f, x in zip(s.forms, s.lemmas)), least_script),
            relations=counted(x for s in trees for x in s.relations),
        )
