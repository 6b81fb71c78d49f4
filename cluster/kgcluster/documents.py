"""Where documents come from: files of every kind that `kg` reads, JSON lines, Parquet."""

from pyspark.sql import DataFrame, SparkSession, functions as F

# As in Sources/DocumentInput/DocumentSource.swift.
FILE_ENDINGS = ("txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf", "docx", "odt", "epub", "eml", "mbox", "gz")


class DocumentsError(Exception):
    """What was named as documents is not there, or not in a form that is read."""


def read_documents_table(spark: SparkSession, source: str, partitions: int | None = None) -> DataFrame:
    """The documents of a source as (document, text, date), or for files (document, content, date).

    A source ending in `.jsonl` (perhaps with `.gz`) or `.json` holds lines `{"id", "text", "date"}`; one ending in
    `.parquet`, or a folder of Parquet files, has these columns (`document` for `id`, and `content`, the bytes of a file
    that `kg` reads, for `text`); anything else is a folder or pattern of files, each named by its path. A line or row
    that is no document has a null for its text.

    - Parameter partitions: over how many the documents are spread.
    """
    plain = source.rstrip("/") or source
    if plain.endswith((".jsonl", ".json", ".jsonl.gz", ".json.gz", ".ndjson")):
        table = spark.read.schema("id string, document string, text string, date string, _corrupt_record string").json(plain)
    elif plain.endswith(".parquet") or holds_parquet(spark, plain):
        table = spark.read.parquet(plain)
    else:
        table = files_of(spark, plain)
    if "id" not in table.columns and "document" not in table.columns:
        raise DocumentsError(f"{source}: no column `id` or `document` (there are: {', '.join(table.columns)})")
    names = [F.col(name).cast("string") for name in ("document", "id") if name in table.columns]
    table = table.withColumn("document", F.coalesce(*names))
    given = next((name for name in ("text", "content") if name in table.columns), None)
    if given is None:
        raise DocumentsError(f"{source}: no column `text` or `content` (there are: {', '.join(table.columns)})")
    if given == "content" and dict(table.dtypes)["content"] != "binary":
        raise DocumentsError(f"{source}: the column `content` holds the bytes of files, and is not of a binary type")
    date = F.col("date").cast("string") if "date" in table.columns else F.lit(None).cast("string")
    value = F.col(given).cast("string" if given == "text" else "binary")
    if given == "text":
        value = F.when(F.is_valid_utf8(value), value)
    # What has no name cannot be read, and is told among what could not.
    broken = F.col("_corrupt_record") if "_corrupt_record" in table.columns else F.lit(None).cast("string")
    nameless = F.concat(F.lit(f"{source}: "), F.coalesce(F.substring(broken, 1, 80), F.lit("without an id")))
    table = table.select(
        F.make_valid_utf8(F.coalesce("document", nameless)).alias("document"),
        F.when(F.col("document").isNotNull() & broken.isNull(), value).alias(given), F.make_valid_utf8(date).alias("date"))
    return table.repartition(partitions) if partitions else table


def files_of(spark, source):
    """Files of every kind that `kg` reads, whole; of a folder those that `kg` would take out of it."""
    files, path = spark.read.format("binaryFile").option("recursiveFileLookup", "true"), source
    found = files.load(path)
    if is_folder(spark, source):
        ending = F.lower(F.regexp_extract("path", r"\.([^./]*)$", 1))
        found = found.where(ending.isin(*FILE_ENDINGS))
    return found.select(F.regexp_replace("path", "^file:/+", "/").alias("document"), "content")


def is_folder(spark, source):
    path = spark._jvm.org.apache.hadoop.fs.Path(source)
    files = path.getFileSystem(spark._jsc.hadoopConfiguration())
    return files.exists(path) and files.getFileStatus(path).isDirectory()


def holds_parquet(spark, source):
    path = spark._jvm.org.apache.hadoop.fs.Path(source)
    files = path.getFileSystem(spark._jsc.hadoopConfiguration())
    if not files.exists(path) or not files.getFileStatus(path).isDirectory():
        return False
    return any(
        status.getPath().getName().endswith(".parquet") or "=" in status.getPath().getName()
        for status in files.listStatus(path))
