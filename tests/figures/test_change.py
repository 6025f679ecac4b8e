"""Change: two columns from zero, what came or went, and labels that keep apart."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_samples import (
    BRANDS,
    Rect,
    brand,
    check_labels_apart,
    check_within,
    datum,
    figure,
    ink,
    labels,
    refused,
    shapes,
    statistic,
    texts,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.figures.bars.change import Change
from reportgen.figures.base import FigureError, Mark, TextAlternative
from reportgen.problems import ReportError

WIDTHS = (70.0, 90.0, 118.0, 157.0, 243.0, 516.0)
CASES = {
    "up": (1025000, 111400),
    "down": (4210, -1180),
    "flat": (4210, 0),
    "from next to nothing": (1025000, 1024000),
    "to next to nothing": (10, -1024000),
    "to nothing": (0, -5000),
    "a hair up": (1000000, 1),
    "a hair down": (1000000, -1),
}


def tops(marks: tuple[Mark, ...], look: str = BRANDS[0]) -> tuple[float, float]:
    """Heights of the two columns over their base line: quiet ground and what came; what went is outlined only."""
    roles = brand(look).roles
    axis = next(shape for shape in shapes(marks) if shape.fill == roles.mark_axis)
    foot, middle = ink(axis).bottom, ink(axis).x + ink(axis).width / 2
    solid = [ink(s) for s in shapes(marks) if s.fill in (roles.mark, roles.mark_quiet)]
    left = max((box.bottom for box in solid if box.x < middle), default=foot)
    right = max((box.bottom for box in solid if box.right > middle), default=foot)
    return left - foot, right - foot


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("case", CASES)
def test_columns_are_in_proportion_and_labels_apart_at_every_size(case: str, look: str) -> None:
    value, change = CASES[case]
    drawn = figure(brand(look), figure="change", value=value, change=change, since="2010")
    sizes = 0
    for width in WIDTHS:
        try:
            height = drawn.measure(width)
        except FigureError:
            continue
        sizes += 1
        for tall in (height.least, height.normal, height.most, 1.5 * height.most):
            full = tall + drawn.foot
            marks = drawn.marks(width, full)
            check_within(marks, width, full)
            check_labels_apart(marks)
            before, after = tops(marks, look)
            wanted = before * value / (value - change) if value > change else before
            if any(shape.widened and shape.cell == (1, 1) for shape in shapes(marks)):
                assert before == pytest.approx(0.25) and after > 50 * before
                continue
            slack = 0.25 if any(shape.widened for shape in shapes(marks)) else 0.02
            assert after == pytest.approx(wanted, rel=0.005, abs=slack)
    assert sizes >= 3


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("width", [118.0, 157.0, 300.0])
def test_no_label_stands_across_the_edge_of_a_column(case: str, width: float) -> None:
    value, change = CASES[case]
    drawn = figure(figure="change", value=value, change=change, since="2010")
    marks = drawn.marks(width, drawn.measure(width).normal + drawn.foot)
    for label in [one for one in labels(marks) if one.cell in ((1, 1), (2, 1))]:
        box = ink(label)
        for shape in shapes(marks):
            edges = ink(shape)
            crossed = box.meets(edges) and not edges.holds(box, 0.0)
            assert not crossed, (label.line.text, box, edges)


def test_all_labels_are_drawn_and_told() -> None:
    drawn = figure(figure="change", value=1025000, change=111400, since="2010")
    marks = drawn.marks(157, 100)
    assert texts(marks) == ["2010", "913,600", "Now", "1,025,000", "+12%"]
    assert drawn.describe() == "The value rose from 913,600 in 2010 to 1,025,000 now, up 111,400 (12%)."
    assert drawn.values() == (
        ("When", "Value"),
        ("2010", "913,600"),
        ("Now", "1,025,000"),
        ("Change in per cent", "+12%"),
        ("Change", "+111,400"),
    )


def test_every_label_stands_for_a_cell_of_the_values_that_says_the_same() -> None:
    drawn = figure(figure="change", value=1025000, change=111400, since="2010")
    for width in (157, 118):
        found = {label.cell: label.line.text for label in labels(drawn.marks(width, 100))}
        assert found == {cell: drawn.values()[cell[0]][cell[1]] for cell in ((1, 0), (1, 1), (2, 0), (2, 1), (3, 1))}


def test_a_loss_is_told_with_a_true_minus_and_drawn_as_an_outline() -> None:
    drawn = figure(figure="change", value=4210, change=-1180, since="2025")
    marks = drawn.marks(157, 100)
    assert texts(marks) == ["2025", "5,390", "Now", "4,210", "−22%"]
    assert drawn.describe() == "The value fell from 5,390 in 2025 to 4,210 now, down 1,180 (22%)."
    assert [shape.stroke for shape in shapes(marks) if shape.stroke] == [brand().roles.mark]


def test_german_labels() -> None:
    drawn = figure(language="de-DE", figure="change", value=125400, change=8300, since="2020", label="Beschäftigte.")
    assert texts(drawn.marks(157, 100)) == ["2020", "117.100", "Heute", "125.400", "+7,1\N{NO-BREAK SPACE}%"]
    assert drawn.values()[0] == ("Zeitpunkt", "Wert")


def test_a_narrow_figure_has_the_change_over_its_columns() -> None:
    drawn = figure(figure="change", value=1025000, change=111400, since="2010")
    beside, over = (labels(drawn.marks(width, 100))[-1] for width in (157.0, 118.0))
    columns = ink(next(s for s in shapes(drawn.marks(118, 100)) if s.fill == brand().roles.mark))
    assert ink(beside).x > 100
    assert ink(over).right == pytest.approx(118) and ink(over).y > columns.bottom


POINTS = {"figure": "change", "value": "17.9 %", "change": "-5.3 %", "since": "2017", "until": "2018"}


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("width", [70.0, 90.0, 118.0, 157.0, 243.0, 516.0])
def test_a_change_of_a_percentage_is_in_points_not_in_per_cent(width: float, look: str) -> None:
    drawn = figure(brand(look), label="pupils away.", **POINTS)
    assert (
        drawn.describe()
        == "The value fell from 23.2% in 2017 to 17.9% in 2018, down 5.3\N{NO-BREAK SPACE}percentage points."
    )
    change = "−5.3\N{NO-BREAK SPACE}percentage points"
    assert drawn.values() == (("When", "Value"), ("2017", "23.2%"), ("2018", "17.9%"), ("Change", change))
    height = drawn.measure(width)
    for tall in (height.least, height.normal, height.most):
        marks = drawn.marks(width, tall + drawn.foot)
        check_within(marks, width, tall + drawn.foot)
        check_labels_apart(marks)
        said = [label.line.text.strip() for label in labels(marks) if label.cell == (3, 1)]
        assert " ".join(said) == "−5.3 percentage points"
        columns = [ink(s) for s in shapes(marks) if s.cell]
        assert not any(ink(label).meets(box) for label in labels(marks) if label.cell == (3, 1) for box in columns)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de-DE", "Der Wert sank von 23,2\N{NO-BREAK SPACE}% im Jahr 2017 auf 17,9\N{NO-BREAK SPACE}% heute, das sind 5,3\N{NO-BREAK SPACE}Prozentpunkte weniger."),
        ("cy", "Gostyngodd y gwerth o 23.2% yn 2017 i 17.9% nawr, gostyngiad o 5.3\N{NO-BREAK SPACE}pwynt canran."),
    ],
)  # fmt: skip
def test_points_in_other_languages(language: str, told: str) -> None:
    value, change = ("17,9 %", "-5,3 %") if language == "de-DE" else ("17.9 %", "-5.3 %")
    drawn = figure(language=language, figure="change", value=value, change=change, since="2017", label="Schüler.")
    assert drawn.describe() == told


def test_the_later_column_has_the_name_that_until_gives_it() -> None:
    drawn = figure(figure="change", value=4210, change=-1180, since="2016", until="2018", label="In {until}.")
    assert texts(drawn.marks(157, 100)) == ["2016", "5,390", "2018", "4,210", "−22%"]
    assert drawn.describe() == "The value fell from 5,390 in 2016 to 4,210 in 2018, down 1,180 (22%)."
    assert drawn.values()[2] == ("2018", "4,210")


def test_until_belongs_to_a_change() -> None:
    with pytest.raises(ReportError) as caught:
        statistic(figure="share", value=5, of=10, until="2018")
    assert "`until` belongs to `figure: change`, and this statistic has `figure: share`" in str(caught.value)


def test_too_narrow_says_how_wide_it_has_to_be() -> None:
    drawn = figure(figure="change", value=1025000, change=111400, since="the winter before the spring of 2016")
    with pytest.raises(FigureError) as caught:
        drawn.measure(157)
    assert str(caught.value) == "a pair of columns with these labels needs 87 mm, and has 55"
    assert caught.value.hint == "shorten `since`, or use another figure"
    assert drawn.measure(87 * 72 / 25.4).least > 0


def test_two_columns_of_nothing_are_refused() -> None:
    drawn = Change(brand(), TextAlternative("", ()), datum(0), datum(0), "2010", "Now", "0%", "en-GB")
    with pytest.raises(FigureError) as caught:
        drawn.measure(200)
    assert str(caught.value) == "two columns cannot show 0"


def test_from_nothing_is_drawn() -> None:
    drawn = Change(brand(), TextAlternative("", ()), datum(0), datum(80), "2010", "Now", "new", "en-GB")
    marks = drawn.marks(157, drawn.measure(157).normal + drawn.foot)
    check_within(marks, 157, 200)
    assert tops(marks)[0] == 0 and tops(marks)[1] > 20


@settings(max_examples=40, deadline=None)
@given(
    value=st.integers(0, 10**12),
    share=st.integers(-1000, 1000),
    width=st.floats(70, 520),
    stretch=st.floats(-1, 1),
    step=st.sampled_from([0.89, 1, 1.25]),
)
def test_any_numbers_at_any_size(value: int, share: int, width: float, stretch: float, step: float) -> None:
    change = value * share // 1001 if share else 0
    keys = {"figure": "change", "value": value, "change": change, "since": "2010"}
    if refused(keys):
        return
    drawn = figure(brand(step=step), **keys)
    try:
        height = drawn.measure(width)
    except FigureError:
        return
    full = height.at(stretch) + drawn.foot
    marks = drawn.marks(width, full)
    check_within(marks, width, full)
    check_labels_apart(marks)
    before, after = tops(marks)
    if after and before:
        assert before / after == pytest.approx(float(Decimal(value - change) / value), rel=0.005, abs=0.02)
    assert Rect(0, 0, width, full).holds(ink(labels(marks)[-1]))
