"""Shapes as they were drawn: the boxes of paths under their matrices, and the points in them. In pt, y upwards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f of ISO 32000-1, 8.3.3."""

Point = tuple[float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
CHORDS = 8
"""Straight lines that stand for a curve."""

_LETTERS = b"mlcvyhre"
_STEP = re.compile(r"([^a-z]*)(re|[mlcvyh])")


class DrawnArea(NamedTuple):
    """A rectangle: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, other: DrawnArea, slack: float) -> bool:
        """Whether `other` lies inside, to within `slack` pt."""
        return (
            other.left >= self.left - slack
            and other.right <= self.right + slack
            and other.bottom >= self.bottom - slack
            and other.top <= self.top + slack
        )

    def meets(self, other: DrawnArea, slack: float) -> bool:
        """Whether the two share more than `slack` pt both across and up."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.top, other.top) - max(self.bottom, other.bottom) > slack
        )

    def shared(self, other: DrawnArea) -> DrawnArea:
        """What the two share; an area of no size where they do not meet."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        return DrawnArea(left, bottom, max(left, min(self.right, other.right)), max(bottom, min(self.top, other.top)))

    def has(self, point: Point) -> bool:
        """Whether a point lies inside."""
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top


@dataclass(frozen=True, slots=True)
class DrawnOutline:
    """A path at its place; `plain` when it is one upright rectangle, and then its area says all of it."""

    operators: str
    matrix: Matrix
    area: DrawnArea
    plain: bool
    even_odd: bool = False

    def has(self, point: Point) -> bool:
        """Whether a point lies inside, by the rule that it is filled by (ISO 32000-1, 8.5.3.3)."""
        if self.plain or not self.area.has(point):
            return self.area.has(point)
        x, y = _back(self.matrix, point)
        turns = sum([turn for place, turn in _crossings(self.operators, y) if place > x])
        return bool(turns % 2) if self.even_odd else turns != 0


def outlined(operators: str, matrix: Matrix, even_odd: bool = False) -> DrawnOutline | None:
    """A path under a matrix; None for a path without points. Raises ValueError for what is no path."""
    measured = _measured(operators)
    if measured is None:
        return None
    box, plain = measured
    upright = matrix[1] == matrix[2] == 0
    return DrawnOutline(operators, matrix, moved(box, matrix), plain and upright, even_odd)


def at(matrix: Matrix, x: float, y: float) -> Point:
    """A point through a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, then `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, l = then  # noqa: E741  # the letters are only places
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l


def moved(box: DrawnArea, matrix: Matrix) -> DrawnArea:
    """The least rectangle round a box through a matrix."""
    a, b, c, d, e, f = matrix
    if b == c == 0 and a > 0 and d > 0:
        return DrawnArea(a * box.left + e, d * box.bottom + f, a * box.right + e, d * box.top + f)
    return around(at(matrix, x, y) for x in (box.left, box.right) for y in (box.bottom, box.top))


def around(points: Iterable[Point]) -> DrawnArea:
    """The least rectangle round points."""
    xs, ys = zip(*points, strict=True)
    return DrawnArea(min(xs), min(ys), max(xs), max(ys))


@lru_cache(maxsize=256)
def _measured(operators: str) -> tuple[DrawnArea, bool] | None:
    """The box of a path's points (a curve lies within the hull of its own), and whether it is one upright rectangle."""
    numbers = list(map(float, operators.encode("ascii").translate(None, _LETTERS).split()))
    if not numbers:
        return None
    if "re" in operators:
        found = list(rings(operators))
        return around(point for ring in found for point in ring), len(found) == 1
    xs, ys = numbers[0::2], numbers[1::2]
    box = DrawnArea(min(xs), min(ys), max(xs), max(ys))
    return box, len(xs) in (4, 5) and _is_rectangle(box, set(zip(xs, ys, strict=True)), operators)


def _is_rectangle(box: DrawnArea, points: set[Point], operators: str) -> bool:
    """Whether the points of one line are the corners of their box."""
    corners = {(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)}
    return points == corners and operators.count("m") == 1 and "c" not in operators


@lru_cache(maxsize=64)
def rings(operators: str) -> tuple[tuple[Point, ...], ...]:
    """A path as closed lines. Raises ValueError for what is no path."""
    return tuple(tuple(ring) for ring in _rings(operators) if len(ring) > 1)


def _rings(operators: str) -> Iterator[list[Point]]:
    ring: list[Point] = []
    for written, step in _STEP.findall(operators):
        values = [float(value) for value in written.split()]
        if step in ("m", "re"):
            yield ring
            ring = [(values[0], values[1])]
        if step == "re":
            x, y, width, height = values
            yield [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
            ring = []
        elif step == "l":
            ring.append((values[0], values[1]))
        elif step in ("c", "v", "y"):
            ring.extend(_curve(ring[-1], step, values))
    yield ring


def _curve(start: Point, step: str, values: Sequence[float]) -> Iterator[Point]:
    """The chords of a curve (8.5.2.2)."""
    points = list(zip(values[0::2], values[1::2], strict=True))
    if step == "v":
        points = [start, *points]
    elif step == "y":
        points = [*points, points[-1]]
    first, second, end = points
    for count in range(1, CHORDS + 1):
        t = count / CHORDS
        weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        corners = (start, first, second, end)
        x = sum(weight * corner[0] for weight, corner in zip(weights, corners, strict=True))
        y = sum(weight * corner[1] for weight, corner in zip(weights, corners, strict=True))
        yield x, y


def _back(matrix: Matrix, point: Point) -> Point:
    """A point of the page where the path's own coordinates have it."""
    a, b, c, d, e, f = matrix
    x, y, size = point[0] - e, point[1] - f, a * d - b * c
    return ((d * x - c * y) / size, (a * y - b * x) / size) if size else (x, y)


@lru_cache(maxsize=256)
def _crossings(operators: str, y: float) -> tuple[tuple[float, int], ...]:
    """Where a path crosses a height, and whether it comes up (1) or down (-1): a line of type has one for all of it."""
    found: list[tuple[float, int]] = []
    for ring in rings(operators):
        x1, y1 = ring[-1]
        for x2, y2 in ring:
            if (y1 > y) is not (y2 > y):
                found.append(((x2 - x1) * (y - y1) / (y2 - y1) + x1, 1 if y2 > y1 else -1))
            x1, y1 = x2, y2
    return tuple(found)
