"""Names drawn shorter than they are: by the author's `short:`, or, to learn how long they may be, by trial."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from reportgen.content.report import Areas, Statistic
from reportgen.figures.base import FigureError, MarkFigure

_SHORTEST = 4
"""Letters of the shortest name that is tried."""


def relabelled(statistic: Statistic, short: Mapping[str, str]) -> Statistic:
    """The statistic with other names for its labels, its series and all that names them."""

    def named(name: str) -> str:
        return short.get(name, name)

    return replace(
        statistic,
        sets=tuple(
            replace(
                each, name=named(each.name), points=tuple(replace(one, label=named(one.label)) for one in each.points)
            )
            for each in statistic.sets
        ),
        emphasised=tuple(map(named, statistic.emphasised)),
        rest=named(statistic.rest),
        totals=tuple(map(named, statistic.totals)),
        bars=None if statistic.bars is None else tuple(map(named, statistic.bars)),
        breaks=tuple(replace(each, label=named(each.label)) for each in statistic.breaks),
        areas=_renamed(statistic.areas, named) if statistic.areas else None,
    )


def _renamed(areas: Areas, named: Callable[[str], str]) -> Areas:
    features = tuple(replace(each, name=named(each.name)) for each in areas.boundary.data)
    return replace(areas, boundary=replace(areas.boundary, data=features))


def with_room(
    error: FigureError, statistic: Statistic, made: Callable[[Statistic], MarkFigure], width: float
) -> FigureError:
    """The refusal of a figure that is too narrow, with how long its names may be there, if they are what is too long.

    The advice is tried: with all names cut to so many characters the figure has room at `width` pt.
    """
    names = [each.name for each in statistic.sets] + [point.label for each in statistic.sets for point in each.points]
    drawn = list(dict.fromkeys(statistic.short.get(name, name) for name in names if name))
    longest = max(drawn, key=len, default="")

    def fits(letters: int) -> bool:
        shorter = {name: _cut(name, letters, number) for number, name in enumerate(drawn) if len(name) > letters}
        trial = relabelled(relabelled(statistic, statistic.short), shorter)
        try:
            made(replace(trial, short={})).measure(width)
        except FigureError:
            return False
        return True

    low, high = _SHORTEST, len(longest)
    if high <= low or not fits(low):
        return error
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    whose = "it" if f"`{longest}`" in str(error) else f"its longest name, `{longest}`,"
    message = f"{error}; {whose} has {len(longest)} characters, and there is room for {low}"
    return FigureError(message, error.hint)


def _cut(name: str, letters: int, number: int) -> str:
    """The first letters of a name; the last of them tells it from others that begin alike."""
    return name[: letters - 1] + chr(ord("a") + number % 26)
