"""Reads colours as CSS writes them: sRGB and an opacity."""

from __future__ import annotations

import re

from PIL import ImageColor

from reportgen.svg.svg_drawing import Srgb
from reportgen.svg.values import NUMBER

_RGB = re.compile(rf"rgba?\(\s*({NUMBER}%?)[\s,]+({NUMBER}%?)[\s,]+({NUMBER}%?)(?:[\s,/]+({NUMBER}%?))?\s*\)\Z")


def read_colour(text: str) -> tuple[Srgb, float] | None:
    """Red, green and blue in 0 to 255 with an opacity in 0 to 1; None for what is no colour."""
    word = text.strip().lower()
    if word == "transparent":
        return (0, 0, 0), 0.0
    found = _RGB.match(word)
    if found:
        red, green, blue = (_channel(value) for value in found.groups()[:3])
        return (red, green, blue), _share(found[4]) if found[4] else 1.0
    try:
        red, green, blue, *alpha = ImageColor.getrgb(word)
    except ValueError:
        return None
    return (red, green, blue), alpha[0] / 255 if alpha else 1.0


def _channel(text: str) -> int:
    value = float(text[:-1]) * 2.55 if text.endswith("%") else float(text)
    return round(min(max(value, 0.0), 255.0))


def _share(text: str) -> float:
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)
