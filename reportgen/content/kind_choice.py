"""The choice of a figure: facts in; the kind that shows them best, and the sentence that says why, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.content.data_facts import Facts
from reportgen.content.kinds import KINDS, NUMBER, KindShape
from reportgen.content.periods import uneven
from reportgen.content.refusals import FEWEST_POINTS, MOST_CATEGORIES, MOST_SLOPES, make_a_whole

LINE_FROM = 5
"""From so many moments on a line is drawn; fewer are columns."""
MOST_STEPS = 12

Choice = tuple[str, str]
"""A kind of figure and why."""


def choose(facts: Facts) -> Choice:
    """The first choice that the data allow; ("", reason) when the number alone says all."""
    for kind, reason in _choices(facts):
        if allows(KINDS[kind], facts):
            return kind, reason
    if "change" in facts.has and "since" not in facts.has:
        return "", "it has a `change`, and without `since` nobody knows from when"
    return "", "there is nothing that a figure could show beside the number"


def allows(kind: KindShape, facts: Facts) -> bool:
    """Whether the data are there that a kind needs, and are such that it can show them."""
    return not missing(kind, facts) and kind.refusal(kind.transform(facts)) is None


def missing(kind: KindShape, facts: Facts) -> tuple[str, ...]:
    """The keys of which one is needed to make a kind possible; () when nothing is missing."""
    given = {
        "change": "change" in facts.has,
        "each": "each" in facts.has,
        "of": "whole" in facts.has or (not facts.sets and facts.percent),
        "series": bool(facts.known),
        "boundary": "boundary" in facts.has,
    }
    if kind.name == "map" and "boundary" in facts.has and not facts.known:
        return ("series", "data")
    if not kind.needs or any(given.get(key, key in facts.has) for key in kind.needs):
        return ()
    return kind.needs


def others(facts: Facts, chosen: str, kinds: Mapping[str, KindShape] = KINDS) -> tuple[str, ...]:
    """The kinds that the data allow besides the one that was chosen."""
    return tuple(
        name
        for name, kind in kinds.items()
        if name != (chosen or NUMBER) and suits(kind, facts) and allows(kind, facts)
    )


def suits(kind: KindShape, facts: Facts) -> bool:
    """Whether a kind draws what the data are: a series, or one number."""
    return not facts.known or kind.draws_series or kind.name in ("map", NUMBER)


def _choices(facts: Facts) -> Iterator[Choice]:
    """What might be chosen, the best first; what the data do not allow is passed over."""
    if "boundary" in facts.has:
        yield "map", "it has a `boundary`, so that its values belong to areas of a map"
    if facts.known:
        yield from _of_series(facts) if len(facts.sets) == 1 else _of_several(facts)
        return
    if {"change", "since"} <= facts.has:
        yield "change", "it is a value with its change since an earlier time"
    if "whole" in facts.has:
        yield "share", "it is a part of a whole"
    if "each" in facts.has:
        yield "count", "`each` says what one mark stands for"


def _of_series(facts: Facts) -> Iterator[Choice]:
    count = len(facts.known)
    if count < FEWEST_POINTS:
        return
    if facts.over_time:
        if count >= LINE_FROM:
            yield "line", f"it is a series of {count} moments in time"
        if uneven(facts.labels, facts.language):
            yield "line", f"it is a series of {count} moments that are not equally far apart in time"
        yield "columns", f"it is a series of only {count} moments in time"
        return
    if facts.least.value < 0:
        yield "diverging", "some of its values are below zero"
        yield "columns", "its values are below zero"
    if make_a_whole(facts):
        yield "stacked", f"its {len(facts.labels)} parts add to a whole"
    if facts.in_steps and len(facts.labels) <= MOST_STEPS:
        yield "columns", "its labels are numbers that have an order of their own"
    if facts.in_steps:
        yield "line", "its labels are numbers that have an order of their own"
    yield "bars", f"it compares {len(facts.labels)} names by their values"


def _of_several(facts: Facts) -> Iterator[Choice]:
    pairs = KINDS["slope"].transform(facts)
    along = KINDS["line"].transform(facts)
    if pairs.two_moments:
        if len(pairs.labels) <= MOST_SLOPES:
            yield "slope", f"it has two moments for each of {len(pairs.labels)} names"
        yield "dumbbell", f"it has two moments for each of {len(pairs.labels)} names, too many for slopes"
    if along.over_time and len(along.sets) <= MOST_CATEGORIES:
        yield "line", f"it has {len(along.sets)} series over time"
    if make_a_whole(facts):
        yield "stacked", f"the {len(facts.sets)} parts of each name add to a whole"
    if len(facts.sets) == 2 and not along.over_time:
        yield "dumbbell", f"it has two values for each of {len(facts.labels)} names"
    yield "table", f"it has {len(facts.sets)} values for each name"
