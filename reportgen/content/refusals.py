"""What each kind of figure refuses: the facts of its data in; why it cannot show them, and a better kind, out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from reportgen.content.data_facts import ROUNDING, Facts
from reportgen.content.periods import are_periods
from reportgen.content.report import Datum
from reportgen.text.locale import NumberRule, format_number

MOST_CATEGORIES = 4
MOST_SLOPES = 8
FEWEST_POINTS = 2


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why data cannot be shown by a kind; `hint` names a better one. `key` is where it is told."""

    message: str
    hint: str = ""
    key: str = "figure"


Check = Callable[[Facts], Refusal | None]
Transform = Callable[[Facts], Facts]


def as_given(facts: Facts) -> Facts:
    """The sets as they are written."""
    return facts


def along_time(facts: Facts) -> Facts:
    """Moments as labels, whichever way they are written."""
    turned_is_better = are_periods(facts.names, facts.language) and not facts.over_time
    return facts.turned() if turned_is_better else facts


def in_pairs(facts: Facts) -> Facts:
    """Two sets, the moments where there are some."""
    two_labels = len(facts.labels) == 2
    turned_is_better = two_labels and (len(facts.sets) != 2 or (facts.over_time and not facts.two_moments))
    return facts.turned() if turned_is_better else facts


def _names(labels: tuple[str, ...]) -> str:
    shown = ", ".join(f"`{label}`" for label in labels[:2])
    return f"{shown} …" if len(labels) > 2 else shown


def _below_zero(facts: Facts, what: str, better: str) -> Refusal | None:
    if facts.least.value >= 0:
        return None
    return Refusal(f"{facts.least.text} is less than nothing, and {what}", f"use `figure: {better}`")


def _lone(facts: Facts, kind: str, better: str) -> Refusal | None:
    if len(facts.sets) < 2:
        return None
    return Refusal(f"`figure: {kind}` shows one series, and here are {len(facts.sets)}", f"use `figure: {better}`")


def _too_many(count: int, what: str, better: str) -> Refusal | None:
    if count <= MOST_CATEGORIES:
        return None
    message = f"here are {count} {what}, and more than {MOST_CATEGORIES} categories cannot be told apart"
    return Refusal(message, f"use `figure: {better}`, or leave some out")


def _in_time(facts: Facts, what: str) -> Refusal | None:
    """Whether there are two moments at least, in every series."""
    if facts.fewest < FEWEST_POINTS:
        return Refusal(f"{what} needs two points at least", "add more, or leave the figure out", "series")
    if not (facts.over_time or facts.in_steps):
        message = f"{what} joins moments in time, and these are names: {_names(facts.labels)}"
        return Refusal(message, "use `figure: bars`")
    return None


def line(facts: Facts) -> Refusal | None:
    return _in_time(facts, "a line") or _too_many(len(facts.sets), "lines", "table")


def area(facts: Facts) -> Refusal | None:
    wrong = _in_time(facts, "an area") or _lone(facts, "area", "line")
    return wrong or _below_zero(facts, "an area begins at zero", "line")


def spark(facts: Facts) -> Refusal | None:
    return _in_time(facts, "a spark line") or _lone(facts, "spark", "line")


def columns(facts: Facts) -> Refusal | None:
    return _lone(facts, "columns", "line" if facts.over_time else "table")


def bars(facts: Facts) -> Refusal | None:
    better = "dumbbell" if len(facts.sets) == 2 else "table"
    return _lone(facts, "bars", better) or _below_zero(facts, "bars begin at zero", "diverging")


def diverging(facts: Facts) -> Refusal | None:
    if lone := _lone(facts, "diverging", "table"):
        return lone
    if facts.least.value >= 0:
        return Refusal("`figure: diverging` shows gains and losses, and no value is below zero", "use `figure: bars`")
    if facts.most.value <= 0:
        message = "`figure: diverging` shows gains and losses, and no value is above zero"
        return Refusal(message, "use `figure: columns` or `figure: table`")
    return None


def _pair(facts: Facts, kind: str) -> Refusal | None:
    if len(facts.sets) == 2:
        return None
    better = "`figure: line`" if along_time(facts).over_time else "`figure: bars`"
    message = f"`figure: {kind}` needs two values for each name, one before and one after"
    return Refusal(message, f"write `series: {{Corby: {{2001: 5, 2018: 9}}}}`, or use {better}")


def slope(facts: Facts) -> Refusal | None:
    if len(facts.sets) == 2 and len(facts.labels) > MOST_SLOPES:
        message = f"{len(facts.labels)} slopes run into each other; {MOST_SLOPES} are the most"
        return Refusal(message, "use `figure: dumbbell`, or leave some out")
    return _pair(facts, "slope")


def dumbbell(facts: Facts) -> Refusal | None:
    return _pair(facts, "dumbbell")


def stacked(facts: Facts) -> Refusal | None:
    if facts.least.value < 0:
        message = f"stacked parts must not be negative, and one is {facts.least.text}"
        return Refusal(message, "use `figure: diverging`" if len(facts.sets) == 1 else "use `figure: table`")
    if not facts.complete:
        return Refusal("a whole cannot be stacked while one of its parts is missing", "use `figure: bars`")
    parts = len(facts.labels) if len(facts.sets) == 1 else len(facts.sets)
    if parts < 2:
        return Refusal("one part alone makes no whole", "use `figure: share`")
    return _too_many(parts, "parts", "bars" if len(facts.sets) == 1 else "table") or _over_hundred(facts)


def _over_hundred(facts: Facts) -> Refusal | None:
    """Percentages that do not add to 100, but for what rounding does, are no parts of a whole."""
    if not facts.percent:
        return None
    for whole in wholes(facts):
        total = _sum(whole)
        better = "use `figure: bars`" if len(facts.sets) == 1 else "use `figure: table`"
        places = max(datum.rule.decimals for datum in whole)
        text = format_number(total, NumberRule(unit="%", decimals=places), facts.language)
        if total > 100 + _slack(whole):
            return Refusal(f"these percentages add to {text}; what is more than 100% is no whole", better)
        if total < 100 - _slack(whole):
            return Refusal(f"these percentages add to {text}, so that a part is missing", f"give the rest, or {better}")
    return None


def wholes(facts: Facts) -> list[list[Datum]]:
    """The values that are stacked on each other: those of one series, else of one label in all of them."""
    sets = facts.sets if len(facts.sets) == 1 else facts.turned().sets
    return [[point.datum for point in each.points if point.datum] for each in sets]


def _slack(parts: list[Datum]) -> Decimal:
    """How far rounded parts may miss their whole."""
    return max(ROUNDING.scaleb(part.rule.scale - part.rule.decimals) for part in parts) * len(parts)


def _sum(data: Iterable[Datum]) -> Decimal:
    return sum((datum.value for datum in data), Decimal(0))


def make_a_whole(facts: Facts) -> bool:
    """Whether the values add to a whole that is known: 100%, the `of`, or the value of the statistic."""
    if not facts.complete or len(facts.labels) < 2 or facts.least.value < 0:
        return False
    if facts.percent:
        return all(abs(_sum(whole) - 100) <= _slack(whole) for whole in wholes(facts))
    known = {datum.value for datum in (facts.value, facts.whole) if datum}
    return len(facts.sets) == 1 and _sum(facts.known) in known


def bridge(facts: Facts) -> Refusal | None:
    if lone := _lone(facts, "bridge", "table"):
        return lone
    if not facts.complete:
        return Refusal("a bridge cannot be built while one of its values is missing", "use `figure: bars`")
    values = facts.known
    if len(values) < 3:
        return Refusal("a bridge needs a start, what came or went, and an end", "use `figure: change`", "series")
    total = _sum(values[:-1])
    if total == values[-1].value:
        return None
    places = max(datum.rule.decimals for datum in values)
    rule = NumberRule(values[-1].rule.prefix, values[-1].rule.unit, values[-1].rule.scale, places)
    steps = " ".join(_step(datum) for datum in values[1:-1])
    message = f"a bridge must add up: {values[0].text} {steps} is {format_number(total, rule, facts.language)}"
    return Refusal(f"{message}, not {values[-1].text}", "the first value is the start and the last the end", "series")


def _step(datum: Datum) -> str:
    size = datum.text.lstrip("+-−")
    return f"{'−' if datum.value < 0 else '+'} {size}"


def table(facts: Facts) -> Refusal | None:
    return None


def begins_at_zero(kind: str) -> Check:
    def check(facts: Facts) -> Refusal | None:
        if facts.value and facts.value.value < 0:
            message = f"{facts.value.text} is less than nothing, and `figure: {kind}` begins at zero"
            return Refusal(message, key="value")
        return None

    return check


def share(facts: Facts) -> Refusal | None:
    if wrong := begins_at_zero("share")(facts):
        return wrong
    if "whole" not in facts.has and not facts.percent:
        return Refusal("`figure: share` needs a whole", "write `of: ` and the whole, or `share_of: ` and its id")
    if "whole" not in facts.has and facts.value and facts.value.value > 100:
        return Refusal(f"{facts.value.text} is more than a whole; a share is at most 100%", key="value")
    return None


def shaded(facts: Facts) -> Refusal | None:
    return _lone(facts, "map", "table")
