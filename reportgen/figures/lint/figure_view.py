"""What the lint looks at and what it finds: a figure as it stands on the page, and one thing that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportgen.brand import Roles
from reportgen.colour.inks import Ink
from reportgen.content.report import Datum, Statistic
from reportgen.figures.base import Label, Mark, Shape, Table
from reportgen.figures.lint.ink_geometry import InkArea, box_of
from reportgen.geometry import Point, Rect
from reportgen.page import Cell

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
        return {id(shape.segments): box_of(shape.segments) for shape in self.shapes}

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


Rule = Callable[[FigureView], Iterator[LintFinding]]
