"""Series put in the order of time: labels, and names of series, that are periods, each with its place and its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.content.periods.period import Period, between, positions
from reportgen.content.periods.period_words import period_words, words_of
from reportgen.content.periods.spreadsheets import LabelFault
from reportgen.content.periods.whole_series import LabelError, LabelReading, NoCommonAxisError, read_labels, read_names
from reportgen.content.report import Point, Series
from reportgen.content.series.raw import RawData


@dataclass(frozen=True, slots=True)
class Timing:
    """What the labels of series are, and what their names are, by any spelling; `language` is that of the page, and
    `written` are labels and names as the source has them, in its order."""

    labels: LabelReading
    names: LabelReading
    language: str
    written: tuple[str, ...] = ()

    @property
    def given(self) -> tuple[str, ...]:
        """Labels and names in the order of the source, as the page has them."""
        return tuple(dict.fromkeys(map(self.words, self.written)))

    @property
    def warnings(self) -> tuple[LabelFault, ...]:
        """What was taken for granted of labels and names."""
        return (*self.labels.warnings, *self.names.warnings)

    def words(self, written: str) -> str:
        """A label or a name as the page has it, however it is written; a text that means none of them as it is."""
        for reading in (self.labels, self.names):
            label = reading.label_like(written)
            if label:
                return words_of(label, reading.periods[label], self.language)
        return written

    def spellings(self) -> Mapping[str, str]:
        """Labels and names as they are written, each with its words."""
        found = {**self.names.periods, **self.labels.periods}
        return {label: words_of(label, period, self.language) for label, period in found.items()}


def timing_of(raw: RawData, language: str, period: str, dates: str, mixed: bool, ranked: bool = False) -> Timing:
    """How labels and names of raw series stand in time. Raises LabelError.

    What `period` and `dates` say holds for labels; where these are none of it, for names. `mixed` is whether
    names may stand among labels that are periods, and `ranked` whether periods that share no axis are names.
    """
    names = tuple(name for name in raw.names if name)
    written = (*raw.labels, *names)
    try:
        labels = read_labels(raw.labels, raw.language, period, dates, mixed)
    except LabelError as error:
        if ranked and isinstance(error, NoCommonAxisError):
            return Timing(LabelReading(raw.language), LabelReading(raw.language), language, written)
        if not period or not names:
            raise
        labels = read_labels(raw.labels, raw.language, "", dates, mixed)
        return Timing(labels, read_names(names, raw.language, period, dates), language, written)
    return Timing(labels, read_names(names, raw.language, _for_names(period, labels), dates), language, written)


def _for_names(period: str, labels: LabelReading) -> str:
    """What `period` says of names: nothing where it has been said of labels."""
    return "" if (labels.in_time and labels.periods) or period == "none" else period


def in_order_of_time(sets: Sequence[Series], language: str) -> tuple[Series, ...]:
    """Labels, and the names of series, that are periods in the order of time; a label that is missing is a gap."""
    if not sets:
        return ()
    ordered = sorted(sets, key=_by_time([each.period for each in sets]))
    labels = _whole([(point.label, point.period) for point in ordered[0].points], language)
    places = positions([period for _, period in labels if period]) if all(period for _, period in labels) else ()
    at_of = dict(zip((label for label, _ in labels), places, strict=False))
    made = []
    for each in ordered:
        known = {point.label: point for point in each.points}
        points = (known.get(label) or Point(label, None, period=period) for label, period in labels)
        made.append(replace(each, points=tuple(replace(point, at=at_of.get(point.label)) for point in points)))
    return tuple(made)


def _whole(labels: Sequence[tuple[str, Period | None]], language: str) -> Sequence[tuple[str, Period | None]]:
    """The labels in order with those that are missing; names as they are."""
    periods = [period for _, period in labels if period]
    if len(periods) < len(labels):
        return labels
    label_of = {period: label for label, period in labels if period}
    return [(label_of.get(period) or period_words(period, language), period) for period in between(periods)]


def _by_time(periods: Sequence[Period | None]) -> Callable[[Series], int]:
    known = [period for period in periods if period]
    places = dict(zip(known, positions(known), strict=True)) if len(known) == len(periods) else {}
    return lambda each: places.get(each.period, 0) if each.period else 0
