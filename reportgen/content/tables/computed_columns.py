"""Computed columns: the value of a formula (`growth: = change(pop_2001, pop_2018)`) for every row of a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from reportgen.content.formulas.evaluate import FormulaNames, evaluate
from reportgen.content.formulas.functions import Value
from reportgen.content.formulas.syntax_tree import FormulaError, Node, names_in
from reportgen.content.gaps import Gap
from reportgen.content.quantities import AmountError, Quantity, common
from reportgen.content.tables.row_numbers import RowNumbers
from reportgen.content.tables.select import Read, total_heading
from reportgen.content.tables.table import Table, TableColumn


class _MissingError(Exception):
    """A cell that the formula needs has no value, so the row has none either."""


@dataclass
class _RowNames:
    """The headings of the row at hand, and behind them what names stand for everywhere."""

    table: Table
    read: Read
    outer: FormulaNames
    own: str
    row: int = 0
    patterns: dict[str, list[str]] = field(default_factory=dict)

    def value(self, name: str, inner: str) -> Value | None:
        if inner or name not in self.table.columns or name == self.own:
            return self.outer.value(name, inner)
        if name == self.table.key:
            return self.table.columns[name].text(self.row)
        return self._amount(name)

    def matching(self, pattern: str) -> tuple[Quantity, ...] | None:
        if pattern not in self.patterns:
            found = matching(self.table, pattern, self.own)
            extra = total_heading(found)
            if extra:
                raise AmountError(
                    f"`{pattern}` picks `{extra}` too, which looks like a total", "name the columns singly"
                )
            self.patterns[pattern] = found
        return tuple(self._amount(heading) for heading in self.patterns[pattern])

    def known(self, name: str) -> Iterable[str]:
        return [*self.outer.known(name), *(() if name else self.table.columns)]

    def _amount(self, heading: str) -> Quantity:
        amount = self.read(heading).amount(self.row)
        if amount is None:
            raise _MissingError
        return replace(amount, labels=())


def matching(table: Table, pattern: str, own: str = "") -> list[str]:
    """The headings of a table that a pattern with a `*` picks; a computed column is never part of itself."""
    plain = pattern.replace("[", "[[]").replace("?", "[?]")
    return [heading for heading in table.columns if heading != own and fnmatchcase(heading, plain)]


def sources(table: Table, own: str, node: Node) -> tuple[str, ...]:
    """The headings that a formula needs."""
    found = []
    for name in sorted(names_in(node)):
        if name in table.columns and name != own:
            found.append(name)
        elif "*" in name:
            found += matching(table, name, own)
    return tuple(dict.fromkeys(found))


def work_out(table: Table, column: TableColumn, node: Node, names: FormulaNames, read: Read) -> RowNumbers:
    """The numbers of a computed column, all written by one rule. A row that lacks a value it needs has a gap.

    What is wrong in one row is kept in its place, and matters where the row is used. Raises BrokenName.
    """
    scope = _RowNames(table, read, names, column.name)
    found: dict[int, Quantity | Gap | FormulaError] = {}
    for row in table.rows:
        scope.row = row
        found[row] = _of_row(table, row, node, scope)
    amounts = [cell for cell in found.values() if isinstance(cell, Quantity)]
    if len({(amount.rule.prefix, amount.rule.unit) for amount in amounts}) == 1:
        rule = common(amounts)
        found = {row: replace(cell, rule=rule) if isinstance(cell, Quantity) else cell for row, cell in found.items()}
    return RowNumbers(column, found)


def _of_row(table: Table, row: int, node: Node, scope: _RowNames) -> Quantity | Gap | FormulaError:
    try:
        value = evaluate(node, scope)
    except _MissingError:
        return Gap("not_available")
    except FormulaError as error:
        label = table.columns[table.key].name_in(row)
        return FormulaError(f"{error.message} (in the row `{label}`)", error.at, error.hint)
    if isinstance(value, Quantity):
        return replace(value, bare=False, labels=())
    return FormulaError("a column holds one number in each row", node.at, "let the formula come to a number")
