"""What the interpreter makes of content: where things are, in what colour, how fine, and what lies behind them."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from check_samples import made, written
from pikepdf import Array, Dictionary, Name, Stream

from reportgen.check.background import Background
from reportgen.check.character_codes import read_cmap
from reportgen.check.colour_appearance import cmyk_by_formula, contrast, to_rgb
from reportgen.check.colour_spaces import CMYK, GRAY, RGB, ColourSpace, ink_sum, inks
from reportgen.check.document import Document
from reportgen.check.numerals import numbers_in, numbers_of
from reportgen.check.painted_objects import Painted, PaintedPath, PaintedPicture, PaintedShading
from reportgen.check.postscript_functions import calculate, parse_calculator
from reportgen.check.xmp_properties import DC, pdf_date, read_xmp, xmp_date
from reportgen.geometry import Bbox, crossings, is_within, multiply


def document(content: str, **resources: Any) -> Document:
    """The print edition with other content; fonts F1 and F2, graphics states OV and NO, image Photo."""
    from check_samples import encoded

    pdf = made("print")
    page = pdf.pages[0].obj
    page.Contents = Stream(pdf, encoded(content, "print"))
    for key, value in resources.items():
        page.Resources["/" + key] = value(pdf) if callable(value) else value
    return Document(written(pdf))


def painted(content: str, **resources: Any) -> Painted:
    return document(content, **resources).pages[0].painted


def paths(found: Painted) -> list[PaintedPath]:
    return [item for item in found.objects if isinstance(item, PaintedPath) and item.layer == "page"]


def pictures(found: Painted) -> list[PaintedPicture]:
    return [item for item in found.objects if isinstance(item, PaintedPicture)]


def rounded(box: Bbox) -> tuple[float, ...]:
    return tuple(round(each, 1) for each in box)


def test_a_path_is_where_the_matrices_put_it() -> None:
    (path,) = paths(painted("q 2 0 0 2 10 20 cm 1 0 0 1 5 5 cm 0 0 10 20 re f Q"))
    assert rounded(path.box) == (20, 30, 40, 70)


def test_a_line_is_as_wide_as_the_page_shows_it() -> None:
    (path,) = paths(painted("q 0.5 0 0 0.5 0 0 cm 0.5 w 0 100 m 200 100 l S Q"))
    assert (path.stroked, path.width) == (True, 0.25)
    assert rounded(path.box) == (-0.1, 49.9, 100.1, 50.1)


def test_fill_and_stroke_are_two_things_with_their_own_colours() -> None:
    fill, stroke = paths(painted("0 1 0 0 k 0 0 0 1 K 0 0 9 9 re B"))
    assert (fill.paint.value, stroke.paint.value) == ((0, 1, 0, 0), (0, 0, 0, 1))
    assert not fill.stroked and stroke.stroked


def test_text_has_size_words_and_place() -> None:
    (text,) = painted("BT /F1 10 Tf 2 0 0 2 100 200 Tm (Homes) Tj ET").texts
    assert (text.text, text.size, text.start) == ("Homes", 20, (100, 200))
    assert 145 < text.end[0] < 165 and text.end[1] == 200
    assert Bbox(99, 190, 170, 216).holds(text.box)


def test_a_gap_in_one_string_is_no_space() -> None:

    found = painted("BT /F1 10 Tf 10 10 Td [(two) -400 (words)] TJ 0 20 Td [(kern) 30 (ed)] TJ ET")
    assert [text.text for text in found.texts] == ["two\ufffewords", "kerned"]


def test_the_graphics_state_comes_back() -> None:
    first, second = paths(painted("q OV gs 0 0 0 0.5 k 0 0 1 1 re f Q 0 0 1 1 re f"))
    assert (first.compositing.overprint, first.compositing.mode, first.paint.value) == (True, 1, (0, 0, 0, 0.5))
    assert (second.compositing.overprint, second.paint.space, second.paint.value) == (False, GRAY, (0,))


def test_the_clip_hides() -> None:
    shown, hidden = paths(painted("q 0 0 50 50 re W n 40 40 20 20 re f 60 60 9 9 re f Q"))
    assert shown.visible_box == Bbox(40, 40, 50, 50)
    assert hidden.visible_box is None


def test_marked_content_is_nested() -> None:
    found = painted(
        "/P <</MCID 3>> BDC /Span <</ActualText (x)>> BDC 0 0 1 1 re f EMC EMC /Artifact BMC 0 0 1 1 re f EMC 0 0 1 1 re f"
    )
    tagged, artifact, bare = paths(found)
    assert tagged.content == (0, 3) and not tagged.artifact
    assert artifact.artifact and artifact.content is None
    assert not bare.artifact and bare.content is None


def test_effective_resolution_is_that_on_the_page() -> None:
    fine, turned, flat = pictures(
        painted("q 60 0 0 60 0 0 cm /Photo Do Q q 0 60 -60 0 0 0 cm /Photo Do Q q 60 0 0 120 0 0 cm /Photo Do Q")
    )
    assert (fine.ppi, turned.ppi, flat.ppi) == (300, 300, 150)


def test_a_form_is_placed_by_its_matrix_and_clipped_by_its_box() -> None:
    def forms(pdf: pikepdf.Pdf) -> Dictionary:
        form = Stream(pdf, b"0 0 100 100 re f", Subtype=Name.Form, BBox=Array([0, 0, 10, 10]))
        form.Matrix = Array([2, 0, 0, 2, 0, 0])
        return Dictionary(F=pdf.make_indirect(form))

    (path,) = paths(painted("1 0 0 1 5 5 cm /F Do", XObject=forms))
    assert rounded(path.box) == (5, 5, 205, 205)
    assert path.visible_box == Bbox(5, 5, 25, 25)


def test_a_shading_is_sampled() -> None:
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 1, 0]), N=1)
    shading = Dictionary(
        S=Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([0, 0, 1, 1]), Function=function)
    )
    (shade,) = painted("/S sh", Shading=shading).objects
    assert isinstance(shade, PaintedShading)
    assert (shade.samples[0], shade.samples[-1]) == ((0, 0, 0, 0), (0, 1, 1, 0))


def test_an_inline_image() -> None:
    (picture,) = painted("q 72 0 0 72 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q").objects
    assert isinstance(picture, PaintedPicture)
    assert (picture.inline, picture.pixels, picture.space, picture.ppi) == (True, (2, 2), GRAY, 2)


GROUNDS = "0 0 0 1 k 0 0 100 100 re f 0 0 0 0 k 50 50 m 100 50 l 100 100 l f"


@pytest.mark.parametrize(
    ("point", "shown"),
    [((20, 20), "dark"), ((90, 60), "white"), ((60, 90), "dark"), ((200, 200), "white")],
)
def test_the_ground_is_what_was_painted_last(point: tuple[float, float], shown: str) -> None:
    """A triangle's box is not the triangle."""
    whole = document(GROUNDS)
    (colour,) = Background(whole.pages[0], whole).under(point, 99)
    assert (colour[0] > 0.9) == (shown == "white")


def test_the_ground_before_it_was_painted_is_paper() -> None:
    whole = document(GROUNDS)
    assert Background(whole.pages[0], whole).under((20, 20), 0) == ((1, 1, 1),)


def test_transparent_grounds_are_mixed() -> None:
    state = Dictionary(H=Dictionary(ca=0.5))
    whole = document("/H gs 0 0 0 1 k 0 0 100 100 re f", ExtGState=state)
    (colour,) = Background(whole.pages[0], whole).under((20, 20), 99)
    assert 0.4 < colour[0] < 0.7


def test_pictures_are_ground_pixel_by_pixel() -> None:
    def image(pdf: pikepdf.Pdf) -> Dictionary:
        keys = Dictionary(Subtype=Name.Image, Width=2, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray)
        return Dictionary(I=pdf.make_indirect(Stream(pdf, b"\x00\xff", keys)))

    whole = document("100 0 0 100 0 0 cm /I Do", XObject=image)
    background = Background(whole.pages[0], whole)
    assert background.under((20, 50), 99) == ((0, 0, 0),)
    assert background.under((80, 50), 99) == ((1, 1, 1),)


def test_a_thin_line_is_no_ground() -> None:
    whole = document("0 0 0 1 K 1 w 0 50 m 100 50 l S")
    background = Background(whole.pages[0], whole)
    assert background.under((50, 50), 99, least_line=2) == ((1, 1, 1),)
    assert background.under((50, 50), 99)[0][0] < 0.3


@pytest.mark.parametrize(
    ("space", "value", "total"),
    [
        (CMYK, (1, 0.9, 0.9, 1), 380),
        (GRAY, (0.25,), 75),
        (ColourSpace("Separation", 1, ("Gold",), CMYK), (0.5,), 50),
        (ColourSpace("Separation", 1, ("All",), CMYK), (1,), 400),
        (ColourSpace("DeviceN", 2, ("Cyan", "None"), CMYK), (1, 1), 100),
        (ColourSpace("ICCBased", 4, under=CMYK), (0.5, 0.5, 0, 0), 100),
        (ColourSpace("Indexed", 1, under=CMYK, table=bytes([0, 0, 0, 0, 255, 255, 0, 0])), (1,), 200),
        (RGB, (0, 0, 0), None),
    ],
)
def test_ink_sums(space: ColourSpace, value: tuple[float, ...], total: float | None) -> None:
    assert ink_sum(space, value) == (pytest.approx(total) if total is not None else None)


def test_white_in_inks_is_none_of_any() -> None:
    assert inks(CMYK, (0, 0, 0, 0)) == {"Cyan": 0, "Magenta": 0, "Yellow": 0, "Black": 0}


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast((0x76 / 255,) * 3, (1, 1, 1)) == pytest.approx(4.54, abs=0.01)
    assert to_rgb(ColourSpace("Lab", 3, limits=(-100, 100, -100, 100)), (100, 0, 0), cmyk_by_formula) == pytest.approx(
        (1, 1, 1), abs=0.01
    )


@pytest.mark.parametrize(
    ("alt", "page", "wrong"),
    [
        ("1,025,000 people", "1 025 000 now", []),
        ("1.2m homes", "1,200,000 homes", []),
        ("from 2010 to 2018", "2010, 2018", []),
        ("12.5 %", "12,5 %", []),
        ("5 of 100 dots", "", []),
        ("QR code for https://example.org/2017", "", []),
        ("1,957 homes", "1,875 homes", ["1,957"]),
        ("4.9%", "about 1 in 20", ["4.9"]),
        ("£28m", "£2.8m", ["28m"]),
        ("16.450 Ausbildungen", "16.450", []),
    ],
)
def test_numbers_that_stand_nowhere(alt: str, page: str, wrong: list[str]) -> None:
    known = numbers_in(page)
    assert [written for written, values in numbers_of(alt) if not values & known] == wrong


@pytest.mark.parametrize(
    ("inner", "outer", "same"),
    [
        ("D:20260102030405Z", "2026-01-02T03:04:05Z", True),
        ("D:20260102030405+01'00'", "2026-01-02T02:04:05Z", True),
        ("D:20260102030405+01'00", "2026-01-02T03:04:05+01:00", True),
        ("D:20260102030405Z00'00'", "2026-01-02T03:04:05Z", True),
        ("D:2026", "2026", True),
        ("D:20260102030405Z", "2026-01-02T03:04:06Z", False),
    ],
)
def test_dates(inner: str, outer: str, same: bool) -> None:
    assert (pdf_date(inner) == xmp_date(outer)) is same
    assert pdf_date(inner) is not None


@pytest.mark.parametrize("text", ["", "yesterday", "D:20261302", "D:20260102030405+99'00'", "2026-02-30"])
def test_what_is_no_date(text: str) -> None:
    assert pdf_date(text) is None
    assert xmp_date(text) is None


@pytest.mark.parametrize(
    ("program", "arguments", "results"),
    [
        ("{ 1 exch sub }", [0.25], (0.75,)),
        ("{ dup 0.5 gt { pop 1 } { pop 0 } ifelse }", [0.7], (1,)),
        ("{ 3 1 roll exch }", [1, 2, 3], (3, 2, 1)),
        ("{ dup }", [0.5], (0.5, 0.5)),
        ("{ 0 div }", [1], (0,)),
        ("{ pop pop pop }", [1], (0,)),
    ],
)
def test_calculator_functions(program: str, arguments: list[float], results: tuple[float, ...]) -> None:
    parsed = parse_calculator(program.encode("ascii"))
    assert parsed is not None
    assert calculate(parsed, arguments, len(results)) == pytest.approx(results)


def test_character_maps() -> None:
    cmap = read_cmap(
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <01> <0041> <02> <D83DDE00> endbfchar "
        b"2 beginbfrange <03> <05> <0061> <06> <07> [<00660069> <0078>] endbfrange endcmap"
    )
    assert cmap.text == {1: "A", 2: "😀", 3: "a", 4: "b", 5: "c", 6: "fi", 7: "x"}
    assert cmap.lengths == ((1, 0, 255),)


def test_xmp_as_attributes_and_as_elements() -> None:
    packet = (
        b'<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:d="http://purl.org/dc/elements/1.1/">'
        b'<r:Description r:about="" d:format="application/pdf"><d:title><r:Alt><r:li xml:lang="de">nein</r:li>'
        b'<r:li xml:lang="x-default"> ja </r:li></r:Alt></d:title></r:Description></r:RDF>'
    )
    found = read_xmp(packet)
    assert (found.get(DC, "format"), found.get(DC, "title"), found.fault) == ("application/pdf", "ja", "")


def test_geometry() -> None:
    ring = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
    hole = ((2.0, 2.0), (8.0, 2.0), (8.0, 8.0), (2.0, 8.0))
    assert is_within(1, crossings([ring, hole], 1), even_odd=True)
    assert not is_within(5, crossings([ring, hole], 5), even_odd=True)
    assert is_within(5, crossings([ring, hole], 5), even_odd=False)
    assert multiply((2, 0, 0, 2, 0, 0), (1, 0, 0, 1, 5, 5)) == (2, 0, 0, 2, 5, 5)


def test_a_jpeg_in_cmyk_is_not_turned_round() -> None:
    """Adobe writes CMYK inverted and Pillow puts that right; in PDF the values count as they are, unless Decode says so."""
    from PIL import Image

    from reportgen.check import image_samples

    out = io.BytesIO()
    Image.new("CMYK", (64, 64), (255, 0, 0, 0)).save(out, "JPEG", quality=95)

    def image(pdf: pikepdf.Pdf) -> Dictionary:
        keys = Dictionary(
            Subtype=Name.Image,
            Width=64,
            Height=64,
            BitsPerComponent=8,
            ColorSpace=Name.DeviceCMYK,
            Filter=Name.DCTDecode,
        )
        keys.Decode = Array([1, 0] * 4)
        return Dictionary(I=pdf.make_indirect(Stream(pdf, out.getvalue(), keys)))

    whole = document("72 0 0 72 0 0 cm /I Do", XObject=image)
    (picture,) = pictures(whole.pages[0].painted)
    found = image_samples.samples(picture)
    assert found is not None
    assert [round(float(value), 1) for value in found[0, 0]] == [1, 0, 0, 0]


def test_paths_keep_their_outlines_apart() -> None:
    from reportgen.check.painted_objects import parts

    (path,) = paths(painted("0 0 5 5 re 500 500 5 5 re f"))
    assert isinstance(path, PaintedPath)
    assert [rounded(part) for part in parts(path)] == [(0, 0, 5, 5), (500, 500, 505, 505)]
