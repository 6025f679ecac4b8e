"""Several stacked bars of the same parts in rows on one scale: names left, totals right, the parts named over them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reportgen.colour.inks import Ink, contrast
from reportgen.figures.bars.part_shapes import lines_between, part_shapes
from reportgen.figures.bars.parts_of_whole import Bar, Parts
from reportgen.figures.base import Label, Mark, MarkFigure, Shape, in_reading_order, too_narrow
from reportgen.figures.drawing.declutter import moved_apart, room_needed
from reportgen.figures.drawing.legend import Legend, LegendEntry
from reportgen.figures.drawing.names import SHORTER
from reportgen.figures.drawing.segments import joined, rectangle
from reportgen.geometry import Flex, Rect
from reportgen.text.setting import SetLine, narrowest_measure, set_line, set_text
from reportgen.text.spans import Rich, Span

_GAP = 0.8
"""Width of the line of the paper's ink between two parts, in pt."""
_PAD = 2.5
"""Least space between a value and the ends of its part, in pt."""
_NAMES = 0.42
"""The most of the width that the names left of the bars take."""
_LEAST_BARS = 36.0
"""The least width that the bars keep, in pt."""
_SPACING = (1.45, 1.8, 2.4)
"""Distance of two bars over the leading of their labels: least, usual, most."""
_FULL = 0.66
"""Height of a bar over the distance of two bars."""
_RAISE = 0.8
"""From a bar to the descenders of what stands over it, in pt."""


@dataclass(frozen=True, slots=True)
class RowText:
    """The words of a bar: its name, its values and its total."""

    name: Rich
    values: tuple[SetLine, ...]
    total: SetLine


@dataclass(frozen=True, slots=True)
class StackedRowsPlan:
    """Rows in a width: the lines of each name, `beside` the bars or over them; where bars begin and end, in pt.

    `head` is the height over all rows, `over` that over each bar, where emphasised values stand that are `raised`.
    """

    names: tuple[tuple[SetLine, ...], ...]
    beside: bool
    left: float
    right: float
    head: float
    over: float
    raised: bool

    @property
    def most_lines(self) -> int:
        """The lines of the longest name."""
        return max(map(len, self.names))


@dataclass(frozen=True)
class StackedRows(MarkFigure):
    """A row for each bar; the parts' inks are named over the rows, once.

    Every value stands within its part, in the one of two inks that is read better on it; one that is wider than its
    part is left to the table. Values of emphasised parts are never left out: where one of them is wider than its part
    they all stand over their parts. Totals stand in a column on the right, but those of per cents, which say nothing.
    """

    parts: Parts
    emphasised: tuple[str, ...]
    total_word: str
    language: str

    def measure(self, width: float) -> Flex:
        """Heights of so many rows; names that are too long for the column stand over their bars."""
        plan, leading, count = self.plan(width), self.brand.styles.figure_label.leading, len(self.parts.bars)
        least = plan.over + ((plan.most_lines if plan.beside else 1) + 0.2) * leading
        rows = [count * max(least, share * leading + plan.over) for share in _SPACING]
        return Flex(*(plan.head + height for height in rows))

    def plan(self, width: float) -> StackedRowsPlan:
        """How the rows share the width. Raises FigureError where names, bars and totals have no room beside another."""
        column, names = self._names(width)
        left = column + self._space if column else 0.0
        needed, word = left + self._least_bars + self._totals, self._widest_word
        if needed > width or word > width:
            hint = f"{SHORTER}, or make the figure wider"
            raise too_narrow("bars with these labels", max(needed, word), width, hint)
        raised = self._are_raised(width - left - self._totals)
        over = ((0 if column else max(map(len, names))) + raised) * self.brand.styles.figure_label.leading
        heading = 0.0 if self.parts.percent else self.brand.styles.caption.leading
        head = self._legend.height(width) + self._space + heading
        return StackedRowsPlan(names, bool(column), left, width - self._totals, head, over, raised)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Legend and head, the bars with their values, names and the totals on the right."""
        plan = self.plan(width)
        top = height - plan.head
        spacing = top / len(self.parts.bars)
        thick = min((spacing - plan.over) * _FULL, 2 * self.brand.styles.figure_label.leading)
        shapes: list[Shape] = []
        lines: list[Rect] = []
        labels = self._total_head(top, width)
        for row, (bar, text) in enumerate(zip(self.parts.bars, self._texts, strict=True), 1):
            middle = top - (row - 0.5) * spacing - plan.over / 2
            box = Rect(plan.left, middle - thick / 2, plan.right - plan.left, thick)
            boxes = self._boxes(bar, box)
            shapes += self._bar(row, boxes)
            lines += lines_between(boxes, _GAP)
            labels += self._name_labels(row, box, plan)
            labels += self._values(row, text, boxes, plan)
            labels += self._total_label(row, text, box, width)
        ground = Shape(joined(rectangle(r.x, r.y, r.width, r.height) for r in lines), fill=self.brand.roles.paper)
        legend = self._legend.marks(width, height)
        swatches = [mark for mark in legend if isinstance(mark, Shape)]
        heads = [mark for mark in legend if isinstance(mark, Label)]
        return (*shapes, *([ground] if lines else ()), *swatches, *in_reading_order([*heads, *labels]))

    def _names(self, width: float) -> tuple[float, tuple[tuple[SetLine, ...], ...]]:
        """The names in a column of a width left of the bars, in one line or two; else (0) over them, in any number."""
        room = min(_NAMES * width, width - self._space - self._least_bars - self._totals)
        style = self.brand.styles.figure_label
        longest = max(set_line(text.name, style, self.language).width for text in self._texts)
        if longest <= room:
            return longest, self._set_names(longest + 0.01)
        two = max(self._widest_word, room * 0.8)
        names = self._set_names(two)
        if two <= room and all(len(lines) <= 2 for lines in names):
            return max(line.width for lines in names for line in lines), names
        return 0.0, self._set_names(width)

    def _set_names(self, measure: float) -> tuple[tuple[SetLine, ...], ...]:
        style = self.brand.styles.figure_label
        return tuple(set_text(text.name, style, measure, self.language).lines for text in self._texts)

    def _are_raised(self, wide: float) -> bool:
        """Whether the values of emphasised parts stand over their parts, as one of them is wider than its own."""
        across = Rect(0, 0, wide, 0)
        return any(
            text.values[index].width + 2 * _PAD > self._boxes(bar, across)[index].width
            for bar, text in zip(self.parts.bars, self._texts, strict=True)
            for index in self.parts.emphasised
        )

    def _boxes(self, bar: Bar, box: Rect) -> list[Rect]:
        """The parts of a bar."""
        x, boxes = box.x, []
        for value in bar.values:
            wide = float(value / self.parts.greatest) * box.width
            boxes.append(Rect(x, box.y, wide, box.height))
            x += wide
        return boxes

    def _bar(self, row: int, boxes: list[Rect]) -> list[Shape]:
        """The parts of a bar, those of nothing left out."""
        marks = [((row, column), ink) for column, ink in enumerate(self._inks, 1)]
        return part_shapes(boxes, marks)

    def _values(self, row: int, text: RowText, boxes: list[Rect], plan: StackedRowsPlan) -> list[Label]:
        """The values that fit within their parts, and the emphasised ones, within or moved apart over them."""
        style, first = self.brand.styles.figure_label, boxes[0]
        y, labels = first.y + (first.height - style.cap_height) / 2, []
        over = [index for index in range(len(boxes)) if plan.raised and index in self.parts.emphasised]
        high = first.height >= style.cap_height + 2 * style.depth
        for index, (part, line) in enumerate(zip(boxes, text.values, strict=True)):
            if index not in over and high and line.width + 2 * _PAD <= part.width:
                labels.append(Label(part.x + _PAD, y, line, self._readable(self._inks[index]), cell=(row, index + 1)))
        sizes = [text.values[index].width for index in over]
        wanted = [boxes[i].x + (boxes[i].width - size) / 2 for i, size in zip(over, sizes, strict=True)]
        ink, y = self.brand.roles.mark_emphasised_label, first.bottom + style.depth + _RAISE
        for index, start in zip(over, moved_apart(wanted, sizes, plan.left, plan.right, self._space), strict=True):
            labels.append(Label(start, y, text.values[index], ink, cell=(row, index + 1)))
        return labels

    def _readable(self, ground: Ink) -> Ink:
        """The ink of type that is read better on a part."""
        roles = self.brand.roles
        return max((roles.text, roles.paper), key=lambda ink: contrast(ink, ground))

    def _name_labels(self, row: int, box: Rect, plan: StackedRowsPlan) -> list[Label]:
        style, lines = self.brand.styles.figure_label, plan.names[row - 1]
        tall = style.cap_height + (len(lines) - 1) * style.leading
        top = box.y + (box.height + tall) / 2 - style.cap_height
        if not plan.beside:
            top = box.bottom + style.leading * (len(lines) - 1 + plan.raised) + style.depth + _RAISE
        ink = self.brand.roles.text
        return [Label(0, top - index * style.leading, line, ink, cell=(row, 0)) for index, line in enumerate(lines)]

    def _total_head(self, top: float, width: float) -> list[Label]:
        if self.parts.percent:
            return []
        line, cell = self._heading, (0, len(self.parts.names) + 1)
        return [Label(width - line.width, top + 2, line, self.brand.roles.caption, cell=cell)]

    def _total_label(self, row: int, text: RowText, box: Rect, width: float) -> list[Label]:
        if self.parts.percent:
            return []
        y = box.y + (box.height - self.brand.styles.figure_label.cap_height) / 2
        cell = (row, len(self.parts.names) + 1)
        return [Label(width - text.total.width, y, text.total, self.brand.roles.text, cell=cell)]

    @cached_property
    def _texts(self) -> tuple[RowText, ...]:
        return tuple(map(self._text, self.parts.bars))

    def _text(self, bar: Bar) -> RowText:
        bold = bar.name in self.emphasised
        values = tuple(self._set(datum.text, index in self.parts.emphasised) for index, datum in enumerate(bar.data))
        return RowText((Span(bar.name, bold=bold),), values, self._set(bar.total.text, bold))

    def _set(self, text: str, bold: bool) -> SetLine:
        return set_line((Span(text, bold=bold),), self.brand.styles.figure_label, self.language)

    @property
    def _space(self) -> float:
        return self.brand.spaces.close.normal

    @cached_property
    def _inks(self) -> tuple[Ink, ...]:
        return self.parts.inks(self.brand.roles)

    @cached_property
    def _widest_word(self) -> float:
        style = self.brand.styles.figure_label
        return max(narrowest_measure(text.name, style, self.language) for text in self._texts)

    @cached_property
    def _least_bars(self) -> float:
        """The least width of the bars: that of emphasised values side by side."""
        rows = [[text.values[index].width for index in self.parts.emphasised] for text in self._texts]
        return max(_LEAST_BARS, *(room_needed(row, self._space) for row in rows))

    @cached_property
    def _totals(self) -> float:
        """Width of the totals, any of which may be bold, with the space before them."""
        if self.parts.percent:
            return 0.0
        widest = max(self._set(bar.total.text, bold=True).width for bar in self.parts.bars)
        return max(widest, self._heading.width) + self._space

    @property
    def _heading(self) -> SetLine:
        return set_line(self.total_word, self.brand.styles.caption, self.language)

    @cached_property
    def _legend(self) -> Legend:
        inks = zip(self._inks, self.parts.names, strict=True)
        entries = [LegendEntry(ink, name, cell=(0, column)) for column, (ink, name) in enumerate(inks, 1)]
        return Legend(self.brand, tuple(entries), self.language)
