"""A picture with as many pixels as its place on the page has use for, and no more."""

from __future__ import annotations

from math import ceil

from PIL import Image

_SLACK = 1.04
"""Up to so many times the pixels that are wanted a picture is left as it is: making it anew would only cost it."""
_DRAFT = 2
"""How many times the pixels that are wanted a JPEG is read with at least; the others need not be worked out."""

_KEPT = ("icc_profile", "adobe")
"""What says how the numbers of a picture are meant."""


def pixels_for(size: tuple[int, int], width: float, height: float, ppi: float) -> tuple[int, int]:
    """The size in pixels that a picture of `size` is made for a place of `width` by `height` pt: its own if no larger.

    The lesser resolution of the two ways is `ppi`, and its proportions stay.
    """
    scale = max(width * ppi / 72 / size[0], height * ppi / 72 / size[1])
    if scale * _SLACK >= 1:
        return size
    return max(1, ceil(size[0] * scale - 0.01)), max(1, ceil(size[1] * scale - 0.01))


def resampled(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A picture in `size` pixels, with its profile and its alpha. Raises what Pillow raises for a damaged file.

    Cubic, over as many pixels as go into one: polynomials, so that it gives the same numbers on every machine.
    """
    picture.draft(None, (_DRAFT * size[0], _DRAFT * size[1]))
    done = _averageable(picture).resize(size, Image.Resampling.BICUBIC)
    done.info = {key: picture.info[key] for key in _KEPT if key in picture.info}
    return done


def _averageable(picture: Image.Image) -> Image.Image:
    """The picture in a mode whose numbers can be averaged; Pillow weights colours by an alpha."""
    if picture.has_transparency_data:
        return picture if picture.mode in ("LA", "RGBA") else picture.convert("RGBA")
    return picture.convert({"1": "L", "P": "RGB"}.get(picture.mode, picture.mode))
