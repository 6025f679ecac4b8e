"""What would mislead is told in a sentence: names that mean two things, fractions as percentages, unseen numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import reportgen
from reportgen.content.report import Report

Load = Callable[..., Report]
Problems = Callable[..., list[str]]

TABLE = "data: {budget: {file: d.csv}}\n"


@pytest.fixture
def budget(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("area,planned,rate\nA,50,0.817\nB,70,0.5\n", encoding="utf-8")


@pytest.mark.usefixtures("budget")
def test_a_value_with_the_name_of_a_table(problems: Problems) -> None:
    assert problems(TABLE + "values:\n  budget: = sum(budget.planned)\nkicker: '{budget}'\n") == [
        "r.yaml:6:3: error: a value and a table are both called `budget`, so that a formula could mean either; "
        "rename one\n    6 |   budget: = sum(budget.planned)\n      |   ^^^^^^"
    ]


FRACTION = (
    "0.817 is written {shown} here, and {meant} may be meant; if so, make it a percentage by `= share(part, whole)`, "
    "or multiply it by 100"
)


@pytest.mark.usefixtures("budget")
def test_a_fraction_written_as_a_percentage_is_a_warning(load: Load) -> None:
    value = "values:\n  top: {value: = most(budget.rate), written: 1.0%}\nkicker: '{top}'\n"
    (warning,) = load(TABLE + value).warnings
    assert str(warning) == (
        f"r.yaml:6:37: warning: {FRACTION.format(shown='0.8%', meant='81.7%')}\n"
        "    6 |   top: {value: = most(budget.rate), written: 1.0%}\n      |                                     ^^^^^^^"
    )
    figure = "figures:\n  - {title: Rates, data: budget, x: area, y: rate, written: 10%}\n"
    (warning,) = load(TABLE + figure).warnings
    assert str(warning).splitlines()[0] == f"r.yaml:6:52: warning: {FRACTION.format(shown='1%', meant='82%')}"


@pytest.mark.usefixtures("budget")
@pytest.mark.parametrize("value", ["= most(budget.planned)", "= share(1, 200)", "0.8%", "0"])
def test_what_is_no_fraction_is_no_warning(load: Load, value: str) -> None:
    body = f"values:\n  top: {{value: \"{value}\", written: 1.0%}}\n  all: = sum(budget.planned)\nkicker: '{{top}}'\n"
    assert load(TABLE + body).warnings == ()


def test_a_sample_that_makes_a_percentage_of_a_fraction_is_told(load: Load) -> None:
    (told,) = load("statistics:\n  - {label: a, figure: number, value: 0.817, written: 10%}\n").warnings
    assert str(told).splitlines()[0] == (
        "r.yaml:5:46: warning: 0.817 is written 1% here, and 82% may be meant; if so, make it a percentage by "
        "`= share(part, whole)`, or multiply it by 100"
    )


@pytest.mark.parametrize(
    ("keys", "kind", "number", "name"),
    [
        ("value: 5m, figure: amount", "amount", "5m", "value"),
        ("value: 50, each: 10, figure: count, caption: 150 and 50.5", "count", "50", "value"),
        ("series: {2001: 5, 2002: 7}, figure: spark", "spark", "7", "value"),
        ("value: 31, of: 100, figure: share", "share", "31%", "share"),
    ],
)
def test_a_number_under_a_title_that_nobody_would_see(
    problems: Problems, keys: str, kind: str, number: str, name: str
) -> None:
    (told,) = problems(f"figures:\n  - {{title: Homes, {keys}}}\n")
    assert told.splitlines()[0].partition("error: ")[2] == (
        f"under a title `figure: {kind}` shows no number, so nobody reads {number}; write `{{{name}}}` in `title` or "
        "`caption`, or put it under `statistics`"
    )


@pytest.mark.parametrize(
    "keys",
    [
        "value: 5m, figure: amount, caption: '{value} homes'",
        "value: 50, each: 10, caption: Of 50 homes.",
        "value: 31, of: 100, figure: share, note: 31% of all",
        "value: 1, of: 20, figure: share, caption: 'About {one_in}'",
        "value: 31, of: 100, figure: share, form: ring",
    ],
)
def test_a_number_that_is_told_beside_its_figure(load: Load, keys: str) -> None:
    assert load(f"figures:\n  - {{title: Homes, {keys}}}\n").warnings == ()


def test_a_name_that_is_broken_is_not_told_as_an_empty_text(problems: Problems) -> None:
    (told,) = problems("values: {a: = b}\nkicker: '{a}'\n")
    assert "`b`" in told


@pytest.mark.parametrize("source", [5, None, ["a"], b"title: T"])
def test_what_is_no_report_at_all(source: object) -> None:
    with pytest.raises(TypeError) as caught:
        reportgen.load(source)  # type: ignore[arg-type]  # that is what is tried
    assert str(caught.value) == (
        f"a report is a path, a dict or an open file, not {source!r} ({type(source).__name__})"
    )
