"""Verification as a whole: every problem of what was drawn of a report's page, each at its place in the YAML."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.content.report import Report
from reportgen.page import Page
from reportgen.pdf.canvas import InkCanvas
from reportgen.problems import Problem, in_order
from reportgen.verify.canvas_reader import read_page
from reportgen.verify.drawn import DrawnPage, ShownRun
from reportgen.verify.expected_runs import ExpectedObject, ExpectedPage, expected_page
from reportgen.verify.expected_speech import expected_speech
from reportgen.verify.match import Matched, match
from reportgen.verify.placement import (
    RunIndex,
    covered,
    missing_objects,
    of_no_contrast,
    off_their_ground,
    out_of_figures,
    outside_or_clipped,
    overlapping,
)
from reportgen.verify.reconcile import Reconciliation, stretches
from reportgen.verify.run_text import UnreadableError
from reportgen.verify.wording import DrawingFault, fault

NARROW = 0.25
"""How much wider or narrower a run may be than it was set, in pt."""
_ROUNDED = 0.004
"""The same for each character of a long run, whose widths a font in a PDF has in whole thousandths of its size."""


class Verification:
    """Verifies one report's page, for all editions that it is drawn in."""

    def __init__(self, report: Report, page: Page) -> None:
        self._report = report
        self._expected = expected_page(page)
        self._speech = expected_speech(report)
        self._reconciliation = Reconciliation(self._speech)

    def problems(self, canvas: InkCanvas) -> tuple[Problem, ...]:
        """What of the report and its page is not on a canvas once, whole, in its place and to be seen.

        Each is an error, and the program's own: "lost", "twice", "outside", "clipped", "covered" or "overlap"; and
        "unread" for what verification itself does not know.
        """
        try:
            drawn = read_page(canvas)
        except UnreadableError as error:
            return (fault("unread", "page", str(error)).problem(self._report.place_of),)
        return in_order(one.problem(self._report.place_of) for one in self._faults(drawn))

    def _faults(self, drawn: DrawnPage) -> Iterator[DrawingFault]:
        expected = self._expected
        found = match(expected.runs, drawn.shown)
        loose = list(_loose(expected, found))
        unmatched = list(_unmatched(found))
        pairs = [*found.pairs, *found.moved, *found.misread]
        runs = RunIndex(pairs)
        yield from unmatched
        yield from outside_or_clipped(pairs, drawn)
        yield from covered(runs, drawn)
        yield from of_no_contrast(pairs, drawn)
        yield from missing_objects(expected, drawn)
        if unmatched:
            return  # the rest would say the same once more
        yield from out_of_figures(pairs)
        yield from overlapping(runs)
        yield from off_their_ground(runs, expected)
        yield from self._reconciliation.faults(stretches(pairs, loose, self._speech.addresses))
        yield from self._forgotten()

    def _forgotten(self) -> Iterator[DrawingFault]:
        """Pictures and figures of the report that the page has none of."""
        there = {item.source.removesuffix(".figure") for item in self._expected.objects}
        for what, paths in (("photograph", self._speech.pictures), ("figure", self._speech.figures)):
            yield from (fault("lost", what, "", source=path) for path in paths if path not in there)


def _unmatched(found: Matched) -> Iterator[DrawingFault]:
    """Runs that were not shown as they were expected."""
    for run in found.missing:
        yield fault("lost", "run", run)
    for pair in found.misread:
        yield fault("lost", "misread", pair, pair.shown)
    for pair in found.moved:
        yield fault("outside", "box", pair)
    sources = {pair.expected.text: pair.owner.source for pair in found.pairs}
    for shown in found.surplus:
        yield fault("twice", "run", shown, source=sources.get(shown.text, ""))
    for pair in found.pairs:
        if abs(pair.shown.advance - pair.expected.advance) > max(NARROW, _ROUNDED * len(pair.expected.text)):
            yield fault("outside", "width", pair)


def _loose(expected: ExpectedPage, found: Matched) -> Iterator[tuple[ExpectedObject, ShownRun]]:
    """Type of figures whose labels nobody knows beforehand: taken out of what was shown and not expected."""
    if not expected.unlabelled:
        return
    left: list[ShownRun] = []
    for shown in found.surplus:
        home = next((item for item in expected.unlabelled if item.area.holds(shown.area, 2.0)), None)
        if home is None:
            left.append(shown)
        else:
            yield home, shown
    found.surplus = left
