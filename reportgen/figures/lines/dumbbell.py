"""Dumbbell: two values for each of several items on one scale, a row for each, the two moments named over the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from reportgen.colour.inks import Ink
from reportgen.content.report import Datum
from reportgen.figures.base import Label, Mark, Shape, in_reading_order, too_narrow
from reportgen.figures.drawing.declutter import spread
from reportgen.figures.drawing.margin_labels import value_line
from reportgen.figures.drawing.names import set_name
from reportgen.figures.drawing.rules import upright_rule
from reportgen.figures.drawing.scales import scale_start
from reportgen.figures.drawing.segments import circle, rectangle
from reportgen.figures.lines.before_after import BeforeAfter, pairs_alternative, pairs_of
from reportgen.figures.lines.line_alternative import start_note
from reportgen.figures.lines.paired import Paired
from reportgen.figures.request import Request
from reportgen.geometry import MM, Flex
from reportgen.page import NOTE_CELL
from reportgen.text.setting import SetLine, set_line

_LEAST = 25 * MM
_NAMES = 0.4
"""The greatest share of the width that names take; longer ones are wrapped or shortened."""
_LEAST_PLOT = 24.0
_RADIUS = 3.2
_BAR = 2.2
_ROOMY = 1.5
"""How much farther apart than is needed rows stand where there is room."""
_MOST = 2.2


@dataclass(frozen=True, slots=True)
class _DumbbellFrame:
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
    is dropped; a name of over two lines is shortened.
    """

    def measure(self, width: float) -> Flex:
        """Heights of all rows and the moments over them."""
        frame = self._frame(width)
        needed = max(_LEAST, frame.least, frame.begin + self._heads_width, self._note.width)
        if needed > width:
            hint = "shorten the names, or use `figure: table`"
            raise too_narrow("a dumbbell with these labels", needed, width, hint)
        rows, leading = len(frame.names), self.brand.styles.figure_label.leading
        row = (frame.most_lines if frame.begin else frame.most_lines + 1) * leading + 2.0
        least = self._head_room + row * rows
        usual = max(least, min(self._head_room + row * _ROOMY * rows, self.brand.figure_height.normal))
        return Flex(least, usual, max(usual, self._head_room + row * _MOST * rows))

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Bars, points and labels, row by row."""
        pitch = (height - self.foot - self._head_room) / len(self.pairs.items)
        top, frame = height - self._head_room, self._frame(width)
        shapes: list[Shape] = []
        labels: list[Label] = self._head_labels(frame, height)
        for index, item in enumerate(self.pairs.items):
            y = top - (index + 0.5) * pitch - self._over(frame) / 2
            shapes += self._row(item, y, frame)
            labels += [*self._name_labels(item, y, frame), *self._values(item, y, frame)]
        if self.note:
            depth = self.brand.styles.caption.depth
            labels.append(Label(0.0, depth, self._note, self.brand.roles.caption, cell=NOTE_CELL))
        zero = [self._zero(frame, top, labels)] if min(self.pairs.values) < 0 < max(self.pairs.values) else []
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
        return sum(line.width for line in self._heads) + self._gap

    def _over(self, frame: _DumbbellFrame) -> float:
        """Height of the names where they stand over their rows."""
        return 0.0 if frame.begin else frame.most_lines * self.brand.styles.figure_label.leading

    def _name(self, item: BeforeAfter, measure: float) -> tuple[SetLine, ...]:
        bold = self._is_emphasised(item)
        return set_name(item.name, self.brand.styles.figure_label, measure, self.language, bold, fewest=1).lines

    def _value(self, item: BeforeAfter, column: int) -> SetLine:
        point = item.before if column == 1 else item.after
        text = self.alternative.table[item.row][column]
        if point.datum is None:
            return set_line(text, self.brand.styles.caption, self.language)
        bold = self._is_emphasised(item) or (not self._has_one and column == 2)
        return value_line(text, self.brand.styles.figure_label, self.language, bold)

    @cached_property
    def _values_set(self) -> tuple[tuple[SetLine, SetLine], ...]:
        """The two values of every item."""
        return tuple((self._value(item, 1), self._value(item, 2)) for item in self.pairs.items)

    def _frame(self, width: float) -> _DumbbellFrame:
        """The scale between the names and the edge: a value has room on either side of its point."""
        beside = max(line.width for both in self._values_set for line in both) + self._away
        names = tuple(self._name(item, _NAMES * width) for item in self.pairs.items)
        begin = max(line.width for lines in names for line in lines) + self._gap
        found = _DumbbellFrame(width, names, begin, begin + beside, width - beside)
        if max(found.least, begin + self._heads_width) <= width:
            return found
        names = tuple(self._name(item, width) for item in self.pairs.items)
        return _DumbbellFrame(width, names, 0.0, beside, width - beside)

    @cached_property
    def _bounds(self) -> tuple[Decimal, Decimal]:
        return min(self.starts_at, *self.pairs.values), max(*self.pairs.values, Decimal(0))

    def _across(self, value: Decimal, frame: _DumbbellFrame) -> float:
        low, high = self._bounds
        return frame.left + float((value - low) / ((high - low) or 1)) * (frame.right - frame.left)

    def _row(self, item: BeforeAfter, y: float, frame: _DumbbellFrame) -> list[Shape]:
        """The bar between the points and the points, the full one over the hollow one."""
        ink, roles = self._ink(item), self.brand.roles
        places = {index: self._across(datum.value, frame) for index, datum in self._points(item)}
        shapes = []
        if len(places) == 2:
            left, right = sorted(places.values())
            pale = roles.mark_quiet if ink != roles.mark_emphasised else ink
            bar = rectangle(left + _RADIUS, y - _BAR / 2, right - left - 2 * _RADIUS, _BAR)
            shapes += [Shape(bar, fill=pale)] if right - left > 2 * _RADIUS else []
        for index, x in sorted(places.items()):
            cell = (item.row, index)
            ring = Shape(circle(x, y, _RADIUS - 0.6), roles.paper, ink, 1.2, cell, "x")
            shapes.append(ring if index == 1 else Shape(circle(x, y, _RADIUS), fill=ink, cell=cell, by="x"))
        return shapes

    def _points(self, item: BeforeAfter) -> list[tuple[int, Datum]]:
        both = ((1, item.before), (2, item.after))
        return [(column, point.datum) for column, point in both if point.datum]

    def _values(self, item: BeforeAfter, y: float, frame: _DumbbellFrame) -> list[Label]:
        """Each value on the outer side of its point; one that is missing, and why, beside the other."""
        base = y - self.brand.styles.figure_label.cap_height / 2
        places = {index: self._across(datum.value, frame) for index, datum in self._points(item)}
        if not places:
            ink, left = self.brand.roles.caption, frame.left
            return [Label(left, base, self._values_set[item.row - 1][0], ink, cell=(item.row, 1))]
        before = places.get(1, places.get(2, 0.0))
        after = places.get(2, before)
        lefts = (1, 2) if before <= after else (2, 1)
        return [
            self._value_label(item, lefts[0], min(before, after) - self._away, base, 1.0),
            self._value_label(item, lefts[1], max(before, after) + self._away, base, 0.0),
        ]

    def _value_label(self, item: BeforeAfter, column: int, x: float, y: float, anchor: float) -> Label:
        missing = (item.before if column == 1 else item.after).datum is None
        roles = self.brand.roles
        ink = roles.mark_emphasised_label if self._is_emphasised(item) else roles.text
        return Label(
            x,
            y,
            self._values_set[item.row - 1][column - 1],
            roles.caption if missing else ink,
            anchor,
            (item.row, column),
        )

    def _name_labels(self, item: BeforeAfter, y: float, frame: _DumbbellFrame) -> list[Label]:
        style, roles = self.brand.styles.figure_label, self.brand.roles
        lines = frame.names[item.row - 1]
        first = y + ((len(lines) - 1) * style.leading - style.cap_height) / 2
        if not frame.begin:
            first = y - style.cap_height / 2 + len(lines) * style.leading
        ink = roles.mark_emphasised_label if self._is_emphasised(item) else roles.text
        rows = enumerate(lines)
        return [Label(0.0, first - index * style.leading, line, ink, cell=(item.row, 0)) for index, line in rows]

    def _head_labels(self, frame: _DumbbellFrame, height: float) -> list[Label]:
        """The moments over the points of the first row that has both, moved apart where they would touch."""
        item = next(item for item in self.pairs.items if item.change is not None)
        y = height - self.brand.styles.caption.cap_height
        places = [self._across(datum.value, frame) for _, datum in self._points(item)]
        heads = [(place, column, line) for place, column, line in zip(places, (1, 2), self._heads, strict=True)]
        rising = sorted(heads, key=lambda head: head[0])
        sizes = [line.width for _, _, line in rising]
        wanted = [place - size / 2 for (place, _, _), size in zip(rising, sizes, strict=True)]
        lefts = spread(wanted, sizes, frame.begin, frame.width, self._gap)
        ink = self.brand.roles.caption
        return [Label(x, y, line, ink, cell=(0, column)) for x, (_, column, line) in zip(lefts, rising, strict=True)]

    def _zero(self, frame: _DumbbellFrame, top: float, labels: Sequence[Label]) -> Shape:
        """The line of zero, left open where a label stands on it."""
        boxes = [label.box for label in labels]
        rule = upright_rule(self._across(Decimal(0), frame), self.foot, top, self.brand.measures.hairline, boxes)
        return Shape(rule, fill=self.brand.roles.gridline)

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


def make(asked: Request) -> Dumbbell:
    statistic, words = asked.statistic, asked.words
    pairs = pairs_of(statistic, "a dumbbell")
    made = Dumbbell(
        asked.brand, pairs_alternative(statistic, pairs, words), pairs, statistic.emphasised, statistic.language
    )
    if not made.starts_at:
        return made
    rule = next(datum.rule for item in pairs.items for datum in item.data)
    return replace(made, note=start_note(made.starts_at, rule, words, statistic.language))
