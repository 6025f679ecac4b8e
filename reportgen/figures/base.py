"""What every kind of figure offers, and the two things it is drawn with: shapes of one ink and set labels."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil, floor
from typing import TYPE_CHECKING

from reportgen.brand import Brand
from reportgen.colour.inks import Ink
from reportgen.content.kinds.declaration import KindError
from reportgen.content.report import Datum
from reportgen.geometry import MM, Flex, Rect, Segments
from reportgen.page import NOTE_CELL, Cell, FigureBox
from reportgen.text.setting import SetLine, continuing

if TYPE_CHECKING:
    from matplotlib.artist import Artist

Table = tuple[tuple[str, ...], ...]
"""Rows of cells as they are read; the first row is the header."""
DataRow = tuple[str | Datum, ...]
"""A row of a table of values: a cell is a text, or a number, which has its text."""


class FigureError(KindError):
    """A figure cannot be drawn as asked; the message is a clause for the author, `hint` what to do."""


@dataclass(frozen=True, slots=True)
class TextAlternative:
    """What a figure says to a reader who does not see it: a sentence, and the numbers that are drawn."""

    sentence: str
    rows: tuple[DataRow, ...]
    """The table of values, the first row its header."""
    listed: bool = False
    """Whether the rows are read as a list, each as it is drawn: a number and what it counts."""
    widened: tuple[str, str] = ("", "")
    """The head of a column of notes, and the note on a value whose mark is wider than it: it is too small to print."""
    short: frozenset[str] = frozenset()
    """Names that are drawn shorter than they are said here."""

    @property
    def table(self) -> Table:
        """What the table says."""
        return tuple(tuple(cell if isinstance(cell, str) else cell.text for cell in row) for row in self.rows)

    def marked(self, widened: Collection[Cell]) -> Table:
        """The table with a column of notes on the values of some cells, whose marks are wider than they are."""
        head, note = self.widened
        if not widened or not note:
            return self.table
        return tuple((*row, self._note(at, note, widened) if at else head) for at, row in enumerate(self.table))

    def _note(self, row: int, note: str, widened: Collection[Cell]) -> str:
        columns = sorted(column for at, column in widened if at == row)
        several = len(self.table[0]) > 2
        named = ", ".join(self.table[0][column] for column in columns)
        return (f"{named}: {note}" if several else note) if columns else ""

    @property
    def numbers(self) -> Mapping[Cell, Datum]:
        """The numbers of the table by their cells."""
        cells = ((row, column, cell) for row, each in enumerate(self.rows) for column, cell in enumerate(each))
        return {(row, column): cell for row, column, cell in cells if isinstance(cell, Datum)}


@dataclass(frozen=True, slots=True)
class Shape:
    """A path of one ink; line width in pt.

    A mark that stands for a value says which by `cell`, a cell of the figure's values, and `by` says what of the mark
    is in proportion to it: its "width", "height" or "area"; its "x" or "y" where only its position is, on a scale
    that need not begin at zero. One that is `widened` is drawn larger than its value, which is too small to print.
    """

    segments: Segments
    fill: Ink | None = None
    stroke: Ink | None = None
    line_width: float = 0.0
    cell: Cell | None = None
    by: str = ""
    widened: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A set line at `x`, `y` (its base line); `anchor` 0 sets it right of x, 0.5 on its centre, 1 to the left.

    `cell` is the cell of the figure's values that it shows, or one in a row of what is read after them (`NOTE_CELL`).
    """

    x: float
    y: float
    line: SetLine
    ink: Ink
    anchor: float = 0.0
    cell: Cell | None = None

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.x - self.anchor * self.line.width

    @property
    def box(self) -> Rect:
        """Its rectangle from descenders to capitals, `y` the lower edge."""
        runs = self.line.runs
        size = max((placed.run.size for placed in runs), default=0.0)
        cap = max((placed.run.font.cap_height * placed.run.size for placed in runs), default=0.0)
        return Rect(self.left, self.y - 0.25 * size, self.line.width, cap + 0.25 * size)


Mark = Shape | Label


@dataclass(frozen=True)
class MarkFigure:
    """A figure of some kind: its size, what it says, and its marks. Nothing of it knows Matplotlib."""

    brand: Brand
    alternative: TextAlternative
    """What it says to a reader who does not see it."""

    def measure(self, width: float) -> Flex:
        """The heights in pt that it can take at `width` pt; raises FigureError when it cannot be that narrow."""
        raise NotImplementedError

    def cramped(self, width: float) -> float:
        """By what share its bars are shorter at `width` pt than compares well; most have none too short."""
        return 0.0

    def describe(self) -> str:
        """The alternative text: what the figure shows, in a sentence."""
        return self.alternative.sentence

    def values(self) -> Table:
        """The numbers that are drawn, as the page writes them, under a header row."""
        return self.alternative.table

    @property
    def listed(self) -> bool:
        """Whether the values are read as a list, not as a table."""
        return self.alternative.listed

    @property
    def foot(self) -> float:
        """Height in pt of what stands under the figure's base line, where a caption would; most have nothing there."""
        return 0.0

    @property
    def notes(self) -> tuple[str, ...]:
        """Notes that it sets at its foot itself, a line each; a caption goes on under them. Most have none."""
        return ()

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """What is drawn, in pt from the bottom left corner, in order of painting."""
        raise NotImplementedError


@dataclass(frozen=True)
class PlacedFigure:
    """A figure at its final size: its marks are worked out once, for drawing, lint and verification in all editions."""

    figure: MarkFigure
    width: float
    height: float

    def __str__(self) -> str:
        return type(self.figure).__name__

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """What is drawn, in order of painting."""
        return kept_apart(self._loose(mark) for mark in self.figure.marks(self.width, self.height))

    def _loose(self, mark: Mark) -> Mark:
        """A label that says a name shorter than its cell does stands for no cell: the cell says it whole."""
        told = self.figure.alternative
        if not told.short or not isinstance(mark, Label) or mark.cell is None or min(mark.cell) != 0:
            return mark
        row, column = mark.cell
        is_short = row < len(told.table) and column < len(told.table[row]) and told.table[row][column] in told.short
        return replace(mark, cell=None) if is_short else mark

    @cached_property
    def table(self) -> Table:
        """The numbers that are drawn, and which of them are drawn wider than they are.

        That a figure cannot be drawn is told when it is.
        """
        try:
            shapes = [mark for mark in self.marks if isinstance(mark, Shape)]
        except FigureError:
            return self.figure.values()
        widened = {shape.cell for shape in shapes if shape.widened and shape.cell}
        return self.figure.alternative.marked(widened) if widened else self.figure.values()

    def artists(self, width: float, height: float) -> Sequence[Artist]:
        """The marks as artists, at the size that it has. Matplotlib is loaded here and not before."""
        from reportgen.figures.drawing.artists import as_artist

        assert (width, height) == (self.width, self.height)
        return [as_artist(mark) for mark in self.marks]


def in_box(figure: MarkFigure, rect: Rect) -> FigureBox:
    """The box of a page that a figure fills."""
    return FigureBox(rect, PlacedFigure(figure, rect.width, rect.height))


def marks_of(box: FigureBox) -> tuple[Mark, ...]:
    """What a figure of a page draws; nothing for a drawing that is none of ours."""
    return box.drawing.marks if isinstance(box.drawing, PlacedFigure) else ()


def kept_apart(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks with a space at the end of each label that another of its cell follows: they are read in one go.

    A screen reader joins words that no space parts (ISO 32000-1, 14.8.2.5): the entries of a legend are notes, all of
    one paragraph, and a name in lines is one cell.
    """
    found = list(marks)
    met: set[Cell | None] = set()
    for index, mark in reversed(tuple(enumerate(found))):
        if isinstance(mark, Label):
            if mark.cell in met:
                found[index] = replace(mark, line=continuing(mark.line))
            met.add(mark.cell)
    return tuple(found)


def in_reading_order(labels: Iterable[Label]) -> list[Label]:
    """Labels row by row, as the table of values is read; notes to it come last."""
    return sorted(labels, key=lambda label: (bool(label.cell and label.cell[0] < 0), label.cell or NOTE_CELL))


def no_less(height: Flex, least: float) -> Flex:
    """The heights without those under `least` pt."""
    return Flex(max(height.least, least), max(height.normal, least), max(height.most, least))


def too_narrow(what: str, needed: float, width: float, hint: str = "") -> FigureError:
    """That `what` needs more than `width` pt, in whole millimetres."""
    return FigureError(f"{what} needs {ceil(needed / MM)} mm, and has {floor(width / MM)}", hint)
