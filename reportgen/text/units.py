"""The units of numbers: which texts can be one, how one is set behind its number, and what may be worked out in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from reportgen.text.languages import locale_of
from reportgen.text.words import one_and_many

POINTS = "pp"
"""The unit of percentage points, in which two percentages differ; also what is written where no word is known."""
ORDINAL = "th"
"""The unit of places in an order, as `8th`, whose suffix is the language's."""

LONGEST_UNIT = 40
_KEPT_WHOLE = 16
"""A unit of so many characters is not broken between lines."""
_NO_BREAK = "\N{NO-BREAK SPACE}"
_CLOSE_UP = re.compile(r"[°′″/]|°(?![^\W\d]).*|/.*|p")
"""What stands at its number without a space: degrees and minutes of angle, `/kg`, and pence."""

_LETTER = r"[^\W\d_]"
_DIGIT = r"(?<=[^\W_])[0-9]|(?<=/)[0-9]|(?<=[^\W\d_][-−])[1-4]"
"""Digits of a unit: behind a letter (m2), a stroke (l/100 km) or the sign of an exponent (m-2)."""
_WORD = rf"(?:[°µ‰‱′″(]|{_LETTER})(?:{_LETTER}|[°²³⁰¹⁴-⁹⁺⁻₀-₉·.,'’()&×/+−–-]|{_DIGIT})*"
_BASE = "".join(f"(?<={word} )|" for word in ("per", "pro", "par", "fesul", "na")).rstrip("|")
"""Words behind which a unit has a number: `per 100,000`."""
_SHAPE = re.compile(rf"/?{_WORD}(?: (?:/ ?)?{_WORD}| (?:{_BASE})[0-9](?:[0-9,.'’ ]*[0-9])?)*")
_CLOSE = re.compile(
    r"(?:[kMGTPcmµnhd](?:m|g|l|L|s|W|Wh|J|Hz|Pa|V|A|N|B|bar|bit|bps|cal)|g|W|Wh|Hz|Pa|m(?=[²³23/])|mi|yd|ft|lbs?|oz|min|hrs?|ha"
    r"|mph|kph|rpm|pp[mbt]|[kMGT]?t(?:oe|CO[2₂]e?)|[kMG]t|p)[²³23]?(?:/.+)?"
)
"""Units that are known where they are written at their number; others want a space there, lest a slip be one."""
_SYMBOLS = frozenset(("g", "l", "L", "s", "h", "t", "W", "V", "A", "J", "N", "C", "F", "Ω", "p", "m"))
"""Units of one letter; another letter alone is a footnote's mark or a slip."""

_INTERVAL = re.compile(r"°(?:[CF](?![^\W\d_]))?.*|(?:degrees?|Grad|degrés?)\b.*|pH|stars?|Sterne?|points? out of .*")
_RATE = re.compile(
    r".*(?:/|\b(?:per|pro|par|fesul|na)\b).*|a(?:n)? \w+|mph|km/h|kmh|kph|rpm|pp[mbt]|[‰‱]|m/s|Mbps|Gbps"
)


def tidy(unit: str) -> str:
    """A unit with one blank wherever it has any."""
    return " ".join(unit.split())


def as_many(unit: str, language: str) -> str:
    """The unit of `1 week` as that of several, so that both are one unit."""
    first, space, rest = unit.partition(" ")
    return one_and_many(language).get(first, first) + space + rest


def as_one(unit: str, language: str) -> str:
    """The unit of several weeks as that of one."""
    first, space, rest = unit.partition(" ")
    return next((one for one, many in one_and_many(language).items() if many == first), first) + space + rest


def is_unit(unit: str) -> bool:
    """Whether a text can stand behind a number as its unit: a few words or signs, no sentence and no second number."""
    if len(unit) > LONGEST_UNIT or not _SHAPE.fullmatch(unit) or unit.endswith((",", "-", "–")):
        return False
    return len(unit) > 1 or unit in _SYMBOLS or not unit.isalpha()


def is_set_close(unit: str) -> bool:
    """Whether a unit that is written at its number without a space is known to be one."""
    first = unit.split(maxsplit=1)[0]
    return bool(_CLOSE.fullmatch(first)) or first[0] in "°′″/‰"


def is_date_or_time(unit: str, language: str) -> str:
    """ "day" or "time of day" where a number with this behind it is one; else ""."""
    first = unit.split(maxsplit=1)[0].rstrip(".,")
    if first.casefold() in ("am", "pm", "a.m", "p.m", "o’clock", "o'clock", "uhr"):
        return "time of day"
    return "day" if first[:1].isupper() and first in _months(language) else ""


@lru_cache(maxsize=32)
def _months(language: str) -> frozenset[str]:
    """The names of months in the language, long and short, and the short ones of English."""
    months: Mapping[str, Mapping[int, str]] = locale_of(language).months["format"]
    english = (name[:3] for name in locale_of("en").months["format"]["wide"].values())
    own = (name.rstrip(".") for width in ("wide", "abbreviated") for name in months[width].values())
    return frozenset((*own, *english))


def with_unit(number: str, unit: str) -> str:
    """A number with its unit behind it, as the style of numbers sets it: a no-break space, and short units whole."""
    set_whole = unit.replace(" ", _NO_BREAK) if len(unit) <= _KEPT_WHOLE else unit
    close = _CLOSE_UP.fullmatch(unit) and (unit.startswith("/") or not number[-1:].isalpha())
    return number + set_whole if close else f"{number}{_NO_BREAK}{set_whole}"


def has_ratios(unit: str) -> bool:
    """Whether twice the number is twice as much: not so of degrees of temperature, of pH and of places in an order."""
    return unit != ORDINAL and not _INTERVAL.fullmatch(unit)


def in_per_cent(unit: str) -> bool:
    """Whether its changes are told in per cent: those of percentages are told in points, of degrees in degrees."""
    return unit not in ("%", POINTS) and has_ratios(unit)


def adds_up(unit: str) -> bool:
    """Whether a sum of such numbers means something: not of percentages, rates, temperatures and places in an order."""
    return in_per_cent(unit) and not _RATE.fullmatch(unit)
