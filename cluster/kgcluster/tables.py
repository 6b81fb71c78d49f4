"""Where a fold is kept: its entities, and its edges with the names of their ends."""

import uuid

from pyspark.sql import DataFrame, SparkSession

from .claims import file_system
from .documents import DocumentsError
from .fold import Fold, named


def write(graph: Fold, folder: str):
    """Writes a fold to a folder; the one that was there goes when the new one is whole."""
    spark = graph.entities.sparkSession
    files, path = file_system(spark, folder)
    new = f"{folder.rstrip('/')}.new-{uuid.uuid4().hex}"
    try:
        graph.entities.write.parquet(f"{new}/entities")
        named(graph.edges, spark.read.parquet(f"{new}/entities")).write.parquet(f"{new}/edges")
        if files.exists(path):
            if not (files.exists(child(spark, path, "entities")) or not files.listStatus(path)):
                raise DocumentsError(f"{folder}: holds something else than a fold; name another folder")
            files.delete(path, True)
        if not files.rename(spark._jvm.org.apache.hadoop.fs.Path(new), path):
            raise DocumentsError(f"{folder}: the fold could not be put there")
    finally:
        files.delete(spark._jvm.org.apache.hadoop.fs.Path(new), True)


def read(spark: SparkSession, folder: str) -> tuple[DataFrame, DataFrame]:
    """The entities and the edges of a folder."""
    files, path = file_system(spark, folder)
    if not all(files.exists(child(spark, path, f"{table}/_SUCCESS")) for table in ("entities", "edges")):
        raise DocumentsError(f"{folder}: no fold there; make it with the command fold")
    return spark.read.parquet(f"{folder}/entities"), spark.read.parquet(f"{folder}/edges")


def child(spark, path, name):
    return spark._jvm.org.apache.hadoop.fs.Path(path, name)
