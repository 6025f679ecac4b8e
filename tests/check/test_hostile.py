"""Files that are no files, that never end or that grow without end: each is a finding, none an exception or a wait."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from check_samples import untouched
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Stream
from work import little_work

from reportgen.check import check_bytes, screen_reader_text


def broken(data: bytes) -> set[str]:
    """Judge it for everything, and read it; neither may be much work."""
    with little_work(seconds=40):  # forms that double take four, because as many are drawn as are allowed
        found = set(check_bytes(data, "hostile.pdf", "print").ids) | set(check_bytes(data, "hostile.pdf", "screen").ids)
        assert screen_reader_text(data).endswith("\n")
    return found


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"\0", "this is not a PDF"),
        (b"%PDF-1.7", "the file is cut off: its end is missing"),
        (b"%PDF-1.6\n%%EOF", "the file cannot be opened: "),
        (b"hello", "this is not a PDF"),
        (b"\xff\xd8\xff\xe0" * 99, "this is not a PDF"),
        (b"%PDF-1.4\nxref\n0 1\ntrailer<<>>", "the file is cut off: its end is missing"),
    ],
    ids=["empty", "nul", "header", "header and end", "text", "a JPEG", "no objects"],
)
def test_what_is_no_pdf(data: bytes, message: str) -> None:
    (error,) = check_bytes(data, "no.pdf").errors
    assert error.rule.id == "file.opens"
    assert error.message.startswith(message)
    assert "file.opens" in broken(data)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.9, 0.98])
def test_a_truncated_file(share: float) -> None:
    whole = untouched("screen")
    result = check_bytes(whole[: int(share * len(whole))], "cut.pdf")
    assert result.errors


def test_a_password() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(untouched("print"))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    result = check_bytes(out.getvalue(), "locked.pdf")
    assert [each.message for each in result.errors] == [
        "the file cannot be opened: it is encrypted and opens only with a password"
    ]
    assert (
        screen_reader_text(out.getvalue())
        == "the file cannot be opened: it is encrypted and opens only with a password\n"
    )


def changed(change: Callable[[pikepdf.Pdf], None], kind: str = "screen") -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(untouched(kind))) as pdf:
        change(pdf)
        pdf.save(out, fix_metadata_version=False, compress_streams=False)
    return out.getvalue()


def page(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.pages[0].obj


def paint(pdf: pikepdf.Pdf, content: bytes) -> None:
    page(pdf).Contents = pdf.make_indirect(Stream(pdf, content))


def _form_in_itself(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_indirect(
        Stream(pdf, b"/F Do /F Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    )
    form.Resources = Dictionary(XObject=Dictionary(F=form))
    page(pdf).Resources.XObject.F = form
    paint(pdf, b"/F Do")


def _forms_that_double(pdf: pikepdf.Pdf) -> None:
    """Forty levels, each drawn twice by the next: a million million drawings."""
    below = pdf.make_indirect(Stream(pdf, b"0 0 1 1 re f", Subtype=Name.Form, BBox=Array([0, 0, 9, 9])))
    for _ in range(40):
        below = pdf.make_indirect(
            Stream(
                pdf,
                b"/F Do " * 20,
                Subtype=Name.Form,
                BBox=Array([0, 0, 9, 9]),
                Resources=Dictionary(XObject=Dictionary(F=below)),
            )
        )
    page(pdf).Resources.XObject.F = below
    paint(pdf, b"/F Do")


def _pattern_in_itself(pdf: pikepdf.Pdf) -> None:
    cell = pdf.make_indirect(
        Stream(pdf, b"/Pattern cs /P scn 0 0 9 9 re f", PatternType=1, PaintType=1, BBox=Array([0, 0, 9, 9]))
    )
    cell.Resources = Dictionary(Pattern=Dictionary(P=cell))
    page(pdf).Resources.Pattern = Dictionary(P=cell)
    paint(pdf, b"/Pattern cs /P scn 0 0 99 99 re f")


def _tree_in_itself(pdf: pikepdf.Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K
    document.K.append(document)


def _deep_tree(pdf: pikepdf.Pdf) -> None:
    inner = pdf.make_indirect(Dictionary(S=Name.Div))
    for _ in range(3000):
        inner = pdf.make_indirect(Dictionary(S=Name.Div, K=inner))
    pdf.Root.StructTreeRoot.K = inner


def _page_tree_in_itself(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def _space_in_itself(pdf: pikepdf.Pdf) -> None:
    space = pdf.make_indirect(Array([Name.Indexed, Name.DeviceRGB, 1, pikepdf.String("abcabc")]))
    space[1] = space
    page(pdf).Resources.ColorSpace = Dictionary(C=space)
    paint(pdf, b"/C cs 1 sc 0 0 99 99 re f")


def _function_in_itself(pdf: pikepdf.Pdf) -> None:
    function = pdf.make_indirect(
        Dictionary(FunctionType=3, Domain=Array([0, 1]), Bounds=Array([]), Encode=Array([0, 1]))
    )
    function.Functions = Array([function])
    page(pdf).Resources.Shading = Dictionary(S=Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Function=function))
    paint(pdf, b"/S sh")


def _parent_in_itself(pdf: pikepdf.Pdf) -> None:
    del page(pdf)["/MediaBox"]
    pdf.Root.Pages.Parent = pdf.Root.Pages


LOOPS = (
    _form_in_itself,
    _forms_that_double,
    _pattern_in_itself,
    _tree_in_itself,
    _deep_tree,
    _page_tree_in_itself,
    _space_in_itself,
    _function_in_itself,
    _parent_in_itself,
)


@pytest.mark.parametrize("change", LOOPS, ids=lambda each: each.__name__.strip("_"))
def test_what_never_ends(change: Callable[[pikepdf.Pdf], None]) -> None:
    assert broken(changed(change))


@pytest.mark.parametrize(
    "content",
    [
        b"99999999999999999999999999999999999999 0 0 1e99 1 1 cm 0 0 9 9 re f",
        b"/F1 1e30 Tf BT <0041> Tj ET",
        b"BT /F1 0 Tf (abc) Tj ET",
        b"0 0 0 0 0 0 cm BT /F1 9 Tf <00410042> Tj ET /Photo Do",
        b"q " * 60_000,
        b"[" * 3000,
        b"<<" * 3000,
        b"/P BMC " * 3000,
        b"Q Q EMC EMC ET",
        b"cm re l k g Tf Tj TJ Do gs scn BDC sh ' \"",
        b"(a) cm /x re [1] l null k true g (a) 1 Tf 3 Tj (a) TJ 1 Do 1 gs (s) scn 1 2 BDC 1 sh",
        b"BI /W 99999 /H 99999 /CS /RGB /BPC 8 ID abc EI",
        b"BI garbage ID EI Q",
        b"\xff\xfe\0\x80" * 500,
        b"1 0 0 1 0 0 cm " * 10_000,
        b"0 0 m " + b"1 1 l " * 20_000 + b"S",
    ],
    ids=lambda each: repr(each[:24]),
)
def test_content_that_is_garbage(content: bytes) -> None:
    broken(changed(lambda pdf: paint(pdf, content)))


def test_no_resources() -> None:
    data = changed(lambda pdf: pdf.pages[0].obj.__delitem__("/Resources"))
    assert "file.content" in broken(data)


@pytest.mark.parametrize("key", ["MediaBox", "Contents", "Resources", "Annots", "Parent", "TrimBox", "Type"])
@pytest.mark.parametrize("value", [0, Name.Nothing, Array([]), Array([1, None, Name.A]), Dictionary(A=1)], ids=repr)
def test_keys_of_a_page_with_wrong_values(key: str, value: object) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        page(pdf)["/" + key] = value

    broken(changed(change))


@pytest.mark.parametrize(
    "key", ["StructTreeRoot", "MarkInfo", "Lang", "OutputIntents", "Metadata", "ViewerPreferences", "Names"]
)
@pytest.mark.parametrize(
    "value", [0, Array([1, Array([]), Dictionary()]), Dictionary(K=Array([3, Dictionary()]))], ids=repr
)
def test_keys_of_the_catalogue_with_wrong_values(key: str, value: object) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root["/" + key] = value

    assert broken(changed(change))


def test_a_bomb_in_the_content() -> None:
    """A gigabyte in a megabyte: it is not unpacked to the end."""
    maker = zlib.compressobj(9)
    packed = b"".join(maker.compress(b" " * 10_000_000) for _ in range(100)) + maker.flush()
    bomb = changed(
        lambda pdf: page(pdf).__setitem__("/Contents", pdf.make_indirect(Stream(pdf, packed, Filter=Name.FlateDecode)))
    )
    assert "file.content" in broken(bomb)


def test_a_bomb_in_an_image() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        keys = page(pdf).Resources.XObject.Photo
        keys.Width, keys.Height = 4_000_000, 4_000_000

    broken(changed(change))


def test_xml_that_grows() -> None:
    laughs = "".join(f'<!ENTITY a{i} "&a{i - 1};&a{i - 1};&a{i - 1};">' for i in range(1, 40))
    packet = f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]><x>&a39;</x>'
    data = changed(lambda pdf: pdf.Root.Metadata.write(packet.encode("ascii")))
    assert "x4.xmp" in broken(data)


def test_the_limits_of_the_library_are_put_back() -> None:
    before = pikepdf.settings.get_qpdf_limits()
    check_bytes(untouched("print"))
    check_bytes(b"")
    assert pikepdf.settings.get_qpdf_limits() == before


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    check_bytes(b"%PDF-1.6\n" + data, purpose="print")
    check_bytes(data, purpose="screen")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.binary(max_size=300))
def test_any_content(content: bytes) -> None:
    check_bytes(changed(lambda pdf: paint(pdf, content)))


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("kind", ["print", "screen"])
def test_bytes_thrown_about(kind: str, seed: int) -> None:
    """Fifty bytes of a good file are others; most are in the objects, which stand after the profile and the fonts."""
    chance = random.Random(seed)
    data = bytearray(untouched(kind))
    for _ in range(50):
        data[chance.randrange(len(data))] = chance.randrange(256)
        start = data.rfind(b"endstream") if chance.random() < 0.5 else 0
        data[chance.randrange(max(0, start), len(data))] = chance.choice(b"0123456789<>[]()/ R")
    check_bytes(bytes(data), purpose=kind)
    screen_reader_text(bytes(data))
