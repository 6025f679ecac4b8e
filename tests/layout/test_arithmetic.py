"""The arithmetic of rows and the score, in tables: numbers in, numbers out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.geometry import Flex, fixed, total
from reportgen.layout.composition_score import (
    NAMES,
    WEIGHTS,
    Terms,
    cost,
    level_term,
    line_term,
    page_terms,
    size_term,
    summed,
)
from reportgen.layout.parts import shared_out
from reportgen.layout.row_arithmetic import RowPlan, best_rows, shapes, splits, strain
from reportgen.layout.statistic_rows import Pattern, patterns


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        (12, ((6, 6), (7, 5), (5, 7), (8, 4), (4, 8))),
        (8, ((4, 4), (5, 3), (3, 5), (6, 2), (2, 6))),
        (7, ((4, 3), (3, 4))),
    ],
)
def test_how_two_share_a_row(columns: int, found: tuple[tuple[int, int], ...]) -> None:
    assert splits(columns) == found


SHAPES = [
    (1, False, {((12, 1),)}),
    (2, False, {((6, 1), (6, 1)), ((7, 1), (5, 1)), ((5, 1), (7, 1)), ((8, 1), (4, 1)), ((4, 1), (8, 1))}),
    (3, True, {((4, 1), (4, 1), (4, 1))}),
    (4, False, {((6, 2), (6, 2))}),
    (5, False, set()),
]


@pytest.mark.parametrize(("blocks", "three", "some"), SHAPES)
def test_the_rows_that_blocks_can_make(blocks: int, three: bool, some: set[object]) -> None:
    found = set(shapes(12, blocks, three))
    assert some <= found
    assert bool(some) == bool(found)
    for shape in found:
        assert sum(columns for columns, _ in shape) == 12
        assert sum(count for _, count in shape) == blocks


PAGES = [
    # heights of the rows that hold (1 unit), (1 unit), and both side by side; which are taken on a page of 100
    (fixed(50), fixed(50), fixed(60), 2),
    (fixed(70), fixed(70), fixed(80), 1),
    (Flex(20, 30, 60), Flex(20, 30, 60), Flex(10, 20, 30), 2),
    (fixed(10), fixed(10), Flex(90, 100, 110), 1),
]


@pytest.mark.parametrize(("first", "second", "both", "rows"), PAGES)
def test_the_rows_that_fill_the_page_best_are_taken(first: Flex, second: Flex, both: Flex, rows: int) -> None:
    plans = [[RowPlan(1, first, 0.0, "first"), RowPlan(2, both, 0.0, "both")], [RowPlan(1, second, 0.0, "second")]]
    best = best_rows(plans, fixed(0.0), fixed(0.0), 100.0, float("inf"))[0]
    assert len(best.rows) == rows


def test_a_page_dearer_than_the_limit_is_not_followed_up() -> None:
    plans = [[RowPlan(1, fixed(100), 2.0, "only")]]
    assert best_rows(plans, fixed(0.0), fixed(0.0), 100.0, 1.0) == []
    assert len(best_rows(plans, fixed(0.0), fixed(0.0), 100.0, 3.0)) == 1


flexes = st.lists(st.floats(1, 200), min_size=3, max_size=3).map(sorted).map(lambda three: Flex(*three))
rows = st.lists(st.tuples(flexes, st.floats(0, 3)), min_size=1, max_size=4)


@given(st.lists(rows, min_size=1, max_size=3), st.floats(50, 600))
def test_what_fits_is_found(offered: list[list[tuple[Flex, float]]], room: float) -> None:
    plans = [[RowPlan(1, height, price, index) for index, (height, price) in enumerate(unit)] for unit in offered]
    best = best_rows(plans, fixed(0.0), fixed(0.0), room, float("inf"))[0]

    def priced(chosen: list[RowPlan]) -> float:
        return sum(plan.cost for plan in chosen) + strain(total(plan.height for plan in chosen), room)

    found = priced(list(best.rows))
    assert found == pytest.approx(best.cost + strain(best.height, room))
    variants: list[list[RowPlan]] = [[]]
    for unit in plans:
        variants = [[*variant, plan] for variant in variants for plan in unit]
    assert found >= min(map(priced, variants)) - 1e-9
    # Of beginnings of about one height only the cheapest is followed up, but whatever fits is found.
    shortest = min(sum(plan.height.least for plan in variant) for variant in variants)
    assert best.height.least <= room + 0.01 or shortest > room


PATTERNS = [
    ((True, True, True), (3,), {Pattern(((0, 1, 2),), 0, 0)}),
    ((True, True, True, True, True), (3,), {Pattern(((0, 1, 2), (3, 4)), 0, 0)}),
    ((True, False, True), (3,), {Pattern(((0, 1, 2),), 1, 0), Pattern(((0, 2), (1,)), 0, 1)}),
    ((False, True, False), (3, 2), {Pattern(((0, 1), (2,)), 1, 0), Pattern(((0, 2), (1,)), 0, 1)}),
    ((False,) * 6, (6, 4), {Pattern(((0, 1, 2, 3, 4, 5),), 0, 0), Pattern(((0, 1, 2), (3, 4, 5)), 0, 0)}),
]


@pytest.mark.parametrize(("figured", "abreast", "some"), PATTERNS)
def test_rows_of_statistics_with_and_without_figures(
    figured: tuple[bool, ...], abreast: tuple[int, ...], some: set[Pattern]
) -> None:
    found = patterns(figured, abreast)
    assert some <= set(found)
    for pattern in found:
        assert sorted(index for row in pattern.rows for index in row) == list(range(len(figured)))


def test_every_term_has_a_weight_and_they_add_up() -> None:
    assert set(WEIGHTS) == set(NAMES)
    one, other = Terms(space=0.5, level=0.25), Terms(level=0.25, order=1)
    assert one + other == summed([one, other]) == Terms(space=0.5, level=0.5, order=1)
    assert cost(one + other) == pytest.approx(0.5 + WEIGHTS["level"] * 0.5 + WEIGHTS["order"])


@pytest.mark.parametrize(
    ("characters", "term"), [([], 0), ([60], 0), ([45, 75], 0), ([36], 0.2), ([60, 36], 0.1), ([112.5], 1)]
)
def test_lines_of_45_to_75_characters_cost_nothing(characters: list[float], term: float) -> None:
    assert line_term(characters) == pytest.approx(term)


@pytest.mark.parametrize(("factor", "term"), [(1, 0), (1.25, 1), (0.94, 0.74)])
def test_what_a_size_costs(factor: float, term: float) -> None:
    assert size_term(factor) == pytest.approx(term)


LEVELS = [
    ([fixed(100)], [12], 0.0),
    ([fixed(100), fixed(90)], [6, 6], 0.0),
    ([fixed(100), fixed(50)], [6, 6], 0.38),
    ([fixed(100), Flex(40, 50, 100)], [6, 6], 0.0),
    ([fixed(100), fixed(50)], [8, 4], 0.38 * 2 / 3),
]


@pytest.mark.parametrize(("heights", "widths", "term"), LEVELS)
def test_what_a_row_costs_that_is_not_level(heights: list[Flex], widths: list[float], term: float) -> None:
    assert level_term(heights, widths) == pytest.approx(term)


ROOMS = [
    (Flex(80, 100, 120), 100, Terms()),
    (Flex(80, 100, 120), 110, Terms(space=0.25)),
    (Flex(80, 100, 120), 80, Terms(space=1)),
    (Flex(80, 100, 120), 70, Terms(over=10, space=1)),
    (Flex(80, 100, 120), 150, Terms(space=1, fill=0.2)),
]


@pytest.mark.parametrize(("height", "room", "terms"), ROOMS)
def test_what_a_height_costs_on_a_page(height: Flex, room: float, terms: Terms) -> None:
    found = page_terms(height, room)
    assert found.values == pytest.approx(terms.values)
    assert strain(height, room) == pytest.approx(cost(terms))


SHARED = [
    # spaces of 8 to 16 in units of 4 over a figure of 20 to 100; what is over a unit goes to the figure
    ([Flex(8, 10, 16), Flex(20, 50, 100)], (4.0, 0.0), 63.0, [12.0, 51.0]),
    ([Flex(8, 10, 16), Flex(20, 50, 100)], (4.0, 0.0), 60.0, [8.0, 52.0]),
    ([fixed(10), Flex(20, 50, 100)], (4.0, 0.0), 60.0, [10.0, 50.0]),
    ([Flex(9, 10, 11), Flex(20, 50, 100)], (4.0, 0.0), 60.0, [10.0, 50.0]),
    ([Flex(8, 10, 16), fixed(50)], (4.0, 0.0), 63.0, [13.0, 50.0]),
]


@pytest.mark.parametrize(("heights", "units", "length", "shares"), SHARED)
def test_white_space_comes_in_whole_units(
    heights: list[Flex], units: tuple[float, ...], length: float, shares: list[float]
) -> None:
    assert shared_out(heights, length, units) == pytest.approx(shares)


@given(st.lists(flexes, min_size=2, max_size=6), st.floats(10, 1500), st.floats(1, 9))
def test_units_change_no_sum_and_no_bound(heights: list[Flex], length: float, unit: float) -> None:
    units = [unit if index % 2 else 0.0 for index in range(len(heights))]
    shares = shared_out(heights, length, units)
    assert sum(shares) == pytest.approx(sum(shared_out(heights, length)))
    assert all(share >= height.least - 1e-6 for share, height in zip(shares, heights, strict=True))
