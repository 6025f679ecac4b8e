"""The grid: columns and gutters of the brand's page in pt."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.brand import Format
from reportgen.page import Rect


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns between the margins."""

    format: Format

    @property
    def width(self) -> float:
        """From margin to margin."""
        return self.format.width - 2 * self.format.margin

    @property
    def column(self) -> float:
        """Width of one column."""
        return (self.width - (self.format.columns - 1) * self.format.gutter) / self.format.columns

    def span(self, columns: int) -> float:
        """Width of `columns` columns with the gutters between them."""
        return columns * self.column + (columns - 1) * self.format.gutter

    def offset(self, column: int) -> float:
        """Where column `column` (from 0) begins, from the left margin."""
        return column * (self.column + self.format.gutter)

    def share(self, parts: int) -> int:
        """How many columns each of `parts` equal parts takes."""
        return self.format.columns // parts

    def to_edges(self, box: Rect) -> Rect:
        """A box as wide as the sheet with its bleed; at the top or foot of the page it reaches into the bleed too."""
        page = self.format
        top = -page.bleed if box.y <= 0.01 else box.y
        bottom = page.height + page.bleed if box.bottom >= page.height - 0.01 else box.bottom
        return Rect(-page.bleed, top, page.width + 2 * page.bleed, bottom - top)
