"""What a document costs on Spark, and whether that stays the same from a thousand documents to a hundred thousand."""

import argparse
import json
import os
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.insert(0, os.path.join(HERE, "tests"))

import made_up  # noqa: E402
from kgcluster import claims, fold, tables  # noqa: E402
from kgcluster.documents import read_documents_table  # noqa: E402
from kgcluster.local import LocalCluster  # noqa: E402
from kgcluster.session import open_session  # noqa: E402

COLUMNS = ("documents words read_s ms/document words/s/core fold_s claims bytes/claim entities edges "
           "executor_MB python_MB kg_MB")


def size_of(folder):
    return sum(os.path.getsize(os.path.join(base, name)) for base, _, names in os.walk(folder) for name in names)


class Memory:
    """The most resident memory, in MB, of one process of each kind under some others, looked at all the time."""

    def __init__(self, roots):
        self.roots, self.most, self.ended = roots, {}, threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self):
        while not self.ended.wait(0.2):
            parents, found = {}, {}
            for entry in filter(str.isdigit, os.listdir("/proc")):
                try:
                    with open(f"/proc/{entry}/stat") as file:
                        name, rest = file.read().rsplit(")", 1)
                    with open(f"/proc/{entry}/statm") as file:
                        pages = int(file.read().split()[1])
                    with open(f"/proc/{entry}/cmdline", "rb") as file:
                        command = file.read()
                except (OSError, IndexError, ValueError):
                    continue
                parents[int(entry)] = int(rest.split()[1])
                name = name.split("(", 1)[1]
                kind = "executor" if b"CoarseGrainedExecutorBackend" in command else "python" if "python" in name else name
                found[int(entry)] = (kind, pages * os.sysconf("SC_PAGE_SIZE") >> 20)
            for process, (kind, size) in found.items():
                above = process
                while above and above not in self.roots:
                    above = parents.get(above)
                if above:
                    self.most[kind] = max(self.most.get(kind, 0), size)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kg", required=True)
    parser.add_argument("--counts", default="1000,10000,100000", help="how many documents, with commas")
    options = parser.parse_args()
    with LocalCluster(workers=2) as cluster, tempfile.TemporaryDirectory() as work:
        spark = open_session("kg bench", cluster.master, options={
            "spark.ui.enabled": "false", "spark.executor.memory": "1g", "spark.driver.host": "127.0.0.1",
            "spark.sql.shuffle.partitions": "16"})
        version = claims.extractor_version(options.kg)
        print("\t".join(COLUMNS.split()))
        for count in map(int, options.counts.split(",")):
            path, words = os.path.join(work, f"{count}.jsonl"), 0
            with open(path, "w") as file:
                for name, text in made_up.documents(count):
                    words += len((text or "").split())
                    file.write(json.dumps({"id": name, "text": text or "No text."}) + "\n")
            documents = read_documents_table(spark, path, 16)
            memory = Memory({worker.pid for worker in cluster.workers})
            folder, graph = os.path.join(work, f"readings-{count}"), os.path.join(work, f"graph-{count}")
            start = time.monotonic()
            claims.update_readings(documents, folder, options.kg)
            read = time.monotonic() - start
            readings = claims.stored_readings(spark, folder)
            claim_count = readings.where("kind = 'claim'").count()
            start = time.monotonic()
            tables.write(fold.fold(claims.living(readings, documents, version)), graph)
            folded = time.monotonic() - start
            memory.ended.set()
            entities, edges = (table.count() for table in tables.read(spark, graph))
            most = memory.most
            row = [count, words, f"{read:.1f}", f"{1000 * read / count:.2f}", f"{words / read / 2:.0f}", f"{folded:.1f}",
                   claim_count, size_of(folder) // max(1, claim_count), entities, edges,
                   most.get("executor"), most.get("python"), most.get(os.path.basename(options.kg)[:15])]
            print("\t".join(map(str, row)), flush=True)
        spark.stop()


if __name__ == "__main__":
    main()
