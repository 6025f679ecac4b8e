"""Several stacked bars: bars of the same parts in; rows on one scale with names left and totals right, out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reportgen.figures.base import Drawn, Label, Mark, Shape, in_reading_order, too_narrow
from reportgen.figures.legend import Entry, Legend
from reportgen.figures.parts import Bar, Parts
from reportgen.figures.shapes import joined, rectangle
from reportgen.flex import Flex
from reportgen.inks import Ink, contrast
from reportgen.page import Rect
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
_CONTRAST = 4.5


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
class StackedRows(Drawn):
    """A row for each bar; the parts' inks are named over the rows, once.

    Values stand within their parts where there is room and contrast; those that do not fit are left to the table. What
    is never left out stands in a column on the right: the values of the emphasised part, else the totals; of per cents,
    whose totals say nothing, the values of the last part. A bar of which a part has no value is no whole: the reason
    stands in its place.
    """

    parts: Parts
    emphasised: tuple[str, ...]
    gaps: tuple[tuple[str, str], ...]
    total_word: str
    language: str

    def measure(self, width: float) -> Flex:
        """Heights of so many rows; names that are too long for the column stand over their bars."""
        names = self._arranged(width)
        needed = self._left(names) + _LEAST_BARS + self._right
        if needed > width or self._widest_word > width:
            hint = "shorten the names, or make the figure wider"
            raise too_narrow("bars with these labels", max(needed, self._widest_word), width, hint)
        head, least = self._head(width), self._least_pitch(names)
        leading, count = self.brand.styles.figure_label.leading, len(self.parts.bars)
        low, usual, high = (max(least, share * leading + self._over(names)) for share in _PITCH)
        return Flex(head + count * low, head + count * usual, head + count * high)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Legend and head, the bars with their values, names and the column on the right."""
        names = self._arranged(width)
        room = Rect(self._left(names), 0, width - self._left(names) - self._right, height - self._head(width))
        pitch = room.height / len(self.parts.bars)
        thick = min((pitch - self._over(names)) * _FULL, 2 * self.brand.styles.figure_label.leading)
        shapes: list[list[Shape]] = []
        lines: list[Rect] = []
        labels: list[Label] = []
        for row, bar in enumerate(self.parts.bars, 1):
            middle = room.height - (row - 0.5) * pitch - self._over(names) / 2
            box = Rect(room.x, middle - thick / 2, room.width, thick)
            drawn, between, values = self._bar(row, bar, box)
            shapes.append(drawn)
            lines += between
            labels += [*values, *self._name_labels(row, box, names), *self._side_labels(row, bar, box, width)]
        ground = [Shape(joined(rectangle(r.x, r.y, r.width, r.height) for r in lines), fill=self.brand.roles.paper)]
        legend = self._legend.marks(width, height)
        swatches = [mark for mark in legend if isinstance(mark, Shape)]
        heads = [mark for mark in legend if isinstance(mark, Label)]
        labels = in_reading_order([*heads, *self._side_head(room.height, width), *labels])
        return (*(s for group in shapes for s in group), *(ground if lines else ()), *swatches, *labels)

    def _bar(self, row: int, bar: Bar, box: Rect) -> tuple[list[Shape], list[Rect], list[Label]]:
        """The parts of a bar, the lines between them, and the values that fit."""
        if bar.total is None:
            return [], [], self._gap_labels(row, bar, box)
        x, shapes, lines, labels = box.x, list[Shape](), list[Rect](), list[Label]()
        greatest, side = self.parts.greatest, self._side_column(bar)
        for column, (point, ink) in enumerate(zip(bar.points, self.parts.inks(self.brand.roles), strict=True), 1):
            assert point.datum
            wide = float(point.datum.value / greatest) * box.width
            if wide > 0:
                segments = rectangle(x, box.y, wide, box.height)
                shapes.append(Shape(segments, fill=ink, cell=(row, column), by="width"))
            if wide > 2 * _GAP and column < len(bar.points):
                lines.append(Rect(x + wide - _GAP, box.y, _GAP, box.height))
            if column != side:
                labels += self._value(row, column, point.datum.text, ink, Rect(x, box.y, wide, box.height))
            x += wide
        return shapes, lines, labels

    def _value(self, row: int, column: int, text: str, ink: Ink, part: Rect) -> list[Label]:
        style, line = self.brand.styles.figure_label, self._set(text)
        on = self._readable(ink)
        fits = line.width + 2 * _PAD <= part.width and style.cap_height + 2 * style.depth <= part.height
        if not fits or on is None:
            return []
        y = part.y + (part.height - style.cap_height) / 2
        return [Label(part.x + _PAD, y, line, on, cell=(row, column))]

    def _gap_labels(self, row: int, bar: Bar, box: Rect) -> list[Label]:
        """Why a bar is not there, in the cell of the first part that has no value."""
        column, point = next((c, p) for c, p in enumerate(bar.points, 1) if p.datum is None)
        y = box.y + (box.height - self.brand.styles.caption.cap_height) / 2
        line = set_line(dict(self.gaps)[point.gap], self.brand.styles.caption, self.language)
        cell = (row, column)
        if self._side_column(bar) == column:
            return []
        return [Label(box.x, y, line, self.brand.roles.caption, cell=cell)] if line.width <= box.width else []

    def _readable(self, ground: Ink) -> Ink | None:
        """The ink of type that can be read on a part."""
        roles = self.brand.roles
        return next((ink for ink in (roles.text, roles.paper) if contrast(ink, ground) >= _CONTRAST), None)

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
        room = min(_NAMES * width, width - self._space - _LEAST_BARS - self._right)
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

    def _over(self, names: _Names) -> float:
        """Height of the names where they stand over the bars."""
        return 0.0 if names.beside else names.most_lines * self.brand.styles.figure_label.leading

    def _least_pitch(self, names: _Names) -> float:
        leading = self.brand.styles.figure_label.leading
        return self._over(names) + ((names.most_lines if names.beside else 1) + 0.2) * leading

    def _name_labels(self, row: int, box: Rect, names: _Names) -> list[Label]:
        style, lines = self.brand.styles.figure_label, names.lines[row - 1]
        tall = style.cap_height + (len(lines) - 1) * style.leading
        top = box.y + (box.height + tall) / 2 - style.cap_height
        if not names.beside:
            top = box.bottom + style.leading * (len(lines) - 1) + style.depth + 0.8
        ink = self.brand.roles.text
        return [Label(0, top - index * style.leading, line, ink, cell=(row, 0)) for index, line in enumerate(lines)]

    def _side_column(self, bar: Bar) -> int:
        """The column of the table that stands on the right: the emphasised part, else the totals or the last part."""
        if self.parts.emphasised:
            return self.parts.emphasised[0] + 1
        return len(bar.points) + (0 if self.parts.percent else 1)

    def _side_text(self, bar: Bar) -> str:
        column = self._side_column(bar)
        datum = bar.points[column - 1].datum if column <= len(bar.points) else bar.total
        if datum is None:
            gap = bar.points[column - 1].gap if column <= len(bar.points) else "not_available"
            return dict(self.gaps)[gap]
        return datum.text

    @cached_property
    def _right(self) -> float:
        """Width of the column on the right with the space before it."""
        widest = max(self._set(self._side_text(bar), bold=True).width for bar in self.parts.bars)
        heading = self._heading.width if self._heading else 0.0
        return max(widest, heading) + self._space if widest else 0.0

    @property
    def _heading(self) -> SetLine | None:
        """The head of the totals; the emphasised part is named in the legend, in its ink."""
        if self.parts.emphasised or self.parts.percent:
            return None
        return set_line(self.total_word, self.brand.styles.caption, self.language)

    def _side_head(self, top: float, width: float) -> list[Label]:
        if not self._heading:
            return []
        cell = (0, len(self.parts.names) + 1)
        return [Label(width - self._heading.width, top + 2, self._heading, self.brand.roles.caption, cell=cell)]

    def _side_labels(self, row: int, bar: Bar, box: Rect, width: float) -> list[Label]:
        text, column = self._side_text(bar), self._side_column(bar)
        roles, line = self.brand.roles, self._set(text, bold=bool(self.parts.emphasised) or bar.name in self.emphasised)
        y = box.y + (box.height - self.brand.styles.figure_label.cap_height) / 2
        ink = roles.mark_emphasised_label if self.parts.emphasised else roles.text
        return [Label(width - line.width, y, line, ink, cell=(row, column))]

    @cached_property
    def _legend(self) -> Legend:
        inks = self.parts.inks(self.brand.roles)
        entries = [
            Entry(ink, name, cell=(0, c)) for c, (ink, name) in enumerate(zip(inks, self.parts.names, strict=True), 1)
        ]
        return Legend(self.brand, tuple(entries), self.language)

    def _head(self, width: float) -> float:
        """Height of legend and head over the rows."""
        heading = self.brand.styles.caption.leading if self._heading else 0.0
        return self._legend.height(width) + self._space + heading
