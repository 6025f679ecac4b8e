"""Slope: before and after for several items, a line for each between two columns of labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from reportgen.colour.inks import Ink
from reportgen.content.report import Point as DataPoint
from reportgen.figures.base import Label, Mark, Shape, in_reading_order, no_less, too_narrow
from reportgen.figures.drawing.margin_labels import (
    GAP,
    LabelColumn,
    LabelPiece,
    LabelRows,
    column_height,
    column_width,
    named,
    set_column,
    value_line,
)
from reportgen.figures.drawing.plot import Plot
from reportgen.figures.drawing.scales import start_under
from reportgen.figures.drawing.segments import circle, joined, polyline
from reportgen.figures.lines.before_after import BeforeAfter, pairs_alternative, pairs_of
from reportgen.figures.lines.line_alternative import start_note
from reportgen.figures.lines.paired import Paired
from reportgen.figures.request import Request
from reportgen.geometry import MM, Flex
from reportgen.page import NOTE_CELL
from reportgen.text.setting import set_line

_LEAST = 25 * MM
_NAMES = 0.42
"""The greatest share of the width that the column with the names takes; longer names are wrapped or shortened."""
_LEAST_PLOT = 24.0
_STEEP = 0.28
"""Its usual height over its width, so that lines are seen to rise and fall."""
_NEAR, _NEAREST = 0.06, 4.0
"""From a point to its label, over the width of a narrow figure, and at least in pt."""
_APART = 4.5
_RADIUS = 2.6
_ROOMY = 1.25
"""How much higher than it must be a slope is where there is room, so that labels stand by their points."""
_MOST = 2.0
_LINE = 1.4


@dataclass(frozen=True)
class Slope(Paired):
    """Left of every line its name and what it was, right of it what it became; moved apart where they would touch.

    `note` says where a cut scale starts. No label is dropped; a name of over two lines is shortened.
    """

    def measure(self, width: float) -> Flex:
        """Heights that hold both columns of labels."""
        left, right = self._left(width), self._right()
        needed = column_width(left) + column_width(right) + 2 * self._gap(width) + _LEAST_PLOT
        heads = sum(line.width for line in self._heads) + self._gap(width)
        needed = max(_LEAST, needed, heads, self._note.width)
        if needed > width:
            raise too_narrow("a slope with these labels", needed, width, "shorten the names, or use `figure: table`")
        least = self._head_room + max(
            column_height(left, self._between(left)), column_height(right), 2 * self._head_room
        )
        usual = no_less(self.brand.figure_height, least)
        most = max(usual.most, _MOST * least)
        roomy = max(usual.normal, _ROOMY * least, min(_STEEP * width, most))
        return Flex(least, roomy, most)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Lines with their ends, the two moments over them, and the labels on both sides."""
        plot = self._plot(width, height)
        left, right = self._left(width), self._right()
        low, high = self.foot, height - self._head_room
        before = [
            block.at(self._rise(plot, item, item.before)) for block, item in zip(left, self.pairs.items, strict=True)
        ]
        after = [
            block.at(self._rise(plot, item, item.after)) for block, item in zip(right, self.pairs.items, strict=True)
        ]
        columns = (
            set_column(before, plot.x - self._gap(width), 1.0, low, high, self._between(left)),
            set_column(after, plot.right + self._gap(width), 0.0, low, high),
        )
        labels = [
            *self._head_labels(plot, width, height),
            *columns[0].labels,
            *columns[1].labels,
        ]
        if self.note:
            caption = self.brand.styles.caption
            labels.append(Label(0.0, caption.depth, self._note, self.brand.roles.caption, cell=NOTE_CELL))
        return (*self._leads(plot, columns), *self._lines(plot), *in_reading_order(labels))

    @cached_property
    def starts_at(self) -> Decimal:
        """Where the scale starts: at a round number under the least value, as only slopes are compared."""
        return start_under(self.pairs.values)

    def _gap(self, width: float) -> float:
        """From a point to its label: less in a narrow figure."""
        return _RADIUS + min(1.3 * self.brand.spaces.close.normal, max(_NEAR * width, _NEAREST))

    def _between(self, blocks: Sequence[LabelRows]) -> float:
        """The least distance of the blocks of a column: more where some have several rows."""
        return _APART if any(len(block.rows) > 1 for block in blocks) else GAP

    @property
    def _head_room(self) -> float:
        """Height of the row of moments with the space under it."""
        return self.brand.styles.caption.cap_height + self.brand.spaces.close.normal

    def _plot(self, width: float, height: float) -> Plot:
        """The plot between the columns."""
        values = self.pairs.values
        half = self.brand.styles.figure_label.leading / 2
        left = column_width(self._left(width)) + self._gap(width)
        across = width - left - column_width(self._right()) - self._gap(width)
        tall = height - self.foot - self._head_room - 2 * half
        low, high = min(self.starts_at, *values), max(*values, Decimal(0))
        return Plot(left, self.foot + half, across, tall, 2, low, high)

    def _left(self, width: float) -> list[LabelRows]:
        """Names with the values before."""
        found = []
        for item in self.pairs.items:
            value, ink, bold = self._piece(item, item.before, 1), self._label_ink(item), self._is_emphasised(item)
            cell = (item.row, 0)
            found.append(named(value, item.name, ink, cell, _NAMES * width, self.language, first=True, bold=bold))
        return found

    def _right(self) -> list[LabelRows]:
        """The values after."""
        return [LabelRows(((self._piece(item, item.after, 2),),)) for item in self.pairs.items]

    def _piece(self, item: BeforeAfter, point: DataPoint, column: int) -> LabelPiece:
        styles, roles = self.brand.styles, self.brand.roles
        text = self.alternative.table[item.row][column]
        if point.datum is None:
            line = set_line(text, styles.caption, self.language)
            return LabelPiece(line, styles.caption, roles.caption, (item.row, column))
        line = value_line(text, styles.figure_label, self.language, bold=self._is_emphasised(item) or not self._has_one)
        return LabelPiece(line, styles.figure_label, self._label_ink(item), (item.row, column))

    def _rise(self, plot: Plot, item: BeforeAfter, point: DataPoint) -> float:
        """The height of a value; what is missing stands level with the item's other value, else at the bottom."""
        datum = point.datum or next(iter(item.data), None)
        return plot.rise(datum.value) if datum else plot.y

    def _head_labels(self, plot: Plot, width: float, height: float) -> list[Label]:
        """The moments, each ending or beginning with the values under it."""
        y = height - self.brand.styles.caption.cap_height
        before, after = self._heads
        left = max(plot.x - self._gap(width), before.width)
        right = min(plot.right + self._gap(width), width - after.width)
        if right - left < self._gap(width):
            left, right = before.width, width - after.width
        ink = self.brand.roles.caption
        return [Label(left, y, before, ink, 1.0, (0, 1)), Label(right, y, after, ink, 0.0, (0, 2))]

    def _lines(self, plot: Plot) -> list[Shape]:
        """Lines first, then their ends, hollow before and full after; the emphasised ones on top."""
        order = sorted(self.pairs.items, key=self._is_emphasised)
        shapes = [self._line(plot, [item for item in order if self._ink(item) == ink], ink) for ink in self._inks()]
        for item in order:
            ink = self._ink(item)
            for index, point in enumerate((item.before, item.after)):
                if point.datum:
                    where, cell = plot.at(index, point.datum.value), (item.row, index + 1)
                    hollow = Shape(circle(*where, _RADIUS - 0.5), self.brand.roles.paper, ink, 1.0, cell, "y")
                    shapes.append(Shape(circle(*where, _RADIUS), fill=ink, cell=cell, by="y") if index else hollow)
        return [shape for shape in shapes if shape.segments]

    def _leads(self, plot: Plot, columns: tuple[LabelColumn, LabelColumn]) -> list[Shape]:
        """Hairlines to labels that had to be moved, on both sides."""
        weight, away = self.brand.measures.hairline, _RADIUS + 1
        found = joined([columns[0].leads(plot.x - away, weight), columns[1].leads(plot.right + away, weight)])
        return [Shape(found, fill=self.brand.roles.caption)] if found else []

    def _line(self, plot: Plot, items: Sequence[BeforeAfter], ink: Ink) -> Shape:
        both = [(item.before.datum, item.after.datum) for item in items]
        lines = [polyline([plot.at(0, one.value), plot.at(1, other.value)]) for one, other in both if one and other]
        return Shape(joined(lines), stroke=ink, line_width=_LINE)

    def _inks(self) -> list[Ink]:
        """The inks of the lines, each once, that of the emphasised ones last."""
        return list(dict.fromkeys(self._ink(item) for item in sorted(self.pairs.items, key=self._is_emphasised)))

    @cached_property
    def _has_one(self) -> bool:
        return any(item.name in self.emphasised for item in self.pairs.items)

    def _is_emphasised(self, item: BeforeAfter) -> bool:
        return item.name in self.emphasised

    def _ink(self, item: BeforeAfter) -> Ink:
        roles = self.brand.roles
        if not self._has_one:
            return roles.mark
        return roles.mark_emphasised if self._is_emphasised(item) else roles.mark_beside

    def _label_ink(self, item: BeforeAfter) -> Ink:
        return self.brand.roles.mark_emphasised_label if self._is_emphasised(item) else self.brand.roles.text


def make(asked: Request) -> Slope:
    statistic, words = asked.statistic, asked.words
    pairs = pairs_of(statistic, "a slope")
    made = Slope(
        asked.brand, pairs_alternative(statistic, pairs, words), pairs, statistic.emphasised, statistic.language
    )
    if not made.starts_at:
        return made
    rule = next(datum.rule for item in pairs.items for datum in item.data)
    return replace(made, note=start_note(made.starts_at, rule, words, statistic.language))
