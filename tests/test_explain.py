"""`reportgen explain`: what it says of figures that were chosen and asked for, and its exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.cli import main

REPORT = """\
brand: industrial-strategy
language: en-GB
title: Homes
statistics:
  - value: 1,250
    label: homes built in the county since the year two thousand and ten.
    change: 250
    since: 2010
  - value: 7
    label: homes.
    figure: number
figures:
  - title: Homes by district
    series: {Corby: 5, Luton: 9}
    target: 7
"""
TOLD = """\
FILE:5:5: statistics[0]: 1,250 homes built in the county since the year two thousand…
  change: chosen, because it is a value with its change since an earlier time
  `figure:` may also be `amount`, `number`
  with `share_of` or `of` it could be `share`
  with `each` it could be `count`
  with `series` or `data` it could be `line`, `area`, `slope`, `columns`, `bars`, `stacked`, `diverging`, `dumbbell`, `bridge`, `table`, `spark`
  with `boundary` it could be `map`

FILE:9:5: statistics[1]: 7 homes.
  number: asked for with `figure: number`
  `figure:` may also be `amount`
  with `change` it could be `change`
  with `share_of` or `of` it could be `share`
  with `each` it could be `count`
  with `series` or `data` it could be `line`, `area`, `slope`, `columns`, `bars`, `stacked`, `diverging`, `dumbbell`, `bridge`, `table`, `spark`
  with `boundary` it could be `map`

FILE:13:5: figures[0]: Homes by district
  bars: chosen, because it compares 2 names by their values
  `figure:` may also be `columns`, `table`
  with `boundary` it could be `map`

"""


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["explain", *arguments])
    assert isinstance(left.value.code, int)
    return left.value.code


def test_every_figure_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "homes.yaml"
    file.write_text(REPORT, encoding="utf-8")
    assert run(str(file)) == 0
    told = capsys.readouterr()
    assert told.out == TOLD.replace("FILE", file.as_posix())
    assert told.err == ""


def test_problems_are_told_instead(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "homes.yaml"
    file.write_text(REPORT.replace("figure: number", "figure: nmber"), encoding="utf-8")
    assert run(str(file)) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[0] == f"{file.as_posix()}:11:13: error: unknown figure `nmber`; did you mean `number`?"


def test_a_report_without_numbers_and_a_file_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bare.yaml"
    file.write_text("brand: briefing\nlanguage: en\ntitle: T\n", encoding="utf-8")
    assert run(str(file)) == 0
    assert capsys.readouterr().out == f"{file.as_posix()}: no statistics and no figures\n\n"
    assert run(str(tmp_path / "nowhere.yaml")) == 2
