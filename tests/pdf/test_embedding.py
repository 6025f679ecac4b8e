"""Embedded faces: what a reader extracts, where each glyph stands, and the font objects that say so."""

from __future__ import annotations

import ctypes
import io
import re
import unicodedata
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
import uharfbuzz as hb
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pdf_samples import BOLD, HEAD, INK, ITALIC, SANS, content, face, line, opened, rendered, run_of, text_of

from reportgen.glyphs import Glyph, GlyphRun
from reportgen.page import TextRun
from reportgen.text.font_files import characters, hb_font
from reportgen.text.shaper import shape

ASTRAL = "\N{MATHEMATICAL SCRIPT CAPITAL X}"


def glyph_of(char: str) -> int:
    """The number of a character's glyph."""
    return int(hb_font(SANS).get_nominal_glyph(ord(char)))


def with_a_glyph_for_all(run: GlyphRun) -> GlyphRun:
    """The run with an x for what its face lacks: such a page is refused, and here only the text counts."""
    stand_in = int(hb_font(run.font).get_nominal_glyph(ord("x")))
    return replace(run, glyphs=tuple(replace(glyph, gid=glyph.gid or stand_in) for glyph in run.glyphs))


def fonts_of(pdf: bytes) -> list[pikepdf.Object]:
    """The Type 0 fonts of the first page."""
    return list(opened(pdf).pages[0].Resources.Font.values())


def pens(pdf: bytes) -> list[float]:
    """Where the pen stands for each character of the first page, from the left, in pt."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for index in range(text.count_chars()):
        pypdfium2.raw.FPDFText_GetCharOrigin(text, index, x, y)
        found.append(x.value)
    document.close()
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Officers flagged efficient traffic: ff fi fl ffi ffl",
        "AVATAR To Wa, Yo. L’T – “Types” £28m m² 1,025,000",
        "Ελληνικά, Кириллица, ÅÄÖ çğıš",
        f"beyond the first plane {ASTRAL} and back",
    ],
)
@pytest.mark.parametrize("font", [SANS, BOLD, ITALIC])
def test_text_is_extracted_as_it_was_written(text: str, font: object) -> None:
    box = line(text, font)
    assert text_of(rendered(replace(box, run=with_a_glyph_for_all(box.run)))) == text


def test_encoded_ligatures_are_extracted_as_their_letters_and_nothing_else_is_changed() -> None:
    ligatures = [Glyph(glyph_of("n"), char, 0.544) for char in "\ufb00\ufb01\ufb03\ufb06²"]
    assert text_of(rendered(TextRun(20, 100, run_of(*ligatures), INK))) == "fffiffist²"


def test_a_cluster_of_several_glyphs_is_extracted_once() -> None:
    accent = Glyph(glyph_of("´"), "", 0.0, -0.4, 0.1)
    run = run_of(Glyph(glyph_of("a"), "a", 0.5), Glyph(glyph_of("e"), "é", 0.5), accent, Glyph(glyph_of("b"), "b", 0.5))
    pdf = rendered(TextRun(20, 100, run, INK))
    assert text_of(pdf) == "aéb"
    (span,) = re.findall(r"/Span<</ActualText<FEFF00E9>>>BDC (.*?) EMC", content(pdf))
    raised, _, after = span.partition(" 1.2 Ts ")[2].partition(" 0 Ts")
    assert re.fullmatch(r"\[-?\d+<\w{4}>\]TJ", raised)  # the accent, and it alone
    assert after == ""


def test_a_run_that_begins_with_a_glyph_without_text_is_drawn_and_says_nothing() -> None:
    run = run_of(Glyph(glyph_of("x"), "", 0.5), Glyph(glyph_of("y"), "y", 0.5))
    assert text_of(rendered(TextRun(20, 100, run, INK))).strip("\u200b") == "y"


def test_a_hyphen_that_was_added_is_a_soft_hyphen_and_one_that_was_written_is_not() -> None:
    added = Glyph(glyph_of("-"), "\u00ad", 0.3)
    pdf = rendered(line("re-use", y=60), TextRun(20, 100, run_of(Glyph(glyph_of("a"), "a", 0.5), added), INK))
    to_unicode = fonts_of(pdf)[0].ToUnicode.read_bytes().decode("ascii")
    assert "<00AD>" in to_unicode
    assert "<002D>" in to_unicode


def test_an_empty_run_leaves_no_trace() -> None:
    assert content(rendered(TextRun(20, 100, run_of(), INK))).strip() == content(rendered(line(""))).strip()
    assert "BT" not in content(rendered(line("")))


@pytest.mark.parametrize(("font", "size", "tracking"), [(SANS, 9.6, 0.0), (HEAD, 44.0, -0.02), (BOLD, 8.0, 0.08)])
def test_each_glyph_stands_where_the_text_engine_put_it(font: object, size: float, tracking: float) -> None:
    run = shape("AVATAR To Wales, LTYP", font, size, tracking)
    box = TextRun(20, 100, run, INK)
    lefts = pens(rendered(box))
    pen = 20.0
    for left, glyph in zip(lefts, run.glyphs, strict=True):
        assert left == pytest.approx(pen, abs=0.01 + size * 0.0006), glyph.text
        pen += size * glyph.advance


def test_many_small_shifts_do_not_add_up() -> None:
    glyphs = [Glyph(glyph_of("i"), "i", 0.25049)] * 200
    pdf = rendered(TextRun(0, 100, run_of(*glyphs, font=SANS, size=5), INK))
    assert pens(pdf)[199] == pytest.approx(199 * 0.25049 * 5, abs=0.01)


def test_runs_on_one_line_share_a_text_object_and_repeat_no_font() -> None:
    operators = content(rendered(line("one"), TextRun(80, 100, shape("two", SANS, 12), INK), line("three", y=120)))
    assert (operators.count("BT"), operators.count(" Tf")) == (1, 1)


def test_font_objects_are_as_iso_32000_wants_them() -> None:
    pdf = rendered(line("Officers: AVA"), line("heads", HEAD, y=140))
    fonts = fonts_of(pdf)
    names = [str(font.BaseFont) for font in fonts]
    assert all(re.fullmatch(r"/[A-Z]{6}\+\S+", name) for name in names)
    assert len({name[:7] for name in names}) == 2
    for font in fonts:
        below = font.DescendantFonts[0]
        descriptor = below.FontDescriptor
        program = descriptor.FontFile2.read_bytes()
        assert (font.Subtype, font.Encoding, below.Subtype) == ("/Type0", "/Identity-H", "/CIDFontType2")
        assert font.BaseFont == below.BaseFont == descriptor.FontName
        assert len(program) == descriptor.FontFile2.Length1
        assert descriptor.Flags & 4
        assert descriptor.CapHeight > 600
        assert len(below.CIDToGIDMap.read_bytes()) == 2 * len(below.W[1])


def test_widths_are_those_of_the_font_program() -> None:
    font = fonts_of(rendered(line("Officers AVA 12")))[0].DescendantFonts[0]
    cut = hb.Font(hb.Face(font.FontDescriptor.FontFile2.read_bytes()))
    places = font.CIDToGIDMap.read_bytes()
    gids = [int.from_bytes(places[at : at + 2]) for at in range(0, len(places), 2)]
    assert [int(width) for width in font.W[1]] == [cut.get_glyph_h_advance(gid) for gid in gids]


def test_a_subset_holds_the_glyphs_that_are_shown_and_neither_layout_nor_hinting() -> None:
    program = fonts_of(rendered(line("Officers")))[0].DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    cut = hb.Face(program)
    assert sorted(cut.table_tags) == ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]
    assert 7 <= cut.glyph_count <= 12
    assert len(program) < 2500


def test_a_to_unicode_map_has_no_block_of_more_than_100_entries() -> None:
    plenty = "".join(chr(code) for code in sorted(characters(SANS)) if unicodedata.category(chr(code)) in ("Lu", "Ll"))
    glyphs = [Glyph(glyph_of(char), char, 0.01) for char in plenty[:250]]
    pdf = rendered(TextRun(20, 100, run_of(*glyphs), INK))
    written = fonts_of(pdf)[0].ToUnicode.read_bytes().decode("ascii")
    assert [int(count) for count in re.findall(r"(\d+) beginbfchar", written)] == [100, 100, 50]


def test_a_character_beyond_the_first_plane_is_a_surrogate_pair() -> None:
    pdf = rendered(TextRun(20, 100, with_a_glyph_for_all(line(ASTRAL).run), INK))
    assert "<D835DCB3>" in fonts_of(pdf)[0].ToUnicode.read_bytes().decode("ascii")


def test_a_lone_surrogate_does_not_break_the_file() -> None:
    pdf = rendered(TextRun(20, 100, run_of(Glyph(glyph_of("x"), "\ud835", 0.5)), INK))
    assert "<FFFD>" in fonts_of(pdf)[0].ToUnicode.read_bytes().decode("ascii")


def test_no_other_face_gets_into_the_file() -> None:
    pdf = rendered(line("only this"))
    assert b"Helvetica" not in pdf
    assert len(fonts_of(pdf)) == 1


def test_two_documents_share_a_parsed_face_and_no_objects() -> None:
    first, second = rendered(line("first")), rendered(line("second, and more"))
    assert text_of(first) == "first"
    assert text_of(second) == "second, and more"
    assert rendered(line("first")) == first


def test_a_face_from_disc_is_drawn_with_its_own_shapes() -> None:
    serif = face("source-serif-4/SourceSerif4_400Regular")
    descriptors = [
        fonts_of(rendered(line("n", font)))[0].DescendantFonts[0].FontDescriptor for font in (serif, SANS, ITALIC)
    ]
    assert [int(descriptor.Flags) & 2 for descriptor in descriptors] == [2, 0, 0]
    assert [int(descriptor.Flags) & 64 for descriptor in descriptors] == [0, 0, 64]
    assert descriptors[2].ItalicAngle < 0


COVERED = sorted(
    chr(code)
    for code in characters(SANS)
    if unicodedata.category(chr(code)) in ("Lu", "Ll", "Nd", "Po", "Sc", "Sm", "Ps", "Pe", "Pi", "Pf")
    and unicodedata.normalize("NFKC", chr(code)) == chr(code)
)
WORDS = st.lists(st.text(st.sampled_from(COVERED), min_size=1, max_size=8), min_size=1, max_size=4)


# Past 0.1 em of tracking PDFium takes some gaps for spaces, "0Y." for one; the file itself has no space there.
@given(WORDS, st.booleans(), st.sampled_from([0.0, -0.02, 0.05]))
@example(["0", "/î"], False, 0.05)
@settings(max_examples=80, deadline=None)
def test_any_text_that_the_face_holds_is_extracted_letter_for_letter(words, bold, tracking) -> None:
    text = " ".join(words)
    assert text_of(rendered(line(text, BOLD if bold else SANS, 5.0, tracking=tracking))) == text


def test_tracking_is_character_spacing_and_does_not_reach_the_next_run() -> None:
    written = content(rendered(line("Hnnn", tracking=0.05), line("nnnn", y=150)))
    assert re.findall(r"/F1 12 Tf 0\.6 Tc \S+ \S+ Td <\w+>Tj\n0 Tc \S+ \S+ Td <\w+>Tj", written)


def test_the_file_is_sound() -> None:
    with pikepdf.open(io.BytesIO(rendered(line("sound")))) as pdf:
        assert pdf.check_pdf_syntax() == []
