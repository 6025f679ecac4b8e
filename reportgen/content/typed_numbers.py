"""Reads a number that is typed in a report, and tells one that is none where it stands."""

from __future__ import annotations

from decimal import Decimal

from reportgen.content.problem_log import ProblemLog
from reportgen.content.report import Datum
from reportgen.reading.located_tree import Path
from reportgen.text.locale import MOST_DECIMALS, MOST_DIGITS, rule_of
from reportgen.text.number_reading import NumberError, parse_number


def read_number(log: ProblemLog, path: Path, written: str | Decimal, language: str) -> Datum | None:
    """A number, as text in its language or as a value; None when it is none, which is told."""
    try:
        if isinstance(written, str):
            value, rule = parse_number(written, language)
        else:
            value, rule = _plain(written), rule_of(written)
    except NumberError as error:
        log.at_value("number", error.message, path, error.hint)
        return None
    return Datum.written(str(path[-1]), value, rule, language)


def _plain(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    if number.adjusted() >= MOST_DIGITS or (isinstance(exponent, int) and -exponent > MOST_DECIMALS):
        raise NumberError(f"{number} has too many digits", "round it")
    return Decimal(f"{number:f}")
