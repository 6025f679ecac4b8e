"""The README keeps its word: its report builds, its Python runs, its keys and figures are those of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reportgen
from reportgen.content.schema import ReportShape
from reportgen.pipeline import compose

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    """The fenced block under the comment `<!-- name -->`."""
    found = re.search(rf"<!-- {re.escape(name)} -->\n```\w+\n(.*?)```", README, re.DOTALL)
    assert found, name
    return found[1]


@pytest.mark.parametrize("brand", ["industrial-strategy", "briefing"])
def test_the_report_builds(tmp_path: Path, brand: str) -> None:
    (tmp_path / "report.yaml").write_text(block("example: report"), encoding="utf-8")
    page = compose(reportgen.load(tmp_path / "report.yaml"), reportgen.load_brand(brand))
    assert page.title == "More people borrow"


def test_the_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    code = block("example: python").replace('out="output"', f"out={str(tmp_path)!r}")
    names: dict[str, object] = {}
    exec(compile(code, "README.md", "exec"), names)
    endings = (".pdf", "-print.pdf", "-print.txt", ".png")
    assert names["paths"] == [tmp_path / f"south-east-midlands{ending}" for ending in endings]
    assert isinstance(names["pdf"], bytes) and names["pdf"].startswith(b"%PDF-1.")
    assert capsys.readouterr().out.strip() != ""


def test_every_key_is_in_the_table() -> None:
    table = README.partition("| key | what it holds |")[2].partition("\n\n")[0]
    told = set(
        re.findall(r"`(\w+)`", " ".join(line.split("|")[1] for line in table.splitlines() if line.count("|") > 2))
    )
    assert told == set(ReportShape.model_fields)


def test_everything_that_is_exported_is_there() -> None:
    assert all(getattr(reportgen, name) for name in reportgen.__all__)
