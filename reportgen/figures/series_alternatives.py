"""The text alternative of values side by side: a sentence and a data table."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.content.report import Datum, Guide, Point, Statistic
from reportgen.figures.base import DataRow, TextAlternative
from reportgen.figures.drawing.guides import guide_rows
from reportgen.figures.text_alternatives import subject, value_head
from reportgen.text.locale import format_list
from reportgen.text.words import Words

_MOST_NAMED = 3
"""So many gaps are named in a sentence; of more it says how many there are."""


def said(point: Point, words: Words) -> str:
    """A value as the report writes it, or why there is none."""
    return point.datum.text if point.datum else words[point.gap]


def value_of(point: Point, words: Words) -> str | Datum:
    """A cell of the table: a value, or why there is none."""
    return point.datum or words[point.gap]


def ends_of(point: Point, words: Words) -> tuple[str | Datum, str | Datum]:
    """The cells for the ends of an interval, or why there is none."""
    why = words["not_available"] if point.datum else words[point.gap]
    return point.low or why, point.high or why


def values_alternative(statistic: Statistic, words: Words, first: str = "table_name") -> TextAlternative:
    """The greatest, the least and the emphasised value in a sentence; every value and its interval in the table."""
    sentence = statistic.alt or _sentence(statistic, words)
    return TextAlternative(sentence, _table(statistic, words, first))


def gains_alternative(statistic: Statistic, words: Words) -> TextAlternative:
    """How many gained and how many lost, and the most of either; every value in the table."""
    return TextAlternative(statistic.alt or _gains(statistic, words), _table(statistic, words, "table_name"))


def with_gaps(points: Sequence[Point], words: Words, language: str) -> list[str]:
    """What is missing, in words, each reason by itself."""
    found = []
    for gap in dict.fromkeys(point.gap for point in points if not point.datum):
        labels = [point.label for point in points if not point.datum and point.gap == gap]
        if len(labels) <= _MOST_NAMED:
            found.append(words.get("bars_alt_gaps", gap=words[gap], labels=format_list(labels, language)))
        else:
            found.append(words.get("bars_alt_gaps_many", gap=words[gap], count=str(len(labels))))
    return found


def guides_said(guides: Sequence[Guide], words: Words) -> list[str]:
    """What the values are held against."""
    return [
        words.get("guide_band", label=guide.label, low=guide.datum.text, high=guide.until.text)
        if guide.until
        else f"{guide.label} {guide.datum.text}"
        for guide in guides
    ]


def _sentence(statistic: Statistic, words: Words) -> str:
    points, label = statistic.series, subject(statistic)
    known = [(point.datum.standing, point) for point in points if point.datum]
    most = max(known, key=lambda entry: entry[0])[1]
    least = min(known, key=lambda entry: entry[0])[1]
    if len(known) <= 2:
        parts = [f"{label}: {format_list([_named(point) for _, point in known], statistic.language)}"]
    elif most is least:
        parts = [words.get("bars_alt_equal", label=label, value=said(most, words), count=str(len(known)))]
    else:
        parts = [words.get("bars_alt", label=label, most=_named(most), least=_named(least), count=str(len(known)))]
        parts += [_named(p) for _, p in known if p.label in statistic.emphasised and p not in (most, least)][:2]
    parts += with_gaps(points, words, statistic.language)
    return "; ".join([*parts, *guides_said(statistic.guides, words)])


def _gains(statistic: Statistic, words: Words) -> str:
    known = [(point.datum.value, point) for point in statistic.series if point.datum]
    ups, downs = (sum(1 for value, _ in known if value * sign > 0) for sign in (1, -1))
    most = max(known, key=lambda entry: entry[0])[1]
    least = min(known, key=lambda entry: entry[0])[1]
    sentence = words.get(
        "gains_alt", label=subject(statistic), up=str(ups), down=str(downs), most=_named(most), least=_named(least)
    )
    named = [_named(p) for _, p in known if p.label in statistic.emphasised and p not in (most, least)][:2]
    gaps = with_gaps(statistic.series, words, statistic.language)
    return "; ".join([sentence, *named, *gaps, *guides_said(statistic.guides, words)])


def _named(point: Point) -> str:
    return f"{point.label} {point.datum.text}" if point.datum else point.label


def sets_table(statistic: Statistic, words: Words) -> tuple[DataRow, ...]:
    """A row for each point with a column for each series, and the guides under them."""
    names = [series.name or value_head(statistic, words) for series in statistic.sets]
    rows = [
        (points[0].label, *(value_of(point, words) for point in points))
        for points in zip(*(series.points for series in statistic.sets), strict=True)
    ]
    held = ((label, *(datum for _ in names)) for label, datum in guide_rows(statistic.guides, words))
    return ((statistic.rows or words["table_name"], *names), *rows, *held)


def sets_alternative(statistic: Statistic, words: Words) -> TextAlternative:
    """What the first column says in a sentence, and every value of all columns in the table."""
    sentence = statistic.alt or _sentence(statistic, words)
    if not statistic.alt and len(statistic.sets) > 1:
        names = format_list([series.name for series in statistic.sets[1:]], statistic.language)
        sentence = f"{sentence}; {words.get('table_alt_also', names=names)}"
    return TextAlternative(sentence, sets_table(statistic, words))


def _table(statistic: Statistic, words: Words, first: str) -> tuple[DataRow, ...]:
    points = statistic.series
    intervals = any(point.low and point.high for point in points)
    ends = (words["table_low"], words["table_high"]) if intervals else ()
    header = (statistic.rows or words[first], statistic.sets[0].name or value_head(statistic, words), *ends)
    rows = ((point.label, value_of(point, words), *(ends_of(point, words) if intervals else ())) for point in points)
    none = (words["not_applicable"],) * len(ends)
    return (header, *rows, *((*row, *none) for row in guide_rows(statistic.guides, words)))
