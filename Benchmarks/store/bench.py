#!/usr/bin/env python3
"""Compares kg with a C prototype and with other stores on one generated graph; `make bench-store` runs it.

Loads the graph into each, checks that all give the same answers, and prints what loading, whole processes and answers
inside one process took. Everything it makes lies in .build-bench/.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys

import report
from stores import HERE, KG_BENCH, MEASURE, PYTHON, STORES, WORK

SIZES = {"small": (100_000, 1_000_000), "large": (1_000_000, 10_000_000)}
SEED = 20_240_607
# Whole processes are asked these many questions; slow stores a few of them.
PROCESSES, SLOW_PROCESSES = 100, 10
QUICK = ("kg", "prototype", "shell")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--stores", help="only these, separated by commas: " + ", ".join(s.name for s in STORES))
    parser.add_argument("--steps", default="load,processes,whole,ask", help="only these: load, processes, whole, ask")
    parser.add_argument("--passes", type=int, default=3, help="how often each question is asked in process")
    parser.add_argument("--seconds", type=float, default=20, help="the most time for one store and kind of question")
    options = parser.parse_args()

    folder = os.path.join(WORK, options.size)
    os.makedirs(os.path.join(folder, "graphs"), exist_ok=True)
    build_prototype()
    generate(folder, *SIZES[options.size])
    stores = [store for store in STORES if store.is_installed(installed_modules())]
    if options.stores:
        stores = [store for store in stores if store.name in options.stores.split(",")]
    missing = [store.title for store in STORES if store not in stores]
    results = read_results(folder)
    results["size"] = SIZES[options.size]
    steps = options.steps.split(",")
    if "load" in steps:
        for store in stores:
            if store.load:
                results["load"][store.name] = load(store, folder, results)
    if "processes" in steps:
        results["processes"] = measure_processes(stores, folder, options.seconds)
    if "whole" in steps:
        results["whole"] = measure_whole(stores, folder)
    if "ask" in steps:
        ask(stores, folder, options, results)
    with open(os.path.join(folder, "results.json"), "w", encoding="utf-8") as file:
        json.dump(results, file, indent=1)
    text = report.text(results, missing)
    with open(os.path.join(folder, "report.md"), "w", encoding="utf-8") as file:
        file.write(text)
    print(text)
    sys.exit(0 if results.get("agree", True) else 1)


def read_results(folder):
    path = os.path.join(folder, "results.json")
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    return {"load": {}, "processes": {}, "ask": {}}


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def build_prototype():
    os.makedirs(os.path.join(WORK, "bin"), exist_ok=True)
    for name in ("prototype", "measure"):
        source = os.path.join(os.path.dirname(HERE), "prototype", name + ".c")
        target = os.path.join(WORK, "bin", name)
        if not os.path.exists(target) or os.path.getmtime(target) < os.path.getmtime(source):
            command = ["cc", "-std=c11", "-D_GNU_SOURCE", "-O2", "-Wall", "-Wextra", "-o", target, source, "-lsqlite3"]
            subprocess.run(command, check=True)


def generate(folder, entities, edges):
    """Makes the graph's files once for each recipe."""
    recipe = f"{entities} {edges} {SEED} 1\n"
    mark = os.path.join(folder, "recipe")
    if os.path.exists(mark) and open(mark, encoding="utf-8").read() == recipe:
        return
    say("generating", entities, "entities and", edges, "edges")
    subprocess.run([KG_BENCH, "generate", folder, str(entities), str(edges), str(SEED)], check=True, stdout=sys.stderr)
    with open(mark, "w", encoding="utf-8") as file:
        file.write(recipe)


def installed_modules():
    """What the throw-away environment has; makes it on the first call, with what PyPI gives."""
    done = os.path.join(WORK, "venv/installed")
    if not os.path.exists(done):
        say("installing the peers from PyPI into", os.path.dirname(done))
        subprocess.run([sys.executable, "-m", "venv", os.path.join(WORK, "venv")], check=True)
        with open(os.path.join(HERE, "requirements.txt"), encoding="utf-8") as file:
            wanted = [line.strip() for line in file if line.strip() and not line.startswith("#")]
        # One by one, so that one that has no wheel for this machine leaves the others.
        for requirement in wanted:
            command = [PYTHON, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", requirement]
            if subprocess.run(command, stdout=sys.stderr).returncode != 0:
                say(requirement, "cannot be installed and is left out")
        with open(done, "w", encoding="utf-8"):
            pass
    names = ["sqlite3"] + sorted({store.module for store in STORES if store.module})
    program = "import importlib.util as u, sys; print(*[n for n in sys.argv[1:] if u.find_spec(n)])"
    return subprocess.run([PYTHON, "-c", program, *names], check=True, capture_output=True, text=True).stdout.split()


def remove(path):
    shutil.rmtree(path, ignore_errors=True)
    for suffix in ("", "-wal", "-shm", ".wal"):
        if os.path.isfile(path + suffix):
            os.remove(path + suffix)


def file_size(path):
    """The bytes of a graph on the disk, logs beside it included."""
    total = 0
    for suffix in ("", "-wal", "-shm", ".wal"):
        for folder, _, names in os.walk(path + suffix):
            total += sum(os.path.getsize(os.path.join(folder, name)) for name in names)
        if os.path.isfile(path + suffix):
            total += os.path.getsize(path + suffix)
    return total


def measure(commands, rounds=1, seconds=600):
    """Runs (label, command) pairs in turn; returns label: list of wall, processor, memory and status."""
    text = "".join("\t".join([label] + command) + "\n" for label, command in commands)
    done = subprocess.run([MEASURE, str(rounds), str(int(seconds))], input=text, stdout=subprocess.PIPE, text=True, check=True)
    runs = {}
    for line in done.stdout.splitlines():
        label, _, wall, processor, memory, status = line.split("\t")
        runs.setdefault(label, []).append((int(wall) / 1e9, int(processor) / 1e9, int(memory) / 1024, int(status)))
    return runs


def load(store, folder, results):
    say("loading", store.title)
    path = store.graph(folder)
    remove(path)
    if store.name == "lists":
        shutil.copy(os.path.join(folder, "graphs/prototype"), path)
    runs = measure([("load", store.command(store.load, folder))], seconds=3_600)["load"]
    wall, processor, memory, status = runs[0]
    if status != 0:
        say(store.title, "failed to load")
        return {"error": status}
    return {"wall": wall, "processor": processor, "memory": memory, "bytes": file_size(path)}


def questions(folder):
    def rows(name):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            return [line.rstrip("\n").split("\t") for line in file]

    return rows("entities.tsv"), [row for row in rows("pairs.tsv") if row[2] == "1"]


def measure_processes(stores, folder, seconds):
    """Whole processes, all stores in turn on each question; the five hubs apart."""
    entities, pairs = questions(folder)
    hubs, others = entities[:5], entities[5:]
    usable = [store for store in stores if os.path.exists(store.graph(folder)) or store.name == "python"]
    commands = []
    for number in range(PROCESSES):
        for store in usable:
            every = 1 if store.name in QUICK else PROCESSES // SLOW_PROCESSES
            # Opening igraph's file takes seconds.
            if store.name == "igraph":
                every = PROCESSES // 2
            if number % every:
                continue
            name = others[number * len(others) // PROCESSES][0]
            pair = pairs[number * len(pairs) // PROCESSES]
            for process, template in store.processes.items():
                command = store.command(template, folder, name=name, **{"from": pair[0], "to": pair[1]})
                commands.append((f"{store.name}|{process}|{number}", command))
    for name, _ in hubs:
        for store in usable:
            if store.name == "igraph":
                continue
            for process, template in store.processes.items():
                if process.startswith("neighbors"):
                    commands.append((f"{store.name}|hub {process}|{name}", store.command(template, folder, name=name)))
    say("running", len(commands), "processes")
    # The first round of the quick ones warms the page cache.
    measure([pair for pair in commands if pair[0].split("|")[0] in QUICK][:200], seconds=seconds)
    processes, failures = {}, {}
    for label, runs in measure(commands, seconds=seconds).items():
        store, process, question = label.split("|")
        wall, processor, memory, status = runs[0]
        if status != 0:
            failures[store, process, status] = failures.get((store, process, status), 0) + 1
        processes.setdefault(store, {}).setdefault(process, {})[question] = [wall, processor, memory, status]
    for (store, process, status), count in failures.items():
        say(f"{store}, {process}: {count} ended with status {status}")
    return processes


def measure_whole(stores, folder):
    """Questions about the whole graph, once each."""
    whole = {}
    for store in stores:
        for name, template in store.whole.items():
            say("asking", store.title, name)
            runs = measure([(name, store.command(template, folder))], seconds=3_600)[name]
            whole.setdefault(name, {})[store.name] = runs[0]
    return whole


def ask(stores, folder, options, results):
    """Questions inside one process a store, two processes of each so that no store has a quiet hour to itself."""
    answers = os.path.join(folder, "answers")
    shutil.rmtree(answers, ignore_errors=True)
    os.makedirs(answers)
    results["ask"] = {}
    for kind in ("neighbors", "page", "path"):
        for turn in (1, 2):
            for store in stores:
                is_slow = store.name not in ("kg", "prototype", "lists")
                if not store.ask or not os.path.exists(store.graph(folder)) or (is_slow and turn == 2):
                    continue
                if (kind == "page" and store.name != "kg") or (kind == "neighbors" and store.name == "lists"):
                    continue
                say("asking", store.title, kind)
                output = os.path.join(answers, f"{store.name}.{kind}.{turn}")
                command = store.command(
                    store.ask, folder, kind=kind, passes=options.passes, seconds=options.seconds / (2 if is_slow else 1))
                with open(output, "w", encoding="utf-8") as file:
                    try:
                        subprocess.run(command, stdout=file, timeout=2 * options.seconds + 60)
                    except subprocess.TimeoutExpired:
                        say(store.title, "did not answer in time")
                keep_whole_lines(output)
                report.add_answers(results["ask"], store.name, kind, output)
    files = [f"{name.split('.')[0]}={os.path.join(answers, name)}" for name in sorted(os.listdir(answers))]
    compared = subprocess.run([KG_BENCH, "compare"] + files, capture_output=True, text=True)
    results["agree"] = compared.returncode == 0
    results["comparison"] = compared.stdout + compared.stderr


def keep_whole_lines(path):
    """A store that was stopped may have left half a line."""
    with open(path, "rb+") as file:
        content = file.read()
        file.truncate(content.rfind(b"\n") + 1)


if __name__ == "__main__":
    main()
