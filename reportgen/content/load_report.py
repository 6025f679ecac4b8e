"""Reads a report from a file, a text or a mapping: the checked `Report`, or one exception with every problem of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.blocks import all_texts
from reportgen.content.block_kinds import BLOCK_KINDS, BlockKinds, shapes_of
from reportgen.content.dict_reader import read_mapping
from reportgen.content.field_reader import (
    FieldReader,
    MoreKinds,
    Unsettable,
    all_settable,
    no_more_kinds,
    read_language,
)
from reportgen.content.named_values import NameTable
from reportgen.content.problem_log import ProblemLog
from reportgen.content.report import Report
from reportgen.content.report_files import FilePort, ReportFiles
from reportgen.content.resolve import resolve
from reportgen.content.schema import ReportShape
from reportgen.content.schema_parts import ValueShape
from reportgen.content.validate import validate
from reportgen.problems import Place, Problem, ReportError, Severity, in_order, raise_errors
from reportgen.reading.located_tree import MappingNode, Scalar
from reportgen.reading.yaml_reader import Reading, decode, read_yaml
from reportgen.sources import Sources

if TYPE_CHECKING:
    from reportgen.content.workbook import Workbook

FALLBACK_LANGUAGE = "en"
_OTHER = re.compile(r"(?:\A|\n)(?:series|inks)[ \t]*:")


Typefaces = Callable[[str, str], Sequence[tuple[str, str, str]]]
"""Of a brand's name and a text: the characters that cannot be set, each with a clause that says why, and what to do.

Raises LookupError, with a `hint`, when there is no such brand."""


def load_report(
    source: Path | Mapping[str, object] | str,
    *,
    sources: FilePort | None = None,
    name: str = "",
    folder: Path | None = None,
    brand: str = "",
    typefaces: Typefaces | None = None,
    more_kinds: MoreKinds = no_more_kinds,
    blocks: BlockKinds = BLOCK_KINDS,
) -> Report:
    """The report that `source` holds: a path, a mapping, or YAML text (`name` stands for its file in problems).

    Paths in it count from its own folder, or from `folder`. `brand` replaces the brand that it names. `typefaces` is
    asked which characters of a text the brand cannot set, and `more_kinds` for figures that the program does not know.
    `blocks` are the kinds of block that its body may have.
    Warnings are in the report; with an error among the problems `ReportError` is raised with all of them.
    """
    files = sources if sources is not None else Sources()
    if isinstance(source, Path):
        file = name or source.as_posix()
        reading = _read_file(source, file, files)
        folder = folder or source.parent
    elif isinstance(source, str):
        file = name or "<text>"
        reading = read_yaml(source, file)
    else:
        file = name or "<dict>"
        reading = read_mapping(source, file)
    return _load(reading, file, folder or Path(), files, brand, typefaces, more_kinds, blocks)


def reports_in(folder: Path, *, sources: FilePort | None = None) -> tuple[Path, ...]:
    """The reports directly in a folder, by name; brands and series are none. Raises OSError."""
    files = sources if sources is not None else Sources()
    found = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml") and path.is_file())
    return tuple(path for path in found if not path.name.startswith(".") and _is_report(path, files))


def _is_report(path: Path, files: FilePort) -> bool:
    """Whether a file is to be read as a report. One that cannot be read is: reading it will say why."""
    try:
        return not _OTHER.search(files.read_bytes(path).decode("utf-8", "replace").replace("\r", "\n"))
    except OSError:
        return True


def _read_file(path: Path, file: str, files: FilePort) -> Reading:
    try:
        if not files.exists(path):
            return Reading(None, (Problem("file", "there is no such file", Place(file)),))
        data = files.read_bytes(path)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        return Reading(None, (Problem("file", f"the file cannot be read: {reason}", Place(file)),))
    text, problems = decode(data, file)
    return Reading(None, problems) if problems else read_yaml(text, file)


def _load(
    reading: Reading,
    file: str,
    folder: Path,
    files: FilePort,
    brand: str,
    typefaces: Typefaces | None,
    more_kinds: MoreKinds,
    blocks: BlockKinds,
) -> Report:
    if reading.root is None:
        raise ReportError(reading.problems)
    unparsed = frozenset(
        (problem.place.line, problem.place.column) for problem in reading.problems if problem.place.line
    )
    log = ProblemLog(reading.root, list(reading.problems), unparsed)
    shape = validate(log, shapes_of(blocks))
    unsettable = _typefaces_of(log, brand, typefaces)
    report = None
    if shape:
        language = read_language(log, ("language",), shape.language, FALLBACK_LANGUAGE)
        own, names = ReportFiles(log, folder, files), NameTable()
        workbook = cache(partial(_workbook, log, own, names, shape, language))
        reader = FieldReader(log, own, names, workbook, unsettable, more_kinds)
        report = replace(resolve(reader, shape, language, file, brand, blocks), text=reading.text)
        log.problems += _unsettable_of(report, reader)
    for path in sorted(map(str, log.stand_ins)) if not log.problems else ():
        log.at_key("type", f"something near {path} cannot be read", (), "write each key on a line of its own")
    raise_errors(log.problems)
    if report is None:  # nothing was reported and nothing came of it
        raise ReportError([Problem("type", "the report cannot be read", Place(file))])
    warnings = (each for each in log.problems if each.severity is Severity.WARNING)
    return replace(report, warnings=in_order(warnings))


def _unsettable_of(report: Report, reader: FieldReader) -> Iterator[Problem]:
    """Characters of the whole report that cannot be set and that no reader of a value has told: the last door."""
    told = {each.message for each in reader.log.problems if each.code == "character"}
    for path, text in all_texts(report):
        if text.isascii() and text.isprintable():
            continue
        for char, why, hint in reader.unsettable(text):
            if why not in told:
                told.add(why)
                yield Problem("character", why, report.place_of_word(path, char), hint)


def _workbook(log: ProblemLog, files: ReportFiles, names: NameTable, shape: ReportShape, language: str) -> Workbook:
    """The tables and formulas of a report, loaded with all their modules when something first asks for them."""
    from reportgen.content.workbook import Workbook

    given = {name: each.model_dump() if isinstance(each, ValueShape) else each for name, each in shape.values.items()}
    return Workbook(log, files, names, shape.data, given, language)


def _typefaces_of(log: ProblemLog, brand: str, typefaces: Typefaces | None) -> Unsettable:
    """What the brand's typefaces lack; a brand that the report names and that there is not is one of its problems."""
    name = brand or _brand_name(log.root)
    if typefaces is None or not name:
        return all_settable
    try:
        typefaces(name, "")
    except LookupError as error:
        if brand:
            raise
        log.at_value("brand", str(error), ("brand",), getattr(error, "hint", ""))
        return all_settable
    return partial(typefaces, name)


def _brand_name(root: MappingNode) -> str:
    """The brand that a report names, read before anything else of it is."""
    entry = root.get("brand")
    return entry.value.text.strip() if entry and isinstance(entry.value, Scalar) else ""
