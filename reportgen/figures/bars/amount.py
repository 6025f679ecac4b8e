"""The kind `amount`: a bar whose length is the amount, on a scale that several bars share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from reportgen.content.report import Datum
from reportgen.figures import text_alternatives
from reportgen.figures.base import FigureError, Mark, MarkFigure, Shape
from reportgen.figures.drawing.least_printed import is_too_small, printed_end
from reportgen.figures.drawing.segments import rectangle
from reportgen.figures.request import Request
from reportgen.geometry import Flex, fixed


@dataclass(frozen=True)
class AmountBar(MarkFigure):
    """`amount` against `scale`, the amount whose bar takes the whole width; `quiet` shows the whole scale behind it."""

    amount: Datum
    scale: Decimal
    quiet: bool = False

    def measure(self, width: float) -> Flex:
        """The bar's thickness; raises FigureError when there is no scale on which the amount has a length."""
        if not 0 <= self.amount.value <= self.scale or self.scale == 0:
            raise FigureError(f"a bar cannot show {self.amount.text}", "leave the figure out")
        return fixed(self.brand.measures.amount_bar)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """The bar, and behind it the whole scale where that means something."""
        roles = self.brand.roles
        length = float(self.amount.value / self.scale) * width
        behind, drawn = rectangle(0, 0, width, height), rectangle(0, 0, printed_end(0, length), height)
        whole = [Shape(behind, fill=roles.mark_quiet, cell=(2, 1), by="width")] if self.quiet else []
        bar = Shape(drawn, fill=roles.mark, cell=(1, 1), by="width", widened=is_too_small(length))
        return (*whole, *([bar] if self.amount.value else []))


def scale_of(amount: Datum, amounts: Iterable[Datum]) -> Decimal:
    """The scale that `amount` shares with those of `amounts` counted alike: the greatest takes the whole width."""
    unit = (amount.rule.prefix, amount.rule.unit)
    return max(other.value for other in (amount, *amounts) if (other.rule.prefix, other.rule.unit) == unit)


def make(asked: Request) -> AmountBar:
    """On one scale with the other bars of the page, or with the whole that the amount is out of."""
    statistic = asked.statistic
    whole = statistic.data.get("whole")
    alternative = text_alternatives.amount_alternative(
        statistic.datum, text_alternatives.subject(statistic), asked.words, whole, statistic.alt
    )
    bars = [other.datum for other in asked.beside if other.kind == statistic.kind and "whole" not in other.data]
    scale = whole.value if whole else scale_of(statistic.datum, bars)
    return AmountBar(asked.brand, alternative, statistic.datum, scale, quiet=whole is not None)
