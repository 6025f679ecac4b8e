"""The case study: a box on its own ground with a bar on top; it is filled to its foot."""

from __future__ import annotations

from reportgen.content.report import CaseStudy
from reportgen.flex import Flex
from reportgen.layout.grid import Grid
from reportgen.layout.parts import Part, at_top, column, grouped, inset, on_ground, row, rule, space
from reportgen.layout.pictures import photo_part
from reportgen.layout.setter import Setter
from reportgen.page import Role
from reportgen.text.spans import Span
from reportgen.text.words import words

_WIDE = 9
"""From this many columns on the head stands beside the text, which would else run too long a line."""

_HEAD, _WITH_PHOTO = 4, 7
"""Columns of the head beside its text, and of head and text beside a photograph."""


def case_study(setter: Setter, grid: Grid, found: CaseStudy, columns: int) -> Part:
    """The box over `columns` columns of the grid."""
    brand = setter.brand
    padding = brand.spaces.padding.normal
    width = grid.span(columns) - 2 * padding
    body = _beside(setter, grid, found, columns, padding) if columns >= _WIDE else _stacked(setter, found, width)
    filled = column([space(brand.spaces.padding), inset(body, padding, padding), space(brand.spaces.padding)])
    box = column([rule(brand.roles.case_bar, brand.measures.case_bar), on_ground(filled, brand.roles.case_ground)])
    return grouped(box, Role.SECTION, "case_study", setter.foreign(found.language))


def _stacked(setter: Setter, found: CaseStudy, width: float) -> Part:
    spaces = setter.brand.spaces
    parts = [*_head(setter, found, width), space(spaces.section), *_text(setter, found, width)]
    if found.photo:
        return column([*parts, space(spaces.section), photo_part(setter, found.photo, width, "box")])
    # Room that the neighbour makes stays at the foot in part, and does not tear head and text apart.
    spare = Flex(0.0, 0.0, spaces.section.most)
    return column([*parts, space(spare)])


def _beside(setter: Setter, grid: Grid, found: CaseStudy, columns: int, padding: float) -> Part:
    """Over the whole width: the head left of the text, or head and text left of the photograph."""
    left = _WITH_PHOTO if found.photo else _HEAD
    width, start = grid.span(left) - padding, grid.offset(left) - padding
    rest = grid.span(columns - left) - padding
    if found.photo:
        told = column([*_head(setter, found, width), space(setter.brand.spaces.section), *_text(setter, found, width)])
        return row([(0.0, width, at_top(told)), (start, rest, photo_part(setter, found.photo, rest, "box"))])
    head = column(_head(setter, found, width))
    return row([(0.0, width, at_top(head)), (start, rest, at_top(column(_text(setter, found, rest))))])


def _head(setter: Setter, found: CaseStudy, width: float) -> list[Part]:
    styles, roles, spaces = setter.brand.styles, setter.brand.roles, setter.brand.spaces
    language = found.language
    kicker = (Span(found.kicker or words(language)["case_study"]),)
    return [
        setter.text(kicker, styles.kicker, width, roles.case_kicker, "case_study.kicker", language=language),
        space(spaces.heading),
        setter.text(
            found.title,
            styles.heading,
            width,
            roles.heading,
            "case_study.title",
            role=Role.HEADING_2,
            language=language,
        ),
    ]


def _text(setter: Setter, found: CaseStudy, width: float) -> list[Part]:
    styles, roles = setter.brand.styles, setter.brand.roles
    last = setter.noted(found.text[-1], found.source) if found.text else ()
    texts = (*found.text[:-1], last) if found.text else ()
    return setter.paragraphs(
        texts, (styles.text,), width, "case_study.text", ink=roles.text, link=roles.link, language=found.language
    )
