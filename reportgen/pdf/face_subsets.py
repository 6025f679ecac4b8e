"""What a PDF needs of a face, its measures and its subset, shared by all documents of a process."""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import dataclass, field
from functools import lru_cache

import uharfbuzz as hb

from reportgen.glyphs import FontFile
from reportgen.pdf.pdf_objects import LEVEL
from reportgen.text.font_files import hb_font

EM = 1000
"""Units to the em of widths and heights in a PDF (ISO 32000-1, 9.2.4)."""

KEPT_TABLES = frozenset(("glyf", "head", "hhea", "hmtx", "loca", "maxp"))
"""What an embedded TrueType face needs when its hinting is left out (ISO 32000-1, 9.9)."""

FIXED_PITCH, SERIF, SYMBOLIC, ITALIC = 1, 2, 4, 64
_SANS_STYLES = (0, 1, 11, 12, 13, 14, 15)


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    """What a font descriptor says (ISO 32000-1, 9.8), in thousandths of an em; `line_gap` is OS/2's."""

    box: tuple[int, int, int, int]
    italic_angle: float
    ascent: int
    descent: int
    cap_height: int
    stem: int
    flags: int
    typo: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Subset:
    """A cut-down face: its compressed bytes, their length before, the new number of each glyph, a name for it."""

    data: bytes = field(repr=False)
    length: int
    places: dict[int, int]
    digest: str


@lru_cache(maxsize=1 << 14)
def width(font: FontFile, gid: int) -> int:
    """Advance of a glyph as `hmtx` has it, in thousandths of an em."""
    advance: int = hb_font(font).get_glyph_h_advance(gid)
    return round(EM * advance / font.units_per_em)


@lru_cache(maxsize=1 << 14)
def vertical_reach(font: FontFile, gid: int) -> tuple[float, float]:
    """The lowest and highest point of a glyph's outline in em; both 0 for a glyph without one."""
    extents = hb_font(font).get_glyph_extents(gid)
    if extents is None or not extents.height:
        return 0.0, 0.0
    top = extents.y_bearing / font.units_per_em
    return top + extents.height / font.units_per_em, top


@lru_cache(maxsize=64)
def measures(font: FontFile) -> FaceMetrics:
    """The measures of a face from its tables `head`, `post` and `OS/2`."""
    face = hb_font(font).face
    scale = EM / font.units_per_em
    box = tuple(round(value * scale) for value in struct.unpack_from(">4h", face.reference_table("head").data, 36))
    post = face.reference_table("post").data
    angle = struct.unpack_from(">i", post, 4)[0] / 65536 if len(post) >= 16 else 0.0
    fixed = bool(struct.unpack_from(">I", post, 12)[0]) if len(post) >= 16 else False
    os2 = face.reference_table("OS/2").data
    weight = struct.unpack_from(">H", os2, 4)[0] if len(os2) >= 78 else 400
    serif = len(os2) >= 78 and os2[32] in (0, 2) and os2[33] not in _SANS_STYLES
    return FaceMetrics(
        box=box,
        italic_angle=angle,
        ascent=round(EM * font.ascent),
        descent=round(EM * font.descent),
        cap_height=round(EM * font.cap_height),
        stem=round(50 + (weight / 65) ** 2),
        flags=SYMBOLIC | FIXED_PITCH * fixed | SERIF * serif | ITALIC * (angle != 0),
        typo=_typo(font, os2),
    )


@lru_cache(maxsize=256)
def subset(font: FontFile, gids: frozenset[int]) -> Subset:
    """The face cut down to `gids`, their parts and `.notdef`; without hinting, layout and names."""
    face = hb_font(font).face
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.glyph_set.update(gids)
    wanted.drop_table_tag_set.update(_tag(table) for table in face.table_tags if table not in KEPT_TABLES)
    plan = hb.SubsetPlan(face, wanted)
    data = plan.execute().blob.data
    places = {old: new for old, new in plan.old_to_new_glyph_mapping.items() if old in gids}
    return Subset(zlib.compress(data, LEVEL), len(data), places, hashlib.sha256(data).hexdigest())


def _tag(table: str) -> int:
    return int.from_bytes(table.encode("latin-1"))


def _typo(font: FontFile, os2: bytes) -> tuple[float, float, float]:
    """Ascender, descender (positive) and line gap in em, as Matplotlib takes them: from OS/2 if there is one."""
    if len(os2) < 78:
        return font.ascent, -font.descent, 0.0
    ascent, descent, gap = struct.unpack_from(">3h", os2, 68)
    return ascent / font.units_per_em, -descent / font.units_per_em, gap / font.units_per_em
