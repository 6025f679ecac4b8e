"""The case study: a box on its own ground with a bar on top; it is filled to its foot."""

from __future__ import annotations

from functools import partial

from reportgen.content.report import CaseStudy
from reportgen.geometry import Flex, fixed
from reportgen.layout.block_parts import head, prose
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.layout_block import LayoutBlock, Variant
from reportgen.layout.parts import Part, at_top, column, grouped, inset, no_taller, on_ground, row, rule, space
from reportgen.layout.picture_parts import photo_part
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Role
from reportgen.text.spans import Span
from reportgen.text.words import words

_MEASURE = 0.7
"""What the text takes of a box over the whole width when its head has to stand over it: its lines stay readable."""
_HEAD, _WITH_PHOTO = 4, 7
"""Columns of the head beside its text, and of head and text beside a photograph, of twelve."""


def variants(found: CaseStudy) -> tuple[LayoutBlock, ...]:
    """The case study as one block."""
    stacked = Variant("stacked", partial(case_study, found, 1.0), 5, 8)
    beside = Variant("beside", partial(case_study, found, 0.0), 9, 24, penalty=0.1)
    over = Variant("over", partial(case_study, found, _MEASURE), 9, 24, penalty=0.5)
    variants = (stacked, beside) if found.photo else (stacked, beside, over)  # a photograph is not blown up to a poster
    return (LayoutBlock("case_study", variants, fills=True),)


def case_study(found: CaseStudy, share: float, typesetter: PageTypesetter, grid: ColumnGrid, columns: int) -> Part:
    """The box over `columns` columns of the grid; its text takes a `share` of it under its head, or stands beside."""
    brand = typesetter.brand
    padding = brand.spaces.padding.normal
    width = grid.span(columns) - 2 * padding
    measure = grid.span(round(columns * share)) - 2 * padding
    body = _stacked(typesetter, found, width, measure) if share else _beside(typesetter, grid, found, columns, padding)
    filled = column([space(brand.spaces.padding), inset(body, padding, padding), space(brand.spaces.padding)])
    box = column([rule(brand.roles.case_bar, brand.measures.case_bar), on_ground(filled, brand.roles.case_ground)])
    return grouped(box, Role.SECTION, "case_study", typesetter.foreign(found.language))


def _stacked(typesetter: PageTypesetter, found: CaseStudy, width: float, measure: float) -> Part:
    spaces = typesetter.brand.spaces
    text = inset(column(prose(typesetter, found, measure)), 0.0, width - measure)
    parts = [*_head(typesetter, found, width), typesetter.gap(spaces.section), text]
    if found.photo:
        return column([*parts, typesetter.gap(spaces.section), photo_part(typesetter, found.photo, width, "box")])
    # Room that the neighbour makes stays at the foot in part, and does not tear head and text apart.
    spare = Flex(0.0, 0.0, spaces.section.most)
    return column([no_taller(column(parts)), space(spare)])


def _beside(typesetter: PageTypesetter, grid: ColumnGrid, found: CaseStudy, columns: int, padding: float) -> Part:
    """Over the whole width: the head left of the text, or head and text left of the photograph."""
    left = round((_WITH_PHOTO if found.photo else _HEAD) * columns / 12)
    width, start = grid.span(left) - padding, grid.offset(left) - padding
    rest = grid.span(columns - left) - padding
    if found.photo:
        text = [
            *_head(typesetter, found, width),
            typesetter.gap(typesetter.brand.spaces.section),
            *prose(typesetter, found, width),
        ]
        return row(
            [(0.0, width, at_top(column(text))), (start, rest, photo_part(typesetter, found.photo, rest, "box"))]
        )
    told = column(_head(typesetter, found, width))
    return row([(0.0, width, at_top(told)), (start, rest, at_top(column(prose(typesetter, found, rest))))])


def _head(typesetter: PageTypesetter, found: CaseStudy, width: float) -> list[Part]:
    styles, roles, spaces = typesetter.brand.styles, typesetter.brand.roles, typesetter.brand.spaces
    kicker = (Span(found.kicker or words(found.language)["case_study"]),)
    return [
        typesetter.text(kicker, styles.kicker, width, roles.case_kicker, "case_study.kicker", language=found.language),
        space(fixed(spaces.heading.normal)),
        head(typesetter, found.title, width, "case_study.title", found.language),
    ]
