"""Flexible lengths: the least, the normal and the most of a length in pt, and what several of them come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flex:
    """A length that may be anything from `least` to `most` and would like to be `normal` (pt)."""

    least: float
    normal: float
    most: float

    def __post_init__(self) -> None:
        if not self.least <= self.normal <= self.most:
            raise ValueError(f"least, normal and most must rise: {self}")

    def __add__(self, other: Flex) -> Flex:
        return Flex(self.least + other.least, self.normal + other.normal, self.most + other.most)

    def __mul__(self, factor: float) -> Flex:
        return Flex(self.least * factor, self.normal * factor, self.most * factor)

    def at(self, stretch: float) -> float:
        """The length at a `stretch` of -1 (least) to 0 (normal) to 1 (most); outside, the nearer end."""
        stretch = min(1.0, max(-1.0, stretch))
        if stretch < 0:
            return self.normal + stretch * (self.normal - self.least)
        return self.normal + stretch * (self.most - self.normal)

    def stretch_to(self, length: float) -> float:
        """The stretch at which this is `length`: under -1 when it cannot be so short, over 1 when not so long."""
        if length < self.normal:
            room = self.normal - self.least
            return (length - self.normal) / room if room > 0 else -1.0 - (self.normal - length)
        room = self.most - self.normal
        if room > 0:
            return (length - self.normal) / room
        return 0.0 if length == self.normal else 1.0 + (length - self.normal)


def fixed(length: float) -> Flex:
    """A length that does not give."""
    return Flex(length, length, length)


def total(lengths: Iterable[Flex]) -> Flex:
    """Lengths one after the other."""
    least = normal = most = 0.0
    for length in lengths:
        least, normal, most = least + length.least, normal + length.normal, most + length.most
    return Flex(least, normal, most)


def tallest(lengths: Iterable[Flex]) -> Flex:
    """Lengths side by side: none may be less than its least, and the one that gives most sets the most."""
    found = list(lengths) or [fixed(0.0)]
    return Flex(
        max(length.least for length in found),
        max(length.normal for length in found),
        max(*(length.most for length in found), *(length.normal for length in found)),
    )
