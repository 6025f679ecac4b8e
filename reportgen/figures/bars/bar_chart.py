"""The kind `bars`: level bars from zero in the order of their points, those that matter in the emphasised ink."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.colour.inks import Ink
from reportgen.figures.bars.level_bars import LevelBars, Row, rows_of
from reportgen.figures.base import FigureError
from reportgen.figures.drawing.guides import set_guides
from reportgen.figures.request import Request
from reportgen.figures.series_alternatives import one_series, said, values_alternative

_PLACES = (
    ("column", 1, 0.4),
    ("column", 2, 0.32),
    ("over", 1, 0.5),
    ("over", -1, 0.5),
    ("column", -2, 0.2),
    ("over", -1, 0.3),
)
"""Names on one line, on two, over their bars, shortened there or beside them; the share of the width that bars keep."""


@dataclass(frozen=True)
class BarChart(LevelBars):
    """Bars in the order of their points. No label is dropped."""

    @property
    def places(self) -> tuple[tuple[str, int, float], ...]:
        """In a column left of the bars, or over them in a narrow figure."""
        return _PLACES

    def bar_ink(self, row: Row) -> Ink:
        """One ink for all, or that of the emphasised and that of those beside them."""
        roles = self.brand.roles
        if not any(each.emphasised for each in self.rows):
            return roles.mark
        return roles.mark_emphasised if row.emphasised else roles.mark_beside


def make(asked: Request) -> BarChart:
    statistic, words, brand = asked.statistic, asked.words, asked.brand
    points = one_series(statistic, "bars")
    if not any(point.datum and point.datum.value for point in points):
        raise FigureError(
            "all values are zero, and bars have no length", "use `figure: table`, or leave the figure out"
        )
    return BarChart(
        brand,
        values_alternative(statistic, words),
        rows_of(points, statistic.emphasised, lambda point: said(point, words)),
        set_guides(statistic.guides, len(points) + 1, brand, statistic.language, words),
        statistic.language,
    )
