"""A photograph from a telephone on a page: upright, whole, light, and without a word of what the telephone wrote."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from reportgen import pipeline
from reportgen.check import check_bytes

REPORT = """
brand: {brand}
language: en-GB
date: 2026-11
title: A test page
intro: Some words.
logo: {{file: logo.png, alt: The council}}
statistics:
  - {{value: 12, label: homes.}}
{header}case_study:
  title: A case
  text: Some text.
  photo: {{file: phone.jpg, alt: Painted hills at dusk, credit: Nobody}}
"""
HEADER = "photo: {file: phone.jpg, alt: Painted hills at dusk, credit: Nobody}\n"


def telephone(size: tuple[int, int], orientation: int) -> bytes:
    """A photograph as it is stored: its upright picture has a light upper half."""
    wide, high = (size[1], size[0]) if orientation > 4 else size
    upright = Image.new("RGB", (wide, high), (40, 60, 40))
    upright.paste((220, 225, 235), (0, 0, wide, high // 2))
    back = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]
    stored = upright if back is None else upright.transpose(Image.Transpose(back))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = exif[0x013B] = exif[0x927C] = "SECRET"
    exif[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0)}
    file = io.BytesIO()
    stored.save(file, "JPEG", quality=92, exif=exif, comment=b"SECRET", xmp=b"<x>SECRET</x>")
    assert stored.size == size
    return file.getvalue()


def files(folder: Path, photograph: bytes, header: str = "", brand: str = "briefing") -> dict[str, bytes]:
    (folder / "phone.jpg").write_bytes(photograph)
    logo, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = "SECRET"
    Image.new("RGB", (900, 300), (0, 90, 80)).save(logo, "PNG", exif=exif)
    (folder / "logo.png").write_bytes(logo.getvalue())
    (folder / "r.yaml").write_text(REPORT.format(brand=brand, header=header))
    made = pipeline.build_all([folder / "r.yaml"], out=folder / "out")
    assert [str(problem) for problem in made.problems] == []
    return {each.path.name: each.path.read_bytes() for each in made.written}


def placed(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height in pt of every picture, upright."""
    sides, last = [], (0.0, 0.0)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for operands, operator in pikepdf.parse_content_stream(opened.pages[0]):
            if str(operator) == "cm" and float(operands[0]) > 5:
                last = float(operands[0]), float(operands[3])
            elif str(operator) == "Do":
                sides.append(last)
    return sides


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("size", [(1600, 1200), (1200, 1600)])
def test_it_stands_upright_and_whole(orientation: int, size: tuple[int, int], tmp_path: Path) -> None:
    built = files(tmp_path, telephone(size, orientation))
    wide, high = (size[1], size[0]) if orientation > 4 else size
    for name in ("r.pdf", "r-print.pdf"):
        width, height = placed(built[name])[0]
        assert width / height == pytest.approx(wide / high, rel=0.01)
        assert [each.message for each in check_bytes(built[name]).errors] == []
    page = Image.open(io.BytesIO(built["r.png"])).convert("L")
    rows = [y for y in range(page.height) if page.getpixel((page.width * 2 // 3, y)) < 70]
    light = [y for y in range(page.height) if 215 < page.getpixel((page.width * 2 // 3, y)) < 232]
    assert len(light) > 50 < len(rows)
    assert max(light) < max(rows), "its light half is above its dark half"


def test_a_tall_one_in_a_panel_leaves_room_for_what_stands_under_it(tmp_path: Path) -> None:
    (tmp_path / "phone.jpg").write_bytes(telephone((4000, 3000), 6))
    figures = "\n".join(f"  - {{value: {12 + index}, label: homes.}}" for index in range(6))
    text = REPORT.format(brand="briefing", header=HEADER).replace("logo:", "page: slide\n#")
    (tmp_path / "r.yaml").write_text(text.replace("  - {value: 12, label: homes.}", figures))
    made = pipeline.build_all([tmp_path / "r.yaml"], out=tmp_path / "out", editions=["screen"])
    assert [str(problem) for problem in made.problems] == []
    for width, height in placed(made.written[0].path.read_bytes()):
        assert width / height == pytest.approx(0.75, rel=0.01)


@pytest.mark.parametrize("header", ["", HEADER])
def test_nothing_that_its_telephone_wrote_is_in_any_file(header: str, tmp_path: Path) -> None:
    for name, data in files(tmp_path, telephone((1600, 1200), 6), header).items():
        assert b"SECRET" not in data, name
        assert b"Exif" not in data, name
        assert b"eXIf" not in data, name
        if name.endswith(".pdf"):
            with pikepdf.open(io.BytesIO(data)) as opened:
                for thing in opened.objects:
                    if isinstance(thing, pikepdf.Stream):
                        assert b"SECRET" not in thing.read_raw_bytes(), name


def test_twelve_million_pixels_make_no_heavy_file(tmp_path: Path) -> None:
    built = files(tmp_path, telephone((4032, 3024), 1), HEADER)
    assert len(built["r.pdf"]) < 500_000
    with pikepdf.open(io.BytesIO(built["r-print.pdf"])) as opened:
        pictures = [each for each in opened.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        widths = sorted(int(each.Width) for each in pictures)
    assert max(widths) < 2200
    ticket = built["r-print.txt"].decode()
    assert "4032 x 3024 pixels" in ticket
    assert "300 ppi" in ticket


def test_the_print_edition_asks_for_pixels_by_the_upright_picture(tmp_path: Path) -> None:
    (tmp_path / "phone.jpg").write_bytes(telephone((800, 400), 6))
    (tmp_path / "logo.png").write_bytes(telephone((800, 400), 1))
    (tmp_path / "r.yaml").write_text(REPORT.format(brand="briefing", header=""))
    made = pipeline.build_all([tmp_path / "r.yaml"], out=tmp_path / "out", editions=["print"])
    (problem,) = made.problems
    assert problem.message.startswith("the picture has ")
    assert problem.message.endswith(
        " pixels to the inch at its size here; print needs 225, and under 150 its pixels are seen"
    )
    wide, high = (int(word.replace(",", "")) for word in problem.hint.split() if word.isdigit())
    assert high == pytest.approx(2 * wide, rel=0.01)
