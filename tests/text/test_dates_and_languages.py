"""Dates by language, and language tags that are or are not known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.dates import ReportDate, format_date, parse_date
from reportgen.text.languages import LanguageError, check_language


@pytest.mark.parametrize(
    ("written", "language", "shown"),
    [
        ("2018", "en-GB", "2018"),
        ("2018-12", "en-GB", "December 2018"),
        ("2018-12", "de", "Dezember 2018"),
        ("2018-12-03", "en-GB", "3 December 2018"),
        ("2018-12-03", "en", "December 3, 2018"),
        ("2018-12-03", "de", "3. Dezember 2018"),
    ],
)
def test_dates_are_in_words(written: str, language: str, shown: str) -> None:
    date = parse_date(written)
    assert format_date(date, language) == shown
    assert date.iso == written


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Dec 2018", "`Dec 2018` is not a date"),
        ("2018-12-3", "`2018-12-3` is not a date"),
        ("２０１８", "`２０１８` is not a date"),
        ("2018-13", "`2018-13` is not in the calendar"),
        ("2018-02-30", "`2018-02-30` is not in the calendar"),
        ("0000", "`0000` is not in the calendar"),
    ],
)
def test_what_is_no_date_is_refused(written: str, said: str) -> None:
    with pytest.raises(ValueError, match="^" + said + "$"):
        parse_date(written)


@given(st.dates())
def test_every_day_reads_back(day: object) -> None:
    assert parse_date(str(day)).iso == str(day)
    assert ReportDate(2018).iso == "2018"


@pytest.mark.parametrize(
    ("tag", "usual"), [("en", "en"), ("EN-gb", "en-GB"), ("no", "no"), ("zh-hant-tw", "zh-Hant-TW")]
)
def test_tags_that_are_known(tag: str, usual: str) -> None:
    assert check_language(tag) == usual


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en_GB", "`en_GB` is not a language tag; did you mean `en-GB`?"),
        ("english", "`english` is not a language tag; did you mean `en`?"),
        ("Deutsch", "`Deutsch` is not a language tag; did you mean `de`?"),
        ("xx", "`xx` is not a language tag that is known; write a tag like `en-GB`, `en` or `de`"),
        ("en-XX", "`en-XX` is not a language tag that is known; did you mean `en`?"),
        ("ar", "`ar` is written from right to left; the page cannot set that yet"),
        ("", "`` is not a language tag; write a tag like `en-GB`, `en` or `de`"),
    ],
)
def test_tags_that_are_not(tag: str, said: str) -> None:
    with pytest.raises(LanguageError) as caught:
        check_language(tag)
    assert f"{caught.value.message}; {caught.value.hint}" == said


@given(st.text(max_size=12))
def test_any_text_is_a_tag_or_a_sentence(text: str) -> None:
    try:
        assert check_language(text).lower() == text.lower()
    except LanguageError as error:
        assert error.hint
