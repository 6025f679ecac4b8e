"""How an edition writes pictures in pixels: in which colours, how many to the inch, and how well as a JPEG."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Protocol

from PIL import Image

from reportgen.colour.profiles import OutputIntent
from reportgen.pdf.pixels import as_press, as_screen, is_srgb, most_ink

SCREEN_PPI, PRINT_PPI = 192.0, 300.0
"""Pixels to the inch that an edition has use for: a screen two for each of its 96 at 100 %, print what its screens
resolve (two for each line of a screen of 150, Ghent Workgroup)."""


class PictureColour(Hashable, Protocol):
    """What an edition makes of pictures."""

    @property
    def ppi(self) -> float:
        """Pixels to the inch at the final size; a picture that has more is made smaller."""

    @property
    def quality(self) -> int:
        """Of a JPEG, in libjpeg's 1 to 100."""

    def keeps(self, picture: Image.Image) -> bool:
        """Whether a JPEG may be copied as it is coded."""

    def pixels(self, picture: Image.Image) -> Image.Image:
        """The picture without its alpha in "L", "RGB" or "CMYK", as its samples are written."""

    def ink(self, pixels: Image.Image) -> float:
        """The highest sum of inks in such pixels, in per cent; nothing where there are no inks."""


@dataclass(frozen=True, slots=True)
class ScreenPictures:
    """The screen edition: sRGB throughout."""

    @property
    def ppi(self) -> float:
        """`SCREEN_PPI`."""
        return SCREEN_PPI

    @property
    def quality(self) -> int:
        """85."""
        return 85

    def keeps(self, picture: Image.Image) -> bool:
        """RGB and grey stay as they are, if their numbers mean sRGB."""
        return picture.mode in ("RGB", "L") and is_srgb(picture)

    def pixels(self, picture: Image.Image) -> Image.Image:
        """sRGB, or grey where the picture has no colour."""
        return as_screen(picture)

    def ink(self, pixels: Image.Image) -> float:
        """None."""
        return 0.0


@dataclass(frozen=True, slots=True)
class PrintPictures:
    """The print edition: the inks of a press under one output intent."""

    intent: OutputIntent

    @property
    def ppi(self) -> float:
        """`PRINT_PPI`."""
        return PRINT_PPI

    @property
    def quality(self) -> int:
        """92."""
        return 92

    def keeps(self, picture: Image.Image) -> bool:
        """CMYK stays as it is, if it was made for this press or does not say for which."""
        return picture.mode == "CMYK" and as_press(picture, self.intent) is picture

    def pixels(self, picture: Image.Image) -> Image.Image:
        """CMYK, or grey, which prints in black alone."""
        return as_press(picture, self.intent)

    def ink(self, pixels: Image.Image) -> float:
        """Of all inks together."""
        return most_ink(pixels)
