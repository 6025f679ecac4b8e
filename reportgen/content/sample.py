"""A sample of how numbers are to look (`1.00m`, `12.5%`, `£1.2bn`) in; the rule to write them by out."""

from __future__ import annotations

from reportgen.text.locale import NumberRule, parse_number


def like(sample: str, language: str) -> NumberRule:
    """The rule of a sample: its currency, unit, power of ten and decimals. Raises NumberError."""
    return parse_number(sample, language)[1]
