"""Dates of a report, which are written `2018`, `2018-12` or `2018-12-03`, and their wording by language."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from reportgen.text.languages import locale_of

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class ReportDate:
    """A year, a month or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """As ISO 8601 writes it: "2018-12"."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    def __str__(self) -> str:
        return self.iso


def parse_date(text: str) -> ReportDate:
    """The date that an ISO 8601 text names. Raises ValueError with a sentence."""
    match = _DATE.match(text.strip())
    if match is None:
        raise ValueError(f"`{text}` is not a date")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        datetime.date(year or 0, month or 1, day or 1)
    except ValueError:
        raise ValueError(f"`{text}` is not in the calendar") from None
    return ReportDate(year or 0, month, day)


def format_date(date: ReportDate, language: str) -> str:
    """The date in words: "December 2018", "3 December 2018", "2018"."""
    if date.month is None:
        return str(date.year)
    import babel.dates

    when = datetime.date(date.year, date.month, date.day or 1)
    locale = locale_of(language)
    if date.day is None:
        return babel.dates.format_skeleton("yMMMM", when, locale=locale)
    return babel.dates.format_date(when, "long", locale=locale)


def short_date(date: ReportDate, language: str) -> str:
    """The date in few words: "Dec 2018", "3 Dec 2018", "2018"."""
    if date.month is None:
        return str(date.year)
    import babel.dates

    when = datetime.date(date.year, date.month, date.day or 1)
    return babel.dates.format_skeleton("yMMM" if date.day is None else "yMMMd", when, locale=locale_of(language))
