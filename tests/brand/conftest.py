"""What the tests of the brand stage share: the sample's brand with some of its lines changed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.brand import Brand
from reportgen.brand.load_brand import read_brand
from reportgen.problems import ReportError
from reportgen.sources import Sources

sys.path.insert(0, str(Path(__file__).parent))
from brand_samples import SAMPLE  # it stands beside this file


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Brand]:
    """Reads a brand from a text."""

    def reader(text: str) -> Brand:
        file = tmp_path / "mine.yaml"
        file.write_text(text)
        return read_brand(file, "mine.yaml", Sources())

    return reader


@pytest.fixture
def problems(read: Callable[..., Brand]) -> Callable[..., str]:
    """All that a user sees of what is wrong with the sample's brand once each of some texts is another."""

    def reader(*changes: tuple[str, str], text: str = SAMPLE) -> str:
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        with pytest.raises(ReportError) as caught:
            read(text)
        return "\n".join(str(problem) for problem in caught.value.problems)

    return reader
