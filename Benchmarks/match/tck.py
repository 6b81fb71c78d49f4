#!/usr/bin/env python3
"""Asks kg match the scenarios of the openCypher TCK that only read and fit its model, and counts the others by the reason why not.

usage: Benchmarks/match/tck.py path/to/kg path/to/tck [--show]

A scenario fits where its graph is made by CREATE alone, of nodes with one label or none and no property but a name, and of at most one
edge of a type from one node to another; and where its query reads by MATCH. Nodes are told apart by an identifier; those without a name
get one that no query has.
"""
import collections, json, pathlib, re, subprocess, sys, tempfile

kg, tck = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
show = "--show" in sys.argv
HIDDEN = "\u00b7"


class Skip(Exception):
    pass


def scenarios(path):
    """Each scenario of a feature file, outlines written out: name and steps with their texts and tables."""
    name, steps, outline, examples, text, background, reading = None, [], False, None, None, [], None

    def made():
        if name is None:
            return
        if not outline:
            yield name, background + steps
            return
        header, *rows = examples or [[]]
        for row in rows:
            def put(value):
                for key, cell in zip(header, row):
                    value = value.replace(f"<{key}>", cell)
                return value
            yield name, background + [(put(step), put(words), [[put(cell) for cell in line] for line in table])
                                      for step, words, table in steps]

    for line in path.read_text(encoding="utf-8").splitlines():
        stripped = line.strip()
        if text is not None:
            if stripped == '"""':
                steps_now = background if reading == "background" else steps
                steps_now[-1] = (steps_now[-1][0], "\n".join(text), steps_now[-1][2])
                text = None
            else:
                text.append(line.strip())
            continue
        if stripped == '"""':
            text = []
        elif stripped.startswith("Background:"):
            reading = "background"
        elif stripped.startswith(("Scenario:", "Scenario Outline:")):
            yield from made()
            name, steps, outline, examples = stripped.split(":", 1)[1].strip(), [], "Outline" in stripped, None
            reading = "scenario"
        elif stripped.startswith("Examples:"):
            examples = []
        elif stripped.startswith("|"):
            cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", stripped)[1:-1]]
            if examples is not None:
                examples.append(cells)
            else:
                (background if reading == "background" else steps)[-1][2].append(cells)
        elif stripped.startswith(("Given ", "And ", "When ", "Then ")):
            (background if reading == "background" else steps).append((stripped.split(" ", 1)[1], "", []))
    yield from made()


class Graph:
    """What CREATE makes, as far as the model has a place for it."""
    def __init__(self):
        self.nodes, self.edges = [], []

    def create(self, text):
        text = re.sub(r"\s+", " ", text.strip().rstrip(";"))
        known = {}
        for part in re.split(r"\bCREATE\b", text):
            part = part.strip()
            if not part:
                continue
            if re.search(r"\b(MATCH|UNWIND|WITH|MERGE|SET|FOREACH|RETURN|DELETE)\b", part):
                raise Skip("the graph is made by more than CREATE")
            self.paths(part, known)

    def paths(self, text, known):
        place, previous, pending = 0, None, None
        while place < len(text):
            rest = text[place:]
            if node := re.match(r"\s*\(([^()]*)\)", rest):
                number = self.node(node.group(1), known)
                if pending is not None:
                    kind, forward = pending
                    self.edge(previous if forward else number, kind, number if forward else previous)
                    pending = None
                previous, place = number, place + node.end()
            elif edge := re.match(r"\s*(<?)-\[([^\]]*)\]-(>?)", rest):
                words = edge.group(2)
                if "{" in words:
                    raise Skip("edges with properties of their own")
                kind = re.search(r":\s*`?([A-Za-z_0-9 ]+)`?", words)
                if not kind:
                    raise Skip("the graph is made by more than CREATE")
                pending, place = (kind.group(1).strip(), edge.group(1) != "<"), place + edge.end()
            elif comma := re.match(r"\s*,", rest):
                previous, place = None, place + comma.end()
            elif not rest.strip():
                break
            else:
                raise Skip("the graph is made by more than CREATE")

    def node(self, words, known):
        parts = re.match(r"\s*(`?\w*`?)\s*((?::\s*`?\w+`?\s*)*)(\{.*\})?\s*$", words)
        if not parts:
            raise Skip("the graph is made by more than CREATE")
        variable, labels, properties = parts.groups()
        if variable and variable in known and not labels and not properties:
            return known[variable]
        labels = re.findall(r":\s*`?(\w+)`?", labels)
        if len(labels) > 1:
            raise Skip("nodes of several labels")
        name = None
        if properties and properties.strip("{} "):
            match = re.match(r"^\{\s*name\s*:\s*(?:'([^']*)'|\"([^\"]*)\")\s*\}$", properties)
            if not match:
                raise Skip("nodes with properties of their own")
            name = match.group(1) if match.group(1) is not None else match.group(2)
        self.nodes.append((labels[0] if labels else None, name))
        if variable:
            known[variable] = len(self.nodes) - 1
        return len(self.nodes) - 1

    def edge(self, subject, kind, object):
        if (subject, kind, object) in self.edges:
            raise Skip("several edges of one type between two nodes")
        self.edges.append((subject, kind, object))

    def load(self, folder):
        nodes = "id\tname\ttype\n" + "".join(
            f"{number}\t{name or HIDDEN + str(number)}\t{label or 'thing'}\n" for number, (label, name) in enumerate(self.nodes))
        (folder / "nodes.tsv").write_text(nodes, encoding="utf-8")
        (folder / "edges.tsv").write_text("subject\trelation\tobject\n" + "".join(
            f"{s}\t{kind}\t{o}\n" for s, kind, o in self.edges), encoding="utf-8")
        run = subprocess.run([kg, "import", "edges.tsv", "--entities", "nodes.tsv"], cwd=folder, capture_output=True, text=True)
        if run.returncode:
            raise Skip("a graph that kg does not import: " + run.stderr.strip()[:80])


def fitting(query, graph):
    """Raises the reason why a query is none that kg means to answer."""
    words = re.sub(r"'[^']*'|\"[^\"]*\"|`[^`]*`", "''", query)
    for pattern, reason in [
        (r"\b(CREATE|MERGE|SET|DELETE|REMOVE)\b", "writes"), (r"\bOPTIONAL\s+MATCH\b", "OPTIONAL MATCH"), (r"\bWITH\b(?!\s*')", "WITH"),
        (r"\bUNWIND\b", "UNWIND"), (r"\bUNION\b", "UNION"), (r"\bCALL\b", "CALL"),
    ]:
        if re.search(pattern, re.sub(r"(?i)(STARTS|ENDS)\s+WITH", "", words), re.I):
            raise Skip(reason)
    if not re.search(r"\bMATCH\b", words, re.I):
        raise Skip("asks no graph (RETURN of an expression)")
    for pattern, reason in [
        (r"\b\w+\s*=\s*\(|shortestPath|\bnodes\s*\(|\brelationships\s*\(|\blength\s*\(", "paths as values"),
        (r"\b(all|any|none|single)\s*\(\s*\w+\s+IN\b|\[\s*\w+\s+IN\b|\breduce\s*\(|\[\s*\(", "lists and their quantifiers"),
        (r"\bCASE\b", "CASE"), (r"=~", "regular expressions"),
        (r"\b(date|time|datetime|localtime|localdatetime|duration)\s*\(", "temporal values"),
        (r"\[\w*(:[^\]]*)?\*[^\]]*\]", None),
    ]:
        if reason and re.search(pattern, words, re.I):
            raise Skip(reason)
    properties = set(re.findall(r"\b[a-z]\w*\.(\w+)", words)) | set(re.findall(r"[{,]\s*(\w+)\s*:", words))
    if properties - {"name"}:
        raise Skip("properties of their own")
    if any(name is None for _, name in graph.nodes) and re.search(r"\.name\b|\bproperties\s*\(|\bkeys\s*\(", words):
        raise Skip("asks the name of nodes without one")
    if re.search(r"\b(labels|properties|keys)\s*\(", words):
        raise Skip("labels, properties and keys as lists")


def value(cell):
    """What a cell of a result stands for, in a form in which answers can be compared."""
    cell = cell.strip()
    if cell == "null":
        return None
    if cell in ("true", "false"):
        return cell == "true"
    if re.fullmatch(r"-?\d+", cell):
        return int(cell)
    if re.fullmatch(r"-?\d*\.\d+(e-?\d+)?", cell, re.I):
        return float(cell)
    if string := re.fullmatch(r"'(.*)'", cell):
        return string.group(1)
    if node := re.fullmatch(r"\((?::(\w+))?\s*(?:\{name: '([^']*)'\})?\)", cell):
        return ("node", node.group(1), node.group(2))
    if edge := re.fullmatch(r"\[:([\w ]+)\]", cell):
        return ("edge", edge.group(1))
    if cell.startswith("[") and cell.endswith("]"):
        return tuple(sorted((repr(value(part)) for part in re.split(r",\s*(?![^(]*\))", cell[1:-1]) if part.strip())))
    raise Skip("values that the model has not")


def answer(found):
    if isinstance(found, dict) and "relation" in found:
        return ("edge", found["relation"])
    if isinstance(found, dict):
        name = found["name"]
        return ("node", None if found["type"] == "thing" else found["type"], None if name.startswith(HIDDEN) else name)
    if isinstance(found, list):
        return tuple(sorted(repr(answer(part)) for part in found))
    return found


def attempt(steps):
    graph, query, want, ordered, parameters = Graph(), None, None, False, []
    for step, text, table in steps:
        if step.startswith("the binary-tree"):
            raise Skip("a graph of its own with properties")
        if step.startswith("having executed"):
            graph.create(text)
        elif step.startswith("parameters are"):
            parameters = table
        elif step.startswith("there exists a procedure"):
            raise Skip("CALL")
        elif step.startswith(("executing query", "executing control query")):
            if query is not None:
                raise Skip("several queries")
            query = re.sub(r"\s+", " ", text)
        elif step.startswith("a ") and "should be raised" in step:
            raise Skip("expects an error")
        elif step.startswith("the result should be empty"):
            want = [[]]
        elif step.startswith("the result should be"):
            want, ordered = table, "in order" in step
    fitting(query, graph)
    rows = [[value(cell) for cell in row] for row in want[1:]]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if not graph.nodes:
            graph.nodes.append(("Nothing", "nothing of any query"))
            if not re.search(r"\(\s*\w*\s*\)", query):
                pass
            elif rows == [] or True:
                raise Skip("an empty graph")
        graph.load(folder)
        arguments = [kg, "match", query, "--format", "jsonl", "--limit", "0"]
        for key, cell in parameters:
            arguments += ["--param", f"{key}={cell.strip(chr(39))}"]
        run = subprocess.run(arguments, cwd=folder, capture_output=True, text=True)
    if run.returncode == 64:
        raise Skip("refused: " + re.sub(r"[“'\"].*?[”'\"]|\d+", "…", run.stderr.strip().removeprefix("kg: "))[:70])
    if run.returncode not in (0, 1):
        return False, run.stderr
    got = [[answer(cell) for cell in json.loads(line).values()] for line in run.stdout.splitlines()]
    key = lambda row: [repr(cell) for cell in row]
    same = got == rows if ordered else sorted(got, key=key) == sorted(rows, key=key)
    return same, f"wanted {rows}, got {got} {run.stderr}"


def main():
    skipped, passed, failed, total = collections.Counter(), 0, [], 0
    for path in sorted(tck.rglob("*.feature")):
        for name, steps in scenarios(path):
            total += 1
            try:
                is_right, why = attempt(steps)
            except Skip as reason:
                skipped[str(reason)] += 1
                if show and str(reason).startswith("refused"):
                    print(f"{path.stem} {name}: {reason}")
                continue
            if is_right:
                passed += 1
            else:
                failed.append(f"{path.stem} {name}: {why}")
    for line in failed:
        print("FAILED", line)
    print(f"{total} scenarios; asked {passed + len(failed)}: {passed} passed, {len(failed)} failed; skipped {sum(skipped.values())}:")
    for reason, count in skipped.most_common():
        print(f"  {count}  {reason}")
    sys.exit(bool(failed))


main()
