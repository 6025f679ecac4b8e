"""Where a figure's type comes from: families, a weight and a slant in; a face of the brand out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reportgen.glyphs import FontFile


class FontBook(Protocol):
    """Where a figure's type comes from."""

    def find(self, families: Sequence[str], weight: int, italic: bool) -> FontFile:
        """The brand face nearest to what is asked; `weight` counts from 100 to 900."""
