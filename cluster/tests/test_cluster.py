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
from kgcluster import claims, components, fold, identity, slices, tables, walk  # noqa: E402
from kgcluster.documents import DocumentsError, read_documents_table  # noqa: E402
from kgcluster.extractor import ExtractorError, read_documents  # noqa: E402
from kgcluster.judgements import JudgementsError  # noqa: E402
from kgcluster.local import LocalCluster  # noqa: E402
from kgcluster.session import open_session  # noqa: E402

KG = os.path.abspath(os.environ.get("KG", ".build/release/kg"))
COUNT = int(os.environ.get("DOCUMENTS", "400"))


def kg(*arguments, **options):
    return subprocess.run([KG, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


class ClusterTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        master = os.environ.get("MASTER")
        if not master:
            cls.cluster = LocalCluster(workers=2).__enter__()
            cls.addClassCleanup(cls.cluster.__exit__)
            master = cls.cluster.master
        # Most of the time of jobs this short would go into compiling them.
        java = "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m"
        cls.spark = open_session("kg tests", master, options={
            "spark.driver.extraJavaOptions": java, "spark.executor.extraJavaOptions": java,
            "spark.sql.codegen.wholeStage": "false", "spark.sql.codegen.factoryMode": "NO_CODEGEN",
            "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false",
            "spark.sql.shuffle.partitions": "2", "spark.executor.memory": "1g", "spark.driver.host": "127.0.0.1"})
        cls.addClassCleanup(cls.spark.stop)
        cls.folder = tempfile.mkdtemp(prefix="kg-cluster-")
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.lines = os.path.join(cls.folder, "documents.jsonl")
        with open(cls.lines, "w") as file:
            for name, text in made_up.documents(COUNT):
                file.write(json.dumps({"id": name, "text": text} if text is not None else {"id": name}) + "\n")
        cls.expected = sorted(kg("extract", "--all", "--jsonl", cls.lines).stdout.splitlines())
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
        """A graph that `kg` made of the same documents on its own."""
        if not hasattr(type(self), "whole"):
            type(self).whole = os.path.join(self.folder, "whole.db")
            kg("ingest", "--jsonl", self.lines, "--db", self.whole)
        graph = os.path.join(self.folder, f"graph-{len(os.listdir(self.folder))}.db")
        shutil.copy(self.whole, graph)
        if removed:
            self.assertEqual(kg("remove", *removed, "--db", graph).returncode, 0)
        return graph

    def exported(self, graph):
        """The edges of a graph; what is denied or doubted makes none."""
        export = kg("export", "--format", "csv", "--min-confidence", "0", "--db", graph)
        self.assertEqual(export.returncode, 0, export.stderr)
        table = csv.DictReader(export.stdout.decode().splitlines())
        return sorted(
            (row["subject"], row["subject_type"], row["relation"], row["layer"], row["object"], row["object_type"],
             int(row["support"]), float(row["confidence"]))
            for row in table if (row["polarity"], row["modality"]) == ("positive", "certain"))

    def named(self, graph):
        """The entities of a graph, the keys that each stands for with their names."""
        rows = kg("sql", "SELECT c.id, c.name, c.type, m.folded, m.part FROM entity c "
                  "JOIN entity m ON coalesce(m.canonical, m.id) = c.id WHERE m.identifier IS NULL",
                  "--format", "jsonl", "--limit", "0", "--db", graph)
        self.assertEqual(rows.returncode, 0, rows.stderr)
        entities = {}
        for row in map(json.loads, rows.stdout.splitlines()):
            keys = entities.setdefault(row["id"], (row["name"], row["type"], []))[2]
            keys.append(f"{row['folded']}\t{row['part'] or ''}")
        self.assertGreater(len(entities), 0)
        return sorted((name, kind, sorted(keys)) for name, kind, keys in entities.values())

    def folded(self, readings, judgements=()):
        graph = fold.fold(readings, judgements)
        return sorted(
            (row.subject_name, row.subject_type, row.relation, row.layer, row.object_name, row.object_type, row.support,
             row.confidence) for row in fold.named(graph.edges, graph.entities).collect()), graph

    def assert_same_graph(self, readings, graph, judgements=()):
        edges, folded = self.folded(readings, judgements)
        self.assertEqual(edges, self.exported(graph))
        entities = sorted(
            (row.name, row.type, sorted(key for key in row["keys"] if not key.startswith("\t#")))
            for row in folded.entities.collect() if not all(key.startswith("\t#") for key in row["keys"]))
        self.assertEqual(entities, self.named(graph))
        return folded

    def test_claims_are_the_same_bytes_however_the_documents_are_spread(self):
        self.assertGreater(len(self.expected), COUNT / 2)
        for partitions in (1, 7, 64):
            readings = claims.read_claims(self.documents(partitions), KG)
            self.assertEqual(slices.sorted_lines(readings), self.expected, f"{partitions} partitions")

    def test_fold_is_that_of_kg_ingest(self):
        graph = self.ingested()
        folded = self.assert_same_graph(self.living(), graph)
        # Without names that are one by rule alone, this would show nothing.
        self.assertTrue(any(len(keys) > 1 for _, _, keys in self.named(graph)))

    def test_fold_without_removed_documents_is_that_of_kg_after_removing_them(self):
        removed = self.removed()
        kept = self.documents().where(~identity.among("document", removed))
        self.assert_same_graph(self.living(kept), self.ingested(*removed))

    def removed(self):
        return [name for name, text in made_up.documents(COUNT) if text is not None][3:60:7]

    def judged(self, graph, seed):
        """Judges what chance says, takes some of it back, and gives the file that `kg judgements` prints."""
        import random

        chance = random.Random(seed)
        rows = [json.loads(line) for line in kg(
            "sql", "SELECT e.folded, e.part, e.identifier, lower(hex(d.digest)) AS digest, d.name FROM entity e "
            "JOIN party p ON p.entity = e.id JOIN document d ON d.id = p.document GROUP BY e.id ORDER BY e.folded, e.part",
            "--format", "jsonl", "--limit", "0", "--db", graph).stdout.splitlines()]
        ends = [{"identifier": row["identifier"]} if row["identifier"] else {"name": row["folded"], "part": row["part"] or ""}
                for row in rows]
        edges = [json.loads(line) for line in kg(
            "sql", "SELECT s.folded, s.part, s.identifier, o.folded AS object, o.part AS object_part, "
            "o.identifier AS object_identifier, r.layer || ' ' || r.name AS relation FROM edge x "
            "JOIN entity s ON s.id = x.subject JOIN entity o ON o.id = x.object JOIN relation r ON r.id = x.relation "
            "WHERE s.identifier IS NULL AND o.identifier IS NULL ORDER BY s.folded, s.part, o.folded, o.part, r.name",
            "--format", "jsonl", "--limit", "0", "--db", graph).stdout.splitlines()]
        companies = [end for end in ends if (end.get("name") or "").split(" ")[0] in map(str.lower, made_up.COMPANIES)]
        lines = []
        for _ in range(60):
            verdict = chance.choice(["same"] * 4 + ["different"] * 3 + ["unsure", "cut", "cut", "name", "type", "reject"])
            # Of few names, so that chains and contradictions come about.
            pool = companies if chance.random() < 0.5 else ends[:24]
            left, right = chance.choice(pool), chance.choice(pool)
            value = None
            if verdict == "cut":
                row = chance.choice([row for row in rows if not row["identifier"]])
                left = {"name": row["folded"], "part": row["part"] or ""}
                verdict, right = "different", {**left, "part": f"{left['part']}@{row['digest']}"}
            elif verdict in ("name", "type"):
                right, value = left, chance.choice(["Zed", "Émile Q. Zed"] if verdict == "name" else ["place", "person"])
            elif verdict == "reject":
                edge = chance.choice(edges)
                left = {"name": edge["folded"], "part": edge["part"] or ""}
                right = {"name": edge["object"], "part": edge["object_part"] or ""}
                value = edge["relation"]
            lines.append({"verdict": verdict, "left": left, "right": right, "value": value})
        path = os.path.join(self.folder, f"to-judge-{seed}.jsonl")
        with open(path, "w") as file:
            file.writelines(json.dumps({key: value for key, value in line.items() if value}) + "\n" for line in lines)
        applied = kg("judgements", "--apply", path, "--db", graph)
        self.assertIn(applied.returncode, (0, 65), applied.stderr)
        numbers = [json.loads(line)["judgement"] for line in kg(
            "judgements", "--format", "jsonl", "--db", graph).stdout.splitlines()]
        self.assertGreater(len(numbers), 25, applied.stderr)
        for number in chance.sample(numbers, 6):
            self.assertEqual(kg("undo", str(number), "--db", graph).returncode, 0)
        printed = os.path.join(self.folder, f"judgements-{seed}.jsonl")
        with open(printed, "wb") as file:
            file.write(kg("judgements", "--format", "jsonl", *(["--all"] if seed == 2 else []), "--db", graph).stdout)
        return printed

    def test_fold_with_judgements_is_that_of_kg_before_and_after_removals(self):
        self.judge_and_remove(1)

    def test_fold_with_judgements_and_their_undoing_is_that_of_kg_before_and_after_removals(self):
        self.judge_and_remove(2)

    def judge_and_remove(self, seed):
        graph = self.ingested()
        judgements = identity.stored_judgements(self.spark, self.judged(graph, seed))
        self.assertGreater(len({each.verdict for each in judgements}), 4)
        self.assert_same_graph(self.living(), graph, judgements)
        self.assertEqual(kg("remove", *self.removed(), "--db", graph).returncode, 0)
        kept = self.documents().where(~identity.among("document", self.removed()))
        self.assert_same_graph(self.living(kept), graph, judgements)
        self.assertEqual(kg("check", "--db", graph).returncode, 0)

    def test_judgements_that_the_commands_make_are_followed(self):
        graph = self.ingested()
        people = [name for name in self.names if " " in name and name.split(" ")[0] in made_up.PEOPLE][:6]
        document = json.loads(next(line for line in self.expected if json.loads(line)["subject"]["name"] == people[3]))
        edge = next(row for row in self.exported(graph) if row[3] == "canonical" and row[0] in people)
        for command in (
                ["reject", edge[0], edge[2], edge[4]], ["merge", people[0], people[1], people[2]],
                ["rename", people[0], "The Firm"], ["retype", people[0], "group"], ["merge", people[4], people[5]], ["undo"],
                ["split", people[3], "--documents", document["document"]]):
            run = kg(*command, "--db", graph)
            self.assertEqual(run.returncode, 0, (command, run.stderr))
        printed = os.path.join(self.folder, "commands.jsonl")
        with open(printed, "wb") as file:
            file.write(kg("judgements", "--format", "jsonl", "--db", graph).stdout)
        self.assert_same_graph(self.living(), graph, identity.stored_judgements(self.spark, printed))

    def test_a_document_that_is_no_text_is_an_error_and_keeps_no_other_out(self):
        errors = {row.document for row in claims.errors(self.living()).collect()}
        self.assertEqual(errors, {name for name, text in made_up.documents(COUNT) if text is None})

    def test_what_is_read_in_this_version_is_not_read_again(self):
        stored = claims.stored_readings(self.spark, self.readings_folder).where("kind = 'summary'").count()
        claims.update_readings(self.documents(2), self.readings_folder, KG)
        again = claims.stored_readings(self.spark, self.readings_folder)
        self.assertEqual(again.where("kind = 'summary'").count(), stored)

    def test_a_worker_killed_in_the_middle_changes_nothing(self):
        folder = os.path.join(self.folder, "after-a-kill")

        tracker, ended, killed = self.spark.sparkContext.statusTracker(), threading.Event(), []

        def some_done():
            stages = map(tracker.getStageInfo, tracker.getActiveStageIds())
            return any(0 < stage.numCompletedTasks < stage.numTasks for stage in stages if stage and stage.numTasks == 24)

        def kill():
            while not ended.is_set() and not some_done():
                time.sleep(0.05)
            if ended.is_set():
                return
            victim = self.cluster.workers[-1]
            os.killpg(victim.pid, signal.SIGKILL)
            victim.wait()
            killed.append(victim)
            self.cluster.start_worker()

        killer = threading.Thread(target=kill)
        killer.start()
        try:
            claims.update_readings(self.documents(24), folder, KG)
        finally:
            ended.set()
            killer.join()
        self.assertEqual(len(killed), 1, "it was over before a worker was killed")
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
            self.assertEqual(os.listdir(folder) if os.path.exists(folder) else [], [])
        finally:
            subprocess.run(["umount", disk])

    def test_slice_comes_back_to_the_desk(self):
        readings = self.living()
        graph = fold.fold(readings)
        edges = fold.named(graph.edges, graph.entities).localCheckpoint()
        key = identity.key_of(graph.entities, self.names[0])
        keys = slices.surroundings(edges, key, 1)
        path = os.path.join(self.folder, "slice.jsonl")
        count = slices.write_lines(slices.claims_among(readings, graph.entities, keys), path)
        self.assertGreater(count, 0)
        part = os.path.join(self.folder, "slice.db")
        imported = kg("import", path, "--db", part)
        self.assertEqual(imported.returncode, 0, imported.stderr)
        self.assertEqual(kg("check", "--db", part).returncode, 0)

        def around(graph):
            """By names, since a part of a graph may not hold what tells people of one name apart."""
            sums = {}
            for row in self.exported(graph):
                if self.names[0] in (row[0], row[4]):
                    support, confidence = sums.get((row[0], *row[2:5]), (0, 0))
                    sums[(row[0], *row[2:5])] = (support + row[6], max(confidence, row[7]))
            return sums

        whole = around(self.ingested())
        self.assertGreater(len(whole), 0)
        self.assertEqual(around(part), whole)

    def test_claims_of_a_time_span_lie_in_it(self):
        claims_between = slices.claims_between(self.living(), "1950", "1959").collect()
        self.assertGreater(len(claims_between), 0)
        for row in claims_between:
            self.assertRegex(row.time, r"^195\d")

    def test_walks_are_those_of_kg(self):
        graph = self.ingested()
        readings = self.living()
        folded = fold.fold(readings)
        entities = folded.entities.localCheckpoint()
        edges = walk.sure(fold.named(folded.edges, entities)).localCheckpoint()
        for name in self.names[:3]:
            answer = kg("neighbors", name, "--format", "jsonl", "--db", graph).stdout.splitlines()
            expected = sorted((edge["subject"]["name"], edge["relation"], edge["object"]["name"]) for edge in map(json.loads, answer))
            found = walk.neighbors(edges, identity.key_of(entities, name)).collect()
            self.assertGreater(len(expected), 0)
            self.assertEqual(sorted((row.subject_name, row.relation, row.object_name) for row in found), expected)
        for start, end in ((self.names[0], self.names[1]), (self.names[0], self.names[-1])):
            answer = kg("path", start, end, "--max-length", "4", "--format", "jsonl", "--db", graph).stdout.splitlines()
            ways = walk.shortest_paths(edges, identity.key_of(entities, start), identity.key_of(entities, end), 4)
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
        for few in (0, components.FEW_PAIRS):
            table = components.connected_components(
                self.spark.createDataFrame(pairs, "left string, right string"), few_pairs=few)
            found = {row.key: row.component for row in table.collect()}
            self.assertEqual(found, {key: root(key) for pair in pairs if pair[0] != pair[1] for key in pair})

    def test_lines_that_are_no_documents_are_told_and_the_others_are_read(self):
        path = os.path.join(self.folder, "bad.jsonl")
        good = json.dumps({"id": "good", "text": "Anna Keller works for Acme Corp in Oslo."}).encode()
        with open(path, "wb") as file:
            file.write(b"\n".join([
                b'{"id": "cut off", "text": "Anna', good, b'{"text": "no name"}', b'{"id": "no text"}', b"[]", b"\xff\xfe",
                b'{"id": "nul", "text": "a\\u0000b"}', b'{"id": "late", "text": "Boris Sato left.", "date": "yesterday"}', good,
                b'{"id": 7, "text": "Boris Sato visited Lima in 1999."}']))
        folder = os.path.join(self.folder, "bad")
        documents = read_documents_table(self.spark, path)
        for _ in range(2):
            claims.update_readings(documents, folder, KG)
        living = claims.living(claims.stored_readings(self.spark, folder), documents, self.version)
        read = sorted(row.document for row in living.where("kind = 'summary'").collect())
        self.assertEqual(read, ["7", "good"])
        errors = {row.document for row in claims.errors(living).collect()}
        self.assertLessEqual({"no text", "nul", "late", f"{path}: without an id"}, errors)
        self.assertTrue(any("cut off" in name for name in errors), errors)
        self.assertGreater(len(self.folded(living)[0]), 0)

    def test_copies_count_once_and_two_texts_of_one_name_are_refused(self):
        text = "Anna Keller works for Acme Corp in Oslo. She married Boris Sato in 1999."
        copies = self.spark.createDataFrame([("b", text, None), ("a", text, None), ("a", text, None)], claims.DOCUMENT_SCHEMA)
        folder = os.path.join(self.folder, "copies")
        claims.update_readings(copies, folder, KG)
        living = claims.living(claims.stored_readings(self.spark, folder), copies, self.version)
        self.assertEqual({row.document for row in living.collect()}, {"a"})
        lines = os.path.join(self.folder, "copies.jsonl")
        with open(lines, "w") as file:
            file.writelines(json.dumps({"id": name, "text": text}) + "\n" for name in ("b", "a"))
        graph = os.path.join(self.folder, "copies.db")
        kg("ingest", "--jsonl", lines, "--db", graph)
        self.assert_same_graph(living, graph)
        clash = self.spark.createDataFrame([("a", text, None), ("a", text + " Boris Sato left Oslo.", None)], claims.DOCUMENT_SCHEMA)
        claims.update_readings(clash, folder, KG)
        with self.assertRaises(DocumentsError) as caught:
            claims.living(claims.stored_readings(self.spark, folder), clash, self.version)
        self.assertIn("two texts go by the name “a”", str(caught.exception))

    def test_what_is_named_wrongly_is_told(self):
        nothing = os.path.join(self.folder, "nothing")
        os.makedirs(nothing, exist_ok=True)
        table = os.path.join(nothing, "other.parquet")
        self.spark.createDataFrame([(1, "x")], "number int, title string").write.mode("overwrite").parquet(table)
        for source, words in ((table, "no column"), (os.path.join(nothing, "no-such-file.jsonl"), "PATH_NOT_FOUND")):
            with self.assertRaises(Exception, msg=source) as caught:
                read_documents_table(self.spark, source).count()
            self.assertIn(words, str(caught.exception))
        self.assertIsNone(claims.stored_readings(self.spark, nothing))
        with self.assertRaises(DocumentsError):
            tables.read(self.spark, nothing)
        graph = fold.fold(self.living())
        with self.assertRaises(DocumentsError) as caught:
            tables.write(graph, nothing)
        self.assertIn("holds something else", str(caught.exception))
        self.assertEqual(sorted(os.listdir(self.folder)), sorted(name for name in os.listdir(self.folder) if ".new-" not in name))
        self.assertIsNone(identity.key_of(graph.entities, "Nobody at all"))
        bad = os.path.join(nothing, "judgements.jsonl")
        with open(bad, "w") as file:
            file.write('{"judgement": "same", "left": "a", "right": "b"}\n')
        with self.assertRaises(JudgementsError):
            identity.stored_judgements(self.spark, bad)


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
    # So that the processes of the cluster are ended too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    unittest.main(verbosity=2)
