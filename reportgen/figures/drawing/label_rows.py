"""Lanes: labels of columns and the columns' heights in; labels raised clear of columns and each other out."""

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
        """Whether the two could not stand side by side on one lane."""
        return self.left < other.right - 1e-6 and other.left < self.right - 1e-6


@dataclass(frozen=True, slots=True)
class Top:
    """What a label has to keep over: from left to right a height, in pt."""

    left: float
    right: float
    height: float


def within(number: int, line: SetLine, middle: float, width: float, whole: bool = True) -> RowLabel:
    """A tag moved so that its line is within 0 and `width`."""
    half = line.width / 2
    return RowLabel(number, line, min(max(middle, half), max(width - half, half)), whole=whole)


def lanes(tags: Sequence[RowLabel]) -> int:
    """How many lanes are enough for the tags, whatever stands under them: the longest chain of neighbours."""
    longest = chain = 0
    end = float("-inf")
    for tag in sorted(tags, key=lambda tag: tag.left):
        chain = chain + 1 if tag.left < end - 1e-6 else 1
        end = max(end, tag.right) if chain > 1 else tag.right
        longest = max(longest, chain)
    return longest


def hang(tags: Sequence[RowLabel], tops: Sequence[Top], pad: float, lane: float) -> list[RowLabel]:
    """Each tag `pad` over all that stands under it, or a `lane` over a tag that is in its way; the lowest go first."""
    rest = [(_rise(tag, tops) + pad, tag) for tag in tags]
    placed: list[RowLabel] = []
    for rise, tag in sorted(rest, key=lambda entry: (entry[0], entry[1].number)):
        high = rise
        for other in sorted((other for other in placed if tag.near(other)), key=lambda other: other.rise):
            if other.rise - lane < high < other.rise + lane:
                high = other.rise + lane
        placed.append(RowLabel(tag.number, tag.line, tag.middle, high))
    return placed


def _rise(tag: RowLabel, tops: Sequence[Top]) -> float:
    """The height of what stands under a tag."""
    half = tag.line.width / 2 + APART / 4
    under = (top.height for top in tops if top.left < tag.middle + half and tag.middle - half < top.right)
    return max(under, default=0.0)
