"""What is done to series as a whole: labels for names, the order of time, of values and of names, the first few."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.content.quantities import exact
from reportgen.content.report import Datum, Point, Series
from reportgen.content.series.raw import SeriesError

ORDERS = ("value", "given", "name")


def transpose(series: Sequence[Series]) -> tuple[Series, ...]:
    """Labels for names and names for labels; the values stay the same."""
    columns = zip(*(each.points for each in series), strict=True)

    def turned(point: Point, each: Series) -> Point:
        return replace(point, label=each.name, period=each.period, at=None)

    return tuple(Series(points[0].label, tuple(map(turned, points, series)), points[0].period) for points in columns)


def in_order(
    series: Sequence[Series], order: str, given: Sequence[str], by: int = 0, last: Collection[str] = ()
) -> tuple[Series, ...]:
    """Labels by the values of the series `by`, the largest first and gaps last; by name; or as they are `given`.

    A period that is missing among those that are given has no place in any of these orders. Those that come `last`
    whatever they are keep their order; as they are given means all of them.
    """
    points = series[by].points
    rank_of = {label: at for at, label in reversed([*enumerate(given)])}
    ranks = [at for at, point in enumerate(points) if point.label in rank_of]
    if order == "value":
        ranks.sort(key=lambda at: _largest_first(points[at].datum))
    elif order == "name":
        ranks.sort(key=lambda at: _as_sorted(points[at].label))
    else:
        last = ()
        ranks.sort(key=lambda at: rank_of[points[at].label])
    ordered = tuple(replace(each, points=tuple(each.points[at] for at in ranks)) for each in series)
    return followed(*divided(ordered, last))


def divided(series: Sequence[Series], others: Collection[str]) -> tuple[tuple[Series, ...], tuple[Series, ...]]:
    """The points whose labels are none of `others`, and those whose labels are."""
    first = (replace(each, points=tuple(p for p in each.points if p.label not in others)) for each in series)
    last = (replace(each, points=tuple(p for p in each.points if p.label in others)) for each in series)
    return tuple(first), tuple(last)


def followed(series: Sequence[Series], others: Sequence[Series]) -> tuple[Series, ...]:
    """The points of each, and after them those of its other part."""
    pairs = zip(series, others, strict=True)
    return tuple(replace(each, points=(*each.points, *other.points)) for each, other in pairs)


def first(series: Sequence[Series], count: int) -> tuple[Series, ...]:
    """The first `count` labels alone."""
    return tuple(replace(each, points=each.points[:count]) for each in series)


def top(series: Sequence[Series], count: int, rest: str, language: str) -> tuple[Series, ...]:
    """The first `count` labels, and the sum of all others as `rest`. Raises SeriesError where there is no sum."""
    labels = [point.label for point in series[0].points]
    if count >= len(labels):
        return tuple(series)
    if rest in labels:
        hint = "leave that one out, or do without `top`"
        raise SeriesError("top", f"`top` makes an entry `{rest}` of the rest, and there is one already", hint)
    return tuple(_cut(each, count, rest, language) for each in series)


def _cut(series: Series, count: int, rest: str, language: str) -> Series:
    left = series.points[count:]
    data = [point.datum for point in left if point.datum]
    gap = next((point.label for point in left if not point.datum), "")
    if gap:
        raise SeriesError("top", f"`top` adds up the rest, and `{gap}` has no value", "leave it out, or raise `top`")
    total = sum((datum.value for datum in data), Decimal(0))
    rule = replace(data[0].rule.derived, decimals=max(datum.rule.decimals for datum in data))
    summed = Datum.written(rest, total, exact(rule, total), language)
    return replace(series, points=(*series.points[:count], Point(rest, summed)))


def _largest_first(datum: Datum | None) -> tuple[bool, Decimal]:
    return datum is None, -datum.standing if datum else Decimal(0)


def _as_sorted(label: str) -> tuple[str, str]:
    """Without accents, and lower case: `Évreux` stands with `E`."""
    bare = "".join(char for char in unicodedata.normalize("NFD", label) if not unicodedata.combining(char))
    return bare.casefold(), label
