"""Shaped type, which the text stage makes, the page carries and the PDF writes. Measures of glyphs are in em."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face of a typeface, as the file holds it. Compared by its PostScript name and the digest of its bytes.

    `cap_height`, `ascent` and `descent` (negative below the base line) are in em.
    """

    name: str
    digest: str
    data: bytes = field(repr=False, compare=False)
    units_per_em: int = field(compare=False)
    cap_height: float = field(compare=False)
    ascent: float = field(compare=False)
    descent: float = field(compare=False)

    def __hash__(self) -> int:
        """That of the digest, which a string remembers: a face is part of the key of every text that was set."""
        return hash(self.digest)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: its number in the font, the characters it stands for, its advance and its offset from the pen, in em.

    Of a cluster that takes several glyphs the first has the text and the others have none.
    """

    gid: int
    text: str
    advance: float
    dx: float = 0.0
    dy: float = 0.0


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one face at one size (pt), set from left to right; `tracking` (em) is already within the advances."""

    font: FontFile
    size: float
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """The characters that the run stands for."""
        return "".join([glyph.text for glyph in self.glyphs])

    @property
    def width(self) -> float:
        """Advance width in pt."""
        return self.size * sum(glyph.advance for glyph in self.glyphs)
