"""The areas of a map and its points with their values, projected, and what the map says in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.content.report import Areas, Datum, Statistic
from reportgen.content.report import Point as DataPoint
from reportgen.figures.base import FigureError, TextAlternative
from reportgen.figures.maps.map_geometry import Ring
from reportgen.figures.maps.projection import ProjectedOutline, Projection, projection_of
from reportgen.figures.sentences import counted, emphasised, extreme, gaps_of, named, told
from reportgen.figures.text_alternatives import value_head
from reportgen.geometry import Point
from reportgen.problems import did_you_mean
from reportgen.text.locale import format_list
from reportgen.text.words import Words


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
    rows = tuple((r.name, r.datum or words[r.gap]) for r in regions.areas)
    header = (statistic.rows or words["table_area"], value_head(statistic, words))
    return TextAlternative(statistic.alt or told(_sentences(statistic, regions, words)), (header, *rows))


def _sentences(statistic: Statistic, regions: Regions, words: Words) -> Iterator[str]:
    language, many = statistic.language, words["map_alt_many"]
    known = [(DataPoint(region.name, region.datum), region.datum) for region in regions.areas if region.datum]
    count = counted(len(regions.areas), language)
    most, least = (pick(known, key=lambda entry: entry[1].value)[1] for pick in (max, min))
    if len(known) == 1:
        yield words.get("values_alt_one", value=named(most.text, known[0][0].label))
    elif most.text == least.text:
        row = "map_alt_same" if len(known) == len(regions.areas) else "values_alt_equal"
        yield words.get(row, count=counted(len(known), language), value=most.text)
    else:
        ends = {"most": extreme(known, most, language, many), "least": extreme(known, least, language, many)}
        yield words.get("map_alt", count=count, **ends)
        rest = [(point.label, datum.text) for point, datum in known if datum.text not in (most.text, least.text)]
        yield from emphasised(statistic, ((name, named(text, name)) for name, text in rest), words)
    missing = [(region.name, region.gap) for region in regions.areas if region.datum is None]
    yield from gaps_of(missing, words, language)
    if regions.points:
        yield words.get("map_alt_spots", names=format_list([name for name, _ in regions.points], language))
