"""The keys of a statistic that is made from a table in; the plan to read it by, and the finished series, out."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.content.formulas.amounts import Quantity
from reportgen.content.formulas.parse import is_formula
from reportgen.content.report import Datum, Point, Series
from reportgen.content.schema import Charted
from reportgen.content.tables.cell_values import Gap
from reportgen.content.tables.table import Table
from reportgen.content.tables.table_series import ADDED, PlanError, RawPoint, RawSeries, TableSeriesPlan
from reportgen.problems import did_you_mean
from reportgen.text.locale import MOST_DIGITS, format_number


def plan_of(shape: Charted, table: Table) -> TableSeriesPlan:
    """Which columns the keys ask for; without `x` the labels are those of the table's key. Raises PlanError."""
    x = (shape.x or table.key).strip()
    low, high = (shape.low or "").strip(), (shape.high or "").strip()
    split = next((heading for heading, texts in (shape.where or {}).items() if len(texts) > 1 and heading != x), "")
    wide = "*" in x and x not in table.columns
    wanted = {} if wide else _columns(shape.y, table, x)
    if (low or high) and len(wanted) > 1:
        raise PlanError("low" if low else "high", "an interval belongs to one column of `y`", "name one under `y`")
    if bool(low) != bool(high):
        lone, other = ("low", "high") if low else ("high", "low")
        raise PlanError(lone, f"an interval has two ends, and `{other}` is missing", "give `low` and `high`")
    if wide:
        return TableSeriesPlan(x, added=_added(shape.y), low=low, high=high)
    return TableSeriesPlan(x, wanted, low=low, high=high, split=split)


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
        hint = (
            f"write `y: {_first_of_numbers(table, others)}` or another heading"
            if others
            else "the table has only one column"
        )
        raise PlanError("data", "`y` is missing: it names the column that holds the values", hint)
    found = {y.strip(): y.strip()} if isinstance(y, str) else _several(y)
    if any(is_formula(heading) for heading in found.values()):
        hint = "work it out under the `columns:` of a table in `data:`, and name that column here"
        raise PlanError("y", "`y` names a column, and here stands a formula", hint)
    if any(heading in ADDED and heading not in table.columns for heading in found.values()):
        hint = "write `x: pop_*`, with a `*` for what differs from heading to heading"
        raise PlanError("y", "`sum` and `mean` are for tables whose `x` has a `*`", hint)
    return found


def _several(y: object) -> dict[str, str]:
    """The headings of a list, or of names for them."""
    hint = "write a heading, a list of headings, or `Name: heading` below it"
    pairs = (
        [(each, each) for each in y] if isinstance(y, list | tuple) else list(y.items()) if isinstance(y, dict) else []
    )
    if not pairs or any(isinstance(heading, list | tuple | dict) for _, heading in pairs):
        raise PlanError("y", "`y` must name a column", hint)
    found = {str(name).strip(): str(heading).strip() for name, heading in pairs}
    if len(found) < len(pairs):
        twice = next(str(name) for at, (name, _) in enumerate(pairs) if name in [each for each, _ in pairs[:at]])
        raise PlanError("y", f"`y` names `{twice}` twice", "keep one")
    return found


def _first_of_numbers(table: Table, others: Sequence[str]) -> str:
    """The first of some headings under which numbers seem to stand, or else the first."""
    like = (heading for heading in others if any(char.isdigit() for char in table.texts(heading)[0]))
    return next(like, others[0])


def _point(label: str, point: RawPoint, language: str) -> Point:
    if isinstance(point.value, Gap):
        return Point(label, None, gap=point.value.why)
    low, high = (_datum(label, each, language) if each else None for each in (point.low, point.high))
    return Point(label, _datum(label, point.value, language), low, high)


def _datum(label: str, amount: Quantity, language: str) -> Datum:
    if amount.value and amount.value.adjusted() >= MOST_DIGITS:
        raise PlanError("data", f"the value at `{label}` has more than {MOST_DIGITS} digits", "give it in millions")
    return Datum(label, amount.value, format_number(amount.value, amount.rule, language), amount.rule)
