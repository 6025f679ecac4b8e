"""Before and after of several items: their pairs, what these cannot show, and what is said of them in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.content.report import Datum, Point, Statistic
from reportgen.figures.base import FigureError, TextAlternative
from reportgen.figures.sentences import counted, emphasised, gap_word, gaps_of, named, told
from reportgen.text.locale import format_list
from reportgen.text.words import Words


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
    """Of two periods how many values rose and fell, and which changed most; of two names, what lies between them.

    Only what is of two periods is a change: two places, or two groups, have a difference.
    """
    header = (statistic.rows or words["table_name"], *pairs.periods)
    rows = [(item.name, _value(item.before, words), _value(item.after, words)) for item in pairs.items]
    moved = all(series.period for series in statistic.sets)
    sentences = _changes(statistic, pairs, words) if moved else _differences(statistic, pairs, words)
    missing = [(item.name, point.gap) for item in pairs.items for point in (item.before, item.after) if not point.datum]
    gaps = gaps_of([*dict.fromkeys(missing)], words, statistic.language)
    return TextAlternative(statistic.alt or told([*sentences, *gaps]), (header, *rows))


def _changes(statistic: Statistic, pairs: Pairs, words: Words) -> Iterator[str]:
    language, (start, end) = statistic.language, pairs.periods
    known = _known(pairs)
    if len(known) == 1:
        item, before, after = known[0]
        yield words.get("pairs_alt_one", start=start, end=end, name=item.name, before=before.text, after=after.text)
        return
    up, down = (sum(sign * (after.value - before.value) > 0 for _, before, after in known) for sign in (1, -1))
    whole = len(known) == len(pairs.items)
    if whole and len(known) in (up, down):
        yield words.get("pairs_alt_all_up" if up else "pairs_alt_all_down", start=start, end=end)
    elif not up and not down:
        yield words.get("pairs_alt_none", start=start, end=end)
    else:
        counts = {"up": counted(up, language), "down": counted(down, language), "count": counted(len(known), language)}
        yield words.get("pairs_alt_mixed", start=start, end=end, **counts)
    item, before, after = _widest(known)
    if up or down:
        yield words.get("pairs_alt_most", name=item.name, before=before.text, after=after.text)
    entries = (
        (each.name, words.get("pairs_alt_moved", name=each.name, before=one.text, after=other.text))
        for each, one, other in known
        if each is not item
    )
    yield from emphasised(statistic, entries, words)


def _differences(statistic: Statistic, pairs: Pairs, words: Words) -> Iterator[str]:
    language, (one, other) = statistic.language, pairs.periods
    known = _known(pairs)
    item, first, last = _widest(known)
    if len(known) == 1:
        each = [named(first.text, one), named(last.text, other)]
        yield words.get("values_alt_two", values=format_list(each, language))
        return
    up = sum(after.value > before.value for _, before, after in known)
    counts = {"up": counted(up, language), "count": counted(len(known), language)}
    yield words.get("pairs_alt_higher", other=other, **counts)
    yield words.get("caption_gap", name=item.name, first=first.text, start=one, last=last.text, end=other)
    entries = (
        (
            each.name,
            words.get("pairs_alt_beside", name=each.name, one=one, before=low.text, other=other, after=high.text),
        )
        for each, low, high in known
        if each is not item
    )
    yield from emphasised(statistic, entries, words)


def _known(pairs: Pairs) -> list[tuple[BeforeAfter, Datum, Datum]]:
    """The items with both values."""
    both = ((item, item.before.datum, item.after.datum) for item in pairs.items)
    return [(item, before, after) for item, before, after in both if before and after]


def _widest(known: Sequence[tuple[BeforeAfter, Datum, Datum]]) -> tuple[BeforeAfter, Datum, Datum]:
    """The item whose values are farthest apart."""
    return max(known, key=lambda each: abs(each[2].value - each[1].value))


def _value(point: Point, words: Words) -> str | Datum:
    return point.datum or gap_word(point.gap, words)
