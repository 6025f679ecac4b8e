"""The fonts of one document: the operators that show runs of glyphs, and the font objects that they need.

Each face becomes a Type 0 font over a CIDFontType2 with Identity-H (ISO 32000-1, 9.7). A character code stands for a
glyph together with its text, so that a hyphen we added and one that was written extract differently.
"""

from __future__ import annotations

import hashlib
import string
from collections import Counter
from collections.abc import Sequence
from typing import Any

from reportgen.glyphs import FontFile, Glyph, GlyphRun
from reportgen.pdf.face_subsets import EM, Subset, measures, subset, width
from reportgen.pdf.pdf_objects import Dictionary, Stream, number, text_string, utf16

MAX_CODES = 0xFFFF
BLOCK = 100
"""Entries that a CMap may hold in one block (Adobe Technical Note 5014)."""

SILENT = "\u200b"
"""What a glyph extracts as when the glyph before it has the text of both: nothing that can be seen."""

_PRESENTATION = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
"""Ligatures that Unicode encodes, as their letters (not NFKC, which would turn m² into m2)."""

_CMAP_HEAD = (
    b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def"
    b"/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n"
)
_CMAP_FOOT = b"endcmap CMapName currentdict/CMap defineresource pop end end"


class EmbeddedFont:
    """One face in one document. `label` is its name in the page's resources."""

    def __init__(self, face: FontFile, label: str) -> None:
        self.face = face
        self.label = label
        self._codes: dict[tuple[int, str], tuple[str, int]] = {}
        self._widths = [width(face, 0)]

    def show(self, run: GlyphRun) -> tuple[float, str]:
        """How `run` is shown from the pen's place on the base line: the character spacing in pt, and the operators.

        Tracking becomes character spacing: extractors take it for what it is, not for spaces between letters.
        """
        tracking = self._tracking(run.glyphs)
        plain = self._show_plain(run.glyphs, tracking)
        shown = _RunWriter(self, run.size, tracking).write(run.glyphs) if plain is None else plain
        return tracking * run.size / EM, shown

    def code(self, gid: int, text: str) -> tuple[str, int]:
        """The code of a glyph that stands for `text`, in hexadecimal, and its advance; given out in order of use."""
        key = (gid, text)
        known = self._codes.get(key)
        if known is None:
            place = len(self._widths)
            if place > MAX_CODES:
                raise ValueError(f"more than {MAX_CODES} glyphs of {self.face.name} in one document")
            self._widths.append(width(self.face, gid))
            known = self._codes[key] = f"{place:04X}", self._widths[-1]
        return known

    @property
    def glyphs(self) -> tuple[tuple[int, str], ...]:
        """The glyph and the text of every code that was given out, from code 1 on."""
        return tuple(self._codes)

    @property
    def widths(self) -> Sequence[int]:
        """The advance of every code from 0 on, as the file has it (ISO 32000-1, 9.7.4.3)."""
        return self._widths

    def _tracking(self, glyphs: Sequence[Glyph]) -> int:
        """By how much most advances differ from the font's, in thousandths of an em; 0 when the first does not."""
        if len(glyphs) < 2 or round(EM * glyphs[0].advance) == width(self.face, glyphs[0].gid):
            return 0
        surplus = Counter(round(EM * glyph.advance) - width(self.face, glyph.gid) for glyph in glyphs)
        most, times = surplus.most_common(1)[0]
        return most if 2 * times > len(glyphs) else 0

    def _show_plain(self, glyphs: Sequence[Glyph], tracking: int) -> str | None:
        """The operators for glyphs that all have their text and stand on the pen; None when one does not.

        Nearly every run is like this, and type is most of a page: the loop is written for speed.
        """
        parts: list[str] = []
        due, pen, known = 0.0, 0, self._codes
        for glyph in glyphs:
            text = glyph.text
            if not text or glyph.dx or glyph.dy:
                return None
            shift = round(due) - pen
            if shift:
                parts.append(f">{-shift}<")
            code, advance = known.get((glyph.gid, text)) or self.code(glyph.gid, text)
            parts.append(code)
            pen += shift + advance + tracking
            due += EM * glyph.advance
        codes = "".join(parts)
        if ">" in codes:
            return f"[<{codes}>]TJ"
        return f"<{codes}>Tj" if codes else ""

    def objects(self, document: Any) -> Any:
        """The font's objects, added to ReportLab's `document`; gives the reference to the Type 0 font."""
        cut = subset(self.face, frozenset(gid for gid, _ in self._codes) | {0})
        to_unicode = self._to_unicode()
        base = f"{_tag(cut.digest, to_unicode)}+{self.face.name}"
        font = {
            "Type": "Font",
            "Subtype": "Type0",
            "BaseFont": base,
            "Encoding": "Identity-H",
            "DescendantFonts": [self._descendant(base, cut, document)],
            "ToUnicode": document.Reference(Stream({}, to_unicode)),
        }
        return document.Reference(Dictionary(font))

    def _descendant(self, base: str, cut: Subset, document: Any) -> Any:
        places = b"\0\0" + b"".join(cut.places[gid].to_bytes(2) for gid, _ in self._codes)
        system = {"Registry": text_string("Adobe"), "Ordering": text_string("Identity"), "Supplement": 0}
        font = {
            "Type": "Font",
            "Subtype": "CIDFontType2",
            "BaseFont": base,
            "CIDSystemInfo": system,
            "FontDescriptor": document.Reference(self._descriptor(base, cut, document)),
            "DW": self._widths[0],
            "W": [0, list(self._widths)],
            "CIDToGIDMap": document.Reference(Stream({}, places)),
        }
        return document.Reference(Dictionary(font))

    def _descriptor(self, base: str, cut: Subset, document: Any) -> Dictionary:
        face = measures(self.face)
        program = Stream({"Filter": "FlateDecode", "Length1": cut.length}, cut.data)
        return Dictionary(
            {
                "Type": "FontDescriptor",
                "FontName": base,
                "Flags": face.flags,
                "FontBBox": face.box,
                "ItalicAngle": face.italic_angle,
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.cap_height,
                "StemV": face.stem,
                "FontFile2": document.Reference(program),
            }
        )

    def _to_unicode(self) -> bytes:
        """ISO 32000-1, 9.10.3; every code has an entry, which PDF/UA asks for (ISO 14289-1, 7.21.7)."""
        entries = [
            b"<%s><%s>" % (code.encode("ascii"), utf16(text.translate(_PRESENTATION) or SILENT))
            for (_, text), (code, _) in self._codes.items()
        ]
        blocks = [entries[start : start + BLOCK] for start in range(0, len(entries), BLOCK)]
        bodies = [b"%d beginbfchar\n%s\nendbfchar\n" % (len(block), b"\n".join(block)) for block in blocks]
        return _CMAP_HEAD + b"".join(bodies) + _CMAP_FOOT


class DocumentFonts:
    """The faces of one document, named F1, F2 ... in order of first use."""

    def __init__(self) -> None:
        self._fonts: dict[FontFile, EmbeddedFont] = {}

    def embedded(self, face: FontFile) -> EmbeddedFont:
        """The document's font for `face`."""
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
        return font

    @property
    def by_label(self) -> dict[str, EmbeddedFont]:
        """The fonts by their names in the page's resources."""
        return {font.label: font for font in self._fonts.values()}

    def resources(self, document: Any) -> dict[str, Any]:
        """Labels and references for a resource dictionary; writes the font objects into `document`."""
        return {font.label: font.objects(document) for font in self._fonts.values()}


class _RunWriter:
    """Writes one run: codes in hexadecimal, and a number wherever the pen leaves the widths of the font."""

    def __init__(self, font: EmbeddedFont, size: float, tracking: int) -> None:
        self._font = font
        self._size = size
        self._tracking = tracking
        self._operators: list[str] = []
        self._array: list[str] = []
        self._codes: list[str] = []
        self._due = 0.0
        self._pen = 0
        self._rise = 0.0

    def write(self, glyphs: Sequence[Glyph]) -> str:
        """The operators for all `glyphs`."""
        start = 0
        while start < len(glyphs):
            end = start + 1
            while end < len(glyphs) and not glyphs[end].text:
                end += 1
            self._cluster(glyphs[start:end])
            start = end
        self._rise_to(0.0)
        self._flush()
        return " ".join(self._operators)

    def _cluster(self, glyphs: Sequence[Glyph]) -> None:
        """Several glyphs that stand for one text extract as that text once (ISO 32000-1, 14.9.4)."""
        if len(glyphs) == 1 and glyphs[0].text:
            self._glyph(glyphs[0])
            return
        self._flush()
        self._operators.append(f"/Span<</ActualText<FEFF{utf16(glyphs[0].text).decode()}>>>BDC")
        for glyph in glyphs:
            self._glyph(glyph)
        self._rise_to(0.0)
        self._flush()
        self._operators.append("EMC")

    def _glyph(self, glyph: Glyph) -> None:
        if glyph.dy != self._rise:
            self._rise_to(glyph.dy)
        shift = round(self._due + EM * glyph.dx) - self._pen
        if shift:
            self._close_codes()
            self._array.append(str(-shift))
        code, advance = self._font.code(glyph.gid, glyph.text)
        self._codes.append(code)
        self._pen += shift + advance + self._tracking
        self._due += EM * glyph.advance

    def _rise_to(self, rise: float) -> None:
        if rise == self._rise:
            return
        self._flush()
        self._operators.append(f"{number(rise * self._size)} Ts")
        self._rise = rise

    def _close_codes(self) -> None:
        if self._codes:
            self._array.append(f"<{''.join(self._codes)}>")
            self._codes = []

    def _flush(self) -> None:
        self._close_codes()
        if len(self._array) == 1 and self._array[0][0] == "<":
            self._operators.append(f"{self._array[0]}Tj")
        elif self._array:
            self._operators.append(f"[{''.join(self._array)}]TJ")
        self._array = []


def _tag(*parts: str | bytes) -> str:
    """The six capitals before a subset's name (ISO 32000-1, 9.6.4), from what is in it."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("ascii") if isinstance(part, str) else part)
    value = int.from_bytes(digest.digest()[:8])
    letters = []
    for _ in range(6):
        value, place = divmod(value, 26)
        letters.append(string.ascii_uppercase[place])
    return "".join(letters)
