"""The guide to words that follow a number keeps its word: each example loads and gives what the guide says it gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen.content.load_report import load_report
from reportgen.content.report import Report
from reportgen.text.spans import plain

GUIDE = (Path(__file__).parents[2] / "docs" / "words.md").read_text(encoding="utf-8")
HEAD = "brand: b\nlanguage: en-GB\ntitle: T\n"


def blocks(what: str) -> dict[str, str]:
    """The fenced blocks under comments such as `<!-- example: name -->`, by their names."""
    return dict(re.findall(rf"<!-- {what}: (\S+) -->\n```\w+\n(.*?)```", GUIDE, re.DOTALL))


def told(report: Report) -> str:
    """Each statistic with its number, then the introduction and the sections, a line each."""
    lines = [f"{each.datum.text} {plain(each.label)}" for each in report.statistics]
    lines += [plain(each) for each in report.intro]
    lines += [plain(each) for section in report.blocks.get("sections", ()) for each in section.text]
    return "".join(f"{line}\n" for line in lines).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("name", blocks("example"))
def test_an_example_gives_what_the_guide_says(name: str) -> None:
    report = load_report(HEAD + blocks("example")[name], name="r.yaml")
    assert [str(each) for each in report.warnings] == []
    assert told(report) == blocks("gives")[name]


def test_there_is_no_other_code() -> None:
    assert GUIDE.count("```") == 2 * sum(len(blocks(what)) for what in ("example", "gives"))
