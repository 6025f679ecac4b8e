"""Parts: what a page is put together from. A part knows the heights it can take, and draws itself into a rectangle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportgen.colour.inks import Ink
from reportgen.geometry import Flex, Rect, fixed, tallest, total
from reportgen.layout.sharing import shared_out
from reportgen.page import Box, Group, PathBox, Role, artifact, box_path

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


def grouped(part: Part, role: Role, source: str = "", language: str = "", alt: str = "") -> Part:
    """The boxes of a part as one group with a role."""
    return Part(part.height, lambda box: (Group(role, part.draw(box), language=language, alt=alt, source=source),))


def rule(ink: Ink, thickness: float) -> Part:
    """A line across the column, as decoration."""
    return Part(fixed(thickness), lambda box: (artifact(PathBox(box_path(box), fill=ink)),))


def on_ground(part: Part, ink: Ink, reach: Callable[[Rect], Rect] = lambda box: box) -> Part:
    """A part on a ground of one ink; `reach` may extend the ground, as to the bleed."""
    return Part(part.height, lambda box: (artifact(PathBox(box_path(reach(box)), fill=ink)), *part.draw(box)))
