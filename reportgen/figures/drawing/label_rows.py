"""Labels over columns in rows: each stands over its own column, raised clear of other columns and of other labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.text.setting import SetLine

APART = 3.0
"""Least space between two labels side by side, in pt."""


@dataclass(frozen=True, slots=True)
class RowLabel:
    """A label that is to stand over the column `number`, with the middle that it would like; `rise` is its base line.

    A rise is in pt over the line that the columns stand on. What is not `whole` is shortened and shows no cell.
    """

    number: int
    line: SetLine
    middle: float
    rise: float = 0.0
    whole: bool = True

    @property
    def left(self) -> float:
        """Its left end with half the space to the next."""
        return self.middle - (self.line.width + APART) / 2

    @property
    def right(self) -> float:
        """Its right end with half the space to the next."""
        return self.middle + (self.line.width + APART) / 2

    def near(self, other: RowLabel) -> bool:
        """Whether the two could not stand side by side in one row."""
        return self.left < other.right - 1e-6 and other.left < self.right - 1e-6


@dataclass(frozen=True, slots=True)
class Top:
    """What a label has to keep over: from left to right a height, in pt."""

    left: float
    right: float
    height: float


def within(number: int, line: SetLine, middle: float, width: float, whole: bool = True) -> RowLabel:
    """A label moved so that its line is within 0 and `width`."""
    half = line.width / 2
    return RowLabel(number, line, min(max(middle, half), max(width - half, half)), whole=whole)


def rows_needed(labels: Sequence[RowLabel]) -> int:
    """How many rows are enough for the labels, whatever stands under them: the longest chain of neighbours."""
    longest = chain = 0
    end = float("-inf")
    for label in sorted(labels, key=lambda label: label.left):
        chain = chain + 1 if label.left < end - 1e-6 else 1
        end = max(end, label.right) if chain > 1 else label.right
        longest = max(longest, chain)
    return longest


def raised(labels: Sequence[RowLabel], tops: Sequence[Top], pad: float, row: float) -> list[RowLabel]:
    """Each label `pad` over all that stands under it, or a `row` over a label in its way; the lowest go first."""
    rest = [(_rise(label, tops) + pad, label) for label in labels]
    placed: list[RowLabel] = []
    for rise, label in sorted(rest, key=lambda entry: (entry[0], entry[1].number)):
        high = rise
        for other in sorted((other for other in placed if label.near(other)), key=lambda other: other.rise):
            if other.rise - row < high < other.rise + row:
                high = other.rise + row
        placed.append(RowLabel(label.number, label.line, label.middle, high))
    return placed


def _rise(label: RowLabel, tops: Sequence[Top]) -> float:
    """The height of what stands under a label."""
    half = label.line.width / 2 + APART / 4
    under = (top.height for top in tops if top.left < label.middle + half and label.middle - half < top.right)
    return max(under, default=0.0)
