"""Guides, names and the spacing of bars: the parts that figures share, each at its own boundary."""

from __future__ import annotations

from itertools import combinations

import pytest
from figure_samples import brand, ink
from generated import number
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.content.report import Guide
from reportgen.figures.base import FigureError, TextAlternative
from reportgen.figures.drawing.bar_spacing import RowNeeds, least_width, share_out, unit_of, zero_of
from reportgen.figures.drawing.clear_rules import open_stretches
from reportgen.figures.drawing.guides import (
    band_shapes,
    guide_rows,
    labels_beside,
    labels_over,
    line_shapes,
    rows_over,
    set_guides,
)
from reportgen.figures.drawing.names import set_name, set_wrapped
from reportgen.geometry import Flex, Rect
from reportgen.text.words import words

LINE = Guide("target", "Target", number(30))
BAND = Guide("band", "Usual", number(10), number(20))
STYLE = brand().styles.figure_label.at(8.0)


def scale(value: object) -> float:
    return 2.0 * float(str(value))


def test_a_guide_is_told_in_rows_and_drawn_at_its_value() -> None:
    guides = set_guides((LINE, BAND), 5, brand(), "en", words("en"))
    told = TextAlternative("", guide_rows((LINE, BAND), words("en")))
    assert told.table == (("Target", "30"), ("Usual, from", "10"), ("Usual, to", "20"))
    assert told.numbers == {(0, 1): LINE.datum, (1, 1): BAND.datum, (2, 1): BAND.until}
    field = Rect(0, 0, 100, 50)
    (area,) = band_shapes(guides, scale, field, True, brand())
    assert (ink(area), area.cell) == (Rect(20, 0, 20, 50), (6, 1))
    line, edges = line_shapes(guides, scale, field, True, brand())
    assert ink(line).x + ink(line).width / 2 == pytest.approx(60) and line.cell == (5, 1)
    assert ink(edges).x == pytest.approx(19.75) and ink(edges).right == pytest.approx(40.25)
    level = line_shapes(guides[:1], scale, Rect(0, 0, 100, 80), False, brand())[0]
    assert ink(level).y + ink(level).height / 2 == pytest.approx(60) and ink(level).width == 100


def test_a_band_of_the_ink_of_the_marks_has_only_edges() -> None:
    guides = set_guides((BAND,), 1, brand(), "en", words("en"))
    assert band_shapes(guides, scale, Rect(0, 0, 100, 50), True, brand(), {brand().roles.interval}) == []


def test_a_line_is_open_where_something_stands() -> None:
    field = Rect(0, 0, 100, 50)
    assert open_stretches(50, field, True, [Rect(40, 20, 20, 10)]) == [(0, 18), (32, 50)]
    assert open_stretches(50, field, True, [Rect(53, 20, 20, 10)]) == [(0, 50)]
    assert open_stretches(25, field, False, [Rect(0, 20, 20, 10), Rect(30, 20, 80, 10)]) == [(22, 28)]


@settings(max_examples=60, deadline=None)
@given(values=st.lists(st.integers(0, 60), min_size=1, max_size=6), width=st.floats(80, 300))
def test_words_of_guides_never_overlap(values: list[int], width: float) -> None:
    kept = tuple(Guide("target", f"Goal {index}", number(value)) for index, value in enumerate(values))
    guides = set_guides(kept, 1, brand(), "en", words("en"))
    rows = rows_over(guides, scale, width, brand())
    over = labels_over(guides, scale, width, 0.0, brand())
    assert max(label.y for label in over) == pytest.approx((rows - 1) * brand().styles.caption.leading)
    beside = labels_beside(guides, scale, 5.0, 0.0, 150.0, brand())
    for found, room in ((over, Rect(0, -5, width, 500)), (beside, Rect(5, 0, 500, 150))):
        assert all(room.holds(ink(label)) for label in found)
        assert not any(ink(one).meets(ink(other)) for one, other in combinations(found, 2))


def test_words_wider_than_the_figure_are_refused() -> None:
    guides = set_guides(
        (Guide("target", "A target with very many words to it", number(5)),), 1, brand(), "en", words("en")
    )
    with pytest.raises(FigureError) as caught:
        rows_over(guides, scale, 80.0, brand())
    assert (
        str(caught.value) == "the words of the target `A target with very many words to it` are wider than the figure"
    )
    assert caught.value.hint == "shorten its label"


@pytest.mark.parametrize(
    ("measure", "lines", "shown"),
    [
        (250.0, 2, ["East Northamptonshire services"]),
        (90.0, 2, ["East Northamptonshire ", "services"]),
        (75.0, 3, ["East ", "Northamptonshire ", "services"]),
    ],
)
def test_a_name_is_set_whole_or_wrapped(measure: float, lines: int, shown: list[str]) -> None:
    found = set_name("East Northamptonshire services", STYLE, measure, "en", lines=lines)
    assert [line.text for line in found.lines] == shown
    assert found.width <= measure + 0.01


def test_a_name_is_divided_as_text_is() -> None:
    divided = set_name("Public administration", STYLE, 48.0, "en-GB", lines=3)
    assert [line.text for line in divided.lines] == ["Public admin\u00ad", "istration"]
    with pytest.raises(FigureError):
        set_name("Public administration", STYLE, 48.0, "en-GB", lines=3, divide=False)


def test_names_without_room_are_refused_and_never_cut() -> None:
    with pytest.raises(FigureError) as caught:
        set_name("Wellingborough", STYLE, 12.0, "en")
    assert (str(caught.value), caught.value.hint) == (
        "there is no room for the name `Wellingborough`",
        "give it a shorter name by `short:`",
    )


@given(st.text("ab ćW-", min_size=1, max_size=60), st.floats(1.0, 300.0))
def test_a_wrapped_name_is_whole_whatever_its_measure(name: str, measure: float) -> None:
    found = set_wrapped(name, STYLE, measure, "en-GB")
    said = "".join(line.text for line in found.lines).replace("\u00ad", "")
    assert "".join(said.split()) == "".join(name.split()) and len(found.lines) <= 3


@settings(max_examples=80, deadline=None)
@given(
    count=st.integers(1, 40),
    over=st.floats(0, 30),
    head=st.floats(0, 30),
    ink_=st.floats(0, 30),
    height=st.floats(0, 900),
)
def test_rows_share_out_a_height(count: int, over: float, head: float, ink_: float, height: float) -> None:
    needs = RowNeeds(over, head, ink_, Flex(10, 16, 28), 0.68, 17.0)
    assert needs.measure(count).least <= needs.measure(count).most
    height = max(height, needs.measure(count).least)
    bars = share_out(count, needs, height)
    assert len(bars.middles) == count and list(bars.middles) == sorted(bars.middles, reverse=True)
    extent = max(bars.thick, ink_)
    assert bars.middles[-1] - extent / 2 == pytest.approx(0, abs=1e-6)
    top = bars.middles[0] + max(bars.thick, head) / 2 + over
    assert top <= height + 1e-6 and (count == 1 or top == pytest.approx(height, abs=1e-3))
    assert 0 < bars.thick <= 17.0


@settings(max_examples=80, deadline=None)
@given(
    left=st.lists(st.tuples(st.floats(0, 1e6), st.floats(0, 40)), max_size=8),
    right=st.lists(st.tuples(st.floats(0.1, 1e6), st.floats(0, 40)), min_size=1, max_size=8),
    room=st.floats(100, 500),
)
def test_a_unit_lets_everything_fit_and_something_touch(
    left: list[tuple[float, float]], right: list[tuple[float, float]], room: float
) -> None:
    unit = unit_of(left, right, room)
    zero = zero_of(left, unit)
    ends = [zero + reach * unit + end for reach, end in right]
    assert unit > 0 and max(ends) == pytest.approx(room) and zero <= room


def test_what_does_not_fit_has_no_unit() -> None:
    assert unit_of([(0.0, 60.0)], [(0.0, 60.0)], 100.0) < 0
    assert unit_of([(1.0, 60.0)], [(1.0, 60.0)], 100.0) < 0


def test_the_least_width() -> None:
    found = least_width(lambda width: width >= 123.4, 50.0)
    assert found is not None and 123.4 <= found <= 124.4
    assert least_width(lambda _: False, 50.0) is None
