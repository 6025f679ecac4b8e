"""A legend in rows, for what cannot be labelled directly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil

from reportgen.brand import Brand
from reportgen.colour.inks import Ink
from reportgen.figures.base import Label, Mark, Shape, too_narrow
from reportgen.figures.drawing.segments import HATCH, hatching, polygons, rectangle
from reportgen.geometry import Rect
from reportgen.page import LEGEND_ROW, Cell
from reportgen.text.setting import SetLine, set_line

_SWATCH = 1.5
"""Width of a swatch over its height, which is that of a capital and a half."""
_APART = 1.9
"""The most that lies between the entries of a row, in swatches, so that a wide figure keeps them together."""


@dataclass(frozen=True)
class LegendEntry:
    """What a swatch of `ink` stands for; one that is `crossed` has hatching in the ink of captions over it.

    `cell` is the header that its words are, where they are one.
    """

    ink: Ink
    words: str
    crossed: bool = False
    cell: Cell | None = None


@dataclass(frozen=True)
class Legend:
    """The entries in as few rows as the width allows, in columns of one width."""

    brand: Brand
    entries: tuple[LegendEntry, ...]
    language: str

    def height(self, width: float) -> float:
        """Height in pt, from the top of the first swatch to the depth of the last words; 0 without entries."""
        if not self.entries:
            return 0.0
        rows = ceil(len(self.entries) / self._columns(width))
        return self._swatch.height + (rows - 1) * self._spacing + self._hang

    def marks(self, width: float, top: float) -> tuple[Mark, ...]:
        """The legend under the height `top`."""
        columns, swatch = self._columns(width), self._swatch
        across = min(width / columns, self._widest + _APART * swatch.width)
        marks: list[Mark] = []
        for index, (entry, line) in enumerate(zip(self.entries, self._lines, strict=True)):
            x, y = index % columns * across, top - swatch.height - index // columns * self._spacing
            box = rectangle(x, y, swatch.width, swatch.height)
            marks.append(Shape(box, fill=entry.ink))
            if entry.crossed:
                lines = hatching(
                    polygons(rectangle(x + HATCH, y + HATCH, swatch.width - 2 * HATCH, swatch.height - 2 * HATCH))
                )
                marks.append(Shape(lines, stroke=self.brand.roles.caption, line_width=HATCH))
            cell = entry.cell or (LEGEND_ROW, index)
            marks.append(Label(x + self._indent, y + self._rise, line, self.brand.roles.caption, cell=cell))
        return tuple(marks)

    def _columns(self, width: float) -> int:
        """As many columns as fit, in rows that are alike: four entries stand in one row, or two, or four."""
        count = len(self.entries)
        if self._widest > width:
            raise too_narrow("the legend", self._widest, width, "write the numbers shorter, or make the figure wider")
        gap = self.brand.spaces.close.normal
        most = min(count, max(1, int((width + gap) // (self._widest + gap))))
        return ceil(count / ceil(count / most))

    @cached_property
    def _lines(self) -> tuple[SetLine, ...]:
        return tuple(set_line(entry.words, self.brand.styles.caption, self.language) for entry in self.entries)

    @property
    def _swatch(self) -> Rect:
        height = 1.5 * self.brand.styles.caption.cap_height
        return Rect(0, 0, height * _SWATCH, height)

    @property
    def _rise(self) -> float:
        """The base line of the words over the foot of their swatch."""
        return (self._swatch.height - self.brand.styles.caption.cap_height) / 2

    @property
    def _hang(self) -> float:
        """How far descenders hang under the last swatch."""
        return max(0.0, self.brand.styles.caption.depth - self._rise)

    @property
    def _indent(self) -> float:
        return self._swatch.width + 0.6 * self.brand.spaces.close.normal

    @property
    def _spacing(self) -> float:
        return max(self.brand.styles.caption.leading * 1.25, self._swatch.height * 1.4)

    @cached_property
    def _widest(self) -> float:
        """The widest entry, in pt."""
        return self._indent + max(line.width for line in self._lines)
