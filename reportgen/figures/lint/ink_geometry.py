"""Where ink lies: the boxes and lengths of shapes and labels, and the ink under a point. All in pt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import hypot

from reportgen.colour.inks import Ink
from reportgen.figures.base import Label, Shape
from reportgen.figures.drawing.segments import area, inside, polygons, wound
from reportgen.geometry import Bbox, Point, Polygon, Rect, Segments


def label_box(label: Label) -> Rect:
    """The rectangle of a label's capitals, y upwards."""
    size = max(placed.run.size for placed in label.line.runs)
    cap = max(placed.run.font.cap_height * placed.run.size for placed in label.line.runs)
    return Rect(label.left, label.y - 0.2 * size, label.line.width, cap + 0.2 * size)


@dataclass(frozen=True)
class InkArea:
    """A filled path and the rectangle round it."""

    segments: Segments
    ink: Ink
    box: Rect

    def holds(self, points: Sequence[Point]) -> bool:
        """Whether all of the points are on it."""
        box = self.box
        right, bottom = box.right, box.bottom
        within = all(box.x <= x <= right and box.y <= y <= bottom for x, y in points)
        return within and all(inside(point, self._rings) for point in points)

    @cached_property
    def _rings(self) -> tuple[Polygon, ...]:
        return polygons(self.segments, steps=4)


def apart(first: Rect, second: Rect) -> float:
    """The distance of two rectangles; 0 where they touch."""
    across = max(first.x - second.right, second.x - first.right, 0.0)
    up = max(first.y - second.bottom, second.y - first.bottom, 0.0)
    return hypot(across, up)


def drawn_size(shapes: Sequence[Shape], by: str) -> float:
    """The "width", "height" or "area" of the pieces that one value is drawn with, of the path without its stroke."""
    if by == "area":
        return sum(_ink(shape.segments) for shape in shapes)
    points = (point for shape in shapes for ring in polygons(shape.segments) for point in ring)
    left, bottom, right, top = Bbox.around(points)
    return right - left if by == "width" else top - bottom


def _ink(segments: Segments) -> float:
    """The area of a filled path; rings that all run one way have no holes among them."""
    rings = polygons(segments)
    areas = [area(ring) for ring in rings]
    if all(each > 0 for each in areas) or all(each < 0 for each in areas):
        return abs(sum(areas))
    return abs(sum(area(ring) for ring in wound(rings)))
