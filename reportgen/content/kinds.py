"""The kinds of figure: one table of what data each needs, and which keys belong to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportgen.content import refusals
from reportgen.content.data_facts import Facts
from reportgen.content.refusals import Check, Refusal, Transform, along_time, as_given, in_pairs

__all__ = ["ADDED_KEYS", "AUTO", "KINDS", "NUMBER", "PLACED", "RANKING", "SERIES", "Check", "KindShape", "Refusal"]

NUMBER, AUTO = "number", "auto"


@dataclass(frozen=True, slots=True)
class KindShape:
    """One kind. One of the keys `needs` must be given; `keys` are those that it may have besides.

    `check` says what is wrong with data for it, and `transform` turns sets and labels as it wants them. `fault` says
    why a kind that somebody has added cannot be used.
    """

    name: str
    needs: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    check: Check | None = None
    transform: Transform = as_given
    forms: tuple[str, ...] = ()
    fault: str = ""

    def refusal(self, facts: Facts) -> Refusal | None:
        """Why the data, turned as the kind wants them, cannot be shown by it; None when they can."""
        wrong = self.check(facts) if self.check else None
        return wrong or _intervals(facts, self)

    @property
    def draws_series(self) -> bool:
        """Whether it is drawn from a series and not from one number."""
        return "series" in self.needs


def _intervals(facts: Facts, kind: KindShape) -> Refusal | None:
    """Whether there are intervals that the kind would leave out."""
    if "low" in kind.keys or not facts.has_intervals:
        return None
    better = "line" if facts.over_time else "bars"
    message = f"`figure: {kind.name}` does not show intervals (`low` and `high`)"
    return Refusal(message, f"use `figure: {better}`", "series")


SERIES = ("series", "data")
_TABLE = ("x", "y", "where", "leave_out", "written")
_ENDS = ("low", "high")
_ALL_SERIES = (*_TABLE, "emphasise")
_GUIDES = ("target", "reference", "band")
_RANK = ("order", "top")
ADDED_KEYS = (*SERIES, *_ALL_SERIES, *_ENDS, *_GUIDES, *_RANK, "breaks", "index", "of", "share_of", "each", "symbol")
"""What a kind that somebody has added may have: it draws whatever it is given."""


_OF = ("of", "share_of")
KINDS: Mapping[str, KindShape] = {
    kind.name: kind
    for kind in (
        KindShape("change", ("change",), ("until", *_OF), refusals.begins_at_zero("change")),
        KindShape("share", ("share_of", "of"), ("form",), refusals.share, forms=("dots", "bar", "ring")),
        KindShape("count", ("each",), ("symbol", *_OF), refusals.begins_at_zero("count")),
        KindShape("amount", (), _OF, refusals.begins_at_zero("amount")),
        KindShape("line", SERIES, (*_ALL_SERIES, *_ENDS, *_GUIDES, "breaks", "index"), refusals.line, along_time),
        KindShape("area", SERIES, (*_ALL_SERIES, *_GUIDES, "breaks", "index"), refusals.area, along_time),
        KindShape("slope", SERIES, (*_ALL_SERIES, "order", "index"), refusals.slope, in_pairs),
        KindShape("columns", SERIES, (*_ALL_SERIES, *_ENDS, *_GUIDES, *_RANK, "index"), refusals.columns, along_time),
        KindShape("bars", SERIES, (*_ALL_SERIES, *_ENDS, *_GUIDES, *_RANK), refusals.bars),
        KindShape("stacked", SERIES, (*_ALL_SERIES, *_RANK, *_OF), refusals.stacked, along_time),
        KindShape("diverging", SERIES, (*_ALL_SERIES, *_ENDS, *_GUIDES, "order"), refusals.diverging),
        KindShape("dumbbell", SERIES, (*_ALL_SERIES, "order", "index"), refusals.dumbbell, in_pairs),
        KindShape("bridge", SERIES, _ALL_SERIES, refusals.bridge),
        KindShape("map", ("boundary",), (*SERIES, *_ALL_SERIES, "locator", "steps", "spots"), refusals.shaded),
        KindShape("table", SERIES, (*_ALL_SERIES, *_ENDS, *_GUIDES, *_RANK), refusals.table),
        KindShape("spark", SERIES, (*_ALL_SERIES, "index"), refusals.spark, along_time),
        KindShape(NUMBER, (), (*SERIES, *_TABLE, *_ENDS, *_OF, "index")),
    )
}
"""Every kind of figure that comes with the program, and `number`, which is the number alone."""

PLACED = frozenset(key for kind in KINDS.values() for key in (*kind.needs, *kind.keys)) - {"change"}
"""Keys that only some kinds have."""

RANKING = frozenset(("bars", "table", "diverging", "dumbbell"))
"""Kinds whose names stand in the order of their values unless the report says otherwise."""
