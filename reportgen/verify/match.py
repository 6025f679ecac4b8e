"""Pairs the runs that a page is expected to show with those that were shown, and names what has no partner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportgen.verify.drawn import ShownRun
from reportgen.verify.expected_runs import ExpectedRun, Owner

STEP = 0.06
"""How far a pen may stand from its place, in pt: positions are written in hundredths, in a figure twice."""

SIZE = 0.006
"""How far a size may be from what is expected, in pt: it is written in hundredths."""


@dataclass(frozen=True, slots=True)
class RunPair:
    """A run that was shown, and what it was expected to be."""

    shown: ShownRun
    expected: ExpectedRun

    @property
    def owner(self) -> Owner:
        """The paragraph or the label that it belongs to."""
        return self.expected.owner

    @property
    def has_ink(self) -> bool:
        """Whether there is anything to see: spaces have no ink."""
        return not self.expected.text.isspace()


@dataclass
class Matched:
    """`moved` are pairs whose text agrees but not their place or size, `misread` those whose text does not."""

    pairs: list[RunPair] = field(default_factory=list)
    moved: list[RunPair] = field(default_factory=list)
    misread: list[RunPair] = field(default_factory=list)
    missing: list[ExpectedRun] = field(default_factory=list)
    surplus: list[ShownRun] = field(default_factory=list)


def match(expected: Sequence[ExpectedRun], shown: Sequence[ShownRun]) -> Matched:
    """What is drawn in order is found at once; for the rest, first text and place, then text, then place count."""
    found = Matched()
    wanted, spare = list(expected), list(shown)
    if len(expected) == len(shown):
        left = []
        for one, other in zip(expected, shown, strict=True):
            if _same(one, other):
                found.pairs.append(RunPair(other, one))
            else:
                left.append((one, other))
        wanted, spare = [one for one, _ in left], [other for _, other in left]
    for rule, into in ((_same, found.pairs), (_same_text, found.moved), (_same_place, found.misread)):
        wanted = [one for one in wanted if not _paired(one, spare, rule, into)]
    found.missing, found.surplus = wanted, spare
    return found


def _paired(
    expected: ExpectedRun, spare: list[ShownRun], rule: Callable[[ExpectedRun, ShownRun], bool], into: list[RunPair]
) -> bool:
    """Whether one of the runs to spare is the partner of another by a rule; the nearest is taken."""
    partner = min((one for one in spare if rule(expected, one)), key=lambda one: _apart(expected, one), default=None)
    if partner is None:
        return False
    spare.remove(partner)
    into.append(RunPair(partner, expected))
    return True


def _same(expected: ExpectedRun, shown: ShownRun) -> bool:
    return _same_text(expected, shown) and _stands(expected, shown)


def _same_text(expected: ExpectedRun, shown: ShownRun) -> bool:
    return expected.text == shown.text


def _same_place(expected: ExpectedRun, shown: ShownRun) -> bool:
    return _apart(expected, shown) < 4 * STEP


def _apart(expected: ExpectedRun, shown: ShownRun) -> float:
    return max(abs(expected.x - shown.pen[0]), abs(expected.y - shown.pen[1]))


def _stands(expected: ExpectedRun, shown: ShownRun) -> bool:
    """Whether a run has its place and size."""
    level = shown.level and _apart(expected, shown) <= STEP
    return level and abs(expected.size - shown.size) <= SIZE and abs(expected.size - shown.wide) <= SIZE
