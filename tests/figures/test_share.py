"""Share: a field of dots, as many counted as the share says."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from figure_samples import BRANDS, brand, check_within, datum, figure, ink, labels, shapes, texts
from generated import collisions, number, statistic_of
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.figures.base import FigureError, Mark, MarkFigure, TextAlternative
from reportgen.figures.drawing.segments import area, polygons
from reportgen.figures.make import figure_of
from reportgen.figures.marks.share import Share
from reportgen.geometry import Bbox
from reportgen.text.locale import NumberRule
from reportgen.text.words import words


def share(value: object) -> Share:
    return Share(brand(), TextAlternative("", ()), datum(value))


def dots(marks: tuple[Mark, ...]) -> tuple[list[tuple[float, ...]], list[tuple[float, ...]]]:
    """The bounds of the counted and of the other dots."""
    roles = brand().roles
    found = {shape.fill: [Bbox.around(ring) for ring in polygons(shape.segments)] for shape in shapes(marks)}
    return found.get(roles.mark, []), found.get(roles.dot_quiet, [])


@pytest.mark.parametrize(
    ("value", "counted", "all_dots"),
    [
        ("0", 0, 100),
        ("0.05", 1, 1000),
        ("0.5", 5, 1000),
        ("0.94", 9, 1000),
        ("1", 1, 100),
        ("4.93", 5, 100),
        ("33.3", 33, 100),
        ("50", 50, 100),
        ("98.5", 99, 100),
        ("99", 99, 100),
        ("99.4", 994, 1000),
        ("99.94", 999, 1000),
        ("100", 100, 100),
    ],
)
def test_as_many_dots_as_the_share_says(value: str, counted: int, all_dots: int) -> None:
    drawn = share(value)
    for width in (157.0, 243.0, 516.0):
        height = drawn.measure(width)
        for tall in (height.least, height.normal, height.most):
            marked, others = dots(drawn.marks(width, tall))
            assert (len(marked), len(marked) + len(others)) == (counted, all_dots)
            assert (drawn.counted, drawn.dots) == (counted, all_dots)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("0.03", "a field of 1000 dots cannot show 0.03"),
        ("99.97", "a field of 1000 dots cannot show 99.97"),
        ("101", "a field of 1000 dots cannot show 101"),
        ("-1", "a field of 1000 dots cannot show −1"),
    ],
)
def test_shares_that_dots_cannot_show(value: str, message: str) -> None:
    with pytest.raises(FigureError) as caught:
        share(value).measure(300)
    assert str(caught.value) == message


def test_too_narrow_for_so_many_dots() -> None:
    with pytest.raises(FigureError) as caught:
        share("0.5").measure(100)
    assert str(caught.value) == "a field of 1000 dots needs 43 mm, and has 35"


def test_dots_are_round_and_all_alike() -> None:
    marked, others = dots(share(37).marks(157, 60))
    sizes = {(round(right - left, 6), round(top - bottom, 6)) for left, bottom, right, top in marked + others}
    assert len(sizes) == 1 and len(set(sizes.pop())) == 1


def test_counted_dots_fill_columns_from_the_left_and_top() -> None:
    marked, others = dots(share(7).marks(157, 40))
    by_place = sorted(marked + others, key=lambda dot: (round(dot[0], 3), -round(dot[1], 3)))
    assert sorted(marked, key=lambda dot: (round(dot[0], 3), -round(dot[1], 3))) == by_place[:7]


def test_words() -> None:
    drawn = figure(figure="share", value=50500, share_of=1025000, label="workers on the minimum wage.")
    assert drawn.describe() == ("The share is 4.9% (50,500 out of 1,025,000), with 5 of 100 dots filled.")
    assert drawn.values() == (
        ("Measure", "Value"),
        ("Part", "50,500"),
        ("Share", "4.9%"),
        ("People in employment", "1,025,000"),
    )


def test_words_of_the_author_stand_alone() -> None:
    drawn = figure(figure="share", value=5, of=1000, alt="One in two hundred.")
    assert drawn.describe() == "One in two hundred."
    assert drawn.values()[-1] == ("Whole", "1,000")


def test_many_dots_are_told_as_the_language_writes_them() -> None:
    drawn = figure(language="de-DE", figure="share", value=5, of=1000, label="Fälle.")
    assert (
        drawn.describe()
        == "Der Anteil ist 0,50\N{NO-BREAK SPACE}% (5 von 1.000), gezeigt als gefüllter Teil eines Feldes von Punkten."
    )


@settings(max_examples=40, deadline=None)
@given(
    value=st.decimals(0, 100, places=2),
    width=st.floats(70, 520),
    stretch=st.floats(-1, 2),
    look=st.sampled_from(BRANDS),
    step=st.sampled_from([0.89, 1, 1.25]),
)
def test_any_share_at_any_size(value: Decimal, width: float, stretch: float, look: str, step: float) -> None:
    drawn = Share(brand(look, step), TextAlternative("", ()), datum(value))
    try:
        height = drawn.measure(width)
    except FigureError:
        return
    tall = height.at(stretch) if stretch <= 1 else height.most * stretch
    marks = drawn.marks(width, tall)
    check_within(marks, width, tall)
    inked = {s.fill: sum(abs(area(ring)) for ring in polygons(s.segments)) for s in shapes(marks)}
    counted = inked.get(brand(look, step).roles.mark, 0.0)
    shown = float(drawn.counted) / drawn.dots
    assert counted / sum(inked.values()) == pytest.approx(shown, rel=0.005)
    assert abs(shown * 100 - float(value)) <= 50 / drawn.dots + 1e-9
    assert smallest_distance(marks) >= 3.0 - 0.01


def smallest_distance(marks: tuple[Mark, ...]) -> float:
    """The least distance of two neighbouring dots, from middle to middle."""
    centres = [
        ((left + right) / 2, (bottom + top) / 2)
        for shape in shapes(marks)
        for left, bottom, right, top in map(Bbox.around, polygons(shape.segments))
    ]
    xs, ys = sorted({round(x, 3) for x, _ in centres}), sorted({round(y, 3) for _, y in centres})
    return min(b - a for values in (xs, ys) for a, b in pairwise(values))


def formed(value: object, form: str, look: str = BRANDS[0]) -> MarkFigure:
    """A share in one of its forms."""
    data = {"share": number(value, NumberRule(unit="%", decimals=1)), "whole": number(1000)}
    return figure_of(statistic_of("share", [], number(5), form=form, data=data), brand(look), words("en"))


@settings(max_examples=60, deadline=None)
@given(
    value=st.decimals(0, 100, places=1),
    form=st.sampled_from(["bar", "ring"]),
    width=st.floats(71, 516),
    stretch=st.floats(-1, 1),
    look=st.sampled_from(BRANDS),
)
def test_a_bar_and_a_ring_are_filled_in_proportion(
    value: Decimal, form: str, width: float, stretch: float, look: str
) -> None:
    drawn = formed(value, form, look)
    try:
        height = drawn.measure(width).at(stretch)
    except FigureError as error:
        assert error.hint
        return
    marks = drawn.marks(width, height)
    sizes = {s.fill: sum(abs(area(ring)) for ring in polygons(s.segments)) for s in shapes(marks)}
    part = sizes.get(brand(look).roles.mark, 0.0)
    if not any(shape.widened for shape in shapes(marks)):
        assert part / sum(sizes.values()) == pytest.approx(float(value) / 100, rel=0.005, abs=1e-9)
    assert texts(marks) == [f"{value:.1f}%".replace(".0%", ".0%")]
    check_within(marks, width, height)
    labelled = [mark for mark in marks if mark not in shapes(marks)]
    assert not collisions([*shapes(marks), *labelled], width, height, keep_off=shapes(marks) if form == "bar" else ())


def test_words_of_the_forms() -> None:
    told = "The share is 4.9% (5 out of 1,000), shown as the filled part of a "
    assert formed("4.9", "bar").describe() == f"{told}bar."
    assert formed("4.9", "ring").describe() == f"{told}ring."
    assert formed("4.9", "ring").values()[2] == ("Share", "4.9%")


def test_what_is_left_that_is_too_small_to_be_seen_is_refused() -> None:
    for form, message in (("bar", "a bar of this width cannot show 99.9%"), ("ring", "a ring cannot show 100.1%")):
        with pytest.raises(FigureError) as caught:
            formed("99.9" if form == "bar" else "100.1", form).measure(100)
        assert str(caught.value) == message


@pytest.mark.parametrize("form", ["bar", "ring"])
def test_a_part_too_small_to_print_is_as_wide_as_prints(form: str) -> None:
    drawn = formed("0.1", form)
    (part,) = (shape for shape in shapes(drawn.marks(100, drawn.measure(100).normal)) if shape.cell)
    assert part.widened
    assert ink(part).width == pytest.approx(0.25 if form == "bar" else 0.25 / 0.7, abs=0.001)
    (part,) = (shape for shape in shapes(formed("1", form).marks(100, 40)) if shape.cell)
    assert not part.widened


@pytest.mark.parametrize("look", ["briefing", "civic", "industrial-strategy", "night"])
def test_a_ring_uses_its_height_and_has_its_share_as_large_as_its_hole_holds(look: str) -> None:
    styles = brand(look).styles
    drawn = figure(brand(look), figure="share", value=73, share_of=100, form="ring")
    found = []
    for width in (80.0, 131.0, 163.0, 251.0):
        height = drawn.measure(width)
        for tall in (height.least, height.normal, height.most):
            marks = drawn.marks(width, tall)
            check_within(marks, width, tall)
            (label,) = labels(marks)
            across = max(ink(shape).right for shape in shapes(marks))
            assert across == pytest.approx(min(width, tall), abs=0.02)
            assert ink(label).width <= 0.7 * 0.88 * across + 0.02
            found.append((across, label.line.runs[0].run.size))
    assert [size for _, size in sorted(found)] == sorted(size for _, size in found)
    assert {styles.amount.size, styles.number.size} <= {size for _, size in found}
    assert drawn.measure(163).normal > brand(look).figure_height.normal
