"""`reportgen fit`: what it says of a page, that its numbers are true, and how it is called."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportgen import load, load_brand
from reportgen.cli import commands
from reportgen.fit import fit
from reportgen.layout.trimming import lengthened
from reportgen.pipeline import compose

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "content/south-east-midlands.yaml"
BRANDS = ("industrial-strategy", "briefing")


def brand(name: str) -> object:
    return load_brand(ROOT / "content/brands" / f"{name}.yaml")


def test_the_whole_of_what_is_said() -> None:
    told = str(fit(load(SAMPLE), load_brand(ROOT / "content/brands/industrial-strategy.yaml")))
    told = re.sub(r"\d+ (more )?(words?)( fewer)?", r"N \1\2\3", re.sub(r"\d\.\d\d", "S", told))
    assert (
        told
        == """\
A4, text at 9.6 pt (100% of the brand's normal size)

Composition, score S (less is better)
  header      title and introduction beside the place
  12          statistics (3)
  6 + 6       highlights (list) | case_study (stacked)

Score
  space       S x 1 = S

Runner-up, score S
  header      title and introduction beside the place
  12          statistics (3)
  5 + 7       highlights (list) | case_study (stacked)

Room left, each text by itself
  intro                       N words, room for N more words
  statistics[0].label          N words, room for N more words
  statistics[1].label         N words, room for N more words
  statistics[2].label          N words, room for N more words
  statistics[1].caption        N words, room for N more words
  statistics[2].caption        N words, room for N more words
  highlights.items[0].text    N words, room for N more words
  highlights.items[1].text    N words, room for N more words
  highlights.items[2].text    N words, room for N more words
  case_study.text             N words, room for N more words
  closing                     N words, room for N more words

What would make it better
  the white space is narrower than normal: about N words fewer in `intro` would make room"""
    )


@pytest.mark.parametrize("look", BRANDS)
def test_so_many_words_more_fit(look: str) -> None:
    report, its_brand = load(SAMPLE), load_brand(ROOT / "content/brands" / f"{look}.yaml")
    rooms = {room.path: room.more for room in fit(report, its_brand).room}
    assert set(rooms) > {"intro", "case_study.text", "closing"}
    for path in ("intro", "case_study.text"):
        assert compose(lengthened(report, path, rooms[path]), its_brand)


def test_the_command_says_it_for_every_file() -> None:
    small = ROOT / "tests/cases/one-statistic.yaml"
    result = CliRunner().invoke(commands, ["fit", "--brand", "briefing", os.fspath(SAMPLE), os.fspath(small)])
    assert result.output.count("Room left") == 2
    assert f"{small}: A4, text at " in result.output


def test_the_command_tells_what_is_over_instead(tmp_path: Path) -> None:
    file = tmp_path / "long.yaml"
    file.write_text("brand: briefing\nlanguage: en-GB\ntitle: Long\nintro: " + "many words " * 540)
    result = CliRunner().invoke(commands, ["fit", "--brand", "briefing", os.fspath(file)])
    assert re.search(r"long\.yaml:4:1: error: `intro` is \d+ words over: the page is \d+ lines", result.output)
