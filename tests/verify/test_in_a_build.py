"""The check is part of every build: what it finds is an error, and nothing is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from verify_samples import SAMPLE, brand, report

from reportgen import ReportError, build, render
from reportgen.glyphs import GlyphRun
from reportgen.pdf.canvas import InkCanvas


@pytest.fixture
def losing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A canvas that loses a line."""
    real = InkCanvas.text

    def text(canvas: InkCanvas, x: float, y: float, run: GlyphRun, angle: float = 0.0) -> Any:
        return None if "Millbrook" in run.text else real(canvas, x, y, run, angle)

    monkeypatch.setattr(InkCanvas, "text", text)


@pytest.mark.usefixtures("losing")
@pytest.mark.parametrize("edition", ["screen", "print", "png"])
def test_nothing_is_written_when_anything_is_lost(tmp_path: Path, edition: str) -> None:
    with pytest.raises(ReportError) as caught:
        build(SAMPLE, out=tmp_path, editions=[edition])
    (problem,) = caught.value.problems
    assert problem.code == "lost"
    assert problem.message == "`Millbrook Proving Ground` was not drawn on the page"
    assert "Millbrook" in problem.place.excerpt
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("losing")
def test_render_raises_it_too() -> None:
    with pytest.raises(ReportError, match="Millbrook Proving Ground` was not drawn on the page"):
        render(report(), brand())
