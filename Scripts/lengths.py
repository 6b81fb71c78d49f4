#!/usr/bin/env python3
"""Fails where a file or a function of Sources is longer than the house allows.

Files have at most 400 lines, functions 60, and those of Extraction, which judge and branch, 40.
"""
import pathlib
import re
import sys

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
LONGEST_JUDGMENT = 40
DECLARATION = re.compile(
    r"\s*(?:@\w+(?:\([^)]*\))?\s+)*"
    r"(?:(?:package|private|static|mutating|public|override|fileprivate|internal|nonisolated|consuming|borrowing"
    r"|convenience|final)\s+)*(func|init\??|subscript|deinit|var)\b\s*([\w`]*|[^\s(]+)"
)


def code_lines(text):
    """The lines without strings and comments, whose braces are none of the code's."""
    is_inside = False
    for line in text.split("\n"):
        if is_inside:
            is_inside = '"""' not in line
            yield ""
            continue
        if line.count('"""') == 1:
            is_inside = True
            line = line.split('"""')[0]
        line = re.sub(r'"(\\.|[^"\\])*"', '""', line)
        yield re.sub(r"//.*", "", line)


def functions(text):
    """The name, first line and number of lines of each function with a body."""
    open_functions, depth, pending = [], 0, None
    for number, line in enumerate(code_lines(text), 1):
        match = DECLARATION.match(line)
        if match and pending is None and (match[1] != "var" or line.rstrip().endswith("{") and "=" not in line):
            pending = (match[2] or match[1], number, depth)
        for character in line:
            if character == "{":
                if pending and depth == pending[2]:
                    open_functions.append(pending)
                    pending = None
                depth += 1
            elif character == "}":
                depth -= 1
                if open_functions and open_functions[-1][2] == depth:
                    name, first, _ = open_functions.pop()
                    yield name, first, number - first + 1
        # A requirement of a protocol has no body.
        if pending and depth < pending[2]:
            pending = None


def main():
    found = []
    for path in sorted(pathlib.Path("Sources").rglob("*.swift")):
        text = path.read_text(encoding="utf-8")
        if (count := text.count("\n")) > LONGEST_FILE:
            found.append(f"{path}: {count} lines, at most {LONGEST_FILE}: part the file by its tasks")
        limit = LONGEST_JUDGMENT if path.parts[1] == "Extraction" else LONGEST_FUNCTION
        for name, first, count in functions(text):
            if count > limit:
                found.append(f"{path}:{first}: “{name}” has {count} lines, at most {limit}: name its parts")
    print("\n".join(found), end="\n" if found else "")
    return bool(found)


sys.exit(main())
