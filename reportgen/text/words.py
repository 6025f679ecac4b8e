"""Words that the program adds to a page: a language in, its column of the one table out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

# One row for each wording, one column for each language. A new language is a new column, complete.
TABLE: Mapping[str, Mapping[str, str]] = {
    "case_study": {"en": "Case study", "de": "Fallbeispiel"},
    "now": {"en": "Now", "de": "Heute"},
    "about": {"en": "about", "de": "etwa"},
    "one_in": {"en": "1 in {n}", "de": "1 von {n}"},
    "in_year": {"en": "in {since}", "de": "im Jahr {since}"},
    "earlier": {"en": "earlier", "de": "vorher"},
    "each_stands_for": {"en": "Each figure stands for {each}", "de": "Jede Figur steht für {each}"},
    "each_stands_for_noun": {
        "en": "Each figure stands for {each} {noun}",
        "de": "Jede Figur steht für {each} {noun}",
    },
    "not_available": {"en": "not available", "de": "nicht verfügbar"},
    "scale_starts_at": {"en": "The scale starts at {value}.", "de": "Die Skala beginnt bei {value}."},
    "source": {"en": "Source", "de": "Quelle"},
    "sources": {"en": "Sources", "de": "Quellen"},
    "publisher": {"en": "Published by", "de": "Herausgegeben von"},
    "contact": {"en": "Contact", "de": "Kontakt"},
    "reference": {"en": "Reference", "de": "Aktenzeichen"},
    "date": {"en": "Date", "de": "Stand"},
    "request": {"en": "Other formats", "de": "Andere Formate"},
    "photo_credit": {"en": "Photo: {credit}", "de": "Foto: {credit}"},
    "qr_alt": {"en": "QR code for {url}", "de": "QR-Code für {url}"},
    "icon_alt": {"en": "Symbol: {name}", "de": "Symbol: {name}"},
    "change_alt_up": {
        "en": "{label}: {value} now, up {change} ({percent}) from {before} {when}",
        "de": "{label}: heute {value}, {change} ({percent}) mehr als {before} {when}",
    },
    "change_alt_down": {
        "en": "{label}: {value} now, down {change} ({percent}) from {before} {when}",
        "de": "{label}: heute {value}, {change} ({percent}) weniger als {before} {when}",
    },
    "change_alt_flat": {
        "en": "{label}: {value} now, the same as {when}",
        "de": "{label}: heute {value}, unverändert gegenüber {when}",
    },
    "share_alt": {
        "en": "{label}: {value}, which is {percent} of {whole}",
        "de": "{label}: {value}, das sind {percent} von {whole}",
    },
    "share_alt_dots": {
        "en": "with {marked} of {dots} dots filled",
        "de": "dabei {marked} von {dots} Punkten gefüllt",
    },
    "count_alt": {
        "en": "{label}: {value}, shown in figures that each stand for {each}",
        "de": "{label}: {value}, gezeigt in Figuren, die je für {each} stehen",
    },
    "amount_alt": {"en": "{label}: a bar for {value}", "de": "{label}: ein Balken für {value}"},
    "amount_alt_of": {
        "en": "{label}: a bar for {value} out of {whole}",
        "de": "{label}: ein Balken für {value} von {whole}",
    },
    "line_alt": {
        "en": "{label}: a line from {first} in {start} to {last} in {end}",
        "de": "{label}: eine Linie von {first} ({start}) bis {last} ({end})",
    },
    "line_alt_gaps": {"en": "not available for {labels}", "de": "nicht verfügbar für {labels}"},
    "place_alt": {"en": "Map of {name} with its areas", "de": "Karte von {name} mit seinen Gebieten"},
    "place_alt_named": {"en": "Map of {name} with {areas}", "de": "Karte von {name} mit {areas}"},
    "place_alt_one": {"en": "Map of {name}", "de": "Karte von {name}"},
    "place_alt_locator": {"en": "and where it lies", "de": "und ihrer Lage"},
    "table_what": {"en": "Measure", "de": "Kennzahl"},
    "table_when": {"en": "When", "de": "Zeitpunkt"},
    "table_value": {"en": "Value", "de": "Wert"},
    "table_change": {"en": "Change", "de": "Veränderung"},
    "table_share": {"en": "Share", "de": "Anteil"},
    "table_whole": {"en": "Whole", "de": "Gesamt"},
    "table_each": {"en": "Each figure stands for", "de": "Jede Figur steht für"},
}


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
    return tuple(sorted({language for row in TABLE.values() for language in row}))


@cache
def words(language: str) -> Words:
    """The words of a BCP 47 language tag; a region falls back to its language. Raises `NoWordsError`."""
    for tag in (language, language.split("-", maxsplit=1)[0].lower()):
        if tag in languages():
            return Words(tag, {key: row[tag] for key, row in TABLE.items()})
    raise NoWordsError(language)


def has_words(language: str) -> bool:
    """Whether the table has a column for the language or for what its region falls back to."""
    return language in languages() or language.split("-", maxsplit=1)[0].lower() in languages()
