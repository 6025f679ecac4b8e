"""The areas of a map and its points with their values, projected, and what the map says in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.content.report import Areas, Datum, Statistic
from reportgen.content.report import Point as DataPoint
from reportgen.figures import text_alternatives
from reportgen.figures.base import FigureError, TextAlternative
from reportgen.figures.drawing.scales import printed
from reportgen.figures.maps.map_geometry import Ring
from reportgen.figures.maps.projection import ProjectedOutline, Projection, projection_of
from reportgen.geometry import Point
from reportgen.problems import did_you_mean
from reportgen.text.locale import format_list
from reportgen.text.words import Words

_MOST_NAMES = 3
"""How many areas are named that share an extreme value or have none; more are counted."""


@dataclass(frozen=True)
class Region:
    """An area: `row` is that of its value in the figure's table."""

    name: str
    row: int
    outline: ProjectedOutline
    datum: Datum | None
    gap: str


@dataclass(frozen=True, eq=False)
class Regions:
    """All areas of a map, in the order of their values, and its named points, in one projection.

    `locator` are rings as they came, in degrees. Two of these are equal only if they are one: to compare thousands of
    points whenever a figure is looked up would cost more than to draw it.
    """

    areas: tuple[Region, ...]
    points: tuple[tuple[str, Point], ...]
    projection: Projection
    locator: tuple[Ring, ...]


def regions_of(areas: Areas, points: Sequence[DataPoint]) -> Regions:
    """The regions of a map: areas without a point in the series have no value.

    Raises FigureError for a value whose area is not on the map, and for a point of the map outside it.
    """
    projection = projection_of(areas.boundary)
    west, south, east, north = projection.edges
    for point in areas.spots:
        if not (west <= point.longitude <= east and south <= point.latitude <= north):
            raise FigureError(f"the point `{point.name}` lies outside the map", "check its longitude and latitude")
    places = tuple((point.name, projection.at(point.longitude, point.latitude)) for point in areas.spots)
    locator = areas.locator.data if areas.locator else ()
    around = tuple(ring for feature in locator for ring in feature.rings)
    return Regions(_named(projection, points), places, projection, around)


def _named(projection: Projection, points: Sequence[DataPoint]) -> tuple[Region, ...]:
    outlines = projection.outlines
    for point in points:
        if point.label not in outlines:
            hint = did_you_mean(point.label, outlines)
            raise FigureError(f"no area of the map is called `{point.label}`", hint)
    known = {point.label for point in points}
    order = [*points, *(DataPoint(name, None) for name in outlines if name not in known)]
    return tuple(
        Region(point.label, row, outlines[point.label], point.datum, "" if point.datum else point.gap)
        for row, point in enumerate(order, 1)
    )


def map_alternative(statistic: Statistic, regions: Regions, words: Words) -> TextAlternative:
    """Where it is most and least, what is emphasised, what is missing; the table has every area."""
    known = [(region, region.datum) for region in regions.areas if region.datum]
    values = [printed(datum) for _, datum in known]
    subject, count = (
        text_alternatives.subject(statistic),
        text_alternatives.counted(len(regions.areas), statistic.language),
    )
    top, bottom = _at(known, max(values)), _at(known, min(values))
    if len(set(values)) == 1:
        sentence = words.get("map_alt_same", label=subject, count=count, value=known[0][1].text)
    else:
        names = {"top": _names(top, statistic, words), "bottom": _names(bottom, statistic, words)}
        sentence = words.get(
            "map_alt", label=subject, count=count, most=_text(known, top), least=_text(known, bottom), **names
        )
        said = {*top, *bottom}
        more = [f"{r.name} {d.text}" for r, d in known if r.name in statistic.emphasised and r.name not in said]
        sentence = "; ".join((sentence, *more))
    rows = tuple((r.name, r.datum or words[r.gap]) for r in regions.areas)
    table = ((statistic.rows or words["table_area"], text_alternatives.value_head(statistic, words)), *rows)
    return TextAlternative(statistic.alt or "; ".join((sentence, *_rest(statistic, regions, words))), table)


def _rest(statistic: Statistic, regions: Regions, words: Words) -> list[str]:
    """What has no value, and the points that are marked."""
    result = []
    for gap in dict.fromkeys(region.gap for region in regions.areas if region.datum is None):
        names = [region.name for region in regions.areas if region.datum is None and region.gap == gap]
        result.append(words.get("map_alt_gaps", gap=words[gap], areas=_names(names, statistic, words)))
    if regions.points:
        names = [name for name, _ in regions.points]
        result.append(words.get("map_alt_spots", names=format_list(names, statistic.language)))
    return result


def _at(known: Sequence[tuple[Region, Datum]], value: object) -> list[str]:
    return [region.name for region, datum in known if printed(datum) == value]


def _text(known: Sequence[tuple[Region, Datum]], names: Sequence[str]) -> str:
    return next(datum.text for region, datum in known if region.name == names[0])


def _names(names: Sequence[str], statistic: Statistic, words: Words) -> str:
    if len(names) <= _MOST_NAMES:
        return format_list(names, statistic.language)
    return words.get("map_alt_many", count=text_alternatives.counted(len(names), statistic.language))
