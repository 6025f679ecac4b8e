"""The columns of the tables: each is read or worked out once, and what is wrong with one is told where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from reportgen.content.formulas.arithmetic import Cells
from reportgen.content.formulas.evaluate import BrokenName, FormulaNames
from reportgen.content.formulas.syntax_tree import FormulaError, names_in
from reportgen.content.periods.period_words import words_of
from reportgen.content.periods.whole_series import LabelError, period_keys, read_labels
from reportgen.content.tables.computed_columns import sources, work_out
from reportgen.content.tables.row_numbers import RowNumbers, numbers
from reportgen.content.tables.select import find_total, leave_out_line
from reportgen.content.tables.store import Held, TableStore
from reportgen.content.tables.table import Table, TableError
from reportgen.problems import Problem


@dataclass
class ColumnReader:
    """The columns of all tables; in formulas they are called `table.heading`.

    A computed column must have been worked out before it is read, and before it those that it needs.
    """

    store: TableStore
    language: str
    broken: set[str] = field(default_factory=set)
    cells: dict[str, Cells] = field(default_factory=dict)

    def is_open(self, name: str) -> bool:
        """Whether a name is that of a computed column whose turn is still to come."""
        held, heading = self._computed(name)
        return held is not None and heading not in held.numbers and name not in self.broken

    def needs(self, name: str) -> set[str]:
        """The names that a computed column needs; its own, if it needs itself."""
        held, heading = self._computed(name)
        if held is None:
            return set()
        node = held.formulas[heading]
        named = names_in(node)
        own = {f"{held.name}.{each}" for each in sources(held.table, heading, node)}
        itself = {name} if heading in named else set()
        return own | itself | (named - held.table.columns.keys())

    def path_of(self, name: str) -> tuple[str, ...]:
        """Where a report has a computed column."""
        table, _, heading = name.partition(".")
        return ("data", table, "columns", heading)

    def work_out(self, name: str, names: FormulaNames) -> None:
        """Work out the numbers of a computed column, all that it needs being there; `names` are those of the report."""
        held, heading = self._computed(name)
        if held is None or heading in held.numbers or name in self.broken:
            return
        column, node = held.table.columns[heading], held.formulas[heading]
        try:
            held.numbers[heading] = work_out(held.table, column, node, names, partial(self.read, held, rows=()))
        except BrokenName:
            self.broken.add(name)

    def read(self, held: Held, heading: str, rows: Iterable[int]) -> RowNumbers:
        """The numbers of a column, whose cells in these rows are good. Raises BrokenName; what is wrong is told."""
        name = f"{held.name}.{heading}"
        if heading not in held.numbers and held.table.columns[heading].origin is not None:
            held.numbers[heading] = numbers(held.table, heading, self.language)
        if heading not in held.numbers or name in self.broken:
            raise BrokenName(name)
        try:
            held.numbers[heading].check(rows)
        except FormulaError as error:
            path = (*held.path, "columns", heading)
            self.store.log.within("formula", error.message, path, error.at, error.hint)
            self.broken.add(name)
            raise BrokenName(name) from None
        except TableError as error:
            self.store.tell(error)
            raise BrokenName(name) from None
        return held.numbers[heading]

    def of_formula(self, table: str, heading: str) -> Cells | None:
        """A column of the `data:` block for a formula; None if there is no such heading. Raises BrokenName."""
        name = f"{table}.{heading}"
        held = self.store.table(table)
        if held is None:
            raise BrokenName(name)
        if heading not in held.table.columns:
            return None
        if name not in self.cells:
            self.cells[name] = self._cells(held, heading)
        return self.cells[name]

    def row_words(self, label: str) -> str:
        """The name of a row as a page has it, where the rows of its table are periods. Raises BrokenName where nobody
        knows which they are, which is told."""
        for held in filter(None, self.store.held.values()):
            labels = list(dict.fromkeys(held.table.labels()))
            if label not in labels:
                continue
            shape = self.store.shapes.get(held.name)
            try:
                found = read_labels(labels, self.language, *period_keys(shape), mixed=True).periods
            except LabelError as error:
                self._tell_label(held.table, error)
                raise BrokenName(held.name) from None
            if label in found:
                return words_of(label, found[label], self.language)
        return label

    def _tell_label(self, table: Table, error: LabelError) -> None:
        for fault in error.faults:
            row = next(row for row in table.rows if table.columns[table.key].text(row) == fault.label)
            place = table.columns[table.key].place(row)
            if place:
                self.store.tell(TableError([Problem("period", fault.message, place, fault.hint)]))

    def _cells(self, held: Held, heading: str) -> Cells:
        table = held.table
        read = partial(self.read, held, rows=table.rows)
        found = read(heading)
        total = find_total(table, table.key, [table.columns[heading]], read)
        line = leave_out_line(table.key, total)
        cure = f"write `{line}` under `data.{held.name}`; if it is no total, name the rows that you want under `where`"
        amounts = [found.amount(row) for row in table.rows]
        return Cells(f"{held.name}.{heading}", table.labels(), amounts, total, cure)

    def _computed(self, name: str) -> tuple[Held | None, str]:
        table, _, heading = name.partition(".")
        held = self.store.table(table) if heading and table in self.store.shapes else None
        return (held, heading) if held and heading in held.formulas else (None, "")
