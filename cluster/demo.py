"""The whole way on a cluster of this machine: read, fold, ask, slice, import; with times."""

import argparse
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

from kgcluster.local import LocalCluster  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kg", required=True)
    parser.add_argument("--documents", required=True)
    parser.add_argument("--work", required=True)
    options = parser.parse_args()
    kg = os.path.abspath(options.kg)
    readings, graph = os.path.join(options.work, "readings"), os.path.join(options.work, "graph")
    part, file = os.path.join(options.work, "slice.jsonl"), os.path.join(options.work, "slice.db")
    judgements = os.path.join(options.work, "judgements.jsonl")
    with LocalCluster(workers=2) as cluster:
        def step(title, *arguments):
            print(f"\n# {title}", flush=True)
            start = time.monotonic()
            command = [sys.executable, os.path.join(HERE, "kg_cluster.py"), arguments[0], "--kg", kg, "--master",
                       cluster.master, *arguments[1:]]
            status = subprocess.run(command).returncode
            print(f"({time.monotonic() - start:.1f} s)", flush=True)
            if status:
                sys.exit(status)

        step("Read the documents", "extract", options.documents, "--to", readings, "--partitions", "8")
        step("The same again: nothing is read twice", "extract", options.documents, "--to", readings)
        step("Fold", "fold", options.documents, "--from", readings, "--to", graph)
        step("Neighbors", "neighbors", "Acme Corp", "--graph", graph)
        step("Path", "path", "Acme Corp", "Oslo", "--graph", graph)
        step("A part of it for the desk", "slice", "--from", readings, "--documents", options.documents, "--graph", graph,
             "--around", "Acme Corp", "--output", part)
        # What somebody judged at the desk counts on the cluster too.
        subprocess.run([kg, "import", part, "--db", file], check=True)
        subprocess.run([kg, "merge", "Acme Corp", "Acme Group", "--db", file], check=True)
        with open(judgements, "w") as output:
            subprocess.run([kg, "judgements", "--format", "jsonl", "--db", file], check=True, stdout=output)
        step("Fold, with what was judged at the desk", "fold", options.documents, "--from", readings, "--to", graph,
             "--judgements", judgements)
        step("Neighbors", "neighbors", "Acme Group", "--graph", graph)
    print("\n# The same at the desk", flush=True)
    subprocess.run([kg, "neighbors", "Acme Group", "--limit", "5", "--db", file], check=True)


if __name__ == "__main__":
    main()
