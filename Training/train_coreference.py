"""Second stage: trains the coreference scorer on GUM's documents over the frozen encoder's vectors."""
import argparse
import itertools
import random
import time

import numpy
import torch

import coreference
import predict
from data import MENTION_KINDS, MENTION_TYPES, read_conllu
from evaluate import load
from scores import conll


def documents(sentences, *others):
    rows = list(zip(sentences, *others))
    return [list(group) for _, group in itertools.groupby(rows, key=lambda row: row[0].document)]


def training_places(document, relation_index, rng):
    """Gold mentions (a few left out) and near misses of the mention head, which belong to no entity."""
    places = []
    no_speakers = rng.random() < 0.6
    for number, (sentence, analysis, near_misses) in enumerate(document):
        speaker = "" if no_speakers else sentence.speaker
        common = (sentence.upos, sentence.heads, sentence.relations, relation_index, speaker)
        gold = {(m.start, m.end) for m in sentence.mentions}
        own = {}
        for m in sentence.mentions:
            if rng.random() > 0.05:
                kind = rng.randrange(len(MENTION_TYPES)) if rng.random() < 0.05 else MENTION_TYPES.index(m.type)
                own[m.start, m.end] = coreference.place(
                    sentence, number, m.start, m.end, kind, MENTION_KINDS.index(m.kind), *common, m.entity)
        for start, end, kind, form in near_misses:
            if (start, end) not in gold and rng.random() < 0.5:
                own[start, end] = coreference.place(
                    sentence, number, start, end, MENTION_TYPES.index(kind), MENTION_KINDS.index(form), *common)
        places += [own[span] for span in sorted(own, key=lambda s: (s[0], -s[1]))]
    return places


def loss_of(model, document, relation_index, relations, rng):
    places = training_places(document, relation_index, rng)
    vectors = coreference.mention_vectors(model, places, [analysis.words for _, analysis, _ in document])
    later, earlier, features = coreference.pairs(places, relations)
    entities = coreference.numbered([p.entity or number for number, p in enumerate(places)])
    same = torch.from_numpy(entities[later] == entities[earlier])
    slot = torch.arange(len(later)) - torch.searchsorted(later, later)
    size = int(slot.max()) + 1
    scores = model.pair_scores(vectors, later, earlier, features)
    table = torch.full((len(places), size + 1), -1e4)
    table[:, 0] = 0
    table[later, slot + 1] = scores
    right = torch.zeros(len(places), size + 1, dtype=torch.bool)
    right[later, slot + 1] = same
    right[:, 0] = ~right.any(1)
    gold = torch.where(right, table, torch.full_like(table, -1e4)).logsumexp(1)
    return (table.logsumexp(1) - gold).mean()


def evaluate_links(model, documents_, relation_index, relations, threshold):
    gold, said = {}, {}
    for number, document in enumerate(documents_):
        for s, (sentence, _) in enumerate(document):
            for m in sentence.mentions:
                gold.setdefault((number, m.entity), set()).add((number, s, m.start, m.end))
        sentences, analyses = zip(*document)
        places = coreference.predicted_places(sentences, analyses, relation_index)
        entities = coreference.link(model, places, [a.words for a in analyses], relations, threshold)
        for p, entity in zip(places, entities):
            said.setdefault((number, entity), set()).add((number, p.sentence, p.start, p.end))
    return conll(gold, said)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="an exported model: its quantised weights and thresholds are what the links will be used with")
    parser.add_argument("out", help="the coreference checkpoint")
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--epochs", type=int, default=25)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    analyser, encoder = load(options.model)
    labels = encoder.labels
    relation_index = {label: i for i, label in enumerate(labels.relations)}
    relations = len(labels.relations)
    train, dev = (read_conllu(f"{options.data}/ud/gum-{part}.conllu") for part in ("train", "dev"))
    started = time.time()
    train_analyses = predict.predict(analyser, encoder, train, mention_bias=2.0)
    dev_analyses = predict.predict(analyser, encoder, dev)
    print(f"vectors after {time.time() - started:.0f} s", flush=True)
    training = documents(train, train_analyses, [a.mentions for a in train_analyses])
    held = documents(dev, dev_analyses)
    model = coreference.Coreference(relations)
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / 50) * max(0.0, 1 - step / (options.epochs * len(training))))
    for epoch in range(options.epochs):
        model.train()
        total = 0.0
        for document in rng.sample(training, len(training)):
            loss = loss_of(model, document, relation_index, relations, rng)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"{time.time() - started:5.0f} s  epoch {epoch + 1} loss {total / len(training):.4f}", flush=True)
        if epoch % 5 == 4 or epoch == options.epochs - 1:
            model.eval()
            for threshold in (0.0, 0.5, 1.0):
                muc, b3, ceaf = evaluate_links(model, held, relation_index, relations, threshold)
                print(f"  threshold {threshold}: MUC {muc:.1f} B3 {b3:.1f} CEAF {ceaf:.1f} CoNLL {(muc + b3 + ceaf) / 3:.2f}", flush=True)
    torch.save(model.state_dict(), options.out)


if __name__ == "__main__":
    main()
