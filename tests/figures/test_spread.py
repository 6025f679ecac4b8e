"""Labels moved apart by exact arithmetic, and scales with round ends."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures.drawing.declutter import moved_apart, room_needed
from reportgen.figures.drawing.scales import axis_rule, round_step, scale_start, start_rule, start_under, ticks
from reportgen.text.locale import NumberRule, format_number


@pytest.mark.parametrize(
    ("wanted", "sizes", "low", "high", "gap", "starts"),
    [
        ([], [], 0, 10, 2, []),
        ([5], [10], 0, 100, 2, [5]),
        ([-5], [10], 0, 100, 2, [0]),
        ([95], [10], 0, 100, 2, [90]),
        ([5, 50], [10, 10], 0, 100, 2, [5, 50]),
        ([50, 50], [10, 10], 0, 100, 2, [44, 56]),
        ([50, 50, 50], [10, 10, 10], 0, 100, 0, [40, 50, 60]),
        ([0, 0, 0], [10, 10, 10], 0, 100, 2, [0, 12, 24]),
        ([98, 98], [10, 10], 0, 100, 2, [78, 90]),
        ([10, 20, 70], [20, 10, 10], 0, 100, 0, [5, 25, 70]),
        ([30, 10], [10, 10], 0, 100, 0, [15, 25]),
        ([3, 3], [5, 5], 0, 10, 0, [0, 5]),
    ],
)
def test_where_labels_are_moved(
    wanted: list[float], sizes: list[float], low: float, high: float, gap: float, starts: list[float]
) -> None:
    assert moved_apart(wanted, sizes, low, high, gap) == pytest.approx(starts)


def test_what_does_not_fit_is_an_error_that_says_by_how_much() -> None:
    with pytest.raises(ValueError, match=r"^labels of 22\.00 pt do not fit in 20\.00 pt$"):
        moved_apart([0, 0], [10, 10], 0, 20, 2)


@given(st.lists(st.tuples(st.floats(-50, 150), st.floats(0, 9)), max_size=9), st.floats(0, 2), st.floats(0, 40))
def test_labels_keep_order_distance_and_room(found: list[tuple[float, float]], gap: float, more: float) -> None:
    wanted, sizes = [want for want, _ in found], [size for _, size in found]
    high = room_needed(sizes, gap) + more
    starts = moved_apart(wanted, sizes, 0, high, gap)
    for (one, size), other in pairwise([*zip(starts, sizes, strict=True), (high + gap, 0.0)]):
        assert other[0] >= one + size + gap - 1e-6
    assert all(start >= -1e-6 for start in starts)
    if starts == pytest.approx(wanted):
        return
    tight = [abs(b[0] - a[0] - a[1] - gap) < 1e-6 for a, b in pairwise(zip(starts, sizes, strict=True))]
    assert any(tight) or min(starts) < 1e-6 or starts[-1] + sizes[-1] > high - 1e-6, "nothing moves without need"


@pytest.mark.parametrize(
    ("low", "high", "found"),
    [
        ("1650000", "2034176", ["1700000", "1800000", "1900000", "2000000"]),
        ("0", "100", ["0", "50", "100"]),
        ("-12", "22", ["-10", "0", "10", "20"]),
        ("-0.3", "0.2", ["-0.2", "0", "0.2"]),
        ("0", "0.9", ["0", "0.25", "0.5", "0.75"]),
        ("7", "7", ["7"]),
        ("50", "96", ["60", "80"]),
    ],
)
def test_gridlines_stand_at_round_values(low: str, high: str, found: list[str]) -> None:
    assert ticks(Decimal(low), Decimal(high)) == tuple(Decimal(each) for each in found)


@given(st.decimals(-(10**9), 10**9, places=3), st.decimals("0.001", 10**9, places=3), st.integers(2, 8))
def test_any_scale_has_gridlines_within_it_and_not_too_many(low: Decimal, reach: Decimal, count: int) -> None:
    found = ticks(low, low + reach, count)
    step = round_step(reach, count)
    assert len(found) <= count and all(low <= each <= low + reach for each in found)
    assert step.normalize().as_tuple().digits in ((1,), (2,), (2, 5), (5,)) and step * count >= reach


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


@pytest.mark.parametrize(("values", "start"), [([53407, 283606], 50000), ([-1, 5], 0), ([4, 4], 0), ([9, 10], 9)])
def test_where_a_scale_of_differences_starts(values: list[int], start: int) -> None:
    assert start_under([Decimal(value) for value in values]) == start


@pytest.mark.parametrize(
    ("values", "rule", "texts"),
    [
        (["1700000", "2000000"], NumberRule(), ["1.7m", "2.0m"]),
        (["800000", "900000"], NumberRule(), ["800,000", "900,000"]),
        (["87.5", "90"], NumberRule(unit="%", decimals=1), ["87.5%", "90.0%"]),
        (["1000000", "1500000"], NumberRule("£", scale=6, decimals=2), ["£1.0m", "£1.5m"]),
        (["5", "10"], NumberRule(decimals=3), ["5", "10"]),
    ],
)
def test_how_an_axis_is_written(values: list[str], rule: NumberRule, texts: list[str]) -> None:
    found = [Decimal(value) for value in values]
    assert [format_number(value, axis_rule(found, rule), "en-GB") for value in found] == texts


@pytest.mark.parametrize(
    ("value", "rule", "text"),
    [
        ("1650000", NumberRule(), "1.65 million"),
        ("1150000", NumberRule("£", scale=6, decimals=1), "£1.15m"),
        ("1234567", NumberRule(), "1,234,567"),
        ("87.5", NumberRule(unit="%"), "87.5%"),
        ("50", NumberRule(), "50"),
    ],
)
def test_how_a_sentence_says_where_a_scale_starts(value: str, rule: NumberRule, text: str) -> None:
    assert format_number(Decimal(value), start_rule(Decimal(value), rule), "en-GB") == text
