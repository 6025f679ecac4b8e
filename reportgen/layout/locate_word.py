"""Pointing: a path of the report and a word in it in; the word's own place in the file out, and what to do about it."""

from __future__ import annotations

import re

from reportgen.content.report import Report
from reportgen.problems import Place

_ADDRESS = re.compile(r"https?://|mailto:|www\.|@|\w\.\w+/", re.IGNORECASE)


def pointed(report: Report, source: str, word: str) -> Place:
    """Where `word` stands in the file: at the first place from the block's key on that holds it; else the key's."""
    place = report.place_of(source)
    lines = report.text.splitlines() or [place.excerpt]
    first = place.line - 1 if report.text else 0
    for tried in (word, _longest_part(word)):
        for number, line in enumerate(lines[max(first, 0) :]):
            column = line.find(tried, max(place.column - 1, 0) if number == 0 else 0) if tried else -1
            if column >= 0:
                return Place(place.file, place.line + number, column + 1, len(tried), line)
    return place


def _longest_part(word: str) -> str:
    """The longest stretch of letters and figures in a word: marks such as asterisks may stand between."""
    return max(re.findall(r"\w+", word), key=len, default="")


def too_wide_hint(word: str, place: Place) -> str:
    """What to do about a word that is wider than its column; an address may have been broken, and be found in part."""
    around = (match[0] for match in re.finditer(r"\S+", place.excerpt) if match.start() < place.column <= match.end())
    if _ADDRESS.search(word) or _ADDRESS.search(next(around, "")):
        return "give a shorter address that leads to the same page"
    return "use a shorter word, or divide it with a hyphen"
