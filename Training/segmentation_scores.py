"""Words and sentences from raw text against a treebank: `segmentation_scores.py KG DATA [--part dev]`.

F1 over spans of characters, white space left out, as the shared task CoNLL 2018 counted. Raw text: sentences of one paragraph (`# newpar`)
joined by a space unless SpaceAfter=No, paragraphs by a blank line (`as it is`); the same wrapped at 80 columns, as that task's files
were; every paragraph a line, without blank ones; and all paragraphs of a document joined by single spaces.
"""
import argparse
import json
import re
import subprocess
import textwrap

import segmentation

FORMS = {
    "as it is": "\n\n".join,
    "wrapped at 80": lambda parts: "\n\n".join("\n".join(textwrap.wrap(p, 80, break_long_words=False, break_on_hyphens=False)) for p in parts),
    "a line a paragraph": "\n".join,
    "one paragraph": " ".join,
}


def spans(sentences):
    """The spans of the words and of the sentences, in characters that are no white space."""
    words, ends, place = set(), set(), 0
    for sentence in sentences:
        start = place
        for form in sentence:
            length = len(re.sub(r"\s", "", form))
            words.add((place, place + length))
            place += length
        ends.add((start, place))
    return words, ends


def analysed(kg, texts):
    lines = "".join(json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(texts))
    out = subprocess.run([kg, "analyze", "--jsonl", "-"], input=lines, capture_output=True, text=True, check=True).stdout
    documents = {}
    for block in out.split("\n\n"):
        if match := re.search(r"^# newdoc id = (\d+)$", block, re.M):
            documents[int(match[1])] = []
            current = documents[int(match[1])]
        if words := re.findall(r"^\d+\t([^\t\n]+)", block, re.M):
            current.append(words)
    return [documents.get(number, []) for number in range(len(texts))]


def score(kg, documents, form):
    counts = [0] * 6
    texts = [form([segmentation.paragraph(part)[0] for part in parts]) for _, parts in documents]
    for (_, parts), found in zip(documents, analysed(kg, texts)):
        gold = spans([[word for word, _, _ in sentence] for part in parts for sentence in part])
        said = spans(found)
        for offset, (g, s) in enumerate(zip(gold, said)):
            counts[3 * offset] += len(g & s)
            counts[3 * offset + 1] += len(s)
            counts[3 * offset + 2] += len(g)
    return [200 * counts[i] / (counts[i + 1] + counts[i + 2]) for i in (0, 3)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kg")
    parser.add_argument("data")
    parser.add_argument("--part", default="dev")
    options = parser.parse_args()
    ewt, gum = (segmentation.read(f"{options.data}/ud/{name}-{options.part}.conllu") for name in ("ewt", "gum"))
    sets = {"EWT": ewt, "GUM": gum}
    for genre in ("news", "interview"):
        sets["GUM " + genre] = [document for document in gum if f"_{genre}_" in document[0]]
    sets["GUM news and interview"] = sets["GUM news"] + sets["GUM interview"]
    for name, documents in sets.items():
        for label, form in FORMS.items():
            words, sentences = score(options.kg, documents, form)
            print(f"{name:24}{label:20} words {words:6.2f}  sentences {sentences:6.2f}")


if __name__ == "__main__":
    main()
