"""The pictures of a page as image objects, and how they lie in the unit square."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache

from PIL import Image, ImageChops

from reportgen.geometry import Matrix
from reportgen.pdf.errors import BadPicture
from reportgen.pdf.pdf_objects import LEVEL, Stream
from reportgen.pdf.picture_colours import PictureColour
from reportgen.pdf.resampling import pixels_for, resampled
from reportgen.raster.decoding import opened_picture
from reportgen.raster.jpeg_file import is_embeddable, without_camera_data
from reportgen.raster.orientation import UPRIGHT, turn_of, upright_size

SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}
"""The colour space of samples by Pillow's mode."""

ADOBE_INVERTED = [1, 0] * 4
"""`Decode` of a CMYK JPEG as Adobe's programs write it, and Pillow does: 0 is full ink."""

_JPEG = ("JPEG", "MPO")
"""Also with a second picture after the first, as telephones write it (CIPA DC-007)."""
_PHOTOGRAPH = 4096
"""A picture with more colours than this is a photograph: as a JPEG it is a tenth of the size and looks the same."""
_CACHED = 16
"""How many pictures are kept, so that a series of pages that show the same ones makes each smaller once."""


@dataclass(frozen=True, slots=True)
class Samples:
    """A picture ready for any file: its samples and alpha, encoded. `turn` lays the image into the unit square.

    `ink` is the highest sum of inks in it, in per cent.
    """

    key: str
    size: tuple[int, int]
    space: str
    filter: str
    data: bytes = field(repr=False)
    alpha: bytes | None = field(default=None, repr=False)
    turn: Matrix = UPRIGHT
    inverted: bool = False
    ink: float = 0.0

    def stream(self) -> Stream:
        """A new image object, its alpha as a soft mask (ISO 32000-1, 8.9.5, 11.6.5.3)."""
        entries = _entries(self.size, self.space, self.filter)
        if self.inverted:
            entries["Decode"] = ADOBE_INVERTED
        if self.alpha is not None:
            entries["SMask"] = Stream(_entries(self.size, "DeviceGray", "FlateDecode"), self.alpha)
        return Stream(entries, self.data)


@lru_cache(maxsize=_CACHED)
def read_picture(data: bytes, colour: PictureColour, width: float, height: float) -> Samples:
    """The samples of a PNG or JPEG file for a place of `width` by `height` pt.

    There are no more than `colour` has use for, and nothing that a camera wrote is among them. A JPEG that has no
    pixels too many is copied where `colour` allows it.
    Raises `BadPicture`.
    """
    with _opened(data) as picture:
        turn, is_jpeg = turn_of(picture), picture.format in _JPEG
        wanted = upright_size(pixels_for(upright_size(picture.size, turn), width, height, colour.ppi), turn)
        key = f"{hashlib.sha256(data).hexdigest()} {wanted}"
        if wanted != picture.size:
            picture = resampled(picture, wanted)  # noqa: PLW2901
        elif is_jpeg and colour.keeps(picture) and is_embeddable(data):
            return _copied(data, picture, colour, key, turn)
        return samples(_with_polarity(picture) if is_jpeg else picture, colour, key, turn, is_jpeg)


def _copied(data: bytes, picture: Image.Image, colour: PictureColour, key: str, turn: Matrix) -> Samples:
    """The samples of a JPEG, to the last coded bit."""
    inverted = picture.mode == "CMYK" and "adobe" in picture.info
    ink = colour.ink(_with_polarity(picture))
    bare = without_camera_data(data)
    return Samples(key, picture.size, SPACES[picture.mode], "DCTDecode", bare, None, turn, inverted, ink)


@lru_cache(maxsize=_CACHED)
def size_of(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG file in pixels, upright. Raises `BadPicture`."""
    with _opened(data) as picture:
        return upright_size(picture.size, turn_of(picture))


def is_cmyk(data: bytes) -> bool:
    """Whether a PNG or JPEG file comes in the inks of a press. Raises `BadPicture`."""
    with _opened(data) as picture:
        return picture.mode == "CMYK"


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """The picture of a PNG or JPEG file. Raises `BadPicture`, also for what fails within."""
    try:
        with opened_picture(data) as picture:
            yield picture
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise BadPicture(f"this is no PNG or JPEG that can be read: {error}") from error


def samples(
    picture: Image.Image, colour: PictureColour, key: str, turn: Matrix = UPRIGHT, photograph: bool = False
) -> Samples:
    """The samples of a Pillow image, in the colours of an edition: compressed as they are, or photographs as JPEG."""
    pixels = colour.pixels(picture)
    size, space, alpha, ink = pixels.size, SPACES[pixels.mode], _alpha(picture), colour.ink(pixels)
    if not photograph and pixels.getcolors(_PHOTOGRAPH) is not None:
        flat = zlib.compress(pixels.tobytes(), LEVEL)
        return Samples(key, size, space, "FlateDecode", flat, alpha, turn, ink=ink)
    data, inverted = _as_jpeg(pixels, colour.quality), pixels.mode == "CMYK"
    return Samples(key, size, space, "DCTDecode", data, alpha, turn, inverted, ink)


def _as_jpeg(pixels: Image.Image, quality: int) -> bytes:
    """With colours as fine as its greys: red and type keep their edges."""
    try:
        return _encoded(pixels, quality, optimize=True)
    except OSError:  # Pillow has room for a byte a pixel then, and noise needs more
        return _encoded(pixels, quality, optimize=False)


def _encoded(pixels: Image.Image, quality: int, optimize: bool) -> bytes:
    written = io.BytesIO()
    pixels.save(written, "JPEG", quality=quality, subsampling=0, optimize=optimize, icc_profile=None, exif=b"")
    return without_camera_data(written.getvalue())


def _with_polarity(picture: Image.Image) -> Image.Image:
    """Pillow takes every CMYK JPEG for one of Adobe's, in which 0 is full ink; in others 0 is none."""
    if picture.mode != "CMYK" or "adobe" in picture.info:
        return picture
    return ImageChops.invert(picture)


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
