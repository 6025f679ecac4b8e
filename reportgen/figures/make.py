"""From a report's statistic to its figure: picks the module of its kind and words its alternative text."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reportgen.brand import Brand
from reportgen.content.report import PlaceBlock, Statistic
from reportgen.figures.amount import Amount
from reportgen.figures.base import Figure, FigureError
from reportgen.figures.change import Change
from reportgen.figures.count import Count
from reportgen.figures.line import OverTime, scale_start
from reportgen.figures.place import Headline, Place
from reportgen.figures.share import Share
from reportgen.text.locale import format_number
from reportgen.text.spans import plain
from reportgen.text.words import Words


def figure_of(statistic: Statistic, brand: Brand, words: Words) -> Figure:
    """The figure of a statistic that has one; raises FigureError for a kind that is not known."""
    makers = {"change": _change, "share": _share, "count": _count, "amount": _amount, "line": _line}
    maker = makers.get(statistic.figure)
    if maker is None:
        raise FigureError(f"no figure is called `{statistic.figure}`", f"use one of {', '.join(makers)}")
    return maker(statistic, brand, words)


def place_of(place: PlaceBlock, brand: Brand, words: Words, note: str = "") -> Place:
    """The map of a place block; `note` is the number of its source, which stands behind the last headline."""
    areas = len(place.boundary.data)
    sentence = words.get("place_alt" if areas > 1 else "place_alt_one", name=place.name, n=str(areas))
    if place.locator:
        sentence = f"{sentence}, {words['place_alt_locator']}"
    return Place(
        brand,
        tuple(ring for feature in place.boundary.data for ring in feature.rings),
        tuple(ring for feature in place.locator.data for ring in feature.rings) if place.locator else (),
        tuple(Headline(statistic.datum, plain(statistic.label)) for statistic in place.statistics),
        note,
        place.alt or sentence,
        place.language,
    )


def _change(statistic: Statistic, brand: Brand, words: Words) -> Figure:
    data = statistic.data
    before, change, percent = data["before"], data["change"], data["change_percent"]
    direction = "up" if change.value > 0 else "down" if change.value < 0 else "flat"
    when = words.get("in_year", since=statistic.since) if statistic.since else words["earlier"]
    sentence = words.get(
        f"change_alt_{direction}",
        label=_subject(statistic),
        value=statistic.datum.text,
        change=_unsigned(change.text),
        percent=_unsigned(percent.text),
        before=before.text,
        when=when,
    )
    sign = "+" if percent.value > 0 else ""
    return Change(
        brand,
        before,
        statistic.datum,
        statistic.since or words["earlier"],
        words["now"],
        sign + percent.text,
        statistic.alt or sentence,
        statistic.language,
    )


def _share(statistic: Statistic, brand: Brand, words: Words) -> Figure:
    share, whole = statistic.data["share"], statistic.data.get("whole")
    figure = Share(brand, share, statistic.datum, whole, statistic.alt)
    if statistic.alt:
        return figure
    told = words.get(
        "share_alt",
        label=_subject(statistic),
        value=statistic.datum.text,
        percent=share.text,
        whole=" ".join(part for part in (whole.text if whole else "", statistic.whole_label) if part) or "100%",
    )
    dots = words.get("share_alt_dots", marked=str(figure.counted), dots=str(figure.dots))
    return Share(brand, share, statistic.datum, whole, f"{told}; {dots}")


def _count(statistic: Statistic, brand: Brand, words: Words) -> Figure:
    each = statistic.data["each"]
    sentence = words.get(
        "count_alt",
        label=_subject(statistic),
        value=statistic.datum.text,
        marks=statistic.data["marks"].text,
        each=each.text,
    )
    return Count(brand, statistic.datum, each, statistic.symbol, statistic.alt or sentence)


def _amount(statistic: Statistic, brand: Brand, words: Words) -> Figure:
    whole = statistic.data.get("whole")
    key = "amount_alt_of" if whole else "amount_alt"
    values = {"label": _subject(statistic), "value": statistic.datum.text} | ({"whole": whole.text} if whole else {})
    scale = whole.value if whole else statistic.datum.value
    return Amount(brand, statistic.datum, scale, statistic.alt or words.get(key, **values), quiet=whole is not None)


def _line(statistic: Statistic, brand: Brand, words: Words) -> Figure:
    known = [point for point in statistic.series if point.datum]
    gaps = [point.label for point in statistic.series if not point.datum]
    first, last = known[0], known[-1]
    if first.datum is None or last.datum is None:
        raise FigureError("a line needs values", "give at least two points of the series a number")
    sentence = words.get(
        "line_alt",
        label=_subject(statistic),
        first=first.datum.text,
        start=first.label,
        last=last.datum.text,
        end=last.label,
    )
    if gaps:
        sentence = f"{sentence}; {words.get('line_alt_gaps', labels=', '.join(gaps))}"
    start = scale_start([point.datum.value for point in known if point.datum])
    note = words.get("scale_starts_at", value=format_number(start, first.datum.rule, statistic.language))
    return OverTime(brand, statistic.series, note, statistic.alt or sentence, statistic.language)


def _subject(statistic: Statistic) -> str:
    """The label as the beginning of a sentence, without its full stop."""
    words = plain(statistic.label).rstrip(".").strip()
    return words[:1].upper() + words[1:]


def _unsigned(text: str) -> str:
    return text.lstrip("−-+")


def scale_of(amounts: Iterable[Decimal]) -> Decimal:
    """The one scale of several bars: the greatest takes the whole width."""
    return max(amounts, default=Decimal(1))
