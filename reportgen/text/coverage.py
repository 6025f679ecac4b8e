"""Finds what a face, or this program, cannot set, so that a text can be refused by the name of a character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reportgen.glyphs import FontFile, Glyph
from reportgen.text.font_files import characters
from reportgen.text.invisible import INVISIBLE
from reportgen.text.shaper import shaper

_INVISIBLE = frozenset(INVISIBLE)
_STEERING = frozenset("\u00ad\u200b\u200c\u200d\u2060")
"""Invisible characters that say how a text is set: where it may break, and which letters join."""
_LOST = "\N{REPLACEMENT CHARACTER}"
_MOST_MARKS = 4
"""So many marks over one letter are a game, and reach into other lines."""
_FORMAT = ("Cf", "Cc", "Cs", "Cn")
_MARKS = ("Mn", "Mc", "Me")
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


class CharacterFault(NamedTuple):
    """A character that cannot be set: a clause that says why, and what to do."""

    char: str
    why: str
    hint: str


_ANOTHER_FACE = "write it another way, or choose a brand whose typeface has it"


@lru_cache(maxsize=8192)
def character_faults(text: str, font: FontFile) -> tuple[CharacterFault, ...]:
    """All characters of `text` that a face, or this program, would not set as they are meant, each once.

    Those are letters of scripts that run from right to left; characters without a glyph or without a meaning (private
    use, unassigned); invisible ones that steer what the program does not do, such as directions and variants; and
    marks that stand over no letter, or over one where the face has no place for them.
    """
    if text.isascii() and text.isprintable():
        return ()
    found: dict[str, CharacterFault] = {}
    right_to_left = next((char for char in text if has_rtl(char)), "")
    if right_to_left:
        why = "text that runs from right to left cannot be set yet"
        found[right_to_left] = CharacterFault(right_to_left, why, "write it in letters that run from left to right")
    for fault in (*_unmeant(text, font), *_unplaced(text, font)):
        if not has_rtl(fault.char):
            found.setdefault(fault.char, fault)
    for char in missing_characters(text, font):
        if not has_rtl(char):
            found.setdefault(char, CharacterFault(char, f"{font.name} has no {name_of(char)}", _ANOTHER_FACE))
    return tuple(sorted(found.values(), key=lambda fault: text.index(fault.char)))


def _unmeant(text: str, font: FontFile) -> Iterator[CharacterFault]:
    """Characters that stand for nothing, or for something that the program does not do."""
    for char in dict.fromkeys(text):
        category = unicodedata.category(char)
        if char == _LOST:
            yield CharacterFault(char, "a character was lost here before the text came to reportgen", "write it again")
        elif category == "Co":
            why = f"{name_of(char)} is for private use, and has no meaning that all know"
            yield CharacterFault(char, why, "write it another way")
        elif category == "Cn":
            yield CharacterFault(char, f"U+{ord(char):04X} is no character that Unicode knows", "write it another way")
        elif (ord(char) in _INVISIBLE or category in _FORMAT) and char not in _STEERING and char not in _WHITE:
            yield CharacterFault(char, f"an invisible character ({name_of(char)}) stands here", "delete it")


def _unplaced(text: str, font: FontFile) -> Iterator[CharacterFault]:
    """Combining marks that stand over nothing, or over a letter where the face cannot put them."""
    known, letter, marks = characters(font), " ", ""
    for char in text:
        if unicodedata.category(char) not in _MARKS or ord(char) in _INVISIBLE:
            letter, marks = char, ""
            continue
        marks += char
        if ord(char) not in known or len(marks) > _MOST_MARKS:
            continue  # that it lacks the first is told by itself
        if letter.isspace():
            yield CharacterFault(char, f"{name_of(char)} stands over no letter", "write it behind its letter")
        elif len(marks) == _MOST_MARKS or not _has_place(letter, marks, font):
            why = f"{font.name} has no place for {name_of(char)} over `{letter}`"
            yield CharacterFault(char, why, _ANOTHER_FACE)


def _has_place(letter: str, marks: str, font: FontFile) -> bool:
    """Whether a face joins the marks with their letter in one glyph, or says where each of them stands on it."""
    placed, loose = (
        shaper(font, 0.0, "en", (("mark", how), ("mkmk", how))).word(letter + marks).glyphs for how in (True, False)
    )
    return len(placed) == 1 or _where(placed[-1]) != _where(loose[-1])


def _where(glyph: Glyph) -> tuple[int, float, float, float]:
    return glyph.gid, glyph.dx, glyph.dy, glyph.advance


def name_of(char: str) -> str:
    """A character as a message names it: `U+1F600 GRINNING FACE`."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'without a name')}"


def has_rtl(text: str) -> bool:
    """Whether `text` holds letters of a script that runs from right to left, which this program does not set."""
    return not text.isascii() and any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text)
