"""A brand from changed text, beside the shipped ones so that its typefaces are found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from layout_samples import ROOT

from reportgen.brand import Brand
from reportgen.brand.load_brand import read_brand
from reportgen.sources import Sources


@dataclass(frozen=True)
class _Changed(Sources):
    """The door to the files, with another text behind one of them."""

    text: str = ""

    def read_bytes(self, path: Path) -> bytes:
        return self.text.encode() if path.name == "changed.yaml" else super().read_bytes(path)


def brand_with(text: str) -> Brand:
    """The brand of a text. Raises ReportError with what is wrong in it."""
    return read_brand(ROOT / "content/brands/changed.yaml", "changed.yaml", _Changed(text=text))
