"""Whether a press prints type of an ink and a size sharp, and which ink near it does where it would not.

Type in several inks is blurred where the plates do not register, the more so the smaller it is. What counts as small
is the practice of the Ghent Workgroup (2022, small text and black text).
"""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.colour.inks import Cmyk, Ink
from reportgen.colour.profiles import OutputIntent
from reportgen.colour.separation import separator

SMALL = 9.0
"""Under so many pt type stands in one ink."""
SMALL_BLACK = 12.0
"""Under so many pt type that is nearly black has no other ink under it."""
SOLID = 85.0
"""From so many per cent on an ink carries the edge of a letter: black with others is rich black."""

_SLACK = 0.01
_TRACE = 0.5
_RICH = 10.0
_NEAR = 25.0


def plate_count(cmyk: Cmyk) -> int:
    """How many inks a colour is printed with."""
    return sum(value > _TRACE for value in cmyk)


def blurs(cmyk: Cmyk, size: float) -> bool:
    """Whether type of `size` pt in a colour is blurred where the plates do not register."""
    black = cmyk[3]
    rich = black >= SOLID and sum(cmyk) - black > _RICH
    return (size < SMALL - _SLACK and plate_count(cmyk) > 1) or (size < SMALL_BLACK and rich)


def is_blurred(ink: Ink, size: float, intent: OutputIntent) -> bool:
    """The same of an ink under an output intent. A spot colour has a plate of its own."""
    return size < SMALL_BLACK and ink.spot is None and blurs(separator(intent).of(ink), size)


def is_spared(ground: Ink, size: float, intent: OutputIntent) -> bool:
    """Whether white type of `size` pt stays open on a ground: on one ink, or where one is solid enough for its edge."""
    cmyk = separator(intent).of(ground)
    several = ground.spot is None and plate_count(cmyk) > 1
    return size >= SMALL - _SLACK or not several or max(cmyk) >= SOLID


def sharp(ink: Ink, size: float, inks: Iterable[Ink], intent: OutputIntent) -> Ink:
    """The ink itself; for type that would be blurred, that of `inks` on one plate that is nearest to it in lightness.

    It stays as it is where all of those are much lighter or darker: what is read on its ground has to stay so.
    """
    if not is_blurred(ink, size, intent):
        return ink
    near = [other for other in inks if abs(other.lightness - ink.lightness) <= _NEAR and _has_one(other, intent)]
    return min(near, key=lambda other: abs(other.lightness - ink.lightness), default=ink)


def _has_one(ink: Ink, intent: OutputIntent) -> bool:
    return ink.spot is not None or plate_count(separator(intent).of(ink)) == 1
