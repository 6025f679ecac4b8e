"""The values that a statistic is made of: numbers, series, guides, areas. Frozen; part of the report."""

from __future__ import annotations

import pathlib
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.blocks import UNPRINTED, WORDS
from reportgen.text.locale import NumberRule, format_number

Ring = tuple[tuple[float, float], ...]
"""A closed line of longitude and latitude in degrees (WGS84)."""


@dataclass(frozen=True, slots=True)
class Datum:
    """One number of the report. `text` is what a reader sees, in the text and in the figure alike."""

    name: str = field(metadata=UNPRINTED)
    value: Decimal
    text: str = field(metadata=WORDS)
    rule: NumberRule = field(metadata=UNPRINTED)

    @classmethod
    def written(cls, name: str, value: Decimal, rule: NumberRule, language: str) -> Datum:
        """The number as its rule and the language have it."""
        return cls(name, value, format_number(value, rule, language), rule)


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series and what it is of: a year, a district, a part of a whole.

    Without a datum it has no value, and is never zero: `gap` is the row of the words table that says why
    ("not_available", "suppressed"). `low` and `high` are the ends of its interval of uncertainty. `at` is where it
    stands in time, in a unit that its series has alone (years, quarters, months, days), where its label is a period.
    """

    label: str
    datum: Datum | None
    low: Datum | None = None
    high: Datum | None = None
    gap: str = "not_available"
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Values that belong together; all series of a statistic have the same labels in the same order."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """What values are held against: a "target", a "reference", or a "band" that reaches from `datum` to `until`."""

    kind: str = field(metadata=UNPRINTED)
    label: str
    datum: Datum = field(metadata=UNPRINTED)
    until: Datum | None = field(default=None, metadata=UNPRINTED)


@dataclass(frozen=True, slots=True)
class Break:
    """From the point `label` on the series is counted in another way, which `note` says."""

    label: str = field(metadata=UNPRINTED)
    note: str


@dataclass(frozen=True, slots=True)
class Allowed:
    """A rule of the lint that the author has silenced, and why."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class GeoFeature:
    """One area; its rings are filled even-odd, so that holes are holes."""

    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class GeoFile:
    """A GeoJSON file that was read and checked.

    `kept` is for what a later stage works out of the file alone, so that a series of pages pays for it once.
    """

    path: pathlib.Path
    data: tuple[GeoFeature, ...] = field(repr=False)
    kept: dict[str, object] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A named point of a map, in degrees (WGS84)."""

    name: str
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class Areas:
    """What a shaded map is drawn from. `steps` are the bounds between its shades, rising; () leaves them to the figure.

    The names of the boundary's features are the labels of the series.
    """

    boundary: GeoFile
    locator: GeoFile | None
    steps: tuple[Datum, ...]
    spots: tuple[MapPoint, ...]
