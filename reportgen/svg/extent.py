"""Outlines in; how far they reach, out."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.geometry import Segments
from reportgen.svg.drawing import DrawnShape

_STEPS = 16


def reach(shape: DrawnShape) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape, half its line's width included; curves to within a hundredth."""
    points = list(_points(shape.segments))
    half = shape.line_width / 2 if shape.stroke else 0.0
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half


def _points(segments: Segments) -> Iterator[tuple[float, float]]:
    """The corners, and points along the curves."""
    x = y = 0.0
    for kind, *rest in segments:
        values = [float(value) for value in rest]
        if kind == "C":
            for step in range(1, _STEPS):
                yield _between(x, y, values, step / _STEPS)
        if values:
            x, y = values[-2], values[-1]
            yield x, y


def _between(x: float, y: float, values: list[float], share: float) -> tuple[float, float]:
    x1, y1, x2, y2, x3, y3 = values
    left = 1 - share
    weights = left**3, 3 * left * left * share, 3 * left * share * share, share**3
    across = sum(weight * value for weight, value in zip(weights, (x, x1, x2, x3), strict=True))
    down = sum(weight * value for weight, value in zip(weights, (y, y1, y2, y3), strict=True))
    return across, down
