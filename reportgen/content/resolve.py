"""Makes the `Report` of the validated model: every text is filled in and every number worked out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportgen.blocks import Source
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
from reportgen.text.spans import Rich, plain


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
    return Report(  # from here on in reading order, which is the order of the sources
        file=file,
        brand=_brand(reader, shape.brand, brand),
        language=language,
        date=date,
        kicker=reader.line(("kicker",), shape.kicker, language),
        title=title,
        intro=_paragraphs(reader, "intro", shape.intro, language),
        intro_language=language_of(reader, ("intro",), shape.intro, language),
        blocks=(blocks := read_blocks(BlockContext(reader, language, plain(title), numbers), shape, kinds)),
        closing=_paragraphs(reader, "closing", shape.closing, language),
        closing_language=language_of(reader, ("closing",), shape.closing, language),
        link=_link(reader, shape.link, language) if shape.link else None,
        foot=_foot(reader, shape, date, language),
        logos=_logos(reader, shape.logo, language),
        sources=_sources(reader, shape, language),
        places={spell(path): each for path, each, _ in walk(reader.log.root) if each.line},
        order=_order(reader, blocks),
        page=_page(reader, shape.page),
        allowed=allowed_of(reader, (), shape.allow),
    )


def _order(reader: FieldReader, blocks: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys of the blocks as they stand in the file."""
    return tuple(dict.fromkeys(entry.key.text for entry in reader.log.root.entries if entry.key.text in blocks))


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
    return reader.paragraphs((key, "text") if inner else (key,), shape.text if shape else None, own)


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
            logos.append(Logo(spell(path), file, data, measure.kind, measure.aspect, alt, inner))
    return tuple(logos)


def _sources(reader: FieldReader, shape: ReportShape, language: str) -> tuple[Source, ...]:
    """All sources; the report's own comes last."""
    reader.source(("source",), shape.source, language)
    return tuple(reader.sources.values())
