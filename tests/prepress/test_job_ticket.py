"""The printer's job ticket: whole, and the same as what is drawn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reportgen.colour.inks import Ink
from reportgen.colour.profiles import fogra39
from reportgen.geometry import Rect as Box
from reportgen.page import Group, Page, Role, box_path
from reportgen.page import PathBox as Shape
from reportgen.pipeline import compose, load, load_brand
from reportgen.prepress.job_ticket import ink_use, job_ticket

ROOT = Path(__file__).parents[2]

TICKET = """\
South East Midlands – for the printer

File              south-east-midlands-print.pdf
Trimmed size      210 x 297 mm, 1 page
Bleed             3 mm on every side; crop marks outside it
Output intent     FOGRA39
                  profile: Coated offset, FOGRA39L characterisation data, embedded
Inks              Cyan, Magenta, Yellow, Black
                  band: 90/58/11/66
                  spot light: 0/29/95/0
                  white: 0/0/0/0
                  map land: 87/53/7/41
                  map line: 58/29/12/12
                  map edge: 42/19/10/2
                  locator: 78/45/8/29
                  ink: 0/0/0/100
                  pale: 27/14/13/0
                  accent: 84/23/50/28
                  grey: 0/0/0/77
                  quiet dot: 20/10/10/0
                  mist: 8/5/5/0
Highest ink sum   225 % (`band`); the limit is 300 %
Black text        black ink alone; what is 100 % black overprints, nothing else does
Trapping          none was done
Fonts             Archivo-Bold, embedded as a subset
                  Archivo-ExtraBold, embedded as a subset
                  SourceSans3-Bold, embedded as a subset
                  SourceSans3-Regular, embedded as a subset
Pictures          none in pixels
Standards         PDF/X-4
                  PDF/A-2a
Checked           every clause of PDF/X-4 that a program can check
"""


def sample(name: str) -> Page:
    report = load(ROOT / name)
    return compose(report, load_brand(report.brand))


def test_the_slip_of_the_sample() -> None:
    text = job_ticket(
        sample("content/south-east-midlands.yaml"),
        fogra39(),
        file="south-east-midlands-print.pdf",
        promises=("PDF/X-4", "PDF/A-2a"),
        checked=("every clause of PDF/X-4 that a program can check",),
    )
    assert text == TICKET


def test_pictures_are_listed_with_their_pixels_and_count_in_the_ink_sum() -> None:
    text = job_ticket(sample("tests/cases/pictures.yaml"), fogra39(), file="pictures-print.pdf")
    rows = [line.strip() for line in text.split("\n") if " pixels, " in line]
    assert rows[0].startswith("Pictures          photo: 1000 x 640 pixels, 72.9 x ")
    assert [row.split(":")[0] for row in rows[1:]] == ["case_study.photo", "logo[1]", "logo[2]"]
    assert "% (a picture); the limit is 300 %" in text
    assert "logo[0] #00756f: 84/23/50/28, converted" in text


def test_a_spot_colour_is_a_plate_of_its_own() -> None:
    red = Ink("house red", (200, 16, 46), (0, 100, 80, 5), "PANTONE 186 C")
    square = Shape(box_path(Box(0, 0, 50, 50)), fill=red)
    page = replace(sample("content/south-east-midlands.yaml"), root=Group(Role.DOCUMENT, (square,)))
    text = job_ticket(page, fogra39(), file="a.pdf")
    assert "Inks              Cyan, Magenta, Yellow, Black, PANTONE 186 C\n" in text
    assert "house red: 0/100/80/5, spot colour PANTONE 186 C\n" in text
    assert "Fonts             none\n" in text


def test_black_type_adds_to_the_inks_of_its_ground() -> None:
    page = sample("content/south-east-midlands.yaml")
    sums = {what: total for total, what in ink_use(page, fogra39()).sums}
    assert sums["`ink` over `mist`"] == 118
    assert sums["`ink` over `pale`"] == 154
