"""What entities are known by, as `kg` writes it: a folded name, a tab and a part; or a tab, `#` and an identifier."""

PERSON = "person"


def key_text(name, part=None, identifier=None):
    """The key of a folded name and its part, or of an identifier."""
    return f"\t#{identifier}" if identifier is not None else f"{name}\t{part or ''}"


def part_of(key):
    """The part that tells an entity from others of its name; empty where there is none."""
    return "" if key.startswith("\t#") else key[key.rindex("\t") + 1:] if "\t" in key else ""


def document_of(key):
    """The digest of the one document whose party a judgement cut out of the others of its name, or None."""
    part = part_of(key)
    return part[part.index("@") + 1:] if "@" in part else None


def whole(key):
    """The key of all of the name that no judgement cut out."""
    if document_of(key) is None:
        return key
    return key_text(key[:key.rindex("\t")], PERSON if part_of(key).startswith(PERSON) else "")


def other_part(key):
    """The key of the same name as a person, or as anything else; None for what goes by an identifier."""
    if key.startswith("\t#"):
        return None
    return key_text(key[:key.rindex("\t")], "" if part_of(key).startswith(PERSON) else PERSON)
