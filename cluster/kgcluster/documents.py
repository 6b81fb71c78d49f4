"""Where documents come from: text files, JSON lines, Parquet; and lists of what was removed."""

from pyspark.sql import DataFrame, SparkSession, functions as F

DOCUMENT_COLUMNS = ("document", "text", "date")


class DocumentsError(Exception):
    """What was named as documents is not there, or not in a form that is read."""


def read_documents_table(spark: SparkSession, source: str, partitions: int | None = None) -> DataFrame:
    """The documents of a source as (document, text, date); `partitions` spreads them.

    A source ending in `.jsonl` (perhaps with `.gz`) or `.json` holds lines `{"id", "text", "date"}`; one ending in
    `.parquet`, or a folder of Parquet files, has these columns (or `document` for `id`); anything else is a folder or
    pattern of text files, each of them a document named by its path.
    """
    plain = source.rstrip("/")
    if plain.endswith((".jsonl", ".json", ".jsonl.gz", ".json.gz", ".ndjson")):
        table = spark.read.schema("id string, document string, text string, date string").json(plain)
    elif plain.endswith(".parquet") or holds_parquet(spark, plain):
        table = spark.read.parquet(plain)
    else:
        # Each file whole, as its bytes: what is no UTF-8 becomes an error of that document and of no other.
        files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(plain)
        decode = F.udf(decoded, "string")
        table = files.select(
            F.regexp_replace("path", "^file:/+", "/").alias("document"), decode("content").alias("text"))
    if "document" not in table.columns or "id" in table.columns:
        if "id" not in table.columns:
            raise DocumentsError(f"{source}: no column `id` or `document` (there are: {', '.join(table.columns)})")
        identifier = F.coalesce("document", "id") if "document" in table.columns else F.col("id")
        table = table.withColumn("document", identifier.cast("string"))
    if "text" not in table.columns:
        raise DocumentsError(f"{source}: no column `text` (there are: {', '.join(table.columns)})")
    if "date" not in table.columns:
        table = table.withColumn("date", F.lit(None).cast("string"))
    table = table.select("document", F.col("text").cast("string"), F.col("date").cast("string"))
    table = table.where("document IS NOT NULL")
    return table.repartition(partitions) if partitions else table


def decoded(content):
    """The text of a file's bytes, or None where they are no UTF-8."""
    try:
        return bytes(content).decode("utf-8")
    except UnicodeDecodeError:
        return None


def holds_parquet(spark, source):
    path = spark._jvm.org.apache.hadoop.fs.Path(source)
    files = path.getFileSystem(spark._jsc.hadoopConfiguration())
    if not files.exists(path) or not files.getFileStatus(path).isDirectory():
        return False
    return any(
        status.getPath().getName().endswith(".parquet") or "=" in status.getPath().getName()
        for status in files.listStatus(path))
