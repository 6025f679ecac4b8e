"""Draws the figures of a page, Matplotlib's artists, on the page's own canvas. Matplotlib is loaded with the first."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any, Self

from reportgen.figures.drawing.mpl import quiet_defaults
from reportgen.page import FigureBox
from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.draw import Watcher
from reportgen.pdf.edition_colours import InkTable
from reportgen.pdf.figure_type import FontBook


class FigurePainter:
    """Draws figures on `canvas` with the inks and faces of a brand.

    Used as a context: from the first figure to the end of it Matplotlib has its own defaults.
    """

    def __init__(self, canvas: InkCanvas, inks: InkTable, fonts: FontBook) -> None:
        self._defaults = ExitStack()
        self._quiet = False
        self._canvas = canvas
        self._inks = inks
        self._fonts = fonts

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: Any) -> None:
        self._defaults.close()

    def draw(self, figure: FigureBox, x: float, y: float, watcher: Watcher) -> None:
        """Draw `figure` with its bottom left corner at `x`, `y` of the canvas. Raises `DrawingError`."""
        from reportgen.pdf.renderer import InkRenderer

        width, height = figure.rect.width, figure.rect.height
        if not self._quiet:
            self._defaults.enter_context(quiet_defaults())
            self._quiet = True
        artists = figure.drawing.artists(width, height)
        watcher.pause()
        self._canvas.keep()
        self._canvas.apply((1, 0, 0, 1, x, y))
        renderer = InkRenderer(self._canvas, (x, y), (width, height), self._inks, self._fonts, watcher)
        renderer.draw_artists(artists)
        watcher.pause()
        self._canvas.back()
