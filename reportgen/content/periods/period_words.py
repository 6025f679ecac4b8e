"""How a period is printed in a language: by CLDR, and by the usage of the language where CLDR has no word for it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping

from reportgen.content.periods.period import (
    BARE,
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
    TERM,
    WEEK,
    YEAR,
    YEARS,
    Period,
)
from reportgen.text.dates import ReportDate, short_date
from reportgen.text.languages import locale_of
from reportgen.text.words import Words, has_words, words

# English and Welsh as GOV.UK and GOV.WALES shorten a span of years; French with both years, Polish with a stroke, as
# their schools and budgets are called. Elsewhere as in German (Duden, "Schraegstrich").
_FINANCIAL = {"en": "{year}–{short}", "cy": "{year}–{short}", "fr": "{year}–{next}", "pl": "{year}/{next}"}
_USUAL = "{year}/{short}"

_YEAR = re.compile(r"\d{4}(?:[–/]\d{2,4})?")
_NUMBER = re.compile(r"\b\d{1,2}\b")
"""A day or a week: "in 3 December" is said in no language."""


def period_words(period: Period, language: str) -> str:
    """The period as a page has it: "2008–09", "Q1 2018", "Dec 2018", "3 Dec 2018", with its remark."""
    words = _WORDED[period.unit](period, language)
    return period.remark.replace("{}", words) if period.remark else words


def words_of(label: str, period: Period, language: str) -> str:
    """How a label is printed: by the language; a month or a quarter without a year as it is written."""
    return label if period.unit in BARE else period_words(period, language)


def at_time(when: str, words: Words) -> str:
    """Words for the time at which something was: "in 2018", "in Dec 2018", "(3 Dec 2018)"."""
    if _YEAR.fullmatch(when):
        return words.get("in_year", since=when)
    return caption_time(when, words)


def caption_time(when: str, words: Words) -> str:
    """The same in the captions that the program makes, which are shorter in some languages: "(2018)"."""
    is_day = _NUMBER.search(_YEAR.sub("", when))
    return f"({when})" if is_day else words.get("caption_when", when=when)


def _year(period: Period, language: str) -> str:
    return str(period.number)


def _financial_year(period: Period, language: str) -> str:
    form = _FINANCIAL.get(language.partition("-")[0].lower(), _USUAL)
    following = str(period.number + 1)
    short = following if following.endswith("00") else following[-2:]  # 1999–2000
    return form.format(year=period.number, next=following, short=short)


def _named_year(period: Period, language: str) -> str:
    return f"FY{period.number}"


def _years(period: Period, language: str) -> str:
    return f"{period.number}–{period.number + period.length - 1}"


def _day(period: Period, language: str) -> str:
    day = datetime.date.fromordinal(period.number)
    return short_date(ReportDate(day.year, day.month, day.day), language)


def _month(period: Period, language: str) -> str:
    return short_date(ReportDate(period.number // 12, period.number % 12 + 1), language)


def _months(period: Period, language: str) -> str:
    import babel.dates

    first, last = (_first_of(number) for number in (period.number, period.number + period.length - 1))
    found = str(babel.dates.format_interval(first, last, "yMMM", locale=locale_of(language)))
    return found.replace("\u2009", "" if first.year == last.year else " ")


def _quarter(period: Period, language: str) -> str:
    return _quarter_of(period, language, str(period.number // 4))


def _financial_quarter(period: Period, language: str) -> str:
    return _quarter_of(period, language, _financial_year(Period(FINANCIAL_YEAR, period.number // 4), language))


def _quarter_of(period: Period, language: str, year: str) -> str:
    import babel.dates

    day = datetime.date(period.number // 4, period.number % 4 * 3 + 1, 1)
    found = str(babel.dates.format_skeleton("yQQQ", day, locale=locale_of(language)))
    return found.replace(str(day.year), year)


def _bare_month(period: Period, language: str) -> str:
    return str(locale_of(language).months["stand-alone"]["abbreviated"][period.number % 12 + 1])


def _bare_quarter(period: Period, language: str) -> str:
    return str(locale_of(language).quarters["stand-alone"]["abbreviated"][period.number % 4 + 1])


def _half(period: Period, language: str) -> str:
    year, half = divmod(period.number, 2)
    if not has_words(language):
        return f"H{half + 1} {year}"
    return words(language).get("half_year", half=str(half + 1), year=str(year))


def _week(period: Period, language: str) -> str:
    year, week, _ = datetime.date.fromordinal(period.number * 7 + 1).isocalendar()
    if not has_words(language):
        return f"W{week} {year}"
    return words(language).get("week", week=str(week), year=str(year))


def _first_of(month: int) -> datetime.date:
    return datetime.date(month // 12, month % 12 + 1, 1)


_WORDED: Mapping[str, Callable[[Period, str], str]] = {
    DAY: _day,
    WEEK: _week,
    MONTH: _month,
    MONTHS: _months,
    QUARTER: _quarter,
    FINANCIAL_QUARTER: _financial_quarter,
    HALF: _half,
    YEAR: _year,
    FINANCIAL_YEAR: _financial_year,
    NAMED_YEAR: _named_year,
    YEARS: _years,
    BARE_MONTH: _bare_month,
    BARE_QUARTER: _bare_quarter,
    TERM: lambda period, _language: str(period.number),
}
