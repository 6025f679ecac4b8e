"""The blocks of a page's body as a report's file has them: the key of each, the shape behind it, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Annotated, Any, Generic, TypeVar

from pydantic import Field, create_model

from reportgen.content import statistics
from reportgen.content.amount_bars import why_no_bars, why_not_asked
from reportgen.content.field_reader import FieldReader
from reportgen.content.named_values import NamedValue, NamedValues
from reportgen.content.report import CaseStudy, Highlight, Highlights, Photo, PlaceBlock, Quote, Statistic, TextSection
from reportgen.content.schema import (
    SHAPES,
    CaseStudyShape,
    FigureShape,
    FullStatistic,
    HighlightsShape,
    PhotoShape,
    PlaceShape,
    QuoteShape,
    ReportShape,
    SectionShape,
)
from reportgen.content.schema_parts import SchemaPart
from reportgen.content.statistics import StatisticNumbers
from reportgen.content.table_options import NO, YES
from reportgen.problems import did_you_mean
from reportgen.reading.located_tree import Path, spell
from reportgen.text.quotes import quotation
from reportgen.text.spans import noted

B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class BlockContext:
    """What a block is read with: its report's language and title, and the numbers of all statistics."""

    reader: FieldReader
    language: str
    title: str
    numbers: StatisticNumbers

    def language_of(self, path: Path, shape: object, inherited: str = "") -> str:
        """The language of what stands at a path: its own, or the one round it, by default the report's."""
        return language_of(self.reader, path, shape, inherited or self.language)


@dataclass(frozen=True, slots=True)
class BlockKind(Generic[B]):
    """One kind of block: the key that it stands under, the shape of it or of one entry of its list, and how it is read.

    `read` is given what the key holds, a shape or a tuple of them, and gives the block, or the blocks of a list; each
    is a frozen dataclass that `reportgen.blocks` can walk. It tells what is wrong to the reader of the context.

    `most` is how many entries a list may have, 0 for a block that stands once; `entries` the field of a block that
    holds entries of its own. `entry` is what one of them is called, of which `keeps` always stay. When a page is too
    long, what has the least `loss` is left out first.
    """

    key: str
    shape: type[SchemaPart]
    read: Callable[[BlockContext, Any], B | None]
    most: int = 0
    entries: str = ""
    entry: str = ""
    keeps: int = 0
    loss: int = 5

    @property
    def path_of_entries(self) -> str:
        """The path of its list, or of the entries within its block."""
        return f"{self.key}.{self.entries}" if self.entries else self.key


BlockKinds = tuple[BlockKind[Any], ...]


def language_of(reader: FieldReader, path: Path, shape: object, inherited: str) -> str:
    """The language that a shape names, or the one round it."""
    return reader.language((*path, "language"), getattr(shape, "language", None), inherited)


def _place(context: BlockContext, shape: PlaceShape) -> PlaceBlock:
    reader, path = context.reader, ("place",)
    language = context.language_of(path, shape)
    if shape.alt is None:
        reader.need_alternative(path, language, "map")
    return PlaceBlock(
        path=spell(path),
        name=reader.words((*path, "name"), shape.name, language) or context.title,
        boundary=reader.geo((*path, "boundary"), shape.boundary),
        locator=reader.geo((*path, "locator"), shape.locator),
        statistics=statistics.finish(reader, context.numbers, (*path, "statistics")),
        source=reader.source((*path, "source"), shape.source, language),
        alt=reader.words((*path, "alt"), shape.alt, language),
        language=language,
    )


def _highlights(context: BlockContext, shape: HighlightsShape) -> Highlights:
    reader, language = context.reader, context.language_of(("highlights",), shape)
    title = reader.line(("highlights", "title"), shape.title, language)
    title = noted(title, reader.source(("highlights", "source"), shape.source, language))
    items = []
    for index, item in enumerate(shape.items):
        path: Path = ("highlights", "items", index)
        inner = context.language_of(path, item, language)
        if item.amount is not None and item.icon is not None:
            reader.log.at_key("highlight", "`icon` and `amount` stand in the same place", (*path, "icon"), "keep one")
        amount = reader.number((*path, "amount"), item.amount, inner)
        local: NamedValues = {"amount": NamedValue(amount, inner)} if item.amount is not None else {}
        text = reader.line((*path, "text"), item.text, inner, local)
        icon, source = reader.icon((*path, "icon"), item.icon), reader.source((*path, "source"), item.source, inner)
        items.append(Highlight(spell(path), amount, icon, text, source, inner))
    return Highlights("highlights", title, tuple(items), language, _why_no_bars(reader, shape, items))


def _why_no_bars(reader: FieldReader, shape: HighlightsShape, items: Sequence[Highlight]) -> str:
    """Why no amount of a list has a bar; "" where they have. Bars that are asked for and cannot be are told."""
    path: Path = ("highlights", "bars")
    asked = "" if shape.bars is None or reader.log.is_stand_in(path) else shape.bars.strip().casefold()
    amounts = [item.amount for item in items if item.amount]
    why = why_no_bars(amounts)
    if asked and asked not in (YES, NO):
        hint = did_you_mean(asked, (YES, NO))
        reader.log.at_value("highlight", f"`bars` is `yes` or `no`, and here stands `{shape.bars}`", path, hint)
    elif asked == NO:
        return "`bars: no` turns them off"
    elif asked == YES and why:
        reader.log.at_value("highlight", f"this list cannot have bars: {why}", path, "write `bars: no`")
    elif not asked and not why and (why := why_not_asked(amounts)):
        return f"{why}; if they count the same, write `bars: yes`"
    return why


def _case_study(context: BlockContext, shape: CaseStudyShape) -> CaseStudy:
    reader, path = context.reader, ("case_study",)
    language = context.language_of(path, shape)
    if shape.kicker is None:
        reader.need_words(path, language)
    return CaseStudy(
        path=spell(path),
        kicker=reader.words((*path, "kicker"), shape.kicker, language),
        title=reader.line((*path, "title"), shape.title, language),
        text=reader.paragraphs((*path, "text"), shape.text, language),
        source=reader.source((*path, "source"), shape.source, language),
        language=language,
        photo=_photo(context, shape.photo, (*path, "photo"), language) if shape.photo else None,
    )


def _quote(context: BlockContext, shape: QuoteShape) -> Quote:
    reader, path = context.reader, ("quote",)
    language = context.language_of(path, shape)
    return Quote(
        path=spell(path),
        text=quotation(reader.paragraphs((*path, "text"), shape.text, language), language),
        who=reader.line((*path, "who"), shape.who, language),
        source=reader.source((*path, "source"), shape.source, language),
        language=language,
    )


def _sections(context: BlockContext, shapes: Sequence[SectionShape]) -> tuple[TextSection, ...]:
    return tuple(_section(context, shape, ("sections", index)) for index, shape in enumerate(shapes))


def _section(context: BlockContext, shape: SectionShape, path: Path) -> TextSection:
    reader, language = context.reader, context.language_of(path, shape)
    return TextSection(
        path=spell(path),
        title=reader.line((*path, "title"), shape.title, language),
        text=reader.paragraphs((*path, "text"), shape.text, language),
        source=reader.source((*path, "source"), shape.source, language),
        language=language,
    )


def _photo(context: BlockContext, shape: PhotoShape, path: Path = ("photo",), inherited: str = "") -> Photo | None:
    reader, language = context.reader, context.language_of(path, shape, inherited)
    alt = reader.alternative((*path, "alt"), shape.alt, language)
    credit = reader.words((*path, "credit"), shape.credit, language)
    found = reader.picture((*path, "file"), shape.file, ("png", "jpeg"))
    if found is None:
        return None
    file, data, measure = found
    return Photo(spell(path), file, data, measure.kind, int(measure.width), int(measure.height), alt, credit, language)


def _statistics(context: BlockContext, _: object, key: str = "statistics") -> tuple[Statistic, ...]:
    return statistics.finish(context.reader, context.numbers, (key,))


PLACE = BlockKind("place", PlaceShape, _place, loss=9)
STATISTICS = BlockKind("statistics", FullStatistic, _statistics, most=12, entry="statistic", keeps=1, loss=2)
FIGURES = BlockKind("figures", FigureShape, partial(_statistics, key="figures"), most=12, entry="figure", loss=5)
HIGHLIGHTS = BlockKind("highlights", HighlightsShape, _highlights, entries="items", entry="highlight", keeps=1, loss=8)
CASE_STUDY = BlockKind("case_study", CaseStudyShape, _case_study, loss=7)
QUOTE = BlockKind("quote", QuoteShape, _quote, loss=3)
SECTIONS = BlockKind("sections", SectionShape, _sections, most=6, entry="section", loss=4)
PHOTO = BlockKind("photo", PhotoShape, _photo, loss=6)

BLOCK_KINDS: BlockKinds = (PLACE, STATISTICS, FIGURES, HIGHLIGHTS, CASE_STUDY, QUOTE, SECTIONS, PHOTO)
"""Every block that comes with the program, in reading order, which is the order of the sources.

Header, logos and foot have their places on every page and are no blocks of the body."""


PAGE_KEYS = frozenset(
    (
        *("brand", "language", "date", "kicker", "title", "intro", "closing", "link", "publisher", "contact"),
        *("reference", "request", "source", "logo", "values", "data", "page", "allow"),
    )
)
"""Keys of a report that are no blocks of its body: `resolve` reads them."""


def tell_unread(context: BlockContext, shape: ReportShape, kinds: BlockKinds) -> None:
    """Report every key that a file may have and that nothing would read: it is not to be dropped in silence."""
    for key in sorted(shape.model_fields_set - PAGE_KEYS - {kind.key for kind in kinds}):
        hint = "leave it out; whoever added it to the keys of a report has still to declare its block"
        context.reader.log.at_key("block", f"no block of the page is made from `{key}`", (key,), hint)


def read_blocks(context: BlockContext, shape: ReportShape, kinds: BlockKinds) -> dict[str, Any]:
    """The blocks that a report has, by key."""
    tell_unread(context, shape, kinds)
    given = ((kind, getattr(shape, kind.key)) for kind in kinds)
    read = {kind.key: kind.read(context, found) for kind, found in given if found}
    return {key: found for key, found in read.items() if found}


@lru_cache(maxsize=8)
def shapes_of(kinds: BlockKinds) -> Mapping[str, type[SchemaPart]]:
    """Which shape stands under which key of a file that may have these blocks; "" is the file itself."""
    more: dict[str, Any] = {kind.key: _field(kind) for kind in kinds if kind.key not in ReportShape.model_fields}
    file = create_model("ReportShape", __base__=ReportShape, **more) if more else ReportShape
    return {**SHAPES, "": file, **{kind.key: kind.shape for kind in kinds}}


def _field(kind: BlockKind[Any]) -> tuple[object, object]:
    """The field of a kind in pydantic's words: its type and what it is when it is not given."""
    if kind.most:
        return Annotated[tuple[kind.shape, ...], Field(max_length=kind.most)], ()  # type: ignore[name-defined]  # pydantic's
    return kind.shape | None, None
