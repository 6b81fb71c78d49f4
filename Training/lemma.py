"""Lemma edit scripts: how to make a lemma out of a word's form.

A script is a line of tab-separated fields: MODE, DROP-PREFIX, ADD-PREFIX, DROP-SUFFIX, ADD-SUFFIX with the mode
`L` (the form is lower-cased first), `K` (kept) or `T` (lower-cased, then its first code point upper-cased);
or `A`, LEMMA: the lemma itself, whatever the form.
"""
import functools

from wordpiece import plain

MODES = ("L", "K", "T")


def cased(form, mode):
    if mode == "K":
        return form
    lower = form.lower()
    return lower if mode == "L" else lower[:1].upper() + lower[1:]


def common_substring(a, b):
    """Start in a, start in b and length of the longest common substring, the leftmost in a."""
    best = (0, 0, 0)
    lengths = [0] * (len(b) + 1)
    for i, x in enumerate(a):
        previous = 0
        for j, y in enumerate(b):
            previous, lengths[j + 1] = lengths[j + 1], previous + 1 if x == y else 0
            if lengths[j + 1] > best[2]:
                n = lengths[j + 1]
                best = (i + 1 - n, j + 1 - n, n)
    return best


@functools.lru_cache(maxsize=None)
def script_of(form, lemma):
    form, lemma = plain(form), plain(lemma)
    best = None
    for mode in MODES:
        word = cased(form, mode)
        i, j, n = common_substring(word, lemma)
        if n == 0 or ((i or j) and n < 3):
            continue
        drop_suffix = len(word) - i - n
        add_suffix = lemma[j + n:]
        cost = i + j + drop_suffix + len(add_suffix)
        if best is None or cost < best[0]:
            best = (cost, f"{mode}\t{i}\t{lemma[:j]}\t{drop_suffix}\t{add_suffix}")
    return best[1] if best else f"A\t{lemma}"


@functools.lru_cache(maxsize=None)
def apply_script(form, script):
    """The lemma, or None where the form is too short for the script."""
    fields = script.split("\t")
    if fields[0] == "A":
        return fields[1]
    word = cased(plain(form), fields[0])
    drop_prefix, drop_suffix = int(fields[1]), int(fields[3])
    if drop_prefix + drop_suffix >= len(word):
        return None
    return fields[2] + word[drop_prefix:len(word) - drop_suffix] + fields[4]
