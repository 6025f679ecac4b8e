"""A share as a bar or a ring: the whole with the part filled, and the share in figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import ceil, cos, pi, sin, tan

from reportgen.content.report import Datum
from reportgen.figures.base import FigureError, Label, Mark, MarkFigure, Shape, too_narrow
from reportgen.figures.drawing.least_printed import is_too_small, printed_end
from reportgen.figures.drawing.segments import rectangle
from reportgen.geometry import Flex, Point, Segment, Segments
from reportgen.page import Cell
from reportgen.press_practice import LEAST_LINE
from reportgen.text.setting import SetLine, natural_width, set_line
from reportgen.text.type_style import TypeStyle

SHARE_CELL: Cell = (2, 1)
"""The cell of the share in the table of values."""
_THIN, _THICK = 8.0, 26.0
"""The least and the most height of a bar, in pt."""
_SEEN = 0.3
"""The least width of a part that can be seen, in pt."""
_HOLE = 0.7
"""The inner radius of a ring over its outer one."""
_MARGIN = 0.88
"""The share of a ring's hole that its number may be wide."""
_LARGER = 1.25
"""How much higher than figures are as a rule a ring is, where it has the room."""


@dataclass(frozen=True)
class _Whole(MarkFigure):
    """`share` in per cent of a whole, from 0 to 100."""

    share: Datum
    language: str

    @property
    def part(self) -> float:
        """The part as a share from 0 to 1."""
        return float(self.share.value / 100)

    def _check(self, what: str, smallest: float) -> None:
        """That what is left of the whole can be seen when `smallest` (0 to 1) is the least that can."""
        if not 0 <= self.part <= 1 or 1 - smallest < self.part < 1:
            raise FigureError(f"{what} cannot show {self.share.text}", "leave the figure out")

    @property
    def _line(self) -> SetLine:
        return set_line(self.share.text, self.brand.styles.emphasis, self.language)


@dataclass(frozen=True)
class ShareBar(_Whole):
    """One bar as wide as the figure; the share stands over the end of its part, or over the bar's start."""

    def measure(self, width: float) -> Flex:
        """Heights of the bar with its number over it."""
        self._check("a bar of this width", _SEEN / width)
        if self._line.width > width:
            raise too_narrow("a bar with this share", self._line.width, width, "leave the figure out")
        least, most = self._over + _THIN, self._over + _THICK
        return Flex(least, min(max(self.brand.figure_height.normal, least), most), most)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """The whole, its part, and the number."""
        roles, tall = self.brand.roles, min(height - self._over, _THICK)
        length = width * self.part
        end, small = (printed_end(0.0, length), is_too_small(length)) if length else (0.0, False)
        shapes = (
            Shape(rectangle(end, 0, width - end, tall), fill=roles.dot_quiet),
            Shape(rectangle(0, 0, end, tall), fill=roles.mark, cell=SHARE_CELL, by="width", widened=small),
        )
        x = max(end - self._line.width, 0.0)
        label = Label(x, tall + self.brand.spaces.close.normal, self._line, roles.mark, cell=SHARE_CELL)
        kept = (part for part, wide in zip(shapes, (width - end, end), strict=True) if wide > 0)
        return (*kept, label)

    @property
    def _over(self) -> float:
        return self.brand.styles.emphasis.cap_height + self.brand.spaces.close.normal


@dataclass(frozen=True)
class ShareRing(_Whole):
    """A ring whose part is filled clockwise from the top, with the share in its middle, as large as the hole holds."""

    def measure(self, width: float) -> Flex:
        """Its diameter: the number has to stand in the hole, and large if that takes little more room than others have.

        A ring is a smaller figure than others of its height, so it is a quarter higher than they are where it can be.
        """
        least = self._line.width / (_HOLE * _MARGIN)
        self._check("a ring", _SEEN / (pi * least))
        if least > width:
            raise too_narrow("a ring with this share", least, width, "use `form: bar`")
        usual, amount = self.brand.figure_height, self.brand.styles.amount
        large = natural_width(self.share.text, amount, self.language) / (_HOLE * _MARGIN)
        least = max(least, min(large, _LARGER * usual.normal, width))
        most = max(least, min(width, usual.most))
        return Flex(least, min(max(_LARGER * usual.normal, least), most), most)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """What is left of the whole, its part, and the number."""
        roles, radius = self.brand.roles, min(width, height) / 2
        least = LEAST_LINE / (2 * pi * radius * _HOLE)
        small, end = 0 < self.part < least, max(self.part, least) if self.part else 0.0
        shapes = [Shape(sector(radius, end, 1), fill=roles.dot_quiet)] if end < 1 else []
        if end:
            part = sector(radius, 0, end)
            shapes.append(Shape(part, fill=roles.mark, cell=SHARE_CELL, by="area", widened=small))
        style = self._style(2 * radius)
        line = set_line(self.share.text, style, self.language)
        return (*shapes, Label(radius, radius - style.cap_height / 2, line, roles.mark, 0.5, SHARE_CELL))

    def _style(self, diameter: float) -> TypeStyle:
        """The largest of the brand's styles for numbers in which the share stands within the hole."""
        styles, room = self.brand.styles, diameter * _HOLE * _MARGIN + 0.01
        sizes = (styles.number, styles.amount, styles.emphasis)
        return next((s for s in sizes if natural_width(self.share.text, s, self.language) <= room), styles.emphasis)


FORMS: Mapping[str, Callable[..., ShareBar | ShareRing]] = {"bar": ShareBar, "ring": ShareRing}
"""The forms of a share besides its dots."""


def sector(radius: float, start: float, end: float) -> Segments:
    """The part of a ring about `radius`, `radius` from `start` to `end` of the way round, clockwise from the top."""
    centre = radius, radius
    outer = _arc(centre, radius, start, end)
    inner = _arc(centre, radius * _HOLE, end, start)
    first: Segment = ("M", *_on(centre, radius, start))
    return (first, *outer, ("L", *_on(centre, radius * _HOLE, end)), *inner, ("Z",))


def _on(centre: Point, radius: float, way: float) -> Point:
    return centre[0] + radius * sin(2 * pi * way), centre[1] + radius * cos(2 * pi * way)


def _arc(centre: Point, radius: float, start: float, end: float) -> list[Segment]:
    """An arc as cubic curves of an eighth of a circle at most."""
    count = max(1, ceil(abs(end - start) * 8))
    step = (end - start) / count
    reach = 4 / 3 * tan(pi * step / 2) * radius
    segments: list[Segment] = []
    for index in range(count):
        a, b = start + index * step, start + (index + 1) * step
        (x1, y1), (x2, y2) = _on(centre, radius, a), _on(centre, radius, b)
        leave = x1 + reach * cos(2 * pi * a), y1 - reach * sin(2 * pi * a)
        enter = x2 - reach * cos(2 * pi * b), y2 + reach * sin(2 * pi * b)
        segments.append(("C", *leave, *enter, x2, y2))
    return segments
