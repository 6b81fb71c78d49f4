#!/usr/bin/env python3
"""Writes Schema/folding.tsv: how letters fold when names are compared. Run it again only for a new Unicode version."""
import pathlib
import unicodedata

# Letters that Unicode does not decompose, spelled as readers without them on the keyboard spell them.
SPELLED = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t",
           "ĸ": "k", "ŋ": "ng", "ə": "e"}
# Latin to the scripts of India and South-East Asia, Latin extended additional, Greek extended, ligatures, full-width forms.
RANGES = [(0x80, 0x1000), (0x1AB0, 0x1B00), (0x1DC0, 0x2000), (0x20D0, 0x2100), (0xFB00, 0xFB07), (0xFE20, 0xFE30), (0xFF01, 0xFF5F)]

HEADER = """\
# How letters fold when names are compared: code point (hexadecimal, or a range), tab, what it becomes (nothing = dropped).
# Made by Schema/folding.py from the Unicode Character Database: compatibility decomposition, case folding, marks dropped;
# letters that Unicode does not decompose (ø, ł, ß …) are listed in the script. ASCII is folded by rule and not listed.
"""


def folded(character):
    previous = None
    text = character
    while text != previous:
        previous = text
        text = unicodedata.normalize("NFKD", text).casefold()
        text = "".join(SPELLED.get(c, c) for c in text if unicodedata.category(c) not in ("Mn", "Cf"))
    return text


def main():
    rows = []
    for start, end in RANGES:
        for code_point in range(start, end):
            character = chr(code_point)
            if unicodedata.category(character) in ("Cn", "Cc", "Zs", "Sk", "No"):
                continue
            result = folded(character)
            if result == character or " " in result:
                continue
            if rows and result == "" == rows[-1][2] and rows[-1][1] == code_point - 1:
                rows[-1] = (rows[-1][0], code_point, "")
            else:
                rows.append((code_point, code_point, result))
    lines = [(f"{a:X}" if a == b else f"{a:X}..{b:X}") + f"\t{result}\n" for a, b, result in rows]
    pathlib.Path(__file__).with_name("folding.tsv").write_text(HEADER + "".join(lines), encoding="utf-8")


main()
