"""Our own sample: both editions are checked by all that they claim, and nothing is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.check import Result, check_file, screen_reader_text
from reportgen.pipeline import build_all

CHECKOUT = Path(__file__).parent.parent.parent
SAMPLE = CHECKOUT / "content" / "south-east-midlands.yaml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sample")
    build_all([SAMPLE], out=out, editions=("screen", "print"))
    return out


def checked(folder: Path, name: str) -> tuple[Result, list[str]]:
    result = check_file(folder / name)
    return result, [str(problem) for problem in result.problems()]


def test_the_screen_edition(folder: Path) -> None:
    result, problems = checked(folder, "south-east-midlands.pdf")
    assert (result.claims, problems) == (("PDF/A-2a", "PDF/UA-1"), [])


def test_the_print_edition(folder: Path) -> None:
    result, problems = checked(folder, "south-east-midlands-print.pdf")
    assert (result.claims, problems) == (("PDF/X-4", "PDF/A-2a", "PDF/UA-1"), [])
    assert result.facts["highest ink sum"] <= 300
    assert result.facts["trim"] == [[210.0, 297.0]]


def test_both_editions_are_read_alike_but_for_links(folder: Path) -> None:
    """The words, in order; a link is a link only where it can be followed."""
    import re

    def words(name: str) -> list[str]:
        words = screen_reader_text((folder / name).read_bytes())
        return re.findall(r"\w+", re.sub(r"\[link | → \S+( \([^)]*\))?\]?|Link|link", " ", words))

    assert words("south-east-midlands.pdf") == words("south-east-midlands-print.pdf")
