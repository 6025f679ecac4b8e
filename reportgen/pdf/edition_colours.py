"""How an edition writes an ink and a picture. What it does with colour stands here and nowhere else."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from reportgen.colour.inks import Cmyk, Ink
from reportgen.colour.profiles import OutputIntent
from reportgen.colour.registration import sharp
from reportgen.colour.separation import BLACK, separator
from reportgen.pdf.errors import UnknownInk
from reportgen.pdf.picture_colours import PictureColour, PrintPictures, ScreenPictures

OVERPRINTING = {"OP": False, "op": True, "OPM": 1}
"""The entries of a graphics state in which black type prints over its ground (ISO 32000-1, 8.6.7)."""

KNOCKING_OUT = {"OP": False, "op": False, "OPM": 0}
"""The entries of the usual state: what is drawn takes away what lies under it."""


class Colour(Hashable, Protocol):
    """What an edition makes of inks and pictures."""

    @property
    def blending(self) -> str:
        """The colour space in which a page's transparency is worked out (ISO 32000-1, 11.6.6)."""

    def fill(self, ink: Ink) -> str:
        """The operator that makes `ink` the colour of fills, if it has no `space`."""

    def stroke(self, ink: Ink) -> str:
        """The operator that makes `ink` the colour of strokes, if it has no `space`."""

    def space(self, ink: Ink) -> tuple[Any, ...] | None:
        """The colour space of an ink that has one of its own: a spot colour."""

    def type(self, ink: Ink, size: float) -> Ink:
        """The ink that type of `size` pt is set in where `ink` is asked for."""

    def overprints(self, ink: Ink) -> bool:
        """Whether type of this ink prints over its ground instead of knocking it out."""

    @property
    def pictures(self) -> PictureColour:
        """What is made of pictures in pixels."""


@dataclass(frozen=True, slots=True)
class ScreenColour:
    """The screen edition: sRGB throughout."""

    @property
    def blending(self) -> str:
        """RGB."""
        return "DeviceRGB"

    def fill(self, ink: Ink) -> str:
        """`r g b rg`."""
        return f"{_unit(ink.unit_srgb)} rg"

    def stroke(self, ink: Ink) -> str:
        """`r g b RG`."""
        return f"{_unit(ink.unit_srgb)} RG"

    def space(self, ink: Ink) -> None:
        """None: a screen has no spot colours."""

    def type(self, ink: Ink, size: float) -> Ink:
        """As it is: a screen has no plates."""
        return ink

    def overprints(self, ink: Ink) -> bool:
        """Nothing does."""
        return False

    @property
    def pictures(self) -> ScreenPictures:
        """In sRGB."""
        return ScreenPictures()


@dataclass(frozen=True, slots=True)
class PrintColour:
    """The print edition: the inks of a press under one output intent. `inks` are those that type may be set in."""

    intent: OutputIntent
    inks: tuple[Ink, ...] = ()

    @property
    def blending(self) -> str:
        """CMYK."""
        return "DeviceCMYK"

    def fill(self, ink: Ink) -> str:
        """`c m y k k`."""
        return f"{_unit_cmyk(self._cmyk(ink))} k"

    def stroke(self, ink: Ink) -> str:
        """`c m y k K`."""
        return f"{_unit_cmyk(self._cmyk(ink))} K"

    def space(self, ink: Ink) -> tuple[Any, ...] | None:
        """Separation (8.6.6.4) for a spot colour; what it looks like without the spot's own ink is its CMYK."""
        return separation(ink.spot, self._cmyk(ink)) if ink.spot else None

    def type(self, ink: Ink, size: float) -> Ink:
        """On one plate where it is small: type in several inks is blurred when they do not register."""
        return sharp(ink, size, self.inks, self.intent)

    def overprints(self, ink: Ink) -> bool:
        """Black alone, and nothing else: white above all would vanish."""
        return ink.spot is None and self._cmyk(ink) == BLACK

    @property
    def pictures(self) -> PrintPictures:
        """In the inks of the press."""
        return PrintPictures(self.intent)

    def _cmyk(self, ink: Ink) -> Cmyk:
        return separator(self.intent).of(ink)


def separation(name: str, cmyk: Cmyk) -> tuple[Any, ...]:
    """The colour space of one ink by its `name`; on a press without that ink `cmyk`, in per cent, stands for it."""
    full = f"[{_unit_cmyk(cmyk)}]".encode("ascii")
    tint = {"FunctionType": 2, "Domain": [0, 1], "N": 1, "C0": [0, 0, 0, 0], "C1": full}
    return "Separation", name, "DeviceCMYK", tint


class InkTable:
    """The inks by their sRGB, so that a colour which comes back from Matplotlib is an ink again."""

    def __init__(self, inks: Iterable[Ink]) -> None:
        self._inks: dict[tuple[int, int, int], Ink] = {}
        for ink in inks:
            self._inks.setdefault(ink.srgb, ink)

    def find(self, red: float, green: float, blue: float) -> Ink:
        """The ink of a colour given in 0 to 1. Raises `UnknownInk`."""
        srgb = round(red * 255), round(green * 255), round(blue * 255)
        ink = self._inks.get(srgb)
        if ink is None:
            raise UnknownInk(srgb, self._nearest(srgb))
        return ink

    def _nearest(self, srgb: tuple[int, int, int]) -> Ink | None:
        return min(self._inks.values(), key=lambda ink: _distance(ink.srgb, srgb), default=None)


def _distance(first: tuple[int, int, int], second: tuple[int, int, int]) -> int:
    return sum((one - other) ** 2 for one, other in zip(first, second, strict=True))


def _unit(channels: Iterable[float]) -> str:
    """Three decimals give every one of the 256 values back."""
    return " ".join(f"{channel:.3f}".rstrip("0").rstrip(".").removeprefix("0") or "0" for channel in channels)


def _unit_cmyk(cmyk: Cmyk) -> str:
    return _unit(value / 100 for value in cmyk)
