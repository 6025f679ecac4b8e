"""Marks within a text become spans; everything else is literal; faults have their offset."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.content.markup import read_markup
from reportgen.content.named_values import NamedValue, TextNames
from reportgen.content.report import Datum
from reportgen.text.locale import rule_of
from reportgen.text.spans import Span, plain


def number(value: str, plus: bool = False, is_change: bool = False) -> NamedValue:
    rule = replace(rule_of(Decimal(value)), plus=plus)
    return NamedValue(Datum.written("n", Decimal(value), rule, "en"), "en", is_change=is_change)


NAMES = TextNames({"change": number("111400", is_change=True), "since": NamedValue(text="2010")})


def one(text: str) -> tuple[Span, ...]:
    paragraphs, faults = read_markup(text, NAMES)
    assert not faults
    (rich,) = paragraphs
    return rich


def faults(text: str) -> list[tuple[int, int, str]]:
    return [(fault.offset, fault.width, fault.message) for fault in read_markup(text, NAMES)[1]]


def test_bold_italic_link_and_value() -> None:
    assert one("an **increase of {change}**, *since* [the *start*](https://example.org/a_(b))!") == (
        Span("an "),
        Span("increase of ", bold=True),
        Span("111,400", bold=True, keep=True),
        Span(", "),
        Span("since", italic=True),
        Span(" "),
        Span("the ", url="https://example.org/a_(b)"),
        Span("start", italic=True, url="https://example.org/a_(b)"),
        Span("!"),
    )


@pytest.mark.parametrize(
    "text",
    ["2*3", "a * b", "2 ** 3", "[12] people", "[a] (b)", "<b>&amp;</b> 50% & more", "a_b_c", "# x", "figures*", "****"],
)
def test_everything_else_is_literal(text: str) -> None:
    assert one(text) == (Span(text),)


def test_braces_are_doubled() -> None:
    assert one("{{a}} and {{{change}}}") == (Span("{a} and {"), Span("111,400", keep=True), Span("}"))


def test_three_stars_are_bold_and_italic() -> None:
    assert one("***both*** **Bau**stelle") == (
        Span("both", bold=True, italic=True),
        Span(" "),
        Span("Bau", bold=True),
        Span("stelle"),
    )


def test_a_blank_line_makes_a_paragraph_and_other_line_ends_are_spaces() -> None:
    paragraphs, _ = read_markup("one\n two  three\n \n\nfour\n", NAMES)
    assert [plain(rich) for rich in paragraphs] == ["one two three", "four"]
    folded, _ = read_markup("one two\nthree", NAMES, folded=True)
    assert [plain(rich) for rich in folded] == ["one two", "three"]


def test_spaces_that_do_not_break_stay() -> None:
    assert plain(one("5\u00a0km  and\t12\u202f%")) == "5\u00a0km and 12\u202f%"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a **b", [(2, 2, "`**` opens here and is never closed")]),
        ("a *b", [(2, 1, "`*` opens here and is never closed")]),
        ("*Provisional", [(0, 1, "`*` opens here and is never closed")]),
        ("a** b", [(1, 2, "`**` closes here what was never opened")]),
        (
            "**a\n\nb**",
            [(0, 2, "`**` opens here and is never closed"), (6, 2, "`**` closes here what was never opened")],
        ),
        ("x [a](https://b.org", [(5, 1, "the address that opens here is never closed")]),
        ("{chnage}", [(0, 8, "unknown name `{chnage}`")]),
        ("a { b", [(2, 1, "`{` opens a name that is never closed")]),
        ("[a](bit.ly/x)", [(4, 8, "`bit.ly/x` does not begin with `https://`, `http://` or `mailto:`")]),
        (
            "[a](javascript:alert)",
            [(4, 16, "`javascript:alert` does not begin with `https://`, `http://` or `mailto:`")],
        ),
        ("[a](https://)", [(4, 8, "`https://` is not a whole address")]),
        ("[a](https://[)", [(4, 9, "`https://[` is not an address")]),
        ("[a](https://a b)", [(4, 11, "the address `https://a b` holds a character that no address has")]),
    ],
)
def test_faults_stand_where_they_are(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert faults(text) == expected


@given(st.text("ab *[](){}\n:/h.", max_size=60))
def test_any_text_is_read(text: str) -> None:
    paragraphs, found = read_markup(text, NAMES)
    for fault in found:
        assert 0 <= fault.offset <= len(text)
        assert fault.width > 0
    for rich in paragraphs:
        assert plain(rich) == plain(rich).strip(" ")
        assert "  " not in plain(rich)
        assert "\n" not in plain(rich)


@given(st.text("ab c.,;-!?", min_size=1, max_size=40))
def test_a_text_without_marks_keeps_every_letter(text: str) -> None:
    paragraphs, found = read_markup(text, NAMES)
    assert not found
    assert " ".join(plain(rich) for rich in paragraphs) == " ".join(text.split())


def test_a_name_that_stands_for_words_is_set_as_words() -> None:
    names = TextNames({"area": NamedValue(text="Buckinghamshire Thames Valley"), "share": number("82")})
    (rich,), _ = read_markup("In {area} it is {share} of all", names)
    assert rich == (Span("In Buckinghamshire Thames Valley it is "), Span("82", keep=True), Span(" of all"))
