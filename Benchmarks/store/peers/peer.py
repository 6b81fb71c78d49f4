"""Asks one store the benchmark's questions.

usage: peer.py STORE load FOLDER GRAPH
       peer.py STORE ask GRAPH FOLDER KIND PASSES SECONDS     KIND: neighbors or path
       peer.py STORE neighbors GRAPH NAME
       peer.py STORE path GRAPH NAME NAME

A store is a module STORE_peer with load(folder, graph), open_graph(graph), neighbors(handle, name), which returns
(relation, "in" or "out", name) of every edge, and path(handle, name, name), which returns the length of a shortest path
whichever way edges point, -1 without one. Answers are printed as kg-bench prints them.
"""
import importlib
import os
import sys
import time
import zlib


def checksum(edges):
    """How many edges, and the sum of their lines' CRC-32, in whatever order they come."""
    total = 0
    count = 0
    for edge in edges:
        total += zlib.crc32("\t".join(edge).encode())
        count += 1
    return f"{count}:{total & 0xFFFFFFFFFFFFFFFF}"


def ask(store, graph, folder, kind, passes, seconds):
    handle = store.open_graph(graph)
    with open(os.path.join(folder, "pairs.tsv" if kind == "path" else "entities.tsv"), encoding="utf-8") as file:
        questions = [line.rstrip("\n").split("\t") for line in file]
    # A store that does not get through all of them in time answers an even sample of them.
    questions = [question for start in range(7) for question in questions[start::7]]
    end = time.monotonic() + seconds
    for number in range(1, passes + 1):
        for question in questions:
            if time.monotonic() > end:
                return
            start, processor_start = time.perf_counter_ns(), time.process_time_ns()
            if kind == "path":
                answer = store.path(handle, question[0], question[1])
            else:
                answer = list(store.neighbors(handle, question[0]))
            processor, elapsed = time.process_time_ns() - processor_start, time.perf_counter_ns() - start
            asked = "|".join(question[:2]) if kind == "path" else question[0]
            shown = answer if kind == "path" else checksum(answer)
            print(kind, asked, number, elapsed, processor, shown, sep="\t", flush=True)


def main(name, command, *arguments):
    store = importlib.import_module(name + "_peer")
    if command == "load":
        store.load(*arguments)
    elif command == "ask":
        graph, folder, kind, passes, seconds = arguments
        ask(store, graph, folder, kind, int(passes), float(seconds))
    elif command == "neighbors":
        for edge in store.neighbors(store.open_graph(arguments[0]), arguments[1]):
            print(*edge, sep="\t")
    elif command == "path":
        print(store.path(store.open_graph(arguments[0]), arguments[1], arguments[2]))
    else:
        sys.exit(__doc__)
    sys.stdout.flush()
    # No store pays for tearing down.
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
