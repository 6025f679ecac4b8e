"""Marks as Matplotlib artists: a PathPatch for a shape, a light artist of our own for a line of type."""

from __future__ import annotations

from reportgen.figures.drawing.mpl import load_matplotlib

load_matplotlib()

from typing import Any  # noqa: E402 - Matplotlib must be loaded by `load_matplotlib` first

import numpy as np  # noqa: E402
from matplotlib.artist import Artist  # noqa: E402
from matplotlib.patches import PathPatch  # noqa: E402
from matplotlib.path import Path  # noqa: E402

from reportgen.figures.base import Label, Mark, Shape  # noqa: E402
from reportgen.geometry import Segments  # noqa: E402

_CODES: dict[Any, tuple[Any, ...]] = {
    "M": (Path.MOVETO,),
    "L": (Path.LINETO,),
    "C": (Path.CURVE4,) * 3,
    "Z": (Path.CLOSEPOLY,),
}
"""Matplotlib's codes for a segment, one for each of its points."""
_NOWHERE = (0.0, 0.0)
"""The point that Matplotlib wants of a closing segment, and does not look at."""


class SetLabel(Artist):
    """A line of type that the text stage has set; it is drawn with the page's own fonts, never scaled."""

    def __init__(self, label: Label) -> None:
        super().__init__()
        self.label = label
        self.cell = label.cell

    def draw(self, renderer: Any) -> None:
        """Draw on a renderer that knows shaped runs (`reportgen.pdf.renderer`)."""
        for placed in self.label.line.runs:
            renderer.draw_run(self.label.left + placed.x, self.label.y, placed.run, self.label.ink)


def as_artist(mark: Mark) -> Artist:
    """The artist that draws a mark; all stand on one level, so that they are painted in the order they are given."""
    artist = SetLabel(mark) if isinstance(mark, Label) else _patch(mark)
    artist.set_zorder(0)
    return artist


def as_path(segments: Segments) -> Path:
    """Path segments as a Matplotlib path. The numbers go into one flat list: a map has thousands of them."""
    numbers: list[Any] = []
    codes: list[Any] = []
    for segment in segments:
        numbers += segment[1:] or _NOWHERE
        codes += _CODES[segment[0]]
    return Path(np.array(numbers, float).reshape(-1, 2), np.array(codes, Path.code_type))


def _patch(shape: Shape) -> PathPatch:
    return PathPatch(
        as_path(shape.segments),
        facecolor=shape.fill.unit_srgb if shape.fill else "none",
        edgecolor=shape.stroke.unit_srgb if shape.stroke else "none",
        linewidth=shape.line_width if shape.stroke else 0.0,
        joinstyle="round",
        capstyle="butt",
        antialiased=True,
        linestyle="solid",
    )
