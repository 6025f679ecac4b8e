"""The icons that a report may name, and which of them stand for a word: by name, by meaning or by spelling."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping
from functools import cache

from reportgen.problems import listed, nearest
from reportgen.sources import Sources

_NAMED, _PART, _MEANT, _BEGUN, _SPELT = range(5)
"""How near an icon is to a word: that is its name, a part of it, one of its words, begins one, or is spelt like one."""
_LEAST = 4
"""Letters that a beginning must have to count."""
_LIKE = 0.8
"""How like a word must be spelt, as difflib measures it."""
_NEAREST = 3
"""How many icons a hint names."""


@cache
def icon_names() -> frozenset[str]:
    """The names of the icons that come with the program."""
    shipped = Sources()
    return frozenset(json.loads(shipped.read_bytes(shipped.asset("phosphor.json")))["icons"])


@cache
def icon_words() -> Mapping[str, tuple[str, ...]]:
    """Of every icon the words (English) that it may stand for, besides its name."""
    shipped = Sources()
    found = json.loads(shipped.read_bytes(shipped.asset("icon_words.json")))
    return {name: tuple(found[name]) for name in sorted(found)}


def icons_for(text: str) -> tuple[str, ...]:
    """The icons that stand for the words of a text, the nearest first; () when none does."""
    wanted = [_singular(word) for word in re.findall(r"[^\W_]+", text.casefold())]
    ranked = []
    for name, words in icon_words().items():
        near = [found for word in wanted if (found := _nearness(word, name, words)) is not None]
        if near:
            ranked.append((-len(near), min(near), sum(near), name))
    least = min((rank[1] for rank in ranked), default=0)
    # What is only spelt alike is of no use beside what is meant.
    return tuple(rank[-1] for rank in sorted(ranked) if rank[1] < _SPELT or least == _SPELT)


def nearest_icons(name: str) -> str:
    """A hint for a name that no icon has: the nearest by spelling or by meaning, and where all of them are shown."""
    spelt = nearest(name, icon_names(), _LIKE)
    near = (spelt,) if spelt else icons_for(name)[:_NEAREST]
    if not near:
        return "`reportgen icons` shows all that there are"
    return f"did you mean {listed([f'`{each}`' for each in near], 'or')}?"


def _nearness(word: str, name: str, words: tuple[str, ...]) -> int | None:
    """How near an icon is to a word; None if it is not."""
    parts = [_singular(part) for part in name.split("-")]
    meant = [_singular(each) for each in words]
    if word == _singular(name):
        return _NAMED
    if word in parts:
        return _PART
    if word in meant:
        return _MEANT
    long = [each for each in (*parts, *meant) if min(len(word), len(each)) >= _LEAST]
    if any(each.startswith(word) or word.startswith(each) for each in long):
        return _BEGUN
    return _SPELT if difflib.get_close_matches(word, (*parts, *meant), n=1, cutoff=_LIKE) else None


def _singular(word: str) -> str:
    """A word without the s of a plural."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
