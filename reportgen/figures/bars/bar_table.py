"""The kind `table`: columns of numbers aligned on their decimal sign, with small bars on the scale of each column."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import accumulate, pairwise

from reportgen.content.report import Point, Series
from reportgen.figures.bars.table_columns import (
    GOOD_BAR,
    LEAST_BAR,
    ColumnNeeds,
    PrintedCell,
    PrintedColumn,
    before_decimal,
    longest_bars,
)
from reportgen.figures.bars.table_scales import ColumnScale, column_scales
from reportgen.figures.base import FigureError, Label, Mark, MarkFigure, Shape, in_reading_order, too_narrow
from reportgen.figures.drawing.bar_spacing import least_width
from reportgen.figures.drawing.least_printed import is_too_small, printed_end
from reportgen.figures.drawing.names import MOST_LINES, SHORTER, SetName, set_names
from reportgen.figures.drawing.segments import joined, rectangle
from reportgen.figures.request import Request
from reportgen.figures.series_alternatives import said, sets_alternative
from reportgen.geometry import Flex
from reportgen.press_practice import LEAST_LINE
from reportgen.text.setting import narrowest_measure, natural_width, set_line, set_text
from reportgen.text.spans import Span

_NAMES = 0.42
"""The most of the width that the names take."""


@dataclass(frozen=True, slots=True)
class BarTablePlan:
    """The names and columns of a table in a width, and the height of the heads with the space under them, in pt."""

    names: tuple[SetName, ...]
    columns: tuple[PrintedColumn, ...]
    head: float


@dataclass(frozen=True)
class BarTable(MarkFigure):
    """One row for each point, one column for each series; `texts` is what each series says of each point.

    Rows that are `totals` have no bars. What is called one of `emphasised`, a row or a column, stands out.
    """

    sets: tuple[Series, ...]
    texts: tuple[tuple[str, ...], ...]
    scales: tuple[ColumnScale, ...]
    emphasised: tuple[str, ...]
    totals: tuple[str, ...]
    language: str

    def measure(self, width: float) -> Flex:
        """Heights of the heads and all rows; raises FigureError for too narrow a width."""
        plan, style = self.plan(width), self.brand.styles.figure_label
        lines = (max(len(name.lines) for name in plan.names) - 1) * style.leading
        rows = Flex(1.5 * style.size + lines, 2.0 * style.size + lines, 3.2 * style.size + lines) * len(plan.names)
        return Flex(rows.least + plan.head, rows.normal + plan.head, rows.most + plan.head)

    def plan(self, width: float) -> BarTablePlan:
        """The names, and the columns in what they leave. Raises FigureError for too little width."""
        needs = [self._needs(*each) for each in zip(self.sets, self._cells, self.scales, strict=True)]
        found = self._shared(needs, width)
        if found:
            names, room = found
            columns = self._columns(needs, room, width)
            lines, caption = max(len(column.head.lines) for column in columns), self.brand.styles.caption
            least = self._accents + caption.cap_height + self._near + caption.depth
            head = least + (lines - 1) * caption.leading if lines else 0.0
            return BarTablePlan(names, columns, head)
        needed = least_width(lambda wide: self._shared(needs, wide) is not None, width)
        if needed is None:
            raise FigureError("a table with these columns has no room at any width", "leave out a column")
        raise too_narrow("a table with these columns", needed, width, f"leave out a column, or {SHORTER}")

    def cramped(self, width: float) -> float:
        """By what share the longest bars are shorter than what compares well; 0 without bars."""
        rooms = [column.room for column in self.plan(width).columns if column.room]
        return max(0.0, 1.0 - max(rooms) / GOOD_BAR) if rooms else 0.0

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Hairlines between the rows, bars, heads, names and values."""
        plan = self.plan(width)
        count, columns = len(plan.names), plan.columns
        spacing = (height - plan.head) / count
        middles = [(count - row - 0.5) * spacing for row in range(count)]
        numbered = list(enumerate(columns, 1))
        bars = [bar for number, column in numbered for bar in self._bars(number, column, middles, spacing)]
        values = [label for number, column in numbered for label in self._values(number, column, middles)]
        labels = in_reading_order([*self._heads(columns, height), *self._names(plan.names, middles), *values])
        ys = [0.0, *((one + other) / 2 for one, other in pairwise(middles))]
        ys += [middles[0] + spacing / 2] if plan.head else []
        lines = joined(rectangle(0.0, y, width, self.brand.measures.hairline) for y in ys)
        hairlines = Shape(lines, fill=self.brand.roles.hairline)
        return (hairlines, *bars, *self._zeros(columns, count * spacing, width), *labels)

    def _shared(self, needs: Sequence[ColumnNeeds], width: float) -> tuple[tuple[SetName, ...], float] | None:
        """Names on the fewest lines that leave long bars to all columns, else the longest; and their length."""
        best: tuple[tuple[SetName, ...], float] | None = None
        for share, lines in ((1.0, 1), (_NAMES, 2), (_NAMES, MOST_LINES)):
            names = self._set_names(share * width, lines)
            if names:
                spare = width - max(name.width for name in names) - self._gap(width) * len(needs)
                room = longest_bars(needs, self._near, spare)
                if room >= (best[1] + 1.0 if best else LEAST_BAR):
                    best = names, room
                if room >= GOOD_BAR:
                    break
        return best

    def _columns(self, needs: Sequence[ColumnNeeds], room: float, width: float) -> tuple[PrintedColumn, ...]:
        """The columns with bars as long as `room` at most, against the right edge."""
        near, gap, caption = self._near, self._gap(width), self.brand.styles.caption
        wide = [each.width(near, room) for each in needs]
        first = width - sum(wide) - gap * (len(wide) - 1)
        lefts = accumulate((each + gap for each in wide[:-1]), initial=first)
        columns = []
        placed = zip(lefts, needs, self.sets, wide, self._cells, self.scales, strict=True)
        for left, each, series, across, cells, scale in placed:
            name = (Span(series.name, bold=series.name in self.emphasised),)
            head, sign, reach = set_text(name, caption, across + 0.01, self.language), left + each.before, scale.reach
            columns.append(PrintedColumn(left, sign, sign + each.after + near, room * each.share, reach, head, cells))
        return tuple(columns)

    def _needs(self, series: Series, cells: Sequence[PrintedCell], scale: ColumnScale) -> ColumnNeeds:
        known = [cell for cell in cells if cell.value is not None]
        words = max((cell.line.width for cell in cells if cell.value is None), default=0.0)
        head = narrowest_measure((Span(series.name, bold=True),), self.brand.styles.caption, self.language)
        before = max((cell.before for cell in known), default=0.0)
        after = max((cell.line.width - cell.before for cell in known), default=0.0)
        return ColumnNeeds(before, after, max(words, head), scale.share)

    def _matters(self, point: Point, series: Series) -> bool:
        """Whether the value of a row in a column stands out."""
        return point.label in self.emphasised or series.name in self.emphasised

    @cached_property
    def _cells(self) -> tuple[tuple[PrintedCell, ...], ...]:
        """The values of each column, set."""
        return tuple(self._set_cells(*each) for each in zip(self.sets, self.texts, strict=True))

    def _set_cells(self, series: Series, texts: Sequence[str]) -> tuple[PrintedCell, ...]:
        style, caption, cells = self.brand.styles.figure_label, self.brand.styles.caption, []
        for point, text in zip(series.points, texts, strict=True):
            if point.datum is None:
                cells.append(PrintedCell(set_line(text, caption, self.language), None, 0.0))
                continue
            bold = self._matters(point, series)
            before = natural_width((Span(before_decimal(text, self.language), bold=bold),), style, self.language)
            line = set_line((Span(text, bold=bold),), style, self.language)
            cells.append(PrintedCell(line, point.datum.value, before))
        return tuple(cells)

    def _set_names(self, measure: float, lines: int) -> tuple[SetName, ...] | None:
        """The names of all rows, or None where they do not fit so."""
        labels = [point.label for point in self.sets[0].points]
        style = self.brand.styles.figure_label
        try:
            return set_names(labels, style, measure, self.language, self.emphasised, lines, lines > 2)
        except FigureError:
            return None

    def _gap(self, width: float) -> float:
        """Between two columns: less in a narrow table."""
        close = self.brand.spaces.close.normal
        return min(1.6 * close, max(0.06 * width, 0.8 * close))

    @property
    def _near(self) -> float:
        """Between a number and its bar."""
        return 0.6 * self.brand.spaces.close.normal

    @property
    def _accents(self) -> float:
        """What accents on capitals need over the heads, in pt: `Österreich` is taller than `Austria`."""
        names = unicodedata.normalize("NFD", " ".join(each.name for each in self.sets))
        accented = any(one.isupper() and unicodedata.combining(other) for one, other in pairwise(names))
        return self.brand.styles.caption.depth if accented else 0.0

    def _heads(self, columns: Sequence[PrintedColumn], height: float) -> list[Label]:
        """The names of the columns, their last lines level."""
        caption, ink = self.brand.styles.caption, self.brand.roles.caption
        deepest = max(len(column.head.lines) for column in columns)
        top, labels = height - self._accents - caption.cap_height, []
        for number, column in enumerate(columns, 1):
            for at, line in enumerate(column.head.lines, deepest - len(column.head.lines)):
                labels.append(Label(column.left, top - at * caption.leading, line, ink, cell=(0, number)))
        return labels

    def _names(self, names: Sequence[SetName], middles: Sequence[float]) -> list[Label]:
        style, labels = self.brand.styles.figure_label, []
        for row, (name, middle) in enumerate(zip(names, middles, strict=True), 1):
            first = middle - style.cap_height / 2 + (len(name.lines) - 1) * style.leading / 2
            cell = (row, 0)
            for index, line in enumerate(name.lines):
                labels.append(Label(0.0, first - index * style.leading, line, self.brand.roles.text, cell=cell))
        return labels

    def _values(self, number: int, column: PrintedColumn, middles: Sequence[float]) -> list[Label]:
        roles, labels = self.brand.roles, []
        points = zip(self.sets[number - 1].points, column.entries, middles, strict=True)
        for row, (point, entry, middle) in enumerate(points, 1):
            y = middle - self.brand.styles.figure_label.cap_height / 2
            known = entry.value is not None
            ink = roles.mark_emphasised_label if self._matters(point, self.sets[number - 1]) else roles.text
            x = column.sign - entry.before if known else column.left
            labels.append(Label(x, y, entry.line, ink if known else roles.caption, cell=(row, number)))
        return labels

    def _bars(self, number: int, column: PrintedColumn, middles: Sequence[float], spacing: float) -> list[Shape]:
        roles, bars, thick = self.brand.roles, [], min(0.5 * spacing, self.brand.styles.figure_label.size)
        points = zip(self.sets[number - 1].points, column.entries, middles, strict=True)
        for row, (point, entry, middle) in enumerate(points, 1):
            if entry.value and column.room and point.label not in self.totals:
                zero, end = column.at(Decimal(0)), column.at(entry.value)
                long = max(abs(end - zero), LEAST_LINE)
                left = max(column.bars, min(zero, printed_end(zero, end), column.bars + column.room - long))
                ink = roles.mark_emphasised if self._matters(point, self.sets[number - 1]) else roles.mark_beside
                ink = ink if self.emphasised else roles.mark
                drawn, small = rectangle(left, middle - thick / 2, long, thick), is_too_small(end - zero)
                bars.append(Shape(drawn, fill=ink, cell=(row, number), by="width", widened=small))
        return bars

    def _zeros(self, columns: Sequence[PrintedColumn], tall: float, width: float) -> list[Shape]:
        """A line at zero in each column that has values below it."""
        line = self.brand.measures.hairline
        places = [column.at(Decimal(0)) for column in columns if column.reach[0] < 0 and column.room]
        drawn = joined(rectangle(min(x, width - line / 2) - line / 2, 0.0, line, tall) for x in places)
        return [Shape(drawn, fill=self.brand.roles.mark_axis)] if drawn else []


def make(asked: Request) -> BarTable:
    statistic, words = asked.statistic, asked.words
    if statistic.guides:
        raise FigureError(
            f"a table has no scale for a {statistic.guides[0].kind} to stand on", "make it a row of its own"
        )
    texts = tuple(tuple(said(point, words) for point in series.points) for series in statistic.sets)
    alternative = sets_alternative(statistic, words)
    scales, totals = column_scales(statistic), statistic.totals
    return BarTable(
        asked.brand, alternative, statistic.sets, texts, scales, statistic.emphasised, totals, statistic.language
    )
