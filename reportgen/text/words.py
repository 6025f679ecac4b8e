"""Finds the words that the program adds to a page in the language of a text.

They are data: `assets/words.json` has one row a wording and one column a language, and another language is one more
column there. Blanks in braces are filled in; each row has the same ones in every language.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

from reportgen.sources import Sources


class NoWordsError(LookupError):
    """A language that the table has no column for; `known` names those that it has."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.known = languages()
        super().__init__(f"no words for {language!r}; known: {', '.join(self.known)}")


@dataclass(frozen=True, slots=True)
class Words:
    """One column of the table: `words["now"]`, or `words.get("one_in", n="20")` with the blanks filled."""

    language: str
    column: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.column[key]

    def get(self, key: str, **values: str) -> str:
        """The wording with its blanks filled in; KeyError for a wording or a blank that does not fit."""
        return self.column[key].format(**values)


@cache
def _shipped() -> Mapping[str, Any]:
    shipped = Sources()
    found: Mapping[str, Any] = json.loads(shipped.read_bytes(shipped.asset("words.json")))
    return found


def wordings() -> Mapping[str, Mapping[str, str]]:
    """Every wording by its name, in every language."""
    rows: Mapping[str, Mapping[str, str]] = _shipped()["words"]
    return rows


def percentage_points(language: str) -> Mapping[str, str]:
    """The word for percentage points by CLDR's plural forms, with "other" always among them; {} where there is none."""
    forms: Mapping[str, Mapping[str, str]] = _shipped()["percentage points"]
    return forms.get(language.partition("-")[0].lower(), {})


def direction_words(language: str) -> Mapping[str, tuple[str, ...]]:
    """The words of a language that say "up", for more, and "down", for less; {} where none are known."""
    forms: Mapping[str, Mapping[str, str]] = _shipped()["directions"]
    found = forms.get(language.partition("-")[0].lower(), {})
    return {way: tuple(listed.split()) for way, listed in found.items()}


@cache
def round_numbers(kind: str, language: str) -> tuple[str, ...]:
    """What people write round a number: `kind` is "before" or "after" it, "above" or "below" (those of both that say on
    which side the true number is), "ratios" (what stands between the two numbers
    of one), "fractions" (each with its part and whole: `half 1/2`), "counted" (one to ten) or "per cent". () of a
    language that has none here."""
    listed: str = _shipped()["round a number"][kind].get(language.partition("-")[0].lower(), "")
    return tuple(listed.split(", ")) if listed else ()


def number_neighbours(language: str) -> Mapping[str, tuple[str, ...]]:
    """What stands beside numbers in a language, by its part: prepositions, units, plurals; {} where none is known."""
    forms: Mapping[str, Mapping[str, str]] = _shipped()["beside numbers"]
    return {part: tuple(listed.split()) for part, listed in forms.get(language.partition("-")[0].lower(), {}).items()}


@cache
def one_and_many(language: str) -> Mapping[str, str]:
    """Things that are counted, each in the singular and in the plural: units that change with their number."""
    listed: str = _shipped()["one and many"].get(language.partition("-")[0].lower(), "")
    found = (pair.partition(" ") for pair in listed.split(", ") if pair)
    return {one: many for one, _, many in found}


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a column."""
    return tuple(sorted({language for row in wordings().values() for language in row}))


@cache
def words(language: str) -> Words:
    """The words of a BCP 47 language tag; a region falls back to its language. Raises `NoWordsError`."""
    for tag in (language, language.split("-", maxsplit=1)[0].lower()):
        if tag in languages():
            return Words(tag, {key: row[tag] for key, row in wordings().items()})
    raise NoWordsError(language)


@cache
def words_or_signs(language: str) -> Words:
    """The words of a language; of one that has no column, signs that need no language: a dash for a head, and for a
    sentence what stands in its blanks. So no English is on a page in Polish. Who uses it has an alternative text."""
    if has_words(language):
        return words(language)
    return Words(language, {key: _signs(row["en"]) for key, row in wordings().items()})


def _signs(wording: str) -> str:
    """The blanks of a wording, in their order; a dash when it has none."""
    blanks = [f"{{{name}}}" for _, name, _, _ in Formatter().parse(wording) if name]
    return " ".join(blanks) or "\N{EN DASH}"


def has_words(language: str) -> bool:
    """Whether the table has a column for the language or for what its region falls back to."""
    return language in languages() or language.split("-", maxsplit=1)[0].lower() in languages()
