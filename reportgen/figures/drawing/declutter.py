"""Labels along a line moved apart, each by as little as it must, so that none overlaps another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

SLACK = 1e-6
"""By how much (pt) labels may be longer than their room before it counts: the arithmetic of floats."""


def room_needed(sizes: Sequence[float], gap: float) -> float:
    """The length (pt) that stretches of these `sizes` take one after the other with `gap` between them."""
    return sum(sizes) + gap * max(0, len(sizes) - 1)


def moved_apart(
    wanted: Sequence[float], sizes: Sequence[float], low: float, high: float, gap: float = 0.0
) -> list[float]:
    """The start of each stretch, between `low` and `high`, `gap` apart at least and in the order given.

    The starts are those with the least sum of squared distances from `wanted`: whatever overlaps is moved as one
    block, each label by as little as it must (isotonic regression by pool-adjacent-violators, Ayer et al. 1955).
    Raises ValueError when they do not fit: who draws has to measure with `room_needed` before.
    """
    needed = room_needed(sizes, gap)
    if needed > high - low + SLACK:
        raise ValueError(f"labels of {needed:.2f} pt do not fit in {high - low:.2f} pt")
    before = [0.0, *accumulate(size + gap for size in sizes)][: len(sizes)]
    highest = max(low, high - needed)
    level = _rising([want - shift for want, shift in zip(wanted, before, strict=True)])
    return [min(max(start, low), highest) + shift for start, shift in zip(level, before, strict=True)]


def _rising(values: Sequence[float]) -> list[float]:
    """The sequence that never falls and is nearest to `values` in the sum of squares."""
    blocks: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while blocks and blocks[-1][0] > mean:
            other, size = blocks.pop()
            mean, count = (mean * count + other * size) / (count + size), count + size
        blocks.append((mean, count))
    return [mean for mean, count in blocks for _ in range(count)]
