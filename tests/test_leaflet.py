"""The sample page as a reader gets it: every sentence of the leaflet once, in order, inside the page, letter for letter."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from reportgen.pipeline import build

ROOT = Path(__file__).parents[1]
MM = 72 / 25.4
SAFE = 7 * MM
"""No text nearer than this to the foot of the sheet."""

# The leaflet's text as it was printed; numbers that the leaflet gives in a list stand before their label.
SENTENCES = (
    "South East Midlands",
    "Our modern Industrial Strategy sets out our long-term plan to boost productivity by backing business to create high"
    " quality, well-paid jobs throughout the United Kingdom with investment in skills, industries and infrastructure.",
    "In the South East Midlands a partnership of business and civic leaders – alongside other local partners – is working"
    " with the government to build on existing strengths, help business to flourish, and grow skills and opportunities for"
    " workers across the area.",
    "2,017,000 people",
    "93,690 businesses",
    "1,025,000 people in employment, an increase of 111,400 since 2010.",
    "50,500 workers directly benefiting from the National Living and Minimum Wages.",
    "16,450 apprenticeships starts last year.",
    "Industrial Strategy highlights include:",
    "£5m to Millbrook Proving Ground to develop new vehicle testing facilities",
    "Investing in new road and rail links between Oxford and Cambridge.",
    "£28m to develop a new Institute of Digital Technology (IoT) at Bletchley Park, which will help lead the way in"
    " advancing digital skills.",
    "Multi-User Environment for Autonomous Vehicle Innovation (MUEAVI)",
    "The MUEAVI is a purpose-built transport corridor running through Cranfield University campus.",
    "Benefitting from £3m of funding, it is an experimental facility for the rapid development of on and off highway,"
    " ground and airborne autonomous solutions including vehicles infrastructure, data, logistics, environment, sensors and"
    " their implementation and management.",
    "Clients currently using the facility include Nissan, Oxbotica, Jaguar Land Rover, Honda and Westfield, and CORAM"
    " projects led by Innovate UK.",
    "The South East Midlands Local Enterprise Partnership is now working with the government to develop its Local"
    " Industrial Strategy.",
    "South East Midlands Local Enterprise Partnership is a trailblazer in developing its Local Industrial Strategy as part"
    " of the family of strategies covering the Oxford-Cambridge Arc.",
    "For more examples go to bit.ly/IS-map",
)
TITLE = SENTENCES[0]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's PDF."""
    out = tmp_path_factory.mktemp("output")
    (path,) = build(ROOT / "content" / "south-east-midlands.yaml", out=out, editions=["screen"])
    return path


def text_of(path: Path) -> str:
    """The text of the first page in the order in which it is drawn, its white space folded."""
    text: str = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    return re.sub(r"\s+", " ", text)


def test_every_sentence_once_and_in_order(sample: Path) -> None:
    text = text_of(sample)
    missing = [sentence for sentence in SENTENCES if sentence not in text]
    assert missing == []
    repeated = [sentence for sentence in SENTENCES[1:] if text.count(sentence) != 1]
    assert repeated == []
    places = [text.index(sentence) for sentence in SENTENCES]
    assert places == sorted(places)


def test_poppler_reads_the_same(sample: Path, needs: Callable[[str], str]) -> None:
    tool = needs("pdftotext")
    shown = subprocess.run([tool, "-raw", str(sample), "-"], check=True, capture_output=True, text=True).stdout
    text = re.sub(r"\s+", " ", shown)
    assert [sentence for sentence in SENTENCES if sentence not in text] == []


def test_all_text_is_inside_the_margins(sample: Path) -> None:
    page = pypdfium2.PdfDocument(sample)[0]
    width, height = page.get_size()
    assert (width, height) == pytest.approx((210 * MM, 297 * MM), abs=0.01)
    margin = 14 * MM - 0.6  # an upright stroke may stand out of its advance by a hair
    text = page.get_textpage()
    for index in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(index)
        if right - left < 0.01:
            continue
        assert left >= margin and right <= width - margin, text.get_text_range(index, 1)
        assert bottom >= SAFE and top <= height - margin, text.get_text_range(index, 1)


def test_nothing_is_said_that_the_leaflet_does_not_say(sample: Path) -> None:
    """Every number on the page is the leaflet's, or arithmetic on it that the source allows."""
    numbers = set(re.findall(r"\d[\d,.]*\d|\d", text_of(sample)))
    allowed = {"2,017,000", "93,690", "1,025,000", "111,400", "2010", "50,500", "16,450", "5", "28", "3"}
    worked_out = {"913,600", "12", "1", "20", "1,000"}
    notes = {"2018", "2016", "3"}
    assert numbers - allowed - worked_out - notes == set()


def test_faces_are_embedded_and_subset(sample: Path, needs: Callable[[str], str]) -> None:
    shown = subprocess.run([needs("pdffonts"), str(sample)], check=True, capture_output=True, text=True).stdout
    rows = [line.split() for line in shown.splitlines()[2:]]
    assert {row[0].partition("+")[2] for row in rows} == {
        "Archivo-Bold",
        "Archivo-ExtraBold",
        "SourceSans3-Bold",
        "SourceSans3-Regular",
    }
    assert all(row[-5:-2] == ["yes", "yes", "yes"] for row in rows), shown


def test_no_pictures_and_small(sample: Path, needs: Callable[[str], str]) -> None:
    shown = subprocess.run(
        [needs("pdfimages"), "-list", str(sample)], check=True, capture_output=True, text=True
    ).stdout
    assert len(shown.splitlines()) == 2, shown
    assert sample.stat().st_size < 150_000


def test_the_file_knows_what_it_is(sample: Path) -> None:
    with pikepdf.open(sample) as pdf:
        assert len(pdf.pages) == 1
        assert str(pdf.docinfo["/Title"]) == TITLE
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20181201000000")
        assert str(pdf.Root.Lang) == "en-GB"
        links = [note.A.URI for page in pdf.pages for note in page.get("/Annots", [])]
        assert [str(link) for link in links] == ["https://bit.ly/IS-map"]
