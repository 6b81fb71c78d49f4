"""Sentences to tensors: label ids, augmentation, and batches of similar length for every worker."""
import random

import numpy
import torch

from lemma import script_of
from wordpiece import encode

IGNORED = -100
MASK, LAST_SPECIAL = 103, 103  # ids of BERT's vocabulary; the pieces begin after its special ones
MAX_TRAINING_PIECES = 200


class Encoder:
    """Turns a sentence into arrays; unknown labels become IGNORED, so that they carry no loss."""

    def __init__(self, wordpiece, labels):
        self.wordpiece, self.labels = wordpiece, labels
        self.index = {name: {label: i for i, label in enumerate(values)} for name, values in vars(labels).items()}

    def ids(self, name, values, count):
        if values is None:
            return [IGNORED] * count
        index = self.index[name]
        return [index.get(value, IGNORED) for value in values]

    def __call__(self, sentence, forms=None):
        forms = forms or sentence.forms
        count = len(forms)
        pieces, shapes, first, last = encode(self.wordpiece, forms, sentence.spaces)
        scripts = sentence.lemmas and [script_of(f, x) for f, x in zip(forms, sentence.lemmas)]
        example = {
            "pieces": pieces, "shapes": shapes, "first": [0, *first], "last": [0, *last],
            "upos": self.ids("upos", sentence.upos, count), "xpos": self.ids("xpos", sentence.xpos, count),
            "feats": self.ids("feats", sentence.feats, count), "scripts": self.ids("scripts", scripts, count),
            "names": self.ids("names", sentence.names, count),
            "heads": sentence.heads or [IGNORED] * count,
            "relations": self.ids("relations", sentence.relations, count),
            "mentions": None if sentence.mentions is None else [
                (m.start, m.end, self.index["mention_types"][m.type], self.index["mention_kinds"][m.kind])
                for m in sentence.mentions],
        }
        return cut(example) if len(pieces) > MAX_TRAINING_PIECES else example


def unlabelled(wordpiece, sentence):
    pieces, shapes, first, last = encode(wordpiece, sentence.forms, sentence.spaces)
    nothing = [IGNORED] * len(sentence.forms)
    example = {name: nothing for name in ("upos", "xpos", "feats", "scripts", "names", "heads", "relations")}
    return {**example, "pieces": pieces, "shapes": shapes, "first": [0, *first], "last": [0, *last], "mentions": None}


def cut(example):
    """The words that fit MAX_TRAINING_PIECES; used in training only."""
    words = sum(place < MAX_TRAINING_PIECES - 1 for place in example["last"]) - 1
    end = example["last"][words] + 1
    result = {name: example[name][:words] for name in ("upos", "xpos", "feats", "scripts", "names", "relations")}
    result["pieces"], result["shapes"] = (example[name][:end] + example[name][-1:] for name in ("pieces", "shapes"))
    result["first"], result["last"] = example["first"][: words + 1], example["last"][: words + 1]
    result["heads"] = [head if head <= words else IGNORED for head in example["heads"][:words]]
    mentions = example["mentions"]
    result["mentions"] = None if mentions is None else [m for m in mentions if m[1] < words]
    return result


def augmented(sentence, rng):
    """Now and then the whole sentence in lower case or in capitals; None leaves it alone."""
    draw = rng.random()
    if draw < 0.03:
        return [form.lower() for form in sentence.forms]
    if draw < 0.05:
        return [form.upper() for form in sentence.forms]
    return None


def plan(lengths, budget, workers, seed):
    """One epoch: a list of steps, each a list of `workers` batches of alike cost, each a list of sentence numbers."""
    rng = random.Random(seed)
    order = sorted(range(len(lengths)), key=lambda i: (lengths[i] + rng.uniform(0, 3), i))
    batches, current = [], []
    for number in order:
        if current and (len(current) + 1) * lengths[number] > budget:
            batches.append(current)
            current = []
        current.append(number)
    batches.append(current)
    while len(batches) % workers:
        batches.append(batches[-1])
    steps = [batches[i:i + workers] for i in range(0, len(batches), workers)]
    rng.shuffle(steps)
    return steps


def collate(examples):
    """Padded tensors. Word columns count from 0 = [CLS] in `first` and `last`, from the first word elsewhere."""
    def padded(name, fill):
        rows = [example[name] for example in examples]
        result = numpy.full((len(rows), max(map(len, rows))), fill, dtype=numpy.int64)
        for row, values in zip(result, rows):
            row[: len(values)] = values
        return torch.from_numpy(result)

    batch = {name: padded(name, 0) for name in ("pieces", "shapes", "first", "last")}
    for name in ("upos", "xpos", "feats", "scripts", "names", "heads", "relations"):
        batch[name] = padded(name, IGNORED)
    batch["counts"] = torch.tensor([len(example["upos"]) for example in examples])
    batch["mentions"] = [example["mentions"] for example in examples]
    return batch
