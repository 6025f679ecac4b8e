"""Hatching: rings in; slanted lines within them out, so that what has no value is told apart without its colour."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, sqrt

from reportgen.geometry import Point, Segment, Segments

HATCH = 0.35
"""Width of the lines, in pt."""
_APART = 2.8
"""Distance of two lines, in pt."""
_TURN = sqrt(0.5)


def hatching(rings: Sequence[Sequence[Point]]) -> Segments:
    """Lines at 45 degrees over the area of the rings (even-odd)."""
    turned = [[((x + y) * _TURN, (y - x) * _TURN) for x, y in ring] for ring in rings]
    crossings: dict[int, list[float]] = {}
    for ring in turned:
        for a, b in pairwise((*ring, ring[0])):
            (x1, y1), (x2, y2) = (a, b) if a[1] <= b[1] else (b, a)
            for row in range(ceil(y1 / _APART), ceil(y2 / _APART)):
                crossings.setdefault(row, []).append(x1 + (x2 - x1) * (row * _APART - y1) / (y2 - y1))
    segments: list[Segment] = []
    for row, found in sorted(crossings.items()):
        xs, y = sorted(found), row * _APART
        for x1, x2 in zip(xs[0::2], xs[1::2], strict=True):
            segments += [("M", (x1 - y) * _TURN, (x1 + y) * _TURN), ("L", (x2 - y) * _TURN, (x2 + y) * _TURN)]
    return tuple(segments)
