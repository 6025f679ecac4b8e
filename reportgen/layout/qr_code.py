"""The QR code of an address (ISO/IEC 18004): its modules, and the light ground round them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from reportgen.geometry import Rect
from reportgen.page import box_path

QUIET = 4
"""Modules of light ground round a QR code (ISO/IEC 18004, 9.1)."""


def modules_across(url: str) -> int:
    """How many modules stand side by side in the code of an address, with the light ground at both sides."""
    return len(_matrix(url)) + 2 * QUIET


def code_modules(url: str, ground: Rect) -> tuple[tuple[str | float, ...], ...]:
    """The dark modules on `ground` as rectangles, a run of neighbours in one row as one."""
    step = ground.width / modules_across(url)
    segments: list[tuple[str | float, ...]] = []
    for down, modules in enumerate(_matrix(url)):
        for start, length in _runs(modules):
            x, y = ground.x + (start + QUIET) * step, ground.y + (down + QUIET) * step
            segments.extend(box_path(Rect(x, y, length * step, step)))
    return tuple(segments)


@lru_cache(maxsize=64)
def _matrix(url: str) -> tuple[bytes, ...]:
    import segno

    return tuple(bytes(modules) for modules in segno.make(url, error="m", micro=False).matrix)


def _runs(modules: bytes) -> Iterator[tuple[int, int]]:
    """Where each run of dark modules starts, and how long it is."""
    start = 0
    for dark, alike in groupby(modules):
        length = len(list(alike))
        if dark:
            yield start, length
        start += length
