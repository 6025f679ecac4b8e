"""Place: a map with its districts, numbers that stand on it or beside it, and a locator that keeps clear."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from figure_samples import (
    BRANDS,
    brand,
    check_labels_apart,
    check_within,
    ink,
    labels,
    place_block,
    shapes,
    texts,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.figures.base import FigureError, Label, Mark
from reportgen.figures.drawing.segments import area, inside, polygons
from reportgen.figures.make import place_of
from reportgen.figures.maps.map_geometry import outside, project, within
from reportgen.figures.maps.place_map import PlaceMap
from reportgen.geometry import Bbox, Rect
from reportgen.text.spans import Source
from reportgen.text.words import words

TWO = [(2017000, "people"), (93690, "businesses")]
FOUR = [*TWO, (1, "x"), (25, "jobs per hectare of land")]
LONG = [(2017000, "people who live in the area and in its neighbours")]
Square = list[list[float]]

DISTRICTS = (
    "Aylesbury Vale, Bedford, Central Bedfordshire, Cherwell, Corby, Daventry, East Northamptonshire, Kettering, Luton, "
    "Milton Keynes, Northampton, South Northamptonshire"
)


def square(x: float, y: float, width: float, height: float) -> Square:
    return [[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]]


SHAPES: dict[str, list[list[Square]]] = {
    "square": [[square(-1, 52, 0.5, 0.3)]],
    "with a hole": [[square(-1, 52, 0.5, 0.3), square(-0.9, 52.1, 0.3, 0.1)[::-1]]],
    "two specks": [[square(-1, 52, 0.0005, 0.0003)], [square(-0.99, 52.01, 0.0005, 0.0003)]],
    "flat": [[square(-1, 52, 2, 0.01)]],
    "tall": [[square(-1, 52, 0.01, 1)]],
    "twelve squares": [[square(-1 + 0.1 * i, 52 + 0.1 * j, 0.1, 0.1)] for i in range(4) for j in range(3)],
    "a corner": [[[[-1, 52], [0, 52], [0, 52.1], [-0.9, 52.1], [-0.9, 53], [-1, 53], [-1, 52]]]],
}
Draw = Callable[..., PlaceMap]


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Draw:
    """Makes a place: the sample's 13 districts, or one of the shapes above by name."""
    folder = tmp_path_factory.mktemp("maps")

    def make(shape: str = "", look: str = BRANDS[0], note: str = "", **keys: object) -> PlaceMap:
        if shape:
            keys["boundary"] = str(written(folder, shape))
        block = place_block(**keys)  # type: ignore[arg-type]  # keys of a report
        source = Source("s")
        return place_of(
            replace(block, source=(source,) if note else ()),
            brand(look),
            words(block.language),
            lambda of: note if of else "",
        )

    return make


def written(folder: Path, shape: str) -> Path:
    file = folder / f"{shape}.geojson"
    if not file.exists():
        geometries = [{"type": "Polygon", "coordinates": rings} for rings in SHAPES[shape]]
        features = [{"type": "Feature", "properties": {}, "geometry": geometry} for geometry in geometries]
        file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return file


def parts(marks: tuple[Mark, ...], look: str = BRANDS[0]) -> dict[str, list[tuple[tuple[float, float], ...]]]:
    """The rings and lines of a map by what they are."""
    roles = brand(look).roles
    names = {roles.place_land: "land", roles.locator_land: "locator", roles.locator_here: "here"}
    strokes = {roles.place_district: "district", roles.place_edge: "edge"}
    found: dict[str, list[tuple[tuple[float, float], ...]]] = {}
    for shape in shapes(marks):
        name = names.get(shape.fill, "") if shape.fill else strokes.get(shape.stroke, "")  # type: ignore[arg-type]
        found.setdefault(name, []).extend(polygons(shape.segments))
    return found


def check(drawn: PlaceMap, width: float, height: float, look: str = BRANDS[0]) -> None:
    """All that holds of every map."""
    marks = drawn.marks(width, height)
    check_within(marks, width, height)
    check_labels_apart(marks)
    assert len(labels(marks)) == 2 * len(drawn.headlines)
    found = parts(marks, look)
    for label in labels(marks):
        check_label(label, found, look)
    if found.get("locator"):
        locator = rect(found["locator"])
        lines = [(*ring, ring[0]) for ring in found["edge"]]
        assert sum(within(line, locator) for line in lines) == 0
        assert not inside((locator.x + locator.width / 2, locator.y + locator.height / 2), found["edge"])
        assert not any(ink(label).meets(locator) for label in labels(marks))


def check_label(label: Label, found: dict[str, list[tuple[tuple[float, float], ...]]], look: str) -> None:
    """A label has no line behind it, and is all on the land or all off it, in inks that can be read there."""
    box, roles = ink(label), brand(look).roles
    for name in ("district", "edge"):
        assert sum(within(line, box) for line in found.get(name, [])) == 0, (name, label.line.text)
    corners = [(box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom)]
    on_land = {inside(corner, found["land"]) for corner in corners}
    assert len(on_land) == 1
    on_map = {roles.place_number, roles.place_number_emphasised, roles.place_label}
    beside = {roles.header_title, roles.header_kicker, roles.header_text}
    assert label.ink in (on_map if on_land == {True} else beside)


def rect(rings: list[tuple[tuple[float, float], ...]]) -> Rect:
    left, low, right, high = Bbox.around(point for ring in rings for point in ring)
    return Rect(left, low, right - left, high - low)


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("shape", ["", *SHAPES])
def test_every_shape_at_every_size(place: Draw, shape: str, look: str) -> None:
    for headlines in ([], TWO, FOUR):
        drawn = place(shape, look, statistics=headlines)
        for width in (118.0, 205.0, 330.0):
            height = drawn.measure(width)
            for tall in (height.least, height.most):
                check(drawn, width, tall, look)


@pytest.mark.parametrize("shape", ["", "square", "two specks"])
def test_without_a_locator(place: Draw, shape: str) -> None:
    drawn = place(shape, locator=False, statistics=TWO)
    check(drawn, 205, drawn.measure(205).normal)
    assert not parts(drawn.marks(205, 170)).get("locator")
    said = {"square": "Map of Title.", "two specks": "Map of Title with its areas."}
    assert drawn.describe() == said.get(shape, f"Map of Title with {DISTRICTS} and Wellingborough.")


def test_the_numbers_stand_on_the_map_of_the_sample(place: Draw) -> None:
    drawn = place(statistics=TWO)
    marks = drawn.marks(205, 240)
    assert texts(marks) == ["2,017,000", "people", "93,690", "businesses"]
    roles = brand().roles
    assert [label.ink for label in labels(marks)] == [
        roles.place_number,
        roles.place_label,
        roles.place_number_emphasised,
        roles.place_label,
    ]
    assert drawn.describe() == f"Map of Title with {DISTRICTS} and Wellingborough, and where it lies."
    assert drawn.values() == (("Measure", "Value"), ("people", "2,017,000"), ("businesses", "93,690"))


@pytest.mark.parametrize(("headlines", "emphasised"), [(TWO[:1], 0), (TWO, 1), ([*TWO, (1, "x")], 0), (FOUR, 0)])
def test_only_the_second_of_two_numbers_is_emphasised(
    place: Draw, headlines: list[tuple[int, str]], emphasised: int
) -> None:
    inks = [label.ink for label in labels(place(statistics=headlines).marks(205, 240))]
    roles = brand().roles
    assert sum(each in (roles.place_number_emphasised, roles.header_kicker) for each in inks) == emphasised


def test_the_map_keeps_the_shape_and_the_place_of_every_area(place: Draw) -> None:
    drawn = place(statistics=[])
    land = project(drawn.boundary)
    edge = parts(drawn.marks(205, 240))["edge"]
    whole, (left, bottom, right, top) = rect(edge), land.bounds
    assert whole.width / whole.height == pytest.approx((right - left) / (top - bottom), rel=0.005)
    scale = whole.width / (right - left)
    wanted = sum(abs(area(ring)) for ring in land.rings) * scale**2
    assert sum(abs(area(ring)) for ring in edge) == pytest.approx(wanted, rel=0.005)
    assert sum(abs(area(ring)) for ring in parts(drawn.marks(205, 240))["land"]) == pytest.approx(wanted, rel=0.005)


def test_a_border_between_districts_is_drawn_once(place: Draw) -> None:
    districts = parts(place("twelve squares", statistics=[]).marks(205, 240))["district"]
    length = sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for line in districts for a, b in pairwise(line))
    land = rect(parts(place("twelve squares", statistics=[]).marks(205, 240))["land"])
    assert length == pytest.approx(2 * land.width + 3 * land.height, rel=0.001)


def test_a_place_too_small_to_be_seen_is_a_dot_on_the_locator(place: Draw) -> None:
    found = parts(place("two specks", statistics=TWO).marks(205, 200))
    assert rect(found["here"]).width == pytest.approx(2.4)
    assert rect(found["locator"]).holds(rect(found["here"]), 1.2)


def test_the_number_of_the_source_stands_behind_the_last_label(place: Draw) -> None:
    assert texts(place(note="²", statistics=TWO).marks(205, 240)) == ["2,017,000", "people", "93,690", "businesses²"]


def test_german(place: Draw) -> None:
    drawn = place(language="de", statistics=TWO)
    assert drawn.describe() == f"Karte von Title mit {DISTRICTS} und Wellingborough, und ihrer Lage."
    assert drawn.values()[0] == ("Kennzahl", "Wert")


def test_labels_too_long_and_outlines_without_area(place: Draw, tmp_path: Path) -> None:
    with pytest.raises(FigureError) as caught:
        place(statistics=LONG).measure(150)
    assert str(caught.value) == "the longest label of the map needs 69 mm, and has 52"
    assert caught.value.hint == "shorten the labels of the place's statistics"
    nothing = tmp_path / "nothing.geojson"
    nothing.write_text(json.dumps({"type": "Polygon", "coordinates": [[[1, 1], [1, 1], [1, 1], [1, 1]]]}))
    with pytest.raises(FigureError) as caught:
        place(boundary=str(nothing), statistics=TWO).measure(205)
    assert str(caught.value) == "the boundary has no area"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    shape=st.sampled_from(["", *SHAPES]),
    width=st.floats(70, 520),
    stretch=st.floats(-1, 1),
    headlines=st.sampled_from([[], TWO[:1], TWO, FOUR, LONG]),
    locator=st.booleans(),
)
def test_any_map_at_any_size(
    place: Draw, shape: str, width: float, stretch: float, headlines: list[tuple[int, str]], locator: bool
) -> None:
    drawn = place(shape, locator=locator, statistics=headlines)
    try:
        height = drawn.measure(width)
    except FigureError:
        return
    check(drawn, width, height.at(stretch))


boxes = st.builds(Rect, st.floats(-5, 5), st.floats(-5, 5), st.floats(0.5, 6), st.floats(0.5, 6))
zigzags = st.lists(st.tuples(st.floats(-8, 8), st.floats(-8, 8)), min_size=2, max_size=8, unique=True)


@given(line=zigzags.map(tuple), box=boxes)
def test_a_line_cut_round_a_box_is_the_line_without_what_lies_in_it(
    line: tuple[tuple[float, float], ...], box: Rect
) -> None:
    def length(points: tuple[tuple[float, float], ...]) -> float:
        return sum(((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5 for a, b in pairwise(points))

    left = outside(line, box)
    assert sum(map(length, left)) == pytest.approx(length(line) - within(line, box), abs=1e-6)
    assert sum(within(part, box) for part in left) == pytest.approx(0, abs=1e-6)
