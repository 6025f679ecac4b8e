"""Amount: a bar as long as its amount on a scale that bars share."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_samples import brand, check_within, datum, figure, ink, printed, report_of, shapes
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.figures.bars.amount import AmountBar, scale_of
from reportgen.figures.base import FigureError, TextAlternative
from reportgen.figures.make import bar_of, figure_of
from reportgen.text.words import words


def amount(value: object, scale: object, quiet: bool = False) -> AmountBar:
    whole = datum(scale) if quiet else None
    return AmountBar(brand(), TextAlternative("", ()), datum(value), Decimal(str(scale)), whole)


@settings(max_examples=60, deadline=None)
@given(value=st.integers(0, 10**15), scale=st.integers(1, 10**15), width=st.floats(10, 520), quiet=st.booleans())
def test_the_length_is_the_amount(value: int, scale: int, width: float, quiet: bool) -> None:
    value, scale = min(value, scale), max(value, scale)
    drawn = amount(value, scale, quiet)
    thick = drawn.measure(width).normal
    marks = drawn.marks(width, thick)
    check_within(marks, width, thick)
    bars = [ink(shape).width for shape in shapes(marks) if shape.fill == brand().roles.mark]
    assert (bars or [0.0]) == [pytest.approx(printed(width * value / scale), rel=0.005, abs=0.02)]
    assert len(marks) == quiet + len(bars)


@pytest.mark.parametrize(("value", "scale"), [(0, 0), (-1, 5), (6, 5), (1, 0)])
def test_amounts_that_have_no_length(value: int, scale: int) -> None:
    with pytest.raises(FigureError) as caught:
        amount(value, scale).measure(100)
    assert str(caught.value) == f"a bar cannot show {datum(value).text}"


def test_statistics_share_a_scale_when_they_are_counted_alike() -> None:
    amounts = [("£5m", "to build."), ("£28m", "to mend."), ("£14m", "to paint.")]
    listed = [{"value": value, "label": label, "figure": "amount"} for value, label in amounts]
    report = report_of(statistics=listed)
    lengths = []
    for statistic in report.statistics:
        drawn = figure_of(statistic, brand(), words("en"), report.statistics)
        lengths.append(ink(drawn.marks(280, 5)[0]).width)
    assert lengths == [pytest.approx(50), pytest.approx(280), pytest.approx(140)]


def test_wholes_of_one_unit_are_on_one_scale_too() -> None:
    listed = [
        {"value": "£5m", "of": "£20m", "label": "a", "figure": "amount"},
        {"value": "£50m", "of": "£60m", "label": "b", "figure": "amount"},
        {"value": "12", "of": "20", "label": "c", "figure": "amount"},
        {"value": "6", "of": "30", "label": "d", "figure": "amount"},
    ]
    report = report_of(statistics=listed)
    lengths = []
    for statistic in report.statistics:
        drawn = figure_of(statistic, brand(), words("en"), report.statistics)
        lengths.append(tuple(ink(mark).width for mark in drawn.marks(240, 5)))
    assert lengths == [(80, 20), (240, 200), (240, 144), (240, 48)]


def test_a_bar_of_another_unit_is_refused() -> None:
    listed = [{"value": value, "label": "a", "figure": "amount"} for value in ("£5m", "40")]
    report = report_of(statistics=listed)
    assert figure_of(report.statistics[0], brand(), words("en"), report.statistics)
    with pytest.raises(FigureError) as caught:
        figure_of(report.statistics[1], brand(), words("en"), report.statistics)
    assert str(caught.value) == "a bar for 40 would look as if it could be compared with that for £5m"
    assert caught.value.hint == "give it the whole that it is out of (`of:`), or take its `figure` out"


def test_a_scale_is_never_under_the_amount_itself() -> None:
    assert scale_of(datum(5), [datum(3), datum(4)]) == 5
    assert scale_of(datum(5), []) == 5


def test_words() -> None:
    drawn = figure(figure="amount", value="£5m", of="£20m", label="spent on roads.")
    assert drawn.describe() == "A bar shows £5m out of £20m."
    assert drawn.values() == (("Measure", "Value"), ("Part", "£5m"), ("Whole", "£20m"))
    bar = bar_of(datum(5, "£5m"), "to mend", Decimal(5), brand(), words("en"))
    assert (bar.describe(), bar.values()[1:]) == ("A bar shows £5m.", (("to mend", "£5m"),))
