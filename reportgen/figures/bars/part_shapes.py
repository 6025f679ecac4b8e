"""The parts of a bar side by side, none of them too small to print, and the lines between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from reportgen.colour.inks import Ink
from reportgen.figures.base import Shape
from reportgen.figures.drawing.least_printed import is_too_small
from reportgen.figures.drawing.segments import rectangle
from reportgen.geometry import Rect
from reportgen.page import Cell
from reportgen.press_practice import LEAST_LINE


def part_shapes(boxes: Sequence[Rect], marks: Sequence[tuple[Cell, Ink]]) -> list[Shape]:
    """The parts in their boxes, those of nothing left out.

    Those too small to print are at the least width that prints, over the others: neighbours of them side by side, about
    the middle of where they are, and within the bar.
    """
    parts = [(box, mark) for box, mark in zip(boxes, marks, strict=True) if box.width > 0]
    large, small = [], []
    for too_small, found in groupby(parts, key=lambda part: is_too_small(part[0].width)):
        run = list(found)
        if not too_small:
            large += [_part(box, *mark) for box, mark in run]
            continue
        wide = len(run) * LEAST_LINE
        middle = (run[0][0].x + run[-1][0].right) / 2
        start = max(min(middle - wide / 2, boxes[-1].right - wide), boxes[0].x)
        for at, (box, mark) in enumerate(run):
            drawn = Rect(start + at * LEAST_LINE, box.y, LEAST_LINE, box.height)
            small.append(replace(_part(drawn, *mark), widened=True))
    return [*large, *small]


def _part(box: Rect, cell: Cell, ink: Ink) -> Shape:
    return Shape(rectangle(box.x, box.y, box.width, box.height), fill=ink, cell=cell, by="width")


def lines_between(boxes: Sequence[Rect], wide: float) -> list[Rect]:
    """The lines of `wide` pt between two parts that are wide enough for one, half of it taken from each."""
    parts = [box for box in boxes if box.width > 0]
    return [
        Rect(one.right - wide / 2, one.y, wide, one.height)
        for one, other in pairwise(parts)
        if min(one.width, other.width) > 2 * wide
    ]
