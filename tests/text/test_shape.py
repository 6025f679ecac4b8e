"""Shaping: kerning across words, ligatures, tracking, and characters that a face lacks."""

from __future__ import annotations

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.coverage import has_rtl, missing_characters, name_of
from reportgen.text.invisible import INVISIBLE, visible
from reportgen.text.shaper import shape

SENTENCES = (
    "Our modern Industrial Strategy sets out our long-term plan, for workers across the Yorkshire area.",
    "To Wales, for Key Partners: V. Tyne; after York. AV To Va 1,025,000 £28m (P Y) \N{EN DASH} Working Together",
    "office ffl fiction \N{LEFT DOUBLE QUOTATION MARK}Types\N{RIGHT DOUBLE QUOTATION MARK}  double  space ",
)


def in_one_go(text, font):
    """Glyph numbers and advances as HarfBuzz gives them for the whole text."""
    face = hb.Font(hb.Face(hb.Blob(font.data)))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = "en"
    hb.shape(face, buffer, {"dlig": False})
    em = font.units_per_em
    return [
        (info.codepoint, place.x_advance / em, place.x_offset / em, place.y_offset / em)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def told(run):
    return [(glyph.gid, glyph.advance, glyph.dx, glyph.dy) for glyph in run.glyphs]


def texts(run):
    return [glyph.text for glyph in run.glyphs]


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("name", ["sans", "archivo", "serif"])
def test_words_from_the_cache_are_set_as_the_whole_line(faces, name, text):
    font = getattr(faces, name)
    assert told(shape(text, font, 10)) == in_one_go(text, font)


def test_the_faces_do_kern_with_the_space(faces):
    assert shape("P ", faces.archivo, 1).width < shape("P", faces.archivo, 1).width + shape(" ", faces.archivo, 1).width
    assert shape(" Y", faces.serif, 1).width < shape("Y", faces.serif, 1).width + shape(" ", faces.serif, 1).width


def test_ligatures_carry_their_letters(faces):
    assert texts(shape("office fiction", faces.serif, 10)) == [*"o", "ffi", *"ce ", "fi", *"ction"]


def test_letterspaced_text_has_no_ligatures(faces):
    assert texts(shape("office", faces.serif, 10, tracking=0.05)) == list("office")
    assert texts(shape("office", faces.serif, 10, tracking=-0.01)) == ["o", "ffi", "c", "e"]


def test_discretionary_ligatures_are_off(faces):
    assert texts(shape("act first", faces.serif, 10)) == [*"act ", "fi", *"rst"]


def test_tracking_is_added_once_a_letter(faces):
    plain, tracked = shape("e\u0301q\u0301", faces.sans, 10), shape("e\u0301q\u0301", faces.sans, 10, tracking=0.1)
    assert texts(tracked) == ["e\u0301", "q", "\u0301"]
    assert tracked.width == pytest.approx(plain.width + 10 * 0.1 * 3)


def test_an_accent_without_a_letter_of_its_own_stands_over_its_letter(faces):
    accent = shape("q\u0301", faces.sans, 10).glyphs[1]
    assert accent.advance == 0
    assert accent.dx < -0.2


def test_features_are_asked_for_by_name(faces):
    plain = shape("111", faces.sans, 10)
    tabular = shape("111", faces.sans, 10, features=(("tnum", True), ("kern", False)))
    old_style = shape("111", faces.sans, 10, features=(("onum", True),))
    assert len({plain.glyphs[0].gid, old_style.glyphs[0].gid}) == 2
    assert {glyph.advance for glyph in tabular.glyphs} == {0.497}


@pytest.mark.parametrize("char", ["\u00a0", "\u202f", "\u2009", "\u200a", "\u2003", "\u2007", "\u2008"])
@pytest.mark.parametrize("name", ["sans", "archivo", "serif"])
def test_every_space_is_set_by_its_meaning(faces, name, char):
    font = getattr(faces, name)
    (glyph,) = shape(char, font, 10).glyphs
    assert glyph.gid != 0
    assert glyph.text == char
    assert 0 < glyph.advance <= 1
    assert missing_characters(f"a{char}b", font) == ()


def test_a_narrow_space_is_narrow(faces):
    for font in (faces.sans, faces.archivo, faces.serif):
        assert shape("\u202f", font, 1).width < 0.7 * shape(" ", font, 1).width


@pytest.mark.parametrize("name", ["sans", "archivo", "serif"])
def test_the_no_break_hyphen_is_a_hyphen(faces, name):
    font = getattr(faces, name)
    assert told(shape("a\u2011b", font, 10)) == told(shape("a-b", font, 10))
    assert shape("a\u2011b", font, 10).text == "a\u2011b"
    assert missing_characters("a\u2011b", font) == ()


def test_characters_without_a_mark_leave_none(faces):
    for font in (faces.sans, faces.archivo, faces.serif):
        plain = shape("figure", font, 10)
        assert shape("fig\u2060\u200b\ufeff\u00adure\u200e", font, 10) == plain
        assert missing_characters("fig\u2060\u200b\ufeff\u00adure\u200e\ufe0f", font) == ()


def test_a_non_joiner_parts_a_ligature(faces):
    assert texts(shape("Auf\u200cfi", faces.serif, 10)) == ["A", "u", "f", "fi"]


def test_missing_characters_are_named(faces):
    missing = missing_characters("Fine \N{GRINNING FACE}\ufe0f \u4e2d, \N{GRINNING FACE} e\u0301 \x00", faces.sans)
    assert [name_of(char) for char in missing] == [
        "U+1F600 GRINNING FACE",
        "U+4E2D CJK UNIFIED IDEOGRAPH-4E2D",
        "U+0000 without a name",
    ]


def test_white_space_is_not_missing(faces):
    assert missing_characters("a\tb\nc\u2028d", faces.archivo) == ()


def test_right_to_left_text_is_known():
    assert has_rtl("From \u0645\u0631\u062d\u0628\u0627")
    assert has_rtl("\u05e9\u05dc\u05d5\u05dd")
    assert not has_rtl("Ynys M\u00f4n \N{EN DASH} \u0395\u03bb\u03bb\u03ac\u03b4\u03b1 \N{GRINNING FACE}")


@given(text=st.text(max_size=40), tracking=st.sampled_from([0.0, -0.02, 0.1]))
def test_the_glyphs_stand_for_the_text(faces, text, tracking):
    for font in (faces.sans, faces.archivo, faces.serif):
        assert "".join(texts(shape(text, font, 10, tracking))) == visible(text)


@given(text=st.text(st.sampled_from([*"afi -,.1\u00e9", "\u0301", *map(chr, INVISIBLE[:16])]), max_size=30))
def test_hostile_text_stands_too_and_nothing_is_missing(faces, text):
    assert "".join(texts(shape(text, faces.serif, 10))) == visible(text)
    assert missing_characters(text, faces.serif) == ()


@pytest.mark.parametrize("language", ["", "en-GB", "de", "x", "zh-Hant-TW", "not a language"])
def test_any_language_tag_shapes(faces, language):
    assert shape("figure", faces.sans, 10, language=language).text == "figure"
