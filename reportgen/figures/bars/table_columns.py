"""The columns of a table with bars: what each asks for across, the scales of their bars, and how they share a width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.text.locale import facts_of
from reportgen.text.setting import SetLine, SetText

LEAST_BAR = 14.0
"""Least length of the longest bar of a column, in pt; shorter ones say nothing."""
GOOD_BAR = 42.0
"""A length (15 mm) from which the longest bar lets the others be compared with it: names wrap before it is less."""
_MOST_BAR = 220.0
_DIGITS = re.compile(r"[0-9](?:[0-9.,'’\u00a0\u202f]*[0-9])?")
"""The digits of a number; those of its unit ("15 per 100,000") stand behind letters."""


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A value in its column: its line, its number or None, and how much of the line stands before the decimal sign."""

    line: SetLine
    value: Decimal | None
    before: float


@dataclass(frozen=True, slots=True)
class ColumnNeeds:
    """What a column asks for across: before and after its decimal signs, and least for its head and its words; pt.

    `share` is how far its bars reach, of those on its scale that reach farthest; 0 for a column without bars.
    """

    before: float
    after: float
    least: float
    share: float

    def width(self, near: float, room: float) -> float:
        """Its width where the longest bars of all have `room`, `near` behind their numbers."""
        bars = near + room * self.share if self.share else 0.0
        return max(self.before + self.after + bars, self.least)


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """Where a column stands: its left edge, its decimal signs, where its bars begin and how long they are, in pt.

    A column whose `room` is 0 has no bars; `reach` is from the least to the greatest value that its bars show.
    """

    left: float
    sign: float
    bars: float
    room: float
    reach: tuple[Decimal, Decimal]
    head: SetText
    entries: tuple[PrintedCell, ...]

    def at(self, value: Decimal) -> float:
        """Where a value stands on the scale of the column, which is that of its unit."""
        low, high = self.reach
        return self.bars + float((value - low) / ((high - low) or 1)) * self.room


def longest_bars(needs: Sequence[ColumnNeeds], near: float, spare: float) -> float:
    """The longest bars that all columns can have in `spare` pt; below zero where there is no room for any."""
    low, high = -1.0, _MOST_BAR
    if sum(each.width(near, high) for each in needs) <= spare:
        return high
    for _ in range(30):
        middle = (low + high) / 2
        fits = sum(each.width(near, middle) for each in needs) <= spare
        low, high = (middle, high) if fits else (low, middle)
    return low


def before_decimal(text: str, language: str) -> str:
    """What stands before the decimal sign of a number, or up to its last digit: "£1" of "£1.2bn", "12" of "12%"."""
    digits = _DIGITS.search(text)
    if digits is None:
        return text
    number = text[: digits.end()]
    whole, sign, fraction = number.rpartition(facts_of(language).decimal)
    return whole if sign and fraction.isdigit() else number
