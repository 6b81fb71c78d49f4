"""Third stage: trains the relation head over the frozen encoder, on KnowledgeNet and Re-DocRED, with cross-validation.

`analyse` writes Re-DocRED's words as CoNLL-U for `kg analyze --pretokenized`; `encode` reads both analyses and keeps the
encoder's vectors; `train` measures by cross-validation, sets thresholds and calibration on what was held out, then trains on all.
"""
import argparse
import collections
import hashlib
import json
import os
import pickle

import numpy
import torch

import batches
import judge_documents
import relation_data
import relation_export
import relation_scores
import relation_silver
import relation_training
from export import load_exported
from name_sets import read_redocred
from relation_candidates import Features
from relations import RelationHead
from windows import windows_of

FOLDS = 5
MOST_PIECES = 300  # a longer sentence is left out


def fold_of(document):
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % FOLDS


def write_words(options):
    """The words of Re-DocRED as CoNLL-U."""
    document = None
    with open(options.path, "w", encoding="utf-8") as file:
        for sentence in read_redocred(f"{options.data}/redocred/dev.json"):
            name = sentence.id.rsplit("-", 1)[0]
            if name != document:
                document = name
                print("# newdoc id =", name, file=file)
            print("# sent_id =", sentence.id, file=file)
            for i, (form, space) in enumerate(zip(sentence.forms, sentence.spaces)):
                print(i + 1, "".join(form.split()), *["_"] * 7, "_" if space else "SpaceAfter=No", sep="\t", file=file)
            print(file=file)


@torch.no_grad()
def word_vectors(model, encoder, sentences):
    """The encoder's vectors of the words of each sentence, read in windows; None for those that are too long."""
    analyses = [s.analysis for s in sentences]
    examples = [batches.unlabelled(encoder.wordpiece, own) for own in analyses]
    lengths = [len(e["pieces"]) for e in examples]
    whole = lambda own: sum(lengths[n] for n in own)
    waiting = sorted((own for own in windows_of(analyses, lengths) if max(lengths[n] for n in own) <= MOST_PIECES), key=whole)
    vectors = [None] * len(sentences)
    while waiting:
        taken = [waiting.pop(0)]
        while waiting and (len(taken) + 1) * whole(waiting[0]) <= 3000:
            taken.append(waiting.pop(0))
        words, _ = model(batches.collate([[examples[n] for n in own] for own in taken]))
        for row, n in enumerate(n for own in taken for n in own):
            vectors[n] = words[row, 1:len(analyses[n].forms) + 1].half().numpy()
    return vectors


def encode(options):
    model, encoder = load_exported(options.model)
    sentences, documents = relation_data.knowledgenet(
        f"{options.data}/knowledgenet/folds-1-3.jsonl", relation_data.analysed(options.knowledgenet))
    sentences += relation_data.redocred(f"{options.data}/redocred/dev.json", relation_data.analysed(options.redocred))
    if options.silver:
        sentences += relation_silver.sentences(
            f"{options.silver}/silver.jsonl", relation_data.analysed(f"{options.silver}/silver.conllu"),
            relation_silver.claims_of(f"{options.silver}/silver-claims.jsonl"), judge_documents.judgements(options.judged))
    if options.gold:
        # The judge and the frames are measured on these.
        tables = judge_documents.tables(options.gold)
        laid_aside = {d["id"] for d in documents if judge_documents.has_table(d["text"], tables)}
        laid_aside |= {s.document for s in sentences if s.source == "redocred" and judge_documents.has_table(" ".join(s.analysis.forms), tables)}
        sentences = [s for s in sentences if s.document not in laid_aside]
        print(len(laid_aside), "documents with a table of facts laid aside")
    relation_data.add_features(sentences, encoder.labels.relations)
    vectors = word_vectors(model, encoder, sentences)
    whole = [n for n, v in enumerate(vectors) if v is not None]
    rows = Features(encoder.labels.relations).rows
    with open(options.path, "wb") as file:
        pickle.dump(([sentences[n] for n in whole], [vectors[n] for n in whole], documents, rows), file)


def settings(scores, sentences, numbers):
    """Slopes, shifts and thresholds from the scores of sentences that were held out.

    The calibration and the thresholds look at both sets; the pairs that Re-DocRED does not tell of for sure count little.
    """
    rows = numpy.concatenate([scores[n] for n in numbers])
    labels = numpy.concatenate([sentences[n].labels for n in numbers])
    weights = numpy.concatenate([sentences[n].weights for n in numbers])
    slopes, shifts = relation_scores.platt(rows, labels, weights)
    probabilities = numpy.concatenate([probabilities_of(scores[n], sentences[n], slopes, shifts) for n in numbers])
    return slopes, shifts, relation_scores.best_thresholds(probabilities, labels, weights)


def probabilities_of(scores, sentence, slopes, shifts):
    """Calibrated, and the two directions of symmetric relations averaged."""
    rows = 1 / (1 + numpy.exp(-(scores * slopes + shifts)))
    place = {pair: row for row, pair in enumerate(sentence.pairs)}
    for name in relation_data.SYMMETRIC:
        column = rows[:, relation_data.INDEX[name]].copy()
        for (i, j), row in place.items():
            rows[row, relation_data.INDEX[name]] = (column[row] + column[place[j, i]]) / 2 if (j, i) in place else 0
    return rows


def claims_by_document(scores, sentences, numbers, slopes, shifts, thresholds):
    claims = collections.defaultdict(list)
    for n in numbers:
        if sentences[n].source == "knowledgenet":
            rows = probabilities_of(scores[n], sentences[n], slopes, shifts)
            claims[sentences[n].document] += relation_scores.claims_of(sentences[n], rows, thresholds, relation_data.RELATIONS)
    return claims


def reliability(scores, sentences, numbers, slopes, shifts):
    """Of the known pairs in each band of probability, how many there are and how many hold (KnowledgeNet)."""
    bands = collections.Counter(), collections.Counter()
    for n in numbers:
        if sentences[n].source == "knowledgenet":
            rows, labels = probabilities_of(scores[n], sentences[n], slopes, shifts), sentences[n].labels
            for p, label in zip(rows[labels >= 0], labels[labels >= 0]):
                bands[0][int(p * 10)] += 1
                bands[1][int(p * 10)] += label == 1
    return {f"{b / 10:.1f}": (bands[0][b], round(bands[1][b] / bands[0][b], 3)) for b in sorted(bands[0])}


def train(options):
    torch.set_num_threads(1)
    with open(options.path, "rb") as file:
        sentences, vectors, documents, rows = pickle.load(file)
    count = len(relation_data.RELATIONS)

    def trained(numbers, seed, name):
        """What an earlier run has trained and left in the folder is taken as it is."""
        path = os.path.join(options.folder, name + ".pt")
        if os.path.exists(path):
            model = RelationHead(count, rows)
            model.load_state_dict(torch.load(path, weights_only=True))
            return model.eval()
        model = relation_training.train(
            [sentences[n] for n in numbers], [vectors[n] for n in numbers], rows, count, epochs=options.epochs, seed=seed,
            log=lambda line: print(name, line, flush=True))
        torch.save(model.state_dict(), path)
        return model

    os.makedirs(options.folder, exist_ok=True)
    if options.only_final:
        trained(range(len(sentences)), 1, "all")
        return
    folds = [[n for n, s in enumerate(sentences) if fold_of(s.document) == k] for k in range(FOLDS)]
    scores, models = [None] * len(sentences), []
    for k in range(options.folds):
        models.append(trained([n for j, fold in enumerate(folds) if j != k for n in fold], k + 1, f"fold-{k}"))
        for n, row in zip(folds[k], relation_training.scores_of(models[k], [sentences[n] for n in folds[k]], [vectors[n] for n in folds[k]])):
            scores[n] = row
    held = [n for fold in folds[:options.folds] for n in fold]
    # The claims of each fold are made with settings that were found on the other folds.
    claims = {}
    for k in range(options.folds):
        others = [n for n in held if n not in set(folds[k])] or folds[k]
        own = settings(scores, sentences, others)
        claims |= claims_by_document(scores, sentences, folds[k], *own)
        relation_export.export(models[k], f"{options.folder}/fold-{k}.safetensors", options.model, *own)
        with open(f"{options.folder}/fold-{k}.jsonl", "w", encoding="utf-8") as file:
            file.writelines(json.dumps(d) + "\n" for d in documents if fold_of(d["id"]) == k)
    claims = collections.defaultdict(list, claims)
    counts = relation_scores.text_f1([d for d in documents if fold_of(d["id"]) < options.folds], claims)
    for name in [*relation_scores.PROPERTIES, None]:
        print("{:22} P {:.3f}  R {:.3f}  F1 {:.3f}   ({} facts, {} claims)".format(name or "all", *relation_scores.summary(counts, name)))
    final = settings(scores, sentences, held)
    print("calibration", reliability(scores, sentences, held, *final[:2]))
    for name, threshold in zip(relation_data.RELATIONS, final[2]):
        print(f"threshold {name} {threshold:.3f}")
    model = trained(range(len(sentences)), 1, "all")
    precision, recall, f1, *_ = relation_scores.summary(counts)
    summary = {"knowledgenet, cross-validated": {"precision": 100 * precision, "recall": 100 * recall, "text F1": 100 * f1}}
    print(relation_export.export(model, options.out, options.model, *final, scores=json.dumps(summary)), "bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=["words", "encode", "train"])
    parser.add_argument("path", help="the file of words, or of vectors and pairs")
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--model", help="the exported reading model")
    parser.add_argument("--knowledgenet", help="CoNLL-U of `kg analyze --jsonl`")
    parser.add_argument("--redocred", help="CoNLL-U of `kg analyze --pretokenized`")
    parser.add_argument("--silver", help="a folder with silver.jsonl, its analyses silver.conllu and what `kg` claims, silver-claims.jsonl")
    parser.add_argument("--judged", help="the claims that were judged by hand")
    parser.add_argument("--gold", help="the folder over the exhaustive tables, whose documents are laid aside")
    parser.add_argument("--out", help="the exported relation head")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--folds", type=int, default=FOLDS, help="how many of the folds are held out in turn")
    parser.add_argument("--folder", help="where the heads of the folds and their held-out documents are kept")
    parser.add_argument("--only-final", action="store_true", help="only train the head on everything, for a later run to take")
    options = parser.parse_args()
    {"words": write_words, "encode": encode, "train": train}[options.step](options)


if __name__ == "__main__":
    main()
