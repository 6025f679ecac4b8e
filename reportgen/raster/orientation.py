"""How a camera was held (Exif 2.32, 4.6.4: Orientation), and how its picture is laid to stand upright."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.geometry import Matrix

if TYPE_CHECKING:
    from PIL import Image

_TAG = 0x0112

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


def turn_of(picture: Image.Image) -> Matrix:
    """How a picture lies in the unit square to stand as its camera says; upright where that cannot be read."""
    try:
        return _TURNS.get(picture.getexif().get(_TAG, 1), UPRIGHT)
    except Exception:  # of what a camera wrote anything may be broken, and each kind of damage raises its own
        return UPRIGHT


def upright_size(size: tuple[int, int], turn: Matrix) -> tuple[int, int]:
    """Width and height of a picture once it stands upright; the way back is the same."""
    return (size[1], size[0]) if turn[0] == 0 else size
