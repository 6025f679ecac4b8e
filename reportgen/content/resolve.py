"""The validated model in; the `Report`, with every text filled in and every number worked out, out."""

from __future__ import annotations

from reportgen.content import statistics
from reportgen.content.desk import Desk, Named, Names, shown_url
from reportgen.content.formats import NAMES, format_named
from reportgen.content.guides import allowed_of
from reportgen.content.model import (
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
from reportgen.content.statistics import Numbers
from reportgen.problems import Place, did_you_mean
from reportgen.reading.tree import Block, Path, find, spell, walk
from reportgen.text.dates import ReportDate, format_date, parse_date
from reportgen.text.spans import Rich, plain

FALLBACK_LANGUAGE = "en"
_NO_BLOCKS = frozenset(("brand", "language", "date", "values", "data", "page", "allow", "source", "kicker", "title"))
"""Keys of the report that are not blocks of the page in an order of their own."""


def resolve(desk: Desk, shape: ReportShape, file: str, brand: str = "") -> Report:
    """The report. Problems go to the desk; with an error among them the report is not to be used."""
    language = desk.language(("language",), shape.language, FALLBACK_LANGUAGE)
    numbers = statistics.read_numbers(desk, shape, language)
    title = desk.line(("title",), shape.title, language)
    date = _date(desk, shape.date)
    return Report(  # from here on in reading order, which is the order of the sources
        file=file,
        brand=_brand(desk, shape.brand, brand),
        language=language,
        date=date,
        kicker=desk.line(("kicker",), shape.kicker, language),
        title=title,
        intro=_paragraphs(desk, "intro", shape.intro, language),
        intro_language=_language(desk, ("intro",), shape.intro, language),
        place=_place(desk, shape.place, numbers, language, plain(title)) if shape.place else None,
        statistics=statistics.finish(desk, numbers, ("statistics",)),
        figures=statistics.finish(desk, numbers, ("figures",)),
        highlights=_highlights(desk, shape.highlights, language) if shape.highlights else None,
        case_study=_case_study(desk, shape.case_study, language) if shape.case_study else None,
        quote=_quote(desk, shape.quote, language) if shape.quote else None,
        sections=tuple(_section(desk, each, index, language) for index, each in enumerate(shape.sections)),
        closing=_paragraphs(desk, "closing", shape.closing, language),
        closing_language=_language(desk, ("closing",), shape.closing, language),
        link=_link(desk, shape.link, language) if shape.link else None,
        foot=_foot(desk, shape, date, language),
        logos=_logos(desk, shape.logo, language),
        photo=_photo(desk, shape.photo, ("photo",), language) if shape.photo else None,
        sources=_sources(desk, shape, language),
        places=_places(desk),
        order=_order(desk),
        page=_page(desk, shape.page),
        allowed=allowed_of(desk, (), shape.allow),
    )


def _order(desk: Desk) -> tuple[str, ...]:
    """The keys of the blocks as they stand in the file."""
    keys = dict.fromkeys(entry.key.text for entry in desk.findings.root.entries)
    return tuple(key for key in keys if key in ReportShape.model_fields and key not in _NO_BLOCKS)


def _page(desk: Desk, written: str | None) -> str:
    """The name of a format, or nothing."""
    if written is None or desk.findings.is_hollow(("page",)):
        return ""
    name = format_named(written)
    if not name:
        hint = did_you_mean(" ".join(written.split()), NAMES)
        desk.findings.at_value("page", f"no format is called `{written}`", ("page",), hint)
    return name


def _language(desk: Desk, path: Path, shape: object, inherited: str) -> str:
    return desk.language((*path, "language"), getattr(shape, "language", None), inherited)


def _paragraphs(desk: Desk, key: str, shape: TextShape | None, language: str) -> tuple[Rich, ...]:
    """A text that may be bare or in a block of its own."""
    inner = isinstance(find(desk.findings.root, (key,)), Block)
    own = _language(desk, (key,), shape, language)
    return desk.paragraphs((key, "text") if inner else (key,), shape.text if shape else None, own)


def _brand(desk: Desk, written: str | None, given: str) -> str:
    if not given and written is None and not desk.findings.is_hollow(("brand",)):
        desk.findings.missing_key((), "brand")
    return given or desk.literal(("brand",), written)


def _date(desk: Desk, written: str | None) -> ReportDate | None:
    if written is None or desk.findings.is_hollow(("date",)):
        return None
    try:
        return parse_date(written)
    except ValueError as error:
        desk.findings.at_value("date", str(error), ("date",), "write `2018`, `2018-12` or `2018-12-03`")
        return None


def _place(desk: Desk, shape: PlaceShape, numbers: Numbers, language: str, title: str) -> PlaceBlock:
    path: Path = ("place",)
    language = _language(desk, path, shape, language)
    if shape.alt is None:
        desk.need_alternative(path, language, "map")
    return PlaceBlock(
        path=spell(path),
        name=desk.words((*path, "name"), shape.name, language) or title,
        boundary=desk.geo((*path, "boundary"), shape.boundary),
        locator=desk.geo((*path, "locator"), shape.locator),
        statistics=statistics.finish(desk, numbers, (*path, "statistics")),
        source=desk.source((*path, "source"), shape.source, language),
        alt=desk.words((*path, "alt"), shape.alt, language),
        language=language,
    )


def _highlights(desk: Desk, shape: HighlightsShape, language: str) -> Highlights:
    language = _language(desk, ("highlights",), shape, language)
    title = desk.line(("highlights", "title"), shape.title, language)
    items = []
    for index, item in enumerate(shape.items):
        path: Path = ("highlights", "items", index)
        inner = _language(desk, path, item, language)
        if item.amount is not None and item.icon is not None:
            desk.findings.at_key(
                "highlight", "`icon` and `amount` stand in the same place", (*path, "icon"), "keep one"
            )
        amount = desk.number((*path, "amount"), item.amount, inner)
        if amount and amount.value < 0:
            desk.findings.at_value("highlight", f"{amount.text} has no bar: bars begin at zero", (*path, "amount"))
        local: Names = {"amount": Named(amount, inner)} if item.amount is not None else {}
        text = desk.line((*path, "text"), item.text, inner, local)
        icon, source = desk.icon((*path, "icon"), item.icon), desk.source((*path, "source"), item.source, inner)
        items.append(Highlight(spell(path), amount, icon, text, source, inner))
    return Highlights("highlights", title, tuple(items), language)


def _case_study(desk: Desk, shape: CaseStudyShape, language: str) -> CaseStudy:
    path: Path = ("case_study",)
    language = _language(desk, path, shape, language)
    if shape.kicker is None:
        desk.need_words(path, language)
    return CaseStudy(
        path=spell(path),
        kicker=desk.words((*path, "kicker"), shape.kicker, language),
        title=desk.line((*path, "title"), shape.title, language),
        text=desk.paragraphs((*path, "text"), shape.text, language),
        source=desk.source((*path, "source"), shape.source, language),
        language=language,
        photo=_photo(desk, shape.photo, (*path, "photo"), language) if shape.photo else None,
    )


def _quote(desk: Desk, shape: QuoteShape, language: str) -> Quote:
    path: Path = ("quote",)
    language = _language(desk, path, shape, language)
    return Quote(
        path=spell(path),
        text=desk.paragraphs((*path, "text"), shape.text, language),
        who=desk.line((*path, "who"), shape.who, language),
        source=desk.source((*path, "source"), shape.source, language),
        language=language,
    )


def _section(desk: Desk, shape: SectionShape, index: int, language: str) -> TextSection:
    path: Path = ("sections", index)
    language = _language(desk, path, shape, language)
    return TextSection(
        path=spell(path),
        title=desk.line((*path, "title"), shape.title, language),
        text=desk.paragraphs((*path, "text"), shape.text, language),
        source=desk.source((*path, "source"), shape.source, language),
        language=language,
    )


def _link(desk: Desk, shape: LinkShape, language: str) -> Link:
    path: Path = ("link",)
    language = _language(desk, path, shape, language)
    url = desk.url((*path, "url"), shape.url)
    return Link(spell(path), desk.line((*path, "text"), shape.text, language), url, shown_url(url), language)


def _foot(desk: Desk, shape: ReportShape, date: ReportDate | None, language: str) -> Foot:
    return Foot(
        publisher=desk.line(("publisher",), shape.publisher, language),
        contact=desk.line(("contact",), shape.contact, language),
        reference=desk.line(("reference",), shape.reference, language),
        request=desk.line(("request",), shape.request, language),
        date=format_date(date, language) if date else "",
    )


def _photo(desk: Desk, shape: PhotoShape, path: Path, language: str) -> Photo | None:
    language = _language(desk, path, shape, language)
    alt = desk.alternative((*path, "alt"), shape.alt, language)
    credit = desk.words((*path, "credit"), shape.credit, language)
    found = desk.picture((*path, "file"), shape.file, ("png", "jpeg"))
    if found is None:
        return None
    file, data, measure = found
    return Photo(spell(path), file, data, measure.kind, int(measure.width), int(measure.height), alt, credit, language)


def _logos(desk: Desk, shapes: tuple[LogoShape, ...], language: str) -> tuple[Logo, ...]:
    single = isinstance(find(desk.findings.root, ("logo",)), Block)
    logos = []
    for index, shape in enumerate(shapes):
        path: Path = ("logo",) if single else ("logo", index)
        inner = _language(desk, path, shape, language)
        alt = desk.alternative((*path, "alt"), shape.alt, inner)
        found = desk.picture((*path, "file"), shape.file, ("png", "jpeg", "svg"))
        if found:
            file, data, measure = found
            logos.append(Logo(spell(path), file, data, measure.kind, measure.aspect, alt, inner))
    return tuple(logos)


def _sources(desk: Desk, shape: ReportShape, language: str) -> tuple[Source, ...]:
    """All sources; the report's own comes last."""
    desk.source(("source",), shape.source, language)
    return tuple(desk.sources.values())


def _places(desk: Desk) -> dict[str, Place]:
    return {spell(path): place for path, place, _ in walk(desk.findings.root) if place.line}
