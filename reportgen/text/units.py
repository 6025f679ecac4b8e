"""Units that are written out as words: a language in; the word for percentage points in each plural form out."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.text.wordings import PERCENTAGE_POINTS

POINTS = "pp"
"""The unit of percentage points, in which two percentages differ; also what is written where no word is known."""


def percentage_points(language: str) -> Mapping[str, str]:
    """The word by CLDR's plural forms ("other" is always there)."""
    return PERCENTAGE_POINTS.get(language.partition("-")[0].lower(), {"other": POINTS})
