"""What the judge learns from: claims of `judge-examples` with what is right, the kind of their text and their weight."""
import collections, glob, json, os
import numpy
import judge_documents

# The kinds of examples that only teach, and are not measured.
FACTS, JUDGED = "knowledgenet-facts", "judged"

# Properties of KnowledgeNet by the relations that stand for them: forwards and backwards.
PROPERTIES = {
    "DATE_OF_BIRTH": ({"born-on"}, set()), "DATE_OF_DEATH": ({"died-on"}, set()), "PLACE_OF_RESIDENCE": ({"lives-in"}, set()),
    "PLACE_OF_BIRTH": ({"born-in"}, set()), "NATIONALITY": ({"citizen"}, set()),
    "EMPLOYEE_OR_MEMBER_OF": ({"employee", "member", "official-of"}, set()), "EDUCATED_AT": ({"educated-at"}, set()),
    "POLITICAL_AFFILIATION": ({"member", "affiliate"}, set()), "CHILD_OF": ({"child"}, {"parent"}), "SPOUSE": ({"spouse"}, {"spouse"}),
    "DATE_FOUNDED": ({"founded-on"}, set()), "HEADQUARTERS": ({"based-in"}, set()), "SUBSIDIARY_OF": ({"part"}, {"owner", "acquired"}),
    "FOUNDED_BY": (set(), {"founder"}), "CEO": (set(), {"leader"}),
}


class Examples:
    """Rows of features with their labels; `documents` and `kinds` say where each comes from."""

    def __init__(self, names):
        self.names, self.rows, self.right, self.edges = names, [], [], []
        self.documents, self.kinds, self.relations, self.texts, self.weights = [], [], [], [], []
        self.stated, self.totals = [], {}

    def add(self, cells, right, kind, weight):
        self.documents.append(os.path.basename(cells[0]))
        self.right.append(right)
        self.stated.append([r.split(":") for r in cells[1].split() if ":" in r])
        self.edges.append(cells[2] == "1")
        self.relations.append(cells[3])
        self.texts.append(" | ".join([cells[4], cells[3], cells[5]]) + "  … " + cells[6][:160])
        self.rows.append(numpy.array(cells[8:], dtype=numpy.float32))
        self.kinds.append(kind)
        self.weights.append(weight)

    def arrays(self):
        return (numpy.array(self.rows), numpy.array(self.right, dtype=int), numpy.array(self.edges),
                numpy.array(self.documents), numpy.array(self.kinds), numpy.array(self.relations), numpy.array(self.weights))


def lines(path):
    with open(path, encoding="utf-8") as file:
        names = next(file).rstrip("\n").split("\t")
        for line in file:
            yield names, line.rstrip("\n").split("\t")


def kind_of(name):
    """As reading.py tells kinds of text: the first word of a file's name, of GUM with the genre."""
    parts = name.split("-")
    return "-".join(parts[:2]) if parts[0] in ("gum", "own") else parts[0]


def read(paths):
    """Examples with a table: exhaustively annotated, so what is in no row is wrong."""
    examples, folders = None, set()
    for path in paths:
        for names, cells in lines(path):
            examples = examples or Examples(names[8:])
            right = any(not row.startswith("not:") for row in cells[1].split() if ":" in row)
            examples.add(cells, right, kind_of(os.path.basename(cells[0])), 1.0)
            folder = os.path.dirname(cells[0])
            if folder not in folders:
                folders.add(folder)
                for table in glob.glob(os.path.join(folder, "*.tsv")):
                    examples.totals[os.path.basename(table)[:-4] + ".txt"] = tiers(table)
    return examples


def add_judged(examples, path, judgements, weight):
    """Claims of ordinary texts that were judged by hand one by one; those that nobody judged are left out."""
    seen = set()
    for _, cells in lines(path):
        key = judge_documents.key_of_claim(os.path.basename(cells[0])[:-4], cells[6], cells[3], cells[4], cells[5])
        if key in judgements and key not in seen:
            seen.add(key)
            examples.add(cells, bool(judgements[key]), JUDGED, weight)


def tiers(path):
    """How many rows of each tier a table has."""
    with open(path, encoding="utf-8") as file:
        return collections.Counter(line.split("\t")[1] for line in file if line.strip() and line[0] not in "#=")


def add_knowledgenet(examples, path, documents, weight, known=()):
    """Claims of KnowledgeNet's passages: right or wrong where a property was asked that their relation stands for; else left out.

    `known` are the documents that have exhaustive tables of their own.
    """
    with open(documents, encoding="utf-8") as file:
        passages = {d["id"]: d["passages"] for d in map(json.loads, file)}
    for names, cells in lines(path):
        name = os.path.basename(cells[0])[:-4]
        if "knowledgenet-" + name in known:
            continue
        subject, object, sentence = ([int(n) for n in span.split("-")] for span in cells[7].split())
        asked, right = set(), False
        for passage in passages.get(name, []):
            if not passage["start"] <= sentence[0] < passage["end"]:
                continue
            asked.update(passage["asked"])
            for fact in passage["facts"]:
                forward, backward = PROPERTIES[fact["property"]]
                overlap = lambda a, b: max(a[0], b[0]) < min(a[1], b[1])
                right |= cells[3] in forward and overlap(subject, fact["subject"]) and overlap(object, fact["object"]) \
                    or cells[3] in backward and overlap(subject, fact["object"]) and overlap(object, fact["subject"])
        ours = {p for p, (forward, backward) in PROPERTIES.items() if cells[3] in forward | backward}
        # A relation that several properties stand for is wrong only where all of them were asked.
        if right or ours and ours <= asked:
            examples.add(cells, right, FACTS, weight)
