"""The quote: what somebody said, larger than text, beside a bar, with who said it under it."""

from __future__ import annotations

from functools import partial

from reportgen.content.report import Quote
from reportgen.geometry import Rect, fixed
from reportgen.layout.block_parts import prose
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.layout_block import LayoutBlock, Variant
from reportgen.layout.parts import Part, at_top, column, grouped, inset, space
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Box, PathBox, Role, artifact, box_path
from reportgen.text.quotes import opening_marks
from reportgen.text.setting import natural_width
from reportgen.text.spans import plain
from reportgen.text.type_style import TypeStyle

_SHORT = 160
"""Up to so many characters a quote is set in the style of heads; a longer one in that of the introduction."""
_MEASURE, _LARGE = 0.75, 0.9
"""What the lines of a quote over the whole width take of it: they stay readable; and those of a large one."""
_LINES = (2, 3)
"""As many lines may a quote over the whole width have that is as large as an amount, and one a size smaller."""


def variants(found: Quote) -> tuple[LayoutBlock, ...]:
    """The quote as one block."""
    beside = Variant("beside", partial(quote, found, 1.0), 4, 8)
    across = Variant("across", partial(quote, found, _MEASURE), 9, 24, penalty=0.15)
    return (LayoutBlock("quote", (beside, across)),)


def quote(found: Quote, share: float, typesetter: PageTypesetter, grid: ColumnGrid, columns: int) -> Part:
    """The quote over `columns` columns of the grid, of which its lines take a `share`.

    Its opening marks hang left of the text, so that the first letters of its lines stand under one another.
    """
    brand = typesetter.brand
    roles, spaces = brand.roles, brand.spaces
    indent = spaces.padding.normal
    width = grid.span(round(columns * share)) - indent
    wide = grid.span(round(columns * _LARGE)) - indent
    large = _large(typesetter, found, wide) if share < 1.0 else None
    style, width = (large, wide) if large else (_style(typesetter, found), width)
    hanging = _hanging(found, style)
    width, indent = width - max(hanging), indent + max(hanging)
    said = prose(typesetter, found, width, style, roles.heading, hanging)
    who = typesetter.text(found.who, brand.styles.text, width, roles.caption, "quote.who", language=found.language)
    quotation = grouped(column(said), Role.QUOTATION)
    told = at_top(column([quotation, space(fixed(spaces.heading.normal)), who]))
    below = space(fixed(brand.styles.text.depth))
    return grouped(_barred(typesetter, column([inset(told, indent, 0.0), below])), Role.SECTION, "quote")


def _style(typesetter: PageTypesetter, found: Quote) -> TypeStyle:
    styles = typesetter.brand.styles
    return styles.heading if sum(len(plain(rich)) for rich in found.text) <= _SHORT else styles.lead


def _large(typesetter: PageTypesetter, found: Quote, width: float) -> TypeStyle | None:
    """The style of a quote that has a row of the page: a head as large as its few lines allow; None for a long one."""
    styles = typesetter.brand.styles
    for most, size in zip(_LINES, (styles.amount.size, styles.emphasis.size), strict=True):
        style = styles.heading.at(size)
        measure = width - max(_hanging(found, style))
        lines = sum(typesetter.lines_of(rich, style, measure, found.language) for rich in found.text)
        if lines <= most:
            return style
    return None


def _hanging(found: Quote, style: TypeStyle) -> tuple[float, ...]:
    """How far the opening marks of each paragraph hang left of it, in pt: as wide as they are."""
    return tuple(natural_width(opening_marks(rich), style, found.language) for rich in found.text)


def _barred(typesetter: PageTypesetter, part: Part) -> Part:
    """A bar of the accent left of a part, as high as what it says."""
    brand = typesetter.brand

    def draw(box: Rect) -> tuple[Box, ...]:
        bar = Rect(box.x, box.y, brand.measures.case_bar, part.height.normal)
        return (artifact(PathBox(box_path(bar), fill=brand.roles.case_bar)), *part.draw(box))

    return Part(part.height, draw)
