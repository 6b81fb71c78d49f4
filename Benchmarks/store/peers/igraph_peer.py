"""igraph: the whole graph in memory, read from a file for each process."""
import gc
import pickle
import warnings

import igraph

warnings.simplefilter("ignore")
# Millions of small objects are made and none is let go of.
gc.disable()


def load(folder, graph):
    with open(f"{folder}/nodes.tsv", encoding="utf-8") as file:
        next(file)
        names = [line.split("\t")[1] for line in file]
    ends, relations, known = [], [], {}
    with open(f"{folder}/edges.tsv", encoding="utf-8") as file:
        next(file)
        for line in file:
            subject, relation, target = line.rstrip("\n").split("\t")
            ends.append((int(subject), int(target)))
            relations.append(known.setdefault(relation, relation))
    loaded = igraph.Graph(n=len(names), edges=ends, directed=True)
    loaded.vs["name"] = names
    loaded.es["relation"] = relations
    with open(graph, "wb") as file:
        pickle.dump(loaded, file, protocol=5)


def open_graph(graph):
    with open(graph, "rb") as file:
        loaded = pickle.load(file)
    # The first look-up makes the index of names.
    loaded.vs.find(name=loaded.vs[0]["name"])
    return loaded


def neighbors(graph, name):
    vertex = graph.vs.find(name=name).index
    for number in graph.incident(vertex, mode="out"):
        edge = graph.es[number]
        yield edge["relation"], "out", graph.vs[edge.target]["name"]
    for number in graph.incident(vertex, mode="in"):
        edge = graph.es[number]
        yield edge["relation"], "in", graph.vs[edge.source]["name"]


def path(graph, start, goal):
    found = graph.get_shortest_path(
        graph.vs.find(name=start).index, graph.vs.find(name=goal).index, mode="all", output="vpath"
    )
    return len(found) - 1 if found else -1
