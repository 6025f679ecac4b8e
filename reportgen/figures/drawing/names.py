"""Names of marks: a name and a measure in; one line, two lines or a shortened line out, by one rule for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportgen.figures.base import FigureError
from reportgen.text.setting import SetLine, natural_width, set_line, set_text
from reportgen.text.spans import Rich, Span
from reportgen.text.type_style import TypeStyle

_FEWEST = 5
"""A name is not shortened to fewer letters than this: what is left has to be recognised."""
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class SetName:
    """A name in lines. One that is not `whole` is shortened, and its labels stand for no cell of the table."""

    lines: tuple[SetLine, ...]
    whole: bool

    @property
    def width(self) -> float:
        """The widest line, in pt."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def shown(self) -> str:
        """What a reader sees of the name."""
        return "".join(line.text for line in self.lines).strip()


@lru_cache(maxsize=4096)
def set_name(name: str, style: TypeStyle, measure: float, language: str, bold: bool = False, lines: int = 2) -> SetName:
    """A name within `measure` pt: on one line, else in up to `lines`, else shortened at its end with an ellipsis.

    Raises FigureError for a measure that does not hold the first five letters.
    """
    if natural_width(_rich(name, bold), style, language) <= measure:
        return SetName((set_line(_rich(name, bold), style, language),), True)
    whole = _lines(name, style, measure, language, bold, lines)
    if whole:
        return SetName(whole, True)
    low, high = _FEWEST - 1, len(name)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _short(name, middle, style, measure, language, bold, lines) else (low, middle)
    short = _short(name, low, style, measure, language, bold, lines) if low >= _FEWEST else ()
    if not short:
        raise FigureError(f"there is no room for the name `{name}`", "shorten it")
    return SetName(short, False)


def set_names(
    names: Sequence[str], style: TypeStyle, measure: float, language: str, bold: Sequence[str] = (), lines: int = 2
) -> tuple[SetName, ...]:
    """Several names, those in `bold` in bold. Raises FigureError also for two that look alike when shortened."""
    found = tuple(set_name(name, style, measure, language, name in bold, lines) for name in names)
    seen: dict[str, str] = {}
    for name, each in zip(names, found, strict=True):
        if not each.whole and each.shown in seen:
            raise FigureError(f"`{name}` and `{seen[each.shown]}` look alike when they are shortened", "shorten them")
        seen[each.shown] = name
    return found


def _rich(name: str, bold: bool) -> Rich:
    return (Span(name, bold=bold),)


def _lines(name: str, style: TypeStyle, measure: float, language: str, bold: bool, most: int) -> tuple[SetLine, ...]:
    """The lines of a name, or none where they are too many or a word is too wide."""
    if most < 2:
        line = set_line(_rich(name, bold), style, language)
        return (line,) if line.width <= measure else ()
    found = set_text(_rich(name, bold), style, measure, language)
    return () if found.overfull or len(found.lines) > most else found.lines


def _short(
    name: str, letters: int, style: TypeStyle, measure: float, language: str, bold: bool, most: int
) -> tuple[SetLine, ...]:
    return _lines(name[:letters].rstrip(" ,;:.-–/(&") + ELLIPSIS, style, measure, language, bold, most)
