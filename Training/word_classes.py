#!/usr/bin/env python3
"""Gathers, for each relation, the words of its meaning from dictionaries.  usage: word_classes.py FRAMES_FOLDER [--cameo FILE] [--hold-out SEED]

Starts from the words that the frames of a relation list, spreads what they mean over WordNet's senses (personalised PageRank over
hypernyms, verb groups, derivations and similar adjectives; Agirre and Soroa 2009, "Personalizing PageRank for Word Sense Disambiguation"),
and keeps the words of which most uses (by WordNet's counts) are of senses that one relation reaches more than all others do. The dictionary of
political verbs of PETRARCH2, where it is given, adds words and senses by its event codes.

Prints Schema/classes.tsv: relation, tab, verb | act | agent | adjective, tab, words. Words of Schema/class-exceptions.tsv are left out.
--hold-out hides a seeded fifth of the listed words of each relation and says on standard error how many of these come back.

WordNet is Debian's `wordnet-base`.
"""
import argparse, collections, os, random, re, sys

import numpy as np
import scipy.sparse

HERE = os.path.dirname(os.path.abspath(__file__))
WORDNET = "/usr/share/wordnet"
POS = {"verb": "v", "noun": "n", "adj": "a"}
# how much of a sense's meaning another sense that it is tied to has
TIES = {"@": 0.4, "~": 0.4, "$": 1.0, "&": 0.8, "+": 1.0, "*": 0.3, ">": 0.3, "^": 0.4, "\\": 0.8}
PERSONS, ACTS = {"noun.person", "noun.group"}, {"noun.act", "noun.event", "noun.communication", "noun.state", "noun.feeling", "noun.possession",
                                               "noun.phenomenon", "noun.process", "noun.relation", "noun.attribute", "noun.cognition"}
LEXNAMES = {14: "noun.group", 18: "noun.person", 4: "noun.act", 11: "noun.event", 10: "noun.communication", 26: "noun.state", 12: "noun.feeling",
            21: "noun.possession", 19: "noun.phenomenon", 22: "noun.process", 24: "noun.relation", 7: "noun.attribute", 9: "noun.cognition"}
# event codes of CAMEO by their first digits, the longest first, and the relation whose meaning they have
CAMEO = {"0311": "cooperates-with", "036": "negotiates-with", "04": "negotiates-with", "045": "mediates", "051": "supports", "052": "guards", "057": "agreement-with",
         "06": "cooperates-with", "07": "aids", "072": "arms", "0874": "retreated-from", "09": "investigated", "10": "demanded-of", "110": "criticized",
         "111": "criticized", "112": "accused", "113": "opposes", "114": "criticized", "12": "rejected", "13": "threatens", "14": "protests-against",
         "15": "deployed-to", "163": "sanctioned", "172": "bans", "173": "arrested", "174": "expelled", "18": "attacked", "1823": "killed", "186": "killed",
         "19": "fights", "190": "fights", "193": "attacked", "195": "attacked"}
# relations whose words say who does what to whom; what others say depends on more than a word
LEFT_OUT = {"is-a", "occupation", "rank", "ethnicity", "size", "named-after", "holds-office", "citizen", "born-on", "died-on", "born-in", "founded-on", "capital",
            "associated-with", "relative", "child", "parent", "sibling", "spouse", "has-office-in", "has-base-in", "located-in", "borders", "part", "based-in",
            "lives-in", "buried-in", "died-in", "official-of", "interviewed-by", "delisted", "claims-territory", "owner", "size", "recruits-from"}


# A word that WordNet's texts use more often is taken from class_words.tsv only.
MOST_USES = 8


class WordNet:
    def __init__(self):
        self.senses = collections.defaultdict(list)     # (lemma, pos) -> synsets, the commonest first
        self.lemmas, self.kind, self.index = [], [], {}
        links = []
        for pos, letter in POS.items():
            for line in open(f"{WORDNET}/data.{pos}", encoding="latin-1"):
                if line.startswith(" "):
                    continue
                fields = line.split(" | ")[0].split()
                number = len(self.lemmas)
                self.index[letter + fields[0]] = number
                count = int(fields[3], 16)
                self.lemmas.append([w.split("(")[0].lower() for w in fields[4:4 + 2 * count:2]])
                self.kind.append((letter, LEXNAMES.get(int(fields[1]), "")))
                at = 4 + 2 * count
                for i in range(int(fields[at])):
                    symbol, offset, target = fields[at + 1 + 4 * i:at + 4 + 4 * i]
                    if symbol in TIES:
                        links.append((number, target.replace("s", "a") + offset, TIES[symbol]))
        counts = collections.Counter()
        for line in open(f"{WORDNET}/cntlist.rev", encoding="latin-1"):
            key, sense, times = line.split()
            lemma, rest = key.split("%")
            counts[lemma, {"1": "n", "2": "v"}.get(rest[0], "a"), int(sense)] = int(times)
        self.share, self.uses = {}, collections.Counter()
        for pos, letter in POS.items():
            for line in open(f"{WORDNET}/index.{pos}", encoding="latin-1"):
                if line.startswith(" "):
                    continue
                fields = line.split()
                synsets = [self.index[letter + o] for o in fields[-int(fields[2]):]]
                weights = np.array([counts[fields[0], letter, i + 1] + 1.0 / (i + 1) for i in range(len(synsets))])
                self.senses[fields[0], letter] = synsets
                self.share[fields[0], letter] = weights / weights.sum()
                self.uses[fields[0], letter] = sum(counts[fields[0], letter, i + 1] for i in range(len(synsets)))
        rows, columns, values = zip(*((n, self.index[t], v) for n, t, v in links if t in self.index))
        size = len(self.lemmas)
        ties = scipy.sparse.csr_matrix((values, (rows, columns)), (size, size))
        ties = ties.maximum(ties.T)
        # a sense with many kinds below it tells each of them little
        degree = np.asarray(ties.sum(axis=1)).ravel() + 1e-9
        scale = scipy.sparse.diags(degree ** -0.5)
        self.ties = scale @ ties @ scale


def seeds_of(folder):
    """The words that frames list, by relation and kind, without those that need another word beside them."""
    seeds = collections.defaultdict(lambda: collections.defaultdict(set))
    relation = None
    for name in sorted(os.listdir(folder)):
        for line in open(os.path.join(folder, name), encoding="utf-8"):
            fields = line.split()
            if not fields:
                continue
            if fields[0] == "relation":
                relation = fields[1]
            if fields[0] not in ("verb", "noun", "adjective") or relation in LEFT_OUT:
                continue
            words = [w for w in fields[1:next((i for i, f in enumerate(fields) if f.startswith(("S=", "O="))), 0)] if not w.startswith("@")]
            slots = dict(f.split("=", 1) for f in fields if f.startswith(("S=", "O=", "confidence=")))
            if "if" in fields or float(slots.get("confidence", 1)) < 0.6 or len(slots.get("O", "").split("|")[0].split(".")) > 1:
                continue
            subject = slots.get("S", "").split(":")[0].split("|")[0]
            kind = fields[0]
            if kind == "noun":
                kind = "agent" if subject in ("self", "identity") else "act"
            elif kind == "verb" and subject.split(".")[0] != "subject":
                continue
            seeds[relation][kind].update(words)
    return seeds


def cameo_of(path):
    """Verbs by relation, by the event codes that a dictionary gives them where nothing else stands beside."""
    found, code = collections.defaultdict(set), None
    for line in open(path, encoding="utf-8", errors="replace"):
        line = line.split("#")[0].strip()
        head = re.match(r"^---\s+(\S+)\s+\[([\d-]+)", line)
        if head:
            code = head.group(2)
        word = re.match(r"^\+?([A-Z_]+)\s*(?:\{[^}]*\})?\s*(?:\[([\d-]+)\])?$", line)
        if word and code:
            own = (word.group(2) or code).strip("-")
            relation = next((CAMEO[own[:n]] for n in (4, 3, 2) if own[:n] in CAMEO), None)
            if relation:
                found[relation].add(word.group(1).lower().strip("_"))
    return found


LETTERS = {"verb": "v", "act": "n", "agent": "n", "adjective": "a"}


def spread(net, seeds, cameo):
    """For each relation how near each sense is to it, by PageRank that starts from its words."""
    relations = sorted(seeds)
    start = np.zeros((len(net.lemmas), len(relations)))
    for column, relation in enumerate(relations):
        for kind, words in seeds[relation].items():
            for word in words:
                for sense, share in zip(net.senses.get((word, LETTERS[kind]), []), net.share.get((word, LETTERS[kind]), [])):
                    start[sense, column] += share + 0.15
        for word in cameo.get(relation, ()):
            for sense, share in zip(net.senses.get((word, "v"), []), net.share.get((word, "v"), [])):
                start[sense, column] += 0.5 * share
    start /= np.maximum(1e-9, start.sum(axis=0))
    rank = start.copy()
    for _ in range(8):
        rank = 0.5 * start + 0.5 * (net.ties @ rank)
    return relations, rank


def classes(net, seeds, cameo, least, unseen={}):
    relations, rank = spread(net, seeds, cameo)
    sizes = np.array([sum(len(w) for w in seeds[r].values()) for r in relations]) ** 0.5
    mass = rank * sizes * 1000
    # the share of a sense that is the relation's, with a little kept for none of them
    posterior = mass / (mass.sum(axis=1, keepdims=True) + 0.6)
    scores = collections.defaultdict(dict)
    for (word, letter), senses in net.senses.items():
        if len(word) < 3 or not re.fullmatch(r"[a-z_-]+", word) or "_" in word and (letter != "v" or word.count("_") > 1):
            continue
        share = net.share[word, letter]
        total = share @ posterior[senses]
        if total.max() < least:
            continue
        for column in np.flatnonzero(total >= total.max() / 2):
            if letter == "n":
                top = max(range(len(senses)), key=lambda i: share[i] * posterior[senses[i], column])
                lexname = net.kind[senses[top]][1]
                kind = "agent" if lexname in PERSONS else "act" if lexname in ACTS else None
            else:
                kind = "verb" if letter == "v" else None
            # of common words a person says which belong: their many senses are told apart too badly
            if kind and (net.uses[word, letter] < MOST_USES or word in seeds[relations[column]].get(kind, ())
                         or word in unseen.get((relations[column], kind), ())):
                scores[relations[column], kind][word] = float(total[column])
    return scores


def confirm(net, seeds, listed, cameo, least):
    """Leaves in `listed` the frames' words that the others do not lead back to: they are no evidence of a class."""
    for fold in range(5):
        gone = {(r, k): set(sorted(words)[fold::5]) for r, kinds in listed.items() for k, words in kinds.items()}
        rest = {r: {k: words - gone.get((r, k), set()) for k, words in kinds.items()} for r, kinds in seeds.items()}
        scores = classes(net, rest, cameo, least, unseen=gone)
        for (relation, kind), words in gone.items():
            for word in words & set(scores[relation, kind]):
                listed[relation][kind] -= {word}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("frames")
    parser.add_argument("--cameo")
    parser.add_argument("--hold-out", type=int)
    parser.add_argument("--least", type=float, default=0.7)
    parser.add_argument("--exceptions", default=os.path.join(HERE, "..", "Schema", "class-exceptions.tsv"))
    options = parser.parse_args()
    seeds = seeds_of(options.frames)
    listed = {r: {k: set(words) for k, words in kinds.items()} for r, kinds in seeds.items()}
    for line in open(os.path.join(HERE, "class_words.tsv"), encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            relation, kind, words = line.rstrip("\n").split("\t")
            seeds[relation][kind].update(words.split())
            listed.get(relation, {}).get(kind, set()).difference_update(words.split())
    hidden = collections.defaultdict(set)
    if options.hold_out is not None:
        draw = random.Random(options.hold_out)
        for relation in sorted(seeds):
            for kind in sorted(seeds[relation]):
                words = sorted(seeds[relation][kind])
                gone = set(draw.sample(words, len(words) // 5))
                hidden[relation, kind] = gone
                seeds[relation][kind] -= gone
    cameo = cameo_of(options.cameo) if options.cameo else {}
    exceptions = collections.defaultdict(set)
    if os.path.exists(options.exceptions):
        for line in open(options.exceptions, encoding="utf-8"):
            if line.strip() and not line.startswith("#"):
                relation, kind, words = line.rstrip("\n").split("\t")
                exceptions[relation, kind].update(words.split())
    net = WordNet()
    if options.hold_out is None:
        confirm(net, seeds, listed, cameo, options.least)
    scores = classes(net, seeds, cameo, options.least)
    if options.hold_out is not None:
        back = sum(len(gone & set(scores[key])) for key, gone in hidden.items())
        print(f"hidden {sum(map(len, hidden.values()))}, back {back}", file=sys.stderr)
        for key, gone in sorted(hidden.items()):
            if gone:
                print(*key, "back:", *sorted(gone & set(scores[key])), "| not:", *sorted(gone - set(scores[key])), file=sys.stderr)
    print("# The words of each relation's meaning, made by Training/word_classes.py from WordNet 3.0 and the frames' own words; do not edit by hand:")
    print("# words that do not belong stand in class-exceptions.tsv. relation, tab, verb | act | agent | adjective, tab, words.")
    for relation, kind in sorted({(r, k) for r in seeds for k in seeds[r]} | set(scores)):
        alone = listed.get(relation, {}).get(kind, set())
        words = sorted((set(scores[relation, kind]) | set(seeds[relation][kind])) - alone - exceptions[relation, kind])
        if words:
            print(relation, kind, " ".join(words), sep="\t")


if __name__ == "__main__":
    main()
