"""A whole and its parts as they are printed: their shares, their total, and whether rounding keeps them apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.content.data_facts import Facts
from reportgen.content.kinds.checks import wholes
from reportgen.content.kinds.declaration import Kind
from reportgen.content.report import Datum
from reportgen.text.locale import NumberRule, printed_number
from reportgen.text.words import Words

_SAYS_SO = re.compile("round|rund|arrond|talgryn|zaokr", re.IGNORECASE)
"""Words of a note that says itself that numbers are rounded."""


def shares_of(values: Sequence[Decimal], language: str) -> tuple[Datum, ...]:
    """The share of each part in whole per cent, or in the decimals that the smallest needs to be more than 0."""
    whole = sum(values)
    found = [100 * value / whole for value in values]
    small = min((min(share, 100 - share) for share in found if 0 < share < 100), default=Decimal(1))
    decimals = 0 if small >= 1 else min(6, -small.adjusted())
    rule = NumberRule(unit="%", decimals=decimals)
    return tuple(Datum.written("share", share, rule, language) for share in found)


def total_of(data: Sequence[Datum], language: str) -> Datum:
    """What parts come to, written as the largest of them is, with the decimals of the finest."""
    largest = max(data, key=lambda datum: datum.value)
    rule = replace(largest.rule.derived, decimals=max(datum.rule.decimals for datum in data))
    return Datum.written("total", sum((datum.value for datum in data), Decimal(0)), rule, language)


def rounding_note(kind: Kind, facts: Facts, said: str, column: Words) -> str:
    """A sentence on parts that do not add up as they are printed; "" when they do, or when `said` says it already."""
    if _SAYS_SO.search(said) or not facts.complete:
        return ""
    if kind.leads_to_last:
        *steps, last = facts.known
        return "" if _adds_up(steps, last, facts) else column["rounded_total"]
    if not kind.adds_up:
        return ""
    parts = [whole for whole in wholes(facts) if whole and any(datum.value for datum in whole)]
    in_percent = parts
    if not facts.percent:
        if not all(_adds_up(whole, total_of(whole, facts.language), facts) for whole in parts):
            return column["rounded_total"]
        in_percent = [list(shares_of([datum.value for datum in whole], facts.language)) for whole in parts[:1]]
        in_percent = in_percent if len(facts.sets) == 1 else []
    hundred = Datum.written("whole", Decimal(100), NumberRule(unit="%"), facts.language)
    if all(_adds_up(whole, hundred, facts) for whole in in_percent):
        return ""
    return column.get("rounded_percentages", whole=hundred.text)


def _adds_up(parts: Sequence[Datum], whole: Datum, facts: Facts) -> bool:
    """Whether parts come to the whole as they are printed."""
    *parts_printed, whole_printed = (printed_number(each.value, each.rule, facts.language) for each in (*parts, whole))
    return sum(parts_printed, Decimal(0)) == whole_printed
