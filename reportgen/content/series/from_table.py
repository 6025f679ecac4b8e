"""The reader of series that come from a table: its rows and columns by a plan, a total among them refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from reportgen.content.formulas import arithmetic
from reportgen.content.gaps import Gap
from reportgen.content.quantities import AmountError, Quantity
from reportgen.content.series.plan import TableSeriesPlan
from reportgen.content.series.raw import RawData, RawPoint, RawSeries, SeriesError, TableCell, raw_point
from reportgen.content.tables.csv_file import repeated
from reportgen.content.tables.row_numbers import Cell, RowNumbers
from reportgen.content.tables.select import Read, find_total, leave_out_line
from reportgen.content.tables.table import Table, TableColumn
from reportgen.problems import Place


def read_table_series(table: Table, plan: TableSeriesPlan, read: Read, language: str) -> RawData:
    """The series of a plan; `read` gives the numbers of a column. Raises SeriesError; TableError from `read`."""
    found = _of_rows(table, plan, read, language) if plan.wide else _of_columns(table, plan, read, language)
    return RawData(tuple(found), language, "data", tuple(_cells(table, plan)), partial(_place_of, table, plan))


def _cells(table: Table, plan: TableSeriesPlan) -> Iterator[TableCell]:
    """The headings and cells that the series are made of, those that are not plain ASCII."""
    labels = table.key if plan.wide else plan.x
    for heading in dict.fromkeys((labels, plan.split, *plan.numbers)):
        column = table.columns.get(heading)
        if column is None or column.origin is None:
            continue
        if not heading.isascii():
            yield TableCell(heading, column, None)
        yield from (TableCell(text, column, row) for row in table.rows if not (text := column.text(row)).isascii())


def _place_of(table: Table, plan: TableSeriesPlan, written: str) -> Place | None:
    """Where a label or the name of a series stands in the file: in a cell, or as a heading."""
    headed = plan.wide.get(written) or plan.y.get(written) or ""
    for heading in filter(None, (table.key if plan.wide else plan.x, plan.split)):
        column = table.columns[heading]
        row = next((row for row in table.rows if column.text(row) == written), None)
        if row is not None:
            return column.place(row)
    column_of = table.columns.get(headed)
    return column_of.origin.place(0, column_of.index) if column_of and column_of.origin else None


def _of_columns(table: Table, plan: TableSeriesPlan, read: Read, language: str) -> list[RawSeries]:
    labels = table.texts(plan.x)
    empty = [row for row, label in zip(table.rows, labels, strict=True) if not label]
    if empty:
        message = f"line {table.line_of(empty[0])} of `{table.file}` has nothing under `{plan.x}`"
        raise SeriesError("x", message, "fill it in, or leave the row out")
    parts = dict.fromkeys(plan.y, table)
    if len(set(labels)) < len(labels):
        parts = _split(table, plan)
    elif not plan.with_totals:
        _refuse_total(table, plan.x, [table.columns[heading] for heading in plan.y.values()], read)
    ends = tuple(read(end[""]) if end else None for end in (plan.low, plan.high))
    found = []
    for name, part in parts.items():
        values = read(plan.y.get(name) or next(iter(plan.y.values())))
        points = {
            label: _point(label, row, values, ends, language)
            for label, row in zip(part.texts(plan.x), part.rows, strict=True)
        }
        found.append(RawSeries(name if len(parts) > 1 or len(plan.y) > 1 else _single(plan), points))
    return found


def _single(plan: TableSeriesPlan) -> str:
    """The name of the only series: the author's, or none."""
    name, heading = next(iter(plan.y.items()))
    return name if name != heading else ""


def _split(table: Table, plan: TableSeriesPlan) -> dict[str, Table]:
    """A table for each value of a rule that names several, so that no label stands twice in one."""
    parts = {"": table}
    if plan.split and len(plan.y) == 1:
        texts = table.texts(plan.split)
        parts = {
            text: replace(table, rows=[row for row, own in zip(table.rows, texts, strict=True) if own == text])
            for text in dict.fromkeys(texts)
        }
    for part in parts.values():
        seen: dict[str, int] = {}
        for label, row in zip(part.texts(plan.x), part.rows, strict=True):
            if label in seen:
                lines = f"lines {table.line_of(seen[label])} and {table.line_of(row)}"
                hint = "pick one of them with `where`, or leave one out with `leave_out`"
                raise SeriesError("x", f"{lines} of `{table.file}` both have `{label}` under `{plan.x}`", hint)
            seen[label] = row
    return parts


def _of_rows(table: Table, plan: TableSeriesPlan, read: Read, language: str) -> list[RawSeries]:
    if plan.added or not plan.with_totals:
        _refuse_total(table, table.key, [table.columns[heading] for heading in plan.wide.values()], read)
    if plan.added:
        added = {label: RawPoint(_added(read(heading), table, plan.added)) for label, heading in plan.wide.items()}
        return [RawSeries("", added)]
    names = table.labels()
    for twice in repeated(names):
        raise SeriesError("where", f"several rows are called `{twice}`", "pick one of them with `where`")
    values, lows, highs = (
        {label: read(heading) for label, heading in headings.items()} for headings in (plan.wide, plan.low, plan.high)
    )

    def points(row: int) -> Mapping[str, RawPoint]:
        return {
            label: _point(label, row, column, (lows.get(label), highs.get(label)), language)
            for label, column in values.items()
        }

    rows = zip(names, table.rows, strict=True)
    return [RawSeries(name if len(names) > 1 else "", points(row)) for name, row in rows]


def _refuse_total(table: Table, label_heading: str, columns: Sequence[TableColumn], read: Read) -> None:
    """Refuse rows of which one looks like a total of the others. Raises SeriesError."""
    label = find_total(table, label_heading, columns, read)
    if label:
        line = leave_out_line(label_heading, label)
        hint = f"write `{line}`; if it is no total, name the rows that you want under `where`"
        message = f"`{label}` looks like a total of the other rows, which must not become one more"
        raise SeriesError("data", message, hint)


def _added(found: RowNumbers, table: Table, how: str) -> Cell:
    """The sum or mean of the rows; where one has no value, there is none."""
    cells = [found.cell(row) for row in table.rows]
    known = [cell for cell in cells if isinstance(cell, Quantity)]
    if len(known) < len(cells):
        return Gap()
    try:
        return arithmetic.total(known) if how == "sum" else arithmetic.mean(known)
    except AmountError as error:
        raise SeriesError("y", error.message, error.hint) from None


def _point(label: str, row: int, values: RowNumbers, ends: Iterable[RowNumbers | None], language: str) -> RawPoint:
    low, high = (end.cell(row) if end else None for end in ends)
    return raw_point(label, values.cell(row), low, high, language)
