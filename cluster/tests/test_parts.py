"""What the parts of the cluster do on their own, without Spark: names, keys, judgements, files."""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
sys.path.insert(0, HERE)

from kgcluster import claims, names  # noqa: E402
from kgcluster.components import joined_pairs  # noqa: E402
from kgcluster.extractor import ExtractorError  # noqa: E402
from kgcluster.files import read_files  # noqa: E402
from kgcluster.judgements import JudgementsError, cuts, read_judgements  # noqa: E402
from kgcluster.keys import document_of, key_text, other_part, part_of, whole  # noqa: E402

KG = os.path.abspath(os.environ.get("KG", ".build/release/kg"))


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="kg-parts-")
        self.addCleanup(shutil.rmtree, self.folder)

    def file(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def kg(self, *arguments):
        return subprocess.run([KG, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


class NameTests(Folder):
    def test_names_fold_as_in_kg(self):
        chance = random.Random(3)
        letters = [chr(point) for point in names.folding_table() if point > 0x20]
        made = [f"x{letter}y" for letter in letters] + [letter for letter in letters if letter not in '",']
        made += ["−5", "A-", "-5", "- 5", "--", "a - b", "  Two  words ", "'", "-.5", "A−", "ŉ", "Œuvre–2", "É-"]
        made += ["".join(chance.choice("aB -'−’.é\u00a0\u200b5") for _ in range(chance.randint(1, 8))) for _ in range(400)]
        made = sorted({name for name in made if name.strip()})
        records = [json.dumps({"subject": name, "relation": "r", "object": "z"}, ensure_ascii=False) for name in made]
        table = self.file("names.csv", "subject,relation,object\n" + "".join(
            '"' + json.loads(record)["subject"].replace('"', '""') + '",r,z\n' for record in records))
        graph = os.path.join(self.folder, "graph.db")
        imported = self.kg("import", table, "--db", graph)
        self.assertEqual(imported.returncode, 0, imported.stderr)
        asked = self.kg("sql", "SELECT p.name, e.folded FROM imported_party p JOIN entity e ON e.id = p.entity "
                        "UNION SELECT name, folded FROM entity", "--limit", "0", "--format", "jsonl", "--db", graph)
        rows = [json.loads(line) for line in asked.stdout.splitlines()]
        self.assertGreater(len(rows), 1000)
        self.assertEqual([(row["name"], names.fold(row["name"])) for row in rows if row["name"]],
                         [(row["name"], row["folded"]) for row in rows if row["name"]])


class KeyTests(unittest.TestCase):
    def test_keys_tell_their_parts(self):
        self.assertEqual(whole("jordan\tperson@ab12"), "jordan\tperson")
        self.assertEqual(whole("jordan\t@ab12"), "jordan\t")
        self.assertEqual(document_of("jordan\tperson@ab12"), "ab12")
        self.assertIsNone(document_of("\t#_:description:1@2#he"))
        self.assertEqual(part_of("a\tb\tperson"), "person")
        self.assertEqual(other_part("jordan\t"), "jordan\tperson")
        self.assertEqual(other_part("jordan\tperson"), "jordan\t")
        self.assertIsNone(other_part(key_text("", None, "Q1")))


class JudgementTests(Folder):
    def lines(self, *records):
        return [json.dumps(record) for record in records]

    def pair(self, verdict, left, right, **more):
        return {"verdict": verdict, "left": {"name": left}, "right": {"name": right}, **more}

    def test_a_file_that_kg_printed_is_read_with_all_its_kinds(self):
        table = self.file("a.csv", "subject,relation,object\nJoe Votel,commands,CENTCOM\nJ. Votel,visited,Raqqa\n"
                          "Georgia,borders,Armenia\n")
        graph = os.path.join(self.folder, "graph.db")
        for command in (["import", table], ["merge", "Joe Votel", "J. Votel"], ["rename", "CENTCOM", "Central Command"],
                        ["retype", "Raqqa", "place"], ["split", "Georgia", "--documents", table],
                        ["reject", "Joe Votel", "commands", "CENTCOM"], ["unsure", "Georgia", "Armenia"],
                        ["merge", "Raqqa", "Armenia"], ["undo"]):
            run = self.kg(*command, "--db", graph)
            self.assertEqual(run.returncode, 0, (command, run.stderr))
        plain = self.kg("judgements", "--format", "jsonl", "--db", graph).stdout.decode().splitlines()
        everything = self.kg("judgements", "--all", "--format", "jsonl", "--db", graph).stdout.decode().splitlines()
        self.assertGreater(len(everything), len(plain))
        judgements = read_judgements(plain)
        self.assertEqual(judgements, read_judgements(everything))
        self.assertEqual(sorted(each.verdict for each in judgements),
                         ["different", "name", "reject", "same", "type", "unsure"])
        self.assertEqual(len(cuts(judgements)), 1)
        same = next(each for each in judgements if each.verdict == "same")
        self.assertEqual((same.left, same.right), ("j. votel\t", "joe votel\t"))
        lines = self.kg("judgements", "--format", "nomenklatura", "--db", graph).stdout.decode().splitlines()
        pairs = {(each.verdict, each.left, each.right) for each in judgements if each.verdict in ("same", "different", "unsure")}
        self.assertEqual({(each.verdict, each.left, each.right) for each in read_judgements(lines)}, pairs)

    def test_the_last_judgement_of_a_pair_counts_whichever_end_comes_first(self):
        read = read_judgements(self.lines(self.pair("same", "B", "A"), self.pair("different", "a", "b"), self.pair("same", "C", "D")))
        self.assertEqual([(each.verdict, each.left) for each in read], [("different", "a\t"), ("same", "c\t")])

    def test_what_is_no_judgement_is_told_with_its_line(self):
        good = json.dumps(self.pair("same", "a", "b"))
        for bad in ('{"verdict": "same"', "[]", "7", '"x"', "null", '{"verdict": "maybe"}', '{"judgement": "same", "left": 1}',
                    json.dumps(self.pair("name", "a", "a")), json.dumps(self.pair("reject", "a", "b", value="ally")),
                    json.dumps({"verdict": "same", "left": {}, "right": {"name": "b"}}),
                    json.dumps({"verdict": "same", "left": {"name": 5}, "right": {"name": "b"}}),
                    json.dumps(self.pair("undo", "a", "b")), '["a", "b", "perhaps"]'):
            with self.assertRaises(JudgementsError, msg=bad) as caught:
                read_judgements([good, "", bad], "j.jsonl")
            self.assertIn("j.jsonl, line 3", str(caught.exception))

    def test_an_empty_file_judges_nothing(self):
        self.assertEqual(read_judgements([]), [])

    def test_sets_that_are_apart_do_not_join(self):
        apart = {"a", "c"}

        def may_join(ends, root):
            return {root(each) for each in apart} != ends

        self.assertEqual(joined_pairs([("a", "b"), ("b", "c"), ("d", "c")], may_join), {"a": "a", "b": "a", "c": "c", "d": "c"})


class FileTests(Folder):
    TEXT = ("Anna Keller works for Acme Corp in Oslo. She was born in Riga in 1971. Boris Sato founded Granite Ltd in 1999.\n\n"
            "Acme Corp bought Granite Ltd last year. Anna Keller met Boris Sato in Lima, and he criticised Acme Corp.\n")

    def read(self, files, **options):
        return list(read_files(KG, [(path, content, None) for path, content in files], ("--all",), **options))

    def test_files_of_every_kind_are_read_as_kg_reads_them(self):
        paths = [self.file("a.txt", self.TEXT), self.file("b.md", "# Report\n\n" + self.TEXT),
                 self.file("c.html", f"<html><body><h1>Report</h1><p>{self.TEXT}</p></body></html>"),
                 self.file("d.eml", "From: Anna Keller <a@example.org>\nTo: b@example.org\nSubject: News\n"
                           "Content-Type: text/plain\n\n" + self.TEXT),
                 self.file("e \"quoted\" é.txt", self.TEXT.replace("Anna", "Clara"))]
        expected = self.kg("extract", "--all", "--summaries", *paths).stdout.splitlines()
        contents = []
        for path in paths:
            with open(path, "rb") as file:
                contents.append((path, file.read()))
        readings = self.read(contents)
        found = [line.encode() for reading in readings for line in [*reading.claims, reading.summary]]
        self.assertEqual(found, expected)
        self.assertGreater(sum(len(reading.claims) for reading in readings), 5)

    def test_a_file_that_cannot_be_read_keeps_no_other_out(self):
        readings = self.read([("/a.txt", self.TEXT.encode()), ("/b.pdf", b"%PDF-1.7\nbroken"), ("/c.txt", b"\x00\x01\xff\xfe\x00" * 50),
                              ("/d.txt", None), ("/e.docx", b"PK\x03\x04nothing"), ("/f.txt", self.TEXT.encode()), ("/g.txt", b"")])
        errors = {reading.document: reading.error for reading in readings if reading.error}
        self.assertEqual(set(errors), {"/b.pdf", "/c.txt", "/e.docx", "/g.txt"})
        self.assertIn("/b.pdf", errors["/b.pdf"])
        self.assertEqual([reading.document for reading in readings if reading.summary and reading.claims], ["/a.txt", "/f.txt"])
        rows = [row for reading in readings for row in claims.reading_rows(reading, "1")]
        self.assertIn("the document has no text", {json.loads(row[-1])["error"] for row in rows if row[5] == "error"} )

    def test_a_file_that_kills_the_extractor_is_told_and_the_others_are_read(self):
        script = (f"#!{sys.executable}\nimport os, sys, json\npaths = sys.argv[sys.argv.index('--') + 1:]\n"
                  "for path in paths:\n    if b'kill' in open(path, 'rb').read():\n        os.kill(os.getpid(), 9)\n"
                  "    print(json.dumps({'document': path, 'digest': '0', 'extractor': '1'}), flush=True)\n")
        binary = self.file("kg", script)
        os.chmod(binary, 0o755)
        readings = list(read_files(binary, [("/a.txt", b"a", None), ("/b.txt", b"kill", None), ("/c.txt", b"c", None)]))
        self.assertEqual([bool(reading.error) for reading in readings], [False, True, False])
        self.assertIn("signal 9", readings[1].error)

    def test_what_is_no_extractor_is_told(self):
        for binary, options in (("/no/such/kg", ()), ("/bin/true", ()), ("/bin/false", ()), (KG, ("--no-such-option",))):
            with self.assertRaises(ExtractorError, msg=binary):
                claims.extractor_version(binary, options)

    def test_options_make_another_version(self):
        plain = claims.extractor_version(KG)
        self.assertNotEqual(plain, claims.extractor_version(KG, ("--max-line=1000",)))
        self.assertEqual(plain, claims.extractor_version(KG))


if __name__ == "__main__":
    unittest.main(verbosity=2)
