"""Combinations: what can be promised together, and the reasons for what cannot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.colour.profiles import Profile, fogra39, srgb_intent
from reportgen.standards import PRINT, SCREEN, Standard, checked

X4, A2A, UA1 = Standard.X4, Standard.A2A, Standard.UA1
CMYK, SRGB = fogra39().profile, srgb_intent().profile
GREY = replace(CMYK, space="GRAY")


def test_what_the_editions_promise() -> None:
    assert SCREEN.promises == {A2A, UA1}
    assert PRINT.promises == {X4, A2A, UA1}


@pytest.mark.parametrize(
    ("promises", "more"),
    [
        (SCREEN.promises, {"links": True, "colour": "srgb", "profile": SRGB}),
        (PRINT.promises, {"profile": CMYK}),
        ({UA1}, {"links": True, "colour": "srgb", "profile": CMYK}),
        (set(), {"links": True, "colour": "cmyk", "profile": SRGB}),
    ],
)
def test_what_can_be(promises: set[Standard], more: dict[str, object]) -> None:
    assert checked(promises, **more) == ()  # type: ignore[arg-type]


LINK = "PDF/X-4 allows no annotation within the bleed, and a live link is one (ISO 15930-7, 6.17)"
PRESS = "PDF/X-4 needs the profile of a printing condition as its output intent (ISO 15930-7, 6.4.2.1)"
COLOUR = "PDF/X-4 for a press that prints CMYK cannot hold colours in sRGB (ISO 15930-7, 6.4.3.2)"


@pytest.mark.parametrize(
    ("promises", "links", "colour", "profile", "reasons"),
    [
        ({X4}, True, "cmyk", CMYK, (LINK,)),
        ({X4}, False, "cmyk", replace(CMYK, device="mntr"), (PRESS,)),
        ({X4}, False, "srgb", CMYK, (COLOUR,)),
        ({X4, UA1}, True, "srgb", SRGB, (LINK, PRESS, COLOUR)),
        (
            {A2A},
            False,
            "srgb",
            CMYK,
            ("PDF/A-2a cannot hold srgb colours under an output intent for CMYK (ISO 19005-2, 6.2.4.3)",),
        ),
        (
            {A2A},
            False,
            "cmyk",
            GREY,
            ("PDF/A-2a cannot hold cmyk colours under an output intent for GRAY (ISO 19005-2, 6.2.4.3)",),
        ),
    ],
)
def test_what_cannot_be(
    promises: set[Standard], links: bool, colour: str, profile: Profile, reasons: tuple[str, ...]
) -> None:
    assert checked(promises, links=links, colour=colour, profile=profile) == reasons
