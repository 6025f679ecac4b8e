"""The names of marks, set in the room there is by one rule: on one line, else in several, else shortened."""

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
_ELLIPSIS = "…"


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
def set_name(
    name: str,
    style: TypeStyle,
    measure: float,
    language: str,
    bold: bool = False,
    lines: int = 2,
    fewest: int = _FEWEST,
) -> SetName:
    """A name within `measure` pt: on one line, else in up to `lines`, else shortened at its end with an ellipsis.

    Raises FigureError for a measure that does not hold the `fewest` first letters.
    """
    rich = (Span(name, bold=bold),)
    if natural_width(rich, style, language) <= measure:
        return SetName((set_line(rich, style, language),), True)
    whole = _lines(rich, style, measure, language, lines)
    if whole:
        return SetName(whole, True)

    def short(letters: int) -> tuple[SetLine, ...]:
        kept = Span(name[:letters].rstrip(" ,;:.-–/(&") + _ELLIPSIS, bold=bold)
        return _lines((kept,), style, measure, language, lines)

    low, high = fewest - 1, len(name)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if short(middle) else (low, middle)
    found = short(low) if low >= fewest else ()
    if not found:
        raise FigureError(f"there is no room for the name `{name}`", "shorten it")
    return SetName(found, False)


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


def _lines(rich: Rich, style: TypeStyle, measure: float, language: str, most: int) -> tuple[SetLine, ...]:
    """The lines of a name, or none where they are too many or a word is too wide."""
    if most < 2:
        line = set_line(rich, style, language)
        return (line,) if line.width <= measure else ()
    found = set_text(rich, style, measure, language)
    return () if found.overfull or len(found.lines) > most else found.lines
