"""Where columns stand in a width, and how tall they can be while the values over and under them stay in the figure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import inf

from reportgen.figures.bars.level_bars import Row
from reportgen.figures.drawing.guides import SetGuide
from reportgen.figures.drawing.label_rows import RowLabel, Top, raised, rows_needed
from reportgen.figures.drawing.segments import HATCH
from reportgen.geometry import Rect
from reportgen.text.setting import SetLine
from reportgen.text.type_style import TypeStyle

_RATIO = 0.72
"""A column's width over the distance of two."""
_THICKEST = 72.0
_EDGE = 0.75
"""Room that the line of a guide, or the edge round an interval, takes beyond its value, in pt."""
STUB = 7.0
"""Height in pt of the hatched piece that stands for a gap."""


@dataclass(frozen=True, slots=True)
class ColumnField:
    """Where the columns stand: zero and the height of a unit, within a box; pt."""

    box: Rect
    zero: float
    unit: float
    values: tuple[tuple[RowLabel, bool], ...]
    """The value labels as they are raised over zero, and whether they hang below it."""

    def at(self, value: Decimal) -> float:
        """The height of a value."""
        return self.zero + float(value) * self.unit

    @property
    def stub_foot(self) -> float:
        """Where the piece for a gap begins: at zero, or under it where the columns hang from the top of the box."""
        return min(self.zero, self.box.bottom - STUB - HATCH)


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """How a figure of some width is divided: the width of the plot, the distance of two columns, labels and note; pt.

    `names` are rows of names under the columns, from the top; `key` is how many rows of words of guides stand over the
    plot. Values, of the type `style`, stand `pad` over their columns.
    """

    rows: tuple[Row, ...]
    guides: tuple[SetGuide, ...]
    style: TypeStyle
    pad: float
    plot: float
    spacing: float
    values: tuple[RowLabel, ...]
    names: tuple[tuple[RowLabel, ...], ...]
    noted: bool
    note: tuple[SetLine, ...]
    key: int

    @property
    def thick(self) -> float:
        """The width of a column."""
        return min(self.spacing * _RATIO, _THICKEST)

    def middle(self, number: int) -> float:
        """The middle of a column, counted from 1."""
        return (number - 0.5) * self.spacing

    @property
    def label_rows(self) -> tuple[int, int]:
        """How many rows are enough for the values over the columns, and for those under columns below zero."""
        above, below = self._sides
        return rows_needed(above), rows_needed(below)

    def room(self, count: int) -> float:
        """Height of so many rows of values beyond the columns."""
        return self.pad + self.style.cap_height + (count - 1) * self.style.leading if count else _EDGE

    def field(self, box: Rect, most_unit: float = inf) -> ColumnField:
        """The tallest columns whose labels are within `box`; a unit of value takes `most_unit` pt at most."""
        cap, count = self.style.cap_height, len(self.values) + 1
        for over, under in ((over, total - over) for total in range(2 * count) for over in range(total + 1)):
            field = self._scaled(box, over, under, most_unit)
            tops = [field.zero + label.rise + cap for label, hangs in field.values if not hangs]
            ends = [field.zero - label.rise - cap for label, hangs in field.values if hangs]
            if max(tops, default=0.0) <= box.bottom + 1e-6 and min(ends, default=box.y) >= box.y - 1e-6:
                return field
        raise AssertionError("as many rows as labels are enough")

    @property
    def _sides(self) -> tuple[list[RowLabel], list[RowLabel]]:
        """The values over their columns, and those under them."""
        hanging = [label for label in self.values if self.rows[label.number - 1].is_loss]
        return [label for label in self.values if label not in hanging], hanging

    def _scaled(self, box: Rect, over: int, under: int, most_unit: float) -> ColumnField:
        """Columns that leave room for so many rows of values over and under them."""
        values = [end for row in self.rows for end in row.ends] + [v for guide in self.guides for v in guide.values]
        low, high = float(min(Decimal(0), *values)), float(max(Decimal(0), *values))
        below, above = self.room(under), self.room(over)
        unit = min(max(box.height - below - above, 0.0) / (high - low), most_unit)
        field = ColumnField(box, box.y + below - low * unit, unit, ())
        reaches = [(n, float(end) * unit) for n, row in enumerate(self.rows, 1) for end in row.ends]
        foot = field.stub_foot - field.zero
        gaps = [n for n, row in enumerate(self.rows, 1) if self.noted and row.point.datum is None]
        reaches += [(number, end) for number in gaps for end in (foot, foot + STUB)]
        half, leading = self.thick / 2, self.style.leading
        tops, depths = (
            [Top(self.middle(n) - half, self.middle(n) + half, max(0.0, sign * end)) for n, end in reaches]
            for sign in (1, -1)
        )
        standing, hanging = self._sides
        placed = [(label, False) for label in raised(standing, tops, self.pad, leading)]
        placed += [(label, True) for label in raised(hanging, depths, self.pad, leading)]
        return ColumnField(box, field.zero, unit, tuple(placed))
