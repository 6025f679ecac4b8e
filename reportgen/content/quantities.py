"""Quantities: numbers with the rules that they are written by, their kinds, and rules for several together.

What adds and divides them is `reportgen.content.formulas.arithmetic`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal

from reportgen.problems import HintedError
from reportgen.text.hedges import NUMBER, side_of
from reportgen.text.locale import MOST_DECIMALS, NumberRule, format_number
from reportgen.text.units import ORDINAL, POINTS

EXACT = Context(prec=60)

_NEAR = 20
"""Zeros at the end of a number may be rounded off where that changes it by no more than one part in so many."""

_FAR = 10
"""The true number may be so far from one that it is said to be above or below: by one part in so many."""

_KINDS = {
    "%": "a percentage",
    POINTS: "a number of percentage points",
    ORDINAL: "a place in an order",
    "": "a plain number",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and how it is written. `labels` are the rows of a table that it comes from.

    A `bare` one is typed into a formula: it only scales, and has no decimals to hand on.
    """

    value: Decimal
    rule: NumberRule
    bare: bool = False
    labels: tuple[str, ...] = ()

    def text(self, language: str) -> str:
        """The number as its rule and the language have it."""
        return format_number(self.value, self.rule, language)


class AmountError(HintedError):
    """Numbers that cannot be put together so."""


def kind_of(rule: NumberRule) -> str:
    """What kind of number it is, in words. Only numbers of one kind can be added or compared."""
    if rule.prefix:
        return f"an amount in {rule.prefix}{f' {rule.unit}' if rule.unit else ''}"
    return _KINDS.get(rule.unit) or f"a number in {rule.unit}"


def unlike(first: NumberRule, second: NumberRule) -> bool:
    """Whether two numbers are of different kinds: pounds and per cents, say."""
    return (first.prefix, first.unit) != (second.prefix, second.unit)


def is_plain(rule: NumberRule) -> bool:
    """Whether a number has neither currency nor unit."""
    return not rule.prefix and not rule.unit


def decimals_of(value: Decimal, scale: int) -> int:
    """How many decimals it takes to write the value whole in that power of ten."""
    exponent = value.scaleb(-scale, EXACT).normalize(EXACT).as_tuple().exponent
    return min(MOST_DECIMALS, max(0, -exponent if isinstance(exponent, int) else 0))


def exact(rule: NumberRule, value: Decimal, most: int = MOST_DECIMALS) -> NumberRule:
    """The rule with as many decimals as the value needs."""
    return replace(rule, decimals=min(most, max(rule.decimals, decimals_of(value, rule.scale))))


def common(amounts: Iterable[Quantity]) -> NumberRule:
    """The rule of the result where numbers of one kind are added, and of a computed column.

    It has the smallest power of ten among them, and the decimals that the finest of them needs.
    """
    rules = list(dict.fromkeys(each.rule for each in amounts))
    base = min(rules, key=lambda rule: rule.scale)
    finest = max(rule.decimals - rule.scale for rule in rules)
    return NumberRule(base.prefix, base.unit, base.scale, min(MOST_DECIMALS, max(0, finest + base.scale)), base.long)


def written_like(amount: Quantity, sample: NumberRule) -> Quantity:
    """The number written as the sample is, but that a sign which its author wrote stays.

    A plain number takes the sample's currency or unit, another keeps its own. Raises AmountError when the two have
    different ones.
    """
    if not is_plain(sample) and not is_plain(amount.rule) and unlike(amount.rule, sample):
        raise AmountError(f"the number is {kind_of(amount.rule)}, and the sample is {kind_of(sample)}")
    kind = amount.rule if is_plain(sample) else sample
    said = amount.rule.said if NUMBER in amount.rule.said else ""
    rule = replace(sample, prefix=kind.prefix, unit=kind.unit, said=said, plus=sample.plus or amount.rule.plus)
    return replace(amount, rule=seen(rule, amount.value))


def seen(rule: NumberRule, value: Decimal) -> NumberRule:
    """The rule with the decimals that a percentage needs so as not to read 0% when it is something, nor 100% when it is
    not all of it, as far as the most decimals that a number may have let it."""
    size, decimals = abs(value), rule.decimals
    if rule.unit != "%" or size in (0, 100):
        return rule
    while decimals < MOST_DECIMALS and _rounded(size, -decimals) in (0, 100):
        decimals += 1
    return replace(rule, decimals=decimals)


def told_apart(first: Quantity, second: Quantity, language: str) -> tuple[str, str]:
    """The texts of two unequal numbers with as many decimals as it takes to see that they differ."""
    place = min(each.rule.scale - each.rule.decimals for each in (first, second))
    while _rounded(first.value, place) == _rounded(second.value, place):
        place -= 1
    one, other = (replace(each, rule=replace(each.rule, decimals=each.rule.scale - place)) for each in (first, second))
    return one.text(language), other.text(language)


def agrees(stated: Quantity, exact_one: Quantity, language: str) -> bool:
    """Whether a number is the other one, or that one rounded to its own decimals or significant figures (20,000 for
    19,876), or is rounded by the other's decimals. Of `more than £30m` the other has to be above, and not far from it.
    """
    if stated.value == exact_one.value:
        return True
    side = side_of(stated.rule.said, language) if stated.rule.said else 0
    if side:
        beyond = (exact_one.value - stated.value) * side
        last = stated.value.normalize(EXACT).as_tuple().exponent
        step = Decimal(1).scaleb(last) if isinstance(last, int) else Decimal(0)
        return beyond >= 0 and (beyond < step or beyond * _FAR <= abs(exact_one.value))
    if _rounded(exact_one.value, stated.rule.scale - stated.rule.decimals) == stated.value:
        return True
    if _rounded(stated.value, exact_one.rule.scale - exact_one.rule.decimals) == exact_one.value:
        return True
    place = stated.value.normalize(EXACT).as_tuple().exponent
    near = abs(stated.value - exact_one.value) * _NEAR <= abs(exact_one.value)
    return near and isinstance(place, int) and _rounded(exact_one.value, place) == stated.value


def _rounded(value: Decimal, place: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(place), ROUND_HALF_UP, EXACT)


def in_unit(amount: Quantity, unit: NumberRule) -> Quantity:
    """The number with a unit that is named for it: `GW`, `£m`, `thousand tonnes`.

    A plain number takes it, and an amount of money what it is counted by (`per hour`); one that has it stays. Raises
    AmountError.
    """
    rule = amount.rule
    if is_plain(rule) and not amount.rule.wording:
        scale, long = (rule.scale, rule.long) if rule.scale else (unit.scale, unit.long)
        grown = EXACT.scaleb(amount.value, 0 if rule.scale else unit.scale)
        whole = Decimal(f"{grown:f}")
        return replace(
            amount, value=whole, rule=replace(rule, prefix=unit.prefix, unit=unit.unit, scale=scale, long=long)
        )
    if rule.prefix and not rule.unit and unit.unit and not unit.prefix:
        return replace(amount, rule=replace(rule, unit=unit.unit))
    if unlike(rule, unit):
        raise AmountError(
            f"the number is {kind_of(rule)}, and `unit` says {kind_of(unit)}", "let them agree, or leave one out"
        )
    return amount


def fractions_message(found: Sequence[Quantity], sample: NumberRule, language: str) -> str:
    """What to ask where plain numbers that a sample makes percentages of are all so small that they look like parts of
    one: 0.82 would be written 0.8%, and 82% may be meant. "" if there is nothing to ask."""
    if sample.unit != "%" or not all(is_plain(each.rule) and abs(each.value) <= 1 for each in found):
        return ""
    largest = max(found, key=lambda each: abs(each.value), default=None)
    if largest is None or not largest.value:
        return ""
    plain, percent = (format_number(largest.value, rule, language) for rule in (largest.rule, sample))
    meant = format_number(largest.value * 100, sample, language)
    return f"{plain} is written {percent} here, and {meant} may be meant"


FRACTIONS_HINT = "if so, make it a percentage by `= share(part, whole)`, or multiply it by 100"
