"""A period of time by its number: where it begins, which are missing between several, how far apart they are."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise

DAY, WEEK, MONTH, QUARTER, HALF, YEAR = "day", "week", "month", "quarter", "half-year", "year"
FINANCIAL_YEAR = "financial year"
"""A financial, business, academic or school year, numbered by the year in which it begins."""
NAMED_YEAR, FINANCIAL_QUARTER = "named financial year", "financial quarter"
"""A financial year that is called by one year (FY2019); a quarter of a financial year (Q1 2018-19)."""
MONTHS, YEARS = "months", "years"
"""Several months or years together, as a three-year average has them."""
BARE_MONTH, BARE_QUARTER = "month without a year", "quarter without a year"

TERM = "term"
"""What recurs in years and has no place of its own in them (spring 2018, autumn 2018), numbered as it stands."""

BARE = (BARE_MONTH, BARE_QUARTER)
MOST_PERIODS = 400
FEW = 3
"""Where far more periods are missing than there are (censuses and a last year), none is put between them."""

_IN_MONTHS = {MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12, MONTHS: 1}
_LOOSE = 1.2
"""The longest of steps counted in days that are still one step: months have 28 to 31, quarters 90 to 92."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period of a unit by its number: of days that of the calendar, of weeks that of their Mondays, else counted from
    the year 0. `length` is how many months or years it holds, and `remark` what the label says of it, with `{}` for the
    period itself ("{} (provisional)").
    """

    unit: str
    number: int
    length: int = 1
    remark: str = ""

    def __post_init__(self) -> None:
        if self.length < 1:
            raise ValueError("a period holds something")


def positions(periods: Sequence[Period]) -> tuple[int, ...]:
    """Where each begins in time: in their own unit where all have one, else in months, or in days."""
    units = {period.unit for period in periods}
    if len(units) == 1:
        return tuple(period.number for period in periods)
    if units & {DAY, WEEK}:
        return tuple(_first_day(period) for period in periods)
    return tuple(period.number * _IN_MONTHS[period.unit] for period in periods)


def can_share_an_axis(units: set[str]) -> bool:
    """Whether periods of these units can stand on one axis: of one unit, or parts of calendar years."""
    return len(units) < 2 or units <= {DAY, WEEK, MONTH, QUARTER, HALF, YEAR}


def between(periods: Sequence[Period]) -> tuple[Period, ...]:
    """The periods in order, with those that are missing between them.

    None is missing among days and among periods of several units, and none where all are at one distance (1981, 1991,
    2001), or where far more are missing than there are.
    """
    ordered = tuple(period for _, _, period in sorted(zip(positions(periods), count(), periods, strict=False)))
    if len(ordered) < 2 or len({(period.unit, period.length) for period in ordered}) > 1 or ordered[0].unit == DAY:
        return ordered
    numbers = [period.number for period in ordered]
    step = math.gcd(*(after - before for before, after in pairwise(numbers)))
    if not step or (numbers[-1] - numbers[0]) // step + 1 > min(MOST_PERIODS, 2 * len(ordered) + FEW):
        return ordered
    known = {period.number: period for period in ordered}
    like = ordered[0] if len({period.remark for period in ordered}) == 1 else replace(ordered[0], remark="")
    return tuple(
        known.get(number) or replace(like, number=number) for number in range(numbers[0], numbers[-1] + 1, step)
    )


def is_uneven(places: Sequence[int], unit: str = "") -> bool:
    """Whether places in time are not all equally far apart; steps counted in days may be those of months."""
    steps = [after - before for before, after in pairwise(places)]
    if not steps:
        return False
    return max(steps) > min(steps) * (_LOOSE if unit == DAY else 1)


def _first_day(period: Period) -> int:
    if period.unit == DAY:
        return period.number
    if period.unit == WEEK:
        return period.number * 7 + 1
    year, month = divmod(period.number * _IN_MONTHS[period.unit], 12)
    return datetime.date(year, month + 1, 1).toordinal()
