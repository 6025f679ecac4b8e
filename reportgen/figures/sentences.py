"""The sentences of an alternative text: what all kinds say of extremes, gaps, guides and what is emphasised.

An alternative text says what a figure shows, and not what its title has said. Names stand in brackets behind their
values, so that no language has to inflect them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen.content.report import Datum, Guide, Point, Statistic
from reportgen.text.locale import NumberRule, format_list, format_number
from reportgen.text.words import Words

MOST_NAMED = 3
"""So many names are listed in a sentence; of more it says how many there are."""

_RESIDUE = re.compile(
    r"(?:(?:all|the|alle|tous les|y) )?(?:others?|rest|remainder|übrige[nrs]?|sonstige[nrs]?|andere[nrs]?|rest|autres?"
    r"|arall|eraill|gweddill|pozostał\w+|inn[ey])(?: .*)?|\w+ (?:others?|weitere|andere|autres|eraill|innych)",
    re.IGNORECASE,
)
"""What an entry is called that sums up others: it is no thing of its own, and so neither the highest nor the lowest."""


def told(sentences: Iterable[str]) -> str:
    """Sentences in one text, each with its capital and its full stop."""
    return " ".join(map(as_sentence, filter(None, sentences)))


def as_sentence(text: str) -> str:
    """A text with a capital at its beginning and a full stop at its end."""
    bare = text.strip()
    return sentence_case(bare if bare.endswith((".", "!", "?", "…")) else f"{bare}.")


def sentence_case(text: str) -> str:
    """A text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def counted(count: int, language: str) -> str:
    """How many there are of something."""
    return format_number(Decimal(count), NumberRule(), language)


def named(value: str, *names: str) -> str:
    """A value and what it is of: "33% (Corby)"."""
    return f"{value} ({', '.join(names)})" if any(names) else value


def over_time(points: Sequence[Point]) -> bool:
    """Whether points stand one after the other in time."""
    times = [point.at for point in points]
    return len(times) > 1 and None not in times and all(one < other for one, other in pairwise(filter(None, times)))


def is_residue(label: str, statistic: Statistic) -> bool:
    """Whether an entry is the rest of many others, or a total, as the program or its author has summed it up."""
    return label in (statistic.rest, *statistic.totals) or _RESIDUE.fullmatch(label.strip()) is not None


def compared(statistic: Statistic, points: Sequence[Point]) -> list[tuple[Point, Datum]]:
    """The points with a value among which there may be a highest and a lowest."""
    known = [(point, point.datum) for point in points if point.datum]
    return [(point, datum) for point, datum in known if not is_residue(point.label, statistic)] or known


def extreme(known: Sequence[tuple[Point, Datum]], wanted: Datum, language: str, many: str) -> str:
    """A value with the names of all that have it, as it is printed; of too many the wording `many` says how many."""
    names = [point.label for point, datum in known if datum.text == wanted.text]
    if len(names) > MOST_NAMED:
        return named(wanted.text, many.format(count=counted(len(names), language)))
    return named(wanted.text, format_list(names, language))


def emphasised(statistic: Statistic, entries: Iterable[tuple[str, str]], words: Words) -> Iterator[str]:
    """What the figure emphasises, of `entries` with their names and what is said of them, and no other sentence has."""
    found = [text for name, text in entries if name in statistic.emphasised][:MOST_NAMED]
    if found:
        yield words.get("alt_emphasised", names=format_list(found, statistic.language))


def gaps(points: Iterable[Point], words: Words, language: str) -> Iterator[str]:
    """What has no value, each reason by itself."""
    missing = [(point.label, point.gap) for point in points if not point.datum]
    yield from gaps_of(missing, words, language)


def gaps_of(missing: Sequence[tuple[str, str]], words: Words, language: str) -> Iterator[str]:
    """The same of names with the reason of each, a row of the words table."""
    for gap in dict.fromkeys(gap for _, gap in missing):
        names, why = [name for name, its in missing if its == gap], gap_word(gap, words)
        if len(names) <= MOST_NAMED:
            yield words.get("alt_gaps", labels=format_list(names, language), gap=why)
        else:
            yield words.get("alt_gaps_many", count=counted(len(names), language), gap=why)


def gap_word(gap: str, words: Words) -> str:
    """Why there is no value."""
    return words[gap] if gap in words.column else words["not_available"]


def guides(statistic: Statistic, words: Words, last: Datum | None = None) -> Iterator[str]:
    """What the values are held against: how many are above it, or where it lies from the `last` value of a line."""
    known = [datum for point, datum in compared(statistic, statistic.series)]
    for guide in statistic.guides:
        if guide.until:
            yield words.get("alt_band", label=guide.label, low=guide.datum.text, high=guide.until.text)
        elif len(statistic.sets) > 1 or not known or not _alike(guide, known[0]):
            yield words.get("alt_guide", label=guide.label, value=guide.datum.text)
        elif last:
            side = "over" if guide.datum.value > last.value else "under" if guide.datum.value < last.value else "level"
            yield words.get(f"alt_guide_{side}", label=guide.label, value=guide.datum.text)
        else:
            over = sum(datum.value > guide.datum.value for datum in known)
            counts = {"over": counted(over, statistic.language), "count": counted(len(known), statistic.language)}
            yield words.get("alt_guide_count", label=guide.label, value=guide.datum.text, **counts)


def _alike(guide: Guide, datum: Datum) -> bool:
    rules = guide.datum.rule, datum.rule
    return len({(rule.prefix, rule.unit) for rule in rules}) == 1
