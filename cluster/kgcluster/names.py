"""Folds names as `kg` does (Sources/GraphStore/Entities/NameFolding.swift); a test holds the two together."""

import os
import re

DROPPED = {0x2018, 0x2019, 0x201A, 0x201B, 0x201C, 0x201D, 0x201E, 0x201F, 0x2039, 0x203A, 0xAB, 0xBB, 0x2B9, 0x2BA,
           0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF, 0xB4, 0x300C, 0x300D, 0xAD, 0x200B, 0x200C, 0x200D, 0xFEFF,
           0x22, 0x27, 0x60}
SPACES = {0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xA0, 0x2009, 0x200A, 0x202F, 0x3000,
          0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x2D}
HERE = os.path.dirname(os.path.abspath(__file__))


def folding_table(path=None):
    """What each code point becomes: a text, empty to drop it, a space to part words."""
    table = {}
    with open(path or os.path.join(HERE, "..", "..", "Schema", "folding.tsv"), encoding="utf-8") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#") or len(cells) != 2:
                continue
            ends = [int(end, 16) for end in cells[0].split(".") if end]
            for code_point in range(ends[0], ends[-1] + 1):
                table[code_point] = cells[1]
    table.update({code_point: "" for code_point in DROPPED})
    table.update({code_point: " " for code_point in SPACES})
    dropped = {code_point for code_point, text in table.items() if text == ""}
    for code_point, text in list(table.items()):
        if text not in ("", " "):
            kept = "".join(letter for letter in text if ord(letter) not in dropped)
            table[code_point] = " " if kept == "-" else kept
    table.update({code_point: chr(code_point + 32) for code_point in range(0x41, 0x5B)})
    return table


_tables = []


def built_in_table():
    """The table of this checkout, read once; workers have no file of it, and are given it."""
    if not _tables:
        _tables.append(folding_table())
    return _tables[0]


def fold(name, table=None):
    """The folded form of a name: case, diacritics, quotes and hyphens do not count."""
    words = name.translate(table or built_in_table()).split(" ")
    folded = " ".join(word for word in words if word)
    return restored_signs(name, folded) if folded else name


def restored_signs(name, folded):
    """The minus signs at the ends of a name stay, since −5 is not 5 and the grade A- is not A."""
    name = name.strip("\t\n\v\f\r ")
    if len(name.encode("utf-8", "replace")) > 1 and re.search(r"[0-9A-Za-z]-\Z", name):
        folded += "-"
    if re.match(r"[-\u2212][0-9A-Za-z.]", name):
        folded = "-" + folded
    return folded
