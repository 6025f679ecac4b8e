"""The columns of a bridge, their shapes and inks, and what is said of them in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.brand import Brand
from reportgen.colour.inks import Ink
from reportgen.content.report import Datum, Statistic
from reportgen.figures import text_alternatives
from reportgen.figures.base import Shape, TextAlternative
from reportgen.figures.drawing.segments import framed, rectangle
from reportgen.geometry import Rect
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


def column_shape(column: BridgeColumn, box: Rect, ink: Ink, line: float, by: str) -> Shape | None:
    """A solid column, or an outline for what is taken away; too small for an outline it is solid, and nothing at 0."""
    size, cell = min(box.width, box.height), (column.row, 1)
    if size < 1e-6:
        return None
    if column.total or column.end >= column.start or size <= 2.5 * line:
        return Shape(rectangle(box.x, box.y, box.width, box.height), fill=ink, cell=cell, by=by)
    return Shape(framed(box.x, box.y, box.width, box.height, line), fill=ink, cell=cell, by=by)


def value_lines(
    columns: Sequence[BridgeColumn], emphasised: Sequence[str], brand: Brand, language: str
) -> list[SetLine]:
    """The values of columns, totals and those emphasised in bold."""
    style = brand.styles.figure_label
    spans = [Span(column.text, bold=column.total or column.name in emphasised) for column in columns]
    return [set_line((span,), style, language) for span in spans]


def column_ink(column: BridgeColumn, emphasised: Sequence[str], brand: Brand) -> Ink:
    """The ink of a column: totals are quiet beside their steps, and all are beside those that are emphasised."""
    roles = brand.roles
    if column.name in emphasised:
        return roles.mark_emphasised
    if column.total:
        return roles.mark_beside if emphasised else roles.mark_quiet
    return roles.mark_beside if emphasised else roles.mark


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
        label=text_alternatives.subject(statistic),
        first=first.text,
        start=first.name,
        last=last.text,
        end=last.name,
        steps=listed,
        count=text_alternatives.counted(len(steps), statistic.language),
    )
    header = (words["table_step"], words["table_value"])
    rows = ((column.name, replace(column.datum, text=column.text)) for column in columns)
    return TextAlternative(statistic.alt or sentence, (header, *rows))
