"""Small type on the press: what would blur is on one plate, and where the brand has no such ink it is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen.check import check_file
from reportgen.colour.inks import Cmyk, Ink
from reportgen.colour.profiles import fogra39
from reportgen.colour.registration import blurs, is_spared, sharp
from reportgen.pipeline import Build, build_all

ROOT = Path(__file__).parents[2]
BRANDS = ROOT / "content" / "brands"
PAGES = ROOT / "content" / "gallery"

CORAL = Ink("coral", (200, 69, 31), (12, 84, 96, 10))
GREY = Ink("grey", (107, 100, 89), (0, 0, 0, 72))
BLACK = Ink("ink", (34, 32, 28), (0, 0, 0, 100))
WHITE = Ink("white", (255, 255, 255), (0, 0, 0, 0))
TEAL = Ink("teal", (0, 117, 111), (84, 23, 50, 28))
NIGHT = Ink("night", (16, 22, 29), (62, 48, 34, 92))
INKS = (CORAL, GREY, BLACK, WHITE, TEAL, NIGHT)


@pytest.mark.parametrize(
    ("cmyk", "size", "expected"),
    [
        ((12, 84, 96, 10), 8.9, True),
        ((12, 84, 96, 10), 9.0, False),
        ((0, 0, 0, 72), 6.0, False),
        ((0, 29, 0, 0), 6.0, False),
        ((0, 0, 0, 0), 6.0, False),
        ((62, 48, 34, 92), 11.9, True),
        ((62, 48, 34, 92), 12.0, False),
        ((4, 3, 3, 92), 10.0, False),
        ((60, 40, 40, 84), 10.0, False),
    ],
)
def test_what_blurs(cmyk: Cmyk, size: float, expected: bool) -> None:
    assert blurs(cmyk, size) is expected


@pytest.mark.parametrize(
    ("ink", "size", "expected"),
    [(CORAL, 8, GREY), (CORAL, 9, CORAL), (NIGHT, 9, BLACK), (NIGHT, 12, NIGHT), (WHITE, 8, WHITE), (GREY, 8, GREY)],
)
def test_the_nearest_ink_on_one_plate(ink: Ink, size: float, expected: Ink) -> None:
    assert sharp(ink, size, INKS, fogra39()) == expected


def test_a_spot_colour_is_one_plate_and_an_ink_far_off_is_none_to_take() -> None:
    spot = Ink("house", (200, 69, 31), (12, 84, 96, 10), "House Red")
    assert sharp(spot, 8, INKS, fogra39()) == spot
    assert sharp(CORAL, 8, (CORAL, WHITE, BLACK), fogra39()) == CORAL


def test_white_type_needs_an_ink_that_is_nearly_solid() -> None:
    assert not is_spared(TEAL, 8, fogra39())
    assert is_spared(TEAL, 9, fogra39())
    assert is_spared(GREY, 8, fogra39())
    assert is_spared(Ink("band", (15, 44, 76), (90, 58, 11, 66)), 8, fogra39())


def made(folder: Path, brand: str, page: str, *changes: tuple[str, str]) -> Build:
    """The print edition of a page of the gallery in a changed brand."""
    text = (BRANDS / f"{brand}.yaml").read_text(encoding="utf-8").replace("../../fonts", str(ROOT / "fonts"))
    for old, new in changes:
        text, count = re.subn(old, new, text)
        assert count == 1, old
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    return build_all([PAGES / f"{page}.yaml"], out=folder, brand=str(folder / "mine.yaml"), editions=["print"])


SMALL_LABELS = (r"figure label: \{family: text, size: 9, leading: 11.2\}", "figure label: {family: text, size: 8, leading: 10.4}")  # fmt: skip


def test_a_brand_with_small_coloured_labels_is_told_and_prints_them_in_one_ink(tmp_path: Path) -> None:
    built = made(tmp_path, "briefing", "policy-brief", SMALL_LABELS)
    assert [str(problem).split("\n")[0].removeprefix(f"{tmp_path}/") for problem in built.problems] == [
        "mine.yaml:10:3: warning: `mark emphasised label` is `coral`, whose inks blur type under 9 pt, and `figure label` "
        "has 8: in print it is set in `grey`; let `figure label` be 9 pt or larger, or name an ink on one plate"
    ]
    (file,) = (each.path for each in built.written if each.path.suffix == ".pdf")
    assert [finding.rule.id for finding in check_file(file).errors] == []


def test_type_that_has_no_ink_on_one_plate_is_told(tmp_path: Path) -> None:
    coloured = (
        r"grey:       \{srgb: \"#6B6459\", cmyk: \[0, 0, 0, 72\]\}",
        'grey: {srgb: "#6B6459", cmyk: [40, 40, 45, 40]}',
    )
    built = made(tmp_path, "briefing", "policy-brief", coloured)
    said = [problem.message for problem in built.problems]
    assert said == [
        "`caption` is `grey`, whose inks blur type under 9 pt, and `caption` has 8",
        "`link` is `coral`, whose inks blur type under 9 pt, and `caption` has 8",
    ]
    (file,) = (each.path for each in built.written if each.path.suffix == ".pdf")
    result = check_file(file)
    assert "gwg.small-text-inks" in {finding.rule.id for finding in result.warnings}, "it was told before"
    assert result.errors == ()


def test_small_white_labels_on_several_inks_are_told(tmp_path: Path) -> None:
    built = made(tmp_path, "industrial-strategy", "school-attendance", SMALL_LABELS)
    said = [problem.message for problem in built.problems if "white" in problem.message]
    (file,) = (each.path for each in built.written if each.path.suffix == ".pdf")
    found = {finding.rule.id for finding in check_file(file).warnings}
    assert bool(said) == ("gwg.knocked-out-text" in found)
    assert said and re.match(r"“.+” is white at 8 pt on `accent`, whose inks may close it up", said[0]), built.problems
