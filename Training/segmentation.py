"""Trains the two classifiers of the segmenter and writes its weights: `segmentation.py DATA WEIGHTS [--vectors FILE]`.

Which pieces of a text are tokens, and after which tokens a sentence ends, is decided by two logistic regressions over hashed features
(segmentation_features.py), rounded to bytes. The raw text of a treebank's document is its sentences joined by a space (none after
SpaceAfter=No) within a paragraph (`# newpar`); each paragraph is an example of its own, and a fifth of them are joined to their
neighbours by a space, so that the classifier also learns ends of sentences without a mark.
"""
import argparse
import collections
import random
import re
import struct

import numpy

import data as sets
import name_sets
import segmentation_features as features
import stops

TOKEN_WEIGHTS, SENTENCE_WEIGHTS = 80_000, 210_000
SCALE = 32  # a weight of 1.0 in the file
SENTENCE_THRESHOLD = -0.25  # -0.5 and 0 were about equal in cross-validation on the training parts, and better than -1
MAGIC = b"kg-segm1"
# Negations and contractions that people write without the apostrophe.
USUAL_FUSED = {
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "dunno": 2, "dont": 2, "wont": 2, "cant": 2, "isnt": 2,
    "arent": 3, "wasnt": 3, "werent": 4, "didnt": 3, "doesnt": 4, "hasnt": 3, "havent": 4, "hadnt": 3, "couldnt": 5, "shouldnt": 6,
    "wouldnt": 5, "aint": 2, "im": 1, "ive": 1, "youre": 3, "youve": 3, "youll": 3, "theyre": 4, "theyve": 4, "theyll": 4, "weve": 2,
    "thats": 4, "whats": 4, "theres": 5, "heres": 4, "lets": 3, "its": 2, "hes": 2, "shes": 3, "itll": 2,
}


# Words that have a capital only at the start of a sentence: after "U.S." or "p.m." they tell that one ended.
STARTERS = frozenset(word.capitalize() for word in (
    "he she it they we his her its their this these those there the but however when after if although").split())


def is_abbreviation(form):
    return 4 <= len(form.encode()) <= 8 and form[-1] == "." and form.count(".") > 1 and form.lower() not in ("e.g.", "i.e.")


def read(path):
    """[(document, [paragraph]); a paragraph is a list of sentences, a sentence of words (form, is a space after, is inside a multiword token)."""
    documents = []
    with open(path, encoding="utf-8") as file:
        blocks = re.split(r"\n\s*\n", file.read().strip("\n"))
    for block in blocks:
        lines = block.split("\n")
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        name = next((line.split("=", 1)[1].strip() for line in lines if line.startswith("# newdoc")), None)
        if name:
            documents.append((name, []))
        if name or any(re.match(r"# newpar\b(?!_)", line) for line in lines):
            documents[-1][1].append([])
        spaces, inside = {}, set()
        for row in rows:
            if match := re.fullmatch(r"(\d+)-(\d+)", row[0]):
                inside.update(range(int(match[1]), int(match[2])))
                spaces[int(match[2])] = "SpaceAfter=No" not in row[9]
        documents[-1][1][-1].append([
            (row[1], int(row[0]) not in inside and spaces.get(int(row[0]), "SpaceAfter=No" not in row[9]), int(row[0]) in inside)
            for row in rows if row[0].isdigit()])
    return documents


def paragraph(sentences):
    """(text, [(start, end)] of the tokens, offsets at which a sentence ends)."""
    text, tokens, ends = "", [], set()
    for sentence in sentences:
        for form, space, _ in sentence:
            tokens.append((len(text), len(text) + len(form)))
            text += form + " " * space
        ends.add(len(text.rstrip()))
    return text.rstrip(), tokens, ends


def joined(paragraphs):
    """Paragraphs as one, with a space between."""
    text, tokens, ends = "", [], set()
    for part, spans, stops in paragraphs:
        offset = len(text) + bool(text)
        text += " " * bool(text) + part
        tokens += [(a + offset, b + offset) for a, b in spans]
        ends |= {end + offset for end in stops}
    return text, tokens, ends


def with_joined(paragraphs, generator, share=0.2):
    result, index = [], 0
    while index < len(paragraphs):
        count = 1
        if generator.random() < share:
            count = 2 if generator.random() < 0.6 else 3
        result.append(joined(paragraphs[index:index + count]))
        index += count
    return result


def fused_words(paragraphs):
    """Words of letters only that the treebank cuts in two in a fifth of the cases or more, and where."""
    cuts, seen = collections.Counter(), collections.Counter()
    for text, tokens, _ in paragraphs:
        starts = {start for start, _ in tokens}
        for match in re.finditer(r"[a-z]+", text.lower()):
            seen[match[0]] += 1
            for offset in range(1, match.end() - match.start()):
                if match.start() + offset in starts:
                    cuts[match[0], offset] += 1
    found = dict(USUAL_FUSED)
    for (word, offset), count in sorted(cuts.items()):
        if count > 1 and count * 5 >= seen[word] and len(word) < 16:
            found.setdefault(word, offset)
    return found


def train(rows, labels, count, epochs=8, rate=0.2, decay=1e-6, batch=128):
    """Logistic regression by AdaGrad; the mean of the second half of the epochs, in whole numbers of 1/SCALE."""
    rows = features.places(rows, count)
    weights, squares, total = numpy.zeros(count), numpy.full(count, 1e-3), numpy.zeros(count)
    generator = numpy.random.default_rng(1)
    for epoch in range(epochs):
        order = generator.permutation(len(labels))
        for start in range(0, len(order), batch):
            chosen = order[start:start + batch]
            own = rows[chosen]
            error = 1 / (1 + numpy.exp(-numpy.clip(weights[own].sum(1), -30, 30))) - labels[chosen]
            used, inverse = numpy.unique(own.ravel(), return_inverse=True)
            gradient = numpy.bincount(inverse, numpy.repeat(error, rows.shape[1])) + decay * batch * weights[used]
            squares[used] += gradient * gradient
            weights[used] -= rate * gradient / numpy.sqrt(squares[used])
        if epoch >= epochs // 2:
            total += weights
    mean = total / (epochs - epochs // 2)
    return numpy.clip(numpy.rint(mean * SCALE), -127, 127).astype(numpy.int8)


class Segmenter:
    """The trained segmenter, of which the one in Swift is a copy; it sees single paragraphs."""

    def __init__(self, tokens, sentences, fused):
        self.tokens, self.sentences, self.fused = tokens, sentences, fused

    def cuts(self, texts):
        """For each text the ranges of its tokens."""
        columns, places = features.atom_table(texts, self.fused)
        scores = self.tokens.astype(numpy.int64)[features.places(features.atom_features(columns), len(self.tokens))].sum(1)
        cut = numpy.where(columns["open"] == 1, scores > 0, columns["cut"] == 1)
        found, start = [[] for _ in texts], None
        for place, is_cut in zip(places, cut):
            if place is None:
                continue
            number, a, b = place
            start = a if start is None else start
            if is_cut:
                found[number].append((start, b))
                start = None
        return found

    def ends(self, paragraphs):
        """For each (text, tokens) whether a sentence ends after each token."""
        columns, places = features.token_table(paragraphs)
        scores = self.sentences.astype(numpy.int64)[features.places(features.token_features(columns), len(self.sentences))].sum(1)
        found = [[] for _ in paragraphs]
        for place, score in zip(places, scores):
            if place is not None:
                number, index = place
                text, tokens = paragraphs[number]
                found[number].append(
                    index == len(tokens) - 1 or bool(score > SENTENCE_THRESHOLD * SCALE)
                    or is_abbreviation(text[slice(*tokens[index])]) and text[slice(*tokens[index + 1])] in STARTERS)
        return found

    def bytes(self):
        """The file: magic, four little-endian numbers, both tables, the fused words, FNV-1a of all that."""
        words = "\n".join(f"{word} {cut}" for word, cut in sorted(self.fused.items())).encode()
        head = MAGIC + struct.pack("<IIiI", len(self.tokens), len(self.sentences), int(SENTENCE_THRESHOLD * SCALE), len(words))
        body = head + self.tokens.tobytes() + self.sentences.tobytes() + words
        return body + struct.pack("<I", features.fnv(body))

    @classmethod
    def read(cls, path):
        with open(path, "rb") as file:
            data = file.read()
        token_count, sentence_count, _, count = struct.unpack_from("<IIiI", data, len(MAGIC))
        start = len(MAGIC) + 16
        middle, end = start + token_count, start + token_count + sentence_count
        tokens, sentences = (numpy.frombuffer(data[a:b], dtype=numpy.int8) for a, b in ((start, middle), (middle, end)))
        fused = dict((word, int(cut)) for word, cut in (line.split() for line in data[end:end + count].decode().split("\n")))
        return cls(tokens, sentences, fused)


STOPS = 9000  # made-up paragraphs with abbreviations (stops.py), from sentences cut as the treebanks cut
OTHER_STOPS = 9000  # and from sets that cut words otherwise, which teach ends of sentences alone


def with_stops(sentences, nouns, count, seed):
    """Made-up paragraphs in the form of `paragraph`."""
    return [
        paragraph([[(form, bool(space), False) for form, space in zip(forms, spaces)] for forms, spaces in block])
        for block in stops.Maker(sentences, nouns, seed).paragraphs(count)]


def named_sentences(folder):
    """The sentences with names of the treebanks, and of the other sets."""
    ewt = sets.read_conllu(f"{folder}/ud/ewt-train.conllu")
    sets.add_names(ewt, f"{folder}/ner/uner-ewt-train.iob2", mask_answers=True)
    gum = sets.read_conllu(f"{folder}/ud/gum-train.conllu")
    for sentence in gum:
        sentence.names = sets.names_from_mentions(sentence)
    others = name_sets.read_wikigold(f"{folder}/ner/wikigold.conll.txt") + name_sets.read_redocred(f"{folder}/redocred/dev.json")
    return ewt + gum, others


def trained(folder):
    generator, paragraphs = random.Random(3), []
    for name in ("ewt-train", "gum-train"):
        for _, parts in read(f"{folder}/ud/{name}.conllu"):
            paragraphs += with_joined([paragraph(part) for part in parts], generator)
    fused = fused_words(paragraphs)
    own, others = named_sentences(folder)
    nouns = stops.common_nouns(own)
    paragraphs += with_stops(own, nouns, STOPS, 5)
    columns, places = features.atom_table([text for text, _, _ in paragraphs], fused)
    starts = [{start for start, _ in tokens} for _, tokens, _ in paragraphs]
    labels = numpy.array([place is not None and place[2] in starts[place[0]] for place in places], dtype=float)
    chosen = columns["open"] == 1
    tokens = train(features.atom_features(columns)[chosen], labels[chosen], TOKEN_WEIGHTS, rate=0.3)
    paragraphs += with_stops(others, nouns, OTHER_STOPS, 6)
    columns, places = features.token_table([(text, spans) for text, spans, _ in paragraphs])
    labels = numpy.array([place is not None and paragraphs[place[0]][1][place[1]][1] in paragraphs[place[0]][2] for place in places], dtype=float)
    # What ends a paragraph ends a sentence anyway.
    chosen = numpy.array([place is not None and place[1] + 1 < len(paragraphs[place[0]][1]) for place in places])
    sentences = train(features.token_features(columns)[chosen], labels[chosen], SENTENCE_WEIGHTS)
    return Segmenter(tokens, sentences, fused)


VECTORS = """\
Mr. Smith doesn't live in the U.S. anymore. He can't, because of J. K. Rowling's No. 5 rule (e.g. at 5 p.m.).
“I won’t go,” she said. “It’s 3.5 km — too far…” Then what?! Nobody knew
See https://example.org/a_(b)?c=d, or write to jane.doe+x@mail.example.co.uk. The file is report-2.pdf.
gonna buy 2kg of well-known non-fat milk for $1,200.50 at 10:30PM, dont you think :) ok!!!
ALL CAPITALS HERE. AND MORE OF THEM! THE E-MAIL CAME
The boys' mother-in-law's house, 'the palace', was sold in the 1990s; AT&T and O'Neill paid 50% of it, i.e. $2m.
Élodie n’a pas dit ‘oui’. Ωmega naïve café\u0301s are 10º warm, 5km² wide
東京は日本の首都です。The capital is Tokyo. Привет, мир! Как дела?
👍🏽👨‍👩‍👧 ok ~~~ *** <<done>> [1]–[11] ((a)(b)) "x" 'y' ``z'' #tag @user a/b C++ 100%
Dear John, thank you for yesterday's mail Best regards, Anna Tel. 555-1234
"""


def write_vectors(segmenter, path):
    """Lines of text, each with a line of what the segmenter makes of it: words with tabs between, and a pilcrow after the last of a sentence."""
    texts = VECTORS.splitlines()
    tokens = segmenter.cuts(texts)
    ends = segmenter.ends(list(zip(texts, tokens)))
    with open(path, "w", encoding="utf-8") as file:
        for text, spans, stops in zip(texts, tokens, ends):
            file.write(text + "\n" + "\t".join(text[a:b] + "¶" * stop for (a, b), stop in zip(spans, stops)) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("weights")
    parser.add_argument("--vectors")
    options = parser.parse_args()
    segmenter = trained(options.data)
    with open(options.weights, "wb") as file:
        file.write(segmenter.bytes())
    if options.vectors:
        write_vectors(segmenter, options.vectors)


if __name__ == "__main__":
    main()
