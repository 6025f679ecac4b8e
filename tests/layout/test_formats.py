"""Formats: every sheet by its name, what the brand becomes on it, and pages that are composed for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from brand_format import brand_with
from layout_samples import BRANDS, ROOT, arrangement_of, brand
from test_extremes import BASE, FULL, STATISTICS, made

from reportgen import load
from reportgen.brand.sheet_formats import LARGER, in_format, name_of
from reportgen.geometry import MM
from reportgen.layout.composition import sized_for
from reportgen.layout.frame_layout import frames
from reportgen.layout.grid import ColumnGrid
from reportgen.page import FORMATS, format_named
from reportgen.pipeline import compose
from reportgen.problems import ReportError

SIZES = {
    "A5": (148, 210),
    "A4": (210, 297),
    "A3": (297, 420),
    "Letter": (215.9, 279.4),
    "A4 landscape": (297, 210),
    "slide": (338.667, 190.5),
}
NAMES = [("A4", "A4"), ("a4", "A4"), ("A4 portrait", "A4"), ("a4, Landscape", "A4 landscape"), ("US Letter", "Letter"),
         ("us  letter LANDSCAPE", "Letter landscape"), ("landscape", "")]  # fmt: skip
SLIDES = [("16:9", "slide"), ("slide 16:9", "slide"), ("16:9 Slide", "slide"), ("slide landscape", "slide"),
          ("slide 16:9 landscape", "slide"), ("slide portrait", ""), ("16:9 portrait", "")]  # fmt: skip


@pytest.mark.parametrize(("given", "name"), [*NAMES, *SLIDES, ("A7", ""), ("", ""), ("us", "")])
def test_names_of_formats(given: str, name: str) -> None:
    assert format_named(given) == name


def test_every_larger_format_is_one_and_larger() -> None:
    for name, larger in LARGER.items():
        one, other = FORMATS[name], FORMATS[larger]
        assert one.width * one.height < other.width * other.height


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("name", FORMATS)
def test_a_brand_on_any_sheet(name: str, look: str) -> None:
    normal = brand(look)
    sized = in_format(normal, name)
    assert name_of(sized.format) == name
    assert sized.format.columns == 12 and sized.format.bleed == normal.format.bleed
    assert ColumnGrid(sized.format).column > 5 * MM
    for step in range(len(sized.steps.text)):
        styles = sized.at_step(step).styles
        assert styles.text.size >= 8.5 and styles.caption.size >= 7.5 and styles.note.size >= 7.5
        assert styles.title.size > styles.heading.size > 0.9 * styles.text.size


def test_the_brands_own_sheet_changes_nothing() -> None:
    assert in_format(brand(), "A4") is brand()


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("name", SIZES)
def test_a_page_is_composed_for_its_sheet(name: str, look: str) -> None:
    blocks = {key: FULL[key] for key in ("kicker", "intro", "closing", "date")}
    page = made(look, **blocks, page=name, statistics=STATISTICS[:3], quote={"text": "Now I teach it.", "who": "One"})
    assert (page.width / MM, page.height / MM) == pytest.approx(SIZES[name], abs=0.01)


def test_a_wide_page_may_have_its_header_at_its_left() -> None:
    text = "A partnership works with the government to build on existing strengths. " * 3
    blocks = {"intro": text, "page": "A4 landscape", "case_study": {"title": "Vehicles", "text": text * 2}}
    found = load({**BASE, **blocks, "statistics": STATISTICS[:3]})
    chosen = arrangement_of(found, brand(BRANDS[1]))
    assert chosen.frame.header in ("panel", "aside")
    assert "panel" in {frame.header for frame in frames(found, sized_for(found, brand()))}


def test_a_brand_may_bound_its_type() -> None:
    text = (ROOT / "content/brands/industrial-strategy.yaml").read_text(encoding="utf-8")
    found = brand_with(text + "bounds:\n  text: [9.4, 10]\n")
    assert (found.bounds.text, found.bounds.caption) == ((9.4, 10), (7.5, 12))
    sizes = {found.at_step(step).styles.text.size for step in range(len(found.steps.text))}
    assert min(sizes) == 9.4 and max(sizes) == 10
    with pytest.raises(ReportError) as caught:
        brand_with(text + "bounds:\n  text: [10, 9]\n  captoin: [7, 9]\n")
    said = str(caught.value)
    assert "error: the least size is larger than the most; write [9, 10]" in said
    assert "error: unknown key `captoin`; did you mean `caption`?" in said


def test_a_format_that_there_is_not_names_the_nearest() -> None:
    found = load({**BASE, "intro": "Words."})
    with pytest.raises(ReportError) as caught:
        compose(replace(found, page="A4 landscap"), brand())
    assert str(caught.value) == "<dict>: error: no format is called `A4 landscap`; did you mean `A4 landscape`?"


def test_a_brand_may_name_its_format() -> None:
    text = (ROOT / "content/brands/industrial-strategy.yaml").read_text(encoding="utf-8")
    found = brand_with(text.replace("width: 210, height: 297,", "format: A3 landscape,"))
    assert name_of(found.format) == "A3 landscape"
    with pytest.raises(ReportError) as caught:
        brand_with(text.replace("width: 210, height: 297,", "format: A33,"))
    assert "no format is called `A33`; did you mean `A3`?" in str(caught.value)
