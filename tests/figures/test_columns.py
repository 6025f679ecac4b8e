"""Columns: heights from zero in proportion, labels thinned by rule and never those that matter, gaps said in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from figure_samples import BRANDS, brand, ink, labels, shapes, texts
from generated import WIDTHS, Nasty, boxes, collisions, nasty, number, series_of, statistic_of
from hypothesis import given, settings
from hypothesis import strategies as st
from test_bars import check_lengths

from reportgen.content.kinds import KINDS
from reportgen.content.report import Guide, Point, Series, Statistic
from reportgen.figures.base import FigureError, MarkFigure
from reportgen.figures.drawing.label_rows import APART, RowLabel, Top, raised, rows_needed
from reportgen.figures.make import figure_of
from reportgen.page import NOTE_CELL
from reportgen.text.locale import NumberRule
from reportgen.text.setting import set_line
from reportgen.text.words import words

PER_CENT = NumberRule(unit="%")
FIVE = {"2019": 12, "2020": 9, "2021": 15, "2022": 18, "2023": 23}
CRISIS = {"2016": 19, "2017": 24, "2018": 17, "2019": 16, "2020": -103, "2021": 86, "2022": 48, "2023": 4, "2024": 11}
PEOPLE = {str(2001 + index): 1_700_000 + 19_000 * index for index in range(18)}


def columns(values: dict[str, object], rule: NumberRule = PER_CENT, **keys: object) -> Statistic:
    return statistic_of("columns", [series_of(values, rule)], **keys)


def drawn(statistic: Statistic, look: str = BRANDS[0]) -> MarkFigure:
    found = figure_of(statistic, brand(look), words("en"))
    assert isinstance(found, MarkFigure)
    return found


def usual(figure: MarkFigure, width: float) -> float:
    return figure.measure(width).normal + figure.foot


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("values", [FIVE, CRISIS, PEOPLE], ids=["five", "crisis", "people"])
@pytest.mark.parametrize("width", [90.0, 163.0, 251.0, 516.0])
def test_columns_are_in_proportion_and_labels_apart(values: dict[str, object], width: float, look: str) -> None:
    statistic = columns(dict(values), emphasised=("2020",))
    figure = drawn(statistic, look)
    for tall in (figure.measure(width).least, figure.measure(width).most):
        marks = figure.marks(width, tall + figure.foot)
        check_lengths(statistic, marks, "height")
        assert collisions(marks, width, tall + figure.foot) == []


def test_all_labels_where_they_have_room() -> None:
    figure = drawn(columns(dict(FIVE), emphasised=("2023",)))
    marks = figure.marks(251, usual(figure, 251))
    assert texts(marks) == [text for year, value in FIVE.items() for text in (year, f"{value}%")]
    bold = [label for label in labels(marks) if label.line.runs[0].span.bold]
    assert [label.line.text for label in bold] == ["2023", "23%"]


def test_first_last_emphasised_and_extreme_values_stay_when_labels_are_thinned() -> None:
    values = {**PEOPLE, "2009": 2_500_000, "2012": 900_000}
    figure = drawn(columns(values, NumberRule(), emphasised=("2005",)))
    said = {label.cell for label in labels(figure.marks(163, usual(figure, 163))) if label.cell and label.cell[1] == 1}
    assert said == {(1, 1), (5, 1), (9, 1), (12, 1), (18, 1)}


def test_years_are_thinned_evenly_or_shortened_to_two_figures() -> None:
    year = set_line("2016", brand().styles.caption, "en").width
    people, third = drawn(columns(dict(PEOPLE), NumberRule())), 18 * (year + APART) / 2.2
    years = [text for text in texts(people.marks(third, usual(people, third))) if len(text) == 4]
    assert years == ["2001", "2004", "2007", "2010", "2013", "2018"]
    crisis, tight = drawn(columns(dict(CRISIS))), 9 * (year + APART - 1)
    marks = crisis.marks(tight, usual(crisis, tight))
    under = [label for label in labels(marks) if label.cell is None or label.cell[1] == 0]
    assert sorted(label.line.text for label in under) == ["17", "18", "19", "20", "2016", "21", "22", "23", "24"]
    assert {label.cell for label in under} == {(1, 0), None}


def test_losses_hang_below_zero_with_their_values_under_them() -> None:
    figure = drawn(columns(dict(CRISIS)))
    marks = figure.marks(251, usual(figure, 251))
    loss = next(ink(shape) for shape in shapes(marks) if shape.cell == (5, 1))
    label = next(label for label in labels(marks) if label.cell == (5, 1))
    assert label.line.text == "−103%" and ink(label).bottom < loss.y


def test_a_gap_is_said_at_its_place_or_in_a_note() -> None:
    figure = drawn(columns({"2019": 58, "2020": None, "2021": 96, "2022": 74, "2023": 61}))
    wide = {label.cell: label.line.text for label in labels(figure.marks(251, usual(figure, 251)))}
    assert wide[2, 1] == "not available" and NOTE_CELL not in wide
    narrow = {label.cell: label.line.text for label in labels(figure.marks(163, usual(figure, 163)))}
    assert narrow[NOTE_CELL] == "not available for 2020" and (2, 1) not in narrow
    assert figure.values()[2] == ("2020", "not available")


def test_what_is_told() -> None:
    figure = drawn(columns(dict(FIVE), guides=(Guide("target", "Target", number(20, PER_CENT)),)))
    assert (
        figure.describe()
        == "The highest of 5 values is 23% (2023) and the lowest is 9% (2020). A line stands at 20% (Target), with 1 of 5 values above it."
    )
    assert figure.values() == (
        ("Period", "Value"),
        *((year, f"{value}%") for year, value in FIVE.items()),
        ("Target", "20%"),
    )


@pytest.mark.parametrize("width", [90.0, 163.0, 251.0])
def test_guides_stand_at_their_heights_with_words_beside_or_over(width: float) -> None:
    guides = (
        Guide("target", "Target", number(20, PER_CENT)),
        Guide("band", "Usual", number(10, PER_CENT), number(14, PER_CENT)),
    )
    figure = drawn(columns(dict(FIVE), guides=guides))
    height = usual(figure, width)
    marks = figure.marks(width, height)
    best = next(ink(shape) for shape in shapes(marks) if shape.cell == (5, 1))
    line = next(shape for shape in shapes(marks) if shape.cell == (6, 1))
    assert ink(line).y + ink(line).height / 2 == pytest.approx(best.y + best.height * 20 / 23, abs=0.02)
    assert {"Target", "20%", "Usual 10% to 14%"} <= set(texts(marks))
    assert collisions(marks, width, height, keep_off=[line]) == []


def test_an_interval_stands_upright() -> None:
    points = tuple(Point(y, number(v), number(v - 3), number(v + 4)) for y, v in (("2020", 20), ("2021", 9)))
    figure = drawn(statistic_of("columns", [Series("", points)]))
    marks = figure.marks(163, usual(figure, 163))
    found = {shape.cell: ink(shape) for shape in shapes(marks) if shape.cell}
    unit = found[1, 1].height / 20
    assert found[1, 2].y == pytest.approx(found[1, 1].y + 17 * unit, abs=0.02)
    assert found[1, 2].bottom == pytest.approx(found[1, 1].y + 24 * unit, abs=0.02)


@pytest.mark.parametrize(
    ("values", "width", "message", "hint"),
    [
        ({"A": 0, "B": 0}, 163, "all values are zero, and columns have no height", "use `figure: table`, or leave it out"),
        ({"Public Administration": 5, "B": 1, "C": 2, "D": 4}, 163, "there is no room for the name `Public Administration` under its column", "use `figure: bars`, or give it a shorter name by `short:`"),
        ({str(1980 + index): 5 for index in range(40)}, 71, "a figure of 40 columns needs 51 mm, and has 25", "use `figure: line`, or fewer points"),
    ],
)  # fmt: skip
def test_what_columns_cannot_show(values: dict[str, object], width: float, message: str, hint: str) -> None:
    with pytest.raises(FigureError) as caught:
        drawn(columns(values)).measure(width)
    assert (str(caught.value), caught.value.hint) == (message, hint)


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    width=st.sampled_from(WIDTHS),
    stretch=st.floats(-1, 1.5),
    years=st.booleans(),
    look=st.sampled_from(BRANDS),
)
def test_nasty_data_collide_nowhere(seed: int, width: float, stretch: float, years: bool, look: str) -> None:
    statistic = nasty(seed, Nasty("columns", intervals=True, years=years, sizes=(1, 2, 4, 9, 25, 40)))
    try:
        figure = drawn(statistic, look)
        tall = figure.measure(width)
    except FigureError as error:
        assert str(error) and error.hint
        return
    height = figure.foot + (tall.at(stretch) if stretch <= 1 else stretch * tall.most)
    marks = figure.marks(width, height)
    assert collisions(marks, width, height) == []
    check_lengths(statistic, marks, "height")
    known = [row for row, point in enumerate(statistic.series, 1) if point.datum]
    assert {label.cell for label in labels(marks)} >= {(known[0], 1), (known[-1], 1)}
    lines = [
        s for s in shapes(marks) if s.fill == brand(look).roles.guide and s.by == "y" and (s.cell or (0, 0))[1] == 1
    ]
    crossed = [
        label.line.text for line in lines for label in labels(marks) for box in boxes(line) if box.meets(ink(label))
    ]
    assert crossed == []


def row_label(number: int, text: str, middle: float) -> RowLabel:
    return RowLabel(number, set_line(text, brand().styles.figure_label, "en"), middle)


def test_labels_are_raised_over_columns_and_each_other() -> None:
    found_labels = [row_label(1, "1,000", 20.0), row_label(2, "2,000", 30.0), row_label(3, "3", 100.0)]
    found = {each.number: each.rise for each in raised(found_labels, [Top(15, 25, 10.0), Top(26, 34, 40.0)], 3.0, 10.0)}
    assert found == {1: 43.0, 2: 53.0, 3: 3.0}
    assert (rows_needed(found_labels), rows_needed(found_labels[1:]), rows_needed([])) == (2, 1, 0)


@pytest.mark.parametrize("kind", ["columns", "bars"])
def test_labels_on_a_band_are_in_the_ink_of_text(kind: str) -> None:
    band = Guide("band", "Usual", number(10, PER_CENT), number(24, PER_CENT))
    statistic = replace(columns(dict(FIVE), guides=(band,), emphasised=("2023",)), kind=KINDS[kind])
    figure = figure_of(statistic, brand(), words("en"))
    marks = figure.marks(251, figure.measure(251).normal + float(getattr(figure, "foot", 0.0)))
    (area,) = (ink(shape) for shape in shapes(marks) if shape.fill == brand().roles.interval)
    on = [label for label in labels(marks) if ink(label).meets(area, 0)]
    assert "23%" in texts(on) and {label.ink for label in on} == {brand().roles.text}
