"""What is wrong in a brand file: whole messages, all of them in one run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from brand_samples import ROOT, SAMPLE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.brand.load_brand import read_brand
from reportgen.problems import ReportError
from reportgen.sources import Sources

FONTS = str(ROOT / "fonts")
Problems = Callable[..., str]

CASES: dict[str, tuple[tuple[str, str], str]] = {
    "a role is missing": (
        ("  rule: ink\n", ""),
        """\
mine.yaml:25:1: error: `rule` is missing; add `rule:`
   25 | roles:
      | ^^^^^""",
    ),
    "a role that is none": (
        ("  heading: ink\n", "  heading: ink\n  headnig: ink\n"),
        """\
mine.yaml:29:3: error: unknown key `headnig`; did you mean `heading`?
   29 |   headnig: ink
      |   ^^^^^^^""",
    ),
    "a colour that is none": (
        ('srgb: "#14213D"', 'srgb: "#14213"'),
        """\
mine.yaml:6:22: error: `#14213` is no colour; write six digits in quotation marks, like "#14213D"
    6 |   ink:        {srgb: "#14213", cmyk: [0, 0, 0, 100]}
      |                      ^^^^^^^^""",
    ),
    "an ink by another name": (
        ("  heading: ink\n", "  heading: inc\n"),
        """\
mine.yaml:28:12: error: `inc` is no ink of this brand; did you mean `ink`?
   28 |   heading: inc
      |            ^^^""",
    ),
    "a colour in place of an ink": (
        ("  caption: grey\n", '  caption: "#55646F"\n'),
        """\
mine.yaml:31:12: error: `#55646F` is a colour, not an ink; use one of `accent`, `band`, `grey`, `ink`, \
`locator`, `map edge`, `map land`, `map line`, `mist`, `pale`, `quiet dot`, `spot light` …
   31 |   caption: "#55646F"
      |            ^^^^^^^^^""",
    ),
    "two inks of one sRGB": (
        ('"#C3D0D9"', '"#edf2f5"'),
        """\
mine.yaml:12:3: error: `pale` has the same sRGB as `mist`; give each ink an sRGB of its own, or let both roles name \
one ink
   12 |   pale:       {srgb: "#edf2f5", cmyk: [27, 14, 13, 0]}
      |   ^^^^""",
    ),
    "too much ink": (
        ("cmyk: [90, 58, 11, 66]", "cmyk: [90, 58, 11, 166]"),
        """\
mine.yaml:7:52: error: `166` is no measure for the CMYK of `band`; write a number from 0 to 100
    7 |   band:       {srgb: "#0F2C4C", cmyk: [90, 58, 11, 166]}
      |                                                    ^^^""",
    ),
    "three inks of four": (
        ("cmyk: [90, 58, 11, 66]", "cmyk: [90, 58, 11]"),
        """\
mine.yaml:7:39: error: the CMYK of `band` needs 4 numbers; write it like [0, 0, 0, 100]
    7 |   band:       {srgb: "#0F2C4C", cmyk: [90, 58, 11]}
      |                                       ^""",
    ),
    "a font file that is not there": (
        (f"{FONTS}/source-sans-3/SourceSans3_400Regular.ttf", "SourceSans.ttf"),
        """\
mine.yaml:92:14: error: there is no font file `SourceSans.ttf`; the path is relative to the brand file
   92 |     regular: SourceSans.ttf
      |              ^^^^^^^^^^^^^^""",
    ),
    "a family that is none": (
        ("{family: text, size: 10.8", "{family: txet, size: 10.8"),
        """\
mine.yaml:101:26: error: `txet` is no family of this brand; did you mean `text`?
  101 |   lead:         {family: txet, size: 10.8, leading: 14}
      |                          ^^^^""",
    ),
    "tracking out of range": (
        ("tracking: -8,", "tracking: -800,"),
        """\
mine.yaml:100:68: error: `-800` is no measure for `tracking`; write a number from -100 to 300
  100 |   title:        {family: display, size: 44, leading: 42, tracking: -800, balance: yes}
      |                                                                    ^^^^""",
    ),
    "neither yes nor no": (
        ("tracking: -8, balance: yes", "tracking: -8, balance: perhaps"),
        """\
mine.yaml:100:81: error: `balance` is yes or no; write `yes` or `no`
  100 |   title:        {family: display, size: 44, leading: 42, tracking: -8, balance: perhaps}
      |                                                                                 ^^^^^^^""",
    ),
    "a space that does not rise": (
        ("row:         [5, 7, 9]", "row:         [5, 4, 9]"),
        """\
mine.yaml:130:16: error: `row` has to rise from least to most; write it like [3, 4, 6]
  130 |   row:         [5, 4, 9]       # between the rows of the page
      |                ^""",
    ),
    "a height without its most": (
        ("figure height: [16, 21, 48]", "figure height: [16, 21]"),
        """\
mine.yaml:140:16: error: `figure height` needs 3 numbers; write it like [3, 4, 6]
  140 | figure height: [16, 21]    # of a statistic's figure, in vertical units
      |                ^""",
    ),
    "steps of unequal length": (
        ("display: [0.8, 0.9, 1, 1.1, 1.2, 1.4, 1.6, 1.8, 2]", "display: [0.9, 1, 1.2, 1.4]"),
        """\
mine.yaml:144:1: error: `text` has 9 steps and `display` 4; give both as many
  144 | steps:
      | ^^^^^""",
    ),
    "steps without the normal size": (
        ("[0.89, 0.94, 1, 1.04, 1.08, 1.16, 1.25, 1.35, 1.45]", "[0.94, 1.04, 1.08, 1.16, 1.25, 1.3, 1.4, 1.5, 1.6]"),
        """\
mine.yaml:145:12: error: `text` lacks the normal size; let one of its factors be 1
  145 |   text:    [0.94, 1.04, 1.08, 1.16, 1.25, 1.3, 1.4, 1.5, 1.6]
      |            ^""",
    ),
    "steps that are no list": (
        ("[0.89, 0.94, 1, 1.04, 1.08, 1.16, 1.25, 1.35, 1.45]", "1"),
        """\
mine.yaml:145:12: error: `text` needs a list of numbers; write it like [0.94, 1, 1.08]
  145 |   text:    1
      |            ^""",
    ),
    "a grid of ten columns": (
        ("columns: 12", "columns: 10"),
        """\
mine.yaml:114:1: error: the grid has 12 columns; write `columns: 12`
  114 | page: {width: 210, height: 297, margin: 14, columns: 10, gutter: 5, bleed: 3, unit: 1.1}
      | ^^^^""",
    ),
    "a page of margins": (
        ("margin: 14,", "margin: 140,"),
        """\
mine.yaml:114:1: error: margins and gutters leave no room on the page; make the margins or the gutter smaller
  114 | page: {width: 210, height: 297, margin: 140, columns: 12, gutter: 5, bleed: 3, unit: 1.1}
      | ^^^^""",
    ),
    "a block that is a line": (
        ("page: {width: 210, height: 297, margin: 14, columns: 12, gutter: 5, bleed: 3, unit: 1.1}", "page: A4"),
        """\
mine.yaml:114:1: error: `page` has to be a block of keys; indent its keys under it
  114 | page: A4
      | ^^^^""",
    ),
    "marks that cannot be seen": (
        ("  mark: accent\n", "  mark: pale\n"),
        """\
mine.yaml:49:9: error: `mark` on `paper` has a contrast of 1.5 to 1; large type or a mark needs 3 to 1; \
choose a darker or lighter ink
   49 |   mark: pale
      |         ^^^^""",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_mistake_is_told_once_and_whole(problems: Problems, case: str) -> None:
    change, message = CASES[case]
    assert problems(change) == message


def test_white_on_yellow(problems: Problems) -> None:
    told = problems(
        ("  header ground: band\n", "  header ground: spot light\n"),
        ("header kicker: spot light", "header kicker: ink"),
    )
    assert (
        told
        == """\
mine.yaml:36:17: error: `header title` on `header ground` has a contrast of 1.8 to 1; text needs 4.5 to 1; choose a \
darker or lighter ink
   36 |   header title: white
      |                 ^^^^^
mine.yaml:37:16: error: `header text` on `header ground` has a contrast of 1.8 to 1; text needs 4.5 to 1; choose a \
darker or lighter ink
   37 |   header text: white
      |                ^^^^^"""
    )


def test_fonts_that_are_none(problems: Problems, tmp_path: Path) -> None:
    (tmp_path / "bad.ttf").write_bytes(b"nonsense")
    (tmp_path / "cff.otf").write_bytes(b"OTTO" + bytes(30))
    whole = (ROOT / "fonts/archivo/Archivo_700Bold.ttf").read_bytes()
    (tmp_path / "half.ttf").write_bytes(whole[: len(whole) // 2])
    told = problems(
        (f"{FONTS}/archivo/Archivo_800ExtraBold.ttf", "bad.ttf"),
        (f"{FONTS}/archivo/Archivo_700Bold.ttf", "cff.otf"),
        (f"{FONTS}/source-sans-3/SourceSans3_700Bold.ttf", "half.ttf"),
    )
    first, *_ = told.split("mine.yaml:93")
    assert (
        first
        == """\
mine.yaml:88:14: error: `bad.ttf` is not a TrueType font
   88 |     regular: bad.ttf
      |              ^^^^^^^
mine.yaml:90:14: error: `cff.otf` has CFF outlines; reportgen needs TrueType outlines
   90 |     regular: cff.otf
      |              ^^^^^^^
"""
    )
    assert told.count("error:") == 3 and ":93:11: error: `half.ttf` " in told


def test_a_font_that_may_not_be_read(tmp_path: Path) -> None:
    class Locked(Sources):
        def read_bytes(self, path: Path) -> bytes:
            if path.suffix == ".ttf":
                raise PermissionError(13, "Permission denied")
            return super().read_bytes(path)

    file = tmp_path / "mine.yaml"
    file.write_text(SAMPLE.replace(FONTS + "/archivo", "."))
    for name in ("Archivo_800ExtraBold.ttf", "Archivo_700Bold.ttf"):
        (tmp_path / name).touch()
    with pytest.raises(ReportError) as caught:
        read_brand(file, "mine.yaml", Locked())
    assert [problem.message for problem in caught.value.problems][:2] == [
        "`./Archivo_800ExtraBold.ttf` cannot be read (Permission denied)",
        "`./Archivo_700Bold.ttf` cannot be read (Permission denied)",
    ]


def test_every_mistake_comes_in_one_run(problems: Problems) -> None:
    """All the mistakes above that can stand in one file at once."""
    apart = {"a block that is a line", "a grid of ten columns", "a page of margins", "steps without the normal size"}
    apart |= {"steps that are no list", "three inks of four", "neither yes nor no", "marks that cannot be seen"}
    together = [CASES[case] for case in CASES if case not in apart and case != "a role is missing"]
    lines = problems(*(change for change, _ in together)).splitlines()
    told = [line.partition(": error: ")[2] for line in lines if ": error: " in line]
    wanted = [message.partition(": error: ")[2].splitlines()[0] for _, message in together]
    assert len(told) == len(together)
    assert {line[:40] for line in told} == {line[:40] for line in wanted}


WHOLE_FILES = {
    "name: x\n": (
        "`inks`", "`roles`", "`families`", "`type`", "`page`", "`measures`", "`spaces`", "`steps`", "`figure height`",
    ),
    "- a\n- b\n": ("the file begins with a list",),
    "inks: [\n": ("this line cannot be read",),
    "": ("the file is empty",),
    "just words\n": ("",),
    "name: x\nname: y\n": ("",),
}  # fmt: skip


@pytest.mark.parametrize("text", WHOLE_FILES)
def test_files_that_are_no_brand(problems: Problems, text: str) -> None:
    told = problems(text=text)
    assert told.startswith("mine.yaml") and ": error: " in told
    for part in WHOLE_FILES[text]:
        assert part in told


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "none.yaml", "No such file or directory"), (tmp_path, "Is a directory")):
        with pytest.raises(ReportError) as caught:
            read_brand(path, "shown.yaml", Sources())
        message = f"shown.yaml: error: the brand file cannot be read ({reason}); check the name of the brand"
        assert str(caught.value) == message


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_bytes(b"name: \xff\xfe\x00")
    with pytest.raises(ReportError, match="is not UTF-8"):
        read_brand(file, "mine.yaml", Sources())


JUNK = st.sampled_from(
    ["", "[]", "{}", "-1", "0", "nan", "inf", "1e999", "ink", "#", "# x", ": ", "\t", "\n", "- ", "&a", "*a", "!!python/name:os", "null", "٣", "\0", "\ud7ff", "\N{GRINNING FACE}", "'", '"', "[[[", "{a: {b: {c: 1}}}", "../../../etc/passwd", "/", "1" * 400]
)  # fmt: skip


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_brand_that_somebody_broke_is_a_brand_or_a_list_of_problems(data: st.DataObject, tmp_path: Path) -> None:
    text = SAMPLE
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text) - 1))
        text = text[:start] + data.draw(JUNK) + text[start + data.draw(st.integers(0, 40)) :]
    file = tmp_path / "mine.yaml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        read_brand(file, "mine.yaml", Sources())
    except ReportError as error:
        assert error.problems
        assert all(problem.place.file == "mine.yaml" and problem.message for problem in error.problems)
