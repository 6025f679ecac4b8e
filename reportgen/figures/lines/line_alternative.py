"""The text alternative of lines: the change in a sentence, all values in a table; and the notes under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.content.periods.period_words import at_time
from reportgen.content.report import Datum, Point, Series, Statistic
from reportgen.content.summaries import changes
from reportgen.figures.base import DataRow, TextAlternative
from reportgen.figures.drawing.guides import guide_rows
from reportgen.figures.drawing.scales import start_rule
from reportgen.figures.lines.plot import known
from reportgen.figures.sentences import emphasised, gap_word, gaps_of, guides, named, told
from reportgen.figures.series_alternatives import beyond, ends_of
from reportgen.figures.text_alternatives import value_head
from reportgen.page import Cell
from reportgen.text.locale import NumberRule, format_list, format_number, printed_number
from reportgen.text.plurals import plural_category
from reportgen.text.units import ORDINAL, POINTS, in_per_cent
from reportgen.text.words import Words


@dataclass(frozen=True, slots=True)
class LineHeadline:
    """The last value as it is shown large, and the change from the first in words under it."""

    text: str
    cell: Cell
    change: str
    change_cell: Cell


def line_alternative(
    statistic: Statistic, words: Words, more: Iterable[DataRow] = (), wording: str = "line_alt"
) -> TextAlternative:
    """The finding and all values. `more` rows stand under the values and those of the guides.

    `wording` is the row of the words table for the sentence on a single line.
    """
    rows = (*guide_rows(statistic.guides, words), *more)
    table = (_header(statistic, words), *_values(statistic, words), *(_over_all(row, statistic, words) for row in rows))
    single = len(statistic.sets) == 1
    sentences = _one(statistic, words, wording) if single else _several(statistic, words)
    return TextAlternative(statistic.alt or told([*sentences, *_besides(statistic, words)]), table)


def column_of(sets: Sequence[Series], index: int) -> int:
    """The column of the table that has the values of a series: each has one, and two more with intervals."""
    return 1 + sum(3 if _has_interval(series) else 1 for series in sets[:index])


def value_rows(statistic: Statistic) -> int:
    """How many rows of the table come before those of the guides, the header counted."""
    return 1 + len(statistic.series)


def change_words(first: Datum, last: Datum, statistic: Statistic, words: Words) -> str:
    """The change in words, written as the report's texts have it.

    It is in per cent; of percentages, in percentage points; from nothing or less, as it is.
    """
    if last.rule.unit == ORDINAL:
        return ""
    language, name = statistic.language, "change"
    if in_per_cent(last.rule.unit) and first.value > 0 and last.value >= 0:
        name = "change_percent"
    shown = dict(changes(first, last, language))[name]
    own = statistic.data.get(name)
    if own and own.value == shown.value:
        shown = own
    number = abs(printed_number(shown.value, shown.rule, language))
    if number == 0:
        return words["line_same"]
    in_points = shown.rule.unit == POINTS
    rule = replace(shown.rule.derived, unit="" if in_points else shown.rule.unit)
    amount = format_number(abs(shown.value), rule, language)
    if in_points:
        amount = words.get("line_point" if plural_category(number, language) == "one" else "line_points", n=amount)
    return words.get("line_up" if shown.value > 0 else "line_down", n=amount)


def beyond_ends(points: Sequence[Point]) -> tuple[int, ...]:
    """The highest and the lowest point, each where it is beyond both ends of the line."""
    values = [(point.datum.value, index) for index, point in enumerate(points) if point.datum]
    ends = values[0][0], values[-1][0]
    high, low = max(values, key=lambda pair: pair[0]), min(values, key=lambda pair: pair[0])
    return tuple(
        index for value, index in sorted({high, low}, key=lambda pair: pair[1]) if not min(ends) <= value <= max(ends)
    )


def headline_of(statistic: Statistic, words: Words) -> tuple[LineHeadline, list[DataRow]]:
    """The large last value and the change, and the rows that they have in the table under those of the guides."""
    row = value_rows(statistic) + len(guide_rows(statistic.guides, words))
    points = statistic.series
    indices = known(points)
    first, last = points[indices[0]].datum, points[indices[-1]].datum
    assert first is not None
    assert last is not None
    rows: list[DataRow] = []
    text, cell = last.text, (indices[-1] + 1, 1)
    if statistic.datum.value == last.value and statistic.datum.text != last.text:
        text, cell = statistic.datum.text, (row, 1)
        rows.append((words.get("line_rounded", label=points[indices[-1]].label), statistic.datum))
    change = "" if statistic.breaks else change_words(first, last, statistic, words)
    if change:
        rows.append((words["table_change"], change))
    return LineHeadline(text, cell, change, (row + len(rows) - 1, 1)), rows


def notes_of(statistic: Statistic, start: Decimal, words: Words) -> tuple[str, ...]:
    """The notes under a line: on a cut scale, on intervals, on breaks."""
    points = [point for series in statistic.sets for point in series.points]
    rule = next(point.datum.rule for point in points if point.datum)
    cut = [start_note(start, rule, words, statistic.language)] if start else []
    shaded = [words["line_interval"]] if any(point.low and point.high for point in points) else []
    return (*cut, *shaded, *(words.get("line_break", label=each.label, note=each.note) for each in statistic.breaks))


def _has_interval(series: Series) -> bool:
    return any(point.low and point.high for point in series.points)


def _header(statistic: Statistic, words: Words) -> tuple[str, ...]:
    header, several = [statistic.rows or words["table_period"]], len(statistic.sets) > 1
    for series in statistic.sets:
        header.append(series.name or value_head(statistic, words))
        if _has_interval(series):
            low, high = (words.get(row, name=series.name) for row in ("line_low", "line_high"))
            header += [low, high] if several else [words["table_low"], words["table_high"]]
    return tuple(header)


def _over_all(row: DataRow, statistic: Statistic, words: Words) -> DataRow:
    """A row whose one value holds for every line, and has no interval."""
    name, value = row
    cells: list[str | Datum] = [name]
    for series in statistic.sets:
        cells += [value, *([words["not_applicable"]] * 2 if _has_interval(series) else [])]
    return tuple(cells)


def _values(statistic: Statistic, words: Words) -> list[DataRow]:
    rows: list[DataRow] = []
    for index, first in enumerate(statistic.series):
        row: list[str | Datum] = [first.label]
        for series in statistic.sets:
            point = series.points[index]
            row.append(point.datum or gap_word(point.gap, words))
            if _has_interval(series):
                row += ends_of(point, words)
        rows.append(tuple(row))
    return rows


def _one(statistic: Statistic, words: Words, wording: str) -> Iterator[str]:
    """From what to what, the highest and the lowest, and what is emphasised."""
    known = [(point, point.datum) for point in statistic.series if point.datum]
    (start, first), (end, last) = known[0], known[-1]
    ends = {"start": at_time(start.label, words), "end": at_time(end.label, words)}
    sentence = words.get(wording, first=first.text, last=last.text, **ends)
    yield sentence if statistic.breaks else f"{sentence}, {change_words(first, last, statistic, words)}"
    said = {start.label, end.label}
    for point, datum, row in beyond(known):
        yield words.get(row, value=named(datum.text, point.label))
        said.add(point.label)
    rest = ((point.label, named(datum.text, point.label)) for point, datum in known if point.label not in said)
    yield from emphasised(statistic, rest, words)


def _several(statistic: Statistic, words: Words) -> Iterator[str]:
    """From what to what each line goes, and when, where it begins later or ends earlier than the others."""
    start, end, each = statistic.series[0].label, statistic.series[-1].label, []
    for series in statistic.sets:
        known = [(point.label, point.datum) for point in series.points if point.datum]
        if not known:
            continue
        (begin, first), (stop, last) = known[0], known[-1]
        ends = {"name": series.name, "first": first.text, "last": last.text}
        if (begin, stop) == (start, end):
            each.append(words.get("lines_alt_each", **ends))
        else:
            each.append(words.get("lines_alt_own", start=at_time(begin, words), end=at_time(stop, words), **ends))
    yield words.get("lines_alt", start=start, end=end, each=format_list(each, statistic.language))
    yield from emphasised(statistic, ((series.name, series.name) for series in statistic.sets), words)


def _besides(statistic: Statistic, words: Words) -> Iterator[str]:
    """Guides, the last interval, breaks, and what is missing."""
    single = len(statistic.sets) == 1
    last = next((point for point in reversed(statistic.series) if point.datum), None)
    yield from guides(statistic, words, last.datum if single and last else None)
    if single and last and last.low and last.high:
        yield words.get("line_alt_interval", low=last.low.text, high=last.high.text)
    for each in statistic.breaks:
        yield words.get("line_break", label=each.label, note=each.note)
    missing = []
    for series in statistic.sets:
        found = [point for point in series.points if not point.datum]
        missing += [(point.label if single else f"{series.name} {point.label}", point.gap) for point in found]
    yield from gaps_of(missing, words, statistic.language)


def start_note(start: Decimal, rule: NumberRule, words: Words, language: str) -> str:
    """That the scale does not begin at zero."""
    return words.get("scale_starts_at", value=format_number(start, start_rule(start, rule), language))
