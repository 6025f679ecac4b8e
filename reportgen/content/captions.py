"""Captions made from numbers: a figure's data in; one sentence on what they show out, never its alternative text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.content.data_facts import Facts
from reportgen.content.report import Datum, Point, Series
from reportgen.content.summaries import summarise
from reportgen.text.locale import NumberRule, format_number
from reportgen.text.spans import Rich, Span
from reportgen.text.words import Words, words

_BLANK = re.compile(r"\{(\w+)\}")
_WORDS = frozenset(("label", "name", "most_name", "least_name", "whole"))
"""Blanks that hold words, within which a line may end."""


@dataclass(frozen=True, slots=True)
class CaptionFacts:
    """What a caption is made from. `label` is what the numbers count, as the beginning of a sentence."""

    label: str
    figure: str
    facts: Facts
    data: Mapping[str, Datum]
    since: str = ""
    whole_label: str = ""
    rest: str = ""
    """The label of the sum of what `top` has left out, which is neither highest nor lowest."""
    is_cut: bool = False
    """Whether the figure does not show all of the facts, so that what is lowest is not seen."""


Pair = tuple[str, Datum]


def caption_of(told: CaptionFacts) -> Rich:
    """The sentence; () when the data say no more than the number itself. Raises NoWordsError."""
    column = words(told.facts.language)
    if told.facts.known:
        return _of_series(told, column)
    if told.figure == "change":
        return _of_change(told, column)
    if told.figure == "share" and "whole" in told.data:
        return _of_share(told, column)
    if told.figure == "amount" and "whole" in told.data:
        whole = _whole(told, told.data["whole"])
        return _filled(column["caption_amount"], value=told.data["value"].text, whole=whole)
    return ()


def _of_change(told: CaptionFacts, column: Words) -> Rich:
    data = told.data
    when = column.get("caption_when", when=told.since) if told.since else column["earlier"]
    points = data["value"].rule.unit == "%"
    return _moved(told, column, (when, data["before"]), data["value"], data["change" if points else "change_percent"])


def _of_share(told: CaptionFacts, column: Words) -> Rich:
    data = told.data
    whole = _whole(told, data["whole"])
    if "one_in" in data:
        blanks = {"percent": data["share"].text, "whole": whole, "one_in": data["one_in"].text}
        return _filled(column["caption_one_in"], **blanks)
    return _filled(column["caption_share"], percent=data["share"].text, whole=whole)


def _whole(told: CaptionFacts, whole: Datum) -> str:
    return f"{whole.text} {told.whole_label}".strip()


def _of_series(told: CaptionFacts, column: Words) -> Rich:
    facts = told.facts
    if told.figure == "bridge":
        return _of_bridge(facts, column)
    if len(facts.sets) == 1:
        points = facts.sets[0].points
        return _over_time(told, points, column) if facts.over_time else _of_names(told, _known(points), column)
    if facts.over_time or facts.two_moments:
        return _of_moments(facts if facts.two_moments else facts.turned(), column)
    if len(facts.sets) == 2:
        return _of_gaps(facts, column)
    label, most = max(((name, datum) for name, datum in _all(facts)), key=lambda pair: pair[1].value)
    return _filled(column["caption_largest"], most_name=label, most=most.text)


def _over_time(told: CaptionFacts, points: Sequence[Point], column: Words) -> Rich:
    known = _known(points)
    if len(known) < 2:
        return ()
    (start, first), (_, last) = known[0], known[-1]
    data = summarise(points, told.facts.language, over_time=True).data
    name = "change" if first.rule.unit == "%" or "change_percent" not in data else "change_percent"
    return _moved(told, column, (column.get("caption_when", when=start), first), last, data[name])


def _moved(told: CaptionFacts, column: Words, then: tuple[str, Datum], last: Datum, change: Datum) -> Rich:
    when, first = then
    if first.value == last.value:
        return _filled(column["caption_flat"], label=told.label, last=last.text, when=when)
    row = "caption_up" if last.value > first.value else "caption_down"
    size = change.text.lstrip("+-−")
    return _filled(column[row], label=told.label, first=first.text, when=when, last=last.text, change=size)


def _of_names(told: CaptionFacts, known: Sequence[Pair], column: Words) -> Rich:
    known = [pair for pair in known if pair[0] != told.rest]
    if len(known) < 2:
        return ()
    most, least = (pick(known, key=lambda pair: pair[1].value) for pick in (max, min))
    if most[1].value == least[1].value:
        return _filled(column["caption_equal"], most=most[1].text)
    if told.figure == "stacked":
        return _filled(column["caption_part"], most_name=most[0], most=most[1].text)
    if told.rest or told.is_cut:
        return _filled(column["caption_largest"], most_name=most[0], most=most[1].text)
    row = "caption_signed" if least[1].value < 0 < most[1].value else "caption_ranking"
    blanks = {"most": most[1].text, "least": least[1].text, "most_name": most[0], "least_name": least[0]}
    return _filled(column[row], **blanks)


def _of_bridge(facts: Facts, column: Words) -> Rich:
    known = _known(facts.sets[0].points)
    name, change = max(known[1:-1], key=lambda pair: abs(pair[1].value))
    first, last = known[0][1].text, known[-1][1].text
    return _filled(column["caption_bridge"], first=first, last=last, name=name, change=change.text)


def _of_moments(facts: Facts, column: Words) -> Rich:
    """First and last moment of several names. Each set is a moment."""
    pairs = _pairs(facts.sets[0], facts.sets[-1])
    if not pairs:
        return ()
    changes = [last.value - first.value for _, first, last in pairs]
    at = max(range(len(pairs)), key=lambda index: abs(changes[index]))
    name, first, last = pairs[at]
    up, down = (_count(sum(test), facts) for test in ([each > 0 for each in changes], [each < 0 for each in changes]))
    ends = {"start": facts.names[0], "end": facts.names[-1], "first": first.text, "last": last.text, "name": name}
    return _filled(column["caption_moments"], up=up, down=down, count=_count(len(pairs), facts), **ends)


def _of_gaps(facts: Facts, column: Words) -> Rich:
    pairs = _pairs(facts.sets[0], facts.sets[1])
    if not pairs:
        return ()
    name, first, last = max(pairs, key=lambda pair: abs(pair[2].value - pair[1].value))
    ends = {"start": facts.names[0], "end": facts.names[1], "first": first.text, "last": last.text}
    return _filled(column["caption_gap"], name=name, **ends)


def _count(number: int, facts: Facts) -> str:
    return format_number(Decimal(number), NumberRule(), facts.language)


def _pairs(first: Series, last: Series) -> list[tuple[str, Datum, Datum]]:
    both = zip(first.points, last.points, strict=True)
    return [(one.label, one.datum, other.datum) for one, other in both if one.datum and other.datum]


def _known(points: Sequence[Point]) -> list[Pair]:
    return [(point.label, point.datum) for point in points if point.datum]


def _all(facts: Facts) -> list[Pair]:
    return [(f"{point.label}, {each.name}", point.datum) for each in facts.sets for point in each.points if point.datum]


def _filled(template: str, **values: str) -> Rich:
    """The wording with its blanks filled, each number in a span that is kept as it is."""
    spans = []
    for at, part in enumerate(_BLANK.split(template)):
        text = values[part] if at % 2 else part
        if text:
            spans.append(Span(text, keep=at % 2 == 1 and part not in _WORDS))
    return tuple(spans)
