"""Lines too thin for a press are refused before the page is drawn, in the words in which `check` would refuse the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.check import check_file
from reportgen.pipeline import build_all
from reportgen.press_practice import bar_thickness, coarseness, thin_inks_fault, thin_line_fault
from reportgen.problems import Severity

REPORT = """
brand: industrial-strategy
language: en-GB
date: 2026-11
title: A test page
intro: Some words.
logo: {file: logo.svg, alt: The council}
statistics:
  - {value: 12, label: homes.}
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100">{}</svg>'


def built(folder: Path, drawing: str, editions: tuple[str, ...] = ("screen", "print")) -> tuple[list[str], list[str]]:
    """What is said of a page with a logo, and of its print edition if it is written."""
    (folder / "logo.svg").write_text(SVG.format(drawing))
    (folder / "r.yaml").write_text(REPORT)
    made = build_all([folder / "r.yaml"], out=folder / "out", editions=editions)
    said = [str(problem).partition("\n")[0].partition(": ")[2] for problem in made.problems]
    prints = [each.path for each in made.written if each.path.name.endswith("-print.pdf")]
    return said, [str(problem) for path in prints for problem in check_file(path).problems()]


HINT = "let the brand's `logo` be larger, or draw the line thicker in the file"


@pytest.mark.parametrize(
    ("drawing", "said"),
    [
        ('<path d="M0 0H400V100H0Z" fill="none" stroke="#000" stroke-width="0.5"/>',
         [f"error: a line is 0.16 pt wide; 0.25 pt are needed; {HINT}"]),
        ('<path d="M0 0H400V100H0Z" fill="none" stroke="#00756F" stroke-width="1"/>',
         [f"error: a line under 0.5 pt is in 4 inks; {HINT}"]),
        ('<path d="M0 0H400V100H0Z" fill="none" stroke="#000" stroke-width="1"/>', []),
        ('<rect width="400" height="0.5" fill="#000"/>', [f"error: a line is 0.16 pt wide; 0.25 pt are needed; {HINT}"]),
        ('<rect width="400" height="2" fill="#00756F"/>', []),
    ],
)  # fmt: skip
def test_a_logo_with_thin_lines(drawing: str, said: list[str], tmp_path: Path) -> None:
    assert built(tmp_path, drawing) == (said, [])
    assert built(tmp_path, drawing, ("screen",)) == ([], []), "a screen has no plates"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    width=st.floats(0.1, 3.0),
    ink=st.sampled_from(["#000000", "#00756F", "#FFFFFF", "#777777"]),
    filled=st.booleans(),
    path=st.sampled_from(["M5 5H395", "M5 5H395V9H5Z", "M5 5L200 90L395 5Z", "M5 50C100 0 200 100 395 50"]),
)
def test_what_is_written_is_clean(width: float, ink: str, filled: bool, path: str, tmp_path: Path) -> None:
    paint = f'fill="{ink}" stroke="none" transform="scale(1 {width / 4})"' if filled else (
        f'fill="none" stroke="{ink}" stroke-width="{width}"')  # fmt: skip
    said, found = built(tmp_path, f'<path d="{path}" {paint}/><rect width="9" height="9" fill="#000"/>', ("print",))
    assert found == []
    assert all("error: a line" in one for one in said)


def test_the_questions() -> None:
    assert [thin_line_fault(width) for width in (0.245, 0.25)] == ["", ""]
    assert thin_line_fault(0.24) == "a line is 0.24 pt wide; 0.25 pt are needed"
    assert thin_inks_fault(0.4, (84, 23, 50, 28)) == "a line under 0.5 pt is in 4 inks"
    assert thin_inks_fault(0.4, (0, 0, 0, 60)) == thin_inks_fault(0.5, (84, 23, 50, 28)) == ""
    assert [bar_thickness(100, 0.1, 1, 5), bar_thickness(3, 0.1, 1, 5), bar_thickness(100, 0.1, 2, 10)] == [
        0.1,
        None,
        None,
    ]
    assert [coarseness(ppi) for ppi in (225, 224.5, 224, 150, 149.5, 149)] == [
        None, None, Severity.WARNING, Severity.WARNING, Severity.WARNING, Severity.ERROR,
    ]  # fmt: skip
