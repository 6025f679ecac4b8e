"""Labels that are periods: every way of writing them is one, the whole series decides, and what it cannot is asked."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.content.periods.period import DAY, FINANCIAL_YEAR, HALF, MONTH, QUARTER, WEEK, YEAR, Period
from reportgen.content.periods.period_words import at_time, period_words, words_of
from reportgen.content.periods.whole_series import LabelError, read_labels, read_names
from reportgen.text.languages import locale_of
from reportgen.text.words import languages, words

MONTHS = tuple(datetime.date(2000, month, 1) for month in range(1, 13))


def printed(labels: Sequence[str], language: str = "en-GB", **said: str) -> list[str]:
    """The labels as a page has them; as they are, where they are names."""
    found = read_labels(labels, language, **said).periods
    return [period_words(found[label], language) if found else label for label in labels]


def asked(labels: Sequence[str], language: str = "en-GB", **said: str) -> list[str]:
    with pytest.raises(LabelError) as caught:
        read_labels(labels, language, **said)
    return [f"{fault.message}; {fault.hint}" for fault in caught.value.faults]


WRITTEN: Mapping[str, tuple[Callable[[int], str], Sequence[Callable[[int], str]]]] = {
    YEAR: (str, [lambda n: f"{n}.0", lambda n: f"{n:,}", lambda n: f"{n:,}".replace(",", "."), lambda n: f" {n} "]),
    FINANCIAL_YEAR: (
        lambda n: f"{n}-{(n + 1) % 100:02}",
        [
            lambda n: f"{n}/{(n + 1) % 100:02}",
            lambda n: f"{n}–{(n + 1) % 100:02}",
            lambda n: f"{n}-{n + 1}",
            lambda n: f"{n}/{n + 1}",
            lambda n: f"{n} to {n + 1}",
            lambda n: f"FY{n}-{(n + 1) % 100:02}",
            lambda n: f"FY {n}/{(n + 1) % 100:02}",
        ],
    ),
    QUARTER: (
        lambda n: f"{n // 4}-Q{n % 4 + 1}",
        [
            lambda n: f"{n // 4} Q{n % 4 + 1}",
            lambda n: f"{n // 4}Q{n % 4 + 1}",
            lambda n: f"Q{n % 4 + 1} {n // 4}",
            lambda n: f"Quarter {n % 4 + 1} {n // 4}",
            lambda n: f"Q{n % 4 + 1}/{n // 4}",
        ],
    ),
    HALF: (lambda n: f"{n // 2}-H{n % 2 + 1}", [lambda n: f"H{n % 2 + 1} {n // 2}", lambda n: f"{n // 2}H{n % 2 + 1}"]),
    MONTH: (
        lambda n: f"{n // 12}-{n % 12 + 1:02}",
        [
            lambda n: f"{MONTHS[n % 12]:%b} {n // 12}",
            lambda n: f"{MONTHS[n % 12]:%B} {n // 12}",
            lambda n: f"{MONTHS[n % 12]:%b}-{n // 12 % 100:02}",
            lambda n: f"{n // 12} {MONTHS[n % 12]:%b}",
            lambda n: f"{n % 12 + 1:02}/{n // 12}",
            lambda n: f"{n // 12}M{n % 12 + 1:02}",
            lambda n: f"{n // 12}/{n % 12 + 1:02}",
        ],
    ),
}
"""How periods are written by their number: as ISO 8601 or nearest to it, and in other ways."""
FIRST = {YEAR: 1951, FINANCIAL_YEAR: 1990, QUARTER: 4 * 1990, HALF: 2 * 1990, MONTH: 12 * 1990}
STEPS = {YEAR: 90, FINANCIAL_YEAR: 39, QUARTER: 150, HALF: 70, MONTH: 470}


@given(st.data(), st.sampled_from([*WRITTEN]))
def test_however_they_are_written_they_are_the_same_periods(data: st.DataObject, unit: str) -> None:
    iso, ways = WRITTEN[unit]
    low = FIRST[unit]
    numbers = data.draw(st.lists(st.integers(low, low + STEPS[unit]), min_size=6, max_size=20, unique=True))
    if unit == MONTH:  # a month that no financial year has
        numbers = sorted({*numbers, 12 * 2011 + 9, 12 * 2011 + 10})
    way = data.draw(st.sampled_from(ways))
    wanted = [Period(unit, number) for number in numbers]
    for write in (iso, way):
        found = read_labels([write(number) for number in numbers], "en-GB")
        assert [*found.periods.values()] == wanted


DAYS: Sequence[tuple[str, str]] = (
    ("en-GB", "%Y/%m/%d"), ("en-GB", "%d/%m/%Y"), ("en-US", "%m/%d/%Y"), ("de", "%d.%m.%Y"), ("en-GB", "%d-%b-%y"),
    ("en-GB", "%d %B %Y"), ("en-US", "%B %d, %Y"), ("en-GB", "%Y-%m-%d 00:00:00"), ("en-GB", "%Y-%m-%dT00:00:00Z"),
    ("fr", "%d/%m/%Y"), ("pl", "%d.%m.%Y"), ("en-GB", "%d %b %Y"), ("en-GB", "%Y%m%d"), ("en-GB", "%d-%m-%Y"),
)  # fmt: skip


@given(st.lists(st.dates(datetime.date(1990, 1, 1), datetime.date(2029, 12, 31)), min_size=2, max_size=9, unique=True))
def test_days_are_the_same_days_in_every_way(days: list[datetime.date]) -> None:
    for language, form in DAYS:
        found = read_labels([f"{day:{form}}" for day in days], language)
        assert [*found.periods.values()] == [Period(DAY, day.toordinal()) for day in days], form


@pytest.mark.parametrize("language", ["en-GB", "en-US", "de", "fr", "cy", "pl", "es", "it", "nl"])
@given(day=st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)))
def test_what_is_printed_is_read_again_and_is_never_raw(language: str, day: datetime.date) -> None:
    month = day.year * 12 + day.month - 1
    for period in (Period(DAY, day.toordinal()), Period(MONTH, month), Period(QUARTER, month // 3)):
        text = period_words(period, language)
        assert str(day.year) in text
        assert text[:5] != f"{day.year}-"
        if language != "pl" or period.unit != QUARTER:  # Polish counts quarters in Roman numbers
            assert [*read_labels([text], language).periods.values()] == [period], text


@pytest.mark.parametrize(
    ("labels", "language", "said"),
    [
        (["2008-09", "2009-10"], "en-GB", "2008–09 2009–10"),
        (["2008-09", "2009-10"], "cy", "2008–09 2009–10"),
        (["2008-09", "2009-10"], "de", "2008/09 2009/10"),
        (["2008-09", "2009-10"], "fr", "2008–2009 2009–2010"),
        (["2008-09", "2009-10"], "pl", "2008/2009 2009/2010"),
        (["1999-00", "2000-01"], "en-GB", "1999–2000 2000–01"),
        (["2008-9", "2009-10", "2010-11"], "en-GB", "2008–09 2009–10 2010–11"),
        (["2008 - 09", "2009 - 10", "2010 - 11"], "en-GB", "2008–09 2009–10 2010–11"),
        (["2008 to 09", "2009 to 10"], "en-GB", "2008–09 2009–10"),
        (["2018-12-01T00:00:00+01:00", "2018-12-02T00:00:00+01:00"], "en-GB", "1 Dec 2018 2 Dec 2018"),
        (["Apr '18", "May '18"], "en-GB", "Apr 2018 May 2018"),
        (["2 014", "2 015"], "fr", "2014 2015"),
        (["2’014", "2’015"], "de-CH", "2014 2015"),
        (["99/00", "00/01", "01/02"], "en-GB", "1999–2000 2000–01 2001–02"),
        (["2008-09", "2009-10", "2011-12"], "en-GB", "2008–09 2009–10 2011–12"),
        (["2008-09", "2008-10", "2008-11"], "en-GB", "Sept 2008 Oct 2008 Nov 2008"),
        (["2008/09", "2008/10", "2008/11"], "en-GB", "Sept 2008 Oct 2008 Nov 2008"),
        (["2009-10", "2010-10", "2011-10"], "en-GB", "Oct 2009 Oct 2010 Oct 2011"),
        (["2010-11", "2010-12", "2011-01"], "de", "Nov. 2010 Dez. 2010 Jan. 2011"),
        (["2018 Q1", "2018 Q2"], "fr", "T1 2018 T2 2018"),
        (["2018 Q1", "2018 Q2"], "cy", "Ch1 2018 Ch2 2018"),
        (["Q1 2018-19", "Q2 2018-19"], "en-GB", "Q1 2018–19 Q2 2018–19"),
        (["2018-19 Q1", "2018-19 Q2"], "de", "Q1 2018/19 Q2 2018/19"),
        (["2018-W05", "2018-W06"], "en-GB", "week 5, 2018 week 6, 2018"),
        (["KW 5 2018", "KW 6 2018"], "de", "KW 5 2018 KW 6 2018"),
        (["H1 2018", "H2 2018"], "de", "1. Hj. 2018 2. Hj. 2018"),
        (["1066", "1800", "2018"], "en-GB", "1066 1800 2018"),
        (["2,014", "2,015"], "en-GB", "2014 2015"),
        (["2.014", "2.015"], "de", "2014 2015"),
        (["2018p", "2017", "2016"], "en-GB", "2018p 2017 2016"),
        (["2018*", "2017"], "en-GB", "2018* 2017"),
        (["2016", "2017", "2018 to date"], "en-GB", "2016 2017 2018 to date"),
        (["FY2018", "FY2019"], "en-GB", "FY2018 FY2019"),
        (["Census 2001", "Census 2011"], "en-GB", "Census 2001 Census 2011"),
        (["Spring 2018", "Autumn 2018", "Spring 2019"], "en-GB", "Spring 2018 Autumn 2018 Spring 2019"),
        (["2016-2018", "2017-2019"], "en-GB", "2016–2018 2017–2019"),
        (["Nov to Jan 2018", "Dec to Feb 2018"], "en-GB", "Nov 2017 – Jan 2018 Dec 2017 – Feb 2018"),
        (["2000", "2018", "2025-10"], "de", "2000 2018 Okt. 2025"),
        (["1er janvier 2018", "2 janvier 2018"], "fr", "1 janv. 2018 2 janv. 2018"),
        (["1 grudnia 2018", "2 grudnia 2018"], "pl", "1 gru 2018 2 gru 2018"),
        (["01.12.2018", "02.12.2018"], "de", "1. Dez. 2018 2. Dez. 2018"),
        (["31/12/2018", "01/01/2019"], "en-US", "Dec 31, 2018 Jan 1, 2019"),
    ],
)  # fmt: skip
def test_periods_are_printed_by_the_language(labels: Sequence[str], language: str, said: str) -> None:
    assert " ".join(printed(labels, language)) == said


@pytest.mark.parametrize(
    "labels",
    [
        ["Katrina (2005)", "Harvey (2017)", "Sandy (2012)"],
        ["2005 (Katrina)", "2017 (Harvey)", "2012 (Sandy)"],
        ["Euro 2016", "World Cup 2018"],
        ["0-4", "5-9", "10-14", "65+"],
        ["Under 16", "16-64"],
        ["1,000", "2,000", "5,000"],
        ["0", "1000", "2000"],
        ["Q1", "Q2", "Q3", "Q4", "Q5"],
        ["May", "Johnson", "Sunak"],
        ["Corby", "Luton"],
        ["2018", "Target"],
        ["10000", "20000", "30000"],
    ],
)
def test_names_stay_names(labels: Sequence[str]) -> None:
    assert read_labels(labels, "en-GB").periods == {}


ASKED: Sequence[tuple[Sequence[str], str, Mapping[str, str], list[str]]] = [
    (["2011-12"], "en-GB", {}, ["`2011-12` may be the financial year 2011–12 or the month Dec 2011, and the series does not show which; write `period: financial year` or `period: month`"]),
    (["2008-09", "2010-11"], "de", {}, ["`2008-09` may be the financial year 2008–09 or the month Sep 2008, and the series does not show which; write `period: financial year` or `period: month`"]),
    (["2010-11", "2012-01"], "en-GB", {}, ["`2010-11` may be the financial year 2010–11 or the month Nov 2010, and the series does not show which; write `period: financial year` or `period: month`"]),
    (["2006", "2007", "2008-09"], "en-GB", {}, ["`2008-09` may be Sep 2008 or the financial year 2008–09; write `Sep 2008` if it is a month; a financial year cannot stand among calendar years"]),
    (["2017", "2018-19"], "en-GB", {}, ["`2017` is a calendar year and `2018-19` a financial year, and one axis cannot have both; write all labels alike, or make two figures"]),
    (["2018-1", "2018-2"], "en-GB", {}, ["`2018-1` may be the quarter Q1 2018 or the month Jan 2018, and the series does not show which; write `period: quarter` or `period: month`"]),
    (["01/02/2018", "01/03/2018"], "en", {}, ["`01/02/2018` could be Feb 1, 2018 or Jan 2, 2018; write `dates: day first` or `dates: month first`"]),
    (["13/01/2018", "01/14/2018"], "en-GB", {}, ["`13/01/2018` has the day first and `01/14/2018` the month, so nobody knows of the others; write all days as `2018-12-31`"]),
    (["13/01/2018"], "en-GB", {"dates": "month first"}, ["`13/01/2018` cannot be read with the month first; write `dates: day first`"]),
    (["2016", "2017"], "en-GB", {"period": "month"}, ["`period: month` is said of labels like `2016`, which is none; write `period: year`, or delete the line"]),
    (["2018", "2018.0"], "en-GB", {}, ["`2018` and `2018.0` are both 2018; keep one, or write which periods they are"]),
    (["2018", "2018-01"], "en-GB", {}, ["`2018` and `2018-01` begin on the same day; keep one, or write which periods they are"]),
    (["2016", "2017", "Average"], "en-GB", {}, ["`Average` stands among `2016`, `2017` and is no period; write it like the others, or `period: none` if all labels are names"]),
    (["2019-02-28", "2019-02-29"], "en-GB", {}, ["`2019-02-29` is no day: February 2019 has 28; look it up where the data come from, and write the day as `2019-02-28`"]),
    (["30/04/2019", "31/04/2019"], "en-GB", {}, ["`31/04/2019` is no day: April 2019 has 30; look it up where the data come from, and write the day as `2019-02-28`"]),
    (["2018-12-01 09:30", "2018-12-02 09:30"], "en-GB", {}, [f"`2018-12-0{day} 09:30` has a time of day, and a series goes by days or longer periods; give a value for each day, or write `period: none` to take the labels as names" for day in (1, 2)]),
    (["2018 Q4", "2018 Q5"], "en-GB", {}, ["`2018 Q5` is no quarter: a year has four; write `2018 Q1` to `2018 Q4`"]),
    (["2018-W52", "2018-W53"], "en-GB", {}, ["`2018-W53` is no week: 2018 has 52; write it as `2018-W05`"]),
    (["Jan-35", "Feb-35"], "en-GB", {}, [f"`{month}-35` has two digits for its year, which may be 1935 or 2035; write all four digits" for month in ("Jan", "Feb")]),
    (["0-4", "05-Sep", "Oct-14", "15-19"], "en-GB", {}, ["`05-Sep` looks like `5-9`, of which a spreadsheet has made a date; write `5-9`; in Excel, format the column as text before anything is typed in it", "`Oct-14` looks like `10-14`, of which a spreadsheet has made a date; write `10-14`; in Excel, format the column as text before anything is typed in it"]),
    (["0-4", "5. Sep", "Okt 14"], "de", {}, ["`5. Sep` looks like `5-9`, of which a spreadsheet has made a date; write `5-9`; in Excel, format the column as text before anything is typed in it", "`Okt 14` looks like `10-14`, of which a spreadsheet has made a date; write `10-14`; in Excel, format the column as text before anything is typed in it"]),
    (["0-4", "2018-09-05 00:00:00", "15+"], "en-GB", {}, ["`2018-09-05 00:00:00` looks like `5-9`, of which a spreadsheet has made a date; write `5-9`; in Excel, format the column as text before anything is typed in it"]),
    (["05-Sep", "06-Sep"], "en-GB", {}, ["`05-Sep` has no year, so that it is no day that could stand in time; write it as `2018-09-05`; if it was a range such as `5-9` before a spreadsheet opened it, write that; `period: none` takes all as names"]),
    (["05-Sep", "Total"], "en-GB", {}, ["`05-Sep` looks like `5-9`, of which a spreadsheet has made a date; write `5-9`; in Excel, format the column as text before anything is typed in it"]),
    (["Apr-01", "Apr-02"], "en-GB", {}, ["`Apr-01` may be Apr 2001 or a day, and the series does not show which; write `period: month`, or the days as `2018-04-01`"]),
    (["43101", "43132"], "en-GB", {}, ["`43101` and the others look like days by the number that a spreadsheet gives them: in Excel 43101 is 1 January 2018 (2 January 2022 in a file with the 1904 date system); format the column as a date, so that it reads 2018-01-01, or write `period: none` for names"]),
    (["1.2E+07", "1.3E+07"], "en-GB", {}, [f"`1.{n}E+07` is a code or a number that a spreadsheet has shortened, and its digits are lost; look it up where the data come from; in the spreadsheet, format the column as text before anything is typed in it" for n in (2, 3)]),
    (["Jan", "Mar", "Feb"], "en-GB", {}, ["`Feb` stands after `Mar`, and time runs forwards; put the points in order, the first one first"]),
]  # fmt: skip


@pytest.mark.parametrize(("labels", "language", "said", "faults"), ASKED)
def test_what_the_whole_does_not_show_is_asked(
    labels: Sequence[str], language: str, said: Mapping[str, str], faults: list[str]
) -> None:
    assert asked(labels, language, **said) == faults


@pytest.mark.parametrize(
    ("labels", "period", "said"),
    [
        (["2011-12"], "financial year", "2011–12"),
        (["2011-12"], "month", "Dec 2011"),
        (["2008-09", "2010-11"], "financial year", "2008–09 2010–11"),
        (["2008-09", "2010-11"], "month", "Sept 2008 Nov 2010"),
        (["2010-11", "2012-01"], "month", "Nov 2010 Jan 2012"),
        (["2018-1", "2018-2"], "quarter", "Q1 2018 Q2 2018"),
        (["2018-1", "2018-2"], "month", "Jan 2018 Feb 2018"),
        (["2016", "2017", "Average"], "none", "2016 2017 Average"),
        (["43101", "43132"], "none", "43101 43132"),
        (["05-Sep", "06-Sep"], "none", "05-Sep 06-Sep"),
    ],
)
def test_an_answer_is_heeded(labels: Sequence[str], period: str, said: str) -> None:
    assert " ".join(printed(labels, period=period)) == said


@pytest.mark.parametrize(
    ("labels", "language", "said", "warnings"),
    [
        (["01/02/2018", "01/03/2018"], "en-GB", {}, ["`01/02/2018` is read as 1 Feb 2018, with the day first, as is usual in `en-GB`; write `dates: day first` if that is so, else `dates: month first`"]),
        (["01/02/2018", "01/03/2018"], "en-US", {}, ["`01/02/2018` is read as Jan 2, 2018, with the month first, as is usual in `en-US`; write `dates: month first` if that is so, else `dates: day first`"]),
        (["01/02/2018", "01/03/2018"], "en", {"dates": "month first"}, []),
        (["01/02/2018", "13/03/2018"], "en-US", {}, []),
        (["2,014", "2,015"], "en-GB", {}, ["`2,014` is read as the year 2014: a spreadsheet has written it like an amount; format the column as text and write `2014`, or write `period: year` if that is so"]),
        (["2,014", "2,015"], "en-GB", {"period": "year"}, []),
        (["2014.0", "2015.0"], "de", {}, ["`2014.0` is read as the year 2014: a spreadsheet has written it like an amount; format the column as text and write `2014`, or write `period: year` if that is so"]),
    ],
)  # fmt: skip
def test_what_is_taken_for_granted_is_told(
    labels: Sequence[str], language: str, said: Mapping[str, str], warnings: list[str]
) -> None:
    found = read_labels(labels, language, **said)
    assert [f"{fault.message}; {fault.hint}" for fault in found.warnings] == warnings
    assert len(found.periods) == len(labels)


@pytest.mark.parametrize("language", languages())
def test_no_language_prints_a_date_as_machines_write_it(language: str) -> None:
    assert locale_of(language)
    units = (Period(DAY, 736664), Period(WEEK, 105237), Period(MONTH, 24221), Period(QUARTER, 8073), Period(HALF, 4036))
    for period in units:
        text = period_words(period, language)
        assert "-" not in text
        assert at_time(text, words(language))


@pytest.mark.parametrize(
    ("labels", "language", "said"),
    [
        (["2025-10", "Target"], "en-GB", "Oct 2025 Target"),
        (["2025-10", "2025-11", "Change"], "de", "Okt. 2025 Nov. 2025 Change"),
        (["2012-13", "Corby", "Luton"], "en-GB", "2012–13 Corby Luton"),
        (["2018", "Target"], "en-GB", "2018 Target"),
    ],
)
def test_a_period_among_names_is_printed_as_one_and_stands_in_no_time(
    labels: Sequence[str], language: str, said: str
) -> None:
    found = read_names(labels, language)
    assert (
        " ".join(
            words_of(label, found.periods[label], language) if label in found.periods else label for label in labels
        )
        == said
    )
    assert [found.period_of(label) for label in labels] == [None] * len(labels)
