"""What is trained on, how often, and in which order: everything follows from the seed and the number of the cycle."""
import dataclasses
import glob
import hashlib
import os
import random

import coreference
import windows
from coreference_sets import read_gap, read_litbank
from data import MENTION_KINDS, MENTION_TYPES, add_names, names_from_mentions, read_conllu
from name_sets import read_crossner, read_gold, read_knowledgenet, read_redocred, read_wikigold

# CrossNER's dev parts are trained on, too, but for that of politics.
CROSSNER_PARTS = ("politics-train", *(f"{field}-{part}" for field in ("literature", "music", "science", "ai") for part in ("train", "dev")))
ANALYSED = ("knowledgenet", "gap-development", "litbank", "gold")
MADE_SENTENCES = 600  # a cycle


@dataclasses.dataclass
class Portion:
    """A set; `rate` is the share of its documents in a cycle, `renamed` how often a window's names are replaced by others."""
    name: str
    sentences: list
    rate: float
    renamed: float = 0.0


def by_document(sentences):
    return {sentences[own.start].document: sentences[own.start:own.stop] for own in windows.documents(sentences)}


def inputs(data, gold, ontology, analyses):
    """The files that are read, in order."""
    return [
        f"{data}/ud/ewt-train.conllu", f"{data}/ner/uner-ewt-train.iob2", f"{data}/ud/gum-train.conllu",
        *(f"{data}/ner/crossner-{part}.txt" for part in CROSSNER_PARTS), f"{data}/ner/wikigold.conll.txt", f"{data}/redocred/dev.json",
        f"{data}/knowledgenet/folds-1-3.jsonl", f"{data}/gap/gap-development.tsv", f"{data}/litbank/coref.conll.xz",
        *sorted(glob.glob(f"{gold}/*")), ontology, *(f"{analyses}/{name}.conllu" for name in ANALYSED),
    ]


def digest(paths):
    """One sha256 over the contents of files."""
    whole = hashlib.sha256()
    for path in paths:
        with open(path, "rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()


def code_digest():
    return digest(sorted(glob.glob(os.path.join(os.path.dirname(os.path.abspath(__file__)), "*.py"))))


def read_portions(data, gold, ontology, analyses):
    ewt = read_conllu(f"{data}/ud/ewt-train.conllu")
    add_names(ewt, f"{data}/ner/uner-ewt-train.iob2", mask_answers=True)
    gum = read_conllu(f"{data}/ud/gum-train.conllu")
    for sentence in gum:
        sentence.names = names_from_mentions(sentence)
        sentence.links = sentence.mentions
    analysed = {name: by_document(read_conllu(f"{analyses}/{name}.conllu")) for name in ANALYSED}
    crossner = [s for part in CROSSNER_PARTS for s in read_crossner(f"{data}/ner/crossner-{part}.txt")]
    return [
        Portion("ewt", ewt, 1.0, renamed=0.1),
        Portion("gum", gum, 1.5, renamed=0.1),
        Portion("crossner", crossner, 1.0, renamed=0.2),
        Portion("wikigold", read_wikigold(f"{data}/ner/wikigold.conll.txt"), 1.0, renamed=0.3),
        Portion("redocred", read_redocred(f"{data}/redocred/dev.json"), 0.8, renamed=0.3),
        Portion("knowledgenet", read_knowledgenet(f"{data}/knowledgenet/folds-1-3.jsonl", analysed["knowledgenet"]), 0.5),
        Portion("gold", read_gold(gold, ontology, analysed["gold"]), 1.0),
        Portion("gap", read_gap(f"{data}/gap/gap-development.tsv", analysed["gap-development"]), 0.5),
        Portion("litbank", read_litbank(f"{data}/litbank/coref.conll.xz", analysed["litbank"]), 0.3),
    ]


def places_of(sentences, relation_index):
    """The places of the mentions whose references are known, a list a sentence; None where none are."""
    result = []
    for own in windows.documents(sentences):
        for number in own:
            s = sentences[number]
            result.append(None if s.links is None else [coreference.place(
                s, number - own.start, m.start, m.end, MENTION_TYPES.index(m.type), MENTION_KINDS.index(m.kind),
                s.upos, s.heads, s.relations, relation_index, s.speaker, m.entity) for m in s.links])
    return result


def without_speaker(place):
    return dataclasses.replace(place, speaker="")


@dataclasses.dataclass
class Unit:
    """One window, or two that follow each other, so that references across windows are learned, too."""
    windows: list  # of ranges of sentences
    portion: int  # or -1 for made sentences
    lengths: list  # pieces of each window


def chosen(documents, rate, rng):
    """Every document so often as the rate says, what is left over by lot."""
    whole = int(rate)
    return documents * whole + rng.sample(documents, round((rate - whole) * len(documents)))


def units(portions, lengths, seed, cycle):
    """The units of a cycle; `lengths[portion][sentence]` counts pieces. Windows are cut anew each time, of varied size."""
    rng = random.Random(f"units {seed} {cycle}")
    found = []
    for number, portion in enumerate(portions):
        documents = windows.documents(portion.sentences)
        for own in chosen(documents, portion.rate, rng):
            limit = windows.WINDOW_PIECES if rng.random() < 0.6 else rng.randrange(40, 257)
            cut = [range(own.start + w.start, own.start + w.stop) for w in windows.windows([lengths[number][i] for i in own], limit)]
            linked = portion.sentences[own.start].links is not None
            while cut:
                taken, cut = (cut[:2], cut[2:]) if linked and rng.random() < 0.5 else (cut[:1], cut[1:])
                found.append(Unit(taken, number, [sum(lengths[number][i] for i in w) for w in taken]))
    found += [Unit([range(i, i + 1)], -1, [24]) for i in range(MADE_SENTENCES)]
    return found


def plan(units_, budget, workers, seed, cycle):
    """The steps of a cycle, each a list of `workers` batches of alike cost, each a list of numbers of units."""
    rng = random.Random(f"plan {seed} {cycle}")
    longest = [max(unit.lengths) for unit in units_]
    order = sorted(range(len(units_)), key=lambda i: (longest[i] * rng.uniform(0.9, 1.1), i))
    batches, current, rows, width = [], [], 0, 0
    for number in order:
        own = len(units_[number].windows)
        if current and (rows + own) * max(width, longest[number]) > budget:
            batches.append(current)
            current, rows, width = [], 0, 0
        current.append(number)
        rows, width = rows + own, max(width, longest[number])
    if current:
        batches.append(current)
    while len(batches) % workers:
        batches.append(batches[-1])
    steps = [batches[i:i + workers] for i in range(0, len(batches), workers)]
    rng.shuffle(steps)
    return steps
