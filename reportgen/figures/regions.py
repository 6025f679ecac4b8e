"""Regions: a boundary file and a series in; each area of the map with its outline in one plane and its value out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportgen.content.report import Areas, Datum, Point
from reportgen.figures.bands import Bands
from reportgen.figures.base import FigureError
from reportgen.figures.maps import Ring, project
from reportgen.figures.shapes import Point as Where
from reportgen.figures.shapes import area, bounds, inside
from reportgen.problems import did_you_mean


@dataclass(frozen=True)
class Region:
    """An area: `row` is that of its value in the figure's table. Its rings turn so that non-zero winding fills it."""

    name: str
    row: int
    rings: tuple[Ring, ...]
    datum: Datum | None
    gap: str

    @cached_property
    def bands(self) -> Bands:
        """The area in bands, to find room for its name."""
        return Bands(self.rings)


@dataclass(frozen=True, eq=False)
class Regions:
    """All areas of a map, in the order of their values, and its named points, in one plane.

    `boundary` and `locator` are the rings as they came, in degrees. Two of these are equal only if they are one: to
    compare thousands of points whenever a figure is looked up would cost more than to draw it.
    """

    areas: tuple[Region, ...]
    spots: tuple[tuple[str, Where], ...]
    boundary: tuple[Ring, ...]
    locator: tuple[Ring, ...]

    @cached_property
    def rings(self) -> tuple[Ring, ...]:
        """The rings of all areas."""
        return tuple(ring for region in self.areas for ring in region.rings)


def regions_of(areas: Areas, points: Sequence[Point]) -> Regions:
    """The regions of a map: areas without a point in the series have no value.

    Raises FigureError for a value whose area is not on the map, and for a point of the map outside it.
    """
    rings = [ring for feature in areas.boundary.data for ring in feature.rings]
    west, south, east, north = bounds(point for ring in rings for point in ring)
    if west == east or south == north:
        raise FigureError("the boundary has no area", "give the outlines of areas")
    for spot in areas.spots:
        if not (west <= spot.longitude <= east and south <= spot.latitude <= north):
            raise FigureError(f"the point `{spot.name}` lies outside the map", "check its longitude and latitude")
    plane = project([*rings, *(((spot.longitude, spot.latitude),) for spot in areas.spots)]).rings
    count = len(rings)
    spots = tuple((spot.name, ring[0]) for spot, ring in zip(areas.spots, plane[count:], strict=True))
    locator = areas.locator.data if areas.locator else ()
    around = tuple(ring for feature in locator for ring in feature.rings)
    return Regions(_named(areas, points, iter(plane[:count])), spots, tuple(rings), around)


def _named(areas: Areas, points: Sequence[Point], plane: Iterator[Ring]) -> tuple[Region, ...]:
    rings: dict[str, list[Ring]] = {}
    for feature in areas.boundary.data:
        rings.setdefault(feature.name, []).extend(next(plane) for _ in feature.rings)
    for point in points:
        if point.label not in rings:
            hint = did_you_mean(point.label, rings)
            raise FigureError(f"no area of the map is called `{point.label}`", hint)
    known = [point.label for point in points]
    order = [*points, *(Point(name, None) for name in rings if name not in known)]
    return tuple(
        Region(point.label, row, _wound(rings[point.label]), point.datum, "" if point.datum else point.gap)
        for row, point in enumerate(order, 1)
    )


def _wound(rings: Sequence[Ring]) -> tuple[Ring, ...]:
    """Rings that are to be filled even-odd, turned so that non-zero winding fills the same (RFC 7946, 3.1.6)."""
    if len(rings) == 1:
        return tuple(rings)
    result = []
    for ring in rings:
        depth = sum(inside(_within(ring), (other,)) for other in rings if other is not ring)
        result.append(ring if (area(ring) > 0) == (depth % 2 == 0) else ring[::-1])
    return tuple(result)


def _within(ring: Ring) -> Where:
    """A point that stands for a ring: the middle of an edge, as corners may touch those of another ring."""
    (x1, y1), (x2, y2) = ring[0], ring[1]
    return (x1 + x2) / 2, (y1 + y2) / 2
