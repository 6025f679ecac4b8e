"""Reads the labels of a series as a whole: they are periods on one axis, or they are names, or the report is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Protocol

from reportgen.content.periods.forms import DAY_FIRST, MONTH_FIRST, PossiblePeriods, possible_periods
from reportgen.content.periods.period import (
    BARE,
    BARE_MONTH,
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
    can_share_an_axis,
    positions,
)
from reportgen.content.periods.period_words import period_words
from reportgen.content.periods.spreadsheets import LabelFault, damage, year_as_amount
from reportgen.text.languages import locale_of

NONE = "none"
UNITS = (YEAR, FINANCIAL_YEAR, HALF, QUARTER, MONTH, WEEK, DAY, NONE)
"""What a report may say that its labels are, under `period`; `none` are names."""
ORDERS_OF_DAYS = (DAY_FIRST, MONTH_FIRST)
"""What a report may say of days in numbers, under `dates`."""

NEAR = 3
"""Months so near each other are no financial years."""
MOST_ASKED = 3
"""Of how many labels a report is asked at once."""

_LIKELY = range(1500, 2150)
_SHORT_MONTH = re.compile(r"[^\W\d_]{3,}\.?[ -](\d\d)")
_YEAR_WITHIN = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_NAMES = {
    YEAR: "a calendar year",
    FINANCIAL_YEAR: "a financial year",
    NAMED_YEAR: "a financial year called by one year",
    YEARS: "several years together",
    MONTHS: "several months together",
    FINANCIAL_QUARTER: "a quarter of a financial year",
}


class LabelError(ValueError):
    """Labels that cannot be read as they stand: each fault is one of them, with what to do."""

    def __init__(self, faults: Sequence[LabelFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.message for fault in faults))


class NoCommonAxisError(LabelError):
    """Periods of units that cannot share an axis: they can only be names, as in a ranking."""


@dataclass(frozen=True, slots=True)
class LabelReading:
    """Labels as they are written, each with its period; none for names. `warnings` say what was taken for what.

    Among names there may be periods that are printed as such: they do not stand `in_time`.
    """

    language: str
    periods: Mapping[str, Period] = field(default_factory=dict)
    warnings: tuple[LabelFault, ...] = ()
    in_time: bool = True

    def period_of(self, label: str) -> Period | None:
        """The period of a label that stands in time."""
        return self.periods.get(label) if self.in_time else None

    def label_like(self, text: str) -> str:
        """The label that means the same period as a text, which may be written in another way; "" if none does."""
        bare = text.strip()
        if bare in self.periods:
            return bare
        wanted = {(each.unit, each.number) for each in possible_periods(bare, self.language).could_be.values()}
        return next((label for label, each in self.periods.items() if (each.unit, each.number) in wanted), "")


class SaysOfTime(Protocol):
    """A block that may say what labels are."""

    @property
    def period(self) -> str | None:
        """What its labels are."""

    @property
    def dates(self) -> str | None:
        """Whether its days in numbers have the day or the month first."""


def period_keys(shape: SaysOfTime | None) -> tuple[str, str]:
    """What a block says under `period` and `dates`, "" for nothing and for what is neither."""
    if shape is None:
        return "", ""
    period, dates = (" ".join((each or "").split()).casefold() for each in (shape.period, shape.dates))
    return period if period in UNITS else "", dates if dates in ORDERS_OF_DAYS else ""


def read_names(names: Sequence[str], language: str, period: str = "", dates: str = "") -> LabelReading:
    """The periods that the names of several series are, as `read_labels` has it; beside years there may stand other
    things (2001, 2018, change), and all are names then."""
    return read_labels(names, language, period, dates, mixed=True)


def read_labels(
    labels: Sequence[str], language: str, period: str = "", dates: str = "", mixed: bool = False
) -> LabelReading:
    """The periods that the labels of a series are, if all are periods. `period` is what the report says of those that
    could be two things, `dates` whether days in numbers have the day or the month first, and `mixed` whether names may
    stand among periods. Raises LabelError."""
    if period == NONE or not labels:
        return LabelReading(language)
    found = {label: possible_periods(label, language) for label in labels}
    told = damage(labels, found, language, period)
    if told:
        raise LabelError(told)
    _refuse_impossible(found)
    known = {label: reading for label, reading in found.items() if reading.could_be}
    if len(known) < len(found):
        return _by_years_within(labels, language) if not known else _some(found, known, labels, language, period, mixed)
    if _are_amounts(found, period) or _are_names(found):
        return LabelReading(language)
    warnings = year_as_amount(found) if period != YEAR else ()
    days = _in_order_of_day(found, language, dates)
    read = _of_one_unit(days.found, period)
    _refuse_twice(read, language)
    if {each.unit for each in read.values()} <= set(BARE):
        read = _in_turn(read)
    return LabelReading(language, read, (*warnings, *days.warnings))


def are_all_periods(labels: Sequence[str], language: str) -> bool:
    """Whether each label is written like a period, whichever it is."""
    return bool(labels) and all(possible_periods(label, language).could_be for label in labels)


def are_mostly_periods(labels: Sequence[str], language: str) -> bool:
    """Whether most of the labels, two at least, are written like periods and hardly mean anything else."""
    return _are_most([reading for label in labels if (reading := possible_periods(label, language)).could_be], labels)


def one_period(text: str, language: str, period: str = "", dates: str = "") -> Period | None:
    """The period that a text alone stands for; None for a name. Raises LabelError where it could be two."""
    reading = possible_periods(text, language)
    could_be = {unit: each for unit, each in reading.could_be.items() if unit not in BARE}
    if not could_be or reading.grouped or period == NONE:
        return None
    if set(could_be) <= {DAY_FIRST, MONTH_FIRST}:
        orders = (dates, _usual_order(language), *could_be)
        return next(could_be[each] for each in orders if each in could_be)
    if period not in could_be:
        period = ""
    return _of_one_unit({text: replace(reading, could_be=could_be)}, period)[text]


@dataclass(frozen=True, slots=True)
class _Days:
    found: Mapping[str, PossiblePeriods]
    warnings: tuple[LabelFault, ...] = ()


def _in_order_of_day(found: Mapping[str, PossiblePeriods], language: str, dates: str) -> _Days:
    """Days in numbers, all with the day first or all with the month first.

    A number over 12 proves it, else `dates` says it, else the usage of the language, which is told.
    """
    numeric = {label: each.could_be for label, each in found.items() if each.could_be.keys() & {*ORDERS_OF_DAYS}}
    if not numeric:
        return _Days(found)
    possible = [order for order in ORDERS_OF_DAYS if all(order in each for each in numeric.values())]
    if not possible:
        one = next(label for label, each in numeric.items() if DAY_FIRST not in each)
        other = next(label for label, each in numeric.items() if MONTH_FIRST not in each)
        message = f"`{other}` has the day first and `{one}` the month, so nobody knows of the others"
        raise LabelError([LabelFault(one, message, "write all days as `2018-12-31`")])
    warnings: tuple[LabelFault, ...] = ()
    order = possible[0]
    if dates and dates not in possible:
        wrong = next(label for label, each in numeric.items() if dates not in each)
        raise LabelError([LabelFault(wrong, f"`{wrong}` cannot be read with the {dates}", f"write `dates: {order}`")])
    if dates:
        order = dates
    elif len(possible) > 1:
        first = next(iter(numeric))
        usual = _usual_order(language)
        words = {each: period_words(numeric[first][each], language) for each in possible}
        if not usual:
            message = f"`{first}` could be {words[DAY_FIRST]} or {words[MONTH_FIRST]}"
            raise LabelError([LabelFault(first, message, "write `dates: day first` or `dates: month first`")])
        order = usual
        message = f"`{first}` is read as {words[order]}, with the {order}, as is usual in `{language}`"
        other = next(each for each in possible if each != order)
        warnings = (LabelFault(first, message, f"write `dates: {order}` if that is so, else `dates: {other}`"),)
    days = {label: PossiblePeriods({DAY: each[order]}) for label, each in numeric.items()}
    return _Days({label: days.get(label, each) for label, each in found.items()}, warnings)


def _usual_order(language: str) -> str:
    """Whether the language writes the day or the month first in numbers; "" for English of no country."""
    if language == "en":
        return ""
    pattern = locale_of(language).date_formats["short"].pattern
    return DAY_FIRST if pattern.index("d") < pattern.index("M") else MONTH_FIRST


def _of_one_unit(found: Mapping[str, PossiblePeriods], period: str) -> dict[str, Period]:
    """A period for each label: all of one unit if they can be, else of units that can share an axis."""
    all_units = set[str]().union(*(each.could_be for each in found.values()))
    if period and period not in all_units:
        first = next(iter(found))
        hint = f"write `period: {_units_hint(all_units)}`, or delete the line"
        raise LabelError(
            [LabelFault(first, f"`period: {period}` is said of labels like `{first}`, which is none", hint)]
        )
    common = all_units.intersection(*(each.could_be for each in found.values()))
    if common == {MONTH} and not period:
        _refuse_doubtful_months(found)
        _refuse_days_of_one_month(found)
    if period in common or len(common) == 1:
        unit = period if period in common else next(iter(common))
        return {label: each.could_be[unit] for label, each in found.items()}
    if common:
        unit = _proven(found, common)
        return {label: each.could_be[unit] for label, each in found.items()}
    return _of_several(found, period)


def _proven(found: Mapping[str, PossiblePeriods], common: set[str]) -> str:
    """Of the units that all labels could be, the one that the whole series shows."""
    if {FINANCIAL_YEAR, MONTH} <= common:
        years = sorted(each.could_be[FINANCIAL_YEAR].number for each in found.values())
        running = len(years) > 1 and all(other == one + 1 for one, other in pairwise(years))
        if len(years) > 2 or running or not any(each.is_asked for each in found.values()):
            return FINANCIAL_YEAR
        raise LabelError([_question(label, each, (FINANCIAL_YEAR, MONTH)) for label, each in [*found.items()][:1]])
    if {FINANCIAL_YEAR, YEARS} <= common:
        return FINANCIAL_YEAR
    units = tuple(unit for unit in UNITS if unit in common)
    raise LabelError([_question(label, each, units) for label, each in [*found.items()][:1]])


def _of_several(found: Mapping[str, PossiblePeriods], period: str) -> dict[str, Period]:
    """Periods of several units, each label by the only unit that it could be, or by what the report says."""
    fixed = {next(iter(each.could_be)) for each in found.values() if len(each.could_be) == 1}
    made = {}
    for label, each in found.items():
        units = [unit for unit in each.could_be if unit == period] or [*each.could_be]
        if len(units) > 1 and FINANCIAL_YEAR in units and MONTH in units:
            units = [_year_or_month(label, each, found, fixed)]
        elif len(units) > 1:
            units = [unit for unit in units if unit in fixed] or units
        made[label] = each.could_be[units[0]]
    units_made = {each.unit for each in made.values()}
    if not can_share_an_axis(units_made):
        (one, first), (other, second) = _two_that_differ(made)
        message = f"`{one}` is {_named(first)} and `{other}` {_named(second)}, and one axis cannot have both"
        raise NoCommonAxisError([LabelFault(other, message, "write all labels alike, or make two figures")])
    return made


def _year_or_month(label: str, each: PossiblePeriods, found: Mapping[str, PossiblePeriods], fixed: set[str]) -> str:
    """Whether `2010-11` among others is a financial year or a month. Raises LabelError where that is not shown."""
    if FINANCIAL_YEAR in fixed and MONTH not in fixed:
        return FINANCIAL_YEAR
    others = fixed - {MONTH}
    if FINANCIAL_YEAR not in fixed and not others and _shows_months(found):
        return MONTH
    if MONTH not in fixed and others:
        words = period_words(each.could_be[MONTH], "en")
        hint = f"write `{words}` if it is a month; a financial year cannot stand among calendar years"
        message = f"`{label}` may be {words} or the financial year {period_words(each.could_be[FINANCIAL_YEAR], 'en')}"
        raise LabelError([LabelFault(label, message, hint)])
    raise LabelError([_question(label, each, (FINANCIAL_YEAR, MONTH))])


def _shows_months(found: Mapping[str, PossiblePeriods]) -> bool:
    """Whether labels that could be months are: two in one year or near each other, or most could be nothing else."""
    months = sorted(each.could_be[MONTH].number for each in found.values() if MONTH in each.could_be)
    certain = sum([*each.could_be] == [MONTH] for each in found.values())
    in_one_year = any(one // 12 == other // 12 for one, other in pairwise(months))
    near = any(other - one <= NEAR for one, other in pairwise(months))
    in_step = len({month % 12 for month in months}) == 1
    return in_one_year or near or in_step or certain * 2 > len(found)


def _refuse_doubtful_months(found: Mapping[str, PossiblePeriods]) -> None:
    """Ask about `2010-11` beside `2012-01`, which could be months far from each other."""
    asked = [(label, each) for label, each in found.items() if each.is_asked]
    if asked and not _shows_months(found):
        raise LabelError([_question(*asked[0], (FINANCIAL_YEAR, MONTH))])


def _refuse_days_of_one_month(found: Mapping[str, PossiblePeriods]) -> None:
    """Ask about `Apr-01` to `Apr-03`, which could be days as well as months of three years."""
    matches = [_SHORT_MONTH.fullmatch(label.strip()) for label in found]
    days = sorted(int(match[1]) for match in matches if match)
    months = {each.could_be[MONTH].number % 12 for each in found.values()}
    if len(days) == len(found) > 1 and len(months) == 1 and days == [*range(1, len(days) + 1)]:
        label, each = next(iter(found.items()))
        month = period_words(each.could_be[MONTH], "en")
        message = f"`{label}` may be {month} or a day, and the series does not show which"
        hint = "write `period: month`, or the days as `2018-04-01`"
        raise LabelError([LabelFault(label, message, hint)])


def _question(label: str, each: PossiblePeriods, units: Sequence[str]) -> LabelFault:
    said = " or ".join(f"the {unit} {period_words(each.could_be[unit], 'en')}" for unit in units)
    hint = " or ".join(f"`period: {unit}`" for unit in units)
    return LabelFault(label, f"`{label}` may be {said}, and the series does not show which", f"write {hint}")


def _two_that_differ(made: Mapping[str, Period]) -> tuple[tuple[str, Period], tuple[str, Period]]:
    pairs = [*made.items()]
    return next((one, other) for one in pairs for other in pairs if not can_share_an_axis({one[1].unit, other[1].unit}))


def _named(period: Period) -> str:
    if period.unit in BARE:
        return f"a {period.unit}"
    return _NAMES.get(period.unit, f"a {period.unit}")


def _units_hint(units: set[str]) -> str:
    return next((unit for unit in UNITS if unit in units), NONE)


def _refuse_impossible(found: Mapping[str, PossiblePeriods]) -> None:
    """Labels that are written like periods and are none, where the series is one of periods otherwise."""
    wrong = {label: each for label, each in found.items() if each.wrong}
    alike = len(wrong) + sum(bool(each.could_be) for each in found.values())
    if wrong and 2 * alike > len(found):
        raise LabelError([LabelFault(label, each.wrong, each.hint) for label, each in wrong.items()])


def _are_amounts(found: Mapping[str, PossiblePeriods], period: str) -> bool:
    """Whether labels with a comma or a point are amounts (1,000 and 2,000), and no years."""
    grouped = [each.could_be[YEAR].number for each in found.values() if each.grouped]
    if period == YEAR or not grouped:
        return False
    likely = all(number in _LIKELY for number in grouped)
    return not likely or all(number % 50 == 0 for number in grouped)


def _are_names(found: Mapping[str, PossiblePeriods]) -> bool:
    """Whether what stands beside the years makes names of them: `2005 (Katrina)`, `2012 (Sandy)`."""
    remarks = [each.remark for reading in found.values() for each in list(reading.could_be.values())[:1]]
    return len(remarks) > 1 and all(remarks) and len(set(remarks)) > 1


def _some(
    found: Mapping[str, PossiblePeriods],
    known: Mapping[str, PossiblePeriods],
    labels: Sequence[str],
    language: str,
    period: str,
    mixed: bool,
) -> LabelReading:
    """Names, of which some are written like periods; where most are periods, the others are asked about."""
    if mixed or not _are_most([*known.values()], labels):
        return LabelReading(language, _printed_among_names(known, language, period), in_time=False)
    others = [label for label in labels if label not in known]
    few = ", ".join(f"`{label}`" for label in [*known][:2])
    hint = "write it like the others, or `period: none` if all labels are names"
    what = f"stands among {few} and is no period"
    raise LabelError([LabelFault(label, f"`{label}` {what}", hint) for label in others[:MOST_ASKED]])


def _printed_among_names(known: Mapping[str, PossiblePeriods], language: str, period: str) -> dict[str, Period]:
    """The periods that stand among names, as far as they are no numbers."""
    made = {}
    for label, each in known.items():
        if _is_likely(each) and not each.is_bare_number and not label.strip().isdigit():
            orders = (_usual_order(language), DAY_FIRST, MONTH_FIRST)
            days = [each.could_be[order] for order in orders if order in each.could_be]
            made[label] = (
                days[0] if days else _of_one_unit({label: each}, period if period in each.could_be else "")[label]
            )
    return made


def _are_most(known: Sequence[PossiblePeriods], labels: Sequence[str]) -> bool:
    count = sum(map(_is_likely, known))
    return count > 1 and 2 * count > len(labels)


def _is_likely(reading: PossiblePeriods) -> bool:
    """Whether a reading is hardly a number or a name."""
    if reading.grouped or reading.could_be.keys() <= {*BARE}:
        return False
    if not reading.is_bare_number:
        return True
    number = reading.could_be[YEAR].number
    return number in _LIKELY and number % 50 != 0


def _by_years_within(labels: Sequence[str], language: str) -> LabelReading:
    """The years of names that differ in nothing else (`Census 2001`, `Census 2011`), and what recurs from year to year
    in the order of its years (`Spring 2018`, `Autumn 2018`, `Spring 2019`). Other names are names."""
    years = _years_within(labels)
    if len(labels) < 2 or len(years) < len(labels):
        return LabelReading(language)
    found = {label: (label.replace(str(year), "{}", 1), year) for label, year in zip(labels, years, strict=True)}
    words = {words for words, _ in found.values()}
    if len(words) == 1:
        return LabelReading(language, {label: Period(YEAR, year, remark=said) for label, (said, year) in found.items()})
    if len(words) < len(labels) and all(one <= other for one, other in pairwise(years)):
        terms = {label: Period(TERM, at, remark=label) for at, label in enumerate(labels)}
        return LabelReading(language, terms)
    return LabelReading(language)


def _years_within(labels: Sequence[str]) -> list[int]:
    found = [_YEAR_WITHIN.findall(label) for label in labels]
    return [int(each[0]) for each in found if len(each) == 1]


def _refuse_twice(read: Mapping[str, Period], language: str) -> None:
    """One period under two labels, and two periods that begin on one day."""
    met: dict[int, str] = {}
    for (label, period), at in zip(read.items(), positions([*read.values()]), strict=True):
        first = met.setdefault(at, label)
        if first != label and period.length == read[first].length:
            same = read[first].unit == period.unit
            what = f"both {period_words(period, language)}" if same else "begin on the same day"
            message = f"`{first}` and `{label}` are {what}" if same else f"`{first}` and `{label}` {what}"
            raise LabelError([LabelFault(label, message, "keep one, or write which periods they are")])


def _in_turn(read: Mapping[str, Period]) -> dict[str, Period]:
    """Months, or quarters, without a year: those after the turn of the year count on."""
    numbers = [each.number for each in read.values()]
    falls = [(one, other) for one, other in pairwise(read) if read[one].number > read[other].number]
    if len(falls) > 1 or (falls and numbers[-1] >= numbers[0]):
        one, other = falls[-1]
        message = f"`{other}` stands after `{one}`, and time runs forwards"
        raise LabelError([LabelFault(other, message, "put the points in order, the first one first")])
    turn, whole = falls[0][1] if falls else "", 12 if next(iter(read.values())).unit == BARE_MONTH else 4
    turned, found = False, {}
    for label, each in read.items():
        turned = turned or label == turn
        found[label] = replace(each, number=each.number + whole * turned)
    return found
