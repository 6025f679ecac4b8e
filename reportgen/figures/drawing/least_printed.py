"""What is too small to print: a length that stands for a value and is under the thinnest line of a press."""

from __future__ import annotations

from reportgen.press_practice import LEAST_LINE


def printed_end(start: float, end: float) -> float:
    """Where a length from `start` to `end` ends in print: there, or at the least that prints on the same side; pt."""
    if abs(end - start) >= LEAST_LINE:
        return end
    return start + LEAST_LINE if end >= start else start - LEAST_LINE


def is_too_small(length: float) -> bool:
    """Whether a length in pt is under the least that prints."""
    return abs(length) < LEAST_LINE
