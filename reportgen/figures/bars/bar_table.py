"""Table: names and columns of numbers, aligned on their decimal sign, with small bars on one scale for each unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import accumulate, pairwise

from reportgen.content.report import Series
from reportgen.figures.bars.table_scale import bar_shares
from reportgen.figures.base import FigureError, Label, Mark, MarkFigure, Shape, in_reading_order, too_narrow
from reportgen.figures.drawing.decimals import before_decimal
from reportgen.figures.drawing.names import SetName, set_names
from reportgen.figures.drawing.segments import joined, rectangle
from reportgen.figures.drawing.widths import least_width
from reportgen.figures.request import Request
from reportgen.figures.series_alternatives import said, sets_alternative
from reportgen.geometry import Flex
from reportgen.text.setting import SetLine, SetText, narrowest_measure, natural_width, set_line, set_text
from reportgen.text.spans import Span

_LEAST_BAR = 14.0
"""Least length of the longest bar of a column, in pt; shorter ones say nothing."""
_MOST_BAR = 220.0
_NAMES = 0.42
"""The most of the width that the names take."""


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A value in its column: its line, its number or None, and how much of the line stands before the decimal sign."""

    line: SetLine
    value: Decimal | None
    before: float


@dataclass(frozen=True, slots=True)
class Needs:
    """What a column asks for across: before and after its decimal signs, and least for its head and its words; pt.

    `share` is how far its bars reach, of those of its unit that reach farthest; 0 for a column without bars.
    """

    before: float
    after: float
    least: float
    share: float


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """Where a column stands: its left edge, its decimal signs, where its bars begin and how long they are, in pt.

    A column whose `room` is 0 has no bars.
    """

    left: float
    sign: float
    bars: float
    room: float
    head: SetText
    entries: tuple[PrintedCell, ...]

    @property
    def reach(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest value of the column, zero among them."""
        values = [entry.value for entry in self.entries if entry.value is not None]
        return min(Decimal(0), *values), max(Decimal(0), *values)

    def at(self, value: Decimal) -> float:
        """Where a value stands on the scale of the column, which is that of its unit."""
        low, high = self.reach
        return self.bars + float((value - low) / ((high - low) or 1)) * self.room


@dataclass(frozen=True)
class BarTable(MarkFigure):
    """One row for each point, one column for each series; `texts` is what each series says of each point.

    Bars of columns with one unit are on one scale. A column whose greatest value is under a tenth of the greatest of
    its unit has no bars: they could not be told apart.
    """

    sets: tuple[Series, ...]
    texts: tuple[tuple[str, ...], ...]
    emphasised: tuple[str, ...]
    language: str

    def measure(self, width: float) -> Flex:
        """Heights of the heads and all rows; raises FigureError for too narrow a width."""
        names, columns = self._across(width)
        style = self.brand.styles.figure_label
        lines = (max(len(name.lines) for name in names) - 1) * style.leading
        rows = Flex(1.5 * style.size + lines, 2.0 * style.size + lines, 3.2 * style.size + lines) * len(names)
        head = self._head(columns)
        return Flex(rows.least + head, rows.normal + head, rows.most + head)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Hairlines between the rows, bars, heads, names and values."""
        names, columns = self._across(width)
        pitch = (height - self._head(columns)) / len(names)
        middles = [(len(names) - row - 0.5) * pitch for row in range(len(names))]
        numbered = list(enumerate(columns, 1))
        bars = [bar for number, column in numbered for bar in self._bars(number, column, middles, pitch)]
        values = [label for number, column in numbered for label in self._values(number, column, middles)]
        labels = in_reading_order([*self._heads(columns, height), *self._names(names, middles), *values])
        return (
            *self._lines(columns, middles, pitch, width),
            *bars,
            *self._zeros(columns, len(names) * pitch, width),
            *labels,
        )

    def _across(self, width: float) -> tuple[tuple[SetName, ...], tuple[PrintedColumn, ...]]:
        """The names, and the columns in what they leave. Raises FigureError for too little width."""
        entries = [self._entries(number) for number in range(len(self.sets))]
        needs = [self._needs(number, column) for number, column in enumerate(entries)]
        found = self._shared(needs, width)
        if found:
            names, room = found
            return names, self._columns(entries, needs, room, width)
        needed = least_width(lambda wide: self._shared(needs, wide) is not None, width)
        if needed is None:
            raise FigureError("a table with these columns has no room at any width", "leave out a column")
        raise too_narrow("a table with these columns", needed, width, "leave out a column, or shorten the names")

    def _shared(self, needs: Sequence[Needs], width: float) -> tuple[tuple[SetName, ...], float] | None:
        """Names on one line, on two or shortened, with the length of bars that they leave to all columns."""
        for share, lines in ((1.0, 1), (_NAMES, 2), (_NAMES, -2)):
            names = self._set_names(share * width, lines)
            if names:
                spare = width - max(name.width for name in names) - self._gap(width) * len(needs)
                room = _longest(needs, self._near, spare)
                if room >= _LEAST_BAR:
                    return names, room
        return None

    def _columns(
        self, entries: Sequence[tuple[PrintedCell, ...]], needs: Sequence[Needs], room: float, width: float
    ) -> tuple[PrintedColumn, ...]:
        wide = [_wide(each, self._near, room) for each in needs]
        gap = self._gap(width)
        first = width - sum(wide) - gap * (len(wide) - 1)
        lefts = accumulate((each + gap for each in wide[:-1]), initial=first)
        return tuple(
            PrintedColumn(
                left, left + each.before, left + each.before + each.after + self._near, room * each.share, head, column
            )
            for left, each, head, column in zip(
                lefts, needs, (self._head_text(n, w) for n, w in enumerate(wide)), entries, strict=True
            )
        )

    def _needs(self, number: int, entries: Sequence[PrintedCell]) -> Needs:
        known = [entry for entry in entries if entry.value is not None]
        words = max((entry.line.width for entry in entries if entry.value is None), default=0.0)
        head = narrowest_measure((Span(self.sets[number].name, bold=True),), self.brand.styles.caption, self.language)
        before = max((entry.before for entry in known), default=0.0)
        after = max((entry.line.width - entry.before for entry in known), default=0.0)
        return Needs(before, after, max(words, head), self._shares[number])

    @cached_property
    def _shares(self) -> tuple[float, ...]:
        return bar_shares(self.sets)

    def _entries(self, number: int) -> tuple[PrintedCell, ...]:
        style, caption, entries = self.brand.styles.figure_label, self.brand.styles.caption, []
        for point, text in zip(self.sets[number].points, self.texts[number], strict=True):
            if point.datum is None:
                entries.append(PrintedCell(set_line(text, caption, self.language), None, 0.0))
                continue
            bold = point.label in self.emphasised
            before = natural_width((Span(before_decimal(text, self.language), bold=bold),), style, self.language)
            line = set_line((Span(text, bold=bold),), style, self.language)
            entries.append(PrintedCell(line, point.datum.value, before))
        return tuple(entries)

    def _set_names(self, measure: float, lines: int) -> tuple[SetName, ...] | None:
        """The names of all rows, or None where they do not fit so."""
        labels = [point.label for point in self.sets[0].points]
        style = self.brand.styles.figure_label
        try:
            names = set_names(labels, style, measure, self.language, self.emphasised, abs(lines))
        except FigureError:
            return None
        return names if lines < 0 or all(name.whole for name in names) else None

    def _head_text(self, number: int, width: float) -> SetText:
        return set_text((Span(self.sets[number].name),), self.brand.styles.caption, width + 0.01, self.language)

    def _head(self, columns: Sequence[PrintedColumn]) -> float:
        """Height of the heads with the space under them."""
        lines = max(len(column.head.lines) for column in columns)
        caption = self.brand.styles.caption
        return caption.cap_height + (lines - 1) * caption.leading + self._near + caption.depth if lines else 0.0

    def _gap(self, width: float) -> float:
        """Between two columns: less in a narrow table."""
        close = self.brand.spaces.close.normal
        return min(1.6 * close, max(0.06 * width, 0.8 * close))

    @property
    def _near(self) -> float:
        """Between a number and its bar."""
        return 0.6 * self.brand.spaces.close.normal

    def _heads(self, columns: Sequence[PrintedColumn], height: float) -> list[Label]:
        """The names of the columns, their last lines level."""
        caption, ink = self.brand.styles.caption, self.brand.roles.caption
        deepest = max(len(column.head.lines) for column in columns)
        top, labels = height - caption.cap_height, []
        for number, column in enumerate(columns, 1):
            for at, line in enumerate(column.head.lines, deepest - len(column.head.lines)):
                labels.append(Label(column.left, top - at * caption.leading, line, ink, cell=(0, number)))
        return labels

    def _names(self, names: Sequence[SetName], middles: Sequence[float]) -> list[Label]:
        style, labels = self.brand.styles.figure_label, []
        for row, (name, middle) in enumerate(zip(names, middles, strict=True), 1):
            first = middle - style.cap_height / 2 + (len(name.lines) - 1) * style.leading / 2
            cell = (row, 0) if name.whole else None
            for index, line in enumerate(name.lines):
                labels.append(Label(0.0, first - index * style.leading, line, self.brand.roles.text, cell=cell))
        return labels

    def _values(self, number: int, column: PrintedColumn, middles: Sequence[float]) -> list[Label]:
        roles, labels = self.brand.roles, []
        points = zip(self.sets[number - 1].points, column.entries, middles, strict=True)
        for row, (point, entry, middle) in enumerate(points, 1):
            y = middle - self.brand.styles.figure_label.cap_height / 2
            known = entry.value is not None
            ink = roles.mark_emphasised_label if point.label in self.emphasised else roles.text
            x = column.sign - entry.before if known else column.left
            labels.append(Label(x, y, entry.line, ink if known else roles.caption, cell=(row, number)))
        return labels

    def _bars(self, number: int, column: PrintedColumn, middles: Sequence[float], pitch: float) -> list[Shape]:
        roles, bars, thick = self.brand.roles, [], min(0.5 * pitch, self.brand.styles.figure_label.size)
        points = zip(self.sets[number - 1].points, column.entries, middles, strict=True)
        for row, (point, entry, middle) in enumerate(points, 1):
            if entry.value and column.room:
                start, end = sorted((column.at(Decimal(0)), column.at(entry.value)))
                ink = roles.mark_emphasised if point.label in self.emphasised else roles.mark_beside
                ink = ink if self.emphasised else roles.mark
                drawn = rectangle(start, middle - thick / 2, end - start, thick)
                bars.append(Shape(drawn, fill=ink, cell=(row, number), by="width"))
        return bars

    def _zeros(self, columns: Sequence[PrintedColumn], tall: float, width: float) -> list[Shape]:
        """A line at zero in each column that has values below it."""
        line = self.brand.measures.hairline
        places = [column.at(Decimal(0)) for column in columns if column.reach[0] < 0 and column.room]
        drawn = joined(rectangle(min(x, width - line / 2) - line / 2, 0.0, line, tall) for x in places)
        return [Shape(drawn, fill=self.brand.roles.mark_axis)] if drawn else []

    def _lines(
        self, columns: Sequence[PrintedColumn], middles: Sequence[float], pitch: float, width: float
    ) -> list[Shape]:
        """Hairlines between the rows, one under the heads and one at the foot."""
        line = self.brand.measures.hairline
        ys = [0.0, *((one + other) / 2 for one, other in pairwise(middles))]
        ys += [middles[0] + pitch / 2] if self._head(columns) else []
        drawn = joined(rectangle(0.0, y, width, line) for y in ys)
        return [Shape(drawn, fill=self.brand.roles.hairline)]


def _wide(needs: Needs, near: float, room: float) -> float:
    """The width of a column where the longest bars of all have `room`."""
    bars = near + room * needs.share if needs.share else 0.0
    return max(needs.before + needs.after + bars, needs.least)


def _longest(needs: Sequence[Needs], near: float, spare: float) -> float:
    """The longest bars that all columns can have in `spare` pt; below zero where there is no room for any."""
    low, high = -1.0, _MOST_BAR
    if sum(_wide(each, near, high) for each in needs) <= spare:
        return high
    for _ in range(30):
        middle = (low + high) / 2
        fits = sum(_wide(each, near, middle) for each in needs) <= spare
        low, high = (middle, high) if fits else (low, middle)
    return low


def make(asked: Request) -> BarTable:
    statistic, words = asked.statistic, asked.words
    if not any(point.datum for series in statistic.sets for point in series.points):
        raise FigureError("a table needs values", "give at least one point of the series a number")
    if statistic.guides:
        raise FigureError(
            f"a table has no scale for a {statistic.guides[0].kind} to stand on", "make it a row of its own"
        )
    texts = tuple(tuple(said(point, words) for point in series.points) for series in statistic.sets)
    alternative = sets_alternative(statistic, words)
    return BarTable(asked.brand, alternative, statistic.sets, texts, statistic.emphasised, statistic.language)
