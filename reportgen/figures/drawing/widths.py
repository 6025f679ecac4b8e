"""Widths: a test of whether a figure can be drawn at a width in; the least width that passes it out."""

from __future__ import annotations

from collections.abc import Callable

WIDEST = 4000.0
"""A width in pt at which every figure has room; one that has none there has something else at fault."""


def least_width(fits: Callable[[float], bool], above: float) -> float | None:
    """The least width over `above` pt that fits, to within a point; None when not even the widest does."""
    low, high = above, WIDEST
    if not fits(high):
        return None
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high
