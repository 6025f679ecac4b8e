"""Units that are written out as words: a language in; the word for percentage points in each plural form out."""

from __future__ import annotations

from collections.abc import Mapping

POINTS = "pp"
"""The unit of percentage points, in which two percentages differ; also what is written where no word is known."""

_PERCENTAGE_POINTS: Mapping[str, Mapping[str, str]] = {
    "en": {"one": "percentage point", "other": "percentage points"},
    "de": {"one": "Prozentpunkt", "other": "Prozentpunkte"},
    "fr": {"one": "point de pourcentage", "other": "points de pourcentage"},
    "cy": {"other": "pwynt canran"},
    "pl": {
        "one": "punkt procentowy",
        "few": "punkty procentowe",
        "many": "punktów procentowych",
        "other": "punktu procentowego",
    },
}


def percentage_points(language: str) -> Mapping[str, str]:
    """The word by CLDR's plural forms ("other" is always there)."""
    return _PERCENTAGE_POINTS.get(language.partition("-")[0].lower(), {"other": POINTS})
