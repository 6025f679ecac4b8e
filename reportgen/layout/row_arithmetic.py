"""The arithmetic of rows: the cheapest ways to put blocks in rows, from heights and costs alone.

Blocks keep their order. A row is one block, or columns side by side that hold consecutive ones, one under the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.geometry import Flex, fixed, total
from reportgen.layout.composition_score import cost as cost_of
from reportgen.layout.composition_score import page_terms

Stack = tuple[int, int]
"""A column of a row: how many columns of the grid it takes, and how many blocks it holds."""
Shape = tuple[Stack, ...]

_KEPT = 24
"""How many beginnings of a page are followed up, each of another height."""


def splits(columns: int) -> tuple[tuple[int, int], ...]:
    """How a row may be shared by two: evenly first, then with the left and the right wider by one and two."""
    half = columns // 2
    if columns % 2:
        return (half + 1, half), (half, half + 1)
    return tuple((half + by, half - by) for by in (0, 1, -1, 2, -2) if half - abs(by) >= 2)


def shapes(columns: int, blocks: int, three: bool) -> Iterator[Shape]:
    """The rows that so many blocks can make; with `three`, also three columns side by side."""
    if blocks == 1:
        yield ((columns, 1),)
    for left in range(1, blocks):
        if left <= 2 and blocks - left <= 2:
            yield from (((one, left), (other, blocks - left)) for one, other in splits(columns))
    if three and columns % 3 == 0 and blocks >= 3:
        third = columns // 3
        for first in range(1, blocks - 1):
            for second in range(1, blocks - first):
                counts = (first, second, blocks - first - second)
                if max(counts) <= 2:
                    yield tuple((third, count) for count in counts)


@dataclass(frozen=True, slots=True)
class RowPlan:
    """A row that holds so many blocks: its height, what it costs, and a name for it that the caller knows."""

    blocks: int
    height: Flex
    cost: float
    name: object


@dataclass(frozen=True, slots=True)
class Partial:
    """The beginning of a page."""

    height: Flex
    cost: float
    rows: tuple[RowPlan, ...]


def best_rows(plans: Sequence[Sequence[RowPlan]], gap: Flex, frame: Flex, room: float, limit: float) -> list[Partial]:
    """Bodies for a page, the cheapest first. `plans[i]` are the rows that can begin with block i, `gap` follows each.

    `frame` is what stands over and under the body on a page of `room` pt. Beginnings that cost `limit` already, and
    the dearer of two of one height, are not followed up.
    """
    count = len(plans)
    states: list[list[Partial]] = [[] for _ in range(count + 1)]
    states[0] = [Partial(fixed(0.0), 0.0, ())]
    bucket = max(room / _KEPT, 1.0)
    for index in range(count):
        for begun in _sifted(states[index], bucket):
            for plan in plans[index]:
                cost = begun.cost + plan.cost
                if cost < limit:
                    height = total((begun.height, plan.height, gap))
                    states[index + plan.blocks].append(Partial(height, cost, (*begun.rows, plan)))
    return sorted(states[count], key=lambda whole: whole.cost + strain(frame + whole.height, room))


def _sifted(states: Sequence[Partial], bucket: float) -> list[Partial]:
    """The cheapest beginning of each height, and the shortest of all: whatever fits at all is found."""
    found: dict[tuple[int, int], Partial] = {}
    for state in states:
        key = int(state.height.least / bucket), int(state.height.most / (3 * bucket))
        if key not in found or state.cost < found[key].cost:
            found[key] = state
    if not states:
        return []
    shortest = min(states, key=lambda state: (state.height.least, state.cost))
    kept = sorted(found.values(), key=lambda state: state.cost)[: 2 * _KEPT]
    return kept if shortest in kept else [*kept, shortest]


def strain(height: Flex, room: float) -> float:
    """What it costs that a page of this height is to fill `room` pt."""
    return cost_of(page_terms(height, room))
