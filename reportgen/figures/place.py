"""Place: a boundary with its districts, headline numbers on it, and a locator in a corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.brand import Brand
from reportgen.content.report import Datum
from reportgen.figures.base import Drawn, Label, Mark, Shape, Table
from reportgen.figures.maps import Line, MapShape, borders, fit, fitted, outside, project
from reportgen.figures.shapes import joined, polyline
from reportgen.figures.spot import best_spot
from reportgen.flex import Flex
from reportgen.page import Rect
from reportgen.text.setting import SetLine, set_line

_LOCATOR = 0.24
"""Width of the locator's box over the figure's."""
_CLEAR = 3.0
"""Least space between the numbers and the edge of the land, in pt."""
_CORNER = 6.0
"""Least space between map and locator, in pt."""
_APART = 12.0
"""Space between the map and numbers that stand beside it, in pt."""


@dataclass(frozen=True)
class Headline:
    """A number that stands on the map, over its label."""

    number: Datum
    label: str


@dataclass(frozen=True)
class Place(Drawn):
    """`boundary` and `locator` are rings of longitude and latitude; the last of several headlines is emphasised."""

    brand: Brand
    boundary: tuple[Line, ...]
    locator: tuple[Line, ...]
    headlines: tuple[Headline, ...]
    note: str
    sentence: str
    language: str

    def measure(self, width: float) -> Flex:
        """Any height that leaves the map 40 mm; no more than the map at its widest."""
        left, bottom, right, top = project(self.boundary).bounds
        most = max(width * (top - bottom) / (right - left), 120.0)
        return Flex(min(113.0, most), min(170.0, most), most)

    def describe(self) -> str:
        """What the map shows, in a sentence."""
        return self.sentence

    def values(self) -> Table:
        """The headline numbers."""
        return (("", ""), *((headline.label, headline.number.text) for headline in self.headlines))

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Land, district lines, edge, numbers and locator."""
        plan = self._plan(width, height)
        outer, shared = borders(plan.land)
        roles, measures = self.brand.roles, self.brand.measures
        labels, boxes = self._headline_labels(plan.numbers)
        for box in boxes if plan.on_map else ():
            shared = tuple(part for line in shared for part in outside(line, box))
        land = joined(polyline(ring, closed=True) for ring in _rings(outer, plan.land))
        lines = joined(polyline(line) for line in shared)
        edge = joined(polyline(line, closed=line[0] == line[-1]) for line in outer)
        drawn = [Shape(land, fill=roles.place_land)]
        if lines:
            drawn.append(Shape(lines, stroke=roles.place_district, line_width=measures.district_line))
        drawn.append(Shape(edge, stroke=roles.place_edge, line_width=measures.edge_line))
        return (*drawn, *self._locator_marks(plan.locator), *labels)

    def _plan(self, width: float, height: float) -> _Plan:
        """The largest map that leaves the locator a corner, with the numbers on it or, if they do not fit, beside it."""
        shape, locator, size = project(self.boundary), self._locator_box(width, height), self._block_size()
        arranged = _arrangements(shape, Rect(0, 0, width, height), locator)
        if not self.headlines:
            return _Plan(*arranged[0], Rect(0, 0, 0, 0), on_map=True)
        for land, corner in arranged:
            spot = best_spot(*borders(land), size, _CLEAR)
            if spot:
                return _Plan(land, corner, spot, on_map=True)
        beside = Rect(size[0] + _APART, 0, width - size[0] - _APART, height)
        if beside.width >= 0.4 * width:
            numbers = Rect(0, (height - size[1]) / 2, *size)
            return _Plan(*_arrangements(shape, beside, locator)[0], numbers, on_map=False)
        above = Rect(0, size[1] + _APART, width, height - size[1] - _APART)
        return _Plan(*_arrangements(shape, above, locator)[0], Rect(0, 0, *size), on_map=False)

    def _locator_box(self, width: float, height: float) -> tuple[float, float] | None:
        if not self.locator:
            return None
        left, bottom, right, top = project(self.locator).bounds
        wide = min(width * _LOCATOR, height * 0.4 * (right - left) / (top - bottom))
        return wide, wide * (top - bottom) / (right - left)

    def _headline_labels(self, box: Rect) -> tuple[list[Label], list[Rect]]:
        """The numbers and their labels from the top of `box`, and the ground that each needs free of lines."""
        roles, styles = self.brand.roles, self.brand.styles
        labels: list[Label] = []
        y = box.bottom
        for index, (number, label) in enumerate(self._lines):
            last = index == len(self.headlines) - 1 and index > 0
            y -= styles.place_number.cap_height
            labels.append(Label(box.x, y, number, roles.place_number_emphasised if last else roles.place_number))
            y -= self._between + styles.place_label.cap_height
            labels.append(Label(box.x, y, label, roles.place_label))
            y -= self._between_blocks
        free = [
            Rect(label.x - 4, label.y - 4.5, label.line.width + 8, label.line.runs[0].run.size * 0.7 + 9)
            for label in labels
            if label.line.runs
        ]
        return labels, free

    def _locator_marks(self, box: Rect | None) -> list[Mark]:
        """The wider area and the place on it, both projected as one so that they agree."""
        if box is None:
            return []
        roles = self.brand.roles
        both = fitted(project((*self.locator, *self.boundary)), box)
        count = len(self.locator)
        around, here = MapShape(both.rings[:count]).thinned(0.25), MapShape(both.rings[count:]).thinned(0.25)
        return [
            Shape(joined(polyline(ring, closed=True) for ring in shape.rings), fill=ink)
            for shape, ink in ((around, roles.locator_land), (here, roles.locator_here))
        ]

    @property
    def _between(self) -> float:
        return self.brand.spaces.close.normal * 0.9

    @property
    def _between_blocks(self) -> float:
        return self.brand.spaces.paragraph.normal * 2

    @property
    def _lines(self) -> list[tuple[SetLine, SetLine]]:
        styles = self.brand.styles
        notes = [*[""] * (len(self.headlines) - 1), self.note]
        return [
            (
                set_line(f"{headline.number.text} ", styles.place_number, self.language),
                set_line(f"{headline.label}{note} ", styles.place_label, self.language),
            )
            for headline, note in zip(self.headlines, notes, strict=False)
        ]

    def _block_size(self) -> tuple[float, float]:
        styles = self.brand.styles
        wide = max((line.width for pair in self._lines for line in pair), default=0.0)
        each = styles.place_number.cap_height + self._between + styles.place_label.cap_height
        count = len(self.headlines)
        return wide, count * each + max(0, count - 1) * self._between_blocks


@dataclass(frozen=True)
class _Plan:
    land: MapShape
    locator: Rect | None
    numbers: Rect
    on_map: bool


def _rings(outer: Sequence[Line], land: MapShape) -> Sequence[Line]:
    """The outer lines where they all close, so that no seam shows between districts; else every ring."""
    return outer if all(line[0] == line[-1] for line in outer) else land.rings


def _arrangements(shape: MapShape, box: Rect, locator: tuple[float, float] | None) -> list[tuple[MapShape, Rect | None]]:
    """The map with the locator in each corner, best first: the larger map, the lower right corner if it can be."""
    if locator is None:
        return [(fitted(shape, box, across=1.0), None)]
    wide, tall = locator
    left, low, right, high = box.x, box.y, box.right - wide, box.bottom - tall
    corners = ((right, low, 1.0), (left, low, 0.85), (right, high, 0.83), (left, high, 0.8))
    found = [(weight, _beside(shape, box, Rect(x, y, wide, tall))) for x, y, weight in corners]
    found.sort(key=lambda entry: -entry[0] * entry[1][0])
    return [(fitted(shape, room, across, up), corner) for _, (_, room, across, up, corner) in found]


def _beside(shape: MapShape, box: Rect, corner: Rect) -> tuple[int, Rect, float, float, Rect]:
    """How large (per cent of `box`), in what room and pushed where the map is, when it keeps clear of `corner`."""
    near = corner.inset(-_CORNER)
    away = (0.0 if corner.x > box.x else 1.0, 1.0 if corner.y == box.y else 0.0)
    points = [point for line in borders(shape)[0] for point in line]
    for percent in range(100, 40, -2):
        wide, tall = box.width * percent / 100, box.height * percent / 100
        for across, up in ((0.5, away[1]), away, (away[0], 0.5)):
            room = Rect(box.x + across * (box.width - wide), box.y + up * (box.height - tall), wide, tall)
            scale, dx, dy = fit(shape, room, across, up)
            low, high = (near.x - dx) / scale, (near.right - dx) / scale
            under, over = (near.y - dy) / scale, (near.bottom - dy) / scale
            if not any(low < x < high and under < y < over for x, y in points):
                return percent, room, across, up, corner
    above = Rect(box.x, box.y + corner.height + _CORNER, box.width, box.height - corner.height - _CORNER)
    return 40, above, 0.5, 0.5, Rect(corner.x, box.y, corner.width, corner.height)
