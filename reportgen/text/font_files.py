"""Loads TrueType files: a `FontFile` with its measures, or one plain sentence why the file cannot be used."""

from __future__ import annotations

import hashlib
import re
import struct
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb

from reportgen.glyphs import FontFile

NEEDED = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name")
"""Tables without which a TrueType face cannot be set and embedded (OpenType 1.9, "Required tables")."""

SIGNATURES = {
    b"OTTO": "has CFF outlines; reportgen needs TrueType outlines",
    b"ttcf": "is a collection of fonts; reportgen needs one face a file",
    b"wOFF": "is a web font (WOFF); reportgen needs the TrueType file",
    b"wOF2": "is a web font (WOFF2); reportgen needs the TrueType file",
}
TRUETYPE = (b"\x00\x01\x00\x00", b"true")
HEAD_MAGIC = 0x5F0F3CF5
POSTSCRIPT_NAME_ID = 6
POSTSCRIPT_NAME = re.compile(r"[!-~]{1,63}")
NOT_IN_NAME = frozenset("[](){}<>/%")


class FontError(ValueError):
    """A font file cannot be used. The message is a clause about the file: "has CFF outlines; ..."."""


@dataclass(frozen=True, slots=True)
class _Tables:
    """The table directory of a font file: tag to the bytes of the table."""

    data: bytes
    places: dict[str, tuple[int, int]]

    def __contains__(self, tag: str) -> bool:
        return tag in self.places

    def read(self, tag: str, form: str, offset: int) -> int:
        """One number of a table; raises `FontError` when the table ends before it."""
        start, length = self.places[tag]
        if offset + struct.calcsize(form) > length:
            raise FontError(f"is damaged: its table `{tag}` is too short")
        return int(struct.unpack_from(form, self.data, start + offset)[0])

    def length(self, tag: str) -> int:
        return self.places[tag][1]


def load_font(data: bytes) -> FontFile:
    """The face in `data`, with its measures in em. Raises `FontError`."""
    tables = _directory(data)
    _refuse_other_outlines(tables)
    units = _units_per_em(tables)
    _refuse_cut_outlines(tables)
    _refuse_licence(tables)
    face = hb.Face(hb.Blob(data))
    font = hb.Font(face)
    if not face.glyph_count or not face.unicodes:
        raise FontError("has no Unicode character map")
    extents = font.get_font_extents("ltr")
    return FontFile(
        name=_postscript_name(face),
        digest=hashlib.sha256(data).hexdigest(),
        data=data,
        units_per_em=units,
        cap_height=_cap_height(tables, font) / units,
        ascent=extents.ascender / units,
        descent=extents.descender / units,
    )


@lru_cache(maxsize=64)
def characters(font: FontFile) -> frozenset[int]:
    """The code points that the face's character map holds."""
    return frozenset(hb_font(font).face.unicodes)


@lru_cache(maxsize=64)
def hb_font(font: FontFile) -> hb.Font:
    """The face as HarfBuzz holds it, in font units; made once for each digest."""
    return hb.Font(hb.Face(hb.Blob(font.data)))


def _directory(data: bytes) -> _Tables:
    """OpenType 1.9, "Table directory"."""
    signature = data[:4]
    if signature in SIGNATURES:
        raise FontError(SIGNATURES[signature])
    if signature not in TRUETYPE or len(data) < 12:
        raise FontError("is not a TrueType font")
    (count,) = struct.unpack_from(">H", data, 4)
    if len(data) < 12 + 16 * count:
        raise FontError("is cut short: the list of its tables is not whole")
    places = {}
    for index in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        name = tag.decode("latin-1")
        if start + length > len(data):
            raise FontError(f"is cut short: its table `{name}` is not whole")
        places[name] = (start, length)
    return _Tables(data, places)


def _refuse_other_outlines(tables: _Tables) -> None:
    if "CFF " in tables or "CFF2" in tables:
        raise FontError(SIGNATURES[b"OTTO"])
    if "fvar" in tables:
        raise FontError("is a variable font; give one file for each weight (a static instance)")
    missing = [f"`{tag}`" for tag in NEEDED if tag not in tables]
    if missing:
        raise FontError(f"has no table {' and no table '.join(missing)}, which a TrueType font needs")


def _units_per_em(tables: _Tables) -> int:
    if tables.read("head", ">I", 12) != HEAD_MAGIC:
        raise FontError("is damaged: its table `head` is not one")
    units = tables.read("head", ">H", 18)
    if not 16 <= units <= 16384:
        raise FontError(f"is damaged: it has {units} units to the em")
    return units


def _refuse_cut_outlines(tables: _Tables) -> None:
    """The last offset of `loca` must lie within `glyf`."""
    glyphs = tables.read("maxp", ">H", 4)
    long_form = tables.read("head", ">h", 50)
    end = tables.read("loca", ">I", 4 * glyphs) if long_form else 2 * tables.read("loca", ">H", 2 * glyphs)
    if end > tables.length("glyf"):
        raise FontError("is damaged: its outlines (`glyf`) are not whole")


def _refuse_licence(tables: _Tables) -> None:
    """OpenType 1.9, OS/2 `fsType`: value 2 forbids embedding, bit 8 subsetting, bit 9 embedding of outlines."""
    if "OS/2" not in tables:
        return
    rights = tables.read("OS/2", ">H", 8)
    if rights & 0xF == 2 or rights & 0x200:
        raise FontError("may not be embedded: its maker forbids it (OS/2 fsType)")
    if rights & 0x100:
        raise FontError("may not be subset: its maker forbids it (OS/2 fsType)")


def _postscript_name(face: hb.Face) -> str:
    name = face.get_name(hb.OTNameIdPredefined(POSTSCRIPT_NAME_ID)) or ""
    if not POSTSCRIPT_NAME.fullmatch(name) or NOT_IN_NAME & set(name):
        raise FontError("has no PostScript name that a PDF can hold (name table, entry 6)")
    return name


def _cap_height(tables: _Tables, font: hb.Font) -> int:
    """The height of capitals from OS/2 version 2 or later, or else that of the letter H, in font units."""
    if "OS/2" in tables and tables.read("OS/2", ">H", 0) >= 2:
        stated = tables.read("OS/2", ">h", 88)
        if stated > 0:
            return stated
    glyph = font.get_nominal_glyph(ord("H"))
    extents = font.get_glyph_extents(glyph) if glyph else None
    return int(extents.y_bearing) if extents else 0
