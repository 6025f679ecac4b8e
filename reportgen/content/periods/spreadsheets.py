"""What spreadsheets do to labels: ranges that became dates, dates that became numbers, years that became amounts."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.content.periods.forms import PossiblePeriods, day_without_year, possible_periods
from reportgen.content.periods.period import BARE, DAY, MONTH, YEAR

_RANGE = re.compile(
    r"\d[\d.,]* ?(?:-|–|to) ?\d[\d.,]*|\d[\d.,]*\+|[<>≤≥]\d.*|\d+(?:\.\d+)? (?:and|or) \w+|(?:under|over|up to) \d.*",
    re.IGNORECASE,
)
"""An age or a size: `0-4`, `65+`, `under 16`, `85 and over`."""
_DAY_NUMBER = re.compile(r"(\d{5})(?:\.0+)?")
_DAYS = range(18264, 55153)
"""Of 1950 to 2050, as spreadsheets number them."""
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE][+-]?\d+")
_AS_TEXT = "format the column as text before anything is typed in it"
_EPOCH, _EPOCH_OF_1904 = datetime.date(1899, 12, 30), datetime.date(1904, 1, 1)


@dataclass(frozen=True, slots=True)
class LabelFault:
    """What is wrong with a label, or was taken for granted of it, and what to do."""

    label: str
    message: str
    hint: str = ""


def damage(labels: Sequence[str], found: Mapping[str, PossiblePeriods], language: str, period: str) -> list[LabelFault]:
    """The labels that a spreadsheet has changed; [] when there is no sign of that."""
    return (
        _scientific(labels)
        or _day_numbers(labels)
        or _ranges_as_days(labels, found, language)
        or _days_without_year(labels, found, language)
    )


def date_for_number(text: str, language: str) -> LabelFault | None:
    """That a date stands where a number is wanted, of which a spreadsheet may have made it."""
    day = _as_day(text, possible_periods(text, language), language)
    if day is None:
        return None
    one, other = day
    message = f"`{text}` is a date, and a number is wanted: a spreadsheet may have made it of `{one}.{other}`"
    hint = "look it up where the data come from, and format the column as numbers before anything is typed in it"
    return LabelFault(text, message, hint)


def year_as_amount(found: Mapping[str, PossiblePeriods]) -> tuple[LabelFault, ...]:
    """That years were written like amounts (`2,014`, `2014.0`), told once."""
    first = next((label for label, each in found.items() if each.grouped or re.fullmatch(r"\d{4}[.,]0+", label)), "")
    if not first:
        return ()
    year = found[first].could_be[YEAR].number
    message = f"`{first}` is read as the year {year}: a spreadsheet has written it like an amount"
    hint = f"format the column as text and write `{year}`, or write `period: year` if that is so"
    return (LabelFault(first, message, hint),)


def _scientific(labels: Sequence[str]) -> list[LabelFault]:
    """Long codes that became numbers with a power of ten."""
    hint = f"look it up where the data come from; in the spreadsheet, {_AS_TEXT}"
    return [
        LabelFault(
            label, f"`{label}` is a code or a number that a spreadsheet has shortened, and its digits are lost", hint
        )
        for label in labels
        if _SCIENTIFIC.fullmatch(label.strip())
    ]


def _day_numbers(labels: Sequence[str]) -> list[LabelFault]:
    """Days by the number that spreadsheets give them: 43101 is 1 January 2018."""
    found = [_DAY_NUMBER.fullmatch(label.strip()) for label in labels]
    numbers = [int(match[1]) for match in found if match]
    if len(numbers) < max(2, len(labels)) or not all(number in _DAYS for number in numbers):
        return []
    if all(number % 50 == 0 for number in numbers):
        return []
    days = [start + datetime.timedelta(numbers[0]) for start in (_EPOCH, _EPOCH_OF_1904)]
    first, old = (f"{day.day} {day:%B} {day.year}" for day in days)
    message = (
        f"`{labels[0]}` and the others look like days by the number that a spreadsheet gives them: "
        f"in Excel {labels[0]} is {first} ({old} in a file with the 1904 date system)"
    )
    hint = f"format the column as a date, so that it reads {days[0].isoformat()}, or write `period: none` for names"
    return [LabelFault(labels[0], message, hint)]


def _ranges_as_days(labels: Sequence[str], found: Mapping[str, PossiblePeriods], language: str) -> list[LabelFault]:
    """Ages or sizes such as 5-9 and 10-14 that became 5 September and October 2014."""
    told = {label: day for label in labels if (day := _as_day(label, found[label], language))}
    others = [label for label in labels if label not in told]
    undated = [label for label in told if not found[label].could_be]
    dated = any(found[label].could_be.keys() - {*BARE} and not _RANGE.fullmatch(label) for label in others)
    among_sizes = any(_RANGE.fullmatch(label) for label in others)
    by_themselves = not others and 0 < len(undated) < len(told)
    if not told or dated or not (among_sizes or by_themselves or (undated and others)):
        return []
    faults = []
    for label, (one, other) in told.items():
        meant = f"{min(one, other)}-{max(one, other)}"
        message = f"`{label}` looks like `{meant}`, of which a spreadsheet has made a date"
        faults.append(LabelFault(label, message, f"write `{meant}`; in Excel, {_AS_TEXT}"))
    return faults


def _as_day(label: str, reading: PossiblePeriods, language: str) -> tuple[int, int] | None:
    """The two numbers that a date may have been made of: those of its day and month, or of its month and short year."""
    bare = day_without_year(label, language)
    if bare:
        return bare
    if DAY in reading.could_be:
        day = datetime.date.fromordinal(reading.could_be[DAY].number)
        return day.day, day.month
    both = [*reading.could_be.values()] if reading.could_be.keys() & {"day first", "month first"} else []
    if both:
        day = datetime.date.fromordinal(both[0].number)
        return day.day, day.month
    if MONTH in reading.could_be and not label.strip()[:1].isdigit() and re.search(r"(?<!\d)\d\d$", label):
        return reading.could_be[MONTH].number % 12 + 1, int(label.strip()[-2:])
    return None


def _days_without_year(labels: Sequence[str], found: Mapping[str, PossiblePeriods], language: str) -> list[LabelFault]:
    """Days of which nobody knows the year."""
    unread = [label for label in labels if not found[label].could_be and not found[label].wrong]
    told = [label for label in unread if day_without_year(label, language)]
    if len(told) < len(labels) or len(told) < 2:
        return []
    message = f"`{told[0]}` has no year, so that it is no day that could stand in time"
    hint = "write it as `2018-09-05`; if it was a range such as `5-9` before a spreadsheet opened it, write that"
    return [LabelFault(told[0], message, f"{hint}; `period: none` takes all as names")]
