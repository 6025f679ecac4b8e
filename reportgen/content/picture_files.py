"""Tells the kind and the size of a picture file by its content."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from functools import lru_cache

from reportgen.problems import HintedError
from reportgen.raster.jpeg_file import JpegError, frame_size

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SVG = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*"
    rb"(?:(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>))\s*+)*+<(?:[\w.-]+:)?svg[\s/>]",
    re.DOTALL,
)
"""A drawing's root after what may stand before it (XML 1.0, 2.8), a document type with declarations of its own too."""
_PROLOGUE = 100_000
"""Bytes at most before the root of a drawing."""
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""The marks of UTF-16."""
_OTHERS = (
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "a WebP picture"),
    (re.compile(rb"II\*\0|MM\0\*|II\+\0|MM\0\+"), "a TIFF picture, or what a camera calls raw"),
    (re.compile(rb"....ftyp(?:hei|hev|mif|msf)", re.DOTALL), "a HEIC photograph, as telephones take them"),
    (re.compile(rb"....ftypavi[fs]", re.DOTALL), "an AVIF picture"),
    (re.compile(rb"....ftyp", re.DOTALL), "a film"),
    (re.compile(rb"GIF8"), "a GIF picture"),
    (re.compile(rb"BM....\0\0\0\0", re.DOTALL), "a BMP picture"),
    (re.compile(rb"8BPS"), "a Photoshop document"),
    (re.compile(rb"%!PS|\xc5\xd0\xd3\xc6"), "an EPS drawing"),
    (re.compile(rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51|\xff\x0a|\0\0\0\x0cJXL "), "a JPEG 2000 or JPEG XL picture"),
)
"""Other kinds of picture by how they begin."""
_DRAWINGS = (
    (re.compile(rb"%PDF-"), "a PDF"),
    (re.compile(rb"\x1f\x8b"), "packed (an SVGZ, perhaps)"),
)
MOST_PIXELS = 89_000_000
"""Pixels of a picture at most, which is what Pillow reads without a warning; a page of A3 has use for 17 million."""
_ANEW = "save it anew from a picture program"


class PictureError(HintedError):
    """A file that is no picture, or one that cannot be drawn."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A picture's kind ("png", "jpeg", "svg") and its size in pixels, or in the units of an SVG."""

    kind: str
    width: float
    height: float

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height


def measure_picture(data: bytes) -> Measure:
    """What kind of picture the bytes are, and its size as it is stored. Raises `PictureError`."""
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(_JPEG):
        return _jpeg(data)
    drawing = data.decode("utf-16", "replace").encode() if data.startswith(_WIDE) else data
    if _SVG.match(drawing[:_PROLOGUE]):
        return _svg(drawing)
    if not data:
        raise PictureError("it is empty")
    for begins, what in _OTHERS:
        if begins.match(data):
            raise PictureError(f"it is {what}, and only PNG, JPEG and SVG are read", "save it as JPEG, or as PNG")
    for begins, what in _DRAWINGS:
        if begins.match(data):
            raise PictureError(f"it is {what}, and only PNG, JPEG and SVG are read", "export it as SVG, or as PNG")
    raise PictureError("it is not a PNG, JPEG or SVG picture")


def upright(data: bytes, measure: Measure) -> Measure:
    """The measure of a picture as it stands on a page, upright as its camera says, once it is read whole.

    Raises `PictureError` with what is wrong in it.
    """
    if measure.kind == "svg":
        from reportgen.svg import SvgError, read_svg

        try:
            read_svg(data)
        except SvgError as error:
            raise PictureError(error.message, error.hint) from None
        return measure
    if measure.width * measure.height > MOST_PIXELS:
        pixels = measure.width * measure.height / 1e6
        raise PictureError(
            f"it has {pixels:.0f} million pixels, and {MOST_PIXELS / 1e6:.0f} million are the most",
            "make it smaller in a picture program: 5,000 pixels on its longer side are enough for any page",
        )
    return Measure(measure.kind, *_upright_size(data))


@lru_cache(maxsize=16)
def _upright_size(data: bytes) -> tuple[int, int]:
    """The size of a picture in pixels as it stands; it is read whole, once for a series of pages."""
    from reportgen.raster.decoding import opened_picture
    from reportgen.raster.orientation import turn_of, upright_size

    try:
        with opened_picture(data) as picture:
            picture.load()
            return upright_size(picture.size, turn_of(picture))
    except Exception as error:  # Pillow raises whatever a damaged file makes it stumble over
        reason = "" if "<" in str(error) else f" ({error})"  # not where its object lies in memory
        raise PictureError(f"its pixels cannot be read{reason}", _ANEW) from None


def _png(data: bytes) -> Measure:
    """ISO/IEC 15948, 5.3 and 11.2.2: chunks, the first of them IHDR, the last IEND; what follows that is no matter."""
    position, last = len(_PNG), b""
    while last != b"IEND" and position + 12 <= len(data):
        length, last = struct.unpack_from(">I4s", data, position)
        position += 12 + length
    if last != b"IEND" or position > len(data) or data[12:16] != b"IHDR":
        raise PictureError("it is a PNG picture that is cut off or damaged", _ANEW)
    return _sized("png", *struct.unpack_from(">II", data, 16))


def _jpeg(data: bytes) -> Measure:
    try:
        return _sized("jpeg", *frame_size(data))
    except JpegError:
        raise PictureError("it is a JPEG picture that is cut off or damaged", _ANEW) from None


def _svg(data: bytes) -> Measure:
    """SVG 1.1, 7.7 and 7.2: the size is that of the viewBox, or else width and height."""
    start = re.search(rb"<(?:[\w.-]+:)?svg[\s>][^>]*", data)
    root = start.group().decode("utf-8", "replace") if start else ""
    box = re.search(r"\sviewBox\s*=\s*[\"']\s*(?:[-+.\de]+[\s,]+){2}([.\d]+)[\s,]+([.\d]+)\s*[\"']", root)
    sides = box.groups() if box else [_side(root, "width"), _side(root, "height")]
    try:
        return _sized("svg", *(float(side) for side in sides))
    except ValueError:
        raise PictureError("it is an SVG picture without a viewBox") from None


def _side(root: str, name: str) -> str:
    match = re.search(rf"\s{name}\s*=\s*[\"']\s*([.\d]+)(?:px|pt|mm|cm|in)?\s*[\"']", root)
    return match.group(1) if match else ""


def _sized(kind: str, width: float, height: float) -> Measure:
    if not width or not height:
        raise PictureError(f"it is a {kind.upper()} picture without a size")
    return Measure(kind, width, height)
