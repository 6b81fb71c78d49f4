"""Words to word pieces and shape ids: the exact input of the model, kept simple enough to be rebuilt in Swift."""
import functools
import unicodedata

CLS, SEP, UNKNOWN = 101, 102, 100
MAX_PIECES_PER_WORD = 16
MAX_CHARACTERS_PER_TOKEN = 100
SHAPE_COUNT = 33
SENTENCE_SHAPE = 32  # of [CLS] and [SEP]

# Typographic forms are read as the treebanks' plain ones.
TYPOGRAPHY = {
    "‘": "'", "’": "'", "‛": "'", "′": "'", "ʼ": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "…": "...",
}


def plain(word):
    """The word with typographic quotes and the ellipsis replaced; lemma scripts work on this form too."""
    if word.isascii():
        return word
    return "".join(TYPOGRAPHY.get(character, character) for character in word)


@functools.lru_cache(maxsize=None)
def reduced(character):
    """BERT's normalisation of one code point: control characters and accents dropped, lower case."""
    code = ord(character)
    if code in (0, 0xFFFD):
        return ""
    if character in "\t\n\r":
        return " "
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Co", "Cs", "Cn"):
        return ""
    if category == "Zs":
        return " "
    decomposed = unicodedata.normalize("NFD", character)
    return "".join(c.lower() for c in decomposed if unicodedata.category(c) != "Mn")


def is_ideograph(code):
    return (
        0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2A6DF
        or 0x2A700 <= code <= 0x2B73F or 0x2B740 <= code <= 0x2B81F or 0x2B820 <= code <= 0x2CEAF
        or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F
    )


def is_punctuation(character):
    code = ord(character)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(character).startswith("P")


def basic_tokens(text):
    """BERT's BasicTokenizer: split at white space, around punctuation and around ideographs."""
    tokens, current = [], ""
    for source in text:
        alone = is_ideograph(ord(source))
        for character in reduced(source):
            if character == " " or alone or is_punctuation(character) or is_ideograph(ord(character)):
                if current:
                    tokens.append(current)
                    current = ""
                if character != " ":
                    tokens.append(character)
            else:
                current += character
    if current:
        tokens.append(current)
    return tokens


class WordPiece:
    def __init__(self, vocabulary):
        self.pieces = vocabulary
        self.ids = {piece: index for index, piece in enumerate(vocabulary)}
        self.cache = {}

    def token_ids(self, token):
        if len(token) > MAX_CHARACTERS_PER_TOKEN:
            return [UNKNOWN]
        ids, start = [], 0
        while start < len(token):
            end = len(token)
            while end > start:
                piece = ("##" if start else "") + token[start:end]
                if piece in self.ids:
                    break
                end -= 1
            if end == start:
                return [UNKNOWN]
            ids.append(self.ids[piece])
            start = end
        return ids

    def word_ids(self, word):
        """The pieces of one word: never none, at most MAX_PIECES_PER_WORD."""
        known = self.cache.get(word)
        if known is None:
            ids = []
            for token in basic_tokens(plain(word)):
                ids += self.token_ids(token)
                if len(ids) >= MAX_PIECES_PER_WORD:
                    break
            known = ids[:MAX_PIECES_PER_WORD] or [UNKNOWN]
            if len(self.cache) < 200_000:
                self.cache[word] = known
        return known


@functools.lru_cache(maxsize=200_000)
def word_shape(word):
    """0 no letter or digit, 1 digits, 2 letters and digits, 3 lower, 4 one capital, 5 CAPITALS, 6 Title, 7 miXed."""
    letters = upper = digits = 0
    first_upper = False
    for character in word:
        category = unicodedata.category(character)
        if category == "Nd":
            digits += 1
        elif category[0] == "L":
            is_upper = category in ("Lu", "Lt")
            first_upper = first_upper or (letters == 0 and is_upper)
            letters += 1
            upper += is_upper
    if letters == 0:
        return 1 if digits else 0
    if digits:
        return 2
    if upper == 0:
        return 3
    if letters == 1:
        return 4
    if upper == letters:
        return 5
    return 6 if first_upper and upper == 1 else 7


def encode(wordpiece, forms, spaces):
    """Piece ids and shape ids of a sentence with [CLS] and [SEP], and each word's first and last piece.

    `spaces[i]` says whether a space follows word i.
    """
    pieces, shapes, first, last = [CLS], [SENTENCE_SHAPE], [], []
    glued = False
    for form, space in zip(forms, spaces):
        shape = word_shape(plain(form)) + (16 if glued else 0)
        first.append(len(pieces))
        for index, piece in enumerate(wordpiece.word_ids(form)):
            pieces.append(piece)
            shapes.append(shape + (8 if index else 0))
        last.append(len(pieces) - 1)
        glued = not space
    return pieces + [SEP], shapes + [SENTENCE_SHAPE], first, last


def character_map():
    """Every code point that `reduced` changes, as (code point, replacement); Hangul syllables are left to arithmetic."""
    changes = []
    for code in range(0x110000):
        if 0xAC00 <= code <= 0xD7A3 or 0xD800 <= code <= 0xDFFF or 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
            continue
        category = unicodedata.category(chr(code))
        if category in ("Cn", "Co"):
            continue
        replacement = reduced(chr(code))
        if replacement != chr(code):
            changes.append((code, replacement))
    return changes
