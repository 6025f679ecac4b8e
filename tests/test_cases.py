"""The reports in tests/cases, end to end in both brands: one page, the brand's faces, every number on it."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from reportgen import load, load_brand, render

ROOT = Path(__file__).parents[1]
CASES = sorted((ROOT / "tests/cases").glob("*.yaml"))


@pytest.mark.parametrize("look", ["industrial-strategy", "briefing"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_becomes_one_page_in_any_brand(case: Path, look: str) -> None:
    report, brand = load(case), load_brand(ROOT / f"content/brands/{look}.yaml")
    data = render(report, brand)
    assert not report.warnings
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (page,) = pdf.pages
        assert [float(value) for value in page.trimbox] == pytest.approx([0, 0, 595.28, 841.89], abs=0.01)
        fonts = {str(font.BaseFont)[1:] for font in page.Resources.Font.values()}  # type: ignore[union-attr]
    assert {font.split("+")[-1] for font in fonts} <= {font.name for font in brand.fonts}
    assert all(font[6] == "+" for font in fonts)
    text = " ".join(str(pypdfium2.PdfDocument(io.BytesIO(data))[0].get_textpage().get_text_range()).split())
    assert report.name in text
    for statistic in report.statistics:
        assert " ".join(statistic.datum.text.split()) in text
    assert len(data) < 300_000 or report.photo
