"""Labels in the margins of a plot, each as near to the height of its value as the others let it stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reportgen.colour.inks import Ink
from reportgen.figures.base import Label
from reportgen.figures.drawing.declutter import moved_apart, room_needed
from reportgen.figures.drawing.names import set_wrapped
from reportgen.figures.drawing.segments import joined, polyline
from reportgen.geometry import Segments
from reportgen.page import Cell
from reportgen.text.setting import SetLine, set_line
from reportgen.text.spans import Span
from reportgen.text.type_style import TypeStyle

GAP = 2.0
"""The least distance of two blocks of a column, in pt, where each has one row."""
_MOVED = 3.0
"""A label that stands farther from its place than this, in pt, is led to it by a hairline."""
_CLEAR = 1.5
"""From the end of such a hairline to the label, in pt."""
_WORD_SPACE = 0.4
"""Between a value and the name beside it, in em."""
_UNDER = 0.3
"""Of the difference in size, what is added over a row that stands under larger type."""


@dataclass(frozen=True, slots=True)
class LabelPiece:
    """A part of a row that has an ink and a cell of its own."""

    line: SetLine
    style: TypeStyle
    ink: Ink
    cell: Cell | None = None


Row = tuple[LabelPiece, ...]


@dataclass(frozen=True, slots=True)
class LabelRows:
    """Rows that stand together; the middle of the capitals of one row would like to be at `wanted` pt.

    That is the first row or, of a block that is held `by_last`, the last one.
    """

    rows: tuple[Row, ...]
    wanted: float = 0.0
    by_last: bool = False

    @property
    def width(self) -> float:
        """The widest row, in pt."""
        return max(row_width(row) for row in self.rows)

    @property
    def height(self) -> float:
        """From the top of the first capitals to the last descenders, in pt."""
        return _cap(self.rows[0]) + sum(self._steps) + _depth(self.rows[-1])

    @property
    def bottom(self) -> float:
        """Where its descenders would like to end."""
        return self.wanted - self.hold

    @property
    def hold(self) -> float:
        """From its bottom up to the middle of the row that it is held by, in pt."""
        if self.by_last:
            return _depth(self.rows[-1]) + _cap(self.rows[-1]) / 2
        return self.height - _cap(self.rows[0]) / 2

    @property
    def _steps(self) -> list[float]:
        """From base line to base line: the leading of the lower row, and more under a row of larger type."""
        pairs = pairwise(self.rows)
        return [_leading(row) + _UNDER * max(0.0, _size(before) - _size(row)) for before, row in pairs]

    def at(self, wanted: float) -> LabelRows:
        """The same at another height."""
        return LabelRows(self.rows, wanted, self.by_last)

    def labels(self, x: float, bottom: float, anchor: float) -> list[Label]:
        """Its labels; a row begins at x (anchor 0) or ends there (anchor 1)."""
        found: list[Label] = []
        y = bottom + self.height - _cap(self.rows[0])
        for step, row in zip((0.0, *self._steps), self.rows, strict=True):
            y -= step
            left = x - anchor * row_width(row)
            for piece in row:
                found.append(Label(left, y, piece.line, piece.ink, cell=piece.cell))
                left += piece.line.width + _space(row)
        return found


MarginLabel = tuple[LabelRows, Decimal]
"""Rows beside a plot, and the value at whose height they would like to stand."""


def column_height(blocks: Sequence[LabelRows], gap: float = GAP) -> float:
    """The least height in pt that a column needs."""
    return room_needed([block.height for block in blocks], gap)


def column_width(blocks: Sequence[LabelRows]) -> float:
    """The widest of some blocks, in pt; 0 without any."""
    return max((block.width for block in blocks), default=0.0)


@dataclass(frozen=True, slots=True)
class LabelColumn:
    """Blocks with their bottoms, beside a plot: they begin (`anchor` 0) or end (1) at `x`."""

    placed: tuple[tuple[LabelRows, float], ...]
    x: float
    anchor: float

    @property
    def labels(self) -> list[Label]:
        """All labels, from the lowest block to the uppermost."""
        return [label for block, y in self.placed for label in block.labels(self.x, y, self.anchor)]

    def leads(self, x: float, weight: float) -> Segments:
        """Thin lines of `weight` pt from the places of the blocks, at `x`, to those that stand elsewhere."""
        found = []
        end = self.x + (_CLEAR if self.anchor else -_CLEAR)
        for block, bottom in self.placed:
            y = bottom + block.hold
            if abs(y - block.wanted) > _MOVED:
                half = weight / 2
                corners = ((x, block.wanted - half), (end, y - half), (end, y + half), (x, block.wanted + half))
                found.append(polyline(corners, closed=True))
        return joined(found)


def set_column(
    blocks: Sequence[LabelRows], x: float, anchor: float, low: float, high: float, gap: float = GAP
) -> LabelColumn:
    """A column from `low` to `high`, each block as near to its place as the others allow.

    Blocks keep the order of their places; of those with one place the first given stands uppermost.
    """
    order = sorted(range(len(blocks)), key=lambda index: (blocks[index].wanted, -index))
    rising = [blocks[index] for index in order]
    bottoms = moved_apart([block.bottom for block in rising], [block.height for block in rising], low, high, gap)
    return LabelColumn(tuple(zip(rising, bottoms, strict=True)), x, anchor)


def row_width(row: Row) -> float:
    """The pieces of a row with the spaces between them, in pt."""
    return sum(piece.line.width for piece in row) + _space(row) * (len(row) - 1)


def value_line(text: str, style: TypeStyle, language: str, bold: bool = True) -> SetLine:
    """A value on one line."""
    return set_line((Span(text, bold=bold),), style, language)


def named(
    value: LabelPiece,
    name: str,
    ink: Ink,
    cell: Cell,
    measure: float,
    language: str,
    first: bool = False,
    bold: bool = False,
) -> LabelRows:
    """A value and its name: beside each other where `measure` has room for both, else one under the other.

    `first` puts the name before the value. Under it a name takes up to three lines.
    """
    line = LabelPiece(set_line((Span(name, bold=bold),), value.style, language), value.style, ink, cell)
    row = (line, value) if first else (value, line)
    if row_width(row) <= measure or not name:
        return LabelRows((row if name else (value,),), by_last=first)
    lines = set_wrapped(name, value.style, max(measure, value.line.width), language, bold).lines
    rows = tuple((LabelPiece(each, value.style, ink, cell),) for each in lines)
    if not first:
        return LabelRows(((value,), *rows))
    last = (*rows[-1], value)
    return LabelRows((*rows[:-1], last) if row_width(last) <= measure else (*rows, (value,)), by_last=True)


def _space(row: Row) -> float:
    return _WORD_SPACE * row[0].style.size


def _size(row: Row) -> float:
    return max(piece.style.size for piece in row)


def _cap(row: Row) -> float:
    return max(piece.style.cap_height for piece in row)


def _leading(row: Row) -> float:
    return max(piece.style.leading for piece in row)


def _depth(row: Row) -> float:
    return max(piece.style.depth for piece in row)
