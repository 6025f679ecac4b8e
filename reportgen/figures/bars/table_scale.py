"""The scales of a table's bars: its columns in; how far the bars of each reach on the scale of its unit, out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.content.report import Series

_SEEN = Decimal("0.1")
"""A column whose bars would all be shorter than this share of the longest of their unit has none."""


def bar_shares(sets: Sequence[Series]) -> tuple[float, ...]:
    """The reach of each column's bars, of those of its unit that reach farthest; 0 for a column without bars."""
    data = [[point.datum for point in series.points if point.datum] for series in sets]
    units = [(each[0].rule.prefix, each[0].rule.unit) if each else None for each in data]
    values = [[Decimal(0), *(datum.value for datum in each)] for each in data]
    found = []
    for unit, own in zip(units, values, strict=True):
        alike = [other for other, its in zip(values, units, strict=True) if its == unit]
        greatest = max(abs(value) for other in alike for value in other)
        farthest = max(map(_span, alike))
        is_seen = greatest > 0 and max(map(abs, own)) >= _SEEN * greatest
        found.append(float(_span(own) / farthest) if is_seen else 0.0)
    return tuple(found)


def _span(values: Sequence[Decimal]) -> Decimal:
    return max(values) - min(values)
