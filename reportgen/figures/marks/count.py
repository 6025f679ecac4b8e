"""The kind `count`: a row of icons, each standing for a round number, the last one cut so that its area is right.

Of a whole all of it is there, and what is not counted is pale.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil

from reportgen.content.counting import SLIVER, is_about, marks_of
from reportgen.content.report import Datum
from reportgen.figures import text_alternatives
from reportgen.figures.base import FigureError, Mark, MarkFigure, Shape
from reportgen.figures.drawing.icons import Icon, icon
from reportgen.figures.drawing.segments import cut_to_share, joined, polygons, polyline
from reportgen.figures.request import Request
from reportgen.figures.sentences import as_sentence
from reportgen.geometry import MM, Flex, Segments

_GAP = 0.26
"""Space between two icons over an icon's height; between rows the same."""
_WIDEST = 2.1
"""How many times as wide the space between two icons may be, so that a row fills the width."""
_LOOSE = 1.4
"""How many times as high the space between two rows may be."""
_FULL = 0.75
"""The least share of the width that several rows fill."""
_LEAST_ICON = 9.0
_MOST_ICON = 54.0


@dataclass(frozen=True)
class Count(MarkFigure):
    """`value` counted in steps of `each`, drawn with the icon `symbol`.

    The last icon is cut by area. A remainder under 6 per cent of an icon is left out after a whole one, and one over 94
    per cent is a whole icon; the alternative text then says "about".
    """

    value: Datum
    each: Datum
    symbol: str
    whole: Datum | None = None

    @property
    def marks_in_all(self) -> Decimal:
        """How many icons the whole has, or the value that is part of none."""
        return marks_of(self.whole.value, self.each.value) if self.whole else self.marks_shown

    @property
    def marks_shown(self) -> Decimal:
        """How many icons: whole ones and the part of the last, without a sliver."""
        return marks_of(self.value.value, self.each.value)

    @property
    def is_about(self) -> bool:
        """Whether a sliver was left out or filled up, so that the icons say "about"."""
        return is_about(self.value.value, self.each.value)

    def measure(self, width: float) -> Flex:
        """From one row of small icons to as many rows as the largest icons fill."""
        drawn, count = icon(self.symbol), ceil(self.marks_in_all)
        if count < 1:
            raise FigureError(f"a row of icons cannot show {self.value.text}", "leave the figure out")
        if self.value.value and self.marks_shown < SLIVER:
            message = f"an icon that stands for {self.each.text} cannot show {self.value.text}"
            raise FigureError(message, "let each icon stand for less (`each:`)")
        sizes = [(rows, min(self._height(drawn, width, ceil(count / rows)), _MOST_ICON)) for rows in _rows(count)]
        sizes = [
            (rows, size) for rows, size in sizes if rows == 1 or self._used(drawn, count, rows, size) >= _FULL * width
        ]
        heights = [size * (rows + (rows - 1) * _GAP) for rows, size in sizes if size >= _LEAST_ICON]
        if not heights:
            hint = "let each icon stand for more (`each:`)"
            raise FigureError(f"{count} icons do not fit in {width / MM:.0f} mm", hint)
        least, most = min(heights), max(heights)
        return Flex(least, min(max(self.brand.figure_height.normal, least), most), most)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """The icons that are counted as one shape, row by row from the top left, over the others as another."""
        drawn, count = icon(self.symbol), ceil(self.marks_in_all)
        rows, size = self._arrange(drawn, width, height, count)
        columns = ceil(count / rows)
        across = (width - size * drawn.aspect()) / (columns - 1) if columns > 1 else 0.0
        across = min(across, size * (drawn.aspect() + _WIDEST * _GAP))
        down = (height - size) / (rows - 1) if rows > 1 else 0.0
        down = min(down, size * (1 + _LOOSE * _GAP))
        corners = [(column * across, (rows - 1 - row) * down) for row in range(rows) for column in range(columns)]
        icons = [drawn.at(x, y, size) for x, y in corners[:count]]
        full, roles = int(self.marks_shown), self.brand.roles
        counted = joined([*icons[:full], *_part(icons[full:], self.marks_shown % 1)])
        marks = [Shape(counted, fill=roles.mark)] if counted else []
        if not self.whole or full >= count:
            return tuple(marks)
        others = joined([*icons[full:-1], *_part(icons[-1:], self.marks_in_all % 1 or Decimal(1))])
        return (Shape(others, fill=roles.dot_quiet), *marks)

    def _arrange(self, drawn: Icon, width: float, height: float, count: int) -> tuple[int, float]:
        """Rows and icon height: the largest icons that fill most of the width."""

        def size(rows: int) -> float:
            by_height = height / (rows + (rows - 1) * _GAP)
            return min(by_height, self._height(drawn, width, ceil(count / rows)), _MOST_ICON)

        def good(rows: int) -> float:
            return size(rows) * min(1.0, self._used(drawn, count, rows, size(rows)) / width)

        rows = max(_rows(count), key=lambda n: (round(good(n), 3), -n))
        return rows, size(rows)

    @staticmethod
    def _used(drawn: Icon, count: int, rows: int, size: float) -> float:
        """The width that rows of icons of a height fill with the widest spaces between them."""
        columns = ceil(count / rows)
        return size * (columns * drawn.aspect() + (columns - 1) * _WIDEST * _GAP)

    @staticmethod
    def _height(drawn: Icon, width: float, columns: int) -> float:
        """Height of an icon when `columns` of them fill `width`."""
        return width / (columns * drawn.aspect() + (columns - 1) * _GAP)


def _rows(count: int) -> range:
    return range(1, min(count, 12) + 1)


def _part(icons: Sequence[Segments], share: Decimal) -> list[Segments]:
    """The left part of the first of some icons; nothing of none."""
    return [_cut(each, float(share)) for each in icons[:1]] if share else []


def _cut(segments: Segments, share: float) -> Segments:
    if share >= 1:
        return segments
    return joined(polyline(piece, closed=True) for piece in cut_to_share(polygons(segments), share))


def make(asked: Request) -> Count:
    statistic, words = asked.statistic, asked.words
    alternative = text_alternatives.count_alternative(statistic, words)
    whole = statistic.data.get("whole")
    counted = statistic.data.get("counted", statistic.datum)
    figure = Count(asked.brand, alternative, counted, statistic.data["each"], statistic.symbol, whole)
    if statistic.alt or not figure.is_about:
        return figure
    sentence = words.get(
        "count_alt_about",
        value=figure.value.text,
        each=figure.each.text,
    )
    return replace(figure, alternative=replace(alternative, sentence=as_sentence(sentence)))
