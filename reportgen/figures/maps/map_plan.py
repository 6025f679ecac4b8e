"""The largest map on which all that has to be named finds a place: where its land, its locator and its labels stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportgen.figures.maps.locator import arrangements, locator_size
from reportgen.figures.maps.map_geometry import MapShape, fit
from reportgen.figures.maps.map_labels import LabelCandidate, MapFrame, MapLabel, PlacedLabel, label_areas, label_points
from reportgen.figures.maps.regions import Regions
from reportgen.geometry import Point, Rect

_SHARES = (0.86, 0.72, 0.58)
"""How large the map is of its room, tried in this order, for the names that are needed to stand beside it."""


@dataclass(frozen=True)
class MapPlan:
    """A map at its place with its locator's rectangle, and the labels of its areas and of its points."""

    frame: MapFrame
    locator: Rect | None
    names: tuple[PlacedLabel, ...]
    points: tuple[PlacedLabel, ...]

    def raised(self, by: float) -> MapPlan:
        """The same, `by` points higher."""
        frame = self.frame

        def up(placed: PlacedLabel) -> PlacedLabel:
            leader = tuple((x, y + by) for x, y in placed.leader)
            return PlacedLabel(placed.key, placed.candidate, _up(placed.box, by), leader)

        return MapPlan(
            MapFrame(frame.scale, frame.dx, frame.dy + by, _up(frame.room, by), frame.land),
            _up(self.locator, by) if self.locator else None,
            tuple(map(up, self.names)),
            tuple(map(up, self.points)),
        )


@dataclass(frozen=True)
class MapPlanner:
    """What a map has to show: its regions, the labels of areas, and points with their names.

    Lines round areas stand `edge` out of them; `space` is between a name and the land, in pt.
    """

    regions: Regions
    labels: tuple[MapLabel, ...]
    points: tuple[tuple[Point, LabelCandidate], ...]
    edge: float
    space: float

    def plan(self, width: float, height: float) -> MapPlan | None:
        """The largest map on which all that has to be named finds a place; None without one."""
        whole = Rect(0, 0, width, height)
        tried = (self._labelled(frame, box) for room in self._rooms(whole) for box, frame in self._frames(room, whole))
        return next((plan for plan in tried if plan), None)

    def fills(self, width: float, height: float) -> bool:
        """Whether all that is needed is named while the map has the whole room."""
        whole = Rect(0, 0, width, height)
        return any(self._labelled(frame, box) for box, frame in self._frames(whole, whole))

    @cached_property
    def strip(self) -> float:
        """Height in pt of a row of the names that are needed, with the line that leads from it; 0 without any."""
        needed = (each.height for label in self.labels if label.needed for each in label.candidates)
        tall = max(needed, default=0.0)
        return tall + 2 * self.space if tall else 0.0

    @property
    def _land(self) -> MapShape:
        return self.regions.projection.land

    def _rooms(self, whole: Rect) -> Iterator[Rect]:
        """The rooms in which the map is tried: all there is, that without a strip for names over or under it, less."""
        yield whole
        strip = self.strip
        if strip and whole.height - strip > _SHARES[-1] * whole.height:
            yield Rect(0, 0, whole.width, whole.height - strip)
            yield Rect(0, strip, whole.width, whole.height - strip)
        for share in _SHARES if strip or self.points else ():
            wide, high = whole.width * share, whole.height * share
            for across in (0.5, 0.0, 1.0):
                yield Rect(across * (whole.width - wide), (whole.height - high) / 2, wide, high)

    def _frames(self, room: Rect, whole: Rect) -> Iterator[tuple[Rect | None, MapFrame]]:
        """The map and its locator in their room, arranged in the two best ways."""
        scan_lines, inner = self.regions.projection.scan_lines, room.inset(self.edge)
        size = locator_size(self.regions.locator, room)
        if size is None:
            yield None, MapFrame(*fit(self._land, inner, 0.5, 0.5), whole, scan_lines)
            return
        left, bottom, right, _ = self._land.bounds
        for arranged in arrangements(self._land, inner, size)[:2]:
            x, y, end, _ = arranged.land.bounds
            scale = (end - x) / (right - left)
            yield arranged.locator, MapFrame(scale, x - left * scale, y - bottom * scale, whole, scan_lines)

    def _labelled(self, frame: MapFrame, locator: Rect | None) -> MapPlan | None:
        taken = [locator.inset(-3)] if locator else []
        names = label_areas(self.labels, frame, taken)
        if names is None:
            return None
        boxes = [*taken, *(each.box.inset(-2) for each in names)]
        points = label_points(self.points, frame, boxes, [each.leader for each in names])
        return None if points is None else MapPlan(frame, locator, tuple(names), tuple(points))


def _up(rect: Rect, by: float) -> Rect:
    return Rect(rect.x, rect.y + by, rect.width, rect.height)
