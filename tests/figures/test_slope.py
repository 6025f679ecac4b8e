"""Slopes: before and after of several items, every label in its place or led to it."""

from __future__ import annotations

import pytest
from figure_samples import brand, ink, labels, shapes, texts
from generated import Nasty, series_of, statistic_of
from line_samples import check_many, drawn_at, made, middle

from reportgen.content.report import Statistic
from reportgen.figures.base import FigureError

BEFORE = {"Corby": 53, "Luton": 186, "Bedford": 148, "Milton Keynes": 213}
AFTER = {"Corby": 71, "Luton": 214, "Bedford": 140, "Milton Keynes": 269}


def slope(before: dict[str, object] = BEFORE, after: dict[str, object] = AFTER, **keys: object) -> Statistic:  # type: ignore[assignment]  # int is an object
    return statistic_of("slope", [series_of(before, name="2001"), series_of(after, name="2018")], **keys)  # type: ignore[arg-type]  # keys of the dataclass


def test_every_item_has_its_name_and_both_values() -> None:
    drawn = made(slope())
    marks, _ = drawn_at(drawn, 251)
    assert texts(marks) == [
        "2001", "2018", "Corby", "53", "71", "Luton", "186", "214", "Bedford", "148", "140",
        "Milton Keynes", "213", "269", "The scale starts at 50.",
    ]  # fmt: skip
    assert drawn.values() == (
        ("Name", "2001", "2018"),
        ("Corby", "53", "71"),
        ("Luton", "186", "214"),
        ("Bedford", "148", "140"),
        ("Milton Keynes", "213", "269"),
    )
    assert drawn.describe() == (
        "From 2001 to 2018, 3 of 4 rose and 1 fell. The largest change is from 213 to 269 (Milton Keynes)."
    )


@pytest.mark.parametrize("width", [118.0, 163.0, 251.0, 340.0, 516.0])
def test_a_slope_is_as_wide_as_its_room(width: float) -> None:
    for look in ("briefing", "night"):
        marks, _ = drawn_at(made(slope(), look), width)
        assert max(ink(label).right for label in labels(marks)) == pytest.approx(width, abs=0.5)
        assert min(ink(label).x for label in labels(marks)) == pytest.approx(0, abs=0.5)


def test_points_stand_in_proportion_on_both_sides() -> None:
    marks, _ = drawn_at(made(slope()), 251)
    heights = {s.cell: middle(s)[1] for s in shapes(marks) if s.by == "y"}
    unit = (heights[(4, 2)] - heights[(1, 1)]) / (269 - 53)
    for row, name in enumerate(BEFORE, 1):
        assert heights[(row, 1)] - heights[(1, 1)] == pytest.approx(unit * (BEFORE[name] - 53), abs=0.02)
        assert heights[(row, 2)] - heights[(1, 1)] == pytest.approx(unit * (AFTER[name] - 53), abs=0.02)


def test_an_emphasised_item_is_in_the_accent_and_the_others_are_pale() -> None:
    drawn = made(slope(emphasised=("Corby",)), "briefing")
    marks, _ = drawn_at(drawn, 251)
    roles = brand("briefing").roles
    assert [s.stroke for s in shapes(marks) if s.stroke and not s.fill] == [roles.mark_beside, roles.mark_emphasised]
    assert {label.line.text for label in labels(marks) if label.ink == roles.mark_emphasised_label} == {
        "Corby", "53", "71",
    }  # fmt: skip
    assert drawn.describe().endswith(" The figure emphasises Corby (from 53 to 71).")


def test_labels_that_had_to_be_moved_are_led_to_their_points() -> None:
    near: dict[str, object] = {"A": 50, "B": 51, "C": 52, "D": 150}
    caption = brand().roles.caption
    crowded, _ = drawn_at(made(slope(near, near)), 251)
    roomy, _ = drawn_at(made(slope({"A": 50, "D": 150}, {"A": 50, "D": 150})), 251)
    assert [s.fill for s in shapes(crowded)].count(caption) == 1
    assert [s.fill for s in shapes(roomy)].count(caption) == 0


def test_a_missing_value_is_said_level_with_the_other_and_has_no_line() -> None:
    drawn = made(slope({"A": 5, "B": 9}, {"A": None, "B": 12}))
    marks, _ = drawn_at(drawn, 251)
    assert "not available" in texts(marks)
    assert [s.cell for s in shapes(marks) if s.by == "y"] == [(1, 1), (2, 1), (2, 2)]
    assert drawn.describe().endswith(" There is no value for A (not available).")


def test_an_item_needs_both_its_values() -> None:
    with pytest.raises(FigureError) as caught:
        made(slope({"A": 5}, {"A": None}))
    assert str(caught.value) == "a slope needs an item with both its values"
    assert caught.value.hint == "give at least one item a value at both periods"


def test_too_narrow_says_how_wide_it_has_to_be() -> None:
    with pytest.raises(FigureError) as caught:
        made(slope()).measure(71)
    assert str(caught.value) == "a slope with these labels needs 29 mm, and has 25"
    assert caught.value.hint == "give it a shorter name by `short:`, or use `figure: table`"


def test_generated_slopes_keep_everything_apart() -> None:
    like = Nasty("slope", sets=(2, 2), sizes=(1, 2, 5, 13), guides=False, years=False)
    assert check_many(like, range(24)) > 50
