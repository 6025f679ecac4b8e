"""No false alarm: the sample, every case and every page made for veraPDF, in both brands and both editions."""

from __future__ import annotations

from pathlib import Path

import pytest
from verify_samples import BRANDS, EDITIONS, REPORTS, problems

from reportgen.standards import Edition


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_nothing_is_lost(path: Path, look: str, edition: Edition) -> None:
    assert [str(problem) for problem in problems(path, look, edition)] == []
