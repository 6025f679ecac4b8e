"""Pages that belong together: they get one size of type, and are arranged alike where they can be.

The worst decides: the report that needs the smallest type sets it for all.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.brand import Brand
from reportgen.content.report import Report
from reportgen.layout.arrangement import Arrangement
from reportgen.layout.composition import drawn, sized_for
from reportgen.layout.layout_block import Blocks
from reportgen.layout.search import Composition, Search
from reportgen.page import Page
from reportgen.problems import Problem, ReportError

_DEARER = 1.5
"""By how much a page may cost more than its own best for being arranged as the others are."""


def compose_all(reports: Sequence[Report], brand: Brand, blocks: Blocks) -> list[Page]:
    """The pages of a batch, in the order given. Raises ReportError with the problems of every report that has some."""
    searches = [Search(report, sized_for(report, brand), blocks) for report in reports]
    problems: list[Problem] = []
    pages: list[Page] = []
    for search, chosen in zip(searches, arranged_alike(searches), strict=True):
        try:
            pages.append(drawn(search, chosen))
        except ReportError as error:
            problems.extend(error.problems)
    if problems:
        raise ReportError(problems)
    return pages


def arranged_alike(searches: Sequence[Search]) -> list[Composition]:
    """A composition for each, all at one step: the largest at which every report fits; their own where none is."""
    best = [search.run()[0] for search in searches]
    if not searches or not all(one.sound for one in best):
        return best
    worst = min(range(len(best)), key=lambda index: searches[index].factor(best[index].arrangement.step))
    largest = searches[worst].factor(best[worst].arrangement.step)
    steps = [step for _, step in searches[worst].sizes() if searches[worst].factor(step) <= largest]
    for step in sorted(steps, key=searches[worst].factor, reverse=True):
        own = [search.run((step,))[0] for search in searches]
        if all(one.sound for one in own):
            return [_following(search, one, own[worst].arrangement) for search, one in zip(searches, own, strict=True)]
    return best


def _following(search: Search, own: Composition, lead: Arrangement) -> Composition:
    """A report arranged as the leading one is, if that suits it; else as suits it best."""
    found = search.following(lead)
    return found if found and found.sound and found.cost <= own.cost + _DEARER else own
