"""Count: rows of icons whose inked area is the number, the last one cut."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import ceil

import numpy as np
import pytest
from figure_samples import BRANDS, brand, check_within, datum, figure, ink, shapes
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.figures.base import FigureError, TextAlternative
from reportgen.figures.drawing.icons import icon, icon_names
from reportgen.figures.drawing.segments import area, cut_to_share, polygons, wound
from reportgen.figures.marks.count import Count
from reportgen.geometry import Polygon

ICONS = ("user", "bicycle", "house", "train", "handshake", "tree")


def count(value: object, each: object = 1, symbol: str = "user", look: str = BRANDS[0]) -> Count:
    return Count(brand(look), TextAlternative("", ()), datum(value), datum(each, name="each"), symbol)


def inked(drawn: Count, width: float, height: float) -> float:
    """Inked area over that of one whole icon of the size that is drawn."""
    marks = drawn.marks(width, height)
    whole = icon(drawn.symbol)
    first = filled_area(polygons(whole.segments)) / whole.height**2
    (shape,) = shapes(marks)
    size = _size(drawn, width, height)
    each = len(polygons(whole.segments))
    last = polygons(shape.segments)[(ceil(drawn.marks_shown) - 1) * each :]
    return ceil(drawn.marks_shown) - 1 + filled_area(last) / (first * size * size)


def _size(drawn: Count, width: float, height: float) -> float:
    """Height of an icon, found by drawing whole ones in the same arrangement."""
    whole = count(ceil(drawn.marks_shown), 1, drawn.symbol)
    rings = polygons(shapes(whole.marks(width, height))[0].segments)
    each = len(polygons(icon(drawn.symbol).segments))
    points = [point for ring in rings[:each] for point in ring]
    return max(y for _, y in points) - min(y for _, y in points)


@pytest.mark.parametrize("symbol", ICONS)
@pytest.mark.parametrize("value", ["0.07", "1", "16.45", "17", "24.5", "3"])
def test_the_inked_area_is_the_number(symbol: str, value: str) -> None:
    drawn = count(value, 1, symbol)
    height = drawn.measure(243)
    for tall in (height.least, height.normal, height.most):
        assert inked(drawn, 243, tall) == pytest.approx(float(value), rel=0.005)


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_is_cut_by_the_ink_that_it_has(name: str) -> None:
    rings = polygons(icon(name).segments)
    whole = filled_area(rings)
    assert sum(area(ring) for ring in wound(rings)) == pytest.approx(whole, rel=0.005)
    for share in (0.1, 0.5, 0.9):
        assert filled_area(cut_to_share(rings, share)) == pytest.approx(share * whole, rel=0.012)


def filled_area(rings: Sequence[Polygon], lines: int = 400) -> float:
    """Area of a shape as it is filled (non-zero winding), measured along scan lines: the long way, as a check."""
    edges = np.array([(*a, *b) for ring in rings for a, b in zip(ring, (*ring[1:], ring[0]), strict=True)])
    low, high = edges[:, [1, 3]].min(), edges[:, [1, 3]].max()
    step = (high - low) / lines
    total = 0.0
    for y in low + step * (np.arange(lines) + 0.5):
        crossing = edges[(edges[:, 1] > y) != (edges[:, 3] > y)]
        xs = crossing[:, 0] + (y - crossing[:, 1]) / (crossing[:, 3] - crossing[:, 1]) * (
            crossing[:, 2] - crossing[:, 0]
        )
        order = np.argsort(xs)
        winding = np.cumsum(np.where(crossing[order, 3] > crossing[order, 1], 1, -1))
        total += float(np.sum(np.diff(xs[order])[winding[:-1] != 0])) * step
    return total


@pytest.mark.parametrize("share", [0.001, 0.1, 0.45, 0.5, 0.9, 0.999])
def test_a_cut_leaves_the_left_part_of_the_right_area(share: float) -> None:
    rings = polygons(icon("bicycle").segments)
    whole, part = wound(rings), cut_to_share(rings, share)
    assert sum(map(area, part)) == pytest.approx(share * sum(map(area, whole)), rel=1e-6)
    assert max(x for ring in part for x, _ in ring) < max(x for ring in whole for x, _ in ring)


@pytest.mark.parametrize("number", [1, 2, 7, 17, 200])
def test_all_icons_are_there_in_rows_that_stand_on_the_ground(number: int) -> None:
    drawn = count(number)
    each = len(polygons(icon("user").segments))
    for width in (157.0, 516.0):
        try:
            height = drawn.measure(width)
        except FigureError:
            continue
        for tall in (height.least, height.normal, height.most, 2 * height.most):
            marks = drawn.marks(width, tall)
            check_within(marks, width, tall)
            rings = polygons(shapes(marks)[0].segments)
            assert len(rings) == number * each
            assert ink(marks[0]).y == pytest.approx(0, abs=0.01)


def test_words() -> None:
    drawn = figure(figure="count", value=16450, each=1000, label="apprenticeships starts last year.")
    told = "A row of symbols, each standing for 1,000, shows 16,450."
    assert drawn.describe() == told
    rows = ("Number", "16,450"), ("Each figure stands for", "1,000")
    assert drawn.values() == (("Measure", "Value"), *rows)


def test_too_many_icons_and_none() -> None:
    with pytest.raises(FigureError) as caught:
        count(200).measure(70)
    assert str(caught.value) == "200 icons do not fit in 25 mm"
    assert caught.value.hint == "let each icon stand for more (`each:`)"
    with pytest.raises(FigureError) as caught:
        count(0).measure(70)
    assert str(caught.value) == "a row of icons cannot show 0"


@pytest.mark.parametrize(
    ("value", "shown"),
    [("16.05", "16"), ("16.06", "16.06"), ("16.94", "16.94"), ("16.95", "17"), ("0.06", "0.06"), ("0.97", "1")],
)
def test_no_sliver_is_drawn_or_cut(value: str, shown: str) -> None:
    drawn = count(value)
    assert (drawn.marks_shown, drawn.is_about) == (Decimal(shown), value != shown)


def test_a_sliver_alone_is_refused() -> None:
    with pytest.raises(FigureError) as caught:
        count("0.05").measure(163)
    assert str(caught.value) == "an icon that stands for 1 cannot show 0.05"
    assert caught.value.hint == "let each icon stand for less (`each:`)"


def test_what_is_rounded_is_told() -> None:
    drawn = figure(figure="count", value=16020, each=1000, label="apprenticeships starts last year.")
    told = "A row of symbols, each standing for 1,000, shows 16,020 rounded to whole symbols."
    assert drawn.describe() == told
    thirds = figure(figure="count", value=10, each=3, label="apprenticeships starts last year.")
    assert "rounded" not in thirds.describe()


@pytest.mark.parametrize("number", [5, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17, 20, 25, 40])
def test_icons_use_the_width(number: int) -> None:
    for width in (163.0, 251.0):
        drawn = count(number)
        used = ink(drawn.marks(width, drawn.measure(width).normal)[0]).width
        assert used >= 0.85 * width, (number, width)


@settings(max_examples=25, deadline=None)
@given(
    value=st.decimals("0.01", 200, places=2),
    width=st.floats(70, 520),
    stretch=st.floats(-1, 1),
    symbol=st.sampled_from(ICONS),
)
def test_any_count_at_any_size(value: Decimal, width: float, stretch: float, symbol: str) -> None:
    drawn = count(value, 1, symbol)
    try:
        height = drawn.measure(width)
    except FigureError:
        return
    tall = height.at(stretch)
    check_within(drawn.marks(width, tall), width, tall)
    assert inked(drawn, width, tall) == pytest.approx(float(drawn.marks_shown), rel=0.005)
    assert abs(drawn.marks_shown - value) < Decimal("0.06") and drawn.is_about == (drawn.marks_shown != value)
    assert _size(drawn, width, tall) >= 9 - 0.01


@pytest.mark.parametrize(("value", "whole"), [(4, 5), (3, 10), (7, 8), (1, 4), (0, 5), (5, 5)])
def test_of_a_whole_the_others_are_pale(value: int, whole: int) -> None:
    drawn = figure(figure="count", value=value, of=whole, symbol="house")
    assert isinstance(drawn, Count)
    marks = drawn.marks(163, drawn.measure(163).normal)
    rings, roles = len(polygons(icon("house").segments)), brand().roles
    found = {shape.fill: len(polygons(shape.segments)) / rings for shape in shapes(marks)}
    wanted = {roles.mark: value, roles.dot_quiet: whole - value}
    assert found == {ink: count for ink, count in wanted.items() if count}
    assert drawn.describe() == f"A row of symbols, each standing for 1, shows {value} out of {whole}."


def test_a_part_of_an_icon_stands_on_the_pale_one() -> None:
    drawn = figure(figure="count", value=3, of=10, each=2)
    assert isinstance(drawn, Count)
    pale, counted = (shape for shape in shapes(drawn.marks(163, drawn.measure(163).normal)))
    whole = ink(pale).width
    assert ink(counted).right > ink(pale).x
    assert whole > 0
    assert drawn.values()[2] == ("Whole", "10")
