"""Parts: what a page is put together from. A part knows the heights it can take, and draws itself into a rectangle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportgen.colour.inks import Ink
from reportgen.geometry import Flex, Rect, fixed, tallest, total
from reportgen.page import Box, Group, PathBox, Role, artifact, box_path

_SLACK = 1e-6

Draw = Callable[[Rect], tuple[Box, ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a column: `height` in pt, and `draw`, which is given the part's final rectangle."""

    height: Flex
    draw: Draw
    unit: float = 0.0
    """Of white space, what it comes in whole numbers of, in pt."""


def nothing(_: Rect) -> tuple[Box, ...]:
    """The drawing of an empty part."""
    return ()


def space(height: Flex, unit: float = 0.0) -> Part:
    """White space, in whole units of `unit` pt if it gives."""
    return Part(height, nothing, unit)


def column(parts: Sequence[Part]) -> Part:
    """Parts one under the other. What room there is goes to all that give, each in proportion to what it can give."""
    heights, units = [part.height for part in parts], [part.unit for part in parts]
    whole = total(heights)

    def draw(box: Rect) -> tuple[Box, ...]:
        boxes: list[Box] = []
        y = box.y
        for part, height in zip(parts, shared_out(heights, box.height, units), strict=True):
            boxes.extend(part.draw(Rect(box.x, y, box.width, height)))
            y += height
        return tuple(boxes)

    return Part(whole, draw)


def row(cells: Sequence[tuple[float, float, Part]]) -> Part:
    """Parts side by side, each at (offset, width) from the left; all get the row's full height, so they end level."""

    def draw(box: Rect) -> tuple[Box, ...]:
        placed = (part.draw(Rect(box.x + x, box.y, width, box.height)) for x, width, part in cells)
        return tuple(child for boxes in placed for child in boxes)

    return Part(tallest(part.height for _, _, part in cells), draw)


def at_top(part: Part, least: float = 0.0) -> Part:
    """A part that keeps its normal height at the top of whatever room it is given, and asks for `least`."""
    height = max(part.height.normal, least)
    return Part(fixed(height), lambda box: part.draw(Rect(box.x, box.y, box.width, part.height.normal)))


def no_taller(part: Part) -> Part:
    """A part that is not stretched past its most by what stands beside it; the room under it stays white."""
    most = part.height.most
    return Part(part.height, lambda box: part.draw(Rect(box.x, box.y, box.width, min(box.height, most))))


def inset(part: Part, left: float, right: float) -> Part:
    """A part with room at its sides."""
    return Part(part.height, lambda box: part.draw(Rect(box.x + left, box.y, box.width - left - right, box.height)))


def grouped(part: Part, role: Role, source: str = "", language: str = "") -> Part:
    """The boxes of a part as one group with a role."""
    return Part(part.height, lambda box: (Group(role, part.draw(box), language=language, source=source),))


def rule(ink: Ink, thickness: float) -> Part:
    """A line across the column, as decoration."""
    return Part(fixed(thickness), lambda box: (artifact(PathBox(box_path(box), fill=ink)),))


def on_ground(part: Part, ink: Ink, reach: Callable[[Rect], Rect] = lambda box: box) -> Part:
    """A part on a ground of one ink; `reach` may extend the ground, as to the bleed."""
    return Part(part.height, lambda box: (artifact(PathBox(box_path(reach(box)), fill=ink)), *part.draw(box)))


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
