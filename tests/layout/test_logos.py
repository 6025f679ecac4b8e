"""Logos: one or several, at the head of the page or at its foot, clear of all else, heard by their words, and seen."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from layout_samples import BRANDS, ROOT, brand
from PIL import Image

from reportgen import check as checking
from reportgen import load
from reportgen.content.report import Report
from reportgen.editions.job import Job
from reportgen.page import Group, Page, Role, TextRun
from reportgen.pipeline import compose, render
from reportgen.prepress.faint_logos import faint_logos
from reportgen.problems import ReportError
from reportgen.sources import Sources

PICTURES = ROOT / "tests/cases/pictures"
COUNCIL = {"file": str(PICTURES / "council.svg"), "alt": "Example Council"}
PARTNER = {"file": str(PICTURES / "partner.png"), "alt": "Partner Trust"}
LOOKS = (*BRANDS, "civic", "night")


def told(logo: object, **keys: Any) -> Report:
    sections = [{"title": "One", "text": "Words of a section."}]
    return load({"brand": "briefing", "language": "en-GB", "title": "T", "sections": sections, "logo": logo, **keys})


def frames(page: Page) -> dict[str, Any]:
    found = (placed.box for placed in page.walk() if isinstance(placed.box, Group) and placed.box.role is Role.FIGURE)
    return {group.alt: group.frame for group in found}


def title_top(page: Page) -> float:
    runs = [placed.box for placed in page.walk() if placed.source == "title" and isinstance(placed.box, TextRun)]
    return min(run.y - 0.72 * run.run.size for run in runs)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("page", ["A4", "A5", "A4 landscape"])
def test_logos_at_the_head_stand_over_the_title_and_clear_of_it(look: str, page: str) -> None:
    set_page = compose(told([{**COUNCIL, "at": "head"}, {**PARTNER, "at": "head"}], page=page), brand(look))
    found = frames(set_page)
    assert list(found) == ["Example Council", "Partner Trust"]
    one, other = found.values()
    assert other.x - one.right > brand(look).format.gutter
    assert min(one.y, other.y) >= 0.5 * one.height
    if page != "A4 landscape":
        assert title_top(set_page) - max(one.bottom, other.bottom) > 0.5 * one.height


@pytest.mark.parametrize("look", LOOKS)
def test_one_may_stand_at_the_head_and_another_at_the_foot(look: str) -> None:
    set_page = compose(told([PARTNER, {**COUNCIL, "at": "head"}]), brand(look))
    found = frames(set_page)
    assert found["Example Council"].bottom < title_top(set_page) < found["Partner Trust"].y


def test_one_logo_needs_no_list() -> None:
    assert [logo.alt for logo in told(COUNCIL).logos] == ["Example Council"]
    assert [logo.at for logo in told({**COUNCIL, "at": "head"}).logos] == ["head"]
    assert [logo.at for logo in told([COUNCIL, PARTNER]).logos] == ["foot", "foot"]


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("edition", ["screen", "print"])
def test_a_page_with_a_logo_at_its_head_is_clean_and_says_whose_it_is_first(look: str, edition: str) -> None:
    report = told({**COUNCIL, "at": "head"})
    data = render(report, brand(look), edition)
    assert not checking.check_bytes(data, "a.pdf").errors
    heard = checking.screen_reader_text(data)
    assert heard.index("Example Council") < heard.index("heading 1")


@pytest.mark.parametrize(
    ("logo", "said"),
    [
        ({**COUNCIL, "at": "heads"}, "logo.at: a logo cannot stand at `heads`; did you mean `head`?"),
        ("council.svg", "`logo` must be a block of keys; write its keys below it, indented: `file: `, `alt: `; begin each of several with `- `"),
        ([COUNCIL] * 9, "`logo` has 9 entries; 8 is the most"),
    ],
)  # fmt: skip
def test_what_is_no_logo_is_told(logo: object, said: str) -> None:
    with pytest.raises(ReportError) as caught:
        told(logo)
    assert said in str(caught.value)


def png(colour: tuple[int, int, int, int]) -> bytes:
    written = io.BytesIO()
    Image.new("RGBA", (900, 450), colour).save(written, "PNG")
    return written.getvalue()


@pytest.mark.parametrize(
    ("colour", "look", "faint"),
    [
        ((255, 255, 255, 255), "briefing", True),
        ((150, 150, 150, 255), "industrial-strategy", True),
        ((148, 148, 148, 255), "industrial-strategy", False),
        ((0, 0, 0, 255), "night", True),
        ((255, 255, 255, 255), "night", False),
        ((255, 255, 255, 0), "briefing", False),
    ],
)
def test_a_logo_that_cannot_be_seen_on_the_paper_is_a_warning(
    tmp_path: Path, colour: tuple[int, int, int, int], look: str, faint: bool
) -> None:
    (tmp_path / "l.png").write_bytes(png(colour))
    report = told({"file": str(tmp_path / "l.png"), "alt": "A logo"})
    assert bool(list(faint_logos(report, brand(look)))) is faint


def test_the_whole_of_what_is_said_of_a_faint_logo(tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30H0z" fill="#eee"/></svg>'
    (tmp_path / "l.svg").write_text(svg, encoding="utf-8")
    report = told({"file": str(tmp_path / "l.svg"), "alt": "A logo"})
    (problem,) = faint_logos(report, brand("industrial-strategy"))
    assert str(problem).endswith(
        "warning: the logo can hardly be seen: its contrast on the paper is 1.2:1, of 3:1; "
        "use the version that is made for a light ground, or another brand"
    )
    job = Job(compose(report, brand()), report, brand(), Sources())
    assert job.file("screen")
