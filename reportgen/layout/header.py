"""The header: kicker, title and introduction on the left, the place or a photograph on the right."""

from __future__ import annotations

from reportgen.figures.make import place_of
from reportgen.flex import Flex, fixed
from reportgen.layout.grid import Grid
from reportgen.layout.parts import Part, column, grouped, inset, on_ground, row, space
from reportgen.layout.pictures import photo_part
from reportgen.layout.setter import Setter, figure_box
from reportgen.page import Role
from reportgen.text.setting import set_text
from reportgen.text.style import TypeStyle
from reportgen.text.words import words

_BESIDE = 7
"""Columns of the text beside a map or a photograph."""
_ALONE = 8
"""Columns of the introduction without one: its lines stay under 75 characters."""
_TITLE_LINES = 3


def header(setter: Setter, grid: Grid) -> Part:
    """The header band with its margins."""
    brand = setter.brand
    margin = brand.format.margin
    picture = _picture(setter, grid)
    columns = brand.format.columns
    text = _words(setter, grid.span(_BESIDE if picture else columns), grid.span(_BESIDE if picture else _ALONE))
    cells = [(0.0, grid.span(_BESIDE if picture else columns), text)]
    if picture:
        spare = max(0.0, picture.height.most - text.height.normal)
        cells[0] = (*cells[0][:2], column([text, space(Flex(0.0, 0.0, spare))]))
        cells.append((grid.offset(_BESIDE), grid.span(columns - _BESIDE), picture))
    body = inset(grouped(row(cells), Role.SECTION, "title"), margin, margin)
    if brand.roles.header_ground == brand.roles.paper:
        return column([space(fixed(margin)), body])
    inner = column([space(fixed(margin)), body, space(brand.spaces.band)])
    return on_ground(inner, brand.roles.header_ground, grid.to_edges)


def _words(setter: Setter, wide: float, measure: float) -> Part:
    brand, report = setter.brand, setter.report
    styles, roles, spaces = brand.styles, brand.roles, brand.spaces
    parts: list[Part] = []
    if report.kicker:
        parts.append(setter.text(report.kicker, styles.kicker, wide, roles.header_kicker, "kicker"))
        parts.append(space(spaces.section))
    title = _title_style(setter, wide)
    parts.append(setter.text(report.title, title, wide, roles.header_title, "title", role=Role.HEADING_1))
    if report.intro:
        parts.append(space(spaces.title))
        sizes, language = (styles.lead, styles.text), report.intro_language
        parts += setter.paragraphs(
            report.intro, sizes, measure, "intro", ink=roles.header_text, link=roles.header_kicker, language=language
        )
    return column(parts)


def _title_style(setter: Setter, width: float) -> TypeStyle:
    """The title's style, smaller by steps for a title that is long or has a long word."""
    style, report = setter.brand.styles.title, setter.report
    sizes = [style.at(style.size * factor) for factor in setter.brand.steps.title]
    for most, tried in ((_TITLE_LINES - 1, sizes[:2]), (_TITLE_LINES, sizes), (_TITLE_LINES + 1, sizes)):
        for size in tried:
            title = set_text(report.title, size, width, report.language)
            if len(title.lines) <= most and not title.overfull:
                return size
    return sizes[-1]


def _picture(setter: Setter, grid: Grid) -> Part | None:
    place, width = setter.report.place, grid.span(setter.brand.format.columns - _BESIDE)
    if place is None:
        return photo_part(setter, setter.report.photo, width, "header") if setter.report.photo else None
    found = setter.figure(
        lambda: place_of(place, setter.brand, words(place.language), setter.note_mark), width, "place"
    )
    if found is None:
        return None
    figure, height = found
    return Part(height, lambda box: (figure_box(figure, box, "place", setter.foreign(place.language)),))
