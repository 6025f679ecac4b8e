"""Words that say whether something is more or less: "more", "fell by", "Rückgang"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from reportgen.text.words import direction_words

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=32)
def ways_of(language: str) -> Mapping[str, int]:
    """The words of direction of a language, in small letters: 1 for those that say more, -1 for less."""
    ways = direction_words(language)
    return {word.casefold(): way for name, way in (("up", 1), ("down", -1)) for word in ways.get(name, ())}


def direction_of(text: str, language: str) -> int:
    """1 for a text that says more, -1 for one that says less, 0 for one that says neither, or both."""
    known = ways_of(language)
    found = {known[word] for word in _WORD.findall(text.casefold()) if word in known}
    return next(iter(found)) if len(found) == 1 else 0
