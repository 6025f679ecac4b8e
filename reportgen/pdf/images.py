"""The pictures of a page as image objects, and how they lie in the unit square."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache

from PIL import Image

from reportgen.geometry import Matrix
from reportgen.pdf.edition_colours import Colour
from reportgen.pdf.errors import BadPicture
from reportgen.pdf.pdf_objects import LEVEL, Stream

ORIENTATION = 0x0112
"""The Exif tag that says how a camera was held."""

_TURNS: dict[int, Matrix] = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}

UPRIGHT = _TURNS[1]

SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
"""The colour space of samples by Pillow's mode."""

ADOBE_INVERTED = [1, 0] * 4
"""`Decode` of a CMYK JPEG as Adobe's programs write it, and Pillow does: 0 is full ink."""

QUALITY = 92
_PHOTOGRAPH = 4096
"""A picture with more colours than this is a photograph: as a JPEG it is a tenth of the size and looks the same."""


@dataclass(frozen=True, slots=True)
class Samples:
    """A picture ready for any file: its samples and alpha, encoded. `turn` lays the image into the unit square."""

    key: str
    size: tuple[int, int]
    space: str
    filter: str
    data: bytes = field(repr=False)
    alpha: bytes | None = field(default=None, repr=False)
    turn: Matrix = UPRIGHT
    inverted: bool = False

    def stream(self) -> Stream:
        """A new image object, its alpha as a soft mask (ISO 32000-1, 8.9.5, 11.6.5.3)."""
        entries = _entries(self.size, self.space, self.filter)
        if self.inverted:
            entries["Decode"] = ADOBE_INVERTED
        if self.alpha is not None:
            entries["SMask"] = Stream(_entries(self.size, "DeviceGray", "FlateDecode"), self.alpha)
        return Stream(entries, self.data)


@lru_cache(maxsize=32)
def read_picture(data: bytes, colour: Colour) -> Samples:
    """The samples of a PNG or JPEG file; a JPEG is copied where `colour` allows it. Raises `BadPicture`."""
    with opened(data) as picture:
        key = hashlib.sha256(data).hexdigest()
        turn = turn_of(picture)
        if picture.format == "JPEG" and colour.keeps(picture):
            inverted = picture.mode == "CMYK" and "adobe" in picture.info
            return Samples(key, picture.size, SPACES[picture.mode], "DCTDecode", data, turn=turn, inverted=inverted)
        return samples(picture, colour, key, turn)


@contextmanager
def opened(data: bytes, read: bool = True) -> Iterator[Image.Image]:
    """The picture of a PNG or JPEG file, if `read` with its pixels. Raises `BadPicture`, also for what fails within."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if read:
                picture.load()
            yield picture
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadPicture(f"this is no PNG or JPEG that can be read: {error}") from error


def turn_of(picture: Image.Image) -> Matrix:
    """How a picture lies in the unit square, by what its camera says."""
    return _TURNS.get(picture.getexif().get(ORIENTATION, 1), UPRIGHT)


def samples(picture: Image.Image, colour: Colour, key: str, turn: Matrix = UPRIGHT) -> Samples:
    """The samples of a Pillow image, in the colours of an edition: compressed as they are, or photographs as JPEG."""
    pixels = colour.pixels(picture)
    space, alpha = SPACES[pixels.mode], _alpha(picture)
    if not _is_photograph(picture, pixels):
        return Samples(key, pixels.size, space, "FlateDecode", zlib.compress(pixels.tobytes(), LEVEL), alpha, turn)
    written = io.BytesIO()
    pixels.save(written, "JPEG", quality=QUALITY, subsampling=0, optimize=True, icc_profile=None, exif=b"")
    return Samples(
        key, pixels.size, space, "DCTDecode", written.getvalue(), alpha, turn, inverted=pixels.mode == "CMYK"
    )


def _is_photograph(picture: Image.Image, pixels: Image.Image) -> bool:
    """A JPEG that had to be converted; and, in CMYK, whatever else has very many colours."""
    if picture.format == "JPEG":
        return True
    return pixels.mode == "CMYK" and pixels.getcolors(_PHOTOGRAPH) is None


def _alpha(picture: Image.Image) -> bytes | None:
    if not picture.has_transparency_data:
        return None
    alpha = picture.convert("RGBA").getchannel("A")
    return None if alpha.getextrema() == (255, 255) else zlib.compress(alpha.tobytes(), LEVEL)


def _entries(size: tuple[int, int], space: str, encoding: str) -> dict[str, object]:
    width, height = size
    return {
        "Type": "XObject",
        "Subtype": "Image",
        "Width": width,
        "Height": height,
        "ColorSpace": space,
        "BitsPerComponent": 8,
        "Filter": encoding,
    }
