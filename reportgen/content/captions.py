"""Captions made from the numbers of a figure: one sentence on what they show, never its alternative text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.content.data_facts import Facts
from reportgen.content.periods.period_words import caption_time
from reportgen.content.report import Datum, Point, Series
from reportgen.content.summaries import summarise
from reportgen.text.locale import NumberRule, format_number
from reportgen.text.spans import Rich, Span
from reportgen.text.units import in_per_cent
from reportgen.text.words import Words

_BLANK = re.compile(r"\{(\w+)\}")
_WORDS = frozenset(("label", "name", "most_name", "least_name", "whole"))
"""Blanks that hold words, within which a line may end."""


@dataclass(frozen=True, slots=True)
class CaptionFacts:
    """What a caption is made from. `label` is what the numbers count, as the beginning of a sentence."""

    label: str
    facts: Facts
    data: Mapping[str, Datum]
    since: str = ""
    whole_label: str = ""
    rest: str = ""
    """The label of the sum of what `top` has left out, which is neither highest nor lowest."""
    is_cut: bool = False
    """Whether the figure does not show all of the facts, so that what is lowest is not seen."""


Caption = Callable[[CaptionFacts, Words], Rich]
"""How a kind makes a caption from numbers; () when the data say no more than the number itself."""

Pair = tuple[str, Datum]


def whole_of(basis: CaptionFacts) -> str:
    """The whole with what it counts."""
    return f"{basis.data['whole'].text} {basis.whole_label}".strip()


def caption_of_series(basis: CaptionFacts, column: Words, largest: str = "") -> Rich:
    """What a series shows: how it moved, its highest and lowest, or what is between two; () without one.

    `largest` is the wording for the largest of several names, where the lowest is not to be named.
    """
    facts = basis.facts
    if not facts.known or facts.kinds_of_number:
        return ()
    if len(facts.sets) == 1:
        points = facts.sets[0].points
        if facts.over_time:
            return _over_time(basis, points, column)
        return _of_names(basis, with_values(points), column, largest)
    if facts.over_time or facts.two_periods:
        return _of_periods(facts if facts.two_periods else facts.transposed(), column)
    if len(facts.sets) == 2:
        return _of_gaps(facts, column)
    label, most = max(((name, datum) for name, datum in _all(facts)), key=lambda pair: pair[1].value)
    return filled(column["caption_largest"], most_name=label, most=most.text)


def _over_time(basis: CaptionFacts, points: Sequence[Point], column: Words) -> Rich:
    known = with_values(points)
    if len(known) < 2:
        return ()
    (start, first), (_, last) = known[0], known[-1]
    data = summarise(points, basis.facts.language, over_time=True).data
    name = "change_percent" if in_per_cent(first.rule.unit) and "change_percent" in data else "change"
    return moved(basis, column, (caption_time(start, column), first), last, data[name])


def moved(basis: CaptionFacts, column: Words, then: tuple[str, Datum], last: Datum, change: Datum) -> Rich:
    """From what it was at a time to what it is now, and by how much."""
    when, first = then
    if first.value == last.value:
        return filled(column["caption_flat"], label=basis.label, last=last.text, when=when)
    row = "caption_up" if last.value > first.value else "caption_down"
    size = change.size
    return filled(column[row], label=basis.label, first=first.text, when=when, last=last.text, change=size)


def _of_names(basis: CaptionFacts, known: Sequence[Pair], column: Words, largest: str) -> Rich:
    known = [pair for pair in known if pair[0] != basis.rest]
    if len(known) < 2:
        return ()
    most, least = (pick(known, key=lambda pair: pair[1].standing) for pick in (max, min))
    if most[1].value == least[1].value:
        return filled(column["caption_equal"], most=most[1].text)
    if basis.rest or basis.is_cut:
        largest = largest or "caption_largest"
    if largest:
        return filled(column[largest], most_name=most[0], most=most[1].text)
    row = "caption_signed" if least[1].value < 0 < most[1].value else "caption_ranking"
    blanks = {"most": most[1].text, "least": least[1].text, "most_name": most[0], "least_name": least[0]}
    return filled(column[row], **blanks)


def _of_periods(facts: Facts, column: Words) -> Rich:
    """First and last period of several names. Each set is a period."""
    pairs = _pairs(facts.sets[0], facts.sets[-1])
    if not pairs:
        return ()
    changes = [last.value - first.value for _, first, last in pairs]
    at = max(range(len(pairs)), key=lambda index: abs(changes[index]))
    name, first, last = pairs[at]
    up, down = (_count(sum(test), facts) for test in ([each > 0 for each in changes], [each < 0 for each in changes]))
    ends = {"start": facts.names[0], "end": facts.names[-1], "first": first.text, "last": last.text, "name": name}
    return filled(column["caption_periods"], up=up, down=down, count=_count(len(pairs), facts), **ends)


def _of_gaps(facts: Facts, column: Words) -> Rich:
    pairs = _pairs(facts.sets[0], facts.sets[1])
    if not pairs:
        return ()
    name, first, last = max(pairs, key=lambda pair: abs(pair[2].value - pair[1].value))
    ends = {"start": facts.names[0], "end": facts.names[1], "first": first.text, "last": last.text}
    return filled(column["caption_gap"], name=name, **ends)


def _count(number: int, facts: Facts) -> str:
    return format_number(Decimal(number), NumberRule(), facts.language)


def _pairs(first: Series, last: Series) -> list[tuple[str, Datum, Datum]]:
    both = zip(first.points, last.points, strict=True)
    return [(one.label, one.datum, other.datum) for one, other in both if one.datum and other.datum]


def with_values(points: Sequence[Point]) -> list[Pair]:
    """The labels of the points that have a value, each with it."""
    return [(point.label, point.datum) for point in points if point.datum]


def _all(facts: Facts) -> list[Pair]:
    return [(f"{point.label}, {each.name}", point.datum) for each in facts.sets for point in each.points if point.datum]


def filled(template: str, **values: str) -> Rich:
    """The wording with its blanks filled, each number in a span that is kept as it is."""
    spans = []
    for at, part in enumerate(_BLANK.split(template)):
        text = values[part] if at % 2 else part
        if text:
            spans.append(Span(text, keep=at % 2 == 1 and part not in _WORDS))
    return tuple(spans)
