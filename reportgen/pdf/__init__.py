"""The pdf stage: a `Page` in, the bytes of a PDF out. It decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from reportgen.inks import Ink
from reportgen.page import Page
from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.colour import InkTable, ScreenColour
from reportgen.pdf.draw import draw_page
from reportgen.pdf.engine import our_settings
from reportgen.pdf.errors import BadPicture, CannotDraw, DrawingError, MissingGlyph, UnknownInk
from reportgen.pdf.figures import FigurePainter, FontBook
from reportgen.pdf.metadata import describe
from reportgen.pdf.png import png

__all__ = [
    "BadPicture",
    "CannotDraw",
    "DrawingError",
    "FontBook",
    "MissingGlyph",
    "UnknownInk",
    "png",
    "render_page",
]


def render_page(page: Page, *, inks: Iterable[Ink], fonts: FontBook, created: datetime) -> bytes:
    """The screen edition of `page` as a PDF file. `inks` and `fonts` are what figures may use; `created` is aware.

    Raises `DrawingError`: a colour that is no ink, a picture that cannot be read, a figure that asks for too much.
    """
    with our_settings():
        canvas = InkCanvas(page.width, page.height, ScreenColour())
        with FigurePainter(canvas, InkTable(inks), fonts) as figures:
            draw_page(page, canvas, figures)
        describe(page, canvas, created)
        return canvas.finish()
