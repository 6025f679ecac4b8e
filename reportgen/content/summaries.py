"""What follows from one series: first, last, least, most, mean, total and the change, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from reportgen.content.quantities import exact, seen
from reportgen.content.report import Datum, Point
from reportgen.text.locale import NumberRule
from reportgen.text.units import ORDINAL, POINTS, adds_up, has_ratios

NAMES = ("first", "last", "least", "most", "mean", "total", "change", "change_size", "change_percent")
TEXTS = ("least_name", "most_name")


@dataclass(frozen=True, slots=True)
class Summary:
    """Numbers by name, and texts by name."""

    data: Mapping[str, Datum] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


def summarise(points: Sequence[Point], language: str, over_time: bool) -> Summary:
    """The summary of a series; the change is from the first value to the last, over time only."""
    known = [(point.label, point.datum) for point in points if point.datum]
    if not known:
        return Summary()
    values = [datum for _, datum in known]
    least = min(known, key=lambda pair: pair[1].standing)
    most = max(known, key=lambda pair: pair[1].standing)
    data = {"first": values[0], "last": values[-1], "least": least[1], "most": most[1]}
    data = {name: replace(datum, name=name) for name, datum in data.items()}
    data |= dict(_sums(values, language))
    if over_time and len(values) > 1:
        data |= dict(changes(values[0], values[-1], language))
    return Summary(data, {"least_name": least[0], "most_name": most[0]})


def difference(name: str, value: Decimal, rule: NumberRule, language: str) -> Datum:
    """A difference of two numbers by their rule; of two percentages it is counted in percentage points."""
    rule = exact(rule.derived, value)
    if rule.unit == "%":
        rule = replace(rule, unit=POINTS)
    return Datum.written(name, value, rule, language)


def percent_rule(percent: Decimal) -> NumberRule:
    """Two significant figures, whole per cents at least; see `seen`."""
    size = abs(percent)
    decimals = next((places for places, least in enumerate((10, 1)) if size >= least), 2) if size else 0
    return seen(NumberRule(unit="%", decimals=decimals), percent)


def _sums(values: Sequence[Datum], language: str) -> Iterator[tuple[str, Datum]]:
    """The total, which percentages do not have, and the mean with one decimal more than the values."""
    total = sum((datum.value for datum in values), Decimal(0))
    places = max(datum.rule.decimals for datum in values)
    rule = replace(values[0].rule.derived, decimals=places)
    if adds_up(rule.unit):
        yield "total", Datum.written("total", total, exact(rule, total), language)
    if rule.unit == ORDINAL:
        return
    mean = total / len(values)
    yield "mean", Datum.written("mean", mean, exact(rule, mean, most=places + 1), language)


def changes(first: Datum, last: Datum, language: str) -> Iterator[tuple[str, Datum]]:
    """The change from one number to another by its names: as it is, without its sign, and in per cent of the first.

    Places in an order do not have it, and in per cent only what has ratios.
    """
    if last.rule.unit == ORDINAL:
        return
    change = last.value - first.value
    rule = replace(last.rule, decimals=max(first.rule.decimals, last.rule.decimals))
    yield "change", difference("change", change, rule, language)
    yield "change_size", difference("change_size", abs(change), rule, language)
    if first.value and has_ratios(last.rule.unit):
        percent = change / abs(first.value) * 100
        yield "change_percent", Datum.written("change_percent", percent, percent_rule(percent), language)
