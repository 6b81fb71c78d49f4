"""Second stage: goes on with the links that were learned with the encoder, on whole documents over its frozen, quantised vectors.

GUM's documents with gold mentions or with those that the model itself finds, LitBank's with gold mentions, and GAP's passages.
"""
import argparse
import dataclasses
import random
import time

import torch

import coreference
import predict
import windows
from coreference_sets import mark_gap, read_gap_rows, read_litbank
from data import MENTION_KINDS, MENTION_TYPES, Mention, head_of, read_conllu
from evaluate import load, load_links
from gap_scores import gap_scores
from mixture import by_document, without_speaker
from name_sets import word_spans
from scores import conll

GAP_PASSAGES = 16  # a step


@dataclasses.dataclass
class Document:
    sentences: list
    analyses: list
    vectors: object = None
    starts: list = None
    fixed: list = None  # places that stay as they are: GAP and LitBank

    def __post_init__(self):
        self.vectors, self.starts = coreference.stacked([a.words for a in self.analyses])
        for analysis in self.analyses:
            analysis.words = None


def read_again(sentences, analyses):
    """The model's own tags, trees and mentions in the place of those in the file."""
    for sentence, analysis in zip(sentences, analyses):
        sentence.upos, sentence.feats, sentence.heads, sentence.relations = analysis.upos, analysis.feats, analysis.heads, analysis.relations
        sentence.mentions = [Mention(start, end, kind, form, "", head_of(analysis.upos, analysis.heads, start, end))
                             for start, end, kind, form in analysis.mentions]


def linked_places(document, relation_index):
    return [coreference.place(s, number, m.start, m.end, MENTION_TYPES.index(m.type), MENTION_KINDS.index(m.kind), s.upos, s.heads,
                              s.relations, relation_index, s.speaker, m.entity)
            for number, s in enumerate(document.sentences) for m in s.links or []]


def gold_places(document, relation_index, rng):
    """Gold mentions (a few left out) and near misses of the mention head, which belong to no entity."""
    places = []
    for number, (sentence, analysis) in enumerate(zip(document.sentences, document.analyses)):
        common = (sentence.upos, sentence.heads, sentence.relations, relation_index, sentence.speaker)
        gold = {(m.start, m.end) for m in sentence.mentions}
        own = {}
        for m in sentence.mentions:
            if rng.random() > 0.05:
                kind = rng.randrange(len(MENTION_TYPES)) if rng.random() < 0.05 else MENTION_TYPES.index(m.type)
                own[m.start, m.end] = coreference.place(
                    sentence, number, m.start, m.end, kind, MENTION_KINDS.index(m.kind), *common, m.entity)
        for start, end, kind, form in analysis.mentions:
            if (start, end) not in gold and rng.random() < 0.5:
                own[start, end] = coreference.place(
                    sentence, number, start, end, MENTION_TYPES.index(kind), MENTION_KINDS.index(form), *common)
        places += [own[span] for span in sorted(own, key=lambda s: (s[0], -s[1]))]
    return places


def found_places(document, relation_index, rng):
    """The mentions that the model finds, with its own tags and trees; the entity is that of the gold mention of the same words."""
    places = coreference.predicted_places(document.sentences, document.analyses, relation_index)
    gold = {(n, m.start, m.end): m.entity for n, s in enumerate(document.sentences) for m in s.mentions}
    return [dataclasses.replace(p, entity=gold.get((p.sentence, p.start, p.end)), speaker=document.sentences[p.sentence].speaker)
            for p in places]


def training_places(document, relation_index, rng):
    if document.fixed is not None:
        places = document.fixed
    else:
        places = (gold_places if rng.random() < 0.5 else found_places)(document, relation_index, rng)
    return [without_speaker(p) for p in places] if rng.random() < 0.6 else places


def by_documents(sentences, analyses):
    return [Document(sentences[own.start:own.stop], analyses[own.start:own.stop]) for own in windows.documents(sentences)]


def read_gap_documents(path, analysed, analyser, encoder, relation_index):
    """GAP's passages with the mentions that the model itself finds in them."""
    documents = by_document(read_conllu(analysed))
    result = []
    for row in read_gap_rows(path):
        own = documents.get(row["ID"], [])
        places = word_spans(own, row["Text"])
        if not places:
            continue
        analyses = predict.predict(analyser, encoder, own)
        read_again(own, analyses)
        if mark_gap(own, places, row):
            result.append(Document(own, analyses))
            result[-1].fixed = linked_places(result[-1], relation_index)
    return result


def read_litbank_documents(path, analysed, analyser, encoder, relation_index):
    documents = by_document(read_conllu(analysed))
    analyses = {}
    for name, own in documents.items():
        analyses[name] = predict.predict(analyser, encoder, own)
        read_again(own, analyses[name])
    found = by_document(read_litbank(path, documents))
    result = [Document(own, analyses[name]) for name, own in found.items()]
    for document in result:
        document.fixed = linked_places(document, relation_index)
    return result


def evaluate_links(model, documents, relation_index, relations, threshold):
    gold, said = {}, {}
    for number, document in enumerate(documents):
        for s, sentence in enumerate(document.sentences):
            for m in sentence.mentions:
                gold.setdefault((number, m.entity), set()).add((number, s, m.start, m.end))
        places = coreference.predicted_places(document.sentences, document.analyses, relation_index)
        entities = coreference.link_rows(model, places, document.vectors, document.starts, relations, threshold)
        for p, entity in zip(places, entities):
            said.setdefault((number, entity), set()).add((number, p.sentence, p.start, p.end))
    return conll(gold, said)


def steps_of(documents, gap, litbank_share, rng):
    """An epoch: GUM's documents, some of LitBank's, and bundles of GAP's passages."""
    gum, litbank = documents
    steps = [[d] for d in [*gum, *rng.sample(litbank, round(litbank_share * len(litbank)))]]
    order = rng.sample(gap, len(gap))
    steps += [order[i:i + GAP_PASSAGES] for i in range(0, len(order), GAP_PASSAGES)]
    return rng.sample(steps, len(steps))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="an exported model: its quantised weights and thresholds are what the links will be used with")
    parser.add_argument("out", help="the coreference checkpoint")
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--analyses", default="Training/build/analyses")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rate", type=float, default=7e-4)
    parser.add_argument("--litbank", type=float, default=0.5, help="the share of LitBank's documents in an epoch")
    parser.add_argument("--gap-weight", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    analyser, encoder = load(options.model)
    relation_index = {label: i for i, label in enumerate(encoder.labels.relations)}
    relations = len(relation_index)
    started = time.time()
    train, dev = (read_conllu(f"{options.data}/ud/gum-{part}.conllu") for part in ("train", "dev"))
    gum = by_documents(train, predict.predict(analyser, encoder, train, mention_bias=1.0))
    held = by_documents(dev, predict.predict(analyser, encoder, dev))
    common = analyser, encoder, relation_index
    gap = read_gap_documents(f"{options.data}/gap/gap-development.tsv", f"{options.analyses}/gap-development.conllu", *common)
    litbank = read_litbank_documents(f"{options.data}/litbank/coref.conll.xz", f"{options.analyses}/litbank.conllu", *common)
    print(f"{len(gum)} documents of GUM, {len(litbank)} of LitBank, {len(gap)} passages after {time.time() - started:.0f} s", flush=True)
    model = load_links(options.model, encoder.labels) or coreference.Coreference(relations)
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.01)
    count = options.epochs * len(steps_of((gum, litbank), gap, options.litbank, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, (step + 1) / 50) * max(0.0, 1 - step / count))
    for epoch in range(options.epochs):
        model.train()
        totals = {"documents": [0.0, 0], "passages": [0.0, 0]}
        for step in steps_of((gum, litbank), gap, options.litbank, rng):
            sums = [coreference.link_loss(model, training_places(d, relation_index, rng), d.vectors, d.starts, relations) for d in step]
            loss, mentions = sum(s for s, _ in sums), sum(n for _, n in sums)
            kind = "documents" if len(step) == 1 else "passages"
            if mentions:
                optimizer.zero_grad()
                (loss / mentions * (options.gap_weight if kind == "passages" else 1)).backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
                optimizer.step()
                totals[kind] = [totals[kind][0] + loss.item(), totals[kind][1] + mentions]
            schedule.step()
        means = {kind: round(total / max(1, n), 4) for kind, (total, n) in totals.items()}
        print(f"{time.time() - started:5.0f} s  epoch {epoch + 1} loss {means}", flush=True)
        if epoch % 4 == 3 or epoch == options.epochs - 1:
            model.eval()
            for threshold in (0.0, 0.5, 1.0):
                muc, b3, ceaf = evaluate_links(model, held, relation_index, relations, threshold)
                print(f"  threshold {threshold}: MUC {muc:.1f} B3 {b3:.1f} CEAF {ceaf:.1f} CoNLL {(muc + b3 + ceaf) / 3:.2f}", flush=True)
    torch.save(model.state_dict(), options.out)
    model.eval()
    print(gap_scores(analyser, model, encoder, f"{options.data}/gap/gap-validation.tsv", f"{options.analyses}/gap-validation.conllu"))


if __name__ == "__main__":
    main()
