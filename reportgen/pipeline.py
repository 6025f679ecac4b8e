"""The program on one page: every stage named once, from YAML to files. Heavy stages are imported when they are needed."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from reportgen.problems import Place, Problem, ReportError, Severity, did_you_mean
from reportgen.sources import Sources

if TYPE_CHECKING:
    from reportgen.brand import Brand
    from reportgen.content.report import Report
    from reportgen.page import Page

Content = str | os.PathLike[str] | Mapping[str, Any] | IO[str]
"""A report's file, its content as a dict, or an open text such as standard input."""

EDITIONS = ("screen", "png")
PPI = 150


@dataclass(frozen=True, slots=True)
class Written:
    """A file that a build wrote: its path, its size in bytes and the seconds that it took."""

    path: Path
    size: int
    seconds: float


@dataclass
class Build:
    """One run: what was written, and every problem that was met on the way."""

    written: list[Written] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def load(source: Content, *, sources: Sources | None = None) -> Report:
    """The report of a YAML file, a dict or an open text. Raises ReportError with all its problems."""
    from reportgen.content.load import load_report

    door = sources or Sources()
    if isinstance(source, Mapping):
        return load_report(source, sources=door)
    if isinstance(source, str | os.PathLike):
        return load_report(Path(source), sources=door)
    return load_report(source.read(), sources=door, name=getattr(source, "name", "<input>"))


def load_brand(name_or_path: str | os.PathLike[str], *, beside: Path | None = None, sources: Sources | None = None) -> Brand:
    """A brand by its name or its file. Raises ReportError with all its problems, or naming the brands that there are."""
    from reportgen.brand.find import brand_file, brand_names
    from reportgen.brand.load import read_brand

    door, folder, name = sources or Sources(), beside or Path("content"), os.fspath(name_or_path)
    path = brand_file(name, folder, door)
    if path is None:
        hint = did_you_mean(name, brand_names(folder, door))
        raise ReportError([Problem("brand", f"there is no brand `{name}`", Place(name), hint)])
    return read_brand(path, os.fspath(path), door)


def compose(report: Report, brand: Brand) -> Page:
    """The page of a report in a brand: boxes at their places. Raises ReportError when it cannot be set or does not fit."""
    from reportgen.layout import compose as compose_page
    from reportgen.text.words import words

    return compose_page(report, brand, words(report.language))


def render(report: Report, brand: Brand, edition: str = "screen", *, sources: Sources | None = None) -> bytes:
    """The file of a report in a brand: "screen" gives a PDF, "png" a picture of it at 150 ppi.

    Raises ReportError with every problem of setting it, and ValueError for an edition that there is not.
    """
    if edition not in EDITIONS:
        raise ValueError(f"no edition is called {edition!r}; {did_you_mean(edition, EDITIONS)}")
    pdf = _pdf(compose(report, brand), report, brand, sources or Sources())
    return _png(pdf) if edition == "png" else pdf


def build(
    source: Content,
    *,
    out: str | os.PathLike[str] = "output",
    brand: str | os.PathLike[str] | None = None,
    editions: Iterable[str] = EDITIONS,
    sources: Sources | None = None,
) -> list[Path]:
    """Build one report into `out` and return the files written. Raises ReportError; then nothing is written."""
    result = build_all([source], out=out, brand=brand, editions=editions, sources=sources)
    if any(problem.severity is Severity.ERROR for problem in result.problems):
        raise ReportError(result.problems)
    return [written.path for written in result.written]


def build_all(
    reports: Iterable[Content],
    *,
    out: str | os.PathLike[str] = "output",
    brand: str | os.PathLike[str] | None = None,
    editions: Iterable[str] = EDITIONS,
    strict: bool = False,
    sources: Sources | None = None,
) -> Build:
    """Build reports into `out`. When one of them has an error (or, if strict, a warning) nothing at all is written."""
    result, door, wanted = Build(), sources or Sources(), tuple(editions)
    finished: list[tuple[Path, bytes, float]] = []
    for source in reports:
        try:
            finished.extend(_finished(source, Path(out), brand, wanted, result, door))
        except ReportError as error:
            result.problems.extend(error.problems)
    result.problems.extend(_clashes(path for path, _, _ in finished))
    fatal = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    if not any(problem.severity in fatal for problem in result.problems):
        result.written = [_write(path, data, seconds) for path, data, seconds in finished]
    return result


def _finished(
    source: Content, out: Path, brand: str | os.PathLike[str] | None, editions: tuple[str, ...], result: Build, door: Sources
) -> Iterator[tuple[Path, bytes, float]]:
    """The files of one report, not yet written, each with the time it took."""
    start = time.perf_counter()
    report = load(source, sources=door)
    result.problems.extend(report.warnings)
    look = _brand_of(report, brand, door)
    pdf = _pdf(compose(report, look), report, look, door)
    name = out / _stem(source)
    if "screen" in editions:
        yield name.with_name(f"{name.name}.pdf"), pdf, time.perf_counter() - start
    if "png" in editions:
        start = time.perf_counter()
        yield name.with_name(f"{name.name}.png"), _png(pdf), time.perf_counter() - start


def _brand_of(report: Report, brand: str | os.PathLike[str] | None, door: Sources) -> Brand:
    """The brand that was asked for, or else the report's own; one that is missing is told where the report names it."""
    from reportgen.brand.find import brand_file, brand_names

    folder = Path(report.file).parent if Path(report.file).is_file() else Path("content")
    name = os.fspath(brand) if brand else report.brand
    if brand_file(name, folder, door) is None:
        place = Place("--brand") if brand else report.place_of("brand")
        hint = did_you_mean(name, brand_names(folder, door))
        raise ReportError([Problem("brand", f"there is no brand `{name}`", place, hint)])
    return load_brand(name, beside=folder, sources=door)


def _pdf(page: Page, report: Report, brand: Brand, door: Sources) -> bytes:
    from reportgen.brand.faces import BrandFaces
    from reportgen.pdf import render_page

    created = door.build_date(report.date.iso if report.date else "")
    return render_page(page, inks=brand.inks, fonts=BrandFaces(brand), created=created)


def _png(pdf: bytes) -> bytes:
    from reportgen.pdf import png

    return png(pdf, PPI)


def _stem(source: Content) -> str:
    """The name of a report's files: that of its YAML file; `report` when it has none."""
    named = isinstance(source, str | os.PathLike)
    return Path(source).stem if named else "report"  # type: ignore[arg-type]  # `named` has told


def _clashes(paths: Iterable[Path]) -> Iterator[Problem]:
    """Two reports of one name would overwrite each other."""
    seen: set[Path] = set()
    for path in paths:
        if path in seen:
            hint = "rename one of the reports, or build them into different folders with `--out`"
            yield Problem("clash", f"two reports would be written to `{path}`", Place(os.fspath(path)), hint)
        seen.add(path)


def _write(path: Path, data: bytes, seconds: float) -> Written:
    """Write a file whole or not at all: an older one stays until the new one is complete. Raises ReportError."""
    start = time.perf_counter()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(temporary, 0o666 & ~_umask())
            os.replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
    except OSError as error:
        hint = "choose another folder with `--out`, or close the program that has the file open"
        problem = Problem("write", f"the file cannot be written ({error.strerror})", Place(os.fspath(path)), hint)
        raise ReportError([problem]) from None
    return Written(path, len(data), seconds + time.perf_counter() - start)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def is_standard_input(source: Content) -> bool:
    """Whether a report comes from standard input."""
    return source is sys.stdin
