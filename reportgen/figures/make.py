"""From a report's statistic to its figure: picks the module of its kind, and has told what it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from importlib import import_module

from reportgen.brand import Brand
from reportgen.content.report import Datum, PlaceBlock, Source, Statistic
from reportgen.figures import text_alternatives
from reportgen.figures.bars.amount import AmountBar
from reportgen.figures.base import Figure, FigureError
from reportgen.figures.kinds import Kind, Request
from reportgen.figures.maps.place_map import MapHeadline, PlaceMap
from reportgen.problems import did_you_mean
from reportgen.text.spans import plain
from reportgen.text.words import Words

MODULES: Mapping[str, str] = {
    "change": "bars.change",
    "share": "marks.share",
    "count": "marks.count",
    "amount": "bars.amount",
    "line": "lines.line",
    "area": "lines.area",
    "slope": "lines.slope",
    "dumbbell": "lines.dumbbell",
    "spark": "lines.spark",
    "columns": "bars.columns",
    "bars": "bars.bars",
    "diverging": "bars.diverging",
    "table": "bars.bar_table",
    "stacked": "bars.stacked",
    "bridge": "bars.bridge",
    "map": "maps.shaded",
}
"""Every kind of figure and the module in this folder that has it, as its `KIND`."""


def figure_of(statistic: Statistic, brand: Brand, words: Words, beside: Sequence[Statistic] = ()) -> Figure:
    """The figure of a statistic that has one; raises FigureError for a kind that is not known.

    `words` are those of the statistic's language. Bars share one scale with those of `beside`.
    """
    kind = kind_of(statistic.figure)
    if kind is None:
        raise FigureError(f"no figure is called `{statistic.figure}`", did_you_mean(statistic.figure, MODULES))
    return kind.make(Request(statistic, brand, words, beside))


def kind_of(name: str) -> Kind | None:
    """The kind of figure of that name, the program's own or one that another package adds; None when there is none.

    Its module is loaded when it is first asked for. Raises FigureError for an added one that cannot be used.
    """
    if name not in MODULES:
        from reportgen.figures.plugins import added_kind

        return added_kind(name)
    kind: Kind = import_module(f"reportgen.figures.{MODULES[name]}").KIND
    return kind


def bar_of(amount: Datum, label: str, scale: Decimal, brand: Brand, words: Words) -> AmountBar:
    """The bar of an amount in a list whose bars share `scale`."""
    return AmountBar(brand, text_alternatives.amount_alternative(amount, label, words), amount, scale)


def _unmarked(_: Source | None) -> str:
    return ""


def place_of(
    place: PlaceBlock, brand: Brand, words: Words, mark: Callable[[Source | None], str] = _unmarked
) -> PlaceMap:
    """The map of a place block; `mark` gives a source its number, and the map's own stands behind the last headline."""
    if place.boundary is None:
        raise FigureError("a map needs the boundary of its place")
    return PlaceMap(
        brand,
        text_alternatives.place_alternative(place, words),
        tuple(ring for feature in place.boundary.data for ring in feature.rings),
        tuple(ring for feature in place.locator.data for ring in feature.rings) if place.locator else (),
        tuple(
            MapHeadline(statistic.datum, plain(statistic.label) + mark(statistic.source))
            for statistic in place.statistics
        ),
        mark(place.source),
        place.language,
    )
