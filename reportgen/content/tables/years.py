"""Labels of points in; if they are years, their order and the years that are missing between them, out."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise

_YEAR = re.compile(r"([12]\d{3})(?:([/–-])(\d{2}|\d{4}))?")
MOST_YEARS = 400


def in_order_of_time(labels: Sequence[str]) -> tuple[str, ...]:
    """Years (2018) or school and business years (2017/18) in order, with those that are missing between them.

    Years at a regular distance (1981, 1991, 2001) lack none. Other labels come back as they are.
    """
    years = _years(labels)
    if years is None or len(labels) < 2:
        return tuple(labels)
    label_of = dict(zip(years, labels, strict=True))
    ordered = sorted(years)
    step = math.gcd(*(after - before for before, after in pairwise(ordered)))
    if step < 1 or (ordered[-1] - ordered[0]) // step > MOST_YEARS:
        return tuple(label_of[year] for year in ordered)
    return tuple(label_of.get(year) or _label(year, labels[0]) for year in range(ordered[0], ordered[-1] + 1, step))


def are_years(labels: Sequence[str]) -> bool:
    """Whether every label is a year, all written alike."""
    return _years(labels) is not None


def _years(labels: Sequence[str]) -> list[int] | None:
    """The years, if every label is one and all are written alike."""
    found = [_YEAR.fullmatch(label) for label in labels]
    years, forms = [], set()
    for match in found:
        if match is None or (match[2] and int(match[3]) % 100 != (int(match[1]) + 1) % 100):
            return None
        years.append(int(match[1]))
        forms.add((match[2], len(match[3] or "")))
    return years if len(forms) == 1 and len(set(years)) == len(years) else None


def _label(year: int, like: str) -> str:
    """A year written as another is."""
    match = _YEAR.fullmatch(like)
    if match is None or not match[2]:
        return str(year)
    following = str(year + 1)
    return f"{year}{match[2]}{following if len(match[3]) == 4 else following[2:]}"
