"""Which columns of a table the keys of a figure ask for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportgen.content.formulas.parse import is_formula
from reportgen.content.schema import Charted
from reportgen.content.series.raw import SeriesError
from reportgen.content.tables.select import total_heading, unknown_heading
from reportgen.content.tables.table import Table
from reportgen.problems import did_you_mean
from reportgen.reading.yaml_reader import as_name

_ADDED = ("sum", "mean")
_NUMBER_BEFORE = re.compile(r"\d[\d.,]*$")
_NUMBER_AFTER = re.compile(r"^[\d.,]*\d")
"""What of a number stands before and after a `*`: `2,*` is for `2,014`."""


@dataclass(frozen=True, slots=True)
class TableSeriesPlan:
    """Which columns are wanted, by their headings.

    `x` holds the labels, and `y` has a heading for the name of each series. Of a wide table, whose `x` has a `*`,
    `wide` has the headings by label instead; each row is a series then, or `added` ("sum" or "mean") makes one of them.
    `low` and `high` are by label too, or by "" where the labels stand in a column. `split` is the heading of a `where`
    with several values: where labels repeat, each of these values is a series. `with_totals` says that rows may be
    totals of the others, which are refused otherwise.
    """

    x: str
    y: Mapping[str, str] = field(default_factory=dict)
    wide: Mapping[str, str] = field(default_factory=dict)
    added: str = ""
    low: Mapping[str, str] = field(default_factory=dict)
    high: Mapping[str, str] = field(default_factory=dict)
    split: str = ""
    with_totals: bool = False

    @property
    def numbers(self) -> tuple[str, ...]:
        """The headings of all columns of numbers."""
        return tuple(each for part in (self.y, self.wide, self.low, self.high) for each in part.values())


def plan_of(shape: Charted, table: Table) -> TableSeriesPlan:
    """Which columns the keys ask for; without `x` the labels are those of the table's key. Raises SeriesError."""
    x = (shape.x or table.key).strip()
    low, high = (shape.low or "").strip(), (shape.high or "").strip()
    wide = "*" in x and x not in table.columns
    y = {} if wide else _columns(shape.y, table, x)
    if (low or high) and len(y) > 1:
        raise SeriesError("low" if low else "high", "an interval belongs to one column of `y`", "name one under `y`")
    if bool(low) != bool(high):
        lone, other = ("low", "high") if low else ("high", "low")
        raise SeriesError(lone, f"an interval has two ends, and `{other}` is missing", "give `low` and `high`")
    return _wide(shape.y, table, x, low, high) if wide else _long(shape, table, x, y)


def _long(shape: Charted, table: Table, x: str, y: Mapping[str, str]) -> TableSeriesPlan:
    """Each column of `y` is a series."""
    low, high = ({"": heading.strip()} if heading else {} for heading in (shape.low, shape.high))
    wanted = {"x": [x], "y": y.values(), "low": low.values(), "high": high.values()}
    for key, heading in ((key, heading) for key, headings in wanted.items() for heading in headings):
        if heading not in table.columns:
            raise SeriesError(key, *unknown_heading(heading, table))
    split = next((heading for heading, texts in (shape.where or {}).items() if len(texts) > 1 and heading != x), "")
    return TableSeriesPlan(x, y, low=low, high=high, split=split)


def _wide(y: object, table: Table, x: str, low: str, high: str) -> TableSeriesPlan:
    """Each column that is like `x` is a label."""
    added, columns = _added(y), _matching(table, x, "x")
    extra = total_heading(columns.values())
    if extra:
        message = f"`{extra}` looks like a total of the other columns, which must not become one more point"
        raise SeriesError("x", message, "take it out of the file, or choose a pattern that does not match it")
    if added and low:
        raise SeriesError("low", "intervals cannot be added up", "leave it out")
    lows, highs = (_matching(table, each, key) if each else {} for key, each in (("low", low), ("high", high)))
    return TableSeriesPlan(x, wide=columns, added=added, low=lows, high=highs)


def _added(y: object) -> str:
    """What `y` says of a wide table: nothing, `sum` or `mean`."""
    if y is None:
        return ""
    if isinstance(y, str) and y.strip() in _ADDED:
        return y.strip()
    hint = did_you_mean(y, _ADDED) if isinstance(y, str) else "leave it out: each row is a series"
    raise SeriesError("y", "where `x` has a `*`, `y` can only be `sum` or `mean`", hint)


def _columns(y: object, table: Table, x: str) -> dict[str, str]:
    """The headings that `y` names, by the names of their series."""
    if y is None:
        others = [heading for heading in table.columns if heading not in (table.key, x)]
        hint = (
            f"write `y: {_first_of_numbers(table, others)}` or another heading"
            if others
            else "the table has only one column"
        )
        raise SeriesError("data", "`y` is missing: it names the column that holds the values", hint)
    found = {as_name(y): as_name(y)} if isinstance(y, str) else _several(y)
    if any(is_formula(heading) for heading in found.values()):
        hint = "work it out under the `columns:` of a table in `data:`, and name that column here"
        raise SeriesError("y", "`y` names a column, and here stands a formula", hint)
    if any(heading in _ADDED and heading not in table.columns for heading in found.values()):
        hint = "write `x: pop_*`, with a `*` for what differs from heading to heading"
        raise SeriesError("y", "`sum` and `mean` are for tables whose `x` has a `*`", hint)
    return found


def _several(y: object) -> dict[str, str]:
    """The headings of a list, or of names for them."""
    hint = "write a heading, a list of headings, or `Name: heading` below it"
    pairs = (
        [(each, each) for each in y] if isinstance(y, list | tuple) else list(y.items()) if isinstance(y, dict) else []
    )
    if not pairs or any(isinstance(heading, list | tuple | dict) for _, heading in pairs):
        raise SeriesError("y", "`y` must name a column", hint)
    found = {as_name(str(name)): as_name(str(heading)) for name, heading in pairs}
    if len(found) < len(pairs):
        names = [as_name(str(name)) for name, _ in pairs]
        twice = next(name for at, name in enumerate(names) if name in names[:at])
        raise SeriesError("y", f"`y` names `{twice}` twice", "keep one")
    return found


def _first_of_numbers(table: Table, others: Sequence[str]) -> str:
    """The first of some headings under which numbers seem to stand, or else the first."""
    like = (heading for heading in others if any(char.isdigit() for char in table.texts(heading)[0]))
    return next(like, others[0])


def _matching(table: Table, pattern: str, key: str) -> dict[str, str]:
    """The headings that match, by what the `*` stands for."""
    before, star, after = pattern.partition("*")
    if "*" in after or not star:
        raise SeriesError(key, f"`{pattern}` must have one `*`, for what differs from heading to heading")
    if key != "x" and before + after == "":
        raise SeriesError(
            key, f"`{pattern}` picks every column", "write what the headings have in common before the `*`"
        )
    lead = len(_NUMBER_BEFORE.sub("", before))
    tail = len(after) - len(_NUMBER_AFTER.sub("", after))
    found = {}
    for heading in table.columns:
        if key == "x" and heading == table.key and before + after == "":
            continue  # it names the rows
        inner = heading[len(before) : len(heading) - len(after)]
        if heading.startswith(before) and heading.endswith(after) and inner.strip():
            label = heading[lead : len(heading) - len(after) + tail]  # `20*` stands for years, whole ones
            found[label.strip(" _")] = heading
    if not found:
        raise SeriesError(
            key, f"no heading of `{table.file}` is like `{pattern}`", did_you_mean(pattern, table.columns)
        )
    return found
