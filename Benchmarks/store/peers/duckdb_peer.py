"""DuckDB, tables with indexes; paths by a recursive query that keeps one row an entity."""
import os

import duckdb


def load(folder, graph):
    for path in (graph, graph + ".wal"):
        if os.path.exists(path):
            os.remove(path)
    connection = duckdb.connect(graph)
    for statement in (
        "CREATE TABLE node (id INTEGER PRIMARY KEY, name VARCHAR, type VARCHAR)",
        f"INSERT INTO node SELECT * FROM read_csv('{folder}/nodes.tsv', delim = '\t', header = true)",
        "CREATE TABLE edge AS SELECT subject::INTEGER AS subject, relation, object::INTEGER AS object"
        f" FROM read_csv('{folder}/edges.tsv', delim = '\t', header = true)",
        "CREATE INDEX node_name ON node (name)",
        "CREATE INDEX edge_subject ON edge (subject)",
        "CREATE INDEX edge_object ON edge (object)",
        "CHECKPOINT",
    ):
        connection.execute(statement)
    connection.close()


def open_graph(graph):
    return duckdb.connect(graph, read_only=True)


def node(connection, name):
    return connection.execute("SELECT id FROM node WHERE name = $n", {"n": name}).fetchone()[0]


def neighbors(connection, name):
    # The number stands in the text: DuckDB uses its index for a constant, not for a subquery.
    number = node(connection, name)
    return connection.execute(
        "SELECT e.relation, 'out', n.name FROM edge e JOIN node n ON n.id = e.object"
        f" WHERE e.subject = {number} UNION ALL"
        " SELECT e.relation, 'in', n.name FROM edge e JOIN node n ON n.id = e.subject"
        f" WHERE e.object = {number}"
    ).fetchall()


def path(connection, start, goal):
    start, goal = node(connection, start), node(connection, goal)
    row = connection.execute(
        f"""WITH RECURSIVE met (node, depth) USING KEY (node) AS (
          SELECT {start}, 0
          UNION SELECT neighbor, min(depth) + 1 FROM (
            SELECT e.object AS neighbor, m.depth FROM met m JOIN edge e ON e.subject = m.node
            UNION ALL SELECT e.subject, m.depth FROM met m JOIN edge e ON e.object = m.node)
          WHERE neighbor NOT IN (SELECT node FROM recurring.met)
            AND NOT EXISTS (SELECT 1 FROM recurring.met WHERE node = {goal})
          GROUP BY neighbor)
        SELECT depth FROM met WHERE node = {goal}"""
    ).fetchone()
    return row[0] if row else -1
