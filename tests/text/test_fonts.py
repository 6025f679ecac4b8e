"""Fonts: measures of the project's faces, and every font file that must be refused."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.font_files import FontError, load_font

SANS = "source-sans-3/SourceSans3_400Regular"


def table(data: bytes, tag: bytes) -> tuple[int, int]:
    """Place and length of a table."""
    at = data.index(tag, 12)
    return struct.unpack_from(">II", data, at + 8)


def patched(data: bytes, tag: bytes, offset: int, form: str, value: int) -> bytes:
    """The font with one number of a table changed."""
    changed = bytearray(data)
    struct.pack_into(form, changed, table(data, tag)[0] + offset, value)
    return bytes(changed)


def renamed(data: bytes, tag: bytes, to: bytes) -> bytes:
    return data[:12] + data[12:].replace(tag, to, 1)


def refusal(data: bytes) -> str:
    with pytest.raises(FontError) as caught:
        load_font(data)
    return str(caught.value)


def test_measures_of_the_samples_faces(faces):
    measures = [
        f"{font.name} {font.cap_height:.3f} {font.ascent:.3f} {font.descent:.3f}"
        for font in (faces.sans, faces.archivo, faces.serif)
    ]
    assert measures == [
        "SourceSans3-Regular 0.660 1.024 -0.400",
        "Archivo-ExtraBold 0.686 0.878 -0.210",
        "SourceSerif4-Regular 0.670 1.036 -0.335",
    ]


def test_a_face_is_known_by_its_bytes(faces):
    again = load_font(faces.data(SANS))
    assert again == faces.sans
    assert hash(again) == hash(faces.sans)
    assert again != faces.serif


def test_heights_are_measured_where_the_table_lacks_them(faces):
    data = faces.data(SANS)
    old = load_font(patched(data, b"OS/2", 0, ">H", 1))
    zero = load_font(patched(data, b"OS/2", 88, ">h", 0))
    for font in (old, zero):
        assert font.cap_height == pytest.approx(0.656, abs=0.005)
    bare = load_font(renamed(data, b"OS/2", b"OS!2"))
    assert bare.cap_height == old.cap_height


@pytest.mark.parametrize(
    ("signature", "message"),
    [
        (b"OTTO", "has CFF outlines; reportgen needs TrueType outlines"),
        (b"ttcf", "is a collection of fonts; reportgen needs one face a file"),
        (b"wOFF", "is a web font (WOFF); reportgen needs the TrueType file"),
        (b"wOF2", "is a web font (WOFF2); reportgen needs the TrueType file"),
        (b"%PDF", "is not a TrueType font"),
    ],
)
def test_other_kinds_of_file_are_named(faces, signature, message):
    assert refusal(signature + faces.data(SANS)[4:]) == message


@pytest.mark.parametrize("data", [b"", b"\0", b"\0\1\0\0", b"<svg/>", b"GIF89a" * 100], ids=repr)
def test_what_is_not_a_font(data):
    assert refusal(data) == "is not a TrueType font"


@pytest.mark.parametrize(
    ("tag", "to", "message"),
    [
        (b"glyf", b"CFF ", "has CFF outlines; reportgen needs TrueType outlines"),
        (b"glyf", b"CFF2", "has CFF outlines; reportgen needs TrueType outlines"),
        (b"post", b"fvar", "is a variable font; give one file for each weight (a static instance)"),
        (b"cmap", b"cmop", "has no table `cmap`, which a TrueType font needs"),
        (b"name", b"nome", "has no table `name`, which a TrueType font needs"),
    ],
)
def test_other_tables_are_refused(faces, tag, to, message):
    assert refusal(renamed(faces.data(SANS), tag, to)) == message


@pytest.mark.parametrize(
    ("rights", "message"),
    [
        (0x0002, "may not be embedded: its maker forbids it (OS/2 fsType)"),
        (0x0200, "may not be embedded: its maker forbids it (OS/2 fsType)"),
        (0x0100, "may not be subset: its maker forbids it (OS/2 fsType)"),
        (0x0104, "may not be subset: its maker forbids it (OS/2 fsType)"),
    ],
)
def test_the_makers_wish_is_heeded(faces, rights, message):
    assert refusal(patched(faces.data(SANS), b"OS/2", 8, ">H", rights)) == message


@pytest.mark.parametrize("rights", [0x0000, 0x0004, 0x0008])
def test_print_and_edit_embedding_is_allowed(faces, rights):
    assert load_font(patched(faces.data(SANS), b"OS/2", 8, ">H", rights)).name == "SourceSans3-Regular"


def test_damage_is_named(faces):
    data = faces.data(SANS)
    start, length = table(data, b"glyf")
    assert refusal(patched(data, b"head", 12, ">I", 0)) == "is damaged: its table `head` is not one"
    assert refusal(patched(data, b"head", 18, ">H", 1)) == "is damaged: it has 1 units to the em"
    short = bytearray(data)
    struct.pack_into(">II", short, data.index(b"glyf", 12) + 8, start, length // 2)
    assert refusal(bytes(short)) == "is damaged: its outlines (`glyf`) are not whole"


def test_a_name_that_a_pdf_cannot_hold(faces):
    data = faces.data(SANS)
    broken = data.replace("SourceSans3-Regular".encode("utf-16-be"), "Source/ans3-Regular".encode("utf-16-be"))
    assert broken != data
    assert refusal(broken) == "has no PostScript name that a PDF can hold (name table, entry 6)"


@pytest.mark.parametrize("share", [0.001, 0.01, 0.2, 0.5, 0.9, 0.999])
def test_a_file_cut_short(faces, share):
    data = faces.data(SANS)
    assert refusal(data[: int(len(data) * share)]).startswith("is cut short: ")


@given(at=st.integers(0, 2000), value=st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_refused_or_read_but_never_breaks_the_program(faces, at, value):
    data = faces.data("archivo/Archivo_500Medium")
    try:
        load_font(data[:at] + value + data[at + len(value) :])
    except FontError as error:
        assert str(error)
