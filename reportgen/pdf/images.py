"""Pictures: the bytes of a PNG or JPEG in; an image object and how it lies in the unit square out."""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass, field
from functools import lru_cache

from PIL import Image

from reportgen.pdf.colour import Colour
from reportgen.pdf.errors import BadPicture
from reportgen.pdf.objects import LEVEL, Matrix, Stream

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

    def stream(self) -> Stream:
        """A new image object, its alpha as a soft mask (ISO 32000-1, 8.9.5, 11.6.5.3)."""
        entries = _entries(self.size, self.space, self.filter)
        if self.alpha is not None:
            entries["SMask"] = Stream(_entries(self.size, "DeviceGray", "FlateDecode"), self.alpha)
        return Stream(entries, self.data)


@lru_cache(maxsize=32)
def read_picture(data: bytes, colour: Colour) -> Samples:
    """The samples of a PNG or JPEG file; a JPEG is copied where `colour` allows it. Raises `BadPicture`."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            picture.load()
            return _file_samples(data, picture, colour)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadPicture(f"this is no PNG or JPEG that can be read: {error}") from error


def samples(picture: Image.Image, colour: Colour, key: str, turn: Matrix = UPRIGHT) -> Samples:
    """The samples of a Pillow image, in the colours of an edition."""
    space, pixels = colour.pixels(picture)
    return Samples(key, picture.size, space, "FlateDecode", zlib.compress(pixels, LEVEL), _alpha(picture), turn)


def _file_samples(data: bytes, picture: Image.Image, colour: Colour) -> Samples:
    key = hashlib.sha256(data).hexdigest()
    turn = _TURNS.get(picture.getexif().get(ORIENTATION, 1), UPRIGHT)
    if picture.format == "JPEG" and colour.keeps(picture.mode):
        space = "DeviceGray" if picture.mode == "L" else "DeviceRGB"
        return Samples(key, picture.size, space, "DCTDecode", data, turn=turn)
    return samples(picture, colour, key, turn)


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
