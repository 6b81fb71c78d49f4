"""What Kùzu and Ladybug, which went on from it, have in common: all but the engine, which they set."""
import os
import shutil

engine = None


def load(folder, graph):
    for suffix in ("", ".wal", ".shadow", ".tmp"):
        shutil.rmtree(graph + suffix, ignore_errors=True)
        if os.path.exists(graph + suffix):
            os.remove(graph + suffix)
    database = engine.Database(graph)
    connection = engine.Connection(database)
    connection.execute("CREATE NODE TABLE Entity (name STRING PRIMARY KEY, id INT64, type STRING)")
    connection.execute("CREATE REL TABLE Edge (FROM Entity TO Entity, relation STRING)")
    options = "(file_format = 'csv', header = true, delim = '\t')"
    connection.execute(f"COPY Entity (id, name, type) FROM '{folder}/nodes.tsv' {options}")
    connection.execute(f"COPY Edge FROM '{folder}/named-edges.tsv' {options}")
    connection.execute("CHECKPOINT")
    connection.close()
    database.close()


class Handle:
    def __init__(self, graph):
        self.database = engine.Database(graph, read_only=True)
        self.connection = engine.Connection(self.database)
        self.statements = {}

    def rows(self, query, **parameters):
        statement = self.statements.get(query)
        if statement is None:
            statement = self.statements[query] = self.connection.prepare(query)
        result = self.connection.execute(statement, parameters)
        while result.has_next():
            yield result.get_next()


def open_graph(graph):
    return Handle(graph)


def neighbors(handle, name):
    yield from handle.rows("MATCH (a:Entity {name: $n})-[e:Edge]->(b:Entity) RETURN e.relation, 'out', b.name", n=name)
    yield from handle.rows("MATCH (a:Entity {name: $n})<-[e:Edge]-(b:Entity) RETURN e.relation, 'in', b.name", n=name)


def path(handle, start, goal):
    query = "MATCH (a:Entity {name: $a})-[p:Edge* SHORTEST 1..30]-(b:Entity {name: $b}) RETURN length(p)"
    lengths = [row[0] for row in handle.rows(query, a=start, b=goal)]
    return lengths[0] if lengths else -1
