"""Titled figures: a rule, the title as a head, the figure, its caption; wide, over half the page or over a third."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from reportgen.brand import Brand
from reportgen.content.report import Statistic
from reportgen.figures.base import MarkFigure
from reportgen.figures.make import figure_of
from reportgen.figures.short_names import with_room
from reportgen.geometry import Flex, Rect, fixed
from reportgen.layout.block_parts import caption_parts, headed
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.layout_block import LayoutBlock, Variant
from reportgen.layout.parts import Part, column, grouped
from reportgen.layout.typesetter import PageTypesetter, figure_box
from reportgen.page import Box, Role
from reportgen.text.spans import noted
from reportgen.text.words import words_or_signs as words

_SPANS: Mapping[str, tuple[int, int]] = {"wide": (9, 24), "half": (5, 7), "third": (3, 5), "": (4, 24)}
"""The columns of each `width`, of twelve; a figure without one may have any."""
_WANTED = 0.25
"""What it costs a figure without a `width` to stand otherwise than its kind wants."""
_WIDE = 9
_LEAST, _NORMAL, _MOST = 0.16, 0.2, 0.6
"""The least, normal and greatest height of a figure that may have any, over its width."""
_EXACT = 0.01
"""A figure whose greatest height is the one it was offered, to so many pt, takes any height; others have their own."""
_TALLER = 1.4
"""Its normal height in a narrow column, over that of figures in a row of statistics."""


def variants(figures: Sequence[Statistic]) -> tuple[LayoutBlock, ...]:
    """A block for every titled figure."""
    return tuple(map(_block, figures))


def _block(found: Statistic) -> LayoutBlock:
    least, most = _SPANS.get(found.width, _SPANS[""])
    set_it = partial(titled_figure, found)
    if found.width:
        return LayoutBlock(found.path, (Variant(found.width, set_it, least, most),), even=found.width == "half")
    across, beside = (0.0, _WANTED) if found.kind and found.kind.reads_across else (_WANTED, 0.0)
    variants = Variant("wide", set_it, _WIDE, 24, penalty=across), Variant("beside", set_it, 4, 8, penalty=beside)
    return LayoutBlock(found.path, variants)


def titled_figure(found: Statistic, typesetter: PageTypesetter, grid: ColumnGrid, columns: int) -> Part:
    """The figure over `columns` columns of the grid."""
    width, brand = grid.span(columns), typesetter.brand
    made = _made(typesetter, found, width)
    body = [*_drawn(typesetter, found, width, made), *_caption(typesetter, found, width, made)]
    title = found.title if found.caption else noted(found.title, found.source)
    parts = headed(typesetter, title, width, f"{found.path}.title", body, found.language, brand.spaces.figure)
    return grouped(column(parts), Role.SECTION, found.path, typesetter.foreign(found.language))


_Made = tuple[MarkFigure, Flex] | None


def _made(typesetter: PageTypesetter, found: Statistic, width: float) -> _Made:
    roomy = replace(typesetter.brand, figure_height=_roomy(typesetter.brand))

    def made(statistic: Statistic) -> MarkFigure:
        return figure_of(statistic, roomy, words(found.language))

    explained = partial(with_room, statistic=found, made=made, width=width)
    return typesetter.figure(lambda: made(found), width, f"{found.path}.figure", explained)


def _drawn(typesetter: PageTypesetter, found: Statistic, width: float, made: _Made) -> list[Part]:
    if made is None:
        return []
    figure, height = made
    typesetter.shrunk = max(typesetter.shrunk, figure.cramped(width))
    height = _proportioned(height, width, _roomy(typesetter.brand))
    return [Part(height + fixed(figure.foot), partial(_boxes, typesetter, found, figure))]


def _roomy(brand: Brand) -> Flex:
    """Heights for a figure that has a row of the page to itself, up to what its greatest width would make of it."""
    usual, page = brand.figure_height, brand.format
    return Flex(usual.least, usual.normal, max(usual.most, _MOST * (page.width - 2 * page.margin)))


def _proportioned(height: Flex, width: float, roomy: Flex) -> Flex:
    """The heights of a figure that takes any that it is given, in good proportion to its width; others know theirs."""
    if abs(height.most - roomy.most) > _EXACT:
        return height
    least, most = (max(width * part, height.least) for part in (_LEAST, _MOST))
    normal = max(_NORMAL * width, _TALLER * roomy.normal, height.normal)
    return Flex(least, max(least, min(normal, most)), most)


def _boxes(typesetter: PageTypesetter, found: Statistic, figure: MarkFigure, box: Rect) -> tuple[Box, ...]:
    return (figure_box(figure, box, found.path, typesetter.foreign(found.language)),)


def _caption(typesetter: PageTypesetter, found: Statistic, width: float, made: _Made) -> list[Part]:
    """The caption and the note, if there are any; the caption bears the mark of the source."""
    caption = noted(found.caption, found.source) if found.caption else ()
    has_notes = made is not None and bool(made[0].notes)
    return caption_parts(typesetter, found, caption, width, continues=has_notes)
