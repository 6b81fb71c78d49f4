#!/usr/bin/env python3
"""Teaches the relation head by what `kg` itself reads in texts that nobody annotated.  usage: relation_silver.py FOLDER --data DATA --gold GOLD

Writes the texts as JSON lines. `sentences` turns the claims that `kg extract --all` reads in them, and the analyses of `kg analyze`, into
pairs with labels: claims that the judge is sure of are positives, those that it doubts are unknown, and pairs of which nothing is claimed count
little as negatives, since frames miss much. Claims that were judged by hand (judged-claims.tsv) count as judged.
"""
import argparse, collections, json, os

import numpy

import judge_documents
import relation_data
from relation_data import INDEX, RELATIONS, SYMMETRIC, UNKNOWN, Sentence
from relation_candidates import pairs

SURE, DOUBTED = 0.75, 0.3
# The output of the head that stands for a relation, where it bears another name.
OUTPUTS = {"member": "member:group"}
# Of a pair of which `kg` claims nothing, and of one that was judged by hand.
WEIGHT_OF_SILENCE, WEIGHT_OF_JUDGED = 0.25, 2.0


def write_texts(folder, data, gold):
    """The texts, those with an exhaustive table left out."""
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "silver.jsonl"), "w", encoding="utf-8") as file:
        for name, text in judge_documents.unannotated(data, gold, whole=True):
            print(json.dumps({"id": name, "text": text}), file=file)


def claims_of(path):
    """The canonical claims of each document, as (relation, subject span, object span, confidence, what the judgement is known by)."""
    result = collections.defaultdict(list)
    with open(path, encoding="utf-8") as file:
        for line in file:
            claim = json.loads(line)
            relation = OUTPUTS.get(claim["relation"], claim["relation"])
            if claim["layer"] != "canonical" or relation not in INDEX or claim["polarity"] != "positive":
                continue
            ends = [(claim[end]["start"], claim[end]["end"]) for end in ("subject", "object")]
            result[claim["document"]].append((relation, *ends, claim["confidence"], judge_documents.key_of_claim(
                claim["document"], claim["evidence"], claim["relation"], claim["subject"]["name"], claim["object"]["name"])))
    return result


def sentences(texts, analyses, claims, judged):
    """Sentences of the relation head's training."""
    result = []
    with open(texts, encoding="utf-8") as file:
        documents = [json.loads(line) for line in file]
    for document in documents:
        text, position = document["text"], 0
        own_claims = claims.get(document["id"], [])
        for analysis in analyses.get(document["id"], []):
            spans, position = relation_data.in_text(analysis.forms, text, position)
            found = relation_data.candidates_of(analysis)
            own = pairs(found)
            labels = numpy.zeros((len(own), len(RELATIONS)), dtype=numpy.int8)
            weights = numpy.full(len(own), WEIGHT_OF_SILENCE, numpy.float32)
            index = {pair: i for i, pair in enumerate(own)}
            low, high = spans[0][0], spans[-1][1]
            for relation, subject, object_, confidence, key in own_claims:
                if not (low <= subject[0] < high and low <= object_[0] < high):
                    continue
                ends = [relation_data.match(found, spans, analysis.heads, analysis.upos, span) for span in (subject, object_)]
                verdict = judged.get(key)
                label = verdict if verdict is not None else 1 if confidence >= SURE else UNKNOWN if confidence >= DOUBTED else 0
                for turned in (False, True) if relation in SYMMETRIC else (False,):
                    first, second = ends[::-1] if turned else ends
                    for i in first[0]:
                        for j in second[0]:
                            row = index.get((i, j))
                            if row is not None and labels[row, INDEX[relation]] != 1:
                                labels[row, INDEX[relation]] = label
                                if label == 1 or verdict is not None:
                                    weights[row] = max(weights[row], WEIGHT_OF_JUDGED if verdict is not None else 1.0)
            result.append(Sentence(document["id"], "silver", analysis, spans, found, own, labels, weights))
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--data", required=True)
    parser.add_argument("--gold", required=True, help="the folder over the exhaustive tables")
    options = parser.parse_args()
    write_texts(options.folder, options.data, options.gold)


if __name__ == "__main__":
    main()
