"""The graphics state (ISO 32000-1, 8.4) as far as we set it, kept so that only changes are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportgen.colour.inks import Ink
from reportgen.pdf.pdf_objects import number, precise

Dash = tuple[tuple[float, ...], float]
"""Lengths of dashes and gaps, and the phase, in pt."""

SOLID: Dash = ((), 0.0)


@dataclass(slots=True)
class GraphicsState:
    """What the next operator will find; None where the page has not said anything yet. `alpha` is (fill, stroke)."""

    fill: Ink | None = None
    stroke: Ink | None = None
    alpha: tuple[float, float] = (1.0, 1.0)
    width: str = "1"
    cap: int = 0
    join: int = 0
    miter: str = "10"
    dash: str = "[]0"
    font: tuple[str, float] = ("", 0.0)
    spacing: str = "0"
    overprint: bool = False

    def copy(self) -> GraphicsState:
        """The state to come back to after a `Q`."""
        return replace(self)

    def line(self, width: float, cap: int, join: int, dash: Dash, miter: float) -> Iterator[str]:
        """The operators that make lines so: width in pt, cap and join as 8.4.3 numbers them, dash in pt."""
        lengths, phase = dash
        pattern = f"[{' '.join(map(precise, lengths))}]{number(phase)}" if lengths else "[]0"
        if number(width) != self.width:
            self.width = number(width)
            yield f"{self.width} w"
        if cap != self.cap:
            self.cap = cap
            yield f"{cap} J"
        if join != self.join:
            self.join = join
            yield f"{join} j"
        if number(miter) != self.miter:
            self.miter = number(miter)
            yield f"{self.miter} M"
        if pattern != self.dash:
            self.dash = pattern
            yield f"{pattern} d"

    def type(self, label: str, size: float, spacing: str) -> str:
        """The operators, each with a blank after it, that set a font by its label and size, and character spacing."""
        written = ""
        if self.font != (label, size):
            self.font = label, size
            written = f"/{label} {number(size)} Tf "
        if self.spacing != spacing:
            self.spacing = spacing
            written += f"{spacing} Tc "
        return written
