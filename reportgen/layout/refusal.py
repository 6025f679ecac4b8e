"""What is said of a report that is too long: which texts are over and by how many words, and the nearest remedies.

The words are tried out: cut so many, and the page fits; cut three quarters of them, and it does not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor
from typing import Any

from reportgen.blocks import BlockText, walk
from reportgen.brand.sheet_formats import LARGER, in_format, name_of
from reportgen.content.block_kinds import BlockKind, BlockKinds
from reportgen.content.report import Report
from reportgen.geometry import MM
from reportgen.layout.arrangement import Arrangement
from reportgen.layout.search import Composition, Search
from reportgen.layout.trimming import droppable, shortened, texts, without
from reportgen.problems import Problem

_LEAST_LEFT = 0.4
"""The least share of a text that stays when it is cut; who cuts more has written another text."""
_SHORT = 8
"""Texts of up to so many words are not asked to be shorter."""
_SINGLE = 4
"""How many texts, the longest first, are tried out for being cut alone."""
_ALL = 0.3
"""By what share all texts of a page may have to be cut; beyond it is better to leave something out."""
_PARTS = 40
"""Into how many parts the share is divided by which all texts have to be shorter."""
_DROPS = 4
"""How many things to leave out are tried out one by one, and how many are named at most."""


def fits(search: Search, hint: Arrangement | None = None) -> bool:
    """Whether the report of a search can be composed: whether it fits at the smallest size that the brand allows.

    `hint` is a composition at that size that is likely to do, and is tried first.
    """
    smallest = min(range(len(search.brand.steps.text)), key=search.factor)
    near = search.following(replace(hint, step=smallest)) if hint else None
    return bool(near and near.sound) or search.run((smallest,))[0].sound


def refusal(search: Search, tried: Composition) -> tuple[Problem, ...]:
    """The problems of a report that does not fit even in the best composition that was tried."""
    case = _Case(search, tried.terms.over, tried.arrangement)
    long = sorted((text for text in texts(search.report) if text.words > _SHORT), key=lambda text: -text.words)
    for text in long[:_SINGLE]:
        words = case.alone(text)
        if words:
            return (case.told(text, words, case.remedies()),)
    return (
        case.over(long[:_SINGLE], _LEAST_LEFT)
        or case.over(long, 1 - _ALL)
        or case.fewer()
        or case.over(long, _LEAST_LEFT)
        or case.dropped()
    )


@dataclass(frozen=True, slots=True)
class _Case:
    search: Search
    excess: float
    arrangement: Arrangement

    @property
    def report(self) -> Report:
        """The report that is too long."""
        return self.search.report

    @property
    def kinds(self) -> BlockKinds:
        """The kinds of block that it may have."""
        return tuple(block.kind for block in self.search.blocks)

    def alone(self, text: BlockText) -> int:
        """How many words of one text are over; 0 when cutting it alone is not enough."""
        return self._tried(lambda words: {text.path: words}, floor(text.words * (1 - _LEAST_LEFT)))

    def over(self, found: Sequence[BlockText], left: float) -> tuple[Problem, ...]:
        """The problems of texts that are over together, if at least a share `left` of each may stay."""
        together = self.together(found, left)
        remedies = self.remedies() if together else []
        return tuple(self.told(text, together[text.path], remedies) for text in found if text.path in together)

    def together(self, found: Sequence[BlockText], left: float) -> Mapping[str, int]:
        """How many words of each text are over when all are cut by one share; nothing when too little would be left."""

        def words(parts: int) -> dict[str, int]:
            return {text.path: ceil(text.words * parts / _PARTS) for text in found}

        parts = self._tried(words, floor(_PARTS * (1 - left)))
        over = words(parts) if parts else {}
        while over and self._fits(_three_quarters(over)):
            over = _three_quarters(over)
        return over

    def _tried(self, words: Callable[[int], Mapping[str, int]], most: int) -> int:
        """The least number for which the page fits without so many words; 0 when not even `most` does.

        It is looked for with the help of the arrangement that was tried, and has to hold without that.
        """
        found = _least(lambda number: self._fits(words(number), self.arrangement), most)
        if found and not self._fits(words(found)):
            return _least(lambda number: self._fits(words(number)), most)
        return found

    def _fits(self, words: Mapping[str, int], hint: Arrangement | None = None) -> bool:
        return self.holds(shortened(self.report, words), hint)

    def holds(self, report: Report, hint: Arrangement | None = None) -> bool:
        """Whether another report would fit."""
        return fits(self.search.like(report), hint)

    @property
    def measure(self) -> str:
        """How much too long the page is."""
        brand = self.search.brand
        lines = max(1, ceil(self.excess / (brand.styles.text.leading * min(brand.steps.text))))
        return f"the page is {lines} {'line' if lines == 1 else 'lines'} ({ceil(self.excess / MM)} mm) too long"

    def told(self, text: BlockText, words: int, remedies: Sequence[str]) -> Problem:
        """The problem of one text."""
        message = f"`{text.path}` is {words} {'word' if words == 1 else 'words'} over: {self.measure}"
        act = f"cut about {words} of its {text.words} words"
        return Problem("too-long", message, self.report.place_of(text.path), ", or ".join([act, *remedies]))

    def remedies(self) -> list[str]:
        """What else would make the page fit: to leave one thing out, or to take a larger sheet."""
        paths = droppable(self.report, self.kinds)[:_DROPS]
        drop = next((path for path in paths if self.holds(without(self.report, path))), "")
        return [*([f"drop {self.spoken(drop)}"] if drop else []), *self._larger()]

    def _larger(self) -> list[str]:
        brand = self.search.brand
        name = LARGER.get(name_of(brand.format), "")
        if name and fits(self.search.like(self.report, in_format(brand, name))):
            return [f"use {name} (`page: {name}`)"]
        return []

    def fewer(self) -> tuple[Problem, ...]:
        """How many entries of a block, such as highlights, are over; nothing when half of them are not enough."""
        held = ((kind, self.report.blocks.get(kind.key)) for kind in self.kinds if kind.entries)
        return next((found for kind, block in held if block and (found := self._fewer(kind, block))), ())

    def _fewer(self, kind: BlockKind[Any], block: Any) -> tuple[Problem, ...]:
        entries, report = getattr(block, kind.entries), self.report
        for count in range(1, len(entries) // 2 + 1):
            report = without(report, entries[-count].path)
            if self.holds(report):
                said = (one for entry in entries[-count:] for one in walk(entry) if isinstance(one, BlockText))
                words = sum(one.words for one in said if one.prose)
                return (self._told_fewer(kind, entries[-count].path, len(entries), count, words),)
        return ()

    def _told_fewer(self, kind: BlockKind[Any], path: str, of: int, count: int, words: int) -> Problem:
        which = f"{kind.entry} {of} is" if count == 1 else f"{kind.entry}s {of - count + 1} to {of} are"
        message = f"{which} over, {words} words in all: {self.measure}"
        act = "drop it" if count == 1 else "drop them"
        return Problem("too-long", message, self.report.place_of(path), ", or ".join([act, *self._larger()]))

    def dropped(self) -> tuple[Problem, ...]:
        """What has to be left out when shorter texts are not enough."""
        report = self.report
        found: list[str] = []
        while (paths := droppable(report, self.kinds)) and not (found and self.holds(report)):
            one = next((path for path in paths[:_DROPS] if self.holds(without(report, path))), paths[0])
            found.append(one)
            report = without(report, one)
        larger = self._larger()
        if not found:
            hint = ", or ".join(["shorten its texts", *larger])
            return (Problem("too-long", self.measure, self.report.place_of("title"), hint),)
        return tuple(
            Problem(
                "too-long",
                f"{self.spoken(path)} is over: {self.measure}, more than shorter texts can save",
                self.report.place_of(path),
                ", or ".join([f"drop {self.spoken(path)}", *larger]),
            )
            for path in found
        )

    def spoken(self, path: str) -> str:
        """A path as its author counts it: `highlights.items[7]` is highlight 8."""
        name, _, rest = path.partition("[")
        entry = next((kind.entry for kind in self.kinds if name == kind.path_of_entries), "")
        return f"{entry} {int(rest.rstrip(']')) + 1}" if rest and entry else f"`{path}`"


def _least(holds: Callable[[int], bool], most: int) -> int:
    """The least number that holds and three quarters of which do not; 0 when not even `most` does."""
    if most < 1 or not holds(most):
        return 0
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
        if high - low == 1 and (less := floor(high * 0.75)) < low and less > 0 and holds(less):
            low, high = 0, less
    return high


def _three_quarters(words: Mapping[str, int]) -> dict[str, int]:
    return {path: floor(count * 0.75) for path, count in words.items()}
