"""Finds what a face, or this program, cannot set, so that a text can be refused by the name of a character."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from reportgen.glyphs import FontFile
from reportgen.text.font_files import characters
from reportgen.text.invisible import INVISIBLE
from reportgen.text.shaper import shaper

_INVISIBLE = frozenset(INVISIBLE)
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))
_WHITE = frozenset("\t\n\r\x0b\x0c\x85\u2028\u2029 ")


@lru_cache(maxsize=4096)
def missing_characters(text: str, font: FontFile) -> tuple[str, ...]:
    """The characters of `text` for which the face has no glyph, each once, in order.

    A private-use character counts as missing whatever the face has for it: it has no meaning that could be read aloud
    (ISO 19005-2, 6.2.11.7.3). Nothing is missing that can be set by its meaning: white space, no-break and thin spaces,
    hyphens, joiners; nor an accent that the face holds only together with its letter.
    """
    known = characters(font)
    private = (
        () if text.isascii() else tuple(dict.fromkeys(char for char in text if unicodedata.category(char) == "Co"))
    )
    strange = [char for char in dict.fromkeys(text) if ord(char) not in known and ord(char) not in _INVISIBLE]
    if not any(char not in _WHITE for char in strange):
        return private
    found: dict[str, None] = dict.fromkeys(private)
    words = shaper(font, 0.0, "en")
    for word in text.split():
        for glyph in words.word(word).glyphs:
            if glyph.gid == 0:
                found.update((char, None) for char in glyph.text if ord(char) not in known)
    return tuple(found)


def name_of(char: str) -> str:
    """A character as a message names it: `U+1F600 GRINNING FACE`."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'without a name')}"


def has_rtl(text: str) -> bool:
    """Whether `text` holds letters of a script that runs from right to left, which this program does not set."""
    return not text.isascii() and any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text)
