"""The one way of a series: read where it is typed or from its table, finished, and told where something is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import groupby

from reportgen.content.field_reader import FieldReader
from reportgen.content.periods.spreadsheets import LabelFault
from reportgen.content.periods.whole_series import ORDERS_OF_DAYS, UNITS, LabelError
from reportgen.content.problem_log import ProblemLog
from reportgen.content.quantities import FRACTIONS_HINT, fractions_message
from reportgen.content.report import Series
from reportgen.content.schema import Charted, TableShape
from reportgen.content.series.finish import Scope, finish
from reportgen.content.series.in_time import Timing, timing_of
from reportgen.content.series.raw import RawData, SeriesError
from reportgen.content.series.typed import read_typed
from reportgen.problems import Problem, Severity
from reportgen.reading.located_tree import MappingNode, Path, Scalar, SequenceNode, find
from reportgen.text.invisible import visible
from reportgen.text.locale import NumberRule
from reportgen.text.number_reading import NumberError, parse_number


def read_raw(
    reader: FieldReader, shape: Charted, path: Path, language: str, with_totals: bool = False
) -> RawData | None:
    """The numbers of the figure at `path`; None when something is wrong with them, which has been told."""
    with _told(reader, shape, path):
        if shape.data is not None:
            raw = reader.workbook().series_of(shape, path, with_totals)
        else:
            raw = read_typed(reader, (*path, "series"), shape.series, language)
        if raw is None:
            return None
        _check_names(reader, raw, shape, path)
        _refuse_twins(raw)
        _tell_absent(reader, raw, (*path, raw.key))
        index, sample = _options(reader, shape, path, language)
        fractions = fractions_message(tuple(raw.quantities), sample, language) if sample and not index else ""
        if fractions:
            reader.log.warn_at_key("written", fractions, (*path, "written"), FRACTIONS_HINT)
        return raw
    return None


def finished(
    reader: FieldReader,
    raw: RawData,
    timing: Timing,
    shape: Charted,
    path: Path,
    scope: Scope,
    unit: NumberRule | None = None,
) -> tuple[Series, ...]:
    """The series of the figure at `path`, `scope` saying what is written alike and `unit` what plain numbers count; ()
    when something is wrong with them, which has been told."""
    with _told(reader, shape, path):
        index, sample = _options(reader, shape, path, timing.language)
        return finish(raw, timing, index, sample, unit, scope)
    return ()


def read_timing(
    reader: FieldReader, raw: RawData, shape: Charted, path: Path, language: str, mixed: bool, ranked: bool = False
) -> Timing | None:
    """How the labels of the figure at `path` stand in time; None when something is wrong with them, which is told.

    Names may stand among periods if they may be `mixed`, and periods that share no axis are names if they are `ranked`.
    """
    said = said_of_time(reader, shape, path)
    if said is None:
        return None
    try:
        timing = timing_of(raw, language, *said, mixed, ranked)
    except LabelError as error:
        for fault in error.faults:
            _tell_label(reader.log, raw, path, fault)
        return None
    for fault in timing.warnings:
        _tell_label(reader.log, raw, path, fault, Severity.WARNING)
    return timing


def said_of_time(reader: FieldReader, shape: Charted, path: Path) -> tuple[str, str] | None:
    """What a figure, or else its table, says under `period` and `dates`; None when that is wrong, which is told."""
    table = reader.workbook().shapes.get(shape.data) if shape.data else None
    where: tuple[tuple[TableShape | Charted | None, Path], ...] = ((shape, path), (table, ("data", shape.data or "")))
    found = []
    for key, known in (("period", UNITS), ("dates", ORDERS_OF_DAYS)):
        given = [(getattr(each, key), at) for each, at in where if each and getattr(each, key) is not None]
        written, at = given[0] if given else ("", path)
        value = " ".join(written.split()).casefold()
        if written and value not in known and not reader.log.is_stand_in((*at, key)):
            hint = f"write {' or '.join(f'`{key}: {each}`' for each in known)}"
            reader.log.at_value(key, f"unknown {key[:-1] if key == 'dates' else key} `{written}`", (*at, key), hint)
            return None
        found.append(value)
    return found[0], found[1]


def _tell_label(
    log: ProblemLog, raw: RawData, path: Path, fault: LabelFault, severity: Severity = Severity.ERROR
) -> None:
    """What is wrong with a label, at its cell if it stands in a file, else where the report has it."""
    place = raw.place_of(fault.label) or log.key_place(_path_of(log, (*path, raw.key), fault.label))
    told = Problem("period", fault.message, place, fault.hint, severity)
    if told not in log.problems:
        log.problems.append(told)


def _path_of(log: ProblemLog, path: Path, label: str) -> Path:
    """Where a label, or the name of a series, is typed."""
    node = find(log.root, path)
    if isinstance(node, SequenceNode):
        labels = [find(log.root, (*path, at, "label")) for at in range(len(node.items))]
        found = [at for at, each in enumerate(labels) if isinstance(each, Scalar) and each.text == label]
        return (*path, found[0], "label") if found else path
    if isinstance(node, MappingNode) and not node.get(label):
        inner = next((entry.key.text for entry in node.entries if find(log.root, (*path, entry.key.text, label))), "")
        return (*path, inner, label) if inner else path
    return (*path, label)


def _options(reader: FieldReader, shape: Charted, path: Path, language: str) -> tuple[str, NumberRule | None]:
    """The base of an index, and the sample that numbers are written by."""
    index, written = (
        "" if reader.log.is_stand_in((*path, key)) else (given or "").strip()
        for key, given in (("index", shape.index), ("written", shape.written))
    )
    return index, parse_number(written, language)[1] if written else None


@contextmanager
def _told(reader: FieldReader, shape: Charted, path: Path) -> Iterator[None]:
    """What is wrong with a series is told where its cause stands."""
    log = reader.log
    try:
        yield
    except NumberError as error:
        log.at_value("number", error.message, (*path, "written"), error.hint)
    except SeriesError as error:
        key = "series" if shape.data is None else "data"
        if find(log.root, (*path, error.key)) is not None:
            log.at_value(key, error.message, (*path, error.key), error.hint)
        else:
            log.at_key(key, error.message, (*path, key, error.label) if error.label else (*path, key), error.hint)


def _refuse_twins(raw: RawData) -> None:
    """Refuse two names that a reader cannot tell apart. Raises SeriesError."""
    for names in (raw.labels, raw.names):
        seen: dict[str, str] = {}
        for name in names:
            first = seen.setdefault(visible(name), name)
            if first != name:
                message = f"two names look alike, `{visible(name)}`: they differ in characters that leave no mark"
                raise SeriesError(raw.key, message, "delete these, or rename one of the two", name)


def _check_names(reader: FieldReader, raw: RawData, shape: Charted, path: Path) -> None:
    """Tells the characters of a table, and of the names for its columns, that cannot be set."""
    for name in shape.y if isinstance(shape.y, Mapping) else ():
        reader.check_key((*path, "y", name))
    for cell in raw.cells:
        reader.check_at(cell.text, cell.place)


def _tell_absent(reader: FieldReader, raw: RawData, path: Path) -> None:
    """A warning for values that are not there, and of which nobody has said that they are not available."""
    if raw.key == "series":  # `{Corby: {2018: 9}}`: the labels stand outside
        for name, label in raw.absent():
            message = f"`{label}` has no value for `{name}`, and is shown there as not available"
            reader.log.warn_at_key("gap", message, (*path, label), f"write `{name}: not available` if that is so")
        return
    for name, pairs in groupby(raw.absent(), key=lambda pair: pair[0]):
        first, *others = (label for _, label in pairs)
        more = f" and {len(others)} more" if others else ""
        message = f"`{name}` has no row for `{first}`{more}, and is shown there as not available"
        reader.log.warn_at_key("gap", message, path, "give it a row with an empty cell if that is so")
