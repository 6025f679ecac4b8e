"""Stacked bars: parts on one scale, each named and valued beside its part, and refused where they are no whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest
from figure_samples import BRANDS, brand, ink, labels, printed, shapes, texts
from generated import SPANS, Nasty, collisions, nasty, number, series_of, statistic_of
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.colour.inks import contrast
from reportgen.content.report import Point, Series
from reportgen.figures.base import FigureError, MarkFigure
from reportgen.figures.make import figure_of
from reportgen.text.locale import NumberRule
from reportgen.text.setting import set_line
from reportgen.text.words import words

PERCENT = NumberRule(unit="%")
TRAVEL: Mapping[str, object] = {
    "Private cars": 1250000,
    "Buses and trains": 420000,
    "Walking": 180000,
    "Cycling": 89000,
}
HOMES = ("Own their home", "Rent privately", "Rent socially")
PLACES: Mapping[str, tuple[int, int, int]] = {
    "Corby": (60, 30, 10),
    "Milton Keynes": (55, 25, 20),
    "Luton and the airport estate": (33, 50, 17),
}


def stacked(sets: Sequence[Series], look: str = BRANDS[0], **keys: object) -> MarkFigure:
    return figure_of(statistic_of("stacked", sets, **keys), brand(look), words("en"))


def homes(rule: NumberRule = PERCENT, times: int = 1) -> list[Series]:
    """Three parts of three bars."""
    return [
        series_of({place: parts[index] * times for place, parts in PLACES.items()}, rule, name)
        for index, name in enumerate(HOMES)
    ]


def check_scale(drawn: MarkFigure, width: float, height: float) -> None:
    """Every drawn part is as wide as its value on one scale."""
    table = drawn.values()
    scale = []
    for shape in shapes(drawn.marks(width, height)):
        if shape.cell and shape.by == "width":
            text = table[shape.cell[0]][shape.cell[1]]
            value = float(Decimal(text.replace(",", "").replace("%", "")))
            scale.append(ink(shape).width / value)
    assert scale and max(scale) == pytest.approx(min(scale), rel=0.005)


def test_one_bar() -> None:
    drawn = stacked([series_of(dict(TRAVEL))], emphasised=("Walking",))
    assert drawn.describe() == (
        "The largest part is 64% (Private cars) and the smallest is 5% (Cycling). The figure emphasises 9% (Walking). "
        "The total is 1,939,000."
    )
    assert drawn.values() == (
        ("Part", "Growth of each district", "Share"),
        ("Private cars", "1,250,000", "64%"),
        ("Buses and trains", "420,000", "22%"),
        ("Walking", "180,000", "9%"),
        ("Cycling", "89,000", "5%"),
        ("Total", "1,939,000", "100%"),
    )
    for width in (118.0, 251.0, 516.0):
        height = drawn.measure(width)
        for tall in (height.least, height.normal, height.most):
            check_scale(drawn, width, tall)
            found = texts(drawn.marks(width, tall))
            assert {"1,250,000", "64%", "420,000", "22%", "180,000", "9%", "89,000", "5%", "Total", "1,939,000"} <= {
                *found
            }
            assert not collisions(drawn.marks(width, tall), width, tall)


def test_wide_parts_are_labelled_under_themselves() -> None:
    drawn = stacked([series_of({"Men": 55, "Women": 45}, PERCENT)])
    marks = drawn.marks(251, drawn.measure(251).normal)
    second = next(ink(shape) for shape in shapes(marks) if shape.cell == (2, 1))
    name = next(label for label in labels(marks) if label.cell == (2, 0))
    assert name.left == pytest.approx(second.x)
    assert texts(marks) == ["Men", "55%", "Women", "45%"]


def test_several_bars_of_per_cents() -> None:
    drawn = stacked(homes())
    assert drawn.describe() == (
        "The part Own their home is largest at 60% (Corby) and smallest at 33% (Luton and the airport estate)."
    )
    assert drawn.values()[0] == ("Name", *HOMES)
    assert drawn.values()[1] == ("Corby", "60%", "30%", "10%")
    for width in (118.0, 163.0, 340.0):
        height = drawn.measure(width).normal
        check_scale(drawn, width, height)
        check_within_parts(drawn, width, height)
    assert {"60%", "30%", "10%", "17%"} <= set(texts(drawn.marks(340, drawn.measure(340).normal)))


def check_within_parts(drawn: MarkFigure, width: float, height: float) -> None:
    """Every value that is drawn stands within its own part; the last part reaches the figure's edge."""
    marks = drawn.marks(width, height)
    parts = {shape.cell: ink(shape) for shape in shapes(marks) if shape.by == "width"}
    for label in labels(marks):
        if label.cell in parts:
            assert parts[label.cell].x < ink(label).x and ink(label).right < parts[label.cell].right
    assert max(box.right for box in parts.values()) == pytest.approx(width)


def test_a_value_is_drawn_wherever_its_part_is_wide_enough_in_every_brand() -> None:
    for width in (163.0, 251.0, 516.0):
        for look in ("briefing", "civic", "industrial-strategy", "night"):
            drawn = stacked(homes(), look)
            marks = drawn.marks(width, drawn.measure(width).normal)
            parts = {shape.cell: ink(shape) for shape in shapes(marks) if shape.by == "width"}
            found = {label.cell for label in labels(marks)}
            roles = brand(look).roles
            for cell, box in parts.items():
                assert cell
                text = set_line(drawn.values()[cell[0]][cell[1]], brand(look).styles.figure_label, "en")
                assert (cell in found) == (text.width + 5 <= box.width)
            for label in labels(marks):
                if label.cell in parts:
                    ground = next(shape.fill for shape in shapes(marks) if shape.cell == label.cell)
                    assert ground and contrast(label.ink, ground) >= 4.5
                    assert label.ink in (roles.text, roles.paper)


def test_emphasised_values_stand_within_their_parts_or_over_all_of_them() -> None:
    drawn = stacked(homes(), emphasised=("Rent socially",))
    for width, over in ((516.0, False), (118.0, True)):
        height = drawn.measure(width).normal
        marks = drawn.marks(width, height)
        check_scale(drawn, width, height)
        parts = {shape.cell: ink(shape) for shape in shapes(marks) if shape.by == "width" and shape.cell}
        said = {label.cell: label for label in labels(marks) if label.cell in parts and label.cell[1] == 3}
        assert [label.line.text for label in said.values()] == ["10%", "20%", "17%"]
        for cell, label in said.items():
            box, part = ink(label), parts[cell]
            middle = box.x + box.width / 2
            assert (box.y > part.bottom) == over and part.x - box.width < middle < part.right + box.width
            assert over or (part.holds(box) and label.ink == brand().roles.paper)


def test_several_bars_of_amounts_have_their_totals() -> None:
    drawn = stacked(homes(NumberRule(), 1000))
    assert drawn.values()[0][-1] == "Total" and drawn.values()[1][-1] == "100,000"
    assert {"Total", "100,000"} <= set(texts(drawn.marks(340, drawn.measure(340).normal)))


def test_the_emphasised_part_is_never_left_out() -> None:
    drawn = stacked(homes(), emphasised=("Rent privately", "Corby"))
    assert (
        "The part Rent privately is largest at 50% (Luton and the airport estate) and smallest at 25%"
        in drawn.describe()
    )
    found = texts(drawn.marks(118, drawn.measure(118).least))
    assert {"30%", "25%", "50%"} <= set(found)


def test_what_is_no_whole_is_refused() -> None:
    rest = "give the rest as a part, or use `figure: bars`"
    cases: list[tuple[Mapping[str, object], NumberRule, str, str]] = [
        ({"a": 40, "b": 30}, PERCENT, "the parts come to 70%, not to 100 per cent", rest),
        ({"a": 60, "b": 60}, PERCENT, "the parts come to 120%, not to 100 per cent", rest),
        ({"a": 0, "b": 0}, NumberRule(), "parts that are all nothing make no bar", "leave the figure out"),
    ]  # fmt: skip
    for values, rule, message, hint in cases:
        with pytest.raises(FigureError) as caught:
            stacked([series_of(dict(values), rule)])
        assert (str(caught.value), caught.value.hint) == (message, hint)


def test_per_cents_may_be_rounded() -> None:
    assert stacked([series_of({"a": "33.3", "b": "33.3", "c": "33.3"}, NumberRule(unit="%", decimals=1))])
    assert stacked([series_of({"a": 33, "b": 33, "c": 33}, PERCENT)])


def test_a_small_share_has_the_decimals_that_it_needs() -> None:
    drawn = stacked([series_of({"a": 999000, "b": 900, "c": 100})])
    assert [row[2] for row in drawn.values()[1:4]] == ["99.90%", "0.09%", "0.01%"]


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    width=st.floats(71, 516),
    stretch=st.floats(-1, 1),
    many=st.booleans(),
    look=st.sampled_from(BRANDS),
)
def test_any_parts_at_any_size(seed: int, width: float, stretch: float, many: bool, look: str) -> None:
    sizes = (1, 2, 5, 13, 40) if many else (1, 2, 3, 4)
    like = Nasty("stacked", (2, 4) if many else (1, 1), sizes, negative=False, gaps=False, guides=False)
    statistic = nasty(seed, like)
    try:
        drawn = figure_of(statistic, brand(look), words("en"))
        height = drawn.measure(width).at(stretch)
    except FigureError as error:
        assert error.hint
        return
    marks = drawn.marks(width, height)
    assert not collisions(marks, width, height)
    names = [point.label for point in statistic.series]
    assert [row[0] for row in drawn.values()[1 : len(names) + 1]] == names
    table = drawn.values()
    for shape in shapes(marks):
        if shape.cell:
            assert table[shape.cell[0]][shape.cell[1]]


@pytest.mark.parametrize("span", SPANS)
def test_widths_are_values(span: tuple[NumberRule, str, str]) -> None:
    rule, low, high = span
    values = [number(low, rule), number(high, rule), number(low, rule)]
    series = Series("", tuple(Point(f"part {index}", value) for index, value in enumerate(values)))
    try:
        drawn = stacked([series])
    except FigureError:
        assert rule.unit == "%"
        return
    marks = drawn.marks(340, drawn.measure(340).normal)
    total = sum(value.value for value in values)
    for shape in shapes(marks):
        if shape.cell and shape.by:
            share = float(values[shape.cell[0] - 1].value / total)
            assert ink(shape).width == pytest.approx(printed(share * 340), rel=0.005, abs=0.02)
