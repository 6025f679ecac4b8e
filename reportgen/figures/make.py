"""From a report's statistic to its figure: picks the module of its kind, and has told what it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.brand import Brand
from reportgen.content.report import Datum, PlaceBlock, Source, Statistic
from reportgen.figures import telling
from reportgen.figures.amount import Amount, scale_of
from reportgen.figures.base import Figure, FigureError
from reportgen.figures.change import Change
from reportgen.figures.count import Count
from reportgen.figures.line import OverTime, scale_start
from reportgen.figures.place import Headline, Place
from reportgen.figures.share import Share
from reportgen.text.locale import format_number
from reportgen.text.spans import plain
from reportgen.text.words import Words


def figure_of(statistic: Statistic, brand: Brand, words: Words, beside: Sequence[Statistic] = ()) -> Figure:
    """The figure of a statistic that has one; raises FigureError for a kind that is not known.

    `words` are those of the statistic's language. Bars share one scale with those of `beside`.
    """
    if statistic.figure == "amount":
        bars = [other.datum for other in beside if other.figure == "amount" and "whole" not in other.data]
        return _amount(statistic, brand, words, bars)
    maker = _MAKERS.get(statistic.figure)
    if maker is None:
        raise FigureError(f"no figure is called `{statistic.figure}`", f"use one of amount, {', '.join(_MAKERS)}")
    return maker(statistic, brand, words)


def bar_of(amount: Datum, label: str, scale: Decimal, brand: Brand, words: Words) -> Amount:
    """The bar of an amount in a list whose bars share `scale`."""
    return Amount(brand, telling.amount_told(amount, label, words), amount, scale)


def _unmarked(_: Source | None) -> str:
    return ""


def place_of(place: PlaceBlock, brand: Brand, words: Words, mark: Callable[[Source | None], str] = _unmarked) -> Place:
    """The map of a place block; `mark` gives a source its number, and the map's own stands behind the last headline."""
    if place.boundary is None:
        raise FigureError("a map needs the boundary of its place")
    return Place(
        brand,
        telling.place_told(place, words),
        tuple(ring for feature in place.boundary.data for ring in feature.rings),
        tuple(ring for feature in place.locator.data for ring in feature.rings) if place.locator else (),
        tuple(
            Headline(statistic.datum, plain(statistic.label) + mark(statistic.source)) for statistic in place.statistics
        ),
        mark(place.source),
        place.language,
    )


def _change(statistic: Statistic, brand: Brand, words: Words) -> Figure:
    return Change(
        brand,
        telling.change_told(statistic, words),
        statistic.data["before"],
        statistic.datum,
        statistic.since or words["earlier"],
        words["now"],
        telling.signed(statistic.data["change_percent"]),
        statistic.language,
    )


def _share(statistic: Statistic, brand: Brand, words: Words) -> Figure:
    figure = Share(brand, telling.share_told(statistic, words), statistic.data["share"])
    told = telling.with_dots(figure.told, figure.counted, figure.dots, words, statistic.language)
    return figure if statistic.alt else replace(figure, told=told)


def _count(statistic: Statistic, brand: Brand, words: Words) -> Figure:
    told = telling.count_told(statistic, words)
    return Count(brand, told, statistic.datum, statistic.data["each"], statistic.symbol)


def _amount(statistic: Statistic, brand: Brand, words: Words, bars: Sequence[Datum]) -> Figure:
    whole = statistic.data.get("whole")
    told = telling.amount_told(statistic.datum, telling.subject(statistic), words, whole, statistic.alt)
    scale = whole.value if whole else scale_of(statistic.datum, bars)
    return Amount(brand, told, statistic.datum, scale, quiet=whole is not None)


def _line(statistic: Statistic, brand: Brand, words: Words) -> Figure:
    values = [point.datum for point in statistic.series if point.datum]
    if len(values) < 2:
        raise FigureError("a line needs values", "give at least two points of the series a number")
    start = scale_start([datum.value for datum in values])
    rule = replace(values[0].rule, decimals=max(values[0].rule.decimals, _decimals(start, values[0].rule.scale)))
    note = words.get("scale_starts_at", value=format_number(start, rule, statistic.language))
    return OverTime(brand, telling.line_told(statistic, words), statistic.series, note, statistic.language)


def _decimals(value: Decimal, scale: int) -> int:
    """How many decimals a value needs when it is counted in tens to the power of `scale`."""
    exponent = value.scaleb(-scale).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


_MAKERS: dict[str, Callable[[Statistic, Brand, Words], Figure]] = {
    "change": _change,
    "share": _share,
    "count": _count,
    "line": _line,
}
