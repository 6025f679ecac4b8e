"""A bridge in a narrow figure: its columns lie in rows, with their names over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reportgen.figures.bars.bridge_steps import BridgeColumn, SteppedFigure
from reportgen.figures.base import Label, Mark, Shape, in_reading_order
from reportgen.figures.drawing.bar_spacing import RowNeeds, share_out, unit_of, zero_of
from reportgen.figures.drawing.clear_rules import upright_rule
from reportgen.figures.drawing.segments import joined
from reportgen.geometry import Flex, Rect
from reportgen.text.setting import SetText, set_text
from reportgen.text.spans import Span

_LINES = 2
"""The most lines of a name over its row."""
_SHARE = 0.35
"""The least share of the width that the scale keeps beside the values."""


@dataclass(frozen=True, slots=True)
class BridgeRowsPlan:
    """The names over the rows, what a row asks for, and where zero and the length of a unit are, in pt."""

    names: tuple[SetText, ...]
    row: RowNeeds
    unit: float
    zero: float

    def at(self, value: Decimal) -> float:
        """Where a value stands."""
        return self.zero + float(value) * self.unit


@dataclass(frozen=True)
class BridgeRows(SteppedFigure):
    """The first row and the last start at zero; between them each begins where the one before ends, under it.

    Values stand right of their rows.
    """

    def fits(self, width: float) -> bool:
        """Whether every name and value has room, and the rows their share of the width."""
        plan = self.plan(width)
        reach = max(0.0, *self._reaches(1)) + max(0.0, *self._reaches(-1))
        roomy = not any(name.overfull or len(name.lines) > _LINES for name in plan.names)
        return roomy and plan.unit * reach >= _SHARE * width

    def measure(self, width: float) -> Flex:
        """Heights of all rows with their names."""
        return self.plan(width).row.measure(len(self.columns))

    def plan(self, width: float) -> BridgeRowsPlan:
        """Names over the rows, and the scale between the edge and the values."""
        style, bold = self.brand.styles.figure_label, self.emphasised
        names = tuple(
            set_text((Span(column.name, bold=column.name in bold),), style, width, self.language, continues=True)
            for column in self.columns
        )
        over = self._pad + style.cap_height + (max(len(name.lines) for name in names) - 1) * style.leading
        size, ink = style.size, style.cap_height + 2 * style.depth
        row = RowNeeds(over, 0.0, ink, Flex(1.7 * size, 2.1 * size, 3.2 * size), 0.5, 1.6 * size)
        left = [(reach, 0.0) for reach in self._reaches(-1)]
        ends = [self._pad + line.width for line in self.value_lines]
        unit = unit_of(left, zip(self._reaches(1), ends, strict=True), width)
        return BridgeRowsPlan(names, row, unit, zero_of(left, unit))

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Rows, what joins them, the axis where some are below zero, values and names."""
        plan = self.plan(width)
        bars = share_out(len(self.columns), plan.row, height)
        places = zip(self.columns, bars.middles, strict=True)
        boxes = [self._box(column, plan, middle, bars.thick) for column, middle in places]
        labels = [*self._value_labels(boxes), *self._name_labels(boxes, plan)]
        return (
            *self.column_shapes(boxes, "width"),
            *self._joints(boxes, plan, labels),
            *self._axis(plan.zero, boxes, labels),
            *in_reading_order(labels),
        )

    def _reaches(self, sign: int) -> list[float]:
        """How far each row reaches to the right (1) or to the left (-1) of zero."""
        return [max(0.0, sign * float(column.start), sign * float(column.end)) for column in self.columns]

    @property
    def _pad(self) -> float:
        return 0.55 * self.brand.spaces.close.normal

    def _box(self, column: BridgeColumn, plan: BridgeRowsPlan, middle: float, thick: float) -> Rect:
        start, end = sorted((plan.at(column.start), plan.at(column.end)))
        return Rect(start, middle - thick / 2, end - start, thick)

    def _joints(self, boxes: Sequence[Rect], plan: BridgeRowsPlan, labels: Sequence[Label]) -> list[Shape]:
        """A line from the end of each row down to the next, open where it would cross a name."""
        hair, held = self.brand.measures.hairline, [label.box for label in labels]
        places = [plan.at(column.end) for column in self.columns]
        right = max(box.right for box in boxes)
        found = [
            upright_rule(min(max(x, hair / 2), right - hair / 2), under.bottom, over.y, hair, held)
            for x, (over, under) in zip(places, pairwise(boxes), strict=False)
        ]
        drawn = joined(found)
        return [Shape(drawn, fill=self.brand.roles.caption)] if drawn else []

    def _axis(self, zero: float, boxes: Sequence[Rect], labels: Sequence[Label]) -> list[Shape]:
        if not any(self._reaches(-1)):
            return []
        line, held = self.brand.measures.rule, [label.box for label in labels]
        drawn = upright_rule(max(zero, line / 2), boxes[-1].y, boxes[0].bottom, line, held)
        return [Shape(drawn, fill=self.brand.roles.mark_axis)] if drawn else []

    def _value_labels(self, boxes: Sequence[Rect]) -> list[Label]:
        style, labels = self.brand.styles.figure_label, []
        for column, box, line in zip(self.columns, boxes, self.value_lines, strict=True):
            y = box.y + (box.height - style.cap_height) / 2
            labels.append(Label(box.right + self._pad, y, line, self.value_ink(column), cell=(column.row, 1)))
        return labels

    def _name_labels(self, boxes: Sequence[Rect], plan: BridgeRowsPlan) -> list[Label]:
        style, labels = self.brand.styles.figure_label, []
        for column, box, name in zip(self.columns, boxes, plan.names, strict=True):
            first = box.bottom + self._pad + (len(name.lines) - 1) * style.leading
            for index, line in enumerate(name.lines):
                y = first - index * style.leading
                labels.append(Label(0.0, y, line, self.brand.roles.text, cell=(column.row, 0)))
        return labels
