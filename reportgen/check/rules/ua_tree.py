"""Accessibility rules on the structure tree: headings, tables, language, everything tagged (ISO 14289-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.check import cos
from reportgen.check.document import Document
from reportgen.check.painted_objects import PaintedPicture, PaintedText
from reportgen.check.rule import Breach, RuleFamily, rule
from reportgen.check.structure_tree import MarkedContent, TreeElement
from reportgen.check.xmp_properties import DC, PDFUA_ID
from reportgen.problems import Severity

_HEADING = re.compile(r"H([1-6])\Z")
_LANGUAGE = re.compile(r"(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8}|i|x)(?:-[A-Za-z0-9]{1,8})*\Z")


def _elements(document: Document, *roles: str) -> list[TreeElement]:
    return [each for each in document.tree.all() if each.role in roles]


def _tagged(document: Document) -> Iterator[Breach]:
    if document.pdf is None:
        return
    mark = cos.get(document.root, "MarkInfo")
    if cos.get(mark, "Marked") is not True:
        yield Breach("the file does not say that it is tagged (MarkInfo)")
    if cos.get(mark, "Suspects") is True:
        yield Breach("the file says that its tags may be wrong (Suspects)")
    if not document.tree.there:
        yield Breach("there is no structure tree")


def _title(document: Document) -> Iterator[Breach]:
    if not document.xmp.get(DC, "title").strip():
        yield Breach("XMP has no title")
    if cos.get(document.root, "ViewerPreferences", "DisplayDocTitle") is not True:
        yield Breach("the title is not shown in the window's bar (DisplayDocTitle)")


def _language(document: Document) -> Iterator[Breach]:
    stated = cos.text(cos.get(document.root, "Lang"))
    if not stated:
        yield Breach("the file does not say its language (Lang)")
    elif not _LANGUAGE.match(stated):
        yield Breach(f"“{stated[:30]}” is no language")
    for element in document.tree.all():
        if element.lang and not _LANGUAGE.match(element.lang):
            yield Breach(f"“{element.lang[:30]}” is no language ({element.role})", element.page)


def _one_title(document: Document) -> Iterator[Breach]:
    count = len(_elements(document, "H1"))
    if document.tree.there and count != 1 and not _elements(document, "H"):
        yield Breach("there is no H1" if not count else f"there are {count} H1")


def _levels(document: Document) -> Iterator[Breach]:
    last = 0
    for element in document.tree.all():
        found = _HEADING.match(element.role)
        if found:
            level = int(found[1])
            if level > last + 1:
                yield Breach(f"after {f'H{last}' if last else 'no heading'} comes H{level}", element.page)
            last = level


def _empty_headings(document: Document) -> Iterator[Breach]:
    for element in document.tree.all():
        if (_HEADING.match(element.role) or element.role == "H") and not document.spoken_text.text(element):
            yield Breach(f"a heading ({element.role}) says nothing", element.page)


def _headers(document: Document) -> Iterator[Breach]:
    for table in _elements(document, "Table"):
        cells = [each for each in table.walk() if each.role in ("TH", "TD") and _table_of(each) is table]
        if cells and not any(cell.role == "TH" for cell in cells):
            yield Breach("a table has no header cell (TH)", table.page, table.box)
        elif not cells:
            yield Breach("a table has no cells", table.page, table.box)


def _scopes(document: Document) -> Iterator[Breach]:
    for cell in _elements(document, "TH"):
        table = _table_of(cell)
        linked = table is not None and any("Headers" in each.attributes for each in table.walk())
        scope = cos.name(cell.attributes.get("Scope"))
        if scope not in ("Row", "Column", "Both") and not linked:
            yield Breach("a header cell (TH) does not say what it heads (Scope)", cell.page)


def _regular(document: Document) -> Iterator[Breach]:
    for table in _elements(document, "Table"):
        rows = [each for each in table.walk() if each.role == "TR" and _table_of(each) is table]
        widths = _widths(rows)
        if len(widths) > 1:
            yield Breach(f"the rows of a table have {' and '.join(map(str, widths))} columns", table.page, table.box)


def _widths(rows: list[TreeElement]) -> list[int]:
    """How many columns the rows of a table have; a cell that spans several rows takes its columns in each."""
    taken = [0] * len(rows)
    for at, row in enumerate(rows):
        for cell in (each for each in row.elements if each.role in ("TH", "TD")):
            columns, down = _span(cell, "ColSpan"), _span(cell, "RowSpan")
            for under in range(at, min(at + down, len(rows))):
                taken[under] += columns
    return sorted(set(taken))


def _span(cell: TreeElement, key: str) -> int:
    return max(1, cos.integer(cell.attributes.get(key)) or 1)


def _table_of(cell: TreeElement) -> TreeElement | None:
    return next((each for each in cell.above() if each.role == "Table"), None)


def _lists(document: Document) -> Iterator[Breach]:
    for each in _elements(document, "L"):
        if not [kid for kid in each.elements if kid.role in ("LI", "L")]:
            yield Breach("a list has no items (LI)", each.page)
        for item in [kid for kid in each.elements if kid.role == "LI"]:
            if not any(kid.role == "LBody" for kid in item.elements):
                yield Breach("a list's item has no body (LBody)", item.page)


def _untagged(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        for item in page.painted.objects:
            if item.layer != "page" or item.visible_box is None or item.artifact:
                continue
            what = {PaintedText: "text", PaintedPicture: "an image"}.get(type(item), "a drawing")
            content = item.content
            if content is None:
                yield Breach(f"{what} is neither tagged nor an artifact", page.number, item.box)
            elif MarkedContent(page.number, *content) not in document.spoken_text.owner:
                yield Breach(f"{what} is marked (MCID {content[1]}) and no element has it", page.number, item.box)


def _tabs(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        if page.annotations and cos.name(cos.get(page.value, "Tabs")) != "S":
            yield Breach("the tab key does not follow the structure (Tabs is not S)", page.number)


def _claim(document: Document) -> Iterator[Breach]:
    stated = document.xmp.get(PDFUA_ID, "part")
    if stated != "1":
        yield Breach(f"XMP says {stated or 'nothing'} where `pdfuaid:part` should say 1")


_U = RuleFamily.UA
RULES = (
    rule("ua.claim", "XMP says PDF/UA-1", "ISO 14289-1, 5", _claim, _U, severity=Severity.WARNING),
    rule("ua.tagged", "The file is tagged", "ISO 14289-1, 7.1; ISO 19005-2, 6.7.2", _tagged, _U, RuleFamily.A2A),
    rule("ua.title", "The title is there and shown", "ISO 14289-1, 7.1", _title, _U),
    rule("ua.language", "The language is stated", "ISO 14289-1, 7.2", _language, _U, hint="say it as in en-GB"),
    rule("ua.one-h1", "There is exactly one H1", "ISO 14289-1, 7.4; WCAG 2.2, 1.3.1", _one_title, _U),
    rule("ua.heading-levels", "No heading level is skipped", "ISO 14289-1, 7.4.2", _levels, _U),
    rule("ua.empty-heading", "Headings say something", "ISO 14289-1, 7.4; WCAG 2.2, 2.4.6", _empty_headings, _U),
    rule("ua.table-headers", "Tables have header cells", "ISO 14289-1, 7.5", _headers, _U),
    rule("ua.table-scope", "Header cells say what they head", "ISO 14289-1, 7.5", _scopes, _U),
    rule("ua.table-regular", "The rows of a table have as many columns", "ISO 14289-1, 7.5; ISO 32000-1, 14.8.4.3.4",
         _regular, _U, hint="give each row as many cells, empty ones where there is nothing to say"),
    rule("ua.list", "Lists have items with bodies", "ISO 14289-1, 7.6", _lists, _U),
    rule("ua.untagged", "Everything is tagged or an artifact", "ISO 14289-1, 7.1", _untagged, _U),
    rule("ua.tabs", "The tab key follows the structure", "ISO 14289-1, 7.18.3", _tabs, _U),
)  # fmt: skip
