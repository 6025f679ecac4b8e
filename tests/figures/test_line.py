"""Over time: points in proportion on a scale that says where it starts, and labels that keep clear."""

from __future__ import annotations

from decimal import Decimal

import pytest
from figure_samples import BRANDS, brand, check_labels_apart, check_within, datum, figure, labels, shapes, texts
from generated import Nasty, number, series_of, statistic_of
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from line_samples import check_cells, check_clear, check_many, drawn_at, made, middle

from reportgen.content.report import Break, Datum, Guide, Point, Series
from reportgen.figures.base import FigureError, Mark
from reportgen.figures.drawing.clear_rules import upright_rule
from reportgen.figures.drawing.segments import polygons
from reportgen.figures.lines.single_line import SingleLine
from reportgen.geometry import Rect
from reportgen.page import NOTE_CELL
from reportgen.text.locale import NumberRule

SERIES = {
    "two points": [58, 61],
    "gaps": [None, 96, None, 90, 81, 74, 66, None],
    "lone points": [5, None, 7, None, 6],
    "early and late gaps": [None, 5, 7, *[None] * 30],
    "negative": [-58, 96, -88, 90],
    "below zero": [-58, -96, -88, -90],
    "flat": [58, 58, 58],
    "all zero": [0, 0, 0],
    "forty": [100 + (37 * index) % 23 for index in range(40)],
    "steep": [1, 1_000_000, 1],
    "close together": [1_000_000, 1_000_001, 1_000_003],
    "tiny": ["0.000001", "0.000002"],
    "huge": [10**14, 9 * 10**14],
}
PEOPLE = {"2001": 1_709_609, "2005": 1_765_000, "2010": 1_850_300, "2014": 1_934_000, "2018": 2_034_176}
PER_CENT = NumberRule(unit="%", decimals=1)


def points(values: list[object]) -> tuple[Point, ...]:
    return tuple(
        Point(str(1990 + index), None if value is None else datum(value)) for index, value in enumerate(values)
    )


def line(values: list[object], look: str = BRANDS[0], step: float = 1, **keys: object) -> SingleLine:
    drawn = made(statistic_of("line", [Series("", points(values))], **keys), look, step)  # type: ignore[arg-type]  # keys of the dataclass
    assert isinstance(drawn, SingleLine)
    return drawn


def check(drawn: SingleLine, width: float, tall: float) -> None:
    """All that holds of every line: inside, labels apart and clear of the line, values in proportion."""
    full = tall + drawn.foot
    marks = drawn.marks(width, full)
    check_within(marks, width, full)
    check_labels_apart(marks)
    check_clear(marks)
    check_cells(drawn, marks)
    check_proportion(drawn, marks)


def check_proportion(drawn: SingleLine, marks: tuple[Mark, ...]) -> None:
    """Every corner of the line and every point stands as high as its value says, first and last among them."""
    known = [(index, point.datum.value) for index, point in enumerate(drawn.sets[0].points) if point.datum]
    first, last = known[0][0] + 1, known[-1][0] + 1
    ends = {shape.cell: middle(shape) for shape in shapes(marks) if shape.by == "y"}
    assert {(first, 1), (last, 1)} <= set(ends)
    stroked = [shape for shape in shapes(marks) if shape.stroke and not shape.fill]
    corners = {round(float(s[1]), 3): float(s[2]) for shape in stroked for s in shape.segments}
    corners |= {round(x, 3): y for x, y in ends.values()}
    corners |= {round(middle(s)[0], 3): middle(s)[1] for s in _lone(marks)}
    heights = [corners[x] for x in sorted(corners)]
    assert len(heights) == len(known)
    low, high = min(value for _, value in known), max(value for _, value in known)
    reach = max(heights) - min(heights)
    for height, (_, value) in zip(heights, known, strict=True):
        share = float((value - low) / (high - low)) if high > low else 0.0
        assert height - min(heights) == pytest.approx(share * reach, rel=0.005, abs=0.02)


def _lone(marks: tuple[Mark, ...]) -> list[Mark]:
    """Points between gaps, which no line joins, each for itself."""
    found: list[Mark] = []
    for shape in shapes(marks):
        if shape.fill and shape.cell is None and any(segment[0] == "C" for segment in shape.segments):
            starts = [index for index, segment in enumerate(shape.segments) if segment[0] == "M"]
            found += [type(shape)(shape.segments[start : start + 6], shape.fill) for start in starts]
    return found


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("case", SERIES)
def test_every_kind_of_series_at_every_size(case: str, look: str) -> None:
    drawn = line(SERIES[case], look)
    for width in (90.0, 118.0, 157.0, 243.0, 300.0, 516.0):
        try:
            height = drawn.measure(width)
        except FigureError:
            assert (case in ("tiny", "huge", "close together") and width < 300) or width < 118
            continue
        for tall in (height.least, height.most):
            check(drawn, width, tall)


def test_labels_and_words_at_a_small_size() -> None:
    series = {"2019": 58, "2020": 96, "2021": "-", "2022": 90, "2023": 81, "2024": 74, "2025": 66, "2026": 61}
    drawn = figure(figure="line", series=series, label="minutes to answer a call.")
    assert texts(drawn.marks(157, 100)) == ["2019", "58", "2022", "2026", "61", "The scale starts at 50."]
    assert drawn.describe() == (
        "The line goes from 58 in 2019 to 61 in 2026, up 5.2%. The highest value is 96 (2020). "
        "There is no value for 2021 (not available)."
    )
    rows = tuple((year, "not available" if value == "-" else str(value)) for year, value in series.items())
    assert drawn.values() == (("Year", "Value"), *rows, ("Change", "up 5.2%"))


def test_a_large_figure_has_gridlines_a_large_last_value_and_the_change_under_it() -> None:
    short = Datum("value", Decimal(2_034_176), "2.03m", NumberRule(scale=6, decimals=2))
    drawn = made(statistic_of("line", [series_of(PEOPLE)], short), "briefing")
    marks, _ = drawn_at(drawn, 516)
    assert texts(marks) == [
        "1.7m", "1.8m", "1.9m", "2.0m", "2001", "1,709,609", "2018", "2.03m", "up 19%",
        "The scale starts at 1.65 million.",
    ]  # fmt: skip
    assert drawn.values()[-3:] == (("2018", "2,034,176"), ("2018, as shown large", "2.03m"), ("Change", "up 19%"))
    roles, large = brand("briefing").roles, next(label for label in labels(marks) if label.line.text == "2.03m")
    assert large.ink == roles.mark_emphasised_label
    assert [s.fill for s in shapes(marks) if s.cell == (5, 1)] == [roles.mark_emphasised]


def test_gridlines_stop_before_labels_and_their_values_keep_off_the_first_point() -> None:
    marks, _ = drawn_at(made(statistic_of("line", [series_of(PEOPLE)])), 516)
    first = next(s for s in shapes(marks) if s.cell == (1, 1))
    ticks = [label for label in labels(marks) if label.cell is None]
    assert min(middle(first)[0] - 3 - (tick.left + tick.line.width) for tick in ticks) > 7
    gridline = brand().roles.gridline
    lines = [segment for s in shapes(marks) if s.fill == gridline for segment in s.segments]
    value = next(label for label in labels(marks) if label.cell == (1, 1))
    box = Rect(value.left, value.y, value.line.width, 5.5)
    for x, y in [(float(s[1]), float(s[2])) for s in lines if len(s) == 3]:
        assert not (box.x < x < box.right and box.y < y < box.bottom)


def test_emphasised_points_are_labelled_with_their_year_and_are_the_only_ones_in_the_accent() -> None:
    drawn = line([5, 9, 14, 11, 16], "briefing", emphasised=("1992",))
    marks, _ = drawn_at(drawn, 163)
    assert texts(marks) == ["1990", "5", "1992", "14", "1994", "16"]
    accent = brand("briefing").roles.mark_emphasised
    assert [s.cell for s in shapes(marks) if s.fill == accent] == [(3, 1)]


def test_the_extremes_of_a_large_figure_are_labelled() -> None:
    marks, _ = drawn_at(line([5, 22, 3, 8]), 340)
    assert {label.line.text for label in labels(marks)} >= {"5", "22", "3", "8", "1991", "1992", "up 60%"}


def test_a_gap_interrupts_the_line_and_is_named_where_there_is_room() -> None:
    drawn = line([5, 6, None, None, 7, 8])
    wide, _ = drawn_at(drawn, 340)
    small, _ = drawn_at(drawn, 80)
    assert "not available" in texts(wide) and "not available" not in texts(small)
    for marks in (wide, small):
        stroked = next(s for s in shapes(marks) if s.stroke and not s.fill)
        assert [segment[0] for segment in stroked.segments] == ["M", "L", "M", "L"]
    assert drawn.describe().endswith(" There is no value for 1992 and 1993 (not available).")


def test_a_suppressed_value_is_told_as_such() -> None:
    hidden = Point("1991", None, gap="suppressed")
    drawn = made(statistic_of("line", [Series("", (Point("1990", datum(1)), hidden, Point("1992", datum(2))))]))
    assert drawn.values()[2] == ("1991", "suppressed")
    assert drawn.describe().endswith(" There is no value for 1991 (suppressed).")


def test_a_break_interrupts_the_line_and_has_its_note() -> None:
    drawn = line([5, 6, 7, 8], breaks=(Break("1992", "counted anew"),))
    marks, _ = drawn_at(drawn, 163)
    stroked = next(s for s in shapes(marks) if s.stroke and not s.fill)
    assert [segment[0] for segment in stroked.segments] == ["M", "L", "M", "L"]
    assert texts(marks)[-1] == "From 1992: counted anew"
    assert drawn.describe() == "The line goes from 5 in 1990 to 8 in 1993. From 1992: counted anew."
    assert drawn.values()[-1] == ("1993", "8"), "over a break no change is worked out"


def test_guides_are_drawn_named_and_told() -> None:
    guides = (
        Guide("target", "Target", number(95, PER_CENT)),
        Guide("band", "Usual", number(90, PER_CENT), number(93, PER_CENT)),
    )
    series = series_of({"2010": "92.1", "2011": "88", "2012": "94.2"}, PER_CENT)
    drawn = made(statistic_of("line", [series], guides=guides))
    marks, _ = drawn_at(drawn, 250)
    assert {"Target", "95.0%", "Usual 90.0% to 93.0%"} <= set(texts(marks))
    assert drawn.values()[4:7] == (("Target", "95.0%"), ("Usual, from", "90.0%"), ("Usual, to", "93.0%"))
    assert (
        " A line stands at 95.0% (Target), above the last value. A band reaches from 90.0% to 93.0% (Usual)."
        in drawn.describe()
    )
    assert "up 2.1 percentage points" in drawn.describe()
    check_clear(marks)
    check_labels_apart(marks)


def test_intervals_are_shaded_noted_and_in_the_table() -> None:
    found = tuple(Point(str(2012 + i), datum(v), datum(v - 4), datum(v + 5)) for i, v in enumerate((40, 47, 61)))
    drawn = made(statistic_of("line", [Series("", found)]))
    marks, _ = drawn_at(drawn, 163)
    shades = [s for s in shapes(marks) if s.fill == brand().roles.interval]
    assert [len(s.segments) for s in shades if len(s.segments) > 5] == [7], "three low ends, three high ones, closed"
    assert "Shaded: the range of uncertainty." in texts(marks)
    assert drawn.values()[0] == ("Period", "Growth of each district", "Lower limit", "Upper limit")
    assert drawn.values()[3] == ("2014", "61", "57", "66")
    assert drawn.describe().endswith(" The last value lies between 57 and 66.")


def several(count: int, **keys: object) -> SingleLine:
    names = ("Milton Keynes", "Corby", "Bedford", "South Northamptonshire", "Luton")
    sets = [Series(name, points([50 + 3 * index, 60, 61 + index])) for index, name in enumerate(names[:count])]
    return made(statistic_of("line", sets, **keys))  # type: ignore[arg-type, return-value]  # keys of the dataclass


def test_several_lines_have_their_names_and_values_at_their_ends() -> None:
    drawn = several(4)
    for width in (160.0, 340.0, 516.0):
        marks, height = drawn_at(drawn, width)
        check_within(marks, width, height)
        check_labels_apart(marks)
        check_clear(marks)
        check_cells(drawn, marks)
    assert texts(marks)[:8] == [
        "Milton Keynes", "Corby", "Bedford", "South Northamptonshire", "1990", "50", "53", "56",
    ]  # fmt: skip
    assert drawn.values()[1] == ("1990", "50", "53", "56", "59")
    assert drawn.describe() == (
        "The lines go from 1990 to 1992: Milton Keynes from 50 to 61, Corby from 53 to 62, "
        "Bedford from 56 to 63 and South Northamptonshire from 59 to 64."
    )


@pytest.mark.parametrize("emphasised", [(), ("Prices",)])
def test_lines_that_begin_with_one_value_have_one_label_for_it(emphasised: tuple[str, ...]) -> None:
    given = {"Wages": [100, 103, 112], "Prices": [100, 107, 118], "Rents": [100, 109, 131], "Fares": [98, 99, 90]}
    sets = [Series(name, points(values)) for name, values in given.items()]
    drawn = made(statistic_of("line", sets, emphasised=emphasised))
    for width in (150.0, 251.0, 516.0):
        marks, height = drawn_at(drawn, width)
        check_within(marks, width, height)
        found = [label for label in labels(marks) if label.line.text == "100"]
        assert [(label.cell, label.ink) for label in found] == [((1, 2 if emphasised else 1), brand().roles.text)]
        assert "98" in texts(marks)


def test_of_several_lines_one_may_be_emphasised_by_its_name() -> None:
    marks, _ = drawn_at(several(3, emphasised=("Corby",)), 340)
    roles = brand().roles
    strokes = [s.stroke for s in shapes(marks) if s.stroke and not s.fill]
    assert strokes == [roles.mark_beside, roles.mark_beside, roles.mark_emphasised]


@pytest.mark.parametrize(
    ("build", "message", "hint"),
    [
        (lambda: several(2, emphasised=("1991",)), "a single point, `1991`, cannot be emphasised among 2 lines", "emphasise one of the lines by its name, such as `Milton Keynes`, or draw one line alone"),
        (lambda: line([5, 7]).measure(70), "a line over time needs 25 mm, and has 24", ""),
        (lambda: line([10**14, 9 * 10**14]).measure(118), "a line over time with these labels needs 61 mm, and has 41", "give it a shorter name by `short:`"),
        (lambda: line([5, 6, 7], breaks=(Break("1991", "counted in quite another way than before"),)).measure(118), "the note under this line needs 63 mm, and has 41", "shorten the note, or give it more width"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_refused_with_what_to_do(build: object, message: str, hint: str) -> None:
    with pytest.raises(FigureError) as caught:
        build()  # type: ignore[operator]  # a function
    assert (str(caught.value), caught.value.hint) == (message, hint)


def test_every_label_stands_for_a_cell_of_the_values_that_says_the_same() -> None:
    series = {"2019": "-", "2020": 96, "2021": "-", "2022": 90, "2023": 81, "2024": 74, "2025": 66, "2026": 61}
    drawn = figure(figure="line", series=series)
    found = {label.cell: label.line.text for label in labels(drawn.marks(157, 100))}
    assert found.pop(NOTE_CELL) == "The scale starts at 55."
    assert found == {cell: drawn.values()[cell[0]][cell[1]] for cell in ((1, 0), (2, 1), (4, 0), (8, 0), (8, 1))}


def test_a_year_in_the_middle_gives_way_to_those_at_the_ends() -> None:
    series = {f"January {2010 + index}": index for index in range(9)}
    drawn = figure(figure="line", series=series)
    assert texts(drawn.marks(100, 100)) == ["Jan 2010", "0", "Jan 2018", "8"]
    assert texts(drawn.marks(250, 100)) == ["Jan 2010", "0", "Jan 2014", "Jan 2018", "8"]


def test_the_note_says_exactly_where_the_scale_starts() -> None:
    drawn = figure(figure="line", series={"2019": "£1.2m", "2020": "£1.28m", "2021": "£1.3m"})
    assert texts(drawn.marks(157, 100))[-1] == "The scale starts at £1.15m."


def test_a_cut_scale_has_a_light_base_and_zero_a_dark_one() -> None:
    inks = [shapes(line(values).marks(157, 100))[0].fill for values in ([58, 96], [5, 96], [-5, 96])]
    roles = brand().roles
    assert inks == [roles.hairline, roles.mark_axis, roles.mark_axis]


def test_german_has_all_its_words() -> None:
    drawn = made(statistic_of("line", [series_of({"2019": 58, "2020": 96, "2021": 61})], language="de"))
    assert drawn.describe() == (
        "Die Linie führt von 58 im Jahr 2019 auf 61 im Jahr 2021, plus 5,2\u00a0%. Der höchste Wert ist 96 (2020)."
    )


def test_generated_lines_keep_everything_apart() -> None:
    like = Nasty("line", sizes=(2, 3, 5, 8, 13, 40), intervals=True)
    assert check_many(like, range(24)) > 50
    many = Nasty("line", sets=(2, 4), sizes=(2, 3, 5, 13), years=True)
    assert check_many(many, range(30)) > 20


values = st.one_of(st.none(), st.integers(-(10**6), 10**6), st.decimals(-1000, 1000, places=2), st.integers(990, 1010))


@settings(max_examples=40, deadline=None)
@given(
    series=st.one_of(
        st.lists(values, min_size=2, max_size=40), st.lists(st.integers(900, 1000), min_size=2, max_size=40)
    ),
    width=st.floats(70, 520),
    stretch=st.floats(-1, 1),
    step=st.sampled_from([0.89, 1, 1.25]),
)
def test_any_series_at_any_size(series: list[object], width: float, stretch: float, step: float) -> None:
    assume(sum(value is not None for value in series) >= 2)
    drawn = line(series, step=step)
    try:
        height = drawn.measure(width)
    except FigureError:
        return
    check(drawn, width, height.at(stretch))


def test_a_rule_is_open_where_a_box_stands_on_it_and_nowhere_else() -> None:
    boxes = [Rect(0, 5, 10, 4), Rect(0, 40, 10, 4), Rect(0, 60, 10, 4), Rect(30, 10, 4, 4)]
    rings = polygons(upright_rule(5, 0, 20, 1, boxes))
    assert [(min(y for _, y in ring), max(y for _, y in ring)) for ring in rings] == [(0, 3), (11, 20)]
