"""What an SVG becomes: shapes of one colour each. Measures are the drawing's own units; y grows downwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportgen.geometry import Bbox, Point, Segments, corners, on_curve
from reportgen.page import PLAIN_PEN, LineStyle

Srgb = tuple[int, int, int]
"""Red, green and blue in 0 to 255."""

_STEPS = 16
"""Straight lines that stand for a curve where its reach is measured."""


class SvgError(ValueError):
    """A drawing that cannot be used: `message` says why, as a clause; `hint` says what to do."""

    def __init__(self, message: str, hint: str = "export it again from the drawing program as plain SVG") -> None:
        self.message = message
        self.hint = hint
        super().__init__(f"{message}; {hint}")


@dataclass(frozen=True, slots=True)
class DrawnShape:
    """One outline with its paint: `fill` and `stroke` in sRGB (0 to 255) or None; non-zero unless `even_odd`."""

    segments: Segments
    fill: Srgb | None = None
    stroke: Srgb | None = None
    line_width: float = 0.0
    even_odd: bool = False
    pen: LineStyle = PLAIN_PEN

    def reach(self) -> Bbox:
        """How far it reaches, half the line's width included; curves to within a hundredth."""
        return Bbox.around(_points(self.segments)).grown(self.line_width / 2 if self.stroke else 0.0)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole drawing: its size, and its shapes in the order in which they are painted."""

    width: float
    height: float
    shapes: tuple[DrawnShape, ...] = field(repr=False)

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height


def _points(segments: Segments) -> Iterator[Point]:
    """The corners, and points along the curves."""
    here = (0.0, 0.0)
    for segment in segments:
        points = corners((segment,))
        if segment[0] == "C":
            first, second, end = points
            yield from (on_curve(step / _STEPS, here, first, second, end) for step in range(1, _STEPS))
        if points:
            here = points[-1]
            yield here
