"""Back to the desk: a part of the claims as lines that `kg import` takes."""

import os

from pyspark.sql import DataFrame, functions as F

from .fold import cut_parties, parties_of, summaries


def surroundings(edges: DataFrame, key: str, hops: int) -> DataFrame:
    """The keys within `hops` edges of an entity, itself among them."""
    keys = edges.sparkSession.createDataFrame([(key,)], "key string")
    for _ in range(hops):
        out = edges.join(keys, F.col("subject") == F.col("key")).select(F.col("object").alias("key"))
        into = edges.join(keys, F.col("object") == F.col("key")).select(F.col("subject").alias("key"))
        keys = keys.union(out).union(into).distinct().localCheckpoint()
    return keys


def claims_among(readings: DataFrame, entities: DataFrame, keys: DataFrame) -> DataFrame:
    """The claims both of whose ends are among `keys`, which are those of `entities`."""
    members = entities.join(keys, "key").select(F.explode("keys").alias("key"))
    parties = parties_of(summaries(readings))
    own = entities.select(F.explode("keys").alias("own")).where(F.col("own").rlike("\t(person)?@[0-9a-f]+$"))
    own_keys = parties.select("digest", "key", F.concat("key", F.lit("@"), "digest").alias("own")).distinct().join(own, "own")
    known = cut_parties(parties, own_keys).join(members, "key").select("document", "name").distinct()
    claims = readings.where(F.col("kind") == "claim")
    for side in ("subject", "object"):
        claims = claims.join(known.withColumnRenamed("name", side), ["document", side], "left_semi")
    return claims


def claims_between(readings: DataFrame, since: str | None, until: str | None) -> DataFrame:
    """The claims whose time lies between two days, months or years (ISO 8601), ends included; undated ones are left out.

    A month or a year lies in a span that it touches.
    """
    claims = readings.where((F.col("kind") == "claim") & F.col("time").isNotNull())
    first = F.regexp_extract("time", r"^\d{4}(-\d{2}(-\d{2})?)?", 0)
    last = F.regexp_extract("time", r"\d{4}(-\d{2}(-\d{2})?)?$", 0)
    claims = claims.where(first != "")
    if since:
        claims = claims.where(F.concat(last, F.lit("~")) >= since)
    if until:
        claims = claims.where(first <= F.lit(until + "~"))
    return claims


def write_lines(claims: DataFrame, path: str) -> int:
    """Writes the claims as JSON lines, in the order of documents and of each document; how many.

    The file appears under its name when it is whole.
    """
    rows = claims.orderBy("document", "position").select("record").toLocalIterator(prefetchPartitions=True)
    count = 0
    unfinished = f"{path}.part-{os.getpid()}"
    try:
        with open(unfinished, "w", encoding="utf-8", newline="\n") as file:
            for row in rows:
                file.write(row.record + "\n")
                count += 1
        os.replace(unfinished, path)
    finally:
        if os.path.exists(unfinished):
            os.remove(unfinished)
    return count


def sorted_lines(claims: DataFrame) -> list[bytes]:
    """All claim records, sorted by their bytes: what must not depend on how the documents were spread."""
    return sorted(row.record.encode("utf-8") for row in claims.where("kind = 'claim'").select("record").collect())
