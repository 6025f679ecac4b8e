"""Makes the `Report` of the validated model: every text is filled in and every number worked out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.blocks import BlockSource
from reportgen.blocks import walk as parts_of
from reportgen.content import statistics
from reportgen.content.block_kinds import BLOCK_KINDS, BlockContext, BlockKinds, language_of, read_blocks
from reportgen.content.field_reader import FieldReader
from reportgen.content.figure_guides import allowed_of
from reportgen.content.report import Foot, Link, Logo, Report
from reportgen.content.schema import LinkShape, LogoShape, ReportShape, TextShape
from reportgen.page import FORMATS, format_named
from reportgen.problems import did_you_mean
from reportgen.reading.located_tree import MappingNode, Path, find, spell, walk
from reportgen.text.dates import ReportDate, format_date, parse_date
from reportgen.text.printed_links import shown_url
from reportgen.text.spans import Rich, Source, noted, plain

LOGO_PLACES = ("foot", "head")
"""Where logos may stand; without a word at the foot."""


def resolve(
    reader: FieldReader,
    shape: ReportShape,
    language: str,
    file: str,
    brand: str = "",
    kinds: BlockKinds = BLOCK_KINDS,
) -> Report:
    """The report, in `language` where a block does not say otherwise.

    Problems go to the problem log; with an error among them the report is not to be used.
    """
    numbers = statistics.read_numbers(reader, shape, language)
    title = reader.line(("title",), shape.title, language)
    date = _date(reader, shape.date)
    kicker = reader.line(("kicker",), shape.kicker, language)
    intro = _paragraphs(reader, "intro", shape.intro, language)
    blocks = read_blocks(BlockContext(reader, language, plain(title), numbers), shape, kinds)
    order = _order(reader, blocks)
    closing = _paragraphs(reader, "closing", shape.closing, language)
    return Report(
        file=file,
        brand=_brand(reader, shape.brand, brand),
        language=language,
        date=date,
        kicker=kicker,
        title=title,
        intro=intro,
        intro_language=language_of(reader, ("intro",), shape.intro, language),
        blocks=blocks,
        closing=closing,
        closing_language=language_of(reader, ("closing",), shape.closing, language),
        link=_link(reader, shape.link, language) if shape.link else None,
        foot=_foot(reader, shape, date, language),
        logos=_logos(reader, shape.logo, language),
        sources=_sources(reader, shape, language, (kicker, title, intro, *_as_read(blocks, order), closing)),
        places={spell(path): each for path, each, _ in walk(reader.log.root) if each.line},
        order=order,
        page=_page(reader, shape.page),
        allowed=allowed_of(reader, (), shape.allow),
    )


def _order(reader: FieldReader, blocks: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys of the blocks as they stand in the file."""
    return tuple(dict.fromkeys(entry.key.text for entry in reader.log.root.entries if entry.key.text in blocks))


def _as_read(blocks: Mapping[str, Any], order: tuple[str, ...]) -> list[Any]:
    """The blocks in their order; the place first, which as a rule stands beside the title."""
    return [blocks[key] for key in sorted(order, key=lambda key: key != "place")]


def _page(reader: FieldReader, written: str | None) -> str:
    """The name of a format, or nothing."""
    if written is None or reader.log.is_stand_in(("page",)):
        return ""
    name = format_named(written)
    if not name:
        hint = did_you_mean(" ".join(written.split()), FORMATS)
        reader.log.at_value("page", f"no format is called `{written}`", ("page",), hint)
    return name


def _paragraphs(reader: FieldReader, key: str, shape: TextShape | None, language: str) -> tuple[Rich, ...]:
    """A text that may be bare or in a block of its own."""
    inner = isinstance(find(reader.log.root, (key,)), MappingNode)
    own = language_of(reader, (key,), shape, language)
    found = reader.paragraphs((key, "text") if inner else (key,), shape.text if shape else None, own)
    sources = reader.source((key, "source"), shape.source if shape else None, own)
    return (*found[:-1], noted(found[-1], sources)) if found else ()


def _brand(reader: FieldReader, written: str | None, given: str) -> str:
    if not given and written is None and not reader.log.is_stand_in(("brand",)):
        reader.log.missing_key((), "brand")
    return given or reader.literal(("brand",), written)


def _date(reader: FieldReader, written: str | None) -> ReportDate | None:
    if written is None or reader.log.is_stand_in(("date",)):
        return None
    try:
        return parse_date(written)
    except ValueError as error:
        reader.log.at_value("date", str(error), ("date",), "write `2018`, `2018-12` or `2018-12-03`")
        return None


def _link(reader: FieldReader, shape: LinkShape, language: str) -> Link:
    path: Path = ("link",)
    language = language_of(reader, path, shape, language)
    url = reader.url((*path, "url"), shape.url)
    return Link(spell(path), reader.line((*path, "text"), shape.text, language), url, shown_url(url), language)


def _foot(reader: FieldReader, shape: ReportShape, date: ReportDate | None, language: str) -> Foot:
    return Foot(
        publisher=reader.line(("publisher",), shape.publisher, language),
        contact=reader.line(("contact",), shape.contact, language),
        reference=reader.line(("reference",), shape.reference, language),
        request=reader.line(("request",), shape.request, language),
        date=format_date(date, language) if date else "",
    )


def _logo_place(reader: FieldReader, path: Path, written: str | None) -> str:
    """Where a logo stands: by default at the foot."""
    if written is None or reader.log.is_stand_in(path):
        return LOGO_PLACES[0]
    if written not in LOGO_PLACES:
        reader.log.at_value("logo", f"a logo cannot stand at `{written}`", path, did_you_mean(written, LOGO_PLACES))
    return written


def _logos(reader: FieldReader, shapes: tuple[LogoShape, ...], language: str) -> tuple[Logo, ...]:
    single = isinstance(find(reader.log.root, ("logo",)), MappingNode)
    logos = []
    for index, shape in enumerate(shapes):
        path: Path = ("logo",) if single else ("logo", index)
        inner = language_of(reader, path, shape, language)
        alt = reader.alternative((*path, "alt"), shape.alt, inner)
        found = reader.picture((*path, "file"), shape.file, ("png", "jpeg", "svg"))
        if found:
            file, data, measure = found
            at = _logo_place(reader, (*path, "at"), shape.at)
            logos.append(Logo(spell(path), file, data, measure.kind, measure.aspect, alt, inner, at))
    return tuple(logos)


def _sources(reader: FieldReader, shape: ReportShape, language: str, held: tuple[object, ...]) -> tuple[Source, ...]:
    """All sources as they are met in `held`, the parts of the page in order; those of the whole page come last."""
    own = reader.source(("source",), shape.source, language)
    named = (one.source for part in held for one in parts_of(part) if isinstance(one, BlockSource))
    return tuple(dict.fromkeys((*named, *own)))
