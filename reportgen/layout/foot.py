"""The foot: the closing words, where to go next with its QR code, and one small line of sources, date and publisher."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from reportgen.content.report import Link, Report
from reportgen.flex import fixed
from reportgen.layout.grid import Grid
from reportgen.layout.links import with_addresses
from reportgen.layout.parts import Part, at_top, column, grouped, inset, no_taller, on_ground, row, rule, space
from reportgen.layout.setter import Setter
from reportgen.page import Box, Group, Path, Rect, Role, artifact, box_path
from reportgen.text.setting import natural_width
from reportgen.text.spans import Rich, Span
from reportgen.text.words import words_or_signs as words

_QUIET = 4
"""Modules of light ground round a QR code (ISO/IEC 18004, 9.1)."""
_UNDER = 1.3
"""Space under the last line of the page over the space above the first: a page stands on its foot."""


def foot(setter: Setter, grid: Grid) -> Part:
    """The foot of the page with its margins: a band, or on a ground of paper quiet lines."""
    brand = setter.brand
    margin = brand.format.margin
    body = _body(setter, grid)
    if not body:
        return space(fixed(margin * 0.5))
    if brand.roles.foot_ground == brand.roles.paper:
        only_notes = not _says_more(setter.report)
        line = (
            []
            if only_notes
            else [rule(brand.roles.hairline, brand.measures.hairline), setter.gap(brand.spaces.heading)]
        )
        plain = column([*line, *body])
        return grouped(column([inset(plain, margin, margin), space(fixed(margin * 0.75))]), Role.SECTION, "closing")
    inner = column(
        [setter.gap(brand.spaces.band), inset(column(body), margin, margin), setter.gap(brand.spaces.band * _UNDER)]
    )
    return on_ground(grouped(inner, Role.SECTION, "closing"), brand.roles.foot_ground, grid.to_edges)


def panel_foot(setter: Setter, width: float) -> Part:
    """The foot as a column `width` pt wide, for the lower end of a panel; its code stands over its words."""
    report, brand = setter.report, setter.brand
    parts: list[Part] = []
    if report.link:
        code = _code(setter, report.link, at_left=True)
        parts += [code, space(fixed(brand.spaces.section.normal))]
    words = _words(setter, width)
    notes = _notes(setter, width)
    gap = [space(fixed(brand.spaces.heading.normal))] if words and notes else []
    return grouped(column([*parts, *words, *gap, *notes]), Role.SECTION, "closing")


def _says_more(report: Report) -> bool:
    """Whether the foot has more than the small print."""
    return bool(report.closing or report.link or report.foot.request)


def _body(setter: Setter, grid: Grid) -> list[Part]:
    brand, report = setter.brand, setter.report
    code = brand.measures.code if report.link else 0.0
    columns = 8 if report.link else grid.columns
    text = _words(setter, grid.span(min(columns, 9)))
    parts: list[Part] = []
    if report.link:
        cells = [
            (0.0, grid.span(columns), no_taller(column(text))),
            (grid.width - code, code, _code(setter, report.link)),
        ]
        parts.append(row(cells))
    elif text:
        parts.append(column(text))
    notes = _notes(setter, grid.width)
    if notes and parts:
        parts.append(space(fixed(brand.spaces.heading.normal)))
    return [*parts, *notes]


def _words(setter: Setter, width: float) -> list[Part]:
    brand, report = setter.brand, setter.report
    styles, roles = brand.styles, brand.roles
    language = report.closing_language
    parts = setter.paragraphs(
        report.closing, (styles.text,), width, "closing", ink=roles.foot_text, link=roles.foot_link, language=language
    )
    if report.link:
        if parts:
            parts.append(setter.gap(brand.spaces.paragraph))
        line = (*report.link.text, Span(" "), Span(report.link.shown, bold=True, url=report.link.url))
        parts.append(
            setter.text(
                line, styles.text, width, roles.foot_text, "link", language=report.link.language, link=roles.foot_link
            )
        )
    if report.foot.request:
        parts.append(setter.gap(brand.spaces.paragraph))
        parts.append(setter.text(report.foot.request, styles.note, width, roles.foot_text, "request"))
    return parts


def _notes(setter: Setter, width: float) -> list[Part]:
    """Sources on the left and the imprint on the right of one line; one under the other when they are longer.

    Their links are in the ink of the text: type so small prints in one ink.
    """
    brand = setter.brand
    style = brand.styles.note
    texts = ((with_addresses(_sources(setter)), "sources"), (with_addresses(_imprint(setter)), "publisher"))
    found = [(rich, what) for rich, what in texts if rich]
    notes = [setter.text(rich, style, width, brand.roles.foot_note, what) for rich, what in found]
    widths = [natural_width(rich, style, setter.report.language) for rich, _ in found]
    if len(notes) == 2 and sum(widths) + brand.format.gutter <= width:
        return [row([(0.0, widths[0], notes[0]), (width - widths[1], widths[1], notes[1])])]
    return [part for note in notes for part in (space(fixed(brand.spaces.close.normal)), note)][1:]


def _sources(setter: Setter) -> Rich:
    """The sources of the page, each a note with its number when there are several and the texts refer to them."""
    report = setter.report
    referred = _referred(report)
    spans: list[Span] = []
    for source in report.sources:
        mark = setter.note_mark(source) if source.number in referred else ""
        note = (f"{Role.NOTE} {mark}",) if mark else ()
        spans += [Span(" ", within=spans[-1].within)] if spans else []
        spans += [Span(f"{mark}\u00a0", keep=True, within=(*note, f"{Role.LABEL} {mark}"))] if mark else []
        spans += [replace(span, within=note) for span in source.rich or (Span(source.text),)]
    return tuple(spans)


def _referred(report: Report) -> set[int]:
    """The numbers of the sources that a block names; a source of the whole page is referred to by nothing."""
    place, study = report.place, report.case_study
    found = [statistic.source for statistic in (*report.statistics, *report.figures)]
    found += [section.source for section in report.sections]
    found += [report.quote.source] if report.quote else []
    found += [item.source for item in report.highlights.items] if report.highlights else []
    found += [*(statistic.source for statistic in place.statistics), place.source] if place else []
    found += [study.source] if study else []
    return {source.number for source in found if source}


def _imprint(setter: Setter) -> Rich:
    """Publisher, contact, reference and date, as far as they are given."""
    foot = setter.report.foot
    date: Rich = (Span(foot.date, keep=True),) if foot.date else ()
    spans: list[Span] = []
    for rich in (foot.publisher, foot.contact, foot.reference, date):
        if rich:
            spans += [Span(" · "), *rich] if spans else rich
    return tuple(spans)


def _code(setter: Setter, link: Link, at_left: bool = False) -> Part:
    """The QR code of the link on its light ground, at the top right or left."""
    roles, size = setter.brand.roles, setter.brand.measures.code

    def draw(box: Rect) -> tuple[Box, ...]:
        ground = Rect(box.x if at_left else box.right - size, box.y, size, size)
        light = artifact(Path(box_path(ground), fill=roles.code_ground))
        alt = words(link.language).get("qr_alt", url=link.url)
        marks = Path(_modules(link.url, ground), fill=roles.code_mark)
        language = setter.foreign(link.language)
        return light, Group(Role.FIGURE, (marks,), language, alt, "link", frame=ground)

    return at_top(Part(fixed(size), draw))


def _modules(url: str, ground: Rect) -> tuple[tuple[str | float, ...], ...]:
    """The dark modules as rectangles, a run of neighbours in one row as one."""
    rows = _matrix(url)
    step = ground.width / (len(rows) + 2 * _QUIET)
    segments: list[tuple[str | float, ...]] = []
    for down, modules in enumerate(rows):
        for start, length in _runs(modules):
            x, y = ground.x + (start + _QUIET) * step, ground.y + (down + _QUIET) * step
            segments.extend(box_path(Rect(x, y, length * step, step)))
    return tuple(segments)


@lru_cache(maxsize=64)
def _matrix(url: str) -> tuple[bytes, ...]:
    import segno

    return tuple(bytes(modules) for modules in segno.make(url, error="m", micro=False).matrix)


def _runs(modules: bytes) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for index, dark in enumerate(modules):
        if not dark:
            continue
        if runs and sum(runs[-1]) == index:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((index, 1))
    return runs
