"""What was drawn, as the operators of a page have it: type, fills and pictures, in pt from the trim's bottom left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from reportgen.colour.srgb import contrast, luminance
from reportgen.geometry import Bbox, Point
from reportgen.verify.drawn_shapes import DrawnOutline
from reportgen.verify.run_text import Codes, reaches

Rgb = tuple[float, float, float]
"""Red, green and blue in 0 to 1."""

OPAQUE = 0.5
"""From this alpha on a fill hides what lies under it."""


@dataclass(frozen=True, slots=True)
class Clip:
    """What can be seen: within `area`, and within every one of the paths that are no rectangles."""

    area: Bbox
    paths: tuple[DrawnOutline, ...] = ()


@dataclass(frozen=True, slots=True)
class FillColour:
    """A colour of fills: the operator that set it, its sRGB, and how opaque it is."""

    operator: str = ""
    colour: Rgb | None = (0.0, 0.0, 0.0)
    alpha: float = 1.0


BLACK = FillColour()
"""What a page begins with (8.6.8)."""


class ShownRun(NamedTuple):
    """Type that was shown by one run. `order` counts what was painted, from the bottom up.

    `pen` is where it starts on the base line, `end` where its last visible glyph ends, `size` and `wide` its size up
    and across after all matrices (negative where it is mirrored), `advance` how far it is to its last glyph; in pt.
    `level` says that it is neither turned nor slanted. `area` is round its ink as the font has it, but across from pen
    to pen. `glyphs` are its string, what the codes in it stand for, and the spacing in em.
    """

    order: int
    text: str
    level: bool
    pen: Point
    end: Point
    size: float
    wide: float
    advance: float
    area: Bbox
    paint: FillColour
    clip: Clip | None
    glyphs: tuple[str, Codes, float] | None = None

    def boxes(self) -> list[Bbox]:
        """The areas of its glyphs, each as high as the font has it; of a run in several strings the area of all."""
        if self.glyphs is None or not self.level:
            return [self.area]
        (x, y), size, wide = self.pen, self.size, self.wide
        return [
            Bbox(x + start * wide, y + low * size, x + end * wide, y + high * size)
            for start, end, low, high in reaches(*self.glyphs)
            if low < high
        ]

    def samples(self) -> Iterator[Point]:
        """Points in the middle of its glyphs, about two to the em."""
        count = max(3, min(60, int(2 * (self.area.right - self.area.left) / max(abs(self.size), 1.0))))
        across, up = (self.end[0] - self.pen[0]) / count, (self.end[1] - self.pen[1]) / count
        upright = abs(self.end[1] - self.pen[1]) > abs(self.end[0] - self.pen[0])
        rise = (0.0 if upright else 0.3 * self.size), (0.3 * self.size if upright else 0.0)
        for index in range(count):
            along = index + 0.5
            yield self.pen[0] + along * across - rise[1], self.pen[1] + along * up + rise[0]


@dataclass(frozen=True, slots=True)
class Filled:
    """A shape that was filled, or a picture that was placed (`picture`)."""

    order: int
    outline: DrawnOutline
    paint: FillColour
    picture: bool = False

    @property
    def hides(self) -> bool:
        """Whether nothing under it can be seen."""
        return self.paint.alpha >= OPAQUE and self.paint.operator != "pattern"


@dataclass
class DrawnPage:
    """A page as it was drawn. `trim` is the trimmed page; `marks` the boxes of everything painted but type."""

    trim: Bbox
    shown: list[ShownRun] = field(default_factory=list)
    filled: list[Filled] = field(default_factory=list)
    lines: list[Bbox] = field(default_factory=list)


LEAST_CONTRAST = 1.2
"""Under this contrast (WCAG 2.2, 1.4.3) type cannot be told from its ground."""


def indistinguishable(one: FillColour, other: FillColour) -> bool:
    """Whether type of the one cannot be told from a ground of the other."""
    if one.colour is None or other.colour is None:
        return one.operator == other.operator
    return contrast(_luminance(one.colour), _luminance(other.colour)) < LEAST_CONTRAST


@lru_cache(maxsize=512)
def _luminance(colour: Rgb) -> float:
    return luminance([min(1.0, max(0.0, channel)) for channel in colour])
