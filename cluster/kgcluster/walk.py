"""Neighbors and shortest paths of a few hops as joins, for graphs that no file holds."""

from pyspark.sql import DataFrame, functions as F


# As `Claim.isSure` has it.
SURE_CONFIDENCE = 0.5


def sure(edges: DataFrame) -> DataFrame:
    """The edges that `kg` shows unasked: relations of the vocabulary only where they are sure enough."""
    return edges.where((F.col("layer") != "canonical") | (F.col("confidence") >= SURE_CONFIDENCE))


def neighbors(edges: DataFrame, key: str) -> DataFrame:
    """The edges of an entity, either way, with the other end as `neighbor`; what says the same both ways is told from here."""
    out = edges.where(F.col("subject") == key)
    into = edges.where((F.col("object") == key) & (F.col("subject") != key))
    turned = {"subject": "object", "object": "subject", "subject_name": "object_name", "object_name": "subject_name",
              "subject_type": "object_type", "object_type": "subject_type"}
    near = into.where(F.col("symmetric")).select([F.col(turned.get(name, name)).alias(name) for name in edges.columns])
    out = out.union(near).withColumns({
        "direction": F.when(F.col("symmetric"), "both").otherwise("out"), "neighbor": F.col("object")})
    into = into.where(~F.col("symmetric")).withColumns({"direction": F.lit("in"), "neighbor": F.col("subject")})
    return out.union(into)


def shortest_paths(edges: DataFrame, start: str, end: str, most_hops: int = 4) -> list[list[str]]:
    """All shortest paths between two entities, as lists of keys, sorted; empty where there is none of `most_hops`.

    Edges are walked either way. The two ends are grown by turns, the smaller first, and only what was not reached
    before is kept, so that the work is that of the two halves and not of the whole.
    """
    if start == end:
        return [[start]]
    ties = edges.select("subject", "object").where("subject <> object").distinct()
    ties = ties.union(ties.select(F.col("object").alias("subject"), F.col("subject").alias("object"))).distinct()
    ties = ties.select(F.col("subject").alias("near"), F.col("object").alias("far"))
    session = edges.sparkSession
    sides = [_Side(session, start), _Side(session, end)]
    for _ in range(most_hops):
        side, other = sorted(sides, key=lambda side: side.width)
        if not side.grow(ties):
            return []
        meeting = [row.key for row in side.front.join(other.front, "key").select("key").distinct().collect()]
        if meeting:
            return sorted(
                left[::-1] + right[1:] for key in meeting for left in sides[0].ways(key) for right in sides[1].ways(key))
    return []


class _Side:
    """The layers that were reached from one end; each remembers from where."""

    def __init__(self, session, key):
        self.layers = [session.createDataFrame([(key, None)], "key string, before string")]
        self.seen = self.layers[0].select("key")
        self.width = 1

    @property
    def front(self):
        return self.layers[-1].select("key").distinct()

    def grow(self, ties):
        reached = self.front.join(ties, F.col("key") == F.col("near")).select(
            F.col("far").alias("key"), F.col("near").alias("before"))
        layer = reached.join(self.seen, "key", "left_anti").distinct().localCheckpoint()
        self.layers.append(layer)
        self.seen = self.seen.union(layer.select("key")).distinct().localCheckpoint()
        self.width = layer.count()
        return self.width > 0

    def ways(self, key):
        """The ways from a key of the front back to this side's end."""
        ways = [[key]]
        for layer in reversed(self.layers[1:]):
            steps = {}
            tips = sorted({way[-1] for way in ways})
            for row in layer.where(F.col("key").isin(tips)).collect():
                steps.setdefault(row.key, []).append(row.before)
            ways = [way + [before] for way in ways for before in sorted(steps.get(way[-1], []))]
        return ways
