"""Finds the rows and columns of a table that look like totals of the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

# What a row is called that adds up others, in the languages of our pages and their neighbours.
_TOTAL = re.compile(
    r"\b(sub-?totals?|totals?|sum|overall|insgesamt|gesamt|summe|somme|totale|totaal|razem|ogółem|suma|cyfanswm)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"(all|ensemble|alle|wszyscy|pawb)\b", re.IGNORECASE)
_FEWEST_PARTS = 3
"""What is the sum of fewer others may be so by chance."""
_ROUNDING = Decimal(1000)
"""A published total of many rounded numbers may be off by one part in so many."""


def says_total(label: str) -> bool:
    """Whether a name says that it is of a total."""
    return _TOTAL.search(label) is not None


def total_among(labels: Sequence[str], columns: Sequence[Sequence[Decimal | None]], named: frozenset[str]) -> str:
    """The label of a row that looks like a total of the others, "" when none does.

    It says so in its label, or in every column its value is the sum of all others. A row that a rule asks for by name
    is meant, whatever it is.
    """
    if len(labels) < 2:
        return ""
    for index, label in enumerate(labels):
        if label in named:
            continue
        if _TOTAL.search(label) or (_ALL.match(label) and _is_largest(index, columns)):
            return label
    found = [_sums(column) for column in columns if sum(value is not None for value in column) > 2]
    rows = set.intersection(*found) if found else set()
    return next((labels[row] for row in sorted(rows) if labels[row] not in named), "")


def totals_in(labels: Sequence[str], columns: Sequence[Sequence[Decimal | None]]) -> tuple[str, ...]:
    """The labels of the rows that are totals of others: they are called so, and none is larger in some column; or one
    is the sum of three others at least, in every column."""
    called = [
        label
        for index, label in enumerate(labels)
        if (_TOTAL.search(label) or _ALL.match(label)) and any(_is_largest(index, [column]) for column in columns)
    ]
    many = [column for column in columns if sum(value is not None for value in column) > _FEWEST_PARTS]
    summed = set.intersection(*map(_sums, many)) if many else set()
    if len(labels) < 2 or len(called) == len(labels):
        return ()
    return tuple(dict.fromkeys((*called, *(labels[row] for row in sorted(summed)))))


def _is_largest(index: int, columns: Sequence[Sequence[Decimal | None]]) -> bool:
    for column in columns:
        own = column[index]
        if own is None or any(value is not None and value > own for value in column):
            return False
    return bool(columns)


def _sums(column: Sequence[Decimal | None]) -> set[int]:
    """The rows whose value is the sum of all others. Small whole numbers say nothing: 1, 2 and 3 are just three."""
    known = [value for value in column if value is not None]
    added = sum(known, Decimal(0))
    slack = _ROUNDING if len(known) > 3 else None
    return {
        row
        for row, value in enumerate(column)
        if value is not None
        and (abs(value) >= 100 or value % 1)
        and (2 * value == added or (slack and abs(2 * value - added) < abs(value) / slack))
    }
