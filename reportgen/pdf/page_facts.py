"""What a page has in it that a standard may forbid, each with the block it comes from. Nothing is judged here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportgen.glyphs import GlyphRun
from reportgen.page import FigureBox, Group, LinkArea, Page, PictureBox, PlacedBox, Role, TextRun
from reportgen.pdf.canvas import InkCanvas
from reportgen.standards import Edition, Fact
from reportgen.text.printed_links import shown_url

LONGEST_STRING = 32767
"""Bytes in one string (ISO 19005-2, 6.1.13)."""

LEAST_SIDE, LONGEST_SIDE = 3.0, 14400.0
"""Points of a page's side (the same)."""

_FOREIGN = {"DeviceRGB": {"k", "K"}, "DeviceCMYK": {"rg", "RG"}}
"""Operators of colour (ISO 32000-1, 8.6.8) that a page has no use for, by the colours that its intent describes."""

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""Characters without a meaning that all know (Unicode 15, general category Co)."""

_HEADINGS = (Role.HEADING_1, Role.HEADING_2)
_PARTS = {Role.LIST: {Role.ITEM, Role.CAPTION}, Role.ITEM: {Role.LABEL, Role.BODY}}
_NAMES = {Role.LIST: "a list", Role.ITEM: "an item of a list"}


def facts_of(page: Page, edition: Edition) -> tuple[Fact, ...]:
    """What is to be known of `page` before it is drawn as `edition`."""
    boxes = list(page.walk())
    found = (fact for placed in boxes for fact in _of_a_box(placed))
    return (*_of_the_file(page), *found, *_headings(boxes), *(() if edition.links else _addresses(boxes)))


def facts_in(canvas: InkCanvas) -> Iterator[Fact]:
    """What is to be known of a page that is drawn. The content cannot bring it about, so it would be our own fault."""
    if canvas.objects.live_areas:
        yield Fact("live-link")
    foreign = _FOREIGN[canvas.colour.blending]
    used = {line.rpartition(" ")[2] for line in canvas.operators}
    yield from (Fact("foreign-colour", "", f"`{operator}`") for operator in sorted(used & foreign))


def _of_a_box(placed: PlacedBox) -> Iterator[Fact]:
    source = placed.source
    match placed.box:
        case Group() as group:
            yield from _of_a_group(group, placed)
        case TextRun(run=run):
            yield from _characters(run, source)
        case PictureBox() | FigureBox() if placed.role not in (Role.FIGURE, Role.ARTIFACT):
            yield Fact("unmarked-picture", source)
        case LinkArea(text=text, url=url) if not text.strip():
            yield Fact("wordless-link", source, url)


def _of_a_group(group: Group, placed: PlacedBox) -> Iterator[Fact]:
    source, length = placed.source, len(group.alt.encode("utf-16-be"))
    if group.role is Role.FIGURE and placed.role is not Role.ARTIFACT and not group.alt.strip():
        yield Fact("no-alternative", source)
    if length > LONGEST_STRING - 2:
        yield Fact("long-text", source, str(length + 2))
    yield from _parts(group, source)
    yield from _ragged(group, source)


def _of_the_file(page: Page) -> Iterator[Fact]:
    if not page.title.strip():
        yield Fact("no-title", "title")
    if not page.language.strip():
        yield Fact("no-language", "language")
    for side in (page.width, page.height):
        if not LEAST_SIDE <= side <= LONGEST_SIDE:
            yield Fact("page-size", "", f"{side:g} pt")
    for name, text in (("title", page.title), ("subject", page.subject), ("author", page.author)):
        if len(text.encode("utf-16-be", "replace")) > LONGEST_STRING - 2:
            yield Fact("long-text", name, str(len(text.encode("utf-16-be", "replace")) + 2))


def _characters(run: GlyphRun, source: str) -> Iterator[Fact]:
    """What cannot be set or read of a run; most have nothing of it, and are not gone through."""
    if not _PRIVATE.search(run.text) and all(glyph.gid for glyph in run.glyphs):
        return
    for glyph in run.glyphs:
        if glyph.gid == 0 and glyph.text:
            yield Fact("missing-glyph", source, _named(glyph.text[0]))
        for char in glyph.text:
            if _PRIVATE.match(char):
                yield Fact("private-character", source, _named(char))


def _parts(group: Group, source: str) -> Iterator[Fact]:
    """What stands in a list that has no place there (ISO 32000-1, 14.8.4.3.3); decoration may stand anywhere."""
    allowed = _PARTS.get(group.role)
    if allowed is None:
        return
    for child in group.children:
        role = child.role if isinstance(child, Group) else None
        if role not in allowed and role is not Role.ARTIFACT:
            kind = role or type(child).__name__
            yield Fact("list-parts", source, f"{_NAMES[group.role]} holds {kind}")


def _ragged(group: Group, source: str) -> Iterator[Fact]:
    """Rows of values that are not as long as the header; those that are read as a list are no table."""
    sizes = sorted({len(row) for row in group.table})
    if len(sizes) > 1 and not group.listed:
        yield Fact("ragged-table", source, " and ".join(map(str, sizes)))


def _headings(boxes: Iterable[PlacedBox]) -> Iterator[Fact]:
    groups = ((placed.box, placed.source) for placed in boxes if isinstance(placed.box, Group))
    headings = [(group.role, source) for group, source in groups if group.role in _HEADINGS]
    if headings and headings[0][0] is not Role.HEADING_1:
        yield Fact("first-heading", headings[0][1], str(headings[0][0]))
    titles = [source for role, source in headings if role is Role.HEADING_1]
    if len(titles) > 1:
        yield Fact("several-titles", titles[1], str(len(titles)))


def _addresses(boxes: Sequence[PlacedBox]) -> Iterator[Fact]:
    """Links whose address nobody can read where links are not live."""
    printed = _squeezed("".join([placed.box.run.text for placed in boxes if isinstance(placed.box, TextRun)]))
    for box, _, source in boxes:
        if isinstance(box, LinkArea) and _squeezed(_shown(box.url)) not in printed:
            yield Fact("hidden-address", source, box.url)


def _shown(url: str) -> str:
    """An address as it is printed, without the `www.` that a reader can do without."""
    return re.sub(r"^www\.", "", shown_url(url), flags=re.IGNORECASE)


def _squeezed(text: str) -> str:
    """`text` without what line breaking puts into it."""
    return re.sub(r"[\s\u00ad\u200b\u2060]", "", text).casefold()


def _named(char: str) -> str:
    return f"U+{ord(char):04X}"
