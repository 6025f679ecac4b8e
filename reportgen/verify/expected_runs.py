"""What a page is expected to show: the runs of type, grounds, figures and pictures of a `Page`, each with its block."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.figures.base import Label, marks_of
from reportgen.geometry import Bbox, Rect, corners
from reportgen.glyphs import GlyphRun
from reportgen.page import FigureBox, Group, Page, PathBox, PictureBox, PlacedBox, Role, TextRun
from reportgen.pdf.bounds import bounds


@dataclass(frozen=True, slots=True)
class Owner:
    """What a run belongs to: a paragraph of the page or a label of a figure, then with the figure's own area.

    `source` is the block that it shows; `groups` are the groups round it, outermost first, by their identity. `number`
    tells owners apart, and `paragraph` what is read as one text: all labels of a figure are.
    """

    number: int
    source: str
    paragraph: int
    groups: tuple[int, ...]
    figure: Bbox | None = None


@dataclass(frozen=True, slots=True)
class ExpectedRun:
    """A run of type as it should stand: its pen in pt from the bottom left corner, and how far to its last glyph."""

    x: float
    y: float
    text: str
    size: float
    advance: float
    owner: Owner


@dataclass(frozen=True, slots=True)
class ExpectedGround:
    """A filled rectangle of the page itself; what belongs on it stands within `group`, by its identity."""

    area: Bbox
    group: int


@dataclass(frozen=True, slots=True)
class ExpectedObject:
    """A picture, a figure or a drawing with a frame: `what` it is called, where it should be seen."""

    what: str
    source: str
    area: Bbox
    picture: bool


@dataclass
class ExpectedPage:
    """All that a page is expected to show. `unlabelled` are figures whose labels are not known beforehand."""

    runs: list[ExpectedRun] = field(default_factory=list)
    grounds: list[ExpectedGround] = field(default_factory=list)
    objects: list[ExpectedObject] = field(default_factory=list)
    unlabelled: list[ExpectedObject] = field(default_factory=list)


def expected_page(page: Page) -> ExpectedPage:
    """What `page` is expected to show, in order of painting."""
    reader = _PageReader(page.height)
    for placed in page.walk():
        reader.read(placed)
    return reader.expected


class _PageReader:
    """Notes what is met in a page. `_around` has the paragraph of each group, by the group's identity."""

    def __init__(self, height: float) -> None:
        self.expected = ExpectedPage()
        self._height = height
        self._owners = 0
        self._around: dict[int, Owner] = {}

    def read(self, placed: PlacedBox) -> None:
        """One box; a group before what it holds."""
        box, groups, source = placed
        match box:
            case Group():
                self._group(box, groups, source)
            case TextRun(x, y, run):
                self._run(x, self._height - y, run, self._around[id(groups[-1])])
            case FigureBox(rect):
                self._figure(box, rect.upward(self._height), source, _identities(groups))
            case PictureBox(rect):
                self._object("picture", source, rect)
            case PathBox(_, fill) if fill is not None:
                within = groups[:-1] if groups[-1].role is Role.ARTIFACT else groups
                self._ground(box, within[-1] if within else groups[-1])

    def _group(self, group: Group, groups: tuple[Group, ...], source: str) -> None:
        """A group that names nothing of its own belongs to the paragraph round it; a drawing is one object."""
        if group.source or not groups:
            self._around[id(group)] = self._owner(source, _identities((*groups, group)))
        else:
            self._around[id(group)] = self._around[id(groups[-1])]
        if group.role is Role.FIGURE and all(isinstance(child, PathBox) for child in group.children):
            rect = bounds(group.children)
            if rect is not None:
                self._object("drawing", source, rect)

    def _object(self, what: str, source: str, rect: Rect) -> None:
        picture = what == "picture"
        self.expected.objects.append(ExpectedObject(what, source, rect.upward(self._height), picture))

    def _figure(self, box: FigureBox, area: Bbox, source: str, groups: tuple[int, ...]) -> None:
        item = ExpectedObject("figure", source, area, picture=False)
        self.expected.objects.append(item)
        marks = marks_of(box)
        if not marks:
            self.expected.unlabelled.append(item)
        paragraph = self._owner(source, groups).number
        for mark in marks:
            if isinstance(mark, Label):
                owner = self._owner(source, groups, paragraph, area)
                for placed in mark.line.runs:
                    self._run(area.left + mark.left + placed.x, area.bottom + mark.y, placed.run, owner)

    def _run(self, x: float, y: float, run: GlyphRun, owner: Owner) -> None:
        if run.glyphs:
            advance = run.size * sum([glyph.advance for glyph in run.glyphs[:-1]])
            self.expected.runs.append(
                ExpectedRun(x, y, "".join([glyph.text for glyph in run.glyphs]), run.size, advance, owner)
            )

    def _ground(self, path: PathBox, group: Group) -> None:
        """Only upright rectangles are grounds."""
        if len(path.segments) != RECTANGLE:
            return
        points = corners(path.segments)
        if len({x for x, _ in points}) == len({y for _, y in points}) == 2:
            area = Rect.of(path.segments).upward(self._height)
            self.expected.grounds.append(ExpectedGround(area, id(group)))

    def _owner(
        self, source: str, groups: tuple[int, ...], paragraph: int | None = None, figure: Bbox | None = None
    ) -> Owner:
        self._owners += 1
        return Owner(self._owners, source, self._owners if paragraph is None else paragraph, groups, figure)


def _identities(groups: tuple[Group, ...]) -> tuple[int, ...]:
    return tuple([id(group) for group in groups])


RECTANGLE = 5
"""Segments of a rectangle: a move, three lines and the close."""
