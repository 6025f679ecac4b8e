"""A table and the columns that are wanted of it in; points by label, in order, out. Nothing is formatted here yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from reportgen.content.formulas import amounts
from reportgen.content.formulas.amounts import AmountError, Quantity
from reportgen.content.periods import first_backwards
from reportgen.content.tables.cell_values import Gap
from reportgen.content.tables.read import repeated
from reportgen.content.tables.row_numbers import Cell, RowNumbers
from reportgen.content.tables.select import leave_out_line, total_heading, unknown_heading
from reportgen.content.tables.table import Table, TableColumn
from reportgen.content.tables.totals import Read, find_total
from reportgen.content.tables.years import in_order_of_time
from reportgen.problems import did_you_mean
from reportgen.text.locale import NumberRule

ADDED = ("sum", "mean")
DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class TableSeriesPlan:
    """Which columns are wanted. `y` has a heading for the name of each series; `added` is "", "sum" or "mean".

    An `x` with a `*` in it picks the columns of a wide table. `split` is the heading of a `where` with several
    values: where labels repeat, each of these values is a series.
    """

    x: str
    y: Mapping[str, str] = field(default_factory=dict)
    added: str = ""
    low: str = ""
    high: str = ""
    split: str = ""

    @property
    def wide(self) -> bool:
        return "*" in self.x


class PlanError(ValueError):
    """A plan that does not fit its table: `key` is that of the statistic which is wrong."""

    def __init__(self, key: str, message: str, hint: str = "") -> None:
        self.key = key
        self.message = message
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class RawPoint:
    """A value with its ends, or the reason why there is none."""

    value: Cell
    low: Quantity | None = None
    high: Quantity | None = None


@dataclass(frozen=True, slots=True)
class RawSeries:
    """Points by their labels."""

    name: str
    points: Mapping[str, RawPoint]


def raw_series(table: Table, plan: TableSeriesPlan, read: Read, language: str) -> tuple[RawSeries, ...]:
    """The series of a plan, all with the same labels in the same order. Raises PlanError; TableError from `read`."""
    found = _wide(table, plan, read) if plan.wide else _long(table, plan, read)
    labels = in_order_of_time(tuple(dict.fromkeys(label for each in found for label in each.points)), language)
    _refuse_backwards(table, plan, labels, language)
    gap = RawPoint(Gap("not_available"))
    return tuple(RawSeries(each.name, {label: each.points.get(label, gap) for label in labels}) for each in found)


def _refuse_backwards(table: Table, plan: TableSeriesPlan, labels: Sequence[str], language: str) -> None:
    """Refuse moments that go backwards and that could not be put in order. Raises PlanError."""
    backwards = first_backwards(labels, language)
    if backwards:
        message = f"in `{table.file}` `{backwards[1]}` stands after `{backwards[0]}`, and time runs forwards"
        what = "columns" if plan.wide else "rows"
        raise PlanError("x", message, f"sort the {what} of the file by time")


def relative_to(series: RawSeries, label: str) -> RawSeries:
    """Index numbers: the value at `label` is 100, and the others follow. They have one decimal. Raises PlanError."""
    if label not in series.points:
        raise PlanError("index", f"no point is called `{label}`", did_you_mean(label, series.points))
    base = series.points[label].value
    if not isinstance(base, Quantity) or base.value <= 0:
        what = "has no value" if isinstance(base, Gap) else "is not above zero"
        raise PlanError("index", f"`{label}` {what}, so nothing can be counted from it", "name another point")

    def scaled(amount: Quantity) -> Quantity:
        value = amounts.EXACT.multiply(amounts.EXACT.divide(amount.value, base.value), Decimal(100))
        return Quantity(value, NumberRule(decimals=1))

    return RawSeries(series.name, {key: _mapped(point, scaled) for key, point in series.points.items()})


def amounts_of(series: Sequence[RawSeries]) -> tuple[Quantity, ...]:
    """All numbers of some series."""
    return tuple(each for one in series for point in one.points.values() for each in _amounts_of(point))


def written_alike(series: Sequence[RawSeries], sample: NumberRule | None) -> tuple[RawSeries, ...]:
    """The series with all numbers written by one rule, that of the sample if there is one. Raises PlanError."""
    found = amounts_of(series)
    if not found:
        return tuple(series)
    if len({(each.rule.prefix, each.rule.unit) for each in found}) > 1:
        *others, last = sorted({amounts.kind_of(each.rule) for each in found})
        kinds = f"{', '.join(others)} and {last}"
        raise PlanError("y", f"{kinds} cannot stand in one figure", "make two figures of them")
    try:
        rule = amounts.common(found)
        if sample is not None:
            rule = amounts.written_like(Quantity(Decimal(0), rule), sample).rule
    except AmountError as error:
        raise PlanError("written", error.message, error.hint) from None
    return tuple(
        RawSeries(
            one.name, {key: _mapped(point, lambda each: replace(each, rule=rule)) for key, point in one.points.items()}
        )
        for one in series
    )


def _long(table: Table, plan: TableSeriesPlan, read: Read) -> list[RawSeries]:
    for key, heading in (
        ("x", plan.x),
        *(("y", each) for each in plan.y.values()),
        ("low", plan.low),
        ("high", plan.high),
    ):
        _need(table, key, heading)
    labels = table.texts(plan.x)
    empty = [row for row, label in zip(table.rows, labels, strict=True) if not label]
    if empty:
        line = table.line_of(empty[0])
        raise PlanError(
            "x", f"line {line} of `{table.file}` has nothing under `{plan.x}`", "fill it in, or leave the row out"
        )
    parts = dict.fromkeys(plan.y, table)
    if len(set(labels)) < len(labels):
        parts = _split(table, plan)
    else:
        refuse_total(table, plan.x, [table.columns[heading] for heading in plan.y.values()], read)
    low, high = (read(heading) if heading else None for heading in (plan.low, plan.high))
    found = []
    for name, part in parts.items():
        values = read(plan.y.get(name) or next(iter(plan.y.values())))
        points = {
            label: _point(label, values.cell(row), _end(low, row), _end(high, row))
            for label, row in zip(part.texts(plan.x), part.rows, strict=True)
        }
        found.append(RawSeries(name if len(parts) > 1 or len(plan.y) > 1 else _single(plan), points))
    return found


def _point(label: str, value: Cell, low: Quantity | None, high: Quantity | None) -> RawPoint:
    """A value with its interval, which must have both ends and hold it. Raises PlanError."""
    if not isinstance(value, Quantity):
        return RawPoint(value)
    if (low is None) != (high is None):
        missing = "low" if low is None else "high"
        raise PlanError(missing, f"at `{label}` the interval has one end only", "give both in the table, or neither")
    if low and high and not low.value <= value.value <= high.value:
        said = f"{value.value:f} at `{label}` is not between {low.value:f} and {high.value:f}"
        raise PlanError("low", said, "let `low` name the lower end and `high` the upper one")
    return RawPoint(value, low, high)


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
                raise PlanError("x", f"{lines} of `{table.file}` both have `{label}` under `{plan.x}`", hint)
            seen[label] = row
    return parts


def _wide(table: Table, plan: TableSeriesPlan, read: Read) -> list[RawSeries]:
    headings = _matching(table, plan.x, "x")
    extra = total_heading(headings.values())
    if extra:
        message = f"`{extra}` looks like a total of the other columns, which must not become one more point"
        raise PlanError("x", message, "take it out of the file, or choose a pattern that does not match it")
    columns = [table.columns[heading] for heading in headings.values()]
    refuse_total(table, table.key, columns, read)
    if plan.added:
        if plan.low or plan.high:
            raise PlanError("low" if plan.low else "high", "intervals cannot be added up", "leave it out")
        points = {label: RawPoint(_added(read(heading), table, plan.added)) for label, heading in headings.items()}
        return [RawSeries("", points)]
    lows = _matching(table, plan.low, "low") if plan.low else {}
    highs = _matching(table, plan.high, "high") if plan.high else {}
    names = table.labels()
    for twice in repeated(names):
        raise PlanError("where", f"several rows are called `{twice}`", "pick one of them with `where`")
    found = []
    for name, row in zip(names, table.rows, strict=True):
        points = {}
        for label, heading in headings.items():
            low, high = (_end(read(ends[label]) if label in ends else None, row) for ends in (lows, highs))
            points[label] = _point(label, read(heading).cell(row), low, high)
        found.append(RawSeries(name if len(names) > 1 else "", points))
    return found


def refuse_total(table: Table, label_heading: str, columns: Sequence[TableColumn], read: Read) -> None:
    """Refuse rows of which one looks like a total of the others. Raises PlanError."""
    label = find_total(table, label_heading, columns, read)
    if label:
        line = leave_out_line(label_heading, label)
        hint = f"write `{line}`; if it is no total, name the rows that you want under `where`"
        raise PlanError("data", f"`{label}` looks like a total of the other rows, which must not become one more", hint)


def _added(found: RowNumbers, table: Table, how: str) -> Cell:
    """The sum or mean of the rows; where one has no value, there is none."""
    cells = [found.cell(row) for row in table.rows]
    known = [cell for cell in cells if isinstance(cell, Quantity)]
    if len(known) < len(cells):
        return Gap("not_available")
    try:
        added = amounts.total(known) if how == "sum" else amounts.mean(known)
    except AmountError as error:
        raise PlanError("y", error.message, error.hint) from None
    return added


def _matching(table: Table, pattern: str, key: str) -> dict[str, str]:
    """The headings that match, by what the `*` stands for."""
    before, star, after = pattern.partition("*")
    if "*" in after or not star:
        raise PlanError(key, f"`{pattern}` must have one `*`, for what differs from heading to heading")
    if key != "x" and before + after == "":
        raise PlanError(key, f"`{pattern}` picks every column", "write what the headings have in common before the `*`")
    lead, tail = len(before.rstrip(DIGITS)), len(after) - len(after.lstrip(DIGITS))
    found = {}
    for heading in table.columns:
        inner = heading[len(before) : len(heading) - len(after)]
        if heading.startswith(before) and heading.endswith(after) and inner.strip():
            label = heading[lead : len(heading) - len(after) + tail]  # `20*` stands for years, whole ones
            found[label.strip(" _")] = heading
    if not found:
        raise PlanError(key, f"no heading of `{table.file}` is like `{pattern}`", did_you_mean(pattern, table.columns))
    return found


def _need(table: Table, key: str, heading: str) -> None:
    if heading and heading not in table.columns:
        raise PlanError(key, *unknown_heading(heading, table))


def _end(found: RowNumbers | None, row: int) -> Quantity | None:
    return found.amount(row) if found else None


def _amounts_of(point: RawPoint) -> list[Quantity]:
    return [each for each in (point.value, point.low, point.high) if isinstance(each, Quantity)]


def _mapped(point: RawPoint, change: Callable[[Quantity], Quantity]) -> RawPoint:
    value = change(point.value) if isinstance(point.value, Quantity) else point.value
    return RawPoint(value, change(point.low) if point.low else None, change(point.high) if point.high else None)
