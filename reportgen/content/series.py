"""Series written in the report itself: their shape in; sets of points that all have the same labels out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from reportgen.content.field_reader import FieldReader
from reportgen.content.periods import first_backwards
from reportgen.content.report import Datum, Point, Series
from reportgen.content.schema_parts import SeriesEntry
from reportgen.problems import Problem, Severity
from reportgen.reading.located_tree import MappingNode, Path, find
from reportgen.text.words import has_words, words

_YEAR = re.compile(r"[12]\d{3}(?!\d)")
_NONE = frozenset(("-", "\N{EN DASH}", "\N{EM DASH}", "n/a", ".."))
_GAPS = ("not_available", "suppressed")
"""Rows of the words table that say why a value is missing."""

Written = str | Decimal


@dataclass
class _Reading:
    """A series as it is read; `broken` once a value of it is none."""

    reader: FieldReader
    path: Path
    language: str
    broken: bool = field(default=False)

    def point(self, label: str, written: Written | None, path: Path) -> Point:
        """The value of a label, or the reason why there is none."""
        gap = gap_of(written, self.language)
        if gap:
            return Point(label, None, gap=gap)
        datum = self.reader.number(path, written, self.language)
        self.broken |= datum is None
        return Point(label, datum)

    def wrong(self, message: str, path: Path, hint: str = "") -> None:
        """Reports what makes the series unusable."""
        self.reader.log.at_key("series", message, path, hint)
        self.broken = True


def read_series(reader: FieldReader, path: Path, shape: object, language: str) -> tuple[Series, ...]:
    """The sets of a series that is written at `path`; () when one of its values is wrong, which is reported."""
    stand_ins = any(each[: len(path)] == path for each in reader.log.stand_ins)
    reading = _Reading(reader, path, language, stand_ins or _has_lost(reader, path, shape))
    if isinstance(shape, Mapping):
        nested = [isinstance(value, Mapping) for value in shape.values()]
        if any(nested) and not all(nested):
            reading.wrong("some entries of `series` are single values and some are blocks", path, "write all alike")
            return ()
        sets = _of_names(reading, shape) if any(nested) else _of_labels(reading, shape)
    elif isinstance(shape, tuple):
        sets = (Series("", tuple(_entries(reading, shape))),)
    else:
        return ()
    return () if reading.broken else sets


def _has_lost(reader: FieldReader, path: Path, shape: object) -> bool:
    """Whether entries of a series lack their values, which has been told, and so are not in its shape."""
    node = find(reader.log.root, path)
    if not isinstance(node, MappingNode) or not isinstance(shape, Mapping):
        return False
    return len(shape) < len(node.entries) or any(_has_lost(reader, (*path, key), each) for key, each in shape.items())


def gap_of(written: Written | None, language: str) -> str:
    """The row of the words table that says why a value is missing; "" for what is no gap."""
    if not isinstance(written, str):
        return ""
    text = " ".join(written.split()).casefold()
    if text in _NONE:
        return _GAPS[0]
    for gap in _GAPS:
        known = {gap.replace("_", " ")} | ({words(language)[gap].casefold()} if has_words(language) else set())
        if text in known:
            return gap
    return ""


def _of_labels(reading: _Reading, shape: Mapping[str, Written]) -> tuple[Series, ...]:
    """`{2001: 5, 2002: 7}`: one set."""
    points = [reading.point(label, written, (*reading.path, label)) for label, written in shape.items()]
    _check_order(reading, reading.path, list(shape))
    return (Series("", tuple(points)),)


def _of_names(reading: _Reading, shape: Mapping[str, Mapping[str, Written]]) -> tuple[Series, ...]:
    """`{Corby: {2001: 5, 2018: 9}}`: a set for 2001 and one for 2018, in both of which is Corby."""
    for name, values in shape.items():
        _check_order(reading, (*reading.path, name), list(values))
    columns = list(dict.fromkeys(column for values in shape.values() for column in values))
    if all(_YEAR.match(column) for column in columns):
        columns.sort(key=lambda column: column[:4])
    sets = []
    for column in columns:
        points = [_of_name(reading, name, column, values) for name, values in shape.items()]
        sets.append(Series(column, tuple(points)))
    return tuple(sets)


def _of_name(reading: _Reading, name: str, column: str, values: Mapping[str, Written]) -> Point:
    path = (*reading.path, name, column)
    if column in values:
        return reading.point(name, values[column], path)
    if not reading.broken and not reading.reader.log.is_stand_in(path):
        _tell_gap(reading, name, column)
    return Point(name, None)


def _tell_gap(reading: _Reading, name: str, column: str) -> None:
    log = reading.reader.log
    path = (*reading.path, name)
    message = f"`{name}` has no value for `{column}`, and is shown there as not available"
    hint = f"write `{column}: not available` if that is so"
    log.problems.append(Problem("gap", message, log.key_place(path), hint, Severity.WARNING))


def _entries(reading: _Reading, entries: Iterable[SeriesEntry]) -> Iterable[Point]:
    """A list of entries that may have an interval or say why they have no value."""
    met: set[str] = set()
    labels = []
    for index, entry in enumerate(entries):
        path = (*reading.path, index)
        if reading.reader.log.is_stand_in(path) or reading.reader.log.is_stand_in((*path, "label")):
            reading.broken = True
            continue
        if entry.label in met:
            reading.wrong(f"`{entry.label}` stands twice in `series`", (*path, "label"), "keep one")
        met.add(entry.label)
        labels.append(entry.label)
        yield _entry(reading, path, entry)
    _check_order(reading, reading.path, labels)


def _entry(reading: _Reading, path: Path, entry: SeriesEntry) -> Point:
    log = reading.reader.log
    if entry.gap is not None:
        if entry.value is not None:
            reading.wrong("an entry has a `value` or a `gap`, not both", (*path, "gap"), "keep one")
        gap = gap_of(entry.gap, reading.language)
        if not gap:
            hint = "write `not available` or `suppressed`"
            log.at_value("series", f"`{entry.gap}` does not say why there is no value", (*path, "gap"), hint)
            reading.broken = True
        return Point(entry.label, None, gap=gap or _GAPS[0])
    if entry.value is None:
        if not log.is_stand_in((*path, "value")):
            log.missing_key(path, "value")
        reading.broken = True
        return Point(entry.label, None)
    point = reading.point(entry.label, entry.value, (*path, "value"))
    low = reading.reader.number((*path, "low"), entry.low, reading.language)
    high = reading.reader.number((*path, "high"), entry.high, reading.language)
    return _interval(reading, path, replace(point, low=low, high=high))


def _interval(reading: _Reading, path: Path, point: Point) -> Point:
    """The point, after a look at whether its interval holds it."""
    if (point.low is None) != (point.high is None):
        missing = "low" if point.low is None else "high"
        if not any(reading.reader.log.is_stand_in((*path, key)) for key in ("low", "high")):
            reading.wrong(f"an interval has two ends, and `{missing}` is missing", path, "give `low` and `high`")
    low, datum, high = point.low, point.datum, point.high
    if low and high and datum and not low.value <= datum.value <= high.value:
        message = f"{datum.text} is not between `low` ({low.text}) and `high` ({high.text})"
        reading.wrong(message, (*path, "value"), "let `low` be the smallest and `high` the largest of the three")
    return point


def _check_order(reading: _Reading, path: Path, labels: list[str]) -> None:
    """Moments that do not rise would be drawn backwards; other labels stand as they are written."""
    backwards = first_backwards(labels, reading.language)
    if backwards:
        message = f"`{backwards[1]}` stands after `{backwards[0]}`, and time runs forwards"
        hint = "put the points in order, the first one first"
        reading.reader.log.at_key("figure", message, (*path, backwards[1]), hint)


def check_units(reader: FieldReader, path: Path, sets: tuple[Series, ...]) -> bool:
    """Whether all values are of one kind; a second kind is reported."""
    first: Datum | None = None
    for each in sets:
        for point in each.points:
            datum = point.datum
            first = first or datum
            if datum and first and (datum.rule.prefix, datum.rule.unit) != (first.rule.prefix, first.rule.unit):
                message = f"`series` has {first.text} and {datum.text}: two kinds of number"
                reader.log.at_key("series", message, path, "let one figure have one kind of number")
                return False
    return True
