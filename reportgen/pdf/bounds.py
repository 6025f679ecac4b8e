"""Bounds: a box of the page in; the rectangle that its marks lie in out."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.geometry import Rect
from reportgen.page import Box, FigureBox, Group, LinkArea, PathBox, PictureBox, TextRun


def bounds(box: Box) -> Rect | None:
    """The least rectangle (pt, y downwards) round the marks of `box`; None when it has none."""
    found = list(_rects(box))
    if not found:
        return None
    left, top = min(rect.x for rect in found), min(rect.y for rect in found)
    return Rect(left, top, max(rect.right for rect in found) - left, max(rect.bottom for rect in found) - top)


def _rects(box: Box) -> Iterator[Rect]:
    match box:
        case Group(frame=Rect() as frame):
            yield frame
        case Group():
            for child in box.children:
                yield from _rects(child)
        case FigureBox() | PictureBox() | LinkArea():
            yield box.rect
        case TextRun(x, y, run):
            yield Rect(x, y - run.size * run.font.ascent, run.width, run.size * (run.font.ascent - run.font.descent))
        case PathBox(segments) if len(segments) > 1:
            yield _path(box)


def _path(path: PathBox) -> Rect:
    """Round its points: a curve lies within the hull of its own (Bézier)."""
    numbers = [float(value) for segment in path.segments for value in segment[1:]]
    across, down = numbers[0::2], numbers[1::2]
    edge = path.line_width / 2 if path.stroke else 0.0
    return Rect(min(across), min(down), max(across) - min(across), max(down) - min(down)).inset(-edge)
