"""Fonts of a PDF (ISO 32000-1, 9.5 to 9.10): the glyphs of strings, their widths and what they mean."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reportgen.check import cos
from reportgen.check.character_codes import CMap, read_cmap, simple_names, text_of

_BOLD_NAMES = ("bold", "black", "heavy", "extrabold", "semibold", "demi")
_TAG_LENGTH = 7
_GUESSED_WIDTH = 0.5


@dataclass(frozen=True, slots=True)
class FontGlyph:
    """One character code of a string: its width in ems, and its text (None: there is no telling)."""

    code: int
    width: float
    text: str | None
    space: bool = False


class PdfFont:
    """A font as a page names it. Every question has an answer, whatever the dictionary holds."""

    def __init__(self, value: Any) -> None:
        self.value = value
        self.kind = cos.name(cos.get(value, "Subtype"))
        self.composite = self.kind == "Type0"
        below = cos.elements(cos.get(value, "DescendantFonts"), 4)
        self.below = below[0] if self.composite and below else value
        self.descriptor = cos.get(self.below, "FontDescriptor")
        self.key = cos.identity(value)

    @functools.cached_property
    def name(self) -> str:
        """The name without the tag of a subset."""
        called = cos.name(cos.get(self.value, "BaseFont")) or cos.name(cos.get(self.descriptor, "FontName"))
        tagged = len(called) > _TAG_LENGTH and called[6] == "+"
        return (called[_TAG_LENGTH:] if tagged else called) or self.kind or "a font without a name"

    @functools.cached_property
    def program(self) -> tuple[str, Any] | None:
        """The embedded font program: the key it stands under and its stream."""
        for key in ("FontFile", "FontFile2", "FontFile3"):
            stream = cos.get(self.descriptor, key)
            if cos.is_stream(stream):
                return key, stream
        return None

    @property
    def embedded(self) -> bool:
        """Whether the glyphs travel with the file; those of a Type 3 font always do."""
        return self.kind == "Type3" or self.program is not None

    @functools.cached_property
    def bold(self) -> bool:
        """Whether it looks bold, by its weight or else by its name."""
        weight = cos.number(cos.get(self.descriptor, "FontWeight"))
        forced = (cos.integer(cos.get(self.descriptor, "Flags")) or 0) & 0x40000
        return bool(forced) or (weight or 0) >= 600 or any(word in self.name.lower() for word in _BOLD_NAMES)

    @property
    def symbolic(self) -> bool:
        """Whether its own encoding counts, not the standard one."""
        return bool((cos.integer(cos.get(self.descriptor, "Flags")) or 0) & 4)

    @functools.cached_property
    def extent(self) -> tuple[float, float]:
        """Descent and ascent in ems, as far as they can be believed."""
        up = cos.number(cos.get(self.descriptor, "Ascent")) or 0.0
        down = cos.number(cos.get(self.descriptor, "Descent")) or 0.0
        return (down / 1000 if -600 < down < 0 else -0.22), (up / 1000 if 300 < up < 1300 else 0.75)

    @functools.cached_property
    def unit(self) -> float:
        """What a width of 1 is in ems."""
        six = cos.matrix(cos.get(self.value, "FontMatrix")) if self.kind == "Type3" else None
        return abs(six[0]) if six and six[0] else 0.001

    @functools.cached_property
    def to_unicode(self) -> CMap | None:
        """What the file says its codes mean."""
        found = cos.data(cos.get(self.value, "ToUnicode"), 8_000_000)
        return None if found is None else read_cmap(found)

    @functools.cached_property
    def encoding(self) -> CMap | None:
        """The embedded CMap of a composite font."""
        found = cos.data(cos.get(self.value, "Encoding"), 8_000_000) if self.composite else None
        return None if found is None else read_cmap(found)

    @functools.cached_property
    def names(self) -> dict[int, str]:
        """A simple font's codes as glyph names."""
        return {} if self.composite else simple_names(cos.get(self.value, "Encoding"), self.symbolic)

    @functools.cached_property
    def widths(self) -> dict[int, float]:
        """The stated widths, in the font's units, by code (by CID in a composite font)."""
        if self.composite:
            return dict(_cid_widths(cos.elements(cos.get(self.below, "W"), 200_000)))
        first = cos.integer(cos.get(self.value, "FirstChar")) or 0
        stated = [cos.number(each) for each in cos.elements(cos.get(self.value, "Widths"), 70_000)]
        return {first + i: width for i, width in enumerate(stated) if width is not None}

    @functools.cached_property
    def default_width(self) -> float | None:
        """The width of what has none of its own; None where the file does not say."""
        if self.composite:
            stated = cos.number(cos.get(self.below, "DW"))
            return 1000.0 if stated is None else stated
        return cos.number(cos.get(self.descriptor, "MissingWidth"))

    def cid(self, code: int) -> int:
        """The CID of a code of a composite font."""
        return self.encoding.cids.get(code, 0) if self.encoding is not None and self.encoding.cids else code

    def width(self, code: int) -> float:
        """The advance of a code, in ems."""
        stated = self.widths.get(self.cid(code) if self.composite else code, self.default_width)
        return _GUESSED_WIDTH if stated is None else max(-50.0, min(50.0, stated * self.unit))

    @functools.lru_cache(maxsize=8192)  # noqa: B019  # a font lives as long as its document
    def glyph(self, code: int) -> FontGlyph:
        """What a code shows."""
        return FontGlyph(code, self.width(code), self.text(code), code == 32 and not self.composite)

    def text(self, code: int) -> str | None:
        """What a code means, by ToUnicode or else by its glyph's name."""
        if self.to_unicode is not None and code in self.to_unicode.text:
            return self.to_unicode.text[code]
        named = self.names.get(code)
        return (text_of(named) or None) if named else None

    def glyphs(self, data: bytes) -> Iterator[FontGlyph]:
        """A string's glyphs, in order."""
        if not self.composite:
            yield from (self.glyph(code) for code in data)
            return
        lengths = self.encoding.lengths if self.encoding is not None else ()
        at = 0
        while at < len(data):
            size = _code_length(data, at, lengths)
            yield self.glyph(int.from_bytes(data[at : at + size], "big"))
            at += size


def _code_length(data: bytes, at: int, lengths: tuple[tuple[int, int, int], ...]) -> int:
    for size, low, high in sorted(lengths):
        if low <= int.from_bytes(data[at : at + size], "big") <= high:
            return size
    return 2 if not lengths else min(size for size, _, _ in lengths)


def _cid_widths(parts: list[Any]) -> Iterator[tuple[int, float]]:
    at = 0
    while at + 1 < len(parts):
        first = cos.integer(parts[at])
        if first is None:
            at += 1
        elif cos.is_array(parts[at + 1]):
            stated = (cos.number(each) for each in cos.elements(parts[at + 1], 70_000))
            yield from ((first + i, width) for i, width in enumerate(stated) if width is not None)
            at += 2
        else:
            last = cos.integer(parts[at + 1])
            width = cos.number(parts[at + 2]) if at + 2 < len(parts) else None
            if last is not None and width is not None:
                yield from ((cid, width) for cid in range(first, min(last, first + 70_000) + 1))
            at += 3
