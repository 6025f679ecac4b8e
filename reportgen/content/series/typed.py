"""The reader of series that are typed in the report itself: labels with values, blocks of them, or lists of entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from reportgen.content.field_reader import FieldReader
from reportgen.content.gaps import Gap, gap_of
from reportgen.content.quantities import Quantity
from reportgen.content.schema_parts import SeriesEntry
from reportgen.content.series.raw import RawData, RawPoint, RawSeries, SeriesError, raw_point
from reportgen.reading.located_tree import MappingNode, Path, find

Written = str | Decimal


def read_typed(reader: FieldReader, path: Path, shape: object, language: str) -> RawData | None:
    """The series that are typed at `path`; None when one of their values is wrong, which is reported."""
    log = reader.log
    stands_in = any(each[: len(path)] == path for each in log.stand_ins)
    typed = _Typed(reader, path, language, stands_in or _has_lost(reader, path, shape))
    if isinstance(shape, tuple):
        series = [RawSeries("", dict(typed.entries(shape)))]
    elif not isinstance(shape, Mapping):
        return None
    elif all(isinstance(value, Mapping) for value in shape.values()):
        series = typed.blocks(shape)
    elif any(isinstance(value, Mapping) for value in shape.values()):
        typed.wrong("some entries of `series` are single values and some are blocks", path, "write all alike")
        return None
    else:
        typed.check_names(shape)
        series = [RawSeries("", {label: typed.point(given, (*path, label)) for label, given in shape.items()})]
    return None if typed.broken else RawData(tuple(series) or (RawSeries("", {}),), language, "series")


def _has_lost(reader: FieldReader, path: Path, shape: object) -> bool:
    """Whether entries of a series lack their values, which has been told, and so are not in its shape."""
    node = find(reader.log.root, path)
    if not isinstance(node, MappingNode) or not isinstance(shape, Mapping):
        return False
    return len(shape) < len(node.entries) or any(_has_lost(reader, (*path, key), each) for key, each in shape.items())


@dataclass
class _Typed:
    """A series as it is read; `broken` once a value of it is none."""

    reader: FieldReader
    path: Path
    language: str
    broken: bool

    def wrong(self, message: str, path: Path, hint: str = "") -> None:
        """Reports what makes the series unusable."""
        self.reader.log.at_key("series", message, path, hint)
        self.broken = True

    def point(self, written: Written, path: Path) -> RawPoint:
        """A value, or the reason why there is none."""
        return RawPoint(self._value(written, path) or Gap())

    def check_names(self, names: Iterable[str], *within: str) -> None:
        """Tells the characters of names that cannot be set."""
        for name in names:
            self.reader.check_key((*self.path, *within, name))

    def blocks(self, shape: Mapping[str, Mapping[str, Written]]) -> list[RawSeries]:
        """`{Corby: {2001: 5, 2018: 9}}`: a series for 2001 and one for 2018, in both of which is Corby."""
        names = dict.fromkeys(name for values in shape.values() for name in values)
        self.check_names(shape)
        for label, values in shape.items():
            self.check_names(values, label)
        return [
            RawSeries(
                name,
                {
                    label: self.point(values[name], (*self.path, label, name))
                    for label, values in shape.items()
                    if name in values
                },
            )
            for name in names
        ]

    def entries(self, entries: tuple[SeriesEntry, ...]) -> Iterator[tuple[str, RawPoint]]:
        """A list of entries that may have an interval or say why they have no value."""
        met: set[str] = set()
        for index, entry in enumerate(entries):
            path = (*self.path, index)
            if self.reader.log.is_stand_in(path) or self.reader.log.is_stand_in((*path, "label")):
                self.broken = True
                continue
            if entry.label in met:
                self.wrong(f"`{entry.label}` stands twice in `series`", (*path, "label"), "keep one")
            met.add(entry.label)
            self.reader.check_value((*path, "label"))
            yield entry.label, self._entry(path, entry)

    def _entry(self, path: Path, entry: SeriesEntry) -> RawPoint:
        if entry.gap is not None:
            return RawPoint(self._gap(path, entry))
        if entry.value is None:
            if not self.reader.log.is_stand_in((*path, "value")):
                self.reader.log.missing_key(path, "value")
            self.broken = True
            return RawPoint(Gap())
        given = {key: end for key in ("value", "low", "high") if (end := getattr(entry, key)) is not None}
        found = {key: self._value(end, (*path, key)) for key, end in given.items()}
        stands_in = any(self.reader.log.is_stand_in((*path, key)) for key in ("low", "high"))
        value = found["value"]
        if value is None or None in found.values() or stands_in:
            return RawPoint(Gap())
        try:
            return raw_point(entry.label, value, found.get("low"), found.get("high"), self.language)
        except SeriesError as error:
            self.wrong(error.message, (*path, error.key) if error.key in given else path, error.hint)
            return RawPoint(value)

    def _gap(self, path: Path, entry: SeriesEntry) -> Gap:
        """The reason that an entry gives."""
        if entry.value is not None:
            self.wrong("an entry has a `value` or a `gap`, not both", (*path, "gap"), "keep one")
        gap = gap_of(entry.gap or "", self.language)
        if gap is None:
            hint = "write `not available` or `suppressed`"
            message = f"`{entry.gap}` does not say why there is no value"
            self.reader.log.at_value("series", message, (*path, "gap"), hint)
            self.broken = True
        return gap or Gap()

    def _value(self, written: Written, path: Path) -> Quantity | Gap | None:
        """A number, or a gap; None when it is neither, which has been told."""
        gap = gap_of(written, self.language) if isinstance(written, str) else None
        if gap:
            return gap
        datum = self.reader.number(path, written, self.language)
        self.broken |= datum is None
        return Quantity(datum.value, datum.rule) if datum else None
