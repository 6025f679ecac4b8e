"""InkCanvas: one door for colour, a state that is written only when it changes, and a file that hides nothing."""

from __future__ import annotations

import math
import re

import pikepdf
import pytest
from pdf_samples import AMBER, INK, SANS, TEAL, WHITE, Book, content, opened

from reportgen.colour.inks import Ink
from reportgen.geometry import Bbox
from reportgen.pdf import UnknownInk
from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.edition_colours import InkTable, ScreenColour
from reportgen.pdf.engine import REFUSED, Canvas, our_settings, rl_config
from reportgen.pdf.pdf_objects import number, precise, text_string
from reportgen.text.shaper import shape

SQUARE = "0 0 m 9 0 l 9 9 l h"


def blank() -> InkCanvas:
    return InkCanvas(100, 80, ScreenColour())


def finished(canvas: InkCanvas) -> bytes:
    with our_settings():
        return canvas.finish()


@pytest.mark.parametrize("method", REFUSED)
def test_a_method_of_reportlab_that_goes_past_the_inks_raises(method: str) -> None:
    assert callable(getattr(Canvas, method)), "ReportLab has no such method any more"
    with pytest.raises(TypeError, match=f"{method} goes past the inks; draw with the methods of InkCanvas"):
        getattr(blank(), method)(0, 0, 0)


def test_every_way_of_reportlab_to_set_a_colour_is_refused() -> None:
    ways = [name for name in dir(Canvas) if re.match(r"set(Fill|Stroke)|.*(Gradient|shade)$", name)]
    assert len(ways) > 10
    assert set(ways) <= set(REFUSED)


@pytest.mark.parametrize("colour", ["red", "#00756f", (0, 0, 0), (0.1, 0.2, 0.3, 0.4), None, 0])
def test_only_an_ink_can_be_drawn_with(colour: object) -> None:
    for door in (blank().set_fill, blank().set_stroke):
        with pytest.raises(TypeError, match="only an ink can be drawn with, not "):
            door(colour)  # type: ignore[arg-type]  # that is the test


def test_an_ink_is_written_as_its_srgb() -> None:
    canvas = blank()
    canvas.set_fill(TEAL)
    canvas.set_stroke(WHITE)
    canvas.paint(SQUARE, fill=True, stroke=True)
    assert content(finished(canvas)).split("\n") == ["0 .459 .435 rg", "1 1 1 RG", f"{SQUARE} B"]


def test_three_decimals_bring_back_every_value() -> None:
    written = [ScreenColour().fill(Ink("x", (value, 0, 255))).split()[0] for value in range(256)]
    assert [round(255 * float(red)) for red in written] == list(range(256))


def test_what_does_not_change_is_not_written_again() -> None:
    canvas = blank()
    for _ in range(2):
        canvas.set_fill(INK)
        canvas.set_line(2, 1, 1, ((3, 1.5), 0.25))
        canvas.set_alpha(fill=0.5)
        canvas.paint(SQUARE, fill=True, stroke=False)
    lines = content(finished(canvas)).split("\n")
    assert lines == [".078 .129 .239 rg", "2 w", "1 J", "1 j", "[3 1.5].25 d", "/E0 gs", f"{SQUARE} f", f"{SQUARE} f"]


def test_what_was_kept_comes_back() -> None:
    canvas = blank()
    canvas.set_fill(INK)
    canvas.keep()
    canvas.set_fill(AMBER)
    canvas.back()
    canvas.set_fill(INK)
    canvas.keep()
    canvas.back()
    assert content(finished(canvas)).split("\n") == [".078 .129 .239 rg", "q", ".961 .718 0 rg", "Q", "q", "Q"]


def test_a_state_that_is_kept_and_not_taken_back_is_an_error() -> None:
    canvas = blank()
    canvas.keep()
    with pytest.raises(RuntimeError, match="1 graphics states were kept and not taken back"):
        canvas.finish()


def test_alpha_of_fills_and_strokes_is_apart() -> None:
    canvas = blank()
    canvas.set_alpha(fill=0.25)
    canvas.set_alpha(stroke=0.5)
    canvas.set_alpha(fill=1, stroke=1)
    states = opened(finished(canvas)).pages[0].Resources.ExtGState
    assert [(float(state.ca), float(state.CA)) for state in states.values()] == [(0.25, 1), (0.25, 0.5), (1, 1)]


def test_paths_and_states_close_a_text_object() -> None:
    canvas = blank()
    canvas.set_fill(INK)
    canvas.text(1, 2, shape("a", SANS, 9))
    canvas.paint(SQUARE, fill=True, stroke=False)
    canvas.text(1, 2, shape("a", SANS, 9), angle=90)
    written = content(finished(canvas)).split("\n")
    assert written[1:] == [
        "BT",
        "/F1 9 Tf 1 2 Td <0001>Tj",
        "ET",
        f"{SQUARE} f",
        "BT",
        "0 1 -1 0 1 2 Tm <0001>Tj",
        "ET",
    ]


def test_streams_are_compressed_and_end_with_a_line_end() -> None:
    canvas = blank()
    canvas.set_fill(INK)
    canvas.text(1, 2, shape("abc", SANS, 9))
    pdf = finished(canvas)
    assert b"ASCII85" not in pdf
    assert pdf.count(b"\nendstream") == pdf.count(b"endstream") == pdf.count(b"FlateDecode") > 3
    assert pdf.startswith(b"%PDF-1.6\n")


def test_the_id_follows_from_the_content() -> None:
    files = []
    for ink in (INK, INK, TEAL):
        canvas = blank()
        canvas.set_fill(ink)
        files.append(finished(canvas))
    ids = [bytes(opened(pdf).trailer.ID[0]) for pdf in files]
    assert ids[0] == ids[1] != ids[2]
    assert len(ids[0]) == 16


def test_the_page_can_be_given_more_entries() -> None:
    canvas = blank()
    canvas.objects.entries["Tabs"] = "S"
    assert opened(finished(canvas)).pages[0].obj.Tabs == pikepdf.Name.S


def test_a_link_may_hold_any_text_and_its_address_stays_whole() -> None:
    canvas = blank()
    canvas.objects.link(Bbox(1, 2, 3, 4), b"https://example.org/a%28b%29", "brackets ) ( and \\ and ü")
    annotation = opened(finished(canvas)).pages[0].Annots[0]
    assert str(annotation.Contents) == "brackets ) ( and \\ and ü"
    assert str(annotation.A.URI) == "https://example.org/a%28b%29"
    assert annotation.F == 4


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (1, "1"), (-1.5, "-1.5"), (0.5, ".5"), (-0.25, "-.25"), (-0.001, "0"), (100, "100"), (12.345, "12.35")],
)
def test_numbers_are_short(value: float, written: str) -> None:
    assert number(value + 0.0) in (written, "12.34")


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_number_that_is_none_is_refused(value: float) -> None:
    for writer in (number, precise):
        with pytest.raises(ValueError, match="a PDF cannot hold the number"):
            writer(value)


@pytest.mark.parametrize(
    "text", ["plain", "a (b) \\ c", "ü – ₤", "line\nend", "\N{GRINNING FACE}", "", "(((", "\x00\x7f"]
)
def test_a_text_string_comes_back(text: str) -> None:
    pdf = pikepdf.Object.parse(text_string(text))
    assert str(pdf) == text


def test_reportlabs_settings_are_the_programs_own_again_afterwards() -> None:
    before = rl_config.useA85, rl_config.invariant
    rl_config.useA85, rl_config.invariant = 1, 0
    try:
        with our_settings():
            assert (rl_config.useA85, rl_config.invariant) == (0, 1)
        assert (rl_config.useA85, rl_config.invariant) == (1, 0)
    finally:
        rl_config.useA85, rl_config.invariant = before


def test_a_colour_that_is_no_ink_names_itself_and_the_nearest() -> None:
    table = InkTable([INK, TEAL])
    assert table.find(0, 117 / 255, 111 / 255) is TEAL
    with pytest.raises(UnknownInk) as caught:
        table.find(0.0, 0.46, 0.45)
    assert str(caught.value) == "the colour #007573 is no ink of the brand; the nearest is `teal` #00756f"
    assert caught.value.nearest is TEAL
    with pytest.raises(UnknownInk, match="the brand has no inks"):
        InkTable([]).find(0, 0, 0)


def test_the_sample_font_book_answers_as_a_brand_does() -> None:
    assert Book().find(["any"], 400, False) is SANS
