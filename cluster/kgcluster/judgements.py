"""Files of judgements: the JSON lines that `kg judgements` prints, with or without --all, or nomenklatura's arrays."""

import json
from dataclasses import dataclass

from .keys import document_of, key_text, whole
from .names import fold

PAIRS = ("same", "different", "unsure")
VERDICTS = (*PAIRS, "name", "type", "reject", "undo")


class JudgementsError(Exception):
    """A line of a file of judgements is none."""


@dataclass(frozen=True)
class Judgement:
    """What was decided about two keys, about one, or about an edge."""

    number: int
    verdict: str
    left: str
    right: str
    value: str | None = None
    at: str = ""
    voids: int | None = None

    @property
    def subject(self):
        """What a later judgement of the same takes the place of."""
        kind = "pair" if self.verdict in PAIRS else self.verdict
        return (self.left, self.right, kind, self.value if self.verdict == "reject" else None)


def read_judgements(lines, path="judgements"):
    """The judgements that count, of the lines of a file: not undone, and not judged anew."""
    judgements = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            judgements.append(judgement(json.loads(line), number))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            reason = "no JSON" if isinstance(error, json.JSONDecodeError) else error
            raise JudgementsError(f"{path}, line {number}: no judgement ({reason}); nothing was folded") from error
    return living(judgements)


def living(judgements):
    voided = {judgement.voids for judgement in judgements if judgement.voids is not None}
    standing = [each for each in judgements if each.verdict != "undo" and each.number not in voided]
    last = {}
    for each in sorted(standing, key=lambda each: each.number):
        last[each.subject] = each
    return sorted(last.values(), key=lambda each: each.number)


def judgement(record, line):
    if isinstance(record, list):
        return nomenklatura(record, line)
    verdict = record.get("verdict")
    if verdict not in VERDICTS:
        raise ValueError(f"“verdict” is none of {', '.join(VERDICTS)}")
    left, right = key_of(record.get("left"), "left"), key_of(record.get("right"), "right")
    value = record.get("value")
    if verdict in ("name", "type", "reject") and not (isinstance(value, str) and value):
        raise ValueError(f"a judgement of the verdict “{verdict}” needs a “value”")
    if verdict == "reject" and len(value.split(" ", 1)) != 2:
        raise ValueError("a rejected edge needs its layer and its relation as “value”")
    voids = record.get("voids")
    if verdict == "undo" and not isinstance(voids, int):
        raise ValueError("an undo needs the number that it voids")
    return ordered(Judgement(record.get("judgement") or line, verdict, left, right, value, record.get("at") or "", voids))


def nomenklatura(cells, line):
    verdict = {"positive": "same", "negative": "different", "unsure": "unsure"}.get(cells[2] if len(cells) > 2 else None)
    if verdict is None:
        raise ValueError("an array needs two ids and one of positive, negative, unsure")
    keys = []
    for cell in cells[:2]:
        mark, *rest = cell.split(":", 2)
        keys.append(key_text(fold(rest[1]), rest[0]) if mark == "kg" and len(rest) == 2 else key_text("", None, cell))
    return ordered(Judgement(line, verdict, *keys, None, cells[5] if len(cells) > 5 else ""))


def ordered(judgement):
    """A pair has no order; a rejected edge has."""
    if judgement.verdict == "reject" or judgement.left <= judgement.right:
        return judgement
    return Judgement(judgement.number, judgement.verdict, judgement.right, judgement.left, judgement.value, judgement.at,
                     judgement.voids)


def key_of(end, side):
    if not isinstance(end, dict) or not (end.get("identifier") or end.get("name")):
        raise ValueError(f"“{side}” needs a name or an identifier")
    if end.get("identifier"):
        return key_text("", None, end["identifier"])
    return key_text(fold(end["name"]), end.get("part"))


def cuts(judgements):
    """Which document's party of a key is a thing of its own: (digest, key, its own key)."""
    return sorted({(document_of(each.right), each.left, each.right) for each in judgements
                   if each.verdict == "different" and document_of(each.right) and whole(each.right) == each.left})
