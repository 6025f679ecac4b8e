"""The functions of formulas, and what is wrong with their arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.content.formulas import arithmetic
from reportgen.content.formulas.arithmetic import Cells
from reportgen.content.quantities import AmountError, Quantity
from reportgen.problems import HintedError, did_you_mean
from reportgen.text.locale import NumberRule

Value = Quantity | Cells | str | tuple[Quantity, ...]
"""What a part of a formula comes to: a number, a column, a text, or the cells of a row that a pattern picks."""


class ArgumentError(HintedError):
    """An argument that a function cannot use: `index` counts from 0."""

    def __init__(self, index: int, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.index = index


@dataclass(frozen=True, slots=True)
class Function:
    """A function: what works it out, how many arguments it has (`most` 0: any number), and how it is written."""

    run: Callable[[Sequence[Value]], Value]
    least: int
    most: int
    example: str


def _sum(given: Sequence[Value]) -> Value:
    return arithmetic.total(_numbers(given))


def _mean(given: Sequence[Value]) -> Value:
    return arithmetic.mean(_numbers(given))


def _median(given: Sequence[Value]) -> Value:
    found = sorted(_numbers(given), key=lambda each: each.value)
    arithmetic.total(found)  # of one kind, or it says so
    half = len(found) // 2
    return found[half] if len(found) % 2 else arithmetic.mean(found[half - 1 : half + 1])


def _least(given: Sequence[Value]) -> Value:
    return _extreme(_numbers(given), min)


def _most(given: Sequence[Value]) -> Value:
    return _extreme(_numbers(given), max)


def _top(given: Sequence[Value]) -> Value:
    found = sorted(_numbers(given[:1]), key=lambda each: -each.value)
    place = _whole(given, 1)
    if not 1 <= place <= len(found):
        raise ArgumentError(1, f"there are {len(found)} rows", f"write a number from 1 to {len(found)}")
    wanted = found[place - 1].value
    return _extreme([each for each in found if each.value == wanted], max)


def _first(given: Sequence[Value]) -> Value:
    return _numbers(given)[0]


def _last(given: Sequence[Value]) -> Value:
    return _numbers(given)[-1]


def _count(given: Sequence[Value]) -> Value:
    found = given[0]
    if not isinstance(found, Cells):
        raise ArgumentError(0, "`count` counts the rows of a column", "write it like `count(table.column)`")
    _refuse_total(found, 0)
    return Quantity(Decimal(sum(each is not None for each in found.amounts)), NumberRule())


def _known(given: Sequence[Value]) -> Value:
    found = given[0]
    if not isinstance(found, Cells):
        raise ArgumentError(0, "`known` leaves the gaps out of a column", "write it like `mean(known(table.column))`")
    rows = [(label, each) for label, each in zip(found.labels, found.amounts, strict=True) if each is not None]
    return replace(found, labels=[label for label, _ in rows], amounts=[each for _, each in rows])


def _rank(given: Sequence[Value]) -> Value:
    found, row = given
    if not isinstance(found, Cells):
        raise ArgumentError(0, "`rank` needs a column", 'write it like `rank(table.column, "Corby")`')
    if not isinstance(row, str):
        raise ArgumentError(1, "`rank` needs the name of a row", "put it in quotation marks")
    values = _numbers([found])
    own = row_of(found, row)
    if isinstance(own, AmountError):
        raise ArgumentError(1, own.message, own.hint)
    return Quantity(Decimal(1 + sum(each.value > own.value for each in values)), NumberRule())


def _name_of(given: Sequence[Value]) -> Value:
    found = given[0]
    if isinstance(found, Quantity) and len(found.labels) == 1:
        return found.labels[0]
    if isinstance(found, Quantity) and found.labels:
        names = " and ".join(f"`{name}`" for name in found.labels[:4])
        raise ArgumentError(0, f"{names} have the same value, so there is no one name", "say it in a text")
    hint = "write it like `name_of(most(table.column))`"
    raise ArgumentError(0, "this number is of no row in particular, so it has no name", hint)


def _share(given: Sequence[Value]) -> Value:
    return arithmetic.share(_number(given, 0), _number(given, 1))


def _change(given: Sequence[Value]) -> Value:
    return arithmetic.change(_number(given, 0), _number(given, 1))


def _round(given: Sequence[Value]) -> Value:
    step = _number(given, 1) if len(given) > 1 else Quantity(Decimal(1), NumberRule(), bare=True)
    return arithmetic.rounded(_number(given, 0), step)


def _abs(given: Sequence[Value]) -> Value:
    found = _number(given, 0)
    return replace(found, value=abs(found.value))


FUNCTIONS: Mapping[str, Function] = {
    "sum": Function(_sum, 1, 0, "sum(table.column)"),
    "mean": Function(_mean, 1, 0, "mean(table.column)"),
    "median": Function(_median, 1, 0, "median(table.column)"),
    "least": Function(_least, 1, 0, "least(table.column)"),
    "most": Function(_most, 1, 0, "most(table.column)"),
    "min": Function(_least, 1, 0, "min(a, b)"),
    "max": Function(_most, 1, 0, "max(a, b)"),
    "top": Function(_top, 2, 2, "top(table.column, 2)"),
    "first": Function(_first, 1, 1, "first(table.column)"),
    "last": Function(_last, 1, 1, "last(table.column)"),
    "count": Function(_count, 1, 1, "count(table.column)"),
    "known": Function(_known, 1, 1, "known(table.column)"),
    "rank": Function(_rank, 2, 2, 'rank(table.column, "Corby")'),
    "name_of": Function(_name_of, 1, 1, "name_of(most(table.column))"),
    "share": Function(_share, 2, 2, "share(part, whole)"),
    "change": Function(_change, 2, 2, "change(before, after)"),
    "round": Function(_round, 1, 2, "round(number, 100)"),
    "abs": Function(_abs, 1, 1, "abs(number)"),
}
"""By name. `rank` is 1 for the most; `top(c, 2)` is the second most; `known` leaves the gaps of a column out."""


def row_of(cells: Cells, label: str) -> Quantity | AmountError:
    """The amount of one row of a column, with its label, or what is wrong with asking for it."""
    found = [each for name, each in zip(cells.labels, cells.amounts, strict=True) if name == label]
    if not found:
        return AmountError(f"`{cells.name}` has no row `{label}`", did_you_mean(label, cells.labels))
    if len(found) > 1:
        return AmountError(f"{len(found)} rows are called `{label}`", "pick one of them with `where`")
    if found[0] is None:
        return AmountError(f"`{cells.name}` has no value for `{label}`", "ask for another row")
    return replace(found[0], labels=(label,))


def _numbers(given: Sequence[Value]) -> list[Quantity]:
    """All numbers of the arguments, those of a column with their rows. A gap is refused: the result would be wrong."""
    found: list[Quantity] = []
    for index, each in enumerate(given):
        if isinstance(each, str):
            raise ArgumentError(index, f"`{each}` is a text, and numbers are wanted here")
        if isinstance(each, Cells):
            _refuse_total(each, index)
            found += _of_column(each, index)
        else:
            found += each if isinstance(each, tuple) else (each,)
    if not found:
        raise ArgumentError(0, "there is no number here", "look at the column that is meant")
    return found


def _of_column(cells: Cells, index: int) -> list[Quantity]:
    gaps = [label for label, each in zip(cells.labels, cells.amounts, strict=True) if each is None]
    if gaps:
        more = f" and {len(gaps) - 1} more rows" if len(gaps) > 1 else ""
        message = f"`{cells.name}` has no value for `{gaps[0]}`{more}"
        raise ArgumentError(index, message, f"`known({cells.name})` leaves the gaps out, if that is true to the facts")
    return [replace(each, labels=(label,)) for label, each in zip(cells.labels, cells.amounts, strict=True) if each]


def _refuse_total(cells: Cells, index: int) -> None:
    if cells.total:
        raise ArgumentError(index, f"the row `{cells.total}` looks like a total of the others", cells.cure)


def _extreme(found: list[Quantity], pick: Callable[[list[Decimal]], Decimal]) -> Quantity:
    arithmetic.total(found)  # of one kind, or it says so
    wanted = pick([each.value for each in found])
    alike = [each for each in found if each.value == wanted]
    return replace(alike[0], labels=tuple(label for each in alike for label in each.labels))


def _number(given: Sequence[Value], index: int) -> Quantity:
    found = given[index]
    if isinstance(found, Quantity):
        return found
    if isinstance(found, Cells):
        hint = f"pick a row, `{found.name}[…]`, or write `sum({found.name})`"
        raise ArgumentError(index, f"`{found.name}` is a whole column, and one number is wanted here", hint)
    raise ArgumentError(index, "one number is wanted here")


def _whole(given: Sequence[Value], index: int) -> int:
    found = _number(given, index).value
    if found != found.to_integral_value() or abs(found) > 10**9:
        raise ArgumentError(index, "a whole number is wanted here")
    return int(found)
