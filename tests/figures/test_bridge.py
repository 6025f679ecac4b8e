"""Bridge: start and end stand on zero, each step as high as its value, where the one before ended."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

import pytest
from figure_samples import BRANDS, brand, ink, shapes, texts
from generated import LONGEST, collisions, series_of, statistic_of
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.figures.base import FigureError, MarkFigure
from reportgen.figures.drawing.segments import polygons
from reportgen.figures.make import figure_of
from reportgen.geometry import MM
from reportgen.text.locale import NumberRule
from reportgen.text.words import words

PEOPLE: Mapping[str, object] = {
    "2010": 913600, "Births": 150000, "Deaths": -92000, "Moved in from abroad": 80400, "Moved away": -27000, "2018": 1025000,
}  # fmt: skip
PLAIN = NumberRule()
MONEY = NumberRule("£", scale=6, decimals=1)
LOSS: Mapping[str, object] = {
    "Income": 12500000,
    "Grants": 3100000,
    "Staff": -18400000,
    "Rent": -2200000,
    "Result": -5000000,
}


def bridge(
    values: Mapping[str, object] = PEOPLE, rule: NumberRule = PLAIN, look: str = BRANDS[0], **keys: object
) -> MarkFigure:
    return figure_of(statistic_of("bridge", [series_of(dict(values), rule)], **keys), brand(look), words("en"))


@pytest.mark.parametrize(("values", "rule"), [(PEOPLE, PLAIN), (LOSS, MONEY)])
@pytest.mark.parametrize("width", [280.0, 340.0, 516.0])
def test_heights_are_values_and_steps_begin_where_the_last_one_ended(
    values: Mapping[str, object], rule: NumberRule, width: float
) -> None:
    drawn = bridge(values, rule)
    height = drawn.measure(width)
    for tall in (height.least, height.normal, height.most):
        marks = drawn.marks(width, tall)
        boxes = {shape.cell[0]: ink(shape) for shape in shapes(marks) if shape.cell and shape.by == "height"}
        assert len(boxes) == len(values)
        given_values = [float(str(value)) for value in values.values()]
        scale = boxes[1].height / given_values[0]
        for row, value in enumerate(given_values, 1):
            assert boxes[row].height == pytest.approx(abs(value) * scale, rel=0.005, abs=0.02)
        zero = boxes[1].y
        level = given_values[0]
        for row, value in list(enumerate(given_values, 1))[1:-1]:
            low, high = sorted((level, level + value))
            assert boxes[row].y == pytest.approx(zero + low * scale, abs=0.02)
            assert boxes[row].bottom == pytest.approx(zero + high * scale, abs=0.02)
            level += value
        assert min(boxes[len(given_values)].y, zero) == pytest.approx(zero + min(0.0, level * scale), abs=0.02)


def test_every_label_is_there() -> None:
    drawn = bridge(emphasised=("Births",))
    marks = drawn.marks(251, drawn.measure(251).normal)
    assert {"913,600", "+150,000", "−92,000", "+80,400", "−27,000", "1,025,000"} <= set(texts(marks))
    said = " ".join(texts(marks))
    assert all(word in said for name in PEOPLE for word in name.split())


def test_words_and_table() -> None:
    drawn = bridge()
    assert drawn.describe() == (
        "The total goes from 913,600 (2010) to 1,025,000 (2018): Births (+150,000), "
        "Deaths (−92,000), Moved in from abroad (+80,400) and Moved away (−27,000)."
    )
    assert drawn.values()[:3] == (("Step", "Change or total"), ("2010", "913,600"), ("Births", "+150,000"))
    many = {"start": 10, **{f"step {index}": index for index in range(1, 7)}, "end": 31}
    assert bridge(many).describe() == (
        "The total goes from 10 (start) to 31 (end); of 6 steps the largest are step 4 (+4), step 5 (+5) "
        "and step 6 (+6)."
    )


def test_the_end_may_be_off_by_rounding() -> None:
    assert bridge({"a": 10, "b": 5, "c": 5, "d": 21})


def test_names_that_do_not_fit_are_refused() -> None:
    drawn = bridge({"a": 10, LONGEST: 5, "c": 15})
    with pytest.raises(FigureError) as caught:
        drawn.measure(90)
    found = re.fullmatch(r"a bridge with these labels needs (\d+) mm, and has 31", str(caught.value))
    assert found and drawn.measure(int(found[1]) * MM)
    assert caught.value.hint == "give it a shorter name by `short:`, put small steps together, or make the figure wider"


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(st.integers(-(10**6), 10**6), min_size=2, max_size=9),
    width=st.floats(71, 516),
    stretch=st.floats(-1, 1),
    long=st.booleans(),
    look=st.sampled_from(BRANDS),
)
def test_any_bridge_at_any_size(values: list[int], width: float, stretch: float, long: bool, look: str) -> None:
    tail = " for the whole of the district" if long else ""
    steps = {f"S{index}{tail}": value for index, value in enumerate(values[1:])}
    data = {"Start": values[0], **steps, "End": sum(values)}
    drawn = bridge(data, look=look, emphasised=("S0",))
    try:
        height = drawn.measure(width).at(stretch)
    except FigureError as error:
        assert error.hint
        return
    marks = drawn.marks(width, height)
    assert not collisions(marks, width, height)
    assert len(drawn.values()) == len(data) + 1


def test_in_a_narrow_figure_the_columns_lie_in_rows() -> None:
    drawn = bridge({"Start": 10, "In": 5, "Out": -8, "End": 7})
    height = drawn.measure(71).normal
    marks = drawn.marks(71, height)
    boxes = {shape.cell: ink(shape) for shape in shapes(marks) if shape.cell and shape.by == "width"}
    unit = boxes[1, 1].width / 10
    assert [boxes[row, 1].x / unit for row in (1, 2, 3, 4)] == pytest.approx([0, 10, 7, 0], abs=0.01)
    assert [boxes[row, 1].width / unit for row in (1, 2, 3, 4)] == pytest.approx([10, 5, 8, 7], abs=0.01)
    assert [boxes[row, 1].y for row in (1, 2, 3, 4)] == sorted((box.y for box in boxes.values()), reverse=True)
    assert texts(marks) == ["Start", "10", "In", "+5", "Out", "−8", "End", "7"]
    assert not collisions(marks, 71, height)


def test_what_is_taken_away_is_an_outline_that_shows_the_ground() -> None:
    for width in (71, 251):
        marks = bridge({"Start": 10, "In": 5, "Out": -8, "End": 7}).marks(width, 120)
        assert brand().roles.paper not in {shape.fill for shape in shapes(marks)}
        rings = {shape.cell: len(polygons(shape.segments)) for shape in shapes(marks) if shape.cell}
        assert rings == {(1, 1): 1, (2, 1): 1, (3, 1): 2, (4, 1): 1}


def test_columns_do_not_touch() -> None:
    marks = bridge().marks(516, 120)
    boxes = sorted((ink(s) for s in shapes(marks) if s.cell and s.by == "height"), key=lambda box: box.x)
    assert all(one.right < other.x for one, other in pairwise(boxes))
    assert Decimal(len(boxes)) == 6
