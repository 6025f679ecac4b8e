"""Language tags (BCP 47): which of them CLDR knows, and what is wrong with a text that is none."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.problems import HintedError

if TYPE_CHECKING:
    from babel import Locale

# BCP 47 (RFC 5646, 2.1) as far as a report needs it: language, script, region.
_TAG = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}|[0-9]{3}))?\Z")


class LanguageError(HintedError):
    """A text that is no language tag."""


@lru_cache(maxsize=64)
def check_language(tag: str) -> str:
    """The tag in its usual spelling (`EN-gb` gives `en-GB`). Raises `LanguageError`."""
    match = _TAG.match(tag)
    if match is None:
        raise LanguageError(f"`{tag}` is not a language tag", _suggest(tag))
    language, script, region = match.groups()
    parts = [language.lower(), (script or "").title(), (region or "").upper()]
    usual = "-".join(part for part in parts if part)
    if not _known(language.lower(), (region or "").upper()):
        raise LanguageError(f"`{tag}` is not a language tag that is known", _suggest(tag))
    if locale_of(usual).text_direction == "rtl":
        raise LanguageError(f"`{tag}` is written from right to left", "the page cannot set that yet")
    return usual


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """Babel's data for a tag that `check_language` has passed; a region without data of its own has its language's."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except UnknownLocaleError:
        return Locale.parse(language.split("-", maxsplit=1)[0])


def _known(language: str, region: str) -> bool:
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return False
    return not region or region in locale_of("en").territories


def _suggest(tag: str) -> str:
    dashed = tag.strip().replace("_", "-")
    match = _TAG.match(dashed)
    if dashed != tag and match and _known(match[1].lower(), (match[3] or "").upper()):
        return f"did you mean `{check_language(dashed)}`?"
    for names in (locale_of("en").languages, locale_of("de").languages):
        for code, name in names.items():
            if name.lower() == dashed.lower() and _known(code, ""):
                return f"did you mean `{code}`?"
    if match and _known(match[1].lower(), ""):
        return f"did you mean `{match[1].lower()}`?"
    return "write a tag like `en-GB`, `en` or `de`"
