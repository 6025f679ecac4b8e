"""What is done to series as a whole: labels for names, the order of time, of values and of names, the first few."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.content import periods
from reportgen.content.quantities import exact
from reportgen.content.report import Datum, Point, Series
from reportgen.content.series.raw import SeriesError

ORDERS = ("value", "given", "name")


def transpose(series: Sequence[Series]) -> tuple[Series, ...]:
    """Labels for names and names for labels; the values stay the same."""
    names, columns = [each.name for each in series], zip(*(each.points for each in series), strict=True)
    return tuple(
        Series(points[0].label, tuple(replace(point, label=name) for point, name in zip(points, names, strict=True)))
        for points in columns
    )


def in_order_of_time(series: Sequence[Series], language: str) -> tuple[Series, ...]:
    """Labels, and the names of series, that are periods in the order of time; a label that is missing is a gap."""
    if not series:
        return ()
    labels = periods.ordered_periods([point.label for point in series[0].points], language)
    named = {each.name: {point.label: point for point in each.points} for each in series}
    names = [name for name in periods.ordered_periods(tuple(named), language) if name in named]
    return tuple(
        Series(name, tuple(named[name].get(label) or Point(label, None) for label in labels)) for name in names
    )


def words_of_dates(series: Sequence[Series], language: str) -> Mapping[str, str]:
    """Labels, and names of series, that are dates as ISO 8601 writes them, each in words."""
    if not series:
        return {}
    labels, names = [point.label for point in series[0].points], [each.name for each in series]
    return {**periods.in_words(labels, language), **periods.in_words(names, language)}


def timed(series: Sequence[Series], words: Mapping[str, str], language: str) -> tuple[Series, ...]:
    """Every point with its time, and every date in `words`, by which it is known from then on."""
    if not series:
        return ()
    labels = [point.label for point in series[0].points]
    times = periods.times_of(labels, language) or (None,) * len(labels)

    def point_at(point: Point, at: int | None) -> Point:
        return replace(point, label=words.get(point.label, point.label), at=at)

    return tuple(Series(words.get(each.name, each.name), tuple(map(point_at, each.points, times))) for each in series)


def in_order(series: Sequence[Series], order: str, by: int = 0, last: Collection[str] = ()) -> tuple[Series, ...]:
    """Labels by the values of the series `by`, the largest first and gaps last; by name; or as they are.

    Those that come `last` whatever they are keep their order; as they are means all of them.
    """
    points = series[by].points
    if order == "value":
        ranks = sorted(range(len(points)), key=lambda at: _largest_first(points[at].datum))
    elif order == "name":
        ranks = sorted(range(len(points)), key=lambda at: _as_sorted(points[at].label))
    else:
        return tuple(series)
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
    return datum is None, -datum.value if datum else Decimal(0)


def _as_sorted(label: str) -> tuple[str, str]:
    """Without accents, and lower case: `Évreux` stands with `E`."""
    bare = "".join(char for char in unicodedata.normalize("NFD", label) if not unicodedata.combining(char))
    return bare.casefold(), label
