"""Boxes and affine maps in points, as PDF writes them: six numbers and four."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Box(NamedTuple):
    """An upright rectangle in points: left, bottom, right, top."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """How wide, in points; never negative."""
        return max(0.0, self.x1 - self.x0)

    @property
    def height(self) -> float:
        """How high, in points; never negative."""
        return max(0.0, self.y1 - self.y0)

    @property
    def area(self) -> float:
        """In square points."""
        return self.width * self.height

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def meet(self, other: Box) -> Box | None:
        """What both cover, edges included; None where they do not touch."""
        met = Box(max(self.x0, other.x0), max(self.y0, other.y0), min(self.x1, other.x1), min(self.y1, other.y1))
        return met if met.x0 <= met.x1 and met.y0 <= met.y1 else None

    def join(self, other: Box) -> Box:
        """The smallest box round both."""
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))

    def grown(self, by: float) -> Box:
        """The box with every edge moved outward by `by` points."""
        return Box(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    def holds(self, point: Point) -> bool:
        """Whether the point lies within, edges included."""
        return self.x0 <= point[0] <= self.x1 and self.y0 <= point[1] <= self.y1

    def inside(self, other: Box, slack: float = 0.0) -> bool:
        """Whether nothing of it is outside `other` by more than `slack` points."""
        large = other.grown(slack)
        return large.x0 <= self.x0 and large.y0 <= self.y0 and self.x1 <= large.x1 and self.y1 <= large.y1

    def overlap(self, other: Box) -> float:
        """The share of the smaller one that both cover, 0 to 1."""
        met = self.meet(other)
        small = min(self.area, other.area)
        return met.area / small if met is not None and small > 0 else 0.0


def box_round(points: Iterable[Point]) -> Box | None:
    """The smallest box round the points; None when there are none."""
    known = list(points)
    if not known:
        return None
    across, up = [x for x, _ in known], [y for _, y in known]
    return Box(min(across), min(up), max(across), max(up))


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The map that does `first` and `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def apply(matrix: Matrix, x: float, y: float) -> Point:
    """Where the map takes the point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def apply_box(matrix: Matrix, box: Box) -> Box:
    """The upright box round the mapped one."""
    corners = [apply(matrix, x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(across), min(up), max(across), max(up))


def invert(matrix: Matrix) -> Matrix | None:
    """The map back; None if there is none."""
    a, b, c, d, e, f = matrix
    flat = a * d - b * c
    if not math.isfinite(flat) or abs(flat) < 1e-12:
        return None
    return (d / flat, -b / flat, -c / flat, a / flat, (c * f - d * e) / flat, (b * e - a * f) / flat)


def scale_of(matrix: Matrix) -> float:
    """The mean scale of the map: the root of what it does to areas."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))


def in_polygon(point: Point, rings: Iterable[tuple[Point, ...]], even_odd: bool) -> bool:
    """Whether a point is painted by a fill of these rings (each closed by its first point)."""
    winding = crossings = 0
    x, y = point
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, (*ring[1:], *ring[:1]), strict=False):
            if (ay <= y) == (by <= y):
                continue
            if ax + (y - ay) / (by - ay) * (bx - ax) > x:
                crossings += 1
                winding += 1 if by > ay else -1
    return bool(crossings % 2) if even_odd else winding != 0


def distance_to_line(point: Point, start: Point, end: Point) -> float:
    """How far the point is from the straight stretch, in points."""
    (x, y), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    along = dx * dx + dy * dy
    share = 0.0 if along == 0 else min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / along))
    return math.hypot(x - ax - share * dx, y - ay - share * dy)
