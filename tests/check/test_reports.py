"""How findings are reported, the command and its exit codes, and what a screen reader reads."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from check_samples import good, untouched
from click.testing import CliRunner, Result
from mutations import BROKEN

from reportgen.check import check_bytes, every_rule, screen_reader_text
from reportgen.check.reports import as_sarif, as_text
from reportgen.commands.check_command import check

TWO_H1 = next(each for each in BROKEN if each.name == "two H1")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "good.pdf").write_bytes(untouched("screen"))
    (tmp_path / "broken.pdf").write_bytes(TWO_H1.data())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    """The command, as the program runs it: what it returns is the exit code."""
    return CliRunner().invoke(check, arguments, standalone_mode=False, catch_exceptions=True)


def test_a_good_file_in_words(folder: Path) -> None:
    result = run("good.pdf")
    assert result.return_value == 0
    first, last = result.output.splitlines()
    assert first == "good.pdf: claims PDF/A-2a, PDF/UA-1; judged as PDF, PDF/A-2, PDF/A-2a, PDF/UA-1"
    assert last.startswith("  no finding; ") and "rules ran: file (opens, damaged, pages, content, structure); " in last
    assert "contrast)" in last and "gwg" not in last


def test_a_broken_file_in_words(folder: Path) -> None:
    result = run("broken.pdf")
    assert result.return_value == 1
    lines = result.output.splitlines()
    assert lines[1:3] == ["  error: ua.one-h1: there are 2 H1", "      ISO 14289-1, 7.4; WCAG 2.2, 1.3.1"]
    assert lines[3].startswith("  1 error; ")


def test_a_finding_tells_page_place_count_and_hint() -> None:
    text = as_text([check_bytes(good("print", lambda text: text.replace("0.5 w", "0.1 w")), "a.pdf")])
    assert (
        "  error: gwg.hairline: page 1: a line is 0.10 pt wide; 0.25 pt are needed (at 60, 600 pt); draw it thicker"
        in text.splitlines()
    )


def test_json(folder: Path) -> None:
    result = run("good.pdf", "broken.pdf", "--format", "json")
    first, second = json.loads(result.output)["files"]
    assert (first["findings"], result.return_value) == ([], 1)
    assert second["findings"] == [
        {
            "rule": "ua.one-h1",
            "title": "There is exactly one H1",
            "clause": "ISO 14289-1, 7.4; WCAG 2.2, 1.3.1",
            "severity": "error",
            "message": "there are 2 H1",
            "hint": "",
            "page": None,
            "box": None,
            "count": 1,
        }
    ]
    assert "ua.one-h1" in second["rules"] and second["claims"] == ["PDF/X-4", "PDF/A-2a", "PDF/UA-1"]
    assert second["facts"]["fonts"] == ["SourceSans3-Bold", "SourceSans3-Regular"]


def test_sarif(folder: Path) -> None:
    result = run("good.pdf", "broken.pdf", "--format", "sarif")
    log = json.loads(result.output)
    (one,) = log["runs"]
    (found,) = one["results"]
    driver = one["tool"]["driver"]
    assert (log["version"], driver["name"], result.return_value) == ("2.1.0", "reportgen check", 1)
    assert driver["rules"][found["ruleIndex"]]["id"] == found["ruleId"] == "ua.one-h1"
    assert found["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "broken.pdf", "index": 1}
    assert (found["level"], found["message"]) == ("error", {"text": "there are 2 H1."})
    assert [each["location"]["uri"] for each in one["artifacts"]] == ["good.pdf", "broken.pdf"]


def test_sarif_tells_the_page_and_odd_names() -> None:
    broken = next(each for each in BROKEN if each.name == "a hairline")
    (one,) = json.loads(as_sarif([check_bytes(broken.data(), "an odd näme.pdf")]))["runs"]
    location = one["results"][0]["locations"][0]
    assert location["logicalLocations"] == [{"name": "page 1", "kind": "element"}]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "an%20odd%20n%C3%A4me.pdf"


def test_warnings_do_not_fail(folder: Path) -> None:
    broken = next(each for each in BROKEN if each.name == "an image of 180 ppi")
    (folder / "coarse.pdf").write_bytes(broken.data())
    result = run("coarse.pdf")
    assert result.return_value == 0
    assert "  warning: gwg.resolution: page 1: an image has 180 ppi; 225 are needed" in result.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Missing argument"),
        (("nowhere.pdf",), "cannot read `nowhere.pdf`: No such file or directory"),
        (("good.pdf", "--for", "web"), "'web' is not one of 'print', 'screen'"),
        (("good.pdf", "--ink-limit", "30"), "30.0 is not in the range"),
        ((".",), "cannot read `.`: Is a directory"),
    ],
)
def test_wrong_usage(folder: Path, arguments: tuple[str, ...], message: str) -> None:
    result = CliRunner().invoke(check, arguments)
    assert result.exit_code == 2
    assert message in result.output


def test_purpose_overrides_the_claim(folder: Path) -> None:
    result = run("good.pdf", "--for", "print")
    assert result.return_value == 1
    assert "x4.claim" in result.output and "x4.intent" in result.output


def test_what_a_screen_reader_reads(folder: Path) -> None:
    result = run("--read", "good.pdf")
    assert result.return_value == 0
    assert result.output == (
        "[language en-GB]\n"
        "Document\n"
        "  heading 1: Example District\n"
        "  paragraph: A page that was made by hand for the preflight: 2,500 homes.\n"
        "  heading 2: Trees of the district\n"
        "  paragraph: Nobody has counted them yet.\n"
        "  table\n"
        "    row: [column header] Year | [column header] Homes\n"
        "    row: [row header] 2024 | 1,875\n"
        "  figure: “A bar that stands for 1,875 homes”\n"
        "  figure: “Trees in a street”\n"
        "  list\n"
        "    item:\n"
        "      Lbl: •\n"
        "      LBody: an item of a list\n"
        "  paragraph: More is at [link example.org/more → https://example.org/more (More about the district)]\n"
    )


def test_a_file_without_tags_is_read_as_it_is_painted() -> None:
    data = good("screen", mutate=lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"))
    lines = screen_reader_text(data).splitlines()
    assert lines[:4] == [
        "[language en-GB]",
        "[no structure tree: a screen reader guesses]",
        "[page 1]",
        "Example District",
    ]


def test_rules_are_data() -> None:
    ids = [rule.id for rule in every_rule()]
    assert len(set(ids)) == len(ids) >= 80
    for rule in every_rule():
        assert rule.title and rule.clause and rule.applies, rule.id
        assert not rule.title.endswith(".") and not rule.hint.endswith("."), rule.id


def test_nothing_heavy_is_loaded_before_there_is_a_file() -> None:
    program = "import sys, reportgen.commands.check_command; print([m for m in ('pikepdf', 'PIL', 'numpy', 'fontTools') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
