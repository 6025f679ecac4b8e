"""The map of a place: its boundary and districts, headline numbers on it, and a locator in a corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reportgen.content.report import Datum
from reportgen.figures.base import FigureError, Label, Mark, MarkFigure, Shape, too_narrow
from reportgen.figures.drawing.segments import joined, polyline
from reportgen.figures.maps.label_position import LandGrid, best_position
from reportgen.figures.maps.locator import Arranged, arrangements, locator_shapes, locator_size
from reportgen.figures.maps.map_geometry import Line, MapShape, outside, project
from reportgen.geometry import Flex, Rect
from reportgen.text.setting import SetLine, set_line

_CLEAR = 3.0
"""Least space between the numbers and the edge of the land, in pt."""
_APART = 12.0
"""Space between the map and numbers that stand beside it, in pt."""
_LEAST, _USUAL = 113.0, 170.0
"""Height of a map in pt, 40 and 60 mm."""
_SMALL = 57.0
"""Height that a map keeps when the numbers stand under it, in pt: 20 mm."""
_TALL = 1.4
"""The most that a figure is higher than it is wide."""
_BESIDE = 0.4
"""The least share of the width that a map keeps beside its numbers."""


@dataclass(frozen=True)
class MapHeadline:
    """A number that stands on the map, over its label."""

    number: Datum
    label: str


@dataclass(frozen=True)
class PlaceMapPlan:
    """The map with its locator, the rectangle of the numbers, and whether that lies on the map."""

    map: Arranged
    numbers: Rect
    on_map: bool


@dataclass(frozen=True)
class PlaceMap(MarkFigure):
    """`boundary` and `locator` are rings of longitude and latitude.

    Of two headlines the second is emphasised, so that they are told apart; of one, or of more than two, none is.
    """

    boundary: tuple[Line, ...]
    locator: tuple[Line, ...]
    headlines: tuple[MapHeadline, ...]
    note: str
    language: str

    def measure(self, width: float) -> Flex:
        """Any height that leaves the map 40 mm and the numbers their room; no more than the map at its widest."""
        for rings, what in ((self.boundary, "boundary"), (self.locator, "locator")):
            left, bottom, right, top = project(rings).bounds if rings else (0, 0, 1, 1)
            if left == right or bottom == top:
                raise FigureError(f"the {what} has no area", "give the outline of a place")
        wide, tall = self._block
        if wide > width:
            hint = "shorten the labels of the place's statistics"
            raise too_narrow("the longest label of the map", wide, width, hint)
        room = tall if self._fits_beside(width) else tall + _APART + _SMALL
        least = max(_LEAST, room if self.headlines else 0.0)
        left, bottom, right, top = self._land.bounds
        most = max(min(width * (top - bottom) / (right - left), width * _TALL), least)
        return Flex(least, min(max(_USUAL, least), most), most)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Land, district lines, edge, locator and numbers."""
        plan = self.plan(width, height)
        outer, shared = plan.map.land.borders
        roles, measures = self.brand.roles, self.brand.measures
        labels = self._headline_labels(plan)
        for label in labels if plan.on_map else ():
            shared = tuple(part for line in shared for part in outside(line, _ground(label)))
        land = joined(polyline(ring, closed=True) for ring in _rings(outer, plan.map.land))
        lines = joined(polyline(line) for line in shared)
        edge = joined(polyline(line, closed=line[0] == line[-1]) for line in outer)
        shapes = (
            Shape(land, fill=roles.place_land),
            Shape(lines, stroke=roles.place_district, line_width=measures.district_line),
            Shape(edge, stroke=roles.place_edge, line_width=measures.edge_line),
        )
        box = plan.map.locator
        locator = locator_shapes(self.locator, self.boundary, box, roles.locator_land, roles.locator_here)
        return (*(shape for shape in shapes if shape.segments), *locator, *labels)

    def plan(self, width: float, height: float) -> PlaceMapPlan:
        """The largest map that leaves the locator a corner, from the top; the numbers on it or, if need be, beside."""
        edge, (wide, tall) = self.brand.measures.edge_line / 2, self._block
        high = min(height, self.measure(width).most)
        whole = Rect(0, height - high, width, high)
        arranged = arrangements(self._land, whole.inset(edge), locator_size(self.locator, whole))
        if not self.headlines:
            return PlaceMapPlan(arranged[0], Rect(0, 0, 0, 0), on_map=True)
        for found in arranged:
            position = best_position(_grid(found.land), (wide, tall), _CLEAR)
            if position:
                return PlaceMapPlan(found, position, on_map=True)
        numbers = Rect(0, whole.y + (high - tall) / 2, wide, tall)
        room = Rect(wide + _APART, whole.y, width - wide - _APART, high)
        if not self._fits_beside(width):
            numbers = Rect(0, whole.y, wide, tall)
            room = Rect(0, numbers.bottom + _APART, width, high - tall - _APART)
        size = locator_size(self.locator, room)
        if self._fits_beside(width):
            left, bottom, right, top = self._land.bounds
            land = room.width * (top - bottom) / (right - left) + (size[1] + _APART if size else 0.0)
            used = min(high, max(land, tall))
            room = Rect(room.x, whole.bottom - used, room.width, used)
            numbers = Rect(0, whole.bottom - (used + tall) / 2, wide, tall)
        return PlaceMapPlan(arrangements(self._land, room.inset(edge), size)[0], numbers, on_map=False)

    def _fits_beside(self, width: float) -> bool:
        return width - self._block[0] - _APART >= _BESIDE * width

    def _headline_labels(self, plan: PlaceMapPlan) -> list[Label]:
        """The numbers and their labels, from the top; in the header's inks where they stand on its ground."""
        roles, styles = self.brand.roles, self.brand.styles
        usual, emphasised, quiet = roles.place_number, roles.place_number_emphasised, roles.place_label
        if not plan.on_map:
            usual, emphasised, quiet = roles.header_title, roles.header_kicker, roles.header_text
        labels: list[Label] = []
        y = plan.numbers.bottom
        for index, (number, label) in enumerate(self._lines):
            last = index == 1 and len(self.headlines) == 2
            y -= styles.place_number.cap_height
            labels.append(Label(plan.numbers.x, y, number, emphasised if last else usual, cell=(index + 1, 1)))
            y -= self._between + styles.place_label.cap_height
            labels.append(Label(plan.numbers.x, y, label, quiet, cell=(index + 1, 0)))
            y -= self._between_blocks
        return labels

    @cached_property
    def _land(self) -> MapShape:
        return project(self.boundary)

    @property
    def _between(self) -> float:
        return self.brand.spaces.close.normal * 0.9

    @property
    def _between_blocks(self) -> float:
        return self.brand.spaces.heading.normal * 2

    @property
    def _lines(self) -> list[tuple[SetLine, SetLine]]:
        styles = self.brand.styles
        notes = [*[""] * (len(self.headlines) - 1), self.note]
        return [
            (
                set_line(headline.number.text, styles.place_number, self.language, continues=True),
                set_line(f"{headline.label}{note}", styles.place_label, self.language),
            )
            for headline, note in zip(self.headlines, notes, strict=False)
        ]

    @property
    def _block(self) -> tuple[float, float]:
        """Width and height of the numbers with their labels, down to the descenders of the last."""
        styles = self.brand.styles
        wide = max((line.width for pair in self._lines for line in pair), default=0.0)
        each = styles.place_number.cap_height + self._between + styles.place_label.cap_height
        count = len(self.headlines)
        return wide, count * each + max(0, count - 1) * self._between_blocks + styles.place_label.depth


@lru_cache(maxsize=16)
def _grid(land: MapShape) -> LandGrid:
    """The lines of a map on a grid."""
    return LandGrid(*land.borders)


def _ground(label: Label) -> Rect:
    """What a label needs free of lines, its descenders too."""
    box = label.box
    return Rect(box.x - 4, box.y - 2, box.width + 8, box.height + 6)


def _rings(outer: Sequence[Line], land: MapShape) -> Sequence[Line]:
    """The outer lines where they all close, so that no seam shows between districts; else every ring."""
    return outer if all(line[0] == line[-1] for line in outer) else land.rings
