"""The shapes that a figure's keys hold: guides, bands, series, values. Part of `reportgen.content.schema`."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from reportgen.content.fields import LIST, MAPPING, MOST_POINTS, SET, Bare, Line, Number, form_of_series, form_of_values


class SchemaPart(BaseModel):
    """What all blocks have in common."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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

    label: Line
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


def _form_of_value(value: object) -> str:
    return "[block]" if isinstance(value, dict | ValueShape) else "[number]"


Given = Annotated[
    Annotated[ValueShape, Tag("[block]")] | Annotated[Bare, Tag("[number]")],
    Discriminator(_form_of_value),
]
"""What a name stands for: a number, a formula or a text, or a block that says how the number is written."""
