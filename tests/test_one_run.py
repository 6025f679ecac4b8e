"""Twenty mistakes in a report and its brand: twenty lines and columns in one run, exit code 1, and nothing written."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

REPORT = """\
brand: mine
language: en-GB
date: 2018-13
kicker: Local summary
title: South East Midlands \N{GRINNING FACE}
title: Again
intro: Growth: a plan
place:
  boundary: data/no-such-file.geojson
  statistics:
    - value: 1_000
      label: people
statistics:
  - id: employment
    value: 1025000
    label: people in employment, an increase of **{chnge}** since {since}.
    change: 111400
    since: 2010
    figure: change
    captoin: About 1 in 20
  - value: 0800
    label: workers # and others
  - value: 16450
    label: apprenticeships starts last year.
    figure: count
    each: 1000
    symbol: usr
  - label: a statistic without a number
highlights:
  title: Highlights
  items:
    - amount: £5mm
      text: to [Millbrook](ftp:nowhere)
    - icon: road-horizont
      text: an **unclosed mark
case_study:
  title: [Study]
link:
  text: Go to
  url: bit ly
logo:
  file: data/semlep_districts.geojson
"""

EXPECTED = [
    ("content/brands/mine.yaml", 7, 22),  # a colour that is none
    ("content/brands/mine.yaml", 25, 1),  # a role that the brand lacks, told at the block that lacks it
    ("content/report.yaml", 3, 7),  # a thirteenth month
    ("content/report.yaml", 5, 28),  # a character that no face has
    ("content/report.yaml", 6, 1),  # a key that stands twice
    ("content/report.yaml", 9, 13),  # no such file
    ("content/report.yaml", 11, 14),  # not a number
    ("content/report.yaml", 16, 51),  # a name that nothing has
    ("content/report.yaml", 20, 5),  # an unknown key
    ("content/report.yaml", 21, 12),  # a number that begins with a zero
    ("content/report.yaml", 22, 20),  # a text that YAML cuts short
    ("content/report.yaml", 27, 13),  # an unknown icon
    ("content/report.yaml", 28, 5),  # a missing number
    ("content/report.yaml", 32, 15),  # an amount that is none
    ("content/report.yaml", 33, 28),  # an address of another kind
    ("content/report.yaml", 34, 13),  # another unknown icon
    ("content/report.yaml", 35, 16),  # a mark that is not closed
    ("content/report.yaml", 36, 1),  # a case study without text
    ("content/report.yaml", 37, 10),  # a text that needs quotation marks
    ("content/report.yaml", 40, 8),  # no address
    ("content/report.yaml", 41, 1),  # a logo without alternative text
    ("content/report.yaml", 42, 9),  # a logo that is no picture
]


def make_project(folder: Path, report: str) -> None:
    """A folder with a report and a brand of its own that has two mistakes."""
    brand = (ROOT / "content" / "brands" / "industrial-strategy.yaml").read_text(encoding="utf-8")
    lines = brand.replace('"#0F2C4C"', '"#0F2C4"').replace("  amount: accent\n", "").splitlines(keepends=True)
    (folder / "content" / "brands").mkdir(parents=True)
    (folder / "content" / "brands" / "mine.yaml").write_text("".join(lines), encoding="utf-8")
    shutil.copytree(ROOT / "content" / "data", folder / "content" / "data")
    shutil.copytree(ROOT / "fonts", folder / "fonts")
    (folder / "content" / "report.yaml").write_text(report, encoding="utf-8")


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`reportgen` as a user runs it."""
    command = [sys.executable, "-m", "reportgen", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8")


def test_twenty_mistakes_in_one_run(tmp_path: Path) -> None:
    make_project(tmp_path, REPORT.replace("intro: Growth: a plan\n", "intro: A plan\n"))
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "report.pdf").write_bytes(b"an older page")
    done = run(tmp_path, "build", "content/report.yaml")
    found = []
    for line in done.stderr.splitlines():
        file, _, rest = line.partition(":")
        if file.startswith("content/"):
            row, column = rest.split(":")[:2]
            found.append((file, int(row), int(column)))
    assert found == EXPECTED
    assert done.returncode == 1
    assert done.stdout == ""
    assert [path.read_bytes() for path in (tmp_path / "output").iterdir()] == [b"an older page"]


def test_a_syntax_error_is_told_alone_and_the_other_files_are_read(tmp_path: Path) -> None:
    make_project(tmp_path, REPORT)
    (tmp_path / "content" / "other.yaml").write_text("brand: industrial-strategy\nlanguage: en-GB\ntitel: x\n")
    done = run(tmp_path, "build")
    assert "content/report.yaml:7:" in done.stderr
    assert done.stderr.count("content/report.yaml:") == 1
    assert "content/other.yaml:3:1: error: unknown key `titel`; did you mean `title`?" in done.stderr
    assert done.returncode == 1
