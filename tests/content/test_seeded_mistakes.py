"""One report with thirty different mistakes: thirty right lines and columns and thirty sentences, in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.content.load_report import load_report
from reportgen.problems import ReportError

REPORT = """\
brand: industrial-strategy
language: en-GB
date: 2018-13
kicker: Industrial Strategy # Local summary
title: South East **Midlands
intro: |
  Our modern strategy sets out {emploiment} for
  a [long-term plan](ftp://example.org) to *boost.
place:
  boundary: data/no-such-file.geojson
  colour: blue
  statistics:
    - value: 2_017_000
      label: people
    - label: businesses
statistics:
  - id: employment
    value: 1025000
    label: people in employment
    change: 2000000
    since: 2010
    figure: change
    captoin: About 1 in 20
  - value: 50500
    label: [12]
    share_of: employmnt
    figure: share
  - value: 16450
    label: apprenticeships
    figure: cuont
    each: 0800
  - value: 16450
    label: apprenticeships
    figure: count
    each: 10
    symbol: usr
highlights:
  items:
    - amount: £28 milion
      text: to develop
      icon: road-horizon
    - text:
case_study: MUEAVI
link:
  text: For more examples go to
  text: For yet more go to
  url: bit.ly/IS-map
photo:
  file: photo.png
logo:
  file: nowhere.svg
  alt: "Logo of *nobody"
publisher:
  - Nobody
"""

EXPECTED = """\
r.yaml:3:7: error: `2018-13` is not in the calendar; write `2018`, `2018-12` or `2018-12-03`
    3 | date: 2018-13
      |       ^^^^^^^
r.yaml:4:29: error: YAML cuts this text short: ` #` begins a comment; put the text in quotation marks if the `#` \
belongs to it, else move the comment to a line of its own
    4 | kicker: Industrial Strategy # Local summary
      |                             ^^^^^^^^^^^^^^^
r.yaml:5:19: error: `**` opens here and is never closed; write `**bold**`; with a space on both sides it stays as it is
    5 | title: South East **Midlands
      |                   ^^
r.yaml:7:32: error: unknown name `{emploiment}`; did you mean `employment`?
    7 |   Our modern strategy sets out {emploiment} for
      |                                ^^^^^^^^^^^^
r.yaml:8:22: error: `ftp://example.org` does not begin with `https://`, `http://` or `mailto:`; write the whole address
    8 |   a [long-term plan](ftp://example.org) to *boost.
      |                      ^^^^^^^^^^^^^^^^^
r.yaml:8:44: error: `*` opens here and is never closed; write `*italic*`; \
a star with a space on both sides stays as it is
    8 |   a [long-term plan](ftp://example.org) to *boost.
      |                                            ^
r.yaml:10:13: error: there is no file `data/no-such-file.geojson`; paths count from the folder of the report, `FOLDER`
   10 |   boundary: data/no-such-file.geojson
      |             ^^^^^^^^^^^^^^^^^^^^^^^^^
r.yaml:11:3: error: unknown key `colour`; use one of \
`alt`, `boundary`, `language`, `locator`, `name`, `source`, `statistics`
   11 |   colour: blue
      |   ^^^^^^
r.yaml:13:14: error: `2_017_000` is not a number; write `2017000` or `2,017,000`
   13 |     - value: 2_017_000
      |              ^^^^^^^^^
r.yaml:15:7: error: this entry of `place.statistics` has no key `value`; write `value: ` and the number
   15 |     - label: businesses
      |       ^^^^^
r.yaml:20:13: error: `change` (2,000,000) is larger than `value` (1,025,000), so it was less than nothing before
   20 |     change: 2000000
      |             ^^^^^^^
r.yaml:23:5: error: unknown key `captoin`; did you mean `caption`?
   23 |     captoin: About 1 in 20
      |     ^^^^^^^
r.yaml:25:12: error: this text needs quotation marks, because it begins with `[`; write `label: "[12]"`
   25 |     label: [12]
      |            ^
r.yaml:26:15: error: no statistic has the id `employmnt`; did you mean `employment`?
   26 |     share_of: employmnt
      |               ^^^^^^^^^
r.yaml:30:13: error: unknown figure `cuont`; did you mean `count`?
   30 |     figure: cuont
      |             ^^^^^
r.yaml:31:11: error: `0800` begins with a zero; write `800`; a telephone number belongs in a text
   31 |     each: 0800
      |           ^^^^
r.yaml:35:11: error: 16,450 at 10 each makes 1,645 figures; 200 are the most; let each stand for more
   35 |     each: 10
      |           ^^
r.yaml:36:13: error: unknown icon `usr`; did you mean `user`?
   36 |     symbol: usr
      |             ^^^
r.yaml:37:1: error: `highlights` has no key `title`; write `title: ` and the title
   37 | highlights:
      | ^^^^^^^^^^
r.yaml:39:15: error: `milion` is not known behind a number; did you mean `million`?
   39 |     - amount: £28 milion
      |               ^^^^^^^^^^
r.yaml:41:7: error: `icon` and `amount` stand in the same place; keep one
   41 |       icon: road-horizon
      |       ^^^^
r.yaml:42:7: error: `text` has no value; fill it in or delete the line
   42 |     - text:
      |       ^^^^
r.yaml:43:13: error: `case_study` must be a block of keys; write its keys below it, indented: `title: `, `text: `
   43 | case_study: MUEAVI
      |             ^^^^^^
r.yaml:46:3: error: key `text` stands twice: in line 45 and in line 46; keep one
   46 |   text: For yet more go to
      |   ^^^^
r.yaml:47:8: error: `bit.ly/IS-map` does not begin with `https://`, `http://` or `mailto:`; \
did you mean `https://bit.ly/IS-map`?
   47 |   url: bit.ly/IS-map
      |        ^^^^^^^^^^^^^
r.yaml:48:1: error: `photo` has no key `alt`; say in a sentence what the picture shows
   48 | photo:
      | ^^^^^
r.yaml:49:9: error: there is no file `photo.png`; paths count from the folder of the report, `FOLDER`
   49 |   file: photo.png
      |         ^^^^^^^^^
r.yaml:51:9: error: there is no file `nowhere.svg`; paths count from the folder of the report, `FOLDER`
   51 |   file: nowhere.svg
      |         ^^^^^^^^^^^
r.yaml:52:17: error: `*` opens here and is never closed; write `*italic*`; a star with a space on both sides stays as it is
   52 |   alt: "Logo of *nobody"
      |                 ^
r.yaml:54:3: error: `publisher` must be a text, and here stands a list
   54 |   - Nobody
      |   ^"""


def test_every_mistake_is_told_at_its_place_in_one_run(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(REPORT, encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        load_report(path, name="r.yaml")
    assert str(caught.value).splitlines() == EXPECTED.replace("FOLDER", tmp_path.as_posix()).splitlines()
    assert len(caught.value.problems) == 30


def test_the_problem_of_the_issue_reads_as_the_issue_has_it() -> None:
    lines = ["title: T", "language: en", "brand: b", "statistics:", "  - value: 1", "    label: a", *["#"] * 7]
    lines += ["    captoin: About 1 in 20"]
    with pytest.raises(ReportError) as caught:
        load_report("\n".join(lines), name="content/south-east-midlands.yaml")
    assert str(caught.value) == (
        "content/south-east-midlands.yaml:14:5: error: unknown key `captoin`; did you mean `caption`?\n"
        "   14 |     captoin: About 1 in 20\n"
        "      |     ^^^^^^^"
    )


def test_pydantic_is_never_heard() -> None:
    with pytest.raises(ReportError) as caught:
        load_report(REPORT, name="r.yaml")
    said = str(caught.value).lower()
    for word in ("pydantic", "input should", "field required", "extra inputs", "validation", "type="):
        assert word not in said
