"""Reads what SVG writes as text: lengths, lists of numbers, transforms and colours."""

from __future__ import annotations

import math
import re

from PIL import ImageColor

from reportgen.geometry import IDENTITY, Matrix, multiply, nested, translation
from reportgen.problems import shortened
from reportgen.svg.svg_drawing import Srgb, SvgError

NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_NUMBER = re.compile(NUMBER)
_LENGTH = re.compile(rf"\s*({NUMBER})\s*(px|pt|pc|mm|cm|in|Q|%)?\s*\Z")
_STEP = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_UNITS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "Q": 96 / 101.6}
_RGB = re.compile(rf"rgba?\(\s*({NUMBER}%?)[\s,]+({NUMBER}%?)[\s,]+({NUMBER}%?)(?:[\s,/]+({NUMBER}%?))?\s*\)\Z")
FURTHEST = 1e9


def finite(number: float) -> float:
    """The number, if it can be a coordinate. Raises SvgError."""
    if not abs(number) < FURTHEST:
        raise SvgError("a coordinate of the drawing is out of all proportion")
    return number


def numbers(text: str) -> list[float]:
    """Numbers between spaces or commas. Raises SvgError."""
    if _NUMBER.sub("", text).strip(" \t\r\n\f,"):
        raise SvgError(f"`{shortened(text)}` in the drawing is no list of numbers")
    return [finite(float(number)) for number in _NUMBER.findall(text)]


def length(text: str, whole: float) -> float:
    """A length in user units (CSS: 96 to the inch); `whole` is what a percentage is of. Raises SvgError."""
    found = _LENGTH.match(text)
    if not found:
        raise SvgError(f"`{shortened(text)}` in the drawing is no length")
    number, unit = float(found[1]), found[2] or "px"
    return finite(number * whole / 100 if unit == "%" else number * _UNITS[unit])


def transform(text: str) -> Matrix:
    """The matrix of a `transform` attribute. Raises SvgError."""
    matrix, position, stripped = IDENTITY, 0, text.strip()
    while position < len(stripped):
        found = _STEP.match(stripped, position)
        if not found:
            raise SvgError(f"`{shortened(text)}` in the drawing is no transformation")
        matrix = multiply(_step(found[1], numbers(found[2]), text), matrix)
        position = found.end()
    return matrix


def _step(name: str, given: list[float], text: str) -> Matrix:
    match name, given:
        case "matrix", [a, b, c, d, e, f]:
            return a, b, c, d, e, f
        case "translate", [x, *rest] if len(rest) <= 1:
            return translation(x, rest[0] if rest else 0.0)
        case "scale", [x, *rest] if len(rest) <= 1:
            return x, 0.0, 0.0, rest[0] if rest else x, 0.0, 0.0
        case "rotate", [angle]:
            return _turn(angle)
        case "rotate", [angle, x, y]:
            return nested(translation(x, y), _turn(angle), translation(-x, -y))
        case "skewX", [angle]:
            return 1.0, 0.0, math.tan(math.radians(angle)), 1.0, 0.0, 0.0
        case "skewY", [angle]:
            return 1.0, math.tan(math.radians(angle)), 0.0, 1.0, 0.0, 0.0
    raise SvgError(f"`{shortened(text)}` in the drawing is no transformation")


def _turn(degrees: float) -> Matrix:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return cos, sin, -sin, cos, 0.0, 0.0


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
