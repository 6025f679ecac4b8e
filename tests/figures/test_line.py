"""Over time: points in proportion on a scale that says where it starts, and labels that keep clear."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from figure_samples import (
    BRANDS,
    brand,
    check_labels_apart,
    check_within,
    datum,
    figure,
    ink,
    labels,
    shapes,
    texts,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reportgen.content.report import Point
from reportgen.figures.base import FigureError, Label, Mark, Told
from reportgen.figures.line import OverTime, scale_start
from reportgen.figures.shapes import polygons
from reportgen.page import NOTE_CELL, Rect

SERIES = {
    "two points": [58, 61],
    "gaps": [None, 96, None, 90, 81, 74, 66, None],
    "lone points": [5, None, 7, None, 6],
    "early and late gaps": [None, 5, 7, *[None] * 30],
    "negative": [-58, 96, -88, 90],
    "below zero": [-58, -96, -88, -90],
    "flat": [58, 58, 58],
    "all zero": [0, 0, 0],
    "forty": [100 + (37 * index) % 23 for index in range(40)],
    "steep": [1, 1_000_000, 1],
    "close together": [1_000_000, 1_000_001, 1_000_003],
    "tiny": ["0.000001", "0.000002"],
    "huge": [10**14, 9 * 10**14],
}


def line(values: list[object], look: str = BRANDS[0], step: int = 1) -> OverTime:
    points = tuple(
        Point(str(1990 + index), None if value is None else datum(value)) for index, value in enumerate(values)
    )
    start = scale_start([point.datum.value for point in points if point.datum])
    return OverTime(brand(look, step), Told("", ()), points, f"The scale starts at {start}.", "en-GB")


def pieces(marks: tuple[Mark, ...], look: str = BRANDS[0], step: int = 1) -> list[tuple[tuple[float, float], ...]]:
    """The straight pieces of the line, and the middles of what is drawn as points."""
    roles = brand(look, step).roles
    runs = [ring for s in shapes(marks) if s.stroke == roles.mark and s.fill is None for ring in polygons(s.segments)]
    round_marks = [ring for s in shapes(marks) if s.fill in (roles.mark, roles.paper) for ring in polygons(s.segments)]
    middles = [
        (
            (min(x for x, _ in ring) + max(x for x, _ in ring)) / 2,
            (min(y for _, y in ring) + max(y for _, y in ring)) / 2,
        )
        for ring in round_marks
    ]
    return [pair for run in runs for pair in pairwise(run)] + [(middle, middle) for middle in middles]


def check(drawn: OverTime, width: float, tall: float, look: str = BRANDS[0], step: int = 1) -> None:
    """All that holds of every line: inside, labels apart, the line clear of its labels, values in proportion."""
    full = tall + drawn.foot
    marks = drawn.marks(width, full)
    check_within(marks, width, full)
    check_labels_apart(marks)
    for label in value_labels(drawn, marks):
        for (x1, y1), (x2, y2) in pieces(marks, look, step):
            for part in range(33):
                spot = Rect(x1 + (x2 - x1) * part / 32 - 0.9, y1 + (y2 - y1) * part / 32 - 0.9, 1.8, 1.8)
                assert not ink(label).meets(spot), (label.line.text, ink(label), spot)
    check_proportion(drawn, marks, look, step)


def value_labels(drawn: OverTime, marks: tuple[Mark, ...]) -> list[Label]:
    return [label for label in labels(marks) if label.y > drawn.foot - 1]


def check_proportion(drawn: OverTime, marks: tuple[Mark, ...], look: str, step: int) -> None:
    """Every value stands as high over the axis as it is greater than what the axis stands for."""
    heights = {round(x, 3): y for piece in pieces(marks, look, step) for x, y in piece}
    points = [point.datum for point in drawn.points]
    across = sorted(heights)
    known = [float(d.value - drawn.starts_at) for d in points if d]
    assert len(across) == len(known)
    roles = brand(look, step).roles
    axis = next(ink(s).bottom for s in shapes(marks) if s.fill in (roles.mark_axis, roles.hairline))
    greatest = max(known, key=abs)
    unit = (heights[across[known.index(greatest)]] - axis) / greatest if greatest else 0.0
    for x, value in zip(across, known, strict=True):
        assert heights[x] - axis == pytest.approx(unit * value, rel=0.005, abs=0.02)


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("case", SERIES)
def test_every_kind_of_series_at_every_size(case: str, look: str) -> None:
    drawn = line(SERIES[case], look)
    for width in (118.0, 157.0, 243.0, 516.0):
        try:
            height = drawn.measure(width)
        except FigureError:
            assert case in ("tiny", "huge", "close together") and width < 200
            continue
        for tall in (height.least, height.normal, height.most, 1.5 * height.most):
            check(drawn, width, tall, look)


def test_labels_and_words() -> None:
    series = {"2019": 58, "2020": 96, "2021": "-", "2022": 90, "2023": 81, "2024": 74, "2025": 66, "2026": 61}
    drawn = figure(figure="line", series=series, label="minutes to answer a call.")
    assert texts(drawn.marks(157, 100)) == ["2019", "58", "2022", "2026", "61", "The scale starts at 50."]
    assert drawn.describe() == "Minutes to answer a call: a line from 58 in 2019 to 61 in 2026; not available for 2021"
    rows = tuple((year, "not available" if value == "-" else str(value)) for year, value in series.items())
    assert drawn.values() == (("When", "Value"), *rows)


def test_every_label_stands_for_a_cell_of_the_values_that_says_the_same() -> None:
    series = {"2019": "-", "2020": 96, "2021": "-", "2022": 90, "2023": 81, "2024": 74, "2025": 66, "2026": 61}
    drawn = figure(figure="line", series=series)
    found = {label.cell: label.line.text for label in labels(drawn.marks(157, 100))}
    assert found.pop(NOTE_CELL) == "The scale starts at 55."
    assert found == {cell: drawn.values()[cell[0]][cell[1]] for cell in ((1, 0), (2, 1), (4, 0), (8, 0), (8, 1))}


def test_a_year_in_the_middle_gives_way_to_those_at_the_ends() -> None:
    series = {f"January {2010 + index}": index for index in range(9)}
    drawn = figure(figure="line", series=series)
    assert texts(drawn.marks(120, 100)) == ["January 2010", "0", "January 2018", "8"]
    assert texts(drawn.marks(300, 100)) == ["January 2010", "0", "January 2014", "January 2018", "8"]


def test_the_note_says_exactly_where_the_scale_starts() -> None:
    drawn = figure(figure="line", series={"2019": "£1.2m", "2020": "£1.28m", "2021": "£1.3m"})
    assert texts(drawn.marks(157, 100))[-1] == "The scale starts at £1.15m."
    assert drawn.starts_at == 1_150_000


@pytest.mark.parametrize(
    ("values", "start"),
    [
        ([5, 100], 0),
        ([50, 100], 0),
        ([61, 96], 55),
        ([58, 96], 50),
        ([7, 7, 7], 0),
        ([-3, 100], 0),
        ([-5, -3], 0),
        (["0.95", "1"], "0.94"),
        ([10**14, 10**14 + 2], "99999999999999.5"),
    ],
)
def test_where_a_scale_starts(values: list[object], start: object) -> None:
    found = scale_start([Decimal(str(value)) for value in values])
    assert found == Decimal(str(start)) and (found == 0 or found <= min(Decimal(str(value)) for value in values))


def test_a_cut_scale_has_a_light_base_and_zero_a_dark_one() -> None:
    inks = [shapes(line(values).marks(157, 100))[0].fill for values in ([58, 96], [5, 96], [-5, 96])]
    roles = brand().roles
    assert inks == [roles.hairline, roles.mark_axis, roles.mark_axis]


def test_too_narrow_says_how_wide_it_has_to_be() -> None:
    with pytest.raises(FigureError) as caught:
        line([5, 7]).measure(80)
    assert str(caught.value) == "a line over time with these labels needs 30 mm, and has 28"
    with pytest.raises(FigureError) as caught:
        line([10**14, 9 * 10**14]).measure(118)
    assert str(caught.value) == "a line over time with these labels needs 55 mm, and has 41"


def test_a_line_needs_two_values() -> None:
    points = (Point("2019", datum(5)), Point("2020", None))
    with pytest.raises(FigureError, match=r"^a line needs values$"):
        OverTime(brand(), Told("", ()), points, "", "en-GB").measure(200)


values = st.one_of(st.none(), st.integers(-(10**6), 10**6), st.decimals(-1000, 1000, places=2), st.integers(990, 1010))


@settings(max_examples=50, deadline=None)
@given(
    series=st.one_of(
        st.lists(values, min_size=2, max_size=40), st.lists(st.integers(900, 1000), min_size=2, max_size=40)
    ),
    width=st.floats(70, 520),
    stretch=st.floats(-1, 1),
    step=st.sampled_from([0, 1, 4]),
)
def test_any_series_at_any_size(series: list[object], width: float, stretch: float, step: int) -> None:
    assume(sum(value is not None for value in series) >= 2)
    drawn = line(series, step=step)
    try:
        height = drawn.measure(width)
    except FigureError:
        return
    check(drawn, width, height.at(stretch), step=step)
