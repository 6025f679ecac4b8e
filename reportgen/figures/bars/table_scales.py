"""The scales of the bars in a table: which columns share one, which have none, and why."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.content.quantities import unlike
from reportgen.content.report import Series, Statistic
from reportgen.text.units import has_ratios

SEEN = Decimal("0.1")
"""A column whose values are all under this share of another's is on no scale with it: its bars could not be told
apart."""


@dataclass(frozen=True, slots=True)
class ColumnScale:
    """How the bars of a column are measured: from the `least` to the `greatest` value that they show, zero among them.

    `share` is how far they reach, of those of the columns on the same scale; 0 for a column without bars, and `why`
    says why it has none. `beside` are the names of the others on its scale.
    """

    least: Decimal
    greatest: Decimal
    share: float
    why: str = ""
    beside: tuple[str, ...] = ()

    @property
    def reach(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest."""
        return self.least, self.greatest


def column_scales(statistic: Statistic) -> tuple[ColumnScale, ...]:
    """The scale of every column. Columns of one unit share it, if one is not many times the other.

    Rows and columns that are totals are on no scale.
    """
    sets, totals = statistic.sets, statistic.totals
    reasons = [_why_none(each, statistic) for each in sets]
    reaches = [_reach(each, totals) for each in sets]
    barred = [at for at, why in enumerate(reasons) if not why]
    over_time = all(each.period for each in sets)
    found = [ColumnScale(*reach, 0.0, why) for reach, why in zip(reaches, reasons, strict=True)]
    for alike in _alike(sets, barred):
        for group in [alike] if over_time else _of_one_size(alike, reaches):
            farthest = max(reaches[at][1] - reaches[at][0] for at in group)
            size = max(_size(reaches[at]) for at in group)
            for at in group:
                least, greatest = reaches[at]
                beside = tuple(sets[other].name for other in group if other != at)
                if _size(reaches[at]) < SEEN * size:
                    found[at] = ColumnScale(least, greatest, 0.0, "its bars would be too short beside the others")
                else:
                    found[at] = ColumnScale(least, greatest, float((greatest - least) / farthest), "", beside)
    return tuple(found)


def _why_none(series: Series, statistic: Statistic) -> str:
    """Why a column has no bars, whatever the others are; "" where it has."""
    data = [point.datum for point in series.points if point.datum and point.label not in statistic.totals]
    if statistic.bars is not None and series.name not in statistic.bars:
        return "`bars` does not name it" if statistic.bars else "`bars: no` turns them off"
    if series.name in statistic.totals:
        return "it is the total of the others, which would set their scale"
    if any(unlike(datum.rule, data[0].rule) for datum in data):
        return "its numbers are of several kinds, which cannot be compared"
    if data and not has_ratios(data[0].rule.unit):
        return "its numbers have no zero that bars could begin at"
    if not any(datum.value for datum in data):
        return "it has no value but zero"
    return ""


def _reach(series: Series, totals: Collection[str]) -> tuple[Decimal, Decimal]:
    values = [point.datum.value for point in series.points if point.datum and point.label not in totals]
    return min(Decimal(0), *values, Decimal(0)), max(Decimal(0), *values, Decimal(0))


def _size(reach: tuple[Decimal, Decimal]) -> Decimal:
    return max(-reach[0], reach[1])


def _alike(sets: Sequence[Series], barred: Sequence[int]) -> list[list[int]]:
    """The columns by the unit that they have."""
    groups: dict[tuple[str, str], list[int]] = {}
    for at in barred:
        rule = next(point.datum.rule for point in sets[at].points if point.datum)
        groups.setdefault((rule.prefix, rule.unit), []).append(at)
    return list(groups.values())


def _of_one_size(alike: Sequence[int], reaches: Sequence[tuple[Decimal, Decimal]]) -> list[list[int]]:
    """Columns that a scale can show together: none of them under a tenth of the largest."""
    groups: list[list[int]] = []
    for at in sorted(alike, key=lambda each: -_size(reaches[each])):
        if groups and _size(reaches[at]) >= SEEN * _size(reaches[groups[-1][0]]):
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups
