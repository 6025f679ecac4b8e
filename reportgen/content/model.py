"""The shape of a report's file: which keys stand where, which must, and what kind of value each has."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator
from pydantic_core import PydanticCustomError

LONGEST_TEXT = 6000
LONGEST_LINE = 400
LONGEST_NUMBER = 60


def _text(value: object) -> object:
    """A text; a number from Python is taken as it prints."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise PydanticCustomError("text", "a text")
    return value


def _number(value: object) -> object:
    if not isinstance(value, str | Decimal) or len(str(value)) > LONGEST_NUMBER:
        raise PydanticCustomError("number", "a number")
    return value


Line = Annotated[str, BeforeValidator(_text), Field(max_length=LONGEST_LINE)]
"""A text of one paragraph."""
Text = Annotated[str, BeforeValidator(_text), Field(max_length=LONGEST_TEXT)]
"""A text of any number of paragraphs."""
Number = Annotated[Any, PlainValidator(_number)]
"""A number as it is written, or a Decimal from Python. (Any: pydantic would report a union twice.)"""


class Shape(BaseModel):
    """What all blocks have in common."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Located(Shape):
    """A block that may be in another language and may name its source."""

    language: Line | None = None
    source: Line | None = None


class PlainStatistic(Located):
    """A number that stands on the map."""

    id: Line | None = None
    value: Number
    label: Line


class FullStatistic(Located):
    """A number with a figure."""

    id: Line | None = None
    value: Number = None
    label: Line
    figure: Line | None = None
    caption: Line | None = None
    alt: Line | None = None
    change: Number = None
    since: Line | None = None
    share_of: Line | None = None
    of: Number = None
    each: Number = None
    symbol: Line | None = None
    series: Annotated[dict[str, Number], Field(max_length=200)] | None = None


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
    text: Line


class HighlightsShape(Shape):
    """The highlights."""

    language: Line | None = None
    title: Line
    items: Annotated[tuple[HighlightShape, ...], Field(min_length=1, max_length=24)]


class PhotoShape(Shape):
    """A photograph."""

    language: Line | None = None
    file: Line
    alt: Line
    credit: Line | None = None


class LogoShape(Shape):
    """A logo."""

    language: Line | None = None
    file: Line
    alt: Line


class CaseStudyShape(Located):
    """The case study."""

    kicker: Line | None = None
    title: Line
    text: Text
    photo: PhotoShape | None = None


class LinkShape(Shape):
    """The link."""

    language: Line | None = None
    text: Line
    url: Line


class TextShape(Shape):
    """A text with a language of its own."""

    language: Line | None = None
    text: Text


class ReportShape(Located):
    """The whole file."""

    brand: Line | None = None
    language: Line
    date: Line | None = None
    kicker: Line | None = None
    title: Line
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
    values: dict[str, Number] = Field(default_factory=dict)


BLOCKS: dict[str, type[Shape]] = {
    "": ReportShape,
    "place": PlaceShape,
    "place.statistics": PlainStatistic,
    "statistics": FullStatistic,
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
"""Which shape stands under which key (list indices left out)."""
