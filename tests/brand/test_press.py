"""A brand on the press: its output intent, the sum of its inks, its spot colours, and colours out of reach."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen import ReportError, load_brand
from reportgen.brand import Brand
from reportgen.brand.press import press_problems
from reportgen.colour.profiles import fogra39, printer_intent

ROOT = Path(__file__).parents[2]
BRAND = (ROOT / "content" / "brands" / "industrial-strategy.yaml").read_text(encoding="utf-8")
CMYK = (ROOT / "reportgen" / "assets" / "coated-fogra39l.icc").read_bytes()
SRGB = (ROOT / "reportgen" / "assets" / "sRGB.icc").read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which a brand finds its faces, a profile for the press and one for the screen."""
    (tmp_path / "press.icc").write_bytes(CMYK)
    (tmp_path / "screen.icc").write_bytes(SRGB)
    (tmp_path / "cut.icc").write_bytes(CMYK[:5000])
    return tmp_path


def read(folder: Path, text: str) -> Brand:
    (folder / "mine.yaml").write_text(text.replace("../../fonts", str(ROOT / "fonts")), encoding="utf-8")
    return load_brand(folder / "mine.yaml")


def told(folder: Path, text: str) -> list[str]:
    """What is wrong with a brand, without the lines that show the file."""
    with pytest.raises(ReportError) as caught:
        read(folder, text)
    return [str(problem).split("\n")[0].removeprefix(f"{folder}/") for problem in caught.value.problems]


def with_ink(name: str, ink: str) -> str:
    return re.sub(rf"^  {name}: .*$", f"  {name}: {ink}", BRAND, flags=re.MULTILINE)


def test_a_brand_without_an_intent_has_the_shipped_one(folder: Path) -> None:
    assert read(folder, BRAND).output_intent is fogra39()


def test_a_brand_names_its_profile_and_condition(folder: Path) -> None:
    text = BRAND + "output intent: {profile: press.icc, condition: Our press, ink limit: 280}\n"
    intent = read(folder, text).output_intent
    assert (intent.condition, intent.registry, intent.ink_limit) == ("Our press", "", 280)
    assert intent.profile == fogra39().profile
    limited = read(folder, BRAND + "output intent: {ink limit: 260}\n").output_intent
    assert (limited.condition, limited.ink_limit) == ("FOGRA39", 260)


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (
            "{profile: none.icc}",
            "mine.yaml:{}:26: error: there is no profile `none.icc`; the path is relative to the brand file",
        ),
        (
            "{profile: screen.icc}",
            "mine.yaml:{}:26: error: `screen.icc` cannot be used: it is an RGB profile; an output intent needs a CMYK printer profile; ask the printer for the one of his press",
        ),
        (
            "{profile: cut.icc}",
            f"mine.yaml:{{}}:26: error: `cut.icc` cannot be used: it is cut off: 5000 of its {len(CMYK)} bytes are there; copy the profile again from where it came",
        ),
        (
            "{profile: mine.yaml}",
            "mine.yaml:{}:26: error: `mine.yaml` cannot be used: it is no ICC profile; copy the profile again from where it came",
        ),
        ("{prfile: press.icc}", "mine.yaml:{}:17: error: unknown key `prfile`; did you mean `profile`?"),
        (
            "{ink limit: 900}",
            "mine.yaml:{}:28: error: `900` is no measure for `ink limit`; write a number from 100 to 320",
        ),
        (
            "press.icc",
            "mine.yaml:{}:1: error: `output intent` has to be a block of keys; write it like {{profile: PRINTER.icc, condition: FOGRA51, ink limit: 300}}",
        ),
    ],
)
def test_an_intent_that_cannot_be_used_is_told_at_its_line(folder: Path, block: str, message: str) -> None:
    line = BRAND.count("\n") + 1
    assert told(folder, f"{BRAND}output intent: {block}\n") == [message.format(line)]


def test_too_much_ink_is_told_at_the_ink(folder: Path) -> None:
    text = with_ink("mist", '{srgb: "#EDF2F5", cmyk: [90, 80, 70, 100]}')
    assert told(folder, text) == [
        "mine.yaml:10:3: error: `mist` puts 340 % of ink on the paper; FOGRA39 takes 300; "
        "give it less cyan, magenta and yellow, and more black"
    ]


@pytest.mark.parametrize("name", ["All", "Black", '""', "none"])
def test_a_spot_colour_needs_a_name_of_its_own(folder: Path, name: str) -> None:
    (message,) = told(folder, with_ink("accent", f'{{srgb: "#00756F", cmyk: [84, 23, 50, 28], spot: {name}}}'))
    assert "is no name for a spot colour; name it as the ink's maker does, like `PANTONE 187 C`" in message


def test_one_spot_colour_has_one_kind_of_cmyk(folder: Path) -> None:
    text = with_ink("accent", '{srgb: "#00756F", cmyk: [84, 23, 50, 28], spot: Teal}')
    text = text.replace("[90, 58, 11, 66]}", "[90, 58, 11, 66], spot: Teal}")
    assert told(folder, text) == [
        "mine.yaml:8:3: error: `accent` and `band` are one spot colour with two kinds of CMYK; "
        "give both the same `cmyk`, or let the roles name one ink"
    ]


def test_the_text_ink_without_cmyk_prints_in_black_alone(folder: Path) -> None:
    look = read(folder, with_ink("ink", '"#14213D"'))
    assert look.roles.text.cmyk == look.roles.heading.cmyk == (0, 0, 0, 100)
    assert look.roles.text in look.inks


def test_a_colour_out_of_reach_is_a_warning(folder: Path) -> None:
    assert press_problems(read(folder, with_ink("accent", '"#00756F"')), fogra39()) == ()
    look = read(folder, with_ink("pale", '"#60FFB0"'))
    (problem,) = press_problems(look, fogra39())
    assert problem.severity == "warning"
    assert problem.place.line == 12
    assert re.match(
        r"FOGRA39 cannot print `pale` #60ffb0: it becomes \d+/0/\d+/0, \d+\.\d dE2000 away$", problem.message
    )
    assert re.match(
        r"choose a colour that can be printed, or write `cmyk: \[\d+, 0, \d+, 0\]` if it will do$", problem.hint
    )


def test_an_intent_for_one_job_has_its_own_limit(folder: Path) -> None:
    look = read(folder, BRAND)
    problems = press_problems(look, printer_intent(CMYK, "Newsprint", 220))
    assert [str(problem).split("\n")[0].split("; ")[0].removeprefix(f"{folder}/") for problem in problems] == [
        "mine.yaml:7:3: error: `band` puts 225 % of ink on the paper"
    ]
