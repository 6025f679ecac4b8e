"""Paints outlines: a shape with the colours of its style, or nothing where it cannot be seen."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping

from reportgen.geometry import Matrix, Segments, scale_of, transformed
from reportgen.page import Cap, Join, LineStyle
from reportgen.svg.features import Feature
from reportgen.svg.svg_drawing import DrawnShape, Srgb
from reportgen.svg.values import length, read_colour

_URL = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)['\"]?\s*\)")
_FULL, _NONE = 1 - 1 / 512, 1 / 512


def target(value: str) -> str:
    """The id that `url(#id)` names, or nothing."""
    found = _URL.match(value)
    return found[1] if found else ""


_CAPS = {"butt": Cap.BUTT, "round": Cap.ROUND, "square": Cap.SQUARE}
_JOINS = {"miter": Join.MITER, "round": Join.ROUND, "bevel": Join.BEVEL}


class Painter:
    """Paints outlines. `tag_of` says what kind of element has an id; what cannot be drawn is added to `found`."""

    def __init__(self, size: tuple[float, float], tag_of: Callable[[str], str], found: list[Feature]) -> None:
        self._size = size
        self._tag_of = tag_of
        self._found = found

    def shape(self, segments: Segments, matrix: Matrix, style: Mapping[str, str]) -> DrawnShape | None:
        """The outline painted, in the drawing's own units; None when nothing of it would be seen."""
        if style["visibility"] != "visible" or not segments:
            return None
        fill = self._colour(style["fill"], style["fill-opacity"], style["color"])
        stroke = self._colour(style["stroke"], style["stroke-opacity"], style["color"])
        width = length(style["stroke-width"], self._size[0]) if stroke else 0.0
        if width <= 0:
            stroke, width = None, 0.0
        if fill is None and stroke is None:
            return None
        pen = self._line(matrix, style) if stroke else LineStyle()
        scale = scale_of(matrix) if style["vector-effect"] != "non-scaling-stroke" else 1.0
        even_odd = style["fill-rule"] == "evenodd"
        return DrawnShape(transformed(segments, matrix), fill, stroke, width * scale, even_odd, pen)

    def opaque(self, text: str) -> bool | None:
        """Whether an opacity is full; None when it hides all, and what lies between cannot be drawn."""
        share = length(text, 1.0)
        if share <= _NONE:
            return None
        if share < _FULL:
            self._found.append(Feature.SEE_THROUGH)
            return False
        return True

    def _colour(self, value: str, opacity: str, current: str) -> Srgb | None:
        if value == "none" or self.opaque(opacity) is None:
            return None
        if value.startswith("url("):
            pattern = self._tag_of(target(value)) == "pattern"
            self._found.append(Feature.PATTERN if pattern else Feature.GRADIENT)
            return None
        colour = read_colour(current if value.lower() == "currentcolor" else value)
        if colour is None:
            self._found.append(Feature.COLOUR)
            return None
        return colour[0] if self.opaque(str(colour[1])) is not None else None

    def _line(self, matrix: Matrix, style: Mapping[str, str]) -> LineStyle:
        """How the line ends and turns; what of it cannot be drawn is found."""
        if style["stroke-dasharray"] != "none":
            self._found.append(Feature.DASHES)
        if not _is_even(matrix):
            self._found.append(Feature.STRETCHED)
        if any(style[f"marker-{where}"] != "none" for where in ("start", "mid", "end")):
            self._found.append(Feature.MARKERS)
        if _stroke_first(style["paint-order"].split()) and style["fill"] != "none":
            self._found.append(Feature.PAINT_ORDER)
        cap, join = _CAPS.get(style["stroke-linecap"]), _JOINS.get(style["stroke-linejoin"])
        if cap is None or join is None:
            self._found.append(Feature.ENDS)
            return LineStyle()
        return LineStyle(cap, join, max(1.0, length(style["stroke-miterlimit"], 1.0)))


def _is_even(matrix: Matrix) -> bool:
    """Whether lengths grow alike in every direction, to within one per cent."""
    a, b, c, d, _, _ = matrix
    first, second = math.hypot(a, b), math.hypot(c, d)
    return abs(first - second) <= 0.01 * max(first, second) and abs(a * c + b * d) <= 0.01 * first * second


def _stroke_first(order: list[str]) -> bool:
    """What `paint-order` leaves out comes last."""
    return "stroke" in order and ("fill" not in order or order.index("stroke") < order.index("fill"))
