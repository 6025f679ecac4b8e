"""The keys of a statistic that is made from a table in; the plan to read it by, and the finished series, out."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.content.formulas.amounts import Amount
from reportgen.content.formulas.parse import is_formula
from reportgen.content.model import Charted
from reportgen.content.report import Datum, Point, Series
from reportgen.content.tables.cells import Gap
from reportgen.content.tables.series import ADDED, Plan, PlanError, RawPoint, RawSeries
from reportgen.content.tables.table import Table
from reportgen.problems import did_you_mean
from reportgen.text.locale import MOST_DIGITS, format_number


def plan_of(shape: Charted, table: Table) -> Plan:
    """Which columns the keys ask for; without `x` the labels are those of the table's key. Raises PlanError."""
    x = (shape.x or table.key).strip()
    low, high = (shape.low or "").strip(), (shape.high or "").strip()
    split = next((heading for heading, texts in (shape.where or {}).items() if len(texts) > 1 and heading != x), "")
    if "*" in x and x not in table.columns:
        return Plan(x, added=_added(shape.y), low=low, high=high)
    wanted = _columns(shape.y, table, x)
    if (low or high) and len(wanted) > 1:
        raise PlanError("low" if low else "high", "an interval belongs to one column of `y`", "name one under `y`")
    return Plan(x, wanted, low=low, high=high, split=split)


def finished(raw: RawSeries, language: str) -> Series:
    """The series with every number as a reader sees it. Raises PlanError for a number that is too large."""
    return Series(raw.name, tuple(_point(label, point, language) for label, point in raw.points.items()))


def _added(y: object) -> str:
    """What `y` says of a wide table: nothing, `sum` or `mean`."""
    if y is None:
        return ""
    if isinstance(y, str) and y.strip() in ADDED:
        return y.strip()
    hint = did_you_mean(y, ADDED) if isinstance(y, str) else "leave it out: each row is a series"
    raise PlanError("y", "where `x` has a `*`, `y` can only be `sum` or `mean`", hint)


def _columns(y: object, table: Table, x: str) -> dict[str, str]:
    """The headings that `y` names, by the names of their series."""
    if y is None:
        others = [heading for heading in table.columns if heading not in (table.key, x)]
        hint = f"write `y: {others[0]}` or another heading" if others else "the table has only one column"
        raise PlanError("data", "`y` is missing: it names the column that holds the values", hint)
    if isinstance(y, str):
        found = {y.strip(): y.strip()}
    elif isinstance(y, Sequence):
        found = {str(each).strip(): str(each).strip() for each in y}
    elif isinstance(y, dict):
        found = {str(name).strip(): str(heading).strip() for name, heading in y.items()}
    else:
        raise PlanError(
            "y", "`y` must name a column", "write a heading, a list of headings, or `Name: heading` below it"
        )
    if any(is_formula(heading) for heading in found.values()):
        hint = "work it out under the `columns:` of a table in `data:`, and name that column here"
        raise PlanError("y", "`y` names a column, and here stands a formula", hint)
    if any(heading in ADDED and heading not in table.columns for heading in found.values()):
        hint = "write `x: pop_*`, with a `*` for what differs from heading to heading"
        raise PlanError("y", "`sum` and `mean` are for tables whose `x` has a `*`", hint)
    return found


def _point(label: str, point: RawPoint, language: str) -> Point:
    if isinstance(point.value, Gap):
        return Point(label, None, gap=point.value.why)
    low, high = (_datum(label, each, language) if each else None for each in (point.low, point.high))
    return Point(label, _datum(label, point.value, language), low, high)


def _datum(label: str, amount: Amount, language: str) -> Datum:
    if amount.value and amount.value.adjusted() >= MOST_DIGITS:
        raise PlanError("data", f"the value at `{label}` has more than {MOST_DIGITS} digits", "give it in millions")
    return Datum(label, amount.value, format_number(amount.value, amount.rule, language), amount.rule)
