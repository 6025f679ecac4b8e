"""The rows in which statistics may stand, from how many there are and which of them have a figure. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil


@dataclass(frozen=True, slots=True)
class Pattern:
    """Indices row by row; `holes` are cells without a figure beside one with it, `moved` cells out of their order."""

    rows: tuple[tuple[int, ...], ...]
    holes: int
    moved: int

    @property
    def widest(self) -> int:
        """Cells of the longest row."""
        return max(len(row) for row in self.rows)

    @property
    def uneven(self) -> int:
        """Rows with another number of cells than the one before."""
        return sum(len(one) != len(other) for one, other in pairwise(self.rows))


def even_rows(count: int, most: int) -> tuple[int, ...]:
    """How many cells each row has when no row has more than `most`: as even as can be, the longer rows first."""
    if count == 0:
        return ()
    rows = ceil(count / most)
    return tuple(count // rows + (index < count % rows) for index in range(rows))


def patterns(figured: Sequence[bool], abreast: Sequence[int]) -> tuple[Pattern, ...]:
    """Every way to stand with at most each of `abreast` in a row: in order, and with the figureless kept together."""
    found = dict.fromkeys(_in_order(figured, most) for most in abreast)
    if any(figured) and not all(figured):
        found |= dict.fromkeys(_apart(figured, most, other) for most in abreast for other in abreast)
    return tuple(found)


def _in_order(figured: Sequence[bool], most: int) -> Pattern:
    return _pattern(_cut(range(len(figured)), most), figured)


def _apart(figured: Sequence[bool], most: int, other: int) -> Pattern:
    """Those with a figure in rows of `most`, those without in rows of `other`; first what the first one is."""
    kinds = {kind: [index for index, one in enumerate(figured) if one is kind] for kind in (True, False)}
    rows = {True: _cut(kinds[True], most), False: _cut(kinds[False], other)}
    return _pattern((*rows[figured[0]], *rows[not figured[0]]), figured)


def _cut(indices: Sequence[int], most: int) -> tuple[tuple[int, ...], ...]:
    rows: list[tuple[int, ...]] = []
    start = 0
    for count in even_rows(len(indices), most):
        rows.append(tuple(indices[start : start + count]))
        start += count
    return tuple(rows)


def _pattern(rows: tuple[tuple[int, ...], ...], figured: Sequence[bool]) -> Pattern:
    holes = sum(not figured[index] for row in rows if any(figured[one] for one in row) for index in row)
    order = [index for row in rows for index in row]
    moved = sum(later < earlier for earlier, later in pairwise(order))
    return Pattern(rows, holes, moved)
