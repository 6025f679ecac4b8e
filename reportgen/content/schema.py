"""The shape of a report's file: which keys stand where, which must, and what kind of value each has."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from reportgen.content.schema_parts import (
    BandShape,
    Given,
    GuideShape,
    Line,
    Name,
    Names,
    Number,
    Rule,
    SchemaPart,
    SeriesEntry,
    SeriesShape,
    Short,
    Sources,
    Text,
    Units,
    ValueShape,
    WordsLine,
    WordsText,
)


class Located(SchemaPart):
    """A block that may be in another language and may name its source."""

    language: Line | None = None
    source: Sources | None = None


class PlainStatistic(Located):
    """A number that stands on the map."""

    id: Line | None = None
    value: Number
    unit: Line | None = None
    label: WordsLine


class Charted(Located):
    """What a figure is made from: the keys that a statistic and a titled figure share."""

    id: Line | None = None
    value: Number = None
    unit: Line | None = None
    figure: Line | None = None
    form: Line | None = None
    caption: WordsLine | None = None
    alt: Line | None = None
    change: Number = None
    since: Line | None = None
    until: Line | None = None
    share_of: Line | None = None
    of: Number = None
    each: Number = None
    symbol: Line | None = None
    series: SeriesShape | None = None
    data: Line | None = None
    x: Name | None = None
    y: Any = None
    low: Name | None = None
    high: Name | None = None
    where: Rule | None = None
    leave_out: Rule | None = None
    order: Line | None = None
    top: Number = None
    emphasise: Names | None = None
    short: Short | None = None
    bars: Names | None = None
    target: GuideShape | None = None
    reference: GuideShape | None = None
    band: BandShape | None = None
    breaks: Annotated[dict[str, Line], Field(max_length=12)] | None = None
    index: Name | None = None
    written: Line | None = None
    period: Line | None = None
    dates: Line | None = None
    boundary: Line | None = None
    locator: Line | None = None
    steps: Annotated[tuple[Number, ...], Field(max_length=3)] | None = None
    spots: Annotated[dict[str, Line], Field(max_length=12)] | None = None
    note: Line | None = None
    allow: Annotated[dict[str, Line], Field(max_length=40)] | None = None


class FullStatistic(Charted):
    """A number with a figure."""

    label: WordsLine


class FigureShape(Charted):
    """A figure under a title of its own."""

    title: WordsLine
    width: Line | None = None


class TableShape(SchemaPart):
    """A CSV file that figures and numbers are taken from; `columns` are worked out of its own by formulas."""

    file: Line
    key: Name | None = None
    unit: Units | None = None
    decimal: Line | None = None
    period: Line | None = None
    dates: Line | None = None
    where: Rule | None = None
    leave_out: Rule | None = None
    join: Name | None = None
    columns: Annotated[dict[str, Line], Field(max_length=40)] | None = None
    short: Short | None = None


class PlaceShape(Located):
    """The map."""

    name: Line | None = None
    boundary: Line
    locator: Line | None = None
    alt: Line | None = None
    statistics: Annotated[tuple[PlainStatistic, ...], Field(max_length=4)] = ()


class HighlightShape(Located):
    """One highlight."""

    amount: Number = None
    icon: Line | None = None
    text: WordsLine


class HighlightsShape(Located):
    """The highlights."""

    title: WordsLine
    bars: Line | None = None
    items: Annotated[tuple[HighlightShape, ...], Field(min_length=1, max_length=24)]


class PhotoShape(SchemaPart):
    """A photograph."""

    language: Line | None = None
    file: Line
    alt: Line
    credit: Line | None = None


class LogoShape(SchemaPart):
    """A logo."""

    language: Line | None = None
    file: Line
    alt: Line
    at: Line | None = None


class CaseStudyShape(Located):
    """The case study."""

    kicker: Line | None = None
    title: WordsLine
    text: WordsText
    photo: PhotoShape | None = None


class QuoteShape(Located):
    """What somebody said."""

    text: WordsText
    who: WordsLine


class SectionShape(Located):
    """A head and plain text."""

    title: WordsLine
    text: WordsText


class LinkShape(SchemaPart):
    """The link."""

    language: Line | None = None
    text: Line
    url: Line


class TextShape(Located):
    """A text with a language of its own."""

    text: Text


class ReportShape(Located):
    """The whole file."""

    brand: Line | None = None
    language: Line
    date: Line | None = None
    kicker: WordsLine | None = None
    title: WordsLine
    intro: TextShape | None = None
    place: PlaceShape | None = None
    statistics: Annotated[tuple[FullStatistic, ...], Field(max_length=12)] = ()
    highlights: HighlightsShape | None = None
    case_study: CaseStudyShape | None = None
    closing: TextShape | None = None
    link: LinkShape | None = None
    publisher: Line | None = None
    contact: Line | None = None
    reference: Line | None = None
    request: Line | None = None
    logo: Annotated[tuple[LogoShape, ...], Field(max_length=8)] = ()
    photo: PhotoShape | None = None
    values: Annotated[dict[str, Given], Field(max_length=200)] = Field(default_factory=dict)
    data: Annotated[dict[str, TableShape], Field(max_length=12)] = Field(default_factory=dict)
    figures: Annotated[tuple[FigureShape, ...], Field(max_length=12)] = ()
    quote: QuoteShape | None = None
    sections: Annotated[tuple[SectionShape, ...], Field(max_length=6)] = ()
    page: Line | None = None
    allow: Annotated[dict[str, Line], Field(max_length=40)] | None = None


SHAPES: dict[str, type[SchemaPart]] = {
    "": ReportShape,
    "place": PlaceShape,
    "place.statistics": PlainStatistic,
    "statistics": FullStatistic,
    "figures": FigureShape,
    **{f"{key}.{part}": GuideShape for key in ("statistics", "figures") for part in ("target", "reference")},
    **{f"{key}.band": BandShape for key in ("statistics", "figures")},
    **{f"{key}.series": SeriesEntry for key in ("statistics", "figures")},
    "data": TableShape,
    "values": ValueShape,
    "quote": QuoteShape,
    "sections": SectionShape,
    "highlights": HighlightsShape,
    "highlights.items": HighlightShape,
    "case_study": CaseStudyShape,
    "case_study.photo": PhotoShape,
    "photo": PhotoShape,
    "logo": LogoShape,
    "link": LinkShape,
    "intro": TextShape,
    "closing": TextShape,
}
"""Which shape stands under which key (list indices, and names that an author gives, left out)."""
