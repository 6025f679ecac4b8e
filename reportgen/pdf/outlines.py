"""Matplotlib's paths as the path operators of a PDF, at two decimals."""

from __future__ import annotations

from typing import Any

from matplotlib import _path
from matplotlib.ft2font import LoadFlags
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from reportgen.geometry import Bbox
from reportgen.pdf.pdf_objects import number

DECIMALS = 2
OPERATORS = [b"m", b"l", b"", b"c", b"h"]
"""Move, line, quadratic curve (turned into a cubic one), cubic curve, close."""

TILE = 72.0
"""Side of a hatch's tile in pt, as in Matplotlib's own PDF backend."""

GLYPH_SIZE = 100.0
"""Size at which a glyph's outline is taken, in pt: large, because FreeType counts in 64ths of a point."""

Sketch = tuple[float, float, float] | None


def outline(path: Path, transform: Any, clip: Bbox | None = None, sketch: Sketch = None) -> str:
    """Operators for `path`; with `clip`, lines are cut there and simplified where Matplotlib allows it.

    The writer is Matplotlib's own in C, which its PDF, PS and SVG backends share: 20 times faster than a loop here.
    """
    simplify = bool(clip and path.should_simplify)
    writer: Any = _path  # its stubs lack what the backends call
    written: bytes = writer.convert_to_string(path, transform, clip, simplify, sketch, DECIMALS, OPERATORS, True)
    return written.decode("ascii").rstrip()


def hatch_lines(hatch: str) -> str:
    """The lines of one tile of a hatch."""
    return outline(Path.hatch(hatch), Affine2D().scale(TILE))


def mathematics(parsed: Any) -> str:
    """The outlines of an expression that Matplotlib has set, from 0, 0 on its base line; its faces are its own."""
    parts = []
    for font, size, _, index, x, y in parsed.glyphs:
        font.clear()
        font.set_size(GLYPH_SIZE, 72)
        font.load_glyph(index, flags=LoadFlags.NO_HINTING)
        vertices, codes = font.get_path()
        if len(codes):
            parts.append(outline(Path(vertices, codes), Affine2D().scale(size / GLYPH_SIZE).translate(x, y)))
    parts.extend(" ".join([*map(number, rule), "re"]) for rule in parsed.rects)
    return "\n".join(parts)


def padded_box(path: Path, transform: Any, line_width: float) -> Bbox | None:
    """The box of a path with room for its line and mitred corners (ISO 32000-1, 8.4.3.5); None when it has no end."""
    box = path.get_extents(transform).padded(5 * line_width)
    edges = Bbox(*map(float, box.extents))
    return edges if all(abs(edge) < 1e6 for edge in edges) else None
