"""Share: a field of dots, the counted ones in the accent ink. Takes a share in per cent; knows nothing of its caption."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.brand import Brand
from reportgen.content.report import Datum
from reportgen.figures.base import Drawn, FigureError, Mark, Shape, Table
from reportgen.figures.shapes import circle, joined
from reportgen.flex import Flex

_FIELDS = ((20, 5), (25, 4), (10, 10), (50, 2))
_FINE_FIELDS = ((100, 10), (50, 20), (40, 25))
_DOT = 0.8
"""A dot's diameter over the distance of two dots."""
_LEAST_PITCH = 3.0
"""The least distance of two dots, in pt, at which they can be told apart."""
_TALL = 1.35
"""How much farther apart rows may stand than columns before a field stops looking like one."""


@dataclass(frozen=True)
class Share(Drawn):
    """`share` in per cent of a whole; `part` and `whole` as the page writes them."""

    brand: Brand
    share: Datum
    part: Datum
    whole: Datum | None
    sentence: str

    @property
    def dots(self) -> int:
        """How many dots stand for the whole: 100, or 1,000 when 100 would show none, or all, of them counted."""
        return 100 if 1 <= self._counted(100) <= 99 or self._is_whole else 1000

    @property
    def counted(self) -> int:
        """How many of the dots are counted: the share rounded to whole dots."""
        return self._counted(self.dots)

    def measure(self, width: float) -> Flex:
        """The heights of the field that comes nearest to the brand's figure height when it fills `width`."""
        usual = self.brand.figure_height.normal
        heights = [width / columns * rows for columns, rows in self._fields if width / columns >= _LEAST_PITCH]
        if not heights:
            raise FigureError(f"a field of {self.dots} dots does not fit in {width / 72 * 25.4:.0f} mm")
        full = min(heights, key=lambda height: abs(min(max(usual, height), height * _TALL) - usual))
        return Flex(0.6 * full, min(max(usual, 0.6 * full), full * _TALL), full * _TALL)

    def describe(self) -> str:
        """What the field shows, in a sentence."""
        return self.sentence

    def values(self) -> Table:
        """The share, its part and its whole."""
        rows = [(self.part.name, self.part.text), (self.share.name, self.share.text)]
        if self.whole:
            rows.append((self.whole.name, self.whole.text))
        return (("", ""), *rows)

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

    def _counted(self, dots: int) -> int:
        return int(self.share.value * dots / 100 + type(self.share.value)("0.5"))

    def _field(self, width: float, height: float) -> tuple[int, int]:
        """The field that fills the rectangle best: the widest dots, then the least room left above."""

        def fit(field: tuple[int, int]) -> tuple[float, float]:
            columns, rows = field
            pitch = min(width / columns, height / rows)
            return round(pitch * columns / width * min(1.0, pitch * rows * _TALL / height), 4), pitch

        return max(self._fields, key=fit)
