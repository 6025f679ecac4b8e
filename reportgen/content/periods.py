"""Labels that are periods of time (years, quarters, months, days): their order, and which are missing between them."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reportgen.text.dates import parse_date, short_date
from reportgen.text.languages import locale_of

YEAR, QUARTER, MONTH, DAY = "year", "quarter", "month", "day"
MOST_YEARS = 400
FEW = 3
"""Where far more periods are missing than there are (censuses and a last year), none is put between them."""
LONGEST_PERIOD = 24
"""No longer label is taken for a period because it holds a year."""

_YEAR_WITHIN = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
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
    """A year, quarter, month or day by its number: of days that of the calendar, else counted from the year 0.

    `form` is how it is written: two that differ in it are not of one series.
    """

    unit: str
    number: int
    form: object = None


def periods_of(labels: Sequence[str], language: str) -> tuple[Period, ...]:
    """The periods that labels stand for, if every one is one and all are written alike; else ().

    The whole series decides: `2009-10` is a business year among others, and a month among months.
    """
    bare = [label.strip() for label in labels]
    return _alike(map(_year, bare)) or _alike(_day_or_part(label, language) for label in bare)


def ordered_periods(labels: Sequence[str], language: str = "en") -> tuple[str, ...]:
    """Years (2018), school and business years (2017/18), quarters, months and days in order, with the years, quarters
    and months that are missing between them; labels that begin with a year, each with another, in the order of those.

    Years at a regular distance (1981, 1991, 2001) lack none. Other labels come back as they are.
    """
    periods = periods_of(labels, language)
    numbers = [each.number for each in periods] or _leading_years(labels)
    label_of = dict(zip(numbers, labels, strict=False))
    if len(labels) < 2 or len(label_of) < len(labels):
        return tuple(labels)
    ordered = sorted(label_of)
    step = math.gcd(*(after - before for before, after in pairwise(ordered)))
    count = (ordered[-1] - ordered[0]) // step + 1
    if not periods or periods[0].unit == DAY or count > min(MOST_YEARS, 2 * len(ordered) + FEW):
        return tuple(label_of[number] for number in ordered)
    like = labels[0].strip()
    whole = range(ordered[0], ordered[-1] + 1, step)
    return tuple(label_of.get(number) or _label_at(number, like, periods[0], language) for number in whole)


def are_periods(labels: Sequence[str], language: str) -> bool:
    """Whether labels are periods: each holds a year, or they are months or quarters."""
    if not labels:
        return False
    return (
        bool(_years_within(labels))
        or all(map(_BARE_QUARTER.fullmatch, labels))
        or all(label.casefold().rstrip(".") in _names(language) for label in labels)
    )


def first_backwards(labels: Sequence[str], language: str) -> tuple[str, str] | None:
    """The first two neighbours of which the second is the earlier period.

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


def times_of(labels: Sequence[str], language: str) -> tuple[int, ...]:
    """Where each label stands in time, counted in years, quarters, months or days, whichever they are; () when one is
    no period or all do not rise. Months and quarters without a year may go round once."""
    numbers = [each.number for each in periods_of(labels, language)] or _parts_in_turn(labels, language)
    return tuple(numbers) if all(one < other for one, other in pairwise(numbers)) else ()


def uneven(labels: Sequence[str], language: str) -> bool:
    """Whether years, quarters or months are not all equally far apart."""
    numbers = () if all(map(_DAY.fullmatch, labels)) else times_of(labels, language)
    return len({after - before for before, after in pairwise(numbers)}) > 1


def in_words(labels: Sequence[str], language: str) -> Mapping[str, str]:
    """The short words of labels that are months or days as ISO 8601 writes them (`2018-12` is "Dec 2018")."""
    periods = periods_of(labels, language)
    if not periods or periods[0].form not in (_DAY, _NUMBERS):
        return {}
    return {label: short_date(parse_date(label), language) for label in labels}


def _alike(found: Iterable[Period | None]) -> tuple[Period, ...]:
    """The periods, if there is one for every label and all are written alike."""
    known: list[Period] = []
    for period in found:
        if period is None or (known and period.form != known[0].form):
            return ()
        known.append(period)
    return tuple(known)


def _year(label: str) -> Period | None:
    match = _YEAR.fullmatch(label)
    if match is None or (match[2] and int(match[3]) % 100 != (int(match[1]) + 1) % 100):
        return None
    return Period(YEAR, int(match[1]), (match[2], len(match[3] or "")))


def _day_or_part(label: str, language: str) -> Period | None:
    if _DAY.fullmatch(label):
        try:
            return Period(DAY, datetime.date.fromisoformat(label).toordinal(), _DAY)
        except ValueError:  # there is no such day
            return None
    for unit, form in _FORMS:
        match = form.fullmatch(label)
        if match is None:
            continue
        part = int(match["part"]) if match["part"].isdecimal() else _month(match["part"], language)
        if part:
            return Period(unit, int(match["year"]) * _PARTS[unit] + part - 1, form)
    return None


def _label_at(number: int, like: str, period: Period, language: str) -> str:
    """The year, quarter or month of that number, written as `like`, which is a label of `period`."""
    if not isinstance(period.form, re.Pattern):
        return _year_at(number, like)
    match = period.form.fullmatch(like)
    assert match is not None  # it has been matched by the same form
    year, part = divmod(number, _PARTS[period.unit])
    written = f"{part + 1:02}" if period.form is _NUMBERS else str(part + 1)
    if period.form in (_NAMED, _YEAR_NAMED):
        written = _name_like(part + 1, match["part"], language)
    start, end = match.span("part")
    first, last = match.span("year")
    if start < first:
        return f"{like[:start]}{written}{match['gap']}{year}"
    return f"{year}{like[last:start]}{written}{like[end:]}"


def _year_at(year: int, like: str) -> str:
    match = _YEAR.fullmatch(like)
    if match is None or not match[2]:
        return str(year)
    following = str(year + 1)
    return f"{year}{match[2]}{following if len(match[3]) == 4 else following[2:]}"


def _falls(labels: Sequence[str], numbers: Sequence[int]) -> list[tuple[str, str]]:
    """Neighbours of which the second has the smaller number."""
    pairs = zip(pairwise(labels), pairwise(numbers), strict=True)
    return [pair for pair, (one, other) in pairs if one > other]


def _years_within(labels: Sequence[str]) -> list[int]:
    """The year that each label holds, if every one holds one, as `Jan to Mar 2018` does."""
    found = [_YEAR_WITHIN.search(label) for label in labels if len(label) <= LONGEST_PERIOD]
    years = [int(match[0]) for match in found if match]
    return years if len(years) == len(labels) else []


def _leading_years(labels: Sequence[str]) -> list[int]:
    """The year that each label begins with, if every one does, as `2018 (provisional)` does."""
    years = _years_within(labels)
    return years if all(label.startswith(str(year)) for label, year in zip(labels, years, strict=False)) else []


def _parts_in_turn(labels: Sequence[str], language: str) -> list[int]:
    """The numbers of months, or of quarters, that have no year; those after the turn of the year count on."""
    if len({bool(_BARE_QUARTER.fullmatch(label.strip())) for label in labels}) != 1:
        return []
    parts = [_bare_part(label.strip(), language) for label in labels]
    if 0 in parts or first_backwards(labels, language):
        return []
    round_of = 4 if _BARE_QUARTER.fullmatch(labels[0].strip()) else 12
    turn = next((at for at, (one, other) in enumerate(pairwise(parts), 1) if one > other), len(parts))
    return [part + round_of * (at >= turn) for at, part in enumerate(parts)]


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
    found = {number for known, number in _names(language).items() if known.startswith(folded)}
    return found.pop() if len(found) == 1 else 0


def _name_like(number: int, like: str, language: str) -> str:
    """The name of a month, as long or short as another."""
    months = locale_of(language).months["format"]
    known = _month(like, language)
    if like.casefold() == str(months["wide"][known]).casefold() and len(like) > 3:
        return str(months["wide"][number])
    return str(months["wide"][number])[:3] if len(like) == 3 else str(months["abbreviated"][number])


@lru_cache(maxsize=16)
def _names(language: str) -> Mapping[str, int]:
    """The names of the months, long and short, each with its number."""
    found = locale_of(language).months
    widths = [found[context][width] for context in ("format", "stand-alone") for width in ("wide", "abbreviated")]
    return {str(name).casefold().rstrip("."): number for names in widths for number, name in names.items()}
