"""The text of the sample's brand, its fonts by absolute path, so that a test can put it anywhere."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = (ROOT / "content/brands/industrial-strategy.yaml").read_text().replace("../../fonts", str(ROOT / "fonts"))
