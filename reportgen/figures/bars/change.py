"""The kind `change`: two columns from one base line at zero, what came or went marked on the second."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.colour.inks import Ink
from reportgen.content.report import Datum
from reportgen.figures import text_alternatives
from reportgen.figures.base import FigureError, Label, Mark, Shape, in_reading_order, no_less, too_narrow
from reportgen.figures.drawing.least_printed import is_too_small, printed_end
from reportgen.figures.drawing.margin_labels import LabelPiece, LabelRows, row_width
from reportgen.figures.drawing.segments import rectangle
from reportgen.figures.request import Request
from reportgen.figures.shared_scale import ScaledFigure, ScaleKey, key_of
from reportgen.geometry import Flex
from reportgen.press_practice import LEAST_LINE
from reportgen.text.setting import SetLine, narrowest_measure, set_line, set_text
from reportgen.text.spans import Span

_THEN, _NOW, _CHANGE = (1, 1), (2, 1), (3, 1)
"""The cells of the two values and of the change in the table of values; a column is drawn in one piece or in two."""

_LEAST_COLUMN = 24.0
_OFF_LINE = 0.4
"""Least space between a label and the outline of what is lost, in pt."""
_SQUAT = 0.85
"""A column is at most this much of the figure's height wide, so that a wide figure keeps columns and not slabs."""


@dataclass(frozen=True)
class Change(ScaledFigure):
    """From `before` in `since` to `after` in `until`, the words under the columns.

    `moved` is the change with its sign; where that is written out ("+5.3 percentage points"), `unit` are its words,
    which stand under the number in small type.
    """

    before: Datum
    after: Datum
    since: str
    until: str
    moved: str
    language: str
    unit: str = ""

    @property
    def scale_key(self) -> ScaleKey | None:
        """That of heights in the unit of the value."""
        return key_of("height", self.after)

    def unit_at(self, width: float, height: float) -> float:
        """The highest column ends under its label."""
        tall = height - self.foot - self._over(width) - self._label_room
        return min(self.most_unit, tall / float(max(self.before.value, self.after.value)))

    @property
    def foot(self) -> float:
        """Height of the row of years under the base line, in pt: it stands where a caption would."""
        caption = self.brand.styles.caption
        return self.brand.spaces.close.normal + caption.cap_height + caption.depth

    def measure(self, width: float) -> Flex:
        """Heights above the base line that leave the columns their labels."""
        if self.before.value == self.after.value == 0:
            raise FigureError(f"two columns cannot show {self.after.text}", "leave the figure out")
        needed = max(2 * self._least + self.brand.measures.column_gap, self._stacked.width)
        if width < needed:
            hint = "shorten `since`, or use another figure"
            raise too_narrow("a pair of columns with these labels", needed, width, hint)
        columns = max(3 * self._label_room, self._stacked.height if self._stands_beside(width) else 0.0)
        return no_less(self.brand.figure_height, columns + self._over(width))

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Columns, the difference, base line and labels; `height` includes the foot."""
        room = height - self.foot - self._over(width)
        column, gap = self._column(width, room), self.brand.measures.column_gap
        inside = self._labels_inside(room)
        heights = self._heights(room if inside else room - self._label_room)
        lefts = (0.0, column + gap)
        roles = self.brand.roles
        low, high = min(heights), max(heights)
        then, now = heights[0], min(heights)  # what came stands on what was; what went is the outline over what is
        quiet = [
            Shape(
                rectangle(x, self.foot, column, printed_end(0.0, tall)),
                fill=roles.mark_quiet,
                cell=cell,
                by="height",
                widened=is_too_small(whole),
            )
            for x, cell, tall, whole in zip(lefts, (_THEN, _NOW), (then, now), heights, strict=True)
            if tall > 0
        ]
        difference = self._difference(lefts[1], column, low, high)
        base = Shape(rectangle(0, self.foot - self.brand.measures.rule, 2 * column + gap, self.brand.measures.rule))
        axis = Shape(base.segments, fill=roles.mark_axis)
        centres = [left + column / 2 for left in lefts]
        labels = in_reading_order([*self._value_labels(centres, heights, inside), *self._year_labels(centres)])
        if self._stands_beside(width):
            side = self._side_labels(2 * column + 2 * gap, low, high)
        else:
            block = self._above(width)
            side = block.labels(2 * column + gap, height - block.height, 1.0)
        return (*quiet, *difference, axis, *labels, *side)

    def _stands_beside(self, width: float) -> bool:
        """Whether the label of the change has room beside the columns; it stands over them in a narrow figure."""
        return width >= 2 * self._least + 2 * self.brand.measures.column_gap + self._stacked.width

    def _over(self, width: float) -> float:
        """Height of the label of the change where it stands over the columns."""
        block = self._above(width)
        over = block.height - _depth(block) + self.brand.spaces.close.normal
        return 0.0 if self._stands_beside(width) else over

    def _column(self, width: float, tall: float) -> float:
        gap = self.brand.measures.column_gap
        if not self._stands_beside(width):
            return (width - gap) / 2
        return min((width - self._stacked.width - 2 * gap) / 2, max(tall * _SQUAT, self._widest + gap))

    def _heights(self, tall: float) -> tuple[float, float]:
        most = max(self.before.value, self.after.value)
        tall = min(tall, float(most) * self.most_unit)
        return float(self.before.value / most) * tall, float(self.after.value / most) * tall

    def _difference(self, x: float, column: float, low: float, high: float) -> list[Shape]:
        """The gain as a solid piece; a loss as the outline of what is no longer there."""
        ink, rule = self.brand.roles.mark, self.brand.measures.rule
        if self.after.value > self.before.value:
            foot = min(low, high - LEAST_LINE)
            gain = rectangle(x, self.foot + foot, column, high - foot)
            return [Shape(gain, fill=ink, cell=_NOW, by="height", widened=is_too_small(high))]
        if high - low <= rule:
            return []
        inner = rectangle(x + rule / 2, self.foot + low, column - rule, high - low - rule / 2)
        return [Shape(inner, stroke=ink, line_width=rule)]

    def _labels_inside(self, tall: float) -> bool:
        return min(self._heights(tall)) >= self._label_room + self.brand.spaces.close.normal / 2

    @property
    def _label_room(self) -> float:
        return self.brand.styles.figure_label.cap_height + self.brand.spaces.close.normal

    def _value_labels(self, centres: list[float], heights: tuple[float, float], inside: bool) -> list[Label]:
        pad, style = self.brand.spaces.close.normal, self.brand.styles.figure_label
        within = min(heights) - pad - style.cap_height
        rises = [within if inside else height + pad / 2 for height in heights]
        ink = self.brand.roles.mark_label
        placed = zip(centres, rises, self._values, (1, 2), strict=True)
        return [Label(x, self.foot + rise, line, ink, 0.5, (row, 1)) for x, rise, line, row in placed]

    def _year_labels(self, centres: list[float]) -> list[Label]:
        y = self.foot - self.brand.spaces.close.normal - self.brand.styles.caption.cap_height
        inks: tuple[Ink, Ink] = (self.brand.roles.caption, self.brand.roles.text)
        placed = zip(centres, self._years, inks, (1, 2), strict=True)
        return [Label(x, y, line, ink, 0.5, (row, 0)) for x, line, ink, row in placed]

    def _side_labels(self, x: float, low: float, high: float) -> list[Label]:
        """The change beside what came or went, from the top of the columns down to their base line at most."""
        block = self._stacked
        tall = block.height - _depth(block)
        middle = self.foot + (low + high) / 2
        y = min(middle - tall / 2, self.foot + high - tall)
        return block.labels(x, max(y, self.foot) - _depth(block), 0.0)

    @property
    def _least(self) -> float:
        """The least width of a column."""
        outline = 2 * (self.brand.measures.rule + _OFF_LINE) if self.after.value < self.before.value else 0.0
        return max(_LEAST_COLUMN, self._widest + outline)

    @property
    def _widest(self) -> float:
        """The widest of the labels that stand in or under a column."""
        return max(line.width for line in (*self._values, *self._years))

    @property
    def _values(self) -> tuple[SetLine, SetLine]:
        style = self.brand.styles.figure_label
        after = set_line((Span(self.after.text, bold=True),), style, self.language)
        return set_line(self.before.text, style, self.language), after

    @property
    def _years(self) -> tuple[SetLine, SetLine]:
        style = self.brand.styles.caption
        now = set_line((Span(self.until, bold=True),), style, self.language)
        return set_line(self.since, style, self.language), now

    @property
    def _number(self) -> LabelPiece:
        style = self.brand.styles.emphasis
        line = set_line(self.moved.removesuffix(self.unit).rstrip(), style, self.language, continues=bool(self.unit))
        return LabelPiece(line, style, self.brand.roles.mark, _CHANGE)

    @property
    def _stacked(self) -> LabelRows:
        """The change as it stands beside the columns, its words in lines under the number."""
        style, number = self.brand.styles.figure_label, self._number
        rich = (Span(self.unit),)
        measure = max(number.line.width, narrowest_measure(rich, style, self.language)) + 0.01
        lines = set_text(rich, style, measure, self.language).lines if self.unit else ()
        return LabelRows(((number,), *((LabelPiece(line, style, self.brand.roles.mark, _CHANGE),) for line in lines)))

    def _above(self, width: float) -> LabelRows:
        """The change as it stands over the columns, on one row where that has room."""
        if not self.unit:
            return self._stacked
        style = self.brand.styles.figure_label
        words = LabelPiece(set_line(self.unit, style, self.language), style, self.brand.roles.mark, _CHANGE)
        row = (self._number, words)
        return LabelRows((row,)) if row_width(row) <= width else self._stacked


def _depth(block: LabelRows) -> float:
    """What hangs under the last base line."""
    return max(piece.style.depth for piece in block.rows[-1])


def make(asked: Request) -> Change:
    statistic, words = asked.statistic, asked.words
    moved = text_alternatives.moved(statistic)
    return Change(
        asked.brand,
        text_alternatives.change_alternative(statistic, words),
        statistic.data["before"],
        statistic.datum,
        statistic.since or words["earlier"],
        statistic.until or words["now"],
        text_alternatives.signed(moved),
        statistic.language,
        text_alternatives.unit_of(moved, statistic.language),
    )
