"""Decimals: a formatted number in; the part of it that stands before its decimal sign out, to align columns on."""

from __future__ import annotations

import re

from reportgen.text.locale import facts_of

_LAST_DIGIT = re.compile(r"[0-9](?=[^0-9]*\Z)")


def before_decimal(text: str, language: str) -> str:
    """What stands before the decimal sign of a number, or up to its last digit: "£1" of "£1.2bn", "12" of "12%"."""
    last = _LAST_DIGIT.search(text)
    if last is None:
        return text
    number = text[: last.end()]
    whole, sign, fraction = number.rpartition(facts_of(language).decimal)
    return whole if sign and fraction.isdigit() else number
