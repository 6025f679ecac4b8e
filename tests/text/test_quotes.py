"""Quotation marks, apostrophes and fixed spaces by language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text.quotes import opening_marks, quotation, typographic
from reportgen.text.spans import Span, plain


def printed(text: str, language: str = "en-GB") -> str:
    return plain(typographic((Span(text),), language))


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en-GB", "She said “it’s ‘ours’”."),
        ("en-US", "She said “it’s ‘ours’”."),
        ("cy", "She said “it’s ‘ours’”."),
        ("de-DE", "She said „it’s ‚ours‘“."),
        ("de-CH", "She said «it’s ‹ours›»."),
        ("fr", "She said «\u00a0it’s “ours”\u00a0»."),
        ("pl", "She said „it’s ‚ours’”."),
        ("sv", "She said ”it’s ’ours’”."),
        ("xx", "She said “it’s ‘ours’”."),
    ],
)
def test_each_language_has_its_marks(language: str, shown: str) -> None:
    assert printed("""She said "it's 'ours'".""", language) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("the '90s", "the ’90s"),
        ("the councils' plans", "the councils’ plans"),
        ('a 24" screen', 'a 24" screen'),
        ("6' tall", "6' tall"),
        ('("quoted")', "(“quoted”)"),
        ("already “set” well’s", "already “set” well’s"),
        ('"one" and "two"', "“one” and “two”"),
        ('never "closed', 'never "closed'),
        ("", ""),
    ],
)
def test_apostrophes_and_what_is_left_alone(typed: str, shown: str) -> None:
    assert printed(typed) == shown


def test_french_sets_its_signs_off_by_spaces_that_do_not_break() -> None:
    assert printed("Pourquoi ? Ainsi : « oui » !", "fr") == ("Pourquoi\u202f? Ainsi\u00a0: «\u00a0oui\u00a0»\u202f!")


def test_marks_open_and_close_across_bold_words() -> None:
    rich = (Span('He said "'), Span("very", bold=True), Span('" loudly'))
    assert [span.text for span in typographic(rich, "en")] == ["He said “", "very", "” loudly"]


@given(st.text(st.sampled_from("ab1 '\".,()-«»;?:"), max_size=24), st.sampled_from(["en", "de", "fr", "pl", "cy"]))
def test_only_marks_and_spaces_change(typed: str, language: str) -> None:
    shown = printed(typed, language)
    assert [char for char in shown if char.isalnum()] == [char for char in typed if char.isalnum()]
    assert shown.count("«") >= typed.count("«")


def quoted(*paragraphs: str, language: str = "en-GB") -> list[str]:
    return [plain(rich) for rich in quotation([(Span(each),) for each in paragraphs], language)]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en-GB", "“It works.”"),
        ("de-DE", "„It works.“"),
        ("de-CH", "«It works.»"),
        ("fr", "«\u00a0It works.\u00a0»"),
        ("pl", "„It works.”"),
        ("cy", "“It works.”"),
    ],
)
def test_a_quotation_has_the_marks_of_its_language(language: str, shown: str) -> None:
    assert quoted("It works.", language=language) == [shown]


def test_each_paragraph_of_a_quotation_is_opened_and_the_last_is_closed() -> None:
    assert quoted("It works.", "It does.") == ["“It works.", "“It does.”"]


def test_marks_within_a_quotation_are_single_and_those_of_its_author_stay() -> None:
    assert quoted("They said “no” to “us”.") == ["“They said ‘no’ to ‘us’.”"]
    assert quoted("„Ja“, sagte er.", language="de") == ["„‚Ja‘, sagte er.“"]
    assert quoted("“It works.”") == ["“It works.”"]
    assert quoted("«\u00a0Ça marche\u00a0», dit-il", language="fr") == ["«\u00a0“Ça marche”, dit-il\u00a0»"]
    assert quoted("‘It works’.") == ["‘It works’."]
    assert quoted() == []


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=3), st.sampled_from(["en", "de", "fr", "pl"]))
def test_a_quotation_is_quoted_once(paragraphs: list[str], language: str) -> None:
    once = quotation([(Span(each),) for each in paragraphs], language)
    assert quotation(once, language) == once


@pytest.mark.parametrize(
    ("text", "marks"),
    [("“So ‘tis”", "“"), ("«\u00a0Oui\u00a0»", "«\u00a0"), ("„Ja“", "„"), ("“‘No’ it was”", "“‘"), ("Plain", "")],
)
def test_the_marks_that_open_a_paragraph(text: str, marks: str) -> None:
    assert plain(opening_marks((Span(text, bold=True),))) == marks
