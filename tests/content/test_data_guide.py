"""The guide to data keeps its word: each example loads without a warning and gives what the guide says it gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen.content.formulas.functions import FUNCTIONS
from reportgen.content.load_report import load_report
from reportgen.content.report import Report
from reportgen.content.summaries import NAMES, TEXTS
from reportgen.text.spans import plain
from reportgen.text.words import words

GUIDE = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
HEAD = "brand: b\nlanguage: en-GB\ntitle: T\n"


def blocks(what: str) -> dict[str, str]:
    """The fenced blocks under comments such as `<!-- example: name -->`, by their names."""
    return dict(re.findall(rf"<!-- {what}: (\S+) -->\n```\w+\n(.*?)```", GUIDE, re.DOTALL))


def told(report: Report) -> str:
    """The values of the only figure, or the text of the only section, a line each."""
    if report.blocks.get("sections", ()):
        return "".join(f"{plain(paragraph)}\n" for paragraph in report.blocks["sections"][0].text)
    lines = []
    for each in report.figures[0].sets:
        for point in each.points:
            name = f"{each.name}, {point.label}" if each.name else point.label
            lines.append(f"{name}: {point.datum.text if point.datum else words('en')[point.gap]}\n")
    return "".join(lines)


@pytest.mark.parametrize("name", blocks("example"))
def test_an_example_gives_what_the_guide_says(tmp_path: Path, name: str) -> None:
    for file, text in blocks("file").items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    report = load_report(HEAD + blocks("example")[name], name="r.yaml", folder=tmp_path)
    assert [str(each) for each in report.warnings] == []
    assert told(report) == blocks("gives")[name]


def test_there_is_no_other_code() -> None:
    assert GUIDE.count("```") == 2 * sum(len(blocks(what)) for what in ("file", "example", "gives"))


def test_every_function_is_in_the_table() -> None:
    written = re.findall(r"^\| `(.*?)` \| \S", GUIDE, re.MULTILINE)
    assert written == [function.example for function in FUNCTIONS.values()]


def test_every_name_of_a_series_is_told() -> None:
    assert [name for name in (*NAMES, *TEXTS) if f"`{{{name}}}`" not in GUIDE] == []
