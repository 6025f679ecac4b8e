"""From a block of a report to its figure: of a statistic the one that its kind declares, of a place its map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.brand import Brand
from reportgen.content.report import Datum, PlaceBlock, Statistic
from reportgen.figures import text_alternatives
from reportgen.figures.bars.amount import AmountBar
from reportgen.figures.base import FigureError, MarkFigure
from reportgen.figures.maps.place_map import MapHeadline, PlaceMap
from reportgen.figures.request import Request
from reportgen.figures.short_names import relabelled
from reportgen.text.spans import Source, notes_of, plain
from reportgen.text.words import Words


def figure_of(statistic: Statistic, brand: Brand, words: Words, beside: Sequence[Statistic] = ()) -> MarkFigure:
    """The figure of a statistic that has one, drawn as its kind declares; raises FigureError where it cannot be.

    `words` are those of the statistic's language. Bars share one scale with those of `beside`.
    """
    if statistic.kind is None or statistic.kind.make is None:
        raise FigureError("a number alone has no figure")
    figure: MarkFigure = statistic.kind.make(Request(statistic, brand, words, beside))
    note = words["table_note"], words["drawn_wider"]
    told = replace(figure.alternative, widened=note, short=frozenset(statistic.short))
    if statistic.short:  # what is heard and read has the names whole
        figure = statistic.kind.make(Request(relabelled(statistic, statistic.short), brand, words, beside))
    return replace(figure, alternative=told)


def bar_of(amount: Datum, label: str, scale: Decimal, brand: Brand, words: Words) -> AmountBar:
    """The bar of an amount in a list whose bars share `scale`."""
    return AmountBar(brand, text_alternatives.amount_alternative(amount, label, words), amount, scale)


def place_of(
    place: PlaceBlock, brand: Brand, words: Words, mark: Callable[[tuple[Source, ...]], str] = lambda _: ""
) -> PlaceMap:
    """The map of a place block; `mark` gives sources their numbers; the map's own stands behind the last headline."""
    if place.boundary is None:
        raise FigureError("a map needs the boundary of its place")
    headlines = tuple(
        MapHeadline(
            statistic.datum, _marked(plain(statistic.label), mark((*notes_of(statistic.label), *statistic.source)))
        )
        for statistic in place.statistics
    )
    note = mark(place.source)
    return PlaceMap(
        brand,
        text_alternatives.place_alternative(place, words),
        tuple(ring for feature in place.boundary.data for ring in feature.rings),
        tuple(ring for feature in place.locator.data for ring in feature.rings) if place.locator else (),
        headlines,
        _marked(headlines[-1].label, note).removeprefix(headlines[-1].label) if headlines else note,
        place.language,
    )


def _marked(label: str, mark: str) -> str:
    """A label with the mark of its source, apart from a superior figure at its end."""
    apart = mark and label[-1:] in tuple("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return f"{label}\N{THIN SPACE}{mark}" if apart else f"{label}{mark}"
