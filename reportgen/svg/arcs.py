"""Elliptical arcs as cubic Bézier curves (SVG 2, appendix B.2)."""

from __future__ import annotations

import math

from reportgen.geometry import Point, Segment, nested, transformed, translation


def arc(start: Point, radii: Point, rotation: float, large: bool, sweep: bool, end: Point) -> list[Segment]:
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
