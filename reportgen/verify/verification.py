"""The check as a whole: report, page and canvas in; every problem of what was drawn out, each at its place."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.content.report import Report
from reportgen.page import Page
from reportgen.pdf.canvas import InkCanvas
from reportgen.problems import Problem, in_order
from reportgen.verify.canvas_reader import read_page
from reportgen.verify.drawn import DrawnPage, Shown
from reportgen.verify.expected_runs import ExpectedObject, Meant, meant_of
from reportgen.verify.expected_speech import said_in
from reportgen.verify.match import Matched, match
from reportgen.verify.placement import (
    RunIndex,
    of_colour,
    of_cover,
    of_figures,
    of_grounds,
    of_neighbours,
    of_the_page,
    of_things,
)
from reportgen.verify.reconcile import Account, stretches
from reportgen.verify.run_text import UnreadableError
from reportgen.verify.wording import DrawingFault, fault

NARROW = 0.25
"""How much wider or narrower a run may be than it was set, in pt."""
_ROUNDED = 0.004
"""The same for each character of a long run, whose widths a font in a PDF has in whole thousandths of its size."""


class Verification:
    """The check of one report's page, for all editions that it is drawn in."""

    def __init__(self, report: Report, page: Page) -> None:
        self._report = report
        self._meant = meant_of(page)
        self._said = said_in(report)
        self._account = Account(self._said)

    def problems(self, canvas: InkCanvas) -> tuple[Problem, ...]:
        """What of the report and its page is not on a canvas once, whole, in its place and to be seen.

        Each is an error, and the program's own: "lost", "twice", "outside", "clipped", "covered" or "overlap"; and
        "unread" for what the check itself does not know.
        """
        try:
            drawn = read_page(canvas)
        except UnreadableError as error:
            return (fault("unread", "page", str(error)).problem(self._report.place_of),)
        return in_order(one.problem(self._report.place_of) for one in self._faults(drawn))

    def _faults(self, drawn: DrawnPage) -> Iterator[DrawingFault]:
        meant = self._meant
        found = match(meant.runs, drawn.shown)
        loose = list(_loose(meant, found))
        unmatched = list(_unmatched(found))
        pairs = [*found.pairs, *found.moved, *found.misread]
        runs = RunIndex(pairs)
        yield from unmatched
        yield from of_the_page(pairs, drawn)
        yield from of_cover(runs, drawn)
        yield from of_colour(pairs, drawn)
        yield from of_things(meant, drawn)
        if unmatched:
            return  # the rest would say the same once more
        yield from of_figures(pairs)
        yield from of_neighbours(runs)
        yield from of_grounds(runs, meant)
        yield from self._account.faults(stretches(pairs, loose, self._said.addresses))
        yield from self._forgotten()

    def _forgotten(self) -> Iterator[DrawingFault]:
        """Pictures and figures of the report that the page has none of."""
        there = {thing.source.removesuffix(".figure") for thing in self._meant.things}
        yield from (fault("lost", "photograph", "", source=path) for path in self._said.pictures if path not in there)
        yield from (fault("lost", "figure", "", source=path) for path in self._said.figures if path not in there)


def _unmatched(found: Matched) -> Iterator[DrawingFault]:
    """Runs that were not shown as they were meant."""
    for run in found.missing:
        yield fault("lost", "run", run)
    for pair in found.misread:
        yield fault("lost", "misread", pair, pair.shown)
    for pair in found.moved:
        yield fault("outside", "box", pair)
    sources = {pair.meant.text: pair.owner.source for pair in found.pairs}
    for shown in found.surplus:
        yield fault("twice", "run", shown, source=sources.get(shown.text, ""))
    for pair in found.pairs:
        if abs(pair.shown.advance - pair.meant.advance) > max(NARROW, _ROUNDED * len(pair.meant.text)):
            yield fault("outside", "width", pair)


def _loose(meant: Meant, found: Matched) -> Iterator[tuple[ExpectedObject, Shown]]:
    """Type of figures whose labels nobody knows beforehand: taken out of what was shown and not meant."""
    if not meant.open:
        return
    left: list[Shown] = []
    for shown in found.surplus:
        home = next((thing for thing in meant.open if thing.area.holds(shown.area, 2.0)), None)
        if home is None:
            left.append(shown)
        else:
            yield home, shown
    found.surplus = left
