#!/usr/bin/env python3
"""Writes texts of many kinds, of which claims were judged by hand (judged-claims.tsv).  usage: judge_documents.py FOLDER --data DATA --gold GOLD

Only of training and development parts, none that has an exhaustive table. Which ones is decided by a digest of their name, so a text is the
same wherever it is made; file names begin with the kind of text.
"""
import argparse, csv, glob, hashlib, json, os, re


def rank(name):
    return hashlib.sha256(name.encode()).hexdigest()


def chosen(documents, count):
    """The documents with the smallest digests of their names."""
    return sorted(documents, key=lambda d: rank(d[0]))[:count]


def plain(words):
    """Words of a set without spaces, as people write them."""
    text = re.sub(r"\s+([.,;:!?%)\]’]|'s\b|n't\b|'re\b|'ll\b|'ve\b|'m\b|'d\b)", r"\1", " ".join(words))
    return re.sub(r"([(\[$£€])\s+", r"\1", re.sub(r'"\s+([^"]*?)\s+"', r'"\1"', text))


def conllu(path, sentences):
    """Documents of a treebank, with their paragraphs, as far as the number of sentences."""
    name, text, count = None, "", 0
    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc id = "):
            if name:
                yield name, text
            name, text, count = line.split(" = ")[1].strip(), "", 0
        elif line.startswith("# newpar") and text and count < sentences and not text.endswith("\n\n"):
            text = text.rstrip() + "\n\n"
        elif line.startswith("# text = ") and count < sentences:
            text, count = text + line[len("# text = "):].rstrip("\n") + " ", count + 1
    if name:
        yield name, text


def columns(path, sentences):
    """Sentences of a file with a word and its tag in each line, some at a time."""
    words, rows = [], []
    for line in open(path, encoding="utf-8"):
        if line.strip():
            words.append(line.split()[0])
        elif words:
            rows.append(plain(words))
            words = []
    for start in range(0, len(rows), sentences):
        yield f"{os.path.basename(path)}-{start}", "\n\n".join(rows[start:start + sentences])


def documents(data, whole=False):
    """(kind, name, text) of everything chosen; of everything there is where the whole is wanted."""
    def named(kind, items, count):
        return [(kind, name, text.strip() + "\n") for name, text in chosen(list(items), 10 ** 6 if whole else count)]

    sentences = 10 ** 6 if whole else 0
    gum = list(conllu(f"{data}/ud/gum-train.conllu", sentences or 40))
    for genre in ("news", "interview", "bio", "speech", "voyage", "academic", "court"):
        yield from named("gum-" + genre, (d for d in gum if d[0].startswith("GUM_" + genre)), 6)
    ewt = list(conllu(f"{data}/ud/ewt-train.conllu", 25))
    for genre, count in (("weblog", 24), ("newsgroup", 16), ("email", 16), ("reviews", 8), ("answers", 8)):
        yield from named("ewt-" + genre, (d for d in ewt if d[0].startswith(genre)), count)
    for part in ("uk-government", "wikipedia"):
        with open(f"{data}/re3d/{part}/documents.json", encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
        yield from named("re3d-" + part, ((r["_id"], r["text"]) for r in rows), 30)
    if not whole:  # the relation head learns from the labels of these two sets
        with open(f"{data}/redocred/dev.json", encoding="utf-8") as file:
            yield from named("redocred", ((d["title"], plain(w for s in d["sents"] for w in s)) for d in json.load(file)), 40)
        with open(f"{data}/knowledgenet/folds-1-3.jsonl", encoding="utf-8") as file:
            yield from named("knowledgenet", ((d["id"], d["text"]) for d in map(json.loads, file)), 60)
    with open(f"{data}/plover/gsr-dev.json", encoding="utf-8") as file:
        rows = [(d["id"], d["text"]) for d in json.load(file)]
    yield "plover", "sentences", "\n\n".join(text for _, text in chosen(rows, 120)) + "\n"
    with open(f"{data}/gap/gap-development.tsv", encoding="utf-8") as file:
        rows = [(r["ID"], r["Text"]) for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    yield from named("gap", rows[:1000] if whole else rows, 50)
    for field in ("literature", "music", "science", "ai", "politics"):
        yield from named("crossner-" + field, columns(f"{data}/ner/crossner-{field}-train.txt", 10), 3)
    yield from named("wikigold", columns(f"{data}/ner/wikigold.conll.txt", 20), 10)


def letters(text):
    return re.sub(r"[^a-z]", "", text.lower())


def tables(gold):
    """The letters of the texts that have an exhaustive table."""
    return [letters(open(path, encoding="utf-8").read()) for path in sorted(glob.glob(f"{gold}/**/*.txt", recursive=True))]


def has_table(text, tables):
    """Whether a text begins or ends as one with a table does, or holds the beginning of one."""
    own = letters(text)
    return any(own[:60] in t or own[-60:] in t for t in tables) or any(t[:60] in own for t in tables)


def unannotated(data, gold, whole=False):
    """(file name without ending, text) of everything chosen that has no exhaustive table."""
    known = tables(gold)
    for kind, name, text in documents(data, whole):
        if kind == "plover" or not has_table(text, known):
            yield kind + "-" + re.sub(r"[^A-Za-z0-9]+", "-", name), text


def key_of_claim(document, evidence, relation, subject, object_):
    """What a judgement of a claim is known by: nothing of the text can be read from it."""
    plain = lambda s: re.sub(r"\s", " ", s)
    return hashlib.sha256("\x1f".join([document, plain(evidence), relation, plain(subject), plain(object_)]).encode()).hexdigest()[:16]


def judgements(path):
    """The judged claims: 1 is right, 0 is wrong."""
    with open(path, encoding="utf-8") as file:
        return {key: int(right) for key, right in (line.split() for line in file if line.strip() and line[0] != "#")}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--data", required=True)
    parser.add_argument("--gold", required=True, help="the folder over the exhaustive tables")
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    for name, text in unannotated(options.data, options.gold):
        with open(os.path.join(options.folder, name + ".txt"), "w", encoding="utf-8", newline="") as file:
            file.write(text)


if __name__ == "__main__":
    main()
