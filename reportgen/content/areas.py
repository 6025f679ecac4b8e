"""What a shaded map is drawn from: its boundary matched with its series, its steps and its spots, read and checked."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from reportgen.content.field_reader import FieldReader
from reportgen.content.quantities import unlike
from reportgen.content.report import Areas, Datum, GeoFile, MapPoint
from reportgen.content.schema import Charted
from reportgen.content.statistic_builder import StatisticBuilder
from reportgen.problems import did_you_mean
from reportgen.reading.located_tree import Path

_SPOT = re.compile(r"\s*([-−]?\d{1,3}(?:\.\d+)?)\s*[,;\s]\s*([-−]?\d{1,3}(?:\.\d+)?)\s*\Z")
_MOST_NAMED = 5


def areas_of(reader: FieldReader, made: StatisticBuilder, shape: Charted) -> Areas | None:
    """What the map of a figure is drawn from; None without a boundary that can be read."""
    boundary = reader.geo((*made.path, "boundary"), shape.boundary)
    locator = reader.geo((*made.path, "locator"), shape.locator)
    steps = _steps(reader, made, shape.steps or ())
    if boundary is None:
        return None
    for area in boundary.data:
        reader.check_at(area.name, boundary.place_of(area.name) if not area.name.isascii() else None)
    if made.sets:
        _match(reader, made, boundary)
    return Areas(boundary, locator, steps, _spots(reader, (*made.path, "spots"), shape.spots or {}, boundary))


def _match(reader: FieldReader, made: StatisticBuilder, boundary: GeoFile) -> None:
    """Every label must be an area, and every area must have a label; what is not is named with what is nearest."""
    areas = [area.name for area in boundary.data if area.name]
    labels = made.facts().labels
    unknown = [label for label in labels if label not in areas]
    left = [area for area in dict.fromkeys(areas) if area not in labels]
    inline = made.gives("series") and not isinstance(made.full and made.full.series, tuple)
    for label in unknown:
        path = (*made.series_path, label) if inline else made.series_path
        hint = did_you_mean(label, areas) if areas else "the areas of the boundary have no names"
        reader.log.at_key("figure", f"`{label}` is no area of the boundary", path, hint)
    suggested = {near for label in unknown for near in difflib.get_close_matches(label, left, n=1, cutoff=0.6)}
    missing = [area for area in left if area not in suggested]
    if missing:
        named = _listed(missing)
        hint = "give each a value, or write `not available`"
        reader.log.at_key("figure", f"the boundary has areas without a value: {named}", made.series_path, hint)
    made.broken |= bool(unknown or missing)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f"`{name}`" for name in names[:_MOST_NAMED])
    return shown + (f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else "")


def _steps(reader: FieldReader, made: StatisticBuilder, written: Iterable[object]) -> tuple[Datum, ...]:
    """The bounds between the shades, which must rise."""
    path = (*made.path, "steps")
    steps: list[Datum] = []
    for index, each in enumerate(written):
        datum = reader.number((*path, index), each, made.language, made.unit_of_values)  # type: ignore[arg-type]  # the model has checked it
        if datum:
            steps.append(datum)
    for before, after in pairwise(steps):
        if before.value >= after.value:
            message = f"the steps do not rise: {after.text} stands after {before.text}"
            reader.log.at_key("figure", message, path, "begin with the smallest")
    known = next(iter(made.facts().known), None)
    odd = next((step for step in steps if known and unlike(step.rule, known.rule)), None)
    if odd and known:
        message = f"a step is {odd.text} and a value {known.text}: two kinds of number"
        reader.log.at_key("figure", message, path, f"write it like {known.text}")
    return tuple(steps)


def _spots(reader: FieldReader, path: Path, written: Mapping[str, str], boundary: GeoFile) -> tuple[MapPoint, ...]:
    """Named points, written as latitude and longitude."""
    for name in written:
        reader.check_key((*path, name))
    found = (_spot(reader, (*path, name), name, text, boundary) for name, text in written.items())
    return tuple(spot for spot in found if spot)


def _spot(reader: FieldReader, path: Path, name: str, text: str, boundary: GeoFile) -> MapPoint | None:
    if reader.log.is_stand_in(path):
        return None
    match = _SPOT.match(text)
    if match is None:
        hint = "write latitude and longitude in degrees, like `52.04, -0.76`"
        reader.log.at_value("figure", f"`{text}` is no point of a map", path, hint)
        return None
    latitude, longitude = (float(part.replace("−", "-")) for part in match.groups())
    if _holds(boundary, longitude, latitude):
        return MapPoint(name, longitude, latitude)
    hint = "latitude comes first" if _holds(boundary, latitude, longitude) else "write it like `52.04, -0.76`"
    reader.log.at_value("figure", f"`{name}` ({text}) lies outside the boundary of the map", path, hint)
    return None


def _holds(boundary: GeoFile, longitude: float, latitude: float) -> bool:
    """Whether a point is in the rectangle round the boundary."""
    points = [point for area in boundary.data for ring in area.rings for point in ring]
    east, north = [point[0] for point in points], [point[1] for point in points]
    return min(east) <= longitude <= max(east) and min(north) <= latitude <= max(north)
