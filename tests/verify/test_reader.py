"""The reader: what a canvas has written is read back as it shows, from its operators alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verify_samples import brand

from reportgen.colour.inks import Ink
from reportgen.geometry import IDENTITY
from reportgen.glyphs import Glyph, GlyphRun
from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.edition_colours import PrintColour, ScreenColour
from reportgen.text.shaper import shape
from reportgen.verify.canvas_reader import read_page
from reportgen.verify.drawn_shapes import outlined
from reportgen.verify.expected_runs import ExpectedRun, Owner
from reportgen.verify.match import RunPair
from reportgen.verify.placement import CROWDED, RunIndex, overlapping
from reportgen.verify.run_text import UnreadableError

GREEN = Ink("green", (0, 128, 0))


def canvas() -> InkCanvas:
    made = InkCanvas(200, 100, ScreenColour())
    made.objects.entries["TrimBox"] = [10, 20, 190, 80]
    return made


def run(text: str, size: float = 10.0, tracking: float = 0.0) -> GlyphRun:
    return shape(text, brand().styles.text.family.regular, size, tracking)


@given(st.text("abcfiltVAT .,1–", min_size=1, max_size=30), st.floats(4, 90), st.floats(-0.02, 0.2), st.floats(0, 150))
def test_type_is_read_back(text: str, size: float, tracking: float, x: float) -> None:
    page, set_run = canvas(), run(text, round(size, 2), round(tracking, 3))
    page.set_fill(GREEN)
    page.text(x, 30, set_run)
    (shown,) = read_page(page).shown
    assert shown.text == set_run.text
    assert shown.pen == pytest.approx((x - 10, 10), abs=0.006)
    assert shown.size == shown.wide == pytest.approx(set_run.size, abs=0.006)
    upto = set_run.size * sum(glyph.advance for glyph in set_run.glyphs[:-1])
    assert shown.advance == pytest.approx(upto, abs=0.02 + 0.002 * set_run.size)
    assert shown.paint.operator == "0 .502 0 rg"


def test_an_accent_with_an_offset_and_a_cluster_of_glyphs() -> None:
    page = canvas()
    glyphs = run("ab").glyphs
    page.text(20, 30, GlyphRun(run("a").font, 10, (glyphs[0], Glyph(glyphs[1].gid, "", 0.0, -0.2, 0.3), glyphs[1])))
    (shown,) = read_page(page).shown
    assert shown.text == "ab"
    assert shown.area.bottom < 10.1
    assert shown.area.top > 17


@pytest.mark.parametrize(("x", "on_each_other"), [(20, False), (56, True)])
def test_descenders_may_hang_between_capitals(x: float, on_each_other: bool) -> None:
    """A comma and an accent under it share a height; they are on each other only where they share a place."""
    page = canvas()
    page.text(20, 60, run("1,1", 60))
    page.text(x, 44, run("Â", 10))
    number, letter = read_page(page).shown
    assert number.area.meets(letter.area, CROWDED)
    owners = [Owner(1, "value", 1, ()), Owner(2, "label", 2, ())]
    pairs = [
        RunPair(shown, ExpectedRun(0, 0, shown.text, 0, 0, owner))
        for shown, owner in zip((number, letter), owners, strict=True)
    ]
    assert [one.code for one in overlapping(RunIndex(pairs))] == ["overlap"] * on_each_other


def test_matrices_are_followed() -> None:
    page = canvas()
    page.keep()
    page.apply((2, 0, 0, 3, 10, 20))
    page.text(5, 6, run("x"))
    page.back()
    page.text(20, 30, run("y"), angle=90)
    first, second = read_page(page).shown
    assert first.pen == (10, 18)
    assert (first.wide, first.size, first.level) == (20, 30, True)
    assert second.pen == pytest.approx((10, 10))
    assert not second.level
    assert second.area.top - second.area.bottom == pytest.approx(run("y").width, abs=0.01)


def test_spot_colours_and_hatches() -> None:
    intent = brand().output_intent
    page = InkCanvas(200, 100, PrintColour(intent))
    page.objects.entries["TrimBox"] = [10, 20, 190, 80]
    page.set_fill(Ink("spot", (0, 128, 0), (100, 0, 100, 0), "House Green"))
    page.paint("0 0 10 10 re", fill=True, stroke=False)
    entries = {"PatternType": 1, "Matrix": [1, 0, 0, 1, 0, 0]}
    page.pattern(entries, "0 0 1 1 re f")
    page.paint("20 20 10 10 re", fill=True, stroke=False)
    spot, hatch = read_page(page).filled
    assert spot.paint.colour == (0.0, 1.0, 0.0)
    assert spot.hides
    assert not hatch.hides


def test_a_form_is_drawn_wherever_it_is_placed() -> None:
    page = canvas()
    form = page.form((0, 0, 5, 5), "0 0 5 5 re f")
    page.keep()
    page.write(f"1 0 0 1 20 30 cm /{form} Do")
    page.write(f"1 0 0 1 40 0 cm /{form} Do")
    page.back()
    assert [one.outline.area for one in read_page(page).filled] == [(10, 10, 15, 15), (50, 10, 55, 15)]


def test_spaces_at_the_end_have_no_ink() -> None:
    page = canvas()
    page.text(20, 30, run("word "))
    page.text(20, 50, run("word"))
    with_space, without = read_page(page).shown
    assert with_space.end[0] == pytest.approx(without.end[0], abs=0.3)


def test_clips_add_up_and_are_taken_back() -> None:
    page = canvas()
    page.keep()
    page.clip("20 30 100 40 re")
    page.clip("10 20 50 20 re")
    page.text(20, 30, run("in"))
    page.back()
    page.text(20, 30, run("out"))
    inside, outside = read_page(page).shown
    assert inside.clip is not None
    assert inside.clip.area == (10, 10, 50, 20)
    assert outside.clip is None


@pytest.mark.parametrize(
    "operators", ["3 Tr", "(text) Tj", "/X9 Do", "/F7 9 Tf", "nonsense", "1 2 3 m n", "BT 5 TL ET", "Q"]
)
def test_what_is_not_known_is_refused(operators: str) -> None:
    page = canvas()
    page.write(operators)
    with pytest.raises(UnreadableError):
        read_page(page)


SQUARE = "0 0 m 10 0 l 10 10 l 0 10 l h"


@pytest.mark.parametrize(
    ("path", "even_odd", "plain", "inside"),
    [
        (SQUARE, False, True, True),
        ("0 0 10 10 re", False, True, True),
        (f"{SQUARE} 2 2 m 8 2 l 8 8 l 2 8 l h", False, False, True),
        (f"{SQUARE} 2 2 m 8 2 l 8 8 l 2 8 l h", True, False, False),
        (f"{SQUARE} 2 2 m 2 8 l 8 8 l 8 2 l h", False, False, False),
        ("0 0 m 10 0 l 0 10 l h", False, False, True),
        ("0 0 m 4 0 l 0 4 l h", False, False, False),
        ("0 5 m 0 8 2 10 5 10 c 8 10 10 8 10 5 c 10 2 8 0 5 0 c 2 0 0 2 0 5 c h", False, False, True),
    ],
)
def test_what_a_path_fills(path: str, even_odd: bool, plain: bool, inside: bool) -> None:
    outline = outlined(path, (2, 0, 0, 2, 100, 100), even_odd)
    assert outline is not None
    assert outline.plain is plain
    assert outline.has((109.8, 109.8)) is inside
    assert not outline.has((99, 110))


def test_a_path_without_points_is_none() -> None:
    assert outlined("", IDENTITY) is None
    with pytest.raises(ValueError, match="could not convert"):
        outlined("1 2 m 3 x l", IDENTITY)
