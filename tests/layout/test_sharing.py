"""Lengths that give and take, and how a length is shared among them; columns of the grid."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from layout_samples import brand

from reportgen.geometry import Flex, Rect, fixed, tallest, total
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.parts import Part, at_top, column, row, shared_out, space
from reportgen.page import Box, LinkArea

A, B, C = Flex(10, 20, 30), Flex(0, 10, 10), fixed(5)


@pytest.mark.parametrize(
    ("length", "stretch"),
    [(10, -1), (15, -0.5), (20, 0), (25, 0.5), (30, 1), (5, -1.5), (40, 2)],
)
def test_length_and_stretch(length: float, stretch: float) -> None:
    assert A.stretch_to(length) == pytest.approx(stretch)
    assert A.at(stretch) == pytest.approx(min(30, max(10, length)))


def test_a_fixed_length_says_how_far_it_is_off() -> None:
    assert (C.stretch_to(5), C.stretch_to(4), C.stretch_to(7)) == (0, -2, 3)
    assert C.at(1) == C.at(-1) == 5


@pytest.mark.parametrize("lengths", [(3, 2, 4), (3, 5, 4), (5, 4, 3)])
def test_lengths_have_to_rise(lengths: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="least, normal and most must rise"):
        Flex(*lengths)


def test_one_after_the_other_and_side_by_side() -> None:
    assert total([A, B, C]) == Flex(15, 35, 45)
    assert tallest([A, B, C]) == Flex(10, 20, 30)
    assert tallest([A, fixed(25)]) == Flex(25, 25, 30)
    assert tallest([A, fixed(50)]) == Flex(50, 50, 50)
    assert total([]) == tallest([]) == fixed(0)


SHARES = [
    (35, [20, 10, 5]),
    (15, [10, 0, 5]),
    (25, [15, 5, 5]),
    (40, [25, 10, 5]),
    (45, [30, 10, 5]),
    (55, [40, 10, 5]),  # past the most, what is over goes where most room was
    (5, [10, 0, 5]),  # under the least nothing shrinks: the page is too long, and says so
]


@pytest.mark.parametrize(("length", "shares"), SHARES)
def test_a_length_is_shared(length: float, shares: list[float]) -> None:
    assert shared_out([A, B, C], length) == pytest.approx(shares)


def test_what_is_over_among_fixed_lengths_goes_to_all() -> None:
    assert shared_out([fixed(5), fixed(10)], 21) == [8, 13]


flexes = st.lists(st.floats(0, 500), min_size=3, max_size=3).map(sorted).map(lambda three: Flex(*three))


@given(heights=st.lists(flexes, min_size=1, max_size=8), length=st.floats(0, 5000))
def test_shares_add_up_and_none_is_under_its_least(heights: list[Flex], length: float) -> None:
    shares = shared_out(heights, length)
    whole = total(heights)
    assert sum(shares) == pytest.approx(max(length, whole.least), abs=1e-6)
    for share, height in zip(shares, heights, strict=True):
        assert share >= height.least - 1e-6
        assert share <= height.most + 1e-6 or length > whole.most - 1e-6


def marked(height: Flex, name: str = "x") -> Part:
    def draw(box: Rect) -> tuple[Box, ...]:
        return (LinkArea(box, name, ""),)

    return Part(height, draw)


def rects(part: Part, box: Rect) -> list[Rect]:
    return [child.rect for child in part.draw(box) if isinstance(child, LinkArea)]


def test_a_column_fills_its_rectangle_and_a_row_ends_level() -> None:
    stacked = column([marked(A), space(C), marked(B)])
    assert rects(stacked, Rect(3, 4, 50, 40)) == [Rect(3, 4, 50, 25), Rect(3, 34, 50, 10)]
    beside = row([(0, 20, marked(A)), (25, 25, at_top(marked(B)))])
    assert beside.height == Flex(10, 20, 30)
    assert rects(beside, Rect(3, 4, 50, 28)) == [Rect(3, 4, 20, 28), Rect(28, 4, 25, 10)]


@pytest.mark.parametrize("look", ["industrial-strategy", "briefing"])
def test_columns_and_gutters_fill_the_page_between_the_margins(look: str) -> None:
    grid = ColumnGrid(brand(look).format)
    assert grid.span(12) == pytest.approx(grid.width)
    assert grid.span(1) == pytest.approx(grid.column)
    assert grid.offset(0) == 0
    assert grid.offset(11) + grid.column == pytest.approx(grid.width)
    assert grid.span(5) + grid.format.gutter + grid.span(7) == pytest.approx(grid.width)


def test_a_ground_reaches_the_bleed_at_the_edges_it_touches() -> None:
    grid = ColumnGrid(brand().format)
    page, bleed = grid.format, grid.format.bleed
    assert grid.to_edges(Rect(0, 0, page.width, 50)) == Rect(-bleed, -bleed, page.width + 2 * bleed, 50 + bleed)
    assert grid.to_edges(Rect(0, 50, page.width, 50)) == Rect(-bleed, 50, page.width + 2 * bleed, 50)
    foot = grid.to_edges(Rect(0, page.height - 50, page.width, 50))
    assert foot.bottom == pytest.approx(page.height + bleed)
