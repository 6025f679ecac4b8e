"""PDF functions (ISO 32000-1, 7.10), which give the colour values of a tint or of a place along a shading."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from reportgen.check import cos
from reportgen.check.postscript_functions import calculate, parse_calculator

Function = Callable[[Sequence[float]], tuple[float, ...]]

_DEEPEST = 8


def read_function(value: Any, depth: int = 0) -> Function | None:
    """The function that a PDF object describes; an array of them is one with several results. None if it is broken."""
    if depth > _DEEPEST:
        return None
    if cos.is_array(value):
        parts = [read_function(each, depth + 1) for each in cos.elements(value, 64)]
        known = [part for part in parts if part is not None]
        return (lambda x: tuple(y for part in known for y in part(x))) if known and len(known) == len(parts) else None
    domain = cos.numbers(cos.get(value, "Domain"))
    if not domain or len(domain) % 2:
        return None
    reader = _READERS.get(cos.integer(cos.get(value, "FunctionType")) or 0)
    made = None if reader is None else reader(value, depth)
    return None if made is None else _clamped(made, domain, cos.numbers(cos.get(value, "Range")) or ())


def _clamped(inner: Function, domain: tuple[float, ...], limits: tuple[float, ...]) -> Function:
    def run(x: Sequence[float]) -> tuple[float, ...]:
        found = inner(_within(x, domain))
        return _within(found, limits) if len(limits) >= 2 * len(found) else found

    return run


def _within(values: Sequence[float], limits: Sequence[float]) -> tuple[float, ...]:
    """Every value within its pair of limits; values past the last pair as they are."""
    pairs = [(limits[2 * i], limits[2 * i + 1]) if 2 * i + 1 < len(limits) else None for i in range(len(values))]
    return tuple(v if p is None else min(max(v, p[0]), p[1]) for v, p in zip(values, pairs, strict=True))


def _exponential(value: Any, _: int) -> Function | None:
    low = cos.numbers(cos.get(value, "C0")) or (0.0,)
    high = cos.numbers(cos.get(value, "C1")) or (1.0,)
    power = cos.number(cos.get(value, "N"))
    if power is None or len(low) != len(high):
        return None

    def run(x: Sequence[float]) -> tuple[float, ...]:
        t = x[0] if x else 0.0
        share = 0.0 if t <= 0 and power < 0 else min(cos.LARGEST, abs(t) ** min(power, 64.0))
        return tuple(a + share * (b - a) for a, b in zip(low, high, strict=True))

    return run


def _stitched(value: Any, depth: int) -> Function | None:
    parts = [read_function(each, depth + 1) for each in cos.elements(cos.get(value, "Functions"), 256)]
    bounds = cos.numbers(cos.get(value, "Bounds"))
    encode = cos.numbers(cos.get(value, "Encode"))
    domain = cos.numbers(cos.get(value, "Domain"), 2)
    known = [part for part in parts if part is not None]
    if not known or len(known) != len(parts) or bounds is None or encode is None or domain is None:
        return None
    if len(bounds) != len(known) - 1 or len(encode) < 2 * len(known):
        return None
    edges = (domain[0], *bounds, domain[1])

    def run(x: Sequence[float]) -> tuple[float, ...]:
        t = x[0] if x else edges[0]
        which = next((i for i, edge in enumerate(edges[1:-1]) if t < edge), len(known) - 1)
        low, high = edges[which], edges[which + 1]
        share = 0.0 if high == low else (t - low) / (high - low)
        return known[which]([encode[2 * which] + share * (encode[2 * which + 1] - encode[2 * which])])

    return run


def _sampled(value: Any, _: int) -> Function | None:
    """A table; between its entries the nearest one is taken, which is near enough to judge a colour."""
    size = cos.numbers(cos.get(value, "Size"))
    out = cos.numbers(cos.get(value, "Range"))
    bits = cos.integer(cos.get(value, "BitsPerSample"))
    domain = cos.numbers(cos.get(value, "Domain"))
    found = cos.data(value, 16_000_000)
    if not size or not out or not domain or found is None or bits not in (8, 16) or len(domain) < 2 * len(size):
        return None
    count, wide = len(out) // 2, bits // 8
    decode = cos.numbers(cos.get(value, "Decode"), len(out)) or out
    lengths = [max(1, int(each)) for each in size]
    if math.prod(lengths) * count * wide > len(found):
        return None

    def run(x: Sequence[float]) -> tuple[float, ...]:
        at, step = 0, 1
        for i, length in enumerate(lengths):
            low, high = domain[2 * i], domain[2 * i + 1]
            share = 0.0 if i >= len(x) or high == low else (x[i] - low) / (high - low)
            at += step * min(length - 1, max(0, round(share * (length - 1))))
            step *= length
        base = at * count * wide
        samples = [int.from_bytes(found[base + j * wide : base + (j + 1) * wide], "big") for j in range(count)]
        most = 2 ** (8 * wide) - 1
        return tuple(decode[2 * j] + s / most * (decode[2 * j + 1] - decode[2 * j]) for j, s in enumerate(samples))

    return run


def _calculated(value: Any, _: int) -> Function | None:
    found = cos.data(value, 100_000)
    program = None if found is None else parse_calculator(found)
    count = len(cos.numbers(cos.get(value, "Range")) or ()) // 2
    if program is None or not count:
        return None
    return lambda x: calculate(program, x, count)


_READERS: dict[int, Callable[[Any, int], Function | None]] = {
    0: _sampled,
    2: _exponential,
    3: _stitched,
    4: _calculated,
}
