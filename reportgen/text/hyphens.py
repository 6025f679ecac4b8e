"""Hyphenation: where the dictionary of a language divides a word."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyphen

SHORTEST = 6
"""Letters of the shortest word that is divided."""

LONGEST = 60
"""Letters of the longest one: no dictionary holds longer words."""

LEAST_BEFORE = 2
LEAST_AFTER = 3


@lru_cache(maxsize=1 << 14)
def hyphen_points(word: str, language: str) -> tuple[int, ...]:
    """Indices in `word` (letters only) before which it may be divided with a hyphen.

    None in a language (BCP 47) without a dictionary, in abbreviations, and in names: words with a capital, save in
    German, which writes all nouns so. Divisions that change the spelling are left out.
    """
    name = word[:1].isupper() and not language.lower().startswith("de")
    if not SHORTEST <= len(word) <= LONGEST or name or not word[1:].islower():
        return ()
    dictionary = _dictionary(language)
    if dictionary is None:
        return ()
    return tuple(int(point) for point in dictionary.positions(word) if point.data is None)


@lru_cache(maxsize=16)
def _dictionary(language: str) -> pyphen.Pyphen | None:
    import pyphen

    known = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=known, left=LEAST_BEFORE, right=LEAST_AFTER) if known else None
