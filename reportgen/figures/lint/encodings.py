"""Checks that a figure and its statistic, which show the same numbers, do not disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reportgen.content.report import Statistic
from reportgen.figures.lint.figure_view import FigureView, LintFinding
from reportgen.page import Cell
from reportgen.text.spans import plain

NEAR = Decimal("0.1")
"""A number within this share of a figure's last value is taken to be meant for it."""

_STEPS = ("step_1", "step_2", "step_3", "step_4")
_DIGITS = re.compile(r"\d+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060]")
"""Characters that only say where a line may end, or may not."""
_RULE = "double-encoding"


def labels_and_table(view: FigureView) -> Iterator[LintFinding]:
    """A label whose number is not that of its cell."""
    for label in view.labels:
        said, meant = (_UNSEEN.sub("", each) for each in (label.line.text, view.text(label.cell) if label.cell else ""))
        said = said.strip()
        if _DIGITS.findall(said) and _DIGITS.findall(meant) and said not in meant and meant not in said:
            yield LintFinding(
                _RULE,
                f"the label “{said}” stands for what the figure's table has as “{meant}”",
                "report this to the author of the figure's kind, or use another figure",
            )


def shades_and_values(view: FigureView) -> Iterator[LintFinding]:
    """A darker step for less: shades that do not rise with the values that their marks stand for.

    Marks whose size says the value are left out: their shades may tell categories apart.
    """
    steps = {getattr(view.roles, role): index for index, role in enumerate(_STEPS)}
    shaded: dict[Cell, int] = {}
    for shape in view.shapes:
        if shape.cell in view.numbers and shape.cell is not None and shape.fill in steps and not shape.by:
            shaded[shape.cell] = steps[shape.fill]
    if len(set(shaded.values())) < 2:
        return
    order = sorted(shaded, key=lambda cell: (view.numbers[cell].value, shaded[cell]))
    for low, high in pairwise(order):
        if view.numbers[low].value < view.numbers[high].value and shaded[low] > shaded[high]:
            yield LintFinding(
                _RULE,
                f"{view.name(low[0])} ({view.text(low)}) has the shade of more than"
                f" {view.name(high[0])} ({view.text(high)})",
                "let the bounds in `steps` rise",
            )
            return


def emphasis_and_words(view: FigureView) -> Iterator[LintFinding]:
    """The mark that stands out is another than the report emphasises, or than the words beside it name."""
    statistic = view.statistic
    roles = view.roles
    if statistic is None or roles.mark_emphasised == roles.mark_beside:
        return
    marked = {shape.cell[0]: shape.fill for shape in view.shapes if shape.cell and shape.by not in ("x", "y")}
    beside = {row for row, ink in marked.items() if ink == roles.mark_beside}
    out = {view.name(row) for row, ink in marked.items() if ink == roles.mark_emphasised and row not in beside}
    names = {point.label for series in statistic.sets for point in series.points}
    wrong = sorted((out & names) - set(statistic.emphasised)) if beside and statistic.emphasised else []
    if wrong:
        yield LintFinding(
            _RULE,
            f"{wrong[0]} stands out in the figure, and the report emphasises {', '.join(statistic.emphasised)}",
            "report this to the author of the figure's kind, or use another figure",
        )
    yield from _named_in_words(statistic, names)


def number_and_last(view: FigureView) -> Iterator[LintFinding]:
    """A number beside a figure over time that is near its last value and not the same."""
    statistic = view.statistic
    if statistic is None or statistic.title or not _over_time(statistic):
        return
    known = [point.datum for point in statistic.series if point.datum]
    shown, last = statistic.datum, known[-1]
    counted = [(each.rule.prefix, each.rule.unit) for each in (shown, last)]
    apart = abs(shown.value - last.value)
    if counted[0] != counted[1] or not 0 < apart <= NEAR * abs(last.value) or apart <= _half_a_step(shown.value):
        return
    if all(each.value != shown.value for each in known):
        yield LintFinding(
            _RULE,
            f"the number beside the figure is {shown.text}, and the last value of the figure is {last.text}",
            "give the same number, or leave `value` out",
        )


def _named_in_words(statistic: Statistic, names: set[str]) -> Iterator[LintFinding]:
    """Words that name one point, and not the one that is emphasised."""
    words = " ".join(plain(text) for text in (statistic.title, statistic.label, statistic.caption))
    named = [name for name in sorted(names) if len(name) > 2 and not name[0].isdigit() and _said(name, words)]
    emphasised = [name for name in statistic.emphasised if not name[0].isdigit()]
    if emphasised and len(named) == 1 and named[0] not in emphasised:
        yield LintFinding(
            _RULE,
            f"{', '.join(emphasised)} stands out in the figure, and the words beside it name {named[0]}",
            f"emphasise {named[0]}, or say what the figure shows of {emphasised[0]}",
        )


def _said(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) is not None


def _over_time(statistic: Statistic) -> bool:
    """Whether the points of a single series are years or what begins with one."""
    years = [re.match(r"(1[5-9]|20)\d\d(?!\d)", point.label) for point in statistic.series]
    return len(statistic.sets) == 1 and len(years) > 1 and all(years) and any(p.datum for p in statistic.series)


def _half_a_step(value: Decimal) -> Decimal:
    """Half of the last place that a number has, the zeros at its end not counted: how far it may be rounded."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) / 2 if isinstance(exponent, int) else Decimal(0)
