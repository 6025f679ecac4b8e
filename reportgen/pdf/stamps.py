"""Forms that are drawn at many places, and when a form is worth its while."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from matplotlib.path import Path

from reportgen.geometry import Bbox
from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.outlines import outline, padded_box
from reportgen.pdf.pdf_objects import number

FORM_COST = 5
"""What a form costs, in vertices: the rule of Matplotlib's own PDF backend."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A path as operators, with the box it fills at its own place; None when it has no end."""

    operators: str
    box: Bbox | None

    def meets(self, x: float, y: float, field: Bbox) -> bool:
        """Whether any of it, moved by `x`, `y`, lies in `field`."""
        if self.box is None:
            return False
        left, bottom, right, top = self.box
        return left + x < field.right and right + x > field.left and bottom + y < field.top and top + y > field.bottom


def stamp(path: Path, transform: Any, line_width: float) -> Stamp:
    """A path made ready to be drawn many times with lines of at most `line_width` pt."""
    return Stamp(outline(path, transform), padded_box(path, transform, line_width))


def worth_a_form(vertices: int, uses: int) -> bool:
    """Whether a path of so many vertices is written once for all its uses."""
    return vertices * uses > vertices + uses + FORM_COST


def paint_operator(fill: bool, stroke: bool) -> str:
    """The operator that paints a path; empty when there is nothing to paint."""
    return "B" if fill and stroke else "f" if fill else "S" if stroke else ""


class Stepper:
    """Draws a form here and there. It steps from place to place in whole hundredths, so that nothing adds up."""

    def __init__(self, canvas: InkCanvas) -> None:
        self._canvas = canvas
        self._at = 0, 0

    def __enter__(self) -> Self:
        self._canvas.keep()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._canvas.back()

    def place(self, label: str, x: float, y: float) -> None:
        """Draw the form with its origin at `x`, `y`."""
        to = round(100 * x), round(100 * y)
        across, up = number((to[0] - self._at[0]) / 100), number((to[1] - self._at[1]) / 100)
        self._canvas.write(f"1 0 0 1 {across} {up} cm /{label} Do")
        self._at = to
