"""The columns of a bridge, their shapes and inks, and what is said of them in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from reportgen.colour.inks import Ink
from reportgen.content.report import Datum, Statistic
from reportgen.figures import text_alternatives
from reportgen.figures.base import MarkFigure, Shape, TextAlternative
from reportgen.figures.drawing.least_printed import is_too_small
from reportgen.figures.drawing.segments import framed, rectangle
from reportgen.figures.sentences import as_sentence, counted, named
from reportgen.geometry import Rect
from reportgen.press_practice import LEAST_LINE
from reportgen.text.locale import format_list
from reportgen.text.setting import SetLine, set_line
from reportgen.text.spans import Span
from reportgen.text.words import Words

_SAID = 4
"""As many steps as the sentence names; of more it names the largest three."""


@dataclass(frozen=True)
class BridgeColumn:
    """A column from `start` to `end` on the scale; of `row` in the table. `total` is a column that stands on zero."""

    name: str
    datum: Datum
    text: str
    row: int
    start: Decimal
    end: Decimal
    total: bool


@dataclass(frozen=True)
class SteppedFigure(MarkFigure):
    """The columns of a bridge, whichever way they lie; those called one of `emphasised` matter."""

    columns: tuple[BridgeColumn, ...]
    emphasised: tuple[str, ...]
    language: str

    @cached_property
    def value_lines(self) -> list[SetLine]:
        """The values of the columns, totals and those emphasised in bold."""
        style = self.brand.styles.figure_label
        spans = [Span(column.text, bold=column.total or column.name in self.emphasised) for column in self.columns]
        return [set_line((span,), style, self.language) for span in spans]

    def value_ink(self, column: BridgeColumn) -> Ink:
        """The ink of a value."""
        roles = self.brand.roles
        return roles.mark_emphasised_label if column.name in self.emphasised else roles.mark_label

    def column_shapes(self, boxes: Sequence[Rect], by: str) -> list[Shape]:
        """The columns in their boxes, without those of nothing, which have no size."""
        placed = zip(self.columns, boxes, strict=True)
        return [self._shape(column, box, by) for column, box in placed if column.datum.value]

    def _shape(self, column: BridgeColumn, box: Rect, by: str) -> Shape:
        """A solid column, or an outline for what is taken away; one that is too small for an outline is solid."""
        line, ink, cell = self.brand.measures.rule, self._ink(column), (column.row, 1)
        small, rises = is_too_small(box.height if by == "height" else box.width), column.end >= column.start
        box = _printed(box, by, rises) if small else box
        solid = column.total or rises or min(box.width, box.height) <= 2.5 * line
        corners = (box.x, box.y, box.width, box.height)
        drawn = rectangle(*corners) if solid else framed(*corners, line)
        return Shape(drawn, fill=ink, cell=cell, by=by, widened=small)

    def _ink(self, column: BridgeColumn) -> Ink:
        """Totals are quiet beside their steps, and all columns are beside those that are emphasised."""
        roles = self.brand.roles
        if column.name in self.emphasised:
            return roles.mark_emphasised
        if self.emphasised:
            return roles.mark_beside
        return roles.mark_quiet if column.total else roles.mark


def _printed(box: Rect, by: str, rises: bool) -> Rect:
    """The box of a step with the least size that prints, from where the step begins."""
    beyond = LEAST_LINE - (box.height if by == "height" else box.width)
    start = 0.0 if rises else beyond
    if by == "height":
        return Rect(box.x, max(0.0, box.y - start), box.width, LEAST_LINE)
    return Rect(max(0.0, box.x - start), box.y, LEAST_LINE, box.height)


def columns_of(statistic: Statistic) -> tuple[BridgeColumn, ...]:
    """The first point, the steps and the last as columns."""
    known = [(point.label, point.datum) for point in statistic.series if point.datum]
    level, columns = Decimal(0), []
    for row, (name, datum) in enumerate(known, 1):
        total = row in (1, len(known))
        start, level = (Decimal(0), datum.value) if total else (level, level + datum.value)
        text = datum.text if total else text_alternatives.signed(datum)
        columns.append(BridgeColumn(name, datum, text, row, start, level, total))
    return tuple(columns)


def bridge_alternative(statistic: Statistic, columns: Sequence[BridgeColumn], words: Words) -> TextAlternative:
    """From what to what by which steps; of many the largest. The table has all, the steps with their signs."""
    first, *steps, last = columns
    said = steps
    if len(steps) > _SAID:
        said = sorted(sorted(steps, key=lambda step: -abs(step.datum.value))[: _SAID - 1], key=lambda step: step.row)
    listed = format_list(
        [words.get("bridge_step", name=step.name, value=step.text) for step in said], statistic.language
    )
    sentence = words.get(
        "bridge_alt" if said is steps else "bridge_alt_largest",
        first=named(first.text, first.name),
        last=named(last.text, last.name),
        steps=listed,
        count=counted(len(steps), statistic.language),
    )
    header = (words["table_step"], words["table_step_value"])
    rows = ((column.name, replace(column.datum, text=column.text)) for column in columns)
    return TextAlternative(statistic.alt or as_sentence(sentence), (header, *rows))
