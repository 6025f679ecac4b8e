"""Which lists of amounts have bars, and what is said of those that have none."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.content.load_report import load_report
from reportgen.content.report import Report
from reportgen.explain import explain
from reportgen.problems import ReportError


def listed(folder: Path, *amounts: str, bars: str = "") -> Report:
    """A report with a list of these amounts."""
    lines = ["brand: briefing", "language: en-GB", "title: T", "highlights:", "  title: What it cost"]
    lines += [f"  bars: {bars}"] if bars else []
    lines += ["  items:", *(f'    - {{amount: "{amount}", text: words}}' for amount in amounts)]
    file = folder / "r.yaml"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return load_report(file)


@pytest.mark.parametrize(
    ("amounts", "bars", "why"),
    [
        (("£5m", "£28m"), "", ""),
        (("12%", "30%", "0%"), "", ""),
        (("£5m", "£28m"), "no", "`bars: no` turns them off"),
        (("28", "492", "54.4", "$14.5 billion"), "", "28 and $14.5 billion have different units, and cannot be compared"),
        (("£5m", "12%"), "", "£5m and 12% have different units, and cannot be compared"),
        (("£5m", "€3m"), "", "£5m and €3m have different units, and cannot be compared"),
        (("28", "492"), "", "28 and 492 have no unit, and may count different things; if they count the same, write `bars: yes`"),
        (("28", "492"), "yes", ""),
        (("£5m",), "", "one amount alone has nothing to be compared with"),
        (("£5m", "−£2m"), "", "−£2m is below zero, where bars begin"),
        (("£100m", "£0", "£1m"), "", "beside the bar of £100m that of £1m would be under 4 mm"),
        (("£0", "£0"), "", "all amounts are zero, and bars have no length"),
    ],
)  # fmt: skip
def test_why_a_list_has_no_bars(tmp_path: Path, amounts: tuple[str, ...], bars: str, why: str) -> None:
    report = listed(tmp_path, *amounts, bars=bars)
    assert report.blocks["highlights"].why_no_bars == why
    told = explain(report).splitlines()
    assert told[0].endswith("r.yaml:4:1: highlights: What it cost")
    assert told[1] == f"  no bars, because {why}" if why else told[1].startswith("  bars on one scale, that of ")


@pytest.mark.parametrize(
    ("amounts", "bars", "problem"),
    [
        (("£5m", "12%"), "yes", "this list cannot have bars: £5m and 12% have different units, and cannot be compared; write `bars: no`"),
        (("£5m", "£28m"), "noo", "`bars` is `yes` or `no`, and here stands `noo`; did you mean `no`?"),
    ],
)  # fmt: skip
def test_bars_that_cannot_be_are_refused(tmp_path: Path, amounts: tuple[str, ...], bars: str, problem: str) -> None:
    with pytest.raises(ReportError) as caught:
        listed(tmp_path, *amounts, bars=bars)
    (told,) = caught.value.problems
    assert f"{told.message}; {told.hint}" == problem
    assert (told.place.line, told.place.column) == (6, 9)


def test_the_least_bar_is_told(tmp_path: Path) -> None:
    assert explain(listed(tmp_path, "£60k", "£620k", "£0")).splitlines()[1:3] == [
        "  bars on one scale, that of £620k; `bars: no` turns them off",
        "  no bars after all where the amounts have less than 42 mm, because that of £60k would be under 4 mm",
    ]
