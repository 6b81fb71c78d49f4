"""Oxigraph, an RDF store; SPARQL has no shortest paths, so they are searched through its API."""
import shutil

import pyoxigraph
from search import path_length

LABEL = pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
RELATIONS = "http://example.org/relation/"


def load(folder, graph):
    shutil.rmtree(graph, ignore_errors=True)
    store = pyoxigraph.Store(graph)
    store.bulk_load(path=f"{folder}/graph.nt", format=pyoxigraph.RdfFormat.N_TRIPLES, lenient=True)
    store.flush()


def open_graph(graph):
    return pyoxigraph.Store.read_only(graph)


def query(name):
    return (
        f'SELECT ?r ?d ?n WHERE {{ ?x <{LABEL.value}> "{name}" . '
        '{ ?x ?r ?y . BIND("out" AS ?d) } UNION { ?y ?r ?x . BIND("in" AS ?d) } '
        f"?y <{LABEL.value}> ?n }}"
    )


def neighbors(store, name):
    for row in store.query(query(name)):
        yield row["r"].value.removeprefix(RELATIONS), row["d"].value, row["n"].value


def path(store, start, goal):
    def entity(name):
        return next(store.quads_for_pattern(None, LABEL, pyoxigraph.Literal(name))).subject

    def around(node):
        for quad in store.quads_for_pattern(node, None, None):
            if quad.predicate.value.startswith(RELATIONS):
                yield quad.object
        for quad in store.quads_for_pattern(None, None, node):
            yield quad.subject

    return path_length(entity(start), entity(goal), around)
