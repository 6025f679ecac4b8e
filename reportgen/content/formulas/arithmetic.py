"""Arithmetic on quantities: adds, divides and rounds them, and says by which rule the result is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from reportgen.content.quantities import EXACT, AmountError, Quantity, common, decimals_of, is_plain, kind_of, unlike
from reportgen.content.summaries import percent_rule
from reportgen.text.locale import MOST_DECIMALS, SCALES, NumberRule
from reportgen.text.units import has_ratios

LARGEST_POWER = 40  # of ten, on the way; a number on the page has 15 digits at most
FIGURES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Cells:
    """A column of a table: a label and an amount for each row, None where there is no value.

    `total` is the label of a row that looks like the sum of the others, and `cure` what to write against it.
    """

    name: str
    labels: Sequence[str]
    amounts: Sequence[Quantity | None]
    total: str = ""
    cure: str = ""


def add(first: Quantity, second: Quantity) -> Quantity:
    """The sum: of one kind, or a percentage and percentage points. It has the decimals of the finer one."""
    if {first.rule.unit, second.rule.unit} == {"%", "pp"}:
        return _result(EXACT.add(first.value, second.value), replace(common([first, second]), unit="%"))
    _need_one_kind("added", first, second)
    return _result(EXACT.add(first.value, second.value), common([first, second]), first.bare and second.bare)


def subtract(first: Quantity, second: Quantity) -> Quantity:
    """The difference, with the decimals of the finer one; that of two percentages is in percentage points."""
    value = EXACT.subtract(first.value, second.value)
    units = (first.rule.unit, second.rule.unit)
    if units in (("%", "%"), ("%", "pp")):
        return _result(value, replace(common([first, second]), unit="pp" if units == ("%", "%") else "%"))
    _need_one_kind("subtracted", first, second)
    return _result(value, common([first, second]), first.bare and second.bare)


def multiply(first: Quantity, second: Quantity) -> Quantity:
    """The product. A bare number scales; a percentage takes that part of the other; else one must be a plain number.

    It has the decimals of what is scaled, or those that three figures need, and none that it can do without.
    """
    value = EXACT.multiply(first.value, second.value)
    if first.bare or second.bare:
        scaled = second if first.bare else first
        return _measured(value, scaled, first.bare and second.bare)
    if "pp" not in (first.rule.unit, second.rule.unit):
        for part, whole in ((second, first), (first, second)):
            if part.rule.unit == "%":
                return _measured(EXACT.divide(value, Decimal(100)), whole)
        for part, whole in ((second, first), (first, second)):
            if is_plain(part.rule):
                return _measured(value, whole)
    raise AmountError(f"{kind_of(first.rule)} times {kind_of(second.rule)} is nothing that has a name")


def divide(first: Quantity, second: Quantity) -> Quantity:
    """The quotient: of one kind a plain number, else of the kind of what is divided by a plain number. Decimals as
    `multiply` has them."""
    if second.value == 0:
        raise AmountError("this is divided by zero", "nothing can be; look at the numbers that it is worked out from")
    value = EXACT.divide(first.value, second.value)
    if not second.bare and not unlike(first.rule, second.rule):
        return _measured(value, Quantity(value, NumberRule()))
    if second.bare or is_plain(second.rule):
        return _measured(value, first, first.bare and second.bare)
    if second.rule.unit == "%" and first.rule.unit != "pp":
        return _measured(EXACT.multiply(value, Decimal(100)), first)
    raise AmountError(f"{kind_of(first.rule)} divided by {kind_of(second.rule)} is nothing that has a name")


def negative(amount: Quantity) -> Quantity:
    """The number with the other sign."""
    return replace(amount, value=-amount.value if amount.value else amount.value, labels=())


def share(part: Quantity, whole: Quantity) -> Quantity:
    """What per cent of the whole the part is, written by `percent_rule`."""
    _need_one_kind("compared", part, whole)
    if whole.value <= 0:
        raise AmountError("nothing can be a share of zero, or of less", "name the whole second: `share(part, whole)`")
    percent = EXACT.multiply(EXACT.divide(part.value, whole.value), Decimal(100))
    return Quantity(percent, percent_rule(percent))


def change(before: Quantity, after: Quantity) -> Quantity:
    """By how many per cent the number has changed, written by `percent_rule`."""
    if before.rule.unit == after.rule.unit == "%":
        hint = "write `after - before`, which is in percentage points"
        raise AmountError("the change of a percentage in per cent is taken for percentage points", hint)
    _need_one_kind("compared", before, after)
    if not has_ratios(after.rule.unit):
        message = f"{kind_of(after.rule)} does not change in per cent: it has no true zero"
        raise AmountError(message, "write `after - before`")
    if before.value == 0:
        raise AmountError("from zero there is no change in per cent", "give the difference instead")
    step = EXACT.subtract(after.value, before.value)
    percent = EXACT.multiply(EXACT.divide(step, abs(before.value)), Decimal(100))
    return Quantity(percent, percent_rule(percent))


def rounded(amount: Quantity, step: Quantity) -> Quantity:
    """The nearest multiple of `step`, half up, with the decimals of the step."""
    if step.value <= 0:
        raise AmountError("a number is rounded to a step above zero", "write `round(x, 100)` for hundreds")
    if not step.bare and not is_plain(step.rule):
        _need_one_kind("rounded to each other", amount, step)
    times = EXACT.divide(abs(amount.value), step.value).quantize(Decimal(1), ROUND_HALF_UP, EXACT)
    value = EXACT.multiply(times, step.value)
    rule = replace(amount.rule, decimals=decimals_of(step.value, amount.rule.scale))
    return Quantity(-value if amount.value < 0 and value else value, rule, amount.bare, amount.labels)


def total(amounts: Sequence[Quantity]) -> Quantity:
    """The sum of several, with the decimals of the finest."""
    for other in amounts[1:]:
        _need_one_kind("added", amounts[0], other)
    value = Decimal(0)
    for each in amounts:
        value = EXACT.add(value, each.value)
    return _result(value, common(amounts), all(each.bare for each in amounts))


def mean(amounts: Sequence[Quantity]) -> Quantity:
    """The mean of several, with the decimals of a quotient."""
    added = total(amounts)
    return _measured(EXACT.divide(added.value, Decimal(len(amounts))), added, added.bare)


def _need_one_kind(act: str, first: Quantity, second: Quantity) -> None:
    if unlike(first.rule, second.rule):
        message = f"{kind_of(first.rule)} and {kind_of(second.rule)} cannot be {act}"
        raise AmountError(message, "both must be counted in the same unit")


def _result(value: Decimal, rule: NumberRule, bare: bool = False) -> Quantity:
    if value and abs(value.adjusted()) > LARGEST_POWER:
        raise AmountError("this comes to a number of more than 40 digits", "look at what is multiplied here")
    return Quantity(value, rule, bare)


def _measured(value: Decimal, like: Quantity, bare: bool = False) -> Quantity:
    """A product or quotient of the kind of `like`: its own decimals, or as many as three figures need."""
    rule = like.rule
    if rule.scale and abs(value) < Decimal(10) ** rule.scale:
        smaller = [scale for scale in SCALES if scale < rule.scale and abs(value) >= Decimal(10) ** scale]
        rule = replace(rule, scale=max(smaller, default=0))
    shown = FIGURES_SHOWN - 1 - value.scaleb(-rule.scale, EXACT).adjusted() if value else 0
    wanted = max(0, rule.decimals if rule.scale == like.rule.scale else 0, shown)
    decimals = min(wanted, decimals_of(value, rule.scale), MOST_DECIMALS)
    return _result(value, NumberRule(rule.prefix, rule.unit, rule.scale, decimals, rule.long), bare)
