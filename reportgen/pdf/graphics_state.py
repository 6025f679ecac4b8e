"""The graphics state (ISO 32000-1, 8.4) as far as we set it, kept so that only changes are written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportgen.colour.inks import Ink

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
