"""Finds the numbers in running text and the values that they may stand for, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)
_SPACES = "\u00a0\u2009\u202f "
_NUMBER = re.compile(rf"\d{{1,3}}([,.'’{_SPACES}])\d{{3}}(?:\1\d{{3}})*(?!\d)(?:[.,·]\d+)?|\d+(?:[.,·]\d+)?")
_PLAIN = re.compile(r"\d+(?:[.,·]\d+)?")
_SCALE = re.compile(rf"[{_SPACES}]*(k|m|mn|bn|tn|thousand|million|billion|trillion|Mio|Mrd|Tsd)\b")
_SCALES = {
    "k": 1e3, "thousand": 1e3, "Tsd": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "Mio": 1e6,
    "bn": 1e9, "billion": 1e9, "Mrd": 1e9, "tn": 1e12, "trillion": 1e12,
}  # fmt: skip
_GROUP = re.compile(rf"[,.'’{_SPACES}](?=\d{{3}}(?!\d))")
_SMALL = 12
"""Whole numbers up to this one count things, or are written in words elsewhere; 100 is what others are parts of."""


def _values(written: str) -> set[float]:
    """What the digits may mean: `1,234` is a thousand and more, `1.234` is that or a fraction."""
    found: set[float] = set()
    for plain in (_GROUP.sub("", written), written):
        marks = re.sub(r"\D", ".", plain)
        if marks.count(".") <= 1 and len(marks) < 40:
            found.add(float(marks))
    return found


def _round(value: float) -> float:
    return float(f"{value:.9g}")


def _read(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, frozenset[float]]]:
    clean = _ADDRESS.sub(" ", text)
    for match in pattern.finditer(clean):
        values = _values(match[0])
        scale = _SCALE.match(clean, match.end())
        if scale:
            values |= {value * _SCALES[scale[1]] for value in values}
        yield match[0] + (scale[0] if scale else ""), frozenset(_round(value) for value in values)


def numbers_in(text: str) -> set[float]:
    """Every value that a text gives, in all its readings."""
    return {value for pattern in (_NUMBER, _PLAIN) for _, values in _read(text, pattern) for value in values}


def numbers_of(text: str) -> Iterator[tuple[str, frozenset[float]]]:
    """The numbers of a text that say how much, each as written and with its readings; small counts are left out."""
    for written, values in _read(text, _NUMBER):
        if values and not any(value == int(value) and (value <= _SMALL or value == 100) for value in values):
            yield written, values
