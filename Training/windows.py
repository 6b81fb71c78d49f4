"""Which sentences the encoder reads together: FORMAT.md, "Windows"."""

WINDOW_PIECES = 192  # a window holds as many whole sentences as fit; a longer sentence is a window of its own


def windows(lengths, limit=WINDOW_PIECES):
    """The sentences of a document, in order, as ranges; `lengths` counts their pieces with [CLS] and [SEP]."""
    found, start, held = [], 0, 0
    for number, length in enumerate(lengths):
        if number > start and held + length > limit:
            found.append(range(start, number))
            start, held = number, 0
        held += length
    if start < len(lengths):
        found.append(range(start, len(lengths)))
    return found


def documents(sentences):
    """Ranges of sentences that follow each other and have the same document."""
    found, start = [], 0
    for number in range(1, len(sentences) + 1):
        if number == len(sentences) or sentences[number].document != sentences[start].document:
            found.append(range(start, number))
            start = number
    return found if sentences else []


def windows_of(sentences, lengths, limit=WINDOW_PIECES):
    """The windows of all documents, as ranges over the sentences."""
    return [range(document.start + own.start, document.start + own.stop)
            for document in documents(sentences)
            for own in windows([lengths[i] for i in document], limit)]
