"""The ways in which people and spreadsheets write a period: what one label could be, before its series decides."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from reportgen.content.periods.period import (
    BARE_MONTH,
    BARE_QUARTER,
    DAY,
    FINANCIAL_QUARTER,
    FINANCIAL_YEAR,
    HALF,
    MONTH,
    MONTHS,
    NAMED_YEAR,
    QUARTER,
    WEEK,
    YEAR,
    YEARS,
    Period,
)
from reportgen.text.languages import locale_of

DAY_FIRST, MONTH_FIRST = "day first", "month first"
LONGEST = 40
"""No longer label is a period."""
MOST_YEARS = 100
"""A span of more years is none that values are given for."""


@dataclass(frozen=True, slots=True)
class PossiblePeriods:
    """What a label could be. `could_be` has a period for each unit; a day with slashes has one for each order of day
    and month. `wrong` says why it is no period although it is written like one, and `hint` what to do.

    `is_asked` is set where nothing but its series says which of its units is meant (`2008-09`), `grouped` where a
    spreadsheet took a year for an amount (`2,014`, `2014.0`), and `is_bare_number` where it may be a number as well.
    """

    could_be: Mapping[str, Period] = field(default_factory=dict)
    wrong: str = ""
    hint: str = ""
    is_asked: bool = False
    grouped: bool = False
    is_bare_number: bool = False


class NoPeriodError(ValueError):
    """What is written like a period and is none: `message` says why, `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message, self.hint = message, hint
        super().__init__(message)


@lru_cache(maxsize=4096)
def possible_periods(label: str, language: str) -> PossiblePeriods:
    """What a label could be; an empty reading for a name."""
    bare = " ".join(label.split())
    if not bare or len(bare) > LONGEST:
        return PossiblePeriods()
    if not any(char.isdigit() for char in bare):
        month = month_of(bare, language)
        return PossiblePeriods({BARE_MONTH: Period(BARE_MONTH, month - 1)}) if month else PossiblePeriods()
    if _YEAR.fullmatch(bare):
        return PossiblePeriods({YEAR: Period(YEAR, int(bare))}, is_bare_number=True)
    found = _of_forms(bare, language)
    if found.could_be or found.wrong:
        return found
    return _with_remark(bare, language)


def month_of(name: str, language: str) -> int:
    """The number of the month that a name, or three or more of its letters, means; 0 if none or several.

    Spreadsheets may speak English whatever the language of the report.
    """
    folded = name.casefold().rstrip(".")
    if len(folded) < 3:
        return 0
    for each in (language, "en"):
        names = _names(each)
        found = {names[folded]} if folded in names else {n for known, n in names.items() if known.startswith(folded)}
        if len(found) == 1:
            return found.pop()
    return 0


def day_without_year(label: str, language: str) -> tuple[int, int] | None:
    """Day and month of `05-Sep`, `5. Sep` or `Sep-05`, as a spreadsheet shows a day."""
    bare = " ".join(label.split())
    match = _DAY_MONTH.fullmatch(bare) or _MONTH_DAY.fullmatch(bare)
    month = month_of(match["month"], language) if match else 0
    return (int(match["day"]), month) if match and month else None


def _with_remark(label: str, language: str) -> PossiblePeriods:
    """A period with something said of it: `2018 (provisional)`, `2018p`, `2018*`, `2018 to date`."""
    match = _REMARK.fullmatch(label)
    if match is None:
        return PossiblePeriods()
    inner = match["period"].rstrip()
    found = possible_periods(inner, language) if _REMARK.fullmatch(inner) is None else PossiblePeriods()
    remark = "{}" + label[len(inner) :]
    units = {unit: replace(period, remark=remark) for unit, period in found.could_be.items() if unit != BARE_MONTH}
    return PossiblePeriods(units, is_asked=found.is_asked)


def _of_forms(label: str, language: str) -> PossiblePeriods:
    for form, read in _forms():
        match = form.fullmatch(label)
        if match is None:
            continue
        try:
            found = {each.unit: each for each in read(match, language)}
        except NoPeriodError as wrong:
            return PossiblePeriods(wrong=wrong.message, hint=wrong.hint)
        if found:
            return PossiblePeriods(found, is_asked=form is _DASHED and len(found) > 1, grouped=form is _GROUPED)
    slashed = _SLASHED.fullmatch(label)
    return _either_order(label, slashed) if slashed else PossiblePeriods()


def _either_order(label: str, match: re.Match[str]) -> PossiblePeriods:
    """A day in numbers, whose day or month may stand first; where only one is in the calendar, that one."""
    one, other = int(match["one"]), int(match["other"])
    if max(one, other) > 31 or min(one, other) < 1 or (one > 12 and other > 12):
        return PossiblePeriods(wrong=f"`{label}` is no day of the calendar", hint=DAY_HINT)
    try:
        year = _full(match["year"], label)
        found = {}
        for order, day, month in ((DAY_FIRST, one, other), (MONTH_FIRST, other, one)):
            if month <= 12:
                found[order] = _day(year, month, day, label)
                if match["mark"] == "." or one == other:
                    return PossiblePeriods({DAY: found[order]})
    except NoPeriodError as wrong:
        return PossiblePeriods(wrong=wrong.message, hint=wrong.hint)
    return PossiblePeriods(found)


def _day(year: int, month: int, day: int, label: str) -> Period:
    """A day of the calendar. Raises NoPeriodError."""
    if not 1 <= month <= 12:
        raise NoPeriodError(f"`{label}` is no day: there is no month {month}", DAY_HINT)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = f"{calendar.month_name[month]} {year}"
        raise NoPeriodError(f"`{label}` is no day: {name} has {last}", DAY_HINT)
    return Period(DAY, datetime.date(year, month, day).toordinal())


DAY_HINT = "look it up where the data come from, and write the day as `2019-02-28`"


def _full(year: str, label: str) -> int:
    """A year by its last two digits as spreadsheets read them, up to 2029 and from 1950; what is between is asked."""
    if len(year) == 4:
        return int(year)
    two = int(year)
    if 30 <= two < 50:
        message = f"`{label}` has two digits for its year, which may be 19{two} or 20{two}"
        raise NoPeriodError(message, "write all four digits")
    return two + (2000 if two < 30 else 1900)


def _year_from(match: re.Match[str]) -> int:
    return _full(match["year"], match[0])


def _iso_day(match: re.Match[str], _language: str) -> Iterator[Period]:
    if match["clock"] and not _MIDNIGHT.fullmatch(match["clock"]):
        hint = "give a value for each day, or write `period: none` to take the labels as names"
        raise NoPeriodError(f"`{match[0]}` has a time of day, and a series goes by days or longer periods", hint)
    yield _day(int(match["year"]), int(match["month"]), int(match["day"]), match[0])


def _digits_day(match: re.Match[str], _language: str) -> Iterator[Period]:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        yield Period(DAY, datetime.date(year, month, day).toordinal())


def _named_day(match: re.Match[str], language: str) -> Iterator[Period]:
    month = month_of(match["month"], language)
    if month:
        yield _day(_year_from(match), month, int(match["day"]), match[0])


def _dashed(match: re.Match[str], _language: str) -> Iterator[Period]:
    """`2008-09`: a financial year if the second is the year after, and a month if there is one of that number."""
    first, second = int(match["year"]), int(match["part"])
    if second == (first + 1) % 100:
        yield Period(FINANCIAL_YEAR, first)
    if 1 <= second <= 12:
        yield Period(MONTH, first * 12 + second - 1)


def _span(match: re.Match[str], _language: str) -> Iterator[Period]:
    """`2016-2018`, `2016 to 2018`: years together; `2017-2018` is a financial year as well."""
    first, last = int(match["year"]), int(match["until"])
    if last == first + 1:
        yield Period(FINANCIAL_YEAR, first)
    if first < last <= first + MOST_YEARS:
        yield Period(YEARS, first, last - first + 1)


def _financial(match: re.Match[str], _language: str) -> Iterator[Period]:
    """With a word before it (`FY2008-09`) it can be nothing else."""
    if int(match["until"]) % 100 == (int(match["year"]) + 1) % 100:
        yield Period(FINANCIAL_YEAR, _year_from(match))


def _named_year(match: re.Match[str], _language: str) -> Iterator[Period]:
    yield Period(NAMED_YEAR, _year_from(match))


def _month_number(match: re.Match[str], _language: str) -> Iterator[Period]:
    if 1 <= int(match["part"]) <= 12:
        yield Period(MONTH, int(match["year"]) * 12 + int(match["part"]) - 1)


def _one_digit(match: re.Match[str], language: str) -> Iterator[Period]:
    """`2018-1` is January, or the first quarter; `2008-9` a financial year as well."""
    if int(match["part"]) == (int(match["year"]) + 1) % 10:
        yield Period(FINANCIAL_YEAR, int(match["year"]))
    yield from _month_number(match, language)
    if 1 <= int(match["part"]) <= 4:
        yield Period(QUARTER, int(match["year"]) * 4 + int(match["part"]) - 1)


def _named_month(match: re.Match[str], language: str) -> Iterator[Period]:
    month = month_of(match["month"], language)
    if month:
        yield Period(MONTH, _year_from(match) * 12 + month - 1)


def _named_months(match: re.Match[str], language: str) -> Iterator[Period]:
    """`Jan to Mar 2018`, `Nov 2017 - Jan 2018`; of `Nov to Jan 2018` the year is that of the end."""
    first, last = (month_of(match[name], language) for name in ("month", "end"))
    if not first or not last:
        return
    end = _full(match["year"], match[0]) * 12 + last - 1
    begin = int(match["since"]) * 12 + first - 1 if match["since"] else end - (last - first) % 12
    if 0 < end - begin < 12 * MOST_YEARS:
        yield Period(MONTHS, begin, end - begin + 1)


def _quarter(match: re.Match[str], _language: str) -> Iterator[Period]:
    part = int(match["part"])
    if not 1 <= part <= 4:
        raise NoPeriodError(f"`{match[0]}` is no quarter: a year has four", "write `2018 Q1` to `2018 Q4`")
    yield Period(QUARTER, _year_from(match) * 4 + part - 1)


def _financial_quarter(match: re.Match[str], _language: str) -> Iterator[Period]:
    year, last = int(match["year"]), int(match["until"])
    if last % 100 == (year + 1) % 100:
        yield Period(FINANCIAL_QUARTER, year * 4 + int(match["part"]) - 1)


def _half(match: re.Match[str], _language: str) -> Iterator[Period]:
    yield Period(HALF, _year_from(match) * 2 + int(match["part"]) - 1)


def _week(match: re.Match[str], _language: str) -> Iterator[Period]:
    year, week = _year_from(match), int(match["part"])
    try:
        monday = datetime.date.fromisocalendar(year, week, 1)
    except ValueError:
        message = f"`{match[0]}` is no week: {year} has {datetime.date(year, 12, 28).isocalendar().week}"
        raise NoPeriodError(message, "write it as `2018-W05`") from None
    yield Period(WEEK, monday.toordinal() // 7)


def _grouped(match: re.Match[str], _language: str) -> Iterator[Period]:
    yield Period(YEAR, int(f"{match['lead']}{match['rest']}"))


def _decimal(match: re.Match[str], _language: str) -> Iterator[Period]:
    yield Period(YEAR, int(match["year"]))


def _bare_quarter(match: re.Match[str], _language: str) -> Iterator[Period]:
    yield Period(BARE_QUARTER, int(match["part"]) - 1)


@lru_cache(maxsize=16)
def _names(language: str) -> Mapping[str, int]:
    """The names of the months, long and short, each with its number."""
    found = locale_of(language).months
    widths = [found[context][width] for context in ("format", "stand-alone") for width in ("wide", "abbreviated")]
    return {str(name).casefold().rstrip("."): number for names in widths for number, name in names.items()}


_Y = r"(?P<year>[12]\d{3})"
_ANY_Y = r"['’]?(?P<year>[12]\d{3}|\d{2})"
_DASH = "[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{MINUS SIGN}]"
_M = r"(?P<month>[^\W\d_]{3,})\.?"
_WEEKDAY = r"(?:[^\W\d_]{2,}\.?,? )?"
_D = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|a?il|af|ain|fed|eg)?"
_CLOCK = r"(?P<clock>[ T]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_MIDNIGHT = re.compile(r"[ T](?:0?0:00(?::00(?:[.,]0+)?)?|12:00(?::00)? AM)(?:Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE)
_Q = r"(?:[QTK]|Ch|Qtr\.? ?|Quarter |Quartal |Kwartał |Trimestre |Chwarter )"
_FY = r"(?:FYE?|AY|GJ|WJ|SJ|financial year|fiscal year|academic year|school year)[ -]?"

_YEAR = re.compile(r"[12]\d{3}")
_DASHED = re.compile(rf"{_Y} ?{_DASH} ?(?P<part>\d{{2}})")
_GROUPED = re.compile(r"(?P<lead>[12])[.,  \N{NARROW NO-BREAK SPACE}'’](?P<rest>\d{3})(?:[.,]0+)?")
_SLASHED = re.compile(
    r"(?P<one>\d{1,2})(?P<mark>[/.-]) ?(?P<other>\d{1,2})(?P=mark) ?(?P<year>[12]\d{3}|\d{2})(?: 0?0:00(?::00)?)?"
)
_DAY_MONTH = re.compile(r"(?P<day>\d{1,2})\.?[- ](?P<month>[^\W\d_]{3,})\.?")
_MONTH_DAY = re.compile(r"(?P<month>[^\W\d_]{3,})\.?[- ](?P<day>\d{1,2})")
_REMARK = re.compile(
    r"(?P<period>.*\d.*?)(?: ?\([^()]+\)| ?\[[^\[\]]+\]| ?[*†‡§¹²³⁴⁵]+|(?<=\d) ?[pref]"
    r"| (?:to date|ytd|so far|provisional|revised|estimated?|forecast|projected|projection|planned|target)"
    r"|\*\)|, provisional)",
    re.IGNORECASE,
)

_Read = Callable[[re.Match[str], str], Iterable[Period]]


def _form(pattern: str, read: _Read) -> tuple[re.Pattern[str], _Read]:
    return re.compile(pattern, re.IGNORECASE), read


@cache
def _forms() -> tuple[tuple[re.Pattern[str], _Read], ...]:
    """All forms, made once a label is looked at that is neither a name nor a year in digits."""
    return (
        (_DASHED, _dashed),
        _form(rf"{_Y}\.0+", _decimal),
        _form(rf"{_Y},0+", _decimal),
        (_GROUPED, _grouped),
        _form(rf"{_Y} ?(?:/|to) ?(?P<part>\d{{2}})", _dashed),
        _form(rf"{_Y} ?(?:/|{_DASH}|to|bis|à|do|i) ?(?P<until>[12]\d{{3}})", _span),
        _form(rf"{_Y}-(?P<month>\d{{2}})-(?P<day>\d{{2}}){_CLOCK}", _iso_day),
        _form(rf"{_Y}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}}){_CLOCK}", _iso_day),
        _form(rf"{_Y}\.(?P<month>\d{{1,2}})\.(?P<day>\d{{1,2}})\.?{_CLOCK}", _iso_day),
        _form(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})", _digits_day),
        _form(r"(?P<year>(?:19|20)\d{2})(?P<part>0[1-9]|1[0-2])", _month_number),
        _form(rf"{_WEEKDAY}{_D}(?: de)? {_M},?(?: de)? {_ANY_Y}", _named_day),
        _form(rf"{_D}[-/]{_M}[-/]{_ANY_Y}", _named_day),
        _form(rf"{_WEEKDAY}{_M} {_D},? {_Y}", _named_day),
        _form(rf"{_Y}[- ]{_M}[- ](?P<day>\d{{1,2}})", _named_day),
        _form(rf"{_M}(?: de)?[ /-]{_ANY_Y}", _named_month),
        _form(rf"{_Y}[ /-]{_M}", _named_month),
        _form(rf"(?P<part>\d{{1,2}})[/.-]{_Y}", _month_number),
        _form(rf"{_Y}[-/.](?P<part>\d)", _one_digit),
        _form(rf"{_Y}-?M(?P<part>\d{{1,2}})", _month_number),
        _form(
            rf"{_M}(?: (?P<since>[12]\d{{3}}))? ?(?:{_DASH}|to|bis|à|do|i|/) ?(?P<end>[^\W\d_]{{3,}})\.?[ -]{_ANY_Y}",
            _named_months,
        ),
        _form(rf"{_Y}[ /-]?{_Q}(?P<part>\d)", _quarter),
        _form(rf"{_Q}(?P<part>\d)[ /-]?{_Y}", _quarter),
        _form(r"Q(?P<part>\d)[ /-]['’]?(?P<year>\d{2})", _quarter),
        _form(r"(?P<part>\d)Q ?['’]?(?P<year>\d{2}|[12]\d{3})", _quarter),
        _form(rf"(?P<part>\d)\. ?(?:Quartal|Quart\.?|Qrtl\.?|Q|kwartał|kw\.?) {_Y}", _quarter),
        _form(rf"(?:{_FY})?{_Y}[/–-](?P<until>\d{{2}}|\d{{4}})[ ,]*{_Q}(?P<part>[1-4])", _financial_quarter),
        _form(rf"{_Q}(?P<part>[1-4])[ ,]*(?:{_FY})?{_Y}[/–-](?P<until>\d{{2}}|\d{{4}})", _financial_quarter),
        _form(rf"{_Y}[ /-]?[HS](?P<part>[12])", _half),
        _form(rf"[HS](?P<part>[12])[ /-]?{_Y}", _half),
        _form(r"(?P<part>[12])H ?['’]?(?P<year>\d{2}|[12]\d{3})", _half),
        _form(rf"(?P<part>[12])\. ?(?:Halbjahr|Hj\.?|poł\.?|półrocze) {_Y}", _half),
        _form(rf"(?:W|KW|Week|Woche|semaine|wythnos) ?(?P<part>\d{{1,2}})[ ,/-]+{_Y}", _week),
        _form(rf"{_Y}[ -]?(?:W|KW ?|week )(?P<part>\d{{1,2}})", _week),
        _form(rf"{_FY}(?P<year>[12]\d{{3}}|\d{{2}}) ?(?:/|{_DASH}) ?(?P<until>\d{{2}}|\d{{4}})", _financial),
        _form(rf"(?P<year>[12]\d{{3}}) ?(?:/|{_DASH}) ?(?P<until>\d{{2}}|\d{{4}}) FY", _financial),
        _form(r"(?P<year>\d{2})/(?P<until>\d{2})", _financial),
        _form(r"FY[ -]?['’]?(?P<year>[12]\d{3}|\d{2})", _named_year),
        _form(r"(?P<mark>[QTK]|Ch)(?P<part>[1-4])", _bare_quarter),
    )
