"""Which documents mean different people by one name of a person, as Sources/GraphStore/Identity/Namesakes.swift tells them apart.

What a document says of a person comes with its summary; that each of a few things is told by many or by one decides, name by name.
"""

import re

from pyspark.sql import DataFrame, functions as F

from .components import joined_pairs

# What it tells in log-odds that two documents agree in a thing, and that they do not.
WEIGHTS = {"born": (5, -6), "died": (5, -6), "birthplace": (1.5, -1.5), "country": (0.5, -2.5), "parents": (3, -2.5),
           "spouse": (3, -1.5)}
CONFLICT = -2.0
# So many different things may be said of a name before they tell nothing.
MOST_GROUPS = 64
# How many times as many documents the one has whom the rest of the name means.
DOMINANCE = 3


def own_keys(parties: DataFrame, judged) -> DataFrame | None:
    """The parties of people whom documents tell from others of their name: digest, key, own, near.

    `near` is the own key of another document that means the same person. Those of `judged`, which a judgement keeps apart, have none.
    """
    said = parties.where(F.size("evidence") > 0).select("key", "digest", F.explode("evidence").alias("said"))
    several = said.groupBy("key").agg(F.count_distinct("digest").alias("documents")).where("documents > 1").select("key")
    said = said.join(several, "key").select("key", "digest", "said.aspect", "said.value")
    judged = {own for _, _, own in judged}

    def told(frame):
        import pandas

        key = frame["key"].iloc[0]
        evidence = {}
        for digest, aspect, value in zip(frame["digest"], frame["aspect"], frame["value"]):
            evidence.setdefault(digest, {}).setdefault(aspect, set()).add(value)
        rows = []
        for person in apart(evidence):
            near = None
            for digest in person:
                own = f"{key}@{digest}"
                rows.append((digest, key, own, None if own in judged else near))
                near = near if own in judged else own
        return pandas.DataFrame(rows, columns=["digest", "key", "own", "near"])

    found = said.groupBy("key").applyInPandas(told, "digest string, key string, own string, near string").localCheckpoint()
    return found if found.limit(1).count() else None


def apart(evidence):
    """The sorted digests of each person who is told from the rest of a name, by what each document says: {aspect: values}."""
    documents = {}
    for digest, said in evidence.items():
        alike = tuple(sorted((aspect, tuple(sorted(values))) for aspect, values in said.items()))
        documents.setdefault(alike, []).append(digest)
    groups = sorted((sorted(digests), dict(said)) for said, digests in documents.items())
    if not 2 <= len(groups) <= MOST_GROUPS:
        return []
    conflicts, contested, agreeing = [], set(), []
    for left, (_, one) in enumerate(groups):
        for right in range(left + 1, len(groups)):
            weighed = weight(one, groups[right][1])
            if weighed <= CONFLICT:
                conflicts.append((left, right))
                contested |= {left, right}
            elif weighed > 0:
                agreeing.append((-weighed, left, right))
    if not contested:
        return []

    def may_join(ends, root):
        return not any({root(one), root(other)} == ends for one, other in conflicts)

    roots = joined_pairs(((left, right) for _, left, right in sorted(agreeing)), may_join)
    people = {}
    roots_of_contested = {roots.get(each, each) for each in contested}
    for index, (digests, _) in enumerate(groups):
        if roots.get(index, index) in roots_of_contested:
            people.setdefault(roots.get(index, index), []).extend(digests)
    count = sum(map(len, people.values()))
    return sorted(sorted(each) for each in people.values() if len(each) < DOMINANCE * (count - len(each)))


def weight(one, other):
    """What speaks for and against both being of one person."""
    total = 0.0
    for aspect, (agreeing, differing) in WEIGHTS.items():
        if aspect in one and aspect in other:
            agree = any(fit(left, right, aspect) for left in one[aspect] for right in other[aspect])
            total += agreeing if agree else differing
    return total


def fit(left, right, aspect):
    if left == right:
        return True
    if aspect in ("born", "died"):
        return may_be_one_day(stated_day(left), stated_day(right))
    if aspect in ("parents", "spouse"):
        one, other = set(left.split(" ")) - {""}, set(right.split(" ")) - {""}
        return one <= other or other <= one
    return False


def stated_day(text):
    """The year, the numbers and the words of a day as a text states it, whole or in part."""
    year, numbers, words = None, set(), set()
    for part in filter(None, re.split(r"[ ,.\-/]", text)):
        digits = re.match(r"[0-9]*", part).group()
        if digits and int(digits) < 1 << 63:
            if len(digits) > 2:
                year = int(digits) if year is None else year
            else:
                numbers.add(int(digits))
        else:
            # The first letters tell months apart, however much of them is written.
            words.add(part.encode()[:3])
    return year, numbers, words


def may_be_one_day(one, other):
    """Whether both may state one day."""
    if one[0] is not None and other[0] is not None and one[0] != other[0]:
        return False
    # A month in digits is not compared with one in letters.
    if bool(one[2]) != bool(other[2]):
        return True
    return (one[1] <= other[1] or other[1] <= one[1]) and (one[2] <= other[2] or other[2] <= one[2])
