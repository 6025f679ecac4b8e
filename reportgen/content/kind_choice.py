"""Chooses the kind of figure that shows the data best, and says why."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.content.counting import are_single, ratio_in
from reportgen.content.data_facts import Facts
from reportgen.content.kinds import KIND_KEYS, KINDS
from reportgen.content.kinds.declaration import Kind, Recommendation
from reportgen.content.kinds.key_groups import SERIES


def choose(facts: Facts) -> tuple[Kind | None, str]:
    """The kind that suits best of those that the data allow, and why; None and a reason for the number alone.

    For a series one that has all the keys that are given goes before one that lacks some, which would be refused.
    Kinds that other packages add are not asked: a page must not change because something was installed.
    """
    found = [(kind, kind.recommend(facts)) for kind in KINDS.values() if kind.recommend]
    recommended = [(kind, reason) for kind, reason in found if reason]
    possible = [pair for pair in sorted(recommended, key=_best_first) if allows(pair[0], facts)]
    asked_for = facts.has & KIND_KEYS if facts.known else frozenset()
    for kind, reason in (*(pair for pair in possible if asked_for <= {*pair[0].all_keys}), *possible):
        return kind, reason.why
    if "change" in facts.has and "since" not in facts.has:
        return None, "it has a `change`, and without `since` nobody knows from when"
    return None, "there is nothing that a figure could show beside the number"


def _best_first(found: tuple[Kind, Recommendation]) -> int:
    return -found[1].fit


def allows(kind: Kind, facts: Facts) -> bool:
    """Whether the data are there that a kind needs, and are such that it can show them."""
    return not missing(kind, facts) and kind.refusal(facts) is None


def missing(kind: Kind, facts: Facts) -> tuple[str, ...]:
    """The keys of which one is needed to make a kind possible; () when nothing is missing."""
    given = {
        "change": "change" in facts.has,
        "each": "each" in facts.has,
        "of": "whole" in facts.has,
        "series": bool(facts.known),
        "boundary": "boundary" in facts.has,
    }
    enough = kind.takes_percentage and not facts.sets and facts.percent
    if kind.takes_few and facts.value:
        ratio = ratio_in(facts.value, facts.language)
        given_few = (facts.value.value, facts.whole.value) if facts.whole else ratio
        enough |= given_few is not None and are_single(*given_few)
    if kind.needs and not enough and not any(given.get(key, key in facts.has) for key in kind.needs):
        return kind.needs
    return SERIES if kind.values_for and not facts.known else ()


def others(facts: Facts, chosen: Kind, kinds: Iterable[Kind]) -> tuple[Kind, ...]:
    """The kinds that the data allow besides the one that was chosen."""
    return tuple(kind for kind in kinds if kind.name != chosen.name and suits(kind, facts) and allows(kind, facts))


def suits(kind: Kind, facts: Facts) -> bool:
    """Whether a kind draws what the data are: a series, or one number."""
    return not facts.known or kind.takes_series
