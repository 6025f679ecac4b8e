"""The kind `area`: one series as a line that is filled from zero, so that its scale is never cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.figures.base import Shape
from reportgen.figures.drawing.segments import joined, polyline
from reportgen.figures.lines.line import make_single
from reportgen.figures.lines.line_figure import LinePlan
from reportgen.figures.lines.plot import Plot
from reportgen.figures.lines.single_line import SingleLine
from reportgen.figures.request import Request
from reportgen.geometry import Point, Rect


@dataclass(frozen=True)
class AreaChart(SingleLine):
    """One series. Labels keep clear of what is filled as well as of the line."""

    @property
    def starts_at(self) -> Decimal:
        """Always zero: what is filled is in proportion to the values."""
        return Decimal(0)

    def rules(self, plot: Plot, plan: LinePlan, boxes: Sequence[Rect]) -> list[Shape]:
        """What is filled, from gap to gap, under the gridlines and the guides, which are seen across it."""
        zero = plot.rise(Decimal(0))
        fills = [
            polyline([(run[0][0], zero), *run, (run[-1][0], zero)], closed=True)
            for run in self.runs(plot)
            if len(run) > 1
        ]
        return [Shape(joined(fills), fill=self.brand.roles.mark_quiet), *super().rules(plot, plan, boxes)]

    def covered(self, passed: Sequence[float], plot: Plot) -> list[float]:
        """Down to zero, which is filled."""
        return [*passed, plot.rise(Decimal(0))] if passed else []

    def passing(self, point: Point, found: Sequence[float], axis: float) -> list[float]:
        """The line and the axis: what is between them is filled."""
        return [*super().passing(point, found, axis), axis]


def make(asked: Request) -> SingleLine:
    return make_single(AreaChart, asked, "area_alt")
