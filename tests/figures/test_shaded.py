"""Shaded map: steps with round bounds and no class empty, every area in its shade, names that keep clear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from figure_samples import BRANDS, ROOT, brand, check_labels_apart, check_within, ink, labels, shapes, texts
from generated import collisions, number, series_of, statistic_of
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportgen.content.field_reader import geo_file
from reportgen.content.geojson import read_geojson
from reportgen.content.report import Areas, GeoFeature, GeoFile, MapPoint, Point, Series
from reportgen.figures.base import FigureError, MarkFigure
from reportgen.figures.drawing.segments import area, inside, polygons
from reportgen.figures.make import figure_of
from reportgen.figures.maps.map_geometry import within
from reportgen.figures.maps.projection import projection_of
from reportgen.figures.maps.shade_steps import choose_bounds, chosen_steps, given_steps
from reportgen.page import LEGEND_ROW
from reportgen.text.locale import NumberRule
from reportgen.text.words import words

PERCENT = NumberRule(unit="%")
GROWTH: Mapping[str, object] = {
    "Corby": "32.61744715112251", "Milton Keynes": "26.28028226621597", "Kettering": "23.038977449455665",
    "East Northamptonshire": "22.217739311511675", "Central Bedfordshire": "21.196037708434833",
    "Aylesbury Vale": "20.20732883317262", "Daventry": "17.265597890207516",
    "South Northamptonshire": "16.375460709209143", "Bedford": "15.873015873015884", "Northampton": "15.845043246497315",
    "Luton": "15.18110270107429", "Cherwell": "13.011031305876287", "Wellingborough": "9.553806497856554",
}  # fmt: skip
TOWNS = (
    MapPoint("Bedford", -0.466, 52.136),
    MapPoint("Milton Keynes", -0.759, 52.04),
    MapPoint("Luton", -0.417, 51.878),
)


@cache
def geo(name: str) -> GeoFile:
    path = ROOT / "content" / "data" / f"{name}.geojson"
    return GeoFile(path, read_geojson(path.read_bytes()))


def shaded(
    values: Mapping[str, object] = GROWTH,
    rule: NumberRule = PERCENT,
    look: str = BRANDS[1],
    boundary: GeoFile | None = None,
    locator: bool = False,
    spots: Sequence[MapPoint] = (),
    steps: Sequence[object] = (),
    language: str = "en-GB",
    **keys: object,
) -> MarkFigure:
    """The map of the sample's districts, or of another boundary."""
    areas = Areas(
        boundary or geo("semlep_districts"),
        geo("england_outline") if locator else None,
        tuple(number(step, rule, language) for step in steps),
        tuple(spots),
    )
    series = Series("", series_of(dict(values), rule).points if language == "en-GB" else _in(values, rule, language))
    return figure_of(
        statistic_of("map", [series], number(1), areas=areas, language=language, **keys), brand(look), words(language)
    )


def _in(values: Mapping[str, object], rule: NumberRule, language: str) -> tuple[Point, ...]:
    return tuple(Point(name, number(value, rule, language)) for name, value in values.items())


def squares(names: Sequence[str], across: int = 5, size: float = 0.1) -> GeoFile:
    """So many squares in rows."""
    features = []
    for index, name in enumerate(names):
        x, y = -1 + index % across * size, 52 + index // across * size
        ring = ((x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y))
        features.append(GeoFeature(name, (ring,)))
    return GeoFile(Path("squares.geojson"), tuple(features))


def shades(drawn: MarkFigure, width: float = 251) -> dict[int, str]:
    """The ink of each row's area."""
    marks = drawn.marks(width, drawn.measure(width).normal)
    return {shape.cell[0]: shape.fill.name for shape in shapes(marks) if shape.cell and shape.fill}


def legend(drawn: MarkFigure, width: float = 251) -> list[str]:
    marks = drawn.marks(width, drawn.measure(width).normal)
    return [label.line.text for label in labels(marks) if label.cell and label.cell[0] == LEGEND_ROW]


def test_the_map_of_the_second_drawing() -> None:
    drawn = shaded(emphasised=("Corby",))
    assert drawn.describe() == (
        "On a map of 13 areas, the highest value is 33% (Corby) and the lowest is 10% (Wellingborough)."
    )
    assert legend(drawn) == ["under 15%", "15 to 20%", "20 to 25%", "over 25%"]
    found = shades(drawn)
    names = [row[0] for row in drawn.values()[1:]]
    by_shade = {ink: [names[row - 1] for row in sorted(found) if found[row] == ink] for ink in set(found.values())}
    assert by_shade == {
        "green": ["Corby", "Milton Keynes"],
        "green 3": ["Kettering", "East Northamptonshire", "Central Bedfordshire", "Aylesbury Vale"],
        "green 2": ["Daventry", "South Northamptonshire", "Bedford", "Northampton", "Luton"],
        "green 1": ["Cherwell", "Wellingborough"],
    }
    marks = drawn.marks(251, drawn.measure(251).normal)
    assert [text for text in texts(marks) if text not in legend(drawn)] == ["Corby", "33%", "Wellingborough", "10%"]


def test_the_table_has_every_area_with_its_value() -> None:
    drawn = shaded({**GROWTH, "Luton": None})
    table = drawn.values()
    assert table[0] == ("Area", "Value")
    assert [row[0] for row in table[1:]] == list(GROWTH)
    assert dict(table[1:])["Corby"] == "33%" and dict(table[1:])["Luton"] == "not available"
    assert drawn.describe().endswith("10% (Wellingborough). There is no value for Luton (not available).")
    assert legend(drawn)[-1] == "not available"
    assert shades(drawn)[11] == "rules"


def test_an_area_that_has_no_value_in_the_series_is_told_all_the_same() -> None:
    some = {name: value for name, value in GROWTH.items() if name != "Bedford"}
    drawn = shaded(some)
    assert drawn.values()[-1] == ("Bedford", "not available")
    assert "There is no value for Bedford (not available)." in drawn.describe()


def test_the_areas_keep_their_proportions() -> None:
    drawn = shaded()
    marks = drawn.marks(251, drawn.measure(251).normal)
    sizes = {shape.cell[0]: sum(map(area, polygons(shape.segments))) for shape in shapes(marks) if shape.cell}
    # Luton has 43.3 km2 and Aylesbury Vale 903.0 (the properties of the file)
    assert abs(sizes[11] / sizes[6]) == pytest.approx(43.3 / 903.0, rel=0.02)


def test_the_map_is_as_large_as_its_box() -> None:
    drawn = shaded(emphasised=())
    marks = drawn.marks(251, drawn.measure(251).most)
    boxes = [ink(shape) for shape in shapes(marks) if shape.cell]
    assert max(box.right for box in boxes) - min(box.x for box in boxes) == pytest.approx(251, abs=1)


@pytest.mark.parametrize(
    ("values", "bounds"),
    [
        ([33, 26, 23, 22, 21, 20, 17, 16, 16, 16, 15, 13, 10], [15, 20, 25]),
        ([1, 2, 3, 4], [2, 3, 4]),
        ([5, 5, 5], []),
        ([5, 7], [6]),
        ([0, 0, 0, 9], [5]),
        ([-4, -1, 2, 6, 7, 9], [-2, 0, 5]),
        ([1000, 2000, 40000, 700000, 9000000], [20000, 500000, 5000000]),
        (["0.000001", "0.000002"], ["0.000002"]),
    ],
)
def test_bounds_are_round(values: list[object], bounds: list[object]) -> None:
    found = choose_bounds(sorted(Decimal(str(value)) for value in values))
    assert list(found) == [Decimal(str(bound)) for bound in bounds]


decimals = st.integers(0, 3).flatmap(lambda places: st.decimals(-(10**6), 10**6, places=places))


@settings(max_examples=80, deadline=None)
@given(st.lists(decimals, min_size=1, max_size=40))
def test_no_class_is_empty_and_no_value_on_the_wrong_side(values: list[Decimal]) -> None:
    rule = NumberRule(decimals=1)
    data = [number(value, rule) for value in values]
    steps = chosen_steps(data, words("en"), "en-GB")
    different = {datum.text.replace("−0.0", "0.0") for datum in data}
    assert len(steps.names) == min(4, len(different))
    found = {steps.of(datum) for datum in data}
    assert found == set(range(len(steps.names)))
    for datum in data:
        shown = Decimal(datum.text.replace("−", "-").replace(",", ""))
        above = [bound for bound in steps.bounds if shown >= bound]
        assert steps.of(datum) == len(above)
    if steps.names[-1].startswith("over"):
        assert not any(Decimal(d.text.replace("−", "-").replace(",", "")) == steps.bounds[-1] for d in data)


def test_steps_of_the_author_stay_though_a_class_is_empty() -> None:
    assert legend(shaded(steps=(15, 25, 50))) == ["under 15%", "15 to 25%", "25 to 50%", "over 50%"]
    money = NumberRule("£", scale=6, decimals=1)
    values = [number(value, money) for value in (1_000_000, 5_000_000)]
    steps = given_steps([number(2_500_000, money), number(5_000_000, money)], values, words("en"))
    assert steps.names == ("under £2.5m", "£2.5m to £5.0m", "£5.0m or more")


def test_words_in_german() -> None:
    rule = NumberRule(unit="%")
    drawn = shaded(GROWTH, rule, language="de-DE")
    assert legend(drawn, 340) == ["unter 15\xa0%", "15 bis 20\xa0%", "20 bis 25\xa0%", "über 25\xa0%"]
    assert drawn.describe() == (
        "Auf einer Karte von 13 Gebieten ist der höchste Wert 33\xa0% (Corby), der niedrigste 10\xa0% (Wellingborough)."
    )


def test_emphasised_areas_and_points_are_named_at_every_width() -> None:
    for width in (71.0, 118.0, 163.0, 251.0, 516.0):
        drawn = shaded(emphasised=("Wellingborough",), spots=TOWNS[:1], locator=width > 100)
        height = drawn.measure(width)
        for tall in (height.least, height.normal, height.most, (height.least + height.most) / 2):
            found = texts(drawn.marks(width, tall))
            assert {"Wellingborough", "10%", "Bedford"} <= set(found)


def test_what_a_map_cannot_show() -> None:
    cases = [
        ({"values": {**GROWTH, "Corbie": 3}}, "no area of the map is called `Corbie`", "did you mean `Corby`?"),
        ({"spots": [MapPoint("Paris", 2.35, 48.86)]}, "the point `Paris` lies outside the map", "check its longitude and latitude"),
    ]  # fmt: skip
    for keys, message, hint in cases:
        with pytest.raises(FigureError) as caught:
            shaded(**keys)  # type: ignore[arg-type]  # keys of the maker above
        assert (str(caught.value), caught.value.hint) == (message, hint)


def test_an_emphasised_area_without_a_value_is_named_with_the_reason() -> None:
    drawn = shaded({**GROWTH, "Aylesbury Vale": None}, emphasised=("Aylesbury Vale",))
    marks = drawn.marks(251, drawn.measure(251).normal)
    assert [label.line.text for label in labels(marks) if label.cell == (6, 1)] == ["not available"]


def test_too_many_names_are_refused() -> None:
    drawn = shaded(emphasised=tuple(GROWTH))
    with pytest.raises(FigureError) as caught:
        drawn.measure(90)
    assert str(caught.value) == "the names that this map needs find no place at 31 mm"
    assert caught.value.hint == "emphasise fewer areas, mark fewer points, or make the figure wider"


def test_an_area_with_a_hole_is_not_filled_there() -> None:
    outer = ((-1.0, 52.0), (0.0, 52.0), (0.0, 53.0), (-1.0, 53.0), (-1.0, 52.0))
    hole = ((-0.7, 52.3), (-0.3, 52.3), (-0.3, 52.7), (-0.7, 52.7), (-0.7, 52.3))
    file = GeoFile(Path("x"), (GeoFeature("Ring", (outer, hole)), GeoFeature("Core", (hole,))))
    marks = shaded({"Ring": 1, "Core": 5}, boundary=file).marks(163, 200)
    ring = next(shape for shape in shapes(marks) if shape.cell == (1, 1))
    first, second = polygons(ring.segments)
    assert area(first) * area(second) < 0


@settings(max_examples=25, deadline=None)
@given(
    seed=st.lists(st.one_of(st.none(), st.integers(-50, 10**6)), min_size=1, max_size=40).filter(
        lambda values: any(value is not None for value in values)
    ),
    width=st.floats(71, 516),
    stretch=st.floats(-1, 1),
    picked=st.sets(st.integers(0, 39), max_size=3),
    look=st.sampled_from(BRANDS),
)
def test_any_map_at_any_size(seed: list[int | None], width: float, stretch: float, picked: set[int], look: str) -> None:
    names = [f"Area {'of the long name ' * (index % 3)}{index}" for index in range(len(seed))]
    values = dict(zip(names, seed, strict=True))
    emphasised = tuple(names[index] for index in picked if index < len(names))
    try:
        known = number(1)
        series = series_of(values)
        areas = Areas(squares(names), None, (), ())
        drawn = figure_of(
            statistic_of("map", [series], known, areas=areas, emphasised=emphasised), brand(look), words("en")
        )
        height = drawn.measure(width).at(stretch)
    except FigureError as error:
        assert error.hint
        return
    marks = drawn.marks(width, height)
    assert not collisions(marks, width, height)
    assert len(drawn.values()) == len(names) + 1
    found = texts(marks)
    for name in emphasised:
        shown = " ".join(found)
        assert all(word in shown for word in name.split())


@settings(max_examples=12, deadline=None)
@given(width=st.floats(71, 516), stretch=st.floats(-1, 1), locator=st.booleans(), count=st.integers(0, 3))
@example(width=106.5, stretch=-0.75, locator=False, count=3)  # the plate of a name reached out of the figure
def test_names_keep_clear_of_locator_leaders_and_points(
    width: float, stretch: float, locator: bool, count: int
) -> None:
    drawn = shaded(emphasised=("Northampton",), locator=locator, spots=TOWNS[:count])
    try:
        height = drawn.measure(width).at(stretch)
    except FigureError:
        return
    marks = drawn.marks(width, height)
    check_within(marks, width, height)
    check_labels_apart(marks)
    roles = brand(BRANDS[1]).roles
    leaders = [s for s in shapes(marks) if s.stroke == roles.text and not s.fill and s.line_width < 0.6]
    here = [ink(s) for s in shapes(marks) if s.fill == roles.locator_here]
    for label in labels(marks):
        for leader in leaders:
            assert all(within(line, ink(label)) == 0 for line in polygons(leader.segments))
        assert not any(box.meets(ink(label)) for box in here)
        if label.cell and label.cell[0] > 0 and label.ink != roles.paper:
            middle = (label.left + label.line.width / 2, label.y + 2)
            land = [ring for s in shapes(marks) if s.cell for ring in polygons(s.segments)]
            assert not inside(middle, land) or any(inside(middle, (ring,)) for ring in land)


def test_a_file_is_projected_once_for_all_pages_that_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    path = ROOT / "content" / "data" / "semlep_districts.geojson"
    one, other = (geo_file(path, path.read_bytes()) for _ in range(2))
    first = shaded(boundary=one, emphasised=("Corby",)).marks(251, 200)
    projection = projection_of(one)

    def refuse(*_: object) -> None:
        raise AssertionError("the work is done again")

    monkeypatch.setattr("reportgen.figures.maps.projection.project", refuse)
    monkeypatch.setattr("reportgen.figures.maps.projection.ScanLines", refuse)
    assert projection_of(other) is projection
    assert shaded(boundary=other, emphasised=("Corby",)).marks(251, 200) == first
    assert GeoFile(one.path, one.data) == one
