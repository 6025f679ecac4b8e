"""Dumbbells: two values of each item on one scale, a row each, values on the outer sides."""

from __future__ import annotations

import pytest
from figure_samples import brand, check_labels_apart, check_within, labels, shapes, texts
from generated import Nasty, series_of, statistic_of
from line_samples import check_clear, check_many, drawn_at, made, middle

from reportgen.content.report import Statistic
from reportgen.figures.base import FigureError

BEFORE = {"Health": -4, "Education": 32, "Trade": 8}
AFTER = {"Health": 22, "Education": 11, "Trade": 9}


def dumbbell(before: dict[str, object] = BEFORE, after: dict[str, object] = AFTER, **keys: object) -> Statistic:  # type: ignore[assignment]  # int is an object
    return statistic_of("dumbbell", [series_of(before, name="2011"), series_of(after, name="2021")], **keys)  # type: ignore[arg-type]  # keys of the dataclass


def test_rows_read_as_the_table_does_and_the_moments_stand_over_the_first() -> None:
    drawn = made(dumbbell())
    marks, _ = drawn_at(drawn, 251)
    assert texts(marks) == [
        "2011", "2021", "Health", "−4", "22", "Education", "32", "11", "Trade", "8", "9",
    ]  # fmt: skip
    points = {s.cell: middle(s) for s in shapes(marks) if s.by == "x"}
    heads = {
        label.line.text: label.left + label.line.width / 2 for label in labels(marks) if label.cell in ((0, 1), (0, 2))
    }
    assert heads == {"2011": pytest.approx(points[(1, 1)][0]), "2021": pytest.approx(points[(1, 2)][0])}
    assert drawn.describe() == (
        "From 2011 to 2021, 2 of 3 rose and 1 fell. The largest change is from −4 to 22 (Health)."
    )


def test_points_stand_in_proportion_on_one_scale() -> None:
    marks, _ = drawn_at(made(dumbbell()), 300)
    places = {s.cell: middle(s)[0] for s in shapes(marks) if s.by == "x"}
    unit = (places[(2, 1)] - places[(1, 1)]) / 36
    for row, name in enumerate(BEFORE, 1):
        assert places[(row, 1)] - places[(1, 1)] == pytest.approx(unit * (BEFORE[name] + 4), abs=0.02)
        assert places[(row, 2)] - places[(1, 1)] == pytest.approx(unit * (AFTER[name] + 4), abs=0.02)


def test_values_stand_on_the_outer_sides_whichever_is_greater() -> None:
    marks, _ = drawn_at(made(dumbbell()), 251)
    places = {s.cell: middle(s)[0] for s in shapes(marks) if s.by == "x"}
    found = {label.cell: label for label in labels(marks)}
    for row in (1, 2, 3):
        left, right = sorted((1, 2), key=lambda column: places[(row, column)])
        assert found[(row, left)].left + found[(row, left)].line.width < places[(row, left)] - 3
        assert found[(row, right)].left > places[(row, right)] + 3


def test_an_emphasised_item_is_in_the_accent_and_the_others_are_pale() -> None:
    marks, _ = drawn_at(made(dumbbell(emphasised=("Trade",)), "briefing"), 251)
    roles = brand("briefing").roles
    assert {s.cell for s in shapes(marks) if roles.mark_emphasised in (s.fill, s.stroke) and s.cell} == {(3, 1), (3, 2)}
    assert {s.cell for s in shapes(marks) if roles.mark_beside in (s.fill, s.stroke) and s.cell} == {
        (1, 1), (1, 2), (2, 1), (2, 2),
    }  # fmt: skip


def test_a_missing_value_is_said_beside_the_other() -> None:
    drawn = made(dumbbell({"A": 5, "B": 9, "C": None}, {"A": None, "B": 12, "C": None}))
    marks, _ = drawn_at(drawn, 251)
    assert texts(marks).count("not available") == 2
    assert [s.cell for s in shapes(marks) if s.by == "x"] == [(1, 1), (2, 1), (2, 2)]
    assert drawn.values()[1:] == (
        ("A", "5", "not available"),
        ("B", "9", "12"),
        ("C", "not available", "not available"),
    )


def test_a_cut_scale_says_where_it_starts() -> None:
    drawn = made(dumbbell({"A": 61, "B": 70}, {"A": 66, "B": 96}))
    marks, _ = drawn_at(drawn, 251)
    assert texts(marks)[-1] == "The scale starts at 55."


def test_what_it_cannot_show_is_refused() -> None:
    with pytest.raises(FigureError) as caught:
        made(dumbbell({"A": 1_234_567_890}, {"A": 987_654_321})).measure(71)
    assert str(caught.value).startswith("a dumbbell with these labels needs ")


def test_in_a_narrow_figure_names_stand_over_their_rows() -> None:
    marks, height = drawn_at(made(dumbbell()), 71)
    check_within(marks, 71, height)
    check_labels_apart(marks)
    check_clear(marks)
    found = {label.cell: label for label in labels(marks)}
    points = {shape.cell: middle(shape)[1] for shape in shapes(marks) if shape.by == "x"}
    for row in (1, 2, 3):
        assert found[row, 0].left == 0 and found[row, 0].y > points[row, 1]


def test_generated_dumbbells_keep_everything_apart() -> None:
    like = Nasty("dumbbell", sets=(2, 2), sizes=(1, 2, 5, 13), guides=False, years=False)
    assert check_many(like, range(18)) > 30
