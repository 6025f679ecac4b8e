"""Places in an order, `8th`: their suffixes by language, and which of them is right."""

from __future__ import annotations

import re

_ORDINAL = re.compile(r"([0-9]{1,6})(.{1,6})", re.DOTALL)
_WELSH = {1: "af", 2: "il", 3: "ydd", 4: "ydd", 5: "ed", 6: "ed", **dict.fromkeys((11, 13, 14, 16, 17, 19), "eg")}
_KNOWN = {
    "en": ("st", "nd", "rd", "th"),
    "de": (".",),
    "fr": ("er", "re", "e", "ère", "ème", "ᵉ"),
    "cy": ("af", "il", "ail", "ydd", "edd", "ed", "fed", "eg"),
    "pl": (".",),
}


def suffix(number: int, language: str) -> str:
    """What is written behind the digits of a place in an order; "." in a language that is not known here."""
    tag = language.partition("-")[0].lower()
    if tag == "en":
        return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    if tag == "fr":
        return "er" if number == 1 else "e"
    if tag == "cy":
        return _WELSH.get(number, "fed" if number <= 20 else "ain")
    return "."


def ordinal_of(text: str, language: str) -> tuple[int, str] | None:
    """The number of a place in an order and its suffix as it is written; None of any other text."""
    match = _ORDINAL.fullmatch(text)
    known = _KNOWN.get(language.partition("-")[0].lower(), ())
    if match is None or match[2] not in known or not int(match[1]) > 0:
        return None
    return int(match[1]), match[2]


def fits(number: int, written: str, language: str) -> bool:
    """Whether a suffix can stand behind the number: `2st` is a slip."""
    tag = language.partition("-")[0].lower()
    if tag == "en":
        return written == suffix(number, language)
    if tag == "fr":
        return (number == 1) == (written in ("er", "re", "ère"))
    return True
