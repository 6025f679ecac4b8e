"""A batch: pages that belong together have type of one size, and stand alike where they can; the worst decides."""

from __future__ import annotations

from typing import Any

import pytest
from layout_samples import arrangement_of, brand, report
from test_extremes import BASE, FULL

from reportgen import load
from reportgen.layout.arrangement import Arrangement
from reportgen.layout.batch_arrangement import arranged_alike, compose_all
from reportgen.layout.block_registry import BLOCKS
from reportgen.layout.search import Search
from reportgen.problems import ReportError

TEXT = "The corridor runs through the campus and is used by many people in the trade. "


def of(words: int, **blocks: Any) -> Any:
    case = {"title": "Autonomous vehicles", "text": TEXT * words}
    return load({**BASE, **FULL, "case_study": case, **blocks})


def arranged(reports: list[Any]) -> list[Arrangement]:
    return [one.arrangement for one in arranged_alike([Search(one, brand()) for one in reports])]


def test_one_size_for_all_and_the_worst_decides() -> None:
    reports = [of(1), of(12), of(3)]
    alone = [arrangement_of(one, brand()) for one in reports]
    together = arranged(reports)
    steps = brand().steps.text
    assert len({one.step for one in alone}) > 1
    assert {steps[one.step] for one in together} == {min(steps[one.step] for one in alone)}


def test_reports_alike_stand_alike() -> None:
    together = arranged([of(3), of(4), of(5)])
    assert len(set(together)) == 1


def test_reports_of_other_blocks_stand_as_suits_them() -> None:
    together = arranged([report("sample"), report("one-statistic")])
    assert together[0].step == together[1].step
    assert together[0].rows != together[1].rows


def test_one_report_is_composed_as_it_is_alone() -> None:
    assert arranged([report("sample")]) == [arrangement_of(report("sample"), brand())]
    assert compose_all([], brand(), BLOCKS) == []


def test_every_report_that_does_not_fit_is_told() -> None:
    with pytest.raises(ReportError) as caught:
        compose_all([of(60), of(1), of(65)], brand(), BLOCKS)
    assert len([problem for problem in caught.value.problems if problem.code == "too-long"]) == 2
