"""The workbook of a report: the tables under `data`, the numbers under `values`, and the formulas of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial

from reportgen.content.formulas.evaluate import CIRCLE_HINT, BrokenName, Circle, circle_message, evaluate
from reportgen.content.formulas.functions import Value
from reportgen.content.formulas.order import deepest_first
from reportgen.content.formulas.parse import is_formula, parse_formula
from reportgen.content.formulas.syntax_tree import FormulaError, Node, is_difference, names_in
from reportgen.content.named_values import NamedValue, NameTable
from reportgen.content.periods.period_words import words_of
from reportgen.content.periods.whole_series import LabelError, one_period
from reportgen.content.problem_log import ProblemLog
from reportgen.content.quantities import FRACTIONS_HINT, AmountError, Quantity, fractions_message, written_like
from reportgen.content.report import Datum
from reportgen.content.report_files import ReportFiles
from reportgen.content.schema import Charted, TableShape
from reportgen.content.series.from_table import read_table_series
from reportgen.content.series.plan import plan_of
from reportgen.content.series.raw import RawData
from reportgen.content.tables.column_reader import ColumnReader
from reportgen.content.tables.store import Cache, TableStore
from reportgen.content.typed_numbers import read_number
from reportgen.problems import Severity, did_you_mean
from reportgen.reading.located_tree import Path
from reportgen.text.locale import MOST_DIGITS
from reportgen.text.number_reading import NumberError, parse_number


@dataclass(frozen=True, slots=True)
class _Entry:
    """What `values` has under a name, and where; `written` is a sample of how the number is to look.

    `node` is the tree of a formula; a formula without one is wrong, and that has been told.
    """

    path: Path
    value: object
    written: str | None = None
    node: Node | None = None


@dataclass
class Workbook:
    """The tables and values of one report. What is wrong is told to the problem log, once, where it stands.

    `language` is that of the report: its tables are read by it. `cache` may be shared by the reports of a run.
    """

    log: ProblemLog
    files: ReportFiles
    names: NameTable
    shapes: Mapping[str, TableShape]
    given: Mapping[str, object]
    language: str
    cache: Cache = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._tables = TableStore(self.log, self.files, dict(self.shapes), self.cache, self.language)
        self._columns = ColumnReader(self._tables, self.language)
        self._entries = {name: self._entry(("values", name), value) for name, value in self.given.items()}
        self._named: dict[str, NamedValue] = {
            name: self._like_a_table(name) for name in self._entries if name in self.shapes
        }
        self._amounts: dict[str, Quantity] = {}
        self._running: list[str] = []
        self._headings: dict[Path, tuple[str, str]] = {}

    def values(self) -> dict[str, NamedValue]:
        """What the names in `values` stand for: numbers, formulas and texts. A broken one is `NamedValue()`."""
        self._prepare(set(self._entries))
        return {name: self._named[name] for name in self._entries}

    def tell_unused(self) -> None:
        """Tables of the `data:` block that nothing has asked for: their files may be wrong, or a name mistyped."""
        if any(each.severity is Severity.ERROR for each in self.log.problems):
            return  # what is wrong may be why
        for name in self.shapes:
            if name not in self._tables.held:
                hint = f"write `data: {name}` at a figure, or delete the table"
                self.log.warn_at_key(
                    "unused", f"no figure and no formula uses the table `{name}`", ("data", name), hint
                )

    def number(self, path: Path, text: str, language: str) -> Datum | None:
        """The number that a formula comes to; None when something is wrong with it, which has been told."""
        node = self._parsed(path, text)
        if node is None:
            return None
        self._prepare(names_in(node))
        found = self._evaluated(path, node)
        if isinstance(found, str):
            self._tell(path, FormulaError(f"this comes to the text `{found}`, and a number is wanted here", node.at))
        return self._datum(path, str(path[-1]), found, language) if isinstance(found, Quantity) else None

    def series_of(self, shape: Charted, path: Path, with_totals: bool = False) -> RawData | None:
        """The series that a figure takes from a table by its keys `data`, `x`, `y`, `where`, `leave_out`, `low` and
        `high`; None when something is wrong with the table, which has been told. A row that is a total of the others is
        refused, if it is not wanted `with_totals`. Raises SeriesError."""
        held = self._tables.asked_for(shape.data, (*path, "data")) if shape.data else None
        table = self._tables.pick(held.table, shape, path) if held else None
        if held is None or table is None:
            return None
        plan = replace(plan_of(shape, table), with_totals=with_totals)
        self._headings[path] = (table.key, "") if plan.wide else (plan.split, plan.x)
        self._prepare({f"{held.name}.{heading}" for heading in plan.numbers if heading in held.formulas})
        try:
            return read_table_series(table, plan, partial(self._columns.read, held, rows=table.rows), self.language)
        except BrokenName:
            return None  # that has been told where it is broken

    def headings(self, path: Path) -> tuple[str, str]:
        """The headings of the columns that have the names and the labels of the series of a figure; "" for none."""
        return self._headings.get(path, ("", ""))

    def short_of(self, table: str, known: Iterable[str]) -> Mapping[str, str]:
        """The short names of a table of the `data:` block; one that nothing of the table has, nor a figure, is told."""
        short = self.shapes[table].short if table in self.shapes else None
        unknown = [name for name in short or {} if name not in set(known)]
        held = self._tables.table(table) if unknown else None
        if held:
            heads = held.table.headings
            met = {
                *heads,
                *(text for head in heads if held.table.columns[head].origin for text in held.table.texts(head)),
            }
            for name in unknown:
                if name not in met:
                    message, path = (
                        f"`short` names `{name}`, which the table does not have",
                        ("data", table, "short", name),
                    )
                    self.log.at_key("data", message, path, did_you_mean(name, {*heads, *held.table.labels()}))
        return short or {}

    def value(self, name: str, inner: str) -> Value | None:
        """What a name of a formula stands for (see `formulas.evaluate.FormulaNames`). Raises BrokenName."""
        if inner and name in self.shapes:
            return self._columns.of_formula(name, inner)
        spelled = f"{name}.{inner}" if inner else name
        if spelled in self._running:
            raise Circle((*self._running[self._running.index(spelled) :], spelled))
        if spelled in self._amounts:
            return self._amounts[spelled]
        if spelled in self.names.promised and spelled not in self._named:
            self._named[spelled] = self._run(spelled, self.names.promised[spelled])
        named = self._named.get(spelled) or self.names.known.get(spelled)
        if named is None:
            return None
        if named.datum is None and named.text is None:
            raise BrokenName(spelled)
        return Quantity(named.datum.value, named.datum.rule) if named.datum else named.text

    def matching(self, pattern: str) -> tuple[Quantity, ...] | None:
        """None: there is no row here whose headings could match."""
        return None

    def known(self, name: str) -> Iterable[str]:
        """The names that could have been meant."""
        dotted = {*self.names.known, *self.names.promised}
        if not name:
            return [*self._entries, *self.shapes, *(each for each in dotted if "." not in each)]
        held = self._tables.table(name) if name in self.shapes else None
        inner = [each.removeprefix(f"{name}.") for each in dotted if each.startswith(f"{name}.")]
        return held.table.headings if held else inner

    def _like_a_table(self, name: str) -> NamedValue:
        """A value that has the name of a table is told and then broken: a formula could mean either."""
        message = f"a value and a table are both called `{name}`, so that a formula could mean either"
        self.log.at_key("id", message, ("values", name), "rename one")
        return NamedValue()

    def _entry(self, path: Path, value: object) -> _Entry:
        sample = None
        if isinstance(value, Mapping):
            path, sample = (*path, "value"), value.get("written")
            value = value.get("value")
        node = self._parsed(path, str(value)) if is_formula(value) else None
        return _Entry(path, value, str(sample) if sample is not None else None, node)

    def _parsed(self, path: Path, text: str) -> Node | None:
        if self.log.is_stand_in(path):
            return None
        try:
            return parse_formula(text)
        except FormulaError as error:
            self._tell(path, error)
            return None

    def _evaluated(self, path: Path, node: Node) -> Quantity | str | None:
        """The number or text that a formula comes to."""
        try:
            found = evaluate(node, self)
        except FormulaError as error:
            self._tell(path, error)
            return None
        except BrokenName:
            return None
        if isinstance(found, str):
            return self._row_words(found)
        if isinstance(found, Quantity):
            return found
        message = "this is a whole column, and one number is wanted here"
        self._tell(path, FormulaError(message, node.at, "write `sum(…)` or another function round it"))
        return None

    def _row_words(self, name: str) -> str | None:
        """The name of a row as the page has it."""
        try:
            return self._columns.row_words(name)
        except BrokenName:
            return None

    def _prepare(self, names: set[str]) -> None:
        """Work out the values and columns that the names need, the deepest first. A circle is broken, and told."""
        for found in deepest_first(names, self._needs, self._is_open):
            if len(found) > 1:
                self._break(found)
            elif found[0] in self._entries:
                if found[0] not in self._named:
                    self._named[found[0]] = self._run(found[0], partial(self._worked_out, found[0]))
            else:
                self._columns.work_out(found[0], self)

    def _is_open(self, name: str) -> bool:
        if name in self._entries:
            return name not in self._named and name not in self._running
        return self._columns.is_open(name)

    def _needs(self, name: str) -> set[str]:
        node = self._entries[name].node if name in self._entries else None
        return names_in(node) if node else self._columns.needs(name)

    def _break(self, circle: tuple[str, ...]) -> None:
        first = circle[0]
        path = self._entries[first].path if first in self._entries else self._columns.path_of(first)
        self.log.at_value("formula", circle_message(circle), path, CIRCLE_HINT)
        self._named |= {each: NamedValue() for each in circle if each in self._entries}
        self._columns.broken |= set(circle)

    def _run(self, name: str, make: Callable[[], NamedValue | None]) -> NamedValue:
        """What a name stands for; whoever asks for it again on the way asks in a circle."""
        self._running.append(name)
        try:
            return make() or NamedValue()
        finally:
            self._running.pop()

    def _worked_out(self, name: str) -> NamedValue:
        """What one entry of `values` stands for."""
        entry = self._entries[name]
        found = self._evaluated(entry.path, entry.node) if entry.node else self._as_written(entry)
        if isinstance(found, str):
            return NamedValue(text=found)
        amount = self._like_sample(entry, found) if found else None
        datum = self._datum(entry.path, name, amount, self.language) if amount else None
        if amount is None or datum is None:
            return NamedValue()
        self._amounts[name] = amount
        return NamedValue(datum, self.language, is_change=is_difference(entry.node) if entry.node else datum.rule.plus)

    def _as_written(self, entry: _Entry) -> Quantity | str | None:
        """A number, or a text: what begins with a letter and is no number. A formula that is wrong is neither."""
        written = entry.value
        if self.log.is_stand_in(entry.path) or is_formula(written):
            return None
        if written is None:
            self.log.missing_key(entry.path[:-1], "value")
            return None
        if isinstance(written, str) and written.strip()[:1].isalpha() and not _is_number(written, self.language):
            return " ".join(written.split())
        if not isinstance(written, str | Decimal):
            self.log.at_value("type", "here a number, a formula or a text is wanted", entry.path)
            return None
        when = self._period(entry, str(written))
        if when is not None:
            return when or None
        datum = read_number(self.log, entry.path, written, self.language)
        return Quantity(datum.value, datum.rule) if datum else None

    def _period(self, entry: _Entry, written: str) -> str | None:
        """A month, a day or another period that no number is written like, as the page has it; "" where it could be
        two, which is told."""
        if _is_number(written, self.language):
            return None
        try:
            period = one_period(written, self.language)
        except LabelError as error:
            hint = "write `Dec 2011` for a month, `2011/12` for a financial year"
            self.log.at_value("period", error.faults[0].message, entry.path, hint)
            return ""
        return words_of(written, period, self.language) if period else None

    def _like_sample(self, entry: _Entry, amount: Quantity) -> Quantity | None:
        """The number as the entry's sample has it."""
        if entry.written is None:
            return amount
        path = (*entry.path[:-1], "written")
        try:
            sample = parse_number(entry.written, self.language)[1]
            fractions = fractions_message((amount,), sample, self.language)
            if fractions:
                self.log.warn_at_key("written", fractions, path, FRACTIONS_HINT)
            return written_like(amount, sample)
        except (NumberError, AmountError) as error:
            self.log.at_value("written", error.message, path, error.hint)
            return None

    def _datum(self, path: Path, name: str, amount: Quantity, language: str) -> Datum | None:
        if amount.value and amount.value.adjusted() >= MOST_DIGITS:
            message = f"this comes to a number of more than {MOST_DIGITS} digits"
            self.log.at_value("formula", message, path, "look at what it is worked out from")
            return None
        return Datum.written(name, amount.value, amount.rule, language)

    def _tell(self, path: Path, error: FormulaError) -> None:
        self.log.within("formula", error.message, path, error.at, error.hint)


def _is_number(text: str, language: str) -> bool:
    try:
        parse_number(text, language)
    except NumberError:
        return False
    return True
