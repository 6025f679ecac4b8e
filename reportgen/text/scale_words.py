"""Words of scale that were meant: slips of one letter, other spellings, and those of other languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from reportgen.text.locale import LocaleFacts, facts_of
from reportgen.text.words import languages

_LEAST_FOR_SLIPS = 4
_SPELLINGS = {
    "mln": 6, "mn": 6, "mio": 6, "mill": 6, "mil": 6, "mld": 9, "mrd": 9, "mlrd": 9, "bln": 9, "bil": 9, "bill": 9,
    "tsd": 3, "thou": 3, "thsd": 3, "tys": 3, "trn": 12, "tril": 12, "trill": 12, "bn": 9, "tn": 12, "md": 9,
}  # fmt: skip
_LETTERS = {"k": 3, "m": 6, "b": 9, "t": 12}


def meant(word: str, facts: LocaleFacts, close: bool) -> str:
    """The word of scale of the language that a word behind a number may stand for; "" if it is one of another kind.

    `close` says that it stands at its number without a space, or behind an amount of money, where no unit of one
    letter does.
    """
    bare = word.rstrip(".").casefold()
    if len(bare) == 1:
        return _letter(word, bare, facts, close)
    known = {each.casefold(): each for each in facts.scale_of if each}
    if bare in known:
        return known[bare]
    slip = next((each for key, each in known.items() if len(key) >= _LEAST_FOR_SLIPS and _is_slip(bare, key)), "")
    power = _SPELLINGS.get(bare) or (6 if word == "MM" else _foreign().get(bare, 0))
    return slip or (_word_of(power, facts, long=not close) if power else "")


def _letter(word: str, bare: str, facts: LocaleFacts, close: bool) -> str:
    if bare not in _LETTERS or (word in ("t", "m") and not close):
        return ""
    return _word_of(3 if bare == "t" and facts.locale.language == "de" else _LETTERS[bare], facts, long=not close)


def _word_of(power: int, facts: LocaleFacts, long: bool) -> str:
    keys = ((power, long), (power, not long))
    found = next((facts.wordings[key]["other"] for key in keys if key in facts.wordings), "")
    return found.strip(" \u00a0\u202f")


@lru_cache(maxsize=1)
def _foreign() -> Mapping[str, int]:
    """The words of scale of all languages that the program has words for."""
    found: dict[str, int] = {}
    for language in languages():
        facts = facts_of(language)
        for word, (power, _) in facts.scale_of.items():
            if len(word.rstrip(".")) > 2:
                found.setdefault(word.rstrip(".").casefold(), power)
    return found


def _is_slip(word: str, right: str) -> bool:
    """Whether one letter is missing, too many, another, or has changed places with the next."""
    if abs(len(word) - len(right)) > 1 or word == right:
        return False
    pairs = zip(word, right, strict=False)
    at = next((index for index, (one, two) in enumerate(pairs) if one != two), min(len(word), len(right)))
    rests = {word[at + 1 :] == right[at + 1 :], word[at:] == right[at + 1 :], word[at + 1 :] == right[at:]}
    swapped = word[at : at + 2] == right[at : at + 2][::-1] and word[at + 2 :] == right[at + 2 :]
    return True in rests or swapped
