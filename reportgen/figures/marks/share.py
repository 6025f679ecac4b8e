"""The kind `share`: a field of dots, the counted ones in the accent ink; or a bar or a ring."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP
from math import log

from reportgen.content.report import Datum
from reportgen.figures import text_alternatives
from reportgen.figures.base import FigureError, Mark, MarkFigure, Shape, too_narrow
from reportgen.figures.drawing.segments import circle, joined
from reportgen.figures.marks.share_forms import FORMS, ShareBar, ShareRing
from reportgen.figures.request import Request
from reportgen.geometry import Flex

_FIELDS = ((20, 5), (25, 4), (10, 10), (50, 2))
_FINE_FIELDS = ((100, 10), (50, 20), (40, 25))
_COUNTED = 100
"""Of so many dots it is said how many are filled."""
_DOT = 0.8
"""A dot's diameter over the distance of two dots."""
_LEAST_SPACING = 3.0
"""The least distance of two dots, in pt, at which they can be told apart."""
_FLAT = 0.8
"""The least share of the width that a field keeps when it has to be less high."""
_TALL = 1.35
"""How much farther apart rows may stand than columns before a field stops looking like one."""


@dataclass(frozen=True)
class Share(MarkFigure):
    """`share` in per cent of a whole."""

    share: Datum

    @property
    def dots(self) -> int:
        """How many dots stand for the whole: 100, or 1,000 for less than one of them or all but less than one."""
        return 100 if 1 <= self.share.value <= 99 or self._is_whole else 1000

    @property
    def counted(self) -> int:
        """How many of the dots are counted: the share rounded to whole dots."""
        return int((self.share.value * self.dots / 100).to_integral_value(ROUND_HALF_UP))

    def measure(self, width: float) -> Flex:
        """The heights of the field that comes nearest to the brand's figure height when it fills `width`."""
        if not self._is_whole and not 0 < self.counted < self.dots:
            raise FigureError(f"a field of {self.dots} dots cannot show {self.share.text}", "leave the figure out")
        usual = self.brand.figure_height.normal
        fields = [(width / columns * rows, rows) for columns, rows in self._fields if width / columns >= _LEAST_SPACING]
        if not fields:
            needed = min(columns for columns, _ in self._fields) * _LEAST_SPACING
            raise too_narrow(f"a field of {self.dots} dots", needed, width, "leave the figure out")
        full, rows = min(fields, key=lambda field: abs(log(min(max(usual, field[0]), field[0] * _TALL) / usual)))
        least = max(_FLAT * full, rows * _LEAST_SPACING)
        return Flex(least, min(max(usual, least), full * _TALL), full * _TALL)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """The counted dots and the others, each as one shape; columns fill from the left."""
        columns, rows = self._field(width, height)
        across = min(width / (columns - 1 + _DOT), height / (rows - 1 + _DOT))
        down = min(across * _TALL, (height - across * _DOT) / (rows - 1))
        radius = across * _DOT / 2
        dots = [
            circle(radius + column * across, radius + (rows - 1 - row) * down, radius)
            for column in range(columns)
            for row in range(rows)
        ]
        roles = self.brand.roles
        quiet, counted = joined(dots[self.counted :]), joined(dots[: self.counted])
        shapes = ((quiet, roles.dot_quiet), (counted, roles.mark))
        return tuple(Shape(segments, fill=ink) for segments, ink in shapes if segments)

    @property
    def _is_whole(self) -> bool:
        return self.share.value in (0, 100)

    @property
    def _fields(self) -> tuple[tuple[int, int], ...]:
        return _FIELDS if self.dots == 100 else _FINE_FIELDS

    def _field(self, width: float, height: float) -> tuple[int, int]:
        """The field that fills the rectangle best: the widest dots, then the least room left above."""

        def fit(field: tuple[int, int]) -> tuple[float, float]:
            columns, rows = field
            spacing = min(width / columns, height / rows)
            return round(spacing * columns / width * min(1.0, spacing * rows * _TALL / height), 4), spacing

        wide_enough = [(c, r) for c, r in self._fields if min(width / c, height / r) >= _LEAST_SPACING - 1e-6]
        return max(wide_enough or self._fields, key=fit)


def make(asked: Request) -> Share | ShareBar | ShareRing:
    statistic, words = asked.statistic, asked.words
    alternative, share = text_alternatives.share_alternative(statistic, words), statistic.data["share"]
    if statistic.form in FORMS:
        shown = alternative if statistic.alt else text_alternatives.shown_as(alternative, statistic.form, share, words)
        return FORMS[statistic.form](asked.brand, shown, share, statistic.language)
    figure = Share(asked.brand, alternative, share)
    if statistic.alt:
        return figure
    if figure.dots > _COUNTED:
        shown = text_alternatives.shown_as(alternative, "field", share, words)
    else:
        shown = text_alternatives.with_dots(alternative, figure.counted, figure.dots, words, statistic.language)
    return replace(figure, alternative=shown)
