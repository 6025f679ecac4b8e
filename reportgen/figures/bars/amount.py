"""The kind `amount`: a bar whose length is the amount, on a scale that several bars share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from reportgen.colour.inks import Ink
from reportgen.content.quantities import is_plain, unlike
from reportgen.content.report import Datum
from reportgen.figures import text_alternatives
from reportgen.figures.base import FigureError, Mark, MarkFigure, Shape
from reportgen.figures.drawing.least_printed import is_too_small, printed_end
from reportgen.figures.drawing.segments import rectangle
from reportgen.figures.request import Request
from reportgen.geometry import Flex, fixed


@dataclass(frozen=True)
class AmountBar(MarkFigure):
    """`amount` against `scale`, which takes the whole width; the `whole` that it is out of lies under it."""

    amount: Datum
    scale: Decimal
    whole: Datum | None = None

    def measure(self, width: float) -> Flex:
        """The bar's thickness; raises FigureError when there is no scale on which the amount has a length."""
        if not 0 <= self.amount.value <= self.scale or self.scale == 0:
            raise FigureError(f"a bar cannot show {self.amount.text}", "leave the figure out")
        return fixed(self.brand.measures.amount_bar)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """The bar, and behind it the whole that it is out of."""
        roles = self.brand.roles
        whole = [self._bar(self.whole, 2, width, height, roles.mark_quiet)] if self.whole else []
        bar = [self._bar(self.amount, 1, width, height, roles.mark)] if self.amount.value else []
        return (*whole, *bar)

    def _bar(self, amount: Datum, row: int, width: float, height: float, ink: Ink) -> Shape:
        length = float(amount.value / self.scale) * width
        drawn = rectangle(0, 0, printed_end(0, length), height)
        return Shape(drawn, fill=ink, cell=(row, 1), by="width", widened=is_too_small(length))


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
    if not whole:
        _refuse_other_units(asked)
    return AmountBar(asked.brand, alternative, statistic.datum, _scale(asked), whole)


def _refuse_other_units(asked: Request) -> None:
    """Refuse a bar beside bars of another unit, which would look as if they were on one scale. Raises FigureError."""
    own = asked.statistic
    bars = [each.datum for each in asked.beside if each.kind == own.kind and "whole" not in each.data]
    if bars and unlike(bars[0].rule, own.datum.rule):
        message = f"a bar for {own.datum.text} would look as if it could be compared with that for {bars[0].text}"
        raise FigureError(message, "give it the whole that it is out of (`of:`), or take its `figure` out")


def _scale(asked: Request) -> Decimal:
    """That of all amounts beside it, and of the wholes that they are out of.

    An amount out of a whole without a unit has the scale of that whole, for another may count something else.
    """
    own = asked.statistic
    whole = own.data.get("whole")
    if whole and is_plain(whole.rule):
        return whole.value
    alike = [other for other in asked.beside if other.kind == own.kind]
    bars = [other.datum for other in alike if "whole" not in other.data or not is_plain(other.datum.rule)]
    wholes = [other.data["whole"] for other in (own, *alike) if "whole" in other.data]
    return scale_of(own.datum, [*bars, *(each for each in wholes if not is_plain(each.rule))])
