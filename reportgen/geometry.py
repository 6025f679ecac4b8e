"""Rectangles, affine maps, outlines and flexible lengths, one of each for every stage. Lengths are in points.

A page counts downwards from its top left corner, a PDF and a figure upwards from the bottom left one. `Rect` says
where a box stands, by a corner and its size; `Bbox` says how far something drawn reaches, by its edges.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

MM = 72 / 25.4

Point = tuple[float, float]
Polygon = tuple[Point, ...]

Segment = tuple[str | float, ...]
"""A step of an outline: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",)."""
Segments = tuple[Segment, ...]

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f of ISO 32000-1, 8.3.3: x' = a x + c y + e; y' = b x + d y + f."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rect:
    """A place of its own size; `x`, `y` is its corner nearest to the origin: on a page the top left one."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Rect:
        """The least rectangle round points. Raises ValueError when there are none."""
        left, low, right, high = Bbox.around(points)
        return cls(left, low, right - left, high - low)

    @classmethod
    def of(cls, segments: Segments) -> Rect:
        """The least rectangle round the points of an outline, those that pull its curves among them.

        The outline lies within it. Raises ValueError when there are none.
        """
        return cls.around(corners(segments))

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def inset(self, by: float) -> Rect:
        """The rectangle `by` points smaller on every side."""
        return Rect(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def holds(self, other: Rect, slack: float = 0.01) -> bool:
        """Whether `other` lies inside, to within `slack` points."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: Rect, slack: float = 0.01) -> bool:
        """Whether the two share more than `slack` points in both directions."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return across > slack and down > slack

    def upward(self, height: float) -> Bbox:
        """The same place of a page that is `height` points high, where y grows upwards."""
        return Bbox(self.x, height - self.bottom, self.right, height - self.y)


class Bbox(NamedTuple):
    """The upright box round something drawn, by its edges; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Bbox:
        """The least box round points. Raises ValueError when there are none."""
        found = list(points)
        xs, ys = [x for x, _ in found], [y for _, y in found]  # a `zip(*points)` would make thousands of iterators
        return cls(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        """Never negative."""
        return max(0.0, self.right - self.left)

    @property
    def height(self) -> float:
        """Never negative."""
        return max(0.0, self.top - self.bottom)

    @property
    def area(self) -> float:
        """In square points."""
        return self.width * self.height

    @property
    def centre(self) -> Point:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def has(self, point: Point) -> bool:
        """Whether a point lies inside, edges included."""
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top

    def holds(self, other: Bbox, slack: float = 0.0) -> bool:
        """Whether `other` lies inside, to within `slack` points."""
        return (
            other.left >= self.left - slack
            and other.right <= self.right + slack
            and other.bottom >= self.bottom - slack
            and other.top <= self.top + slack
        )

    def meets(self, other: Bbox, slack: float = 0.0) -> bool:
        """Whether the two share more than `slack` points both across and up."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack
            and min(self.top, other.top) - max(self.bottom, other.bottom) > slack
        )

    def shared(self, other: Bbox) -> Bbox | None:
        """What both cover, edges included; None where they do not touch."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        right, top = min(self.right, other.right), min(self.top, other.top)
        return Bbox(left, bottom, right, top) if left <= right and bottom <= top else None

    def joined(self, other: Bbox) -> Bbox:
        """The least box round both."""
        left, bottom = min(self.left, other.left), min(self.bottom, other.bottom)
        return Bbox(left, bottom, max(self.right, other.right), max(self.top, other.top))

    def grown(self, by: float) -> Bbox:
        """The box with every edge moved outward by `by` points."""
        return Bbox(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def overlap(self, other: Bbox) -> float:
        """The share of the smaller one that both cover, 0 to 1."""
        shared = self.shared(other)
        small = min(self.area, other.area)
        return shared.area / small if shared is not None and small > 0 else 0.0

    def through(self, matrix: Matrix) -> Bbox:
        """The least box round the mapped one."""
        a, b, c, d, e, f = matrix
        if b == c == 0 and a > 0 and d > 0:
            return Bbox(a * self.left + e, d * self.bottom + f, a * self.right + e, d * self.top + f)
        return Bbox.around(apply(matrix, x, y) for x in (self.left, self.right) for y in (self.bottom, self.top))


NOTHING = Bbox(0.0, 0.0, 0.0, 0.0)
"""A box without an area."""


def translation(x: float, y: float) -> Matrix:
    """The map that moves by `x`, `y`."""
    return 1.0, 0.0, 0.0, 1.0, x, y


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The map that does `first` and `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def nested(*matrices: Matrix) -> Matrix:
    """The map of what lies within others, whose maps are given from the outside in: the last is done first."""
    whole = matrices[0]
    for inner in matrices[1:]:
        whole = multiply(inner, whole)
    return whole


def apply(matrix: Matrix, x: float, y: float) -> Point:
    """Where the map takes a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def invert(matrix: Matrix) -> Matrix | None:
    """The map back; None if there is none."""
    a, b, c, d, e, f = matrix
    flat = a * d - b * c
    if not math.isfinite(flat) or abs(flat) < 1e-12:
        return None
    return d / flat, -b / flat, -c / flat, a / flat, (c * f - d * e) / flat, (b * e - a * f) / flat


def scale_of(matrix: Matrix) -> float:
    """The mean scale of the map: the root of what it does to areas."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))


def transformed(segments: Segments, matrix: Matrix) -> Segments:
    """An outline through a map."""
    a, b, c, d, e, f = matrix
    result: list[Segment] = []
    for kind, *values in segments:
        numbers = [float(value) for value in values]
        points = zip(numbers[0::2], numbers[1::2], strict=True)
        result.append((kind, *[moved for x, y in points for moved in (a * x + c * y + e, b * x + d * y + f)]))
    return tuple(result)


def on_curve(share: float, start: Point, first: Point, second: Point, end: Point) -> Point:
    """The point at a share, 0 to 1, of a cubic curve with two handles."""
    left = 1 - share
    a, b, c, d = left**3, 3 * left * left * share, 3 * left * share * share, share**3
    return (
        a * start[0] + b * first[0] + c * second[0] + d * end[0],
        a * start[1] + b * first[1] + c * second[1] + d * end[1],
    )


def crossings(rings: Iterable[Sequence[Point]], y: float) -> list[tuple[float, int]]:
    """Where closed rings cross a height, and whether each comes up there (1) or down (-1)."""
    found: list[tuple[float, int]] = []
    for ring in rings:
        x1, y1 = ring[-1]
        for x2, y2 in ring:
            if (y1 > y) is not (y2 > y):
                found.append(((x2 - x1) * (y - y1) / (y2 - y1) + x1, 1 if y2 > y1 else -1))
            x1, y1 = x2, y2
    return found


def is_within(x: float, crossed: Iterable[tuple[float, int]], even_odd: bool) -> bool:
    """Whether a place on a height is inside what crosses it, by the rule of its filling (ISO 32000-1, 8.5.3.3)."""
    turns = sum([turn for place, turn in crossed if place > x])
    return bool(turns % 2) if even_odd else turns != 0


def corners(segments: Segments) -> list[Point]:
    """The points of an outline in their order, those that pull its curves among them."""
    numbers = [float(value) for segment in segments for value in segment[1:]]
    return list(zip(numbers[0::2], numbers[1::2], strict=True))


@dataclass(frozen=True, slots=True)
class Flex:
    """A length that may be anything from `least` to `most` and would like to be `normal` (pt)."""

    least: float
    normal: float
    most: float

    def __post_init__(self) -> None:
        if not self.least <= self.normal <= self.most:
            raise ValueError(f"least, normal and most must rise: {self}")

    def __add__(self, other: Flex) -> Flex:
        return Flex(self.least + other.least, self.normal + other.normal, self.most + other.most)

    def __mul__(self, factor: float) -> Flex:
        return Flex(self.least * factor, self.normal * factor, self.most * factor)

    def at(self, stretch: float) -> float:
        """The length at a `stretch` of -1 (least) to 0 (normal) to 1 (most); outside, the nearer end."""
        stretch = min(1.0, max(-1.0, stretch))
        if stretch < 0:
            return self.normal + stretch * (self.normal - self.least)
        return self.normal + stretch * (self.most - self.normal)

    def stretch_to(self, length: float) -> float:
        """The stretch at which this is `length`: under -1 when it cannot be so short, over 1 when not so long."""
        if length < self.normal:
            room = self.normal - self.least
            return (length - self.normal) / room if room > 0 else -1.0 - (self.normal - length)
        room = self.most - self.normal
        if room > 0:
            return (length - self.normal) / room
        return 0.0 if length == self.normal else 1.0 + (length - self.normal)


def fixed(length: float) -> Flex:
    """A length that does not give."""
    return Flex(length, length, length)


def total(lengths: Iterable[Flex]) -> Flex:
    """Lengths one after the other."""
    least = normal = most = 0.0
    for length in lengths:
        least, normal, most = least + length.least, normal + length.normal, most + length.most
    return Flex(least, normal, most)


def tallest(lengths: Iterable[Flex]) -> Flex:
    """Lengths side by side: none may be less than its least, and the one that gives most sets the most."""
    found = list(lengths) or [fixed(0.0)]
    return Flex(
        max(length.least for length in found),
        max(length.normal for length in found),
        max(*(length.most for length in found), *(length.normal for length in found)),
    )
