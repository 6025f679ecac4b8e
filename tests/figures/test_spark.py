"""Spark lines: tiny, without labels, beside a number."""

from __future__ import annotations

import pytest
from figure_samples import brand, check_within, labels, shapes
from generated import Nasty, nasty, series_of, statistic_of
from line_samples import drawn_at, made, middle

from reportgen.figures.base import FigureError
from reportgen.figures.lines.spark import Spark
from reportgen.geometry import MM

CALLS = {"2019": 58, "2020": 96, "2021": None, "2022": 90, "2023": 81, "2024": 40, "2025": 61}


def test_the_last_point_and_the_extremes_are_marked_and_nothing_is_labelled() -> None:
    drawn = made(statistic_of("spark", [series_of(CALLS)]))
    marks, height = drawn_at(drawn, 25 * MM, -1)
    assert height == pytest.approx(6 * MM) and isinstance(drawn, Spark)
    assert labels(marks) == [] and drawn.foot == 0
    assert [s.cell for s in shapes(marks) if s.by == "y"] == [(2, 1), (6, 1), (7, 1)]
    assert shapes(marks)[-1].fill == brand().roles.mark_emphasised
    check_within(marks, 25 * MM, height)


def test_its_points_stand_in_proportion_between_the_least_and_the_greatest() -> None:
    marks, _ = drawn_at(made(statistic_of("spark", [series_of(CALLS)])), 80)
    high, low, last = (middle(s)[1] for s in shapes(marks) if s.by == "y")
    assert (last - low) / (high - low) == pytest.approx((61 - 40) / (96 - 40), rel=0.005)


def test_a_gap_interrupts_it_and_a_level_line_is_in_the_middle() -> None:
    marks, _ = drawn_at(made(statistic_of("spark", [series_of(CALLS)])), 80)
    assert [segment[0] for segment in shapes(marks)[0].segments] == ["M", "L", "M", "L", "L", "L"]
    marks, height = drawn_at(made(statistic_of("spark", [series_of({"1": 7, "2": 7})])), 80)
    assert middle(shapes(marks)[-1])[1] == pytest.approx(height / 2)


def test_what_it_says() -> None:
    drawn = made(statistic_of("spark", [series_of(CALLS)]))
    assert drawn.describe() == (
        "A small line goes from 58 in 2019 to 61 in 2025, up 5.2%. The highest value is 96 (2020). "
        "The lowest value is 40 (2024). There is no value for 2021 (not available)."
    )
    assert drawn.values() == (
        ("Period", "Growth of each district"), *((year, "not available" if value is None else str(value)) for year, value in CALLS.items()),
        ("Change", "up 5.2%"),
    )  # fmt: skip


def test_it_needs_the_width_of_a_column() -> None:
    with pytest.raises(FigureError, match=r"^a spark line needs 25 mm, and has 24$"):
        made(statistic_of("spark", [series_of(CALLS)])).measure(70)


def test_generated_sparks_stay_inside() -> None:
    for seed in range(40):
        drawn = made(nasty(seed, Nasty("spark", sizes=(2, 3, 8, 40), gaps=False, guides=False)))
        for width in (71.0, 120.0):
            marks, height = drawn_at(drawn, width, (seed % 3) - 1)
            check_within(marks, width, height)
