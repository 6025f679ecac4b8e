"""A good file is good however it is written: line ends, object streams, updates, comments, objects of their own."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from check_samples import good
from pikepdf import Array, Dictionary, Name, Stream

from reportgen.check import check_bytes, screen_reader_text
from reportgen.problems import Severity

KINDS = pytest.mark.parametrize("kind", ["print", "screen"])


def problems(data: bytes) -> list[str]:
    return [str(problem) for problem in check_bytes(data, "a.pdf").problems()]


@KINDS
@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n"], ids=["CR", "LF", "CRLF"])
def test_a_header_ends_as_a_line_may(kind: str, end: bytes) -> None:
    data = good(kind)
    second = data.index(b"%", 1)
    found = check_bytes(data[:8] + end + data[second:], "a.pdf")
    assert [each.message for each in found.errors] == []
    assert found.claims == check_bytes(data).claims


@pytest.mark.parametrize("binary", [b"%abcd\n", b"%\xe2\xe3\xcfa\n", b"     \n"])
@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n"])
def test_a_header_without_its_second_line_is_told(binary: bytes, end: bytes) -> None:
    data = good("screen")
    after = data.index(b"\n", data.index(b"%", 1)) + 1
    assert after == 8 + 1 + len(binary), "offsets stay as they are"
    broken = data[:8] + end + binary + data[after:]
    (found,) = (each for each in check_bytes(broken).errors if each.rule.id == "a2.header")
    assert found.message == (
        "the second line is no comment of four bytes above 127, which tells a mailer that the file is binary"
    )


def test_what_stands_before_the_header_is_told() -> None:
    (found,) = check_bytes(b"junk\n" + good("screen")).errors
    assert (found.rule.id, found.message) == ("a2.header", "the file does not begin with %PDF-1 and a digit")


def resaved(data: bytes, change: Callable[[pikepdf.Pdf], None] | None = None, **how: Any) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if change is not None:
            change(pdf)
        pdf.save(out, force_version="1.6", fix_metadata_version=False, **how)
    return out.getvalue()


def _content(change: Callable[[bytes], bytes]) -> Callable[[pikepdf.Pdf], None]:
    def run(pdf: pikepdf.Pdf) -> None:
        stream = pdf.pages[0].obj.Contents
        stream.write(change(stream.read_bytes()))

    return run


def _in_two(pdf: pikepdf.Pdf) -> None:
    data = pdf.pages[0].obj.Contents.read_bytes()
    at = re.search(rb"\s", data[len(data) // 2 :]).start() + len(data) // 2  # type: ignore[union-attr]
    pdf.pages[0].obj.Contents = Array([pdf.make_stream(data[:at]), pdf.make_stream(data[at:])])


def _of_their_own(pdf: pikepdf.Pdf) -> None:
    """Arrays and dictionaries that stand in others become objects of their own."""
    for holder in list(pdf.objects):
        if isinstance(holder, Stream) or not isinstance(holder, Dictionary):
            continue
        for key, value in list(holder.items()):
            if isinstance(value, (Array, Dictionary)) and not value.is_indirect:
                holder[key] = pdf.make_indirect(value)


def _with_references(pdf: pikepdf.Pdf) -> None:
    """Marked content is held by dictionaries instead of numbers."""
    page = pdf.pages[0].obj
    for element in [each for each in pdf.objects if isinstance(each, Dictionary) and "/K" in each and "/P" in each]:
        kids = element.K if isinstance(element.K, Array) else [element.K]
        element.K = Array(
            [Dictionary(Type=Name.MCR, Pg=page, MCID=int(kid)) if isinstance(kid, int) else kid for kid in kids]
        )


def _on_the_node(pdf: pikepdf.Pdf) -> None:
    """What a page may inherit stands above it."""
    page = pdf.pages[0].obj
    for key in ("/MediaBox", "/Resources"):
        pdf.Root.Pages[key] = page[key]
        del page[key]


def _packet_in_16_bits(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata
    packet.write(packet.read_bytes().decode("utf-8").encode("utf-16"))


CHANGES: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "lines end in CR": _content(lambda text: text.replace(b"\n", b"\r")),
    "lines end in CRLF": _content(lambda text: text.replace(b"\n", b"\r\n")),
    "other white space": _content(lambda text: text.replace(b" re f", b"\tre\x0cf")),
    "comments": _content(lambda text: b"% ( << [ BT\r" + text.replace(b"\n", b" % ) >> ] ET\r")),
    "numbers with signs": _content(lambda text: text.replace(b"60 600 m", b"+60. +600.00 m")),
    "a content in two": _in_two,
    "objects of their own": _of_their_own,
    "marked content by reference": _with_references,
    "inherited": _on_the_node,
    "XMP in UTF-16": _packet_in_16_bits,
}


@KINDS
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_same_page_in_other_words_is_as_good_and_reads_alike(
    kind: str, change: Callable[[pikepdf.Pdf], None]
) -> None:
    data = good(kind)
    other = resaved(data, change)
    assert problems(other) == []
    assert screen_reader_text(other) == screen_reader_text(data)


@KINDS
@pytest.mark.parametrize(
    "how",
    [
        {"linearize": True},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "linearize": True},
        {"qdf": True},
        {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.generalized},
    ],
    ids=str,
)
def test_a_file_in_another_order_is_as_good(kind: str, how: dict[str, Any]) -> None:
    assert problems(resaved(good(kind), **how)) == []


@KINDS
def test_a_file_that_was_added_to_is_as_good(kind: str) -> None:
    data = resaved(good(kind))
    size = int(re.findall(rb"/Size (\d+)", data)[-1])
    last = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    kept = (
        b" ".join(re.findall(rb"/(?:Root|Info) \d+ \d+ R", data)) + re.findall(rb"/ID\s*\[.*?\]", data, re.DOTALL)[-1]
    )
    added = b"%d 0 obj\n<</Type/Test>>\nendobj\n" % size
    table = b"xref\r\n%d 1\r\n%010d 00000 n\r\ntrailer <</Size %d %s /Prev %d>>\r" % (
        size,
        len(data),
        size + 1,
        kept,
        last,
    )
    assert problems(data + added + table + b"startxref\r%d\r%%%%EOF" % (len(data) + len(added))) == []


def test_an_offset_that_is_not_exact_is_a_warning() -> None:
    data = good("screen")
    found = check_bytes(data.replace(b"\n", b"\r\n", 1))
    assert {each.severity for each in found.findings} <= {Severity.WARNING}


@KINDS
def test_a_file_that_opens_only_with_a_password_is_told(kind: str) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(good(kind))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    (problem,) = problems(out.getvalue())
    assert "it is encrypted and opens only with a password" in problem
