"""The tables of a report: each is read, picked and joined when it is first asked for."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath

from reportgen.content.formulas.parse import is_formula, parse_formula
from reportgen.content.formulas.syntax_tree import FormulaError, Node
from reportgen.content.problem_log import ProblemLog
from reportgen.content.report_files import ReportFiles
from reportgen.content.schema import Charted, TableShape
from reportgen.content.tables.computed_columns import sources
from reportgen.content.tables.csv_file import read_table
from reportgen.content.tables.join import JoinError, join
from reportgen.content.tables.row_numbers import RowNumbers
from reportgen.content.tables.select import RuleError, pick, unknown_heading
from reportgen.content.tables.table import Table, TableColumn, TableError
from reportgen.problems import did_you_mean
from reportgen.reading.located_tree import Path
from reportgen.text.locale import NumberRule
from reportgen.text.number_reading import NumberError, parse_unit

ENDINGS = (".csv", ".tsv", ".txt")
DECIMALS = {"comma": ",", "point": "."}
SHEETS = (".xlsx", ".xls", ".xlsm", ".ods", ".numbers")

Cache = MutableMapping[FilePath, Table]
"""Tables as they stand in their files. One for a run means that each file is read once."""


@dataclass
class Held:
    """A table that formulas and figures may use: `name` is what they call it, `path` where the report has it.

    `formulas` are those of its computed columns, `numbers` what has been read or worked out already.
    """

    name: str
    path: Path
    table: Table
    formulas: dict[str, Node] = field(default_factory=dict)
    numbers: dict[str, RowNumbers] = field(default_factory=dict)


@dataclass
class TableStore:
    """Tables by name or file, each read when it is first asked for; what is wrong with one is told once."""

    log: ProblemLog
    files: ReportFiles
    shapes: dict[str, TableShape]
    cache: Cache
    language: str = "en"
    held: dict[str, Held | None] = field(default_factory=dict)
    read: dict[FilePath, Table | None] = field(default_factory=dict)
    opening: list[str] = field(default_factory=list)

    def table(self, name: str) -> Held | None:
        """A table of the `data:` block, by its name; None when something is wrong with it, which has been told."""
        if name not in self.held:
            self.opening.append(name)
            self.held[name] = self._open(name, ("data", name), self.shapes[name])
            self.opening.pop()
        return self.held[name]

    def asked_for(self, written: str, path: Path) -> Held | None:
        """What a statistic's `data` names: a table of the `data:` block or a file."""
        if self.log.is_stand_in(path):
            return None
        if written in self.shapes:
            return self.table(written)
        if not written.lower().endswith(ENDINGS):
            near = did_you_mean(written, self.shapes) if self.shapes else ""
            hint = near if near.startswith("did") else "write the path of a CSV file" + (f", or {near}" if near else "")
            if written.lower().endswith(SHEETS):
                hint = "save the sheet as “CSV UTF-8 (Comma delimited)”, and name that file"
            self.log.at_value("data", f"`data` has no table `{written}`", path, hint)
            return None
        if written not in self.held:
            table = self._file(path, written)
            self.held[written] = Held(written, path, table) if table else None
        return self.held[written]

    def pick(self, table: Table, shape: TableShape | Charted, path: Path) -> Table | None:
        """The rows that `where` and `leave_out` of a block leave."""
        stand_ins = [key for key in ("where", "leave_out") if self.log.is_stand_in((*path, key))]
        if stand_ins:
            return None
        try:
            return pick(table, shape.where, shape.leave_out)
        except RuleError as error:
            for fault in error.faults:
                tell = self.log.at_key if fault.at_key else self.log.at_value
                tell("data", fault.message, (*path, *fault.path), fault.hint)
            return None

    def tell(self, error: TableError) -> None:
        """What is wrong with a file, at its own lines and columns."""
        told = self.log.problems
        told += [problem for problem in error.problems if problem not in told]

    def _open(self, name: str, path: Path, shape: TableShape) -> Held | None:
        table = self._file((*path, "file"), shape.file)
        if table is None:
            return None
        if shape.key is not None:
            if shape.key not in table.columns:
                message, hint = unknown_heading(shape.key, table)
                self.log.at_value("data", message, (*path, "key"), hint)
                return None
            table = replace(table, key=shape.key)
        table = self._as_told(table, shape, path)
        picked = self.pick(table, shape, path)
        joined = self._join(picked, shape, (*path, "join")) if picked and shape.join else picked
        return self._with_columns(Held(name, path, joined), shape) if joined else None

    def _as_told(self, table: Table, shape: TableShape, path: Path) -> Table:
        """The table with the sign before its decimals, and the units of its columns, as the report says them."""
        decimal = (shape.decimal or "").strip()
        if decimal and not self.log.is_stand_in((*path, "decimal")):
            if decimal not in DECIMALS:
                message = f"unknown sign before decimals `{decimal}`"
                self.log.at_value("data", message, (*path, "decimal"), did_you_mean(decimal, DECIMALS))
            table = replace(table, decimal=DECIMALS.get(decimal, ""))
        return replace(table, units=self._units(table, shape, (*path, "unit")))

    def _units(self, table: Table, shape: TableShape, path: Path) -> dict[str, NumberRule]:
        if shape.unit is None or self.log.is_stand_in(path):
            return {}
        alone = isinstance(shape.unit, str)
        named = dict.fromkeys(table.headings, shape.unit) if isinstance(shape.unit, str) else shape.unit
        found: dict[str, NumberRule] = {}
        known: dict[str, NumberRule] = {}
        for heading, written in named.items():
            place = path if alone else (*path, heading)
            if heading not in table.columns:
                message, hint = unknown_heading(heading, table)
                self.log.at_key("data", message, place, hint)
                continue
            try:
                known[written] = known.get(written) or parse_unit(written, self.language)
            except NumberError as error:
                self.log.at_value("unit", error.message, place, error.hint)
                return {}
            found[heading] = known[written]
        return found

    def _file(self, path: Path, written: str) -> Table | None:
        """A CSV file of the report; read once, and its problems told once."""
        if "://" in written:
            message = f"`{written}` is an address, and tables are read from files"
            self.log.at_value("data", message, path, "download it, and name the file")
            return None
        file = self.files.path_of(written)
        if file in self.read:
            return self.read[file]
        table = self.cache.get(file)
        if table is None and (found := self.files.read(path, written)):
            try:
                table = self.cache[file] = read_table(found[1], found[0].as_posix())
            except TableError as error:
                self.tell(error)
        self.read[file] = table
        return table

    def _join(self, table: Table, shape: TableShape, path: Path) -> Table | None:
        other = shape.join or ""
        if other in self.opening:
            self.log.at_value("data", f"`{other}` is joined to itself", path, "name another table")
            return None
        if other not in self.shapes:
            hint = did_you_mean(other, [name for name in self.shapes if name not in self.opening])
            self.log.at_value("data", f"`data` has no table `{other}`", path, hint)
            return None
        second = self.table(other)
        if second is None:
            return None
        try:
            return join(table, second.table, other)
        except JoinError as error:
            self.log.at_value("data", error.message, path, error.hint)
            return None

    def _with_columns(self, held: Held, shape: TableShape) -> Held:
        """The table with its computed columns: none is worked out before it is asked for."""
        own = {name: text for name, text in (shape.columns or {}).items() if self._may_be_column(held, name)}
        for name in own:
            held.table = held.table.with_column(TableColumn(name, ()))
        for name, text in own.items():
            path = (*held.path, "columns", name)
            if not is_formula(text):
                message = f"`{name}` is no formula"
                self.log.at_value("formula", message, path, "begin it with `= `: `= change(before, after)`")
                continue
            try:
                held.formulas[name] = parse_formula(text)
            except FormulaError as error:
                self.log.within("formula", error.message, path, error.at, error.hint)
        for name, node in held.formulas.items():
            made_from = _down_to_the_file(held, name, node)
            held.table = held.table.with_column(TableColumn(name, (), made_from=made_from))
        return held

    def _may_be_column(self, held: Held, name: str) -> bool:
        path = (*held.path, "columns", name)
        if self.log.is_stand_in(path):
            return False
        if name in held.table.columns:
            message = f"`{held.table.file}` has a column `{name}` already"
            self.log.at_key("data", message, path, "give the computed one another name")
            return False
        return True


def _down_to_the_file(held: Held, name: str, node: Node) -> tuple[str, ...]:
    """The headings of the file that a computed column is worked out from, through others if need be."""
    found: dict[str, None] = {}
    met, waiting = {name}, list(sources(held.table, name, node))
    while waiting:
        heading = waiting.pop()
        if heading in met:
            continue
        met.add(heading)
        inner = held.formulas.get(heading)
        if inner is not None:
            waiting += sources(held.table, heading, inner)
        elif held.table.columns[heading].origin is not None and heading != held.table.key:
            found[heading] = None
    return tuple(sorted(found))
