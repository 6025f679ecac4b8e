"""A boundary file projected: its areas on a plane, worked out once for all figures and pages that have the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import cos, radians

from reportgen.content.report import GeoFile
from reportgen.figures.base import FigureError
from reportgen.figures.drawing.segments import area, inside
from reportgen.figures.maps.map_geometry import MapShape, Ring, project
from reportgen.figures.maps.scan_lines import ScanLines
from reportgen.geometry import Bbox, Point


@dataclass(frozen=True, eq=False)
class ProjectedOutline:
    """One area. Its rings run so that non-zero winding fills it."""

    rings: tuple[Ring, ...]

    @cached_property
    def scan_lines(self) -> ScanLines:
        """The area in scan lines, to find room for its name."""
        return ScanLines(self.rings)


@dataclass(frozen=True, eq=False)
class Projection:
    """All areas of a file by their names; `degrees` are the rings as they came, and `edges` what they lie within:
    west, south, east and north."""

    outlines: Mapping[str, ProjectedOutline]
    degrees: tuple[Ring, ...]
    edges: tuple[float, float, float, float]

    @cached_property
    def land(self) -> MapShape:
        """The rings of all areas."""
        return MapShape(tuple(ring for outline in self.outlines.values() for ring in outline.rings))

    @cached_property
    def scan_lines(self) -> ScanLines:
        """All land in scan lines, to find room beside it."""
        return ScanLines(self.land.rings, 96)

    def at(self, longitude: float, latitude: float) -> Point:
        """Where a place stands on the plane."""
        _, south, _, north = self.edges
        return longitude * cos(radians((south + north) / 2)), latitude


@lru_cache(maxsize=16)
def projection_of(file: GeoFile) -> Projection:
    """The projection of a file, once for all pages that have it. Raises FigureError for a file without an area."""
    degrees = tuple(ring for feature in file.data for ring in feature.rings)
    west, south, east, north = Bbox.around(point for ring in degrees for point in ring)
    if west == east or south == north:
        raise FigureError("the boundary has no area", "give the outlines of areas")
    flat = iter(project(degrees).rings)
    rings: dict[str, list[Ring]] = {}
    for feature in file.data:
        rings.setdefault(feature.name, []).extend(next(flat) for _ in feature.rings)
    outlines = {name: ProjectedOutline(_wound(found)) for name, found in rings.items()}
    return Projection(outlines, degrees, (west, south, east, north))


def _wound(rings: Sequence[Ring]) -> tuple[Ring, ...]:
    """Rings that are to be filled even-odd, run so that non-zero winding fills the same (RFC 7946, 3.1.6)."""
    if len(rings) == 1:
        return tuple(rings)
    result = []
    for ring in rings:
        depth = sum(inside(_within(ring), (other,)) for other in rings if other is not ring)
        result.append(ring if (area(ring) > 0) == (depth % 2 == 0) else ring[::-1])
    return tuple(result)


def _within(ring: Ring) -> Point:
    """A point that stands for a ring: the middle of an edge, as corners may touch those of another ring."""
    (x1, y1), (x2, y2) = ring[0], ring[1]
    return (x1 + x2) / 2, (y1 + y2) / 2
