"""The graph as a fold over what its documents add: entities and edges, as `kg ingest` makes them."""

from pyspark.sql import DataFrame, Window, functions as F

SUMMARY_SCHEMA = (
    "document string, parties array<struct<key string, name string, type string, mentions bigint, aliases array<string>>>, "
    "edges array<struct<subject string, relation string, layer string, object string, support bigint, "
    "attributed bigint, confidence double>>")


def summaries(readings: DataFrame) -> DataFrame:
    """What each document adds, as `kg extract --summaries` tells it."""
    parsed = readings.where(F.col("kind") == "summary").select(F.from_json("record", SUMMARY_SCHEMA).alias("summary"))
    return parsed.select("summary.*")


def parties(readings: DataFrame) -> DataFrame:
    """A row for each party of each document: document, key, name, type, mentions, aliases."""
    return summaries(readings).select("document", F.explode("parties").alias("party")).select("document", "party.*")


def entities(parties: DataFrame, components: DataFrame | None = None) -> DataFrame:
    """The entities: key, name, type, documents, aliases.

    Name and type are those that most mentions bear; among equals the first in the order of bytes. `components` (key,
    component) puts the keys together that are judged the same.
    """
    parties = joined(parties, components, "key")

    def most(column):
        counted = parties.groupBy("key", column).agg(F.sum("mentions").alias("mentions"))
        first = Window.partitionBy("key").orderBy(F.col("mentions").desc(), F.col(column).asc())
        return counted.withColumn("rank", F.row_number().over(first)).where("rank = 1").select("key", column)

    counts = parties.groupBy("key").agg(
        F.count_distinct("document").alias("documents"), F.sort_array(F.collect_set("name")).alias("names"),
        F.sort_array(F.array_distinct(F.flatten(F.collect_set("aliases")))).alias("aliases"))
    return counts.join(most("name"), "key").join(most("type"), "key").select(
        "key", "name", "type", "documents", "names", "aliases")


def edges(readings: DataFrame, components: DataFrame | None = None) -> DataFrame:
    """The edges: subject, relation, layer, object (all keys), support, attributed, confidence."""
    added = summaries(readings).select(F.explode("edges").alias("edge")).select("edge.*")
    added = joined(joined(added, components, "subject"), components, "object")
    return added.groupBy("subject", "relation", "layer", "object").agg(
        F.sum("support").alias("support"), F.sum("attributed").alias("attributed"),
        F.max("confidence").alias("confidence"))


def named(edges: DataFrame, entities: DataFrame) -> DataFrame:
    """The edges with the names and types of their ends."""
    def end(side):
        return entities.select(
            F.col("key").alias(side), F.col("name").alias(f"{side}_name"), F.col("type").alias(f"{side}_type"))

    return edges.join(end("subject"), "subject").join(end("object"), "object")


def joined(table: DataFrame, components: DataFrame | None, column: str) -> DataFrame:
    """`table` with the keys of `column` replaced by their components, where they have one."""
    if components is None:
        return table
    renamed = components.select(F.col("key").alias(column), F.col("component").alias("_component"))
    return table.join(renamed, column, "left").withColumn(
        column, F.coalesce("_component", column)).drop("_component")
