"""Shapes as they were drawn: the boxes of paths under their matrices, and the points in them. In pt, y upwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportgen.geometry import Bbox, Matrix, Point, apply, crossings, invert, is_within, on_curve

CHORDS = 8
"""Straight lines that stand for a curve."""

_LETTERS = b"mlcvyhre"
_STEP = re.compile(r"([^a-z]*)(re|[mlcvyh])")


@dataclass(frozen=True, slots=True)
class DrawnOutline:
    """A path at its place; `plain` when it is one upright rectangle, and then its area says all of it."""

    operators: str
    matrix: Matrix
    area: Bbox
    plain: bool
    even_odd: bool = False

    def has(self, point: Point) -> bool:
        """Whether a point lies inside, by the rule that it is filled by (ISO 32000-1, 8.5.3.3)."""
        if self.plain or not self.area.has(point):
            return self.area.has(point)
        back = invert(self.matrix)
        x, y = apply(back, *point) if back is not None else point
        return is_within(x, _crossings(self.operators, y), self.even_odd)


def outlined(operators: str, matrix: Matrix, even_odd: bool = False) -> DrawnOutline | None:
    """A path under a matrix; None for a path without points. Raises ValueError for what is no path."""
    measured = _measured(operators)
    if measured is None:
        return None
    box, plain = measured
    upright = matrix[1] == matrix[2] == 0
    return DrawnOutline(operators, matrix, box.through(matrix), plain and upright, even_odd)


@lru_cache(maxsize=256)
def _measured(operators: str) -> tuple[Bbox, bool] | None:
    """The box of a path's points (a curve lies within the hull of its own), and whether it is one upright rectangle."""
    numbers = list(map(float, operators.encode("ascii").translate(None, _LETTERS).split()))
    if not numbers:
        return None
    if "re" in operators:
        found = list(rings(operators))
        return Bbox.around(point for ring in found for point in ring), len(found) == 1
    xs, ys = numbers[0::2], numbers[1::2]
    box = Bbox(min(xs), min(ys), max(xs), max(ys))
    return box, len(xs) in (4, 5) and _is_rectangle(box, set(zip(xs, ys, strict=True)), operators)


def _is_rectangle(box: Bbox, points: set[Point], operators: str) -> bool:
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
    return (on_curve(count / CHORDS, start, first, second, end) for count in range(1, CHORDS + 1))


@lru_cache(maxsize=256)
def _crossings(operators: str, y: float) -> tuple[tuple[float, int], ...]:
    """Where a path crosses a height: a line of type has one for all of it."""
    return tuple(crossings(rings(operators), y))
