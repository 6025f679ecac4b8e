"""Matplotlib's paths as the path operators of a PDF, at two decimals, and forms of those drawn at many places."""

from __future__ import annotations

from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from matplotlib import _path
from matplotlib.ft2font import LoadFlags
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from reportgen.geometry import Bbox
from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.pdf_objects import number

DECIMALS = 2
OPERATORS = [b"m", b"l", b"", b"c", b"h"]
"""Move, line, quadratic curve (turned into a cubic one), cubic curve, close."""

TILE = 72.0
"""Side of a hatch's tile in pt, as in Matplotlib's own PDF backend."""

GLYPH_SIZE = 100.0
"""Size at which a glyph's outline is taken, in pt: large, because FreeType counts in 64ths of a point."""

FORM_COST = 5
"""What a form costs, in vertices: the rule of Matplotlib's own PDF backend."""

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


@dataclass(frozen=True, slots=True)
class Stamp:
    """A path as operators, with the box it fills at its own place; None when it has no end."""

    operators: str
    box: Bbox | None

    def meets(self, x: float, y: float, field: Bbox) -> bool:
        """Whether any of it, moved by `x`, `y`, lies in `field`."""
        if self.box is None:
            return False
        left, bottom, right, top = self.box
        return left + x < field.right and right + x > field.left and bottom + y < field.top and top + y > field.bottom


def stamp(path: Path, transform: Any, line_width: float) -> Stamp:
    """A path made ready to be drawn many times with lines of at most `line_width` pt."""
    return Stamp(outline(path, transform), _padded_box(path, transform, line_width))


def worth_a_form(vertices: int, uses: int) -> bool:
    """Whether a path of so many vertices is written once for all its uses."""
    return vertices * uses > vertices + uses + FORM_COST


class Stepper:
    """Draws a form here and there. It steps from place to place in whole hundredths, so that nothing adds up."""

    def __init__(self, canvas: InkCanvas) -> None:
        self._canvas = canvas
        self._at = 0, 0

    def __enter__(self) -> Self:
        self._canvas.keep()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._canvas.back()

    def place(self, label: str, x: float, y: float) -> None:
        """Draw the form with its origin at `x`, `y`."""
        to = round(100 * x), round(100 * y)
        across, up = number((to[0] - self._at[0]) / 100), number((to[1] - self._at[1]) / 100)
        self._canvas.write(f"1 0 0 1 {across} {up} cm /{label} Do")
        self._at = to


def _padded_box(path: Path, transform: Any, line_width: float) -> Bbox | None:
    """The box of a path with room for its line and mitred corners (ISO 32000-1, 8.4.3.5); None when it has no end."""
    box = path.get_extents(transform).padded(5 * line_width)
    edges = Bbox(*map(float, box.extents))
    return edges if all(abs(edge) < 1e6 for edge in edges) else None
