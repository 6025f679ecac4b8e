"""The kind `diverging`: gains right and losses left of a line at zero, told apart by side, ink and sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from reportgen.colour.inks import Ink
from reportgen.figures.bars.level_bars import LevelBars, Place, Row, make_level_bars
from reportgen.figures.request import Request
from reportgen.figures.series_alternatives import gains_alternative


@dataclass(frozen=True)
class Diverging(LevelBars):
    """Gains and losses in the order of their points; an emphasised one is in bold, for ink says which side it is on."""

    places: ClassVar[tuple[Place, ...]] = (
        ("across", 1, 0.42),
        ("column", 1, 0.36),
        ("across", 1, 0.34),
        ("column", 2, 0.3),
        ("over", 1, 0.5),
        ("column", -3, 0.3),
        ("over", -2, 0.5),
        ("column", -3, 0.2),
        ("over", -3, 0.25),
    )
    """Names across the line from their bars, else beside or over them; the share of the width that bars keep."""

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
    return make_level_bars(Diverging, asked, gains_alternative(asked.statistic, asked.words))
