"""A JPEG copied without what a camera wrote is the same picture to the last bit, and whatever is damaged is said so."""

from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from reportgen.raster.decoding import opened_picture
from reportgen.raster.jpeg_file import JpegError, frame_size, is_embeddable, without_camera_data

HILLS = Image.linear_gradient("L").resize((64, 48)).convert("RGB")


def jpeg(picture: Image.Image = HILLS, **more: object) -> bytes:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=90, **more)
    return written.getvalue()


def segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, 2 + len(payload)) + payload


def with_segments(data: bytes, *segments: bytes) -> bytes:
    """A file with more segments right behind its JFIF header."""
    at = 4 + struct.unpack_from(">H", data, 4)[0]
    return data[:at] + b"".join(segments) + data[at:]


def pixels(data: bytes) -> np.ndarray:
    with opened_picture(data) as picture:
        return np.asarray(picture)


CAMERA = (
    segment(0xE1, b"Exif\0\0MM\0*SECRET"),
    segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET</x:xmpmeta>"),
    segment(0xE2, b"ICC_PROFILE\0\x01\x01SECRET"),
    segment(0xE2, b"MPF\0SECRET"),
    segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04SECRET"),
    segment(0xEC, b"Ducky SECRET"),
    segment(0xE0, b"JFXX\0\x10SECRET"),
    segment(0xEF, b"SECRET"),
    segment(0xFE, b"SECRET"),
)


@pytest.mark.parametrize("beside", CAMERA, ids=lambda beside: repr(beside[4:12]))
@pytest.mark.parametrize("progressive", [False, True], ids=["sequential", "progressive"])
def test_nothing_that_a_camera_wrote_is_kept(beside: bytes, progressive: bool) -> None:
    plain = jpeg(progressive=progressive)
    assert without_camera_data(with_segments(plain, beside)) == without_camera_data(plain) == plain


def test_a_thumbnail_in_the_first_segment_goes_too() -> None:
    plain = jpeg()
    head = b"JFIF\0\x01\x01\x01\0H\0H"
    thumbnail = segment(0xE0, head + b"\x02\x01" + b"SECRET")
    first = 4 + struct.unpack_from(">H", plain, 4)[0]
    bare = without_camera_data(plain[:2] + thumbnail + plain[first:])
    assert bare == plain[:2] + segment(0xE0, head + b"\0\0") + plain[first:]


@pytest.mark.parametrize("after", [jpeg(Image.new("L", (9, 9))), b"\0\0\0\x18ftypmp42SECRET" * 900, b"SEFT"])
def test_what_a_telephone_appends_is_no_part_of_the_picture(after: bytes) -> None:
    plain = jpeg()
    assert without_camera_data(plain + after) == plain
    assert frame_size(plain + after) == (64, 48)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_it_is_the_same_picture(mode: str) -> None:
    data = with_segments(jpeg(HILLS.convert(mode)), *CAMERA) if mode != "CMYK" else jpeg(HILLS.convert(mode))
    assert np.array_equal(pixels(without_camera_data(data)), pixels(data))
    assert (b"Adobe" in without_camera_data(data)) == (mode == "CMYK"), "without it a CMYK picture is its own negative"


def test_only_what_a_pdf_may_hold_is_copied() -> None:
    plain = jpeg()
    assert is_embeddable(plain)
    assert is_embeddable(jpeg(progressive=True))
    arithmetic = plain.replace(b"\xff\xc0", b"\xff\xc9", 1)
    assert not is_embeddable(arithmetic)


@given(st.integers(0, 700), st.binary(max_size=6), st.integers(0, 700))
def test_a_damaged_file_raises_nothing_else(at: int, other: bytes, end: int) -> None:
    whole = jpeg(Image.new("RGB", (8, 8)))
    data = whole[:at] + other + whole[at + len(other) : end]
    try:
        size = frame_size(data)
    except JpegError:
        return
    assert len(size) == 2
    assert without_camera_data(without_camera_data(data)) == without_camera_data(data)
