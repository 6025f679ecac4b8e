"""`reportgen build --consistent`: the files of a batch, their type of one size; and every problem of any of them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from reportgen import pipeline
from reportgen.editions.job import Job
from reportgen.page import Group, Page, TextRun
from reportgen.pipeline import build_all
from reportgen.problems import Severity

CASES = Path(__file__).parent / "cases"


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[Page]:
    """The pages of all files that are built."""
    found: list[Page] = []

    def keeping(page: Page, *rest: Any) -> Job:
        found.append(page)
        return Job(page, *rest)

    monkeypatch.setattr(pipeline, "Job", keeping)
    return found


def text_sizes(page: Page) -> set[float]:
    """The sizes in pt of the words of a page's link, which are text as all text is."""
    found: dict[str, set[float]] = {}

    def walk(group: Group, source: str) -> None:
        for box in group.children:
            if isinstance(box, Group):
                walk(box, box.source or source)
            elif isinstance(box, TextRun):
                found.setdefault(source, set()).add(box.run.size)

    walk(page.root, "")
    return found["link"]


@pytest.mark.parametrize("consistent", [True, False])
def test_a_series_has_type_of_one_size(consistent: bool, tmp_path: Path, pages: list[Page]) -> None:
    reports = [CASES / "german.yaml", CASES / "one-statistic.yaml"]
    done = build_all(reports, out=tmp_path, editions=["screen"], consistent=consistent)
    assert not [problem for problem in done.problems if problem.severity is Severity.ERROR]
    assert [written.path.name for written in done.written] == ["german.pdf", "one-statistic.pdf"]
    texts = [max(text_sizes(page)) for page in pages]
    assert (texts[0] == pytest.approx(texts[1])) == consistent


def test_a_report_that_cannot_be_read_is_told_with_the_others(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("brand: briefing\nlanguage: en-GB\n")
    done = build_all([bad, CASES / "no-place.yaml"], out=tmp_path / "out", editions=["screen"], consistent=True)
    assert [os.path.basename(problem.place.file) for problem in done.problems] == ["bad.yaml"]
    assert not done.written
