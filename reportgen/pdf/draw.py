"""Draws the boxes of a page on an InkCanvas, in their order. It decides nothing; y is turned over here."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol
from urllib.parse import quote

from reportgen.page import Box, Cell, FigureBox, Group, LinkArea, Page, PathBox, PictureBox, Role, TextRun
from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.images import read_picture
from reportgen.pdf.pdf_objects import Dictionary, number
from reportgen.raster.orientation import UPRIGHT

URL_SAFE = "!#$%&'*+,/:;=?@[]~"


class FigureDrawer(Protocol):
    """What draws a figure: the renderer, so that a page without figures never loads Matplotlib."""

    def draw(self, figure: FigureBox, x: float, y: float, watcher: Watcher) -> None:
        """Draw `figure` with its bottom left corner at `x`, `y` of the canvas."""


class Watcher:
    """Hears what the marks belong to while the page is drawn: the place for a writer of tags. This one does nothing."""

    def begin_group(self, group: Group) -> None:
        """`group` is about to be drawn."""

    def end_group(self, group: Group) -> None:
        """All of `group` is drawn."""

    def content(self, cell: Cell | None = None) -> None:
        """Marks are about to be drawn: of the group, or of a cell of its values."""

    def pause(self) -> None:
        """The graphics state is about to be kept for several marks, or given back after them."""

    def link(self, annotation: Dictionary) -> None:
        """A live area of the group."""


def draw_page(page: Page, canvas: InkCanvas, figures: FigureDrawer, watcher: Watcher | None = None) -> None:
    """Draw every box of `page` in its order. Raises `DrawingError`."""
    _PageDrawer(canvas, figures, watcher or Watcher(), page.height).draw(page.root)


def without_links(page: Page) -> Page:
    """The page for an edition that has no live areas: what was a link is plain text."""
    return replace(page, root=_unlinked(page.root))


def _unlinked(group: Group) -> Group:
    children = (child for child in group.children if not isinstance(child, LinkArea))
    role = Role.SPAN if group.role is Role.LINK else group.role
    return replace(group, role=role, children=tuple(_unlinked(c) if isinstance(c, Group) else c for c in children))


class _PageDrawer:
    """Draws boxes on a canvas that is `height` pt high."""

    def __init__(self, canvas: InkCanvas, figures: FigureDrawer, watcher: Watcher, height: float) -> None:
        self._canvas = canvas
        self._figures = figures
        self._watcher = watcher
        self._height = height

    def draw(self, box: Box) -> None:
        match box:
            case Group():
                self._group(box)
            case TextRun():
                self._watcher.content()
                self._canvas.set_fill(box.ink, box.run.size)
                self._canvas.text(box.x, self._height - box.y, box.run)
            case PathBox():
                self._path(box)
            case PictureBox():
                self._picture(box)
            case FigureBox():
                self._figures.draw(box, box.rect.x, self._height - box.rect.bottom, self._watcher)
            case LinkArea():
                url = quote(box.url, safe=URL_SAFE).encode("ascii")
                self._watcher.link(self._canvas.objects.link(box.rect.upward(self._height), url, box.text))

    def _group(self, group: Group) -> None:
        self._watcher.begin_group(group)
        for child in group.children:
            self.draw(child)
        self._watcher.end_group(group)

    def _path(self, path: PathBox) -> None:
        stroke = path.stroke if path.line_width > 0 else None
        if path.fill is None and stroke is None:
            return
        self._watcher.content()
        if path.fill is not None:
            self._canvas.set_fill(path.fill)
        if stroke is not None:
            self._canvas.set_stroke(stroke)
            self._canvas.set_line(path.line_width, path.pen.cap, path.pen.join, miter=path.pen.miter)
        outline = path_operators(path.segments, self._height)
        self._canvas.paint(outline, path.fill is not None, stroke is not None, path.even_odd)

    def _picture(self, picture: PictureBox) -> None:
        """The image upright in its box."""
        rect, canvas = picture.rect, self._canvas
        image = read_picture(picture.data, canvas.colour.pictures, rect.width, rect.height)
        area = rect.upward(self._height)
        self._watcher.content()
        canvas.keep()
        canvas.apply((rect.width, 0, 0, rect.height, area.left, area.bottom))
        if image.turn != UPRIGHT:
            canvas.apply(image.turn)
        canvas.place(canvas.objects.image(image.key, image.stream))
        canvas.back()


def path_operators(segments: tuple[tuple[str | float, ...], ...], height: float) -> str:
    """Path construction operators (ISO 32000-1, 8.5.2) for segments whose y counts from `height` downwards."""
    parts = []
    for kind, *values in segments:
        points = [number(height - float(value) if index % 2 else float(value)) for index, value in enumerate(values)]
        parts.append(" ".join([*points, "h" if kind == "Z" else str(kind).lower()]))
    return " ".join(parts)
