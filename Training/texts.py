"""Writes the texts of the sets without tags, for `kg analyze` to cut into words and tag: JSON lines, or words as CoNLL-U."""
import argparse
import glob
import json
import os

from coreference_sets import litbank_rows, read_gap_rows


def write(text, path):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def json_lines(documents):
    return "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in documents)


def gold_texts(folder):
    for path in sorted(glob.glob(f"{folder}/*.txt")):
        with open(path, encoding="utf-8", newline="") as file:
            yield os.path.basename(path).removesuffix(".txt"), file.read()


def litbank_words(path):
    lines = []
    for name, document in litbank_rows(path).items():
        lines.append(f"# newdoc id = {name}\n")
        for rows in document:
            lines += ["\t".join([str(number), word, *"_" * 8]) + "\n" for number, (word, _) in enumerate(rows, 1)]
            lines.append("\n")
    return "".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--gold", default="../shared/gold/train")
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    for part in ("development", "validation"):
        rows = read_gap_rows(f"{options.data}/gap/gap-{part}.tsv")
        write(json_lines((row["ID"], row["Text"]) for row in rows), f"{options.folder}/gap-{part}.jsonl")
    write(json_lines(gold_texts(options.gold)), f"{options.folder}/gold.jsonl")
    write(litbank_words(f"{options.data}/litbank/coref.conll.xz"), f"{options.folder}/litbank.words")


if __name__ == "__main__":
    main()
