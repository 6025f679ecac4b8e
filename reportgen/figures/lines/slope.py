"""The kind `slope`: before and after of several items, a line for each between two columns of labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from reportgen.colour.inks import Ink
from reportgen.figures.base import Label, Mark, Shape, in_reading_order, no_less, too_narrow
from reportgen.figures.drawing.margin_labels import (
    GAP,
    LabelColumn,
    LabelRows,
    column_height,
    column_width,
    named,
    set_column,
)
from reportgen.figures.drawing.names import SHORTER
from reportgen.figures.drawing.scales import start_under
from reportgen.figures.drawing.segments import circle, joined, polyline
from reportgen.figures.lines.before_after import BeforeAfter
from reportgen.figures.lines.paired import Paired, make_paired
from reportgen.figures.lines.plot import Plot
from reportgen.figures.request import Request
from reportgen.geometry import MM, Flex

_LEAST = 25 * MM
_NAMES = 0.42
"""The greatest share of the width that the column with the names takes; longer names are wrapped."""
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


@dataclass(frozen=True, slots=True)
class SlopePlan:
    """The labels left and right in a width, and where the plot between them begins and ends, in pt.

    Labels stand `gap` from their points, and those on the left `between` apart at least.
    """

    left: tuple[LabelRows, ...]
    right: tuple[LabelRows, ...]
    gap: float
    between: float
    begin: float
    end: float


@dataclass(frozen=True)
class Slope(Paired):
    """Left of every line its name and what it was, right of it what it became; moved apart where they would touch.

    `note` says where a cut scale starts. No label is dropped, and no name is cut.
    """

    def measure(self, width: float) -> Flex:
        """Heights that hold both columns of labels."""
        plan = self.plan(width)
        least = self._head_room + max(
            column_height(plan.left, plan.between), column_height(plan.right), 2 * self._head_room
        )
        usual = no_less(self.brand.figure_height, least)
        most = max(usual.most, _MOST * least)
        roomy = max(usual.normal, _ROOMY * least, min(_STEEP * width, most))
        return Flex(least, roomy, most)

    def plan(self, width: float) -> SlopePlan:
        """The labels on both sides, and the plot between them. Raises FigureError for too little width."""
        left, right = tuple(self._left(width)), tuple(LabelRows(((self.value(item, 2),),)) for item in self.pairs.items)
        gap = _RADIUS + min(1.3 * self.brand.spaces.close.normal, max(_NEAR * width, _NEAREST))
        needed = column_width(left) + column_width(right) + 2 * gap + _LEAST_PLOT
        heads = sum(line.width for line in self.heads) + gap
        needed = max(_LEAST, needed, heads, self.note_line.width)
        if needed > width:
            raise too_narrow("a slope with these labels", needed, width, f"{SHORTER}, or use `figure: table`")
        between = _APART if any(len(block.rows) > 1 for block in left) else GAP
        return SlopePlan(left, right, gap, between, column_width(left) + gap, width - column_width(right) - gap)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Lines with their ends, the two periods over them, and the labels on both sides."""
        plan = self.plan(width)
        plot, low, high = self._plot(plan, height), self.foot, height - self._head_room
        rises = [(self._rise(plot, item, 1), self._rise(plot, item, 2)) for item in self.pairs.items]
        before = [block.at(rise) for block, (rise, _) in zip(plan.left, rises, strict=True)]
        after = [block.at(rise) for block, (_, rise) in zip(plan.right, rises, strict=True)]
        columns = (
            set_column(before, plot.x - plan.gap, 1.0, low, high, plan.between),
            set_column(after, plot.right + plan.gap, 0.0, low, high),
        )
        labels = [*self._head_labels(plot, plan, width, height), *columns[0].labels, *columns[1].labels]
        labels += self.note_labels
        return (*self._leads(plot, columns), *self._lines(plot), *in_reading_order(labels))

    @cached_property
    def starts_at(self) -> Decimal:
        """Where the scale starts: at a round number under the least value, as only slopes are compared."""
        return start_under(self.pairs.values)

    @property
    def _head_room(self) -> float:
        """Height of the row of periods with the space under it."""
        return self.brand.styles.caption.cap_height + self.brand.spaces.close.normal

    def _plot(self, plan: SlopePlan, height: float) -> Plot:
        """The plot between the columns."""
        values = self.pairs.values
        half = self.brand.styles.figure_label.leading / 2
        tall = height - self.foot - self._head_room - 2 * half
        low, high = min(self.starts_at, *values), max(*values, Decimal(0))
        return Plot(plan.begin, self.foot + half, plan.end - plan.begin, tall, 2, low, high)

    def _left(self, width: float) -> list[LabelRows]:
        """Names with the values before."""
        found = []
        for item in self.pairs.items:
            value, ink, bold = self.value(item, 1), self.label_ink(item), self.is_emphasised(item)
            cell = (item.row, 0)
            found.append(named(value, item.name, ink, cell, _NAMES * width, self.language, first=True, bold=bold))
        return found

    def _rise(self, plot: Plot, item: BeforeAfter, column: int) -> float:
        """The height of a value; what is missing stands level with the item's other value, else at the bottom."""
        datum = item.known.get(column) or next(iter(item.known.values()), None)
        return plot.rise(datum.value) if datum else plot.y

    def _head_labels(self, plot: Plot, plan: SlopePlan, width: float, height: float) -> list[Label]:
        """The periods, each ending or beginning with the values under it."""
        y = height - self.brand.styles.caption.cap_height
        before, after = self.heads
        left = max(plot.x - plan.gap, before.width)
        right = min(plot.right + plan.gap, width - after.width)
        if right - left < plan.gap:
            left, right = before.width, width - after.width
        ink = self.brand.roles.caption
        return [Label(left, y, before, ink, 1.0, (0, 1)), Label(right, y, after, ink, 0.0, (0, 2))]

    def _lines(self, plot: Plot) -> list[Shape]:
        """Lines first, then their ends, hollow before and full after; the emphasised ones on top."""
        order = sorted(self.pairs.items, key=self.is_emphasised)
        shapes = [
            self._line(plot, [item for item in order if self.ink(item) == ink], ink)
            for ink in dict.fromkeys(map(self.ink, order))
        ]
        for item in order:
            ink = self.ink(item)
            for column, datum in item.known.items():
                where, cell = plot.at(column - 1, datum.value), (item.row, column)
                hollow = Shape(circle(*where, _RADIUS - 0.5), self.brand.roles.paper, ink, 1.0, cell, "y")
                full = Shape(circle(*where, _RADIUS), fill=ink, cell=cell, by="y")
                shapes.append(hollow if column == 1 else full)
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


def make(asked: Request) -> Slope:
    return make_paired(Slope, asked, "a slope")
