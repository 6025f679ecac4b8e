"""Whether the amounts of a list can be compared by bars, and why not."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.content.quantities import is_plain, unlike
from reportgen.content.report import Datum
from reportgen.text.units import has_ratios

LEAST_BAR = Decimal(4)
"""The shortest bar of a list, in mm: where the smallest amount would have a shorter one, none has a bar."""


_WIDEST = 120
"""Wider than this, in mm, the amounts of a list are on no page."""


def why_no_bars(amounts: Sequence[Datum]) -> str:
    """Why amounts cannot be compared by bars, as a clause; "" where they can.

    Numbers without a unit are told apart by their words, so that only the author knows whether they count the same.
    """
    below = next((amount for amount in amounts if amount.value < 0), None)
    other = next((each for each in amounts if unlike(each.rule, amounts[0].rule)), None)
    if other:
        return f"{amounts[0].text} and {other.text} have different units, and cannot be compared"
    if amounts and not has_ratios(amounts[0].rule.unit):
        return f"{amounts[0].text} has no zero that its bar could begin at"
    if below:
        return f"{below.text} is below zero, where bars begin"
    if len(amounts) < 2:
        return "one amount alone has nothing to be compared with"
    if not any(amount.value for amount in amounts):
        return "all amounts are zero, and bars have no length"
    if least_width(amounts) > _WIDEST:
        most, least = (pick(filter(_is_drawn, amounts), key=_size) for pick in (max, min))
        return f"beside the bar of {most.text} that of {least.text} would be under {LEAST_BAR} mm"
    return ""


def _is_drawn(amount: Datum) -> bool:
    return amount.value > 0


def _size(amount: Datum) -> Decimal:
    return amount.value


def why_not_asked(amounts: Sequence[Datum]) -> str:
    """Why amounts that could be compared have no bars unless the author asks for them; "" where they have."""
    if amounts and is_plain(amounts[0].rule):
        return f"{amounts[0].text} and {amounts[1].text} have no unit, and may count different things"
    return ""


def least_width(amounts: Sequence[Datum]) -> Decimal:
    """How wide the longest bar of a list must be, in mm, for its shortest to be no shorter than the least."""
    lengths = [amount.value for amount in amounts if amount.value > 0]
    return LEAST_BAR * max(lengths) / min(lengths)
