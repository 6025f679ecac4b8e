"""The kind `map`: areas in up to four shades by value, those that matter named on the map, the shades in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import floor

from reportgen.brand.contrast import LEAST_READ
from reportgen.brand.model import Roles
from reportgen.colour.inks import Ink, contrast
from reportgen.content.report import Datum
from reportgen.figures.base import FigureError, Label, Mark, MarkFigure, Shape, in_reading_order
from reportgen.figures.drawing.legend import Legend, LegendEntry
from reportgen.figures.drawing.segments import HATCH, circle, hatching, joined, polyline, rectangle
from reportgen.figures.maps.locator import locator_shapes
from reportgen.figures.maps.map_labels import DOT, PLATE, MapFrame
from reportgen.figures.maps.map_names import MapNames
from reportgen.figures.maps.map_plan import MapPlan, MapPlanner
from reportgen.figures.maps.regions import Region, Regions, map_alternative, regions_of
from reportgen.figures.maps.shade_steps import ShadeSteps, chosen_steps, given_steps
from reportgen.figures.request import Request
from reportgen.geometry import MM, Flex

_LEAST, _USUAL = 71.0, 312.0
"""Height of the map in pt: 25 mm at least; as a rule what its width asks for, up to 110 mm."""
_SMALLER = 0.6
"""How much smaller than as a rule it may be made, so that land does not stand small in the middle of its room."""
_TALL = 1.4
"""The most that the map is higher than it is wide."""
_SHADES = {1: (3,), 2: (2, 4), 3: (1, 2, 4), 4: (1, 2, 3, 4)}
"""Which of the brand's steps so many classes take."""
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
        left, bottom, right, top = self.regions.projection.land.bounds
        most = min(width * (top - bottom) / (right - left), width * _TALL)
        if self._planner.strip and not self._planner.fills(width, most):
            most += self._planner.strip
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            lowest = min(max(_LEAST, _SMALLER * min(most, _USUAL)), most)
            least = lowest + share * (most - lowest)
            if self._planner.plan(width, least):
                normal = min(max(_USUAL, least), most)
                return Flex(least + under, normal + under, most + under)
        hint = "emphasise fewer areas, mark fewer points, or make the figure wider"
        raise FigureError(f"the names that this map needs find no place at {floor(width / MM)} mm", hint)

    def plan(self, width: float, height: float) -> MapPlan:
        """The map over its legend, and its labels. Raises FigureError where those that are needed find no place."""
        under = self._under(width)
        tall = height - under
        plan = self._planner.plan(width, tall) or self._planner.plan(width, self.measure(width).least - under)
        if plan is None:
            raise FigureError("the names of the map find no place")
        return plan.raised(max(0.0, tall - plan.frame.room.height) + under)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Areas, outlines, locator, names and legend."""
        plan, roles = self.plan(width, height), self.brand.roles
        labels, land = in_reading_order(self._labels(plan)), self.regions.projection.degrees
        locator = locator_shapes(self.regions.locator, land, plan.locator, roles.step_1, roles.mark_emphasised)
        legend = self.legend.marks(width, plan.frame.room.y - self.brand.spaces.close.normal * 1.4)
        return (*self._areas(plan.frame), *locator, *self._leaders(plan), *self._point_marks(plan), *labels, *legend)

    def _under(self, width: float) -> float:
        return self.legend.height(width) + self.brand.spaces.close.normal * 1.4

    @cached_property
    def _planner(self) -> MapPlanner:
        """What has to stand on the map: emphasised areas and those with an extreme value are named, and all points."""
        names = MapNames(self.brand.styles.figure_label, self.emphasised, self.gaps, self.language)
        labels = names.labels(self.regions.areas, lambda region: self._readable(region) is not None)
        placed = enumerate(self.regions.points)
        points = tuple((point, names.of_point(name, index)) for index, (name, point) in placed)
        edge = 1.1 * _OUTLINE if self.emphasised else self.brand.measures.district_line / 2
        return MapPlanner(self.regions, labels, points, edge, self.brand.spaces.close.normal)

    def _shade(self, datum: Datum | None) -> Ink:
        roles = self.brand.roles
        return shade_of(roles, self.steps, self.steps.of(datum)) if datum else roles.not_available

    def _readable(self, region: Region) -> Ink | None:
        """The ink that type on an area can be read in."""
        inks, ground = (self.brand.roles.text, self.brand.roles.paper), self._shade(region.datum)
        return next((ink for ink in inks if contrast(ink, ground) >= LEAST_READ), None)

    def _areas(self, frame: MapFrame) -> list[Mark]:
        """Each area with the line round it, those without a value hatched; last, what matters in a cased outline."""
        roles, line = self.brand.roles, self.brand.measures.district_line
        marks: list[Mark] = []
        outlines: list[Mark] = []
        for region in self.regions.areas:
            rings = [tuple(frame.at(point) for point in ring) for ring in region.outline.rings]
            segments = joined(polyline(ring, closed=True) for ring in rings)
            simple = len(rings) == 1 and len(rings[0]) < 12
            small = simple and min(region.outline.scan_lines.size) * frame.scale < _FINE * line
            stroke, weight = (None, 0.0) if small else (roles.step_line, line)
            marks.append(Shape(segments, self._shade(region.datum), stroke, weight, cell=(region.row, 1)))
            if region.datum is None:
                marks.append(Shape(hatching(rings), stroke=roles.caption, line_width=HATCH))
            if region.name in self.emphasised:
                outlines.append(Shape(segments, stroke=roles.step_line, line_width=2.2 * _OUTLINE))
                outlines.append(Shape(segments, stroke=self._outline_ink, line_width=_OUTLINE))
        return [mark for mark in (*marks, *outlines) if isinstance(mark, Label) or mark.segments]

    @cached_property
    def _outline_ink(self) -> Ink:
        """The ink of what matters, where it is seen on every area that it goes round; else that of text."""
        roles = self.brand.roles
        grounds = [self._shade(region.datum) for region in self.regions.areas if region.name in self.emphasised]
        seen = all(contrast(roles.mark_emphasised, ground) >= _SEEN for ground in grounds)
        return roles.mark_emphasised if seen else roles.text

    def _labels(self, plan: MapPlan) -> list[Label]:
        """The names and values of areas, and the names of points."""
        roles, labels = self.brand.roles, []
        for placed in plan.names:
            region = self.regions.areas[placed.key]
            on_area = None if placed.leader else self._readable(region)
            for part in placed.candidate.parts:
                matters = part.is_value and region.name in self.emphasised
                ink = on_area or (roles.mark_emphasised_label if matters else roles.text)
                labels.append(Label(placed.box.x + part.x, placed.box.y + part.y, part.line, ink, cell=part.cell))
        for placed in plan.points:
            part = placed.candidate.parts[0]
            labels.append(Label(placed.box.x, placed.box.y, part.line, roles.text, cell=part.cell))
        return labels

    def _leaders(self, plan: MapPlan) -> list[Shape]:
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

    def _point_marks(self, plan: MapPlan) -> list[Shape]:
        """The dots of the map's points, and a plate of the paper's ink under each name, which shades may cross."""
        if not plan.points:
            return []
        roles = self.brand.roles
        boxes = [placed.box.inset(-PLATE) for placed in plan.points]
        plates = joined(rectangle(box.x, box.y, box.width, box.height) for box in boxes)
        dots = joined(circle(*plan.frame.at(point), DOT) for _, point in self.regions.points)
        return [Shape(plates, fill=roles.paper), Shape(dots, roles.text, roles.paper, 0.9)]


def shade_of(roles: Roles, steps: ShadeSteps, index: int) -> Ink:
    """The ink of a class of the steps."""
    inks = (roles.step_1, roles.step_2, roles.step_3, roles.step_4)
    return inks[_SHADES[len(steps.names)][index] - 1]


def make(asked: Request) -> Shaded:
    statistic, words = asked.statistic, asked.words
    data = [point.datum for point in statistic.series if point.datum]
    given = statistic.areas
    assert given is not None
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
