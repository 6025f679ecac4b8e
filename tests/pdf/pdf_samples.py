"""Inks, faces and hand-made pages for the tests of the pdf stage, and ways to look into what they became."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2

from reportgen.colour.inks import Ink
from reportgen.geometry import Rect
from reportgen.glyphs import FontFile, Glyph, GlyphRun
from reportgen.page import Box, FigureBox, Group, Page, PictureBox, Role, TextRun
from reportgen.pdf import render_page
from reportgen.text.font_files import load_font
from reportgen.text.shaper import shape

FONTS = Path(__file__).parents[2] / "fonts"
CREATED = datetime(2018, 12, 1, tzinfo=UTC)
WIDTH, HEIGHT = 300.0, 200.0

INK = Ink("ink", (20, 33, 61))
TEAL = Ink("teal", (0, 117, 111))
AMBER = Ink("amber", (245, 183, 0))
WHITE = Ink("white", (255, 255, 255))
BLACK = Ink("black", (0, 0, 0))
INKS = (INK, TEAL, AMBER, WHITE, BLACK)


@cache
def face(name: str) -> FontFile:
    """A face of the project, by its path without `.ttf`."""
    return load_font((FONTS / f"{name}.ttf").read_bytes())


SANS = face("source-sans-3/SourceSans3_400Regular")
BOLD = face("source-sans-3/SourceSans3_700Bold")
ITALIC = face("source-sans-3/SourceSans3_400Regular_Italic")
HEAD = face("archivo/Archivo_800ExtraBold")


class Book:
    """The faces of Source Sans 3, whatever family is asked for."""

    def find(self, families: Sequence[str], weight: int, italic: bool) -> FontFile:
        return ITALIC if italic else BOLD if weight >= 600 else SANS


@dataclass(frozen=True)
class Drawing:
    """A drawing whose artists are given by a function of its size."""

    make: Any

    def artists(self, width: float, height: float) -> Sequence[Any]:
        return self.make(width, height)


def page_of(*boxes: Box, bleed: float = 0.0, **says: str) -> Page:
    """A small page that holds `boxes`; pictures stand in figures, as the editions promise."""
    told = {"title": "Sample", "language": "en-GB", **says}
    return Page(WIDTH, HEIGHT, bleed, Group(Role.DOCUMENT, tuple(map(in_a_figure, boxes))), **told)


def in_a_figure(box: Box) -> Box:
    """A picture or a drawing with words for those who cannot see it; any other box as it is."""
    return Group(Role.FIGURE, (box,), alt="a picture") if isinstance(box, PictureBox | FigureBox) else box


def rendered(*boxes: Box, **more: Any) -> bytes:
    """The PDF of a small page that holds `boxes`."""
    return render_page(page_of(*boxes, **more), inks=INKS, fonts=Book(), created=CREATED)


def drawn(make: Any, width: float = 200.0, height: float = 150.0) -> bytes:
    """The PDF of a page with one figure, its corner 20 pt from the left and 30 pt from the foot of the page."""
    return rendered(FigureBox(Rect(20, HEIGHT - 30 - height, width, height), Drawing(make)))


def line(text: str, font: FontFile = SANS, size: float = 12.0, y: float = 100.0, **more: Any) -> TextRun:
    """A line of text at 20 pt from the left."""
    return TextRun(20, y, shape(text, font, size, **more), INK)


def run_of(*glyphs: Glyph, font: FontFile = SANS, size: float = 12.0) -> GlyphRun:
    """A run of glyphs as given."""
    return GlyphRun(font, size, glyphs)


@cache
def opened(pdf: bytes) -> pikepdf.Pdf:
    """The file as objects; it stays open, because its objects live no longer than it does."""
    return pikepdf.open(io.BytesIO(pdf))


def content(pdf: bytes) -> str:
    """The operators of the first page."""
    return opened(pdf).pages[0].Contents.read_bytes().decode("ascii")


def text_of(pdf: bytes) -> str:
    """The text of the first page as PDFium extracts it; its line ends are `\\n`, a soft hyphen is U+FFFE there."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text = page.get_textpage().get_text_range()
    document.close()
    return text.replace("\r\n", "\n")


def raster(pdf: bytes, ppi: float = 72) -> np.ndarray:
    """The first page as pixels, red first."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=ppi / 72, rev_byteorder=True).to_numpy()[:, :, :3].copy()
    document.close()
    return picture
