"""Two to four lines over time, each with its first value on its left and its last value and its name on its right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.colour.inks import Ink
from reportgen.content.report import Datum
from reportgen.figures.base import Label, Shape
from reportgen.figures.drawing.clear_rules import level_rule
from reportgen.figures.drawing.margin_labels import LabelColumn, LabelPiece, LabelRows, MarginLabel, named, value_line
from reportgen.figures.drawing.segments import circle, joined, polyline, rectangle
from reportgen.figures.lines.line_figure import LineFigure, LinePlan
from reportgen.figures.lines.plot import RADIUS, WEIGHT, Plot, heights, known, loose_ends, runs_of
from reportgen.geometry import Rect
from reportgen.text.setting import SetLine

_NAMES = 0.36
"""The share of the width in which names are set, the value beside them where it has room."""
_NEAR = 2.5
"""A first value within the plot stands at most so many times its usual distance from its point."""
_THIN = 0.75
"""The weight of the lines beside an emphasised one."""


@dataclass(frozen=True)
class MultiLine(LineFigure):
    """Several series, of which one may be emphasised by its name.

    First values stand left of the plot and last ones right of it with the names, moved apart where they would touch;
    lines that begin with one value have one label for it.
    The first value of a line that begins later stands at its point where that is clear of every line, else in the
    table alone. A line that ends early is led on to its name by a hairline.
    """

    def left(self, width: float) -> list[MarginLabel]:
        """The values that the lines begin with, each once: an index has one label where its lines set out."""
        firsts: dict[tuple[Decimal, str], list[int]] = {}
        for row, series in enumerate(self.sets):
            datum = series.points[0].datum
            if datum:
                firsts.setdefault((datum.value, datum.text), []).append(row)
        return [(LabelRows(((self._first(rows),),)), value) for (value, _), rows in firsts.items()]

    def _first(self, rows: Sequence[int]) -> LabelPiece:
        """The first value of some lines; of several it is set as no one line's."""
        row = next(filter(self._is_emphasised, rows), rows[0])
        if len(rows) == 1:
            return self._piece(row, 0, self.datum(row, 0), self._is_emphasised(row))
        return replace(self._piece(row, 0, self.datum(row, 0), bold=False), ink=self.brand.roles.text)

    def right(self, width: float) -> list[MarginLabel]:
        """The values that the lines end with, their names, and those of the guides."""
        found: list[MarginLabel] = []
        for row, series in enumerate(self.sets):
            index = known(series.points)[-1]
            datum, cell = self.datum(row, index), (0, self.cell(row, 0)[1])
            value, ink = self._piece(row, index, datum), self._label_ink(row)
            bold = self._is_emphasised(row)
            block = named(value, series.name, ink, cell, _NAMES * width, self.language, bold=bold)
            found.append((block, datum.value))
        return [*found, *super().right(width)]

    def labels(self, plot: Plot, plan: LinePlan) -> list[Label]:
        """The first values of lines that begin later."""
        style = self.brand.styles.figure_label
        found: list[Label] = []
        runs = self.obstacles(plot)
        for row, series in enumerate(self.sets):
            index = known(series.points)[0]
            if index == 0:
                continue
            datum = self.datum(row, index)
            x, rise = plot.at(index, datum.value)
            line = self._line(datum, True)
            left = min(max(x - RADIUS, plot.x), plot.right + RADIUS - line.width)
            passing = [rise, *heights(runs, left - RADIUS, left + line.width + RADIUS)]
            over, under = max(passing) + self.away, min(passing) - self.away - style.cap_height
            y = min((over, under), key=lambda y: abs(y + style.cap_height / 2 - rise))
            label = Label(left, y, line, self._label_ink(row), cell=self.cell(row, index))
            box = label.box
            near = abs(y + style.cap_height / 2 - rise) <= _NEAR * self.away
            if near and box.y > plot.y + 1 and not any(box.inset(-1).meets(other.box) for other in found):
                found.append(label)
        return found

    def leads(self, plot: Plot, margins: tuple[LabelColumn, LabelColumn]) -> list[Shape]:
        """Hairlines to labels that had to be moved, on both sides."""
        weight, away = self.brand.measures.hairline, RADIUS + 1
        left, right = margins
        found = joined([left.leads(plot.x - away, weight), right.leads(plot.right + away, weight)])
        return [Shape(found, fill=self.brand.roles.caption)]

    def rules(self, plot: Plot, plan: LinePlan, boxes: Sequence[Rect]) -> list[Shape]:
        """The base line, dark at zero and light where the scale is cut, and what leads early ends to their names."""
        roles, hair = self.brand.roles, self.brand.measures.hairline
        left, right = plot.x - RADIUS, plot.right + RADIUS
        base = rectangle(left, plot.rise(self.starts_at) - hair, right - left, hair)
        leads = []
        for row, series in enumerate(self.sets):
            index = known(series.points)[-1]
            x, y = plot.at(index, self.datum(row, index).value)
            if index < plot.count - 1:
                leads.append(level_rule(y + hair / 2, x, right, hair, boxes))
        shade = roles.hairline if self.starts_at else roles.mark_axis
        return [Shape(base, fill=shade), Shape(joined(leads), fill=roles.caption)]

    def lines(self, plot: Plot, plan: LinePlan) -> list[Shape]:
        """Every line with its end points, an emphasised one last and so on top."""
        order = sorted(range(len(self.sets)), key=self._is_emphasised)
        return [shape for row in order for shape in self._drawn_line(row, plot)]

    def _drawn_line(self, row: int, plot: Plot) -> list[Shape]:
        """A line in its ink; its ends are a hollow and a full point, its loose ends small ones."""
        series, ink, roles = self.sets[row], self._ink(row), self.brand.roles
        weight = WEIGHT * (_THIN if self._has_one and not self._is_emphasised(row) else 1.0)
        runs = runs_of(series.points, plot, self.breaks)
        small = [circle(*where, RADIUS * 0.6) for where in loose_ends(series.points, plot, self.breaks)]
        radius = RADIUS * 0.85
        first, last = known(series.points)[0], known(series.points)[-1]
        begin, end = (plot.at(index, self.datum(row, index).value) for index in (first, last))
        return [
            Shape(joined(polyline(run) for run in runs if len(run) > 1), stroke=ink, line_width=weight),
            Shape(joined(small), fill=ink),
            Shape(circle(*begin, radius - 0.4 * weight), roles.paper, ink, 0.8 * weight, self.cell(row, first), "y"),
            Shape(circle(*end, radius), fill=ink, cell=self.cell(row, last), by="y"),
        ]

    @property
    def _has_one(self) -> bool:
        return any(series.name in self.emphasised for series in self.sets)

    def _is_emphasised(self, row: int) -> bool:
        return self.sets[row].name in self.emphasised

    def _ink(self, row: int) -> Ink:
        roles = self.brand.roles
        if self._has_one:
            return roles.mark_emphasised if self._is_emphasised(row) else roles.mark_beside
        return (roles.series_1, roles.series_2, roles.series_3, roles.series_4)[row]

    def _label_ink(self, row: int) -> Ink:
        roles = self.brand.roles
        return roles.mark_emphasised_label if self._is_emphasised(row) else roles.text

    def _piece(self, row: int, index: int, datum: Datum, bold: bool = True) -> LabelPiece:
        style = self.brand.styles.figure_label
        return LabelPiece(self._line(datum, bold), style, self._label_ink(row), self.cell(row, index))

    def _line(self, datum: Datum, bold: bool) -> SetLine:
        return value_line(datum.text, self.brand.styles.figure_label, self.language, bold)
