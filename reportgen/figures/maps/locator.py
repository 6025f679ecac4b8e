"""The locator of a map, which shows where a place lies in a wider area, and maps arranged to leave it a corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil, hypot

from reportgen.colour.inks import Ink
from reportgen.figures.base import Shape
from reportgen.figures.drawing.segments import circle, inside, joined, polyline
from reportgen.figures.maps.map_geometry import Line, MapShape, fit, fitted, project
from reportgen.geometry import Point, Rect

_WIDE = 0.24
"""Width of the locator's box over the figure's."""
_SPECK = 1.2
"""Radius of the dot that stands for a place too small to be seen on the locator, in pt."""
_CORNER = 6.0
"""Least space between map and locator, in pt."""
_LEAST = 40
"""A map is not made smaller than this, in per cent of its room, for the locator to stand beside it."""
_MOST_KEPT = 12
_FINE = 60
"""A line is looked at in pieces no longer than this part of the map."""


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
    place = joined(polyline(ring, closed=True) for ring in here.thinned(0.25).rings)
    if max(right - left, top - bottom) < 2 * _SPECK or not place:
        room, x, y = box.inset(_SPECK), (left + right) / 2, (bottom + top) / 2
        place = circle(min(max(x, room.x), room.right), min(max(y, room.y), room.bottom), _SPECK)
    shapes = (Shape(land, fill=land_ink), Shape(place, fill=here_ink))
    return [shape for shape in shapes if shape.segments]


@dataclass(frozen=True)
class Arranged:
    """A map at its place, and the rectangle of its locator."""

    land: MapShape
    locator: Rect | None


@lru_cache(maxsize=_MOST_KEPT)
def arrangements(shape: MapShape, room: Rect, locator: tuple[float, float] | None) -> Sequence[Arranged]:
    """The map with a locator of that size in each corner, best first: the larger map, the lower right if it can be.

    A few are kept, as the pages of a batch have the same.
    """
    if locator is None:
        return [Arranged(fitted(shape, room, across=1.0), None)]
    wide, tall = locator
    left, low, right, high = room.x, room.y, room.right - wide, room.bottom - tall
    corners = ((right, low, 1.0), (left, low, 0.8), (right, high, 0.8), (left, high, 0.65))
    outline = _points(shape)
    found = []
    for x, y, weight in corners:
        percent, arranged = _beside(shape, outline, room, Rect(x, y, wide, tall))
        found.append((-weight * percent, arranged))
    return [arranged for _, arranged in sorted(found, key=lambda entry: entry[0])]


def _beside(shape: MapShape, outline: Sequence[Point], room: Rect, corner: Rect) -> tuple[int, Arranged]:
    """How large (per cent of `room`) and where the map is when it keeps clear of `corner`."""
    away = (0.0 if corner.x > room.x else 1.0, 1.0 if corner.y == room.y else 0.0)
    for percent in range(100, _LEAST, -2):
        wide, tall = room.width * percent / 100, room.height * percent / 100
        for across, up in ((0.5, away[1]), away, (away[0], 0.5)):
            part = Rect(room.x + across * (room.width - wide), room.y + up * (room.height - tall), wide, tall)
            if _clear(shape, outline, fit(shape, part, across, up), corner.inset(-_CORNER)):
                return percent, Arranged(fitted(shape, part, across, up), corner)
    taken = corner.height + _CORNER
    rest = Rect(room.x, room.y + taken * away[1], room.width, room.height - taken)
    return _LEAST, Arranged(fitted(shape, rest), corner)


def _clear(shape: MapShape, outline: Sequence[Point], move: tuple[float, float, float], near: Rect) -> bool:
    """Whether the shape, moved so, leaves a rectangle free: no line enters it, and it is not within the land."""
    scale, dx, dy = move
    left, right = (near.x - dx) / scale, (near.right - dx) / scale
    low, high = (near.y - dy) / scale, (near.bottom - dy) / scale
    if any(left < x < right and low < y < high for x, y in outline):
        return False
    west, south, east, north = shape.bounds
    x, y = (left + right) / 2, (low + high) / 2
    return not (west < x < east and south < y < north and inside((x, y), shape.rings))


def _points(shape: MapShape) -> list[Point]:
    """Points of the outer lines, so near to each other that none of the lines can pass a locator unseen."""
    left, bottom, right, top = shape.bounds
    step = max(right - left, top - bottom) / _FINE
    points: list[Point] = []
    for line in shape.borders.outer:
        for (x1, y1), (x2, y2) in pairwise(line):
            pieces = max(1, ceil(hypot(x2 - x1, y2 - y1) / step))
            points += [(x1 + (x2 - x1) * part / pieces, y1 + (y2 - y1) * part / pieces) for part in range(pieces)]
        points.append(line[-1])
    return points
