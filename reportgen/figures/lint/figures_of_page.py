"""The figures of a page as they stand on it: a page, its report and the brand's roles in; each figure as seen, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.brand import Roles
from reportgen.colour.inks import Ink
from reportgen.content.report import Report, Statistic
from reportgen.figures.base import MarkFigure, marks_of
from reportgen.figures.lint.figure_view import FigureView, GroundAt
from reportgen.figures.lint.ink_geometry import InkArea, box_of
from reportgen.figures.lint.table_numbers import Block, blocks_of, data_of, numbers_of
from reportgen.geometry import Rect
from reportgen.page import Box, FigureBox, Group, Page, PathBox


@dataclass
class _ViewWalk:
    """What has been met so far: the filled paths that are painted already."""

    roles: Roles
    blocks: Mapping[str, Block]
    painted: list[tuple[Rect, PathBox]] = field(default_factory=list)

    def figures(self, box: Box, source: str = "") -> Iterator[FigureView]:
        if isinstance(box, PathBox) and box.fill and box.segments:
            self.painted.append((box_of(box.segments), box))
        elif isinstance(box, FigureBox) and isinstance(box.drawing, MarkFigure):
            yield self._seen(box, box.drawing, source)
        elif isinstance(box, Group):
            for child in box.children:
                yield from self.figures(child, box.source or source)

    def _seen(self, box: FigureBox, figure: MarkFigure, source: str) -> FigureView:
        block = self.blocks.get(source)
        statistic = block if isinstance(block, Statistic) else None
        table, rect = figure.values(), box.rect
        numbers = numbers_of(table, data_of(block))
        ground = _ground(rect, self.painted, self.roles.paper)
        marks = marks_of(box)
        return FigureView(
            source, rect.width, rect.height, figure.foot, marks, table, numbers, statistic, self.roles, ground
        )


def figures_of(page: Page, roles: Roles, report: Report | None = None) -> Iterator[FigureView]:
    """Every figure of the page, in reading order; without a report nothing is known of its numbers."""
    return _ViewWalk(roles, blocks_of(report) if report else {}).figures(page.root)


def _ground(rect: Rect, painted: list[tuple[Rect, PathBox]], paper: Ink) -> GroundAt:
    """What is under a point of a figure: the last path that is painted there, or the paper."""
    behind = [InkArea(path.segments, path.fill, box) for box, path in painted if path.fill and box.meets(rect)]

    def ink_at(x: float, y: float) -> Ink:
        spot = rect.x + x, rect.bottom - y
        return next((area.ink for area in reversed(behind) if area.holds([spot])), paper)

    return ink_at
