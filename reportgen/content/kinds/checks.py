"""What several kinds refuse alike, in one sentence for all; and how much a reader can tell apart."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reportgen.content.data_facts import ROUNDING, Facts
from reportgen.content.kinds.declaration import Check, Orientation, Refusal
from reportgen.content.report import Datum

MOST_CATEGORIES = 4
FEWEST_POINTS = 2


def below_zero(facts: Facts, what: str, better: str) -> Refusal | None:
    """Whether a value is below zero; `what` begins there."""
    if facts.least.value >= 0:
        return None
    return Refusal(f"{facts.least.text} is less than nothing, and {what}", f"use `figure: {better}`")


def lone(facts: Facts, kind: str, better: str) -> Refusal | None:
    """Whether there are several series for a kind that shows one."""
    if len(facts.sets) < 2:
        return None
    return Refusal(f"`figure: {kind}` shows one series, and here are {len(facts.sets)}", f"use `figure: {better}`")


def too_many(count: int, what: str, better: str) -> Refusal | None:
    """Whether there are more categories than can be told apart."""
    if count <= MOST_CATEGORIES:
        return None
    message = f"here are {count} {what}, and more than {MOST_CATEGORIES} categories cannot be told apart"
    return Refusal(message, f"use `figure: {better}`, or leave some out")


def needs_periods(facts: Facts, what: str) -> Refusal | None:
    """Whether there are not two periods at least, in every series."""
    if facts.fewest < FEWEST_POINTS:
        return Refusal(f"{what} needs two points at least", "add more, or leave the figure out", "series")
    if not (facts.over_time or facts.in_steps):
        message = f"{what} joins periods, and these are names: {_names(facts.labels)}"
        return Refusal(message, "use `figure: bars`")
    return None


def _names(labels: tuple[str, ...]) -> str:
    shown = ", ".join(f"`{label}`" for label in labels[:2])
    return f"{shown} …" if len(labels) > 2 else shown


def no_pair(facts: Facts, kind: str) -> Refusal | None:
    """Whether there are not two values for each name."""
    if len(facts.sets) == 2 and (facts.two_periods or facts.labels != ("",)):
        return None
    if len(facts.sets) == 2:
        one, other = facts.names
        message = f"`figure: {kind}` needs two values for each name, and here is one for `{one}` and one for `{other}`"
        return Refusal(message, "use `figure: bars`")
    better = "`figure: line`" if Orientation.ALONG_TIME.of(facts).over_time else "`figure: bars`"
    message = f"`figure: {kind}` needs two values for each name, one before and one after"
    return Refusal(message, f"write `series: {{Corby: {{2001: 5, 2018: 9}}}}`, or use {better}")


def begins_at_zero(kind: str) -> Check:
    """The check of a kind that shows one number, from zero on."""

    def check(facts: Facts) -> Refusal | None:
        if facts.value and facts.value.value < 0:
            message = f"{facts.value.text} is less than nothing, and `figure: {kind}` begins at zero"
            return Refusal(message, key="value")
        return None

    return check


def one_series(facts: Facts) -> bool:
    """Whether the data are one series with something to compare."""
    return len(facts.sets) == 1 and len(facts.known) >= FEWEST_POINTS


def wholes(facts: Facts) -> list[list[Datum]]:
    """The values that may be parts of one whole: those of one series, else of one label in all of them."""
    sets = facts.sets if len(facts.sets) == 1 else facts.transposed().sets
    return [[point.datum for point in each.points if point.datum] for each in sets]


def slack(parts: list[Datum]) -> Decimal:
    """How far rounded parts may miss their whole. Whole numbers that are not in thousands or the like are exact."""
    if not any(part.rule.scale or part.rule.decimals or part.rule.unit for part in parts):
        return Decimal(0)
    return max(ROUNDING.scaleb(part.rule.scale - part.rule.decimals) for part in parts) * len(parts)


def total(data: Iterable[Datum]) -> Decimal:
    """The sum of the values."""
    return sum((datum.value for datum in data), Decimal(0))
