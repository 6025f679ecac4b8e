"""The grid: columns and gutters of the brand's page in pt, or those of a stretch of it."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.brand import Format
from reportgen.geometry import Rect


@dataclass(frozen=True, slots=True)
class ColumnGrid:
    """The columns between the margins; with `first` and `last` only those from one to before the other."""

    format: Format
    first: int = 0
    last: int = 0

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return (self.last or self.format.columns) - self.first

    @property
    def width(self) -> float:
        """From the first column's left edge to the last one's right; of the whole page from margin to margin."""
        return self.span(self.columns)

    @property
    def left(self) -> float:
        """Where the first column begins, from the trim."""
        return self.format.margin + self.offset(self.first)

    @property
    def column(self) -> float:
        """Width of one column."""
        page = self.format
        return (page.width - 2 * page.margin - (page.columns - 1) * page.gutter) / page.columns

    def span(self, columns: int) -> float:
        """Width of `columns` columns with the gutters between them."""
        return columns * self.column + (columns - 1) * self.format.gutter

    def offset(self, column: int) -> float:
        """Where column `column` (from 0) begins, from the left of the first."""
        return column * (self.column + self.format.gutter)

    def to_edges(self, box: Rect) -> Rect:
        """A box as wide as the sheet with its bleed; at the top or foot of the page it reaches into the bleed too."""
        page = self.format
        top = -page.bleed if box.y <= 0.01 else box.y
        bottom = page.height + page.bleed if box.bottom >= page.height - 0.01 else box.bottom
        return Rect(-page.bleed, top, page.width + 2 * page.bleed, bottom - top)
