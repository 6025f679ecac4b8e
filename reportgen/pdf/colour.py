"""Colour: an ink in, the operator of an edition out. What an edition does with colour stands here and nowhere else."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Protocol

from PIL import Image

from reportgen.inks import Ink
from reportgen.pdf.errors import UnknownInk


class Colour(Hashable, Protocol):
    """What an edition makes of inks and pixels."""

    def fill(self, ink: Ink) -> str:
        """The operator that makes `ink` the colour of fills."""

    def stroke(self, ink: Ink) -> str:
        """The operator that makes `ink` the colour of strokes."""

    def keeps(self, mode: str) -> bool:
        """Whether a JPEG of this Pillow mode may be copied as it is."""

    def pixels(self, picture: Image.Image) -> tuple[str, bytes]:
        """The colour space and samples of `picture`, without its alpha."""


@dataclass(frozen=True, slots=True)
class ScreenColour:
    """The screen edition: sRGB throughout."""

    def fill(self, ink: Ink) -> str:
        """`r g b rg`."""
        return f"{_unit(ink)} rg"

    def stroke(self, ink: Ink) -> str:
        """`r g b RG`."""
        return f"{_unit(ink)} RG"

    def keeps(self, mode: str) -> bool:
        """RGB and grey stay as they are."""
        return mode in ("RGB", "L")

    def pixels(self, picture: Image.Image) -> tuple[str, bytes]:
        """RGB, or grey where the picture has no other colour space."""
        if picture.mode in ("L", "1", "LA"):
            return "DeviceGray", picture.convert("L").tobytes()
        return "DeviceRGB", picture.convert("RGB").tobytes()


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


def _unit(ink: Ink) -> str:
    """Three decimals give every one of the 256 values back."""
    return " ".join(f"{channel:.3f}".rstrip("0").rstrip(".").removeprefix("0") or "0" for channel in ink.unit_srgb)
