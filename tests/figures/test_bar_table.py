"""The table with small bars: numbers on their decimal sign, bars on one scale for each unit, every value in its cell."""

from __future__ import annotations

import re

import pytest
from figure_samples import BRANDS, brand, ink, labels, printed, shapes
from generated import WIDTHS, Nasty, collisions, nasty, number, series_of, statistic_of
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.content.report import Guide, Statistic
from reportgen.figures.bars.table_columns import GOOD_BAR, before_decimal
from reportgen.figures.bars.table_scales import column_scales
from reportgen.figures.base import FigureError, MarkFigure, PlacedFigure
from reportgen.figures.make import figure_of
from reportgen.geometry import MM
from reportgen.text.locale import NumberRule
from reportgen.text.words import words

ONE_DECIMAL = NumberRule(unit="%", decimals=1)
PEOPLE = {"Corby": 70827, "Milton Keynes": 268607, "Luton": None, "Wellingborough": 79707}
GROWTH = {"Corby": 33.1, "Milton Keynes": 9, "Luton": 15.25, "Wellingborough": -2.5}


def table(**keys: object) -> Statistic:
    sets = [series_of(PEOPLE, name="People"), series_of(GROWTH, ONE_DECIMAL, "Growth since 2001")]
    return statistic_of("table", sets, **keys)


def drawn(statistic: Statistic, look: str = BRANDS[0]) -> MarkFigure:
    found = figure_of(statistic, brand(look), words("en"))
    assert isinstance(found, MarkFigure)
    return found


def check_bars(statistic: Statistic, figure: MarkFigure, width: float, height: float) -> None:
    """The bars of a column are as long as its values are great, and those of a unit too, if their scales can be one."""
    found = {shape.cell: shape for shape in shapes(figure.marks(width, height)) if shape.by == "width"}
    for column, series in enumerate(statistic.sets, 1):
        values = {(row, column): point.datum.value for row, point in enumerate(series.points, 1) if point.datum}
        assert {cell for cell in found if cell and cell[1] == column} == {cell for cell in values if values[cell]}
        longest = max((cell for cell in values if values[cell]), key=lambda cell: abs(values[cell]), default=None)
        if longest is None:
            continue
        scale = ink(found[longest]).width / float(abs(values[longest]))
        for cell, value in values.items():
            long = ink(found[cell]).width if value else 0.0
            assert long == pytest.approx(printed(float(abs(value)) * scale), rel=0.005, abs=0.02)


def test_columns_of_one_unit_are_on_one_scale() -> None:
    pounds = NumberRule(prefix="£", unit="", decimals=1)
    sets = [
        series_of({"Rotas": "3.4", "Mileage": "0.6"}, pounds, "Costs"),
        series_of({"Rotas": "1.6", "Mileage": "0.2"}, pounds, "Saves"),
        series_of({"Rotas": 80, "Mileage": 20}, name="Carers"),
    ]
    figure = drawn(statistic_of("table", sets))
    for width in (163.0, 251.0, 516.0):
        marks = figure.marks(width, figure.measure(width).normal)
        long = {shape.cell: ink(shape).width for shape in shapes(marks) if shape.by == "width"}
        assert long[1, 2] == pytest.approx(long[1, 1] * 1.6 / 3.4, abs=0.02)
        assert long[2, 1] == pytest.approx(long[1, 1] * 0.6 / 3.4, abs=0.02)
        assert long[1, 3] == pytest.approx(long[1, 1], abs=0.02)  # another unit has a scale of its own


def test_columns_of_very_different_size_have_scales_of_their_own() -> None:
    sets = [series_of({"a": 1000, "b": 400}, name="Homes"), series_of({"a": 99, "b": 20}, name="Burnt")]
    figure = drawn(statistic_of("table", sets))
    marks = figure.marks(251, figure.measure(251).normal)
    long = {shape.cell: ink(shape).width for shape in shapes(marks) if shape.by}
    assert long[1, 2] == pytest.approx(long[1, 1])
    assert long[2, 2] == pytest.approx(long[1, 2] * 20 / 99)


def test_a_period_of_small_values_has_no_bars_beside_another() -> None:
    sets = [series_of({"a": 1000, "b": 400}, name="2001"), series_of({"a": 99, "b": 20}, name="2018")]
    statistic = statistic_of("table", sets)
    figure = drawn(statistic)
    marks = figure.marks(251, figure.measure(251).normal)
    assert {shape.cell for shape in shapes(marks) if shape.by} == {(1, 1), (2, 1)}
    assert {"99", "20"} <= {label.line.text for label in labels(marks)}
    assert column_scales(statistic)[1].why == "its bars would be too short beside the others"


def test_a_total_has_no_bar_and_does_not_set_the_scale() -> None:
    sets = [series_of({"a": 1000, "b": 400, "Total": 1400}, name="Homes")]
    long = []
    for totals in ((), ("Total",)):
        figure = drawn(statistic_of("table", sets, totals=totals))
        marks = figure.marks(251, figure.measure(251).normal)
        long.append({shape.cell: ink(shape).width for shape in shapes(marks) if shape.by})
    assert long[0][3, 1] == pytest.approx(long[1][1, 1])
    assert long[1].keys() == {(1, 1), (2, 1)}
    assert long[1][2, 1] == pytest.approx(long[1][1, 1] * 0.4)


def test_a_total_column_has_no_bars() -> None:
    sets = [series_of({"a": 10, "b": 40}, name="Men"), series_of({"a": 20, "b": 60}, name="Total")]
    figure = drawn(statistic_of("table", sets, totals=("Total",)))
    marks = figure.marks(251, figure.measure(251).normal)
    assert {shape.cell for shape in shapes(marks) if shape.by} == {(1, 1), (2, 1)}


@pytest.mark.parametrize(("bars", "columns"), [(None, {1, 2}), ((), set()), (("Growth since 2001",), {2})])
def test_which_columns_have_bars(bars: tuple[str, ...] | None, columns: set[int]) -> None:
    figure = drawn(table(bars=bars))
    marks = figure.marks(251, figure.measure(251).normal)
    assert {shape.cell[1] for shape in shapes(marks) if shape.cell and shape.by} == columns


def test_an_emphasised_column_stands_out() -> None:
    figure, roles = drawn(table(emphasised=("People",))), brand().roles
    marks = figure.marks(251, figure.measure(251).normal)
    inks = {shape.cell[1]: shape.fill for shape in shapes(marks) if shape.cell and shape.by}
    assert inks == {1: roles.mark_emphasised, 2: roles.mark_beside}
    bold = {label.line.text for label in labels(marks) if label.ink == roles.mark_emphasised_label}
    assert {"70,827", "268,607", "79,707"} <= bold
    assert "33.1%" not in bold


def test_a_value_too_small_to_print_is_as_long_as_prints_and_marked_in_the_table_of_values() -> None:
    sets = [
        series_of({"a": 1000000, "b": 50, "c": 0, "d": None}, name="Homes"),
        series_of({"a": 5, "b": 4, "c": 3, "d": 2}, name="Shops"),
    ]
    placed = PlacedFigure(drawn(statistic_of("table", sets)), 251, 90)
    marks = {shape.cell: shape for shape in shapes(placed.marks) if shape.by}
    assert ink(marks[2, 1]).width == pytest.approx(0.25)
    assert [cell for cell, shape in marks.items() if shape.widened] == [(2, 1)]
    assert not marks.keys() & {(3, 1), (4, 1)}
    assert [row[-1] for row in placed.table] == [
        "Note", "", "Homes: drawn wider than its value: too small to print", "", "",
    ]  # fmt: skip
    assert placed.figure.values() == tuple(row[:-1] for row in placed.table)


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("width", [178.0, 251.0, 516.0])
def test_a_table_at_every_width(width: float, look: str) -> None:
    statistic = table(emphasised=("Corby",))
    figure = drawn(statistic, look)
    for height in (figure.measure(width).least, figure.measure(width).most):
        marks = figure.marks(width, height)
        assert collisions(marks, width, height) == []
        check_bars(statistic, figure, width, height)
        said: dict[object, str] = {}
        for label in labels(marks):
            said[label.cell] = said.get(label.cell, "") + label.line.text
        every = {(row, column): text for row, line in enumerate(figure.values()) for column, text in enumerate(line)}
        assert said == {cell: text for cell, text in every.items() if cell != (0, 0)}


def test_numbers_stand_on_their_decimal_sign() -> None:
    figure = drawn(table())
    column = {
        label.cell[0]: label
        for label in labels(figure.marks(251, 80))
        if label.cell and label.cell[0] and label.cell[1] == 2
    }
    signs = set()
    for label in column.values():
        run, text = label.line.runs[0].run, label.line.text
        before = sum(glyph.advance for glyph in run.glyphs[: text.index(".")]) * run.size
        signs.add(round(label.left + before, 2))
    assert len(column) == 4 and max(signs) - min(signs) <= 0.02


@pytest.mark.parametrize(
    ("text", "language", "before"),
    [
        ("12.5%", "en", "12"), ("12%", "en", "12"), ("£1.2bn", "en", "£1"), ("1,025,000", "en", "1,025,000"),
        ("−0.3%", "en", "−0"), ("1.025,5 €", "de", "1.025"), ("none", "en", "none"), ("£5m", "en", "£5"),
    ],
)  # fmt: skip
def test_what_stands_before_the_decimal_sign(text: str, language: str, before: str) -> None:
    assert before_decimal(text, language) == before


def test_what_is_told() -> None:
    figure = drawn(table())
    assert (
        figure.describe()
        == "Under People, the highest of 3 values is 268,607 (Milton Keynes) and the lowest is 70,827 (Corby). "
        "There is no value for Luton (not available). The table also has Growth since 2001."
    )
    assert figure.values() == (
        ("Name", "People", "Growth since 2001"), ("Corby", "70,827", "33.1%"), ("Milton Keynes", "268,607", "9.0%"),
        ("Luton", "not available", "15.3%"), ("Wellingborough", "79,707", "−2.5%"),
    )  # fmt: skip


def test_what_a_table_cannot_show() -> None:
    with pytest.raises(FigureError) as caught:
        drawn(table()).measure(90.0)
    assert re.fullmatch(r"a table with these columns needs \d+ mm, and has 31", str(caught.value))
    assert caught.value.hint == "leave out a column, or give it a shorter name by `short:`"
    needed = int(str(caught.value).split()[6])
    assert drawn(table()).measure(needed * MM).least > 0
    with pytest.raises(FigureError) as caught:
        drawn(table(guides=(Guide("target", "Target", number(5)),)))
    assert str(caught.value) == "a table has no scale for a target to stand on"


@settings(max_examples=50, deadline=None)
@given(
    seed=st.integers(0, 10**6), width=st.sampled_from(WIDTHS), stretch=st.floats(-1, 1), look=st.sampled_from(BRANDS)
)
def test_nasty_data_collide_nowhere(seed: int, width: float, stretch: float, look: str) -> None:
    statistic = nasty(seed, Nasty("table", sets=(1, 3), guides=False))
    try:
        figure = drawn(statistic, look)
        height = figure.measure(width).at(stretch)
    except FigureError as error:
        assert str(error) and error.hint
        return
    assert collisions(figure.marks(width, height), width, height) == []
    check_bars(statistic, figure, width, height)


def test_names_wrap_before_bars_are_short_and_short_bars_are_told() -> None:
    shares = {"Wholesale, retail and repair of vehicles": 14, "Hotels and restaurants": 98}
    one, three = (
        drawn(statistic_of("table", [series_of(shares, name=name) for name in names])) for names in ("a", "abc")
    )
    for width, lines in ((240.0, 1), (200.0, 2), (150.0, 3)):
        plan = one.plan(width)  # type: ignore[attr-defined]
        assert max(len(name.lines) for name in plan.names) == lines
        assert plan.columns[0].room >= GOOD_BAR
        assert one.cramped(width) == 0.0
    assert three.cramped(516.0) == 0.0
    room = three.plan(230.0).columns[0].room  # type: ignore[attr-defined]
    assert 0.0 < three.cramped(230.0) == pytest.approx(1.0 - room / GOOD_BAR)
