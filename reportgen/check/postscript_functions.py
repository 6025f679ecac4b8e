"""Runs PostScript calculator functions (ISO 32000-1, 7.10.5)."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Sequence
from typing import Any

CalculatorProgram = tuple[Any, ...]
"""Numbers, words, and programs in braces."""

_TOKEN = re.compile(rb"[{}]|[^\s{}]+")
_MOST_STEPS = 5000


def parse_calculator(data: bytes) -> CalculatorProgram | None:
    """A program's tokens, with braces as nested tuples; None if the braces do not match."""
    stack: list[list[Any]] = [[]]
    for token in _TOKEN.findall(data)[:_MOST_STEPS]:
        if token == b"{":
            stack.append([])
        elif token == b"}":
            if len(stack) < 2:
                return None
            inner = tuple(stack.pop())
            stack[-1].append(inner)
        else:
            stack[-1].append(_value(token.decode("latin-1")))
    return tuple(stack[0][0]) if len(stack) == 1 and stack[0] and isinstance(stack[0][0], tuple) else None


def _value(word: str) -> float | str:
    try:
        return float(word)
    except ValueError:
        return word


def calculate(program: CalculatorProgram, arguments: Sequence[float], results: int) -> tuple[float, ...]:
    """Run a program; a broken one gives zeros."""
    stack: list[float] = list(arguments)
    try:
        _run(program, stack, [_MOST_STEPS])
    except (IndexError, ValueError, ZeroDivisionError, OverflowError, TypeError, RecursionError):
        return (0.0,) * results
    found = [float(value) if math.isfinite(value) else 0.0 for value in stack[-results:]]
    return tuple([0.0] * (results - len(found)) + found)


def _run(program: CalculatorProgram, stack: list[float], left: list[int]) -> None:
    for index, step in enumerate(program):
        left[0] -= 1
        if left[0] < 0 or len(stack) > 200:
            raise ValueError("too long")
        if isinstance(step, float):
            stack.append(step)
        elif step == "if":
            if stack.pop():
                _run(program[index - 1], stack, left)
        elif step == "ifelse":
            _run(program[index - 2 if stack.pop() else index - 1], stack, left)
        elif isinstance(step, str):
            _do(step, stack)


def _do(word: str, stack: list[float]) -> None:
    if word in _ONE:
        stack.append(float(_ONE[word](stack.pop())))
    elif word in _TWO:
        second = stack.pop()
        stack.append(float(_TWO[word](stack.pop(), second)))
    else:
        _move(word, stack)


def _move(word: str, stack: list[float]) -> None:
    match word:
        case "pop":
            stack.pop()
        case "exch":
            stack[-1], stack[-2] = stack[-2], stack[-1]
        case "dup":
            stack.append(stack[-1])
        case "copy":
            count = int(stack.pop())
            stack.extend(stack[len(stack) - count :] if 0 < count <= len(stack) else [])
        case "index":
            stack.append(stack[-1 - int(stack.pop())])
        case "roll":
            by, count = int(stack.pop()), int(stack.pop())
            if 0 < count <= len(stack):
                part = stack[-count:]
                by %= count
                stack[-count:] = part[-by:] + part[:-by] if by else part
        case "true" | "false":
            stack.append(float(word == "true"))


_ONE: dict[str, Callable[[float], float]] = {
    "abs": abs,
    "neg": operator.neg,
    "ceiling": math.ceil,
    "floor": math.floor,
    "round": lambda x: math.floor(x + 0.5),
    "truncate": math.trunc,
    "sqrt": math.sqrt,
    "sin": lambda x: math.sin(math.radians(x)),
    "cos": lambda x: math.cos(math.radians(x)),
    "ln": math.log,
    "log": math.log10,
    "cvi": math.trunc,
    "cvr": float,
    "not": lambda x: float(not x) if x in (0, 1) else ~int(x),
}
_TWO: dict[str, Callable[[float, float], float]] = {
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "div": operator.truediv,
    "idiv": lambda a, b: math.trunc(a / b),
    "mod": math.fmod,
    "exp": lambda a, b: a**b if abs(b) < 64 else 0.0,
    "atan": lambda a, b: math.degrees(math.atan2(a, b)) % 360,
    "and": lambda a, b: int(a) & int(b),
    "or": lambda a, b: int(a) | int(b),
    "xor": lambda a, b: int(a) ^ int(b),
    "bitshift": lambda a, b: int(a) << min(int(b), 64) if b >= 0 else int(a) >> min(-int(b), 64),
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "ge": operator.ge,
    "lt": operator.lt,
    "le": operator.le,
}
