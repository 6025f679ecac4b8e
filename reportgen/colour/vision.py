"""Colour blindness: how an ink looks to somebody with one kind of cone missing.

The matrices are those of Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color
vision deficiency" (IEEE TVCG 15, 2009), for a cone that is missing altogether; they work on linear sRGB.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from reportgen.colour.inks import Ink
from reportgen.colour.lab import Lab, difference, lab
from reportgen.colour.srgb import encoded, linear

_Matrix = tuple[tuple[float, float, float], ...]

DEFICIENCIES: Mapping[str, _Matrix] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""How linear sRGB is seen with the cone for long, middle or short waves missing."""

NAMES: Mapping[str, str] = {
    "protanopia": "without red cones",
    "deuteranopia": "without green cones",
    "tritanopia": "without blue cones",
}


@lru_cache(maxsize=512)
def seen_with(ink: Ink, deficiency: str) -> Lab:
    """CIE L*a*b* of the ink as it looks with a deficiency."""
    light = [linear(channel) for channel in ink.unit_srgb]
    mixed = (sum(w * v for w, v in zip(row, light, strict=True)) for row in DEFICIENCIES[deficiency])
    red, green, blue = (round(255 * encoded(min(max(value, 0.0), 1.0))) for value in mixed)
    return lab((red, green, blue))


@lru_cache(maxsize=512)
def least_difference(first: Ink, second: Ink) -> tuple[float, str]:
    """The least CIEDE2000 difference of two inks under the three deficiencies, and which of them it is."""
    return min((difference(seen_with(first, kind), seen_with(second, kind)), kind) for kind in DEFICIENCIES)
