"""Lint: warnings, which can be silenced, about what the figures of a page show badly and what its texts say badly."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.blocks import blocks_in
from reportgen.brand import Roles
from reportgen.content.report import Allowed, Report, Statistic
from reportgen.figures.lint import encodings, ink_pairs, legible, proportions
from reportgen.figures.lint.figure_view import FigureView, LintFinding, Rule, figures_of
from reportgen.figures.lint.said_numbers import said_numbers
from reportgen.page import Page
from reportgen.problems import Place, Problem, Severity

__all__ = ["CHECKS", "FigureView", "LintFinding", "figures_of", "findings", "lint"]

CHECKS: tuple[Rule, ...] = (
    legible.contrasts,
    legible.text_size,
    ink_pairs.colour_vision,
    ink_pairs.grey_copy,
    ink_pairs.categories,
    proportions.lengths,
    proportions.positions,
    encodings.labels_and_table,
    encodings.shades_and_values,
    encodings.emphasis_and_words,
    encodings.number_and_last,
)
"""All that is looked for in a figure."""


def lint(page: Page, report: Report, roles: Roles) -> tuple[Problem, ...]:
    """Every warning for the figures and the numbers of a page, at the place in the YAML that causes it.

    What the report or the statistic allows is left out; what it allows and is not there is a warning, too.
    """
    found = [
        (view.source, finding, report.place_of(f"{view.source}.figure" if view.source else ""))
        for view in figures_of(page, roles, report)
        for finding in findings(view)
    ]
    found += [(each.block, each.finding, each.place) for each in said_numbers(report)]
    own = _allowances(report)
    met: set[tuple[str, str]] = set()
    problems = []
    for source, finding, place in dict.fromkeys(found):
        path = next((path for path in (source, "") if (path, finding.rule) in own), None)
        if path is None:
            problems.append(_problem(finding, place))
        else:
            met.add((path, finding.rule))
    return (*problems, *(_needless(*key, report) for key in own if key not in met))


def findings(view: FigureView) -> Iterator[LintFinding]:
    """What is wrong with one figure, each thing once."""
    return iter(dict.fromkeys(finding for check in CHECKS for finding in check(view)))


def _allowances(report: Report) -> dict[tuple[str, str], Allowed]:
    """What is silenced: by path of the block ("" for the whole report) and rule."""
    blocks = [block for _, block in blocks_in(report) if isinstance(block, Statistic)]
    own = {(block.path, allowed.rule): allowed for block in blocks for allowed in block.allowed}
    return own | {("", allowed.rule): allowed for allowed in report.allowed}


def _problem(finding: LintFinding, place: Place) -> Problem:
    hint = f"{finding.hint}, or say why it may be: `allow: {{{finding.rule}: the reason}}`"
    return Problem(finding.rule, finding.message, place, hint, Severity.WARNING)


def _needless(path: str, rule: str, report: Report) -> Problem:
    """That a rule is silenced which finds nothing."""
    where = f"{path}.allow.{rule}" if path else f"allow.{rule}"
    what = "in this figure" if path else "in any figure that does not allow it itself"
    message = f"`allow` names `{rule}`, and the lint finds nothing of it {what}"
    return Problem("allow", message, report.place_of(where), "take it out: it is no longer needed", Severity.WARNING)
