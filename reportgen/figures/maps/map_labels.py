"""Where the labels of a map stand: within their areas, beside the land, or beside the dots of points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from reportgen.figures.maps.map_geometry import within
from reportgen.figures.maps.scan_lines import ScanLines
from reportgen.geometry import Point, Rect
from reportgen.page import Cell
from reportgen.text.setting import SetLine

_PAD = 2.5
"""Least space between a name and the edge of its area, or of the land, in pt."""
_APART = 4.5
"""Least space between two names, in pt: room for what hangs under the base line of the upper one."""
_LEAD = 7.0
"""Least length of the line that leads from a name beside the land to its area."""
_NEAR = 0.34
"""A name that need not be there stands no farther from its area than this share of the map's width."""
_RISE = 4.0
"""Distance in pt of the heights at which a name beside the land is tried."""
DOT = 1.8
"""Radius of the dot of a point of the map, in pt."""
PLATE = 1.8
"""How far the plate under the name of a point reaches out of it, in pt."""


@dataclass(frozen=True)
class LabelLine:
    """A line of a label: its left and its base line from the label's bottom left, and the cell that it shows."""

    x: float
    y: float
    line: SetLine
    cell: Cell
    is_value: bool = False


@dataclass(frozen=True)
class LabelCandidate:
    """One way of setting a label: its size in pt, without the depth under its last line."""

    width: float
    height: float
    parts: tuple[LabelLine, ...]


@dataclass(frozen=True)
class MapLabel:
    """The label of an area: its candidates, best first; `on_area` whether its ink can be read on the area's shade."""

    key: int
    scan_lines: ScanLines
    candidates: tuple[LabelCandidate, ...]
    on_area: bool
    needed: bool


@dataclass(frozen=True)
class PlacedLabel:
    """A label at its place. `leader` is the line that leads to what it names, from there; () within the area."""

    key: int
    candidate: LabelCandidate
    box: Rect
    leader: tuple[Point, ...] = ()


@dataclass(frozen=True)
class MapFrame:
    """Where a map is drawn: its scale and move, its room, and the scan lines of all its land."""

    scale: float
    dx: float
    dy: float
    room: Rect
    land: ScanLines

    def at(self, point: Point) -> Point:
        """A point of the plane on the page."""
        return point[0] * self.scale + self.dx, point[1] * self.scale + self.dy


def label_areas(labels: Sequence[MapLabel], frame: MapFrame, taken: Iterable[Rect]) -> list[PlacedLabel] | None:
    """Every label that finds a place, the needed ones first; None when one of those finds none.

    Within its area if it fits there; else beside the land, as near as can be, with a line that leads to the area and
    meets no other label. A label that is not needed is left out when it would stand far from its area.
    """
    placed: list[PlacedLabel] = []
    rects = list(taken)
    for label in sorted(labels, key=lambda each: not each.needed):
        found = _within(label, frame, rects) or _beside(label, frame, rects, placed)
        if found:
            placed.append(found)
            rects.append(found.box.inset(-_APART))
        elif label.needed:
            return None
    return placed


def label_points(
    points: Sequence[tuple[Point, LabelCandidate]],
    frame: MapFrame,
    taken: Sequence[Rect],
    leaders: Sequence[tuple[Point, ...]],
) -> list[PlacedLabel] | None:
    """The names of points, each beside its dot; None when one finds no place."""
    dots = [frame.at(point) for point, _ in points]
    rects = [*taken, *(Rect(x - DOT, y - DOT, 2 * DOT, 2 * DOT).inset(-1) for x, y in dots)]
    placed: list[PlacedLabel] = []
    for index, ((x, y), (_, candidate)) in enumerate(zip(dots, points, strict=True)):
        others = [*rects[: len(taken) + index], *rects[len(taken) + index + 1 :]]
        boxes = [Rect(x + dx, y + dy, candidate.width, candidate.height) for dx, dy in _round_dot(candidate)]
        free = [box for box in boxes if _free(box.inset(-PLATE), frame.room, others) and not _crossed(box, leaders)]
        if not free:
            return None
        placed.append(PlacedLabel(index, candidate, free[0]))
        rects.append(free[0].inset(-_APART))
    return placed


def _round_dot(candidate: LabelCandidate) -> list[Point]:
    """From a dot to the bottom left of its name: right, left, over, under, then at the corners."""
    away, middle, height = DOT + 3.2, -candidate.width / 2, candidate.height
    level, above, below = -height / 2, away, -away - height
    near = 0.6 * away
    corners = [
        (near, above * 0.8),
        (-near - candidate.width, above * 0.8),
        (near, below),
        (-near - candidate.width, below),
    ]
    return [(away, level), (-away - candidate.width, level), (middle, above), (middle, below), *corners]


def _within(label: MapLabel, frame: MapFrame, taken: Sequence[Rect]) -> PlacedLabel | None:
    for candidate in label.candidates if label.on_area else ():
        wide, tall = candidate.width + 2 * _PAD, candidate.height + 2 * _PAD
        place = label.scan_lines.within(wide / frame.scale, tall / frame.scale)
        if place:
            x, y = frame.at(place)
            box = Rect(x - candidate.width / 2, y - candidate.height / 2, candidate.width, candidate.height)
            if _free(box, frame.room, taken):
                return PlacedLabel(label.key, candidate, box)
    return None


def _beside(
    label: MapLabel, frame: MapFrame, taken: Sequence[Rect], placed: Sequence[PlacedLabel]
) -> PlacedLabel | None:
    anchor = frame.at(label.scan_lines.heart)
    leaders = [each.leader for each in placed if each.leader]
    most = _NEAR * (frame.land.right - frame.land.left) * frame.scale
    best: tuple[float, PlacedLabel] | None = None
    for candidate in label.candidates:
        for box in _boxes(candidate, frame, anchor):
            end = _end(box, anchor)
            away = hypot(end[0] - anchor[0], end[1] - anchor[1])
            if (not label.needed and away > most) or (best and best[0] <= away):
                continue
            if _free(box, frame.room, taken) and not _crossed(box, leaders) and not _hit((anchor, end), taken, leaders):
                best = away, PlacedLabel(label.key, candidate, box, (anchor, end))
    return best[1] if best else None


def _boxes(candidate: LabelCandidate, frame: MapFrame, anchor: Point) -> Iterable[Rect]:
    """Where a label can stand left and right of the land at every height, and over and under it."""
    y, room = frame.room.y + _PAD, frame.room
    while y + candidate.height <= room.bottom:
        reach = frame.land.reach(
            (y - _PAD - frame.dy) / frame.scale, (y + candidate.height + _PAD - frame.dy) / frame.scale
        )
        if reach:
            left, right = (x * frame.scale + frame.dx for x in reach)
            yield Rect(max(right + _PAD, anchor[0] + _LEAD), y, candidate.width, candidate.height)
            yield Rect(min(left - _PAD, anchor[0] - _LEAD) - candidate.width, y, candidate.width, candidate.height)
        else:
            x = min(max(anchor[0] - candidate.width / 2, room.x), room.right - candidate.width)
            yield Rect(x, y, candidate.width, candidate.height)
        y += _RISE


def _end(box: Rect, anchor: Point) -> Point:
    """Where the leading line meets a label: at the middle of its near side, or over or under it."""
    middle = box.y + box.height / 2
    if box.x > anchor[0]:
        return box.x - 1.5, middle
    if box.right < anchor[0]:
        return box.right + 1.5, middle
    return min(max(anchor[0], box.x), box.right), (box.y - 3.0 if box.y > anchor[1] else box.bottom + 1.5)


def _free(box: Rect, room: Rect, taken: Iterable[Rect]) -> bool:
    return room.holds(box) and not any(box.meets(other) for other in taken)


def _crossed(box: Rect, leaders: Iterable[tuple[Point, ...]]) -> bool:
    return any(within(leader, box.inset(-_PAD)) > 0 for leader in leaders if leader)


def _hit(line: tuple[Point, Point], taken: Iterable[Rect], leaders: Iterable[tuple[Point, ...]]) -> bool:
    """Whether a leading line runs through a label, or across another leading line."""
    return any(within(line, box) > 0 for box in taken) or any(
        _cross(line, (a, b)) for leader in leaders for a, b in pairwise(leader)
    )


def _cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    return _side(*one, other[0]) != _side(*one, other[1]) and _side(*other, one[0]) != _side(*other, one[1])


def _side(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0
