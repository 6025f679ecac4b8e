"""The shades of a map: round bounds between its values that leave no class empty, and each class in words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal
from itertools import combinations, pairwise

from reportgen.content.report import Datum
from reportgen.figures.drawing.scales import decimals_of, printed
from reportgen.text.locale import NumberRule, format_number
from reportgen.text.words import Words

MOST_CLASSES = 4
_EVEN = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
_ROUND = (Decimal(1), Decimal(2), Decimal(5))
_ON_BOUND = 0.02
"""What a bound on which a value is printed weighs against the evenness of the classes: the reader has to think."""
_DIGIT = 0.02
"""What each further digit of a bound weighs: half of it for a last 5, a quarter more for a last digit but 1 and 5."""
_UNEVEN = 0.08
"""What bounds weigh that do not stand at even distances."""
_OFF_MIDDLE = 0.03
"""What a bound weighs that stands at an end of the gap between two values, not in its middle."""
_MOST_POOL = 18


@dataclass(frozen=True)
class ShadeSteps:
    """`bounds`, rising, and the `names` of the classes that they part, least first. A value on a bound is above it."""

    bounds: tuple[Decimal, ...]
    names: tuple[str, ...]

    def of(self, datum: Datum) -> int:
        """The class of a number as it is printed, so that no area is on the wrong side of its printed value."""
        return bisect_right(self.bounds, printed(datum))


def given_steps(steps: Sequence[Datum], data: Sequence[Datum], words: Words) -> ShadeSteps:
    """The author's bounds in the author's writing; a class may be empty."""
    texts = [step.text for step in steps]
    bare = [_low_text(step.value, step.rule, words.language) if step.rule.unit else step.text for step in steps]
    return ShadeSteps(
        tuple(step.value for step in steps), _names(bare, texts, [step.value for step in steps], data, words)
    )


def chosen_steps(data: Sequence[Datum], words: Words, language: str) -> ShadeSteps:
    """Bounds by rule: as many classes as there are different printed values, four at most, and none of them empty.

    Of all round bounds (1, 2, 2.5 or 5 times a power of ten apart, or themselves 1, 2 or 5 times one) those are taken
    whose classes are most alike in number, with few digits, at even distances, midway between the values that are
    printed and no finer than they; where values lie on both sides of zero, zero is a bound. Where no round bounds part
    the values, values are bounds.
    """
    values = sorted(printed(datum) for datum in data)
    bounds = choose_bounds(values)
    rule = data[0].rule.derived
    rule = replace(rule, decimals=max((decimals_of(bound, rule.scale) for bound in bounds), default=rule.decimals))
    full = [format_number(bound, rule, language) for bound in bounds]
    low = [_low_text(bound, rule, language) for bound in bounds]
    if not bounds:
        return ShadeSteps((), (data[0].text,))
    return ShadeSteps(bounds, _names(low, full, bounds, data, words))


def choose_bounds(values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """The bounds between the classes of rising `values`; () when all are alike."""
    different = sorted(set(values))
    classes = min(MOST_CLASSES, len(different))
    if classes < 2:
        return ()
    least, most = values[0], values[-1]
    finest = min(_exponent(value) for value in values)
    found = [*_even(least, most, classes - 1), *_uneven(least, most, classes - 1, finest)]
    found = [bounds for bounds in found if all(_exponent(bound.normalize()) >= finest for bound in bounds)]
    found = [bounds for bounds in found if all(_counts(values, bounds))]
    if least < 0 < most:
        found = [bounds for bounds in found if 0 in bounds] or found
    if not found:
        found = list(combinations(_thinned(different[1:]), classes - 1))
    return min(found, key=lambda bounds: (_badness(values, bounds), bounds))


def _names(
    low: Sequence[str], full: Sequence[str], bounds: Sequence[Decimal], data: Sequence[Datum], words: Words
) -> tuple[str, ...]:
    """The classes in words. The last says "over" where no value is printed on its bound, else "or more"."""
    on_last = any(printed(datum) == bounds[-1] for datum in data)
    between = [words.get("step_between", low=a, high=b) for a, b in zip(low, full[1:], strict=False)]
    last = words.get("step_from" if on_last else "step_over", bound=full[-1])
    return (words.get("step_under", bound=full[0]), *between, last)


def _low_text(value: Decimal, rule: NumberRule, language: str) -> str:
    """The lower of two bounds, without a unit that the upper one says."""
    return format_number(value, replace(rule.derived, unit=""), language)


def _even(least: Decimal, most: Decimal, count: int) -> Iterable[tuple[Decimal, ...]]:
    reach = most - least
    power = reach.adjusted()
    for exponent in range(power - 2, power + 1):
        for step in (factor.scaleb(exponent) for factor in _EVEN):
            first = (least / step).to_integral_value(ROUND_FLOOR) * step + step
            while first + (count - 1) * step <= most and reach / step <= 40:
                yield tuple(first + index * step for index in range(count))
                first += step


def _uneven(least: Decimal, most: Decimal, count: int, finest: int) -> Iterable[tuple[Decimal, ...]]:
    """Bounds that are round numbers themselves, for values that reach over orders of magnitude."""
    greatest = max(abs(least), abs(most)).adjusted()
    powers = range(max(finest, greatest - 4), greatest + 1)
    sizes = [factor.scaleb(exponent) for exponent in powers for factor in _ROUND]
    below: Sequence[Decimal] = [-size for size in reversed(sizes) if least < -size]
    above: Sequence[Decimal] = [size for size in sizes if least < size <= most]
    zero = [Decimal(0)] if least < 0 <= most else []
    if least < 0 < most:
        below, above = _thinned(below, _MOST_POOL // 2), _thinned(above, _MOST_POOL // 2)
    return combinations([*_thinned(below), *zero, *_thinned(above)], count)


def _thinned(pool: Sequence[Decimal], most: int = _MOST_POOL) -> Sequence[Decimal]:
    """No more of them than can be tried in all combinations, spread evenly."""
    if len(pool) <= most:
        return pool
    return [pool[index * (len(pool) - 1) // (most - 1)] for index in range(most)]


def _counts(values: Sequence[Decimal], bounds: Sequence[Decimal]) -> list[int]:
    edges = [0, *(bisect_left(values, bound) for bound in bounds), len(values)]
    return [b - a for a, b in pairwise(edges)]


def _badness(values: Sequence[Decimal], bounds: Sequence[Decimal]) -> float:
    moved_apart = sum(count * count for count in _counts(values, bounds)) / len(values) ** 2
    on_bound = sum(bisect_left(values, bound) < bisect_right(values, bound) for bound in bounds)
    off_middle = sum(_off_middle(values, bound) for bound in bounds)
    digits = sum(map(_odd, bounds))
    steps = {b - a for a, b in pairwise(bounds)}
    return moved_apart + _ON_BOUND * on_bound + _OFF_MIDDLE * off_middle + _DIGIT * digits + _UNEVEN * (len(steps) > 1)


def _odd(bound: Decimal) -> float:
    """How little round a bound is: its digits after the first, and what the last one is."""
    *more, last = bound.normalize().as_tuple().digits
    return len(more) - (0.5 if more and last == 5 else 0.0) + (0.0 if last in (0, 1, 5) else 0.25)


def _off_middle(values: Sequence[Decimal], bound: Decimal) -> float:
    """How far a bound is from the middle of its gap: 0 in the middle, 1 at an end."""
    index = bisect_left(values, bound)
    low, high = values[index - 1], values[index]
    return float(abs(2 * bound - low - high) / (high - low))


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
