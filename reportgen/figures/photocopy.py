"""Photocopies: a page and a brand's roles in; figures whose meaning a grey copy would lose, as warnings, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportgen.brand import Roles
from reportgen.figures.base import Shape, marks_of
from reportgen.inks import Ink
from reportgen.page import Box, FigureBox, Group, Page
from reportgen.problems import Place, Problem, Severity

TELLS = 12.0
"""Two areas whose L* differs by less look alike on a photocopy."""

_TOLD_APART = (("mark", "mark_quiet"), ("mark", "dot_quiet"), ("locator_here", "locator_land"))
"""Roles that stand side by side in a figure as areas, where which is which is what the figure says."""


def grey_twins(page: Page, roles: Roles, place_of: Callable[[str], Place]) -> tuple[Problem, ...]:
    """Figures in which two areas of different meaning are of nearly the same lightness; `place_of` takes a source."""
    return tuple(
        _problem(first, second, gap, place_of(source))
        for source, inks in _figures(page.root)
        for first, second, gap in twins(inks, roles)
    )


def twins(inks: Iterable[Ink], roles: Roles) -> Iterator[tuple[str, str, float]]:
    """The pairs of roles that one figure with areas of these `inks` needs told apart, if their L* is too near."""
    used = set(inks)
    for first, second in _TOLD_APART:
        pair = getattr(roles, first), getattr(roles, second)
        gap = abs(pair[0].lightness - pair[1].lightness)
        if pair[0] != pair[1] and used.issuperset(pair) and gap < TELLS:
            yield first.replace("_", " "), second.replace("_", " "), gap


def _figures(box: Box, source: str = "") -> Iterator[tuple[str, set[Ink]]]:
    """Every figure's source and the inks of its areas."""
    if isinstance(box, FigureBox):
        yield source, {mark.fill for mark in marks_of(box) if isinstance(mark, Shape) and mark.fill}
    if isinstance(box, Group):
        for child in box.children:
            yield from _figures(child, box.source or source)


def _problem(first: str, second: str, gap: float, place: Place) -> Problem:
    message = f"on a grey copy `{first}` and `{second}` look alike in this figure: their lightness differs by {gap:.0f}"
    hint = f"let the brand's inks for the two roles differ by {TELLS:.0f} or more in L*"
    return Problem("grey-copy", message, place, hint, Severity.WARNING)
