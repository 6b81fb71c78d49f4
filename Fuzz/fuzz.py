#!/usr/bin/env python3
"""Builds the readers under libFuzzer and runs them; see Fuzz/README.md.

Exits with 1 when a reader ended on an input, which is then in .build-fuzz/findings.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / ".build-fuzz"
FUZZER = BUILD / "kg-fuzz"
FINDINGS = BUILD / "findings"
ROOMS = (
    "CFormats CKernels CModel CPage CProcess CSchema ChildProcess Claims Digests DocumentFormats DocumentInput Evaluation"
    " Extraction GraphFormats GraphStore KGFuzz"
    " Layout Linguistics SQLite Schema"
).split()

# Longest input in bytes, and how many inputs a run with a fixed seed reads: as many as most readers manage in half a minute.
READERS = {
    "segmenter": (2048, 60_000),
    "text": (256, 300),
    "analysis": (2048, 6_000),
    "conllu": (2048, 4_000),
    "frames": (1024, 60_000),
    "aliases": (1024, 40_000),
    "gold": (2048, 60_000),
    "json": (4096, 200_000),
    "claims": (4096, 100_000),
    "documents": (4096, 30_000),
    "tables": (4096, 20_000),
    "csv": (4096, 20_000),
    "kgtk": (4096, 20_000),
    "ntriples": (4096, 20_000),
    "graphml": (4096, 20_000),
    "gexf": (4096, 20_000),
    "records": (4096, 20_000),
    "import": (1024, 1_500),
    "graph": (256, 1_000),
    "safetensors": (4096, 60_000),
    "model": (256, 400),
    "relations": (256, 400),
    "query": (256, 5_000),
    "terminal": (1024, 40_000),
    "archives": (4096, 100_000),
    "office": (4096, 100_000),
    "pages": (4096, 100_000),
    "mail": (4096, 100_000),
    "boxes": (4096, 100_000),
    "files": (4096, 40_000),
}


def build():
    """Compiles the rooms with the fuzzer's counters and links them with its main, which SwiftPM would not."""
    environment = dict(os.environ, KG_FUZZ="1")
    subprocess.run(
        ["swift", "build", "-c", "release", "--scratch-path", str(BUILD), "--target", "KGFuzz",
         "-Xswiftc", "-sanitize=fuzzer,address", "-Xswiftc", "-parse-as-library",
         "-Xcc", "-fsanitize=fuzzer-no-link,address"],
        cwd=ROOT, env=environment, check=True)
    # The build keeps the objects of sources that are gone.
    sources = {path.name for folder in ("Sources", "Schema", "Fuzz") for path in (ROOT / folder).rglob("*.*")}
    objects = [
        str(path) for room in ROOMS for path in sorted((BUILD / "release" / f"{room}.build").rglob("*.o"))
        if path.name.removesuffix(".o") in sources
    ]
    newest = max(os.stat(path).st_mtime for path in objects)
    if FUZZER.exists() and FUZZER.stat().st_mtime > newest:
        return
    subprocess.run(
        ["swiftc", "-sanitize=fuzzer,address", "-parse-as-library", *objects, "-o", str(FUZZER), "-lsqlite3",
         "-Xlinker", "-l:libcrypto.a", "-Xlinker", "-l:libgumbo.a", "-Xlinker", "-l:libexpat.a", "-Xlinker", "-l:libz.a"],
        check=True)


def limits(reader, arguments):
    """How long a run goes on: for so many inputs, or for so many seconds."""
    if arguments.seconds:
        return [f"-max_total_time={arguments.seconds}"]
    return [f"-runs={round(READERS[reader][1] * arguments.share)}", f"-max_total_time={arguments.most_seconds}"]


def fuzz(reader, arguments, scratch):
    """Runs one reader; returns its name, how many inputs it read, the seconds, the peak of memory, and how it ended."""
    folder = scratch / reader
    folder.mkdir()
    corpus = folder / "corpus"
    corpus.mkdir()
    command = [
        str(FUZZER), f"-max_len={READERS[reader][0]}", "-timeout=20", "-rss_limit_mb=1024", "-malloc_limit_mb=1024",
        f"-seed={arguments.seed}", "-print_final_stats=1", "-detect_leaks=0", "-use_value_profile=1",
        f"-artifact_prefix={FINDINGS}/{reader}-", *limits(reader, arguments)]
    dictionary = ROOT / "Fuzz" / "dictionaries" / f"{reader}.dict"
    if dictionary.exists():
        command.append(f"-dict={dictionary}")
    command.append(str(corpus))
    seeds = ROOT / "Fuzz" / "seeds" / reader
    if seeds.exists():
        command.append(str(seeds))
    environment = dict(
        os.environ, KG_FUZZ_READER=reader, KG_FUZZ_FOLDER=str(folder),
        # Memory that was freed is kept for a while to find its use; of less than by default, so that the limit means the reader's.
        ASAN_OPTIONS="quarantine_size_mb=16:detect_leaks=0:allocator_may_return_null=1:detect_odr_violation=0",
        SWIFT_BACKTRACE="enable=no")
    start = time.monotonic()
    run = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    seconds = time.monotonic() - start
    log = run.stdout.decode("utf-8", "replace")
    (BUILD / "logs").mkdir(exist_ok=True)
    (BUILD / "logs" / f"{reader}.log").write_text(log)

    def figure(name):
        found = re.search(rf"stat::{name}:\s+(\d+)", log)
        return int(found[1]) if found else 0

    return reader, figure("number_of_executed_units"), seconds, figure("peak_rss_mb"), run.returncode, log


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("readers", nargs="*", metavar="READER", help="which readers; all by default: " + " ".join(READERS))
    parser.add_argument("--seconds", type=int, help="run each reader so long, instead of for a number of inputs")
    parser.add_argument("--share", type=float, default=1, help="of the usual number of inputs, read this part")
    parser.add_argument("--most-seconds", type=int, default=60, help="the longest a run for a number of inputs goes on")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lanes", type=int, default=2, help="how many readers run at once")
    parser.add_argument("--no-build", action="store_true")
    arguments = parser.parse_args()
    if not arguments.no_build:
        build()
    FINDINGS.mkdir(parents=True, exist_ok=True)
    failed = []
    total = 0
    memory = pathlib.Path("/dev/shm")
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="kg-fuzz-", dir=memory if memory.is_dir() else None))
    try:
        with concurrent.futures.ThreadPoolExecutor(arguments.lanes) as lanes:
            # By name, so that what came out stands in the same order each time.
            for reader, count, seconds, peak, status, log in lanes.map(
                lambda reader: fuzz(reader, arguments, scratch), arguments.readers or READERS
            ):
                total += count
                print(f"{reader:12} {count:10,} inputs {seconds:7.1f} s {peak:5} MB"
                      + ("" if status == 0 else f"  ENDED WITH {status}"), flush=True)
                if status != 0:
                    failed.append(reader)
                    print("\n".join("    " + line for line in log.splitlines()[-40:]), flush=True)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{total:,} inputs" + (f"; ended on an input: {', '.join(failed)} (see {FINDINGS})" if failed else ""))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
