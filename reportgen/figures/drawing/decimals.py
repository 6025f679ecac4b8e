"""Decimals: a number in; the value that its text has, or the part before its decimal sign, to align columns on, out."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from reportgen.content.report import Datum
from reportgen.text.locale import facts_of

_EXACT = Context(prec=60)
_LAST_DIGIT = re.compile(r"[0-9](?=[^0-9]*\Z)")


def before_decimal(text: str, language: str) -> str:
    """What stands before the decimal sign of a number, or up to its last digit: "£1" of "£1.2bn", "12" of "12%"."""
    last = _LAST_DIGIT.search(text)
    if last is None:
        return text
    number = text[: last.end()]
    whole, sign, fraction = number.rpartition(facts_of(language).decimal)
    return whole if sign and fraction.isdigit() else number


def printed(datum: Datum) -> Decimal:
    """The number as its text has it: rounded half up to the decimals of its rule."""
    least = Decimal(1).scaleb(datum.rule.scale - datum.rule.decimals)
    value = abs(datum.value).quantize(least, ROUND_HALF_UP, _EXACT)
    return -value if datum.value < 0 else value
