"""Where a scale starts, its gridlines, and how its values are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from math import floor, log10

from reportgen.content.report import Datum
from reportgen.text.locale import MOST_DECIMALS, NumberRule

_CUT = Decimal("0.5")
"""A scale starts above zero when the least value is more than this share of the greatest."""
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
"""A step between gridlines is one of these, times a power of ten: steps that a reader can halve in the head."""
_EXACT = Context(prec=60)
_MILLION = Decimal(10) ** 6
_WORDS = (12, 9, 6)
"""The powers of ten that an axis writes as a word, so that its labels stay short."""


def scale_start(values: Sequence[Decimal]) -> Decimal:
    """Zero, or for values that differ but lie close together a round number under the least of them."""
    least, most = min(values), max(values)
    reach = most - least
    if least <= most * _CUT or least <= 0 or not reach:
        return Decimal(0)
    step = Decimal(10) ** floor(log10(reach)) / 2
    start = (least - reach * Decimal("0.15")) // step * step
    return max(start, Decimal(0))


def start_under(values: Sequence[Decimal]) -> Decimal:
    """A round number under the least of the values, for a scale on which only differences are read; never below zero.

    Zero where values do not differ or the least is not above it.
    """
    least, reach = min(values), max(values) - min(values)
    if least <= 0 or not reach:
        return Decimal(0)
    step = Decimal(10) ** floor(log10(reach)) / 2
    return least // step * step


def round_step(reach: Decimal, count: int) -> Decimal:
    """The least of 1, 2, 2.5 and 5 times a power of ten of which `count` cover `reach`; `reach` is above zero."""
    least = reach / count
    power = Decimal(10) ** floor(log10(least))
    return next((step * power for step in _STEPS if step * power >= least), 10 * power)


def ticks(low: Decimal, high: Decimal, count: int = 4) -> tuple[Decimal, ...]:
    """The multiples of a round step from `low` to `high`, both counted: at most `count`, zero where it lies within.

    Where the ends do not differ there is one, `low` itself.
    """
    if high <= low:
        return (low,)
    step = round_step(high - low, count)
    while len(found := _multiples(low, high, step)) > count:
        step = round_step(step * count * Decimal("1.01"), count)
    return found


def axis_rule(values: Iterable[Decimal], rule: NumberRule) -> NumberRule:
    """How the round values of an axis are written: as the data are, with no decimal that says nothing.

    Whole numbers from a million on are written in millions, billions or trillions. Currency and `%` stay.
    """
    found = list(values)
    greatest = max((abs(value) for value in found), default=Decimal(0))
    scale = rule.scale or next((power for power in _WORDS if greatest >= Decimal(10) ** power), 0)
    decimals = max((decimals_of(value, scale) for value in found), default=0)
    return replace(rule.derived, scale=scale, decimals=min(decimals, MOST_DECIMALS), long=False)


def start_rule(value: Decimal, rule: NumberRule) -> NumberRule:
    """How a sentence writes where a scale starts: in full, from a million on in words ("1.65 million")."""
    if rule.scale == 0 and not rule.unit and abs(value) >= _MILLION:
        rule = axis_rule([value], replace(rule, decimals=0))
        if rule.decimals <= 2:
            return replace(rule, long=True)
        rule = replace(rule, scale=0, decimals=0)
    decimals = max(rule.decimals, decimals_of(value, rule.scale))
    return replace(rule.derived, decimals=min(decimals, MOST_DECIMALS))


def decimals_of(value: Decimal, scale: int = 0) -> int:
    """How many decimals a value needs when it is counted in tens to the power of `scale`."""
    exponent = value.scaleb(-scale).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def printed(datum: Datum) -> Decimal:
    """The number as its text has it: rounded half up to the decimals of its rule."""
    least = Decimal(1).scaleb(datum.rule.scale - datum.rule.decimals)
    value = abs(datum.value).quantize(least, ROUND_HALF_UP, _EXACT)
    return -value if datum.value < 0 else value


def _multiples(low: Decimal, high: Decimal, step: Decimal) -> tuple[Decimal, ...]:
    first = (low / step).to_integral_value(ROUND_CEILING)
    last = (high / step).to_integral_value(ROUND_FLOOR)
    return tuple(step * index for index in range(int(first), int(last) + 1))
