"""Writes the scores of pairs that the Swift tests compare against, for a few sentences of our own."""
import argparse
import json
import os

import torch

import relation_data
import relation_export
import relation_training
from data import MENTION_KINDS, MENTION_TYPES, head_of
from evaluate import load
from predict import predict
from reference import sentences_of
from relation_candidates import pairs

SENTENCES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference_relations.txt")


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", help="the exported reading model")
    parser.add_argument("relations", help="the exported head of relations")
    parser.add_argument("path", help="the JSON file")
    options = parser.parse_args()
    torch.set_num_threads(1)
    model, encoder = load(options.model)
    head, slopes, shifts, thresholds = relation_export.load(options.relations)
    sentences, rows = sentences_of(SENTENCES), []
    read = predict(model, encoder, sentences)
    own = []
    for sentence, analysis in zip(sentences, read):
        analysis.forms = sentence.forms
        analysis.mentions = [
            (start, end, MENTION_TYPES.index(kind), MENTION_KINDS.index(form), head_of(analysis.upos, analysis.heads, start, end))
            for start, end, kind, form in analysis.mentions]
        found = relation_data.candidates_of(analysis)
        own.append(relation_data.Sentence("", "", analysis, [], found, pairs(found), None, None))
    relation_data.add_features(own, encoder.labels.relations)
    vectors = [analysis.words[1:].numpy() for analysis in read]
    for sentence, s, scores in zip(sentences, own, relation_training.scores_of(head, own, vectors)):
        rows.append({
            "forms": sentence.forms, "spaces": sentence.spaces,
            "phrases": [[c.start, c.end, c.type, c.kind, c.head] for c in s.found],
            "heads": s.analysis.heads, "labels": s.analysis.relations,
            "pairs": [[i, j] for i, j in s.pairs],
            "scores": [[round(float(value), 3) for value in row] for row in scores],
        })
    with open(options.path, "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


if __name__ == "__main__":
    main()
