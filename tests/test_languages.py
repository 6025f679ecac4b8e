"""Pages in five languages: numbers, dates, marks and words are those of the language, and no English word is ours."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from string import Formatter

import pypdfium2
import pytest
from tag_reader import dump

from reportgen import load, load_brand, render
from reportgen.text.words import languages, wordings

ROOT = Path(__file__).parents[1]
PAGES = {"cy": "welsh", "de": "german", "fr": "french", "pl": "polish"}
ENGLISH = sorted(
    {
        piece.strip(" ,.:;()")
        for row in wordings().values()
        for piece, _, _, _ in Formatter().parse(row["en"])
        if len(piece.strip(" ,.:;()")) > 3
    }
)
"""Every stretch of English that the program may add to a page."""


@cache
def page(language: str) -> tuple[str, str]:
    """What is on the page, and what a screen reader is given of it."""
    file = f"tests/cases/{PAGES[language]}.yaml" if language in PAGES else "content/south-east-midlands.yaml"
    report = load(ROOT / file)
    data = render(report, load_brand(report.brand, beside=ROOT / "content"))
    text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    return " ".join(text.split()), dump(data)


def in_language(piece: str, language: str) -> bool:
    """Whether the language has these words too ("Symbol", "Source")."""
    return any(piece in row[language] for row in wordings().values())


def ours(told: str) -> list[str]:
    """The English of ours that is in a text."""
    return [piece for piece in ENGLISH if re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", told)]


def test_every_language_has_a_page() -> None:
    assert {*PAGES, "en"} == set(languages())


@pytest.mark.parametrize("language", PAGES)
def test_no_english_word_of_ours_is_on_the_page(language: str) -> None:
    for told in page(language):
        assert [piece for piece in ours(told) if not in_language(piece, language)] == []


def test_english_of_ours_is_found_on_an_english_page() -> None:
    shown, heard = map(ours, page("en"))
    assert "Case study" in shown
    assert {"The value rose from", "Map of", "and where it lies", "Change"} <= set(heard)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("cy", ("214,000", "25%", "1 o bob 4", "1 Mawrth 2026", "Astudiaeth achos", "Nawr", "mae’r llwybr")),
        ("de", ("125.400", "Oktober 2026", "1 von 7", "Fallbeispiel", "4,5 Mio. €", "Jede Figur steht für 100")),
        ("fr", ("1 284 000", "+47 %", "mai 2026", "12 M €", "Étude de cas", "« en français »", "bus à l’heure.")),
        ("pl", ("12 480", "3 maja 2026", "28 mln zł", "1 na 4", "Studium przypadku", "„po polsku”.", "brak danych")),
    ],
)
def test_numbers_dates_and_marks_are_those_of_the_language(language: str, shown: tuple[str, ...]) -> None:
    text = re.sub(r"[\u00a0\u202f]", " ", page(language)[0])
    assert [each for each in shown if each not in text] == []


def test_right_to_left_is_refused_in_one_sentence() -> None:
    with pytest.raises(Exception, match="from right to left") as caught:
        load({"brand": "civic", "language": "ar", "title": "\N{ARABIC LETTER BEH}"})
    assert str(caught.value) == (
        "<dict>: error: language: `ar` is written from right to left; the page cannot set that yet"
    )
