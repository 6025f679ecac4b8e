"""Every role in which a page sets type, on every ground that it can stand on, is one that the brand's check looks at."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from reportgen import pipeline
from reportgen.brand.contrast import READ_ON, SEEN_ON, readable
from reportgen.brand.model import Brand, Roles
from reportgen.brand.press import SMALL_TEXTS, press_problems
from reportgen.colour.inks import Ink
from reportgen.geometry import Rect
from reportgen.page import Page, PathBox, TextRun

ROOT = Path(__file__).parents[2]
REPORTS = (
    *(
        ROOT / "content" / "gallery" / f"{name}.yaml"
        for name in ("housing", "museum", "school-attendance", "net-zero-city")
    ),
    *(ROOT / "tests" / "cases" / f"{name}.yaml" for name in ("pictures", "welsh", "french", "no-place")),
    ROOT / "content" / "south-east-midlands.yaml",
)
FALLBACKS = {("foot_note", "header_ground"), ("foot_text", "header_ground"), ("foot_link", "header_ground")}
"""What layout sets so only where it can be read (`readable`), and in the header's own inks else."""


def told_apart(brand: Brand) -> Brand:
    """The brand with an ink of its own for each role, all nearly as they are, so that a page tells them by their inks."""
    inks = {}
    for number, each in enumerate(fields(Roles)):
        ink: Ink = getattr(brand.roles, each.name)
        red, green, blue = ink.srgb
        blue = (blue + number) % 256 if blue < 128 else blue - number
        inks[each.name] = Ink(each.name, (red, green, blue))
    return replace(brand, roles=Roles(**inks))


def pairs(page: Page) -> set[tuple[str, str]]:
    """The role of every text of a page with that of what was last painted under it; type of figures left out."""
    grounds: list[tuple[Rect, str]] = []
    found = set()
    for placed in page.walk():
        box = placed.box
        if isinstance(box, PathBox) and box.fill is not None and len(box.segments) == 5:
            grounds.append((Rect.of(box.segments), box.fill.name))
        elif isinstance(box, TextRun) and box.run.text.strip():
            under = (name for rect, name in reversed(grounds) if _holds(rect, box.x, box.y))
            found.add((box.ink.name, next(under, "paper")))
    return found


def _holds(rect: Rect, x: float, y: float) -> bool:
    return rect.x <= x <= rect.right and rect.y <= y <= rect.bottom


@pytest.mark.parametrize("name", ["industrial-strategy", "briefing"])
def test_every_pair_that_layout_makes_is_checked(name: str) -> None:
    brand, met = told_apart(pipeline.load_brand(name)), set[tuple[str, str]]()
    for file in REPORTS:
        report = pipeline.load(file)
        for form in (report.page, "A4 landscape"):
            try:
                met |= pairs(pipeline.compose(replace(report, page=form), brand))
            except pipeline.ReportError:
                assert form != report.page  # it does not fit another sheet
    assert ("header_title", "header_ground") in met and ("foot_note", "foot_ground") in met and len(met) >= 15
    assert met - {*READ_ON, *SEEN_ON} - FALLBACKS == set()


def test_small_type_stands_only_where_it_is_read() -> None:
    assert {(role, ground) for _, role, ground in SMALL_TEXTS} - {*READ_ON} == {("foot_note", "header_ground")}


def white_head() -> Brand:
    """A brand with a white header and white small print on the dark ground of the foot."""
    brand = pipeline.load_brand("industrial-strategy")
    inks = {ink.name: ink for ink in brand.inks}
    white, dark, accent = inks["white"], inks["ink"], inks["accent"]
    roles = replace(
        brand.roles, header_ground=white, header_title=dark, header_text=dark, header_kicker=accent, foot_note=white
    )
    return replace(brand, roles=roles)


@pytest.mark.parametrize("form", ["", "A4 landscape", "slide"])
def test_nothing_is_set_in_the_colour_of_its_ground(form: str) -> None:
    """The credit of a photograph in the header, and the foot of a panel, which stands on the header's ground."""
    brand = white_head()
    content = {
        "brand": "industrial-strategy", "language": "en-GB", "title": "A page", "intro": "Some words.", "page": form or "A4",
        "photo": {"file": str(ROOT / "tests" / "cases" / "pictures" / "hills.jpg"), "alt": "Painted hills at dusk", "credit": "Someone"},
        "closing": "The end.", "link": {"text": "More", "url": "https://example.org"},
        "publisher": "A publisher", "source": "A source", "request": "Ask for large print.",
    }  # fmt: skip
    page = pipeline.compose(pipeline.load(content), brand)
    inks = {ink.name: ink for ink in brand.inks}
    grounds = {"paper": brand.roles.paper, **inks}
    met = pairs(page)
    assert len(met) > 2
    assert [(ink, ground) for ink, ground in met if not readable(inks[ink], grounds[ground])] == []


def test_small_light_type_on_several_inks_is_found_without_a_page() -> None:
    brand = pipeline.load_brand("industrial-strategy")
    pale = Ink("foot pale", (230, 240, 200), (18.0, 2.0, 32.0, 0.0))
    faint = replace(
        brand,
        inks=(*(ink for ink in brand.inks if ink.name not in ("white", "mist")), pale),
        roles=replace(brand.roles, foot_note=pale),
        ink_places=(*brand.ink_places, ("foot pale", dict(brand.ink_places)["white"])),
    )
    (told,) = [each for each in press_problems(faint, brand.output_intent) if "foot pale" in each.message]
    assert told.message == "`foot note` is `foot pale`, whose inks blur type under 9 pt, and `note` has 8"
    thin = replace(brand.roles.case_ground, name="accent", srgb=(0, 117, 111), cmyk=(60.0, 23.0, 50.0, 28.0))
    open_ground = replace(brand, roles=replace(brand.roles, foot_ground=thin))
    (told,) = [each for each in press_problems(open_ground, brand.output_intent) if each.code == "small-type"]
    assert told.message == (
        "`foot text` is white at 8 pt on `accent`, whose inks may close it up: none of them is nearly solid"
    )


@pytest.mark.parametrize("name", ["industrial-strategy", "briefing", "night", "civic"])
def test_our_own_brands_have_none_of_it(name: str) -> None:
    brand = pipeline.load_brand(name)
    assert [each.message for each in press_problems(brand, brand.output_intent)] == []
