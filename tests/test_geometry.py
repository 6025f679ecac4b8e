"""Rectangles, maps and outlines: the few rules that every stage counts on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.geometry import (
    IDENTITY,
    Bbox,
    Matrix,
    Rect,
    apply,
    corners,
    invert,
    multiply,
    nested,
    scale_of,
    transformed,
    translation,
)

LENGTH = st.integers(-500, 500).map(float)
MATRIX: st.SearchStrategy[Matrix] = st.tuples(*[st.integers(-4, 4).map(float)] * 6)
TURN: Matrix = (0.0, 1.0, -1.0, 0.0, 0.0, 0.0)
CURVE = (("M", 0.0, 0.0), ("C", 1.0, 5.0, 2.0, -3.0, 4.0, 1.0), ("L", 6.0, 2.0), ("Z",))


def test_a_place_on_the_page_seen_from_below() -> None:
    assert Rect(10, 20, 30, 40).upward(100) == Bbox(10, 40, 40, 80)


def test_the_rectangle_round_an_outline_holds_what_pulls_its_curves() -> None:
    assert Rect.of(CURVE) == Rect.around(corners(CURVE)) == Rect(0, -3, 6, 8)
    assert Bbox.around(corners(CURVE)) == (0, -3, 6, 5)


@pytest.mark.parametrize("measured", [Rect.around, Rect.of, Bbox.around])
def test_there_is_none_round_nothing(measured: object) -> None:
    with pytest.raises(ValueError, match="empty"):
        measured(())  # type: ignore[operator]  # one of three class methods


@pytest.mark.parametrize(
    ("other", "shared", "overlap", "meets", "holds"),
    [
        (Bbox(2, 2, 4, 4), Bbox(2, 2, 4, 4), 1.0, True, True),
        (Bbox(8, 8, 12, 12), Bbox(8, 8, 10, 10), 0.25, True, False),
        (Bbox(10, 0, 20, 10), Bbox(10, 0, 10, 10), 0.0, False, False),
        (Bbox(11, 0, 20, 10), None, 0.0, False, False),
    ],
)
def test_two_boxes(other: Bbox, shared: Bbox | None, overlap: float, meets: bool, holds: bool) -> None:
    box = Bbox(0, 0, 10, 10)
    assert (box.shared(other), box.overlap(other)) == (shared, overlap)
    assert (box.meets(other), box.holds(other)) == (meets, holds)
    assert box.joined(other).holds(box) and box.joined(other).holds(other)
    assert box.holds(other, slack=10.0) and not box.meets(other, slack=10.0)


def test_what_lies_within_is_mapped_first() -> None:
    outer, inner = translation(100.0, 0.0), TURN
    assert apply(nested(outer, inner), 3, 0) == (100, 3)
    assert nested(outer, inner) == multiply(inner, outer) != multiply(outer, inner)


@given(MATRIX, MATRIX, LENGTH, LENGTH)
def test_a_product_maps_as_its_factors_do(first: Matrix, then: Matrix, x: float, y: float) -> None:
    assert apply(multiply(first, then), x, y) == apply(then, *apply(first, x, y))
    assert multiply(IDENTITY, first) == multiply(first, IDENTITY) == first


@given(MATRIX, LENGTH, LENGTH)
def test_the_way_back(matrix: Matrix, x: float, y: float) -> None:
    back = invert(matrix)
    assert (back is None) == (scale_of(matrix) == 0)
    if back is not None:
        assert apply(back, *apply(matrix, x, y)) == pytest.approx((x, y))


@given(MATRIX)
def test_an_outline_is_mapped_point_by_point(matrix: Matrix) -> None:
    moved = transformed(CURVE, matrix)
    assert [kind for kind, *_ in moved] == ["M", "C", "L", "Z"]
    assert corners(moved) == [apply(matrix, *point) for point in corners(CURVE)]


@given(MATRIX, LENGTH, LENGTH, LENGTH, LENGTH)
def test_a_mapped_box_holds_the_mapped_corners(matrix: Matrix, a: float, b: float, c: float, d: float) -> None:
    box = Bbox.around([(a, b), (c, d)])
    points = [apply(matrix, x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
    assert box.through(matrix) == Bbox.around(points)
