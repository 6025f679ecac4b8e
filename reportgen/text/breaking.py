"""Line breaking: the best set of breaks among all places where lines may end. No fonts here.

Total fit after Knuth and Plass, "Breaking paragraphs into lines", Software: Practice and Experience 11 (1981): the
paragraph as a whole gets the fewest demerits, by dynamic programming over the breaks. Set ragged, so glue does not
stretch, and boxes, glue and penalties come down to where a line ends, where the next one starts, and what that costs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import add

from reportgen.text import line_penalties

TOLERANCE = 0.001
"""Points by which a line may pass the measure: the error of arithmetic."""

MOST_BREAKS = 128
"""Breaks that are weighed for one line, nearest to a full line first; no line of type holds so many."""


@dataclass(frozen=True, slots=True)
class Breakpoint:
    """A place where a line may end, on the paragraph set as one long line, in pt or any other unit (em).

    `end`: where the line ends if it is broken here, its hyphen included and its space not. `start`: where the next one
    begins. `words`: how many whole words stand before `start`. `penalty`: demerits.
    """

    end: float
    start: float
    words: int
    penalty: float = 0.0
    hyphen: bool = False


def break_lines(
    breakpoints: Sequence[Breakpoint], measure: float, balance: bool = False, unit: float = 1.0
) -> tuple[int, ...]:
    """Indices of the breakpoints at which lines end; the last breakpoint is the end of the text and always among them.

    No line is wider than `measure` (pt) unless there is no breakpoint in it. `balance` evens all lines, the last too.
    `unit` is that of the breakpoints, in pt.
    """
    tolerance, measure = TOLERANCE / unit, measure / unit
    if breakpoints and breakpoints[-1].end <= measure + tolerance:
        return (len(breakpoints) - 1,)  # no two lines cost less than one, and half of all texts set are a line
    lines = _Lines(breakpoints, measure, balance, tolerance)
    costs = [0.0]
    origins = [0]
    for index, point in enumerate(breakpoints):
        widest = bisect_left(lines.starts, point.end - measure - tolerance, 0, index)
        nodes = slice(widest, min(index + 1, widest + MOST_BREAKS))
        totals = list(map(add, costs[nodes], lines.demerits(nodes, index)))
        cheapest = min(totals)
        costs.append(cheapest)
        origins.append(widest + totals.index(cheapest))
    return _trace(origins)


class _Lines:
    """What lines cost. A node is where a line begins: 0 is the text's beginning, n stands after breakpoint n - 1."""

    def __init__(self, breakpoints: Sequence[Breakpoint], measure: float, balance: bool, tolerance: float) -> None:
        self.breakpoints = breakpoints
        self.starts = [0.0, *(point.start for point in breakpoints)]
        self.hyphens = [
            0.0,
            *(line_penalties.SECOND_HYPHEN if point.hyphen else 0.0 for point in breakpoints),
        ]
        self.measure = measure
        self.balance = balance
        self.tolerance = tolerance

    def demerits(self, nodes: slice, index: int) -> list[float]:
        """Of the lines from each of `nodes` to breakpoint `index`."""
        point = self.breakpoints[index]
        last = index + 1 == len(self.breakpoints)
        widths = [point.end - start for start in self.starts[nodes]]
        if widths[0] > self.measure + self.tolerance:
            return [line_penalties.OVERFULL + point.penalty]
        if last and not self.balance:
            marks = [self._foot(node, width) for node, width in enumerate(widths, nodes.start)]
        else:
            fixed = line_penalties.FEWEST + line_penalties.IN_HEAD * point.penalty if self.balance else point.penalty
            marks = [fixed + line_penalties.SHORTFALL * (1 - width / self.measure) ** 2 for width in widths]
        if point.hyphen or last:
            marks = list(map(add, marks, self.hyphens[nodes]))
        return marks

    def _foot(self, node: int, width: float) -> float:
        """The last line, unless it is the only one."""
        if node == 0:
            return 0.0
        words = self.breakpoints[-1].words - self.breakpoints[node - 1].words
        stranded = line_penalties.STRANDED if words < 2 else 0.0
        return stranded + line_penalties.SHORT_LAST * max(0.0, 1 - width / self.measure / line_penalties.LAST_SHARE)


def _trace(origins: list[int]) -> tuple[int, ...]:
    """The chosen breaks, from the node of the end back to the beginning."""
    chosen = []
    node = len(origins) - 1
    while node:
        chosen.append(node - 1)
        node = origins[node]
    return tuple(reversed(chosen))
