"""Lengths, lists of numbers and transforms as SVG writes them in; numbers and matrices out."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from reportgen.svg.drawing import Segments, SvgError

NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_NUMBER = re.compile(NUMBER)
_LENGTH = re.compile(rf"\s*({NUMBER})\s*(px|pt|pc|mm|cm|in|Q|%)?\s*\Z")
_STEP = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_UNITS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "Q": 96 / 101.6}
FURTHEST = 1e9


@dataclass(frozen=True, slots=True)
class Matrix:
    """x' = a x + c y + e; y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __matmul__(self, inner: Matrix) -> Matrix:
        """`inner` first, then this one."""
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where the point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def apply(self, segments: Segments) -> Segments:
        """Where an outline goes."""
        moved = []
        for kind, *values in segments:
            points = [self.point(float(x), float(y)) for x, y in zip(values[::2], values[1::2], strict=True)]
            moved.append((kind, *(number for point in points for number in point)))
        return tuple(moved)

    @property
    def scale(self) -> float:
        """How much larger lengths become, on average."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def even(self) -> bool:
        """Whether lengths grow alike in every direction, to within one per cent."""
        first, second = math.hypot(self.a, self.b), math.hypot(self.c, self.d)
        return (
            abs(first - second) <= 0.01 * max(first, second)
            and abs(self.a * self.c + self.b * self.d) <= 0.01 * first * second
        )


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
    matrix, position, stripped = Matrix(), 0, text.strip()
    while position < len(stripped):
        found = _STEP.match(stripped, position)
        if not found:
            raise SvgError(f"`{shortened(text)}` in the drawing is no transformation")
        matrix = matrix @ _step(found[1], numbers(found[2]), text)
        position = found.end()
    return matrix


def shortened(text: str) -> str:
    """The text on one line, cut for a message."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def _step(name: str, given: list[float], text: str) -> Matrix:
    match name, given:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) <= 1:
            return Matrix(e=x, f=rest[0] if rest else 0.0)
        case "scale", [x, *rest] if len(rest) <= 1:
            return Matrix(a=x, d=rest[0] if rest else x)
        case "rotate", [angle]:
            return _turn(angle)
        case "rotate", [angle, x, y]:
            return Matrix(e=x, f=y) @ _turn(angle) @ Matrix(e=-x, f=-y)
        case "skewX", [angle]:
            return Matrix(c=math.tan(math.radians(angle)))
        case "skewY", [angle]:
            return Matrix(b=math.tan(math.radians(angle)))
    raise SvgError(f"`{shortened(text)}` in the drawing is no transformation")


def _turn(degrees: float) -> Matrix:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return Matrix(cos, sin, -sin, cos)
