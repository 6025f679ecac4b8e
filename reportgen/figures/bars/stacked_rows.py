"""Several stacked bars: bars of the same parts in; rows on one scale with names left and totals right, out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reportgen.colour.inks import Ink, contrast
from reportgen.figures.bars.parts_of_whole import Bar, Parts
from reportgen.figures.base import Label, Mark, MarkFigure, Shape, in_reading_order, too_narrow
from reportgen.figures.drawing.declutter import room_needed, spread
from reportgen.figures.drawing.legend import Legend, LegendEntry
from reportgen.figures.drawing.segments import joined, rectangle
from reportgen.geometry import Flex, Rect
from reportgen.text.setting import SetLine, narrowest_measure, set_line, set_text
from reportgen.text.spans import Span

_GAP = 0.8
"""Width of the line of the paper's ink between two parts, in pt."""
_PAD = 2.5
"""Least space between a value and the ends of its part, in pt."""
_NAMES = 0.42
"""The most of the width that the names left of the bars take."""
_LEAST_BARS = 36.0
"""The least width that the bars keep, in pt."""
_PITCH = (1.45, 1.8, 2.4)
"""Distance of two bars over the leading of their labels: least, usual, most."""
_FULL = 0.66
"""Height of a bar over the distance of two bars."""
_RAISE = 0.8
"""From a bar to the descenders of what stands over it, in pt."""


@dataclass(frozen=True)
class _Names:
    """The lines of each bar's name: in a column `beside` wide left of the bars, or where that is 0 over them."""

    beside: float
    lines: tuple[tuple[SetLine, ...], ...]

    @property
    def most_lines(self) -> int:
        """The lines of the longest name."""
        return max(len(lines) for lines in self.lines)


@dataclass(frozen=True)
class StackedRows(MarkFigure):
    """A row for each bar; the parts' inks are named over the rows, once.

    Every value stands within its part, in the one of two inks that is read better on it; one that is wider than its
    part is left to the table. Values of emphasised parts are never left out: where one of them is wider than its part
    they all stand over their parts. Totals stand in a column on the right, but those of per cents, which say nothing.
    A bar of which a part has no value is no whole: the reason stands in its place.
    """

    parts: Parts
    emphasised: tuple[str, ...]
    gaps: tuple[tuple[str, str], ...]
    total_word: str
    language: str

    def measure(self, width: float) -> Flex:
        """Heights of so many rows; names that are too long for the column stand over their bars."""
        names = self._arranged(width)
        needed = self._left(names) + self._least_bars + self._right
        if needed > width or self._widest_word > width:
            hint = "shorten the names, or make the figure wider"
            raise too_narrow("bars with these labels", max(needed, self._widest_word), width, hint)
        head, over = self._head(width), self._over(names, width)
        least = over + ((names.most_lines if names.beside else 1) + 0.2) * self.brand.styles.figure_label.leading
        leading, count = self.brand.styles.figure_label.leading, len(self.parts.bars)
        low, usual, high = (max(least, share * leading + over) for share in _PITCH)
        return Flex(head + count * low, head + count * usual, head + count * high)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Legend and head, the bars with their values, names and the totals on the right."""
        names = self._arranged(width)
        room, over = self._room(names, width, height), self._over(names, width)
        raised = self._are_raised(room.width)
        pitch = room.height / len(self.parts.bars)
        thick = min((pitch - over) * _FULL, 2 * self.brand.styles.figure_label.leading)
        shapes: list[Shape] = []
        lines: list[Rect] = []
        labels: list[Label] = []
        for row, bar in enumerate(self.parts.bars, 1):
            middle = room.height - (row - 0.5) * pitch - over / 2
            box = Rect(room.x, middle - thick / 2, room.width, thick)
            shapes += self._bar(row, bar, box)
            lines += self._between(bar, box)
            labels += [*self._values(row, bar, box, raised), *self._name_labels(row, box, names, raised)]
            labels += self._total_labels(row, bar, box, width)
        ground = [Shape(joined(rectangle(r.x, r.y, r.width, r.height) for r in lines), fill=self.brand.roles.paper)]
        legend = self._legend.marks(width, height)
        swatches = [mark for mark in legend if isinstance(mark, Shape)]
        heads = [mark for mark in legend if isinstance(mark, Label)]
        labels = in_reading_order([*heads, *self._total_head(room.height, width), *labels])
        return (*shapes, *(ground if lines else ()), *swatches, *labels)

    def _room(self, names: _Names, width: float, height: float) -> Rect:
        """Where the bars are."""
        left = self._left(names)
        return Rect(left, 0, width - left - self._right, height - self._head(width))

    def _boxes(self, bar: Bar, box: Rect) -> list[Rect]:
        """The parts of a bar that has all its values."""
        x, boxes = box.x, []
        for value in bar.values if bar.total else ():
            wide = float(value / self.parts.greatest) * box.width
            boxes.append(Rect(x, box.y, wide, box.height))
            x += wide
        return boxes

    def _bar(self, row: int, bar: Bar, box: Rect) -> list[Shape]:
        """The parts of a bar, those of nothing left out."""
        inks = self.parts.inks(self.brand.roles)
        return [
            Shape(rectangle(part.x, part.y, part.width, part.height), fill=ink, cell=(row, column), by="width")
            for column, (part, ink) in enumerate(zip(self._boxes(bar, box), inks, strict=False), 1)
            if part.width > 0
        ]

    def _between(self, bar: Bar, box: Rect) -> list[Rect]:
        """The lines of the ground between the parts of a bar."""
        boxes = self._boxes(bar, box)
        return [Rect(part.right - _GAP, part.y, _GAP, part.height) for part in boxes[:-1] if part.width > 2 * _GAP]

    def _values(self, row: int, bar: Bar, box: Rect, raised: bool) -> list[Label]:
        """The values of a bar that fit within their parts, and the emphasised ones; or why there is no bar."""
        if bar.total is None:
            return [self._gap_label(row, bar, box)]
        parts = list(enumerate(zip(self._boxes(bar, box), self._lines(bar), strict=True)))
        over = [index for index, _ in parts if raised and index in self.parts.emphasised]
        inks, style = self.parts.inks(self.brand.roles), self.brand.styles.figure_label
        y, labels = box.y + (box.height - style.cap_height) / 2, []
        for index, (part, line) in parts:
            if index not in over and self._fits(line, part.width) and box.height >= style.cap_height + 2 * style.depth:
                labels.append(Label(part.x + _PAD, y, line, self._readable(inks[index]), cell=(row, index + 1)))
        placed = [parts[index][1] for index in over]
        sizes = [line.width for _, line in placed]
        wanted = [part.x + (part.width - line.width) / 2 for part, line in placed]
        starts = spread(wanted, sizes, box.x, box.right, self._space)
        ink, y = self.brand.roles.mark_emphasised_label, box.bottom + style.depth + _RAISE
        for index, start, (_, line) in zip(over, starts, placed, strict=True):
            labels.append(Label(start, y, line, ink, cell=(row, index + 1)))
        return labels

    def _lines(self, bar: Bar) -> list[SetLine]:
        """The values of a bar that has them all."""
        texts = [point.datum.text for point in bar.points if point.datum]
        return [self._set(text, bold=index in self.parts.emphasised) for index, text in enumerate(texts)]

    def _fits(self, line: SetLine, width: float) -> bool:
        return line.width + 2 * _PAD <= width

    def _are_raised(self, wide: float) -> bool:
        """Whether the values of emphasised parts stand over their parts, as one of them is wider than its own."""
        across = Rect(0, 0, wide, 0)
        return any(
            not self._fits(self._lines(bar)[index], self._boxes(bar, across)[index].width)
            for bar in self.parts.bars
            if bar.total
            for index in self.parts.emphasised
        )

    @cached_property
    def _least_bars(self) -> float:
        """The least width of the bars: that of emphasised values side by side, or of the words where a bar is none."""
        whole = [self._lines(bar) for bar in self.parts.bars if bar.total]
        rows = [[lines[index].width for index in self.parts.emphasised] for lines in whole]
        words = [self._gap_line(bar)[1].width for bar in self.parts.bars if bar.total is None]
        return max(_LEAST_BARS, *(room_needed(row, self._space) for row in rows), *words)

    def _gap_line(self, bar: Bar) -> tuple[int, SetLine]:
        """Why a bar is not there: the column of the first part that has no value, and the words."""
        column, point = next((c, p) for c, p in enumerate(bar.points, 1) if p.datum is None)
        return column, set_line(dict(self.gaps)[point.gap], self.brand.styles.caption, self.language)

    def _gap_label(self, row: int, bar: Bar, box: Rect) -> Label:
        column, line = self._gap_line(bar)
        y = box.y + (box.height - self.brand.styles.caption.cap_height) / 2
        return Label(box.x, y, line, self.brand.roles.caption, cell=(row, column))

    def _readable(self, ground: Ink) -> Ink:
        """The ink of type that is read better on a part."""
        roles = self.brand.roles
        return max((roles.text, roles.paper), key=lambda ink: contrast(ink, ground))

    def _set(self, text: str, bold: bool = False) -> SetLine:
        return set_line((Span(text, bold=bold),), self.brand.styles.figure_label, self.language)

    def _name_rich(self, bar: Bar) -> tuple[Span, ...]:
        return (Span(bar.name, bold=bar.name in self.emphasised),)

    @property
    def _space(self) -> float:
        return self.brand.spaces.close.normal

    @cached_property
    def _names_width(self) -> float:
        return max(self._set(bar.name, bold=bar.name in self.emphasised).width for bar in self.parts.bars)

    @cached_property
    def _widest_word(self) -> float:
        style = self.brand.styles.figure_label
        return max(narrowest_measure(self._name_rich(bar), style, self.language) for bar in self.parts.bars)

    def _arranged(self, width: float) -> _Names:
        """The names left of the bars, in one line or two; else over them, in as many as they need."""
        room = min(_NAMES * width, width - self._space - self._least_bars - self._right)
        if self._names_width <= room:
            return _Names(self._names_width, self._set_names(self._names_width + 0.01))
        two = max(self._widest_word, room * 0.8)
        beside = self._set_names(two)
        if two <= room and all(len(lines) <= 2 for lines in beside):
            return _Names(max(line.width for lines in beside for line in lines), beside)
        return _Names(0.0, self._set_names(width))

    def _set_names(self, measure: float) -> tuple[tuple[SetLine, ...], ...]:
        style = self.brand.styles.figure_label
        return tuple(set_text(self._name_rich(bar), style, measure, self.language).lines for bar in self.parts.bars)

    def _left(self, names: _Names) -> float:
        return names.beside + self._space if names.beside else 0.0

    def _over(self, names: _Names, width: float) -> float:
        """Height of what stands over a bar: its name where there is no column for it, and raised values."""
        lines = 0 if names.beside else names.most_lines
        raised = self._are_raised(width - self._left(names) - self._right)
        return (lines + raised) * self.brand.styles.figure_label.leading

    def _name_labels(self, row: int, box: Rect, names: _Names, raised: bool) -> list[Label]:
        style, lines = self.brand.styles.figure_label, names.lines[row - 1]
        tall = style.cap_height + (len(lines) - 1) * style.leading
        top = box.y + (box.height + tall) / 2 - style.cap_height
        if not names.beside:
            top = box.bottom + style.leading * (len(lines) - 1 + raised) + style.depth + _RAISE
        ink = self.brand.roles.text
        return [Label(0, top - index * style.leading, line, ink, cell=(row, 0)) for index, line in enumerate(lines)]

    def _total_text(self, bar: Bar) -> str:
        return bar.total.text if bar.total else dict(self.gaps)["not_available"]

    @cached_property
    def _right(self) -> float:
        """Width of the totals with the space before them."""
        if self.parts.percent:
            return 0.0
        widest = max(self._set(self._total_text(bar), bold=True).width for bar in self.parts.bars)
        return max(widest, self._heading.width) + self._space

    @property
    def _heading(self) -> SetLine:
        return set_line(self.total_word, self.brand.styles.caption, self.language)

    def _total_head(self, top: float, width: float) -> list[Label]:
        if self.parts.percent:
            return []
        cell = (0, len(self.parts.names) + 1)
        return [Label(width - self._heading.width, top + 2, self._heading, self.brand.roles.caption, cell=cell)]

    def _total_labels(self, row: int, bar: Bar, box: Rect, width: float) -> list[Label]:
        if self.parts.percent:
            return []
        line = self._set(self._total_text(bar), bold=bar.name in self.emphasised)
        y = box.y + (box.height - self.brand.styles.figure_label.cap_height) / 2
        return [Label(width - line.width, y, line, self.brand.roles.text, cell=(row, len(bar.points) + 1))]

    @cached_property
    def _legend(self) -> Legend:
        inks = self.parts.inks(self.brand.roles)
        entries = [
            LegendEntry(ink, name, cell=(0, c))
            for c, (ink, name) in enumerate(zip(inks, self.parts.names, strict=True), 1)
        ]
        return Legend(self.brand, tuple(entries), self.language)

    def _head(self, width: float) -> float:
        """Height of legend and head over the rows."""
        heading = 0.0 if self.parts.percent else self.brand.styles.caption.leading
        return self._legend.height(width) + self._space + heading
