"""Before and after of several items: their pairs, what these cannot show, and what is said of them in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.content.report import Datum, Point, Statistic
from reportgen.figures.base import FigureError, TextAlternative
from reportgen.figures.lines.line_alternative import gap_word
from reportgen.figures.text_alternatives import subject
from reportgen.text.locale import NumberRule, format_list, format_number
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
    def data(self) -> tuple[Datum, ...]:
        """The values that there are."""
        return tuple(point.datum for point in (self.before, self.after) if point.datum)

    @property
    def change(self) -> Decimal | None:
        """By how much it changed; None when a value is missing."""
        before, after = self.before.datum, self.after.datum
        return after.value - before.value if before and after else None


@dataclass(frozen=True, slots=True)
class Pairs:
    """The two moments and the items."""

    moments: tuple[str, str]
    items: tuple[BeforeAfter, ...]

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Every value that the scale holds."""
        return tuple(datum.value for item in self.items for datum in item.data)


def pairs_of(statistic: Statistic, what: str) -> Pairs:
    """The pairs of a statistic whose two series are the moments; or of one with two points a series, each an item.

    Raises FigureError, in the name of `what` ("a slope"), for data of another form, for guides, breaks and intervals.
    """
    sets = statistic.sets
    if len(sets) == 2:
        moments = sets[0].name, sets[1].name
        both = zip(sets[0].points, sets[1].points, strict=True)
        items = tuple(BeforeAfter(one.label, one, other, row) for row, (one, other) in enumerate(both, 1))
    elif sets and all(len(series.points) == 2 for series in sets):
        first, last = sets[0].points
        moments = first.label, last.label
        items = tuple(BeforeAfter(each.name, each.points[0], each.points[1], row) for row, each in enumerate(sets, 1))
    else:
        hint = "give it two columns of values, such as `y: [2001, 2018]`, or use `figure: line`"
        raise FigureError(f"{what} needs two values of every item, before and after", hint)
    _check(statistic, what, items)
    return Pairs(moments, items)


def pairs_alternative(statistic: Statistic, pairs: Pairs, words: Words) -> TextAlternative:
    """How many rose and fell, and from what to what for those emphasised, or else for those that changed most."""
    counts = _counted(pairs, words, statistic.language)
    named = [item for item in pairs.items if item.name in statistic.emphasised] or _most(pairs.items)
    each = [
        words.get("pairs_alt_each", name=item.name, before=_text(item.before, words), after=_text(item.after, words))
        for item in named
    ]
    before, after = pairs.moments
    sentence = words.get(
        "pairs_alt",
        label=subject(statistic),
        before=before,
        after=after,
        count=words.get("pairs_alt_count", n=_count(len(pairs.items), statistic.language)),
        each="; ".join([*counts, *each]),
    )
    header = (words["table_what"], before, after)
    rows = [(item.name, _value(item.before, words), _value(item.after, words)) for item in pairs.items]
    gaps = [item.name for item in pairs.items if len(item.data) < 2]
    if gaps:
        sentence = f"{sentence}; {words.get('line_alt_gaps', labels=format_list(gaps, statistic.language))}"
    return TextAlternative(statistic.alt or sentence, (header, *rows))


def _check(statistic: Statistic, what: str, items: Sequence[BeforeAfter]) -> None:
    if statistic.guides:
        raise FigureError(f"{what} cannot show a {statistic.guides[0].kind}", "leave it out, or use `figure: bars`")
    if statistic.breaks:
        raise FigureError(f"{what} cannot show a break in a series", "say it in `note`, or use `figure: line`")
    if any(point.low or point.high for item in items for point in (item.before, item.after)):
        raise FigureError(f"{what} cannot show intervals of uncertainty", "leave them out, or use `figure: line`")
    if not any(item.change is not None for item in items):
        raise FigureError(
            f"{what} needs an item with both its values", "give at least one item a value at both moments"
        )


def _counted(pairs: Pairs, words: Words, language: str) -> list[str]:
    """How many rose and how many fell; of one item nothing."""
    changes = [item.change for item in pairs.items if item.change is not None]
    if len(changes) < 2:
        return []
    up, down = sum(change > 0 for change in changes), sum(change < 0 for change in changes)
    if up == len(pairs.items) or down == len(pairs.items):
        return [words["pairs_alt_all_up" if up else "pairs_alt_all_down"]]
    return [words.get("pairs_alt_mixed", up=_count(up, language), down=_count(down, language))]


def _most(items: Sequence[BeforeAfter]) -> list[BeforeAfter]:
    changed = [(abs(item.change), item) for item in items if item.change is not None]
    return [item for _, item in sorted(changed, key=lambda pair: -pair[0])[:_NAMED]]


def _value(point: Point, words: Words) -> str | Datum:
    return point.datum or gap_word(point, words)


def _text(point: Point, words: Words) -> str:
    return point.datum.text if point.datum else gap_word(point, words)


def _count(number: int, language: str) -> str:
    return format_number(Decimal(number), NumberRule(), language)
