"""A table and its columns in; the row that looks like a total of the others, and must not count twice, out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportgen.content.periods import periods_of
from reportgen.content.tables.row_numbers import RowNumbers
from reportgen.content.tables.select import total_among
from reportgen.content.tables.table import Table, TableColumn

Read = Callable[[str], RowNumbers]
"""The numbers under a heading; what is wrong with the rows at hand has been raised."""


def find_total(table: Table, label_heading: str, columns: Sequence[TableColumn], read: Read) -> str:
    """The label of a row that looks like a total in these columns, or in those that they are worked out from.

    Years are no parts of anything, so none is the total of the others.
    """
    labels = table.texts(label_heading)
    if periods_of(labels, "en"):
        return ""
    sources = dict.fromkeys(heading for column in columns for heading in (column.made_from or (column.name,)))
    values = []
    for heading in sources:
        found = read(heading)
        values.append([amount.value if (amount := found.amount(row)) else None for row in table.rows])
    return total_among(labels, values, table.named)
