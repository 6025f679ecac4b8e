"""The outlines of SVG's basic shapes (SVG 2, chapter 10)."""

from __future__ import annotations

import math

from reportgen.geometry import Segment, Segments
from reportgen.svg.element_tree import SvgElement
from reportgen.svg.path_data import read_path
from reportgen.svg.svg_drawing import SvgError
from reportgen.svg.values import length, numbers

SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")


def outline_of(node: SvgElement, size: tuple[float, float]) -> Segments:
    """The outline of a shape; `size` is that of the drawing, for percentages. None of it when it has no extent.

    Raises SvgError.
    """
    match node.tag:
        case "path":
            return read_path(node.attributes.get("d", ""))
        case "rect":
            return _rectangle(node, size)
        case "circle" | "ellipse":
            return _ellipse(node, size)
        case "line":
            x1, y1, x2, y2 = (_measure(node, name, size) for name in ("x1", "y1", "x2", "y2"))
            return ("M", x1, y1), ("L", x2, y2)
    return _polygon(node)


def _measure(node: SvgElement, name: str, size: tuple[float, float]) -> float:
    """An attribute as a length: a share of the width, of the height or, for a radius, of the diagonal (SVG 2, 8.9)."""
    whole = math.hypot(*size) / math.sqrt(2)
    if name in ("x", "x1", "x2", "cx", "rx", "width"):
        whole = size[0]
    elif name in ("y", "y1", "y2", "cy", "ry", "height"):
        whole = size[1]
    value = node.attributes.get(name, "0")
    return 0.0 if value.strip() == "auto" else length(value, whole)


def _rectangle(node: SvgElement, size: tuple[float, float]) -> Segments:
    x, y, width, height = (_measure(node, name, size) for name in ("x", "y", "width", "height"))
    if min(width, height) < 0:
        raise SvgError("a rectangle of the drawing has a negative size")
    if not width or not height:
        return ()
    rx, ry = _corner(node, size)
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    right, bottom = x + width, y + height
    if not rx or not ry:
        return ("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",)
    turn = f"A{rx} {ry} 0 0 1"
    upper = f"M{x + rx} {y}H{right - rx}{turn} {right} {y + ry}V{bottom - ry}{turn} {right - rx} {bottom}"
    return read_path(f"{upper}H{x + rx}{turn} {x} {bottom - ry}V{y + ry}{turn} {x + rx} {y}Z")


def _corner(node: SvgElement, size: tuple[float, float]) -> tuple[float, float]:
    """The radii of a rectangle's corners: one that is not given is as the other."""
    given = [_measure(node, name, size) if name in node.attributes else None for name in ("rx", "ry")]
    rx = given[0] if given[0] is not None else given[1] or 0.0
    ry = given[1] if given[1] is not None else rx
    return max(rx, 0.0), max(ry, 0.0)


def _ellipse(node: SvgElement, size: tuple[float, float]) -> Segments:
    x, y = _measure(node, "cx", size), _measure(node, "cy", size)
    if node.tag == "circle":
        rx = ry = _measure(node, "r", size)
    else:
        rx, ry = _corner(node, size)
    if rx <= 0 or ry <= 0:
        return ()
    half = f"A{rx} {ry} 0 0 1"
    return read_path(f"M{x + rx} {y}{half} {x - rx} {y}{half} {x + rx} {y}Z")


def _polygon(node: SvgElement) -> Segments:
    values = numbers(node.attributes.get("points", ""))
    if len(values) % 2:
        raise SvgError("a polygon of the drawing has a point without a second coordinate")
    points = list(zip(values[::2], values[1::2], strict=True))
    lines: list[Segment] = [("L" if index else "M", x, y) for index, (x, y) in enumerate(points)]
    close: list[Segment] = [("Z",)] if node.tag == "polygon" and lines else []
    return (*lines, *close)
