"""What is known of a statistic's data: what the choice of its figure depends on. Nothing is reported here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.content.periods.period import DAY, TERM, is_uneven
from reportgen.content.quantities import unlike
from reportgen.content.report import Datum, Series, Statistic
from reportgen.content.series.in_time import in_order_of_time
from reportgen.content.series.transform import transpose

_STEP = re.compile(r"(?:under |over |unter |über |[<>≤≥+-])?\d", re.IGNORECASE)

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
    def kinds_of_number(self) -> tuple[Datum, Datum] | None:
        """Two values that are of two kinds of number, pounds and per cents, say; None where all are of one."""
        first, *others = self.known or (None,)
        other = next((each for each in others if first and each and unlike(each.rule, first.rule)), None)
        return (first, other) if first and other else None

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
        """Whether the labels are periods."""
        return bool(self.sets) and bool(self.labels) and all(point.period for point in self.sets[0].points)

    @property
    def over_names(self) -> bool:
        """Whether the names of the sets are periods."""
        return bool(self.sets) and all(each.period for each in self.sets)

    @property
    def is_uneven(self) -> bool:
        """Whether the labels are periods that are not equally far apart in time."""
        points = self.sets[0].points if self.sets else ()
        places = [point.at for point in points if point.at is not None]
        units = {point.period.unit for point in points if point.period}
        loose = DAY if DAY in units or len(units) > 1 else ""
        return len(places) == len(points) and TERM not in units and is_uneven(places, loose)

    @property
    def in_steps(self) -> bool:
        """Whether the labels are numbers or ranges of numbers, such as ages, which have an order of their own."""
        return bool(self.labels) and all(_STEP.match(label) for label in self.labels)

    @property
    def two_periods(self) -> bool:
        """Whether there are two sets, one then and one later."""
        return len(self.sets) == 2 and self.over_names

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

    def transposed(self) -> Facts:
        """The same values with sets for labels and labels for sets."""
        return replace(self, sets=in_order_of_time(transpose(self.sets), self.language))


def facts_of(statistic: Statistic, keys: Iterable[str] = ()) -> Facts:
    """The facts of a finished statistic, whose block has the `keys`."""
    data = statistic.data
    has = what_is_given(data, keys)
    has |= {name for name, there in (("since", statistic.since), ("boundary", statistic.areas)) if there}
    return Facts(has, statistic.datum, data.get("whole"), statistic.sets, statistic.language)


def what_is_given(data: Mapping[str, Datum], keys: Iterable[str]) -> frozenset[str]:
    """What there is of a statistic: the keys of its block, or in their place what could be worked out of them."""
    has = {name for name, key in (("whole", "share"), ("each", "marks")) if key in data}
    has |= {"change"} if {"before", "change_percent"} <= data.keys() else set()
    return frozenset(has | (set(keys) - _WORKED_OUT))


_WORKED_OUT = frozenset(("change", "each", "of", "share_of", "series", "data"))
