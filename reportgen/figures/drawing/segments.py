"""Shapes as path segments in pt, y upwards: made, moved, measured, cut and hatched, all without Matplotlib."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil, sqrt

from reportgen.geometry import Bbox, Point, Polygon, Segment, Segments

_KAPPA = 0.5522847498
"""Control length of a quarter circle drawn as one cubic curve, for a radius of 1 (error under 0.03 per cent)."""
HATCH = 0.35
"""Width of the lines of hatching, in pt."""
_HATCH_SPACING = 2.8
"""Distance of two of them, in pt."""
_DIAGONAL = sqrt(0.5)


def rectangle(x: float, y: float, width: float, height: float) -> Segments:
    """A rectangle from its bottom left corner."""
    return (("M", x, y), ("L", x + width, y), ("L", x + width, y + height), ("L", x, y + height), ("Z",))


def framed(x: float, y: float, width: float, height: float, line: float) -> Segments:
    """The outline of a rectangle, of `line` pt and within it, as an area with a hole: whatever is under it shows."""
    left, low, right, top = x + line, y + line, x + width - line, y + height - line
    hole = (("M", left, low), ("L", left, top), ("L", right, top), ("L", right, low), ("Z",))
    return (*rectangle(x, y, width, height), *hole)


def circle(x: float, y: float, radius: float) -> Segments:
    """A circle as four cubic curves."""
    k = _KAPPA * radius
    return (
        ("M", x + radius, y),
        ("C", x + radius, y + k, x + k, y + radius, x, y + radius),
        ("C", x - k, y + radius, x - radius, y + k, x - radius, y),
        ("C", x - radius, y - k, x - k, y - radius, x, y - radius),
        ("C", x + k, y - radius, x + radius, y - k, x + radius, y),
        ("Z",),
    )


def polyline(points: Sequence[Point], closed: bool = False) -> Segments:
    """Straight lines through `points`."""
    segments: list[Segment] = [("M", *points[0]), *(("L", *point) for point in points[1:])]
    return (*segments, ("Z",)) if closed else tuple(segments)


def polygons(segments: Segments, steps: int = 16) -> tuple[Polygon, ...]:
    """The shape as closed polygons; each curve becomes `steps` chords."""
    result: list[list[Point]] = []
    for segment in segments:
        numbers = [float(value) for value in segment[1:]]
        if segment[0] == "M":
            result.append([(numbers[0], numbers[1])])
        elif segment[0] == "L":
            result[-1].append((numbers[0], numbers[1]))
        elif segment[0] == "C":
            result[-1].extend(_curve(result[-1][-1], numbers, steps))
    return tuple(tuple(points) for points in result)


def area(polygon: Sequence[Point]) -> float:
    """Signed area: positive when the points run counterclockwise."""
    after = (*polygon[1:], *polygon[:1])
    return sum(x * v - u * y for (x, y), (u, v) in zip(polygon, after, strict=True)) / 2


def inside(point: Point, rings: Iterable[Sequence[Point]]) -> bool:
    """Whether a point is inside closed lines (even-odd)."""
    x, y = point
    odd = False
    for ring in rings:
        x1, y1 = ring[-1]
        over = y1 > y
        for x2, y2 in ring:
            if (y2 > y) != over:
                over = not over
                odd ^= x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
            x1, y1 = x2, y2
    return odd


def wound(shape: Sequence[Polygon]) -> tuple[Polygon, ...]:
    """A shape that is filled by non-zero winding, its outlines run counterclockwise and its holes clockwise.

    So the sum of the areas is the area of the ink. The rings may lie within each other but must not cross.
    """
    result: list[Polygon] = []
    for ring in shape:
        around = sum(_sense(other) for other in shape if other is not ring and inside(ring[0], (other,)))
        ink = bool(around + _sense(ring)) - bool(around)
        if ink:
            result.append(ring if ink == _sense(ring) else ring[::-1])
    return tuple(result)


def left_of(polygon: Sequence[Point], x: float) -> Polygon:
    """The part of a polygon left of a vertical line (Sutherland and Hodgman 1974)."""
    result: list[Point] = []
    before = polygon[-1]
    for point in polygon:
        if (before[0] <= x) != (point[0] <= x):
            share = (x - before[0]) / (point[0] - before[0])
            result.append((x, before[1] + share * (point[1] - before[1])))
        if point[0] <= x:
            result.append(point)
        before = point
    return tuple(result)


def cut_to_share(shape: Sequence[Polygon], share: float) -> tuple[Polygon, ...]:
    """The left part of a shape whose ink is `share` (0 to 1) of the whole."""
    shape = wound(shape)
    whole = sum(area(ring) for ring in shape)
    low, _, high, _ = Bbox.around(point for ring in shape for point in ring)
    for _ in range(48):
        middle = (low + high) / 2
        part = sum(area(piece) for ring in shape if (piece := left_of(ring, middle)))
        if part < share * whole:
            low = middle
        else:
            high = middle
    return tuple(piece for ring in shape if len(piece := left_of(ring, high)) > 2)


def joined(shapes: Iterable[Segments]) -> Segments:
    """Several shapes as one compound path."""
    return tuple(segment for shape in shapes for segment in shape)


def hatching(rings: Sequence[Sequence[Point]]) -> Segments:
    """Lines at 45 degrees over the area of the rings (even-odd): what has no value is told apart without its colour."""
    slanted = [[((x + y) * _DIAGONAL, (y - x) * _DIAGONAL) for x, y in ring] for ring in rings]
    crossings: dict[int, list[float]] = {}
    for ring in slanted:
        for a, b in pairwise((*ring, ring[0])):
            (x1, y1), (x2, y2) = (a, b) if a[1] <= b[1] else (b, a)
            for row in range(ceil(y1 / _HATCH_SPACING), ceil(y2 / _HATCH_SPACING)):
                crossings.setdefault(row, []).append(x1 + (x2 - x1) * (row * _HATCH_SPACING - y1) / (y2 - y1))
    segments: list[Segment] = []
    for row, found in sorted(crossings.items()):
        xs, y = sorted(found), row * _HATCH_SPACING
        for x1, x2 in zip(xs[0::2], xs[1::2], strict=True):
            segments += [
                ("M", (x1 - y) * _DIAGONAL, (x1 + y) * _DIAGONAL),
                ("L", (x2 - y) * _DIAGONAL, (x2 + y) * _DIAGONAL),
            ]
    return tuple(segments)


def _sense(ring: Sequence[Point]) -> int:
    """1 for a ring that runs counterclockwise, -1 for the other way."""
    return 1 if area(ring) > 0 else -1


def _curve(start: Point, numbers: Sequence[float], steps: int) -> list[Point]:
    x0, y0 = start
    x1, y1, x2, y2, x3, y3 = numbers
    points = []
    for step in range(1, steps + 1):
        t = step / steps
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
    return points
