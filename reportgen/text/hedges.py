"""The words that people write round a number: `up to 5,000`, `£1bn+`; and ratios, as `4 in 5`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from reportgen.text.words import round_numbers

NUMBER = "{n}"
"""What stands for the number in the words round it."""

NO_BREAK = "\N{NO-BREAK SPACE}"
_SPACE = "[ \u00a0\u202f\u2009]"
_SIGNS = r"[~≈≃<>≤≥]|<=|>=|c\.|ca\.?"
_BLANKS = 2
"""A ratio in digits has at least so many: the pattern is made when a text has them."""
_HUNDRED = Decimal(100)
_MILLIONTH = Decimal("0.000001")


def split_words(text: str, language: str) -> tuple[str, str]:
    """The number in a text and the words round it as they are written, with `{n}` in its place; "" without any."""
    before, after = _patterns(language)
    lead = before.match(text)
    start = lead.end() if lead else 0
    tail = after.search(text, start)
    end = tail.start() if tail else len(text)
    if (start == 0 and end == len(text)) or start >= end:
        return text, ""
    first, last = _one_space(text[:start]), _one_space(text[end:])
    return text[start:end], f"{first}{NUMBER}{last}"


def side_of(said: str, language: str) -> int:
    """On which side of a number the true one is by the words round it: 1 above, -1 below, 0 on either."""
    words = said.replace(NO_BREAK, " ").replace(NUMBER, "").strip().casefold()
    if words in round_numbers("above", language) or words.rstrip("=") in (">", "≥", "+"):
        return 1
    return -1 if words in round_numbers("below", language) or words.rstrip("=") in ("<", "≤") else 0


def ratio_of(text: str, language: str) -> tuple[Decimal, str] | None:
    """What per cent `4 in 5` or `two thirds` is, and how it is written; None of what is no ratio of this kind."""
    found = parts_of_ratio(text, language)
    if found is None:
        return None
    part, whole = found
    said = " ".join(text.split())
    return (part / whole * _HUNDRED).quantize(_MILLIONTH).normalize() + 0, said.replace(" ", NO_BREAK)


def parts_of_ratio(text: str, language: str) -> tuple[Decimal, Decimal] | None:
    """The 4 and the 5 of `4 in 5`, the 2 and the 3 of `two thirds`; None of what is no ratio of this kind."""
    said = " ".join(text.split())
    named = _fractions(language)
    if said.casefold() in named:
        part, whole = (Decimal(each) for each in named[said.casefold()].split("/"))
    else:
        match = _ratio(language).fullmatch(said) if said.count(" ") >= _BLANKS else None
        if match is None:
            return None
        part, whole = (_counted(each, language) for each in match.groups())
    return (part, whole) if 0 < part <= whole else None


@lru_cache(maxsize=32)
def _fractions(language: str) -> dict[str, str]:
    """Fractions in words, each with its part and whole as digits."""
    return dict(each.rsplit(" ", 1) for each in round_numbers("fractions", language))


@lru_cache(maxsize=32)
def _ratio(language: str) -> re.Pattern[str]:
    between = "|".join(re.escape(each) for each in round_numbers("ratios", language))
    number = "|".join(("[1-9][0-9]{0,5}(?:[.,][0-9]{1,2})?", *round_numbers("counted", language)))
    return re.compile(rf"({number}) (?:{between}) ({number})", re.IGNORECASE)


def _counted(word: str, language: str) -> Decimal:
    """The number of digits, or of a word from one to ten."""
    return (
        Decimal(word.replace(",", "."))
        if word[0].isdigit()
        else Decimal(round_numbers("counted", language).index(word.lower()) + 1)
    )


@lru_cache(maxsize=32)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a number, and what stands behind it."""
    before, after = (_any_of(round_numbers(side, language)) for side in ("before", "after"))
    lead = rf"(?:(?:{before}){_SPACE}+|(?:{_SIGNS}){_SPACE}*)+(?=\S)"
    return re.compile(lead, re.IGNORECASE), re.compile(rf"(?:{_SPACE}+(?:{after})|{_SPACE}?\+)\Z", re.IGNORECASE)


def _any_of(found: tuple[str, ...]) -> str:
    longest = sorted(found, key=len, reverse=True)
    return "|".join(re.escape(each).replace(r"\ ", f"{_SPACE}+") for each in longest) or "(?!)"


def _one_space(words: str) -> str:
    """Words with one blank wherever they have any, which does not break beside the number."""
    bare = " ".join(words.split())
    return ("" if words == words.lstrip() else NO_BREAK) + bare + ("" if words == words.rstrip() else NO_BREAK)
