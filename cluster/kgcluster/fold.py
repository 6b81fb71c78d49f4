"""The graph as a fold over what its documents add: entities and edges, as `kg ingest` makes them."""

from dataclasses import dataclass

from pyspark.sql import DataFrame, functions as F

from . import identity, namesakes
from .judgements import cuts

MARKS = "array<struct<kind bigint, text string, types array<string>, other_types array<string>>>"
SUMMARY_SCHEMA = (
    "document string, digest string, "
    "parties array<struct<key string, name string, type string, mentions bigint, aliases array<string>, "
    f"marks {MARKS}, evidence array<struct<aspect string, value string>>>>, "
    "edges array<struct<subject string, relation string, layer string, object string, symmetric boolean, "
    "support bigint, attributed bigint, confidence double>>")


@dataclass
class Fold:
    """A graph: its entities, its edges by their keys, and which keys are one."""

    entities: DataFrame
    edges: DataFrame
    components: DataFrame


def fold(readings: DataFrame, judgements=()) -> Fold:
    """Folds what documents add, with the judgements that count."""
    added = summaries(readings)
    parties = parties_of(added)
    own_keys, told = all_own_keys(parties, cuts(judgements))
    parties = cut_parties(parties, own_keys)
    own = identity.own_types(parties).localCheckpoint()
    resolver = identity.Resolver(judgements, own, parties)
    components = identity.components(own, judgements, resolver, told)
    named = identity.namings(judgements, resolver, components)
    rejected = identity.rejections(judgements, resolver, components)
    return Fold(
        entities_of(parties, components, named), edges_of(cut_edges(edges_added(added), own_keys), components, rejected),
        components)


def summaries(readings: DataFrame) -> DataFrame:
    """What each document adds, as `kg extract --summaries` tells it."""
    parsed = readings.where(F.col("kind") == "summary").select(F.from_json("record", SUMMARY_SCHEMA).alias("summary"))
    return parsed.select("summary.*")


def parties_of(summaries: DataFrame) -> DataFrame:
    """A row for each party of each document: document, digest, key, name, type, mentions, aliases, marks, evidence."""
    return summaries.select("document", "digest", F.explode("parties").alias("party")).select(
        "document", "digest", "party.*")


def edges_added(summaries: DataFrame) -> DataFrame:
    return summaries.select("digest", F.explode("edges").alias("edge")).select("digest", "edge.*")


def all_own_keys(parties: DataFrame, judged):
    """The keys of their own that judgements and documents give to parties (digest, key, own), and what documents tell alone."""
    told = namesakes.own_keys(parties, judged)
    if not judged:
        return (told.select("digest", "key", "own") if told is not None else None), told
    own_keys = parties.sparkSession.createDataFrame(judged, "digest string, key string, own string")
    if told is not None:
        own_keys = own_keys.union(told.select("digest", "key", "own")).distinct()
    return own_keys, told


def cut_parties(parties: DataFrame, own_keys: DataFrame | None) -> DataFrame:
    """The parties, those that are kept apart in their document under keys of their own, without marks."""
    if own_keys is None:
        return parties
    cut = replaced(parties.withColumn("whole", F.col("key")), own_keys, "key")
    # No mark joins what is apart by name alone.
    return cut.withColumn("marks", F.when(F.col("key") == F.col("whole"), F.col("marks"))).drop("whole")


def entities_of(parties: DataFrame, components: DataFrame, named=()) -> DataFrame:
    """The entities: key, name, type, documents, names, aliases, keys.

    Name and type are those that most mentions bear, among equals the first in the order of bytes; a person of several
    keys goes by a name of several words where there is one. What a judgement gives counts before all.
    """
    parties = joined(parties.withColumn("own", F.col("key")), components, "key")
    types = parties.groupBy("key", "type").agg(F.sum("mentions").alias("mentions")).groupBy("key").agg(
        F.min(F.struct((-F.col("mentions")).alias("order"), "type")).getField("type").alias("type"))
    counts = parties.groupBy("key").agg(
        F.count_distinct("document").alias("documents"), F.sort_array(F.collect_set("name")).alias("names"),
        F.sort_array(F.array_distinct(F.flatten(F.collect_set("aliases")))).alias("aliases"),
        F.sort_array(F.collect_set("own")).alias("keys"))
    entities = counts.join(types, "key")
    spelled = parties.groupBy("key", "name").agg(F.sum("mentions").alias("mentions"))
    is_person = (F.col("type") == "person") & (F.size("keys") > 1)
    short = F.when(is_person & ~F.col("name").contains(" "), 1).otherwise(0)
    names = spelled.join(entities.select("key", "type", "keys"), "key").groupBy("key").agg(
        F.min(F.struct(short.alias("short"), (-F.col("mentions")).alias("order"), "name")).getField("name").alias("name"))
    entities = entities.join(names, "key")
    if named:
        given = entities.sparkSession.createDataFrame(named, "key string, given_name string, given_type string")
        entities = entities.join(F.broadcast(given), "key", "left").withColumns({
            "name": F.coalesce("given_name", "name"), "type": F.coalesce("given_type", "type")})
    return entities.select("key", "name", "type", "documents", "names", "aliases", "keys")


def edges_of(added: DataFrame, components: DataFrame, rejected=()) -> DataFrame:
    """The edges: subject, relation, layer, object, symmetric, support, attributed, confidence; the ends are keys."""
    added = joined(joined(added, components, "subject"), components, "object")
    turned = F.col("symmetric") & (F.col("object") < F.col("subject"))
    added = added.withColumns({
        "subject": F.when(turned, F.col("object")).otherwise(F.col("subject")),
        "object": F.when(turned, F.col("subject")).otherwise(F.col("object"))})
    edges = added.groupBy("subject", "relation", "layer", "object").agg(
        F.first("symmetric").alias("symmetric"), F.sum("support").alias("support"),
        F.sum("attributed").alias("attributed"), F.max("confidence").alias("confidence"))
    if rejected:
        # An edge that says the same in both directions is rejected by either.
        both = edges.sparkSession.createDataFrame(
            sorted({(*each, False) for each in rejected} | {
                (min(first, last), layer, relation, max(first, last), True) for first, layer, relation, last in rejected}),
            "subject string, layer string, relation string, object string, symmetric boolean")
        edges = edges.join(F.broadcast(both), ["subject", "layer", "relation", "object", "symmetric"], "left_anti")
    return edges.select("subject", "relation", "layer", "object", "symmetric", "support", "attributed", "confidence")


def named(edges: DataFrame, entities: DataFrame) -> DataFrame:
    """The edges with the names and types of their ends."""
    def end(side):
        return entities.select(
            F.col("key").alias(side), F.col("name").alias(f"{side}_name"), F.col("type").alias(f"{side}_type"))

    return edges.join(end("subject"), "subject").join(end("object"), "object")


def cut_edges(edges: DataFrame, own_keys: DataFrame | None) -> DataFrame:
    """The edges, what is kept apart in its document under keys of its own."""
    return edges if own_keys is None else replaced(replaced(edges, own_keys, "subject"), own_keys, "object")


def replaced(table: DataFrame, own_keys: DataFrame, column: str) -> DataFrame:
    """`table` with the keys of `column` replaced in the documents of which `own_keys` (digest, key, own) says so."""
    cut = own_keys.select("digest", F.col("key").alias(column), F.col("own").alias("_own"))
    return table.join(cut, ["digest", column], "left").withColumn(
        column, F.coalesce("_own", column)).drop("_own")


def joined(table: DataFrame, components: DataFrame | None, column: str) -> DataFrame:
    """`table` with the keys of `column` replaced by their components, where they have one."""
    if components is None:
        return table
    renamed = components.select(F.col("key").alias(column), F.col("component").alias("_component"))
    return table.join(renamed, column, "left").withColumn(
        column, F.coalesce("_component", column)).drop("_component")
