"""A key of a brand file has spaces or underscores, as its author likes."""

from __future__ import annotations

from pathlib import Path

from reportgen.brand.load_brand import read_brand
from reportgen.sources import Sources

BRANDS = Path(__file__).parents[2] / "content" / "brands"


def test_keys_may_have_underscores(tmp_path: Path) -> None:
    text = (BRANDS / "industrial-strategy.yaml").read_text(encoding="utf-8")
    spelt = text.replace("figure height:", "figure_height:").replace("header ground:", "header_ground:")
    spelt = spelt.replace("bold italic:", "bold_italic:").replace("../../fonts", str(BRANDS.parents[1] / "fonts"))
    (tmp_path / "brand.yaml").write_text(spelt + "output_intent: {condition: FOGRA39}\n", encoding="utf-8")
    brand = read_brand(tmp_path / "brand.yaml", "brand.yaml", Sources())
    plain = read_brand(BRANDS / "industrial-strategy.yaml", "brand.yaml", Sources())
    assert (brand.roles, brand.figure_height, brand.fonts) == (plain.roles, plain.figure_height, plain.fonts)
