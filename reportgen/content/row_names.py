"""What the rows of a table of values are: years, age groups, or what the column of a file is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.content.periods import are_periods, periods_of
from reportgen.text.words import has_words, words

_AGE = re.compile(r"\b(age[ds]?|alter|\w+jährige?|âge|âgés?|oed|oedran|wiek\w*)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\D{0,12}\d")
_QUARTER = re.compile(r"[QTK][1-4]\b", re.IGNORECASE)
_OPENS_WITH_YEAR = re.compile(r"[12]\d{3}(?!\d)")


def row_name(labels: Sequence[str], language: str, heading: str = "", about: str = "") -> str:
    """The name of the column of labels, as it stands in the corner of the table; "" when nothing says it.

    `heading` is that of the file that the labels come from, and `about` the title of the figure. A file's own name for
    periods is kept where it says more than the program can see ("Financial year").
    """
    own = " ".join(heading.replace("_", " ").split())
    own = own[:1].upper() + own[1:]
    row = _row_of_words(labels, language, f"{own} {about}") if has_words(language) else ""
    if row == "table_ages":
        return own or words(language)[row]
    return own if own and (not row or " " in own) else words(language)[row] if row else ""


def _row_of_words(labels: Sequence[str], language: str, about: str) -> str:
    """The row of the words table for what the labels are."""
    periods = periods_of(labels, language)
    if periods:
        return f"table_{periods[0].unit}"
    if are_periods(labels, language):
        if all(map(_QUARTER.match, labels)):
            return "table_quarter"
        if all(map(_OPENS_WITH_YEAR.match, labels)):
            return "table_year"
        return "table_month" if not any(char.isdigit() for label in labels for char in label) else "table_period"
    numbered = bool(labels) and all(map(_NUMBERED.match, labels))
    return "table_ages" if numbered and _AGE.search(" ".join((*labels, about))) else ""
