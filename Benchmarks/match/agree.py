#!/usr/bin/env python3
"""Asks kg match and ladybug (PyPI) the same patterns about the same random graphs.

usage: Benchmarks/match/agree.py path/to/kg [GRAPHS]

Each pattern takes an edge of a relation once, because ladybug may take the same edge twice in a pattern and kg does not.
"""
import json, pathlib, random, subprocess, sys, tempfile

import ladybug

kg = pathlib.Path(sys.argv[1]).resolve()
graphs = int(sys.argv[2]) if len(sys.argv) > 2 else 20
TYPES, RELATIONS = ["person", "place"], ["knows", "visited", "member"]
PATTERNS = [
    "MATCH (a:person)-[:knows]->(b) RETURN a.name, b.name",
    "MATCH (a)-[:knows]->(b)-[:visited]->(c:place) RETURN a.name, b.name, c.name",
    "MATCH (a)<-[:member]-(b)-[:visited]->(c) RETURN a.name, count(*)",
    "MATCH (a:person)-[:knows]->(b), (b)-[:member]->(c) WHERE a.name <> c.name RETURN DISTINCT a.name, c.name",
    "MATCH (a)-[:knows]->(b) WHERE a.name STARTS WITH 'n' AND NOT b.name CONTAINS '3' RETURN a.name, b.name",
    "MATCH (a)-[:visited]->(b) WHERE a.name IN ['n1', 'n2', 'n4'] OR b.name = 'n0' RETURN a.name, b.name",
    "MATCH (a)-[:knows]->(b) RETURN min(a.name), max(b.name), count(DISTINCT a.name)",
    "MATCH (a)-[:knows]->(b)-[:member]->(c)<-[:visited]-(a) RETURN a.name, b.name, c.name",
    "MATCH (a:person)-[:visited]->(b:place) RETURN b.name, count(a.name) ORDER BY count(a.name) DESC, b.name LIMIT 3",
]


def rows_of_kg(folder, pattern):
    run = subprocess.run([kg, "match", pattern, "--format", "jsonl", "--limit", "0"], cwd=folder, capture_output=True, text=True)
    assert run.returncode in (0, 1), run.stderr
    return [list(json.loads(line).values()) for line in run.stdout.splitlines()]


def rows_of_ladybug(connection, pattern):
    result = connection.execute(pattern)
    rows = []
    while result.has_next():
        rows.append(list(result.get_next()))
    return rows


compared = different = 0
for seed in range(graphs):
    rng = random.Random(seed)
    names = [f"n{i}" for i in range(rng.randint(3, 8))]
    types = {name: rng.choice(TYPES) for name in names}
    edges = {(rng.choice(names), rng.choice(RELATIONS), rng.choice(names)) for _ in range(rng.randint(3, 25))}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "nodes.tsv").write_text("id\tname\ttype\n" + "".join(f"{n}\t{n}\t{types[n]}\n" for n in names))
        (folder / "edges.tsv").write_text("subject\trelation\tobject\n" + "".join(f"{a}\t{r}\t{b}\n" for a, r, b in sorted(edges)))
        subprocess.run([kg, "import", "edges.tsv", "--entities", "nodes.tsv"], cwd=folder, check=True, capture_output=True)
        connection = ladybug.Connection(ladybug.Database(str(folder / "lady.db")))
        for kind in TYPES:
            connection.execute(f"CREATE NODE TABLE {kind}(name STRING, PRIMARY KEY(name))")
        for relation in RELATIONS:
            pairs = ", ".join(f"FROM {a} TO {b}" for a in TYPES for b in TYPES)
            connection.execute(f"CREATE REL TABLE {relation}({pairs})")
        for node in names:
            connection.execute(f"CREATE (:{types[node]} {{name: '{node}'}})")
        for a, relation, b in sorted(edges):
            connection.execute(f"MATCH (a:{types[a]} {{name: '{a}'}}), (b:{types[b]} {{name: '{b}'}}) CREATE (a)-[:{relation}]->(b)")
        # Neither has a row for a relation that the graph does not use; kg refuses it by name.
        used = {relation for _, relation, _ in edges}
        for pattern in PATTERNS:
            if any(f":{relation}" in pattern and relation not in used for relation in RELATIONS):
                continue
            ours, theirs = rows_of_kg(folder, pattern), rows_of_ladybug(connection, pattern)
            if "ORDER BY" not in pattern:
                ours, theirs = sorted(map(repr, ours)), sorted(map(repr, theirs))
            else:
                ours, theirs = list(map(repr, ours)), list(map(repr, theirs))
            compared += 1
            if ours != theirs:
                different += 1
                print(f"graph {seed}, {pattern}\n  kg      {ours}\n  ladybug {theirs}")
print(f"{compared} answers compared, {different} different")
sys.exit(different > 0)
