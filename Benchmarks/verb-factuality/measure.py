#!/usr/bin/env python3
"""Compares verb-factuality's lines with UDS: measure.py LINES FACTUALITY.tsv [--wrong]   (data: decomp, over EWT's words)

A verb whose score is over 0.5 happened, one under -0.5 did not; those between are left out. Positive and certain is taken for
"happened", all else for "did not". Prints how many have the right sign, for those that happened and those that did not."""
import collections, sys

lines, gold = [a for a in sys.argv[1:] if not a.startswith("--")]
read = {}
for row in open(lines, encoding="utf-8"):
    name, word, polarity, modality, form, asked = row.rstrip("\n").split("\t")
    read[name, word] = (polarity, modality, form, asked)
tally, wrong = collections.Counter(), collections.Counter()
for row in list(open(gold, encoding="utf-8"))[1:]:
    name, word, score, sure = row.rstrip("\n").split("\t")
    if (name, word) not in read or abs(float(score)) < 0.5:
        continue
    polarity, modality, form, asked = read[name, word]
    happened = float(score) > 0
    said = polarity == "positive" and modality == "certain" and asked == "told"
    tally["happened" if happened else "did not", said == happened] += 1
    if said != happened and "--wrong" in sys.argv:
        print(f"{name}\t{word}\t{form}\t{score}\t{polarity} {modality} {asked}")
for kind in ("happened", "did not"):
    right, all_ = tally[kind, True], tally[kind, True] + tally[kind, False]
    print(f"{kind}: {right} of {all_} ({100 * right / max(1, all_):.1f} %)")
right = sum(v for (k, ok), v in tally.items() if ok)
print(f"all: {right} of {sum(tally.values())} ({100 * right / max(1, sum(tally.values())):.1f} %)")
