"""What the tests of the content stage share: reports made of a few lines of YAML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.content.load_report import load_report
from reportgen.content.report import Report
from reportgen.problems import ReportError

HEAD = "brand: b\nlanguage: en-GB\ntitle: Title\n"


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Report]:
    """Loads a report from YAML text, under a head of three lines that has what every report must have."""

    def loader(body: str, head: str = HEAD) -> Report:
        return load_report(head + body, name="r.yaml", folder=tmp_path)

    return loader


@pytest.fixture
def problems(tmp_path: Path) -> Callable[..., list[str]]:
    """The problems of a report, each as a user sees it."""

    def loader(body: str, head: str = HEAD) -> list[str]:
        with pytest.raises(ReportError) as caught:
            load_report(head + body, name="r.yaml", folder=tmp_path)
        return [str(problem) for problem in caught.value.problems]

    return loader
