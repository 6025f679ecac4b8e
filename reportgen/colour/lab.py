"""Colours as the eye has them: CIE L*a*b*, relative to the white of the page, and how far two colours differ."""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from reportgen.colour.srgb import linear

Lab = tuple[float, float, float]

_TO_XYZ = (
    (0.4360747, 0.3850649, 0.1430804),
    (0.2225045, 0.7168786, 0.0606169),
    (0.0139322, 0.0971045, 0.7141733),
)
"""Linear sRGB to XYZ under D50 (Bradford), as ICC profiles have it."""
_WHITE = (0.9642, 1.0, 0.8249)


def lab(srgb: tuple[int, int, int]) -> Lab:
    """L*, a* and b* under D50 of a colour in 0 to 255."""
    light = [linear(channel / 255) for channel in srgb]
    x, y, z = (
        _root(sum(weight * value for weight, value in zip(row, light, strict=True)) / white)
        for row, white in zip(_TO_XYZ, _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def lightness(luminance: float) -> float:
    """L*, 0 to 100, of a luminance in 0 to 1."""
    return 116 * _root(luminance) - 16


def luminance(light: float) -> float:
    """The luminance, 0 to 1, of an L* in 0 to 100."""
    root = (light + 16) / 116
    return root**3 if root**3 > 216 / 24389 else (116 * root - 16) * 27 / 24389


def chroma(colour: Lab) -> float:
    """How far from grey a colour is; 0 for a grey."""
    return hypot(colour[1], colour[2])


def difference(first: Lab, second: Lab) -> float:
    """The difference of two colours as CIEDE2000 counts it; 1 can just be seen (Sharma and others, 2005)."""
    l1, a1, b1 = first
    l2, a2, b2 = second
    mean_c = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * sqrt(_weight(mean_c))
    c1, c2 = hypot(stretch * a1, b1), hypot(stretch * a2, b2)
    h1, h2 = _hue(stretch * a1, b1), _hue(stretch * a2, b2)
    turn = _turn(h1, h2) if c1 * c2 else 0.0
    d_l, d_c, d_h = l2 - l1, c2 - c1, 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    light, strong = (l1 + l2) / 2, (c1 + c2) / 2
    hue = _mean_hue(h1, h2) if c1 * c2 else h1 + h2
    s_l = 1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    s_c, s_h = 1 + 0.045 * strong, 1 + 0.015 * strong * _hue_weight(hue)
    rotation = -sin(radians(60 * exp(-(((hue - 275) / 25) ** 2)))) * 2 * sqrt(_weight(strong))
    light_part, chroma_part, hue_part = d_l / s_l, d_c / s_c, d_h / s_h
    return sqrt(light_part**2 + chroma_part**2 + hue_part**2 + rotation * chroma_part * hue_part)


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def _weight(strength: float) -> float:
    return strength**7 / (strength**7 + 25.0**7)


def _hue(a: float, b: float) -> float:
    return degrees(atan2(b, a)) % 360 if a or b else 0.0


def _turn(first: float, second: float) -> float:
    """The way from one hue to another, at most 180 degrees."""
    return (second - first + 180) % 360 - 180


def _mean_hue(first: float, second: float) -> float:
    if abs(first - second) <= 180:
        return (first + second) / 2
    return (first + second + (360 if first + second < 360 else -360)) / 2


def _hue_weight(hue: float) -> float:
    return float(
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
