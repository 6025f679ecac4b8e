"""Finds the words that the program adds to a page in the language of a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter

from reportgen.text.wordings import WORDINGS


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
def languages() -> tuple[str, ...]:
    """The languages that have a column."""
    return tuple(sorted({language for row in WORDINGS.values() for language in row}))


@cache
def words(language: str) -> Words:
    """The words of a BCP 47 language tag; a region falls back to its language. Raises `NoWordsError`."""
    for tag in (language, language.split("-", maxsplit=1)[0].lower()):
        if tag in languages():
            return Words(tag, {key: row[tag] for key, row in WORDINGS.items()})
    raise NoWordsError(language)


@cache
def words_or_signs(language: str) -> Words:
    """The words of a language; of one that has no column, signs that need no language: a dash for a head, and for a
    sentence what stands in its blanks. So no English is on a page in Polish. Who uses it has an alternative text."""
    if has_words(language):
        return words(language)
    return Words(language, {key: _signs(row["en"]) for key, row in WORDINGS.items()})


def _signs(wording: str) -> str:
    """The blanks of a wording, in their order; a dash when it has none."""
    blanks = [f"{{{name}}}" for _, name, _, _ in Formatter().parse(wording) if name]
    return " ".join(blanks) or "\N{EN DASH}"


def has_words(language: str) -> bool:
    """Whether the table has a column for the language or for what its region falls back to."""
    return language in languages() or language.split("-", maxsplit=1)[0].lower() in languages()
