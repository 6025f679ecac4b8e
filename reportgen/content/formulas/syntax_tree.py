"""The tree of a formula: what stands in it, each part with its offset and width within the text."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.content.quantities import Quantity
from reportgen.problems import HintedError

Stretch = tuple[int, int]
"""Offset and width, in characters."""


class FormulaError(HintedError):
    """Something that is wrong with a formula, at a stretch of its text."""

    def __init__(self, message: str, at: Stretch, hint: str = "") -> None:
        super().__init__(message, hint)
        self.at = at


@dataclass(frozen=True, slots=True)
class Number:
    """A number that is typed into the formula."""

    amount: Quantity
    at: Stretch


@dataclass(frozen=True, slots=True)
class TextLiteral:
    """A text in quotation marks."""

    text: str
    at: Stretch


@dataclass(frozen=True, slots=True)
class Name:
    """`gain`, `districts.pop_2018`, and with a row `districts.pop_2018[Corby]`. `pattern`: it may hold a `*`."""

    name: str
    at: Stretch
    inner: str = ""
    inner_at: Stretch = (0, 0)
    row: str = ""
    row_at: Stretch = (0, 0)
    pattern: bool = False


@dataclass(frozen=True, slots=True)
class Minus:
    """The number with the other sign."""

    of: Node
    at: Stretch


@dataclass(frozen=True, slots=True)
class Binary:
    """Two numbers with `+`, `-`, `*` or `/` between them."""

    sign: str
    left: Node
    right: Node
    at: Stretch


@dataclass(frozen=True, slots=True)
class Call:
    """A function and what it is given."""

    name: str
    arguments: tuple[Node, ...]
    at: Stretch
    name_at: Stretch


Node = Number | TextLiteral | Name | Minus | Binary | Call


def names_in(node: Node) -> set[str]:
    """The names that a formula needs, of `a.b` the `a` and the `a.b`."""
    match node:
        case Name(name=name, inner=inner):
            return {name, f"{name}.{inner}"} if inner else {name}
        case Minus(of=of):
            return names_in(of)
        case Binary(left=left, right=right):
            return names_in(left) | names_in(right)
        case Call(arguments=arguments):
            return {name for each in arguments for name in names_in(each)}
        case _:
            return set()


def is_difference(node: Node) -> bool:
    """Whether a formula comes to what lies between two numbers, so that its sign says a direction."""
    match node:
        case Minus(of=of):
            return is_difference(of)
        case Binary(sign="-"):
            return True
        case Binary(sign="+", left=left, right=right):
            return is_difference(left) and is_difference(right)
        case Binary(left=left):
            return is_difference(left)
        case Call(name="change"):
            return True
        case Call(name="round", arguments=(inner, *_)):
            return is_difference(inner)
        case _:
            return False


def within(outer: Node, inner: Node) -> Stretch:
    """The stretch from where one part begins to where another ends."""
    return (outer.at[0], inner.at[0] + inner.at[1] - outer.at[0])
