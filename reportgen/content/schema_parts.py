"""The kinds of value in a report's file (a text, a number, a list of texts), and the shapes of a figure's keys."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, PlainValidator, Tag
from pydantic_core import PydanticCustomError

from reportgen.reading.yaml_reader import as_name

LONGEST_TEXT = 6000
LONGEST_LINE = 2000
LONGEST_NUMBER = 400
MOST_POINTS = 120
MOST_SOURCES = 24
LIST, MAPPING, SET = "[list]", "[mapping]", "[set]"
"""What pydantic's places say of the form that a series is written in; no key is written like that."""
FORMS = frozenset((LIST, MAPPING, SET, "[number]", "[block]", "[key]", "[text]"))


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


def _lines(value: object) -> object:
    """One text or a list of them."""
    found = value if isinstance(value, list) else [value]
    if not found or not all(isinstance(each, str | int | Decimal) and not isinstance(each, bool) for each in found):
        raise PydanticCustomError("lines", "a text or a list of texts")
    return tuple(str(each) for each in found)


def _name(value: object) -> object:
    """A text by which something is known: whatever blanks it has are single spaces."""
    found = _text(value)
    return as_name(found) if isinstance(found, str) else found


def _names(value: object) -> object:
    """One name or a list of them."""
    found = _lines(value)
    return tuple(as_name(each) for each in found) if isinstance(found, tuple) else found


def _text_or_number(value: object) -> object:
    """A number or a text, as it is written; of a number from Python its value."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if not isinstance(value, str | Decimal):
        raise PydanticCustomError("text", "a text")
    if len(str(value)) > LONGEST_LINE:
        raise PydanticCustomError("string_too_long", "too long", {"max_length": LONGEST_LINE})
    return value


def form_of_series(value: object) -> str:
    """Whether a series is a list of entries."""
    return LIST if isinstance(value, list | tuple) else MAPPING


def form_of_values(value: object) -> str:
    """Whether a label of a series has one value or several by name."""
    return SET if isinstance(value, dict) else "[number]"


Line = Annotated[str, BeforeValidator(_text), Field(max_length=LONGEST_LINE)]
"""A text of one paragraph."""
Name = Annotated[str, BeforeValidator(_name), Field(max_length=LONGEST_LINE)]
"""What a label, a heading or a table is called: two that differ only in the kind of their spaces are one."""
Text = Annotated[str, BeforeValidator(_text), Field(max_length=LONGEST_TEXT)]
"""A text of any number of paragraphs."""
Number = Annotated[Any, PlainValidator(_number)]
"""A number as it is written, a formula (`= now - before`), or a Decimal from Python.

(Any: pydantic would report a union twice.)"""
Bare = Annotated[Any, PlainValidator(_text_or_number)]
"""A number, a formula or a text, as it is written."""
Sources = Annotated[tuple[Text, ...], BeforeValidator(_lines), Field(max_length=MOST_SOURCES)]
"""One source, or a list of them."""
Lines = Annotated[tuple[str, ...], BeforeValidator(_lines), Field(max_length=60)]
"""One text, or a list of texts."""
Names = Annotated[tuple[str, ...], BeforeValidator(_names), Field(max_length=60)]
"""One name, or a list of names."""
Short = Annotated[dict[str, Name], Field(max_length=200)]
"""Names, each with a shorter one that is drawn in its place."""
Rule = Annotated[dict[str, Names], Field(max_length=12)]
"""Which rows of a table: a heading, and the text or texts that its cell may have."""


class SchemaPart(BaseModel):
    """What all blocks have in common."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class NotedLine(SchemaPart):
    """A text of one paragraph with the source that it comes from."""

    text: Line
    source: Sources | None = None


class NotedText(SchemaPart):
    """A text of any number of paragraphs with the source that it comes from."""

    text: Text
    source: Sources | None = None


def _form_of_words(value: object) -> str:
    """Whether a text is a block with its source. Other braces are a text that lacks its quotation marks."""
    if isinstance(value, dict):
        return "[text]" if value.keys().isdisjoint(_NOTED) else "[block]"
    return "[block]" if isinstance(value, NotedLine | NotedText) else "[text]"


def text_of(given: str | NotedLine | NotedText | None) -> str | None:
    """The text of what may be a bare text or one with its source."""
    return given if given is None or isinstance(given, str) else given.text


_NOTED = NotedLine.model_fields.keys()
WordsLine = Annotated[
    Annotated[Line, Tag("[text]")] | Annotated[NotedLine, Tag("[block]")], Discriminator(_form_of_words)
]
"""A text of one paragraph, bare or with its source."""
WordsText = Annotated[
    Annotated[Text, Tag("[text]")] | Annotated[NotedText, Tag("[block]")], Discriminator(_form_of_words)
]
"""A text of any number of paragraphs, bare or with its source."""


class GuideShape(SchemaPart):
    """What values are held against: a target or a reference; a bare number is one without a label."""

    value: Number
    label: Line | None = None


class BandShape(SchemaPart):
    """A range that values are held against."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    since: Number = Field(alias="from")
    until: Number = Field(alias="to")
    label: Line | None = None


class SeriesEntry(SchemaPart):
    """One value of a series that has more to say than its number."""

    label: Name
    value: Number = None
    low: Number = None
    high: Number = None
    gap: Line | None = None


_Values = Annotated[
    Annotated[dict[str, Number], Field(max_length=MOST_POINTS), Tag(SET)] | Annotated[Number, Tag("[number]")],
    Discriminator(form_of_values),
]
SeriesShape = Annotated[
    Annotated[tuple[SeriesEntry, ...], Field(max_length=MOST_POINTS), Tag(LIST)]
    | Annotated[dict[str, _Values], Field(max_length=MOST_POINTS), Tag(MAPPING)],
    Discriminator(form_of_series),
]
"""Values by label, values by label and then by the name of their set, or a list of entries."""


class ValueShape(SchemaPart):
    """A number or a formula with a sample of how it is to be written."""

    value: Number
    written: Line | None = None


def _form_of_units(value: object) -> str:
    return MAPPING if isinstance(value, dict) else "[key]"


Units = Annotated[
    Annotated[dict[str, Line], Field(max_length=40), Tag(MAPPING)] | Annotated[Line, Tag("[key]")],
    Discriminator(_form_of_units),
]
"""The unit of the plain numbers of a table, or of those under a heading."""


def _form_of_value(value: object) -> str:
    return "[block]" if isinstance(value, dict | ValueShape) else "[number]"


Given = Annotated[
    Annotated[ValueShape, Tag("[block]")] | Annotated[Bare, Tag("[number]")],
    Discriminator(_form_of_value),
]
"""What a name stands for: a number, a formula or a text, or a block that says how the number is written."""
