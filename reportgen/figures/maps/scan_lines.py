"""An area in horizontal scan lines, to find where a rectangle of type stands within it or beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from math import ceil, floor, hypot, inf

from reportgen.figures.drawing.segments import inside
from reportgen.geometry import Bbox, Point

_ROWS = 48
Span = tuple[float, float]


class ScanLines:
    """An area cut into rows of one height: for each the stretches of x where its outline runs, and its inside."""

    def __init__(self, rings: Sequence[Sequence[Point]], rows: int = _ROWS) -> None:
        self.rings = rings
        self.left, self.bottom, self.right, self.top = Bbox.around(point for ring in rings for point in ring)
        self.height = (self.top - self.bottom) / rows
        self.rows: list[list[Span]] = [[] for _ in range(rows)]
        for ring in rings:
            for a, b in pairwise((*ring, ring[0])):
                self._add(a, b)
        self.rows = [_merged(row) for row in self.rows]

    @property
    def size(self) -> tuple[float, float]:
        """How wide and how tall the area is."""
        return self.right - self.left, self.top - self.bottom

    @cached_property
    def inner(self) -> list[list[Span]]:
        """For each row the stretches that lie within the area over its whole height."""
        result = []
        for index, row in enumerate(self.rows):
            y = self.bottom + (index + 0.5) * self.height
            gaps = [(a[1], b[0]) for a, b in pairwise(row)]
            result.append([gap for gap in gaps if inside(((gap[0] + gap[1]) / 2, y), self.rings)])
        return result

    def within(self, width: float, height: float) -> Point | None:
        """The middle of a rectangle of that size within the area, as near to the area's middle as can be; or None."""
        count = max(1, ceil(height / self.height - 1e-9))
        middle = ((self.left + self.right) / 2, (self.bottom + self.top) / 2)
        found: list[tuple[float, Point]] = []
        for start in range(len(self.rows) - count + 1):
            if min(self._widest[start : start + count]) < width:
                continue
            y = self.bottom + (start + count / 2) * self.height
            for low, high in _common(self.inner[start : start + count]):
                if high - low >= width:
                    x = min(max(middle[0], low + width / 2), high - width / 2)
                    x += 0.35 * ((low + high) / 2 - x)
                    found.append((hypot(x - middle[0], y - middle[1]), (x, y)))
        return min(found)[1] if found else None

    @cached_property
    def heart(self) -> Point:
        """A point well within the area: the middle of the largest square that is found in it."""
        side = min(self.size)
        for share in (0.7, 0.5, 0.35, 0.25, 0.15, 0.08):
            place = self.within(share * side, share * side)
            if place:
                return place
        xs, ys = zip(*self.rings[0], strict=True)
        return sum(xs) / len(xs), sum(ys) / len(ys)

    def reach(self, low: float, high: float) -> Span | None:
        """How far the area reaches to the left and to the right between two heights; None where there is none of it."""
        first, last = floor((low - self.bottom) / self.height), floor((high - self.bottom) / self.height)
        lefts, rights = self._reaches
        part = slice(max(0, first), max(0, last + 1))
        return (min(lefts[part]), max(rights[part])) if lefts[part] and min(lefts[part]) < inf else None

    @cached_property
    def _reaches(self) -> tuple[list[float], list[float]]:
        """How far the area reaches in each row; from plus to minus infinity where there is none of it."""
        return [row[0][0] if row else inf for row in self.rows], [row[-1][1] if row else -inf for row in self.rows]

    @cached_property
    def _widest(self) -> list[float]:
        """The longest stretch within the area in each row."""
        return [max((high - low for low, high in row), default=0.0) for row in self.inner]

    def _add(self, a: Point, b: Point) -> None:
        """The stretch of an edge in each row that it runs through."""
        (x1, y1), (x2, y2) = (a, b) if a[1] <= b[1] else (b, a)
        last = len(self.rows) - 1
        first = min(last, max(0, int((y1 - self.bottom) / self.height)))
        until = min(last, max(0, int((y2 - self.bottom) / self.height)))
        if first == until:
            self.rows[first].append((min(x1, x2), max(x1, x2)))
            return
        for row in range(first, until + 1):
            low, high = self.bottom + row * self.height, self.bottom + (row + 1) * self.height
            ends = [x1 + (x2 - x1) * (min(max(y, y1), y2) - y1) / (y2 - y1) for y in (low, high)]
            self.rows[row].append((min(ends), max(ends)))


def _merged(spans: Iterable[Span]) -> list[Span]:
    result: list[Span] = []
    for low, high in sorted(spans):
        if result and low <= result[-1][1]:
            result[-1] = (result[-1][0], max(high, result[-1][1]))
        else:
            result.append((low, high))
    return result


def _common(rows: Sequence[Sequence[Span]]) -> list[Span]:
    """The stretches that all rows have."""
    result = list(rows[0])
    for row in rows[1:]:
        result = [(max(a, c), min(b, d)) for a, b in result for c, d in row if max(a, c) < min(b, d)]
    return result
