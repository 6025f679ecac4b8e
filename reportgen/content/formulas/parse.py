"""Parses a formula into its tree, or says at which characters it is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from reportgen.content.formulas.syntax_tree import (
    Binary,
    Call,
    FormulaError,
    Minus,
    Name,
    Node,
    Number,
    Stretch,
    TextLiteral,
    within,
)
from reportgen.content.quantities import Quantity
from reportgen.text.locale import MOST_DECIMALS, MOST_DIGITS, NumberRule

LONGEST = 400
DEEPEST = 24
MOST_PARTS = 200

_TOKEN = re.compile(
    r"""(?P<number>(?P<money>[£€$¥])?(?P<digits>[0-9]+(?:\.[0-9]+)?)(?P<scale>bn|tn|[km])?(?P<unit>%)?(?!\w))
      | (?P<name>[^\W\d]\w*(?:\*(?=\s*(?:[),]|\Z)))?)
      | (?P<back>`[^`]*`)
      | (?P<text>"[^"]*"|'[^']*'|“[^”]*”)
      | (?P<row>\[\s*(?:"[^"]*"|[^\]"]*)\s*\])
      | (?P<sign>[-+*/(),.×÷−])""",
    re.VERBOSE,
)
_SAME = {"×": "*", "÷": "/", "−": "-"}
_SCALES = {"k": 3, "m": 6, "bn": 9, "tn": 12}
_OPENERS = {"`": "`", '"': '"', "'": "'", "“": "”", "[": "]"}


def is_formula(text: object) -> bool:
    """Whether a value of a report is a formula: a text that begins with `=`."""
    return isinstance(text, str) and text.lstrip().startswith("=")


def parse_formula(text: str) -> Node:
    """The tree of a text that begins with `=`. Raises FormulaError."""
    if len(text) > LONGEST:
        hint = "work parts of it out as `values` of their own"
        raise FormulaError(f"the formula has {len(text):,} characters; {LONGEST} are the most", (0, len(text)), hint)
    start = text.index("=") + 1
    parser = _Parser(_tokens(text, start), (len(text.rstrip()) - 1, 1))
    if not parser.tokens:
        raise FormulaError("behind the `=` stands nothing", (start - 1, 1), "write what is to be worked out")
    node = parser.sum(0)
    parser.need_end()
    return node


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: Stretch
    match: re.Match[str]


def _tokens(text: str, start: int) -> list[_Token]:
    tokens = []
    while start < len(text):
        if text[start].isspace():
            start += 1
            continue
        match = _TOKEN.match(text, start)
        if match is None:
            raise _odd(text, start)
        kind = next(k for k in ("number", "name", "back", "text", "row", "sign") if match[k] is not None)
        tokens.append(_Token(kind, _SAME.get(match.group(), match.group()), (start, len(match.group())), match))
        start = match.end()
        if len(tokens) > MOST_PARTS:
            hint = "work parts of it out as `values` of their own"
            raise FormulaError(f"the formula has more than {MOST_PARTS} parts", (start, 1), hint)
    return tokens


def _odd(text: str, start: int) -> FormulaError:
    char = text[start]
    if char in _OPENERS:
        return FormulaError(f"`{char}` opens here and is never closed", (start, 1), f"close it with `{_OPENERS[char]}`")
    if char.isdigit():
        word = re.match(r"[\w.]+", text[start:])
        found = word.group() if word else char
        hint = "write it like `1500`, `12.5`, `£28m` or `5%`; put a name that begins with a digit between backticks"
        return FormulaError(f"`{found}` is neither a number nor a name", (start, len(found)), hint)
    hint = "known are `+`, `-`, `*`, `/`, brackets, names and functions such as `sum(…)`"
    return FormulaError(f"`{char}` means nothing in a formula", (start, 1), hint)


@dataclass
class _Parser:
    tokens: list[_Token]
    last: Stretch
    index: int = 0

    def sum(self, depth: int) -> Node:
        """Products with `+` and `-` between them."""
        left = self._product(depth)
        while self._sees("+", "-"):
            sign = self._next().text
            right = self._product(depth)
            left = Binary(sign, left, right, within(left, right))
        return left

    def need_end(self) -> None:
        """Refuse whatever is left."""
        if self.index < len(self.tokens):
            token = self.tokens[self.index]
            if token.text == ")":
                raise FormulaError("this bracket closes what was never opened", token.at, "delete it")
            hint = "between two values stands `+`, `-`, `*` or `/`; a name that holds a blank stands between backticks"
            if token.text == ",":
                hint = "write a number without commas: `1000`"
            elif token.text in ("thousand", "million", "billion", "trillion"):
                hint = "write the short form: `10k`, `10m`, `10bn` or `10tn`"
            elif token.kind == "name" and self.tokens[self.index - 1].kind == "number":
                hint = "a number in a formula has no unit: give it a name under `values:`, and write that name here"
            raise FormulaError(f"`{token.text}` stands here without a sign before it", token.at, hint)

    def _product(self, depth: int) -> Node:
        left = self._signed(depth)
        while self._sees("*", "/"):
            sign = self._next().text
            right = self._signed(depth)
            left = Binary(sign, left, right, within(left, right))
        return left

    def _signed(self, depth: int) -> Node:
        if depth > DEEPEST:
            hint = "work parts of it out as `values` of their own"
            raise FormulaError(f"the formula is nested deeper than {DEEPEST} levels", self._here(), hint)
        if self._sees("-", "+"):
            token = self._next()
            inner = self._signed(depth + 1)
            start = token.at[0]
            return Minus(inner, (start, sum(inner.at) - start)) if token.text == "-" else inner
        return self._value(depth)

    def _value(self, depth: int) -> Node:
        token = self._next()
        match token.kind:
            case "number":
                return _number(token)
            case "text":
                return TextLiteral(token.text[1:-1], token.at)
            case "name" if self._sees("("):
                return self._call(token, depth)
            case "name" | "back":
                return self._name(token)
        if token.text == "(":
            inner = self.sum(depth + 1)
            self._close(token)
            return inner
        hint = "here a number, a name or a function such as `sum(…)` is wanted"
        raise FormulaError(f"`{token.text}` cannot stand here", token.at, hint)

    def _call(self, name: _Token, depth: int) -> Node:
        opening = self._next()
        arguments = []
        while not self._sees(")"):
            arguments.append(self.sum(depth + 1))
            if not self._sees(","):
                break
            self._next()
        end = self._close(opening)
        start = name.at[0]
        return Call(name.text, tuple(arguments), (start, sum(end.at) - start), name.at)

    def _name(self, token: _Token) -> Node:
        name, pattern, inner, inner_at, last = _bare(token), "*" in token.text, "", (0, 0), token
        if self._sees("."):
            self._next()
            last = self._next()
            if last.kind not in ("name", "back"):
                raise FormulaError(f"behind `{name}.` the name of a column is wanted", last.at)
            inner, inner_at, pattern = _bare(last), last.at, "*" in last.text
        row, row_at = "", (0, 0)
        if self.index < len(self.tokens) and self.tokens[self.index].kind == "row":
            last = self._next()
            row, row_at = last.text[1:-1].strip().strip('"'), last.at
        return Name(name, (token.at[0], sum(last.at) - token.at[0]), inner, inner_at, row, row_at, pattern)

    def _close(self, opening: _Token) -> _Token:
        if self._sees(")"):
            return self._next()
        if self.index < len(self.tokens):
            self.need_end()
        raise FormulaError("this bracket is never closed", opening.at, "close it with `)`")

    def _sees(self, *signs: str) -> bool:
        at_end = self.index >= len(self.tokens)
        return not at_end and self.tokens[self.index].kind == "sign" and self.tokens[self.index].text in signs

    def _here(self) -> Stretch:
        return self.tokens[self.index].at if self.index < len(self.tokens) else self.last

    def _next(self) -> _Token:
        if self.index >= len(self.tokens):
            raise FormulaError("the formula ends too early", self.last, "here a number or a name is still wanted")
        self.index += 1
        return self.tokens[self.index - 1]


def _bare(token: _Token) -> str:
    return token.text[1:-1].strip() if token.kind == "back" else token.text


def _number(token: _Token) -> Number:
    match = token.match
    whole, _, fraction = match["digits"].partition(".")
    scale = _SCALES.get(match["scale"] or "", 0)
    if len(whole) + scale > MOST_DIGITS or len(fraction) > MOST_DECIMALS:
        hint = "a number has 15 digits at most, 6 of them decimals"
        raise FormulaError(f"`{token.text}` has too many digits", token.at, hint)
    rule = NumberRule(match["money"] or "", match["unit"] or "", scale, len(fraction))
    bare = not rule.prefix and not rule.unit
    return Number(Quantity(Decimal(match["digits"]).scaleb(scale), rule, bare), token.at)
