"""Data for every kind of figure that there is, and the figures that it makes of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from figure_samples import brand, place_block
from generated import Nasty, nasty, number, statistic_of

from reportgen.content.kinds import KINDS
from reportgen.content.report import Areas, Datum, Point, Series, Statistic
from reportgen.figures.base import FigureError, MarkFigure
from reportgen.figures.make import figure_of
from reportgen.text.locale import NumberRule, format_number
from reportgen.text.words import words

PLAIN, PERCENT = NumberRule(), NumberRule(unit="%", decimals=1)

LIKE = {
    "line": Nasty("line", sizes=(2, 3, 8, 25, 40), years=True),
    "area": Nasty("area", sizes=(2, 3, 8, 25, 40), years=True, negative=False),
    "slope": Nasty("slope", sets=(2, 2), sizes=(1, 2, 3, 5, 8), years=False, guides=False, gaps=False),
    "dumbbell": Nasty("dumbbell", sets=(2, 2), sizes=(1, 2, 3, 5, 8, 13), years=False, guides=False),
    "spark": Nasty("spark", sizes=(8, 25, 40), years=True, guides=False),
    "columns": Nasty("columns"),
    "bars": Nasty("bars", intervals=True),
    "diverging": Nasty("diverging", sizes=(2, 3, 5, 8, 13, 25, 40), negative=False),
    "table": Nasty("table", sets=(1, 3), guides=False),
    "stacked": Nasty("stacked", sets=(2, 4), sizes=(1, 2, 3, 5), negative=False, gaps=False, guides=False, years=False),
    "bridge": Nasty("bridge", sizes=(3, 5, 8), gaps=False, guides=False, years=False, negative=False),
}
"""What the generator may give each kind that is drawn from series."""


DRAWN = [name for name, kind in KINDS.items() if kind.is_drawn]
"""The kinds that are drawn."""


def subjects(kind: str, seeds: Iterable[int]) -> Iterator[Statistic]:
    """A statistic of a kind for each seed."""
    return (subject(kind, seed) for seed in seeds)


def subject(kind: str, seed: int) -> Statistic:
    """A statistic of a kind with data from a seed; the numbers of a series are written out to their last digit."""
    dice = random.Random(f"{kind} of {seed}")
    if kind in LIKE:
        made = nasty(seed, LIKE[kind])
        return _adjusted(made)
    made = with_values(kind, _values_of(kind, dice))
    return replace(made, form=dice.choice(["", "bar", "ring"])) if kind == "share" else made


def values(statistic: Statistic) -> list[Decimal]:
    """The numbers that the author gives: those of its series in order, or those that its data are worked out from."""
    if statistic.sets:
        return [point.datum.value for series in statistic.sets for point in series.points if point.datum]
    return [statistic.data[name].value for name in _GIVEN[statistic.figure]]


def changed(statistic: Statistic, index: int, value: Decimal) -> Statistic:
    """The statistic with one of its `values` replaced, and all that is worked out from it worked out again."""
    if not statistic.sets:
        given = values(statistic)
        made = with_values(statistic.figure, [*given[:index], value, *given[index + 1 :]])
        return replace(made, form=statistic.form)
    count = iter(range(len(values(statistic))))

    def point(old: Point) -> Point:
        if old.datum is None or next(count) != index:
            return old
        datum = number(value, old.datum.rule)
        return replace(old, datum=datum, low=None, high=None)

    sets = tuple(Series(series.name, tuple(map(point, series.points))) for series in statistic.sets)
    made = replace(statistic, sets=sets, datum=_first(sets), data={**statistic.data, "value": _first(sets)})
    return _summed(made) if made.figure == "bridge" else made


_GIVEN = {
    "change": ("before", "value"), "share": ("value", "whole"), "count": ("value", "each"), "amount": ("value", "whole"),
}  # fmt: skip
"""The numbers that an author gives a figure of one number."""


def with_values(kind: str, given: list[Decimal], rule: NumberRule = PLAIN) -> Statistic:
    """A statistic of one of the kinds that are drawn from few numbers; what follows from them is worked out."""
    if kind == "map":
        return _map(given)
    data = {name: number(value, rule) for name, value in zip(_GIVEN[kind], given, strict=True)}
    value = data["value"]
    if kind == "change":
        before = data["before"]
        data["change"] = number(value.value - before.value, rule)
        data["change_percent"] = _percent((value.value / before.value - 1) * 100)
    if kind == "share":
        data["share"] = _percent(value.value / data["whole"].value * 100)
    keys = {"whole_label": "people in work", "since": "2010", "symbol": "user"}
    return replace(statistic_of(kind, (), value, **keys), data=data)


def _adjusted(statistic: Statistic) -> Statistic:
    """Data that the kind can draw: gains and losses in turn, and the end of a bridge that its steps lead to."""
    if statistic.figure in ("diverging", "bridge"):
        for index, value in enumerate(values(statistic)):
            if index % 2:
                statistic = changed(statistic, index, -value)
    return statistic


def _summed(statistic: Statistic) -> Statistic:
    """A bridge whose last value is the sum of the others."""
    (series,) = statistic.sets
    *steps, end = series.points
    rule = _first(statistic.sets).rule
    total = sum((point.datum.value for point in steps if point.datum), Decimal(0))
    points = (*steps, replace(end, datum=number(total, rule)))
    return replace(statistic, sets=(replace(series, points=points),))


def drawn(statistic: Statistic, width: float) -> Iterator[tuple[MarkFigure, float]]:
    """The figure with its usual height, foot included; nothing where the kind refuses it."""
    try:
        figure = figure_of(statistic, brand(), words(statistic.language))
        height = figure.measure(width).normal
    except FigureError:
        return
    assert isinstance(figure, MarkFigure)
    yield figure, height + figure.foot


@cache
def _place() -> Areas:
    block = place_block()
    assert block.boundary is not None
    return Areas(block.boundary, None, (), ())


def _map(given: list[Decimal]) -> Statistic:
    names = [feature.name for feature in _place().boundary.data]
    points = tuple(Point(name, number(value)) for name, value in zip(names, given, strict=True))
    return replace(statistic_of("map", [Series("", points)]), areas=_place())


def _values_of(kind: str, dice: random.Random) -> list[Decimal]:
    match kind:
        case "change":
            before = dice.choice([12, 913600, 28_000_000])
            return [Decimal(before), Decimal(round(before * dice.choice([0.4, 0.9, 1.12, 2.5])))]
        case "share":
            whole = dice.choice([400, 1_025_000])
            return [Decimal(round(whole * dice.choice([0.02, 0.05, 0.31, 0.5, 0.97]))), Decimal(whole)]
        case "count":
            each = dice.choice([1, 10, 1000])
            return [Decimal(round(each * dice.uniform(1.2, 40))), Decimal(each)]
        case "amount":
            whole = dice.choice([28, 100, 5_000_000])
            return [Decimal(round(whole * dice.uniform(0.1, 1))), Decimal(whole)]
        case "map":
            return [Decimal(dice.randint(8, 90)) for _ in _place().boundary.data]
    raise AssertionError(f"no data are made for the kind {kind}")


def _percent(value: Decimal) -> Datum:
    step = Decimal("0.1")
    return Datum("value", value, format_number(value.quantize(step, ROUND_HALF_UP), PERCENT, "en-GB"), PERCENT)


def _first(sets: tuple[Series, ...]) -> Datum:
    return next(point.datum for series in sets for point in series.points if point.datum)
