"""The header: kicker, title and introduction with the place or a photograph; on top of the page or at its left."""

from __future__ import annotations

from itertools import pairwise

from reportgen.geometry import Flex, fixed
from reportgen.layout.arrangement import PageFrame
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.parts import Part, at_top, column, grouped, inset, on_ground, row, space
from reportgen.layout.picture_parts import photo_part
from reportgen.layout.place_block import map_part
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Role
from reportgen.text.line_penalties import AFTER_ARTICLE
from reportgen.text.setting import SetText, set_text
from reportgen.text.spans import Rich
from reportgen.text.type_style import TypeStyle
from reportgen.text.word_pairs import pair_cost

_BESIDE = 7
"""Columns of the text beside a map or a photograph."""
_ALONE = 8
"""Columns of the introduction without one: its lines stay under 75 characters."""
_ASIDE = 6
"""Columns of the title when the introduction stands at its right."""
_LARGER = 1.08
"""How much larger the introduction is set beside a title: it stands alone there."""
_TITLE_LINES, _PANEL_LINES = 2, 3
"""Lines of a title that is seen at once, and of one in a panel, which is narrow and high."""
_HIGH = 0.3
"""What each line over those costs."""
_SMALL = 0.8
"""What a title costs that is set smaller than its style, by the share of it."""
_SIZES = ((0, 0.7, True), (1, 0.7, True), (1, 0.0, False), (2, 0.0, False))
"""At how many lines more the sizes down to which factor are tried, the largest first, and whether no line may
end in a hyphen or an article."""
_PAPER = 0.6
"""Space under a header that has no ground of its own, over the space within a band; the next row adds its own."""


def header(typesetter: PageTypesetter, grid: ColumnGrid, frame: PageFrame) -> Part:
    """The header on top of the page with its margins, on its ground."""
    brand = typesetter.brand
    margin = brand.format.margin
    cells = _aside(typesetter, grid) if frame.header == "aside" else _cells(typesetter, grid, frame.picture)
    body = inset(grouped(row(cells), Role.SECTION, "title"), margin, margin)
    if brand.roles.header_ground == brand.roles.paper:
        return column([space(fixed(margin)), body, typesetter.gap(brand.spaces.band * _PAPER)])
    inner = column([space(fixed(margin)), body, typesetter.gap(brand.spaces.band)])
    return on_ground(inner, brand.roles.header_ground, grid.to_edges)


def panel_head(typesetter: PageTypesetter, width: float, picture: str) -> Part:
    """The header as a column `width` pt wide: its words, and the picture under them."""
    parts = [_words(typesetter, width, width, _PANEL_LINES)]
    found = _picture(typesetter, width, picture)
    if found:
        parts += [typesetter.gap(typesetter.brand.spaces.row), found]
    return grouped(column(parts), Role.SECTION, "title")


def _cells(typesetter: PageTypesetter, grid: ColumnGrid, picture: str) -> list[tuple[float, float, Part]]:
    """The words at the left and the picture at the right; without one the words over the whole width."""
    columns = grid.columns
    rest = grid.span(columns - _BESIDE)
    found = _picture(typesetter, rest, picture)
    if found is None:
        return [(0.0, grid.width, at_top(_words(typesetter, grid.width, grid.span(_ALONE))))]
    width = grid.span(_BESIDE)
    words = _words(typesetter, width, width)
    spare = max(0.0, found.height.most - words.height.normal)
    return [
        (0.0, width, column([words, space(Flex(0.0, 0.0, spare))])),
        (grid.offset(_BESIDE), rest, found),
    ]


def _aside(typesetter: PageTypesetter, grid: ColumnGrid) -> list[tuple[float, float, Part]]:
    """The title at the left and the introduction at the right, level with the title's first capitals."""
    brand, width = typesetter.brand, grid.span(_ASIDE)
    kicker = _kicker(typesetter, width)
    title = column([*kicker, _title(typesetter, width)])
    lead = brand.styles.lead
    larger = lead.at(lead.size * _LARGER)
    intro = column([space(column(kicker).height), *_intro(typesetter, (larger, brand.styles.text), width)])
    return [(0.0, width, at_top(title)), (grid.offset(_ASIDE), grid.span(grid.columns - _ASIDE), at_top(intro))]


def _words(typesetter: PageTypesetter, wide: float, measure: float, lines: int = _TITLE_LINES) -> Part:
    styles, spaces = typesetter.brand.styles, typesetter.brand.spaces
    parts = [*_kicker(typesetter, wide), _title(typesetter, wide, lines)]
    if typesetter.report.intro:
        parts += [typesetter.gap(spaces.title), *_intro(typesetter, (styles.lead, styles.text), measure)]
    return column(parts)


def _kicker(typesetter: PageTypesetter, width: float) -> list[Part]:
    brand, report = typesetter.brand, typesetter.report
    if not report.kicker:
        return []
    kicker = typesetter.text(report.kicker, brand.styles.kicker, width, brand.roles.header_kicker, "kicker")
    return [kicker, typesetter.gap(brand.spaces.section)]


def _title(typesetter: PageTypesetter, width: float, lines: int = _TITLE_LINES) -> Part:
    ink, style = typesetter.brand.roles.header_title, _title_style(typesetter, width, lines)
    over = max(0, typesetter.lines_of(typesetter.report.title, style, width) - lines)
    typesetter.title = _HIGH * over + _SMALL * (1 - style.size / typesetter.brand.styles.title.size)
    return typesetter.text(typesetter.report.title, style, width, ink, "title", role=Role.HEADING_1)


def _intro(typesetter: PageTypesetter, styles: tuple[TypeStyle, ...], width: float) -> list[Part]:
    report, roles = typesetter.report, typesetter.brand.roles
    texts: tuple[Rich, ...] = report.intro
    return typesetter.paragraphs(
        texts, styles, width, "intro", ink=roles.header_text, link=roles.header_kicker, language=report.intro_language
    )


def _title_style(typesetter: PageTypesetter, width: float, lines: int) -> TypeStyle:
    """The title's style, smaller by steps for a title that is long or has a long word."""
    style, report = typesetter.brand.styles.title, typesetter.report
    rich = typesetter.marked(report.title)
    sizes = [style.at(style.size * factor) for factor in typesetter.brand.steps.title]
    for more, least, whole in _SIZES:
        for size in (one for one in sizes if one.size >= least * style.size):
            title = set_text(rich, size, width, report.language)
            if (
                len(title.lines) <= lines + more
                and not title.overfull
                and not (whole and _torn(title, report.language))
            ):
                return size
    return sizes[-1]


def _torn(title: SetText, language: str) -> bool:
    """Whether a line but the last ends in a hyphen, or in a word that belongs with the next one."""
    primary = language.partition("-")[0].lower()
    pairs = ((one.text.split()[-1], other.text.split()[0]) for one, other in pairwise(title.lines))
    return any(
        word.endswith(("-", "\u2010")) or pair_cost(word, following, primary) >= AFTER_ARTICLE
        for word, following in pairs
    )


def _picture(typesetter: PageTypesetter, width: float, picture: str) -> Part | None:
    report = typesetter.report
    if picture == "place" and report.place:
        return map_part(typesetter, report.place, width)
    return photo_part(typesetter, report.photo, width, "header") if picture == "photo" and report.photo else None
