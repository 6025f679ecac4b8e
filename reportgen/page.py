"""The page that layout hands to drawing: frozen boxes at absolute positions, in reading order, with role and language.

Measures are points; the origin is the top left corner of the trimmed page and y grows downwards. The tree is in reading
order, and it is painted in the same order, so a ground stands before what stands on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from reportgen.colour.inks import Ink
from reportgen.geometry import Rect, Segments
from reportgen.glyphs import GlyphRun

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class SheetFormat:
    """A trimmed size in mm; `text` is a factor on text, which is read from a distance on a slide."""

    width: float
    height: float
    text: float = 1.0


_UPRIGHT: Mapping[str, SheetFormat] = {
    "A5": SheetFormat(148, 210),
    "A4": SheetFormat(210, 297),
    "A3": SheetFormat(297, 420),
    "Letter": SheetFormat(215.9, 279.4),
}

FORMATS: Mapping[str, SheetFormat] = {
    **_UPRIGHT,
    **{f"{name} landscape": SheetFormat(sheet.height, sheet.width) for name, sheet in _UPRIGHT.items()},
    "slide": SheetFormat(338.667, 190.5, 1.25),
}
"""Every format that a brand and a report may name: ISO 216, ANSI/ASME Y14.1 (Letter), and a slide of 16:9.

Paper stands upright unless it says otherwise; a slide lies.
"""


def format_named(written: str) -> str:
    """The name in `FORMATS` of what was written: `a4, Landscape`, `A4 portrait`, `US Letter`, `16:9`; "" for none."""
    words = written.casefold().replace(",", " ").split()
    if "16:9" in words:
        words = ["slide", *(word for word in words if word not in ("16:9", "slide"))]
    usual = "landscape" if words[:1] == ["slide"] else "portrait"
    name = " ".join(words).removeprefix("us ").removesuffix(f" {usual}")
    return next((known for known in FORMATS if known.casefold() == name), "")


class Role(StrEnum):
    """Standard structure types of ISO 32000-1, 14.8.4, as far as a page needs them."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    HEADING_1 = "H1"
    HEADING_2 = "H2"
    PARAGRAPH = "P"
    QUOTATION = "BlockQuote"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    CAPTION = "Caption"
    LINK = "Link"
    NOTE = "Note"
    REFERENCE = "Reference"
    SPAN = "Span"
    ARTIFACT = "Artifact"


@dataclass(frozen=True, slots=True)
class TextRun:
    """Shaped type of one ink; the pen starts at `x` on the base line `y`."""

    x: float
    y: float
    run: GlyphRun
    ink: Ink


class Cap(IntEnum):
    """How a line ends, numbered as ISO 32000-1, 8.4.3.3 has it."""

    BUTT = 0
    ROUND = 1
    SQUARE = 2


class Join(IntEnum):
    """How two lines meet, numbered as ISO 32000-1, 8.4.3.4 has it."""

    MITER = 0
    ROUND = 1
    BEVEL = 2


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a line is drawn: its ends, its corners, and how far a pointed corner may reach over the line's width."""

    cap: Cap = Cap.BUTT
    join: Join = Join.MITER
    miter: float = 10.0


PLAIN_PEN = LineStyle()


@dataclass(frozen=True, slots=True)
class PathBox:
    """A vector shape, its outline in page points.

    `fill` and `stroke` are inks or None; `line_width` in pt; non-zero winding unless `even_odd`.
    """

    segments: Segments
    fill: Ink | None = None
    stroke: Ink | None = None
    line_width: float = 0.0
    even_odd: bool = False
    pen: LineStyle = PLAIN_PEN


@dataclass(frozen=True, slots=True)
class PictureBox:
    """A photograph or logo in pixels: the bytes of a PNG or JPEG file that, upright, fills `rect`."""

    rect: Rect
    data: bytes
    kind: str


Cell = tuple[int, int]
"""A cell of a figure's values: its row (0 is the header) and its column."""

LEGEND_ROW, PLACES_ROW, BAND_ROW, NOTE_ROW = -4, -3, -2, -1
"""Rows of labels that are none of the values and are read after them, in this order.

A legend and the places marked on a map are lists with an entry in each column; the words of a band and notes, such as
where a cut scale starts, are paragraphs.
"""

NOTE_CELL: Cell = (NOTE_ROW, 0)
"""The first note to the values; the next is in the next column."""


class Drawable(Protocol):
    """What a figure box holds: it gives Matplotlib artists in points, origin at its bottom left corner, y upwards."""

    def artists(self, width: float, height: float) -> Sequence[Any]:
        """The artists that draw the figure at `width` by `height` points. (Any: this module knows no Matplotlib.)

        An artist with an attribute `cell` draws the label of a cell of the figure's values.
        """


@dataclass(frozen=True, slots=True)
class FigureBox:
    """A figure at its final place and size."""

    rect: Rect
    drawing: Drawable


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A live area of the page that leads to `url`; `text` is what a reader hears."""

    rect: Rect
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Boxes that belong together: their role, and where it matters their language, alternative text and values.

    `source` names what the boxes show (`case_study.text`), so that a problem can say where to look. `table` has the
    values of a figure in rows, the first of them the header; `listed` says that they are read as a list. `frame` is the
    rectangle that the boxes fill, where layout knows it. A Span of the language around it that has no alternative text
    is no element of its own: what it holds belongs to the group around it.
    """

    role: Role
    children: tuple[Box, ...]
    language: str = ""
    alt: str = ""
    source: str = ""
    table: tuple[tuple[str, ...], ...] = ()
    listed: bool = False
    frame: Rect | None = None


Box = TextRun | PathBox | PictureBox | FigureBox | LinkArea | Group


class PlacedBox(NamedTuple):
    """A box of a page and what it stands in: `groups` are those round it, the outermost first.

    `source` is its own or that of the nearest group that names one.
    """

    box: Box
    groups: tuple[Group, ...]
    source: str

    @property
    def role(self) -> Role:
        """What it is part of: a figure or an artifact, whatever stands within, or else the role of its group."""
        found = (group.role for group in self.groups if group.role in (Role.FIGURE, Role.ARTIFACT))
        return next(found, self.groups[-1].role if self.groups else Role.DOCUMENT)


@dataclass(frozen=True)
class Page:
    """One finished page: trimmed size and bleed in pt, its tree of boxes, and what the file says of itself."""

    width: float
    height: float
    bleed: float
    root: Group
    title: str
    language: str
    author: str = ""
    subject: str = ""
    date: str = ""

    def walk(self) -> Iterator[PlacedBox]:
        """Every box with the groups round it, in reading order, a group before what it holds."""
        return iter(self._boxes)

    @cached_property
    def _boxes(self) -> tuple[PlacedBox, ...]:
        """A page that is built is walked a dozen times."""
        boxes: list[PlacedBox] = []
        _place(self.root, (), self.root.source, boxes)
        return tuple(boxes)

    def __str__(self) -> str:
        return "\n".join("  " * len(placed.groups) + _describe(placed.box) for placed in self.walk())


def _place(group: Group, groups: tuple[Group, ...], source: str, into: list[PlacedBox]) -> None:
    into.append(PlacedBox(group, groups, source))
    inside = (*groups, group)
    for child in group.children:
        if isinstance(child, Group):
            _place(child, inside, child.source or source, into)
        else:
            into.append(PlacedBox(child, inside, source))


def artifact(*boxes: Box) -> Group:
    """Boxes that are decoration: a screen reader passes over them (ISO 32000-1, 14.8.2.2)."""
    return Group(Role.ARTIFACT, boxes)


def box_path(rect: Rect) -> Segments:
    """The outline of `rect` as path segments."""
    return (
        ("M", rect.x, rect.y),
        ("L", rect.right, rect.y),
        ("L", rect.right, rect.bottom),
        ("L", rect.x, rect.bottom),
        ("Z",),
    )


def _describe(box: Box) -> str:
    match box:
        case TextRun(x, y, run, ink):
            return f"text {x:.1f},{y:.1f} {run.font.name} {run.size:g}pt {ink.name} {run.text!r}"
        case PathBox(segments, fill, stroke):
            first = segments[0] if segments else ()
            inks = " ".join(f"{what} {ink.name}" for what, ink in (("fill", fill), ("stroke", stroke)) if ink)
            return f"path {len(segments)} segments from {_numbers(first[1:])} {inks}"
        case PictureBox(rect, _, kind):
            return f"picture {kind} {_rect(rect)}"
        case FigureBox(rect, drawing):
            return f"figure {drawing} {_rect(rect)}"
        case LinkArea(rect, url):
            return f"link {url} {_rect(rect)}"
        case Group(role, _, language, alt, source):
            parts = [str(role), source, language and f"[{language}]", alt and f"alt={alt!r}"]
            return " ".join(part for part in parts if part)
    raise AssertionError(box)


def _rect(rect: Rect) -> str:
    return f"{rect.x:.1f},{rect.y:.1f} {rect.width:.1f}x{rect.height:.1f}"


def _numbers(values: tuple[str | float, ...]) -> str:
    return ",".join(f"{value:.1f}" if isinstance(value, float) else str(value) for value in values)
