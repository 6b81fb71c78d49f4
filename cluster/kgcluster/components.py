"""Components of what is judged the same, by labels that spread: the smallest key of a component is its label."""

from pyspark.sql import DataFrame, functions as F


class ComponentsError(Exception):
    """The labels did not come to rest, or do not tell what was asked."""


# So many pairs are joined faster by one process than by rounds of a cluster.
FEW_PAIRS = 100_000


def connected_components(pairs: DataFrame, most_rounds: int = 64, few_pairs: int = FEW_PAIRS) -> DataFrame:
    """The component of each key in `pairs` (left, right): key, component, which is the smallest of its keys."""
    pairs = pairs.select("left", "right").where("left <> right")
    few = pairs.limit(few_pairs + 1).collect() if few_pairs else []
    if few_pairs and len(few) <= few_pairs:
        roots = sorted(joined_pairs((row.left, row.right) for row in few).items())
        return pairs.sparkSession.createDataFrame(roots, "key string, component string")
    return spread_labels(pairs, most_rounds)


def joined_pairs(pairs, may_join=lambda ends, root: True) -> dict:
    """The root of each key of some pairs, the smallest of its set.

    - Parameter may_join: whether the sets of two roots may become one; asked with a function that finds roots.
    """
    parent = {}

    def root(key):
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for left, right in pairs:
        low, high = sorted((root(left), root(right)))
        if low != high and may_join({low, high}, root):
            parent[high] = low
    return {key: root(key) for key in list(parent)}


def spread_labels(pairs: DataFrame, most_rounds: int) -> DataFrame:
    """The same by labels that spread.

    Each round every key takes the smallest label among its neighbours, and then the label of its label, so that a chain
    of n keys needs about log n rounds. The answer is checked before it is given: both ends of every pair must bear one
    label, and every label must bear itself (GraphFrames once gave wrong components silently after a failed checkpoint).
    """
    links = pairs.union(pairs.select(F.col("right").alias("left"), F.col("left").alias("right"))).distinct()
    links = links.localCheckpoint()
    labels = links.select(F.col("left").alias("key")).distinct().withColumn("component", F.col("key"))
    for _ in range(most_rounds):
        heard = links.join(labels.withColumnRenamed("key", "right"), "right").groupBy("left").agg(
            F.min("component").alias("heard"))
        spread = labels.join(heard, labels.key == heard.left).select(
            "key", F.least("component", "heard").alias("component"))
        jumps = spread.select(F.col("key").alias("component"), F.col("component").alias("further"))
        jumped = spread.join(jumps, "component", "left").select(
            "key", F.least("component", F.coalesce("further", "component")).alias("component"))
        jumped = jumped.localCheckpoint()
        changed = jumped.join(labels.withColumnRenamed("component", "before"), "key").where(
            "component <> before").limit(1).count()
        labels = jumped
        if changed == 0:
            check(links, labels)
            return labels
    raise ComponentsError(f"the components did not come to rest in {most_rounds} rounds; give more")


def check(links: DataFrame, labels: DataFrame):
    """Throws where a pair has two labels or a label is no member of its component."""
    left = labels.select(F.col("key").alias("left"), F.col("component").alias("left_component"))
    right = labels.select(F.col("key").alias("right"), F.col("component").alias("right_component"))
    if links.join(left, "left").join(right, "right").where("left_component <> right_component").limit(1).count():
        raise ComponentsError("a pair that is judged the same came into two components; nothing is given")
    roots = labels.where("key = component").select("component")
    if labels.join(roots, "component", "left_anti").limit(1).count():
        raise ComponentsError("a component bears a label that is not its own; nothing is given")
