"""What cannot be set: whole messages, at the line of the file that has to change."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

import pytest
from layout_samples import BRANDS, brand

from reportgen import load
from reportgen.layout.trimming import shortened
from reportgen.pipeline import compose
from reportgen.problems import Problem, ReportError

HEAD = "brand: industrial-strategy\nlanguage: en-GB\n"


def refused(tmp_path: Path, body: str, look: str = BRANDS[0]) -> str:
    """What a user sees of a report that cannot be set."""
    file = tmp_path / "r.yaml"
    file.write_text(HEAD + body)
    found = load(file)
    with pytest.raises(ReportError) as caught:
        compose(found, brand(look))
    return str(caught.value).replace(str(file), "r.yaml")


SENTENCE = "Many words that nobody will read to the end of it. "
ITEMS = "".join(f"    - amount: £{number}m\n      text: {SENTENCE * 2}\n" for number in range(1, 10))
CASES = {
    "one text": ("title: Title\nintro: " + SENTENCE * 30 + "\nclosing: " + SENTENCE * 92 + "\n", ["closing"]),
    "several": (
        "title: Title\nintro: "
        + SENTENCE * 55
        + "\ncase_study:\n  title: Case\n  text: "
        + SENTENCE * 55
        + "\nclosing: "
        + SENTENCE * 55
        + "\n",
        ["case_study.text", "closing", "intro"],
    ),
}


def over(problems: tuple[Problem, ...]) -> dict[str, int]:
    """The texts that are over, with the words of each that are."""
    found = (re.match(r"`(.+)` is (\d+) words? over", problem.message) for problem in problems)
    return {match[1]: int(match[2]) for match in found if match}


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("case", CASES)
def test_the_words_that_are_over_are_those_that_have_to_go(case: str, look: str) -> None:
    body, paths = CASES[case]
    found = load(StringIO(HEAD + body))
    with pytest.raises(ReportError) as caught:
        compose(found, brand(look))
    words = over(caught.value.problems)
    assert sorted(words) == paths
    assert compose(shortened(found, words), brand(look))
    with pytest.raises(ReportError):
        compose(shortened(found, {path: int(count * 0.75) for path, count in words.items()}), brand(look))


def test_a_page_that_is_too_long_says_what_to_cut_and_what_else_would_do(tmp_path: Path) -> None:
    quote = f"quote:\n  text: {SENTENCE}\n  who: One\n"
    case = "case_study:\n  title: Case\n  text: |\n" + f"    {SENTENCE}\n" * 92
    told = refused(tmp_path, f"title: Title\nintro: {SENTENCE * 10}\n{quote}{case}")
    first, *excerpt = told.splitlines()
    assert re.sub(r"\d+ words? over|\d+ lines?|\d+ mm|about \d+", "N", first) == (
        "r.yaml:10:3: error: `case_study.text` is N: the page is N (N) too long; cut N of its 1012 words, "
        "or drop `quote`, or use A3 (`page: A3`)"
    )
    assert excerpt == ["   10 |   text: |", "      |   ^^^^"]


def test_highlights_that_are_over_are_counted_from_the_last(tmp_path: Path) -> None:
    items = "".join(
        f"    - amount: £{number}m\n      text: for play areas in the town and near\n" for number in range(1, 25)
    )
    statistics = (
        "statistics:\n" + 9 * "  - value: 5\n    label: of many\n    of: 9\n    figure: share\n    caption: in all\n"
    )
    body = f"page: A5\ntitle: Title\nhighlights:\n  title: Highlights\n  items:\n{items}{statistics}"
    told = refused(tmp_path, body)
    assert re.fullmatch(
        r"r\.yaml:\d+:7: error: highlights \d+ to 24 are over, \d+ words in all: the page is \d+ lines? "
        r"\(\d+ mm\) too long; drop them(, or use A4 \(`page: A4`\))?",
        told.splitlines()[0],
    )


def test_characters_that_the_typeface_has_not(tmp_path: Path) -> None:
    told = refused(
        tmp_path,
        "title: Growth \N{GRINNING FACE}\nintro: A \N{CJK UNIFIED IDEOGRAPH-4E2D} and **\N{CJK UNIFIED IDEOGRAPH-6587}**.\n",
    )
    assert (
        told
        == """\
r.yaml:3:15: error: Archivo-ExtraBold has no U+1F600 GRINNING FACE; write it another way, or choose a brand whose \
typeface has it
    3 | title: Growth 😀
      |               ^
r.yaml:4:10: error: SourceSans3-Regular has no U+4E2D CJK UNIFIED IDEOGRAPH-4E2D; write it another way, or choose a \
brand whose typeface has it
    4 | intro: A 中 and **文**.
      |          ^
r.yaml:4:18: error: SourceSans3-Bold has no U+6587 CJK UNIFIED IDEOGRAPH-6587; write it another way, or choose a brand \
whose typeface has it
    4 | intro: A 中 and **文**.
      |                  ^"""
    )


def test_text_that_runs_from_right_to_left(tmp_path: Path) -> None:
    told = refused(tmp_path, "title: Growth\nintro: Welcome, مرحبا\n")
    assert (
        told
        == """\
r.yaml:4:17: error: text that runs from right to left cannot be set yet; write it in letters that run from left to \
right
    4 | intro: Welcome, مرحبا
      |                 ^"""
    )


def test_a_word_wider_than_its_column(tmp_path: Path) -> None:
    told = refused(
        tmp_path,
        "title: Growth\nstatistics:\n"
        + 3 * ("  - value: 5\n    label: " + "Donaudampfschifffahrtsgesellschaft" * 2 + "\n"),
    )
    assert told.splitlines()[0] == (
        "r.yaml:6:12: error: `DonaudampfschifffahrtsgesellschaftDonaudampfschifffahrtsgesellschaft` is wider than its "
        "column (88 mm); use a shorter word, or divide it with a hyphen"
    )
    assert told.count("error:") == 2


def test_a_word_in_a_folded_text_is_pointed_at_where_it_stands(tmp_path: Path) -> None:
    long = "Donaudampfschifffahrtsgesellschaft" * 4
    told = refused(tmp_path, f"title: Growth\nintro: |\n  Some words first,\n  then **{long}** and more.\n")
    lines = told.splitlines()
    assert lines[0].startswith(f"r.yaml:6:10: error: `{long}` is wider than its column (")
    assert lines[1] == f"    6 |   then **{long}** and more."
    assert lines[2] == "      | " + " " * 9 + "^" * len(long)


def test_an_address_that_is_too_long_has_advice_of_its_own(tmp_path: Path) -> None:
    label = "  - value: 5\n    label: see https://example.org/" + "x" * 90 + "\n"
    told = refused(tmp_path, "title: Growth\nstatistics:\n" + 2 * label)
    assert told.splitlines()[0] == (
        f"r.yaml:6:36: error: `{'x' * 90}` is wider than its column (88 mm); give a shorter address that leads to the "
        "same page"
    )


def test_a_figure_that_cannot_be_drawn_so_narrow(tmp_path: Path) -> None:
    cell = "  - value: 5000\n    label: people\n    change: 100\n    since: from spring to autumn of the year before\n    figure: change\n"
    told = refused(tmp_path, "title: Growth\nstatistics:\n" + 3 * cell)
    lines = [line for line in told.splitlines() if "error:" in line]
    assert len(lines) == 2
    assert lines[0].startswith("r.yaml:9:5: error: a pair of columns with these labels needs ")
    assert lines[0].endswith(" mm, and has 88; shorten `since`, or use another figure")


def test_all_that_cannot_be_set_comes_in_one_run(tmp_path: Path) -> None:
    told = refused(
        tmp_path,
        "title: Growth \N{GRINNING FACE}\nintro: مرحبا\nstatistics:\n  - value: 7\n    label: of 3,000\n    of: 3000000\n    figure: share\n",
    )
    assert [line.split(": error")[0] for line in told.splitlines() if "error:" in line] == [
        "r.yaml:3:15",
        "r.yaml:4:8",
        "r.yaml:9:5",
    ]
