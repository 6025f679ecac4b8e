"""Sharing: flexible lengths and a length in pt in; what each of them gets, out. White space comes in whole units."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.geometry import Flex, total

_SLACK = 1e-6


def shared_out(heights: Sequence[Flex], length: float, units: Sequence[float] = ()) -> list[float]:
    """`length` shared among flexible lengths: each gives, or takes, in proportion to what it can, even past the most.

    So what is over goes mostly to figures and pictures, which may grow far, and little to the spaces. A length with a
    unit comes to a whole number of units; what that leaves over goes to the others that give, as a rule to the figures.
    """
    found = _in_proportion(heights, length)
    return _in_units(heights, found, units) if any(units) else found


def _in_proportion(heights: Sequence[Flex], length: float) -> list[float]:
    whole = total(heights)
    if length <= whole.most:
        stretch = whole.stretch_to(length)
        return [height.at(stretch) for height in heights]
    over = length - whole.most
    room = sum(height.most - height.normal for height in heights)
    if room < _SLACK:
        return [height.most + over / len(heights) for height in heights]
    return [height.most + over * (height.most - height.normal) / room for height in heights]


def _in_units(heights: Sequence[Flex], found: list[float], units: Sequence[float]) -> list[float]:
    """The spaces in whole units, each within its bounds; the remainder to what else gives, if that can take it."""
    snapped = [
        _snapped(height, length, unit) if unit and height.least < height.most else length
        for height, length, unit in zip(heights, found, units, strict=True)
    ]
    rest = sum(found) - sum(snapped)
    takers = [
        index
        for index, (height, unit) in enumerate(zip(heights, units, strict=True))
        if not unit and height.most - height.least > abs(rest)
    ]
    if not takers:
        return found if abs(rest) > _SLACK else snapped
    for index in takers:
        snapped[index] += rest / len(takers)
        if snapped[index] < heights[index].least - _SLACK:
            return found
    return snapped


def _snapped(height: Flex, length: float, unit: float) -> float:
    """The multiple of `unit` nearest to `length` within the bounds; `length` itself when there is none."""
    nearest = round(length / unit) * unit
    for tried in (nearest, nearest - unit, nearest + unit):
        if height.least - _SLACK <= tried <= max(height.most, length) + _SLACK:
            return tried
    return length
