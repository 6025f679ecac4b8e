"""The kind `line`: one line over time, or up to four with their names beside them."""

from __future__ import annotations

from dataclasses import replace

from reportgen.content.report import Statistic
from reportgen.figures.base import FigureError
from reportgen.figures.drawing.guides import set_guides
from reportgen.figures.lines.line_alternative import headline_of, line_alternative, notes_of, value_rows
from reportgen.figures.lines.multi_line import MultiLine
from reportgen.figures.lines.plot import known
from reportgen.figures.lines.single_line import SingleLine
from reportgen.figures.request import Request

_MOST_LINES = 4
"""How many categories can be told apart by colour."""


def checked(statistic: Statistic) -> None:
    """Raise FigureError for a statistic that cannot be a line."""
    if not statistic.sets:
        raise FigureError("a line needs values", "give at least two points of the series a number")
    if len(statistic.sets) > _MOST_LINES:
        hint = "emphasise one and leave others out, or use `figure: table`"
        raise FigureError(f"{len(statistic.sets)} lines cannot be told apart by colour; four can", hint)
    for series in statistic.sets:
        if len(known(series.points)) < 2:
            of = f" of `{series.name}`" if len(statistic.sets) > 1 else ""
            raise FigureError(f"a line needs values{of}", "give at least two points of the series a number")
    names = [series.name for series in statistic.sets]
    stray = next((label for label in statistic.emphasised if len(names) > 1 and label not in names), None)
    if stray is not None:
        hint = f"emphasise one of the lines by its name, such as `{names[0]}`, or draw one line alone"
        raise FigureError(f"a single point, `{stray}`, cannot be emphasised among {len(names)} lines", hint)


def make_single(kind: type[SingleLine], asked: Request, wording: str) -> SingleLine:
    """A figure of one series, with its words."""
    statistic, words = asked.statistic, asked.words
    guides = set_guides(statistic.guides, value_rows(statistic), asked.brand, statistic.language, words)
    row = value_rows(statistic) + sum(2 if each.guide.until else 1 for each in guides)
    headline, rows = headline_of(statistic, words, row)
    alternative = line_alternative(statistic, words, rows, wording)
    breaks = tuple(each.label for each in statistic.breaks)
    emphasised = statistic.emphasised
    made = kind(
        asked.brand, alternative, statistic.sets, statistic.language, (), emphasised, guides, breaks, headline=headline
    )
    return replace(made, notes=notes_of(statistic, made.starts_at, words))


def make(asked: Request) -> SingleLine | MultiLine:
    statistic, words = asked.statistic, asked.words
    checked(statistic)
    if len(statistic.sets) == 1:
        return make_single(SingleLine, asked, "line_alt")
    guides = set_guides(statistic.guides, value_rows(statistic), asked.brand, statistic.language, words)
    breaks = tuple(each.label for each in statistic.breaks)
    alternative = line_alternative(statistic, words)
    made = MultiLine(
        asked.brand, alternative, statistic.sets, statistic.language, (), statistic.emphasised, guides, breaks
    )
    return replace(made, notes=notes_of(statistic, made.starts_at, words))
