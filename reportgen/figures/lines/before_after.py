"""Before and after of several items: their pairs, what these cannot show, and what is said of them in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.content.report import Datum, Point, Statistic
from reportgen.figures.base import FigureError, TextAlternative
from reportgen.figures.lines.line_alternative import gap_word
from reportgen.figures.text_alternatives import counted, subject
from reportgen.text.locale import format_list
from reportgen.text.words import Words

_NAMED = 2
"""How many items the sentence names where none is emphasised: those that changed most."""


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """An item with its two values; `row` is its row in the table, whose columns 1 and 2 have the values."""

    name: str
    before: Point
    after: Point
    row: int

    @property
    def known(self) -> dict[int, Datum]:
        """The values that there are, by their columns."""
        both = ((1, self.before), (2, self.after))
        return {column: point.datum for column, point in both if point.datum}

    @property
    def change(self) -> Decimal | None:
        """By how much it changed; None when a value is missing."""
        before, after = self.before.datum, self.after.datum
        return after.value - before.value if before and after else None


@dataclass(frozen=True, slots=True)
class Pairs:
    """The two periods and the items."""

    periods: tuple[str, str]
    items: tuple[BeforeAfter, ...]

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Every value that the scale holds."""
        return tuple(datum.value for item in self.items for datum in item.known.values())


def pairs_of(statistic: Statistic, what: str) -> Pairs:
    """The pairs of a statistic whose two series are the periods.

    Raises FigureError, in the name of `what` ("a slope"), where no item has both its values.
    """
    before, after = statistic.sets
    both = zip(before.points, after.points, strict=True)
    items = tuple(BeforeAfter(one.label, one, other, row) for row, (one, other) in enumerate(both, 1))
    if not any(item.change is not None for item in items):
        hint = "give at least one item a value at both periods"
        raise FigureError(f"{what} needs an item with both its values", hint)
    return Pairs((before.name, after.name), items)


def pairs_alternative(statistic: Statistic, pairs: Pairs, words: Words) -> TextAlternative:
    """How many rose and fell, and from what to what for those emphasised, or else for those that changed most."""
    named = [item for item in pairs.items if item.name in statistic.emphasised] or _most(pairs.items)
    header = (statistic.rows or words["table_name"], *pairs.periods)
    rows = [(item.name, _value(item.before, words), _value(item.after, words)) for item in pairs.items]
    told = TextAlternative(statistic.alt, (header, *rows))
    texts = [told.table[item.row] for item in named]
    each = [words.get("pairs_alt_each", name=name, before=before, after=after) for name, before, after in texts]
    sentence = words.get(
        "pairs_alt",
        label=subject(statistic),
        before=pairs.periods[0],
        after=pairs.periods[1],
        count=words.get("pairs_alt_count", n=counted(len(pairs.items), statistic.language)),
        each="; ".join([*_directions(pairs, words, statistic.language), *each]),
    )
    gaps = [item.name for item in pairs.items if len(item.known) < 2]
    if gaps:
        sentence = f"{sentence}; {words.get('line_alt_gaps', labels=format_list(gaps, statistic.language))}"
    return told if statistic.alt else replace(told, sentence=sentence)


def _directions(pairs: Pairs, words: Words, language: str) -> list[str]:
    """How many rose and how many fell; of one item nothing."""
    changes = [item.change for item in pairs.items if item.change is not None]
    if len(changes) < 2:
        return []
    up, down = sum(change > 0 for change in changes), sum(change < 0 for change in changes)
    if up == len(pairs.items) or down == len(pairs.items):
        return [words["pairs_alt_all_up" if up else "pairs_alt_all_down"]]
    return [words.get("pairs_alt_mixed", up=counted(up, language), down=counted(down, language))]


def _most(items: Sequence[BeforeAfter]) -> list[BeforeAfter]:
    changed = [(abs(item.change), item) for item in items if item.change is not None]
    return [item for _, item in sorted(changed, key=lambda pair: -pair[0])[:_NAMED]]


def _value(point: Point, words: Words) -> str | Datum:
    return point.datum or gap_word(point, words)
