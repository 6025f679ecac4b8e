"""Lends our renderer to a whole Matplotlib figure, whose module is loaded only for one.

While it is drawn, it measures in units of 1 pt, and its text with the page's faces.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from matplotlib.backend_bases import FigureCanvasBase, RendererBase
from matplotlib.figure import Figure


class _Canvas(FigureCanvasBase):
    """Gives our renderer to whatever asks the figure for one: layout engines, legends, labels of bars."""

    def __init__(self, figure: Figure, renderer: RendererBase) -> None:
        super().__init__(figure)
        self._renderer = renderer

    def get_renderer(self) -> RendererBase:
        """The renderer that draws the figure."""
        return self._renderer


@contextmanager
def borrowed_canvas(figure: Figure, renderer: RendererBase, dpi: float) -> Iterator[None]:
    """`figure` on a canvas of ours at `dpi`; its own canvas and resolution come back afterwards."""
    canvas, resolution = figure.canvas, figure.get_dpi()
    _Canvas(figure, renderer)
    figure.set_dpi(dpi)
    try:
        yield
    finally:
        figure.set_dpi(resolution)
        figure.set_canvas(canvas)
