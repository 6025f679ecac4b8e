"""Whether a press prints type of an ink and a size sharp, and which ink near it does where it would not.

Type in several inks is blurred where the plates do not register, the more so the smaller it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.colour.inks import Cmyk, Ink
from reportgen.colour.profiles import OutputIntent
from reportgen.colour.separation import separator
from reportgen.press_practice import SMALL_BLACK_TYPE, closes_up, is_rich_black, is_small_in_inks, plate_count

_NEAR = 25.0


def blurs(cmyk: Cmyk, size: float) -> bool:
    """Whether type of `size` pt in a colour is blurred where the plates do not register."""
    *others, black = cmyk
    return is_small_in_inks(cmyk, size) or is_rich_black(black, sum(others), size)


def is_blurred(ink: Ink, size: float, intent: OutputIntent) -> bool:
    """The same of an ink under an output intent. A spot colour has a plate of its own."""
    return size < SMALL_BLACK_TYPE and ink.spot is None and blurs(separator(intent).of(ink), size)


def is_spared(ground: Ink, size: float, intent: OutputIntent) -> bool:
    """Whether white type of `size` pt stays open on a ground: on one ink, or where one is solid enough for its edge."""
    return ground.spot is not None or not closes_up(separator(intent).of(ground), size)


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
