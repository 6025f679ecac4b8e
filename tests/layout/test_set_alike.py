"""A batch: pages that belong together have type of one size, and stand alike where they can; the worst decides."""

from __future__ import annotations

from typing import Any

import pytest
from layout_samples import brand, report
from test_extremes import BASE, FULL

from reportgen import load
from reportgen.layout.batch_arrangement import composed_all
from reportgen.layout.composition import composed
from reportgen.problems import ReportError

TEXT = "The corridor runs through the campus and is used by many people in the trade. "


def of(words: int, **blocks: Any) -> Any:
    case = {"title": "Autonomous vehicles", "text": TEXT * words}
    return load({**BASE, **FULL, "case_study": case, **blocks})


def test_one_size_for_all_and_the_worst_decides() -> None:
    reports = [of(1), of(12), of(3)]
    alone = [composed(one, brand()).arrangement for one in reports]
    together = [one.arrangement for one in composed_all(reports, brand())]
    steps = brand().steps.text
    assert len({one.step for one in alone}) > 1
    assert {steps[one.step] for one in together} == {min(steps[one.step] for one in alone)}


def test_reports_alike_stand_alike() -> None:
    together = [one.arrangement for one in composed_all([of(3), of(4), of(5)], brand())]
    assert len(set(together)) == 1


def test_reports_of_other_blocks_stand_as_suits_them() -> None:
    together = composed_all([report("sample"), report("one-statistic")], brand())
    assert together[0].arrangement.step == together[1].arrangement.step
    assert together[0].arrangement.rows != together[1].arrangement.rows


def test_one_report_is_composed_as_it_is_alone() -> None:
    assert composed_all([report("sample")], brand())[0].arrangement == composed(report("sample"), brand()).arrangement
    assert composed_all([], brand()) == []


def test_every_report_that_does_not_fit_is_told() -> None:
    with pytest.raises(ReportError) as caught:
        composed_all([of(60), of(1), of(65)], brand())
    assert len([problem for problem in caught.value.problems if problem.code == "too-long"]) == 2
