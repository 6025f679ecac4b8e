"""The columns of a bridge, checked to add up, their shapes and inks, and what is said of them in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.brand import Brand
from reportgen.colour.inks import Ink
from reportgen.content.report import Datum, Statistic
from reportgen.figures import text_alternatives
from reportgen.figures.base import FigureError, Shape, TextAlternative
from reportgen.figures.drawing.segments import framed, rectangle
from reportgen.geometry import Rect
from reportgen.text.locale import NumberRule, format_list, format_number
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
    """The first point, the steps and the last as columns.

    Raises FigureError where a value is missing, or where start and steps do not come to the end, but for the rounding
    of each (half of its last digit).
    """
    points = statistic.series
    if len(statistic.sets) != 1 or len(points) < 3:
        hint = "give where it began, one step or more, and where it ended"
        raise FigureError("a bridge needs a start, steps and an end in one series", hint)
    missing = next((point.label for point in points if point.datum is None), "")
    if missing:
        raise FigureError(
            f"`{missing}` has no value, so the steps do not lead to the end", "put it together with another"
        )
    data = [point.datum for point in points if point.datum]
    level, columns = Decimal(0), []
    for row, (point, datum) in enumerate(zip(points, data, strict=True), 1):
        total = row in (1, len(points))
        start, level = (Decimal(0), datum.value) if total else (level, level + datum.value)
        text = datum.text if total else text_alternatives.signed(datum)
        columns.append(BridgeColumn(point.label, datum, text, row, start, level, total))
    _check(data, statistic)
    return tuple(columns)


def _check(data: Sequence[Datum], statistic: Statistic) -> None:
    reached = sum((datum.value for datum in data[:-1]), Decimal(0))
    slack = sum(Decimal(1).scaleb(datum.rule.scale - datum.rule.decimals) for datum in data) / 2
    if abs(reached - data[-1].value) > slack:
        there = format_number(reached, data[-1].rule, statistic.language)
        end = statistic.series[-1].label
        message = f"start and steps come to {there}, and `{end}` is {data[-1].text}"
        raise FigureError(message, "add the step that is missing, or mend the one that is wrong")


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
        count=format_number(Decimal(len(steps)), NumberRule(), statistic.language),
    )
    header = (words["table_step"], words["table_value"])
    rows = ((column.name, replace(column.datum, text=column.text)) for column in columns)
    return TextAlternative(statistic.alt or sentence, (header, *rows))
