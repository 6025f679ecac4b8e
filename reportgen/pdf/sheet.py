"""The sheet that a page stands on: its boxes (ISO 32000-1, 14.11.2) and, for a printer, its crop marks.

Nothing is scaled. The page is moved onto the sheet and cut at its bleed; the marks stand outside the bleed.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.geometry import MM, Bbox
from reportgen.page import Page
from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.edition_colours import separation
from reportgen.pdf.pdf_objects import number
from reportgen.press_practice import LEAST_LINE

SLUG = 7 * MM
"""Room round the bleed for the crop marks."""

MARK = 5 * MM
CLEAR = 1.0
"""How far the marks keep from the bleed, in pt: a mark that touches it could be cut with the page."""

REGISTRATION = separation("All", (100.0, 100.0, 100.0, 100.0))
"""The colour that is in every plate (ISO 32000-1, 8.6.6.4): marks in it show whether the plates register."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with a page of `trim` (width and height) on it; `bleed` and `slug` on every side. All in pt."""

    trim: tuple[float, float]
    bleed: float = 0.0
    slug: float = 0.0

    @property
    def origin(self) -> tuple[float, float]:
        """The page's bottom left corner on the sheet."""
        return self.bleed + self.slug, self.bleed + self.slug

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet."""
        return self.trim[0] + 2 * self.origin[0], self.trim[1] + 2 * self.origin[1]

    @property
    def trim_box(self) -> Bbox:
        """What is left when the page is cut: left, bottom, right, top."""
        return self._round(0.0)

    @property
    def bleed_box(self) -> Bbox:
        """As far as ink reaches."""
        return self._round(self.bleed)

    @property
    def boxes(self) -> dict[str, list[float]]:
        """The boxes as a page dictionary has them. X-4 asks for one TrimBox and no ArtBox; a CropBox is not needed."""
        boxes = {"MediaBox": [0, 0, *self.size], "TrimBox": list(self.trim_box)}
        return {**boxes, "BleedBox": list(self.bleed_box)} if self.bleed else boxes

    def _round(self, by: float) -> Bbox:
        x, y = self.origin
        return Bbox(x, y, x + self.trim[0], y + self.trim[1]).grown(by)


def sheet_of(page: Page, bleed: bool) -> Sheet:
    """The sheet of a page: with bleed and room for marks, or just its trimmed size."""
    return Sheet((page.width, page.height), page.bleed, SLUG) if bleed else Sheet((page.width, page.height))


def open_sheet(sheet: Sheet, canvas: InkCanvas) -> None:
    """Set the boxes of the canvas's page; from here on its origin is the page's corner, until `close_sheet`."""
    canvas.objects.entries.update(sheet.boxes)
    if not sheet.slug:
        return
    canvas.origin = sheet.origin
    canvas.keep()
    left, bottom, right, top = sheet.bleed_box
    canvas.clip(" ".join([*map(number, (left, bottom, right - left, top - bottom)), "re"]))
    canvas.apply((1, 0, 0, 1, *sheet.origin))


def close_sheet(sheet: Sheet, canvas: InkCanvas) -> None:
    """Take back what `open_sheet` did, and draw the crop marks, as an artifact (14.8.2.2.2)."""
    if not sheet.slug:
        return
    canvas.back()
    canvas.origin = 0.0, 0.0
    label = canvas.objects.named("ColorSpace", "All", lambda: list(REGISTRATION))
    canvas.begin("Artifact", "<</Type/Page>>")
    canvas.keep()
    canvas.set_line(LEAST_LINE)
    canvas.write(f"/{label} CS 1 SCN")
    canvas.paint(_marks(sheet), fill=False, stroke=True)
    canvas.back()
    canvas.end()


def _marks(sheet: Sheet) -> str:
    """Two lines at each corner, in line with the edges of the trim."""
    left, bottom, right, top = sheet.trim_box
    near = sheet.bleed + CLEAR
    far = near + MARK
    lines = [
        line
        for x, out in ((left, -1), (right, 1))
        for y, up in ((bottom, -1), (top, 1))
        for line in ((x + out * near, y, x + out * far, y), (x, y + up * near, x, y + up * far))
    ]
    return " ".join(f"{number(x1)} {number(y1)} m {number(x2)} {number(y2)} l" for x1, y1, x2, y2 in lines)
