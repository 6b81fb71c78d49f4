"""Which keys mean one entity: what bears equal marks or is judged the same, and is not judged different.

The marks come with each party from `kg`, which joins by them itself (Sources/GraphStore/Identity/IdentityFold.swift).
"""

from pyspark.sql import DataFrame, SparkSession, functions as F

from .components import connected_components, joined_pairs
from .judgements import JudgementsError, read_judgements
from .keys import document_of, other_part, whole
from .names import built_in_table, fold

# In which order pairs join, where judgements keep some of a component apart: the marks of names come before what documents
# tell of people, those of certain keys after.
SAME, TOLD = 0, 2


def stored_judgements(spark: SparkSession, path: str):
    """The judgements that count of a file that `kg judgements --format jsonl` printed."""
    texts = [row.value for row in spark.read.text(path, wholetext=True).collect()]
    if len(texts) > 1:
        raise JudgementsError(f"{path}: judgements are read from one file, and these are {len(texts)}")
    return read_judgements(texts[0].split("\n") if texts else [], path)


def own_types(parties: DataFrame) -> DataFrame:
    """The type that most mentions of each key give it, and its marks: key, type, marks."""
    counted = parties.groupBy("key", "type").agg(F.sum("mentions").alias("mentions"), F.first("marks").alias("marks"))
    return counted.groupBy("key").agg(
        F.min(F.struct((-F.col("mentions")).alias("order"), "type")).getField("type").alias("type"),
        F.first("marks").alias("marks"))


def marked_pairs(own: DataFrame) -> DataFrame:
    """What marks make one: left, right, order; of the keys that bear a mark each with the first of them."""
    marks = own.select("key", "type", F.explode("marks").alias("mark")).where(
        "(mark.types IS NULL OR array_contains(mark.types, type)) AND "
        "(mark.other_types IS NULL OR NOT array_contains(mark.other_types, type))")
    bearers = marks.groupBy("mark.kind", "mark.text").agg(F.collect_set("key").alias("keys")).where(F.size("keys") > 1)
    pairs = bearers.select(F.array_min("keys").alias("left"), F.explode("keys").alias("right"), "kind")
    return pairs.where("left <> right").select("left", "right", (2 * F.col("kind") + 1).cast("int").alias("order"))


class Resolver:
    """What the keys in judgements mean among the entities that there are."""

    def __init__(self, judgements, own: DataFrame, parties: DataFrame):
        wanted = {end for each in judgements for end in (each.left, each.right)}
        candidates = set()
        for end in wanted:
            for key in (end, whole(end)):
                candidates.update(filter(None, (key, other_part(key) if document_of(key) is None else None)))
        spark = own.sparkSession
        asked = spark.createDataFrame([(key,) for key in sorted(candidates)], "key string")
        self.alive = {row.key for row in own.join(F.broadcast(asked), "key").select("key").collect()}
        cut = [(document_of(end), self._whole(end), end) for end in sorted(wanted)
               if document_of(end) and end not in self.alive and self._whole(end)]
        self.known = set()
        if cut:
            asked = spark.createDataFrame(cut, "digest string, key string, end string")
            self.known = {row.end for row in parties.join(F.broadcast(asked), ["digest", "key"]).select("end").collect()}

    def key(self, end):
        """The key of the entity that a key means; where there is none of its part, the one of its name; or None."""
        if end in self.alive:
            return end
        if document_of(end) is not None:
            return self._whole(end) if end in self.known else None
        other = other_part(end)
        return other if other in self.alive else None

    def _whole(self, end):
        key = whole(end)
        return key if key in self.alive else other_part(key) if other_part(key) in self.alive else None


def components(own: DataFrame, judgements, resolver: Resolver, told: DataFrame | None = None) -> DataFrame:
    """The component of each key that is one with others: key, component, the smallest of its keys.

    - Parameter told: the keys of people whom documents tell apart, as `namesakes.own_keys` gives them.
    """
    spark = own.sparkSession
    judged = sorted(
        (each.left, each.right, each.verdict, resolver.key(each.left), resolver.key(each.right))
        for each in judgements if each.verdict in ("same", "different") and resolver.key(each.left) and resolver.key(each.right))
    same = [(left, right, SAME, place) for place, (_, _, verdict, left, right) in enumerate(judged) if verdict == "same"]
    apart = [(left, right) for _, _, verdict, left, right in judged if verdict == "different" and left != right]
    pairs = marked_pairs(own).withColumn("place", F.lit(0))
    if told is not None:
        pairs = pairs.union(told.where("near IS NOT NULL").select("near", "own", F.lit(TOLD), F.lit(0)))
    if same:
        pairs = pairs.union(spark.createDataFrame(same, "left string, right string, order int, place int"))
    pairs = pairs.localCheckpoint()
    found = connected_components(pairs)
    return parted(found, pairs, apart) if apart else found


def parted(found: DataFrame, pairs: DataFrame, apart) -> DataFrame:
    """The components without what is judged different: each that holds such a pair is joined anew, pair by pair."""
    spark = found.sparkSession
    ends = sorted({end for pair in apart for end in pair})
    asked = spark.createDataFrame([(end,) for end in ends], "key string")
    component = {row.key: row.component for row in found.join(F.broadcast(asked), "key").collect()}
    torn = {}
    for left, right in apart:
        if left in component and component[left] == component.get(right):
            torn.setdefault(component[left], []).append([left, right])
    if not torn:
        return found
    contested = spark.createDataFrame(
        [(root, pairs) for root, pairs in sorted(torn.items())], "component string, apart array<array<string>>")
    contested = F.broadcast(contested)
    links = pairs.join(found.select(F.col("key").alias("left"), "component"), "left").join(contested, "component")
    again = links.groupBy("component").applyInPandas(joined_pair_by_pair, "key string, component string")
    return found.join(contested, "component", "left_anti").select("key", "component").union(again)


def joined_pair_by_pair(frame):
    """The groups of one component's keys: pairs join in their order, where no two keys that are apart come together."""
    import pandas

    apart = [tuple(pair) for pair in frame["apart"].iloc[0]]

    def may_join(ends, root):
        return not any({root(one), root(other)} == ends for one, other in apart)

    rows = sorted(zip(frame["order"], frame["place"], frame["right"], frame["left"]))
    roots = joined_pairs(((left, right) for _, _, right, left in rows), may_join)
    return pandas.DataFrame(sorted(roots.items()), columns=["key", "component"])


def keys_of_components(found: DataFrame, keys) -> dict:
    """The components of some keys; a key that is one with no other is its own."""
    asked = found.sparkSession.createDataFrame([(key,) for key in sorted(keys)], "key string")
    known = {row.key: row.component for row in found.join(F.broadcast(asked), "key").collect()}
    return {key: known.get(key, key) for key in keys}


def namings(judgements, resolver: Resolver, found: DataFrame):
    """What judgements call entities and of which type: (key, name, type), the last ones counting."""
    named = [each for each in judgements if each.verdict in ("name", "type") and resolver.key(each.left)]
    roots = keys_of_components(found, {resolver.key(each.left) for each in named}) if named else {}
    result = {}
    for each in sorted(named, key=lambda each: (each.at, each.left, each.value)):
        result.setdefault(roots[resolver.key(each.left)], {})[each.verdict] = each.value
    return [(key, values.get("name"), values.get("type")) for key, values in sorted(result.items())]


def rejections(judgements, resolver: Resolver, found: DataFrame):
    """The edges that judgements reject: (subject, layer, relation, object)."""
    rejected = [(resolver.key(each.left), *each.value.split(" ", 1), resolver.key(each.right))
                for each in judgements if each.verdict == "reject"]
    rejected = [each for each in rejected if each[0] and each[3]]
    roots = keys_of_components(found, {end for each in rejected for end in (each[0], each[3])}) if rejected else {}
    return sorted({(roots[subject], layer, relation, roots[object]) for subject, layer, relation, object in rejected})


def key_of(entities: DataFrame, name: str) -> str | None:
    """The key of the entity that bears a name, or an alias; the one of most documents, then the first."""
    folded = fold(name)
    wanted = [f"{folded}\t", f"{folded}\tperson"]
    table = built_in_table()
    spelled = F.udf(lambda names: any(fold(each, table) == folded for each in names), "boolean")
    for match in (F.arrays_overlap("keys", F.array(*map(F.lit, wanted))), spelled(F.array("name")), spelled("aliases")):
        rows = entities.where(match).orderBy(F.col("documents").desc(), "key").select("key").limit(1).collect()
        if rows:
            return rows[0].key
    return None


def among(column: str, values: list[str]):
    return F.col(column).isin(values)
