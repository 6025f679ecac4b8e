"""Where a block of type stands best on a map: on land, near the middle, with the fewest lines behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from math import ceil, hypot
from operator import add

from reportgen.figures.drawing.segments import inside
from reportgen.figures.maps.map_geometry import Line
from reportgen.geometry import Bbox, Rect

_CELLS = 96
_MIDDLE = 0.8
"""What a point of distance from the middle weighs against a point of line behind the type."""


class LandGrid:
    """The lines of a map, outer and shared, counted on a grid."""

    def __init__(self, outer: Sequence[Line], shared: Sequence[Line]) -> None:
        self.outer = outer
        self.left, self.bottom, right, top = Bbox.around(point for line in outer for point in line)
        self.cell = max(right - self.left, top - self.bottom) / _CELLS
        self.middle = (self.left + right) / 2, (self.bottom + top) / 2
        lines = (outer, shared) if self.cell > 0 else ()
        self.sums = tuple(_Sums(each, self.left, self.bottom, self.cell) for each in lines)


def best_position(grid: LandGrid, size: tuple[float, float], clear: float) -> Rect | None:
    """The rectangle of `size` (pt) at least `clear` inside the outer lines that hides the least of the shared ones.

    None when there is none. The lines are counted on a grid, whose sums over any rectangle are then four look-ups
    (a summed-area table, Crow 1984), so that the search takes a few milliseconds.
    """
    if not grid.sums:
        return None
    outer, left, bottom, cell, middle = grid.outer, grid.left, grid.bottom, grid.cell, grid.middle
    edge, borders = grid.sums
    wide, tall, margin = ceil(size[0] / cell), ceil(size[1] / cell), ceil(clear / cell)
    free = [
        (row, column)
        for row in range(margin, _CELLS - tall - margin)
        for column in range(margin, _CELLS - wide - margin)
        if not edge.over(column - margin, row - margin, column + wide + margin, row + tall + margin)
    ]
    if not free:
        return None
    candidates = list[tuple[float, Rect]]()
    for row, column in free:
        position = Rect(left + column * cell, bottom + row * cell, *size)
        away = hypot(position.x + size[0] / 2 - middle[0], position.y + size[1] / 2 - middle[1])
        candidates.append((borders.over(column, row, column + wide, row + tall) + _MIDDLE * away, position))
    for _, position in sorted(candidates, key=lambda found: (found[0], found[1].x, found[1].y)):
        if inside((position.x + size[0] / 2, position.y + size[1] / 2), outer):
            return position
    return None


class _Sums:
    """Lengths of lines on a grid, summed from the corner."""

    def __init__(self, lines: Iterable[Line], left: float, bottom: float, cell: float) -> None:
        grid = [[0.0] * _CELLS for _ in range(_CELLS)]
        for x, y, length in _pieces(lines, cell / 2):
            column, row = int((x - left) / cell), int((y - bottom) / cell)
            grid[min(max(row, 0), _CELLS - 1)][min(max(column, 0), _CELLS - 1)] += length
        self._table = [[0.0] * (_CELLS + 1)]
        for cells in grid:
            above = self._table[-1]
            self._table.append([0.0, *map(add, accumulate(cells), above[1:])])

    def over(self, left: int, bottom: int, right: int, top: int) -> float:
        """The length over the cells from `left`, `bottom` up to but without `right`, `top`."""
        table = self._table
        total = table[top][right] - table[bottom][right] - table[top][left] + table[bottom][left]
        return total if total > 1e-6 else 0.0


def _pieces(lines: Iterable[Line], step: float) -> Iterable[tuple[float, float, float]]:
    """Middle and length of pieces of the lines, none longer than `step`."""
    for line in lines:
        for (x1, y1), (x2, y2) in pairwise(line):
            length = hypot(x2 - x1, y2 - y1)
            count = max(1, ceil(length / step))
            for index in range(count):
                share = (index + 0.5) / count
                yield x1 + share * (x2 - x1), y1 + share * (y2 - y1), length / count
