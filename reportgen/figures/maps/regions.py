"""Regions: a boundary file and a series in; each area of the map with its outline in one plane and its value out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.content.report import Areas, Datum, Point
from reportgen.figures.base import FigureError
from reportgen.figures.maps.map_geometry import Ring
from reportgen.figures.maps.projection import Plane, ProjectedOutline, plane_of
from reportgen.figures.maps.scan_lines import Bands
from reportgen.geometry import Point as Where
from reportgen.problems import did_you_mean


@dataclass(frozen=True)
class Region:
    """An area: `row` is that of its value in the figure's table."""

    name: str
    row: int
    outline: ProjectedOutline
    datum: Datum | None
    gap: str

    @property
    def rings(self) -> tuple[Ring, ...]:
        """Its rings, turned so that non-zero winding fills it."""
        return self.outline.rings

    @property
    def bands(self) -> Bands:
        """The area in bands, to find room for its name."""
        return self.outline.bands


@dataclass(frozen=True, eq=False)
class Regions:
    """All areas of a map, in the order of their values, and its named points, in one plane.

    `locator` are rings as they came, in degrees. Two of these are equal only if they are one: to compare thousands of
    points whenever a figure is looked up would cost more than to draw it.
    """

    areas: tuple[Region, ...]
    spots: tuple[tuple[str, Where], ...]
    plane: Plane
    locator: tuple[Ring, ...]


def regions_of(areas: Areas, points: Sequence[Point]) -> Regions:
    """The regions of a map: areas without a point in the series have no value.

    Raises FigureError for a value whose area is not on the map, and for a point of the map outside it.
    """
    plane = plane_of(areas.boundary)
    west, south, east, north = plane.edges
    for spot in areas.spots:
        if not (west <= spot.longitude <= east and south <= spot.latitude <= north):
            raise FigureError(f"the point `{spot.name}` lies outside the map", "check its longitude and latitude")
    spots = tuple((spot.name, plane.at(spot.longitude, spot.latitude)) for spot in areas.spots)
    locator = areas.locator.data if areas.locator else ()
    around = tuple(ring for feature in locator for ring in feature.rings)
    return Regions(_named(plane, points), spots, plane, around)


def _named(plane: Plane, points: Sequence[Point]) -> tuple[Region, ...]:
    outlines = plane.outlines
    for point in points:
        if point.label not in outlines:
            hint = did_you_mean(point.label, outlines)
            raise FigureError(f"no area of the map is called `{point.label}`", hint)
    known = {point.label for point in points}
    order = [*points, *(Point(name, None) for name in outlines if name not in known)]
    return tuple(
        Region(point.label, row, outlines[point.label], point.datum, "" if point.datum else point.gap)
        for row, point in enumerate(order, 1)
    )
