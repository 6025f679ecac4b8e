"""Numbers and the words beside them that disagree: "−4,000 fewer", "fell by −3%", "1 people"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportgen.text.directions import ways_of
from reportgen.text.words import number_neighbours

_SIGNED = re.compile(
    r"(?<![\w.,)])(?P<sign>[-+−])(?P<number>(?:[A-Z]{0,2}[£€$¥]|[A-Z]{3}\s?)?\d[\d.,'’\u00a0\u202f]*(?: \d{3})*"
    r"(?:\s?(?:%|‰|°[CF]?|(?:k|bn|m|tn|Tsd\.|Mio\.|Mrd\.)(?!\w)))?)"
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_ONE = re.compile(r"(?<![\w.,£€$¥+−-])1(?![\w.,%:/’'–-])\s+")
_LEAD = re.compile(r"(?:^|[.!?:;,–—(\[“„«]\s*|(?P<word>[^\W\d_]+)\s+)\Z")
_MOST_BETWEEN = 4
"""So many words of a unit or a scale may stand between a number and the word that says its direction."""


_REACH = 60
"""So many characters before a number are looked at."""

Parts = Mapping[str, frozenset[str]]
"""The words that stand beside numbers, by what they are there."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A number and a word of a text that do not go together: the `phrase` that has both, of a sign or of a plural."""

    phrase: str
    word: str
    of_sign: bool


def disagreements(text: str, language: str) -> Iterator[Disagreement]:
    """Every number of a text with a sign that the word beside it says too, or gainsays; and every 1 with a plural."""
    near = _neighbours(language)
    if not near:
        return
    ways = ways_of(language)
    for match in _SIGNED.finditer(text):
        way = 1 if match["sign"] == "+" else -1
        found = _before(text, match, ways, near, way) or _behind(text, match, ways, near, way)
        if found:
            yield Disagreement(*found, of_sign=True)
    yield from _plurals(text, near)


def _before(text: str, match: re.Match[str], ways: Mapping[str, int], near: Parts, way: int) -> tuple[str, str] | None:
    """The phrase in which a word of direction and its preposition stand before a number: "fell by −3%", "up −2"."""
    words, end, by = list(_WORD.finditer(text, max(0, match.start() - _REACH), match.start())), match.start(), False
    while words and words[-1].group().casefold() in near["by"] | near["about"]:
        if text[words[-1].end() : end].strip():
            return None
        by |= words[-1].group().casefold() in near["by"]
        end = words.pop().start()
    if not words or text[words[-1].end() : end].strip():
        return None
    word = words[-1].group().casefold()
    if word not in ways or not (by or word in near["direct"]) or not _clashes(ways[word], way, word, near):
        return None
    behind = _next_word(text, match.end())
    if behind and behind.group().casefold() in near["to"]:  # "baisse de −3 % à −5 %" says where it was and where it is
        return None
    return text[words[-1].start() : match.end()].strip(), words[-1].group()


def _behind(text: str, match: re.Match[str], ways: Mapping[str, int], near: Parts, way: int) -> tuple[str, str] | None:
    """The phrase in which a word of direction stands behind a number and its unit: "−4,000 fewer", "+5% lower"."""
    at = match.end()
    for _ in range(_MOST_BETWEEN):
        word = _next_word(text, at)
        said = word.group().casefold() if word else ""
        if word and said in ways:
            clash = said not in near["noun"] and _clashes(ways[said], way, said, near)
            return (text[match.start() : word.end()], word.group()) if clash else None
        if word is None or said not in near["unit"]:
            return None
        at = word.end()
    return None


def _next_word(text: str, at: int) -> re.Match[str] | None:
    """The word that only blanks part from a place in a text."""
    return _WORD.match(text, at + len(text[at:]) - len(text[at:].lstrip()))


def _clashes(direction: int, way: int, word: str, near: Parts) -> bool:
    """Whether a word and a sign say one thing twice or two things at once; a rate of growth may be below zero."""
    return not (direction > 0 and (way > 0 or word in near["rate"]))


def _plurals(text: str, near: Parts) -> Iterator[Disagreement]:
    for match in _ONE.finditer(text):
        lead = _LEAD.search(text, 0, match.start())
        if lead is None or (lead["word"] and lead["word"].casefold() not in near["lead"]):
            continue
        at = match.end()
        while (word := _next_word(text, at)) and word.group() in near["more"]:
            at = word.end()
        if word and _is_plural(word.group(), near):
            yield Disagreement(text[match.start() : word.end()], word.group(), of_sign=False)


def _is_plural(word: str, near: Parts) -> bool:
    if word.casefold() in near["plural"]:
        return True
    if "s" not in near["ending"] or not word.islower() or word in near["single"]:
        return False
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))


@lru_cache(maxsize=32)
def _neighbours(language: str) -> Parts:
    kinds = ("by", "about", "direct", "to", "noun", "unit", "rate", "lead", "more", "plural", "single", "ending")
    found = number_neighbours(language)
    return {kind: frozenset(found.get(kind, ())) for kind in kinds} if found else {}
