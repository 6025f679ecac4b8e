"""Sixty reports of the corpus: each is one sound page, or a refusal that is right. `benchmarks/corpus.py` tries all."""

from __future__ import annotations

import pytest
from corpus import Case, cases
from layout_samples import brand, ink, placed
from remedies import broken

from reportgen import load
from reportgen.check import check_bytes
from reportgen.geometry import Rect
from reportgen.page import FigureBox, Page, PictureBox, TextRun
from reportgen.pipeline import compose, render
from reportgen.problems import ReportError

CASES = list(cases(60))


def sound(page: Page, bounds: tuple[float, float]) -> bool:
    """Whether all of a page is on the sheet, nothing stands on anything else, and no type is too small."""
    boxes = [one.box for one in placed(page.root) if isinstance(one.box, TextRun | FigureBox | PictureBox)]
    rects = [ink(box) for box in boxes]
    sheet = Rect(0, 0, page.width, page.height)
    clear = all(not one.meets(other, 0.1) for index, one in enumerate(rects) for other in rects[index + 1 :])
    sizes = [box.run.size for box in boxes if isinstance(box, TextRun)]
    return clear and all(sheet.holds(rect) for rect in rects) and min(sizes) >= bounds[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.number}-{case.scale:.2f}")
def test_a_page_or_a_refusal(case: Case) -> None:
    report = load(case.content)
    try:
        page = compose(report, brand(case.brand))
    except ReportError as error:
        assert case.scale > 1.2
        assert {problem.code for problem in error.problems} == {"too-long"}
        assert broken(report, brand(case.brand), error.problems) == []
        return
    assert sound(page, brand(case.brand).bounds.caption)


@pytest.mark.parametrize("case", CASES[::3], ids=lambda case: f"{case.number}-{case.scale:.2f}")
def test_check_finds_clean_what_is_built(case: Case) -> None:
    """Both editions: what a build writes, the preflight does not refuse."""
    report = load(case.content)
    for edition in ("screen", "print"):
        try:
            data = render(report, brand(case.brand), edition)
        except ReportError as error:
            assert {problem.code for problem in error.problems} <= {"too-long", "resolution"}
            continue
        assert [str(each.as_problem(edition)) for each in check_bytes(data, edition).errors] == []


def test_the_corpus_is_the_same_every_time_and_varied() -> None:
    assert list(cases(60)) == CASES
    assert min(case.scale for case in CASES) < 0.32 and max(case.scale for case in CASES) > 1.78
    keys = {key for case in CASES for key in case.content}
    assert keys >= {"place", "statistics", "highlights", "case_study", "quote", "sections", "figures", "photo", "link"}
