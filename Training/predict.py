"""Runs a model over sentences with their words given, and writes CoNLL-U."""
import dataclasses

import numpy
import torch

import batches
import decode
from data import head_of


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
def predict(model, encoder, sentences, pieces=4000, mention_bias=0.0):
    """`mention_bias` above 0 lets through mentions that fall short by so much."""
    model.eval()
    labels = encoder.labels
    known = {piece for piece in encoder.wordpiece.pieces if not piece.startswith("##")}
    lengths = [len(batches.encode(encoder.wordpiece, s.forms, s.spaces)[0]) for s in sentences]
    order = sorted(range(len(sentences)), key=lambda i: lengths[i])
    results = [None] * len(sentences)
    while order:
        taken = []
        while order and (len(taken) + 1) * lengths[order[0]] <= max(pieces, lengths[order[0]]):
            taken.append(order.pop(0))
        examples = []
        for index in taken:
            s = sentences[index]
            examples.append(batches.unlabelled(encoder.wordpiece, s))
        batch = batches.collate(examples)
        words, last = model(batch)
        scores = [x.numpy() for x in model.tags(words[:, 1:], last[:, 1:])]
        names = model.name_scores(words[:, 1:]).numpy()
        arcs = model.arc_scores(words).numpy()
        dependents, heads = model.relation_vectors(words)
        mention_scores = model.mention_scores(words[:, 1:]).numpy()
        for row, index in enumerate(taken):
            sentence, count = sentences[index], len(sentences[index].forms)
            upos, xpos, feats, scripts = (x[row, :count] for x in scores)
            tree = decode.tree(arcs[row, : count + 1, : count + 1])
            relation_scores = model.relation_scores(dependents[row, 1:count + 1], heads[row, tree.tolist()]).numpy()
            root = labels.relations.index("root")
            relation_scores[:, root] = numpy.where(tree == 0, numpy.inf, -numpy.inf)
            tags = [labels.upos[i] for i in upos.argmax(1)]
            own_heads = [int(head) for head in tree]
            own_relations = [labels.relations[i] for i in relation_scores.argmax(1)]
            name_tags = decode.name_tags(names[row, :count], model.name_transitions.numpy())
            found = decode.mentions(mention_scores[row, :, :count, :count], tags, own_heads, own_relations, mention_bias)
            results[index] = Analysis(
                upos=tags,
                xpos=[labels.xpos[i] for i in xpos.argmax(1)],
                feats=[labels.feats[i] for i in feats.argmax(1)],
                lemmas=[decode.lemma(f, s, labels.scripts, known if tag in decode.KNOWN_LEMMA_TAGS else None)
                        for f, s, tag in zip(sentence.forms, scripts, tags)],
                heads=own_heads,
                relations=own_relations,
                names=name_tags,
                mentions=decode.agreeing(found, name_tags, tags, own_heads),
                words=words[row, : count + 1].clone(),
            )
    return results


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
