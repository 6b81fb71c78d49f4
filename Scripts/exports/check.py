"""Has the exports of a graph with hostile names read by the programs they are for, and imports what those programs write.

usage: check.py KG FOLDER
"""

import csv
import gzip
import json
import os
import random
import subprocess
import sys

import apsw
import duckdb
import graphqlite
import ladybug
import networkx
import pandas
import pyoxigraph
from followthemoney import model

KG, FOLDER = os.path.abspath(sys.argv[1]), sys.argv[2]
os.chdir(FOLDER)
PIECES = ["\"", "'", "`", "\\", "\n", "\r\n", ";", ",", "|", "<b>", "&amp;", "]]>", "{", "}", "é", "漢", "👩‍👩‍👧",
          "\u202e", "\u0001", "\u007f", "-", "%", "$", "//", "--", "$$", "\\u0041", "\\n", "a", "Z", " "]
TEXT = "Anna Berg met Karl Holm in Oslo on 3 May 2014. Karl Holm leads Acme Bank. Anna Berg did not visit Bergen.\n"


def kg(*arguments, **options):
    done = subprocess.run([KG, *arguments, "--db", "kg.db"], capture_output=True, **options)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return done.stdout


def make():
    """A graph of a text, of sensible rows and of hostile ones."""
    with open("text.txt", "w") as file:
        file.write(TEXT)
    kg("ingest", "text.txt")
    rng = random.Random(7)
    hostile = ["n" + "".join(rng.choices(PIECES, k=rng.randint(0, 6))) + "x" for _ in range(30)]
    columns = ["subject", "subject_type", "relation", "object", "object_type", "confidence", "start time", "end time", "note"]
    rows = [
        ["Ada Lovelace", "person", "spouse", "William King", "person", "", "1835-07-08", "1852", "a; \"b\""],
        ["Ada Lovelace", "person", "member", "Royal Society", "organization", "0.5", "", "1840", ""],
        ["Acme", "organization", "owner", "Beta", "organization", "", "2001", "", ""],
        ["-5", "", "below", "5", "", "", "", "", ""], ["A-", "", "better than", "A", "", "", "", "", ""],
    ]
    for _ in range(120):
        rows.append([rng.choice(hostile), rng.choice(["person", "organization", "odd`type"]), rng.choice(["member", "ally", "says `x` \\ y"]),
                     rng.choice(hostile), rng.choice(["person", "organization"]), "", rng.choice(["", "1999", "2003-04"]), "",
                     rng.choice(hostile + [""] * 30)])
    with open("rows.csv", "w", newline="") as file:
        csv.writer(file).writerows([columns, *rows])
    kg("import", "rows.csv", "--vocabulary")


def records():
    return [json.loads(line) for line in kg("export", "--format", "jsonl").splitlines()]


def table():
    """The edges by keys of ends, relation and layer."""
    kg("export", "--format", "csv", "--output", "edges.csv")
    with open("edges.csv", newline="") as file:
        return {(r["subject_key"], r["relation"], r["layer"], r["object_key"]): r for r in csv.DictReader(file)}


def xml(text):
    """Text as XML can hold it."""
    return "".join("\ufffd" if c < " " and c not in "\t\r\n" else c for c in text)


def check_networkx(edges):
    kg("export", "--format", "graphml", "--output", "g.graphml")
    graph = networkx.read_graphml("g.graphml", force_multigraph=True)
    got = {(a, d["label"], d["layer"], b): d for a, b, d in graph.edges(data=True)}
    assert len(got) == graph.number_of_edges() == len(edges)
    for (subject, relation, layer, object), row in edges.items():
        data = got[subject, xml(relation), layer, object]
        assert graph.nodes[subject]["label"] == xml(row["subject"]), row
        assert data.get("when", "") == xml(row["when"]) and data.get("qualifiers", "") == xml(row["qualifiers"]), row
        assert data["weight"] == int(row["support"]) and data["confidence"] == float(row["confidence"])
    # networkx reads no GEXF that mixes directed and undirected edges: those of one-way relations.
    kg("export", "--format", "gexf", "--relation", "member", "--relation", "owner", "--output", "g.gexf")
    graph = networkx.read_gexf("g.gexf", version="1.3")
    spells = {tuple(map(str, s)) for _, _, d in graph.edges(data=True) for s in d.get("spells", [])}
    # Where a spell has no end, networkx says so with the word.
    assert {("2001-01-01", "None"), ("None", "1840-12-31")} <= spells, spells
    kg("export", "--format", "gexf", "--output", "g.gexf")
    try:
        networkx.read_gexf("g.gexf", version="1.3")
        raise AssertionError("networkx took undirected edges: say so in docs/exports.md")
    except networkx.NetworkXError:
        pass


def check_rdf(edges):
    stores = []
    for name, form in [("turtle", pyoxigraph.RdfFormat.TURTLE), ("ntriples", pyoxigraph.RdfFormat.N_TRIPLES)]:
        kg("export", "--format", name, "--output", f"g.{name}")
        store = pyoxigraph.Store()
        store.load(path=f"g.{name}", format=form)
        stores.append(store)
    assert len(stores[0]) == len(stores[1]) > 0
    head = "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> " \
           "PREFIX kg: <urn:kg:vocabulary:> PREFIX oa: <http://www.w3.org/ns/oa#> "
    claims = records()
    for store in stores:
        labels = {s["l"].value for s in store.query(head + "SELECT ?l WHERE { ?s rdfs:label ?l }")}
        assert {r["subject"] for r in edges.values()} <= labels
        count = lambda where: int(next(iter(store.query(head + f"SELECT (COUNT(*) AS ?n) WHERE {{ {where} }}")))["n"].value)
        assert count("?c rdf:reifies ?t") == len(claims)
        denied = sum(1 for c in claims if c["polarity"] == "negative")
        assert denied > 0 and count("?c kg:polarity 'negative'") == denied
        # What is denied is not stated.
        assert count("?c rdf:reifies <<( ?s ?p ?o )>> ; kg:polarity 'negative' . ?s ?p ?o") == 0
        quotes = {s["q"].value for s in store.query(head + "SELECT ?q WHERE { ?s oa:exact ?q }")}
        assert quotes == {c["evidence"] for c in claims if c["evidence"]}


def check_neo4j(edges):
    kg("export", "--format", "neo4j-nodes", "--output", "nodes.csv")
    kg("export", "--format", "neo4j-relationships", "--output", "relationships.csv")
    database = ladybug.Database("ladybug.db")
    connection = ladybug.Connection(database)
    connection.execute("CREATE NODE TABLE Entity(key STRING PRIMARY KEY, name STRING, type STRING, identifier STRING, aliases STRING, label STRING)")
    types = {"": "STRING", "long": "INT64", "double": "DOUBLE", "boolean": "BOOLEAN"}
    with open("relationships.csv", newline="") as file:
        names = [name.partition(":")[::2] for name in next(csv.reader(file))[3:]]
    declared = ", ".join(f"`{name}` {types[kind]}" for name, kind in names)
    connection.execute(f"CREATE REL TABLE Related(FROM Entity TO Entity, relation STRING, {declared})")
    for name, file in [("Entity", "nodes.csv"), ("Related", "relationships.csv")]:
        connection.execute(f"COPY {name} FROM '{file}' (HEADER=true, ESCAPE='\"', PARALLEL=false)")
    answer = connection.execute("MATCH (a)-[r:Related]->(b) RETURN a.key, r.relation, r.layer, b.key, a.name, r.qualifiers")
    count = 0
    while answer.has_next():
        subject, relation, layer, object, name, qualifiers = answer.get_next()
        matches = [r for (s, p, l, o), r in edges.items() if (s, l, o) == (subject, layer, object) and flat(p) == relation]
        assert any(flat(r["subject"]) == name and flat(r["qualifiers"]) == (qualifiers or "") for r in matches), (name, qualifiers)
        count += 1
    assert count == len(edges)


def flat(text):
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ")


def check_cypher(edges):
    kg("export", "--format", "cypher", "--output", "g.cypher")
    connection = apsw.Connection(":memory:")
    connection.enable_load_extension(True)
    connection.load_extension(graphqlite.loadable_path())
    run = lambda query: json.loads(next(iter(connection.execute("SELECT cypher(?)", (query,))))[0] or "[]")
    with open("g.cypher", newline="\n") as file:
        statements = [line.rstrip("\n").removesuffix(";") for line in file if not line.startswith("//")]
    refused = 0
    # Run twice: what is there already is found again.
    for statement in statements + statements:
        try:
            connection.execute("SELECT cypher(?)", (statement,)).fetchall()
        except apsw.SQLError as error:
            # GraphQLite 0.12 takes no backtick, not even doubled, in a quoted name; Cypher does.
            assert "``" in statement, (statement, error)
            refused += 1
    nodes = {n["k"] for n in run("MATCH (n:Entity) RETURN n.key AS k")}
    odd = {r[end + "_key"] for r in edges.values() for end in ("subject", "object") if "`" in r[end + "_type"]}
    assert {s for s, _, _, _ in edges} - odd <= nodes
    got = run("MATCH (a)-[r:spouse]->(b) RETURN a.name AS a, b.name AS b, r.qualifiers AS q")
    assert [g["a"] for g in got] == ["Ada Lovelace"] and "1852" in got[0]["q"], got
    assert [n["n"] for n in run("MATCH (n:Person {name: 'Ada Lovelace'}) RETURN n.name AS n")] == ["Ada Lovelace"]


def check_followthemoney():
    kg("export", "--format", "ftm", "--output", "g.ftm")
    entities, schemas = {}, set()
    with open("g.ftm") as file:
        for line in file:
            data = json.loads(line)
            entity = model.get_proxy(data)
            entity.schema.validate(data)
            # Cleaning takes nothing away: each value is one that its type allows.
            assert set(data["properties"]) == set(entity.to_dict()["properties"]), data
            for name, values in data["properties"].items():
                for value in values:
                    kind = entity.schema.properties[name].type
                    assert kind.validate(value), (name, value)
            assert data["id"] not in entities
            entities[data["id"]] = entity
            schemas.add(data["schema"])
    for entity in entities.values():
        for prop, value in entity.itervalues():
            if prop.type.name == "entity":
                assert entities[value].schema.is_a(prop.range), (entity.schema.name, prop.name)
    assert {"Person", "Organization", "Company", "Document", "Ownership", "Membership", "Family", "UnknownLink"} <= schemas, schemas
    command = os.path.join(os.path.dirname(sys.executable), "ftm")
    done = subprocess.run([command, "validate", "-i", "g.ftm", "-o", "valid.ftm"], capture_output=True, text=True)
    assert done.returncode == 0 and not done.stderr, done.stderr
    with open("valid.ftm") as file:
        assert len(file.readlines()) == len(entities)


def check_tables(edges):
    frame = pandas.read_csv("edges.csv", keep_default_na=False, dtype=str)
    assert list(frame["subject"]) == [r["subject"] for r in edges.values()] or len(frame) == len(edges)
    kg("export", "--format", "csv", "--excel", "--output", "excel.csv")
    with open("excel.csv", "rb") as file:
        assert file.read(3) == b"\xef\xbb\xbf"
    database = duckdb.connect()
    database.execute("COPY (SELECT * FROM read_csv('edges.csv', all_varchar = true, quote = '\"', escape = '\"', strict_mode = false)) TO 'edges.parquet'")
    assert database.execute("SELECT count(*), count(DISTINCT relation) FROM 'edges.parquet'").fetchone() == (
        len(edges), len({p for _, p, _, _ in edges}))
    kg("export", "--format", "jsonl", "--output", "claims.jsonl")
    database.execute("COPY (SELECT * FROM read_json('claims.jsonl')) TO 'claims.parquet'")
    assert database.execute("SELECT count(*), count(time.value) FROM 'claims.parquet'").fetchone()[0] == len(records())


def check_imports():
    """What networkx and pandas write."""
    graph = networkx.MultiDiGraph()
    edges = {("Ada", "knows", "Bob"), ("Ada", "owes", "Bob"), ("-5", "below", "5"), ("A-", "above", "A"), ("Łódź", "near", "漢 <&>")}
    for subject, relation, object in sorted(edges):
        graph.add_edge(subject, object, relation=relation)
    frame = networkx.to_pandas_edgelist(graph)
    networkx.write_graphml(graph, "nx.graphml")
    networkx.write_gexf(graph, "nx.gexf")
    networkx.write_gexf(graph, "nx13.gexf", version="1.3")
    frame.to_csv("pandas.csv", index=False)
    frame.to_csv("pandas.csv.gz", index=False)
    frame.to_csv("semicolons.csv", index=False, sep=";")
    frame.to_csv("utf16.csv", index=False, encoding="utf-16")
    frame.rename(columns={"relation": "type"}).to_csv("typed.tsv", index=False, sep="\t")
    with open("nx.graphml", "rb") as source, gzip.open("packed.graphml", "wb") as target:
        target.write(source.read())
    files = {name: [] for name in ["nx.graphml", "packed.graphml", "nx.gexf", "nx13.gexf", "pandas.csv", "pandas.csv.gz", "semicolons.csv", "utf16.csv"]}
    files["typed.tsv"] = ["--columns", "subject=source,relation=type,object=target"]
    for name, options in files.items():
        done = subprocess.run([KG, "import", name, *options, "--db", f"{name}.db"], capture_output=True, text=True)
        assert done.returncode == 0, (name, done.stderr)
        lines = subprocess.run([KG, "export", "--format", "jsonl", "--db", f"{name}.db"], capture_output=True).stdout.splitlines()
        got = {(r["subject"]["name"], r["relation"], r["object"]["name"]) for r in map(json.loads, lines)}
        assert got == edges, (name, got)
    # And what they write of what kg wrote.
    graph = networkx.read_graphml("g.graphml", force_multigraph=True)
    networkx.write_graphml(graph, "again.graphml")
    done = subprocess.run([KG, "import", "again.graphml", "--db", "again.db"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def check_round_trip():
    """Claim records into an empty graph and out again are the same bytes."""
    first = kg("export", "--format", "jsonl")
    with open("records.jsonl", "wb") as file:
        file.write(first)
    subprocess.run([KG, "import", "records.jsonl", "--db", "copy.db"], check=True, capture_output=True)
    again = subprocess.run([KG, "export", "--format", "jsonl", "--db", "copy.db"], check=True, capture_output=True).stdout
    assert again == first
    assert any(r["origin"] for r in map(json.loads, again.splitlines()))


def main():
    make()
    edges = table()
    check_networkx(edges)
    check_rdf(edges)
    check_neo4j(edges)
    check_cypher(edges)
    check_followthemoney()
    check_tables(edges)
    check_imports()
    check_round_trip()
    print(f"networkx, pyoxigraph, Ladybug, GraphQLite, FollowTheMoney, pandas and DuckDB read {len(edges)} edges as they are")


main()
