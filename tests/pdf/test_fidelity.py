"""Fidelity: each figure looks as Matplotlib's own PDF backend draws it, pixel for pixel at 144 ppi."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from fidelity_cases import CASES, Comparison, compare
from PIL import Image

LIMIT = 0.0005
LIMITS = {
    "rotated_text": 0.002,
    "bar_chart": 0.002,
    "line_chart": 0.002,
    "fitted_chart": 0.002,
    "mathematics": 0.006,
}
"""Share of pixels that may differ. Type is set by HarfBuzz here and by FreeType there: advances differ by less than
0.01 em. Mathematics is drawn as outlines, which a viewer smooths in another way than type."""

LEAST_INK = 0.01
"""Share of the reference that must not be white, so that two empty pictures do not pass."""


@pytest.mark.parametrize("name", CASES)
def test_figure_looks_as_matplotlib_draws_it(name: str, tmp_path: Path) -> None:
    comparison = compare(CASES[name])
    if comparison.share > LIMITS.get(name, LIMIT):
        keep(comparison, tmp_path / f"{name}.png")
    assert comparison.share <= LIMITS.get(name, LIMIT), f"ours, theirs and what differs: {tmp_path / name}.png"
    assert comparison.ink > LEAST_INK


def keep(comparison: Comparison, path: Path) -> None:
    """Our picture, theirs, and the pixels that differ, side by side."""
    differs = np.repeat(np.where(comparison.differs, 0, 255).astype(np.uint8)[:, :, None], 3, axis=2)
    Image.fromarray(np.hstack([comparison.ours, comparison.theirs, differs])).save(path)
