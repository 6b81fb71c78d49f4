"""Turns what was measured into tables, and holds kg's figures against the floors it is to beat."""
from stores import STORES

TITLES = {store.name: store.title for store in STORES}


def percentile(values, share):
    ordered = sorted(values)
    return ordered[round(share * (len(ordered) - 1))]


def median(values):
    return percentile(values, 0.5)


def add_answers(table, store, kind, path):
    """Adds a file of answers: for each question the best of its passes, pairs without a path apart."""
    times = table.setdefault(store, {})
    with open(path, encoding="utf-8") as file:
        for line in file:
            _, question, _, wall, processor, answer = line.rstrip("\n").split("\t")
            name = "no path" if kind == "path" and answer == "-1" else kind
            known = times.setdefault(name, {}).setdefault(question, [float("inf"), float("inf")])
            known[0] = min(known[0], int(wall) / 1e9)
            known[1] = min(known[1], int(processor) / 1e9)


def figure(value):
    """Three digits, or as many as stand before the point."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3g}"


def ratio(value, base):
    return f"{figure(value / base)}×" if value is not None and base else "–"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def ordered(names):
    return [store.name for store in STORES if store.name in names]


def load_table(results):
    edges = results["size"][1]
    base = results["load"].get("kg", {})
    rows = []
    for name in ordered(results["load"]):
        load = results["load"][name]
        if "error" in load:
            rows.append([TITLES[name], f"failed with status {load['error']}"] + ["–"] * 7)
            continue
        rows.append(
            [
                TITLES[name], figure(load["wall"]), ratio(load["wall"], base.get("wall")), figure(load["processor"]),
                ratio(load["processor"], base.get("processor")), figure(edges / load["wall"]), figure(load["bytes"] / 1e6),
                ratio(load["bytes"], base.get("bytes")), figure(load["memory"]),
            ]
        )
    head = ["loading", "s", "to kg", "CPU s", "to kg", "edges/s", "file MB", "to kg", "peak MB"]
    return table(head, rows)


def common(left, right):
    """The wall times, processor times and peaks of both on the questions that both answered."""
    shared = [question for question in left if question in right and left[question][-1] == 0 == right[question][-1]]
    return [left[question] for question in shared], [right[question] for question in shared]


def process_table(results):
    processes = results["processes"]
    kinds = ["start", "neighbors", "neighbors:all", "hub neighbors", "hub neighbors:all", "path"]
    rows = []
    for kind in kinds:
        # A variant of kg's is compared with what the others do for the plain question.
        base = processes.get("kg", {}).get(kind, {})
        for name in ordered(processes):
            runs = processes[name].get(kind)
            good = [run for run in (runs or {}).values() if run[3] == 0]
            if not good:
                continue
            mine, theirs = common(base, runs) if base else ([], [])
            wall = ratio(median([r[0] for r in theirs]), median([r[0] for r in mine])) if mine else "–"
            processor = ratio(median([r[1] for r in theirs]), median([r[1] for r in mine])) if mine else "–"
            rows.append(
                [
                    kind, TITLES[name], figure(1e3 * median([r[0] for r in good])), wall,
                    figure(1e3 * percentile([r[0] for r in good], 0.99)), figure(1e3 * median([r[1] for r in good])),
                    processor, figure(max(r[2] for r in good)), str(len(good)),
                ]
            )
    head = ["whole process", "store", "median ms", "to kg", "p99 ms", "CPU ms", "to kg", "peak MB", "runs"]
    return table(head, rows)


def whole_table(results):
    rows = []
    for name, runs in results["whole"].items():
        for store in ordered(runs):
            wall, processor, memory, status = runs[store]
            shown = [figure(wall), figure(processor), figure(memory)] if status == 0 else [f"status {status}", "–", "–"]
            rows.append([name, TITLES[store]] + shown)
    return table(["whole graph", "store", "s", "CPU s", "peak MB"], rows)


def ask_table(results):
    rows = []
    for kind in ("neighbors", "page", "path", "no path"):
        base = results["ask"].get("kg", {}).get(kind)
        for name in ordered(results["ask"]):
            times = results["ask"][name].get(kind)
            if not times:
                continue
            row = [kind, TITLES[name]]
            for index in (0, 1):
                for share in (0.5, 0.99):
                    row.append(figure(1e3 * percentile([time[index] for time in times.values()], share)))
                    # A store that did not come to all questions is held against kg on those that both came to.
                    shared = [question for question in times if question in (base or {})]
                    value = percentile([times[q][index] for q in shared], share) if shared else None
                    mine = percentile([base[q][index] for q in shared], share) if shared else None
                    row.append(ratio(value, mine))
            rows.append(row + [str(len(times))])
    head = ["in process", "store", "p50 ms", "to kg", "p99 ms", "to kg", "CPU p50", "to kg", "CPU p99", "to kg", "asked"]
    return table(head, rows)


def floors(results):
    """The floors that kg is to beat, by the clock and by processor time, and whether it does."""
    rows = []

    def add(what, value, limit, at_most=True):
        if value is not None:
            met = value <= limit if at_most else value >= limit
            rows.append([what, ("at most " if at_most else "at least ") + figure(limit), figure(value), "yes" if met else "**no**"])

    processes, ask, load = results["processes"], results["ask"], results["load"]
    for kind in ("neighbors", "path"):
        for index, clock in ((0, "time"), (1, "CPU")):
            mine, floor = common(processes.get("kg", {}).get(kind, {}), processes.get("prototype", {}).get(kind, {}))
            if mine:
                value = median([run[index] for run in mine]) / median([run[index] for run in floor])
                add(f"whole process, {kind}: {clock} to the C prototype's", value, 1.5)
    for kind, limit in (("neighbors", 4), ("path", 4), ("hub neighbors", 20)):
        for name in ("oxigraph", "oxigraph-cli", "kuzu", "ladybug", "duckdb"):
            mine, theirs = common(processes.get("kg", {}).get(kind, {}), processes.get(name, {}).get(kind, {}))
            if mine:
                value = median([run[0] for run in theirs]) / median([run[0] for run in mine])
                add(f"whole process, {kind}: {TITLES[name]}'s time to kg's", value, limit, at_most=False)
    for share, name in ((0.5, "p50"), (0.99, "p99")):
        for index, clock in ((0, "time"), (1, "CPU")):
            mine, floor = ask.get("kg", {}).get("path"), ask.get("prototype", {}).get("path")
            if mine and floor:
                value = percentile([t[index] for t in mine.values()], share) / percentile(
                    [t[index] for t in floor.values()], share)
                add(f"in process, path {name}: {clock} to the C prototype's", value, 2)
    if "wall" in load.get("kg", {}) and "wall" in load.get("prototype", {}):
        mine, floor = load["kg"], load["prototype"]
        add("loading: time to the C prototype's", mine["wall"] / floor["wall"], 1)
        add("loading: CPU to the C prototype's", mine["processor"] / floor["processor"], 1)
        add("file: size to the C prototype's", mine["bytes"] / floor["bytes"], 1.3)
    for name, runs in results.get("whole", {}).items():
        if "kg" in runs and runs["kg"][3] == 0:
            add(f"peak memory of {name}, MB", runs["kg"][2], 1_000)
    paths = processes.get("kg", {}).get("path")
    if paths:
        add("peak memory of a path question, MB", max(run[2] for run in paths.values()), 50)
    return table(["floor", "wanted", "measured", "met"], rows)


def text(results, missing):
    entities, edges = results["size"]
    parts = [f"# {entities:,} entities, {edges:,} edges\n"]
    if missing:
        parts.append("Left out: " + ", ".join(missing) + ".\n")
    if results["load"]:
        parts.append(load_table(results))
    if results["processes"]:
        parts.append(process_table(results))
    if results.get("whole"):
        parts.append(whole_table(results))
    if results["ask"]:
        parts.append(ask_table(results))
    if "comparison" in results:
        parts.append(("All agree: " if results["agree"] else "**They do not agree**: ") + results["comparison"])
    parts.append(floors(results))
    return "\n".join(parts)
