"""Gaps: the signs and words by which people and statistics offices say that there is no value, and why."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.text.words import has_words, words

NOT_AVAILABLE, SUPPRESSED = "not_available", "suppressed"
"""Why there is no value: rows of the words table."""

# The usual ones of statistics offices: GSS (https://analysisfunction.civilservice.gov.uk, "Symbols in tables"),
# Eurostat, Destatis, and what spreadsheets write.
_NOT_AVAILABLE = ("", "-", "–", "—", ".", "..", "...", "…", ":", "x", "[x]", "z", "[z]", "n/a", "na", "n.a.", "null")
_SUPPRESSED = ("c", "[c]", "*", "confidential")
_WHY = dict.fromkeys((*_NOT_AVAILABLE, "not available"), NOT_AVAILABLE) | dict.fromkeys(
    (*_SUPPRESSED, "suppressed"), SUPPRESSED
)


@dataclass(frozen=True, slots=True)
class Gap:
    """A place without a value: `why` is "not_available" or "suppressed". It is never zero."""

    why: str = NOT_AVAILABLE


def gap_of(text: str, language: str) -> Gap | None:
    """The gap that a text stands for, if it does for one: by a sign, or in the words of English or of the language."""
    bare = " ".join(text.split()).casefold()
    if bare in _WHY:
        return Gap(_WHY[bare])
    if not has_words(language):
        return None
    known = words(language)
    return next((Gap(why) for why in (NOT_AVAILABLE, SUPPRESSED) if bare == known[why].casefold()), None)
