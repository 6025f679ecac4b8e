"""The numbers of a column by row: each a number, a gap, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.content.formulas.syntax_tree import FormulaError
from reportgen.content.gaps import Gap
from reportgen.content.quantities import AmountError, Quantity, in_unit
from reportgen.content.tables.cell_values import Reading, read_cells
from reportgen.content.tables.table import Table, TableColumn, TableError, cut_short
from reportgen.problems import Place, Problem
from reportgen.text.locale import NumberRule
from reportgen.text.number_reading import NumberError

Cell = Quantity | Gap


@dataclass(frozen=True, slots=True)
class RowNumbers:
    """The cells of one column by row. What is wrong with a cell matters only where its row is used."""

    column: TableColumn
    found: Mapping[int, Cell | NumberError | FormulaError] = field(repr=False)

    def cell(self, row: int) -> Cell:
        """The number of a row, or why there is none. Raises TableError."""
        cell = self.found[row]
        if isinstance(cell, Quantity | Gap):
            return cell
        self.check((row,))
        raise cell

    def amount(self, row: int) -> Quantity | None:
        """The number of a row, if it has one. Raises TableError."""
        cell = self.cell(row)
        return cell if isinstance(cell, Quantity) else None

    def check(self, rows: Iterable[int]) -> None:
        """Raise what is wrong with the cells of these rows: a TableError with all of the file, or a FormulaError."""
        wrong = [(row, cell) for row in rows if not isinstance(cell := self.found[row], Quantity | Gap)]
        for _, cell in wrong:
            if isinstance(cell, FormulaError):
                raise cell
        told = [_problem(self.column, row, cell) for row, cell in wrong if isinstance(cell, NumberError)]
        if told:
            raise TableError(cut_short(told, f"cells under `{self.column.name}`"))


def numbers(table: Table, heading: str, language: str) -> RowNumbers:
    """The numbers under a heading of the file, for the rows that are left."""
    column = table.columns[heading]
    texts = [column.text(row) for row in table.rows]
    readings: Sequence[Reading] = read_cells(texts, language, table.delimiter, table.decimal)
    unit = table.units.get(heading)
    if unit:
        readings = [_with_unit(reading, unit) for reading in readings]
    return RowNumbers(table.columns[heading], dict(zip(table.rows, readings, strict=True)))


def _with_unit(reading: Reading, unit: NumberRule) -> Reading:
    try:
        return in_unit(reading, unit) if isinstance(reading, Quantity) else reading
    except AmountError as error:
        return NumberError(error.message, error.hint)


def _problem(column: TableColumn, row: int, error: NumberError) -> Problem:
    return Problem("number", error.message, column.place(row) or Place(column.name), error.hint)
