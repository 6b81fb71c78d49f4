"""Documents to claims: the tables that a cluster keeps, and what is not read again."""

import hashlib
import json
import os
import subprocess
import uuid

from pyspark.sql import DataFrame, SparkSession, functions as F, types as T

from .documents import DocumentsError
from .extractor import ExtractorError, read_documents
from .files import read_files

DOCUMENT_SCHEMA = "document string, text string, date string"
FILE_SCHEMA = "document string, content binary, date string"

# Raised when tables of another make could not be folded: what was read under another one is read again.
TABLE_VERSION = "3"

# One table holds all that was read, so that a job that fails leaves nothing of itself: `kind` tells claims from the
# summaries of documents and from documents that could not be read. `source` is the document as it was given, a mailbox
# of several documents, say; `digest` tells its forms apart, `content` the bytes of each document as `kg` knows them.
READING_SCHEMA = T.StructType([
    T.StructField("source", T.StringType(), False),
    T.StructField("document", T.StringType(), False),
    T.StructField("digest", T.StringType(), False),
    T.StructField("content", T.StringType()),
    T.StructField("extractor", T.StringType(), False),
    T.StructField("kind", T.StringType(), False),
    T.StructField("position", T.LongType(), False),
    T.StructField("layer", T.StringType()),
    T.StructField("subject", T.StringType()),
    T.StructField("relation", T.StringType()),
    T.StructField("object", T.StringType()),
    T.StructField("polarity", T.StringType()),
    T.StructField("modality", T.StringType()),
    T.StructField("confidence", T.DoubleType()),
    T.StructField("time", T.StringType()),
    T.StructField("record", T.StringType(), False),
])
COLUMNS = [field.name for field in READING_SCHEMA.fields]


def extractor_version(binary, options=()):
    """The version that the extractor writes into its summaries, with that of the table and with the options given.

    The same text under the same version reads the same.
    """
    command = [binary, "extract", "--jsonl", "--summaries", "--all", *options, "-"]
    try:
        run = subprocess.run(command, input=b'{"id": "0", "text": "0"}\n', stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except OSError as error:
        raise ExtractorError(f"{binary} cannot be started: {error}") from error
    complaint = run.stderr.decode("utf-8", "replace").strip()
    try:
        version = json.loads(run.stdout.splitlines()[-1])["extractor"]
    except (IndexError, KeyError, ValueError) as error:
        raise ExtractorError(f"{' '.join(command)} gives no version (status {run.returncode}): {complaint}") from error
    if run.returncode:
        raise ExtractorError(f"{' '.join(command)} ended with status {run.returncode}: {complaint}")
    given = hashlib.sha256(json.dumps(list(options)).encode()).hexdigest()[:8]
    return f"{version}-t{TABLE_VERSION}{'-' + given if options else ''}"


def document_digest(given, date):
    """What makes a document itself: its text or bytes, and the day from which it tells the time."""
    if given is None:
        return "none"
    given = given.encode("utf-8", "replace") if isinstance(given, str) else bytes(given)
    return hashlib.sha256(given).hexdigest() + ("@" + date if date else "")


def with_digests(documents: DataFrame) -> DataFrame:
    """The documents with their digests, as `document_digest` reckons them, which needs no Python here."""
    given = "content" if "content" in documents.columns else "text"
    day = F.when(F.coalesce("date", F.lit("")) != "", F.concat(F.lit("@"), "date")).otherwise("")
    digest = F.concat(F.sha2(F.col(given).cast("binary"), 256), day)
    return documents.withColumn("digest", F.coalesce(digest, F.lit("none")))


def read_claims(documents: DataFrame, binary: str, options=(), version: str | None = None) -> DataFrame:
    """The readings of `documents` (document, text or content, date): a row a claim, a row a document."""
    version = version or extractor_version(binary, options)
    given = "content" if "content" in documents.columns else "text"
    read = read_files if given == "content" else read_documents

    def extract(batches):
        import pandas

        def inputs():
            for batch in batches:
                for document, value, date in zip(batch["document"], batch[given], batch["date"]):
                    yield document, value if isinstance(value, (str, bytes)) else None, date if isinstance(date, str) else None

        rows = []
        for reading in read(binary_here(binary), inputs(), ("--all", *options)):
            rows += reading_rows(reading, version)
            if len(rows) >= 2000:
                yield pandas.DataFrame(rows, columns=COLUMNS)
                rows = []
        yield pandas.DataFrame(rows, columns=COLUMNS)

    return documents.select("document", given, "date").mapInPandas(extract, READING_SCHEMA)


def reading_rows(reading, version):
    """A document's rows: its claims and its summary, or its error."""
    digest = document_digest(reading.given, reading.date)
    nothing = (None,) * 8
    error = "the document has no text" if reading.given is None else reading.error
    if error is not None:
        record = json.dumps({"document": reading.name, "error": error}, ensure_ascii=False)
        return [(reading.document, reading.name, digest, None, version, "error", 0, *nothing, record)]
    start = (reading.document, reading.name, digest, json.loads(reading.summary)["digest"], version)
    rows = []
    for position, line in enumerate(reading.claims):
        claim = json.loads(line)
        rows.append((
            *start, "claim", position, claim["layer"], claim["subject"]["name"], claim["relation"],
            claim["object"]["name"], claim["polarity"], claim["modality"], float(claim["confidence"]),
            (claim["time"] or {}).get("value"), line))
    return rows + [(*start, "summary", len(reading.claims), *nothing, reading.summary)]


def binary_here(binary):
    """The binary where this worker has it: at its path, or among the files that were sent along with the job."""
    if os.path.exists(binary):
        return binary
    from pyspark import SparkFiles

    sent = SparkFiles.get(os.path.basename(binary))
    return sent if os.path.exists(sent) else binary


def stored_readings(spark: SparkSession, folder: str) -> DataFrame | None:
    """The table of readings in `folder`, or None where none was written yet."""
    files, path = file_system(spark, folder)
    if not files.exists(path):
        return None
    batches = [status.getPath() for status in files.listStatus(path) if status.getPath().getName().startswith("batch=")]
    if not batches:
        return None
    return spark.read.schema(READING_SCHEMA).option("basePath", folder).parquet(*sorted(str(batch) for batch in batches))


def file_system(spark: SparkSession, folder: str):
    path = spark._jvm.org.apache.hadoop.fs.Path(folder)
    return path.getFileSystem(spark._jsc.hadoopConfiguration()), path


def update_readings(documents: DataFrame, folder: str, binary: str, options=(), again=()):
    """Reads those of `documents` that are not in `folder` in this version of the extractor.

    Errors are not kept as done: what could not be read is tried again next time. What is read is written beside the
    table and becomes a part of it by one renaming, so that no failure, not even of the driver, leaves half a document.
    """
    spark = documents.sparkSession
    version = extractor_version(binary, options)
    wanted = with_digests(documents)
    known = stored_readings(spark, folder)
    if known is not None:
        done = known.where((F.col("kind") == "summary") & (F.col("extractor") == version))
        done = done.select(F.col("source").alias("document"), "digest").distinct()
        wanted = wanted.join(done, ["document", "digest"], "left_anti")
    files, path = file_system(spark, folder)
    batch = uuid.uuid4().hex
    staged = spark._jvm.org.apache.hadoop.fs.Path(path, f"_reading-{batch}")
    try:
        # By path and not through a table: a table that failed has nothing to take back.
        read_claims(wanted, binary, options, version).write.partitionBy("extractor", "kind").parquet(str(staged))
        if holds_rows(files, staged) and not files.rename(staged, spark._jvm.org.apache.hadoop.fs.Path(path, f"batch={batch}")):
            raise DocumentsError(f"{folder}: what was read could not be put among the readings")
    finally:
        files.delete(staged, True)


def holds_rows(files, folder) -> bool:
    return any(status.getPath().getName().startswith("extractor=") for status in files.listStatus(folder))


def living(readings: DataFrame, documents: DataFrame, version: str) -> DataFrame:
    """The readings of `documents` in one version: what other texts or removed documents said is not among them.

    Documents of equal bytes are one, under the first of their names, as in a graph.

    - Throws: `DocumentsError` where two texts go by one name.
    """
    wanted = with_digests(documents).select(F.col("document").alias("source"), "digest").distinct()
    living = readings.where(F.col("extractor") == version).join(wanted, ["source", "digest"], "left_semi")
    heads = living.where("kind <> 'claim'").select("source", "document", "digest", "content", "kind").localCheckpoint()
    several = heads.groupBy("document").agg(
        F.count_distinct("digest").alias("texts"), F.sum((F.col("kind") == "summary").cast("int")).alias("readings"))
    several = several.where("texts > 1 OR readings > 1").localCheckpoint()
    clash = several.where("texts > 1").orderBy("document").select("document").limit(1).collect()
    if clash:
        raise DocumentsError(f"two texts go by the name “{clash[0].document}”: give each a name of its own")
    if several.limit(1).count():
        # Read twice at once, by two runs: either is the whole of it.
        twice = F.broadcast(several.select("document"))
        once = living.join(twice, "document", "left_semi").dropDuplicates(["document", "kind", "position"])
        living = living.join(twice, "document", "left_anti").select(COLUMNS).union(once.select(COLUMNS))
    read = heads.where("kind = 'summary'")
    first = read.groupBy("content").agg(F.min("document").alias("first"))
    copies = read.join(first, "content").where("document <> first").select("document").distinct().localCheckpoint()
    if copies.limit(1).count():
        living = living.join(copies, "document", "left_anti")
    return living.select(COLUMNS)


def errors(living: DataFrame) -> DataFrame:
    """The documents that could not be read, and were not read since: document, record."""
    read = living.where("kind = 'summary'").select("source").distinct()
    return living.where("kind = 'error'").join(read, "source", "left_anti").groupBy("document").agg(
        F.max("record").alias("record"))
