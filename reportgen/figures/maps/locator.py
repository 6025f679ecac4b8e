"""A locator: the outline of a wider area and a place in it in; the small map that shows where the place lies, out."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.colour.inks import Ink
from reportgen.figures.base import Shape
from reportgen.figures.drawing.segments import circle, joined, polyline
from reportgen.figures.maps.map_geometry import Line, MapShape, fitted, project
from reportgen.geometry import Rect

_WIDE = 0.24
"""Width of the locator's box over the figure's."""
_SPECK = 1.2
"""Radius of the dot that stands for a place too small to be seen on the locator, in pt."""


def locator_size(locator: Sequence[Line], room: Rect) -> tuple[float, float] | None:
    """Width and height of the locator of a map that has `room`; None without one."""
    if not locator:
        return None
    left, bottom, right, top = project(locator).bounds
    wide = min(room.width * _WIDE, room.height * _WIDE * 5 / 3 * (right - left) / (top - bottom))
    return wide, wide * (top - bottom) / (right - left)


def locator_shapes(
    locator: Sequence[Line], boundary: Sequence[Line], box: Rect | None, land_ink: Ink, here_ink: Ink
) -> list[Shape]:
    """The wider area and the place on it, both projected as one so that they agree; a dot for a place too small."""
    if box is None:
        return []
    both = fitted(project((*locator, *boundary)), box)
    count = len(locator)
    around, here = MapShape(both.rings[:count]).thinned(0.25), MapShape(both.rings[count:])
    left, bottom, right, top = here.bounds
    land = joined(polyline(ring, closed=True) for ring in around.rings)
    spot = joined(polyline(ring, closed=True) for ring in here.thinned(0.25).rings)
    if max(right - left, top - bottom) < 2 * _SPECK or not spot:
        spot = circle(*_kept((left + right) / 2, (bottom + top) / 2, box.inset(_SPECK)), _SPECK)
    shapes = (Shape(land, fill=land_ink), Shape(spot, fill=here_ink))
    return [shape for shape in shapes if shape.segments]


def _kept(x: float, y: float, box: Rect) -> tuple[float, float]:
    """A point, moved into a box."""
    return min(max(x, box.x), box.right), min(max(y, box.y), box.bottom)
