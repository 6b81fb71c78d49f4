"""Sentences to tensors: label ids, augmentation, and batches of windows of similar length for every worker."""
import dataclasses

import numpy
import torch

from lemma import script_of
from wordpiece import encode

IGNORED = -100
MASK, LAST_SPECIAL = 103, 103  # ids of BERT's vocabulary; the pieces begin after its special ones
MAX_TRAINING_PIECES = 256


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
        if sentence.silver:
            sentence = dataclasses.replace(sentence, lemmas=None, upos=None, xpos=None, feats=None, heads=None, relations=None)
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


def augmentation(rng):
    """Now and then a change of case for a whole window; None leaves it alone."""
    draw = rng.random()
    return str.lower if draw < 0.03 else str.upper if draw < 0.05 else None


WORD_COLUMNS = ("upos", "xpos", "feats", "scripts", "names", "heads", "relations")


def padded(rows, fill):
    result = numpy.full((len(rows), max(map(len, rows))), fill, dtype=numpy.int64)
    for row, values in zip(result, rows):
        row[: len(values)] = values
    return torch.from_numpy(result)


def collate(windows):
    """Padded tensors of windows, each a list of sentences: `pieces` and `shapes` have a row a window, the rest a row a sentence.

    `first` and `last` are places among the pieces of the whole batch; their column 0 is the sentence's [CLS]. The columns of
    labels count from the first word.
    """
    rows = {name: [[value for example in window for value in example[name]] for window in windows] for name in ("pieces", "shapes")}
    batch = {name: padded(values, 0) for name, values in rows.items()}
    width = batch["pieces"].shape[1]
    places = {"first": [], "last": []}
    for number, window in enumerate(windows):
        start = number * width
        for example in window:
            for name, found in places.items():
                found.append([start + place for place in example[name]])
            start += len(example["pieces"])
    batch |= {name: padded(values, 0) for name, values in places.items()}
    examples = [example for window in windows for example in window]
    batch |= {name: padded([example[name] for example in examples], IGNORED) for name in WORD_COLUMNS}
    batch["counts"] = torch.tensor([len(example["upos"]) for example in examples])
    batch["mentions"] = [example["mentions"] for example in examples]
    return batch
