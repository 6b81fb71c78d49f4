"""Runs a model over sentences with their words given, and writes CoNLL-U."""
import dataclasses

import numpy
import torch

import batches
import decode
from data import head_of
from windows import WINDOW_PIECES, windows_of


@dataclasses.dataclass
class Analysis:
    upos: list
    xpos: list
    feats: list
    lemmas: list
    heads: list
    relations: list
    names: list
    mentions: list
    words: object  # the encoder's vectors of [CLS] and the words


@torch.no_grad()
def predict(model, encoder, sentences, pieces=4000, mention_bias=0.0, window=WINDOW_PIECES):
    """Reads documents, told apart by their names, in windows; `mention_bias` above 0 lets through mentions that fall short by so much."""
    model.eval()
    known = {piece for piece in encoder.wordpiece.pieces if not piece.startswith("##")}
    examples = [batches.unlabelled(encoder.wordpiece, s) for s in sentences]
    lengths = [len(example["pieces"]) for example in examples]
    whole = lambda own: sum(lengths[i] for i in own)
    waiting = sorted(windows_of(sentences, lengths, window), key=whole)
    results = [None] * len(sentences)
    while waiting:
        taken = [waiting.pop(0)]
        while waiting and (len(taken) + 1) * whole(waiting[0]) <= pieces:
            taken.append(waiting.pop(0))
        scores = Scores(model, batches.collate([[examples[i] for i in own] for own in taken]))
        for row, index in enumerate(i for own in taken for i in own):
            results[index] = scores.analysis(row, sentences[index], encoder.labels, known, mention_bias)
    return results


class Scores:
    """What the heads say of a batch of sentences."""

    def __init__(self, model, batch):
        self.model = model
        self.words, last = model(batch)
        self.tags = [x.numpy() for x in model.tags(self.words[:, 1:], last[:, 1:])]
        self.names = model.name_scores(self.words[:, 1:]).numpy()
        self.arcs = model.arc_scores(self.words).numpy()
        self.dependents, self.heads = model.relation_vectors(self.words)
        self.mentions = model.mention_scores(self.words[:, 1:]).numpy()

    def analysis(self, row, sentence, labels, known_words, mention_bias):
        count = len(sentence.forms)
        upos, xpos, feats, scripts = (x[row, :count] for x in self.tags)
        tree = decode.tree(self.arcs[row, : count + 1, : count + 1])
        relation_scores = self.model.relation_scores(self.dependents[row, 1:count + 1], self.heads[row, tree.tolist()]).numpy()
        root = labels.relations.index("root")
        relation_scores[:, root] = numpy.where(tree == 0, numpy.inf, -numpy.inf)
        tags = [labels.upos[i] for i in upos.argmax(1)]
        heads = [int(head) for head in tree]
        relations = [labels.relations[i] for i in relation_scores.argmax(1)]
        name_tags = decode.name_tags(self.names[row, :count], self.model.name_transitions.numpy())
        found = decode.mentions(self.mentions[row, :, :count, :count], tags, heads, relations, mention_bias)
        return Analysis(
            upos=tags,
            xpos=[labels.xpos[i] for i in xpos.argmax(1)],
            feats=[labels.feats[i] for i in feats.argmax(1)],
            lemmas=[decode.lemma(f, s, labels.scripts, known_words if tag in decode.KNOWN_LEMMA_TAGS else None)
                    for f, s, tag in zip(sentence.forms, scripts, tags)],
            heads=heads,
            relations=relations,
            names=name_tags,
            mentions=decode.agreeing(found, name_tags, tags, heads),
            words=self.words[row, : count + 1].clone(),
        )


def entity_cells(analysis, entities, count):
    """CorefUD's brackets: opening ones from the longest, single words closed at once, then closing ones from the innermost."""
    cells = [""] * count
    spans = list(zip(analysis.mentions, entities))
    for (start, end, kind, form), entity in spans:
        head = head_of(analysis.upos, analysis.heads, start, end) - start + 1
        cells[start] += f"({entity}-{kind}-{head}-{form}" + (")" if end == start else "")
    for (start, end, _, _), entity in reversed(spans):
        if start < end:
            cells[end] += f"{entity})"
    return cells


def write_conllu(sentences, analyses, file, entities=None):
    """`entities[i]` are the entity ids of sentence i's mentions; without it every mention is an entity of its own."""
    number, document = 0, None
    print("# global.Entity = eid-etype-head-kind", file=file)
    for place, (sentence, analysis) in enumerate(zip(sentences, analyses)):
        if sentence.document != document:
            document = sentence.document
            print(f"# newdoc id = {document}", file=file)
        print(f"# sent_id = {sentence.id}", file=file)
        if entities:
            own = entities[place]
        else:
            own = [f"e{number + i}" for i in range(len(analysis.mentions))]
            number += len(own)
        cells = entity_cells(analysis, own, len(sentence.forms))
        for i, form in enumerate(sentence.forms):
            misc = [f"Entity={cells[i]}"] * bool(cells[i]) + [f"NER={analysis.names[i]}"]
            misc += ["SpaceAfter=No"] * (not sentence.spaces[i])
            print(i + 1, form, analysis.lemmas[i], analysis.upos[i], analysis.xpos[i], analysis.feats[i],
                  analysis.heads[i], analysis.relations[i], "_", "|".join(misc), sep="\t", file=file)
        print(file=file)
