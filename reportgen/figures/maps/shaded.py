"""Shaded map: areas in up to four shades by their value, the ones that matter named on the map, the shades in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import floor

from reportgen.brand.model import Roles
from reportgen.colour.inks import Ink, contrast
from reportgen.content.report import Datum
from reportgen.figures.base import FigureError, Label, Mark, MarkFigure, Shape, in_reading_order
from reportgen.figures.drawing.legend import Legend, LegendEntry
from reportgen.figures.drawing.segments import HATCH, circle, hatching, joined, polyline, rectangle
from reportgen.figures.maps.locator import locator_shapes, locator_size
from reportgen.figures.maps.map_and_locator import arrangements
from reportgen.figures.maps.map_geometry import MapShape, fit
from reportgen.figures.maps.map_labels import (
    DOT,
    PLATE,
    LabelCandidate,
    MapFrame,
    MapLabel,
    MapLabelPlan,
    label_areas,
    label_spots,
)
from reportgen.figures.maps.map_names import MapNames
from reportgen.figures.maps.regions import Region, Regions, regions_of
from reportgen.figures.maps.shaded_alternative import map_alternative
from reportgen.figures.maps.steps import ShadeSteps, chosen_steps, given_steps
from reportgen.figures.request import Request
from reportgen.geometry import MM, Flex, Point, Rect, Segments
from reportgen.page import NOTE_CELL

_LEAST, _USUAL = 71.0, 312.0
"""Height of the map in pt: 25 mm at least; as a rule what its width asks for, up to 110 mm."""
_SMALLER = 0.6
"""How much smaller than as a rule it may be made, so that land does not stand small in the middle of its room."""
_TALL = 1.4
"""The most that the map is higher than it is wide."""
_SHADES = {1: (3,), 2: (2, 4), 3: (1, 2, 4), 4: (1, 2, 3, 4)}
"""Which of the brand's steps so many classes take."""
_SHARES = (0.86, 0.72, 0.58)
"""How large the map is of its room, tried in this order, for the names that are needed to stand beside it."""
_TEXT_CONTRAST = 4.5
_SEEN = 1.8
"""An outline is seen on a shade from this contrast on."""
_OUTLINE = 1.3
"""Width of the line round an emphasised area in pt, over a line of the ground twice as wide."""
_FINE = 3.0
"""An area is drawn without its white line when that would take a third of it."""


@dataclass(frozen=True)
class Shaded(MarkFigure):
    """`regions` shaded by `steps`; those called one of `emphasised` are outlined and named, and so are the extremes.

    The areas with the greatest and the least value are named when there is room: within the area, or beside the land
    within a third of the map's width of it, clear of all other names; where several share an extreme value none is.
    Emphasised areas and the map's points are always named: for them the map is made smaller, or refused.
    """

    regions: Regions
    steps: ShadeSteps
    emphasised: tuple[str, ...]
    gaps: tuple[tuple[str, str], ...]
    legend: Legend
    language: str

    def measure(self, width: float) -> Flex:
        """Heights at which all that has to be named can be; at most those of the map at its widest, with its legend."""
        under = self._under(width)
        left, bottom, right, top = self._land.bounds
        most = min(width * (top - bottom) / (right - left), width * _TALL)
        if self._strip and not self._fills(width, most):
            most += self._strip
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            lowest = min(max(_LEAST, _SMALLER * min(most, _USUAL)), most)
            least = lowest + share * (most - lowest)
            if self._plan(width, least):
                normal = min(max(_USUAL, least), most)
                return Flex(least + under, normal + under, most + under)
        hint = "emphasise fewer areas, mark fewer points, or make the figure wider"
        raise FigureError(f"the names that this map needs find no place at {floor(width / MM)} mm", hint)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Areas, outlines, locator, names and legend."""
        tall = height - self._under(width)
        plan = self._plan(width, tall) or self._plan(width, self.measure(width).least - self._under(width))
        if plan is None:
            raise FigureError("the names of the map find no place")
        lift = max(0.0, tall - plan.frame.room.height) + self._under(width)
        plan = plan.raised(lift)
        named, spots = self._labels(plan)
        labels = in_reading_order([*named, *spots])
        roles, given = self.brand.roles, self.regions
        locator = locator_shapes(given.locator, given.plane.degrees, plan.locator, roles.step_1, roles.mark_emphasised)
        legend = self.legend.marks(width, lift - self.brand.spaces.close.normal * 1.4)
        return (*self._areas(plan.frame), *locator, *self._leaders(plan), *self._spot_marks(plan), *labels, *legend)

    def _fills(self, width: float, tall: float) -> bool:
        """Whether all that is needed is named while the map has the whole room."""
        whole = Rect(0, 0, width, tall)
        return any(self._labelled(frame, box) for box, frame in self._frames(whole, whole))

    def _under(self, width: float) -> float:
        return self.legend.height(width) + self.brand.spaces.close.normal * 1.4

    @property
    def _land(self) -> MapShape:
        return self.regions.plane.land

    def _plan(self, width: float, tall: float) -> MapLabelPlan | None:
        """The largest map on which all that has to be named finds a place; None without one."""
        whole = Rect(0, 0, width, tall)
        for room in self._rooms(whole):
            for box, frame in self._frames(room, whole):
                plan = self._labelled(frame, box)
                if plan:
                    return plan
        return None

    def _rooms(self, whole: Rect) -> Iterator[Rect]:
        """The rooms in which the map is tried: all there is, that without a strip for names over or under it, less."""
        yield whole
        strip = self._strip
        if strip and whole.height - strip > _SHARES[-1] * whole.height:
            yield Rect(0, 0, whole.width, whole.height - strip)
            yield Rect(0, strip, whole.width, whole.height - strip)
        for share in _SHARES if strip or self.regions.spots else ():
            wide, high = whole.width * share, whole.height * share
            for across in (0.5, 0.0, 1.0):
                yield Rect(across * (whole.width - wide), (whole.height - high) / 2, wide, high)

    @cached_property
    def _strip(self) -> float:
        """Height in pt of a row of the names that are needed, with the line that leads from it; 0 without any."""
        tall = max((form.height for tag in self._tags for form in tag.forms if tag.needed), default=0.0)
        return tall + 2 * self.brand.spaces.close.normal if tall else 0.0

    def _frames(self, room: Rect, whole: Rect) -> list[tuple[Rect | None, MapFrame]]:
        """The map and its locator in their room."""
        size = locator_size(self.regions.locator, room)
        if size is None:
            return [
                (None, MapFrame(*fit(self._land, room.inset(self._edge), 0.5, 0.5), whole, self.regions.plane.bands))
            ]
        left, bottom, right, _ = self._land.bounds
        frames = []
        for arranged in arrangements(self._land, room.inset(self._edge), size)[:2]:
            x, y, end, _ = arranged.land.bounds
            scale = (end - x) / (right - left)
            frames.append(
                (
                    arranged.locator,
                    MapFrame(scale, x - left * scale, y - bottom * scale, whole, self.regions.plane.bands),
                )
            )
        return frames

    @property
    def _edge(self) -> float:
        """How far the lines round areas stand out of them."""
        return 1.1 * _OUTLINE if self.emphasised else self.brand.measures.district_line / 2

    def _labelled(self, frame: MapFrame, locator: Rect | None) -> MapLabelPlan | None:
        taken = [locator.inset(-3)] if locator else []
        names = label_areas(self._tags, frame, taken)
        if names is None:
            return None
        boxes = [*taken, *(each.box.inset(-2) for each in names)]
        spots = label_spots(self._spot_forms, frame, boxes, [each.leader for each in names])
        return None if spots is None else MapLabelPlan(frame, locator, tuple(names), tuple(spots))

    @cached_property
    def _tags(self) -> tuple[MapLabel, ...]:
        """The labels of the emphasised areas and of those with an extreme value."""
        return self._names.tags(self.regions.areas, lambda region: self._readable(region) is not None)

    @cached_property
    def _spot_forms(self) -> tuple[tuple[Point, LabelCandidate], ...]:
        return tuple((point, self._names.of_spot(name)) for name, point in self.regions.spots)

    @property
    def _names(self) -> MapNames:
        return MapNames(self.brand.styles.figure_label, self.emphasised, self.gaps, self.language)

    def _shade(self, datum: Datum | None) -> Ink:
        roles = self.brand.roles
        return shade_of(roles, self.steps, self.steps.of(datum)) if datum else roles.not_available

    def _readable(self, region: Region) -> Ink | None:
        """The ink that type on an area can be read in."""
        inks, ground = (self.brand.roles.text, self.brand.roles.paper), self._shade(region.datum)
        return next((ink for ink in inks if contrast(ink, ground) >= _TEXT_CONTRAST), None)

    def _areas(self, frame: MapFrame) -> list[Mark]:
        """Each area with the line round it, those without a value hatched; at last the outlines of what matters."""
        roles, line = self.brand.roles, self.brand.measures.district_line
        marks: list[Mark] = []
        outlines: list[Mark] = []
        for region in self.regions.areas:
            rings = [tuple(frame.at(point) for point in ring) for ring in region.rings]
            segments = joined(polyline(ring, closed=True) for ring in rings)
            bands = region.bands if len(region.rings) == 1 and len(region.rings[0]) < 12 else None
            small = (
                bands is not None
                and min(bands.right - bands.left, bands.top - bands.bottom) * frame.scale < _FINE * line
            )
            stroke = None if small else roles.step_line
            marks.append(
                Shape(segments, self._shade(region.datum), stroke, line if stroke else 0.0, cell=(region.row, 1))
            )
            if region.datum is None:
                marks.append(Shape(hatching(rings), stroke=roles.caption, line_width=HATCH))
            if region.name in self.emphasised:
                outlines += self._outline(segments)
        return [mark for mark in (*marks, *outlines) if isinstance(mark, Label) or mark.segments]

    def _outline(self, segments: Segments) -> list[Shape]:
        """A line round an area, on a wider one of the ground."""
        casing = Shape(segments, stroke=self.brand.roles.step_line, line_width=2.2 * _OUTLINE)
        return [casing, Shape(segments, stroke=self._outline_ink, line_width=_OUTLINE)]

    @cached_property
    def _outline_ink(self) -> Ink:
        """The ink of what matters, where it is seen on every area that it goes round; else that of text."""
        roles = self.brand.roles
        grounds = [self._shade(region.datum) for region in self.regions.areas if region.name in self.emphasised]
        seen = all(contrast(roles.mark_emphasised, ground) >= _SEEN for ground in grounds)
        return roles.mark_emphasised if seen else roles.text

    def _labels(self, plan: MapLabelPlan) -> tuple[list[Label], list[Label]]:
        roles, named = self.brand.roles, []
        for placed in plan.names:
            region = self.regions.areas[placed.key]
            on_area = None if placed.leader else self._readable(region)
            for part in placed.form.parts:
                matters = part.is_value and region.name in self.emphasised
                ink = on_area or (roles.mark_emphasised_label if matters else roles.text)
                named.append(Label(placed.box.x + part.x, placed.box.y + part.y, part.line, ink, cell=part.cell))
        spots = [
            Label(placed.box.x, placed.box.y, placed.form.parts[0].line, roles.text, cell=NOTE_CELL)
            for placed in plan.spots
        ]
        return named, spots

    def _leaders(self, plan: MapLabelPlan) -> list[Shape]:
        """The lines from names beside the land to their areas, on a thin ground of the paper's ink."""
        leaders = [placed.leader for placed in plan.names if placed.leader]
        if not leaders:
            return []
        roles, line = self.brand.roles, self.brand.measures.hairline
        lines, dots = joined(map(polyline, leaders)), joined(circle(*leader[0], 1.3) for leader in leaders)
        return [
            Shape(lines, stroke=roles.step_line, line_width=4 * line),
            Shape(dots, fill=roles.text, stroke=roles.step_line, line_width=1.2),
            Shape(lines, stroke=roles.text, line_width=line),
        ]

    def _spot_marks(self, plan: MapLabelPlan) -> list[Shape]:
        """The dots of the map's points, and a plate of the paper's ink under each name, which shades may cross."""
        if not plan.spots:
            return []
        roles = self.brand.roles
        plates = joined(rectangle(b.x, b.y, b.width, b.height) for b in (each.box.inset(-PLATE) for each in plan.spots))
        dots = joined(circle(*plan.frame.at(point), DOT) for _, point in self.regions.spots)
        return [Shape(plates, fill=roles.paper), Shape(dots, roles.text, roles.paper, 0.9)]


def shade_of(roles: Roles, steps: ShadeSteps, index: int) -> Ink:
    """The ink of a class of the steps."""
    inks = (roles.step_1, roles.step_2, roles.step_3, roles.step_4)
    return inks[_SHADES[len(steps.names)][index] - 1]


def make(asked: Request) -> Shaded:
    statistic, words = asked.statistic, asked.words
    if statistic.areas is None:
        raise FigureError("a map needs the boundaries of its areas", "give `boundary:`")
    if len(statistic.sets) != 1:
        raise FigureError("a map shows one series", "give each series a map of its own")
    data = [point.datum for point in statistic.series if point.datum]
    if not data:
        raise FigureError("a map needs values", "give at least one area a number")
    given = statistic.areas
    regions = regions_of(given, statistic.series)
    steps = given_steps(given.steps, data, words) if given.steps else chosen_steps(data, words, statistic.language)
    roles = asked.brand.roles
    entries = [LegendEntry(shade_of(roles, steps, index), name) for index, name in enumerate(steps.names)]
    gaps = dict.fromkeys(words[region.gap] for region in regions.areas if region.datum is None)
    if gaps:
        entries.append(LegendEntry(roles.not_available, ", ".join(gaps), crossed=True))
    return Shaded(
        asked.brand,
        map_alternative(statistic, regions, words),
        regions,
        steps,
        statistic.emphasised,
        tuple((gap, words[gap]) for gap in dict.fromkeys(region.gap for region in regions.areas if region.gap)),
        Legend(asked.brand, tuple(entries), statistic.language),
        statistic.language,
    )
