"""The foot: the closing words, where to go next with its QR code, and one small line of sources, date and publisher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportgen.brand.contrast import readable
from reportgen.brand.model import Roles
from reportgen.content.report import Link, Report
from reportgen.geometry import Rect, fixed
from reportgen.layout.grid import ColumnGrid
from reportgen.layout.notes import marked_sources, own_sources, set_notes
from reportgen.layout.parts import Part, at_top, column, grouped, inset, on_ground, row, rule, space
from reportgen.layout.qr_code import code_modules
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Box, Group, PathBox, Role, artifact, box_path
from reportgen.text.printed_links import with_addresses
from reportgen.text.setting import natural_width
from reportgen.text.spans import Rich, Source, Span
from reportgen.text.words import words_or_signs as words

_COLUMNS, _MOST_COLUMNS = 8, 9
"""Columns that the closing words take, as a rule and at the most: their lines stay readable."""
_IMPRINT = 0.3
"""Up to this share of the width the imprint stands beside sources of several lines."""
_SEPARATOR = " · "
_UNDER = 1.3
"""Space under the last line of the page over the space above the first: a page stands on its foot."""


def foot(typesetter: PageTypesetter, grid: ColumnGrid) -> Part:
    """The foot of the page with its margins: a band, or on a ground of paper quiet lines."""
    brand = typesetter.brand
    margin = brand.format.margin
    body = _body(typesetter, grid)
    if not body:
        return space(fixed(margin * 0.5))
    if brand.roles.foot_ground == brand.roles.paper:
        only_notes = not _says_more(typesetter.report)
        line = (
            []
            if only_notes
            else [rule(brand.roles.hairline, brand.measures.hairline), typesetter.gap(brand.spaces.heading)]
        )
        plain = column([*line, *body])
        return grouped(column([inset(plain, margin, margin), space(fixed(margin * 0.75))]), Role.SECTION, "closing")
    inner = column(
        [
            typesetter.gap(brand.spaces.band),
            inset(column(body), margin, margin),
            typesetter.gap(brand.spaces.band * _UNDER),
        ]
    )
    return on_ground(grouped(inner, Role.SECTION, "closing"), brand.roles.foot_ground, grid.to_edges)


def panel_foot(typesetter: PageTypesetter, width: float) -> Part:
    """The foot as a column `width` pt wide, for the lower end of a panel; its code stands over its words."""
    report, brand = typesetter.report, typesetter.brand
    typesetter = replace(typesetter, brand=replace(brand, roles=_read_in_panel(brand.roles)))
    parts: list[Part] = []
    if report.link:
        code = _code(typesetter, report.link, at_left=True)
        parts += [code, space(fixed(brand.spaces.section.normal))]
    words = _words(typesetter, width)
    notes = _notes(typesetter, width)
    gap = [space(fixed(brand.spaces.heading.normal))] if words and notes else []
    return grouped(column([*parts, *words, *gap, *notes]), Role.SECTION, "closing")


def _read_in_panel(roles: Roles) -> Roles:
    """The roles of a foot on the ground of the header: of those that cannot be read there the header's own."""
    ground = roles.header_ground
    return replace(
        roles,
        foot_text=roles.foot_text if readable(roles.foot_text, ground) else roles.header_text,
        foot_note=roles.foot_note if readable(roles.foot_note, ground) else roles.header_text,
        foot_link=roles.foot_link if readable(roles.foot_link, ground) else roles.header_kicker,
    )


def _says_more(report: Report) -> bool:
    """Whether the foot has more than the small print."""
    return bool(report.closing or report.link or report.foot.request)


def _body(typesetter: PageTypesetter, grid: ColumnGrid) -> list[Part]:
    link = typesetter.report.link
    if link:
        return _with_code(typesetter, grid, link)
    text = _words(typesetter, grid.span(_MOST_COLUMNS))
    notes = _notes(typesetter, grid.width)
    gap = [space(fixed(typesetter.brand.spaces.heading.normal))] if text and notes else []
    return [*text, *gap, *notes]


def _with_code(typesetter: PageTypesetter, grid: ColumnGrid, link: Link) -> list[Part]:
    """The words beside the code, and the small print under both, or beside the code too where that has the room.

    Either way the code is read after its link, and the small print last.
    """
    brand = typesetter.brand
    code, gap = brand.measures.code, brand.spaces.heading.normal
    room = grid.width - code - brand.format.gutter
    text = at_top(column(_words(typesetter, _measure(typesetter, grid, room))))
    beside = column(_notes(typesetter, room, grid))
    cells = [(0.0, room, text), (grid.width - code, code, _code(typesetter, link))]
    above = code - beside.height.normal
    if above - text.height.normal >= gap:
        return [row([*cells, (0.0, room, at_top(column([space(fixed(above)), beside])))])]
    notes = _notes(typesetter, grid.width)
    return [row(cells), space(fixed(gap)), *notes] if notes else [row(cells)]


def _measure(typesetter: PageTypesetter, grid: ColumnGrid, room: float) -> float:
    """The width of the closing words beside a code: one column more than usual if that saves a line."""
    report, style = typesetter.report, typesetter.brand.styles.text
    usual, wider = grid.span(_COLUMNS), grid.span(_MOST_COLUMNS)
    if wider > room:
        return min(usual, room)
    at_usual, at_wider = (
        sum(typesetter.lines_of(rich, style, width, report.closing_language) for rich in report.closing)
        for width in (usual, wider)
    )
    return wider if at_wider < at_usual else usual


def _words(typesetter: PageTypesetter, width: float) -> list[Part]:
    brand, report = typesetter.brand, typesetter.report
    styles, roles = brand.styles, brand.roles
    language = report.closing_language
    parts = typesetter.paragraphs(
        report.closing, (styles.text,), width, "closing", ink=roles.foot_text, link=roles.foot_link, language=language
    )
    if report.link:
        if parts:
            parts.append(typesetter.gap(brand.spaces.paragraph))
        line = (*report.link.text, Span(" "), Span(report.link.shown, bold=True, url=report.link.url))
        parts.append(
            typesetter.text(
                line, styles.text, width, roles.foot_text, "link", language=report.link.language, link=roles.foot_link
            )
        )
    if report.foot.request:
        parts.append(typesetter.gap(brand.spaces.paragraph))
        parts.append(typesetter.text(report.foot.request, styles.note, width, roles.foot_text, "request"))
    return parts


def _notes(typesetter: PageTypesetter, width: float, close: ColumnGrid | None = None) -> list[Part]:
    """The notes, then the sources of the whole page on the left and the imprint on the right.

    The imprint stands level with the last line of what is left of it, or under it when it is long. With a grid it
    stands `close`, on the next column. Links are in the ink of the text: type so small prints in one ink.
    """
    style, gap = typesetter.brand.styles.note, typesetter.brand.spaces.close.normal
    marked = marked_sources(typesetter.report)
    own = own_sources(typesetter.report)
    notes = set_notes(typesetter, marked, width) if marked else None
    texts = ((with_addresses(_listed(own)), _path_of(own)), (with_addresses(_imprint(typesetter)), "publisher"))
    found = [(rich, what) for rich, what in texts if rich]
    natural = [natural_width(rich, style, typesetter.report.language) for rich, _ in found]
    gutter = typesetter.brand.format.gutter
    start = _start(natural, width, gutter, close) if len(found) == 2 else None
    if notes and notes.on_one_line and not own and found:
        beside = _start([notes.width, natural[0]], width, gutter, close)
        if beside is not None and notes.width + gutter <= beside:
            imprint = _note(typesetter, found[0][0], natural[0], found[0][1])
            return [row([(0.0, notes.width, notes.part), (beside, natural[0], at_top(imprint))])]
    rest = (
        [_side_by_side(typesetter, found, natural, start)]
        if start is not None
        else [_note(typesetter, rich, width, what) for rich, what in found]
    )
    parts = [part for one in rest for part in (space(fixed(gap)), one)][1:]
    apart = space(fixed(typesetter.brand.spaces.heading.normal))
    return [notes.part, *([apart] if parts else []), *parts] if notes else parts


def _note(typesetter: PageTypesetter, rich: Rich, width: float, what: str) -> Part:
    return typesetter.text(rich, typesetter.brand.styles.note, width, typesetter.brand.roles.foot_note, what)


def _start(natural: Sequence[float], width: float, gutter: float, close: ColumnGrid | None) -> float | None:
    """Where the imprint begins that stands on the last line of the sources; None where there is no room for it."""
    sources, imprint = natural
    if close is None:
        start = width - imprint
        return start if sources + gutter <= start or imprint <= _IMPRINT * width else None
    edges = (close.offset(column) for column in range(close.columns))
    start = next((edge for edge in edges if edge >= sources + gutter), width)
    return start if start + imprint <= width else None


def _side_by_side(
    typesetter: PageTypesetter, found: Sequence[tuple[Rich, str]], natural: Sequence[float], start: float
) -> Part:
    """Sources and imprint, which begins at `start`, on one line, or the imprint level with the last of several."""
    wide = min(natural[0], start - typesetter.brand.format.gutter)
    widths = (wide, natural[1])
    sources, imprint = (_note(typesetter, rich, width, what) for (rich, what), width in zip(found, widths, strict=True))
    down = space(fixed(max(0.0, sources.height.normal - imprint.height.normal)))
    return row([(0.0, wide, sources), (start, natural[1], column([down, imprint]))])


def _listed(sources: Sequence[Source]) -> Rich:
    """Sources without a mark as one text."""
    spans: list[Span] = []
    for source in sources:
        spans += [Span(_SEPARATOR), *source.paragraph] if spans else source.paragraph
    return tuple(spans)


def _path_of(sources: Sequence[Source]) -> str:
    """The path of sources that stand in one text: of one its own, of several that of their key."""
    return sources[0].path if len(sources) == 1 else "source"


def _imprint(typesetter: PageTypesetter) -> Rich:
    """Publisher, contact, reference and date, as far as they are given."""
    foot = typesetter.report.foot
    date: Rich = (Span(foot.date, keep=True),) if foot.date else ()
    spans: list[Span] = []
    for rich in (foot.publisher, foot.contact, foot.reference, date):
        if rich:
            spans += [Span(_SEPARATOR), *rich] if spans else rich
    return tuple(spans)


def _code(typesetter: PageTypesetter, link: Link, at_left: bool = False) -> Part:
    """The QR code of the link on its light ground, at the top right or left."""
    roles, size = typesetter.brand.roles, typesetter.brand.measures.code

    def draw(box: Rect) -> tuple[Box, ...]:
        ground = Rect(box.x if at_left else box.right - size, box.y, size, size)
        light = artifact(PathBox(box_path(ground), fill=roles.code_ground))
        alt = words(link.language).get("qr_alt", url=link.url)
        marks = PathBox(code_modules(link.url, ground), fill=roles.code_mark)
        language = typesetter.foreign(link.language)
        return light, Group(Role.FIGURE, (marks,), language, alt, "link", frame=ground)

    return at_top(Part(fixed(size), draw))
