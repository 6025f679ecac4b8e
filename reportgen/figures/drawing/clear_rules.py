"""Rules that stop short of the labels in their way, and labels that keep off rules and can be read on shaded areas."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportgen.brand import Brand
from reportgen.figures.base import Label, Shape
from reportgen.figures.drawing.segments import joined, rectangle
from reportgen.geometry import Rect, Segments
from reportgen.text.type_style import TypeStyle

_CLEAR = 2.0
"""How far a rule stops from what stands on it, in pt."""


def level_rule(y: float, left: float, right: float, weight: float, boxes: Iterable[Rect] = ()) -> Segments:
    """A level rule of `weight` pt whose top is at `y`, left open where a box stands on it."""
    met = [(box.x, box.right) for box in boxes if box.y - _CLEAR < y and y - weight < box.bottom + _CLEAR]
    return joined(rectangle(start, y - weight, end - start, weight) for start, end in _open(left, right, met))


def upright_rule(x: float, low: float, high: float, weight: float, boxes: Iterable[Rect] = ()) -> Segments:
    """An upright rule of `weight` pt with its middle at `x`, left open where a box stands on it."""
    met = [(box.y, box.bottom) for box in boxes if box.x - _CLEAR < x < box.right + _CLEAR]
    return joined(rectangle(x - weight / 2, start, weight, end - start) for start, end in _open(low, high, met))


def open_stretches(
    place: float, rect: Rect, upright: bool, boxes: Iterable[Rect], least: float = 0.9
) -> list[tuple[float, float]]:
    """The stretches, longer than `least` pt, of a line at `place` across `rect` that none of the boxes is near."""
    spans = [((box.x, box.right), (box.y, box.bottom)) for box in boxes]
    met = [(across, along) if upright else (along, across) for across, along in spans]
    holes = [along for across, along in met if across[0] - _CLEAR < place < across[1] + _CLEAR]
    found = _open(rect.y, rect.bottom, holes) if upright else _open(rect.x, rect.right, holes)
    return [(start, end) for start, end in found if end - start > least]


def off_axis(y: float, axis: float, style: TypeStyle, foot: float) -> float:
    """A base line, moved over or under the axis where its type would stand on it; never under the foot."""
    over, under = axis + _CLEAR + style.size / 4, axis - _CLEAR - style.cap_height
    if not under < y < over:
        return y
    return under if y + style.cap_height / 2 < axis and under - style.size / 4 > foot else over


def legible(labels: Iterable[Label], areas: Sequence[Shape], brand: Brand) -> list[Label]:
    """Labels that stand on shaded areas, such as bands, in the ink of text, which is dark enough for them."""
    boxes = [Rect.of(area.segments) for area in areas]
    ink = brand.roles.text
    return [replace(label, ink=ink) if any(label.box.meets(box) for box in boxes) else label for label in labels]


def _open(start: float, end: float, holes: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """What is left of a stretch without the holes and a little on either side of them."""
    pieces = []
    for low, high in sorted(hole for hole in holes if hole[0] - _CLEAR < end and hole[1] + _CLEAR > start):
        if low - _CLEAR > start:
            pieces.append((start, min(low - _CLEAR, end)))
        start = max(start, high + _CLEAR)
    return [*pieces, (start, end)] if end > start else pieces
