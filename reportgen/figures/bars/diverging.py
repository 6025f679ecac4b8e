"""The kind `diverging`: gains right and losses left of a line at zero, told apart by side, ink and sign."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.colour.inks import Ink
from reportgen.figures.bars.level_bars import LevelBars, Row, rows_of
from reportgen.figures.base import FigureError
from reportgen.figures.drawing.guides import set_guides
from reportgen.figures.request import Request
from reportgen.figures.series_alternatives import gains_alternative, one_series, said

_PLACES = (
    ("across", 1, 0.42),
    ("column", 1, 0.36),
    ("across", 1, 0.34),
    ("column", 2, 0.3),
    ("over", 1, 0.5),
    ("over", -1, 0.5),
    ("column", -2, 0.2),
    ("over", -1, 0.25),
)
"""Names across the line from their bars, else beside or over them; the share of the width that bars keep."""


@dataclass(frozen=True)
class Diverging(LevelBars):
    """Gains and losses in the order of their points; an emphasised one is in bold, for ink says which side it is on."""

    @property
    def places(self) -> tuple[tuple[str, int, float], ...]:
        """Across the line at zero where the names have room there, else in a column, else over the bars."""
        return _PLACES

    @property
    def has_axis(self) -> bool:
        """There is a line at zero in any case: it is what the bars diverge from."""
        return True

    def bar_ink(self, row: Row) -> Ink:
        """One ink for gains, another for losses."""
        return self.brand.roles.series_2 if row.is_loss else self.brand.roles.series_1

    def value_ink(self, row: Row) -> Ink:
        """One ink for all values: that of the emphasised may be the ink of gains."""
        return self.brand.roles.text


def make(asked: Request) -> Diverging:
    statistic, words, brand = asked.statistic, asked.words, asked.brand
    points = one_series(statistic, "diverging bars")
    values = [point.datum.value for point in points if point.datum]
    if min(values) >= 0 or max(values) <= 0:
        side = "none is below zero" if min(values) >= 0 else "none is above zero"
        raise FigureError(f"diverging bars need gains and losses, and {side}", "use `figure: bars`")
    return Diverging(
        brand,
        gains_alternative(statistic, words),
        rows_of(points, statistic.emphasised, lambda point: said(point, words)),
        set_guides(statistic.guides, len(points) + 1, brand, statistic.language, words),
        statistic.language,
    )
