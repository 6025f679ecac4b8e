"""Facts: the data of a statistic in; what the choice of its figure depends on out. Nothing is reported here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from reportgen.content.report import Datum, Point, Series, Statistic
from reportgen.text.languages import locale_of

YEAR_WITHIN = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_QUARTER = re.compile(r"[QTK][1-4]\Z", re.IGNORECASE)
_STEP = re.compile(r"(?:under |over |unter |über |[<>≤≥+-])?\d", re.IGNORECASE)
LONGEST_MOMENT = 24

ROUNDING = Decimal("0.5")
"""How far the percentages of a whole may miss 100 when each is rounded, for each of the parts."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a statistic's data. `has` names what is given: "change", "since", "whole", "each" and so on."""

    has: frozenset[str] = frozenset()
    value: Datum | None = None
    whole: Datum | None = None
    sets: tuple[Series, ...] = ()
    language: str = "en"

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the points, which all sets share."""
        return tuple(point.label for point in self.sets[0].points) if self.sets else ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sets."""
        return tuple(each.name for each in self.sets)

    @property
    def known(self) -> tuple[Datum, ...]:
        """All values that there are."""
        return tuple(point.datum for each in self.sets for point in each.points if point.datum)

    @property
    def percent(self) -> bool:
        """Whether the values, or the one value, are per cents."""
        first = self.known[0] if self.known else self.value
        return first is not None and first.rule.unit == "%"

    @property
    def least(self) -> Datum:
        """The smallest value of the series."""
        return min(self.known, key=lambda datum: datum.value)

    @property
    def most(self) -> Datum:
        """The largest value of the series."""
        return max(self.known, key=lambda datum: datum.value)

    @property
    def over_time(self) -> bool:
        """Whether the labels are moments."""
        return are_moments(self.labels, self.language)

    @property
    def in_steps(self) -> bool:
        """Whether the labels are numbers or ranges of numbers, such as ages, which have an order of their own."""
        return bool(self.labels) and all(_STEP.match(label) for label in self.labels)

    @property
    def two_moments(self) -> bool:
        """Whether there are two sets, one then and one later."""
        return len(self.sets) == 2 and are_moments(self.names, self.language)

    @property
    def fewest(self) -> int:
        """How many values the set with the fewest has."""
        return min((sum(point.datum is not None for point in each.points) for each in self.sets), default=0)

    @property
    def complete(self) -> bool:
        """Whether no value is missing."""
        return bool(self.known) and all(point.datum for each in self.sets for point in each.points)

    @property
    def has_intervals(self) -> bool:
        """Whether a value has an interval of uncertainty."""
        return any(point.low or point.high for each in self.sets for point in each.points)

    def turned(self) -> Facts:
        """The same values with sets for labels and labels for sets."""
        return replace(self, sets=turned(self.sets))


def facts_of(statistic: Statistic) -> Facts:
    """The facts of a finished statistic."""
    data = statistic.data
    has = {name for name, key in (("whole", "share"), ("each", "marks")) if key in data}
    has |= {"change"} if {"before", "change_percent"} <= data.keys() else set()
    has |= {"since"} if statistic.since else set()
    has |= {"boundary"} if statistic.areas else set()
    return Facts(frozenset(has), statistic.datum, data.get("whole"), statistic.sets, statistic.language)


def are_moments(labels: Sequence[str], language: str) -> bool:
    """Whether labels are moments: each holds a year, or they are months or quarters."""
    if not labels:
        return False
    if all(len(label) <= LONGEST_MOMENT and YEAR_WITHIN.search(label) for label in labels):
        return True
    if all(_QUARTER.match(label) for label in labels):
        return True
    return all(label.casefold().rstrip(".") in _months(language) for label in labels)


def turned(sets: Sequence[Series]) -> tuple[Series, ...]:
    """Labels for names and names for labels; the values stay the same."""
    if not sets:
        return ()
    columns = zip(*(each.points for each in sets), strict=True)
    return tuple(
        Series(points[0].label, tuple(_named(point, each.name) for point, each in zip(points, sets, strict=True)))
        for points in columns
    )


def _named(point: Point, label: str) -> Point:
    return replace(point, label=label)


@lru_cache(maxsize=16)
def _months(language: str) -> frozenset[str]:
    """The months as the language has them, long and short, without a full stop."""
    found = locale_of(language).months
    return frozenset(
        str(name).casefold().rstrip(".")
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in found[context][width].values()
    )
