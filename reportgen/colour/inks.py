"""The inks of a brand: each colour with every value it needs. A colour that is no ink never reaches the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportgen.colour import srgb
from reportgen.colour.lab import lightness

_HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\Z")

Cmyk = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black in per cent of ink."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A brand colour: `srgb` in 0 to 255, `cmyk` in per cent of ink or None, `spot` the name of a spot colour."""

    name: str
    srgb: tuple[int, int, int]
    cmyk: Cmyk | None = None
    spot: str | None = None

    @property
    def unit_srgb(self) -> tuple[float, float, float]:
        """sRGB in 0 to 1, as Matplotlib and the PDF operators count."""
        red, green, blue = self.srgb
        return red / 255, green / 255, blue / 255

    @property
    def hex(self) -> str:
        """The colour as `#rrggbb`."""
        return "#{:02x}{:02x}{:02x}".format(*self.srgb)

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
        return srgb.luminance(self.unit_srgb)

    @property
    def lightness(self) -> float:
        """L*, 0 (black) to 100 (white): what is left of the ink on a grey photocopy."""
        return lightness(self.luminance)


def parse_hex(text: str) -> tuple[int, int, int] | None:
    """`#RGB` or `#RRGGBB` as three numbers in 0 to 255; None when the text is no colour."""
    if not _HEX.match(text):
        return None
    digits = text[1:]
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def contrast(first: Ink, second: Ink) -> float:
    """Contrast ratio of two inks, 1 to 21 (WCAG 2.2, 1.4.3)."""
    return srgb.contrast(first.luminance, second.luminance)
