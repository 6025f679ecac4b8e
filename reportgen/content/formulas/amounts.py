"""Amounts: numbers with their rules in; what arithmetic makes of them, each with the one rule that it is written by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal

from reportgen.content.summaries import percent_rule
from reportgen.text.locale import MOST_DECIMALS, SCALES, NumberRule

EXACT = Context(prec=60)
LARGEST_POWER = 40  # of ten, on the way; a number on the page has 15 digits at most
FIGURES_SHOWN = 3

_KINDS = {"%": "a percentage", "pp": "a number of percentage points", "": "a plain number"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and how it is written. `labels` are the rows of a table that it comes from.

    A `bare` one is typed into a formula: it only scales, and has no decimals to hand on.
    """

    value: Decimal
    rule: NumberRule
    bare: bool = False
    labels: tuple[str, ...] = ()


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


class AmountError(ValueError):
    """Numbers that cannot be put together so: `message` says why, `hint` what to write."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(message)


def kind_of(rule: NumberRule) -> str:
    """What kind of number it is, in words. Only numbers of one kind can be added or compared."""
    return f"an amount in {rule.prefix}" if rule.prefix else _KINDS.get(rule.unit, rule.unit)


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
            if _plain(part):
                return _measured(value, whole)
    raise AmountError(f"{kind_of(first.rule)} times {kind_of(second.rule)} is nothing that has a name")


def divide(first: Quantity, second: Quantity) -> Quantity:
    """The quotient: of one kind a plain number, else of the kind of what is divided by a plain number. Decimals as
    `multiply` has them."""
    if second.value == 0:
        raise AmountError("this is divided by zero", "nothing can be; look at the numbers that it is worked out from")
    value = EXACT.divide(first.value, second.value)
    if not second.bare and _kind(first) == _kind(second):
        return _measured(value, Quantity(value, NumberRule()))
    if second.bare or _plain(second):
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
    if before.value == 0:
        raise AmountError("from zero there is no change in per cent", "give the difference instead")
    step = EXACT.subtract(after.value, before.value)
    percent = EXACT.multiply(EXACT.divide(step, abs(before.value)), Decimal(100))
    return Quantity(percent, percent_rule(percent))


def rounded(amount: Quantity, step: Quantity) -> Quantity:
    """The nearest multiple of `step`, half up, with the decimals of the step."""
    if step.value <= 0:
        raise AmountError("a number is rounded to a step above zero", "write `round(x, 100)` for hundreds")
    if not step.bare and not _plain(step):
        _need_one_kind("rounded to each other", amount, step)
    times = EXACT.divide(abs(amount.value), step.value).quantize(Decimal(1), ROUND_HALF_UP, EXACT)
    value = EXACT.multiply(times, step.value)
    rule = replace(amount.rule, decimals=_decimals_of(step.value, amount.rule.scale))
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


def common(amounts: Iterable[Quantity]) -> NumberRule:
    """The rule of numbers of one kind that are added or stand in one series.

    It has the smallest power of ten among them, and the decimals that the finest of them needs.
    """
    rules = list(dict.fromkeys(each.rule for each in amounts))
    base = min(rules, key=lambda rule: rule.scale)
    finest = max(rule.decimals - rule.scale for rule in rules)
    return NumberRule(base.prefix, base.unit, base.scale, min(MOST_DECIMALS, max(0, finest + base.scale)), base.long)


def written_like(amount: Quantity, sample: NumberRule) -> Quantity:
    """The number written as the sample is. A plain number takes the sample's currency or unit, another keeps its own.

    Raises AmountError when the two have different ones.
    """
    if not _plain_rule(sample) and not _plain(amount) and _kind(amount) != (sample.prefix, sample.unit):
        raise AmountError(f"the number is {kind_of(amount.rule)}, and the sample is {kind_of(sample)}")
    kind = amount.rule if _plain_rule(sample) else sample
    return replace(amount, rule=replace(sample, prefix=kind.prefix, unit=kind.unit))


def like_fractions(found: Sequence[Quantity], sample: NumberRule) -> Quantity | None:
    """The largest of plain numbers that a sample makes percentages of, if all are so small that they look like parts
    of one: 0.82 would be written 0.8%, and 82% may be meant. None if there is nothing to ask."""
    if sample.unit != "%" or not all(_plain(each) and abs(each.value) <= 1 for each in found):
        return None
    largest = max(found, key=lambda each: abs(each.value), default=None)
    return largest if largest and largest.value else None


def _need_one_kind(act: str, first: Quantity, second: Quantity) -> None:
    if _kind(first) != _kind(second):
        message = f"{kind_of(first.rule)} and {kind_of(second.rule)} cannot be {act}"
        raise AmountError(message, "both must be counted in the same unit")


def _kind(amount: Quantity) -> tuple[str, str]:
    return (amount.rule.prefix, amount.rule.unit)


def _plain(amount: Quantity) -> bool:
    return _plain_rule(amount.rule)


def _plain_rule(rule: NumberRule) -> bool:
    return not rule.prefix and not rule.unit


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
    decimals = min(wanted, _decimals_of(value, rule.scale), MOST_DECIMALS)
    return _result(value, NumberRule(rule.prefix, rule.unit, rule.scale, decimals, rule.long), bare)


def _decimals_of(value: Decimal, scale: int) -> int:
    """How many decimals it takes to write the value whole in that power of ten."""
    exponent = value.scaleb(-scale, EXACT).normalize(EXACT).as_tuple().exponent
    return min(MOST_DECIMALS, max(0, -exponent if isinstance(exponent, int) else 0))
