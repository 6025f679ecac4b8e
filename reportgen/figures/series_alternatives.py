"""The text alternative of values side by side: sentences and a data table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.content.periods.period_words import at_time
from reportgen.content.quantities import unlike
from reportgen.content.report import Datum, Point, Statistic
from reportgen.figures.base import DataRow, TextAlternative
from reportgen.figures.drawing.guides import guide_rows
from reportgen.figures.sentences import (
    MOST_NAMED,
    compared,
    counted,
    emphasised,
    extreme,
    gaps,
    guides,
    named,
    over_time,
    told,
)
from reportgen.figures.text_alternatives import value_head
from reportgen.text.locale import format_list
from reportgen.text.words import Words

_MOST_LISTED = 6
"""So many values are listed in a sentence."""


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


def values_alternative(
    statistic: Statistic, words: Words, first: str = "table_name", moving: str = "values_alt_bars"
) -> TextAlternative:
    """The greatest, the least and the emphasised value in sentences; every value and its interval in the table.

    Of periods it says from what to what the values went, by the wording `moving`; but not of months without a year,
    which come round again.
    """
    text = statistic.alt or told(_sentences(statistic, words, moving))
    return TextAlternative(text, _table(statistic, words, first))


def gains_alternative(statistic: Statistic, words: Words) -> TextAlternative:
    """How many gained and how many lost, and the most of either; every value in the table."""
    return TextAlternative(statistic.alt or told(_gains(statistic, words)), _table(statistic, words, "table_name"))


def with_gaps(points: Sequence[Point], words: Words, language: str) -> list[str]:
    """What is missing, in a note, each reason by itself."""
    found = []
    for gap in dict.fromkeys(point.gap for point in points if not point.datum):
        labels = [point.label for point in points if not point.datum and point.gap == gap]
        if len(labels) <= MOST_NAMED:
            found.append(words.get("bars_alt_gaps", gap=words[gap], labels=format_list(labels, language)))
        else:
            found.append(words.get("bars_alt_gaps_many", gap=words[gap], count=str(len(labels))))
    return found


def _sentences(statistic: Statistic, words: Words, moving: str, column: str = "") -> Iterator[str]:
    points, language = statistic.series, statistic.language
    known = compared(statistic, points)
    said: set[str] = set()
    if over_time(points) and len(known) > 1 and any(map(str.isdigit, points[0].label)):
        (start, first), (end, last) = known[0], known[-1]
        ends = {"start": at_time(start.label, words), "end": at_time(end.label, words)}
        yield words.get(moving, first=first.text, last=last.text, **ends)
        said = {start.label, end.label}
        for point, datum, row in beyond(known):
            yield words.get(row, value=named(datum.text, point.label))
            said.add(point.label)
    else:
        most, least = (pick(known, key=lambda entry: entry[1].standing) for pick in (max, min))
        yield _range(statistic, words, known, column)
        said = {point.label for point, datum in known if datum.text in (most[1].text, least[1].text)}
    rest = ((point.label, named(datum.text, point.label)) for point, datum in known if point.label not in said)
    yield from emphasised(statistic, rest, words) if len(known) > 2 else ()
    yield from guides(statistic, words, known[-1][1] if over_time(points) else None)
    yield from gaps(points, words, language)
    if any(point.low and point.high for point in points):
        yield words["alt_ranges"]


def _range(statistic: Statistic, words: Words, known: Sequence[tuple[Point, Datum]], column: str) -> str:
    """The highest value and the lowest; of what leaves others out only the highest."""
    language, many = statistic.language, words["alt_many"]
    count = counted(len(known), language)
    most, least = (pick(known, key=lambda entry: entry[1].standing)[1] for pick in (max, min))
    if len(known) == 1:
        return words.get("values_alt_one", value=named(most.text, known[0][0].label))
    highest, lowest = (extreme(known, datum, language, many) for datum in (most, least))
    differ = any(unlike(datum.rule, most.rule) for _, datum in known)  # of two kinds of number none is the highest
    if not differ and (statistic.rest or statistic.is_cut):
        return words.get("values_alt_highest", value=highest)
    if differ or len(known) == 2:
        each = [named(datum.text, point.label) for point, datum in known[:_MOST_LISTED]]
        return words.get("values_alt_two", values=format_list(each, language))
    if most.text == least.text:
        return words.get("values_alt_equal", count=count, value=most.text)
    if column:
        return words.get("values_alt_in", column=column, count=count, most=highest, least=lowest)
    return words.get("values_alt", count=count, most=highest, least=lowest)


def beyond(known: Sequence[tuple[Point, Datum]]) -> Iterator[tuple[Point, Datum, str]]:
    """The highest and the lowest of values over time, each beyond the first and the last, with its wording."""
    ends = known[0][1].standing, known[-1][1].standing
    high, low = (pick(known, key=lambda entry: entry[1].standing) for pick in (max, min))
    if high[1].standing > max(ends):
        yield *high, "values_alt_highest"
    if low[1].standing < min(ends):
        yield *low, "values_alt_lowest"


def _gains(statistic: Statistic, words: Words) -> Iterator[str]:
    language = statistic.language
    known = compared(statistic, statistic.series)
    ups, downs = (counted(sum(datum.value * sign > 0 for _, datum in known), language) for sign in (1, -1))
    most, least = (pick(known, key=lambda entry: entry[1].value)[1] for pick in (max, min))
    many = words["alt_many"]
    ends = {"most": extreme(known, most, language, many), "least": extreme(known, least, language, many)}
    yield (
        words.get("values_alt_gains", up=ups, down=downs, **ends)
        if len(known) > 1
        else _range(statistic, words, known, "")
    )
    rest = [(point.label, datum.text) for point, datum in known if datum.text not in (most.text, least.text)]
    yield from emphasised(statistic, ((name, named(text, name)) for name, text in rest), words)
    yield from guides(statistic, words)
    yield from gaps(statistic.series, words, language)


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
    others = [series.name for series in statistic.sets[1:]]
    sentences = [*_sentences(statistic, words, "values_alt_bars", statistic.sets[0].name if others else "")]
    if others:
        sentences.append(words.get("table_alt_also", names=format_list(others, statistic.language)))
    return TextAlternative(statistic.alt or told(sentences), sets_table(statistic, words))


def _table(statistic: Statistic, words: Words, first: str) -> tuple[DataRow, ...]:
    points = statistic.series
    intervals = any(point.low and point.high for point in points)
    ends = (words["table_low"], words["table_high"]) if intervals else ()
    header = (statistic.rows or words[first], statistic.sets[0].name or value_head(statistic, words), *ends)
    rows = ((point.label, value_of(point, words), *(ends_of(point, words) if intervals else ())) for point in points)
    none = (words["not_applicable"],) * len(ends)
    return (header, *rows, *((*row, *none) for row in guide_rows(statistic.guides, words)))
