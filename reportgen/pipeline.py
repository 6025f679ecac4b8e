"""The program on one page: every stage named once, from YAML to files. Heavy stages are imported when needed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from reportgen.editions.job import EDITIONS, Job, checked_names, faults, finished, job_intent
from reportgen.editions.output import Finished, Written, clashes, write_all
from reportgen.problems import Place, Problem, ReportError, Severity, raise_errors
from reportgen.sources import Sources

if TYPE_CHECKING:
    from reportgen.brand import Brand
    from reportgen.brand.cache import BrandCache
    from reportgen.content.kinds.declaration import Kind
    from reportgen.content.report import Report
    from reportgen.fit import FitReport
    from reportgen.layout.layout_block import Blocks
    from reportgen.page import Page

PathLike = str | os.PathLike[str]

Content = PathLike | Mapping[str, Any] | IO[str] | IO[bytes]
"""A report's file, its content as a dict, or an open file such as standard input (bytes are read as UTF-8)."""


@dataclass(frozen=True)
class _Order:
    """How a build is to be done."""

    out: Path
    brand: PathLike | None
    editions: tuple[str, ...]
    intent: PathLike | None
    condition: str
    sources: Sources
    blocks: Blocks


@dataclass
class Build:
    """One run: what was written, and every problem that was met on the way."""

    written: list[Written] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def known_blocks() -> Blocks:
    """The blocks that come with the program, in a table to which others can be added."""
    from reportgen.layout.block_registry import BLOCKS

    return BLOCKS


def load(
    source: Content,
    *,
    brand: str = "",
    brands: BrandCache | None = None,
    sources: Sources | None = None,
    blocks: Blocks | None = None,
) -> Report:
    """The report of a YAML file, a dict or an open text. Raises ReportError with all its problems.

    `brand` replaces the brand that the report names; with a `brands` its characters are checked against its brand.
    `blocks` are those that its body may have, instead of those that the program has.
    """
    from reportgen.content.load_report import load_report

    sources, typefaces = sources or Sources(), brands.unsettable if brands else None
    read = partial(load_report, sources=sources, brand=brand, typefaces=typefaces, more_kinds=_more_kinds)
    if blocks is not None:
        read = partial(read, blocks=tuple(block.kind for block in blocks))
    if isinstance(source, Mapping):
        return read(source)
    if isinstance(source, str | os.PathLike):
        return read(Path(source))
    if not hasattr(source, "read"):
        raise TypeError(f"a report is a path, a dict or an open file, not {source!r} ({type(source).__name__})")
    name = str(getattr(source, "name", "<input>"))
    return read(_text(source.read(), name), name=name)


def _more_kinds() -> Mapping[str, Kind]:
    """The kinds of figure that other packages add, looked for when a report names one that the program lacks."""
    from reportgen.figures.plugins import AddedKinds

    return AddedKinds()


def _text(read: str | bytes, name: str) -> str:
    """What was read from an open file, as text; bytes are UTF-8. Raises ReportError when they are not."""
    from reportgen.reading.yaml_reader import decode

    if isinstance(read, str):
        return read
    text, problems = decode(read, name)
    raise_errors(problems)
    return text


def load_brand(name_or_path: PathLike, *, beside: Path | None = None, sources: Sources | None = None) -> Brand:
    """A brand by its name or its file. Raises ReportError with all its problems, or naming the brands there are."""
    from reportgen.brand.cache import NoBrandError, brand_file
    from reportgen.brand.load_brand import read_brand

    sources, name = sources or Sources(), os.fspath(name_or_path)
    try:
        path = brand_file(name, beside or Path("content"), sources)
    except NoBrandError as error:
        raise ReportError([error.problem(Place(name))]) from None
    return read_brand(path, str(path), sources)


def compose(report: Report, brand: Brand, blocks: Blocks | None = None) -> Page:
    """The page of a report in a brand: boxes at their places. Raises ReportError, also when it does not fit.

    `blocks` are those with which the report was loaded.
    """
    from reportgen.layout.composition import compose as compose_page

    return compose_page(report, brand, blocks or known_blocks())


def render(
    report: Report,
    brand: Brand,
    edition: str = "screen",
    *,
    sources: Sources | None = None,
    blocks: Blocks | None = None,
) -> bytes:
    """The file of a report in a brand: "screen" and "print" give a PDF, "png" a picture of the screen's at 150 ppi.

    `blocks` are those with which the report was loaded. Raises ReportError with every problem of setting it, and
    ValueError for an edition that there is not.
    """
    checked_names([edition])
    job = Job(compose(report, brand, blocks), report, brand, sources or Sources())
    raise_errors(faults(job, [edition]))
    return job.file(edition)


def build(
    source: Content,
    *,
    out: PathLike = "output",
    brand: PathLike | None = None,
    editions: Iterable[str] = EDITIONS,
    intent: PathLike | None = None,
    condition: str = "",
    sources: Sources | None = None,
    blocks: Blocks | None = None,
) -> list[Path]:
    """Build one report into `out` and return the files written. Raises ReportError; then nothing is written.

    `editions` are "screen", "print" and "png", or some of them. `intent` is the path of the profile that this job is
    printed with, instead of the brand's, and `condition` the name of its printing condition. `blocks` are those that a
    report may have, instead of those that the program has.
    """
    result = build_all(
        [source],
        out=out,
        brand=brand,
        editions=editions,
        intent=intent,
        condition=condition,
        sources=sources,
        blocks=blocks,
    )
    if any(problem.severity is Severity.ERROR for problem in result.problems):
        raise ReportError(result.problems)
    return [written.path for written in result.written]


def build_all(
    reports: Iterable[Content],
    *,
    out: PathLike = "output",
    brand: PathLike | None = None,
    editions: Iterable[str] = EDITIONS,
    intent: PathLike | None = None,
    condition: str = "",
    strict: bool = False,
    consistent: bool = False,
    sheet: PathLike | None = None,
    sources: Sources | None = None,
    blocks: Blocks | None = None,
) -> Build:
    """Build reports into `out`. When one of them has an error (or, if strict, a warning) nothing at all is written.

    `consistent` reports have type of one size and stand alike where they can. `sheet` is the path of a contact sheet of
    their pictures, and `blocks` are those that a report may have. Raises ValueError for an edition that there is not,
    and for a sheet without the edition "png".
    """
    if sheet is not None and "png" not in (editions := tuple(editions)):
        raise ValueError("a contact sheet is made from the pictures: the edition 'png' has to be among the editions")
    names, known = checked_names(editions), blocks or known_blocks()
    order = _Order(Path(out), brand, names, intent, condition, sources or Sources(), known)
    result, files = Build(), list[Finished]()
    each = (partial(_finished, source, order, result) for source in reports)
    for finish in _alike(reports, order, result) if consistent else each:
        try:
            files.extend(finish())
        except ReportError as error:
            result.problems.extend(error.problems)
    pictures = [file.data for file in files if file.path.suffix == ".png"]
    if sheet is not None and pictures:
        from reportgen.editions.pictures import contact_sheet

        files.append(Finished(Path(sheet), contact_sheet(pictures)))
    result.problems.extend(clashes(files))
    if not any(strict or problem.severity is Severity.ERROR for problem in result.problems):
        try:
            result.written = write_all(files)
        except ReportError as error:
            result.problems.extend(error.problems)
    return result


_Finish = Callable[[], Iterable[Finished]]
"""Makes the files of one report, not yet written. Raises ReportError with all its errors."""


def _finished(source: Content, order: _Order, result: Build) -> Iterator[Finished]:
    """The files of one report, not yet written, each with the time it took. Raises ReportError with all its errors."""
    start = time.perf_counter()
    report, look = _report_and_brand(source, order.brand, order.sources, order.blocks)
    result.problems.extend(report.warnings)
    yield from _files(_job(compose(report, look, order.blocks), report, look, source, order), order, result, start)


def _job(page: Page, report: Report, look: Brand, source: Content, order: _Order) -> Job:
    """The job of a page; its files are called like the report's own, or `report` when it has none."""
    path = _path(source)
    return Job(page, report, look, order.sources, path.stem if path else "report")


def _files(job: Job, order: _Order, result: Build, start: float) -> Iterator[Finished]:
    """The files of a page, looked over and drawn. Raises ReportError with all its errors."""
    job = replace(job, intent=job_intent(order.intent, order.condition, order.sources))
    found = tuple(faults(job, order.editions))
    raise_errors(found)
    result.problems.extend(found)
    yield from finished(job, order.out, order.editions, start)


def _alike(reports: Iterable[Content], order: _Order, result: Build) -> Iterator[_Finish]:
    """The reports of each brand composed together, so that they have one size of type and stand alike."""
    from reportgen.layout.batch_arrangement import compose_all

    start = time.perf_counter()
    groups: dict[str, list[tuple[Content, Report, Brand]]] = {}
    for source in reports:
        try:
            report, look = _report_and_brand(source, order.brand, order.sources, order.blocks)
        except ReportError as error:
            result.problems.extend(error.problems)
            continue
        result.problems.extend(report.warnings)
        groups.setdefault(look.file, []).append((source, report, look))
    for group in groups.values():
        try:
            pages = compose_all([report for _, report, _ in group], group[0][2], order.blocks)
        except ReportError as error:
            result.problems.extend(error.problems)
            continue
        for (source, report, look), page in zip(group, pages, strict=True):
            yield partial(_files, _job(page, report, look, source, order), order, result, start)


def fit(
    source: Content,
    *,
    brand: PathLike | None = None,
    sources: Sources | None = None,
    blocks: Blocks | None = None,
) -> FitReport:
    """How a report fits its page: what was chosen and why, and what room is left. Raises ReportError like a build."""
    from reportgen.fit import fit as fit_of

    known = blocks or known_blocks()
    return fit_of(*_report_and_brand(source, brand, sources or Sources(), known), known)


def _report_and_brand(
    source: Content, brand: PathLike | None, sources: Sources, blocks: Blocks
) -> tuple[Report, Brand]:
    """A report and its brand, or the one that was asked for. Raises ReportError with what is wrong in either."""
    from reportgen.brand.cache import BrandCache, NoBrandError

    path = _path(source)
    brands = BrandCache(path.parent if path else Path("content"), sources)
    report: Report | None = None
    problems: list[Problem] = []
    try:
        report = load(source, sources=sources, brand=os.fspath(brand) if brand else "", brands=brands, blocks=blocks)
    except ReportError as error:
        problems.extend(error.problems)
    except NoBrandError as error:
        problems.append(error.problem(Place("--brand")))
    raise_errors((*problems, *brands.problems))
    look = brands.brand(report.brand) if report else None
    if report is None or look is None:
        raise ReportError((*problems, *brands.problems))
    return report, look


def _path(source: Content) -> Path | None:
    """The file that a report is read from; None when it has none."""
    return Path(source) if isinstance(source, str | os.PathLike) else None
