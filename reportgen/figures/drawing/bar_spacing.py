"""How rows of bars share a figure: their spacing and thickness in its height, the length of a unit in its width."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reportgen.geometry import Flex

_EXACT = 1e-9
"""By how much (pt) rows may be higher than their room: the arithmetic of floats."""

_AXIS = 3.0
"""From a line at zero to a name beside it, in pt."""

_WIDEST = 4000.0
"""A width in pt at which every figure has room; one that has none there has something else at fault."""

Reach = tuple[float, float]
"""How far a mark reaches from zero, in the unit of its value, and what stands at its end, in pt."""


@dataclass(frozen=True, slots=True)
class RowNeeds:
    """What one row of a figure asks for, in pt.

    `over` is the fixed height of what stands over the bar, `head` and `ink` the height of what stands beside the
    first and the last (0: nothing that is higher than it), `spacing` from bar to bar without `over`; a bar takes
    `ratio` of the spacing and is never thicker than `thickest`.
    """

    over: float
    head: float
    ink: float
    spacing: Flex
    ratio: float
    thickest: float

    def thick(self, spacing: float) -> float:
        """How thick a bar is."""
        return min(self.ratio * spacing, self.thickest)

    def height(self, count: int, spacing: float) -> float:
        """Of `count` rows, from the top of the first to the foot of the last."""
        thick = self.thick(spacing)
        ends = max(thick, self.head) + max(thick, self.ink)
        return count * self.over + (count - 1) * spacing + ends / 2

    def measure(self, count: int) -> Flex:
        """The heights of `count` rows."""
        return Flex(
            *(self.height(count, spacing) for spacing in (self.spacing.least, self.spacing.normal, self.spacing.most))
        )


@dataclass(frozen=True, slots=True)
class BarPositions:
    """Where bars stand: the middle of each, from the first and topmost, and their thickness, in pt."""

    middles: tuple[float, ...]
    thick: float


def share_out(count: int, needs: RowNeeds, height: float) -> BarPositions:
    """Rows that fill `height` from its top to its foot; a lone row stands at the foot."""
    low, high = 0.0, max(height, needs.spacing.most)
    for _ in range(40):
        spacing = (low + high) / 2
        low, high = (spacing, high) if needs.height(count, spacing) <= height + _EXACT else (low, spacing)
    thick = needs.thick(low)
    first = max(thick, needs.ink) / 2 + (count - 1) * (low + needs.over)
    return BarPositions(tuple(first - row * (low + needs.over) for row in range(count)), thick)


def least_width(fits: Callable[[float], bool], above: float) -> float | None:
    """The least width over `above` pt that fits, to within a point; None when not even the widest does."""
    low, high = above, _WIDEST
    if not fits(high):
        return None
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if fits(middle) else (middle, high)
    return high


def over_bar(zero: float, name: float, width: float, loss: bool) -> float:
    """Where a name of a width begins over its bar, which begins at `zero`: from there on, or up to there for a loss."""
    gap = _AXIS if zero > 0 else 0.0
    wanted = zero - gap - name if loss else zero + gap
    return min(max(wanted, 0.0), max(0.0, width - name))


def unit_of(left: Iterable[Reach], right: Iterable[Reach], room: float) -> float:
    """The most pt that a unit of value may have, so that all that reaches left and right of zero fits in `room`.

    Below zero where what stands at the ends alone does not fit.
    """
    lefts, rights = _outer(left), _outer(right)
    units = []
    for reach, end in lefts:
        for other, beside in rights:
            spare, needed = room - end - beside, reach + other
            if needed > 0:
                units.append(spare / needed)
            elif spare < -1e-6:
                return -1.0
    return min(units, default=0.0)


def zero_of(left: Iterable[Reach], unit: float) -> float:
    """How far zero stands from the left edge, in pt."""
    return max(reach * unit + end for reach, end in _outer(left))


def _outer(reaches: Iterable[Reach]) -> list[Reach]:
    """Those that are not within another both in reach and in what stands at the end."""
    found: list[Reach] = []
    for reach, end in sorted({(0.0, 0.0), *reaches}, reverse=True):
        if not found or end > found[-1][1]:
            found.append((reach, end))
    return found
