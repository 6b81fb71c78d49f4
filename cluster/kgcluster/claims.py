"""Documents to claims: the tables that a cluster keeps, and what is not read again."""

import hashlib
import json
import os
import subprocess

from pyspark.sql import DataFrame, SparkSession, functions as F, types as T

from .extractor import read_documents

DOCUMENT_SCHEMA = "document string, text string, date string"

# One table holds all that was read, so that a job that fails leaves nothing of itself: `kind` tells claims from the
# summaries of documents and from documents that could not be read.
READING_SCHEMA = T.StructType([
    T.StructField("document", T.StringType(), False),
    T.StructField("digest", T.StringType(), False),
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
    """The version that the extractor writes into its summaries; the same text under the same version reads the same."""
    line = subprocess.run(
        [binary, "extract", "--jsonl", "--summaries", *options, "-"], input=b'{"id": "0", "text": "0"}\n',
        stdout=subprocess.PIPE, check=True).stdout.splitlines()[-1]
    return json.loads(line)["extractor"]


def text_digest(text, date):
    """What makes a document itself: its text and the day from which it tells the time."""
    return hashlib.sha256(json.dumps([text, date], ensure_ascii=False).encode("utf-8", "replace")).hexdigest()


def read_claims(documents: DataFrame, binary: str, options=(), version: str | None = None) -> DataFrame:
    """The readings of `documents` (document, text, date): a row a claim, a row a document."""
    version = version or extractor_version(binary, options)

    def extract(batches):
        import pandas

        def inputs():
            for batch in batches:
                for document, text, date in zip(batch["document"], batch["text"], batch["date"]):
                    yield document, text if isinstance(text, str) else None, date if isinstance(date, str) else None

        rows = []
        for reading in read_documents(binary_here(binary), inputs(), options):
            rows += reading_rows(reading, version)
            if len(rows) >= 2000:
                yield pandas.DataFrame(rows, columns=COLUMNS)
                rows = []
        yield pandas.DataFrame(rows, columns=COLUMNS)

    return documents.select("document", "text", "date").mapInPandas(extract, READING_SCHEMA)


def reading_rows(reading, version):
    """A document's rows: its claims and its summary, or its error."""
    start = (reading.document, text_digest(reading.text, reading.date), version)
    error = "the document has no text" if reading.text is None else reading.error
    nothing = (None,) * 8
    if error is not None:
        record = json.dumps({"document": reading.document, "error": error}, ensure_ascii=False)
        return [(*start, "error", 0, *nothing, record)]
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
    path = spark._jvm.org.apache.hadoop.fs.Path(folder)
    files = path.getFileSystem(spark._jsc.hadoopConfiguration())
    if not files.exists(path) or not files.exists(path.suffix("/_SUCCESS")):
        return None
    return spark.read.schema(READING_SCHEMA).parquet(folder)


def update_readings(documents: DataFrame, folder: str, binary: str, options=()):
    """Reads those of `documents` that are not in `folder` in this version of the extractor.

    Errors are not kept as done: what could not be read is tried again next time.
    """
    spark = documents.sparkSession
    version = extractor_version(binary, options)
    digest = F.udf(text_digest, T.StringType())
    wanted = documents.withColumn("digest", digest("text", "date"))
    known = stored_readings(spark, folder)
    if known is not None:
        done = known.where((F.col("kind") == "summary") & (F.col("extractor") == version))
        wanted = wanted.join(done.select("document", "digest"), ["document", "digest"], "left_anti")
    read_claims(wanted, binary, options, version).write.mode("append").partitionBy("extractor", "kind").parquet(folder)


def living(readings: DataFrame, documents: DataFrame, version: str) -> DataFrame:
    """The readings of `documents` in one version: what other texts or removed documents said is not among them."""
    digest = F.udf(text_digest, T.StringType())
    wanted = documents.select("document", digest("text", "date").alias("digest")).distinct()
    return readings.where(F.col("extractor") == version).join(wanted, ["document", "digest"], "left_semi")
