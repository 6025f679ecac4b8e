"""What the lint looks at and what it finds: a figure as it stands on the page, and one thing that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportgen.blocks import blocks_in
from reportgen.brand import Roles
from reportgen.colour.inks import Ink
from reportgen.content.report import Datum, Report, Statistic
from reportgen.figures.base import Label, Mark, PlacedFigure, Shape, Table
from reportgen.figures.lint.ink_geometry import InkArea
from reportgen.geometry import Point, Rect
from reportgen.page import Cell, FigureBox, Page, PathBox

GroundAt = Callable[[float, float], Ink]
"""The ink of the page under a point of the figure, in the figure's own points."""


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One thing that is wrong: the name of the rule, a clause without full stop, and what to do."""

    rule: str
    message: str
    hint: str


@dataclass(frozen=True)
class FigureView:
    """A figure of a page as it is drawn. `source` is the path of its block, `base` the height of its base line in pt.

    `numbers` are those of the table that is read aloud, by their cells.
    """

    source: str
    width: float
    height: float
    base: float
    marks: tuple[Mark, ...]
    table: Table
    numbers: Mapping[Cell, Datum]
    statistic: Statistic | None
    roles: Roles
    ground: GroundAt

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """The shapes, in order of painting."""
        return tuple(mark for mark in self.marks if isinstance(mark, Shape) and mark.segments)

    @cached_property
    def areas(self) -> tuple[tuple[int, InkArea], ...]:
        """The filled shapes with their places in the order of painting."""
        filled = ((index, mark) for index, mark in enumerate(self.marks) if isinstance(mark, Shape))
        return tuple(
            (index, InkArea(mark.segments, mark.fill, self.box(mark)))
            for index, mark in filled
            if mark.fill and mark.segments
        )

    def box(self, shape: Shape) -> Rect:
        """The rectangle round one of the shapes."""
        return self._boxes[id(shape.segments)]

    @cached_property
    def _boxes(self) -> Mapping[int, Rect]:
        """The rectangles round all shapes, worked out once: an outline of a map has thousands of points.

        By the identity of the path, which lives as long as the marks do: to hash it would cost more than the box.
        """
        return {id(shape.segments): Rect.of(shape.segments) for shape in self.shapes}

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """The labels that have type."""
        return tuple(mark for mark in self.marks if isinstance(mark, Label) and mark.line.runs)

    def ink_under(self, points: Sequence[Point], before: int) -> Ink:
        """The ink that all of the points lie on when mark `before` is painted; else the page's under the first."""
        under = (area.ink for index, area in reversed(self.areas) if index < before and area.holds(points))
        return next(under, None) or self.ground(*points[0])

    def text(self, cell: Cell) -> str:
        """What the table says in a cell; "" for one that it has not."""
        row, column = cell
        inside = 0 <= row < len(self.table) and 0 <= column < len(self.table[row])
        return self.table[row][column] if inside else ""

    def name(self, row: int) -> str:
        """What the table calls a row."""
        return self.text((row, 0))


Rule = Callable[[FigureView], Iterator[LintFinding]]


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
