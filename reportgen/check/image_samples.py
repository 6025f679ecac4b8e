"""Decodes images to samples (ISO 32000-1, 8.9.5): arrays of colour values from 0 to 1."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from reportgen.check import cos
from reportgen.check.painted_objects import PaintedPicture

if TYPE_CHECKING:
    import numpy as np

    Samples = np.ndarray[Any, np.dtype[np.float32]]

_MOST_PIXELS = 120_000_000
_ENOUGH = 1200


def samples(picture: PaintedPicture) -> Samples | None:
    """Rows of pixels of colour values, some 1200 by 1200 picked from the image, not averaged; None if there are none.

    A stencil gives one value: 1 where it paints.
    """
    wide, high = picture.pixels
    if not 0 < wide * high <= _MOST_PIXELS:
        return None
    try:
        return _decoded(picture)
    except Exception:  # a damaged image; Pillow and NumPy raise whatever comes
        return None


def _decoded(picture: PaintedPicture) -> Samples | None:
    if picture.inline:
        return None
    filters = cos.filters_of(picture.value)
    last = filters[-1] if filters else ""
    if last in ("DCTDecode", "JPXDecode"):
        found = _compressed(picture, last)
    elif last in ("CCITTFaxDecode", "JBIG2Decode"):
        return None
    else:
        found = _plain(picture)
    return None if found is None else _with_decode(picture, found)


def _components(picture: PaintedPicture) -> int:
    return 1 if picture.stencil else max(1, picture.space.components)


def _plain(picture: PaintedPicture) -> Samples | None:
    import numpy as np

    data, count, (wide, high) = cos.data(picture.value), _components(picture), picture.pixels
    if data is None or picture.bits not in (1, 2, 4, 8, 16):
        return None
    row = (wide * count * picture.bits + 7) // 8
    if len(data) < row * high:
        return None
    rows = np.frombuffer(data[: row * high], np.uint8).reshape(high, row)[:: max(1, high // _ENOUGH)]
    across = max(1, wide // _ENOUGH)
    if picture.bits == 8:
        values = rows.reshape(len(rows), wide, count)
    elif picture.bits == 16:
        values = rows.reshape(len(rows), wide, count, 2)[..., 0]
    else:
        shifts = np.arange(8 - picture.bits, -1, -picture.bits, dtype=np.uint8)
        parts = (rows[:, :, None] >> shifts) & (2**picture.bits - 1)
        values = parts.reshape(len(rows), -1)[:, : wide * count].reshape(len(rows), wide, count)
    most = 255 if picture.bits >= 8 else 2**picture.bits - 1
    scaled = values[:, ::across].astype(np.float32)
    return scaled if picture.space.family == "Indexed" else scaled / np.float32(most)


def _compressed(picture: PaintedPicture, kind: str) -> Samples | None:
    """JPEG and JPEG 2000. Pillow turns Adobe's CMYK round; PDF does not, so it is turned back."""
    import numpy as np
    from PIL import Image

    if len(cos.filters_of(picture.value)) != 1:
        return None
    with Image.open(io.BytesIO(picture.value.read_raw_bytes())) as image:
        if image.width * image.height > _MOST_PIXELS:
            return None
        if kind == "DCTDecode":
            image.draft(None, (_ENOUGH, _ENOUGH))
        turned = image.mode == "CMYK" and kind == "DCTDecode" and "adobe" in image.info
        values = np.asarray(image)
    values = values[..., None] if values.ndim == 2 else values
    step = (max(1, values.shape[0] // _ENOUGH), max(1, values.shape[1] // _ENOUGH))
    scaled = values[:: step[0], :: step[1]].astype(np.float32) / np.float32(255)
    return np.float32(1) - scaled if turned else scaled


def _with_decode(picture: PaintedPicture, found: Samples) -> Samples:
    """Apply the Decode array; a stencil without one paints where a bit is 0."""
    import numpy as np

    decode = cos.numbers(cos.get(picture.value, "Decode"))
    if picture.stencil:
        return found if decode and decode[0] > decode[1] else np.float32(1) - found
    if decode is None or len(decode) != 2 * found.shape[2] or picture.space.family == "Indexed":
        return found
    low = np.array(decode[0::2], np.float32)
    high = np.array(decode[1::2], np.float32)
    return low + found * (high - low)


def at(found: Samples, picture: PaintedPicture, point: tuple[float, float]) -> tuple[float, ...] | None:
    """The colour value of the image at a point of the page; None outside it."""
    from reportgen.geometry import apply, invert

    back = invert(picture.matrix)
    if back is None:
        return None
    x, y = apply(back, *point)
    if not (0 <= x <= 1 and 0 <= y <= 1):
        return None
    row = min(found.shape[0] - 1, int((1 - y) * found.shape[0]))
    column = min(found.shape[1] - 1, int(x * found.shape[1]))
    return tuple(float(v) for v in found[row, column])
