"""Intervals of uncertainty drawn as whiskers that are seen on their bars and on the ground alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportgen.brand import Brand
from reportgen.colour.inks import Ink, contrast
from reportgen.figures.base import Shape
from reportgen.figures.drawing.segments import joined, rectangle
from reportgen.geometry import Rect, Segments
from reportgen.page import Cell
from reportgen.press_practice import LEAST_LINE

_LINE = 1.0
"""Width of the line of an interval, in pt."""
EDGE = _LINE / 2
"""Room that an interval takes beyond its ends, in pt."""


@dataclass(frozen=True, slots=True)
class Whisker:
    """An interval from `start` to `end` along an axis, at `middle` across it; `tall` is the bar at either end, in pt.

    `upright` says that the axis rises.
    """

    start: float
    end: float
    middle: float
    tall: float
    cell: Cell
    upright: bool = False

    @property
    def boxes(self) -> list[Rect]:
        """The line and the bars across its ends."""
        low, high = sorted((self.start, self.end))
        more = max(0.0, LEAST_LINE - (high - low)) / 2
        low, high = low - more, high + more
        edge = min(_LINE, high - low)
        along = [(low, high - low, _LINE), (low, edge, self.tall), (high - edge, edge, self.tall)]
        if self.upright:
            return [Rect(self.middle - wide / 2, at, wide, length) for at, length, wide in along]
        return [Rect(at, self.middle - wide / 2, length, wide) for at, length, wide in along]


def whisker_shapes(whiskers: Iterable[Whisker], bars: Sequence[Shape], brand: Brand) -> list[Shape]:
    """The intervals in the ink of text; what of them lies on their own bar in whichever ink is seen better there."""
    found: list[Shape] = []
    over: dict[Ink, list[Segments]] = {}
    for whisker in whiskers:
        shape = Shape(_drawn(whisker.boxes), brand.roles.text, cell=whisker.cell, by="y" if whisker.upright else "x")
        bar = next((bar for bar in bars if bar.cell == (whisker.cell[0], 1)), None)
        if bar is None or bar.fill is None:
            found.append(shape)
            continue
        ink = _seen_on(bar.fill, brand)
        inside = [part for box in whisker.boxes if (part := _common(box, Rect.of(bar.segments)))]
        if inside == whisker.boxes:
            found.append(replace(shape, fill=ink))
            continue
        found.append(shape)
        if inside and ink != brand.roles.text:
            over.setdefault(ink, []).append(_drawn(inside))
    return [*found, *(Shape(joined(parts), fill=ink) for ink, parts in over.items())]


def _seen_on(ground: Ink, brand: Brand) -> Ink:
    return max((brand.roles.text, brand.roles.paper), key=lambda ink: contrast(ink, ground))


def _drawn(boxes: Iterable[Rect]) -> Segments:
    return joined(rectangle(box.x, box.y, box.width, box.height) for box in boxes)


def _common(one: Rect, other: Rect) -> Rect | None:
    """What two rectangles have in common, if it has an area."""
    x, y = max(one.x, other.x), max(one.y, other.y)
    wide, tall = min(one.right, other.right) - x, min(one.bottom, other.bottom) - y
    return Rect(x, y, wide, tall) if wide > 0 and tall > 0 else None
