"""The sheet: boxes, ink to the edge of the bleed, and crop marks outside it."""

from __future__ import annotations

import re
from pathlib import Path as File
from subprocess import run
from typing import Any

import numpy as np
import pytest
from matplotlib.patches import Rectangle
from pdf_samples import CREATED, HEIGHT, WIDTH, Book, Drawing, content, opened, page_of, text_of
from PIL import Image
from test_print_colour import BAND, BLACK, INKS, TEAL, text

from reportgen.geometry import MM, Rect
from reportgen.page import Box, FigureBox, Group, Page, PathBox, Role, artifact, box_path
from reportgen.pdf import render_page
from reportgen.pdf.sheet import CLEAR, MARK, SLUG, sheet_of
from reportgen.pipeline import compose, load, load_brand
from reportgen.standards import PRINT, SCREEN, Edition

ROOT = File(__file__).parents[2]
PROFILE = ROOT / "reportgen" / "assets" / "coated-fogra39l.icc"
BLEED = 3 * MM
FULL = artifact(PathBox(box_path(Rect(-BLEED, -BLEED, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)), fill=BAND))


def sheet_with(*boxes: Box, edition: Edition = PRINT) -> bytes:
    page = page_of(*boxes, Group(Role.HEADING_1, (text("Title", BLACK),)), bleed=BLEED)
    return render_page(page, inks=INKS, fonts=Book(), created=CREATED, edition=edition)


def inks_of(pdf: bytes, folder: File, gs: str) -> np.ndarray:
    """The sheet in per cent of each ink, a pixel to the point, as Ghostscript separates it."""
    (folder / "a.pdf").write_bytes(pdf)
    command = [
        gs,
        "-q",
        "-dBATCH",
        "-dNOPAUSE",
        "-dSAFER",
        "-sDEVICE=tiff32nc",
        "-r72",
        f"--permit-file-read={PROFILE}",
    ]
    more = [f"-sDefaultCMYKProfile={PROFILE}", f"-sOutputICCProfile={PROFILE}", "-sOutputFile=a.tif", "a.pdf"]
    run([*command, *more], cwd=folder, check=True, capture_output=True)
    with Image.open(folder / "a.tif") as sheet:
        return np.asarray(sheet, dtype=float) / 2.55


def box(pdf: bytes, name: str) -> list[float]:
    return [float(value) for value in opened(pdf).pages[0].obj[name]]


def test_the_boxes_of_the_print_edition() -> None:
    pdf = sheet_with(FULL)
    edge = BLEED + SLUG
    assert box(pdf, "/MediaBox") == pytest.approx([0, 0, WIDTH + 2 * edge, HEIGHT + 2 * edge], abs=0.01)
    assert box(pdf, "/TrimBox") == pytest.approx([edge, edge, edge + WIDTH, edge + HEIGHT], abs=0.01)
    assert box(pdf, "/BleedBox") == pytest.approx(
        [SLUG, SLUG, SLUG + WIDTH + 2 * BLEED, SLUG + HEIGHT + 2 * BLEED], abs=0.01
    )
    assert not {"/ArtBox", "/CropBox", "/UserUnit", "/Rotate"} & set(opened(pdf).pages[0].obj.keys())


def test_the_screen_edition_is_its_trimmed_page() -> None:
    pdf = sheet_with(FULL, edition=SCREEN)
    assert box(pdf, "/MediaBox") == box(pdf, "/TrimBox") == [0, 0, WIDTH, HEIGHT]
    assert "/BleedBox" not in opened(pdf).pages[0].obj
    assert "SCN" not in content(pdf)


def test_nothing_is_scaled() -> None:
    edge = f"{BLEED + SLUG:.2f}"
    matrices = re.findall(r"^(.*) cm$", content(sheet_with(FULL)), re.MULTILINE)
    assert matrices == [f"1 0 0 1 {edge} {edge}"]


def test_ink_reaches_the_edge_of_the_bleed_and_no_farther(needs: Any, tmp_path: File) -> None:
    seen = inks_of(sheet_with(FULL), tmp_path, needs("gs"))
    start, end = round(SLUG), -round(SLUG)
    rim = np.concatenate(
        [seen[start + 1, 40:-40], seen[end - 2, 40:-40], seen[40:-40, start + 1], seen[40:-40, end - 2]]
    )
    assert np.abs(rim - [90, 58, 11, 66]).max() < 1
    assert seen[start - 2, 40:-40].max() == seen[40:-40, start - 2].max() == 0


def test_the_marks_are_in_every_plate_and_outside_the_bleed(needs: Any, tmp_path: File) -> None:
    pdf = sheet_with(FULL)
    seen = inks_of(pdf, tmp_path, needs("gs"))
    edge = round(BLEED + SLUG)
    marked = np.argwhere(seen.min(axis=2) > 20)
    assert len(marked) >= 8 * 10
    height, width = seen.shape[:2]
    near = BLEED + CLEAR - 2
    for down, across in marked:
        outside = max(edge - across, across - (width - edge), edge - down, down - (height - edge))
        assert near <= outside <= BLEED + CLEAR + MARK + 1
    spaces = opened(pdf).pages[0].Resources.ColorSpace
    assert [space[1] for space in spaces.values()] == ["/All"]


def test_the_marks_are_an_artifact_in_a_line_that_prints() -> None:
    last = content(sheet_with(FULL)).split("\n")[-8:]
    assert last[0] == "Q"
    assert last[1].startswith("/Artifact")
    assert last[2:5] == ["q", ".25 w", "/C0 CS 1 SCN"]
    assert last[5].count(" m ") == 8
    assert last[5].endswith(" S")
    assert last[6:] == ["Q", "EMC"]


def test_a_hatch_keeps_its_place_on_the_sheet() -> None:
    drawing = Drawing(
        lambda width, height: [Rectangle((0, 0), 40, 40, hatch="/", facecolor="none", edgecolor=TEAL.unit_srgb)]
    )
    figure = Group(Role.FIGURE, (FigureBox(Rect(20, 30, 50, 50), drawing),), alt="Hatched", source="x")
    places = []
    for edition in (SCREEN, PRINT):
        (pattern,) = opened(sheet_with(figure, edition=edition)).pages[0].Resources.Pattern.values()
        places.append([float(value) for value in pattern.Matrix][4:])
        assert b"rg" not in pattern.read_bytes() or edition is SCREEN
    edge = BLEED + SLUG
    assert places[1] == pytest.approx([places[0][0] + edge, places[0][1] + edge], abs=0.02)


def test_the_sheet_of_a_page_is_arithmetic() -> None:
    sheet = sheet_of(Page(100, 50, 9, Group(Role.DOCUMENT, ()), "t", "en"), True)
    assert sheet.origin == (9 + SLUG, 9 + SLUG)
    assert sheet.bleed_box == pytest.approx((SLUG, SLUG, SLUG + 118, SLUG + 68))
    assert sheet_of(Page(100, 50, 9, Group(Role.DOCUMENT, ()), "t", "en"), False).boxes == {
        "MediaBox": [0, 0, 100, 50],
        "TrimBox": [0, 0, 100, 50],
    }


@pytest.mark.parametrize("name", ["industrial-strategy", "briefing"])
def test_the_grounds_of_the_sample_fill_its_bleed_and_keep_to_the_ink_limit(
    name: str, needs: Any, tmp_path: File
) -> None:
    from reportgen.brand.model import BrandFaces

    report, brand = load(ROOT / "content" / "south-east-midlands.yaml"), load_brand(name)
    page = compose(report, brand)
    pdf = render_page(page, inks=brand.inks, fonts=BrandFaces(brand), created=CREATED, edition=PRINT)
    seen = inks_of(pdf, tmp_path, needs("gs"))
    start = round(SLUG) + 1
    inside = seen[start:-start, start:-start]
    assert inside.sum(axis=2).max() <= 300
    grounds = (brand.roles.header_ground, brand.roles.foot_ground)
    for row, ground in zip((inside[0], inside[-1]), grounds, strict=True):
        assert np.abs(row - ground.cmyk).max() < 1
    for side in (inside[:, 0], inside[:, -1]):
        assert np.abs(side[50] - brand.roles.header_ground.cmyk).max() < 1
    assert len(pdf) < 350_000
    assert "South East" in text_of(pdf)
