"""Python's sqlite3 over the tables and indexes that the C prototype has too."""
import os
import sqlite3

from search import path_length


def rows(folder, name):
    with open(f"{folder}/{name}", encoding="utf-8") as file:
        next(file)
        for line in file:
            yield line.rstrip("\n").split("\t")


def load(folder, graph):
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(graph + suffix):
            os.remove(graph + suffix)
    connection = sqlite3.connect(graph, isolation_level=None)
    connection.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -262144;"
        "PRAGMA temp_store = MEMORY; BEGIN;"
        "CREATE TABLE relation (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);"
        "CREATE TABLE node (id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL);"
        "CREATE TABLE edge (id INTEGER PRIMARY KEY, subject INT NOT NULL, relation INT NOT NULL, object INT NOT NULL);"
    )
    connection.executemany("INSERT INTO node VALUES (?, ?, ?)", rows(folder, "nodes.tsv"))
    relations = {}
    connection.executemany(
        "INSERT INTO edge (subject, relation, object) VALUES (?, ?, ?)",
        ((int(s), relations.setdefault(r, len(relations) + 1), int(o)) for s, r, o in rows(folder, "edges.tsv")),
    )
    connection.executemany("INSERT INTO relation VALUES (?, ?)", ((number, name) for name, number in relations.items()))
    # One by one, because executescript ends the transaction first.
    for statement in (
        "CREATE UNIQUE INDEX node_name ON node (name)",
        "CREATE INDEX edge_subject ON edge (subject, relation, object)",
        "CREATE INDEX edge_object ON edge (object, relation, subject)",
        "COMMIT",
        "PRAGMA wal_checkpoint(TRUNCATE)",
    ):
        connection.execute(statement).fetchall()
    connection.close()


def open_graph(graph):
    connection = sqlite3.connect(f"file:{graph}?mode=ro", uri=True, isolation_level=None)
    connection.execute("PRAGMA mmap_size = 4294967296")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def node(connection, name):
    return connection.execute("SELECT id FROM node WHERE name = ?", (name,)).fetchone()[0]


def neighbors(connection, name):
    return connection.execute(
        """SELECT r.name, 'out', n.name FROM edge e JOIN node n ON n.id = e.object JOIN relation r ON r.id = e.relation
        WHERE e.subject = ?1 UNION ALL
        SELECT r.name, 'in', n.name FROM edge e JOIN node n ON n.id = e.subject JOIN relation r ON r.id = e.relation
        WHERE e.object = ?1""",
        (node(connection, name),),
    ).fetchall()


def path(connection, start, goal):
    query = "SELECT object FROM edge WHERE subject = ?1 UNION ALL SELECT subject FROM edge WHERE object = ?1"

    def around(entity):
        return (row[0] for row in connection.execute(query, (entity,)))

    return path_length(node(connection, start), node(connection, goal), around)
