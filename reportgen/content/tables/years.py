"""Labels of points in; if they are moments, their order and the moments that are missing between them, out."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from reportgen.content.periods import DAY, label_at, periods_of, year_like, years_of

MOST_YEARS = 400
FEW = 3
"""Where far more moments are missing than there are (censuses and a last year), none is put between them."""


def in_order_of_time(labels: Sequence[str], language: str = "en") -> tuple[str, ...]:
    """Years (2018), school and business years (2017/18), quarters, months and days in order, with the years, quarters
    and months that are missing between them.

    Years at a regular distance (1981, 1991, 2001) lack none. Other labels come back as they are.
    """
    if len(labels) < 2:
        return tuple(labels)
    years = years_of(labels)
    if years is not None:
        return _filled(dict(zip(years, labels, strict=True)), lambda year: year_like(year, labels[0]))
    periods = periods_of(labels, language)
    label_of = {period.number: label for period, label in zip(periods, labels, strict=False)}
    if not periods or len(label_of) < len(labels):
        return tuple(labels)
    if periods[0].unit == DAY:
        return tuple(label_of[number] for number in sorted(label_of))
    return _filled(label_of, lambda number: label_at(number, labels[0], language))


def _filled(label_of: Mapping[int, str], make: Callable[[int], str]) -> tuple[str, ...]:
    """Labels in the order of their numbers, and those that are missing between them."""
    ordered = sorted(label_of)
    step = math.gcd(*(after - before for before, after in pairwise(ordered)))
    count = (ordered[-1] - ordered[0]) // step + 1 if step else 0
    if not 0 < count <= MOST_YEARS or count > 2 * len(ordered) + FEW:
        return tuple(label_of[number] for number in ordered)
    return tuple(label_of.get(number) or make(number) for number in range(ordered[0], ordered[-1] + 1, step))


def are_years(labels: Sequence[str]) -> bool:
    """Whether every label is a year, all written alike."""
    return years_of(labels) is not None
