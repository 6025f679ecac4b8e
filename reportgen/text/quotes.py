"""Turns typewriter marks into the quotation marks, apostrophes and spaces that a printer of the language sets.

The marks are those of CLDR (delimiters). What is typed as a typographer would type it stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportgen.text.spans import Rich, Span, plain

_NO_BREAK, _NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"

Marks = tuple[str, str, str, str]
"""Opening and closing double marks, then the single ones."""

_ENGLISH: Marks = ("“", "”", "‘", "’")
_MARKS: Mapping[str, Marks] = {
    "en": _ENGLISH,
    "cy": _ENGLISH,
    "de": ("„", "“", "‚", "‘"),
    "de-CH": ("«", "»", "‹", "›"),
    "fr": (f"«{_NO_BREAK}", f"{_NO_BREAK}»", "“", "”"),
    "fr-CH": ("«", "»", "‹", "›"),
    "pl": ("„", "”", "‚", "’"),
    "cs": ("„", "“", "‚", "‘"),
    "nl": ("‘", "’", "“", "”"),
    "es": ("«", "»", "“", "”"),
    "it": ("«", "»", "“", "”"),
    "pt": ("“", "”", "‘", "’"),
    "sv": ("”", "”", "’", "’"),
    "fi": ("”", "”", "’", "’"),
    "da": ("“", "”", "‘", "’"),
    "nb": ("«", "»", "‘", "’"),
    "no": ("«", "»", "‘", "’"),
}
_BEFORE_HIGH_SIGNS = {";": _NARROW, "!": _NARROW, "?": _NARROW, ":": _NO_BREAK, "»": _NO_BREAK}
"""What French sets before a sign where a space is typed (Imprimerie nationale, Lexique des règles typographiques)."""
_ANY_OPENING, _ANY_CLOSING = '“„«»‚‘‹›"', '”“»«’‘›‹"'
"""Marks that a quotation may begin and end with, in whichever language."""
_FIXED = "\u00a0\u202f"
"""Spaces that a line is not broken at."""
_OPENS_AFTER = " \u00a0\u202f([{–—-/„“«‘‚\"'"


def typographic(rich: Rich, language: str) -> Rich:
    """A paragraph with the quotation marks, apostrophes and fixed spaces of its language (BCP 47)."""
    text = plain(rich)
    if not any(mark in text for mark in ("'", '"')) and not _is_french(language):
        return rich
    signs = _signs(text, language)
    spans: list[Span] = []
    start = 0
    for span in rich:
        end = start + len(span.text)
        spans.append(replace(span, text="".join(signs[start:end])))
        start = end
    return tuple(spans)


def quotation(paragraphs: Sequence[Rich], language: str) -> tuple[Rich, ...]:
    """What somebody said, in the quotation marks of the language: one opens each paragraph, and one closes the last.

    Double marks within become single ones. What its author has set in marks from end to end stays as it is.
    """
    said = [rich for rich in paragraphs if plain(rich)]
    if not said or (plain(said[0])[0] in _ANY_OPENING and plain(said[-1]).rstrip(".")[-1] in _ANY_CLOSING):
        return tuple(paragraphs)
    opening, closing, inner_opening, inner_closing = _marks(language)
    inner = (
        (opening, inner_opening),
        (closing, inner_closing),
        (opening[0], inner_opening),
        (closing[-1], inner_closing),
    )
    found = [[replace(span, text=_replaced(span.text, inner)) for span in rich] for rich in said]
    for spans in found:
        spans[0] = replace(spans[0], text=opening + spans[0].text)
    found[-1][-1] = replace(found[-1][-1], text=found[-1][-1].text + closing)
    return tuple(map(tuple, found))


def opening_marks(rich: Rich) -> Rich:
    """The marks that open a paragraph, in its first face: “, „, or « with the space behind it."""
    first = rich[0].text if rich else ""
    after = first.lstrip(_ANY_OPENING)
    if len(after) == len(first):
        return ()
    marks = first[: len(first) - len(after.lstrip(_FIXED))]
    return (replace(rich[0], text=marks),)


def _replaced(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    for one, other in pairs:
        text = text.replace(one, other)
    return text


def _signs(text: str, language: str) -> list[str]:
    """What stands in print for each character."""
    signs = list(text)
    opened: list[str] = []
    for at, char in enumerate(text):
        if char == '"':
            signs[at] = _double(text, at, opened, language)
        elif char == "'":
            signs[at] = _single(text, at, opened, language)
    if _is_french(language):
        _fix_spaces(text, signs)
    return signs


def _double(text: str, at: int, opened: list[str], language: str) -> str:
    """A mark that opens, or closes one that is open; inches and seconds stay as they are."""
    if _opens(text, at) and '"' in text[at + 1 :]:
        opened.append('"')
        return _marks(language)[0]
    if '"' in opened:
        del opened[opened.index('"') :]
        return _marks(language)[1]
    return '"'


def _single(text: str, at: int, opened: list[str], language: str) -> str:
    """An apostrophe, unless it opens a quotation that is closed again; feet and minutes stay as they are."""
    after = text[at + 1 : at + 2]
    if _opens(text, at):
        if after.isalpha() and _closes_later(text, at):
            opened.append("'")
            return _marks(language)[2]
        return "’"
    inside = text[at - 1 : at].isalnum() and after.isalnum()
    if "'" in opened and not inside:
        del opened[opened.index("'") :]
        return _marks(language)[3]
    return "'" if text[at - 1].isdigit() and not after.isalpha() else "’"


def _closes_later(text: str, at: int) -> bool:
    """Whether a single mark stands behind a word or its stop further on, and not within a word."""
    later = (place for place in range(at + 2, len(text)) if text[place] == "'")
    return any(not text[place + 1 : place + 2].isalnum() for place in later)


def _opens(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in _OPENS_AFTER


def _fix_spaces(text: str, signs: list[str]) -> None:
    """No line begins with a sign that French sets off by a space."""
    for at, char in enumerate(text[1:], 1):
        if char in _BEFORE_HIGH_SIGNS and text[at - 1] == " ":
            signs[at - 1] = _BEFORE_HIGH_SIGNS[char]
        elif text[at - 1] == "«" and char == " ":
            signs[at] = _NO_BREAK


def _marks(language: str) -> Marks:
    return next((_MARKS[tag] for tag in _tags(language) if tag in _MARKS), _ENGLISH)


def _tags(language: str) -> Sequence[str]:
    return language, language.split("-", maxsplit=1)[0].lower()


def _is_french(language: str) -> bool:
    return _tags(language)[-1] == "fr"
