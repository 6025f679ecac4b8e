"""Tells the kind and the size of a picture file by its content."""

from __future__ import annotations

import io
import re
import struct
from dataclasses import dataclass

from reportgen.problems import HintedError

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_SVG = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<(?:\w+:)?svg[\s>]", re.DOTALL
)
# ITU T.81, table B.1: the frame headers, which carry the size
_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_BARE = {0x01, *range(0xD0, 0xD9)}


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
    """What kind of picture the bytes are. Raises `PictureError`."""
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(_JPEG):
        return _jpeg(data)
    if _SVG.match(data[:4096]):
        return _svg(data)
    raise PictureError("it is not a PNG, JPEG or SVG picture" if data else "it is empty")


def check_drawable(data: bytes, kind: str) -> None:
    """Whether the picture can really be drawn. Raises `PictureError` with what is wrong in it."""
    if kind == "svg":
        from reportgen.svg import SvgError, read_svg

        try:
            read_svg(data)
        except SvgError as error:
            raise PictureError(error.message, error.hint) from None
        return
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PictureError(f"its pixels cannot be read ({error})", "save it anew from a picture program") from None


def _png(data: bytes) -> Measure:
    """ISO/IEC 15948, 5.3 and 11.2.2: chunks, the first of them IHDR, the last IEND."""
    position, last = len(_PNG), b""
    while position + 12 <= len(data):
        length, last = struct.unpack_from(">I4s", data, position)
        position += 12 + length
    if last != b"IEND" or position > len(data) or data[12:16] != b"IHDR":
        raise PictureError("it is a PNG picture that is cut off or damaged")
    return _sized("png", *struct.unpack_from(">II", data, 16))


def _jpeg(data: bytes) -> Measure:
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, position + 5)
            if b"\xff\xd9" not in data[-4096:]:
                break
            return _sized("jpeg", width, height)
        fill = marker == 0xFF
        position += 1 if fill else 2 if marker in _BARE else 2 + struct.unpack_from(">H", data, position + 2)[0]
    raise PictureError("it is a JPEG picture that is cut off or damaged")


def _svg(data: bytes) -> Measure:
    """SVG 1.1, 7.7 and 7.2: the size is that of the viewBox, or else width and height."""
    if b"<!ENTITY" in data:
        raise PictureError("it is an SVG with entities of its own, which are not read")
    start = re.search(rb"<(?:\w+:)?svg[\s>][^>]*", data)
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
