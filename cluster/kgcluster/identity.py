"""Which names mean one thing: look-up of names, and what was judged the same."""

from pyspark.sql import DataFrame, SparkSession, functions as F

from .components import connected_components


def key_of(entities: DataFrame, name: str) -> str | None:
    """The key of the entity that bears a name, or an alias; the one of most documents, then the first."""
    lower = name.lower()
    names = F.array_contains(F.transform("names", lambda each: F.lower(each)), lower) | (F.lower("key") == lower)
    aliases = F.array_contains(F.transform("aliases", lambda each: F.lower(each)), lower)
    for match in (names, aliases):
        rows = entities.where(match).orderBy(F.col("documents").desc(), "key").select("key").limit(1).collect()
        if rows:
            return rows[0].key
    return None


def among(column: str, values: list[str]):
    return F.col(column).isin(values)


def components(spark: SparkSession, path: str, parties: DataFrame) -> DataFrame | None:
    """The components of the living judgements of a file that `kg judgements --format jsonl` printed: key, component.

    The component bears the smallest of its keys.
    """
    pairs = same_pairs(spark, path, parties)
    return connected_components(pairs) if pairs is not None else None


def same_pairs(spark: SparkSession, path: str, parties: DataFrame) -> DataFrame:
    judged = spark.read.json(path).where("judgement = 'same'")
    return judged.select("left", "right")
