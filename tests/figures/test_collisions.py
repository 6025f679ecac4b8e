"""Nothing collides: figures of every kind from generated data, at any size, in every brand (see the benchmark)."""

from __future__ import annotations

from functools import cache

import pytest
from figure_samples import brand
from generated import WIDTHS
from measured import BRANDS, EVERY, Outcome, asked, crosses, easy, outcome, overlaps

from reportgen.figures.base import Label, Shape
from reportgen.figures.drawing.segments import circle, polyline, rectangle
from reportgen.geometry import Rect
from reportgen.text.setting import set_line

SETS = 153
"""Nine of each kind; the benchmark has 2,000."""
NARROWEST = {"slope": 90.0, "place": 118.0}
"""Widths in pt from which on easy data are drawn, where that is not the least: labels beside each other need more."""
BOX = Rect(10, 10, 20, 8)


@cache
def outcomes() -> tuple[Outcome, ...]:
    return tuple(outcome(asked(seed)) for seed in range(SETS))


def test_nothing_collides_or_is_out_of_proportion_or_breaks() -> None:
    assert [(each.asked, each.faults, each.broken) for each in outcomes() if each.faults or each.broken] == []


def test_of_each_kind_some_are_drawn_and_a_refusal_says_what_to_do() -> None:
    assert {each.asked.kind for each in outcomes() if not each.refused} == set(EVERY)
    assert [each.refused for each in outcomes() if "[no hint]" in each.refused] == []


@pytest.mark.parametrize("kind", EVERY)
def test_easy_data_are_drawn_at_25_mm(kind: str) -> None:
    for look in BRANDS:
        for width in (wide for wide in WIDTHS if wide >= NARROWEST.get(kind, 0.0)):
            found = outcome(easy(kind, width, look))
            assert (found.refused, found.faults, found.broken) == ("", (), ""), (kind, width, look)


@pytest.mark.parametrize(
    ("segments", "filled", "found"),
    [
        (polyline([(0, 0), (40, 30)]), False, True),
        (polyline([(0, 0), (40, 0)]), False, False),
        (polyline([(0, 30), (12, 30), (12, 19.5)]), False, False),
        (polyline([(0, 30), (12, 30), (12, 17)]), False, True),
        (rectangle(0, 0, 60, 60), True, False),
        (rectangle(0, 0, 15, 60), True, True),
        (circle(20, 14, 2), True, True),
        (circle(20, 24, 5), True, False),
        (circle(20, 22, 5), True, True),
    ],
)
def test_what_crosses_a_label(segments: tuple[tuple[str | float, ...], ...], filled: bool, found: bool) -> None:
    ink = brand().roles.mark
    shape = Shape(segments, fill=ink) if filled else Shape(segments, stroke=ink, line_width=1.0)
    assert crosses(shape, BOX) is found


def test_a_collision_is_told() -> None:
    line = set_line("1,025", brand().styles.figure_label, "en")
    ink = brand().roles.text
    marks = (Label(0, 0, line, ink), Label(3, 2, line, ink), Shape(rectangle(0, 1, 30, 0.5), fill=brand().roles.mark))
    assert list(overlaps(marks, brand())) == [
        "collision: `1,025` meets `1,025`",
        *[f"collision: `1,025` is crossed by the shape of None in {brand().roles.mark.name}"] * 2,
    ]
