"""Type in a figure: what Matplotlib asks for, shaped in a brand's faces and measured as Matplotlib does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from reportgen.glyphs import FontFile, GlyphRun
from reportgen.pdf.errors import MissingGlyph
from reportgen.pdf.face_subsets import measures, vertical_reach
from reportgen.text.coverage import name_of
from reportgen.text.shaper import shape

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text


_WEIGHTS = {
    **{"ultralight": 100, "light": 200, "normal": 400, "regular": 400, "book": 400, "medium": 500, "roman": 500},
    **{"semibold": 600, "demibold": 600, "demi": 600, "bold": 700, "heavy": 800, "extra bold": 800, "black": 900},
}
"""The names of weights as Matplotlib counts them (`matplotlib.font_manager.weight_dict`)."""


class FontBook(Protocol):
    """Where a figure's type comes from."""

    def find(self, families: Sequence[str], weight: int, italic: bool) -> FontFile:
        """The brand face nearest to what is asked; `weight` counts from 100 to 900."""


class Typesetter:
    """Sets the type of figures in the faces of a brand."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self._faces: dict[Any, FontFile] = {}

    def run(self, text: str, prop: FontProperties, mtext: Text | None = None) -> GlyphRun:
        """`text` on one line, in the language and with the features of `mtext`. Raises `MissingGlyph`."""
        language = (mtext.get_language() if mtext else None) or "en"
        features = tuple(_feature(tag) for tag in (mtext.get_fontfeatures() if mtext else None) or ())
        run = shape(text, self.face(prop), prop.get_size_in_points(), language=str(language), features=features)
        missing = [glyph.text for glyph in run.glyphs if glyph.gid == 0 and glyph.text]
        if missing:
            raise MissingGlyph(f"{run.font.name} has no glyph for {name_of(missing[0][0])}, which a figure shows")
        return run

    def face(self, prop: FontProperties) -> FontFile:
        """The brand face for `prop`."""
        key = tuple(prop.get_family()), _weight(prop.get_weight()), prop.get_style() != "normal"
        if key not in self._faces:
            self._faces[key] = self._fonts.find(*key)
        return self._faces[key]

    def measure(self, text: str, prop: FontProperties) -> tuple[float, float, float]:
        """Advance width, height of the inked part and its depth below the base line, in pt."""
        run = self.run(text, prop)
        reaches = [_reach(run, index) for index in range(len(run.glyphs))]
        inked = [reach for reach in reaches if reach != (0.0, 0.0)]
        low = run.size * min((reach[0] for reach in inked), default=0.0)
        high = run.size * max((reach[1] for reach in inked), default=0.0)
        return run.width, high - low, -low

    def height(self, prop: FontProperties) -> tuple[float, float, float]:
        """Ascender, descender (positive) and line gap of the face, in pt."""
        size = prop.get_size_in_points()
        ascent, descent, gap = measures(self.face(prop)).typo
        return ascent * size, descent * size, gap * size


def _reach(run: GlyphRun, index: int) -> tuple[float, float]:
    glyph = run.glyphs[index]
    low, high = vertical_reach(run.font, glyph.gid)
    return (low + glyph.dy, high + glyph.dy) if low or high else (low, high)


def _feature(written: str) -> tuple[str, bool]:
    """A feature as Matplotlib takes it: `tnum`, `+tnum`, `-liga`, `kern=0`."""
    tag, _, value = written.lstrip("+-").partition("=")
    return tag, not written.startswith("-") and value not in ("0", "off")


def _weight(weight: str | int | float) -> int:
    return _WEIGHTS.get(weight, 400) if isinstance(weight, str) else int(weight)
