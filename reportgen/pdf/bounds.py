"""How far the marks of a box of the page reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.geometry import Rect
from reportgen.page import Box, FigureBox, Group, LinkArea, PathBox, PictureBox, TextRun


def bounds(boxes: Iterable[Box]) -> Rect | None:
    """The least rectangle (pt, y downwards) round the marks of boxes; None when they have none."""
    rects = (rect for box in boxes for rect in _rects(box))
    edges = [edge for rect in rects for edge in ((rect.x, rect.y), (rect.right, rect.bottom))]
    return Rect.around(edges) if edges else None


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
            yield Rect.of(segments).inset(-box.line_width / 2 if box.stroke else 0.0)
