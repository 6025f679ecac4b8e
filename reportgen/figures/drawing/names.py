"""The names of marks, set in the room there is by one rule: on one line, else in several, divided if need be.

No name is cut: one without room is refused, and its author gives it a shorter one by `short:`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reportgen.figures.base import FigureError
from reportgen.text.setting import SetLine, narrowest_measure, natural_width, set_line, set_text
from reportgen.text.spans import Rich, Span
from reportgen.text.type_style import TypeStyle

MOST_LINES = 3
"""A name in more lines than this is no name any more, but a text."""
_WIDER = 1.15


@dataclass(frozen=True, slots=True)
class SetName:
    """A name in lines."""

    lines: tuple[SetLine, ...]

    @property
    def width(self) -> float:
        """The widest line, in pt."""
        return max((line.width for line in self.lines), default=0.0)


@lru_cache(maxsize=4096)
def set_name(
    name: str, style: TypeStyle, measure: float, language: str, bold: bool = False, lines: int = 2, divide: bool = True
) -> SetName:
    """A name within `measure` pt: on one line, else in up to `lines`, whose words may `divide` if need be.

    Raises FigureError where it has no room.
    """
    rich = (Span(name, bold=bold),)
    if natural_width(rich, style, language) <= measure:
        return SetName((set_line(rich, style, language),))
    found = _lines(rich, style, measure, language, lines)
    if not found and divide:
        found = _lines(rich, replace(style, hyphenate=True), measure, language, lines)
    if not found:
        raise FigureError(f"there is no room for the name `{name}`", SHORTER)
    return SetName(found)


SHORTER = "give it a shorter name by `short:`"
"""What an author does about a name without room."""


def set_names(
    names: Sequence[str],
    style: TypeStyle,
    measure: float,
    language: str,
    bold: Sequence[str] = (),
    lines: int = 2,
    divide: bool = True,
) -> tuple[SetName, ...]:
    """Several names, those in `bold` in bold. Raises FigureError where one has no room."""
    return tuple(set_name(name, style, measure, language, name in bold, lines, divide) for name in names)


@lru_cache(maxsize=4096)
def set_wrapped(name: str, style: TypeStyle, measure: float, language: str, bold: bool = False) -> SetName:
    """A name in two lines of `measure` pt, else in as many as a name may have, else in wider ones.

    So a figure learns how wide its longest name is, and refuses the width if that is too much.
    """
    for lines in (2, MOST_LINES):
        try:
            return set_name(name, style, measure, language, bold, lines)
        except FigureError:
            continue
    rich, divided = (Span(name, bold=bold),), replace(style, hyphenate=True)
    wide = max(measure, narrowest_measure(rich, divided, language))
    while not (found := _lines(rich, divided, wide, language, MOST_LINES)):
        wide *= _WIDER
    return SetName(found)


def _lines(rich: Rich, style: TypeStyle, measure: float, language: str, most: int) -> tuple[SetLine, ...]:
    """The lines of a name, or none where they are too many or a word is too wide."""
    if most < 2:
        line = set_line(rich, style, language)
        return (line,) if line.width <= measure else ()
    found = set_text(rich, style, measure, language)
    return () if found.overfull or len(found.lines) > most else found.lines
