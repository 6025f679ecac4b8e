"""Break opportunities (UAX 14): where a line of a text may end, and what each of those places costs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from reportgen.text import line_penalties
from reportgen.text.hyphens import hyphen_points
from reportgen.text.invisible import SOFT_HYPHEN, UNSEEN, ZERO_WIDTH_SPACE
from reportgen.text.word_pairs import pair_cost


@dataclass(frozen=True, slots=True)
class BreakOpportunity:
    """A line may end before the character at `at`; a space before it is the line's last character."""

    at: int
    penalty: float = 0.0
    hyphen: bool = False
    divides: bool = False
    """A hyphen is added, which the text does not have."""


SEEN = rf"[^\s{UNSEEN}]"

INSIDE: tuple[tuple[str, str, float], ...] = (
    # Compounds whose parts are words in their own right: not "co-op", "e-mail", "2010-17", "-5".
    ("-\u2010", r"(?<=[^\W\d_]{3})[-\u2010](?=[^\W\d_]{3})", line_penalties.AT_HYPHEN),
    ("\u2013\u2014", r"(?<=[^\W\d_]{3})[–—](?=[^\W\d_]{3})", line_penalties.AT_DASH),
    ("/", r"(?<=[^\W\d_]{4})/(?=[^\W\d_]{4})", line_penalties.AT_SLASH),
    (ZERO_WIDTH_SPACE, f"(?<={SEEN}){ZERO_WIDTH_SPACE}(?={SEEN})", line_penalties.AT_ZERO_WIDTH_SPACE),
    (SOFT_HYPHEN, f"(?<={SEEN}){SOFT_HYPHEN}(?={SEEN})", line_penalties.AT_SOFT_HYPHEN),
)
"""A line may end after what the pattern matches; a text without any of the rule's marks is not searched."""

ADDRESS = re.compile(
    r"(?<!\S)\W?(?:https?://|www\.|[\w.-]+\.[a-z]{2,}[/?]|[\w.+-]+@|doi:|10\.\d{4,9}/)\S{8,}", re.IGNORECASE
)
ADDRESS_SIGNS = ("/", "@", "www.")
ADDRESS_BREAK = re.compile(r"(?<=[^:\s]{6})[/.\-?&=#_@,;:+~]+(?=\w{3})")
STOP = re.compile(r"\w{3}[.!?][”’)]*$")
WORD = re.compile(r"[^\W\d_]{6,}")
HYPHENS = ("-", "\u2010", SOFT_HYPHEN)
ALLOWED_IN_ADDRESS = (line_penalties.IN_ADDRESS, line_penalties.AT_ZERO_WIDTH_SPACE)

_INSIDE = tuple((frozenset(marks), re.compile(pattern), cost) for marks, pattern, cost in INSIDE)


def break_opportunities(text: str, language: str, hyphenate: bool = False) -> tuple[BreakOpportunity, ...]:
    """Where a line of `text` (words with single spaces between) may end, in order; the end of the text is not one."""
    found = {place.at: place for place in _between_words(text, language)}
    addresses = [match.span() for match in ADDRESS.finditer(text)] if any(map(text.__contains__, ADDRESS_SIGNS)) else []
    within = [*_in_addresses(text, addresses), *_in_words(text)]
    if hyphenate:
        within += _divisions(text, language)
    for place in within:
        in_address = any(start < place.at < end for start, end in addresses)
        if not in_address or place.penalty in ALLOWED_IN_ADDRESS:
            found.setdefault(place.at, place)
    return tuple(found[at] for at in sorted(found))


def _between_words(text: str, language: str) -> list[BreakOpportunity]:
    words = text.split(" ")
    primary = language.partition("-")[0].lower()
    found = []
    at = 0
    sentence_starts = False
    for word, following in pairwise(words):
        at += len(word) + 1
        cost = pair_cost(word, following, primary)
        if sentence_starts and len(word) <= 3 and cost < line_penalties.ABRUPT_END:
            cost = line_penalties.ABRUPT_END
        if cost < line_penalties.NEVER:
            found.append(BreakOpportunity(at, cost, hyphen=word.endswith("-")))
        sentence_starts = STOP.search(word) is not None and following[:1].isupper()
    return found


def _in_addresses(text: str, addresses: list[tuple[int, int]]) -> list[BreakOpportunity]:
    return [
        BreakOpportunity(match.end(), line_penalties.IN_ADDRESS)
        for start, end in addresses
        for match in ADDRESS_BREAK.finditer(text, start, end)
    ]


def _in_words(text: str) -> list[BreakOpportunity]:
    return [
        BreakOpportunity(match.end(), cost, hyphen=match.group() in HYPHENS, divides=match.group() == SOFT_HYPHEN)
        for marks, pattern, cost in _INSIDE
        if not marks.isdisjoint(text)
        for match in pattern.finditer(text)
    ]


def _divisions(text: str, language: str) -> list[BreakOpportunity]:
    return [
        BreakOpportunity(match.start() + point, line_penalties.HYPHENATED, hyphen=True, divides=True)
        for match in WORD.finditer(text)
        for point in hyphen_points(match.group(), language)
    ]
