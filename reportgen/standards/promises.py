"""Promises: what an edition of a page claims to be, and which claims cannot stand together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from reportgen.colour.profiles import Profile


class Standard(StrEnum):
    """What a file can claim to be."""

    X4 = "PDF/X-4"
    A2A = "PDF/A-2a"
    UA1 = "PDF/UA-1"


@dataclass(frozen=True, slots=True)
class Edition:
    """One kind of file that a page becomes: what it promises, and what follows from that for its drawing."""

    name: Literal["screen", "print"]
    promises: frozenset[Standard]
    bleed: bool
    links: bool
    colour: Literal["srgb", "cmyk"]


SCREEN = Edition("screen", frozenset({Standard.A2A, Standard.UA1}), bleed=False, links=True, colour="srgb")
PRINT = Edition("print", frozenset(Standard), bleed=True, links=False, colour="cmyk")


def checked(
    promises: Iterable[Standard], *, links: bool = False, colour: str = "cmyk", profile: Profile | None = None
) -> tuple[str, ...]:
    """Why these promises cannot be kept together, or with such links, colours and output profile; nothing if they can.

    `links` are live ones, `colour` is how inks are written, `profile` that of the output intent.
    """
    return tuple(_reasons(frozenset(promises), links, colour, profile))


def _reasons(promises: frozenset[Standard], links: bool, colour: str, profile: Profile | None) -> Iterator[str]:
    if Standard.X4 in promises and links:
        yield "PDF/X-4 allows no annotation within the bleed, and a live link is one (ISO 15930-7, 6.17)"
    if Standard.X4 in promises and profile is not None and profile.device != "prtr":
        yield "PDF/X-4 needs the profile of a printing condition as its output intent (ISO 15930-7, 6.4.2.1)"
    if Standard.X4 in promises and colour == "srgb":
        yield "PDF/X-4 for a press that prints CMYK cannot hold colours in sRGB (ISO 15930-7, 6.4.3.2)"
    if Standard.A2A in promises and profile is not None and profile.space != _SPACES[colour]:
        space = profile.space.strip()
        yield f"PDF/A-2a cannot hold {colour} colours under an output intent for {space} (ISO 19005-2, 6.2.4.3)"


_SPACES = {"srgb": "RGB ", "cmyk": "CMYK"}
