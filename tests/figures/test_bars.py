"""Bars and diverging bars: lengths from zero in proportion, names by rule, guides that cross no label, all values told."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_samples import BRANDS, Rect, brand, ink, labels, printed, shapes, texts
from generated import WIDTHS, Nasty, boxes, collisions, nasty, number, series_of, statistic_of
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reportgen.colour.inks import contrast
from reportgen.content.report import Guide, Point, Series, Statistic
from reportgen.figures.base import FigureError, Mark, MarkFigure
from reportgen.figures.drawing.segments import polygons
from reportgen.figures.make import figure_of
from reportgen.geometry import Bbox
from reportgen.text.locale import NumberRule
from reportgen.text.words import words

PER_CENT = NumberRule(unit="%")
GROWTH = {
    "Corby": 33, "Milton Keynes": 26, "Kettering": 23, "East Northamptonshire": 22, "Daventry": 17, "Luton": 15,
    "Cherwell": 13, "Wellingborough": 10,
}  # fmt: skip
VACCINATED = (("Intensive care", 84), ("Surgery", 70), ("Mental health", 58))
MIXED = {"Health": 12300, "Public administration": 9800, "Retail": 0, "Media": None, "Telecoms": -2100, "Farms": -8800}


def drawn(statistic: Statistic, look: str = BRANDS[0], language: str = "en") -> MarkFigure:
    found = figure_of(statistic, brand(look), words(language))
    assert isinstance(found, MarkFigure)
    return found


def ranking(kind: str = "bars", values: dict[str, object] | None = None, **keys: object) -> Statistic:
    return statistic_of(kind, [series_of(values or dict(GROWTH), PER_CENT)], **keys)


def bars_of(marks: tuple[Mark, ...], by: str = "width") -> dict[int, Rect]:
    """The rectangle of each bar, by its row of the table."""
    return {shape.cell[0]: ink(shape) for shape in shapes(marks) if shape.cell and shape.by == by}


def check_lengths(statistic: Statistic, marks: tuple[Mark, ...], by: str = "width") -> None:
    """Each bar is as long as its value is great, from one line at zero, losses on the other side of it."""
    found = bars_of(marks, by)
    values = {row: p.datum.value for row, p in enumerate(statistic.series, 1) if p.datum and p.datum.value}
    assert found.keys() == values.keys()
    ends = {row: (box.x, box.right) if by == "width" else (box.y, box.bottom) for row, box in found.items()}
    longest = max(values, key=lambda row: abs(values[row]))
    unit = (ends[longest][1] - ends[longest][0]) / float(abs(values[longest]))
    zero = ends[longest][0 if values[longest] > 0 else 1]
    for row, value in values.items():
        low, high = ends[row]
        assert high - low == pytest.approx(printed(float(abs(value)) * unit), rel=0.005, abs=0.02)
        assert (low if value > 0 else high) == pytest.approx(zero, abs=0.02)


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("width", [251.0, 163.0, 90.0])
@pytest.mark.parametrize("stretch", [-1, 0, 1, 2])
def test_a_ranking_fills_its_height_and_is_in_proportion(width: float, look: str, stretch: float) -> None:
    statistic = ranking(emphasised=("Corby",))
    figure = drawn(statistic, look)
    tall = figure.measure(width)
    height = tall.at(stretch) if stretch < 2 else 1.3 * tall.most
    marks = figure.marks(width, height)
    check_lengths(statistic, marks)
    assert collisions(marks, width, height) == []
    everything = [ink(mark) for mark in marks]
    assert max(box.bottom for box in everything) == pytest.approx(height, abs=2.0)
    assert min(box.y for box in everything) == pytest.approx(0, abs=2.0)
    roles = brand(look).roles
    assert [s.fill for s in shapes(marks)] == [roles.mark_emphasised, *[roles.mark_beside] * 7]
    assert texts(marks)[:2] == ["Corby", "33%"]


def test_all_bars_have_one_ink_when_none_is_emphasised() -> None:
    assert {shape.fill for shape in shapes(drawn(ranking()).marks(251, 150))} == {brand().roles.mark}


def test_what_is_told() -> None:
    figure = drawn(ranking(values={**GROWTH, "Bedford": None}, emphasised=("Luton",)))
    sentence = (
        "The highest of 8 values is 33% (Corby) and the lowest is 10% (Wellingborough). The figure emphasises 15% (Luton). "
        "There is no value for Bedford (not available)."
    )
    assert figure.describe() == sentence
    rows = [*((name, f"{value}%") for name, value in GROWTH.items()), ("Bedford", "not available")]
    assert figure.values() == (("Name", "Value"), *rows)
    assert drawn(ranking(alt="As it is.")).describe() == "As it is."
    two = ranking(values={"2010": 5, "2020": 7})
    assert drawn(two).describe() == "The values are 5% (2010) and 7% (2020)."
    same = ranking(values={"A": 5, "B": 5, "C": 5})
    assert drawn(same).describe() == "All 3 values are 5%."


def test_what_is_told_in_german() -> None:
    statistic = statistic_of("bars", [series_of({"A": 5, "B": None, "C": 3, "D": 1})], language="de-DE")
    found = drawn(statistic, language="de")
    assert found.describe() == (
        "Der höchste von 3 Werten ist 5 (A), der niedrigste 1 (D). Für B gibt es keinen Wert (nicht verfügbar)."
    )


def test_every_label_says_what_its_cell_says() -> None:
    statistic = ranking(guides=(Guide("target", "Target", number(25, PER_CENT)),))
    figure = drawn(statistic)
    for width in (251.0, 90.0):
        said: dict[object, str] = {}
        for label in labels(figure.marks(width, figure.measure(width).normal)):
            said[label.cell] = f"{said.get(label.cell, '')}{label.line.text}"
        table = figure.values()
        assert {cell: text.strip() for cell, text in said.items()} == {
            (row, column): text for row, line in enumerate(table) if row for column, text in enumerate(line)
        }


def test_a_gap_is_said_where_its_bar_would_be() -> None:
    figure = drawn(ranking("diverging", MIXED))
    marks = figure.marks(251, figure.measure(251).normal)
    gap = next(label for label in labels(marks) if label.line.text == "not available")
    assert gap.cell == (4, 1) and 4 not in bars_of(marks)
    assert (3, 1) in {label.cell for label in labels(marks)} and 3 not in bars_of(marks)


def test_a_long_name_is_wrapped_then_divided_and_never_cut() -> None:
    name = "Supercalifragilisticexpialidocious services and administration of them"
    statistic = ranking(values={name: 30, "Corby": 20})
    seen = {width: texts(drawn(statistic).marks(width, 90.0)) for width in (516.0, 170.0)}
    assert seen[516.0][0] == name
    assert seen[170.0][:2] == ["Supercalifragilisticexpialidocious services", "and administration of them"]
    assert [label.cell for label in labels(drawn(statistic).marks(170.0, 90.0))][:2] == [(1, 0)] * 2
    assert drawn(statistic).values()[1] == (name, "30%")


def test_a_name_that_no_bar_has_room_beside_is_refused() -> None:
    same = "Supercalifragilisticexpialidocious"
    with pytest.raises(FigureError) as caught:
        drawn(ranking(values={f"{same}north": 30, f"{same}south": 20})).measure(72.0)
    assert str(caught.value).startswith("a row of bars with these names and values needs ")
    assert str(caught.value).endswith(" mm, and has 25")
    assert caught.value.hint == "give it a shorter name by `short:`"


GUIDES = (
    Guide("reference", "England", number(17, PER_CENT)),
    Guide("target", "Target", number(25, PER_CENT)),
    Guide("band", "Usual range", number(12, PER_CENT), number(20, PER_CENT)),
)


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("width", [90.0, 163.0, 251.0])
def test_guides_stand_at_their_values_and_cross_no_label(width: float, look: str) -> None:
    figure = drawn(ranking(guides=GUIDES), look)
    height = figure.measure(width).normal
    marks = figure.marks(width, height)
    corby = bars_of(marks)[1]
    lines = [shape for shape in shapes(marks) if shape.by == "x"]
    assert {shape.cell for shape in lines} == {(9, 1), (10, 1), (11, 1)}
    for cell, value in (((9, 1), 17), ((10, 1), 25)):
        line = ink(next(shape for shape in lines if shape.cell == cell))
        assert line.x + line.width / 2 == pytest.approx(corby.x + corby.width * value / 33, abs=0.02)
    solid = [shape for shape in lines if shape.fill == brand(look).roles.guide]
    assert collisions(marks, width, height, keep_off=solid) == []
    assert figure.values()[9:] == (
        ("England", "17%"),
        ("Target", "25%"),
        ("Usual range, from", "12%"),
        ("Usual range, to", "20%"),
    )
    assert figure.describe().endswith(
        " A line stands at 17% (England), with 4 of 8 values above it. A line stands at 25% (Target), with 2 of 8 values "
        "above it. A band reaches from 12% to 20% (Usual range)."
    )


def test_an_interval_reaches_from_end_to_end_and_its_value_stands_behind_it() -> None:
    points = tuple(
        Point(n, number(v, PER_CENT), number(v - 3, PER_CENT), number(v + 4, PER_CENT))
        for n, v in (("A", 20), ("B", 9))
    )
    figure = drawn(statistic_of("bars", [Series("", points)]))
    marks = figure.marks(163, figure.measure(163).normal)
    bar, whisker = bars_of(marks)[1], next(ink(s) for s in shapes(marks) if s.cell == (1, 2))
    unit = bar.width / 20
    assert (whisker.x, whisker.right) == (
        pytest.approx(bar.x + 17 * unit, abs=0.02),
        pytest.approx(bar.x + 24 * unit, abs=0.02),
    )
    assert next(label for label in labels(marks) if label.cell == (1, 1)).x > whisker.right
    assert figure.values() == (
        ("Name", "Value", "Lower limit", "Upper limit"),
        ("A", "20%", "17%", "24%"),
        ("B", "9%", "6%", "13%"),
    )


@pytest.mark.parametrize("look", ["briefing", "civic", "industrial-strategy", "night"])
@pytest.mark.parametrize("width", [118.0, 163.0, 251.0, 516.0])
def test_intervals_are_seen_on_bar_and_ground_and_values_stand_clear_of_them(width: float, look: str) -> None:
    points = [Point(n, number(v, PER_CENT), number(v - 6, PER_CENT), number(v + 5, PER_CENT)) for n, v in VACCINATED]
    points.append(Point("Hospital school", None, gap="suppressed"))
    trust = Guide("reference", "trust", number(73, PER_CENT))
    figure = drawn(statistic_of("bars", [Series("", tuple(points))], guides=(trust,)), look)
    height, roles = figure.measure(width).normal, brand(look).roles
    marks = figure.marks(width, height)
    assert collisions(marks, width, height) == []
    whiskers = [shape for shape in shapes(marks) if shape.cell and shape.cell[1] == 2]
    values = [ink(label) for label in labels(marks) if label.cell and label.cell[1] == 1 and "%" in label.line.text]
    farthest = max(ink(shape).right for shape in whiskers)
    assert len(whiskers) == 3 and all(shape.fill == roles.text for shape in whiskers)
    assert all(box.x > farthest and box.right == pytest.approx(width) for box in values[:3])
    bars = [ink(shape) for shape in shapes(marks) if shape.cell and shape.cell[1] == 1 and shape.by == "width"]
    (fill,) = {shape.fill for shape in shapes(marks) if shape.cell and shape.by == "width"}
    on_bar = max((roles.text, roles.paper), key=lambda each: contrast(each, fill))
    assert contrast(on_bar, fill) >= 3
    if on_bar == roles.paper:
        (over,) = [shape for shape in shapes(marks) if shape.fill == roles.paper and not shape.cell]
        parts = [Rect(x, y, r - x, t - y) for x, y, r, t in map(Bbox.around, polygons(over.segments))]
        assert len(parts) >= 6 and all(any(bar.holds(part, 0.02) for bar in bars) for part in parts)


def test_gains_and_losses_are_told_apart_by_side_and_ink_and_sign() -> None:
    statistic = ranking("diverging", MIXED, emphasised=("Telecoms",))
    figure = drawn(statistic)
    marks = figure.marks(251, figure.measure(251).normal)
    check_lengths(statistic, marks)
    roles, found = brand().roles, bars_of(marks)
    inks = {shape.cell[0]: shape.fill for shape in shapes(marks) if shape.cell}
    assert inks == {1: roles.series_1, 2: roles.series_1, 5: roles.series_2, 6: roles.series_2}
    assert found[5].right == pytest.approx(found[1].x)
    said = {label.cell: label for label in labels(marks)}
    assert said[6, 1].line.text == "−8,800%" and ink(said[6, 1]).right < found[6].x
    assert ink(said[1, 0]).right < found[1].x and ink(said[6, 0]).x > found[6].right
    assert (
        figure.describe() == "The values run from 12,300% (Health) to −8,800% (Farms), with 2 above zero and 2 below. "
        "The figure emphasises −2,100% (Telecoms). There is no value for Media (not available)."
    )


def test_bars_of_nothing_are_refused() -> None:
    with pytest.raises(FigureError) as caught:
        drawn(statistic_of("bars", [series_of({"A": 0, "B": 0})], number(1)))
    assert str(caught.value) == "all values are zero, and bars have no length"
    assert caught.value.hint == "use `figure: table`, or leave the figure out"


def test_the_width_that_is_asked_for_is_enough() -> None:
    statistic = ranking(values={"A": 12300, "B": -2100})
    with pytest.raises(FigureError) as caught:
        drawn(statistic).measure(50.0)
    needed = int(str(caught.value).split(" needs ")[1].split()[0])
    assert drawn(statistic).measure(needed * 72 / 25.4).least > 0


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    width=st.sampled_from(WIDTHS),
    stretch=st.floats(-1, 1.5),
    kind=st.sampled_from(["bars", "diverging"]),
    look=st.sampled_from(BRANDS),
)
def test_nasty_data_collide_nowhere(seed: int, width: float, stretch: float, kind: str, look: str) -> None:
    statistic = nasty(seed, Nasty(kind, intervals=True))
    values = [point.datum.value for point in statistic.series if point.datum]
    assume(kind == "bars" or (values and min(values) < 0 < max(values)))
    try:
        figure = drawn(statistic, look)
        tall = figure.measure(width)
    except FigureError as error:
        assert str(error) and error.hint
        return
    height = tall.at(stretch) if stretch <= 1 else stretch * tall.most
    marks = figure.marks(width, height)
    assert collisions(marks, width, height) == []
    check_lengths(statistic, marks)
    assert [row[0] for row in figure.values()[1 : len(statistic.series) + 1]] == [p.label for p in statistic.series]
    shown = {label.cell for label in labels(marks)}
    assert shown >= {(row, 1) for row in range(1, len(statistic.series) + 1)}
    lines = [
        s for s in shapes(marks) if s.fill == brand(look).roles.guide and s.by == "x" and (s.cell or (0, 0))[1] == 1
    ]
    crossed = [
        (line.cell, label.line.text)
        for line in lines
        for label in labels(marks)
        for box in boxes(line)
        if box.meets(ink(label))
    ]
    assert crossed == []


def test_a_change_of_one_value_is_seen_in_picture_words_and_table() -> None:
    before, after = (drawn(ranking(values={**GROWTH, "Corby": value})) for value in (33, Decimal(34)))
    assert before.marks(251, 150) != after.marks(251, 150)
    assert before.describe() != after.describe() and before.values() != after.values()
