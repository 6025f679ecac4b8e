"""Reads path data as an outline of lines and cubic curves (SVG 2, chapter 9.3 and appendix B.2)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from reportgen.geometry import Point, Segment, Segments, nested, transformed, translation
from reportgen.problems import shortened
from reportgen.svg.svg_drawing import SvgError
from reportgen.svg.values import NUMBER, finite, numbers

_COMMAND = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])")
_FLAG = r"\s*,?\s*([01])"
_VALUE = rf"\s*,?\s*({NUMBER})"
_ARC = re.compile(_VALUE * 3 + _FLAG * 2 + _VALUE * 2)
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}


def read_path(text: str) -> Segments:
    """The outline of a `d` attribute. Raises SvgError for anything that is no path."""
    head, *parts = _COMMAND.split(text)
    if head.strip() or (parts and parts[0] not in "Mm"):
        raise SvgError(f"`{shortened(text)}` in the drawing is no path")
    pen = _OutlinePen()
    for letter, rest in zip(parts[::2], parts[1::2], strict=True):
        for values in _arguments(letter, rest):
            pen.draw(letter, values)
            # further pairs after a move are lines
            letter = {"M": "L", "m": "l"}.get(letter, letter)  # noqa: PLW2901  # the rule of the format itself
    return tuple(pen.segments)


def _arguments(letter: str, rest: str) -> Iterator[list[float]]:
    """The numbers of a command, in as many sets as are given."""
    name = letter.upper()
    values = _arc_numbers(rest) if name == "A" else numbers(rest)
    if name == "Z":
        if values:
            raise SvgError("a path of the drawing has numbers after its end")
        yield []
        return
    takes = _TAKES[name]
    if not values or len(values) % takes:
        raise SvgError(f"a path of the drawing is cut off after `{letter}{shortened(rest)}`")
    for start in range(0, len(values), takes):
        yield values[start : start + takes]


def _arc_numbers(rest: str) -> list[float]:
    """The flags of an arc may stand without spaces: `a1 1 0 011 2`."""
    values: list[float] = []
    position = 0
    while rest[position:].strip(" \t\r\n,"):
        found = _ARC.match(rest, position)
        if not found:
            raise SvgError(f"`{shortened(rest)}` in the drawing is no arc")
        values += [finite(float(value)) for value in found.groups()]
        position = found.end()
    return values


class _OutlinePen:
    """Follows the commands: where it stands, where the line began and which handle came last."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._at = (0.0, 0.0)
        self._start = (0.0, 0.0)
        self._handle = (0.0, 0.0)
        self._last = ""
        self._closed = False

    def draw(self, letter: str, values: list[float]) -> None:
        name = letter.upper()
        if letter.islower():
            values = self._absolute(name, values)
        if self._closed and name not in "MZ":
            self.segments.append(("M", *self._start))
        self._closed = name == "Z"
        self._command(name, values)
        self._last = name

    def _absolute(self, name: str, values: list[float]) -> list[float]:
        x, y = self._at
        if name == "V":
            return [values[0] + y]
        if name == "A":
            return [*values[:5], values[5] + x, values[6] + y]
        return [value + (y if index % 2 else x) for index, value in enumerate(values)]

    def _command(self, name: str, values: list[float]) -> None:
        match name, values:
            case "M", [x, y]:
                self.segments.append(("M", x, y))
                self._at = self._start = (x, y)
            case (("L" | "H" | "V"), _):
                x, y = (values[0], self._at[1]) if name == "H" else (self._at[0], values[0]) if name == "V" else values
                self.segments.append(("L", x, y))
                self._at = (x, y)
            case "C", [x1, y1, x2, y2, x, y]:
                self._cubic((x1, y1), (x2, y2), (x, y))
            case "S", [x2, y2, x, y]:
                self._cubic(self._mirrored("CS"), (x2, y2), (x, y))
            case "Q", [x1, y1, x, y]:
                self._quadratic((x1, y1), (x, y))
            case "T", [x, y]:
                self._quadratic(self._mirrored("QT"), (x, y))
            case "A", [rx, ry, rotation, large, sweep, x, y]:
                self.segments += _arc(self._at, (rx, ry), rotation, bool(large), bool(sweep), (x, y))
                self._at = (x, y)
            case _:
                self.segments.append(("Z",))
                self._at = self._start

    def _mirrored(self, after: str) -> tuple[float, float]:
        """The last handle on the other side of the point, if the last command was a curve of the same kind."""
        if self._last and self._last in after:
            return 2 * self._at[0] - self._handle[0], 2 * self._at[1] - self._handle[1]
        return self._at

    def _cubic(self, first: tuple[float, float], second: tuple[float, float], end: tuple[float, float]) -> None:
        self.segments.append(("C", *first, *second, *end))
        self._handle, self._at = second, end

    def _quadratic(self, handle: tuple[float, float], end: tuple[float, float]) -> None:
        """Raised to a cubic: its handles are two thirds of the way to the quadratic's own."""
        (x0, y0), (x1, y1), (x, y) = self._at, handle, end
        self.segments.append(
            ("C", (x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3, (x + 2 * x1) / 3, (y + 2 * y1) / 3, x, y),
        )
        self._handle, self._at = handle, end


def _arc(start: Point, radii: Point, rotation: float, large: bool, sweep: bool, end: Point) -> list[Segment]:
    """Curves from `start` to `end` on an ellipse turned by `rotation` degrees; one for each quarter turn or part of it.

    An arc between equal points is nothing, and one without a radius is a straight line.
    """
    rx, ry = abs(radii[0]), abs(radii[1])
    if start == end:
        return []
    if min(rx, ry) < 1e-9 * math.dist(start, end):
        return [("L", *end)]
    cos, sin = math.cos(math.radians(rotation)), math.sin(math.radians(rotation))
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    # both points on the unit circle, the middle between them at the origin
    x, y = (cos * dx + sin * dy) / rx, (cos * dy - sin * dx) / ry
    reach = math.hypot(x, y)
    if reach > 1:
        rx, ry, x, y, reach = rx * reach, ry * reach, x / reach, y / reach, 1.0
    aside = math.sqrt(max(0.0, 1 / reach**2 - 1)) * (1 if large != sweep else -1)
    centre_x, centre_y = aside * y, -aside * x
    first = math.atan2(y - centre_y, x - centre_x)
    turn = math.atan2(-y - centre_y, -x - centre_x) - first
    if sweep and turn < 0:
        turn += math.tau
    elif not sweep and turn > 0:
        turn -= math.tau
    to_page = nested(
        translation((start[0] + end[0]) / 2, (start[1] + end[1]) / 2),
        (cos, sin, -sin, cos, 0.0, 0.0),
        (rx, 0.0, 0.0, ry, 0.0, 0.0),
        translation(centre_x, centre_y),
    )
    curves = transformed(tuple(_quarters(first, turn)), to_page)
    return [*curves[:-1], (*curves[-1][:5], *end)]


def _quarters(first: float, turn: float) -> list[Segment]:
    """Curves along the unit circle."""
    count = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-6))
    step = turn / count
    handle = 4 / 3 * math.tan(step / 4)
    curves: list[Segment] = []
    for index in range(count):
        start, end = first + index * step, first + (index + 1) * step
        x1, y1 = math.cos(start) - handle * math.sin(start), math.sin(start) + handle * math.cos(start)
        x2, y2 = math.cos(end) + handle * math.sin(end), math.sin(end) - handle * math.cos(end)
        curves.append(("C", x1, y1, x2, y2, math.cos(end), math.sin(end)))
    return curves
