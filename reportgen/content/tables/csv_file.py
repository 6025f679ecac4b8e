"""Reads a CSV file (RFC 4180, and as spreadsheets write it) into a table, or tells every problem of the file."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reportgen.content.tables.table import Origin, Table, TableColumn, TableError, cut_short
from reportgen.problems import Place, Problem
from reportgen.reading.yaml_reader import composed, decode, odd_character

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
_DECLARED = re.compile(r"""["']?sep=(?P<sign>\\t|[^\n"'])["']?[,;\t ]*\n?\Z""", re.IGNORECASE)
"""A first line by which Excel is told the delimiter: `sep=;`, `"sep=,"`, `sep=\\t`."""
LARGEST = 64_000_000
MOST_COLUMNS = 2000
_TRIED = 40
"""How many lines are looked at to find the delimiter."""


def read_table(data: bytes, file: str) -> Table:
    """The table that a CSV file holds. Its first column names the rows, until another is chosen.

    The delimiter is a comma, a semicolon or a tab: the one that a first line such as Excel's `sep=;` names, or
    whichever splits the first lines most evenly. Raises TableError with all that is wrong with the file.
    """
    _refuse_other_kinds(data, file)
    text = _text(data, file)
    lines = text.splitlines(keepends=True) if _plain_ends(text) else _lines(text)
    delimiter = _declared(lines, file) or _delimiter(lines)
    records = _Records(file, lines, delimiter)
    records.read()
    if not records.rows:
        raise TableError(records.problems or [_empty(file)])
    origin = Origin(file, lines, records.starts, delimiter)
    headings = [" ".join(heading.split()) for heading in records.rows[0]]
    problems = [*_heading_problems(headings, origin), *_row_problems(records.rows, len(headings), origin)]
    problems += records.problems
    if problems:
        raise TableError(problems)
    if len(records.rows) == 1:
        hint = "write at least one row below the headings"
        raise TableError([Problem("table", "the table has headings and no rows", origin.place(0, 0), hint)])
    cells = zip(*records.rows[1:], strict=True)
    columns = {
        name: TableColumn(name, each, origin, index)
        for index, (name, each) in enumerate(zip(headings, cells, strict=True))
    }
    return Table(file, columns, range(len(records.rows) - 1), headings[0], delimiter)


@dataclass
class _Records:
    """Reads the records of a file, and on which line each begins; of what cannot be read on, the problem."""

    file: str
    lines: Sequence[str]
    delimiter: str
    rows: list[list[str]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self) -> None:
        """Empty lines before the headings and behind the last row are passed over, others are rows of their own."""
        reader = csv.reader(self.lines, delimiter=self.delimiter, strict=True)
        self.starts = [0]
        try:
            for row in reader:
                self.rows.append(row)
                self.starts.append(reader.line_num)
        except csv.Error as error:
            self.problems.append(self._broken(str(error), self.starts[-1], reader.line_num))
        while self.rows and not any(cell.strip() for cell in self.rows[-1]):
            self.rows.pop()
            self.starts.pop()
        empty = next((index for index, row in enumerate(self.rows) if row), 0)
        del self.rows[:empty], self.starts[:empty]
        self._cut_empty_columns()

    def _cut_empty_columns(self) -> None:
        """Spreadsheets write columns at the right without a heading and with nothing in them."""
        width = max((len("".join(row).strip()) and _filled(row) for row in self.rows), default=0)
        self.rows = [row[: max(width, 1)] if row else row for row in self.rows]

    def _broken(self, error: str, start: int, end: int) -> Problem:
        """What the csv module says, at the quotation mark that it is about."""
        if "expected after" in error:
            line = self.lines[end - 1].rstrip("\n")
            column = _stray_quote(line, self.delimiter)
            message = "behind a closing quotation mark the cell goes on"
            hint = 'write a quotation mark within a cell twice: `""`'
            return Problem("table", message, Place(self.file, end, column + 1, 1, line), hint)
        line = self.lines[start].rstrip("\n")
        column = max(0, line.rfind('"'))
        hint = "close it, or take it away if the cell does not need it"
        return Problem(
            "table",
            "a quotation mark opens here and is never closed",
            Place(self.file, start + 1, column + 1, 1, line),
            hint,
        )


def _refuse_other_kinds(data: bytes, file: str) -> None:
    """Files that people take for CSV by their names."""
    hint = "open it in the spreadsheet and save the sheet as “CSV UTF-8 (Comma delimited)”"
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise TableError([Problem("table", "this is a spreadsheet and not a CSV file", Place(file), hint)])
    if data[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith((b"<!doctype html", b"<html")):
        hint = "the address was that of a page about the data: download the CSV file itself"
        raise TableError([Problem("table", "this is a web page and not a CSV file", Place(file), hint)])


def _text(data: bytes, file: str) -> str:
    if len(data) > LARGEST:
        message = f"the file has {len(data):,} bytes; {LARGEST:,} is the most"
        raise TableError([Problem("table", message, Place(file), "keep only the rows and columns that the page needs")])
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        hint = "save it as UTF-8: in Excel, “CSV UTF-8 (Comma delimited)”"
        raise TableError([Problem("encoding", "the file looks like UTF-16, not UTF-8", Place(file), hint)])
    text, problems = decode(data, file)
    if problems:
        hint = "save it as UTF-8: in Excel, “CSV UTF-8 (Comma delimited)”"
        message = "the file is not UTF-8 text; it looks like Windows-1252 (cp1252)"
        raise TableError([Problem("encoding", message, problems[0].place, hint)])
    text = composed(text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)
    odd = odd_character(text)
    if odd:
        raise TableError([_odd(text, odd, file)])
    return text


def _odd(text: str, name: str, file: str) -> Problem:
    offset = text.index(chr(int(name[2:], 16)))
    line = text.count("\n", 0, offset)
    column = offset - text.rfind("\n", 0, offset)
    message = f"the file holds an invisible character ({name})"
    return Problem("table", message, Place(file, line + 1, column), "delete it; is this really a CSV file?")


def _plain_ends(text: str) -> bool:
    """Whether only `\\n` ends lines as Python sees them."""
    return not any(char in text for char in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()
    return lines if last == "\n" else [*lines, last.removesuffix("\n")]


def _declared(lines: list[str], file: str) -> str:
    """The delimiter that a first line names, and is then emptied: all others keep their numbers. "" without one."""
    found = _DECLARED.match(lines[0]) if lines else None
    if not found:
        return ""
    sign = "\t" if found["sign"] == "\\t" else found["sign"]
    if sign not in DELIMITERS:
        place = Place(file, 1, found.start("sign") + 1, 1, lines[0].rstrip("\n"))
        hint = "save the file with commas, semicolons or tabs; delete this line if one of them stands there already"
        raise TableError([Problem("table", f"`{sign}` cannot stand between the cells of a table", place, hint)])
    lines[0] = "\n"
    return sign


def _delimiter(lines: Sequence[str]) -> str:
    """The delimiter that splits the most of the first lines as it splits the headings, and then the one that splits
    them finest."""
    head = [line for line in lines[:_TRIED] if line.strip()]

    def evenness(delimiter: str) -> tuple[float, int]:
        try:
            widths = [len(row) for row in csv.reader(head, delimiter=delimiter)]
        except csv.Error:
            return (0, 0)
        if not widths or widths[0] < 2:
            return (0, 0)
        return (widths.count(widths[0]) / len(widths), widths[0])

    return max(DELIMITERS, key=evenness)


def _empty(file: str) -> Problem:
    return Problem("table", "the file is empty", Place(file), "its first line must have the headings of the columns")


def _heading_problems(headings: Sequence[str], origin: Origin) -> list[Problem]:
    problems = []
    if len(headings) > MOST_COLUMNS:
        message = f"the table has {len(headings):,} columns; {MOST_COLUMNS:,} is the most"
        return [Problem("table", message, origin.place(0, 0), "keep only the columns that the page needs")]
    for index, heading in enumerate(headings):
        first = headings.index(heading)
        if not heading:
            hint = "give it one, or delete the column, or the lines above the headings"
            problems.append(Problem("table", f"column {index + 1} has no heading", origin.place(0, index), hint))
        elif first < index:
            message = f"columns {first + 1} and {index + 1} have the same heading `{heading}`"
            problems.append(Problem("table", message, origin.place(0, index), "rename one of them"))
    return cut_short(problems, "headings")


def _row_problems(rows: Sequence[Sequence[str]], width: int, origin: Origin) -> list[Problem]:
    """Rows that are empty, too short or too long."""
    problems = []
    usual = Counter(len(row) for row in rows[1:]).most_common(1)
    if usual and width < usual[0][0] and width == 1:
        message = f"this line has one cell, and most lines below have {usual[0][0]}"
        hint = "the headings must stand in the first line: delete a title or notes above them"
        return [Problem("table", message, origin.place(0, 0), hint)]
    odd = [record for record, row in enumerate(rows) if len(row) != width or not any(row)]
    for record in odd[1:] if odd[:1] == [0] else odd:
        row, count = rows[record], len(rows[record])
        if not any(cell.strip() for cell in row):
            hint = "delete it"
            problems.append(Problem("table", "this row is empty", origin.place(record, 0), hint))
        elif count < width:
            message = f"this row has {_cells(count)}, and there are {width} headings"
            hint = "write the missing ones, empty if there is no value"
            if count == 1 and record > len(rows) // 2:
                hint = "a note or source under the table is no row: delete it here, and say it in `note` or `source`"
            problems.append(Problem("table", message, origin.place(record, count - 1), hint))
        else:
            message = f"this row has {_cells(count)}, and there are {width} headings"
            sign = DELIMITERS[origin.delimiter]
            hint = f"put a text that holds a {sign} in quotation marks"
            problems.append(Problem("table", message, origin.place(record, width), hint))
    return cut_short(problems, "rows")


def _filled(row: Sequence[str]) -> int:
    """How many cells a row has up to the last one with something in it."""
    return next((at for at in range(len(row), 0, -1) if row[at - 1].strip()), 0)


def _cells(count: int) -> str:
    return "one cell" if count == 1 else f"{count} cells"


def _stray_quote(line: str, delimiter: str) -> int:
    """Where a quotation mark is followed by something that is neither another nor the end of the cell."""
    quoted = False
    for offset, (char, after) in enumerate(pairwise(f"{line}\n")):
        if char != '"':
            continue
        if quoted and after not in (delimiter, "\n", '"'):
            return offset
        quoted = not quoted
    return 0


def repeated(labels: Sequence[str]) -> dict[str, int]:
    """The labels that stand more than once, and how often."""
    return {label: count for label, count in Counter(labels).items() if count > 1}
