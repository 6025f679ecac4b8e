"""What a page is expected to show: the runs of type, grounds, figures and pictures of a `Page`, each with its block."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reportgen.figures.base import Label, marks_of
from reportgen.geometry import Bbox, Rect
from reportgen.glyphs import GlyphRun
from reportgen.page import FigureBox, Group, Page, PathBox, PictureBox, Role, TextRun
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
    walk = _ExpectedWalk(page.height)
    walk.group(page.root, "", (), None)
    return walk.expected


class _ExpectedWalk:
    """Goes through the boxes in their order. `groups` are those round a box, outermost first, by their identity."""

    def __init__(self, height: float) -> None:
        self.expected = ExpectedPage()
        self._height = height
        self._owners = 0

    def group(self, group: Group, source: str, groups: tuple[int, ...], owner: Owner | None) -> None:
        """`owner` is the paragraph round a group; one that names nothing of its own belongs to it."""
        inside = (*groups, id(group))
        source = group.source or source
        if owner is None or group.source:
            owner = self._owner(source, inside)
        if group.role is Role.FIGURE and all(isinstance(child, PathBox) for child in group.children):
            self._drawing(group, source)
        for child in group.children:
            match child:
                case Group():
                    self.group(child, source, inside, owner)
                case TextRun(x, y, run):
                    self._run(x, self._height - y, run, owner)
                case FigureBox(rect):
                    self._figure(child, self._area(rect), source, inside)
                case PictureBox(rect):
                    self.expected.objects.append(ExpectedObject("picture", source, self._area(rect), picture=True))
                case PathBox(_, fill) if fill is not None:
                    self._ground(child, groups if group.role is Role.ARTIFACT and groups else inside)

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

    def _drawing(self, group: Group, source: str) -> None:
        """A logo, a code: a drawing of paths, looked for as a whole."""
        rect = bounds(replace(group, frame=None))
        if rect is not None:
            self.expected.objects.append(ExpectedObject("drawing", source, self._area(rect), picture=False))

    def _ground(self, path: PathBox, groups: tuple[int, ...]) -> None:
        """Only upright rectangles are grounds."""
        if len(path.segments) != RECTANGLE:
            return
        numbers = [float(value) for segment in path.segments for value in segment[1:]]
        xs, ys = set(numbers[0::2]), set(numbers[1::2])
        if len(xs) == len(ys) == 2:
            rect = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            self.expected.grounds.append(ExpectedGround(self._area(rect), groups[-1]))

    def _owner(
        self, source: str, groups: tuple[int, ...], paragraph: int | None = None, figure: Bbox | None = None
    ) -> Owner:
        self._owners += 1
        return Owner(self._owners, source, self._owners if paragraph is None else paragraph, groups, figure)

    def _area(self, rect: Rect) -> Bbox:
        return rect.upward(self._height)


RECTANGLE = 5
"""Segments of a rectangle: a move, three lines and the close."""
