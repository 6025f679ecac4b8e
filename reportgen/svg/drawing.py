"""What an SVG becomes: shapes of one colour each. Measures are the drawing's own units; y grows downwards."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.geometry import Segments
from reportgen.page import PLAIN_PEN, LineStyle

Rgb = tuple[int, int, int]


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
    fill: Rgb | None = None
    stroke: Rgb | None = None
    line_width: float = 0.0
    even_odd: bool = False
    pen: LineStyle = PLAIN_PEN


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
