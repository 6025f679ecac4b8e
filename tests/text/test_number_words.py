"""Numbers and the words beside them that disagree, in each language; and those that may stand as they do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.number_words import disagreements
from reportgen.text.words import languages, number_neighbours


@pytest.mark.parametrize(
    ("language", "text", "phrase"),
    [
        ("en-GB", "people, −4,000 fewer than in 2010", "−4,000 fewer"),
        ("en-GB", "people, -4,000 fewer than in 2010", "-4,000 fewer"),
        ("en", "it is +5% lower", "+5% lower"),
        ("en", "it is −5% higher", "−5% higher"),
        ("en", "−£5m less", "−£5m less"),
        ("en", "−2.5\u00a0percentage points lower", "−2.5\u00a0percentage points lower"),
        ("en", "Rents fell by −3% in May", "fell by −3%"),
        ("en", "Rents fell by +3% in May", "fell by +3%"),
        ("en", "Rents rose by −2 in May", "rose by −2"),
        ("en", "an increase of about −5", "increase of about −5"),
        ("en", "down −3% on the year", "down −3%"),
        ("en", "1 people", "1 people"),
        ("en", "and 1 more people came", "1 more people"),
        ("en", "only 1 homes", "1 homes"),
        ("de", "−4.000 weniger als 2010", "−4.000 weniger"),
        ("de", "ein Rückgang von −3 %", "Rückgang von −3 %"),
        ("de-CH", "sank um −3 %", "sank um −3 %"),
        ("de", "1 Personen", "1 Personen"),
        ("fr", "−4 000 de moins", "−4 000 de moins"),
        ("fr", "en baisse de −3 %", "baisse de −3 %"),
        ("fr", "1 personnes", "1 personnes"),
        ("cy", "−4,000 yn llai", "−4,000 yn llai"),
        ("cy", "gostyngiad o −3%", "gostyngiad o −3%"),
        ("cy", "1 pobl", "1 pobl"),
        ("pl", "−4 000 mniej", "−4 000 mniej"),
        ("pl", "spadek o −3%", "spadek o −3%"),
        ("pl", "1 osób", "1 osób"),
    ],
)
def test_what_disagrees_is_found(language: str, text: str, phrase: str) -> None:
    assert [found.phrase for found in disagreements(text, language)] == [phrase]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rents fell by 3%, 4,000 fewer, from −3% to −5%; they fell from −3% to −5%"),
        ("en", "GDP growth of −0.3%, or −0.3% growth, at temperatures above −3 °C"),
        ("en", "+5% higher, and it rose by +5%"),
        ("en", "−4,000 people, fewer than before"),
        (
            "en",
            "In chapter 1 shows how; Chapter 1 shows how; 1 in 5; 1 is lower; 1 series; 1 January; 11 people; £1 coins",
        ),
        ("en", "Covid-19 fewer, 2010-15 less"),
        ("de", "Es fiel von −3 % auf −5 %, 1 Person, −3 % Wachstum"),
        ("fr", "en baisse de −3 % à −5 %, 1 personne"),
        ("es", "−4 menos, 1 personas"),
    ],
)
def test_what_agrees_is_let_pass(language: str, text: str) -> None:
    assert list(disagreements(text, language)) == []


@pytest.mark.parametrize("language", languages())
def test_every_language_has_its_words(language: str) -> None:
    assert set(number_neighbours(language)) == set(number_neighbours("en"))


@given(st.text("+−-14,.%£ fewrmosebyl", max_size=40), st.sampled_from(languages()))
def test_any_text_is_looked_through(text: str, language: str) -> None:
    for found in disagreements(text, language):
        assert found.phrase in text
        assert found.word in found.phrase
