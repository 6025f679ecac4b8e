"""What a page paints, in the order in which it does: text, paths, pictures and shadings, with all that a rule asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reportgen.check.colour_spaces import ColourSpace
from reportgen.check.pdf_fonts import FontGlyph, PdfFont
from reportgen.geometry import Bbox, Matrix, Point


@dataclass(frozen=True, slots=True)
class Mark:
    """One level of marked content (ISO 32000-1, 14.6). `stream` is the form it stands in, 0 for the page itself."""

    tag: str
    mcid: int | None = None
    stream: int = 0
    actual: str | None = None
    alt: str | None = None
    lang: str | None = None
    key: int = 0
    """Tells one stretch of marked content from the next."""

    @property
    def artifact(self) -> bool:
        """Whether it is decoration or furniture, which no one reads aloud."""
        return self.tag == "Artifact"


@dataclass(frozen=True, slots=True)
class PaintedColour:
    """A colour: values in a space, or a pattern."""

    space: ColourSpace
    value: tuple[float, ...]
    pattern: Any = None


@dataclass(frozen=True, slots=True)
class Compositing:
    """How paint meets what is there already."""

    alpha: float = 1.0
    blend: str = "Normal"
    overprint: bool = False
    mode: int = 0
    masked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintedObject:
    """What all have. `order` counts from the first object painted; `layer` is `page`, `pattern`, `mask` or `type3`."""

    order: int
    box: Bbox
    clip: Bbox
    marks: tuple[Mark, ...]
    compositing: Compositing
    layer: str = "page"

    @property
    def visible_box(self) -> Bbox | None:
        """What the clip leaves of it; None if nothing."""
        return self.box.shared(self.clip)

    @property
    def artifact(self) -> bool:
        """Whether it is marked as decoration."""
        return any(mark.artifact for mark in self.marks)

    @property
    def content(self) -> tuple[int, int] | None:
        """The innermost marked content that the structure tree can name: its stream and MCID."""
        return next(((m.stream, m.mcid) for m in reversed(self.marks) if m.mcid is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintedText(PaintedObject):
    """One string shown. `size` is in points on the page; `mode` is the rendering mode (3: invisible)."""

    paint: PaintedColour
    stroke: PaintedColour
    font: PdfFont
    size: float
    mode: int
    glyphs: tuple[FontGlyph, ...]
    centres: tuple[Point, ...]
    start: Point
    end: Point
    text: str
    line_width: float = 0.0

    @property
    def shown(self) -> PaintedColour:
        """The paint that a reader sees: the fill's, or the stroke's where there is only an outline."""
        return self.stroke if self.mode in (1, 5) else self.paint

    @property
    def visible(self) -> bool:
        """Whether it leaves anything on the page."""
        return self.mode not in (3, 7) and self.compositing.alpha > 0 and self.visible_box is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintedPath(PaintedObject):
    """A filled or stroked outline, curves as short straight stretches; `width` is the line's, in points on the page."""

    paint: PaintedColour
    stroked: bool
    width: float
    rings: tuple[tuple[Point, ...], ...]
    even_odd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintedPicture(PaintedObject):
    """An image. `paint` is the colour that an image mask is filled with; `value` the image's dictionary or stream."""

    value: Any
    matrix: Matrix
    pixels: tuple[int, int]
    space: ColourSpace
    bits: int
    stencil: bool
    paint: PaintedColour
    inline: bool = False

    @property
    def ppi(self) -> float:
        """The effective resolution, pixels to the inch, in the direction where it is lower."""
        a, b, c, d, _, _ = self.matrix
        wide, high = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
        across = self.pixels[0] * 72 / wide if wide > 0 else float("inf")
        up = self.pixels[1] * 72 / high if high > 0 else float("inf")
        return min(across, up)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaintedShading(PaintedObject):
    """A shading painted by `sh` or as a pattern; `samples` are colours along it."""

    space: ColourSpace
    samples: tuple[tuple[float, ...], ...]
    value: Any = None


def parts(item: PaintedObject) -> list[Bbox]:
    """Where an object really is: of a path with many outlines, each one's box; within the clip."""
    boxes = [item.box]
    if isinstance(item, PaintedPath) and 1 < len(item.rings) <= _MOST_PARTS:
        boxes = [Bbox.around(ring).grown(item.width / 2) for ring in item.rings if ring]
    return [met for box in boxes if (met := box.shared(item.clip)) is not None]


_MOST_PARTS = 5000


@dataclass(slots=True)
class Painted:
    """All that a page's content does: the objects it paints and the resources it uses."""

    objects: list[PaintedObject] = field(default_factory=list)
    spaces: list[ColourSpace] = field(default_factory=list)
    states: list[Any] = field(default_factory=list)
    groups: list[Any] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    repairable: list[str] = field(default_factory=list)

    @property
    def texts(self) -> list[PaintedText]:
        """The strings shown by the page itself and its forms."""
        return [item for item in self.objects if isinstance(item, PaintedText) and item.layer == "page"]
