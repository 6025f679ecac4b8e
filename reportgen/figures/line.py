"""Over time: a line with its first and last value labelled and years at the ends; a cut scale says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from math import floor, log10

from reportgen.content.report import Datum
from reportgen.content.report import Point as DataPoint
from reportgen.figures import telling
from reportgen.figures.base import Drawn, FigureError, Label, Mark, Shape, in_reading_order, no_less, too_narrow
from reportgen.figures.kinds import Kind, Request
from reportgen.figures.shapes import Point, circle, joined, polyline, rectangle
from reportgen.flex import Flex
from reportgen.page import NOTE_CELL, Rect
from reportgen.text.locale import format_number
from reportgen.text.setting import SetLine, set_line
from reportgen.text.spans import Span

_LEAST = 85.0
"""The least width of a line over time, in pt: 30 mm."""
_RADIUS = 3.0
_LINE = 1.8
_CUT = Decimal("0.5")
"""A scale starts above zero when the least value is more than this share of the greatest."""
_LONG = 7
"""From this many points on, a year in the middle is named as well."""

Run = Sequence[Point]


@dataclass(frozen=True)
class OverTime(Drawn):
    """`points` from first to last, some without a datum; `cut_note` says where a cut scale starts."""

    points: tuple[DataPoint, ...]
    cut_note: str
    language: str

    @property
    def foot(self) -> float:
        """Height of the years, and of the note on a cut scale, under the base line, in pt."""
        caption = self.brand.styles.caption
        years = self.brand.spaces.close.normal + caption.cap_height + caption.depth
        return years + (caption.leading if self.starts_at else 0.0)

    @cached_property
    def starts_at(self) -> Decimal:
        """Where the scale starts: zero, or a round number under the least value when the line would be flat."""
        return scale_start([datum.value for datum in self._known])

    def measure(self, width: float) -> Flex:
        """Heights over the base line; at least 30 mm wide, more when its labels need it."""
        if len(self._known) < 2:
            raise FigureError("a line needs values", "give at least two points of the series a number")
        gap = self.brand.spaces.close.normal
        pairs = (self._values, self._years)
        needed = max(_LEAST, self._note.width, *(first.width + gap + last.width for first, last in pairs))
        if needed > width:
            raise too_narrow("a line over time with these labels", needed, width, "shorten the names of its points")
        return no_less(self.brand.figure_height, 4 * self._label_room)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Axis, line, end points, their values and the years; `height` includes the foot."""
        roles, rule = self.brand.roles, self.brand.measures.hairline
        plot = Rect(_RADIUS, self.foot, width - 2 * _RADIUS, height - self.foot)
        runs = self._runs(plot)
        axis = self._rise(self.starts_at, plot)
        base = rectangle(0, axis - rule, width, rule)
        lines = [polyline(run) for run in runs if len(run) > 1]
        alone = [circle(*run[0], _RADIUS * 0.6) for run in runs if len(run) == 1]
        first, last = runs[0][0], runs[-1][-1]
        ring = circle(*first, _RADIUS - 0.4 * _LINE)
        shapes = (
            Shape(base, fill=roles.hairline if self.starts_at else roles.mark_axis),
            Shape(joined(lines), stroke=roles.mark, line_width=_LINE),
            Shape(joined(alone), fill=roles.mark),
            Shape(ring, fill=roles.paper, stroke=roles.mark, line_width=0.8 * _LINE),
            Shape(circle(*last, _RADIUS), fill=roles.mark),
        )
        labels = in_reading_order([*self._value_labels(runs, axis, width), *self._foot_labels(plot)])
        return (*(shape for shape in shapes if shape.segments), *labels)

    @cached_property
    def _known(self) -> tuple[Datum, ...]:
        return tuple(point.datum for point in self.points if point.datum)

    def _rise(self, value: Decimal, plot: Rect) -> float:
        """The height of a value: the scale leaves room for a label above, and under values below zero as well."""
        values = [datum.value for datum in self._known]
        low, high = min(self.starts_at, *values), max(*values, Decimal(0))
        floor_room = self._label_room if low < 0 else 0.0
        tall = plot.height - self._label_room - floor_room
        return plot.y + floor_room + float((value - low) / ((high - low) or 1)) * tall

    def _runs(self, plot: Rect) -> list[Run]:
        """The points of the line, a run from gap to gap."""
        across = plot.width / (len(self.points) - 1)
        runs: list[list[Point]] = [[]]
        for index, point in enumerate(self.points):
            if point.datum is None:
                runs.append([])
            else:
                runs[-1].append((plot.x + index * across, self._rise(point.datum.value, plot)))
        return [run for run in runs if run]

    @property
    def _away(self) -> float:
        """From the middle of a point to its label."""
        return _RADIUS + 0.6 * self.brand.spaces.close.normal

    @property
    def _label_room(self) -> float:
        return self._away + self.brand.styles.figure_label.cap_height

    def _value_labels(self, runs: Sequence[Run], axis: float, width: float) -> list[Label]:
        """First and last value, side by side whatever the points, each above or under its point, clear of the line."""
        gap, (first, last) = self.brand.spaces.close.normal, self._values
        start, end = runs[0][0], runs[-1][-1]
        left = min(max(start[0] - _RADIUS, 0.0), width - first.width - gap - last.width)
        right = min(max(end[0] + _RADIUS - last.width, left + first.width + gap), width - last.width)
        rows = [row for row, point in enumerate(self.points, 1) if point.datum]
        placed = ((left, first, start, rows[0]), (right, last, end, rows[-1]))
        ink = self.brand.roles.text
        return [
            Label(x, self._label_rise(x, line, point, runs, axis), line, ink, cell=(row, 1))
            for x, line, point, row in placed
        ]

    def _label_rise(self, x: float, line: SetLine, point: Point, runs: Sequence[Run], axis: float) -> float:
        """Above or under the line where it passes the label, whichever is nearer to the point; not across the axis."""
        style = self.brand.styles.figure_label
        passing = [point[1], *_heights(runs, x - _RADIUS, x + line.width + _RADIUS)]
        above, under = max(passing) + self._away, min(passing) - self._away - style.cap_height
        clear = [
            y
            for y in (above, under)
            if y - style.depth > axis + 1 or (y + style.cap_height < axis - 1 and y - style.depth > self.foot)
        ]
        return min(clear or [max(above, axis + self._away)], key=lambda y: abs(y + style.cap_height / 2 - point[1]))

    def _foot_labels(self, plot: Rect) -> list[Label]:
        """The years at the ends, one in the middle where there is room for it, and the note on a cut scale."""
        caption, ink, gap = self.brand.styles.caption, self.brand.roles.caption, self.brand.spaces.close.normal
        y = self.foot - gap - caption.cap_height
        first, last = self._years
        left, right = plot.x - _RADIUS, plot.right + _RADIUS
        end = len(self.points)
        labels = [Label(left, y, first, ink, cell=(1, 0)), Label(right, y, last, ink, 1.0, (end, 0))]
        index = (len(self.points) - 1) // 2
        middle = set_line(self.points[index].label, caption, self.language)
        named = Label(plot.x + plot.width * index / (end - 1), y, middle, ink, 0.5, (index + 1, 0))
        room = left + first.width + gap, right - last.width - gap
        if len(self.points) >= _LONG and room[0] <= named.left and named.left + middle.width <= room[1]:
            labels.append(named)
        note = Label(left, y - caption.leading, self._note, ink, cell=NOTE_CELL)
        return [*labels, note] if self.starts_at else labels

    @property
    def _values(self) -> tuple[SetLine, SetLine]:
        style, ends = self.brand.styles.figure_label, (self._known[0], self._known[-1])
        first, last = (set_line((Span(datum.text, bold=True),), style, self.language) for datum in ends)
        return first, last

    @property
    def _years(self) -> tuple[SetLine, SetLine]:
        caption, ends = self.brand.styles.caption, (self.points[0], self.points[-1])
        first, last = (set_line(point.label, caption, self.language) for point in ends)
        return first, last

    @property
    def _note(self) -> SetLine:
        return set_line(self.cut_note if self.starts_at else "", self.brand.styles.caption, self.language)


def scale_start(values: Sequence[Decimal]) -> Decimal:
    """Zero, or for values that differ but lie close together a round number under the least of them."""
    least, most = min(values), max(values)
    reach = most - least
    if least <= most * _CUT or least <= 0 or not reach:
        return Decimal(0)
    step = Decimal(10) ** floor(log10(reach)) / 2
    start = (least - reach * Decimal("0.15")) // step * step
    return max(start, Decimal(0))


def _heights(runs: Sequence[Run], left: float, right: float) -> list[float]:
    """The heights of a line where it passes between two verticals: those of its points there, and at the verticals."""
    found: list[float] = []
    for run in runs:
        for (x1, y1), (x2, y2) in zip(run, run[1:] or run, strict=False):
            low, high = max(x1, left), min(x2, right)
            if low <= high:
                slope = (y2 - y1) / (x2 - x1) if x2 > x1 else 0.0
                found += [y1 + slope * (low - x1), y1 + slope * (high - x1)]
    return found


def _make(asked: Request) -> OverTime:
    statistic, words = asked.statistic, asked.words
    values = [point.datum for point in statistic.series if point.datum]
    if len(values) < 2:
        raise FigureError("a line needs values", "give at least two points of the series a number")
    start = scale_start([datum.value for datum in values])
    rule = replace(values[0].rule, decimals=max(values[0].rule.decimals, _decimals(start, values[0].rule.scale)))
    note = words.get("scale_starts_at", value=format_number(start, rule, statistic.language))
    return OverTime(asked.brand, telling.line_told(statistic, words), statistic.series, note, statistic.language)


def _decimals(value: Decimal, scale: int) -> int:
    """How many decimals a value needs when it is counted in tens to the power of `scale`."""
    exponent = value.scaleb(-scale).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


KIND = Kind("line", _make)
