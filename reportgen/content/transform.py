"""Sets of points put in order: by value or name, the first few of them, as index numbers, written in one way.

Pure: `UnfitError` is raised for what cannot be done, with the key at which it is to be told.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.content.report import Datum, Point, Series
from reportgen.problems import did_you_mean
from reportgen.text.locale import MOST_DECIMALS, NumberRule, format_number

ORDERS = ("value", "given", "name")
_BASE = Decimal(100)


class UnfitError(ValueError):
    """What is asked for cannot be done with these data; `hint` says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def in_order(sets: Sequence[Series], order: str, by: int = 0) -> tuple[Series, ...]:
    """Labels by the values of the set `by`, the largest first and gaps last; by name; or as they are."""
    if order == "value":
        points = sets[by].points
        ranks = sorted(range(len(points)), key=lambda at: _largest_first(points[at].datum))
    elif order == "name":
        ranks = sorted(range(len(sets[0].points)), key=lambda at: _as_sorted(sets[0].points[at].label))
    else:
        return tuple(sets)
    return tuple(replace(each, points=tuple(each.points[at] for at in ranks)) for each in sets)


def first(sets: Sequence[Series], count: int) -> tuple[Series, ...]:
    """The first `count` labels alone."""
    return tuple(replace(each, points=each.points[:count]) for each in sets)


def top(sets: Sequence[Series], count: int, rest: str, language: str) -> tuple[Series, ...]:
    """The first `count` labels, and the sum of all others as `rest`. Raises `UnfitError` where there is no sum."""
    labels = [point.label for point in sets[0].points]
    if count >= len(labels):
        return tuple(sets)
    if rest in labels:
        hint = "leave that one out, or do without `top`"
        raise UnfitError(f"`top` makes an entry `{rest}` of the rest, and there is one already", hint)
    return tuple(_cut(each, count, rest, language) for each in sets)


def _cut(series: Series, count: int, rest: str, language: str) -> Series:
    left = series.points[count:]
    data = [point.datum for point in left if point.datum]
    gap = next((point.label for point in left if not point.datum), "")
    if gap:
        raise UnfitError(f"`top` adds up the rest, and `{gap}` has no value", "leave it out, or raise `top`")
    total = sum((datum.value for datum in data), Decimal(0))
    rule = replace(data[0].rule, decimals=max(datum.rule.decimals for datum in data), plus=False)
    summed = Datum(rest, total, format_number(total, exact(rule, total), language), exact(rule, total))
    return replace(series, points=(*series.points[:count], Point(rest, summed)))


def as_index(sets: Sequence[Series], base: str, language: str) -> tuple[Series, ...]:
    """Every set as index numbers: its value at the label `base` is 100. Raises `UnfitError`."""
    labels = [point.label for point in sets[0].points]
    if base not in labels:
        raise UnfitError(f"`index` names `{base}`, which `series` does not have", did_you_mean(base, labels))
    at = labels.index(base)
    return tuple(_indexed(each, each.points[at], language) for each in sets)


def _indexed(series: Series, base: Point, language: str) -> Series:
    of = f" of `{series.name}`" if series.name else ""
    if base.datum is None or base.datum.value <= 0:
        what = f"is {base.datum.text}" if base.datum else "is not available"
        raise UnfitError(
            f"`index` needs a value above zero, and that{of} for `{base.label}` {what}", "name another base"
        )
    per = _BASE / base.datum.value
    rule = NumberRule(decimals=1)

    def scaled(datum: Datum | None) -> Datum | None:
        if datum is None:
            return None
        value = (datum.value * per).quantize(Decimal(1).scaleb(-MOST_DECIMALS))
        return Datum(datum.name, value, format_number(value, rule, language), rule)

    points = (
        replace(point, datum=scaled(point.datum), low=scaled(point.low), high=scaled(point.high))
        for point in series.points
    )
    return replace(series, points=tuple(points))


def written_as(sets: Sequence[Series], rule: NumberRule, language: str) -> tuple[Series, ...]:
    """All values written by one rule. Raises `UnfitError` when the rule is of another kind of number."""

    def again(datum: Datum | None) -> Datum | None:
        if datum is None:
            return None
        if (datum.rule.unit == "%") != (rule.unit == "%") or (datum.rule.prefix or rule.prefix) != rule.prefix:
            raise UnfitError(
                f"`written` is another kind of number than {datum.text}", "write one of the numbers as it shall look"
            )
        return replace(datum, text=format_number(datum.value, rule, language), rule=rule)

    return tuple(
        replace(
            each,
            points=tuple(
                replace(point, datum=again(point.datum), low=again(point.low), high=again(point.high))
                for point in each.points
            ),
        )
        for each in sets
    )


def exact(rule: NumberRule, value: Decimal, most: int = MOST_DECIMALS) -> NumberRule:
    """The rule with as many decimals as the value needs."""
    exponent = value.scaleb(-rule.scale).normalize().as_tuple().exponent
    needed = -exponent if isinstance(exponent, int) else 0
    return replace(rule, decimals=min(most, max(rule.decimals, needed)))


def _largest_first(datum: Datum | None) -> tuple[bool, Decimal]:
    return datum is None, -datum.value if datum else Decimal(0)


def _as_sorted(label: str) -> tuple[str, str]:
    """Without accents, and lower case: `Évreux` stands with `E`."""
    bare = "".join(char for char in unicodedata.normalize("NFD", label) if not unicodedata.combining(char))
    return bare.casefold(), label
