"""Evaluates the tree of a formula, with what its names stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from reportgen.content.formulas import arithmetic
from reportgen.content.formulas.arithmetic import Cells
from reportgen.content.formulas.functions import FUNCTIONS, ArgumentError, Value, row_of
from reportgen.content.formulas.syntax_tree import Binary, Call, FormulaError, Minus, Name, Node, Number, TextLiteral
from reportgen.content.quantities import AmountError, Quantity
from reportgen.problems import did_you_mean

CIRCLE_HINT = "one of them must be given, or worked out another way"

_SIGNS: dict[str, Callable[[Quantity, Quantity], Quantity]] = {
    "+": arithmetic.add,
    "-": arithmetic.subtract,
    "*": arithmetic.multiply,
    "/": arithmetic.divide,
}


class BrokenName(Exception):  # noqa: N818 (it is no error of the formula: what is wrong has been told already)
    """A name that is known and has no value, because something is wrong with what it stands for."""


class Circle(Exception):  # noqa: N818 (it becomes an error where the name stands)
    """A name that is being worked out already: `names` lead from it to itself."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        super().__init__(", ".join(self.names))


class FormulaNames(Protocol):
    """What the names of a formula stand for."""

    def value(self, name: str, inner: str) -> Value | None:
        """What `name`, or `name.inner`, stands for; None when nothing is called so. Raises BrokenName and Circle."""

    def matching(self, pattern: str) -> tuple[Quantity, ...] | None:
        """The cells of the row at hand whose headings match; None where there is no row.

        Raises BrokenName, and AmountError where one of them is a total of the others.
        """

    def known(self, name: str) -> Iterable[str]:
        """What could have been meant: with a name that has inner ones those, else all names."""


def evaluate(node: Node, names: FormulaNames) -> Value:
    """What a formula comes to. Raises FormulaError, or BrokenName when a name's own trouble has been told already."""
    match node:
        case Number(amount):
            return amount
        case TextLiteral(text):
            return text
        case Name():
            return _named(node, names)
        case Minus(of, at):
            return arithmetic.negative(_number(evaluate(of, names), of))
        case Binary(sign, left, right, at):
            first, second = _number(evaluate(left, names), left), _number(evaluate(right, names), right)
            try:
                return _SIGNS[sign](first, second)
            except AmountError as error:
                raise FormulaError(error.message, right.at if second.value == 0 else at, error.hint) from None
        case Call():
            return _called(node, names)


def _number(value: Value, node: Node) -> Quantity:
    if isinstance(value, Quantity):
        return value
    if isinstance(value, Cells):
        hint = f"pick a row, `{value.name}[…]`, or write `sum({value.name})`"
        raise FormulaError(f"`{value.name}` is a whole column, and one number is wanted here", node.at, hint)
    if isinstance(value, tuple):
        raise FormulaError("these are several numbers, and one is wanted here", node.at, "write `sum(…)` round them")
    raise FormulaError(f"`{value}` is a text, and a number is wanted here", node.at)


def _named(node: Name, names: FormulaNames) -> Value:
    try:
        found = names.value(node.name, node.inner)
    except Circle as circle:
        raise FormulaError(circle_message(circle.names), node.at, CIRCLE_HINT) from None
    if found is None and node.pattern:
        return _matching(node, names)
    if found is None:
        raise _unknown(node, names)
    if not node.row:
        return found
    if not isinstance(found, Cells):
        raise FormulaError("only a column of a table has rows to pick from", node.row_at, "delete the brackets")
    row = row_of(found, node.row)
    if isinstance(row, AmountError):
        raise FormulaError(row.message, node.row_at, row.hint)
    return row


def circle_message(names: Sequence[str]) -> str:
    """What is wrong when names need each other; the last of them is the first again."""
    first, *others = names
    if others == [first]:
        return f"`{first}` needs itself"
    return f"`{first}` needs " + ", which needs ".join(f"`{each}`" for each in others)


def _matching(node: Name, names: FormulaNames) -> Value:
    if node.inner:
        hint = f"make it a column of `{node.name}`: under its `columns:`, `all: = sum({node.inner})`"
        raise FormulaError("a `*` picks columns within one row only", node.inner_at, hint)
    try:
        cells = names.matching(node.name)
    except AmountError as error:
        raise FormulaError(error.message, node.at, error.hint) from None
    if cells is None:
        raise FormulaError("a `*` picks columns within one row only", node.at, "write it under a table's `columns:`")
    if not cells:
        raise FormulaError(f"no heading is like `{node.name}`", node.at, did_you_mean(node.name, names.known("")))
    return cells


def _unknown(node: Name, names: FormulaNames) -> FormulaError:
    inner = list(names.known(node.name)) if node.inner else []
    if inner:
        near = did_you_mean(node.inner, inner)
        return FormulaError(f"`{node.name}` has no `{node.inner}`", node.inner_at, near)
    known = list(names.known(""))
    if node.name in known and not node.inner:
        columns = list(names.known(node.name))
        hint = f"write `{node.name}.{columns[-1]}`, or another of its columns" if columns else ""
        return FormulaError(f"`{node.name}` is a table, and no number", node.at, hint)
    dashed = next((each for each in known if each.startswith(f"{node.name}-")), "")
    if dashed:
        hint = f"if `{dashed}` is meant, put it between backticks: its `-` is read as minus"
        return FormulaError(f"unknown name `{node.name}`", node.at, hint)
    spelled = f"{node.name}.{node.inner}" if node.inner else node.name
    at = (node.at[0], len(spelled)) if node.row else node.at
    return FormulaError(f"unknown name `{spelled}`", at, did_you_mean(node.name, known))


def _called(node: Call, names: FormulaNames) -> Value:
    function = FUNCTIONS.get(node.name)
    if function is None:
        raise FormulaError(f"unknown function `{node.name}`", node.name_at, did_you_mean(node.name, FUNCTIONS))
    count = len(node.arguments)
    if count < function.least or (function.most and count > function.most):
        wanted = "one value" if function.least == 1 else f"{function.least} values"
        raise FormulaError(f"`{node.name}` needs {wanted}", node.at, f"write it like `{function.example}`")
    given = [evaluate(each, names) for each in node.arguments]
    try:
        return function.run(given)
    except ArgumentError as error:
        raise FormulaError(error.message, node.arguments[error.index].at, error.hint) from None
    except AmountError as error:
        raise FormulaError(error.message, node.at, error.hint) from None
