"""The kind `spark`: a line no larger than a word beside a number, its last point marked, its extremes smaller."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reportgen.content.report import Series
from reportgen.figures.base import Mark, MarkFigure, Shape, too_narrow
from reportgen.figures.drawing.segments import circle, joined, polyline
from reportgen.figures.lines.line_alternative import beyond_ends, change_words, line_alternative
from reportgen.figures.lines.plot import Plot, known, loose_ends, runs_of, times_of
from reportgen.figures.request import Request
from reportgen.geometry import MM, Flex

_LEAST = 25 * MM
_HEIGHTS = Flex(6 * MM, 8 * MM, 14 * MM)
_RADIUS = 2.4
_SMALL = 1.5
_LINE = 1.4


@dataclass(frozen=True)
class Spark(MarkFigure):
    """One series without axis or labels: the number stands over it. Its scale runs from least to greatest.

    The last value is marked; so are the highest and the lowest where they are beyond the first and the last.
    """

    series: Series

    def measure(self, width: float) -> Flex:
        """Heights of a line of large type."""
        if width < _LEAST:
            raise too_narrow("a spark line", _LEAST, width)
        return _HEIGHTS

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """The line from gap to gap, small dots at its loose ends, and its marked points."""
        points, roles = self.series.points, self.brand.roles
        plot = self._plot(width, height)
        runs, indices = runs_of(points, plot), known(points)
        small = [circle(*where, _SMALL) for where in loose_ends(points, plot)]
        shapes = [
            Shape(joined(polyline(run) for run in runs if len(run) > 1), stroke=roles.mark, line_width=_LINE),
            Shape(joined(small), fill=roles.mark),
            *(self._dot(index, plot, _SMALL) for index in beyond_ends(points)),
            self._dot(indices[-1], plot, _RADIUS),
        ]
        return tuple(shape for shape in shapes if shape.segments)

    def _plot(self, width: float, height: float) -> Plot:
        points = self.series.points
        values = [point.datum.value for point in points if point.datum]
        low, high = min(values), max(values)
        flat = (height - 2 * _RADIUS) / 2 if low == high else 0.0
        tall = height - 2 * _RADIUS
        across = width - 2 * _RADIUS
        return Plot(_RADIUS, _RADIUS + flat, across, tall, len(points), low, high, times_of(points))

    def _dot(self, index: int, plot: Plot, radius: float) -> Shape:
        datum, roles = self.series.points[index].datum, self.brand.roles
        ink = roles.mark_emphasised if radius == _RADIUS else roles.mark
        where = plot.at(index, datum.value if datum else Decimal(0))
        return Shape(circle(*where, radius), fill=ink, cell=(index + 1, 1), by="y")


def make(asked: Request) -> Spark:
    """The change is a row of the table: the sentence says it, and nothing draws it."""
    statistic, words = asked.statistic, asked.words
    data = [point.datum for point in statistic.series if point.datum]
    change = ((words["table_change"], change_words(data[0], data[-1], statistic, words)),)
    return Spark(asked.brand, line_alternative(statistic, words, change, wording="spark_alt"), statistic.sets[0])
