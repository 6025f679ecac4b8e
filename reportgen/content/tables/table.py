"""A table: columns of cells, each of which knows where it stands in its file, and the rows that are left of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportgen.content.quantities import Quantity
from reportgen.problems import Place, Problem, ReportError
from reportgen.text.locale import NumberRule

MOST_TOLD = 20
_SHOWN = 60  # characters behind a cell that an excerpt still shows


class TableError(ReportError):
    """A file that is no table, or a table that cannot be used as asked: it carries every problem that was found."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The text of a CSV file: its lines, each with its `\\n`, and on which line (from 0) each record begins.

    Record 0 is that of the headings. Where a cell stands is found only when somebody asks.
    """

    file: str
    lines: Sequence[str] = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    delimiter: str = ","

    def place(self, record: int, column: int) -> Place:
        """The place of a cell; of one that the record does not have, that of its last. Lines and columns from 1."""
        first = self.starts[record]
        end = self.starts[record + 1] if record + 1 < len(self.starts) else len(self.lines)
        text = "".join(self.lines[first:end]).rstrip("\n")
        start, width = _stretch(text, column, self.delimiter)
        before = text[:start]
        line = first + before.count("\n")
        offset = len(before) - before.rfind("\n") - 1
        excerpt = self.lines[line].rstrip("\n")
        width = max(1, min(width, len(excerpt) - offset))
        shown = excerpt[: offset + width + _SHOWN]
        return Place(self.file, line + 1, offset + 1, width, shown + ("…" if shown != excerpt else ""))


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A heading and its cells, one for each record of the table.

    `cells` are texts as they are written; those of a computed column (without an `origin`) are amounts, None where
    there is no value. `records` says which record of the origin each cell stands in (-1: in none); without it they
    are in order. `made_from` are the headings that a computed column needs.
    """

    name: str
    cells: Sequence[str | Quantity | None] = field(repr=False)
    origin: Origin | None = field(default=None, repr=False)
    index: int = 0
    records: Sequence[int] | None = field(default=None, repr=False)
    made_from: tuple[str, ...] = ()

    def place(self, row: int) -> Place | None:
        """Where a cell stands; None of one that stands in no file."""
        record = self.records[row] if self.records is not None else row + 1
        return self.origin.place(record, self.index) if self.origin and record > 0 else None

    def text(self, row: int) -> str:
        """What is written in a cell."""
        cell = self.cells[row]
        if isinstance(cell, str):
            return cell.strip()
        return f"{cell.value.normalize():f}" if cell else ""

    def name_in(self, row: int) -> str:
        """What is written in a cell, as a name: with single spaces, whatever kind they are of."""
        return " ".join(self.text(row).split())


@dataclass(frozen=True, slots=True)
class Table:
    """A table's columns by heading. `rows` are the numbers of the records that are left; `key` names the rows.

    `named` are the labels that a rule asks for by name: none of them is taken for a total by mistake. `decimal` is the
    sign before the decimals, "" where the cells have to tell; `units` are those of plain numbers, by heading.
    """

    file: str
    columns: Mapping[str, TableColumn]
    rows: Sequence[int]
    key: str
    delimiter: str = ","
    named: frozenset[str] = frozenset()
    decimal: str = ""
    units: Mapping[str, NumberRule] = field(default_factory=dict)

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(self.columns)

    def labels(self) -> list[str]:
        """The names of the rows that are left."""
        return self.texts(self.key)

    def texts(self, heading: str) -> list[str]:
        """What the rows that are left have under a heading, as names."""
        column = self.columns[heading]
        return [column.name_in(row) for row in self.rows]

    def line_of(self, row: int) -> int:
        """The line of the file that a row begins on, or 0."""
        for column in self.columns.values():
            place = column.place(row)
            if place:
                return place.line
        return 0

    def with_column(self, column: TableColumn) -> Table:
        """The table with one more column."""
        return replace(self, columns={**self.columns, column.name: column})


def cut_short(problems: Sequence[Problem], what: str) -> list[Problem]:
    """The first problems of many of one kind, and how many there are more."""
    told = list(problems[:MOST_TOLD])
    if len(problems) > MOST_TOLD:
        last = problems[MOST_TOLD]
        more = f"{len(problems) - MOST_TOLD:,} more {what} are like these"
        told.append(Problem(last.code, more, last.place, "mend the first ones and look again"))
    return told


def _stretch(text: str, column: int, delimiter: str) -> tuple[int, int]:
    """Offset and width of a cell within the text of its record; blanks and quotation marks round it are left out."""
    start, number, quoted, fresh = 0, 0, False, True
    for offset, char in enumerate(text):
        if char == '"' and (quoted or fresh):
            quoted = not quoted
        elif char == delimiter and not quoted:
            if number == column:
                return _trimmed(text, start, offset)
            number, start, fresh = number + 1, offset + 1, True
            continue
        fresh = char == '"'  # a doubled one within a cell opens it again
    return _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    cell = text[start:end]
    lead = len(cell) - len(cell.lstrip(" "))
    bare = cell.strip(" ")
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        return start + lead + 1, max(1, len(bare) - 2)
    return start + lead, max(1, len(bare))
