"""The plot of a line: where its values stand, its unbroken runs from gap to gap, and the heights that it passes at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reportgen.content.report import Point as DataPoint
from reportgen.content.report import Series
from reportgen.figures.drawing.clear_rules import upright_rule
from reportgen.figures.drawing.segments import joined, polyline
from reportgen.geometry import Point, Rect, Segments

RADIUS = 3.0
"""Of the points at the ends of a line, in pt."""
WEIGHT = 1.8
"""Of a line, in pt."""
Run = Sequence[Point]
"""Points of a line from gap to gap, from left to right."""


@dataclass(frozen=True, slots=True)
class Plot:
    """`count` steps across, and a scale from `low` at the bottom to `high` at the top of the rectangle (pt, y up).

    The steps stand in proportion to their `times`; without any, at even distances.
    """

    x: float
    y: float
    width: float
    height: float
    count: int
    low: Decimal
    high: Decimal
    times: tuple[int, ...] = ()

    @property
    def right(self) -> float:
        """Where the last step is."""
        return self.x + self.width

    @property
    def top(self) -> float:
        """Where the scale ends."""
        return self.y + self.height

    def across(self, index: float) -> float:
        """Where a step is, or a place part of the way from one to the next."""
        if not self.times:
            return self.x + (self.width * index / (self.count - 1) if self.count > 1 else self.width / 2)
        before = min(int(index), self.count - 2)
        since, until = self.times[before : before + 2]
        passed = since + (until - since) * (index - before) - self.times[0]
        return self.x + self.width * passed / (self.times[-1] - self.times[0])

    def rise(self, value: Decimal) -> float:
        """The height of a value; a scale without length has its one value at the bottom."""
        return self.y + float((value - self.low) / ((self.high - self.low) or 1)) * self.height

    def at(self, index: int, value: Decimal) -> Point:
        """Where the value of a step is."""
        return self.across(index), self.rise(value)


def times_of(points: Sequence[DataPoint]) -> tuple[int, ...]:
    """Where the points stand in time; () where one has no time, and where all are equally far apart."""
    times = [point.at for point in points if point.at is not None]
    steps = {after - before for before, after in pairwise(times)}
    return tuple(times) if len(times) == len(points) and len(steps) > 1 and min(steps) > 0 else ()


def known(points: Sequence[DataPoint]) -> tuple[int, ...]:
    """The indices of the points that have a value."""
    return tuple(index for index, point in enumerate(points) if point.datum)


def stretches(points: Sequence[DataPoint], breaks: Iterable[str] = ()) -> list[list[int]]:
    """The indices of the points with a value, a list from gap to gap; the point of a break begins one as well."""
    apart = set(breaks)
    found: list[list[int]] = [[]]
    for index, point in enumerate(points):
        if point.datum is None or point.label in apart:
            found.append([])
        if point.datum is not None:
            found[-1].append(index)
    return [stretch for stretch in found if stretch]


def runs_of(points: Sequence[DataPoint], plot: Plot, breaks: Iterable[str] = ()) -> list[list[Point]]:
    """The line of the points, a run from gap to gap."""
    found = []
    for stretch in stretches(points, breaks):
        pairs = ((index, points[index].datum) for index in stretch)
        found.append([plot.at(index, datum.value) for index, datum in pairs if datum])
    return found


def loose_ends(points: Sequence[DataPoint], plot: Plot, breaks: Iterable[str] = ()) -> list[Point]:
    """Where a small dot shows that a line ends at a value: beside gaps and breaks, and at points that it passes by."""
    found = stretches(points, breaks)
    ends = {stretch[0] for stretch in found[1:]} | {stretch[-1] for stretch in found[:-1]}
    lone = {stretch[0] for stretch in found if len(stretch) == 1}
    pairs = ((index, points[index].datum) for index in sorted(ends | lone))
    return [plot.at(index, datum.value) for index, datum in pairs if datum]


def ends_of(points: Sequence[DataPoint], plot: Plot, breaks: Iterable[str] = ()) -> list[tuple[Run, Run]]:
    """The lower and the upper edge of the intervals, a pair from gap to gap; a point without an interval is a gap."""
    bare = [point if point.low and point.high else DataPoint(point.label, None) for point in points]
    found: list[tuple[Run, Run]] = []
    for stretch in stretches(bare, breaks):
        triples = [(index, points[index].low, points[index].high) for index in stretch]
        lows = [plot.at(index, low.value) for index, low, high in triples if low and high]
        highs = [plot.at(index, high.value) for index, low, high in triples if low and high]
        found.append((lows, highs))
    return found


def intervals(sets: Iterable[Series], plot: Plot, breaks: Iterable[str] = ()) -> Segments:
    """The areas between the ends of the intervals of some series; of a lone point, an upright bar."""
    apart, areas = tuple(breaks), []
    for series in sets:
        for lows, highs in ends_of(series.points, plot, apart):
            wide = 1.0 if len(lows) == 1 else 0.0
            areas.append(polyline([*_widened(lows, wide), *reversed(_widened(highs, wide))], closed=True))
    return joined(areas)


def gaps_of(points: Sequence[DataPoint]) -> list[tuple[int, int]]:
    """First and last index of every stretch without values."""
    found: list[tuple[int, int]] = []
    for index, point in enumerate(points):
        if point.datum is None:
            start = found.pop()[0] if found and found[-1][1] == index - 1 else index
            found.append((start, index))
    return found


def break_rules(
    points: Sequence[DataPoint], breaks: Iterable[str], plot: Plot, weight: float, boxes: Sequence[Rect]
) -> Segments:
    """Upright lines where values begin to be counted in another way, left open where a box stands on one."""
    labels = [point.label for point in points]
    places = [plot.across(labels.index(label) - 0.5) for label in breaks if label in labels[1:]]
    return joined(upright_rule(x, plot.y, plot.top + RADIUS, weight, boxes) for x in places)


def heights(runs: Iterable[Run], left: float, right: float) -> list[float]:
    """The heights of lines where they pass between two verticals: those of their points there, and at the verticals."""
    found: list[float] = []
    for run in runs:
        for (x1, y1), (x2, y2) in zip(run, run[1:] or run, strict=False):
            low, high = max(x1, left), min(x2, right)
            if low <= high:
                slope = (y2 - y1) / (x2 - x1) if x2 > x1 else 0.0
                found += [y1 + slope * (low - x1), y1 + slope * (high - x1)]
    return found


def _widened(run: Run, by: float) -> list[Point]:
    """A run of a lone point drawn out to both sides."""
    return [(run[0][0] - by, run[0][1]), *run[1:-1], (run[-1][0] + by, run[-1][1])]
