"""Labels of points in; if they are quarters, months or days, where each stands in time, and what is missing, out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reportgen.content.data_facts import LONGEST_MOMENT, YEAR_WITHIN
from reportgen.text.dates import parse_date, short_date
from reportgen.text.languages import locale_of

QUARTER, MONTH, DAY = "quarter", "month", "day"
_YEAR = re.compile(r"([12]\d{3})(?:([/–-])(\d{2}|\d{4}))?")
_QUARTER = re.compile(r"(?P<year>[12]\d{3})(?P<gap>[ -]?)(?P<mark>[QqTtKk])(?P<part>[1-4])")
_YEAR_LAST = re.compile(r"(?P<mark>[QqTtKk])(?P<part>[1-4])(?P<gap>[ -]?)(?P<year>[12]\d{3})")
_NUMBERS = re.compile(r"(?P<year>[12]\d{3})-(?P<part>0[1-9]|1[0-2])")
_NAMED = re.compile(r"(?P<part>[^\W\d]{3,})\.?(?P<gap>[ -])(?P<year>[12]\d{3})")
_YEAR_NAMED = re.compile(r"(?P<year>[12]\d{3})(?P<gap>[ -])(?P<part>[^\W\d]{3,})\.?")
_BARE_QUARTER = re.compile(r"[QTKqtk][1-4]")
_DAY = re.compile(r"[12]\d{3}-\d{2}-\d{2}")
_FORMS = ((QUARTER, _QUARTER), (QUARTER, _YEAR_LAST), (MONTH, _NUMBERS), (MONTH, _NAMED), (MONTH, _YEAR_NAMED))
_PARTS = {QUARTER: 4, MONTH: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A quarter, month or day by its number: of days that of the calendar, else counted from the year 0."""

    unit: str
    number: int
    form: re.Pattern[str] | None = None


def periods_of(labels: Sequence[str], language: str) -> tuple[Period, ...]:
    """The moments that labels stand for, if every one is one and all are written alike; else ()."""
    found: list[Period] = []
    for label in labels:
        period = _period(label.strip(), language)
        if period is None or (found and (period.unit, period.form) != (found[0].unit, found[0].form)):
            return ()
        found.append(period)
    return tuple(found)


def first_backwards(labels: Sequence[str], language: str) -> tuple[str, str] | None:
    """The first two neighbours of which the second is the earlier moment.

    Months and quarters without a year may begin anywhere (April to March), and go round once.
    """
    numbers = [each.number for each in periods_of(labels, language)] or _years_within(labels)
    if numbers:
        return next(iter(_falls(labels, numbers)), None)
    parts = [_bare_part(label.strip(), language) for label in labels]
    if not parts or 0 in parts:
        return None
    falls = _falls(labels, parts)
    if len(falls) == 1 and parts[-1] < parts[0]:
        return None
    return falls[-1] if falls else None


def _falls(labels: Sequence[str], numbers: Sequence[int]) -> list[tuple[str, str]]:
    """Neighbours of which the second has the smaller number."""
    pairs = zip(pairwise(labels), pairwise(numbers), strict=True)
    return [pair for pair, (one, other) in pairs if one > other]


def label_at(number: int, like: str, language: str) -> str:
    """The quarter or month of that number, written as another is."""
    period = _period(like, language)
    if period is None or period.form is None:
        return str(number)
    match = period.form.fullmatch(like)
    assert match is not None  # `_moment` has matched it
    year, part = divmod(number, _PARTS[period.unit])
    written = f"{part + 1:02}" if period.form is _NUMBERS else str(part + 1)
    if period.form in (_NAMED, _YEAR_NAMED):
        written = _name_like(part + 1, match["part"], language)
    start, end = match.span("part")
    first, last = match.span("year")
    if start < first:
        return f"{like[:start]}{written}{match['gap']}{year}"
    return f"{year}{like[last:start]}{written}{like[end:]}"


def years_of(labels: Sequence[str]) -> list[int] | None:
    """The years, if every label is one and all are written alike."""
    found = [_YEAR.fullmatch(label) for label in labels]
    years, forms = [], set()
    for match in found:
        if match is None or (match[2] and int(match[3]) % 100 != (int(match[1]) + 1) % 100):
            return None
        years.append(int(match[1]))
        forms.add((match[2], len(match[3] or "")))
    return years if len(forms) == 1 and len(set(years)) == len(years) else None


def year_like(year: int, like: str) -> str:
    """A year written as another is."""
    match = _YEAR.fullmatch(like)
    if match is None or not match[2]:
        return str(year)
    following = str(year + 1)
    return f"{year}{match[2]}{following if len(match[3]) == 4 else following[2:]}"


def uneven(labels: Sequence[str], language: str) -> bool:
    """Whether years, quarters or months are not all equally far apart."""
    numbers = [] if all(map(_DAY.fullmatch, labels)) else times_of(labels, language)
    return len({after - before for before, after in pairwise(numbers)}) > 1


def times_of(labels: Sequence[str], language: str) -> tuple[int, ...]:
    """Where each label stands in time, counted in years, quarters, months or days, whichever they are; () when one is
    no moment or all do not rise. Months and quarters without a year may go round once."""
    numbers = years_of(labels) or [each.number for each in periods_of(labels, language)]
    numbers = numbers or _parts_in_turn(labels, language)
    return tuple(numbers) if all(one < other for one, other in pairwise(numbers)) else ()


def in_words(labels: Sequence[str], language: str) -> Mapping[str, str]:
    """The short words of labels that are months or days as ISO 8601 writes them (`2018-12` is "Dec 2018")."""
    periods = periods_of(labels, language)
    if not periods or periods[0].form not in (None, _NUMBERS):
        return {}
    return {label: short_date(parse_date(label), language) for label in labels}


def _parts_in_turn(labels: Sequence[str], language: str) -> list[int]:
    """The numbers of months, or of quarters, that have no year; those after the turn of the year count on."""
    if len({bool(_BARE_QUARTER.fullmatch(label.strip())) for label in labels}) != 1:
        return []
    parts = [_bare_part(label.strip(), language) for label in labels]
    if 0 in parts or first_backwards(labels, language):
        return []
    round_of = 4 if _BARE_QUARTER.fullmatch(labels[0].strip()) else 12
    transform = next((at for at, (one, other) in enumerate(pairwise(parts), 1) if one > other), len(parts))
    return [part + round_of * (at >= transform) for at, part in enumerate(parts)]


def _years_within(labels: Sequence[str]) -> list[int]:
    """The year that each label holds, if every one holds one, as `Jan to Mar 2018` does."""
    found = [YEAR_WITHIN.search(label) for label in labels if len(label) <= LONGEST_MOMENT]
    years = [int(match[0]) for match in found if match]
    return years if len(years) == len(labels) else []


def _period(label: str, language: str) -> Period | None:
    if not _DAY.fullmatch(label):
        return _part(label, language)
    try:
        return Period(DAY, datetime.date.fromisoformat(label).toordinal())
    except ValueError:  # there is no such day
        return None


def _part(label: str, language: str) -> Period | None:
    for unit, form in _FORMS:
        match = form.fullmatch(label)
        if match is None:
            continue
        part = int(match["part"]) if match["part"].isdecimal() else _month(match["part"], language)
        if part:
            return Period(unit, int(match["year"]) * _PARTS[unit] + part - 1, form)
    return None


def _bare_part(label: str, language: str) -> int:
    """The number of a month or quarter that has no year; 0 for anything else."""
    if _BARE_QUARTER.fullmatch(label):
        return int(label[1])
    return _month(label.rstrip("."), language)


def _month(name: str, language: str) -> int:
    """The number of the month that a name, or three or more of its letters, means; 0 if none or several."""
    folded = name.casefold()
    if len(folded) < 3:
        return 0
    found = {number for known, number in _names(language) if known.startswith(folded)}
    return found.pop() if len(found) == 1 else 0


def _name_like(number: int, like: str, language: str) -> str:
    """The name of a month, as long or short as another."""
    months = locale_of(language).months["format"]
    known = _month(like, language)
    if like.casefold() == str(months["wide"][known]).casefold() and len(like) > 3:
        return str(months["wide"][number])
    return str(months["wide"][number])[:3] if len(like) == 3 else str(months["abbreviated"][number])


@lru_cache(maxsize=16)
def _names(language: str) -> tuple[tuple[str, int], ...]:
    """The names of the months, long and short, each with its number."""
    found = locale_of(language).months
    widths = [found[context][width] for context in ("format", "stand-alone") for width in ("wide", "abbreviated")]
    return tuple((str(name).casefold().rstrip("."), number) for names in widths for number, name in names.items())
