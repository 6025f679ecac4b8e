"""What the rows of a table of values are: years, age groups, or what the column of a file is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportgen.content.periods import period as units
from reportgen.content.report import Point
from reportgen.text.words import has_words, words

_AGE = re.compile(r"\b(age[ds]?|alter|\w+jährige?|âge|âgés?|oed|oedran|wiek\w*)\b", re.IGNORECASE)
_FINANCIAL = re.compile(
    r"\b(financial|fiscal|tax|budget) years?\b|\b(haushalts|geschäfts)jahre?|ariannol|\bexercices?\b|budżetow",
    re.IGNORECASE,
)
_ACADEMIC = re.compile(
    r"\b(academic|school) years?\b|\b(schul|studien)jahre?|academaidd|\b(scolaire|universitaire)s?\b|szkoln|akademick",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\D{0,12}\d")
_ROWS = {
    units.YEAR: "table_year",
    units.FINANCIAL_YEAR: "table_year",
    units.NAMED_YEAR: "table_year",
    units.QUARTER: "table_quarter",
    units.FINANCIAL_QUARTER: "table_quarter",
    units.BARE_QUARTER: "table_quarter",
    units.MONTH: "table_month",
    units.BARE_MONTH: "table_month",
    units.WEEK: "table_week",
    units.DAY: "table_day",
}


def row_name(points: Sequence[Point], language: str, heading: str = "", about: str = "") -> str:
    """The name of the column of labels of the points, as it stands in the corner of the table; "" when nothing says it.

    `heading` is that of the file that the labels come from, and `about` the title of the figure. A file's own name for
    periods is kept where it says more than the program can see ("Financial year").
    """
    own = " ".join(heading.replace("_", " ").split())
    own = own[:1].upper() + own[1:]
    row = _row_of_words(points, f"{own} {about}") if has_words(language) else ""
    if row == "table_ages":
        return own or words(language)[row]
    return own if own and (not row or " " in own) else words(language)[row] if row else ""


def _row_of_words(points: Sequence[Point], about: str) -> str:
    """The row of the words table for what the labels are."""
    labels = [point.label for point in points]
    found = {point.period.unit for point in points if point.period}
    if labels and all(point.period for point in points):
        row = _ROWS.get(next(iter(found)), "table_period") if len(found) == 1 else "table_period"
        if found & {units.FINANCIAL_YEAR, units.NAMED_YEAR}:
            named = ((_FINANCIAL, "table_financial_year"), (_ACADEMIC, "table_academic_year"))
            return next((kind for pattern, kind in named if pattern.search(about)), row)
        return row
    numbered = bool(labels) and all(map(_NUMBERED.match, labels))
    return "table_ages" if numbered and _AGE.search(" ".join((*labels, about))) else ""
