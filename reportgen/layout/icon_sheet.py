"""A page that shows icons with their names, in the brand of a report: a reference to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.brand import Brand
from reportgen.content.report import Report
from reportgen.figures.drawing.icons import icon
from reportgen.geometry import MM, Rect, fixed, transformed
from reportgen.layout.arrangement import PageFrame
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.header import header
from reportgen.layout.parts import Part, at_top, column, grouped, inset, row, space
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Box, Group, Page, PathBox, Role, artifact, box_path
from reportgen.problems import raise_errors
from reportgen.text.spans import Span, plain

_ABREAST = 8
_HIGH, _WIDE = 8 * MM, 11 * MM
"""The place of an icon in pt: it is as large as that lets it be, so that wide and high ones weigh alike."""
_TO_NAME = 2 * MM
"""Space between an icon and its name."""
_PAGE_LEAST = 3 * MM
"""The least space between rows."""
_PAGE_MOST = 9 * MM


def icon_sheet(report: Report, brand: Brand, names: Sequence[str]) -> Page:
    """The page with the head of `report` and under it every icon of `names`, row by row, each over its name.

    Raises ReportError for a character that the brand cannot set.
    """
    typesetter = PageTypesetter(report, brand)
    grid, sheet = ColumnGrid(brand.format), Rect(0.0, 0.0, brand.format.width, brand.format.height)
    head = header(typesetter, grid, PageFrame("stacked", "", 0.0))
    rows = [_row(typesetter, names[start : start + _ABREAST], grid.width) for start in range(0, len(names), _ABREAST)]
    taken = head.height.normal + sum(one.height.normal for one in rows)
    room = brand.format.height - taken - brand.format.margin
    gap = space(fixed(min(max(room / (len(rows) + 1), _PAGE_LEAST), _PAGE_MOST)))
    body = grouped(column([part for one in rows for part in (gap, one)]), Role.LIST, "intro")
    whole = column([at_top(head), inset(at_top(body), brand.format.margin, brand.format.margin)])
    raise_errors(typesetter.problems)
    boxes = (*_paper(brand, grid, sheet), *whole.draw(sheet))
    return Page(
        sheet.width,
        sheet.height,
        brand.format.bleed,
        Group(Role.DOCUMENT, boxes, language=report.language),
        title=plain(report.title),
        language=report.language,
    )


def _paper(brand: Brand, grid: ColumnGrid, sheet: Rect) -> tuple[Box, ...]:
    return (artifact(PathBox(box_path(grid.to_edges(sheet)), fill=brand.roles.paper)),)


def _row(typesetter: PageTypesetter, names: Sequence[str], width: float) -> Part:
    gutter = typesetter.brand.format.gutter
    each = (width - (_ABREAST - 1) * gutter) / _ABREAST
    cells = [(index * (each + gutter), each, at_top(_cell(typesetter, name, each))) for index, name in enumerate(names)]
    return row(cells)


def _cell(typesetter: PageTypesetter, name: str, width: float) -> Part:
    """An icon over its name, which is an entry of the list; the icon is decoration beside it."""
    brand = typesetter.brand
    drawn = icon(name)

    def draw(box: Rect) -> tuple[Box, ...]:
        high = min(_HIGH, _WIDE / drawn.aspect())
        segments = transformed(drawn.at(0, 0, high), (1.0, 0.0, 0.0, -1.0, box.x, box.bottom))
        return (artifact(PathBox(segments, fill=brand.roles.icon)),)

    text = typesetter.text((Span(name),), brand.styles.caption, width, brand.roles.text, "intro", role=Role.BODY)
    return grouped(column([Part(fixed(_HIGH), draw), space(fixed(_TO_NAME)), text]), Role.ITEM)
