"""Which values and names stand by columns, by a written rule.

All values are shown where each has room over its own column; else the first, the last, the emphasised, the greatest and
the least. Years are shown an even step apart, and always those of the values that are never dropped, in two figures
("2016 17 18") where they so have room. Names that are no years are all shown, in up to three lines, or the figure is
refused. Gaps that have no room for their words are left to a note.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportgen.brand import Brand
from reportgen.figures.bars.level_bars import Row
from reportgen.figures.base import FigureError, too_narrow
from reportgen.figures.drawing.label_rows import APART, RowLabel, rows_needed, within
from reportgen.figures.drawing.names import SHORTER, set_names
from reportgen.text.setting import SetLine, set_line
from reportgen.text.spans import Span

YEAR = re.compile(r"\d{4}")
"""What makes the name of a point a year, or part of one: it has four figures in it."""
_LINES = 3
"""The most lines of a name that is no year."""
_FEW = 12
"""So many years are all shown if they can be; of more every other one will do."""


@dataclass(frozen=True)
class ColumnLabels:
    """The labels of columns whose middles are `spacing` pt apart in a plot of `plot` pt."""

    rows: tuple[Row, ...]
    spacing: float
    plot: float
    brand: Brand
    language: str

    @cached_property
    def values(self) -> tuple[RowLabel, ...]:
        """The values that are shown, and the words of gaps that have room; raises FigureError for too long a value."""
        lines = [(number, self._line(row)) for number, row in enumerate(self.rows, 1)]
        known = [(number, line) for number, line in lines if not self._is_gap(number)]
        room = self.spacing - APART
        keep = self._kept if any(line.width > room for _, line in known) else {number for number, _ in known}
        widest = max(line.width for _, line in known)
        if widest > self.plot:
            raise too_narrow("the longest value over columns", widest, self.plot, "write the values shorter")
        shown = [(n, line) for n, line in lines if n in keep or (self._is_gap(n) and line.width <= room)]
        return tuple(within(number, line, self._middle(number), self.plot) for number, line in shown)

    @cached_property
    def names(self) -> tuple[tuple[RowLabel, ...], ...]:
        """The names under the columns in rows, from the top: years thinned, other names in up to three lines.

        Years are shortened to two figures ("2016 17 18") where so all have room and else many would be missing, or
        where else the years that are never dropped would not stand in one row.
        """
        labels = [row.point.label for row in self.rows]
        if not all(map(YEAR.search, labels)):
            return self._wrapped()
        keep = self._kept | {label.number for label in self.values if self._is_gap(label.number)}
        full, step = _thinned(self._years(labels), keep)
        missing, apart = step > (1 if len(labels) <= _FEW else 2), rows_needed(full) <= 1
        if (apart and not missing) or not all(map(YEAR.fullmatch, labels)):
            return _in_rows(full)
        short = [label if label.endswith("00") else label[2:] for label in labels]
        shown = ([labels[0], *short[1:]], [f"’{labels[0][2:]}", *short[1:]])
        tried = [_thinned(self._years(texts), keep) for texts in shown]
        full = next((years for years, every in tried if every == 1), full)
        if rows_needed(full) > 1:
            full = next((years for years, _ in tried if rows_needed(years) <= 1), full)
        return _in_rows(full)

    @property
    def are_gaps_noted(self) -> bool:
        """Whether the words of some gap have no room over it, so that a note has to say what is missing."""
        gaps = (row for row in self.rows if row.point.datum is None)
        return any(self._line(row).width > self.spacing - APART for row in gaps)

    def _years(self, shown: Sequence[str]) -> list[RowLabel]:
        years = []
        for number, (row, text) in enumerate(zip(self.rows, shown, strict=True), 1):
            line = set_line((Span(text, bold=row.emphasised),), self.brand.styles.caption, self.language)
            if line.width > self.plot:
                raise too_narrow("the longest name under columns", line.width, self.plot, SHORTER)
            years.append(within(number, line, self._middle(number), self.plot, text == row.point.label))
        return years

    def _wrapped(self) -> tuple[tuple[RowLabel, ...], ...]:
        style, hint = self.brand.styles.caption, f"use `figure: bars`, or {SHORTER}"
        labels = [row.point.label for row in self.rows]
        bold = [row.point.label for row in self.rows if row.emphasised]
        try:
            names = set_names(labels, style, self.spacing - APART, self.language, bold, _LINES)
        except FigureError as error:
            raise FigureError(f"{error} under its column", hint) from None
        depth = max(len(name.lines) for name in names)
        lines = [[RowLabel(n, line, self._middle(n)) for line in name.lines] for n, name in enumerate(names, 1)]
        return tuple(tuple(each[row] for each in lines if row < len(each)) for row in range(depth))

    @cached_property
    def _kept(self) -> set[int]:
        """The numbers of the columns whose labels are never dropped."""
        known = [(row.value, number) for number, row in enumerate(self.rows, 1) if row.value is not None]
        extremes = {max(known, key=lambda entry: entry[0])[1], min(known, key=lambda entry: entry[0])[1]}
        emphasised = {number for number, row in enumerate(self.rows, 1) if row.emphasised and row.point.datum}
        return {known[0][1], known[-1][1], *extremes, *emphasised}

    def _line(self, row: Row) -> SetLine:
        bold, styles = row.emphasised and row.point.datum is not None, self.brand.styles
        style = styles.figure_label if row.point.datum else styles.caption
        return set_line((Span(row.text, bold=bold),), style, self.language)

    def _middle(self, number: int) -> float:
        return (number - 0.5) * self.spacing

    def _is_gap(self, number: int) -> bool:
        return self.rows[number - 1].point.datum is None


def _thinned(labels: Sequence[RowLabel], keep: Collection[int]) -> tuple[list[RowLabel], int]:
    """The labels of the numbers to `keep`, with as many of the others as have room, and their step."""
    must = [label for label in labels if label.number in keep]
    if rows_needed(must) > 1:
        return must, len(labels)
    for step in range(1, len(labels)):
        even = labels[::step]
        if rows_needed(even) <= 1:
            free = {label for label in even if not any(label.near(other) for other in must if other is not label)}
            return sorted(free.union(must), key=lambda label: label.number), step
    return must, len(labels)


def _in_rows(labels: Sequence[RowLabel]) -> tuple[tuple[RowLabel, ...], ...]:
    """Labels in as few rows as they need, from the first on."""
    found: list[list[RowLabel]] = []
    for label in labels:
        row = next((row for row in found if not row[-1].near(label)), None)
        if row is None:
            found.append([label])
        else:
            row.append(label)
    return tuple(map(tuple, found))
