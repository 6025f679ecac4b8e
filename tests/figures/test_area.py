"""Areas: filled from zero, never cut, and for one series alone."""

from __future__ import annotations

import pytest
from figure_samples import brand, ink, labels, shapes, texts
from generated import Nasty, series_of, statistic_of
from line_samples import check_many, drawn_at, made

from reportgen.content.report import Guide
from reportgen.figures.drawing.segments import area, polygons


def test_what_is_filled_is_in_proportion_to_the_values() -> None:
    drawn = made(statistic_of("area", [series_of({"2001": 60, "2002": 80, "2003": 100})]), "briefing")
    for width in (100.0, 250.0, 516.0):
        marks, _ = drawn_at(drawn, width)
        fill = next(s for s in shapes(marks) if s.fill == brand("briefing").roles.mark_quiet)
        (ring,) = polygons(fill.segments)
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        tall, wide = max(ys) - min(ys), max(xs) - min(xs)
        assert abs(area(ring)) == pytest.approx(tall * wide * 0.8, rel=0.005)
        assert ys[1] - min(ys) == pytest.approx(0.6 * tall, rel=0.005)


def test_a_gap_is_not_filled() -> None:
    drawn = made(statistic_of("area", [series_of({"1": 5, "2": 6, "3": None, "4": 7, "5": 8})]), "briefing")
    marks, _ = drawn_at(drawn, 250)
    fill = next(s for s in shapes(marks) if s.fill == brand("briefing").roles.mark_quiet)
    assert len(polygons(fill.segments)) == 2
    assert texts(marks) == ["1", "5", "not available", "5", "8"]


def test_labels_keep_off_what_is_filled() -> None:
    drawn = made(statistic_of("area", [series_of({"2001": 90, "2002": 20, "2003": 50})]), "briefing")
    marks, _ = drawn_at(drawn, 120)
    values = [label for label in labels(marks) if label.cell and label.cell[1] == 1]
    quiet = next(s for s in shapes(marks) if s.fill == brand("briefing").roles.mark_quiet)
    top = {round(float(s[1])): float(s[2]) for s in quiet.segments if s[0] == "L"}
    assert [label.line.text for label in values] == ["90", "50"]
    assert ink(values[0]).y > max(top.values()) and ink(values[1]).y > sorted(top.values())[1]


def test_a_target_is_seen_across_what_is_filled() -> None:
    datum = series_of({"target": 30}).points[0].datum
    assert datum is not None
    guides = (Guide("target", "target", datum),)
    drawn = made(statistic_of("area", [series_of({"2001": 90, "2002": 70, "2003": 50})], guides=guides), "briefing")
    marks, _ = drawn_at(drawn, 250)
    roles = brand("briefing").roles
    inks = [shape.stroke or shape.fill for shape in shapes(marks)]
    assert inks.index(roles.mark_quiet) < inks.index(roles.guide)


def test_it_says_what_it_shows() -> None:
    drawn = made(statistic_of("area", [series_of({"2001": 90, "2003": 50})]))
    assert drawn.describe() == "The filled line goes from 90 in 2001 to 50 in 2003, down 44%."
    assert drawn.values() == (
        ("Period", "Growth of each district"),
        ("2001", "90"),
        ("2003", "50"),
        ("Change", "down 44%"),
    )


def test_generated_areas_keep_everything_apart() -> None:
    assert check_many(Nasty("area", sizes=(2, 3, 5, 8, 13, 40), years=True), range(24)) > 60
