"""Finds where in the file, by line and column, a character of a value stands."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.problems import Place
from reportgen.reading.located_tree import Scalar

# YAML 1.1, 5.7: escapes of a double-quoted scalar with the number of hexadecimal digits that follow.
_HEX_DIGITS = {"x": 2, "u": 4, "U": 8}
_BLANK_ESCAPES = "nt_ \t\n"


def place_within(scalar: Scalar, offset: int, width: int = 1) -> Place:
    """The place in the file of `scalar.text[offset]`; the scalar's own place when it comes from Python."""
    if not scalar.place.line:
        return scalar.place
    index = _index_in_raw(scalar, offset)
    before = scalar.raw[:index]
    line = scalar.place.line + before.count("\n")
    column = index - before.rfind("\n") if "\n" in before else scalar.place.column + index
    excerpt = scalar.lines[line - 1] if line <= len(scalar.lines) else ""
    return Place(scalar.place.file, line, column, max(1, min(width, len(excerpt) - column + 1)), excerpt)


def _index_in_raw(scalar: Scalar, offset: int) -> int:
    """Folding changes blanks only: all other characters stand in the same order in the file and in the text."""
    text = scalar.text
    wanted = sum(not char.isspace() for char in text[:offset])
    blank = offset >= len(text) or text[offset].isspace()
    last = 0
    for number, (start, end) in enumerate(_marks(scalar)):
        if number == wanted and not blank:
            return start
        if number == wanted - 1 and blank:
            return end
        last = end
    return last


def _marks(scalar: Scalar) -> Iterator[tuple[int, int]]:
    """Where each character that is no blank stands in `raw`: its start and the end of it."""
    raw, style = scalar.raw, scalar.style
    if style == '"':
        yield from _double_quoted(raw)
        return
    start, end = (raw.find("\n") + 1, len(raw)) if style in ("|", ">") else (0, len(raw))
    if style == "'":
        start, end = 1, len(raw) - 1
    while start < end:
        step = 2 if style == "'" and raw.startswith("''", start) else 1
        if not raw[start].isspace():
            yield start, start + step
        start += step


def _double_quoted(raw: str) -> Iterator[tuple[int, int]]:
    start = 1
    while start < len(raw) - 1:
        step = 1
        if raw[start] == "\\":
            kind = raw[start + 1]
            step = 2 + _HEX_DIGITS.get(kind, 0)
            visible = kind not in _BLANK_ESCAPES and not _is_hex_blank(raw[start + 2 : start + step])
        else:
            visible = not raw[start].isspace()
        if visible:
            yield start, start + step
        start += step


def _is_hex_blank(digits: str) -> bool:
    return bool(digits) and chr(int(digits, 16)).isspace()
