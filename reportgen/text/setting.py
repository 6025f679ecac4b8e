"""Sets rich text in a style and a measure, as shaped lines with their sizes; layout and figures call it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from reportgen.glyphs import GlyphRun
from reportgen.text.break_opportunities import BreakOpportunity
from reportgen.text.breaking import TOLERANCE, break_lines
from reportgen.text.paragraph import Paragraph, paragraph_of
from reportgen.text.shaper import Shaper, shaper
from reportgen.text.spans import Rich, Span
from reportgen.text.type_style import TypeStyle


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """A run of one face within a line: `x` in pt from the line's left; `span` has its text and its marks."""

    x: float
    run: GlyphRun
    span: Span


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line. `width` (pt) leaves out the space at its end; `text` has it, as the last glyph has: readers need it."""

    runs: tuple[PlacedRun, ...]
    width: float
    text: str


@dataclass(frozen=True, slots=True)
class SetText:
    """A paragraph in lines. `overfull` is the first word that is wider than the measure, or ""."""

    lines: tuple[SetLine, ...]
    style: TypeStyle
    measure: float
    overfull: str

    @property
    def width(self) -> float:
        """The widest line, in pt."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """From the top of the first capital to the last base line, in pt; 0 without lines."""
        return self.baselines[-1] if self.lines else 0.0

    @property
    def baselines(self) -> tuple[float, ...]:
        """The base line of each line, in pt below the top of the first capital."""
        return tuple(self.style.cap_height + index * self.style.leading for index in range(len(self.lines)))

    def __str__(self) -> str:
        return "\n".join(line.text.rstrip(" ") for line in self.lines)


@lru_cache(maxsize=4096)
def set_text(rich: Rich, style: TypeStyle, measure: float, language: str, continues: bool = False) -> SetText:
    """`rich` in lines no wider than `measure` (pt), as the style says. Empty text has no lines.

    White space, line ends included, counts as one space; characters that leave no mark are gone from the lines' text.
    A word that is wider than the measure stands on a line of its own and is named in `overfull`: nothing is cut.
    Text that `continues` elsewhere has a space at its end, so that its last word is kept apart from what follows.
    """
    paragraph = paragraph_of(rich, style, language)
    breaks = break_lines(paragraph.breakpoints, max(measure, TOLERANCE), style.balance, style.size)
    lines = []
    start = 0
    for index in breaks:
        place = paragraph.opportunities[index]
        lines.append(_line(paragraph, start, place, style, continues and index == breaks[-1]))
        start = place.at
    too_wide = (line.text.strip(" ") for line in lines if line.width > measure + 2 * TOLERANCE)
    return SetText(tuple(lines), style, measure, next(too_wide, ""))


@lru_cache(maxsize=1 << 14)
def set_line(text: Rich | str, style: TypeStyle, language: str, continues: bool = False) -> SetLine:
    """`text` on one line that is not broken: a label, a number. What `continues` elsewhere has a space at its end."""
    paragraph = paragraph_of(_rich(text), style, language)
    return _line(paragraph, 0, BreakOpportunity(len(paragraph.text)), style, continues)


def continuing(line: SetLine) -> SetLine:
    """The line with a space at its end, if it has none: what is read after it is another word."""
    if not line.runs or line.text[-1:].isspace():
        return line
    last = line.runs[-1]
    placed = (*line.runs[:-1], _with_space(last, shaper(last.run.font, 0.0, "en")))
    return SetLine(placed, line.width, "".join(part.span.text for part in placed))


def natural_width(text: Rich | str, style: TypeStyle, language: str) -> float:
    """Width of `text` on one line, in pt."""
    return set_line(text, style, language).width


def two_line_width(text: str, style: TypeStyle, language: str) -> float:
    """The least width (pt) in which a text without marks stands on two lines at most, broken at one of its spaces."""
    places = [at for at, char in enumerate(text) if char == " "]
    halves = (
        max(natural_width(text[:at], style, language), natural_width(text[at + 1 :], style, language)) for at in places
    )
    return min(halves, default=natural_width(text, style, language))


def narrowest_measure(text: Rich | str, style: TypeStyle, language: str) -> float:
    """The least measure (pt) in which no word of `text` is too wide."""
    breakpoints = paragraph_of(_rich(text), style, language).breakpoints
    starts = [0.0, *(point.start for point in breakpoints)]
    return style.size * max((point.end - start for point, start in zip(breakpoints, starts, strict=False)), default=0.0)


def _rich(text: Rich | str) -> Rich:
    return (Span(text),) if isinstance(text, str) else text


def _line(
    paragraph: Paragraph, start: int, place: BreakOpportunity, style: TypeStyle, continues: bool = False
) -> SetLine:
    """The line from `start` to `place` of the paragraph's text, its last space included."""
    spaced = paragraph.text.endswith(" ", start, place.at)
    placed: list[PlacedRun] = []
    x = 0.0
    for piece, glyphs in paragraph.glyphs(start, place.at - spaced, place.divides):
        if glyphs:
            run = GlyphRun(piece.words.font, style.size, glyphs)
            placed.append(PlacedRun(x, run, _part(piece.span, run)))
            x += run.width
            words = piece.words
    if not placed:
        return SetLine((), 0.0, "")
    if spaced or continues:
        placed[-1] = _with_space(placed[-1], words)
    return SetLine(tuple(placed), x - style.tracking * style.size, "".join(part.span.text for part in placed))


def _part(span: Span, run: GlyphRun) -> Span:
    return Span(run.text, span.bold, span.italic, span.url, within=span.within)


def _with_space(placed: PlacedRun, words: Shaper) -> PlacedRun:
    """The last run of a line with the word space that keeps it apart from the next line."""
    run = GlyphRun(placed.run.font, placed.run.size, placed.run.glyphs + words.word(" ").glyphs)
    return PlacedRun(placed.x, run, _part(placed.span, run))
