"""A composed page and the files that it becomes, none of them written yet.

All are drawn from one layout: the screen edition, the print edition with its job ticket, and the picture.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.editions.output import Finished
from reportgen.problems import Place, Problem, ReportError, did_you_mean, raise_errors

if TYPE_CHECKING:
    from datetime import datetime

    from reportgen.brand import Brand
    from reportgen.colour.profiles import OutputIntent
    from reportgen.content.report import Report
    from reportgen.glyphs import GlyphRun
    from reportgen.page import Page
    from reportgen.sources import Sources
    from reportgen.standards import Edition
    from reportgen.verify import Verification

EDITIONS = ("screen", "print", "png")
ENDINGS = {"screen": ".pdf", "print": "-print.pdf", "ticket": "-print.txt", "png": ".png"}
"""What a file's name has after that of the report. The job ticket goes with the print edition."""

PPI = 150

CHECKED = (
    "colours, fonts, characters, pictures and structure, by the rules of the standards above",
    "inks against the ink limit of the output intent",
    "resolution of pictures at their size",
    "figures on a grey photocopy",
    "every text of the report on the page once, whole, in its place and to be seen",
)
"""What is checked before a print edition is written: it has no error in any of it."""


@dataclass(frozen=True)
class Job:
    """A page that is ready to be drawn, with all that its drawing asks for.

    `name` is that of the report's files without their endings; `intent` replaces that of the brand.
    """

    page: Page
    report: Report
    brand: Brand
    sources: Sources
    name: str = "report"
    intent: OutputIntent | None = None

    @property
    def names(self) -> dict[str, str]:
        """What the files of the job are called."""
        return {what: f"{self.name}{ending}" for what, ending in ENDINGS.items()}

    @property
    def press(self) -> OutputIntent:
        """What the print edition is made for."""
        return self.intent or self.brand.output_intent

    @cached_property
    def screen(self) -> bytes:
        """The screen edition, drawn once also where the picture is made from it. Raises ReportError."""
        from reportgen.standards import SCREEN

        return self._drawn(SCREEN, None)

    @cached_property
    def print(self) -> bytes:
        """The print edition. Raises ReportError."""
        from reportgen.standards import PRINT

        return self._drawn(PRINT, self.press)

    @cached_property
    def png(self) -> bytes:
        """A picture of the screen edition."""
        from reportgen.editions.pictures import png

        return png(self.screen, PPI)

    def file(self, what: str) -> bytes:
        """A file of the job: "screen", "print", "ticket" or "png". Raises ReportError."""
        data: bytes = getattr(self, what)
        return data

    @cached_property
    def ticket(self) -> bytes:
        """The job ticket of the print edition, as UTF-8 text."""
        from reportgen.prepress.job_ticket import job_ticket
        from reportgen.standards import PRINT, Standard

        promises = [standard for standard in Standard if standard in PRINT.promises]
        ticket = job_ticket(self.page, self.press, file=self.names["print"], promises=promises, checked=CHECKED)
        return ticket.encode("utf-8")

    def _drawn(self, edition: Edition, intent: OutputIntent | None) -> bytes:
        from reportgen.brand.model import BrandFaces
        from reportgen.pdf import DrawingError, render_page

        created, faces = _created(self.report, self.sources), BrandFaces(self.brand)
        inks, verify = self.brand.inks, lambda canvas: raise_errors(self._verification.problems(canvas))
        try:
            return render_page(
                self.page, inks=inks, fonts=faces, created=created, edition=edition, intent=intent, drawn=verify
            )
        except DrawingError as error:
            raise ReportError([Problem("draw", str(error), Place(self.report.file))]) from None

    @cached_property
    def _verification(self) -> Verification:
        """The check that all of the report is there to be read, one for all editions."""
        from reportgen.verify import Verification

        return Verification(self.report, self.page)


def checked_names(editions: Iterable[str]) -> tuple[str, ...]:
    """The editions, each once. Raises ValueError for one that there is not."""
    names = tuple(dict.fromkeys(editions))
    for name in names:
        if name not in EDITIONS:
            raise ValueError(f"no edition is called {name!r}; {did_you_mean(name, EDITIONS)}")
    return names


def job_intent(profile: str | os.PathLike[str] | None, condition: str, sources: Sources) -> OutputIntent | None:
    """The output intent that is asked for this job alone, if any. Raises ReportError."""
    from reportgen.colour.profiles import ProfileError, load_intent, printer_intent
    from reportgen.colour.separation import check_converts

    if profile is None:
        return None
    try:
        intent = load_intent(os.fspath(profile), sources)
        check_converts(intent.profile)
        return printer_intent(intent.profile.data, condition, intent.ink_limit) if condition else intent
    except ProfileError as error:
        raise ReportError([Problem("profile", error.message, Place(os.fspath(profile)), error.hint)]) from None


def finished(job: Job, out: Path, editions: Collection[str], start: float) -> Iterator[Finished]:
    """The files of a job, each with the seconds that it took since `start` or the file before. Raises ReportError."""
    wanted = {*editions, "ticket"} if "print" in editions else {*editions}
    for what, name in job.names.items():
        if what in wanted:
            data = job.file(what)
            now = time.perf_counter()
            yield Finished(out / name, data, now - start)
            start = now


def faults(job: Job, editions: Collection[str]) -> Iterator[Problem]:
    """All that is wrong with a page in the editions that are wanted, each at the place in the YAML that causes it.

    An error is what would break a promise of one of them; nothing of the page is drawn to find it.
    """
    from reportgen.figures.lint import lint
    from reportgen.pdf import BadPicture
    from reportgen.pdf.page_facts import facts_of
    from reportgen.prepress.code_size import small_code
    from reportgen.prepress.faint_logos import faint_logos
    from reportgen.prepress.preflight import preflight
    from reportgen.standards import PRINT, SCREEN, checked, violations

    drawn = [edition for edition in (SCREEN, PRINT) if edition.name in editions] or [SCREEN]
    facts = dict.fromkeys(fact for edition in drawn for fact in facts_of(job.page, edition))
    promises = frozenset(promise for edition in drawn for promise in edition.promises)
    yield from (violation.problem(job.report.place_of) for violation in violations(facts, promises))
    if PRINT in drawn:
        hint = "name another profile, or build only the screen edition with `--edition screen`"
        for reason in checked(PRINT.promises, colour=PRINT.colour, profile=job.press.profile):
            yield Problem("edition", reason, Place(job.brand.file), hint)
    undrawn = tuple(_undrawn(job))
    yield from undrawn or lint(job.page, job.report, job.brand.roles)
    yield from faint_logos(job.report, job.brand)
    yield from small_code(job.report.link, job.brand, job.report.place_of("link.url"))
    with suppress(BadPicture):  # a problem of its own when it is drawn
        yield from preflight(job.page, job.brand, editions, job.press, job.report.place_of)


def _undrawn(job: Job) -> Iterator[Problem]:
    """Figures that fail when their marks are asked for, which only those of other packages do, or whose labels have
    characters that their typeface lacks: one that is bold may lack what the text face has."""
    from reportgen.figures.base import FigureError, Label, marks_of
    from reportgen.page import FigureBox

    for placed in job.page.walk():
        if isinstance(placed.box, FigureBox):
            try:
                marks = marks_of(placed.box)
            except FigureError as error:
                yield Problem("figure", str(error), job.report.place_of(f"{placed.source}.figure"), error.hint)
                continue
            for run in (each.run for mark in marks if isinstance(mark, Label) for each in mark.line.runs):
                yield from _unset(run, job, placed.source)


def _unset(run: GlyphRun, job: Job, source: str) -> Iterator[Problem]:
    """The characters of a label for which its face has no glyph."""
    from reportgen.text.coverage import character_faults

    if not all(glyph.gid for glyph in run.glyphs):
        for char, why, hint in character_faults(run.text, run.font):
            yield Problem("character", why, job.report.place_of_word(source, char), hint)


def _created(report: Report, sources: Sources) -> datetime:
    """The date that goes into the file."""
    try:
        return sources.build_date(report.date.iso if report.date else "")
    except (ValueError, OverflowError, OSError):
        hint = "unset it, or set it to the seconds since the beginning of 1970"
        problem = Problem("date", "it is no number of seconds", Place("SOURCE_DATE_EPOCH"), hint)
        raise ReportError([problem]) from None
