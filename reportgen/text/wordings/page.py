"""The words of the page itself."""

from __future__ import annotations

from collections.abc import Mapping

ROWS: Mapping[str, Mapping[str, str]] = {
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
}
