"""A page from a report and a brand: the best arrangement that the search finds, drawn; or why it does not fit."""

from __future__ import annotations

from reportgen.brand import Brand
from reportgen.brand.sheet_formats import in_format
from reportgen.content.report import Report
from reportgen.geometry import Rect
from reportgen.layout.arrangement import Row
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.layout_block import Blocks, LayoutBlock
from reportgen.layout.note_order import as_met
from reportgen.layout.parts import Part, column, no_taller, row
from reportgen.layout.refusal import refusal
from reportgen.layout.search import Composition, Search
from reportgen.page import FORMATS, Box, Group, Page, PathBox, Role, artifact, box_path, format_named
from reportgen.problems import Problem, ReportError, did_you_mean
from reportgen.text.spans import plain

_RENUMBERED = 3
"""How often notes are numbered anew: a page whose arrangement stays is right after the first time."""


def compose(report: Report, brand: Brand, blocks: Blocks) -> Page:
    """The page of a report in a brand; raises ReportError with every problem when it cannot be set or does not fit."""
    search = Search(report, sized_for(report, brand), blocks)
    return drawn(search, search.run()[0])


def sized_for(report: Report, brand: Brand) -> Brand:
    """The brand on the sheet that the report asks for. Raises ReportError for a format that there is not."""
    if not report.page:
        return brand
    name = format_named(report.page)
    if not name:
        hint = did_you_mean(report.page, FORMATS)
        raise ReportError([Problem("page", f"no format is called `{report.page}`", report.place_of("page"), hint)])
    return in_format(brand, name)


def drawn(search: Search, chosen: Composition) -> Page:
    """The page of a composition, its notes numbered as their marks are met.

    Raises ReportError when something in it cannot be set, or when it is too long.
    """
    page = _drawn(search, chosen)
    for _ in range(_RENUMBERED):
        report = as_met(search.report, page)
        if report is search.report:
            break
        search = search.like(report)
        followed = search.following(chosen.arrangement)
        chosen = followed if followed and followed.sound else search.run()[0]
        page = _drawn(search, chosen)
    return page


def _drawn(search: Search, chosen: Composition) -> Page:
    report, brand = search.report, search.brand
    part, problems = assembled(search, chosen)
    if problems:
        raise ReportError(problems)
    if not chosen.fits:
        raise ReportError(refusal(search, chosen))
    page = brand.format
    sheet = Rect(0.0, 0.0, page.width, page.height)
    return Page(
        page.width,
        page.height,
        page.bleed,
        Group(Role.DOCUMENT, (*_paper(brand, sheet), *part.draw(sheet)), language=report.language),
        title=plain(report.title),
        language=report.language,
        author=plain(report.foot.publisher),
        subject=plain(report.kicker),
        date=str(report.date.iso) if report.date else "",
    )


def assembled(search: Search, chosen: Composition) -> tuple[Part, tuple[Problem, ...]]:
    """All parts of a composition as one, and what cannot be set in it."""
    around, arrangement = chosen.frame_layout, chosen.arrangement
    body = {block.source: block for block in search.placed(arrangement.frame.picture)}
    problems = list(around.problems)
    rows = [_row(search, chosen, one, body, problems) for one in arrangement.rows]
    return around.page(rows), tuple(dict.fromkeys(problems))


def _row(
    search: Search, chosen: Composition, wanted: Row, body: dict[str, LayoutBlock], problems: list[Problem]
) -> Part:
    """A row of the body; blocks that do not fill it end where their content does."""
    step, grid = chosen.arrangement.step, chosen.frame_layout.grid
    gap = chosen.frame_layout.gap
    loose = [search.column(step, grid, one, body)[0].head for one in wanted]
    head = max(loose) if sum(bool(one) for one in loose) > 1 else 0.0
    cells = []
    start = 0
    for one in wanted:
        found = search.column(step, grid, one, body, head)
        problems += [problem for measured in found for problem in measured.problems]
        apart = [part for measured in found for part in (measured.part, Part(gap, lambda _: (), grid.format.unit))]
        whole = column(apart[:-1])
        fills = body[one.blocks[-1].source].fills or len(wanted) == 1
        cells.append((grid.offset(start), grid.span(one.columns), whole if fills else no_taller(whole)))
        start += one.columns
    return row(cells)


def _paper(brand: Brand, sheet: Rect) -> tuple[Box, ...]:
    """The ground of the whole page, where it is not the white of the sheet."""
    paper = brand.roles.paper
    if paper.srgb == (255, 255, 255):
        return ()
    return (artifact(PathBox(box_path(ColumnGrid(brand.format).to_edges(sheet)), fill=paper)),)
