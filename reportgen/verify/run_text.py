"""The text, advance and reach of strings that were shown, by the codes of the page's fonts."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportgen.pdf.document_fonts import EmbeddedFont
from reportgen.pdf.face_subsets import EM, vertical_reach

_SWAPPED = sys.byteorder == "little"


class UnreadableError(Exception):
    """The page has an operator, a font or a resource that verification does not know: the message names it."""


@dataclass(frozen=True, slots=True)
class Codes:
    """What the codes of one font stand for, each at its own index: text, advance (1/1000 em), low and high (em)."""

    texts: Sequence[str]
    widths: Sequence[int]
    lows: Sequence[float]
    highs: Sequence[float]


class ShownString(NamedTuple):
    """One string: its text, its glyphs and the spaces among them at its end; the advance of all, those, and the last.

    Advances are in em and without spacing; `low` and `high` are how far its ink reaches from the base line, in em.
    """

    text: str
    advance: float
    trail: float
    last: float
    glyphs: int
    spaces: int
    low: float
    high: float


def codes_of(font: EmbeddedFont) -> Codes:
    """The codes of a font of the document; what is no glyph (code 0) stands for nothing."""
    reach = [vertical_reach(font.face, gid) for gid, _ in font.glyphs]
    texts = ["", *(text for _, text in font.glyphs)]
    return Codes(texts, font.widths, [0.0, *(low for low, _ in reach)], [0.0, *(high for _, high in reach)])


def read_string(operand: str, codes: Codes) -> ShownString:
    """The operand of `Tj` (`<...>`) or `TJ` (`[<...>n<...>]`). Raises UnreadableError for a code that there is not."""
    parts = operand.strip("[]").replace(">", "<").split("<")
    found = array("H", bytes.fromhex("".join(parts[1::2])))
    if _SWAPPED:
        found.byteswap()
    shifts = "".join(parts[0::2])
    moved = sum(map(float, filter(None, map(str.strip, parts[0::2])))) if shifts else 0.0
    try:
        text = "".join(map(codes.texts.__getitem__, found))
        wide = sum(map(codes.widths.__getitem__, found))
        used = set(found)
        low, high = min(map(codes.lows.__getitem__, used)), max(map(codes.highs.__getitem__, used))
    except (IndexError, ValueError):  # a code too high, or no code at all
        raise UnreadableError("a code that no glyph has") from None
    trail, spaces = _trail(text, found, codes)
    return ShownString(
        text, (wide - moved) / EM, trail / EM, codes.widths[found[-1]] / EM, len(found), spaces, low, high
    )


def reaches(operand: str, codes: Codes, spacing: float) -> list[tuple[float, float, float, float]]:
    """Each glyph of a string: where it starts and ends, how far it reaches down and up, in em; `spacing` too."""
    found: list[tuple[float, float, float, float]] = []
    pen = 0.0
    for index, part in enumerate(operand.strip("[]").replace(">", "<").split("<")):
        if index % 2 == 0:
            pen -= float(part or 0) / EM
            continue
        for start in range(0, len(part), 4):
            code = int(part[start : start + 4], 16)
            end = pen + codes.widths[code] / EM
            found.append((pen, end, codes.lows[code], codes.highs[code]))
            pen = end + spacing
    return found


def _trail(text: str, found: Sequence[int], codes: Codes) -> tuple[int, int]:
    """The advance of the spaces at the end, and how many they are."""
    wide = spaces = 0
    while text.endswith(" ") and spaces < len(found) and codes.texts[found[-1 - spaces]] == " ":
        spaces += 1
        wide += codes.widths[found[-spaces]]
        text = text[:-1]
    return wide, spaces
