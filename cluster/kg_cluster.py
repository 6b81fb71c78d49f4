#!/usr/bin/env python3
"""Reads documents with kg on a Spark cluster, and folds, asks and slices what they say.

    kg_cluster.py extract DOCUMENTS --to READINGS       read what is not read yet
    kg_cluster.py fold DOCUMENTS --from READINGS --to GRAPH
    kg_cluster.py neighbors NAME --graph GRAPH
    kg_cluster.py path NAME NAME --graph GRAPH
    kg_cluster.py slice --from READINGS --documents DOCUMENTS --output FILE.jsonl [--around NAME --hops N] [--since D] [--until D]
"""

import argparse
import os
import re
import sys

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from kgcluster import claims, fold, identity, slices, tables, walk  # noqa: E402
from kgcluster.components import ComponentsError  # noqa: E402
from kgcluster.documents import DocumentsError, read_documents_table  # noqa: E402
from kgcluster.extractor import ExtractorError  # noqa: E402
from kgcluster.judgements import JudgementsError  # noqa: E402
from kgcluster.session import open_session  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name, text):
        each = commands.add_parser(name, help=text, description=text)
        each.add_argument("--kg", default="kg", help="the kg binary (default: kg on the PATH)")
        each.add_argument("--master", help="the Spark master (default: what spark-submit says, else local[*])")
        each.add_argument("--send", action="store_true", help="send the binary along to workers that have none")
        each.add_argument("--option", action="append", default=[], metavar="OPTION",
                          help="handed on to kg extract, such as --option=--aliases=names.tsv; may be repeated")
        return each

    extract = command("extract", "Read the documents that are not read yet in this version of kg.")
    extract.add_argument("documents")
    extract.add_argument("--to", required=True, metavar="FOLDER", help="the table of readings (Parquet)")
    extract.add_argument("--partitions", type=count, help="in how many parts to read them")

    folded = command("fold", "Fold what the documents say into entities and edges.")
    folded.add_argument("documents")
    folded.add_argument("--from", dest="readings", required=True, metavar="FOLDER")
    folded.add_argument("--to", required=True, metavar="FOLDER")
    folded.add_argument("--judgements", metavar="FILE", help="what kg judgements --format jsonl prints")

    near = command("neighbors", "The edges of an entity.")
    near.add_argument("name")
    near.add_argument("--graph", required=True, metavar="FOLDER")
    near.add_argument("--all", action="store_true", help="also what is unsure")

    path = command("path", "The shortest paths between two entities.")
    path.add_argument("start")
    path.add_argument("end")
    path.add_argument("--graph", required=True, metavar="FOLDER")
    path.add_argument("--all", action="store_true", help="also by what is unsure")
    path.add_argument("--hops", type=count, default=4, help="the longest path (default: 4)")

    part = command("slice", "A part of the claims as a file that kg import takes.")
    part.add_argument("--from", dest="readings", required=True, metavar="FOLDER")
    part.add_argument("--documents", required=True, help="only these documents (and only in this form of theirs)")
    part.add_argument("--graph", metavar="FOLDER", help="the fold, for --around")
    part.add_argument("--around", metavar="NAME")
    part.add_argument("--hops", type=count, default=1)
    part.add_argument("--since", type=day, metavar="DATE")
    part.add_argument("--until", type=day, metavar="DATE")
    part.add_argument("--output", required=True, metavar="FILE")
    return parser.parse_args()


def run(options):
    spark = open_session(
        f"kg {options.command}", options.master, options.kg if options.send else None,
        {"spark.ui.showConsoleProgress": "true"})
    try:
        return COMMANDS[options.command](spark, options)
    finally:
        spark.stop()


def extract(spark, options):
    documents = read_documents_table(spark, options.documents, options.partitions)
    claims.update_readings(documents, options.to, options.kg, options.option)
    readings = claims.stored_readings(spark, options.to)
    if readings is None:
        raise DocumentsError(f"{options.documents}: no documents there")
    readings = claims.living(readings, documents, claims.extractor_version(options.kg, options.option))
    counts = {row.kind: row["count"] for row in readings.groupBy("kind").count().collect()}
    unread = claims.errors(readings).localCheckpoint()
    failures = unread.count()
    print(f"{counts.get('summary', 0)} documents read, {counts.get('claim', 0)} claims, {failures} documents not read")
    for row in unread.orderBy("document").select("record").limit(20).collect():
        print(row.record, file=sys.stderr)
    return 65 if failures else 0


def fold_graph(spark, options):
    judgements = identity.stored_judgements(spark, options.judgements) if options.judgements else ()
    readings = living(spark, options, read_documents_table(spark, options.documents))
    graph = fold.fold(readings, judgements)
    tables.write(graph, options.to)
    entities, edges = tables.read(spark, options.to)
    print(f"{entities.count()} entities, {edges.count()} edges")
    return 0


def neighbors(spark, options):
    _, edges, (key,) = graph_and_keys(spark, options, options.name)
    rows = walk.neighbors(edges if options.all else walk.sure(edges), key).orderBy("relation", "direction", "neighbor").collect()
    for row in rows:
        print("\t".join([row.subject_name, row.relation, row.object_name, str(row.support), f"{row.confidence:g}"]))
    return 0


def path(spark, options):
    entities, edges, (start, end) = graph_and_keys(spark, options, options.start, options.end)
    ways = walk.shortest_paths(edges if options.all else walk.sure(edges), start, end, options.hops)
    if not ways:
        print(f"no path of at most {options.hops} edges", file=sys.stderr)
        return 66
    names = {row.key: row.name for row in entities.where(
        identity.among("key", sorted({key for way in ways for key in way}))).collect()}
    for way in ways:
        print(" — ".join(names.get(key, key) for key in way))
    return 0


def slice_claims(spark, options):
    readings = living(spark, options, read_documents_table(spark, options.documents))
    chosen = readings.where("kind = 'claim'")
    if options.around:
        if not options.graph:
            raise DocumentsError("--around needs the fold: name it with --graph")
        entities, edges, (key,) = graph_and_keys(spark, options, options.around)
        chosen = slices.claims_among(readings, entities, slices.surroundings(edges, key, options.hops))
    if options.since or options.until:
        chosen = slices.claims_between(chosen, options.since, options.until)
    count = slices.write_lines(chosen, options.output)
    print(f"{count} claims in {options.output}")
    return 0 if count else 66


def living(spark, options, documents):
    readings = claims.stored_readings(spark, options.readings)
    if readings is None:
        raise DocumentsError(f"{options.readings}: no readings there; make them with the command extract")
    return claims.living(readings, documents, claims.extractor_version(options.kg, options.option))


def graph_and_keys(spark, options, *names):
    """The entities and edges of the fold, and the keys of what names name."""
    entities, edges = tables.read(spark, options.graph)
    keys = []
    for name in names:
        keys.append(identity.key_of(entities, name))
        if keys[-1] is None:
            raise DocumentsError(f"nothing in {options.graph} is called “{name}”")
    return entities, edges, keys


COMMANDS = {
    "extract": extract, "fold": fold_graph, "neighbors": neighbors, "path": path, "slice": slice_claims,
}


def count(text):
    """A whole number of one or more."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def day(text):
    """A year, a month or a day in ISO 8601."""
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        raise argparse.ArgumentTypeError("must be a year, a month or a day: 2001, 2001-09, 2001-09-10")
    return text


def cause(error):
    """What an error of Spark's says, without the stack: its own first line, and the innermost cause of it."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    causes = [line for line in lines if line.startswith("Caused by: ") or "Error: " in line]
    return " — ".join(dict.fromkeys([lines[0] if lines else type(error).__name__, *causes[-1:]]))


def main():
    options = arguments()
    try:
        return run(options)
    except (DocumentsError, ExtractorError, JudgementsError, ComponentsError, OSError) as error:
        print(f"kg_cluster: {error}", file=sys.stderr)
        return 66
    except (PySparkException, Py4JError) as error:
        print(f"kg_cluster: {cause(error)}", file=sys.stderr)
        return 70
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
