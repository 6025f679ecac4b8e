"""Lines over periods that are not equally far apart: in proportion; and the dots at their loose ends."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from figure_samples import labels, shapes
from generated import series_of, statistic_of
from hypothesis import given
from hypothesis import strategies as st
from line_samples import check_cells, check_clear, drawn_at, made

from reportgen.content.report import Series
from reportgen.figures.lines.plot import Plot, loose_ends, times_of

CENSUSES = {"1981": 12, "1991": 13, "2001": 15, "2011": 17, "2018": 19}


def timed(values: dict[str, int | None]) -> Series:
    found = series_of(values)
    return replace(found, points=tuple(replace(point, at=int(point.label)) for point in found.points))


def across(kind: str, series: Series, width: float = 200.0) -> list[float]:
    """Where the points of a line stand."""
    marks, _ = drawn_at(made(statistic_of(kind, [series])), width)
    line = next(shape for shape in shapes(marks) if shape.stroke and len(shape.segments) == len(series.points))
    return [segment[1] for segment in line.segments]


@pytest.mark.parametrize("kind", ["line", "area", "spark"])
def test_points_stand_in_proportion_to_their_times(kind: str) -> None:
    first, *between, last = across(kind, timed(CENSUSES))
    assert [(x - first) / (last - first) for x in between] == pytest.approx([10 / 37, 20 / 37, 30 / 37])


@pytest.mark.parametrize("kind", ["line", "area", "spark"])
def test_a_regular_series_is_drawn_as_without_times(kind: str) -> None:
    values = {"1981": 12, "1991": 13, "2001": 15, "2011": 17}
    for width in (118.0, 163.0, 516.0):
        even, regular = (drawn_at(made(statistic_of(kind, [each(values)])), width) for each in (series_of, timed))
        assert even == regular


def test_several_lines_share_their_times() -> None:
    other = timed({year: value + 5 for year, value in CENSUSES.items()})
    found = [replace(timed(CENSUSES), name="A"), replace(other, name="B")]
    marks, _ = drawn_at(made(statistic_of("line", found)), 251.0)
    lines = [shape for shape in shapes(marks) if shape.stroke and len(shape.segments) == 5]
    one, two = ([segment[1] for segment in line.segments] for line in lines)
    assert one == two
    assert (one[1] - one[0]) / (one[-1] - one[0]) == pytest.approx(10 / 37)


def test_a_few_uneven_points_are_all_named_where_they_have_room() -> None:
    drawn = made(statistic_of("line", [timed(CENSUSES)]))
    marks, _ = drawn_at(drawn, 340.0)
    said = [label.line.text for label in labels(marks)]
    assert [year for year in CENSUSES if year in said] == list(CENSUSES)
    for width in (118.0, 163.0, 340.0, 516.0):
        marks, _ = drawn_at(drawn, width)
        check_clear(marks)
        check_cells(drawn, marks)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=30))
def test_order_and_edges_stay_whatever_the_times(steps: list[int]) -> None:
    times = [2000]
    for step in steps:
        times.append(times[-1] + step)
    points = timed({str(time): 1 for time in times}).points
    plot = Plot(3.0, 0.0, 100.0, 50.0, len(points), Decimal(0), Decimal(1), times_of(points))
    found = [plot.across(index / 2) for index in range(2 * len(points) - 1)]
    assert (found[0], found[-1]) == (pytest.approx(3), pytest.approx(103))
    assert all(one < other for one, other in pairwise(found))
    assert found[2] - found[0] == pytest.approx(100 * steps[0] / sum(steps))


def ends(values: list[int | None], breaks: tuple[str, ...] = ()) -> list[int]:
    """The points with a dot, by their number."""
    points = series_of({str(index): value for index, value in enumerate(values)}).points
    plot = Plot(0.0, 0.0, len(values) - 1.0, 1.0, len(values), Decimal(0), Decimal(1))
    return [round(x) for x, _ in loose_ends(points, plot, breaks)]


@pytest.mark.parametrize(
    ("values", "breaks", "dots"),
    [
        ([1, 2, 3], (), []),
        ([1, 2, None, 3, 4], (), [1, 3]),
        ([1, None, 2, None, 3], (), [0, 2, 4]),
        ([None, 1, 2, None, 3, 4, None], (), [2, 4]),
        ([1, 2, 3, 4], ("2",), [1, 2]),
        ([1, 2, None, 3, 4], ("4",), [1, 3, 4]),
    ],
)
def test_loose_ends_have_a_dot(values: list[int | None], breaks: tuple[str, ...], dots: list[int]) -> None:
    assert ends(values, breaks) == dots


@pytest.mark.parametrize("kind", ["line", "area", "spark"])
def test_the_dots_beside_a_gap_are_drawn(kind: str) -> None:
    marks, _ = drawn_at(made(statistic_of(kind, [series_of({"1": 2, "2": 3, "3": None, "4": 5, "5": 4})])), 163.0)
    line = next(shape for shape in shapes(marks) if shape.stroke and len(shape.segments) == 4)
    dots = [shape for shape in shapes(marks) if shape.fill and not shape.cell and shape.segments[0][0] == "M"]
    starts = [segment for shape in dots for segment in shape.segments if segment[0] == "M"]
    for at in (1, 2):
        x, y = line.segments[at][1:3]
        assert any(abs(start[1] - x) < 3 and abs(start[2] - y) < 3 for start in starts), (kind, at)
