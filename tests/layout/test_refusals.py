"""What cannot be set: whole messages, at the line of the file that has to change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from layout_samples import BRANDS, brand

from reportgen import load
from reportgen.pipeline import compose
from reportgen.problems import ReportError

WORDS_IN_A_LINE = 20
HEAD = "brand: industrial-strategy\nlanguage: en-GB\n"


def refused(tmp_path: Path, body: str, look: str = BRANDS[0]) -> str:
    """What a user sees of a report that cannot be set."""
    file = tmp_path / "r.yaml"
    file.write_text(HEAD + body)
    found = load(file)
    with pytest.raises(ReportError) as caught:
        compose(found, brand(look))
    return str(caught.value).replace(str(file), "r.yaml")


def test_a_page_that_is_too_long_names_its_longest_text(tmp_path: Path) -> None:
    paragraph = 20 * "  Many words that nobody will read to the end.\n"
    told = refused(tmp_path, f"title: Title\nintro: |\n{paragraph * 4}\nclosing: |\n{paragraph * 5}")
    assert (
        re.sub(r"\d+ mm too long, about \d+ lines", "N mm too long, about N lines", told)
        == """\
r.yaml:86:1: error: the page is N mm too long, about N lines of text; shorten `closing` (900 words, the longest text), \
or leave a block out
   86 | closing: |
      | ^^^^^^^"""
    )


def test_how_much_a_page_is_too_long_is_true(tmp_path: Path) -> None:
    """Without as many lines as it says, give or take a twelfth, the page fits."""
    body = "title: Title\nintro: {}\nclosing: {}".format("long " * 700, "{}")
    lines = int(refused(tmp_path, body.format("long " * 900)).split("about ")[1].split()[0])
    assert 10 < lines < 45
    file = tmp_path / "r.yaml"
    file.write_text(HEAD + body.format("long " * (900 - round(lines * 1.08 + 1) * WORDS_IN_A_LINE)))
    assert compose(load(file), brand())
    assert refused(tmp_path, body.format("long " * (900 - lines // 2 * WORDS_IN_A_LINE)))


def test_characters_that_the_typeface_has_not(tmp_path: Path) -> None:
    told = refused(
        tmp_path,
        "title: Growth \N{GRINNING FACE}\nintro: A \N{CJK UNIFIED IDEOGRAPH-4E2D} and **\N{CJK UNIFIED IDEOGRAPH-6587}**.\n",
    )
    assert (
        told
        == """\
r.yaml:3:1: error: the typeface Archivo-ExtraBold has no `😀` (U+1F600 GRINNING FACE); write it another way, or set the text in a \
typeface that has it
    3 | title: Growth 😀
      | ^^^^^
r.yaml:4:1: error: the typeface SourceSans3-Regular has no `中` (U+4E2D CJK UNIFIED IDEOGRAPH-4E2D); write it another way, or \
set the text in a typeface that has it
    4 | intro: A 中 and **文**.
      | ^^^^^
r.yaml:4:1: error: the typeface SourceSans3-Bold has no `文` (U+6587 CJK UNIFIED IDEOGRAPH-6587); write it another way, or set \
the text in a typeface that has it
    4 | intro: A 中 and **文**.
      | ^^^^^"""
    )


def test_text_that_runs_from_right_to_left(tmp_path: Path) -> None:
    told = refused(tmp_path, "title: Growth\nintro: Welcome, مرحبا\n")
    assert (
        told
        == """\
r.yaml:4:1: error: this text runs from right to left; leave it out until reportgen can set it right
    4 | intro: Welcome, مرحبا
      | ^^^^^"""
    )


def test_a_word_wider_than_its_column(tmp_path: Path) -> None:
    told = refused(
        tmp_path,
        "title: Growth\nstatistics:\n"
        + 3 * ("  - value: 5\n    label: " + "Donaudampfschifffahrtsgesellschaft" * 2 + "\n"),
    )
    assert told.splitlines()[0] == (
        "r.yaml:6:5: error: `DonaudampfschifffahrtsgesellschaftDonaudampfschifffahrtsgesellschaft` is wider than its "
        "column (57 mm); use a shorter word, or divide it with a hyphen"
    )
    assert told.count("error:") == 3


def test_a_figure_that_cannot_be_drawn_so_narrow(tmp_path: Path) -> None:
    cell = "  - value: 5000\n    label: people\n    change: 100\n    since: from spring to autumn of the year before\n    figure: change\n"
    told = refused(tmp_path, "title: Growth\nstatistics:\n" + 3 * cell)
    lines = [line for line in told.splitlines() if "error:" in line]
    assert len(lines) == 3
    assert lines[0].startswith("r.yaml:9:5: error: a pair of columns with these labels needs ")
    assert lines[0].endswith(" mm, and has 57; shorten `since`, or use another figure")


def test_all_that_cannot_be_set_comes_in_one_run(tmp_path: Path) -> None:
    told = refused(
        tmp_path,
        "title: Growth \N{GRINNING FACE}\nintro: مرحبا\nstatistics:\n  - value: 7\n    label: of 3,000\n    of: 3000000\n    figure: share\n",
    )
    assert [line.split(": error")[0] for line in told.splitlines() if "error:" in line] == [
        "r.yaml:3:1",
        "r.yaml:4:1",
        "r.yaml:9:5",
    ]
