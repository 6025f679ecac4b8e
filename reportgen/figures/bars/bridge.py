"""The kind `bridge`: columns from a start by signed steps to an end, which show what a change is made up of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from math import ceil

from reportgen.colour.inks import Ink
from reportgen.figures.bars.bridge_rows import BridgeRows
from reportgen.figures.bars.bridge_steps import BridgeColumn, SteppedFigure, bridge_alternative, columns_of
from reportgen.figures.base import Label, Mark, Shape, in_reading_order, no_less, too_narrow
from reportgen.figures.drawing.clear_rules import level_rule
from reportgen.figures.drawing.names import SHORTER
from reportgen.figures.drawing.segments import joined, rectangle
from reportgen.figures.request import Request
from reportgen.geometry import Flex, Rect, fixed
from reportgen.text.setting import SetLine, narrowest_measure, set_text
from reportgen.text.spans import Span
from reportgen.text.type_style import TypeStyle

_GAP = 0.34
"""Space between two columns over a column's width; together they fill the figure."""
_BETWEEN = 3.0
"""Least space between two labels side by side, in pt."""
_LINES = 4
"""The most lines of a name under its column."""
_USUAL = 1.6
"""Height over that of other figures: steps are small parts of what they change."""
_WIDEST = 3000
"""A width in pt at which any bridge that can be read has room."""
_PLOT = 2.5
"""The least height of the columns over that of a label with its space."""


@dataclass(frozen=True, slots=True)
class BridgePlan:
    """Columns in a width: how wide one is, from where to where, the lines of names and the height of these; in pt."""

    wide: float
    slot: float
    names: tuple[tuple[SetLine, ...], ...]
    under: float


@dataclass(frozen=True)
class Bridge(SteppedFigure):
    """The first column and the last stand on zero; between them each step begins where the one before ends.

    What is added is solid, what is taken away is an outline, as its sign says too. Values stand over their columns, and
    under those that go down below zero. No label is left out: a name takes up to four lines.
    Where that is not enough the columns lie in rows, with their names over them, or the figure is refused.
    """

    def measure(self, width: float) -> Flex:
        """Heights above the lowest name that leave the columns, or the rows, their labels."""
        plan = self.plan(width)
        if plan is None:
            if self._rows.fits(width):
                return self._rows.measure(width)
            hint = f"{SHORTER}, put small steps together, or make the figure wider"
            wide = (wide for wide in range(ceil(width), _WIDEST, 2) if self.plan(wide) or self._rows.fits(wide))
            raise too_narrow("a bridge with these labels", next(wide, _WIDEST), width, hint)
        around = plan.under + self._label_room * (2 if self._low < 0 else 1)
        usual = self.brand.figure_height
        height = Flex(usual.least, min(_USUAL * usual.normal, usual.most), usual.most) + fixed(plan.under)
        return no_less(height, around + _PLOT * self._label_room)

    def plan(self, width: float) -> BridgePlan | None:
        """The columns with their names; None where a word or value has no room, or a name takes too many lines."""
        several = len(self.columns)
        wide = width / (several + (several - 1) * _GAP)
        slot = wide * (1 + _GAP)
        rooms = [slot - _BETWEEN] * several
        rooms[0] = rooms[-1] = (wide + slot) / 2 - _BETWEEN  # the labels at the ends do not stand out of the figure
        if any(least > room for least, room in zip(self._least_widths, rooms, strict=True)):
            return None
        names = tuple(
            set_text(self._rich(column), self._caption, room, self.language, continues=True).lines
            for column, room in zip(self.columns, rooms, strict=True)
        )
        most = max(map(len, names))
        under = self._away + self._caption.cap_height + (most - 1) * self._caption.leading + self._caption.depth
        return BridgePlan(wide, slot, names, under) if most <= _LINES else None

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Columns, what joins them, the axis at zero, values and names; or rows, in a narrow figure."""
        plan = self.plan(width)
        if plan is None:
            return self._rows.marks(width, height)
        bottom = plan.under + (self._label_room if self._low < 0 else 0.0)
        plot = Rect(0, bottom, width, height - bottom - self._label_room)
        boxes = [self._box(index, column, plan, plot) for index, column in enumerate(self.columns)]
        line = self.brand.measures.rule
        zero, left, right = self._rise(Decimal(0), plot), boxes[0].x, boxes[-1].right
        values = self._value_labels(boxes)
        axis = level_rule(zero, left, right, line, [label.box for label in values])
        labels = in_reading_order([*values, *self._name_labels(boxes, plan)])
        under = Shape(axis, fill=self.brand.roles.mark_axis)
        return (*self.column_shapes(boxes, "height"), *self._joints(boxes, plot), under, *labels)

    @cached_property
    def _rows(self) -> BridgeRows:
        return BridgeRows(self.brand, self.alternative, self.columns, self.emphasised, self.language)

    @cached_property
    def _low(self) -> Decimal:
        return min(Decimal(0), *(column.end for column in self.columns))

    @cached_property
    def _high(self) -> Decimal:
        return max(Decimal(0), *(column.end for column in self.columns))

    def _rise(self, value: Decimal, plot: Rect) -> float:
        return plot.y + float((value - self._low) / ((self._high - self._low) or 1)) * plot.height

    def _box(self, index: int, column: BridgeColumn, plan: BridgePlan, plot: Rect) -> Rect:
        """The rectangle of a column, y upwards."""
        low, high = sorted((self._rise(column.start, plot), self._rise(column.end, plot)))
        return Rect(index * plan.slot, low, plan.wide, high - low)

    @cached_property
    def _least_widths(self) -> list[float]:
        """The widest word or value of each column."""
        style = self.brand.styles.caption
        return [
            max(narrowest_measure(self._rich(column), style, self.language), value.width)
            for column, value in zip(self.columns, self.value_lines, strict=True)
        ]

    def _joints(self, boxes: Sequence[Rect], plot: Rect) -> list[Shape]:
        """A line from the end of each column to the next."""
        line = self.brand.measures.hairline
        pieces = []
        for column, box, after in zip(self.columns, boxes, boxes[1:], strict=False):
            y = self._rise(column.end, plot)
            pieces.append(rectangle(box.right, y - line / 2, after.x - box.right, line))
        return [Shape(joined(pieces), fill=self.brand.roles.caption)] if pieces else []

    def _value_labels(self, boxes: Sequence[Rect]) -> list[Label]:
        style, away = self.brand.styles.figure_label, self._away
        labels = []
        for column, box, line in zip(self.columns, boxes, self.value_lines, strict=True):
            under = column.end < 0 and column.end <= column.start
            y = box.y - away - style.cap_height if under else box.bottom + away
            labels.append(self._kept(box, y, line, self.value_ink(column), (column.row, 1), boxes))
        return labels

    def _kept(
        self, box: Rect, y: float, line: SetLine, ink: Ink, cell: tuple[int, int], boxes: Sequence[Rect]
    ) -> Label:
        """A label on the middle of its column; a wide one at the ends of the figure begins or ends with its column."""
        if len(boxes) > 1 and line.width > box.width:
            if box is boxes[0]:
                return Label(box.x, y, line, ink, 0.0, cell)
            if box is boxes[-1]:
                return Label(box.right, y, line, ink, 1.0, cell)
        return Label(box.x + box.width / 2, y, line, ink, 0.5, cell)

    def _name_labels(self, boxes: Sequence[Rect], plan: BridgePlan) -> list[Label]:
        top = plan.under - self._away - self._caption.cap_height
        labels = []
        for column, box, lines in zip(self.columns, boxes, plan.names, strict=True):
            ink = self.brand.roles.text if column.name in self.emphasised else self.brand.roles.caption
            for index, line in enumerate(lines):
                y = top - index * self._caption.leading
                labels.append(self._kept(box, y, line, ink, (column.row, 0), boxes))
        return labels

    @property
    def _caption(self) -> TypeStyle:
        return self.brand.styles.caption

    @property
    def _away(self) -> float:
        return 0.6 * self.brand.spaces.close.normal

    @property
    def _label_room(self) -> float:
        return self._away + self.brand.styles.figure_label.cap_height

    def _rich(self, column: BridgeColumn) -> tuple[Span, ...]:
        return (Span(column.name, bold=column.name in self.emphasised),)


def make(asked: Request) -> Bridge:
    statistic = asked.statistic
    columns = columns_of(statistic)
    alternative = bridge_alternative(statistic, columns, asked.words)
    return Bridge(asked.brand, alternative, columns, statistic.emphasised, statistic.language)
