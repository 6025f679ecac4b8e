"""Looks in a written alternative text for numbers that its figure does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.content.report import Datum
from reportgen.text.number_reading import NumberError, parse_number

_NUMBER = re.compile(
    r"(?<![\w.,])(?P<sign>[-+−])?(?P<currency>[£€$¥]\s?)?(?P<digits>\d(?:[\d.,'’\u00a0\u202f]*\d)?)"
    r"(?P<tail>\s?%|[ \u00a0]?(?:k|m|bn|tn|thousand|million|billion|trillion|Tsd\.|Mio\.|Mrd\.|Bio\.)(?!\w))?"
    r"(?P<word>[A-Za-z]*)"
)


@dataclass(frozen=True, slots=True)
class Stray:
    """A number of a text, at `offset` of it, that is none of those known; `nearest` is the most like it."""

    offset: int
    text: str
    nearest: str


def stray_numbers(
    text: str, data: Sequence[Datum], texts: Iterable[str], counts: Iterable[int], language: str
) -> tuple[Stray, ...]:
    """The numbers in a text that are neither among `data`, nor in `texts` about them, nor how many there are."""
    said = {value for known in (*texts, *(datum.text for datum in data)) for _, _, value in _numbers(known, language)}
    known = said | {abs(datum.value) for datum in data} | {Decimal(count) for count in counts}
    return tuple(
        Stray(offset, written, _nearest(value, data))
        for offset, written, value in _numbers(text, language)
        if value not in known
    )


def repeats(alternative: str, said: Iterable[str]) -> bool:
    """Whether a text is the same, word for word, as one of those that stand beside the figure."""
    return any(_bare(alternative) == _bare(each) for each in said if _bare(each))


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _numbers(text: str, language: str) -> Iterable[tuple[int, str, Decimal]]:
    """Where numbers stand in a text, as they are written, with their sizes; ordinals and names (`4G`) are none."""
    for match in _NUMBER.finditer(text):
        if match["word"]:
            continue
        written = match.group().strip()
        value = _value(written.lstrip("+-−"), match["digits"], language)
        if value is not None:
            yield match.start(), written, value


def _value(written: str, digits: str, language: str) -> Decimal | None:
    for attempt in (written, digits, re.sub(r"\D", "", digits)):
        try:
            return abs(parse_number(attempt, language)[0])
        except NumberError:
            continue
    return None


def _nearest(value: Decimal, data: Sequence[Datum]) -> str:
    found = min(data, key=lambda datum: abs(abs(datum.value) - value), default=None)
    return found.text if found else ""
