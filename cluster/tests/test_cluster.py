"""The law of the cluster: how documents are spread, what dies on the way, and where it is folded changes nothing."""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
sys.path.insert(0, HERE)

import made_up  # noqa: E402
from kgcluster import claims, components, fold, identity, slices, walk  # noqa: E402
from kgcluster.documents import read_documents_table  # noqa: E402
from kgcluster.extractor import ExtractorError, read_documents  # noqa: E402
from kgcluster.local import LocalCluster  # noqa: E402
from kgcluster.session import open_session  # noqa: E402

KG = os.path.abspath(os.environ.get("KG", ".build/release/kg"))
COUNT = int(os.environ.get("DOCUMENTS", "400"))


def kg(*arguments, **options):
    return subprocess.run([KG, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


class ClusterTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = LocalCluster(workers=2).__enter__()
        cls.addClassCleanup(cls.cluster.__exit__)
        cls.spark = open_session(
            "kg tests", cls.cluster.master, options={
                "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false",
                "spark.sql.shuffle.partitions": "4", "spark.executor.memory": "1g", "spark.driver.host": "127.0.0.1"})
        cls.addClassCleanup(cls.spark.stop)
        cls.folder = tempfile.mkdtemp(prefix="kg-cluster-")
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.lines = os.path.join(cls.folder, "documents.jsonl")
        with open(cls.lines, "w") as file:
            for name, text in made_up.documents(COUNT):
                file.write(json.dumps({"id": name, "text": text} if text is not None else {"id": name}) + "\n")
        cls.expected = sorted(kg("extract", "--jsonl", cls.lines).stdout.splitlines())
        cls.readings_folder = os.path.join(cls.folder, "readings")
        claims.update_readings(read_documents_table(cls.spark, cls.lines, 3), cls.readings_folder, KG)
        cls.version = claims.extractor_version(KG)
        # What the documents name most: something that surely has neighbors.
        counts = {}
        for line in cls.expected:
            name = json.loads(line)["subject"]["name"]
            counts[name] = counts.get(name, 0) + 1
        cls.names = sorted(counts, key=lambda name: (-counts[name], name))

    def documents(self, partitions=None):
        return read_documents_table(self.spark, self.lines, partitions)

    def living(self, documents=None):
        readings = claims.stored_readings(self.spark, self.readings_folder)
        return claims.living(readings, documents or self.documents(), self.version)

    def ingested(self, *removed):
        """A graph that `kg` made of the same documents on its own, as its edges."""
        graph = os.path.join(self.folder, f"graph-{len(os.listdir(self.folder))}.db")
        kg("ingest", "--jsonl", self.lines, "--db", graph)
        if removed:
            self.assertEqual(kg("remove", *removed, "--db", graph).returncode, 0)
        return graph

    def exported(self, graph):
        table = kg("export", "--format", "csv", "--db", graph).stdout.decode().splitlines()
        return sorted(
            (row["subject"], row["subject_type"], row["relation"], row["layer"], row["object"], row["object_type"],
             int(row["support"]), float(row["confidence"])) for row in csv.DictReader(table))

    def folded(self, readings, joined=None):
        entities = fold.entities(fold.parties(readings), joined)
        return sorted(
            (row.subject_name, row.subject_type, row.relation, row.layer, row.object_name, row.object_type, row.support,
             row.confidence) for row in fold.named(fold.edges(readings, joined), entities).collect())

    def test_claims_are_the_same_bytes_however_the_documents_are_spread(self):
        self.assertGreater(len(self.expected), COUNT / 2)
        for partitions in (1, 7, 64):
            readings = claims.read_claims(self.documents(partitions), KG)
            self.assertEqual(slices.sorted_lines(readings), self.expected, f"{partitions} partitions")

    def test_fold_is_that_of_kg_ingest(self):
        self.assertEqual(self.folded(self.living()), self.exported(self.ingested()))

    def test_fold_without_removed_documents_is_that_of_kg_after_removing_them(self):
        removed = [name for name, text in made_up.documents(COUNT) if text is not None][3:60:7]
        kept = self.documents().where(~identity.among("document", removed))
        self.assertEqual(self.folded(self.living(kept)), self.exported(self.ingested(*removed)))

    def test_a_document_that_is_no_text_is_an_error_and_keeps_no_other_out(self):
        errors = {row.document for row in self.living().where("kind = 'error'").collect()}
        self.assertEqual(errors, {name for name, text in made_up.documents(COUNT) if text is None})

    def test_what_is_read_in_this_version_is_not_read_again(self):
        stored = claims.stored_readings(self.spark, self.readings_folder).where("kind = 'summary'").count()
        claims.update_readings(self.documents(2), self.readings_folder, KG)
        again = claims.stored_readings(self.spark, self.readings_folder)
        self.assertEqual(again.where("kind = 'summary'").count(), stored)

    def test_a_worker_killed_in_the_middle_changes_nothing(self):
        folder = os.path.join(self.folder, "after-a-kill")

        def kill():
            time.sleep(2)
            victim = self.cluster.workers[0]
            os.killpg(victim.pid, signal.SIGKILL)
            victim.wait()
            self.cluster.start_worker()

        killer = threading.Thread(target=kill)
        killer.start()
        claims.update_readings(self.documents(24), folder, KG)
        killer.join()
        readings = claims.stored_readings(self.spark, folder)
        self.assertEqual(slices.sorted_lines(readings), self.expected)

    def test_an_extractor_that_cannot_start_fails_and_leaves_nothing(self):
        folder = os.path.join(self.folder, "never")
        missing = os.path.join(self.folder, "no-kg")
        with self.assertRaises(Exception) as caught:
            claims.read_claims(self.documents(2), missing, version="0").write.parquet(folder)
        self.assertIn("kg cannot be started", str(caught.exception))
        self.assertIsNone(claims.stored_readings(self.spark, folder))

    def test_a_full_disk_in_a_worker_names_its_cause_and_leaves_nothing_half_written(self):
        if os.geteuid() != 0:
            self.skipTest("only root can mount a small disk")
        disk = tempfile.mkdtemp(prefix="kg-disk-")
        self.addCleanup(os.rmdir, disk)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], stderr=subprocess.DEVNULL).returncode:
            self.skipTest("no disk can be mounted here")
        try:
            folder = os.path.join(disk, "readings")
            with self.assertRaises(Exception) as caught:
                claims.update_readings(self.documents(2), folder, KG)
            self.assertIn("No space left on device", str(caught.exception))
            self.assertIsNone(claims.stored_readings(self.spark, folder))
        finally:
            subprocess.run(["umount", disk])

    def test_slice_comes_back_to_the_desk(self):
        readings = self.living()
        entities = fold.entities(fold.parties(readings))
        edges = fold.named(fold.edges(readings), entities).localCheckpoint()
        key = identity.key_of(entities, self.names[0])
        keys = slices.surroundings(edges, key, 1)
        path = os.path.join(self.folder, "slice.jsonl")
        count = slices.write_lines(slices.claims_among(readings, fold.parties(readings), keys), path)
        self.assertGreater(count, 0)
        graph = os.path.join(self.folder, "slice.db")
        imported = kg("import", path, "--db", graph)
        self.assertEqual(imported.returncode, 0, imported.stderr)
        self.assertEqual(kg("check", "--db", graph).returncode, 0)
        whole = {row[:6] for row in self.exported(self.ingested()) if self.names[0] in (row[0], row[4])}
        part = {row[:6] for row in self.exported(graph) if self.names[0] in (row[0], row[4])}
        self.assertEqual({row[2] for row in part}, {row[2] for row in whole})

    def test_claims_of_a_time_span_lie_in_it(self):
        claims_between = slices.claims_between(self.living(), "1950", "1959").collect()
        self.assertGreater(len(claims_between), 0)
        for row in claims_between:
            self.assertRegex(row.time, r"^195\d")

    def test_walks_are_those_of_kg(self):
        graph = self.ingested()
        readings = self.living()
        entities = fold.entities(fold.parties(readings))
        edges = fold.named(fold.edges(readings), entities).localCheckpoint()
        for name in self.names[:3]:
            answer = kg("neighbors", name, "--format", "jsonl", "--db", graph).stdout.splitlines()
            expected = sorted((edge["subject"]["name"], edge["relation"], edge["object"]["name"]) for edge in map(json.loads, answer))
            found = walk.neighbors(edges, identity.key_of(entities, name)).collect()
            self.assertGreater(len(expected), 0)
            self.assertEqual(sorted((row.subject_name, row.relation, row.object_name) for row in found), expected)
        for start, end in ((self.names[0], self.names[1]), (self.names[0], self.names[-1])):
            answer = kg("path", start, end, "--format", "jsonl", "--db", graph).stdout.splitlines()
            ways = walk.shortest_paths(edges, identity.key_of(entities, start), identity.key_of(entities, end))
            self.assertEqual({len(way) - 1 for way in ways}, {json.loads(line)["length"] for line in answer})

    def test_components_are_those_of_a_union_find(self):
        import random

        chance = random.Random(5)
        pairs = [(f"k{chance.randrange(300):03}", f"k{chance.randrange(300):03}") for _ in range(200)]
        pairs += [(f"c{number:03}", f"c{number + 1:03}") for number in range(40)]
        parent = {}

        def root(key):
            while parent.setdefault(key, key) != key:
                key = parent[key]
            return key

        for left, right in pairs:
            low, high = sorted((root(left), root(right)))
            parent[high] = low
        table = components.connected_components(self.spark.createDataFrame(pairs, "left string, right string"))
        found = {row.key: row.component for row in table.collect()}
        self.assertEqual(found, {key: root(key) for pair in pairs if pair[0] != pair[1] for key in pair})


class ExtractorTests(unittest.TestCase):
    """What a partition does when its process misbehaves, without Spark."""

    def fake(self, script):
        folder = tempfile.mkdtemp(prefix="kg-fake-")
        self.addCleanup(shutil.rmtree, folder)
        path = os.path.join(folder, "kg")
        with open(path, "w") as file:
            file.write(f"#!{sys.executable}\n" + script.replace("FOLDER", repr(folder)))
        os.chmod(path, 0o755)
        return path

    ECHO = "import sys, json, os\nfor line in sys.stdin:\n    name = json.loads(line)['id']\n"
    ANSWER = "    print(json.dumps({'document': name, 'extractor': '1', 'parties': [], 'edges': []}), flush=True)\n"

    def read(self, binary, count):
        return list(read_documents(binary, [(f"d{number}", "text", None) for number in range(count)]))

    def test_a_document_that_kills_the_extractor_is_an_error_and_the_others_are_read(self):
        binary = self.fake(self.ECHO + "    if name == 'd3':\n        os.kill(os.getpid(), 9)\n" + self.ANSWER)
        readings = self.read(binary, 8)
        self.assertEqual([reading.document for reading in readings], [f"d{number}" for number in range(8)])
        self.assertEqual([reading.document for reading in readings if reading.error], ["d3"])
        self.assertIn("signal 9", readings[3].error)

    def test_an_extractor_that_dies_once_is_started_again(self):
        binary = self.fake(
            "import os\nmark = os.path.join(FOLDER, 'died')\n" + self.ECHO
            + "    if name == 'd2' and not os.path.exists(mark):\n        open(mark, 'w'); os._exit(1)\n" + self.ANSWER)
        self.assertEqual([reading.error for reading in self.read(binary, 5)], [None] * 5)

    def test_much_on_standard_error_does_not_block(self):
        binary = self.fake(self.ECHO + "    sys.stderr.write('x' * 200000)\n" + self.ANSWER)
        self.assertEqual(len(self.read(binary, 5)), 5)

    def test_options_that_kg_does_not_take_fail_the_task(self):
        with self.assertRaises(ExtractorError) as caught:
            list(read_documents(KG, [("a", "text", None)], options=["--no-such-option"]))
        self.assertIn("--no-such-option", str(caught.exception))

    def test_the_process_ends_when_its_reader_is_left(self):
        binary = self.fake("import os\nopen(os.path.join(FOLDER, 'pid'), 'w').write(str(os.getpid()))\n" + self.ECHO + self.ANSWER)
        readings = read_documents(binary, ((f"d{number}", "text", None) for number in range(10**9)))
        next(readings)
        readings.close()
        with open(os.path.join(os.path.dirname(binary), "pid")) as file:
            process = int(file.read())
        with self.assertRaises(ProcessLookupError):
            os.kill(process, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
