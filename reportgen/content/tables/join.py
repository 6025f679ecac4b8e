"""Joins two tables row by row, and names what has no partner, with what is nearest."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportgen.content.tables.csv_file import repeated
from reportgen.content.tables.table import Table, TableColumn
from reportgen.problems import HintedError

MOST_NAMED = 12


class JoinError(HintedError):
    """Two tables that do not fit."""


def unmatched(labels: Iterable[str], names: Iterable[str], here: str = "the table", there: str = "the map") -> str:
    """What has no partner on either side, as a clause for a problem, each with the nearest name; "" when all have."""
    ours, theirs = list(dict.fromkeys(labels)), list(dict.fromkeys(names))
    only_ours = [label for label in ours if label not in set(theirs)]
    only_theirs = [name for name in theirs if name not in set(ours)]
    parts = []
    if only_ours:
        parts.append(f"{_listed(only_ours, only_theirs or theirs)} in {here} but not in {there}")
    if only_theirs:
        lonely = only_theirs if not only_ours else [name for name in only_theirs if not _near(name, only_ours)]
        if lonely:
            parts.append(f"{_listed(lonely, [])} in {there} but not in {here}")
    return "; ".join(parts)


def join(first: Table, second: Table, name: str) -> Table:
    """The rows of the first table with the columns of the second, row by row by their keys.

    Worked-out columns of the second stay there. A column of it whose heading the first has too is called
    `heading (name)`. Raises JoinError when a key
    has no partner on either side, or stands twice in the second.
    """
    ours, theirs = first.labels(), second.labels()
    for label, count in repeated(theirs).items():
        raise JoinError(f"`{name}` has {count} rows for `{label}`", "pick one of them with `where`")
    lonely = unmatched(ours, theirs, f"`{first.file}`", f"`{second.file}`")
    if lonely:
        hint = (
            f"spell the keys alike, or leave rows out with `leave_out`; the keys are `{first.key}` and `{second.key}`"
        )
        raise JoinError(lonely, hint)
    row_of = dict(zip(theirs, second.rows, strict=True))
    partners = dict(zip(first.rows, (row_of[label] for label in ours), strict=True))
    columns = dict(first.columns)
    for heading, column in second.columns.items():
        if heading != second.key and column.origin is not None:
            called = f"{heading} ({name})" if heading in first.columns else heading
            columns[called] = _aligned(column, called, partners, first)
    return replace(first, columns=columns)


def _aligned(column: TableColumn, name: str, partners: dict[int, int], first: Table) -> TableColumn:
    """A column of the second table in the order of the first."""
    count = len(next(iter(first.columns.values())).cells)
    cells = [column.cells[partners[row]] if row in partners else "" for row in range(count)]

    def record(row: int) -> int:
        if row not in partners:
            return -1
        return column.records[partners[row]] if column.records is not None else partners[row] + 1

    return replace(column, name=name, cells=cells, records=[record(row) for row in range(count)])


def _listed(labels: Sequence[str], others: Sequence[str]) -> str:
    named = []
    for label in labels[:MOST_NAMED]:
        near = _near(label, others)
        named.append(f"`{label}` (`{near}`?)" if near else f"`{label}`")
    more = f" and {len(labels) - MOST_NAMED} more" if len(labels) > MOST_NAMED else ""
    listed = ", ".join(named) + more
    return f"{listed} {'is' if len(labels) == 1 else 'are'}"


def _near(label: str, others: Sequence[str]) -> str:
    lower = {other.lower(): other for other in others}
    found = difflib.get_close_matches(label.lower(), lower, n=1, cutoff=0.7)
    return lower[found[0]] if found else ""
