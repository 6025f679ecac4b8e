"""Counting in marks: how many marks show a number, of which each stands for so many."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from reportgen.content.report import Datum
from reportgen.text.hedges import parts_of_ratio

SLIVER = Decimal("0.06")
"""The least part of a mark that is drawn, and the least that is cut from one: less cannot be made out."""

MOST_SINGLE = 20
"""So many marks of one each can be taken in without counting for long."""


def marks_of(value: Decimal, each: Decimal) -> Decimal:
    """How many marks: whole ones and the part of the last, which is never a sliver but rounded to a whole mark."""
    exact = value / each
    whole = exact.to_integral_value(ROUND_HALF_UP)
    return whole if whole and abs(exact - whole) < SLIVER else exact


def is_about(value: Decimal, each: Decimal) -> bool:
    """Whether a sliver was left out or filled up, so that words about the marks say "about"."""
    return marks_of(value, each) != value / each


def are_single(value: Decimal, whole: Decimal) -> bool:
    """Whether a part and its whole can be counted in marks of one each: whole numbers that can be taken in."""
    return value == int(value) and whole == int(whole) and whole <= MOST_SINGLE


def ratio_in(value: Datum, language: str) -> tuple[Decimal, Decimal] | None:
    """The 4 and the 5 of a value that is written "4 in 5"; None of another."""
    return parts_of_ratio(value.rule.said, language) if value.rule.said else None
