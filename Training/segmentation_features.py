"""What the segmenter sees of a text: atoms and tokens with their features. Sources/Linguistics/Segmentation does the same in Swift.

Everything is integers of 32 bits, so that both sides agree to the bit; the vectors that segmentation.py writes check that they do.
"""
import re
import unicodedata

import numpy

U32 = numpy.uint32
SPACE, LOWER, UPPER, DIGIT, MARK, IDEOGRAPH, EXTENDING = range(7)
LETTERS = (LOWER, UPPER)
LONGEST_FORM = 24  # in bytes; what is longer is one unknown form
UNKNOWN_FORM, NO_FORM, UNKNOWN_SHAPE = 2, 3, 9
SPACES = {*range(33), *range(0x7F, 0xA1), 0x1680, *range(0x2000, 0x200C), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF}
TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "…": "...", "—": "--", "–": "--"})
APOSTROPHES = "'’‘`´"
RUNS = "!#$%&*+,-./:;<=>?@\\^_|~"  # marks of which three or more in a row are one token
LINK_START = re.compile(rb"(?:https?://|ftp://|www\.)", re.I)
FILE_ENDINGS = "pdf doc docx xls xlsx ppt pptx htm html txt jpg jpeg png gif zip csv xml json exe mp3 mp4 tsv md".split()
classes = {}
hashes = {}


def character_class(character):
    found = classes.get(character)
    if found is None:
        value, category = ord(character), unicodedata.category(character)
        if value in SPACES:
            found = SPACE
        elif 0x3040 <= value <= 0x30FF or 0x3400 <= value <= 0x4DBF or 0x4E00 <= value <= 0x9FFF or 0xF900 <= value <= 0xFAFF or 0x20000 <= value <= 0x3FFFF:
            found = IDEOGRAPH
        elif category in ("Lu", "Lt"):
            found = UPPER
        elif category[0] == "L":
            found = LOWER
        elif category == "Nd":
            found = DIGIT
        elif category[0] == "M" or category == "Cf" or 0x1F3FB <= value <= 0x1F3FF:
            found = EXTENDING
        else:
            found = MARK
        classes[character] = found
    return found


def fnv(data):
    value = 0x811C9DC5
    for byte in data:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def is_run(form):
    return len(form) >= 3 and form[0] in RUNS and form == form[0] * len(form)


def form_hash(form):
    """FNV-1a of the form with plain quotes and dashes and small ASCII letters."""
    found = hashes.get(form)
    if found is None:
        if len(form.encode()) > LONGEST_FORM and not is_run(form):
            found = UNKNOWN_FORM
        else:
            # A long run of one mark is a run of three.
            plain = form.translate(TYPOGRAPHY) if not is_run(form) else form[:3]
            found = fnv("".join(c.lower() if c < "\x80" else c for c in plain).encode())
        hashes[form] = found
    return found


def shape(form):
    """1 lower, 2 capitalised, 3 capitals, 4 one capital, 5 mixed, 6 digits, 7 letters and digits, 8 neither; + 16 with a full stop, + 32 with other marks."""
    if len(form.encode()) > LONGEST_FORM:
        return UNKNOWN_SHAPE
    kinds = [character_class(c) for c in form]
    capitals = [kind == UPPER for kind in kinds if kind in LETTERS]
    digits = DIGIT in kinds
    if not capitals:
        base = 6 if digits else 8
    elif digits:
        base = 7
    elif not any(capitals):
        base = 1
    elif all(capitals):
        base = 4 if len(capitals) == 1 else 3
    else:
        base = 2 if capitals[0] and not any(capitals[1:]) else 5
    if base != 8 and len(form) > 1:
        if "." in form:
            base += 16
        elif MARK in kinds or EXTENDING in kinds:
            base += 32
    return base


def atoms(text, fused):
    """The smallest pieces that can be tokens: runs of letters or of digits, single marks; (start, end). `fused` cuts words such as "cannot"."""
    found, start, count = [], 0, len(text)
    while start < count:
        kind = character_class(text[start])
        if kind == SPACE:
            start += 1
            continue
        end = start + 1
        if kind in LETTERS:
            while end < count and character_class(text[end]) in (LOWER, UPPER, EXTENDING):
                end += 1
            cut = 0
            if end - start > 1 and text[end - 1] in "nN" and end + 1 < count and text[end] in APOSTROPHES and text[end + 1] in "tT" and (
                    end + 2 >= count or character_class(text[end + 2]) not in (LOWER, UPPER, EXTENDING)):
                cut = end - 1  # do|n't
            elif text[start:end].lower() in fused:
                cut = start + fused[text[start:end].lower()]
            if cut:
                found.append((start, cut))
                start = cut
        else:
            following = (DIGIT, EXTENDING) if kind == DIGIT else (EXTENDING,)
            run = start + 1
            while text[start] in RUNS and run < count and text[run] == text[start]:
                run += 1
            if run - start >= 3:
                end = run
            if "\U0001F1E6" <= text[start] <= "\U0001F1FF" and "\U0001F1E6" <= text[end:end + 1] <= "\U0001F1FF":
                end += 1  # the two letters of a flag
            while end < count and (character_class(text[end]) in following or (
                    text[end - 1] == "\u200D" and text[end] >= "\u2190" and character_class(text[end]) == MARK)):
                end += 1
        found.append((start, end))
        start = end
    return found


def protected(chunk):
    """Ranges of bytes of a chunk (text without white space) that are one token: links, addresses of e-mail, names of files."""
    found = []
    if b"." not in chunk:
        return found
    if match := LINK_START.search(chunk):
        start, end = match.start(), len(chunk)
        while end > start:
            rest = chunk[start:end]
            if rest[-1:] in (b".", b",", b";", b":", b"!", b"?", b'"', b"'", b"]", b"}", b">") or (rest[-1:] == b")" and b"(" not in rest):
                end -= 1
            elif rest.endswith(("”".encode(), "’".encode(), "…".encode())):
                end -= 3
            else:
                break
        if end > match.end():
            found.append((start, end))
        return found
    word = re.compile(rb"[A-Za-z0-9._%+\-]")
    place = chunk.find(b"@")
    if place > 0:
        start = place
        while start > 0 and word.match(chunk[start - 1:start]):
            start -= 1
        end = place + 1
        while end < len(chunk) and (chunk[end:end + 1].isalnum() or chunk[end] in b".-"):
            end += 1
        while end > place and not chunk[end - 1:end].isalnum():
            end -= 1
        if start < place and b"." in chunk[place:end]:
            return [(start, end)]
    floor = 0
    for match in re.finditer(rb"\.([A-Za-z0-9]{2,4})(?![A-Za-z0-9])", chunk):
        if match[1].decode().lower() in FILE_ENDINGS:
            start = match.start()
            while start > floor and word.match(chunk[start - 1:start]):
                start -= 1
            floor = match.end()
            if start < match.start() and chunk[start:start + 1].isalnum():
                found.append((start, match.end()))
    return found


def shifted(values, by):
    """The values of the row `by` rows before (or after, where negative)."""
    result = numpy.zeros_like(values)
    if by > 0:
        result[by:] = values[:-by]
    else:
        result[:by] = values[-by:]
    return result


def mix(template, *columns):
    value = numpy.full(columns[0].shape, (template * 0x9E3779B1) & 0xFFFFFFFF, dtype=U32)
    for column in columns:
        value = (value ^ column.astype(U32)) * U32(0x85EBCA6B)
        value ^= value >> U32(15)
    return value


def places(hashes, count):
    """Where in a table of `count` weights the hashes are looked up."""
    return ((hashes.astype(numpy.uint64) * numpy.uint64(count)) >> numpy.uint64(32)).astype(numpy.int64)


class Table:
    """Rows of integers with three empty rows around each paragraph."""

    def __init__(self, names):
        self.columns = {name: [] for name in names}
        self.places = []
        self.pad()

    def pad(self):
        for _ in range(3):
            self.add(None, space=1)

    def add(self, place, **values):
        for name, column in self.columns.items():
            column.append(values.get(name, 0))
        self.places.append(place)

    def arrays(self):
        return {name: numpy.array(column, dtype=U32) for name, column in self.columns.items()}


def atom_table(texts, fused):
    """One row an atom; `open` where a cut after it is for the classifier to decide, else `cut` says."""
    table = Table(("form", "shape", "space", "length", "chunk", "open", "cut"))
    for number, text in enumerate(texts):
        pieces = atoms(text, fused)
        first = 0
        while first < len(pieces):
            last = first
            while last + 1 < len(pieces) and pieces[last + 1][0] == pieces[last][1]:
                last += 1
            start, chunk = pieces[first][0], text[pieces[first][0]:pieces[last][1]]
            ranges = protected(chunk.encode()) if last > first else []
            for index in range(first, last + 1):
                a, b = pieces[index]
                is_open, cut = int(index < last), 1
                if is_open:
                    place = len(text[start:b].encode())
                    if any(x == place or y == place for x, y in ranges):
                        is_open = 0
                    elif any(x < place < y for x, y in ranges):
                        is_open, cut = 0, 0
                    elif IDEOGRAPH in (character_class(text[b]), character_class(text[a])):
                        is_open = 0
                table.add((number, a, b), form=form_hash(text[a:b]), shape=shape(text[a:b]), space=int(index == last),
                          length=min(len(text[a:b].encode()), 5), chunk=form_hash(chunk), open=is_open, cut=cut)
            first = last + 1
        join_initials(table, text)
        join_elisions(table, text)
        table.pad()
    return table.arrays(), table.places


def join_initials(table, text):
    """Two or more initials in a row ("J. K. Rowling") keep their full stops."""
    spaces = table.columns["space"]
    run = []
    index = len(table.places) - 1
    while index >= 0 and table.places[index] is not None:
        is_initial = index > 0 and table.places[index - 1] is not None and spaces[index] and not spaces[index - 1] and (
            spaces[index - 2]) and is_initial_form(text, table.places[index - 1], table.places[index])
        if is_initial:
            run.append(index - 1)
            index -= 2
            continue
        keep(table, run)
        run = []
        index -= 1
    keep(table, run)


def is_initial_form(text, letter, stop):
    return letter[2] - letter[1] == 1 and "A" <= text[letter[1]] <= "Z" and text[stop[1]:stop[2]] == "."


def keep(table, run):
    for index in run if len(run) > 1 else []:
        table.columns["open"][index] = table.columns["cut"][index] = 0


def join_elisions(table, text):
    """The apostrophe of "O'Neill", "L'Enfant" or "d'Alembert" is part of a name."""
    spaces = table.columns["space"]
    index = len(table.places) - 3
    while index >= 0 and table.places[index] is not None:
        letter, mark, name = table.places[index:index + 3]
        is_start = table.places[index - 1] is None or spaces[index - 1] or character_class(text[table.places[index - 1][1]]) == MARK
        if is_start and not spaces[index] and not spaces[index + 1] and text[letter[1]:letter[2]] in tuple("ODLdl") and (
                text[mark[1]:mark[2]] in tuple(APOSTROPHES)) and character_class(text[name[1]]) == UPPER and name[2] - name[1] > 1:
            for place in (index, index + 1):
                table.columns["open"][place] = table.columns["cut"][place] = 0
        index -= 1


def atom_features(t):
    form, shapes, space, length, chunk = t["form"], t["shape"], t["space"], t["length"], t["chunk"]

    def inside(values, by, outside, none):
        return numpy.where(outside == 1, none, shifted(values, by)).astype(U32)

    before1 = shifted(space, 1)
    before2 = before1 | shifted(space, 2)
    after1 = shifted(space, -1)
    after2 = after1 | shifted(space, -2)
    l1, l1s, l1n = form, shapes, length
    l2, l2s = inside(form, 1, before1, NO_FORM), inside(shapes, 1, before1, 0)
    l3, l3s = inside(form, 2, before2, NO_FORM), inside(shapes, 2, before2, 0)
    r1, r1s, r1n = shifted(form, -1), shifted(shapes, -1), shifted(length, -1)
    r2, r2s = inside(form, -2, after1, NO_FORM), inside(shapes, -2, after1, 0)
    r3, r3s = inside(form, -3, after2, NO_FORM), inside(shapes, -3, after2, 0)
    previous, previous_shape, following, following_shape = shifted(form, 1), shifted(shapes, 1), shifted(form, -2), shifted(shapes, -2)
    return numpy.stack([
        mix(1, l1, r1), mix(2, l1, r1s), mix(3, l1s, r1), mix(4, l1s, r1s, l2s, r2s), mix(5, l2, l1, r1), mix(6, l1, r1, r2),
        mix(7, l2, l1, r1, r2), mix(8, l2s, l1, r1, r2s), mix(9, l3s, l2s, l1s, r1, r2s), mix(10, l2s, l1s, r1, r2s, r3s),
        mix(11, chunk, l1, r1), mix(12, l1s, r1, after1, following_shape), mix(13, l1, r1, after1, following_shape),
        mix(14, l1, r1, after1, following), mix(15, l1, r1, previous), mix(16, l2, l1s, r1, r2s),
        mix(17, l1n, l1s, r1, after1, following_shape), mix(18, l1s, l1n, r1s, r1n, r2s), mix(19, l3, l2, l1, r1),
        mix(20, l1, r1, r2, r3), mix(21, l2, l1s, r1, r2), mix(22, l1s, r1, r2, r3s), mix(23, l1s, l1n, l2, l3s, r1),
        mix(24, l2s, l1s, r1s, r1n, r2), mix(25, l1s, r1, previous_shape, after1, following_shape), mix(26, l1s, l1n, r1, after1, following)], 1)


OPENING, CLOSING = ("“", "„", "«"), ("”", "»")
DOUBLE_QUOTES = (fnv(b'"'), fnv(b"''"))


def direction(text, start, end):
    """1 for a quotation mark that opens, 2 for one that closes, as its form or the white space around it tells; else 0."""
    form = text[start:end]
    if form in OPENING:
        return 1
    if form in CLOSING:
        return 2
    if all(c in APOSTROPHES or c == '"' for c in form) and end - start < 3:
        before = start == 0 or character_class(text[start - 1]) == SPACE
        after = end >= len(text) or character_class(text[end]) == SPACE
        if before != after:
            return 1 if before else 2
    return 0


def token_table(paragraphs):
    """One row a token; paragraphs are (text, [(start, end)])."""
    table = Table(("form", "shape", "space", "length", "ending", "since", "quoted", "bracketed", "position", "left"))
    for number, (text, tokens) in enumerate(paragraphs):
        since = quoted = depth = 0
        for index, (start, end) in enumerate(tokens):
            form = text[start:end]
            hashed, kind, way = form_hash(form), shape(form), direction(text, start, end)
            since += 1
            if form in ("(", "["):
                depth = min(depth + 1, 3)
            elif form in (")", "]"):
                depth = max(depth - 1, 0)
            if hashed in DOUBLE_QUOTES:
                quoted = int(way == 1 or (way == 0 and not quoted))
            data = form.encode()
            is_last = index == len(tokens) - 1
            table.add((number, index), form=hashed, shape=kind + 64 * way, space=int(is_last or tokens[index + 1][0] > end),
                      length=min(len(data), 5), ending=UNKNOWN_FORM if len(data) > LONGEST_FORM else fnv(bytes(b + 32 if 65 <= b <= 90 else b for b in data[-3:])),
                      since=min(since.bit_length(), 7), quoted=quoted, bracketed=int(depth > 0), position=min(index, 3),
                      left=min(len(tokens) - 1 - index, 4))
            if kind == 8 and form[0] in ".?!…":
                since = 0
        table.pad()
    return table.arrays(), table.places


def token_features(t):
    form, shapes, space, since = t["form"], t["shape"], t["space"], t["since"]
    # A mark is known by its form, a word by its shape.
    coarse = numpy.where(shapes % 64 == 8, form, shapes).astype(U32)
    quoted, bracketed, position, left = t["quoted"], t["bracketed"], t["position"], t["left"]
    l2, l2s, c2, c3 = shifted(form, 1), shifted(shapes, 1), shifted(coarse, 1), shifted(coarse, 2)
    r1, r1s, d1 = shifted(form, -1), shifted(shapes, -1), shifted(coarse, -1)
    r2, r2s, d2, d3 = shifted(form, -2), shifted(shapes, -2), shifted(coarse, -2), shifted(coarse, -3)
    l1, l1s, c1, before, after = form, shapes, coarse, shifted(space, 1), shifted(space, -1)
    return numpy.stack([
        mix(31, l1, r1s, space), mix(32, l1, r1), mix(33, l1s, r1, space), mix(34, c1, d1, space, since), mix(35, l2, l1, r1s),
        mix(36, c2, c1, d1, d2, space), mix(37, l1, r1, r2), mix(38, c1, r1, r2s, space), mix(39, l1, l2s, r1s, r2s),
        mix(40, c1, d1, quoted, space, bracketed), mix(41, c1, d1, position, space), mix(42, c1, d1, left, space),
        mix(43, c3, c2, c1, d1, d2, d3), mix(44, l1, d1, before, after, space), mix(45, c2, c1, r1, space), mix(46, c1, d1, d2, d3, space),
        mix(47, l1, since, r1s % 64), mix(48, r1, since, l1s % 64), mix(49, l1), mix(50, r1, space), mix(51, t["ending"], r1s, space),
        mix(52, c1, shifted(t["ending"], -1), space), mix(53, l2, l1, r1), mix(54, c1, r1, r2, space), mix(55, c2, l1, d1, space),
        mix(56, t["length"], l1s, d1, space), mix(57, quoted, c1, r1, space), mix(58, l2, c1, d1, space), mix(59, left, position, since, c1, d1)], 1)
