"""One line over time: its ends labelled, and in a large figure its last value large and what lies beyond its ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportgen.colour.inks import Ink
from reportgen.content.report import Datum
from reportgen.content.report import Point as DataPoint
from reportgen.figures.base import Label, Shape
from reportgen.figures.drawing.clear_rules import level_rule
from reportgen.figures.drawing.declutter import moved_apart, room_needed
from reportgen.figures.drawing.margin_labels import LabelPiece, LabelRows, MarginLabel, row_width, value_line
from reportgen.figures.drawing.scales import axis_rule, ticks
from reportgen.figures.drawing.segments import circle, joined, polyline, rectangle
from reportgen.figures.lines.line_alternative import LineHeadline, beyond_ends
from reportgen.figures.lines.line_figure import LineFigure, LinePlan, is_large
from reportgen.figures.lines.plot import RADIUS, WEIGHT, Plot, Run, heights, known, loose_ends
from reportgen.geometry import Point, Rect
from reportgen.text.locale import format_number
from reportgen.text.setting import set_line

_HEADLINE = 0.35
"""The greatest share of the width that the large last value may take."""


@dataclass(frozen=True)
class SingleLine(LineFigure):
    """One series.

    Labelled are the first and the last value, those emphasised, and in a large figure the highest and the lowest where
    they are beyond both ends and all labels have room side by side. Each stands over or under the line where the line
    is clear of it. In a large figure the last value stands right of it, large.
    """

    headline: LineHeadline | None = None

    def left(self, width: float) -> list[MarginLabel]:
        """The values of the gridlines."""
        if not is_large(width):
            return []
        style, found = self.brand.styles.caption, ticks(*self.bounds)
        rule = axis_rule(found, self._known[0].rule)
        zero = replace(rule, scale=0, decimals=0)
        texts = [(value, format_number(value, rule if value else zero, self.language)) for value in found]
        ink = self.brand.roles.caption
        return [
            (LabelRows(((LabelPiece(set_line(text, style, self.language), style, ink),),)), value)
            for value, text in texts
        ]

    def right(self, width: float) -> list[MarginLabel]:
        """The last value, where the line reaches the edge, and the names of the guides."""
        guides = super().right(width)
        if not self._ends_right(width):
            return guides
        large = self._large_block(width)
        last = large or LabelRows((self._value(self._indices[-1], is_large(width)),))
        return [(last, self._known[-1].value), *guides]

    def labelled(self, width: float, room: float) -> tuple[int, ...]:
        """The ends, those emphasised and, in a large figure that has the room, what lies beyond both ends."""
        ends = {self._indices[0], self._indices[-1]}
        chosen = ends | {index for index in self._indices if self._points[index].label in self.emphasised}
        outside = {self._indices[-1]} if self._ends_right(width) else set()
        if is_large(width):
            more = chosen | set(beyond_ends(self._points))
            sizes = [row_width(self._value(index, True, year=True)) for index in more - outside]
            if room_needed(sizes, self.gap) <= room:
                chosen = more
        return tuple(sorted(chosen - outside))

    def needed(self, plan: LinePlan) -> float:
        """The labels side by side."""
        large = is_large(plan.width)
        return room_needed([row_width(self._value(index, large, year=True)) for index in plan.labelled], self.gap)

    def labels(self, plot: Plot, plan: LinePlan) -> list[Label]:
        """The labelled values side by side whatever the points, each over or under its point, clear of the line."""
        runs, axis, large = self.obstacles(plot), plot.rise(self.starts_at), is_large(plan.width)
        named = {index for index, _ in self.under.years(plot, plan.labelled)}
        rows = [self._value(index, large, index not in named) for index in plan.labelled]
        wide = [row_width(row) for row in rows]
        low, high = plot.x - RADIUS, plot.right + RADIUS
        wanted = [self._begin(index, plot, size) for index, size in zip(plan.labelled, wide, strict=True)]
        found = []
        starts = moved_apart(wanted, wide, low, high, self.gap)
        for index, row, x, size in zip(plan.labelled, rows, starts, wide, strict=True):
            point = plot.at(index, self.datum(0, index).value)
            y = self.label_rise(x, size, point, runs, plot, axis)
            cap = row[0].style.cap_height
            block = LabelRows((row,), y + cap / 2)
            found += block.labels(x, block.bottom, 0.0)
        return found

    def rules(self, plot: Plot, plan: LinePlan, boxes: Sequence[Rect]) -> list[Shape]:
        """In a large figure gridlines at round values; the base line, dark at zero and light where the scale is cut."""
        roles, hair = self.brand.roles, self.brand.measures.hairline
        axis = plot.rise(self.starts_at)
        shade = roles.hairline if self.starts_at else roles.mark_axis
        if not is_large(plan.width):
            right = plot.right + RADIUS if plan.right else plan.width
            return [Shape(rectangle(0.0, axis - hair, right, hair), fill=shade)]
        left, right = plot.x - RADIUS, plot.right + RADIUS
        values = [value for value in ticks(*self.bounds) if value != 0]
        grid = [level_rule(plot.rise(value) + hair / 2, left, right, hair, boxes) for value in values]
        base = () if self.starts_at else rectangle(left, axis - hair, right - left, hair)
        return [Shape(joined(grid), fill=roles.gridline), Shape(base, fill=roles.mark_axis)]

    def lines(self, plot: Plot, plan: LinePlan) -> list[Shape]:
        """The line with dots at its loose ends, and the points that are labelled: the first hollow, others filled."""
        roles, runs, radius, large = self.brand.roles, self.runs(plot), RADIUS, is_large(plan.width)
        small = [circle(*where, radius * 0.6) for where in loose_ends(self._points, plot, self.breaks)]
        joins = Shape(joined(polyline(run) for run in runs if len(run) > 1), stroke=roles.mark, line_width=WEIGHT)
        dots = [self._dot(index, plot, large) for index in plan.labelled[1:]]
        last, first = self._dot(self._indices[-1], plot, large), self._indices[0]
        ring = circle(*plot.at(first, self.datum(0, first).value), radius - 0.4 * WEIGHT)
        stroke = roles.mark_emphasised if self._is_emphasised(first, large) else roles.mark
        hollow = Shape(ring, roles.paper, stroke, 0.8 * WEIGHT, self.cell(0, first), "y")
        others = [dot for dot in dots if dot.cell != last.cell]
        return [joins, Shape(joined(small), fill=roles.mark), hollow, *others, last]

    def label_rise(self, x: float, size: float, point: Point, runs: Sequence[Run], plot: Plot, axis: float) -> float:
        """Over or under the line where it passes the label, whichever is nearer to the point; not across the axis."""
        style = self.brand.styles.figure_label
        passing = self.passing(point, heights(runs, x - RADIUS, x + size + RADIUS), axis)
        over, under = max(passing) + self.away, min(passing) - self.away - style.cap_height
        clear = [
            y
            for y in (over, under)
            if y - style.depth > axis + 1 or (y + style.cap_height < axis - 1 and y - style.depth > self.foot - 0.01)
        ]
        fallback = max(over, axis + self.away)
        return min(clear or [fallback], key=lambda y: abs(y + style.cap_height / 2 - point[1]))

    def passing(self, point: Point, found: Sequence[float], axis: float) -> list[float]:
        """The heights that a label of `point` keeps clear of."""
        return [point[1], *found]

    @property
    def _points(self) -> tuple[DataPoint, ...]:
        return self.sets[0].points

    @property
    def _indices(self) -> tuple[int, ...]:
        return known(self._points)

    @property
    def _known(self) -> tuple[Datum, ...]:
        return tuple(point.datum for point in self._points if point.datum)

    def _ends_right(self, width: float) -> bool:
        """Whether the last value stands right of the plot: where the line ends there and there is a column."""
        at_edge = self._points[-1].datum is not None
        return at_edge and (bool(self.guides) or self._large_block(width) is not None)

    def _large_block(self, width: float) -> LabelRows | None:
        """The last value large with the change under it; None where there is no room for it."""
        if not self.headline or not is_large(width):
            return None
        styles, head = self.brand.styles, self.headline
        line = set_line(head.text, styles.emphasis, self.language)
        rows = [(LabelPiece(line, styles.emphasis, self._value_ink(self._indices[-1], True), head.cell),)]
        if head.change:
            words = set_line(head.change, styles.figure_label, self.language)
            rows.append((LabelPiece(words, styles.figure_label, self.brand.roles.text, head.change_cell),))
        block = LabelRows(tuple(rows))
        return block if block.width <= _HEADLINE * width else None

    def _is_emphasised(self, index: int, large: bool) -> bool:
        """Whether a point is the one that matters: as the author says, else in a large figure the last."""
        if self.emphasised:
            return self._points[index].label in self.emphasised
        return large and index == self._indices[-1]

    def _value_ink(self, index: int, large: bool) -> Ink:
        roles = self.brand.roles
        return roles.mark_emphasised_label if self._is_emphasised(index, large) else roles.text

    def _dot(self, index: int, plot: Plot, large: bool) -> Shape:
        roles = self.brand.roles
        ink = roles.mark_emphasised if self._is_emphasised(index, large) else roles.mark
        where = plot.at(index, self.datum(0, index).value)
        return Shape(circle(*where, RADIUS), fill=ink, cell=self.cell(0, index), by="y")

    def _value(self, index: int, large: bool, year: bool = False) -> tuple[LabelPiece, ...]:
        """The value of a point, with its year where that does not stand at the foot; the ends go without."""
        styles = self.brand.styles
        line = value_line(self.datum(0, index).text, styles.figure_label, self.language)
        value = LabelPiece(line, styles.figure_label, self._value_ink(index, large), self.cell(0, index))
        if not year or index in (self._indices[0], self._indices[-1]):
            return (value,)
        return (value, LabelPiece(self.under.year(index), styles.caption, self.brand.roles.caption, (index + 1, 0)))

    def _begin(self, index: int, plot: Plot, size: float) -> float:
        """Where a label would like to begin: those of the ends flush with their points, others centred on them."""
        x = plot.across(index)
        if index == self._indices[0]:
            return x - RADIUS
        return x + RADIUS - size if index == self._indices[-1] else x - size / 2
