"""The gallery: every page builds in two brands without a word of complaint, and together they show what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.check import check_bytes
from reportgen.content.report import Report, Statistic
from reportgen.text.spans import plain

CONTENT = Path(__file__).resolve().parents[1] / "content"
PAGES = sorted((CONTENT / "gallery").glob("*.yaml"))
KIND_PAGES = sorted((CONTENT / "gallery" / "kinds").glob("*.yaml"))
BRANDS = sorted(path.stem for path in (CONTENT / "brands").glob("*.yaml"))
FEWEST_KINDS = 12

_OWN_BRAND = re.compile(r"^brand:\s*(\S+)\s*$", re.MULTILINE)
_INVENTED = re.compile(r"\b(invented|made up|erfunden\w*|dychmygol|fictif|fictive|zmyślon\w*)\b", re.IGNORECASE)
"""What a page whose facts are no facts says of itself, in its own language."""


def _own_brand(page: Path) -> str:
    found = _OWN_BRAND.search(page.read_text(encoding="utf-8"))
    assert found, f"{page.name} names no brand"
    return found[1]


def _looks() -> list[tuple[Path, str]]:
    """Every page in its own brand and in one other, which differs from page to page."""
    found = []
    for number, page in enumerate(PAGES):
        own = _own_brand(page)
        others = [brand for brand in BRANDS if brand != own]
        found += [(page, own), (page, others[number % len(others)])]
    return found


def _named(value: object) -> str:
    return value.stem if isinstance(value, Path) else str(value)


@pytest.mark.parametrize("page", KIND_PAGES, ids=_named)
def test_the_page_of_a_kind_builds(page: Path, tmp_path: Path) -> None:
    made = pipeline.build_all([page], out=tmp_path, editions=["screen", "print"])
    assert [str(problem) for problem in made.problems] == []
    assert len(made.written) == 3


@pytest.mark.parametrize("page", [*PAGES, *KIND_PAGES], ids=_named)
def test_check_finds_both_editions_clean(page: Path) -> None:
    report = pipeline.load(page)
    brand = pipeline.load_brand(report.brand)
    for edition in ("screen", "print"):
        result = check_bytes(pipeline.render(report, brand, edition), edition)
        assert [str(each.as_problem(edition)) for each in result.errors] == []
        assert len(result.ran) > 50


@pytest.mark.parametrize(("page", "brand"), _looks(), ids=_named)
def test_a_page_builds_without_problem_or_warning(page: Path, brand: str, tmp_path: Path) -> None:
    made = pipeline.build_all([page], out=tmp_path, brand=brand, editions=["screen"])
    assert [str(problem) for problem in made.problems] == []
    assert [each.path.name for each in made.written] == [f"{page.stem}.pdf"]


def test_the_pages_show_at_least_twelve_kinds_of_figure() -> None:
    kinds = {statistic.figure for page in PAGES for statistic in _figures(pipeline.load(page))} - {""}
    assert len(kinds) >= FEWEST_KINDS, sorted(kinds)


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_a_page_has_sources_or_says_that_it_is_invented(page: Path) -> None:
    report = pipeline.load(page)
    small_print = [report.kicker, report.foot.publisher, report.foot.reference, *report.closing]
    said = " ".join([*map(plain, small_print), *(source.text for source in report.sources)])
    assert report.sources or _INVENTED.search(said), said
    if _INVENTED.search(page.read_text(encoding="utf-8").splitlines()[0]):  # what its first comment tells whoever edits
        assert _INVENTED.search(said), "it is invented, and only its file says so"


def _figures(report: Report) -> list[Statistic]:
    return [*report.statistics, *report.figures]
