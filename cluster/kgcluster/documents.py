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
    that `kg` reads, for `text`); anything else is a folder or pattern of files, each named by its path.

    - Parameter partitions: over how many the documents are spread.
    """
    plain = source.rstrip("/") or source
    if plain.endswith((".jsonl", ".json", ".jsonl.gz", ".json.gz", ".ndjson")):
        table = spark.read.schema("id string, document string, text string, date string, _corrupt_record string").json(plain)
        bad = table.where("_corrupt_record IS NOT NULL OR coalesce(document, id) IS NULL").select("_corrupt_record").limit(1)
        rows = bad.collect()
        if rows:
            shown = (rows[0][0] or "a line without an id")[:80]
            raise DocumentsError(f'{source}: not every line is of the form {{"id": …, "text": …}}: {shown}')
        table = table.drop("_corrupt_record")
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
    table = table.select("document", F.col(given).cast("string" if given == "text" else "binary"), date.alias("date"))
    nameless = table.where("document IS NULL").limit(1).count()
    if nameless:
        raise DocumentsError(f"{source}: a document has neither `id` nor `document`; each needs a name")
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
