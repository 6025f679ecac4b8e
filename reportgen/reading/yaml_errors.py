"""Turns libyaml's syntax errors into sentences that an author understands, each at its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from reportgen.problems import Place, Problem
from reportgen.reading.flow_mending import mended
from reportgen.reading.quoting import needs_marks, take_apart

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # Any: two classes without a common type
LONGEST_EXCERPT = 1000
LONGEST_KEY = 1000
"""Characters of a key: YAML looks no further than 1024 for the colon behind it (1.1, 7.3)."""
_PAIRS = {"[": "]", "{": "}"}
_QUOTES = {'"': "double", "'": "single"}


@dataclass(frozen=True, slots=True)
class ErrorPlace:
    """A line of the file, counted from 0, and a column in it, counted from 0."""

    lines: tuple[str, ...]
    line: int
    column: int

    @property
    def text(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def at(self, column: int) -> ErrorPlace:
        return ErrorPlace(self.lines, self.line, column)

    def above(self) -> ErrorPlace | None:
        """The nearest line above that says something."""
        for number in range(self.line - 1, -1, -1):
            if self.lines[number].strip() and not self.lines[number].lstrip().startswith("#"):
                return ErrorPlace(self.lines, number, _indent(self.lines[number]))
        return None


Explanation = tuple[str, str, ErrorPlace]
"""Message, hint, where."""


def explain(error: yaml.YAMLError, lines: tuple[str, ...], file: str) -> Problem:
    """The problem that a YAML error stands for."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None) or mark
    last = max(0, len(lines) - 1)
    here = ErrorPlace(lines, min(mark.line, last), mark.column) if mark else ErrorPlace(lines, 0, 0)
    start = ErrorPlace(lines, min(context.line, last), context.column) if context else here
    wording = str(getattr(error, "problem", "") or "")
    message, hint, where = _find(wording, here, start)
    return problem_at("yaml", message, hint, where, file)


def problem_at(code: str, message: str, hint: str, where: ErrorPlace, file: str) -> Problem:
    """A problem at a place."""
    column = min(where.column, max(0, len(where.text) - 1))
    excerpt = where.text if len(where.text) <= LONGEST_EXCERPT else ""
    return Problem(code, message, Place(file, where.line + 1, column + 1, 1, excerpt), hint)


def _find(wording: str, here: ErrorPlace, start: ErrorPlace) -> Explanation:
    if "\t" in here.text[: _indent(here.text)]:
        return (
            "a tab stands before the text, where YAML wants spaces",
            "indent with spaces",
            here.at(here.text.find("\t")),
        )
    mending = _in_brackets(here, start)
    if mending:
        return mending
    for pattern, explanation_of in _EXPLANATIONS:
        if re.search(pattern, wording):
            found = explanation_of(here, start)
            if found:
                return found
    return _marks_wanted(here) or _marks_wanted(start) or _indentation(here)


def _in_brackets(here: ErrorPlace, start: ErrorPlace) -> Explanation | None:
    """A text in braces or brackets that lacks its marks: in the line that opens them, or one of those up to here."""
    first = min(start.line, here.line, _opened(here.lines))
    for number in range(max(0, first - 1), min(here.line, len(here.lines) - 1) + 1):
        place = ErrorPlace(here.lines, number, 0)
        found = mended(place.text)
        if found:
            return needs_marks(found.cause), f"write `{found.line}`", place.at(found.column)
    return None


def _opened(lines: tuple[str, ...]) -> int:
    """The line of the outermost bracket that is open where YAML stopped reading; behind the last where none is."""
    open_lines: list[int] = []
    try:
        for token in yaml.scan("\n".join(lines), Loader=LOADER):
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                open_lines.append(token.start_mark.line)
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken) and open_lines:
                open_lines.pop()
    except yaml.YAMLError:
        pass  # the error that is being explained
    return open_lines[0] if open_lines else len(lines)


def _unclosed(here: ErrorPlace, start: ErrorPlace) -> Explanation:
    kind = _QUOTES.get(start.text[start.column : start.column + 1], "")
    return f"the {kind} quotation mark that opens here is never closed".replace("  ", " "), "close it", start


def _escape(here: ErrorPlace, start: ErrorPlace) -> Explanation:
    here = here.at(max(0, here.text.rfind("\\", 0, here.column + 1)))
    mark = here.text[here.column : here.column + 2]
    return (
        f"`{mark}` has no meaning between double quotation marks",
        "write two backslashes, or put the text in single quotation marks",
        here,
    )


def _no_colon(here: ErrorPlace, start: ErrorPlace) -> Explanation:
    glued = re.match(r"\s*(?:- )?([\w-]+):(\S.*)", start.text)
    if glued:
        return "a space is missing behind the colon", f"write `{glued[1]}: {glued[2].strip()}`", start
    return (
        "this line has no `: ` after a key",
        "write `key: text`, or indent the line if it belongs to the text above",
        start,
    )


def _second_colon(here: ErrorPlace, start: ErrorPlace) -> Explanation:
    """`: ` where none may stand: in a text, or after the key of a line that is indented too far or too long a key."""
    line = take_apart(here.text)
    if here.column - _indent(here.text) > LONGEST_KEY:
        message = f"what stands before this `:` is longer than the {LONGEST_KEY:,} characters that a key may have"
        return message, "shorten the key", here
    if here.column + 1 >= line.column and line.value:
        return _marks_wanted(here) or (needs_marks("it holds `: `"), line.hint, here)
    above = here.above()
    if above and ":" not in above.text:
        return _no_colon(above, above)
    glued = above and re.match(r"\s*(?:- )?[\w-]+:\S", above.text)
    if above and glued and not re.search(r":\s", above.text):
        return _no_colon(above, above)
    return (
        "this line is indented further than the line above allows",
        "let keys that belong together begin in the same column",
        here.at(_indent(here.text)),
    )


def _list_on_the_line(here: ErrorPlace, start: ErrorPlace) -> Explanation | None:
    line = take_apart(here.text)
    if not re.match(r"[-?]\s", line.value):
        return None
    hint = f"{line.hint}, or, if it is a list, begin it on the next line"
    return needs_marks(line.cause), hint, here


def _cut_text(here: ErrorPlace, start: ErrorPlace) -> Explanation | None:
    """A text over several lines that ` #` cuts off in the line above."""
    above = here.above()
    if above is None or " #" not in above.text or _indent(here.text) <= _indent(above.text):
        return None
    column = above.text.find(" #") + 1
    return (
        "YAML cuts the text short here: ` #` begins a comment",
        "put the text in quotation marks, or move the comment to a line of its own",
        above.at(column),
    )


def _brackets(here: ErrorPlace, start: ErrorPlace) -> Explanation | None:
    opening = start.text[start.column : start.column + 1]
    return (
        _marks_wanted(start) or _marks_wanted(here) or (f"the `{opening}` that opens here is never closed", "", start)
    )


def _expected_key(here: ErrorPlace, start: ErrorPlace) -> Explanation | None:
    return _cut_text(here, start) or _marks_wanted(here) or _indentation(here)


def _marks_wanted(where: ErrorPlace) -> Explanation | None:
    """The explanation that the text of this line needs quotation marks, if it does."""
    line = take_apart(where.text)
    if not line.value or not line.cause or line.cause == "it holds ` #`":
        return None
    column = line.column - 1
    if line.cause == "it holds `: `":
        column += line.value.find(": ")
    pair = _PAIRS.get(line.value[0], line.value[0])
    unclosed = f", or close the `{line.value[0]}`" if pair not in line.value else ""
    return needs_marks(line.cause), line.hint + unclosed, where.at(column)


def _indentation(here: ErrorPlace) -> Explanation:
    where = here.at(_indent(here.text))
    stands = f"{where.column} space{'' if where.column == 1 else 's'}" if where.column else "no spaces"
    return (
        f"this line cannot be read: it begins after {stands}, which fits no line above",
        "let keys that belong together begin in the same column, and look for a missing colon or quotation mark above",
        where,
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


_EXPLANATIONS: tuple[tuple[str, Callable[[ErrorPlace, ErrorPlace], Explanation | None]], ...] = (
    (r"unexpected end of stream|unexpected document indicator", _unclosed),
    (r"escape|hexdecimal", _escape),
    (r"could not find expected ':'", _no_colon),
    (r"mapping values are not allowed", _second_colon),
    (r"(sequence entries|mapping keys) are not allowed", _list_on_the_line),
    (r"expected ',' or", _brackets),
    (r"expected key|expected '-' indicator", _expected_key),
)
