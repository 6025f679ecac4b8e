"""Plain text sections: a head and text; over the whole width the head stands left of its text, else over it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from reportgen.content.report import TextSection
from reportgen.geometry import fixed
from reportgen.layout.block_parts import head, headed, prose
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.layout_block import LayoutBlock, Variant
from reportgen.layout.parts import Part, at_top, column, grouped, inset, row, rule
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Role

_WIDE = 9
"""From this many columns on the head stands beside the text."""
_MEASURE = 0.7
"""What its text then takes of the width, so that its lines stay readable."""
_OVER = 0.4
"""What it costs that the head stands over it even so, as one with a long word may have to."""


def variants(sections: Sequence[TextSection]) -> tuple[LayoutBlock, ...]:
    """A block for every section."""
    return tuple(map(_block, sections))


def _block(found: TextSection) -> LayoutBlock:
    beside = Variant("beside", partial(_beside, found), _WIDE, 24)
    over = Variant("over", partial(_stacked, found, _MEASURE), _WIDE, 24, penalty=_OVER)
    stacked = Variant("stacked", partial(_stacked, found, 1.0), 4, 8)
    return LayoutBlock(found.path, (beside, over, stacked), alike="sections")


def _beside(found: TextSection, typesetter: PageTypesetter, grid: ColumnGrid, columns: int) -> Part:
    brand = typesetter.brand
    left = round(columns / 3)
    title = head(typesetter, found.title, grid.span(left), f"{found.path}.title", found.language)
    text = column(prose(typesetter, found, grid.span(columns - left)))
    body = row([(0.0, grid.span(left), at_top(title)), (grid.offset(left), grid.span(columns - left), at_top(text))])
    line = rule(brand.roles.hairline, brand.measures.hairline)
    return _section(typesetter, found, column([line, typesetter.gap(brand.spaces.heading), body]))


def _stacked(found: TextSection, share: float, typesetter: PageTypesetter, grid: ColumnGrid, columns: int) -> Part:
    width = grid.span(columns)
    measure = grid.span(round(columns * share))
    body = [inset(column(prose(typesetter, found, measure)), 0.0, width - measure)]
    under = fixed(typesetter.brand.spaces.heading.normal)  # neighbours would give by different amounts
    parts = headed(typesetter, found.title, width, f"{found.path}.title", body, found.language, under)
    return _section(typesetter, found, column(parts))


def _section(typesetter: PageTypesetter, found: TextSection, part: Part) -> Part:
    return grouped(part, Role.SECTION, found.path, typesetter.foreign(found.language))
