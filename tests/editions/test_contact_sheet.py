"""Contact sheets: every page of a build in one picture."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from reportgen.cli import commands
from reportgen.editions.pictures import GAP, GROUND, WIDTH, contact_sheet

ROOT = Path(__file__).parents[2]


def page(colour: tuple[int, int, int], size: tuple[int, int]) -> bytes:
    """A page of one colour, as a PNG."""
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, "PNG")
    return written.getvalue()


def test_pages_stand_in_rows_in_their_order() -> None:
    colours = [(20 * index, 0, 200 - 20 * index) for index in range(7)]
    pages = [page(colour, (640, 900) if index != 1 else (960, 540)) for index, colour in enumerate(colours)]
    sheet = Image.open(io.BytesIO(contact_sheet(pages)))
    tall = round(900 * WIDTH / 640)
    assert sheet.size == (4 * (WIDTH + GAP) + GAP, 2 * (tall + GAP) + GAP)
    for index, colour in enumerate(colours):
        corner = (GAP + index % 4 * (WIDTH + GAP), GAP + index // 4 * (tall + GAP))
        assert sheet.getpixel((corner[0] + 5, corner[1] + 5)) == colour
    assert sheet.getpixel((GAP + WIDTH + GAP + 5, GAP + 400)) == GROUND, "a slide is as high as it is"
    assert sheet.getpixel((sheet.width - GAP - 5, sheet.height - GAP - 5)) == GROUND


def test_no_page_is_no_sheet() -> None:
    with pytest.raises(ValueError, match="needs a page"):
        contact_sheet([])


def test_a_build_makes_a_sheet(tmp_path: Path) -> None:
    case, sheet = ROOT / "tests/cases/one-statistic.yaml", tmp_path / "sheet.png"
    arguments = ["build", str(case), "--edition", "png", "--out", str(tmp_path), "--sheet", str(sheet)]
    result = CliRunner().invoke(commands, arguments)
    assert result.exit_code == 0, result.output
    assert str(sheet) in result.stdout
    assert Image.open(io.BytesIO(sheet.read_bytes())).width == WIDTH + 2 * GAP


def test_a_sheet_needs_pictures() -> None:
    result = CliRunner().invoke(commands, ["build", "--edition", "screen", "--sheet", "sheet.png"])
    assert result.exit_code == 2
    assert "--sheet is made from the pictures of the pages; add --edition png" in result.output
