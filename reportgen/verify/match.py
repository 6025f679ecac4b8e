"""Matching: the runs that a page means to show and those that were shown in; pairs out, and what has no partner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportgen.verify.drawn import Shown
from reportgen.verify.expected_runs import MeantRun, Owner

STEP = 0.06
"""How far a pen may stand from its place, in pt: positions are written in hundredths, in a figure twice."""

SIZE = 0.006
"""How far a size may be from what is meant, in pt: it is written in hundredths."""


@dataclass(frozen=True, slots=True)
class RunPair:
    """A run that was shown, and what it was meant to be."""

    shown: Shown
    meant: MeantRun

    @property
    def owner(self) -> Owner:
        """The paragraph or the label that it belongs to."""
        return self.meant.owner

    @property
    def has_ink(self) -> bool:
        """Whether there is anything to see: spaces have no ink."""
        return not self.meant.text.isspace()


@dataclass
class Matched:
    """`moved` are pairs whose text agrees but not their place or size, `misread` those whose text does not."""

    pairs: list[RunPair] = field(default_factory=list)
    moved: list[RunPair] = field(default_factory=list)
    misread: list[RunPair] = field(default_factory=list)
    missing: list[MeantRun] = field(default_factory=list)
    surplus: list[Shown] = field(default_factory=list)


def match(meant: Sequence[MeantRun], shown: Sequence[Shown]) -> Matched:
    """What is drawn in order is found at once; for the rest, first text and place, then text, then place count."""
    found = Matched()
    wanted, spare = list(meant), list(shown)
    if len(meant) == len(shown):
        left = []
        for one, other in zip(meant, shown, strict=True):
            if _same(one, other):
                found.pairs.append(RunPair(other, one))
            else:
                left.append((one, other))
        wanted, spare = [one for one, _ in left], [other for _, other in left]
    for rule, into in ((_same, found.pairs), (_same_text, found.moved), (_same_place, found.misread)):
        wanted = [one for one in wanted if not _paired(one, spare, rule, into)]
    found.missing, found.surplus = wanted, spare
    return found


def _paired(meant: MeantRun, spare: list[Shown], rule: Callable[[MeantRun, Shown], bool], into: list[RunPair]) -> bool:
    """Whether one of the runs to spare is the partner of another by a rule; the nearest is taken."""
    partner = min((one for one in spare if rule(meant, one)), key=lambda one: _apart(meant, one), default=None)
    if partner is None:
        return False
    spare.remove(partner)
    into.append(RunPair(partner, meant))
    return True


def _same(meant: MeantRun, shown: Shown) -> bool:
    return _same_text(meant, shown) and _stands(meant, shown)


def _same_text(meant: MeantRun, shown: Shown) -> bool:
    return meant.text == shown.text


def _same_place(meant: MeantRun, shown: Shown) -> bool:
    return _apart(meant, shown) < 4 * STEP


def _apart(meant: MeantRun, shown: Shown) -> float:
    return max(abs(meant.x - shown.pen[0]), abs(meant.y - shown.pen[1]))


def _stands(meant: MeantRun, shown: Shown) -> bool:
    """Whether a run has its place and size."""
    level = shown.level and _apart(meant, shown) <= STEP
    return level and abs(meant.size - shown.size) <= SIZE and abs(meant.size - shown.wide) <= SIZE
