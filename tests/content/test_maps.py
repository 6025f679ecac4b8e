"""Shaded maps: labels matched with the areas of the boundary, the steps between shades, the spots."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.content.report import MapPoint, Report

Load = Callable[..., Report]
Problems = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def boundary(tmp_path: Path) -> None:
    """Three areas side by side, each a degree wide, from 51 to 52 degrees north."""
    features = [
        {"type": "Feature", "properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": [
            [[west, 51], [west + 1, 51], [west + 1, 52], [west, 52], [west, 51]]]}}
        for west, name in enumerate(("Bedford", "Luton", "Corby"), -2)
    ]  # fmt: skip
    (tmp_path / "areas.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    (tmp_path / "bare.geojson").write_text(json.dumps(features[0]["geometry"]))


def mapped(*lines: str, boundary: str = "areas") -> str:
    return "\n".join(
        ["figures:", "  - title: Rates", f"    boundary: {boundary}.geojson", *(f"    {each}" for each in lines), ""]
    )


def test_a_boundary_makes_a_map(load: Load) -> None:
    lines = (
        "series: {Luton: 5%, Corby: 9%, Bedford: '-'}",
        "steps: [6%, 8%]",
        "spots: {Here: '51.5, -0.5'}",
        "emphasise: Luton",
    )
    (made,) = load(mapped(*lines)).figures
    assert (made.figure, made.why) == ("map", "it has a `boundary`, so that its values belong to areas of a map")
    assert made.areas
    assert [step.text for step in made.areas.steps] == ["6%", "8%"]
    assert made.areas.spots == (MapPoint("Here", -0.5, 51.5),)
    assert [area.name for area in made.areas.boundary.data] == ["Bedford", "Luton", "Corby"]
    assert made.datum.text == "5%"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["series: {Luton: 5, Corbie: 9, Bedford: 3}"], ["7:24: error: `Corbie` is no area of the boundary; did you mean `Corby`?"]),
        (["series: {Luton: 5, Bedford: 3}"], ["7:5: error: the boundary has areas without a value: `Corby`; give each a value, or write `not available`"]),
        (["series: {Luton: 5, Corby: 9, Bedford: 3, Rome: 4}"], ["7:46: error: `Rome` is no area of the boundary; use one of `Bedford`, `Corby`, `Luton`"]),
        (["series: {Luton: 5, Corby: 9, Bedford: 3}", "steps: [5, 4]"], ["8:5: error: the steps do not rise: 4 stands after 5; begin with the smallest"]),
        (["series: {Luton: 5, Corby: 9, Bedford: 3}", "steps: [5%]"], ["8:5: error: a step is 5% and a value 5: two kinds of number; write it like 5"]),
        (["series: {Luton: 5, Corby: 9, Bedford: 3}", "steps: [1, 2, 3, 4]"], ["8:5: error: `steps` has 4 entries; 3 is the most"]),
        (["series: {Luton: 5, Corby: 9, Bedford: 3}", "spots: {A: here}"], ["8:16: error: `here` is no point of a map; write latitude and longitude in degrees, like `52.04, -0.76`"]),
        (["series: {Luton: 5, Corby: 9, Bedford: 3}", "spots: {A: '-0.5, 51.5'}"], ["8:16: error: `A` (-0.5, 51.5) lies outside the boundary of the map; latitude comes first"]),
        (["series: {Luton: 5, Corby: 9, Bedford: 3}", "spots: {A: '57.1, -2.1'}"], ["8:16: error: `A` (57.1, -2.1) lies outside the boundary of the map; write it like `52.04, -0.76`"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_map(problems: Problems, lines: list[str], said: list[str]) -> None:
    heads = [text.splitlines()[0] for text in problems(mapped(*lines, "figure: map"))]
    assert heads == [f"r.yaml:{each}" for each in said]


def test_a_map_needs_values_and_names(problems: Problems) -> None:
    assert [text.splitlines()[0] for text in problems(mapped("figure: map"))] == [
        "r.yaml:7:13: error: `figure: map` needs the key `series` or `data` for its shades"
    ]
    said = problems(mapped("series: {Luton: 5}", boundary="bare"))
    assert (
        said[0].splitlines()[0]
        == "r.yaml:7:14: error: `Luton` is no area of the boundary; the areas of the boundary have no names"
    )
    missing = problems(mapped("series: {Luton: 5, Corby: 3, Bedford: 2}", boundary="nowhere"))
    assert missing[0].splitlines()[0].startswith("r.yaml:6:15: error: there is no file `nowhere.geojson`")
    assert len(missing) == 1
