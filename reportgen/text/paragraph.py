"""Measures a paragraph once, as one long line, with the breakpoints at which it may be broken."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from reportgen.glyphs import Glyph
from reportgen.text.break_opportunities import BreakOpportunity, break_opportunities
from reportgen.text.breaking import Breakpoint
from reportgen.text.invisible import UNSEEN
from reportgen.text.shaper import Shaper, shaper
from reportgen.text.spans import Rich, Span
from reportgen.text.type_style import FontFamily, TypeStyle

WHITE_SPACE = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
"""White space that makes a word space; the no-break and the narrow spaces are characters of their own."""

LEADING = re.compile(f"^[ {UNSEEN}]+")
WORD_SPACE = re.compile(f"[{WHITE_SPACE}][{WHITE_SPACE}{UNSEEN}]*")

LONGEST_CUT = 2000
"""Letters of the longest word that may be broken at its hyphens and strokes; only a hostile text has a longer one."""


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A stretch of the paragraph's text, from `start` to `end`, set alike; `words` sets its words."""

    start: int
    end: int
    span: Span
    words: Shaper

    def text(self, start: int, end: int) -> str:
        """The part of the piece that lies between `start` and `end` of the paragraph."""
        return self.span.text[max(0, start - self.start) : max(0, end - self.start)]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text with single spaces, its pieces, and its breakpoints (em); `opportunities` says where each stands."""

    text: str
    pieces: tuple[TextPiece, ...]
    opportunities: tuple[BreakOpportunity, ...]
    breakpoints: tuple[Breakpoint, ...]

    def glyphs(self, start: int, end: int, divides: bool = False) -> Iterator[tuple[TextPiece, tuple[Glyph, ...]]]:
        """The stretch from `start` to `end` set on its own, piece by piece; `divides` puts a hyphen after it."""
        for piece in self._between(start, end):
            yield piece, piece.words.line(piece.text(start, end), divides and piece.end >= end)

    def _between(self, start: int, end: int) -> tuple[TextPiece, ...]:
        """The pieces that hold a part of the stretch from `start` to `end`."""
        first = bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1
        beyond = bisect_left(self.pieces, end, lo=max(0, first), key=lambda piece: piece.start)
        return self.pieces[max(0, first) : beyond]


def paragraph_of(rich: Rich, style: TypeStyle, language: str) -> Paragraph:
    """`rich` measured in the faces of `style`, in em; an empty text has no breakpoints.

    All sizes share it: a search tries three or four, and to measure a text is most of what setting it costs.
    """
    return _measured(rich, style.family, style.tracking, style.hyphenate, language)


@lru_cache(maxsize=4096)
def _measured(rich: Rich, family: FontFamily, tracking: float, hyphenate: bool, language: str) -> Paragraph:
    spans = _single_spaced(rich)
    text = "".join(span.text for span in spans)
    whole = Paragraph(text, _pieces(spans, family, tracking, language), (), ())
    if not text:
        return whole
    kept = _kept(spans)
    found = [place for place in break_opportunities(text, language, hyphenate) if place.at not in kept]
    opportunities = (*found, BreakOpportunity(len(text)))
    breakpoints = tuple(_breakpoints(whole, opportunities, tracking))
    return replace(
        whole,
        opportunities=tuple(place for place, _ in breakpoints),
        breakpoints=tuple(point for _, point in breakpoints),
    )


def _single_spaced(rich: Rich) -> list[Span]:
    """The spans with single spaces between words, none at the beginning or the end, and no empty span."""
    spans: list[Span] = []
    space_before = True
    for span in rich:
        text = WORD_SPACE.sub(" ", span.text)
        text = LEADING.sub("", text) if space_before else text
        if text:
            spans.append(replace(span, text=text))
            space_before = text.endswith(" ")
    if spans and space_before:
        spans[-1] = replace(spans[-1], text=spans[-1].text[:-1])
    return [span for span in spans if span.text]


def _pieces(spans: Sequence[Span], family: FontFamily, tracking: float, language: str) -> tuple[TextPiece, ...]:
    """Neighbours that are set alike are one piece, so that they are shaped together."""
    merged: list[Span] = []
    for span in spans:
        before = merged[-1] if merged else None
        if before and _alike(before, span):
            merged[-1] = replace(before, text=before.text + span.text, keep=False)
        else:
            merged.append(replace(span, keep=False))
    pieces = []
    at = 0
    for span in merged:
        words = shaper(family.face(span.bold, span.italic), tracking, language)
        pieces.append(TextPiece(at, at + len(span.text), span, words))
        at += len(span.text)
    return tuple(pieces)


def _alike(first: Span, second: Span) -> bool:
    looks, parts = (first.bold, first.italic), (first.url, first.within)
    return looks == (second.bold, second.italic) and parts == (second.url, second.within)


def _kept(spans: Sequence[Span]) -> frozenset[int]:
    """Where no line may end: before every character of a kept span but its first."""
    kept: set[int] = set()
    at = 0
    for span in spans:
        if span.keep:
            kept.update(range(at + 1, at + len(span.text)))
        at += len(span.text)
    return frozenset(kept)


@dataclass(frozen=True, slots=True)
class _MeasuredWord:
    """A word of the paragraph on one long line (em): where it starts and ends, and where the next one starts."""

    start: float
    end: float
    following: float


def _measured_words(pieces: Sequence[TextPiece], tracking: float) -> Iterator[_MeasuredWord]:
    """Where the words stand; kerned with the spaces between them, but not across faces. No tracking after a line."""
    pen = start = 0.0
    for piece in pieces:
        words = piece.span.text.split(" ")
        alone, spaced = piece.words.word, piece.words.spaced
        for word, following in pairwise(words):
            end = pen + alone(word).advance - tracking
            pen += spaced(word, following[:1]).advance
            yield _MeasuredWord(start, end, pen)
            start = pen
        pen += alone(words[-1]).advance
    yield _MeasuredWord(start, pen - tracking, pen)


def _breakpoints(
    whole: Paragraph, found: Sequence[BreakOpportunity], tracking: float
) -> Iterator[tuple[BreakOpportunity, Breakpoint]]:
    """Each place with its breakpoint; within a word of more than `LONGEST_CUT` letters there is none."""
    words = tuple(_measured_words(whole.pieces, tracking))
    begins = [0, *(space.end() for space in re.finditer(" ", whole.text)), len(whole.text)]
    for place in found:
        count = bisect_left(begins, place.at)
        word = words[count - 1]
        if begins[count] == place.at:
            yield place, Breakpoint(word.end, word.following, count, place.penalty, place.hyphen)
        elif begins[count] - begins[count - 1] <= LONGEST_CUT:
            end, start = _cut(whole, place, begins[count - 1], tracking)
            yield place, Breakpoint(word.start + end, word.end - start, count - 1, place.penalty, place.hyphen)


def _cut(whole: Paragraph, place: BreakOpportunity, begin: int, tracking: float) -> tuple[float, float]:
    """Widths (em) of the two parts of the word at `begin`, each set on its own, the first with its hyphen."""
    close = whole.text.find(" ", place.at)
    head = _glyphs(whole, begin, place.at, place.divides)
    tail = _glyphs(whole, place.at, close if close >= 0 else len(whole.text))
    return _width(head, tracking), _width(tail, tracking)


def _glyphs(whole: Paragraph, start: int, end: int, divides: bool = False) -> list[Glyph]:
    return [glyph for _, glyphs in whole.glyphs(start, end, divides) for glyph in glyphs]


def _width(glyphs: Sequence[Glyph], tracking: float) -> float:
    return sum(glyph.advance for glyph in glyphs) - tracking
