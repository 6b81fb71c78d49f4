"""The stores compared and the commands that make each load a graph and answer."""
import os
import shutil
from dataclasses import dataclass, field

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
WORK = os.path.join(ROOT, ".build-bench")
KG = os.path.join(ROOT, ".build/release/kg")
KG_BENCH = os.path.join(ROOT, ".build/release/kg-bench")
PROTOTYPE = os.path.join(WORK, "bin/prototype")
MEASURE = os.path.join(WORK, "bin/measure")
PYTHON = os.path.join(WORK, "venv/bin/python")
PEER = os.path.join(HERE, "peers/peer.py")


@dataclass
class Store:
    """Commands hold the placeholders {folder}, {graph}, {name}, {from}, {to}, {kind}, {passes} and {seconds}."""

    name: str
    title: str
    load: list = None
    ask: list = None
    # Whole processes, by the name of the question; a variant of one is written question:variant.
    processes: dict = field(default_factory=dict)
    # Questions about the whole graph, each a process of its own that is run once.
    whole: dict = field(default_factory=dict)
    # Whose file it reads where it loads none itself.
    graph_of: str = None
    # What must be installed; the store is left out where it is not.
    module: str = None
    program: str = None

    def graph(self, folder):
        return os.path.join(folder, "graphs", self.graph_of or self.name)

    def is_installed(self, modules):
        if self.module and self.module not in modules:
            return False
        return not self.program or shutil.which(self.program) is not None

    def command(self, template, folder, **values):
        values.update(folder=folder, graph=self.graph(folder))
        return [part.format(**values) for part in template]


def peer(name, title, module):
    prefix = [PYTHON, PEER, name]
    return Store(
        name,
        title,
        load=prefix + ["load", "{folder}", "{graph}"],
        ask=prefix + ["ask", "{graph}", "{folder}", "{kind}", "{passes}", "{seconds}"],
        processes={
            "neighbors": prefix + ["neighbors", "{graph}", "{name}"],
            "path": prefix + ["path", "{graph}", "{from}", "{to}"],
        },
        module=module,
    )


NEIGHBORS_SQL = (
    "SELECT r.name, 'out', n.name FROM edge e JOIN node n ON n.id = e.object JOIN relation r ON r.id = e.relation"
    " WHERE e.subject = (SELECT id FROM node WHERE name = '{name}') UNION ALL"
    " SELECT r.name, 'in', n.name FROM edge e JOIN node n ON n.id = e.subject JOIN relation r ON r.id = e.relation"
    " WHERE e.object = (SELECT id FROM node WHERE name = '{name}')"
)
# Doubled braces are single ones after the placeholders are filled in.
NEIGHBORS_SPARQL = (
    'SELECT ?r ?d ?n WHERE {{ ?x <http://www.w3.org/2000/01/rdf-schema#label> "{name}" . '
    '{{ ?x ?r ?y . BIND("out" AS ?d) }} UNION {{ ?y ?r ?x . BIND("in" AS ?d) }} '
    "?y <http://www.w3.org/2000/01/rdf-schema#label> ?n }}"
)

STORES = [
    Store(
        "kg",
        "kg",
        load=[KG, "import", "{folder}/edges.tsv", "--entities", "{folder}/nodes.tsv", "--db", "{graph}"],
        ask=[KG_BENCH, "ask", "{graph}", "{folder}", "{kind}", "{passes}", "{seconds}"],
        processes={
            "neighbors": [KG, "neighbors", "{name}", "--db", "{graph}"],
            "neighbors:all": [KG, "neighbors", "{name}", "--limit", "0", "--db", "{graph}"],
            "path": [KG, "path", "{from}", "{to}", "--db", "{graph}"],
            "start": [KG, "--version"],
        },
        whole={
            "stats": [KG, "stats", "--db", "{graph}"],
            "rank": [KG, "rank", "--db", "{graph}"],
            "components": [KG, "components", "--db", "{graph}"],
            "export": [KG, "export", "--format", "jsonl", "--db", "{graph}"],
            "check": [KG, "check", "--db", "{graph}"],
        },
    ),
    Store(
        "prototype",
        "C prototype",
        load=[PROTOTYPE, "load", "{folder}", "{graph}"],
        ask=[PROTOTYPE, "ask", "{graph}", "{folder}", "{kind}", "{passes}", "{seconds}"],
        processes={
            "neighbors": [PROTOTYPE, "neighbors", "{graph}", "{name}"],
            "path": [PROTOTYPE, "path", "{graph}", "{from}", "{to}"],
        },
    ),
    Store(
        "lists",
        "C, adjacency lists",
        load=[PROTOTYPE, "lists", "{graph}"],
        ask=[PROTOTYPE, "ask", "{graph}", "{folder}", "{kind}", "{passes}", "{seconds}", "lists"],
    ),
    Store(
        "shell",
        "sqlite3 shell",
        processes={"neighbors": ["sqlite3", "-readonly", "{graph}", NEIGHBORS_SQL]},
        graph_of="prototype",
        program="sqlite3",
    ),
    peer("sqlite", "Python, sqlite3", "sqlite3"),
    peer("kuzu", "Kùzu", "kuzu"),
    peer("ladybug", "Ladybug", "real_ladybug"),
    peer("oxigraph", "Oxigraph", "pyoxigraph"),
    Store(
        "oxigraph-cli",
        "Oxigraph, its own command",
        processes={
            "neighbors": [
                os.path.join(WORK, "venv/bin/oxigraph"), "query", "--location", "{graph}", "--results-format", "tsv",
                "--query", NEIGHBORS_SPARQL,
            ]
        },
        graph_of="oxigraph",
        program=os.path.join(WORK, "venv/bin/oxigraph"),
    ),
    peer("duckdb", "DuckDB", "duckdb"),
    peer("igraph", "igraph, in memory", "igraph"),
    Store("python", "Python that does nothing", processes={"start": [PYTHON, "-c", "pass"]}),
]
