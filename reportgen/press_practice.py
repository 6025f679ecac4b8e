"""What presses ask of a page (Ghent Workgroup 2022), as numbers and questions: one body of rules.

A build keeps to them before it writes, and `check` asks the same of any file, so no build writes what `check` refuses.
Inks are given as amounts in per cent, one for each that is used or not.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.problems import Severity

FINE_PPI, COARSE_PPI = 225.0, 150.0
"""Pixels to the inch that print asks for, and those under which it cannot do (image resolution)."""
FINE_BITMAP_PPI, COARSE_BITMAP_PPI = 800.0, 550.0
"""The same for pictures of one bit a pixel."""

LEAST_LINE = 0.25
"""The thinnest line that prints for certain, in pt (thin lines)."""
LEAST_LINE_IN_INKS = 0.5
"""The thinnest that may be printed in several inks, in pt (the same)."""

SMALL_TYPE = 9.0
"""Under so many pt type stands in one ink (small text)."""
SMALL_BLACK_TYPE = 12.0
"""Under so many pt type that is nearly black has no other ink under it (black text)."""
SOLID = 85.0
"""From so many per cent on an ink carries the edge of a letter: black with others is rich black."""
SMALL_TYPE_SEVERITY = Severity.WARNING
"""What small type in several inks weighs: it is blurred, and can be read."""

MOST_INK = 320.0
"""The most ink that sheet-fed offset takes, in per cent (total ink coverage)."""
INK_ROUNDING = 0.5
"""Inks are written in tenths of a per cent and added up: so much over a limit is no more than rounding."""

_TRACE = 0.5
"""Per cent of an ink under which it does not count."""
_RICH = 10.0
_SIZE_SLACK, _LINE_SLACK, _PPI_SLACK = 0.01, 0.005, 0.5
_LONG = 4.0
"""In pt; what is shorter is no line."""


def plate_count(amounts: Sequence[float]) -> int:
    """With how many inks a colour is printed."""
    return sum(amount > _TRACE for amount in amounts)


def is_small_in_inks(amounts: Sequence[float], size: float) -> bool:
    """Whether type of `size` pt is small and in several inks."""
    return size < SMALL_TYPE - _SIZE_SLACK and plate_count(amounts) > 1


def is_rich_black(black: float, others: float, size: float) -> bool:
    """Whether type of `size` pt is small and in black with other inks, `others` being their sum."""
    return size < SMALL_BLACK_TYPE and black >= SOLID and others > _RICH


def closes_up(ground: Sequence[float], size: float) -> bool:
    """Whether white type of `size` pt would lose its edges on a ground: on several inks, none of them nearly solid."""
    return size < SMALL_TYPE - _SIZE_SLACK and plate_count(ground) > 1 and max(ground) < SOLID


def thin_line_fault(width: float) -> str:
    """Why a line of `width` pt may not print, as a clause; nothing for one that does."""
    return f"a line is {width:.2f} pt wide; {LEAST_LINE:g} pt are needed" if width < LEAST_LINE - _LINE_SLACK else ""


def thin_inks_fault(width: float, amounts: Sequence[float]) -> str:
    """Why a line of `width` pt is blurred in a colour, as a clause; nothing for one that is not."""
    plates = plate_count(amounts)
    if width >= LEAST_LINE_IN_INKS - _LINE_SLACK or plates < 2:
        return ""
    return f"a line under {LEAST_LINE_IN_INKS:g} pt is in {plates} inks"


def bar_thickness(width: float, height: float, rings: int, corners: int) -> float | None:
    """How thick a filled shape is that looks like a line, of its outline's sides in pt; None for any other shape."""
    thin, long = sorted((width, height))
    return thin if rings == 1 and corners <= 5 and long > _LONG and thin > 0 else None


def coarseness(ppi: float, fine: float = FINE_PPI, coarse: float = COARSE_PPI) -> Severity | None:
    """How much it matters that a picture has `ppi` pixels to the inch; None where it has enough."""
    if ppi >= fine - _PPI_SLACK:
        return None
    return Severity.ERROR if ppi < coarse - _PPI_SLACK else Severity.WARNING
