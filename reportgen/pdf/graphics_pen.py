"""The pen: it sets clip, inks, alpha and line of an InkCanvas as a Matplotlib graphics context asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.edition_colours import InkTable
from reportgen.pdf.graphics_state import SOLID, Dash
from reportgen.pdf.outlines import TILE, hatch_lines, outline
from reportgen.pdf.pdf_objects import number

CAPS = {"butt": 0, "round": 1, "projecting": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}

Context = Any
"""A `GraphicsContextBase`: Matplotlib's stubs know less of it than its own backends use."""


class GraphicsPen:
    """Sets a canvas up for one artist after another. `corner` is the figure's top left corner on the page."""

    def __init__(self, canvas: InkCanvas, inks: InkTable, corner: tuple[float, float]) -> None:
        self._canvas = canvas
        self._inks = inks
        self._corner = corner
        self._clip: tuple[Any, Any] = (None, None)

    def for_path(self, gc: Context, face: Sequence[float] | None) -> tuple[bool, bool]:
        """Clip, inks, alpha and line of a path; gives whether it is filled and whether it is stroked."""
        self.clip(gc)
        fill = face is not None and self._fill(rgba(face, gc))
        edge = rgba(gc.get_rgb(), gc)
        stroke = gc.get_linewidth() > 0 and edge[3] > 0
        if stroke:
            self._canvas.set_stroke(self._inks.find(*edge[:3]))
            self._canvas.set_alpha(stroke=edge[3])
            cap, join = CAPS[gc.get_capstyle()], JOINS[gc.get_joinstyle()]
            self._canvas.set_line(gc.get_linewidth(), cap, join, _dash(*gc.get_dashes()))
        return fill, stroke

    def for_type(self, gc: Context, size: float) -> bool:
        """Clip, ink and alpha of a text of `size` pt; gives whether it can be seen."""
        self.clip(gc)
        return self._fill(rgba(gc.get_rgb(), gc), size)

    def for_edge(self, gc: Context) -> None:
        """The alpha of a stroke again, after a hatch."""
        self._canvas.set_alpha(stroke=rgba(gc.get_rgb(), gc)[3])

    def for_hatch(self, gc: Context, hatch: str) -> None:
        """A tiling pattern (ISO 32000-1, 8.7.3); its origin is the figure's top left corner, as in Matplotlib.

        Some viewers let the alpha of strokes into the tile, so that is 1 while the pattern is painted.
        """
        red, green, blue, alpha = rgba(gc.get_hatch_color(), gc)
        ink = self._inks.find(red, green, blue)
        fill, stroke = self._canvas.operator(ink), self._canvas.operator(ink, stroke=True)
        entries = {
            **{"Type": "Pattern", "PatternType": 1, "PaintType": 1, "TilingType": 1},
            **{"BBox": [0, 0, TILE, TILE], "XStep": TILE, "YStep": TILE},
            "Resources": self._canvas.spot_resources(ink),
            "Matrix": [1, 0, 0, 1, *self._corner],
        }
        width = number(gc.get_hatch_linewidth())
        self._canvas.pattern(entries, f"{stroke} {fill} {width} w {hatch_lines(hatch)} B")
        self._canvas.set_alpha(fill=alpha, stroke=1.0)

    def clip(self, gc: Context) -> None:
        """The clip of an artist."""
        self._clip_to(gc.get_clip_rectangle(), gc._clippath)

    def unclip(self) -> None:
        """No clip."""
        self._clip_to(None, None)

    def _clip_to(self, rectangle: Any, path: Any) -> None:
        """The clip of the artist before is taken back first."""
        wanted = (tuple(float(value) for value in rectangle.bounds) if rectangle is not None else None), path
        if wanted[0] == self._clip[0] and wanted[1] is self._clip[1]:
            return
        if self._clip != (None, None):
            self._canvas.back()
        self._clip = wanted
        if wanted != (None, None):
            self._canvas.keep()
        if wanted[0] is not None:
            self._canvas.clip(" ".join([*map(number, wanted[0]), "re"]))
        if path is not None:
            self._canvas.clip(outline(*path.get_transformed_path_and_affine()))

    def _fill(self, colour: tuple[float, float, float, float], size: float = 0.0) -> bool:
        if not colour[3]:
            return False
        self._canvas.set_fill(self._inks.find(*colour[:3]), size)
        self._canvas.set_alpha(fill=colour[3])
        return True


def rgba(colour: Sequence[float], gc: Context) -> tuple[float, float, float, float]:
    """A colour with the alpha that counts: a colour without any stays unseen whatever the context forces on it."""
    red, green, blue = (float(channel) for channel in colour[:3])
    alpha = float(colour[3]) if len(colour) > 3 else 1.0
    return red, green, blue, float(gc.get_alpha()) if alpha and gc.get_forced_alpha() else alpha


def _dash(offset: float | None, lengths: Sequence[float] | None) -> Dash:
    return SOLID if lengths is None else (tuple(float(length) for length in lengths), float(offset or 0))
