"""Scores a checkpoint or an exported model on the development parts, with the words given.

The definitions are those of ../shared/eval/conllu.py: UPOS, lemma (case ignored), UAS and LAS over all words, subtypes
and punctuation included; names as exact typed spans.
"""
import argparse
import json
import sys
import time

import torch

import batches
import coreference
import predict
from data import Labels, read_conllu, read_names
from gap_scores import gap_scores
from model import Analyser, round_inputs
from scores import conll
from train import read_vocabulary
from windows import WINDOW_PIECES
from wordpiece import WordPiece


def load(path):
    if path.endswith(".safetensors"):
        from export import load_exported
        return load_exported(path)
    saved = torch.load(path, weights_only=True)
    labels, vocabulary = Labels(**saved["labels"]), read_vocabulary()
    model = Analyser(labels, len(vocabulary))
    model.load_state_dict(saved["state"])
    model.name_transitions = saved["transitions"]
    return round_inputs(model.eval()), batches.Encoder(WordPiece(vocabulary), labels)


def load_links(path, labels):
    if path.endswith(".safetensors"):
        from export import load_coreference
        return load_coreference(path, labels)
    links = coreference.Coreference(len(labels.relations))
    links.load_state_dict(torch.load(path, weights_only=True)["coreference"])
    return links.eval()


def spans(tags):
    found, start, kind = set(), None, None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not (tag.startswith("I-") and tag[2:] == kind):
            found.add((start, i - 1, kind))
            start = None
        if tag[:2] in ("B-", "I-") and start is None:
            start, kind = i, tag[2:]
    return found


def f1(found, said, gold):
    return 200 * found / max(1, said + gold)


def score(sentences, analyses, names=None, entities=None):
    result, total = {}, sum(len(s.forms) for s in sentences)
    pairs = list(zip(sentences, analyses))
    for name in ("upos", "xpos", "feats"):
        result[name] = 100 / total * sum(a == b for s, r in pairs for a, b in zip(getattr(s, name), getattr(r, name)))
    result["lemma"] = 100 / total * sum(a.lower() == b.lower() for s, r in pairs for a, b in zip(s.lemmas, r.lemmas))
    result["uas"] = 100 / total * sum(a == b for s, r in pairs for a, b in zip(s.heads, r.heads))
    result["las"] = 100 / total * sum(
        a == b and c == d for s, r in pairs for a, b, c, d in zip(s.heads, r.heads, s.relations, r.relations))
    if names is not None:
        kinds = {}
        found = said = gold = 0
        for s, r in pairs:
            if names.get(s.id, ((), ()))[0] != s.forms:
                continue
            a, b = spans(names[s.id][1]), spans(r.names)
            found, said, gold = found + len(a & b), said + len(b), gold + len(a)
            for kind in ("PER", "ORG", "LOC"):
                row = kinds.setdefault(kind, [0, 0, 0])
                for i, part in enumerate((a & b, b, a)):
                    row[i] += sum(x[2] == kind for x in part)
        result |= {"names": f1(found, said, gold), "names precision": 100 * found / max(1, said),
                   "names recall": 100 * found / max(1, gold)}
        result |= {f"names {kind}": f1(*row) for kind, row in kinds.items()}
    if sentences[0].mentions is not None:
        said = [{m[:3] for m in r.mentions} for _, r in pairs]
        gold = [{(m.start, m.end, m.type) for m in s.mentions} for s, _ in pairs]
        result["mentions"] = f1(sum(len(a & b) for a, b in zip(said, gold)), sum(map(len, said)), sum(map(len, gold)))
        said = [{m[:2] for m in x} for x in said]
        gold = [{m[:2] for m in x} for x in gold]
        found = sum(len(a & b) for a, b in zip(said, gold))
        result["mention spans"] = f1(found, sum(map(len, said)), sum(map(len, gold)))
        result["mention spans recall"] = 100 * found / sum(map(len, gold))
        kinds = [{(*m[:2], m[3]) for m in r.mentions} for _, r in pairs]
        gold = [{(m.start, m.end, m.kind) for m in s.mentions} for s, _ in pairs]
        result["mention kinds"] = f1(sum(len(a & b) for a, b in zip(kinds, gold)), sum(map(len, kinds)), sum(map(len, gold)))
        if entities:
            result |= dict(zip(("MUC", "B3", "CEAF"), coreference_scores(sentences, analyses, entities)))
            result["CoNLL"] = (result["MUC"] + result["B3"] + result["CEAF"]) / 3
    return {name: round(value, 2) for name, value in result.items()}


def coreference_scores(sentences, analyses, entities):
    gold, said = {}, {}
    for number, (s, r, own) in enumerate(zip(sentences, analyses, entities)):
        for m in s.mentions:
            gold.setdefault((s.document, m.entity), set()).add((number, m.start, m.end))
        for m, entity in zip(r.mentions, own):
            said.setdefault((s.document, entity), set()).add((number, m[0], m[1]))
    return conll(gold, said)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--conllu", help="a folder for the predictions")
    parser.add_argument("--scores", help="a JSON file for the scores")
    parser.add_argument("--gap", help="what `kg analyze` says of GAP's validation part, for its words")
    parser.add_argument("--window", type=int, default=WINDOW_PIECES, help="pieces of a window at most; 1 reads every sentence alone")
    options = parser.parse_args()
    torch.set_num_threads(1)
    model, encoder = load(options.model)
    links = load_links(options.model, encoder.labels)
    scores = {}
    for part in ("ewt", "gum"):
        sentences = read_conllu(f"{options.data}/ud/{part}-dev.conllu")
        names = read_names(f"{options.data}/ner/uner-ewt-dev.iob2") if part == "ewt" else None
        started = time.time()
        analyses = predict.predict(model, encoder, sentences, window=options.window)
        entities = links and coreference.entities_of(links, sentences, analyses, encoder.labels.relations)
        seconds = time.time() - started
        scores[f"{part}-dev"] = score(sentences, analyses, names, entities)
        print(part, json.dumps(scores[f"{part}-dev"]), f"{seconds:.0f} s", flush=True)
        if options.conllu:
            with open(f"{options.conllu}/{part}-dev.conllu", "w", encoding="utf-8") as file:
                predict.write_conllu(sentences, analyses, file, entities)
    if links and options.gap:
        scores["gap-validation"] = gap_scores(model, links, encoder, f"{options.data}/gap/gap-validation.tsv", options.gap, options.window)
        print("gap", json.dumps({name: round(value, 2) for name, value in scores["gap-validation"].items()}), flush=True)
    if options.scores:
        with open(options.scores, "w") as file:
            json.dump(scores, file, indent=1)


if __name__ == "__main__":
    sys.exit(main())
