"""The QR code whose modules are too small to print: what is said, and that both ways out lead out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen import load_brand
from reportgen.content.report import Link
from reportgen.geometry import MM
from reportgen.layout.qr_code import modules_across
from reportgen.prepress.code_size import LEAST_MODULE, small_code
from reportgen.problems import Place, Severity

BRANDS = Path(__file__).parents[2] / "content/brands"
PLACE = Place("r.yaml", 4, 7)
LONG = "https://www.example.gov.uk/statistics/business-population-estimates-2026/regional-summary?utm_source=print&utm_medium=qr&utm_campaign=infographic"


def link(url: str) -> Link:
    return Link("link", (), url, url, "en-GB")


def brand_with(code: float) -> object:
    brand = replace(load_brand(BRANDS / "briefing.yaml"), file="briefing.yaml")
    return replace(brand, measures=replace(brand.measures, code=code * MM))


def test_the_whole_of_what_is_said() -> None:
    (problem,) = small_code(link(LONG), brand_with(22), PLACE)
    assert str(problem) == (
        "r.yaml:4:7: warning: the squares of the QR code would print 0.38 mm wide; under 0.4 mm they run into each other,"
        " and a telephone may not read the code; use an address of at most 122 characters (this one has 145), or write"
        " `code: 23` instead of `code: 22` under `measures` in the brand `briefing.yaml`"
    )
    assert problem.severity is Severity.WARNING


def test_a_page_without_a_link_has_no_code() -> None:
    assert not list(small_code(None, brand_with(22), PLACE))


def test_at_the_boundary() -> None:
    across = modules_across("https://example.org")
    assert not list(small_code(link("https://example.org"), brand_with(across * LEAST_MODULE), PLACE))
    assert list(small_code(link("https://example.org"), brand_with(across * LEAST_MODULE - 0.01), PLACE))


@pytest.mark.parametrize(
    "url", [LONG, LONG.upper(), "https://example.org/" + "9" * 300, "https://example.org/" + "é" * 150]
)
@pytest.mark.parametrize("code", [12, 16, 22])
def test_each_way_out_leads_out(url: str, code: float) -> None:
    (problem,) = small_code(link(url), brand_with(code), PLACE)
    larger = int(re.search(r"`code: (\d+)` instead", problem.hint)[1])  # type: ignore[index]
    assert not list(small_code(link(url), brand_with(larger), PLACE))
    assert list(small_code(link(url), brand_with(larger - 1), PLACE))
    longest = int(re.search(r"at most (\d+) characters", problem.hint)[1])  # type: ignore[index]
    assert not list(small_code(link(f"https://example.org/{'a' * 400}"[:longest]), brand_with(code), PLACE))


def test_a_code_too_small_for_any_address_has_one_way_out() -> None:
    (problem,) = small_code(link("https://example.org"), brand_with(9), PLACE)
    assert problem.hint == "write `code: 14` instead of `code: 9` under `measures` in the brand `briefing.yaml`"


@given(st.text("abcdefghij/-.=&?0123456789", min_size=1, max_size=200))
@settings(max_examples=60)
def test_it_warns_exactly_when_modules_are_small(path: str) -> None:
    url = f"https://example.org/{path}"
    found = list(small_code(link(url), brand_with(22), PLACE))
    assert bool(found) == (22 / modules_across(url) < LEAST_MODULE)
