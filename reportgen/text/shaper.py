"""Shapes strings to runs of glyphs with HarfBuzz: kerning, ligatures, language. Words are shaped once.

A line is put together from words in a cache, yet is the same as if it had been shaped in one go: each word is shaped
with the space that follows it, and each space with the character that follows it, because faces kern with the space.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import uharfbuzz as hb

from reportgen.glyphs import FontFile, Glyph, GlyphRun
from reportgen.text.font_files import hb_font
from reportgen.text.invisible import SOFT_HYPHEN, for_shaping, visible

Features = tuple[tuple[str, bool], ...]
"""OpenType features by tag, in addition to the ordinary ones: `(("tnum", True),)`."""

REMEMBERED_WORDS = 1 << 14
"""Words that a face remembers."""

LETTERSPACED = 0.001
"""Tracking in em from which type counts as letterspaced and is set without ligatures."""

NO_BREAK_HYPHEN = "\u2011"


@dataclass(frozen=True, slots=True)
class Word:
    """Glyphs that are set as one, and their advance in em."""

    glyphs: tuple[Glyph, ...]
    advance: float


class Shaper:
    """Shapes words in one face, tracking (em), language and set of features, and remembers them."""

    def __init__(self, font: FontFile, tracking: float, language: str, features: Features = ()) -> None:
        self.font = font
        self.tracking = tracking
        self._language = language
        ligatures = tracking < LETTERSPACED
        ordinary = {"kern": True, "liga": ligatures, "clig": ligatures, "dlig": False}
        self._features = ordinary | dict(features)
        self.word = lru_cache(REMEMBERED_WORDS)(self._word)
        self.spaced = lru_cache(REMEMBERED_WORDS)(self._spaced)
        self.divided = lru_cache(REMEMBERED_WORDS)(self._divided)

    def line(self, text: str, divides: bool = False) -> tuple[Glyph, ...]:
        """The glyphs of `text`, word by word; `divides` puts a hyphen behind its last one."""
        words = text.split(" ")
        glyphs: list[Glyph] = []
        for word, following in pairwise(words):
            glyphs += self.spaced(word, following[:1]).glyphs
        last = self.divided if divides else self.word
        return (*glyphs, *last(words[-1]).glyphs)

    def _word(self, text: str) -> Word:
        """A word on its own."""
        return _as_word(self._shape(text))

    def _spaced(self, word: str, following: str) -> Word:
        """A word with the space after it, as they stand before the character `following` (or none)."""
        glyphs = self._shape(word + " ")
        before = self._shape(" " + following)
        if following and glyphs[-1].text == before[0].text == " ":
            glyphs = (*glyphs[:-1], before[0])
        return _as_word(glyphs)

    def _divided(self, part: str) -> Word:
        """The first part of a divided word with its hyphen, which stands for a soft hyphen in extracted text."""
        glyphs = self._shape(part + "-")
        return _as_word((*glyphs[:-1], replace(glyphs[-1], text=SOFT_HYPHEN)))

    def _shape(self, text: str) -> tuple[Glyph, ...]:
        """Tracking is added to the last glyph of every cluster."""
        visible_text = for_shaping(text)
        if not visible_text:
            return ()
        buffer = _buffer(visible_text, self._language)
        hb.shape(hb_font(self.font), buffer, self._features)
        return _glyphs(visible_text, buffer, self.font.units_per_em, self.tracking)


@lru_cache(maxsize=256)
def shaper(font: FontFile, tracking: float, language: str, features: Features = ()) -> Shaper:
    """The shaper of a face; its words are shared by all that set in it."""
    return Shaper(font, tracking, language, features)


def shape(
    text: str, font: FontFile, size: float, tracking: float = 0.0, language: str = "en", features: Features = ()
) -> GlyphRun:
    """`text` on one line, from left to right, at `size` pt with `tracking` in em.

    Characters that only steer the setting (soft hyphen, word joiner, zero-width space) are gone from the run's text.
    A space or hyphen that the face lacks is set by its meaning; another character that it lacks becomes `.notdef`.
    """
    return GlyphRun(font, size, shaper(font, tracking, language, features).line(text))


def _as_word(glyphs: tuple[Glyph, ...]) -> Word:
    return Word(glyphs, sum(glyph.advance for glyph in glyphs))


def _glyphs(text: str, buffer: hb.Buffer, em: int, tracking: float) -> tuple[Glyph, ...]:
    """What HarfBuzz made of `text`, in em; the first glyph of a cluster has its characters."""
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    clusters = [info.cluster for info in infos]
    ends = _cluster_ends(clusters, len(text))
    glyphs = []
    for index, (info, place) in enumerate(zip(infos, positions, strict=True)):
        cluster = clusters[index]
        first = cluster not in clusters[max(0, index - 1) : index]
        last = cluster not in clusters[index + 1 : index + 2]
        stands_for = visible(text[cluster : ends[cluster]]) if first else ""
        width = place.x_advance / em + (tracking if last else 0.0)
        glyphs.append(Glyph(info.codepoint, stands_for, width, place.x_offset / em, place.y_offset / em))
    return tuple(glyphs)


def _buffer(text: str, language: str) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_codepoints([ord(char) for char in text.replace(NO_BREAK_HYPHEN, "-")])
    buffer.direction = "ltr"
    buffer.language = language
    buffer.guess_segment_properties()
    return buffer


def _cluster_ends(clusters: list[int], length: int) -> dict[int, int]:
    """For each cluster the index at which the next begins."""
    starts = sorted(set(clusters))
    return dict(zip(starts, [*starts[1:], length], strict=False))
