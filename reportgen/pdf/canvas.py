"""The canvas that a page is drawn on: ReportLab's, on which nothing has a colour but by an ink.

Coordinates are PDF's: points, the origin at the bottom left corner of the trimmed page, y upwards.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from math import cos, radians, sin
from typing import Any

from reportgen.colour.inks import Ink
from reportgen.geometry import Matrix
from reportgen.glyphs import GlyphRun
from reportgen.pdf.document_fonts import DocumentFonts
from reportgen.pdf.edition_colours import KNOCKING_OUT, OVERPRINTING, Colour
from reportgen.pdf.engine import PlainCanvas
from reportgen.pdf.graphics_state import SOLID, Dash, GraphicsState
from reportgen.pdf.page_objects import PageObjects
from reportgen.pdf.pdf_objects import Stream, number, precise

VERSION = (1, 6)
"""The header that PDF/X-4 and PDF/A-2 both take."""


class InkCanvas(PlainCanvas):  # type: ignore[misc]  # ReportLab has no types
    """One page. What is drawn goes through the methods here; `objects` has what the page has besides its content."""

    def __init__(self, width: float, height: float, colour: Colour) -> None:
        super().__init__(None, pagesize=(width, height), pageCompression=1, invariant=1, pdfVersion=VERSION)
        self.width = width
        self.height = height
        self.colour = colour
        self.fonts = DocumentFonts()
        self.objects = PageObjects(self._doc)
        self.origin = 0.0, 0.0
        """The trimmed page's bottom left corner on the sheet, in pt; what is drawn is moved there already."""
        self._state = GraphicsState()
        self._saved: list[GraphicsState] = []
        self._text_origin: tuple[int, int] | None = None

    def _make_preamble(self) -> None:
        """ReportLab's would put Helvetica into the file."""
        self._preamble = ""

    @property
    def document(self) -> Any:
        """ReportLab's document: the object model that everything in the file belongs to."""
        return self._doc

    @property
    def operators(self) -> Sequence[str]:
        """What is drawn up to now, an operator or a few to the line."""
        drawn: list[str] = self._code
        return drawn

    def write(self, operators: str) -> None:
        """Operators that set no colour and no state, outside text."""
        if self._text_origin is not None:
            self._code.append("ET")
            self._text_origin = None
        self._code.append(operators)

    def set_fill(self, ink: Ink, size: float = 0.0) -> None:
        """The ink of fills, or of type of `size` pt. Raises `TypeError` for anything else."""
        ink = self.colour.type(_checked(ink), size) if size else _checked(ink)
        if ink != self._state.fill:
            self._code.append(self.operator(ink))
            self._state.fill = ink

    def set_stroke(self, ink: Ink) -> None:
        """The ink of strokes. Raises `TypeError` for anything else."""
        if _checked(ink) != self._state.stroke:
            self._code.append(self.operator(ink, stroke=True))
            self._state.stroke = ink

    def operator(self, ink: Ink, stroke: bool = False) -> str:
        """What makes `ink` the colour of fills, or of strokes; a spot colour comes into the page's resources."""
        space = self.colour.space(ink)
        if space is None:
            return self.colour.stroke(ink) if stroke else self.colour.fill(ink)
        label = self.objects.named("ColorSpace", space[1], lambda: list(space))
        return f"/{label} CS 1 SCN" if stroke else f"/{label} cs 1 scn"

    def spot_resources(self, ink: Ink) -> dict[str, Any]:
        """The resources of a pattern that `ink` is used in: its colour space, if it is a spot colour."""
        space = self.colour.space(ink)
        return (
            {"ColorSpace": {self.objects.named("ColorSpace", space[1], lambda: list(space)): list(space)}}
            if space
            else {}
        )

    def set_alpha(self, fill: float | None = None, stroke: float | None = None) -> None:
        """How opaque fills and strokes are, 0 to 1; None leaves things as they are."""
        before = self._state.alpha
        alpha = before[0] if fill is None else round(fill, 3), before[1] if stroke is None else round(stroke, 3)
        if alpha != before:
            entries = {"ca": _alpha(alpha[0]), "CA": _alpha(alpha[1])}
            self._code.append(f"/{self.objects.named('ExtGState', alpha, lambda: entries)} gs")
            self._state.alpha = alpha
            self.objects.transparent = True

    def set_overprint(self, on: bool) -> None:
        """Whether what is filled next prints over its ground (8.6.7); only black type does."""
        if on != self._state.overprint:
            entries = OVERPRINTING if on else KNOCKING_OUT
            self._code.append(f"/{self.objects.named('ExtGState', ('overprint', on), lambda: entries)} gs")
            self._state.overprint = on

    def set_line(self, width: float, cap: int = 0, join: int = 0, dash: Dash = SOLID, miter: float = 10.0) -> None:
        """Width in pt, cap and join as PDF numbers them (ISO 32000-1, 8.4.3), dash lengths and phase in pt."""
        self._code.extend(self._state.line(width, cap, join, dash, miter))

    def keep(self) -> None:
        """Keep the graphics state until `back`."""
        self.write("q")
        self._saved.append(self._state.copy())

    def back(self) -> None:
        """The graphics state that was kept."""
        self.write("Q")
        self._state = self._saved.pop()

    def apply(self, matrix: Matrix) -> None:
        """Coordinates from here on pass through `matrix` (8.3.4)."""
        self.write(f"{_numbers(matrix)} cm")

    def paint(self, path: str, fill: bool, stroke: bool, even_odd: bool = False) -> None:
        """Paint `path`, given as path operators, with the inks that are set."""
        if operator := paint_operator(fill, stroke):
            self.set_overprint(False)
            self.write(f"{path} {operator}{'*' if fill and even_odd else ''}")

    def clip(self, path: str) -> None:
        """What is drawn until `back` shows only inside `path`."""
        self.write(f"{path} W n")

    def pattern(self, entries: Mapping[str, Any], content: str) -> None:
        """Fill with a tiling pattern (8.7.3); its operators may take colours from `colour` only."""
        a, b, c, d, e, f = entries["Matrix"]
        placed = {**entries, "Matrix": [a, b, c, d, e + self.origin[0], f + self.origin[1]]}
        label = self.objects.named("Pattern", (repr(placed), content), lambda: Stream(placed, content.encode("ascii")))
        self.set_overprint(False)
        self._code.append(f"/Pattern cs /{label} scn")
        self._state.fill = None

    def form(self, box: Sequence[float], content: str) -> str:
        """A form (8.10) for operators that are used many times; gives its label for `place`."""
        entries = {"Type": "XObject", "Subtype": "Form", "BBox": list(box), "Resources": {}}
        key = tuple(box), content
        return self.objects.named("XObject", key, lambda: Stream(entries, content.encode("ascii")))

    def place(self, label: str) -> None:
        """Draw a form, or an image over the unit square."""
        self.set_overprint(False)
        self.write(f"/{label} Do")

    def text(self, x: float, y: float, run: GlyphRun, angle: float = 0.0) -> None:
        """Type in the fill ink, its pen at `x`, `y`, turned by `angle` degrees; runs in a row share one text object."""
        font = self.fonts.embedded(run.font)
        spacing, shown = font.show(run)
        if not shown:
            return
        self.set_overprint(self._state.fill is not None and self.colour.overprints(self._state.fill))
        turned = angle % 360 != 0
        if turned or self._text_origin is None:
            self.write("BT")
            self._text_origin = 0, 0
        start = self._state.type(font.label, run.size, precise(spacing)) + self._set_pen(x, y, angle if turned else 0.0)
        self._code.append(start + shown)
        if turned:
            self._code.append("ET")
            self._text_origin = None

    def begin(self, tag: str, properties: str = "") -> None:
        """Marked content (14.6) until `end`, outside text objects; `properties` is a dictionary as it is written."""
        self.write(f"/{tag}{properties} BDC" if properties else f"/{tag} BMC")

    def end(self) -> None:
        """The end of the marked content that was begun last."""
        self.write("EMC")

    def finish(self) -> bytes:
        """The file. Its ID is made from its content (14.4). Raises `RuntimeError` when a `back` is missing."""
        if self._saved:
            raise RuntimeError(f"{len(self._saved)} graphics states were kept and not taken back")
        self.write("")
        content = "\n".join(filter(None, self._code)).encode("ascii")
        fonts, size = self.fonts.resources(self._doc), (self.width, self.height)
        self._doc.addPage(self.objects.page(size, content, fonts, self.colour.blending))
        self._doc._ID = b"[<%s><%s>]" % (b"0" * 32, b"0" * 32)
        data: bytes = self._doc.GetPDFData(self)
        digest = hashlib.sha256(data).hexdigest()[:32].encode("ascii")
        head, mark, tail = data.rpartition(self._doc._ID)
        return head + mark.replace(b"0" * 32, digest) + tail

    def _set_pen(self, x: float, y: float, angle: float) -> str:
        """`Td` counts from the place before, so that is kept in whole hundredths: nothing adds up."""
        if angle:
            turn = cos(radians(angle)), sin(radians(angle))
            return f"{_numbers((turn[0], turn[1], -turn[1], turn[0], x, y))} Tm "
        before = self._text_origin or (0, 0)
        self._text_origin = round(x * 100), round(y * 100)
        across, up = (self._text_origin[axis] - before[axis] for axis in (0, 1))
        return f"{number(across / 100)} {number(up / 100)} Td "


def paint_operator(fill: bool, stroke: bool) -> str:
    """The operator that paints a path; empty when there is nothing to paint."""
    return "B" if fill and stroke else "f" if fill else "S" if stroke else ""


def _numbers(matrix: Matrix) -> str:
    """The six numbers of a matrix: five decimals for what scales, two for what moves."""
    return " ".join([*map(precise, matrix[:4]), *map(number, matrix[4:])])


def _checked(ink: Ink) -> Ink:
    if not isinstance(ink, Ink):
        raise TypeError(f"only an ink can be drawn with, not {ink!r}")
    return ink


def _alpha(value: float) -> bytes:
    return f"{value:.3f}".rstrip("0").rstrip(".").encode("ascii")
