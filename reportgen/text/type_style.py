"""Type styles: the faces of a family and how a text is set in them. All of it comes from the brand file."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.glyphs import FontFile


@dataclass(frozen=True, slots=True)
class FontFamily:
    """The four faces that a text may ask for; a family without a slanted face has its upright one there."""

    regular: FontFile
    bold: FontFile
    italic: FontFile
    bold_italic: FontFile

    def __hash__(self) -> int:
        """That of one face: a family is part of many keys, and hashing all four took a tenth of a search."""
        return hash(self.regular)

    def face(self, bold: bool, italic: bool) -> FontFile:
        """The face for a span."""
        if italic:
            return self.bold_italic if bold else self.italic
        return self.bold if bold else self.regular


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How one kind of text is set: `size` and `leading` in pt, `tracking` in em."""

    name: str
    family: FontFamily
    size: float
    leading: float
    tracking: float = 0.0
    balance: bool = False
    hyphenate: bool = False

    def __hash__(self) -> int:
        """Enough to tell styles apart, and no more: a style is part of the key of every text that was set."""
        return hash((self.name, self.size, self.leading))

    @property
    def cap_height(self) -> float:
        """Height of a capital in pt: the top of a block of text is the top of its first capital."""
        return self.family.regular.cap_height * self.size

    @property
    def depth(self) -> float:
        """How far descenders hang below the base line, in pt: a quarter of the size, whatever the font asks for."""
        return 0.25 * self.size

    def at(self, size: float) -> TypeStyle:
        """The same style at another size, its leading in proportion."""
        return TypeStyle(
            self.name, self.family, size, self.leading * size / self.size, self.tracking, self.balance, self.hyphenate
        )
