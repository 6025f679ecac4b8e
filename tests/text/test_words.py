"""The words that the program adds: every language is complete."""

from __future__ import annotations

import re
import string

import pytest

from reportgen.text.directions import direction_of
from reportgen.text.words import (
    NoWordsError,
    direction_words,
    has_words,
    languages,
    percentage_points,
    round_numbers,
    wordings,
    words,
    words_or_signs,
)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_five_languages_are_there() -> None:
    assert languages() == ("cy", "de", "en", "fr", "pl")


@pytest.mark.parametrize("key", sorted(wordings()))
def test_every_row_is_complete_and_its_blanks_agree(key: str) -> None:
    row = wordings()[key]
    assert set(row) == set(languages())
    assert all(text.strip() == text and text for text in row.values())
    assert len({frozenset(blanks(text)) for text in row.values()}) == 1


ALIKE = {
    *(("cy", key) for key in ("icon_alt", "bridge_step", "half_year", "pairs_alt_beside")),
    *(("de", key) for key in ("icon_alt", "table_name", "bridge_step", "pairs_alt_beside")),
    *(("fr", key) for key in ("source", "sources", "contact", "date", "table_total", "bridge_step")),
    *(("pl", key) for key in ("icon_alt", "bridge_step", "pairs_alt_beside")),
}
"""Wordings that a language has in common with English."""


def test_no_wording_is_left_in_english() -> None:
    rows = wordings().items()
    others = set(languages()) - {"en"}
    assert {(each, key) for key, row in rows for each in others if row[each] == row["en"]} == ALIKE


@pytest.mark.parametrize("language", languages())
def test_percentage_points_have_a_word(language: str) -> None:
    assert "other" in percentage_points(language)


@pytest.mark.parametrize("language", languages())
def test_words_of_direction_say_one_thing(language: str) -> None:
    words_of = direction_words(language)
    assert set(words_of) == {"up", "down"}
    assert not set(words_of["up"]) & set(words_of["down"])


@pytest.mark.parametrize(
    ("text", "language", "way"),
    [
        ("More than", "en-GB", 1),
        ("a fall of", "en", -1),
        ("grösser", "de-CH", 1),
        ("Größer", "de", 1),
        ("RÜCKGANG", "de", -1),
        ("more or less", "en", 0),
        ("as many", "en", 0),
        ("nag yn llai", "cy", -1),
        ("more", "ja", 0),
    ],
)
def test_a_text_says_a_direction(text: str, language: str, way: int) -> None:
    assert direction_of(text, language) == way


def test_a_region_falls_back_to_its_language() -> None:
    assert words("en-US").language == "en"
    assert words("en-GB")["case_study"] == "Case study"
    assert words("de-AT")["case_study"] == "Fallbeispiel"


def test_blanks_are_filled() -> None:
    assert words("en").get("one_in", n="20") == "1 in 20"
    assert words("en").get("each_stands_for", each="1,000") == "Each figure stands for 1,000"
    assert words("en").get("qr_alt", url="bit.ly/IS-map") == "QR code for bit.ly/IS-map"
    with pytest.raises(KeyError):
        words("en").get("one_in")


def test_a_language_without_a_column_says_so() -> None:
    assert not has_words("vo")
    with pytest.raises(NoWordsError, match="no words for 'vo'; known: cy, de, en, fr, pl"):
        words("vo")


def test_signs_stand_in_for_words_that_there_are_not() -> None:
    signs = words_or_signs("vo")
    assert (signs["now"], signs.get("one_in", n="20"), signs.language) == ("–", "20", "vo")
    assert words_or_signs("en-GB") is words("en-GB")
    for key, wording in signs.column.items():
        assert blanks(wording) == blanks(wordings()[key]["en"])
        assert not any(char.isalpha() for char in re.sub(r"\{\w+\}", "", wording))


@pytest.mark.parametrize("language", languages())
def test_words_that_say_a_side_are_words_round_a_number(language: str) -> None:
    known = {*round_numbers("before", language), *round_numbers("after", language)}
    above, below = (set(round_numbers(side, language)) for side in ("above", "below"))
    assert above
    assert below
    assert not above & below
    assert above | below <= known
    assert {"ratios", "fractions", "per cent", "counted"} <= {
        kind for kind in ("ratios", "fractions", "per cent", "counted") if round_numbers(kind, language)
    }
