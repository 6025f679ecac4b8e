"""Separation: inks without CMYK become what the press prints; text and greys become black alone."""

from __future__ import annotations

import pytest

from reportgen.colour.inks import Ink, parse_hex
from reportgen.colour.lab import Lab, difference, lab
from reportgen.colour.profiles import fogra39
from reportgen.colour.separation import separator, text_ink

PRESS = separator(fogra39())


def ink(colour: str, **more: object) -> Ink:
    srgb = parse_hex(colour)
    assert srgb
    return Ink("x", srgb, **more)  # type: ignore[arg-type]  # tests give what an ink takes


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
        ((90.8027, -2.0831, 1.441), (91.1528, -1.6435, 0.0447), 1.4441),
        ((50.0, 0.0, 0.0), (50.0, 0.0, 0.0), 0.0),
    ],
)
def test_differences_are_those_of_the_published_table(first: Lab, second: Lab, expected: float) -> None:
    assert difference(first, second) == pytest.approx(expected, abs=1e-4)
    assert difference(second, first) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(
    ("colour", "cmyk"),
    [
        ("#0F2C4C", (90, 58, 11, 66)),
        ("#00756F", (84, 23, 50, 28)),
        ("#C3D0D9", (27, 14, 13, 0)),
        ("#1D4B78", (87, 53, 7, 41)),
    ],
)
def test_a_colour_becomes_what_the_brand_table_has(colour: str, cmyk: tuple[float, ...]) -> None:
    assert PRESS.of(ink(colour)) == cmyk


def test_given_cmyk_is_never_touched() -> None:
    assert PRESS.of(ink("#FF0000", cmyk=(1.5, 2.25, 3, 4))) == (1.5, 2.25, 3, 4)


@pytest.mark.parametrize("level", [0, 30, 64, 128, 200, 250, 255])
def test_a_grey_is_black_alone_at_its_lightness(level: int) -> None:
    cyan, magenta, yellow, black = PRESS.converted((level, level, level))
    assert (cyan, magenta, yellow) == (0, 0, 0)
    wanted = max(lab((level, level, level))[0], PRESS.greys[100])
    assert PRESS.greys[int(black)] == pytest.approx(wanted, abs=1)


@pytest.mark.parametrize("colour", ["#000001", "#030405", "#100000", "#14213D", "#FFFF00", "#2B0033"])
def test_no_conversion_passes_the_limit_of_the_profile(colour: str) -> None:
    assert sum(PRESS.of(ink(colour))) <= 302


def test_what_the_press_cannot_print_is_far_off() -> None:
    assert PRESS.off(ink("#00FF00")) > 15
    assert PRESS.off(ink("#00756F")) < 2


@pytest.mark.parametrize(
    ("colour", "roles", "cmyk"),
    [
        ("#14213D", ["text", "heading"], (0, 0, 0, 100)),
        ("#22201C", ["text"], (0, 0, 0, 100)),
        ("#55646F", ["caption"], (0, 0, 0, 77)),
        ("#0F2C4C", ["heading"], None),
        ("#14213D", ["header ground"], None),
        ("#00756F", ["amount", "caption"], None),
        ("#55646F", [], None),
    ],
)
def test_what_is_read_on_the_paper_is_black_alone(
    colour: str, roles: list[str], cmyk: tuple[float, ...] | None
) -> None:
    assert text_ink(ink(colour), roles, fogra39()).cmyk == cmyk


def test_text_with_cmyk_or_a_spot_name_stays() -> None:
    given, spot = ink("#14213D", cmyk=(90, 80, 0, 40)), ink("#14213D", spot="PANTONE 282 C")
    assert [text_ink(one, ["text"], fogra39()) for one in (given, spot)] == [given, spot]
