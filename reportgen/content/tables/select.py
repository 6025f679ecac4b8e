"""Picks the rows of a table by rules (`where`, `leave_out`), and finds rows that look like totals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportgen.content.periods.whole_series import are_all_periods
from reportgen.content.tables.row_numbers import RowNumbers
from reportgen.content.tables.table import Table, TableColumn
from reportgen.content.totals import says_total, total_among
from reportgen.problems import did_you_mean

Rule = Mapping[str, Sequence[str]]
"""A heading, and the texts that its cells may have."""

Read = Callable[[str], RowNumbers]
"""The numbers under a heading; what is wrong with the rows at hand has been raised."""


@dataclass(frozen=True, slots=True)
class RuleFault:
    """What is wrong with a rule: `path` leads from the block that has it to the value; `at_key` when it is the key."""

    path: tuple[str, ...]
    message: str
    hint: str = ""
    at_key: bool = False


class RuleError(ValueError):
    """Rules that do not fit their table."""

    def __init__(self, faults: Sequence[RuleFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.message for fault in faults))


def pick(table: Table, where: Rule | None, leave_out: Rule | None) -> Table:
    """The table with the rows that fit all of `where` and none of `leave_out`. Raises RuleError."""
    faults = [
        fault for key, rule in (("where", where), ("leave_out", leave_out)) for fault in _faults(table, key, rule)
    ]
    if faults:
        raise RuleError(faults)
    rows: Sequence[int] = table.rows
    for heading, wanted in (where or {}).items():
        column, allowed = table.columns[heading], {text.strip() for text in wanted}
        rows = [row for row in rows if column.name_in(row) in allowed]
    if not rows:
        both = " and ".join(f"{heading}: {' or '.join(texts)}" for heading, texts in (where or {}).items())
        raise RuleError(
            [RuleFault(("where",), f"no row fits all of `{both}`", "each fits a row by itself", at_key=True)]
        )
    for heading, unwanted in (leave_out or {}).items():
        column, refused = table.columns[heading], {text.strip() for text in unwanted}
        rows = [row for row in rows if column.name_in(row) not in refused]
    if not rows:
        raise RuleError([RuleFault(("leave_out",), "this leaves no row of the table", at_key=True)])
    named = frozenset(text.strip() for wanted in (where or {}).values() for text in wanted)
    return replace(table, rows=rows, named=table.named | named)


def find_total(table: Table, label_heading: str, columns: Sequence[TableColumn], read: Read) -> str:
    """The label of a row that looks like a total in these columns, or in those that they are worked out from.

    Years are no parts of anything, so none is the total of the others.
    """
    labels = table.texts(label_heading)
    if len(set(labels)) == len(labels) and are_all_periods(labels, "en"):
        return ""
    sources = dict.fromkeys(heading for column in columns for heading in (column.made_from or (column.name,)))
    values = []
    for heading in sources:
        found = read(heading)
        values.append([amount.value if (amount := found.amount(row)) else None for row in table.rows])
    return total_among(labels, values, table.named)


def total_heading(headings: Iterable[str]) -> str:
    """The heading among several that says it is a total of the others, "" when none does."""
    found = list(headings)
    return next((each for each in found if len(found) > 1 and says_total(each.replace("_", " "))), "")


def leave_out_line(heading: str, label: str) -> str:
    """What to write so that a row is left out."""
    quoted = label.replace("\\", "\\\\").replace('"', '\\"')
    return f'leave_out: {{{_key(heading)}: ["{quoted}"]}}'


def unknown_heading(heading: str, table: Table) -> tuple[str, str]:
    """What is wrong with a heading that a table does not have, and what to do."""
    return f"`{table.file}` has no column `{heading}`", did_you_mean(heading, table.columns)


def _faults(table: Table, key: str, rule: Rule | None) -> list[RuleFault]:
    found = []
    for heading, wanted in (rule or {}).items():
        if heading not in table.columns:
            found.append(RuleFault((key, heading), *unknown_heading(heading, table), at_key=True))
            continue
        texts = set(table.texts(heading))
        for text in wanted:
            if text.strip() not in texts:
                message = f"no row has `{text}` under `{heading}`"
                found.append(RuleFault((key, heading), message, did_you_mean(text, texts)))
    return found


def _key(heading: str) -> str:
    return heading if re.fullmatch(r"[A-Za-z_][\w-]*", heading) else f'"{heading}"'
