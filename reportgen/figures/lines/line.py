"""The kind `line`: one line over time, or up to four with their names beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from reportgen.figures.base import FigureError, TextAlternative
from reportgen.figures.drawing.guides import set_guides
from reportgen.figures.lines.line_alternative import headline_of, line_alternative, notes_of, value_rows
from reportgen.figures.lines.line_figure import LineFigure
from reportgen.figures.lines.multi_line import MultiLine
from reportgen.figures.lines.single_line import SingleLine
from reportgen.figures.request import Request

Line = TypeVar("Line", bound=LineFigure)


def make_single(kind: type[SingleLine], asked: Request, wording: str) -> SingleLine:
    """A figure of one series, with its words."""
    headline, rows = headline_of(asked.statistic, asked.words)
    alternative = line_alternative(asked.statistic, asked.words, rows, wording)
    return _made(kind, asked, alternative, headline=headline)


def make(asked: Request) -> SingleLine | MultiLine:
    names = [series.name for series in asked.statistic.sets]
    if len(names) == 1:
        return make_single(SingleLine, asked, "line_alt")
    stray = next((label for label in asked.statistic.emphasised if label not in names), None)
    if stray is not None:
        hint = f"emphasise one of the lines by its name, such as `{names[0]}`, or draw one line alone"
        raise FigureError(f"a single point, `{stray}`, cannot be emphasised among {len(names)} lines", hint)
    return _made(MultiLine, asked, line_alternative(asked.statistic, asked.words))


def _made(kind: type[Line], asked: Request, alternative: TextAlternative, **own: Any) -> Line:
    """The lines with their guides, breaks and notes."""
    statistic, brand, words = asked.statistic, asked.brand, asked.words
    guides = set_guides(statistic.guides, value_rows(statistic), brand, statistic.language, words)
    breaks, emphasised = tuple(each.label for each in statistic.breaks), statistic.emphasised
    made = kind(brand, alternative, statistic.sets, statistic.language, (), emphasised, guides, breaks, **own)
    return replace(made, notes=notes_of(statistic, made.starts_at, words))
