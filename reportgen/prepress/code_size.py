"""Whether the modules of a page's QR code are large enough to be printed and read."""

from __future__ import annotations

import math
from collections.abc import Iterator

from reportgen.brand import Brand
from reportgen.content.report import Link
from reportgen.geometry import MM
from reportgen.layout.qr_code import modules_across
from reportgen.problems import Place, Problem, Severity

LEAST_MODULE = 0.4
"""The least side of a module in mm that print keeps apart and a telephone reads from the hand (the
GS1 General Specifications have 0.396 mm as the least X-dimension of a QR code for consumers)."""

_LONGEST = 2000
"""Characters of the longest address that is tried."""


def small_code(link: Link | None, brand: Brand, place: Place) -> Iterator[Problem]:
    """A warning where the modules of the code of `link` are smaller than `LEAST_MODULE` in a brand, with both ways out.

    Each way is tried: how many characters of address the brand's code holds, and how large (mm) a code that holds this
    address must be.
    """
    if link is None:
        return
    side = brand.measures.code / MM
    across = modules_across(link.url)
    module = side / across
    if module >= LEAST_MODULE:
        return
    printed = math.floor(module * 100) / 100
    wanted = math.ceil(across * LEAST_MODULE)
    longest = _longest(side)
    shorter = f"use an address of at most {longest} characters (this one has {len(link.url)}), or " if longest else ""
    yield Problem(
        "code",
        f"the squares of the QR code would print {printed:.2f} mm wide; under {LEAST_MODULE:.1f} mm"
        " they run into each other, and a telephone may not read the code",
        place,
        f"{shorter}write `code: {wanted}` instead of `code: {side:g}` under `measures` in the brand `{brand.file}`",
        Severity.WARNING,
    )


def _longest(side: float) -> int:
    """How many characters an address may have whose code, `side` mm wide, has modules large enough; by halving."""
    low, high = 0, _LONGEST
    while high - low > 1:
        middle = (low + high) // 2
        if side / modules_across("x" * middle) >= LEAST_MODULE:
            low = middle
        else:
            high = middle
    return low
