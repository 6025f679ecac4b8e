"""A statistic's cell: its number, label, figure and caption as parts, and the zone where its figure stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reportgen.content.report import Statistic
from reportgen.figures.base import MarkFigure
from reportgen.figures.make import figure_of
from reportgen.figures.shared_scale import on_one_scale
from reportgen.figures.short_names import with_room
from reportgen.geometry import Flex, Rect, fixed
from reportgen.layout.block_parts import caption_parts
from reportgen.layout.parts import Part, column, grouped, space
from reportgen.layout.typesetter import PageTypesetter, figure_box
from reportgen.page import Box, Role
from reportgen.text.setting import natural_width, two_line_width
from reportgen.text.spans import Span, noted
from reportgen.text.type_style import TypeStyle
from reportgen.text.words import words_or_signs as words

_HANGING = frozenset(
    "gjpqyµμþ()[]{}|\N{COMBINING CEDILLA}\N{COMBINING OGONEK}\N{COMBINING DOT BELOW}\N{COMBINING COMMA BELOW}"
)
"""Letters that reach far under the base line, and marks that do."""

_CLEAR = 1.0
"""From what hangs down from a number to the first capitals of its label, in pt: ascenders are taller than these."""


@dataclass(frozen=True)
class Cell:
    """The parts of one statistic; `height` is its figure's over the base line, `foot` its caption."""

    statistic: Statistic
    width: float
    number: Part
    label: Part
    figure: MarkFigure | None
    height: Flex
    foot: Part

    @property
    def axis(self) -> float:
        """Height of what the figure sets under its base line."""
        return self.figure.foot if self.figure else 0.0

    @property
    def under(self) -> float:
        """Height of the caption."""
        return self.foot.height.normal


def cell_of(
    typesetter: PageTypesetter,
    statistic: Statistic,
    width: float,
    figure_width: float,
    large: TypeStyle,
    text: TypeStyle,
) -> Cell:
    """The cell of a statistic; number and label `width` pt wide, figure and caption `figure_width`."""
    roles, path, language = typesetter.brand.roles, statistic.path, statistic.language
    number = (number_span(statistic.datum.text, large, width, language),)
    label = noted(statistic.label, statistic.source)
    found = _figure(typesetter, statistic, figure_width)
    figure, height = found or (None, fixed(0.0))
    role = Role.CAPTION if figure else Role.PARAGRAPH
    set_number = typesetter.text(
        number, large, width, roles.number, f"{path}.value", role=Role.SPAN, language=language, continues=True
    )
    return Cell(
        statistic,
        width,
        column([set_number, space(fixed(room_under(statistic.datum.text, large, typesetter.brand.spaces.heading)))]),
        typesetter.text(
            label, text, width, roles.text, f"{path}.label", role=Role.SPAN, language=language, link=roles.link
        ),
        figure,
        height,
        column(caption_parts(typesetter, statistic, statistic.caption, figure_width, role)),
    )


def room_under(text: str, style: TypeStyle, gap: Flex) -> float:
    """What a number with words needs in pt over the gap to its label: `years` hangs down to it, digits do not."""
    hangs = any(letter in _HANGING for letter in unicodedata.normalize("NFD", text))
    return max(0.0, style.depth + _CLEAR - gap.normal) if hangs else 0.0


def number_span(text: str, style: TypeStyle, width: float, language: str) -> Span:
    """A number set large: on one line, but where a unit of many words is too wide for that."""
    return Span(text, keep=natural_width(text, style, language) <= width)


def wanted_width(text: str, style: TypeStyle, language: str, width: float, smallest: float) -> float:
    """How wide a number is in a style: on one line, or on two where one is too wide for its `width` even `smallest`."""
    natural = natural_width(text, style, language)
    return natural if natural * smallest <= width else two_line_width(text, style, language)


def _figure(typesetter: PageTypesetter, statistic: Statistic, width: float) -> tuple[MarkFigure, Flex] | None:
    if not statistic.figure:
        return None
    beside = typesetter.report.statistics
    found = words(statistic.language)

    def made(one: Statistic) -> MarkFigure:
        return figure_of(one, typesetter.brand, found, beside)

    explained = partial(with_room, statistic=statistic, made=made, width=width)
    return typesetter.figure(lambda: made(statistic), width, f"{statistic.path}.figure", explained)


def sentence(typesetter: PageTypesetter, statistic: Statistic, parts: Sequence[Part]) -> Part:
    """Number and label, which are read as one sentence."""
    return grouped(column(parts), Role.PARAGRAPH, language=typesetter.foreign(statistic.language))


def figure_zone(typesetter: PageTypesetter, cell: Cell, tall: Flex, feet: float, beside: Sequence[Cell] = ()) -> Part:
    """The figure on a base line that the whole row shares, and its caption or its axis under it.

    A cell without a figure keeps its caption level with those of its neighbours. Figures of a row, those of the cells
    `beside` it and its own, are on one scale where their lengths count the same.
    """

    def height_of(other: Cell, box: Rect) -> float:
        return min(box.height - feet, max(other.height.most, other.height.normal))

    def draw(box: Rect) -> tuple[Box, ...]:
        if cell.figure is None:
            return cell.foot.draw(Rect(box.x, box.bottom - feet, box.width, cell.under)) if cell.under else ()
        row = [(each.figure, each.width, height_of(each, box) + each.axis) for each in beside if each.figure]
        figure, height = on_one_scale(cell.figure, row), height_of(cell, box)
        is_bar = cell.height.least == cell.height.most  # a bar keeps to its number, and its caption to the bar
        base = box.y + height if is_bar else box.bottom - feet
        frame = Rect(box.x, base - height, box.width, height + cell.axis)
        statistic = cell.statistic
        told = figure_box(figure, frame, statistic.path, typesetter.foreign(statistic.language))
        return told, *cell.foot.draw(Rect(box.x, base + cell.axis, box.width, cell.under))

    return Part(tall + fixed(feet), draw)
