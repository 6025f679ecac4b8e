"""The kind `bars`: level bars from zero in the order of their points, those that matter in the emphasised ink."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reportgen.colour.inks import Ink
from reportgen.figures.bars.level_bars import LevelBars, Place, Row, make_level_bars
from reportgen.figures.base import FigureError
from reportgen.figures.request import Request
from reportgen.figures.series_alternatives import values_alternative


@dataclass(frozen=True)
class BarChart(LevelBars):
    """Bars in the order of their points. No label is dropped."""

    places: ClassVar[tuple[Place, ...]] = (
        ("column", 1, 0.4),
        ("column", 2, 0.32),
        ("over", 1, 0.5),
        ("column", -2, 0.32),
        ("column", -3, 0.32),
        ("over", -2, 0.5),
        ("column", -3, 0.2),
        ("over", -3, 0.3),
    )
    """Names on one line, on two, over their bars; divided and in three lines there or beside them."""

    def bar_ink(self, row: Row) -> Ink:
        """One ink for all, or that of the emphasised and that of those beside them."""
        roles = self.brand.roles
        if not any(each.emphasised for each in self.rows):
            return roles.mark
        return roles.mark_emphasised if row.emphasised else roles.mark_beside


def make(asked: Request) -> BarChart:
    if not any(point.datum and point.datum.value for point in asked.statistic.series):
        raise FigureError(
            "all values are zero, and bars have no length", "use `figure: table`, or leave the figure out"
        )
    return make_level_bars(BarChart, asked, values_alternative(asked.statistic, asked.words))
