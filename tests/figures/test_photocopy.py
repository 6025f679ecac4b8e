"""Photocopies: a figure whose two areas are of one lightness is a warning at its place."""

from __future__ import annotations

from dataclasses import replace

from figure_samples import brand, report_of

from reportgen.figures.photocopy import grey_twins
from reportgen.inks import Ink
from reportgen.pipeline import compose


def test_the_shipped_brands_survive_a_photocopier() -> None:
    report = report_of(statistics=[{"value": 40, "label": "of all.", "figure": "amount", "of": 100}])
    for name in ("industrial-strategy", "briefing"):
        assert grey_twins(compose(report, brand(name)), brand(name).roles, report.place_of) == ()


def test_two_inks_of_one_lightness_are_a_warning() -> None:
    look = brand()
    red = Ink("red", (190, 60, 60))
    look = replace(look, inks=(*look.inks, red), roles=replace(look.roles, mark_quiet=red))
    report = report_of(statistics=[{"value": 40, "label": "of all.", "figure": "amount", "of": 100}])
    (problem,) = grey_twins(compose(report, look), look.roles, report.place_of)
    assert problem.severity == "warning"
    assert (
        problem.message
        == "on a grey copy `mark` and `mark quiet` look alike in this figure: their lightness differs by 1"
    )
    assert problem.hint == "let the brand's inks for the two roles differ by 12 or more in L*"


def test_areas_that_do_not_meet_in_a_figure_do_not_count() -> None:
    look = brand()
    look = replace(look, roles=replace(look.roles, mark_quiet=look.roles.mark, locator_here=look.roles.locator_land))
    report = report_of(statistics=[{"value": 4000, "label": "visits.", "figure": "count", "each": 1000}])
    assert grey_twins(compose(report, look), look.roles, report.place_of) == ()
