"""Boundaries on a plane: fitted to a box, split into outer lines and lines that areas share, cut round labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from math import cos, hypot, radians
from typing import NamedTuple

from reportgen.geometry import Bbox, Point, Rect

Ring = tuple[Point, ...]
Line = tuple[Point, ...]


_EXACT = 7
"""Decimals of a degree that count, about a centimetre: neighbours' outlines agree to these if to no more."""


class Borders(NamedTuple):
    """The lines of a map: those round it, and those that two of its areas share."""

    outer: tuple[Line, ...]
    shared: tuple[Line, ...]


@dataclass(frozen=True)
class MapShape:
    """Closed rings in a plane; where rings share an edge the edge is a border between them.

    `known_borders` are its borders, where they have been found already.
    """

    rings: tuple[Ring, ...]
    known_borders: Borders | None = field(default=None, repr=False, compare=False)

    def __hash__(self) -> int:
        """By a few points: what is kept by the shape would pay for all of them at each look."""
        return hash((len(self.rings), *(ring[:1] for ring in self.rings[:8])))

    @cached_property
    def bounds(self) -> Bbox:
        """How far it reaches."""
        return Bbox.around(point for ring in self.rings for point in ring)

    def moved(self, scale: float, dx: float, dy: float) -> MapShape:
        """Scaled, then moved. Borders that were found go along: to look for them again costs ten times as much."""

        def move(lines: Iterable[Line]) -> tuple[Line, ...]:
            return tuple(tuple((x * scale + dx, y * scale + dy) for x, y in line) for line in lines)

        known = self.known_borders is not None or "borders" in self.__dict__
        return MapShape(move(self.rings), Borders(*map(move, self.borders)) if known else None)

    @cached_property
    def borders(self) -> Borders:
        """Outer lines and shared lines."""
        return self.known_borders or _borders(self.rings)

    def thinned(self, distance: float) -> MapShape:
        """Without the points that stand nearer than `distance` to the one before; for a shape drawn very small."""
        kept = (_thinned(ring, distance) for ring in self.rings)
        return MapShape(tuple(ring for ring in kept if len(ring) > 3))


def project(rings: Iterable[Sequence[Point]]) -> MapShape:
    """Longitude and latitude (WGS 84, degrees) on a plane: equirectangular, true to scale at the middle latitude.

    Over the few degrees of a country the error of shape stays under 3 per cent; over a district it cannot be seen.
    """
    return _projected(tuple(map(tuple, rings)))


@lru_cache(maxsize=16)
def _projected(rings: tuple[Ring, ...]) -> MapShape:
    """Worked out once for all sizes of a map: to hash its points takes a fiftieth of the time, and borders are kept."""
    found = [tuple((round(x, _EXACT), round(y, _EXACT)) for x, y in ring) for ring in rings]
    _, south, _, north = Bbox.around(point for ring in found for point in ring)
    squeeze = cos(radians((south + north) / 2))
    return MapShape(tuple(tuple((x * squeeze, y) for x, y in ring) for ring in found))


def fitted(shape: MapShape, box: Rect, across: float = 0.5, up: float = 0.5) -> MapShape:
    """The shape as large as `box` lets it be, y upwards; the shares place it in the room that is left."""
    return shape.moved(*fit(shape, box, across, up))


def fit(shape: MapShape, box: Rect, across: float, up: float) -> tuple[float, float, float]:
    """The scale and the move that bring a shape into a box."""
    left, bottom, right, top = shape.bounds
    scale = min(box.width / (right - left), box.height / (top - bottom))
    dx = box.x - left * scale + across * (box.width - (right - left) * scale)
    dy = box.y - bottom * scale + up * (box.height - (top - bottom) * scale)
    return scale, dx, dy


def _borders(rings: Sequence[Ring]) -> Borders:
    """Each line once, as long as can be: an edge that two rings have is shared."""
    uses = Counter(edge for ring in rings for edge in _edges(ring))
    outer: list[Line] = []
    shared: list[Line] = []
    drawn: set[frozenset[Point]] = set()
    for ring in rings:
        for edge, line in _runs(ring, uses):
            if edge == 1:
                outer.append(line)
            else:
                shared.extend(_undrawn(line, drawn))
    return Borders(tuple(_chained(outer)), tuple(_chained(shared)))


def within(line: Line, box: Rect) -> float:
    """Length of the part of a line that lies in a box."""
    return sum(
        hypot(b[0] - a[0], b[1] - a[1]) * (span[1] - span[0]) for a, b in pairwise(line) if (span := _clip(a, b, box))
    )


def outside(line: Line, box: Rect) -> list[Line]:
    """The parts of a line that lie outside a box."""
    parts: list[list[Point]] = [[]]
    for a, b in pairwise(line):
        span = _clip(a, b, box)
        if span is None:
            _extend(parts[-1], a, b)
            continue
        enter, leave = span
        if enter > 0:
            _extend(parts[-1], a, _along(a, b, enter))
        parts.append([_along(a, b, leave), b] if leave < 1 else [])
    return [tuple(part) for part in parts if len(part) > 1]


def _extend(part: list[Point], a: Point, b: Point) -> None:
    """A piece of a line, added to what comes before it, if anything does."""
    if not part:
        part.append(a)
    part.append(b)


def _edges(ring: Ring) -> list[frozenset[Point]]:
    return [frozenset(pair) for pair in pairwise(ring) if pair[0] != pair[1]]


def _runs(ring: Ring, uses: Counter[frozenset[Point]]) -> Iterable[tuple[int, Line]]:
    """The ring as lines whose edges are all outer (1) or all shared (2)."""
    run: list[Point] = [ring[0]]
    kind = 0
    for a, b in pairwise(ring):
        if a == b:
            continue
        edge = min(2, uses[frozenset((a, b))])
        if kind and edge != kind:
            yield kind, tuple(run)
            run = [a]
        kind = edge
        run.append(b)
    if kind:
        yield kind, tuple(run)


def _undrawn(line: Line, drawn: set[frozenset[Point]]) -> list[Line]:
    parts: list[list[Point]] = [[]]
    for a, b in pairwise(line):
        edge = frozenset((a, b))
        if edge in drawn:
            parts.append([])
            continue
        drawn.add(edge)
        parts[-1] = parts[-1] or [a]
        parts[-1].append(b)
    return [tuple(part) for part in parts if part]


def _chained(lines: Sequence[Line]) -> list[Line]:
    """Lines joined where one ends and another begins. Outer lines close so: as many begin at a point as end there."""
    result = [line for line in lines if line[0] == line[-1]]
    left = [line for line in lines if line[0] != line[-1]]
    ends = {line[-1] for line in left}
    waiting: dict[Point, list[Line]] = {}
    for line in left:
        waiting.setdefault(line[0], []).append(line)
    for first in sorted(left, key=lambda line: line[0] in ends):
        while waiting[first[0]]:
            chain = [first[0]]
            while waiting.get(chain[-1]) and (len(chain) == 1 or chain[-1] != chain[0]):
                chain.extend(waiting[chain[-1]].pop(0)[1:])
            result.append(tuple(chain))
    return result


def _thinned(ring: Ring, distance: float) -> Ring:
    kept = [ring[0]]
    for point in ring[1:-1]:
        if hypot(point[0] - kept[-1][0], point[1] - kept[-1][1]) >= distance:
            kept.append(point)
    return (*kept, ring[-1])


def _along(a: Point, b: Point, share: float) -> Point:
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def _clip(a: Point, b: Point, box: Rect) -> tuple[float, float] | None:
    """The share of a segment inside a box (Liang and Barsky 1984), or None."""
    enter, leave = 0.0, 1.0
    dx, dy = b[0] - a[0], b[1] - a[1]
    sides = ((-dx, a[0] - box.x), (dx, box.right - a[0]), (-dy, a[1] - box.y), (dy, box.bottom - a[1]))
    for slope, room in sides:
        if slope == 0:
            if room <= 0:
                return None
            continue
        share = room / slope
        if slope < 0:
            enter = max(enter, share)
        else:
            leave = min(leave, share)
    return (enter, leave) if enter < leave else None
