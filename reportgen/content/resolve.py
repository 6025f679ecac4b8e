"""The validated model in; the `Report`, with every text filled in and every number worked out, out."""

from __future__ import annotations

from reportgen.content import statistics
from reportgen.content.field_reader import FieldReader, NamedValue, NamedValues, shown_url
from reportgen.content.figure_guides import allowed_of
from reportgen.content.page_formats import NAMES, format_named
from reportgen.content.report import (
    CaseStudy,
    Foot,
    Highlight,
    Highlights,
    Link,
    Logo,
    Photo,
    PlaceBlock,
    Quote,
    Report,
    Source,
    TextSection,
)
from reportgen.content.schema import (
    CaseStudyShape,
    HighlightsShape,
    LinkShape,
    LogoShape,
    PhotoShape,
    PlaceShape,
    QuoteShape,
    ReportShape,
    SectionShape,
    TextShape,
)
from reportgen.content.statistics import StatisticNumbers
from reportgen.problems import Place, did_you_mean
from reportgen.reading.located_tree import MappingNode, Path, find, spell, walk
from reportgen.text.dates import ReportDate, format_date, parse_date
from reportgen.text.spans import Rich, plain

FALLBACK_LANGUAGE = "en"
_NO_BLOCKS = frozenset(("brand", "language", "date", "values", "data", "page", "allow", "source", "kicker", "title"))
"""Keys of the report that are not blocks of the page in an order of their own."""


def resolve(reader: FieldReader, shape: ReportShape, file: str, brand: str = "") -> Report:
    """The report. Problems go to the problem log; with an error among them the report is not to be used."""
    language = reader.language(("language",), shape.language, FALLBACK_LANGUAGE)
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
        intro_language=_language(reader, ("intro",), shape.intro, language),
        place=_place(reader, shape.place, numbers, language, plain(title)) if shape.place else None,
        statistics=statistics.finish(reader, numbers, ("statistics",)),
        figures=statistics.finish(reader, numbers, ("figures",)),
        highlights=_highlights(reader, shape.highlights, language) if shape.highlights else None,
        case_study=_case_study(reader, shape.case_study, language) if shape.case_study else None,
        quote=_quote(reader, shape.quote, language) if shape.quote else None,
        sections=tuple(_section(reader, each, index, language) for index, each in enumerate(shape.sections)),
        closing=_paragraphs(reader, "closing", shape.closing, language),
        closing_language=_language(reader, ("closing",), shape.closing, language),
        link=_link(reader, shape.link, language) if shape.link else None,
        foot=_foot(reader, shape, date, language),
        logos=_logos(reader, shape.logo, language),
        photo=_photo(reader, shape.photo, ("photo",), language) if shape.photo else None,
        sources=_sources(reader, shape, language),
        places=_places(reader),
        order=_order(reader),
        page=_page(reader, shape.page),
        allowed=allowed_of(reader, (), shape.allow),
    )


def _order(reader: FieldReader) -> tuple[str, ...]:
    """The keys of the blocks as they stand in the file."""
    keys = dict.fromkeys(entry.key.text for entry in reader.log.root.entries)
    return tuple(key for key in keys if key in ReportShape.model_fields and key not in _NO_BLOCKS)


def _page(reader: FieldReader, written: str | None) -> str:
    """The name of a format, or nothing."""
    if written is None or reader.log.is_stand_in(("page",)):
        return ""
    name = format_named(written)
    if not name:
        hint = did_you_mean(" ".join(written.split()), NAMES)
        reader.log.at_value("page", f"no format is called `{written}`", ("page",), hint)
    return name


def _language(reader: FieldReader, path: Path, shape: object, inherited: str) -> str:
    return reader.language((*path, "language"), getattr(shape, "language", None), inherited)


def _paragraphs(reader: FieldReader, key: str, shape: TextShape | None, language: str) -> tuple[Rich, ...]:
    """A text that may be bare or in a block of its own."""
    inner = isinstance(find(reader.log.root, (key,)), MappingNode)
    own = _language(reader, (key,), shape, language)
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


def _place(reader: FieldReader, shape: PlaceShape, numbers: StatisticNumbers, language: str, title: str) -> PlaceBlock:
    path: Path = ("place",)
    language = _language(reader, path, shape, language)
    if shape.alt is None:
        reader.need_alternative(path, language, "map")
    return PlaceBlock(
        path=spell(path),
        name=reader.words((*path, "name"), shape.name, language) or title,
        boundary=reader.geo((*path, "boundary"), shape.boundary),
        locator=reader.geo((*path, "locator"), shape.locator),
        statistics=statistics.finish(reader, numbers, (*path, "statistics")),
        source=reader.source((*path, "source"), shape.source, language),
        alt=reader.words((*path, "alt"), shape.alt, language),
        language=language,
    )


def _highlights(reader: FieldReader, shape: HighlightsShape, language: str) -> Highlights:
    language = _language(reader, ("highlights",), shape, language)
    title = reader.line(("highlights", "title"), shape.title, language)
    items = []
    for index, item in enumerate(shape.items):
        path: Path = ("highlights", "items", index)
        inner = _language(reader, path, item, language)
        if item.amount is not None and item.icon is not None:
            reader.log.at_key("highlight", "`icon` and `amount` stand in the same place", (*path, "icon"), "keep one")
        amount = reader.number((*path, "amount"), item.amount, inner)
        if amount and amount.value < 0:
            reader.log.at_value("highlight", f"{amount.text} has no bar: bars begin at zero", (*path, "amount"))
        local: NamedValues = {"amount": NamedValue(amount, inner)} if item.amount is not None else {}
        text = reader.line((*path, "text"), item.text, inner, local)
        icon, source = reader.icon((*path, "icon"), item.icon), reader.source((*path, "source"), item.source, inner)
        items.append(Highlight(spell(path), amount, icon, text, source, inner))
    return Highlights("highlights", title, tuple(items), language)


def _case_study(reader: FieldReader, shape: CaseStudyShape, language: str) -> CaseStudy:
    path: Path = ("case_study",)
    language = _language(reader, path, shape, language)
    if shape.kicker is None:
        reader.need_words(path, language)
    return CaseStudy(
        path=spell(path),
        kicker=reader.words((*path, "kicker"), shape.kicker, language),
        title=reader.line((*path, "title"), shape.title, language),
        text=reader.paragraphs((*path, "text"), shape.text, language),
        source=reader.source((*path, "source"), shape.source, language),
        language=language,
        photo=_photo(reader, shape.photo, (*path, "photo"), language) if shape.photo else None,
    )


def _quote(reader: FieldReader, shape: QuoteShape, language: str) -> Quote:
    path: Path = ("quote",)
    language = _language(reader, path, shape, language)
    return Quote(
        path=spell(path),
        text=reader.paragraphs((*path, "text"), shape.text, language),
        who=reader.line((*path, "who"), shape.who, language),
        source=reader.source((*path, "source"), shape.source, language),
        language=language,
    )


def _section(reader: FieldReader, shape: SectionShape, index: int, language: str) -> TextSection:
    path: Path = ("sections", index)
    language = _language(reader, path, shape, language)
    return TextSection(
        path=spell(path),
        title=reader.line((*path, "title"), shape.title, language),
        text=reader.paragraphs((*path, "text"), shape.text, language),
        source=reader.source((*path, "source"), shape.source, language),
        language=language,
    )


def _link(reader: FieldReader, shape: LinkShape, language: str) -> Link:
    path: Path = ("link",)
    language = _language(reader, path, shape, language)
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


def _photo(reader: FieldReader, shape: PhotoShape, path: Path, language: str) -> Photo | None:
    language = _language(reader, path, shape, language)
    alt = reader.alternative((*path, "alt"), shape.alt, language)
    credit = reader.words((*path, "credit"), shape.credit, language)
    found = reader.picture((*path, "file"), shape.file, ("png", "jpeg"))
    if found is None:
        return None
    file, data, measure = found
    return Photo(spell(path), file, data, measure.kind, int(measure.width), int(measure.height), alt, credit, language)


def _logos(reader: FieldReader, shapes: tuple[LogoShape, ...], language: str) -> tuple[Logo, ...]:
    single = isinstance(find(reader.log.root, ("logo",)), MappingNode)
    logos = []
    for index, shape in enumerate(shapes):
        path: Path = ("logo",) if single else ("logo", index)
        inner = _language(reader, path, shape, language)
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


def _places(reader: FieldReader) -> dict[str, Place]:
    return {spell(path): place for path, place, _ in walk(reader.log.root) if place.line}
