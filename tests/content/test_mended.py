"""What a user of braces, quotation marks and signs meets: nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.content.report import Report

COMMA = "inside `{ }` a comma begins another key: put a text or number that holds one in quotation marks"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("statistics: [{value: 1,025, label: a}]\n", [f"4:24: error: `025` has no value; {COMMA}"]),
        ("values: {a: 1,200}\n", [f"4:15: error: `200` has no value; {COMMA}"]),
        ("statistics: [{value: , label: a}]\n", [f"4:15: error: `value` has no value; {COMMA}"]),
        ('kicker: ""\n', ["4:9: error: `kicker` is empty; fill it in or delete the line"]),
        ('statistics:\n  - {value: "", label: a}\n', ["5:13: error: `value` is empty; fill it in or delete the line"]),
    ],
)
def test_a_sentence_for_each(problems: Callable[..., list[str]], body: str, said: list[str]) -> None:
    assert [problem.splitlines()[0] for problem in problems(body)] == [f"r.yaml:{each}" for each in said]


def test_a_plus_stays(load: Callable[..., Report]) -> None:
    report = load("statistics:\n  - {value: +5%, label: growth}\n  - {value: +£5m, label: more}\n")
    assert [statistic.datum.text for statistic in report.statistics] == ["+5%", "+£5m"]
