"""Embedded font programs, read with fontTools: the glyph of a code and its true advance."""

from __future__ import annotations

import functools
import io
import logging
from typing import Any

from reportgen.check import cos
from reportgen.check.pdf_fonts import PdfFont

_LARGEST = 40_000_000


class FontProgram:
    """The glyphs of an embedded TrueType, OpenType or bare CFF program. `usable` is False for what cannot be read."""

    def __init__(self, font: PdfFont) -> None:
        self.font = font
        self.sfnt: Any = None
        self.cff: Any = None
        logging.getLogger("fontTools").setLevel(logging.CRITICAL)
        found = None if font.program is None else cos.data(font.program[1], _LARGEST)
        if found:
            try:
                self._open(found)
            except Exception:  # a broken program: fontTools raises whatever comes
                self.sfnt = self.cff = None

    def _open(self, found: bytes) -> None:
        if found[:4] in (b"\0\1\0\0", b"true", b"OTTO"):
            from fontTools.ttLib import TTFont

            self.sfnt = TTFont(io.BytesIO(found), lazy=True, checkChecksums=0)
            self.sfnt.getGlyphOrder(), self.sfnt["maxp"].numGlyphs, self.sfnt["hmtx"]  # raise if it is broken
            if found[:4] == b"OTTO":
                self.cff = self.sfnt["CFF "].cff[0]
        elif self.font.program is not None and self.font.program[0] == "FontFile3":
            from fontTools.cffLib import CFFFontSet

            fonts = CFFFontSet()
            fonts.decompile(io.BytesIO(found), None)
            self.cff = fonts[0]

    @property
    def usable(self) -> bool:
        """Whether its glyphs can be read."""
        return self.sfnt is not None or self.cff is not None

    @functools.cached_property
    def per_em(self) -> float:
        """Units to the em."""
        try:
            if self.sfnt is not None and "head" in self.sfnt:
                return float(self.sfnt["head"].unitsPerEm) or 1000.0
            return 1.0 / float(self.cff.FontMatrix[0])
        except Exception:
            return 1000.0

    def glyph(self, code: int) -> int | str | None:
        """The glyph of a code: its number, in CFF its name; 0 or `.notdef` for none; None if there is no telling."""
        try:
            return self._composite(code) if self.font.composite else self._simple(code)
        except Exception:
            return None

    def advance(self, code: int) -> float | None:
        """The true advance of a code, in thousandths of an em; None if there is no telling."""
        try:
            glyph = self.glyph(code)
            wide = None if glyph is None else self._advance(glyph)
        except Exception:
            return None
        return None if wide is None else wide * 1000 / self.per_em

    def _composite(self, code: int) -> int | str | None:
        cid = self.font.cid(code)
        if self.cff is not None:
            names = self.cff.charset
            if hasattr(self.cff, "ROS"):
                called = f"cid{cid:05d}"
                return called if called in self._known else ".notdef"
            return str(names[cid]) if cid < len(names) else ".notdef"
        mapping = cos.get(self.font.below, "CIDToGIDMap")
        if cos.is_stream(mapping):
            table = self._map
            return int.from_bytes(table[2 * cid : 2 * cid + 2], "big") if table else None
        return cid if cid < self.sfnt["maxp"].numGlyphs else 0

    @functools.cached_property
    def _map(self) -> bytes | None:
        return cos.data(cos.get(self.font.below, "CIDToGIDMap"), 1_000_000)

    @functools.cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.cff.charset)

    def _simple(self, code: int) -> int | str | None:
        if self.sfnt is None or "cmap" not in self.sfnt:
            if self.cff is None:
                return None
            called = self.font.names.get(code) or self._own_encoding(code)
            return None if called is None else called if called in self._known else ".notdef"
        tables = {(t.platformID, t.platEncID): t.cmap for t in self.sfnt["cmap"].tables}
        return self._by_name(code, tables) if self.font.names.get(code) else self._by_code(code, tables)

    def _own_encoding(self, code: int) -> str | None:
        encoding = getattr(self.cff, "Encoding", None)
        if isinstance(encoding, list):
            return str(encoding[code])
        return None

    def _by_code(self, code: int, tables: dict[tuple[int, int], dict[int, str]]) -> int | None:
        for key, offsets in (((3, 0), (0xF000, 0, 0xF100, 0xF200)), ((1, 0), (0,)), ((0, 3), (0,)), ((3, 1), (0,))):
            table = tables.get(key)
            if table is not None:
                called = next((table[code + offset] for offset in offsets if code + offset in table), None)
                return 0 if called is None else int(self.sfnt.getGlyphID(called))
        return None

    def _by_name(self, code: int, tables: dict[tuple[int, int], dict[int, str]]) -> int | None:
        from fontTools.agl import toUnicode

        called = self.font.names[code]
        text = toUnicode(called)
        unicodes = tables.get((3, 1)) or tables.get((0, 3)) or tables.get((0, 4))
        if unicodes and len(text) == 1 and ord(text) in unicodes:
            return int(self.sfnt.getGlyphID(unicodes[ord(text)]))
        mac = tables.get((1, 0))
        if mac and len(text) == 1:
            old = text.encode("mac_roman", "ignore")
            if old and old[0] in mac:
                return int(self.sfnt.getGlyphID(mac[old[0]]))
        own = self._by_code(code, tables) if self.font.symbolic else None
        if own:
            return own
        order = self.sfnt.getReverseGlyphMap()
        return int(order[called]) if called in order else None if own is None else 0

    def _advance(self, glyph: int | str) -> float | None:
        if self.sfnt is not None and "hmtx" in self.sfnt:
            called = self.sfnt.getGlyphName(glyph) if isinstance(glyph, int) else glyph
            return float(self.sfnt["hmtx"][called][0])
        from fontTools.misc.psCharStrings import T2WidthExtractor

        strings = self.cff.CharStrings
        if glyph not in strings:
            return None
        char = strings[glyph]
        private = char.private
        extractor = T2WidthExtractor(
            getattr(private, "Subrs", []), char.globalSubrs, private.nominalWidthX, private.defaultWidthX, private
        )
        extractor.execute(char)
        return float(extractor.width)
