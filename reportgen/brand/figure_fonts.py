"""The brand's faces as a Matplotlib figure asks for them: families by name, a weight, upright or italic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.brand.model import Brand
from reportgen.glyphs import FontFile

_BOLD = 600


@dataclass(frozen=True)
class BrandFaces:
    """Faces of a brand. A family that the brand does not name is set in its text family: a page has no other type."""

    brand: Brand

    def find(self, families: Sequence[str], weight: int, italic: bool) -> FontFile:
        """The face nearest to what is asked; `weight` counts from 100 to 900."""
        known = dict(self.brand.families)
        family = next((known[name] for name in families if name in known), self.brand.styles.text.family)
        return family.face(weight >= _BOLD, italic)
