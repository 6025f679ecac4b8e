"""The kind `dumbbell`: two values of each of several items on one scale, a row for each, the periods named on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from reportgen.figures.base import Label, Mark, Shape, in_reading_order, too_narrow
from reportgen.figures.drawing.clear_rules import upright_rule
from reportgen.figures.drawing.declutter import moved_apart
from reportgen.figures.drawing.least_printed import is_too_small
from reportgen.figures.drawing.margin_labels import LabelPiece
from reportgen.figures.drawing.names import SHORTER, set_wrapped
from reportgen.figures.drawing.scales import scale_start
from reportgen.figures.drawing.segments import circle, rectangle
from reportgen.figures.lines.before_after import BeforeAfter
from reportgen.figures.lines.paired import Paired, make_paired
from reportgen.figures.request import Request
from reportgen.geometry import MM, Flex
from reportgen.text.setting import SetLine

_LEAST = 25 * MM
_NAMES = 0.4
"""The greatest share of the width that names take; longer ones are wrapped."""
_LEAST_PLOT = 24.0
_RADIUS = 3.2
_BAR = 2.2
_ROOMY = 1.5
"""How much farther apart than is needed rows stand where there is room."""
_MOST = 2.2


@dataclass(frozen=True, slots=True)
class DumbbellPlan:
    """A width with the set names of all items, and where the scale begins and ends.

    Names stand left of `begin`; where that is 0 they stand over their rows.
    """

    width: float
    names: tuple[tuple[SetLine, ...], ...]
    begin: float
    left: float
    right: float

    @property
    def least(self) -> float:
        """The width that all of it needs, in pt."""
        widest = max(line.width for lines in self.names for line in lines)
        return max(self.left + self.width - self.right + _LEAST_PLOT, widest)

    @property
    def most_lines(self) -> int:
        """Of the names."""
        return max(len(lines) for lines in self.names)


@dataclass(frozen=True)
class Dumbbell(Paired):
    """A hollow point for before, a full one for after, a bar between them, each value on the outer side of its point.

    Names stand left of the scale, or over their rows in a narrow figure. `note` says where a cut scale starts. No label
    is dropped, and no name is cut.
    """

    bold_columns = (2,)

    def measure(self, width: float) -> Flex:
        """Heights of all rows and the periods over them."""
        plan = self.plan(width)
        rows, leading = len(plan.names), self.brand.styles.figure_label.leading
        row = (plan.most_lines if plan.begin else plan.most_lines + 1) * leading + 2.0
        least = self._head_room + row * rows
        usual = max(least, min(self._head_room + row * _ROOMY * rows, self.brand.figure_height.normal))
        return Flex(least, usual, max(usual, self._head_room + row * _MOST * rows))

    def plan(self, width: float) -> DumbbellPlan:
        """The scale between the names and the edge, a value on either side of each point. Raises FigureError."""
        beside = max(piece.line.width for both in self._values_set for piece in both) + self._away
        names = tuple(self._name(item, _NAMES * width) for item in self.pairs.items)
        begin = max(line.width for lines in names for line in lines) + self._gap
        found = DumbbellPlan(width, names, begin, begin + beside, width - beside)
        if max(found.least, begin + self._heads_width) > width:
            names = tuple(self._name(item, width) for item in self.pairs.items)
            found = DumbbellPlan(width, names, 0.0, beside, width - beside)
        needed = max(_LEAST, found.least, found.begin + self._heads_width, self.note_line.width)
        if needed > width:
            hint = f"{SHORTER}, or use `figure: table`"
            raise too_narrow("a dumbbell with these labels", needed, width, hint)
        return found

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Bars, points and labels, row by row."""
        spacing = (height - self.foot - self._head_room) / len(self.pairs.items)
        top, plan = height - self._head_room, self.plan(width)
        shapes: list[Shape] = []
        labels: list[Label] = self._head_labels(plan, height)
        for index, item in enumerate(self.pairs.items):
            y = top - (index + 0.5) * spacing - self._over(plan) / 2
            shapes += self._row(item, y, plan)
            labels += [*self._name_labels(item, y, plan), *self._values(item, y, plan)]
        labels += self.note_labels
        zero = [self._zero(plan, top, labels)] if min(self.pairs.values) < 0 < max(self.pairs.values) else []
        bars = [shape for shape in shapes if not shape.cell]
        points = [shape for shape in shapes if shape.cell]
        return (*zero, *bars, *points, *in_reading_order(labels))

    @cached_property
    def starts_at(self) -> Decimal:
        """Where the scale starts: zero, or a round number under the least value when the points would crowd."""
        return scale_start(self.pairs.values)

    @property
    def _gap(self) -> float:
        return self.brand.spaces.close.normal

    @property
    def _away(self) -> float:
        """From the middle of a point to its value."""
        return _RADIUS + 0.5 * self._gap

    @property
    def _head_room(self) -> float:
        return self.brand.styles.caption.cap_height + self.brand.styles.caption.depth + 2.0

    @property
    def _heads_width(self) -> float:
        return sum(line.width for line in self.heads) + self._gap

    def _over(self, plan: DumbbellPlan) -> float:
        """Height of the names where they stand over their rows."""
        return 0.0 if plan.begin else plan.most_lines * self.brand.styles.figure_label.leading

    def _name(self, item: BeforeAfter, measure: float) -> tuple[SetLine, ...]:
        bold = self.is_emphasised(item)
        return set_wrapped(item.name, self.brand.styles.figure_label, measure, self.language, bold).lines

    @cached_property
    def _values_set(self) -> tuple[tuple[LabelPiece, LabelPiece], ...]:
        """The two values of every item."""
        return tuple((self.value(item, 1), self.value(item, 2)) for item in self.pairs.items)

    @cached_property
    def _bounds(self) -> tuple[Decimal, Decimal]:
        return min(self.starts_at, *self.pairs.values), max(*self.pairs.values, Decimal(0))

    def _across(self, value: Decimal, plan: DumbbellPlan) -> float:
        low, high = self._bounds
        return plan.left + float((value - low) / ((high - low) or 1)) * (plan.right - plan.left)

    def _row(self, item: BeforeAfter, y: float, plan: DumbbellPlan) -> list[Shape]:
        """The bar between the points and the points, the full one over the hollow one."""
        ink, roles = self.ink(item), self.brand.roles
        places = self._places(item, plan)
        shapes = []
        if len(places) == 2:
            left, right = sorted(places.values())
            pale = roles.mark_quiet if ink != roles.mark_emphasised else ink
            bar = rectangle(left + _RADIUS, y - _BAR / 2, right - left - 2 * _RADIUS, _BAR)
            shapes += [Shape(bar, fill=pale)] if not is_too_small(max(0.0, right - left - 2 * _RADIUS)) else []
        for index, x in sorted(places.items()):
            cell = (item.row, index)
            ring = Shape(circle(x, y, _RADIUS - 0.6), roles.paper, ink, 1.2, cell, "x")
            shapes.append(ring if index == 1 else Shape(circle(x, y, _RADIUS), fill=ink, cell=cell, by="x"))
        return shapes

    def _places(self, item: BeforeAfter, plan: DumbbellPlan) -> dict[int, float]:
        """Where the points stand, by their columns."""
        return {column: self._across(datum.value, plan) for column, datum in item.known.items()}

    def _values(self, item: BeforeAfter, y: float, plan: DumbbellPlan) -> list[Label]:
        """Each value on the outer side of its point; one that is missing, and why, beside the other."""
        base = y - self.brand.styles.figure_label.cap_height / 2
        places, both = self._places(item, plan), self._values_set[item.row - 1]
        if not places:
            return [Label(plan.left, base, both[0].line, both[0].ink, cell=both[0].cell)]
        before = places.get(1, places.get(2, 0.0))
        after = places.get(2, before)
        left, right = both if before <= after else both[::-1]
        return [
            Label(min(before, after) - self._away, base, left.line, left.ink, 1.0, left.cell),
            Label(max(before, after) + self._away, base, right.line, right.ink, 0.0, right.cell),
        ]

    def _name_labels(self, item: BeforeAfter, y: float, plan: DumbbellPlan) -> list[Label]:
        style, lines = self.brand.styles.figure_label, plan.names[item.row - 1]
        first = y + ((len(lines) - 1) * style.leading - style.cap_height) / 2
        if not plan.begin:
            first = y - style.cap_height / 2 + len(lines) * style.leading
        ink, cell = self.label_ink(item), (item.row, 0)
        return [Label(0.0, first - index * style.leading, line, ink, cell=cell) for index, line in enumerate(lines)]

    def _head_labels(self, plan: DumbbellPlan, height: float) -> list[Label]:
        """The periods over the points of the first row that has both, moved apart where they would touch."""
        item = next(item for item in self.pairs.items if item.change is not None)
        y = height - self.brand.styles.caption.cap_height
        heads = [
            (place, *head)
            for place, head in zip(self._places(item, plan).values(), enumerate(self.heads, 1), strict=True)
        ]
        rising = sorted(heads, key=lambda head: head[0])
        sizes = [line.width for _, _, line in rising]
        wanted = [place - size / 2 for (place, _, _), size in zip(rising, sizes, strict=True)]
        lefts = moved_apart(wanted, sizes, plan.begin, plan.width, self._gap)
        ink = self.brand.roles.caption
        return [Label(x, y, line, ink, cell=(0, column)) for x, (_, column, line) in zip(lefts, rising, strict=True)]

    def _zero(self, plan: DumbbellPlan, top: float, labels: Sequence[Label]) -> Shape:
        """The line of zero, left open where a label stands on it."""
        boxes = [label.box for label in labels]
        rule = upright_rule(self._across(Decimal(0), plan), self.foot, top, self.brand.measures.hairline, boxes)
        return Shape(rule, fill=self.brand.roles.gridline)


def make(asked: Request) -> Dumbbell:
    return make_paired(Dumbbell, asked, "a dumbbell")
