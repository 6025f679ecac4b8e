"""The figures of a page as they stand on it, with the ground behind them and the numbers that they show."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.blocks import blocks_in
from reportgen.brand import Roles
from reportgen.colour.inks import Ink
from reportgen.content.report import Report, Statistic
from reportgen.figures.base import PlacedFigure
from reportgen.figures.lint.figure_view import FigureView, GroundAt
from reportgen.figures.lint.ink_geometry import InkArea
from reportgen.geometry import Rect
from reportgen.page import FigureBox, Page, PathBox


def figures_of(page: Page, roles: Roles, report: Report | None = None) -> Iterator[FigureView]:
    """Every figure of the page, in reading order, with its statistic where the report has one."""
    held = blocks_in(report) if report else ()
    statistics = {block.path: block for _, block in held if isinstance(block, Statistic)}
    painted: list[tuple[Rect, PathBox]] = []
    for box, _, source in page.walk():
        if isinstance(box, PathBox) and box.fill and box.segments:
            painted.append((Rect.of(box.segments), box))
        elif isinstance(box, FigureBox) and isinstance(box.drawing, PlacedFigure):
            ground = _ground(box.rect, painted, roles.paper)
            yield _view(box.drawing, source, statistics.get(source), roles, ground)


def _view(placed: PlacedFigure, source: str, statistic: Statistic | None, roles: Roles, ground: GroundAt) -> FigureView:
    figure, told = placed.figure, placed.figure.alternative
    size = placed.width, placed.height
    return FigureView(source, *size, figure.foot, placed.marks, told.table, told.numbers, statistic, roles, ground)


def _ground(rect: Rect, painted: list[tuple[Rect, PathBox]], paper: Ink) -> GroundAt:
    """What is under a point of a figure: the last path that is painted there, or the paper."""
    behind = [InkArea(path.segments, path.fill, box) for box, path in painted if path.fill and box.meets(rect)]

    def ink_at(x: float, y: float) -> Ink:
        spot = rect.x + x, rect.bottom - y
        return next((area.ink for area in reversed(behind) if area.holds([spot])), paper)

    return ink_at
