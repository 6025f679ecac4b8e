"""What figures of lines over time have in common: their plot between margins, years, notes, gaps and breaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from reportgen.content.report import Datum, Series
from reportgen.figures.base import Label, Mark, MarkFigure, Shape, in_reading_order, no_less, too_narrow
from reportgen.figures.drawing.clear_rules import legible, off_axis
from reportgen.figures.drawing.guides import SetGuide, band_shapes, line_shapes
from reportgen.figures.drawing.margin_labels import (
    LabelColumn,
    LabelPiece,
    LabelRows,
    MarginLabel,
    column_height,
    column_width,
    named,
    set_column,
)
from reportgen.figures.drawing.names import SHORTER
from reportgen.figures.drawing.scales import scale_start
from reportgen.figures.lines.line_alternative import column_of
from reportgen.figures.lines.line_foot import LineFoot
from reportgen.figures.lines.plot import (
    RADIUS,
    Plot,
    Run,
    break_rules,
    ends_of,
    gaps_of,
    heights,
    intervals,
    runs_of,
    times_of,
)
from reportgen.geometry import MM, Flex, Rect
from reportgen.page import Cell
from reportgen.text.setting import set_line, set_text
from reportgen.text.spans import Span
from reportgen.text.type_style import TypeStyle

_LEAST = 25 * MM
"""The least width of a line over time, in pt."""
_LARGE = 90 * MM
"""From this width on a line has room for gridlines and a large last value."""
_COLUMN = 0.45
"""The greatest share of the width that a column of labels may take."""
_SHAPE = 0.23
"""The usual height of a large line over its width."""
_LEAST_PLOT = 40.0
_APART = 4.5
"""The least distance of the blocks right of the plot, which may have several rows, in pt."""
_GUIDE, _LEAST_GUIDE = 0.3, 15 * MM
"""The share of the width in which the words of a guide are set before they take another line, and the least in pt."""


@dataclass(frozen=True, slots=True)
class LinePlan:
    """A width divided: what stands left and right of the plot, and where the plot begins and ends, in pt.

    `labelled` are the points whose values are labelled within the plot.
    """

    width: float
    left: tuple[MarginLabel, ...]
    right: tuple[MarginLabel, ...]
    begin: float
    end: float
    labelled: tuple[int, ...] = ()


def is_large(width: float) -> bool:
    """Whether a figure has room for gridlines and a large last value."""
    return width > _LARGE


@dataclass(frozen=True)
class LineFigure(MarkFigure):
    """`sets` over the same labels. `notes` stand under the years; `breaks` are labels from which they count anew."""

    sets: tuple[Series, ...]
    language: str
    notes: tuple[str, ...] = ()
    emphasised: tuple[str, ...] = ()
    guides: tuple[SetGuide, ...] = ()
    breaks: tuple[str, ...] = ()

    @cached_property
    def under(self) -> LineFoot:
        """What stands under the base line: years, and notes under them."""
        return LineFoot(self.brand, self.sets[0].points, self.notes, self.language)

    @property
    def foot(self) -> float:
        """Height of what stands under the base line, in pt."""
        return self.under.height

    @cached_property
    def starts_at(self) -> Decimal:
        """Where the scale starts: zero, or a round number under the least value when the line would be flat."""
        return scale_start(self._held)

    @cached_property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest value of the scale."""
        return min(self.starts_at, *self._held), max(*self._held, Decimal(0))

    def measure(self, width: float) -> Flex:
        """Heights over the base line that hold the labels of its margins one over the other."""
        plan = self.plan(width)
        left, right = ([block for block, _ in side] for side in (plan.left, plan.right))
        least = max(4 * self.label_room, column_height(left), column_height(right, _APART))
        found = no_less(self.brand.figure_height, least)
        usual = max(found.normal, min(_SHAPE * width, found.most)) if is_large(width) else found.normal
        return Flex(found.least, usual, found.most)

    def plan(self, width: float) -> LinePlan:
        """The plot between its margins. Raises FigureError for a width that holds too little beside the labels."""
        notes = max((line.width for line in self.under.note_lines), default=0.0)
        if width < _LEAST:
            raise too_narrow("a line over time", _LEAST, width)
        if notes > width:
            raise too_narrow("the note under this line", notes, width, "shorten the note, or give it more width")
        sides = tuple(self.left(width)), tuple(self.right(width))
        columns = [column_width([block for block, _ in side]) for side in sides]
        for column in columns:
            if column > _COLUMN * width:
                raise too_narrow("a line with these labels beside it", column / _COLUMN, width, SHORTER)
        between = self.gap + RADIUS
        begin = columns[0] + 1.2 * between if columns[0] else RADIUS
        end = width - (columns[1] + between if columns[1] else RADIUS)
        plan = LinePlan(width, *sides, begin, end, self.labelled(width, end - begin))
        room = end - begin + 2 * RADIUS
        needed = max(_LEAST_PLOT, self.under.least, self.needed(plan))
        if needed > room:
            hint = SHORTER if end - begin > 0.8 * width else "give it more width"
            raise too_narrow("a line over time with these labels", needed + width - room, width, hint)
        return plan

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Rules, intervals, lines, points and labels; `height` includes the foot."""
        plan = self.plan(width)
        plot = self._plot(plan, height)
        margins = self._margins(plan, plot, height)
        beside = [label for margin in margins for label in margin.labels]
        labels = [*beside, *self.labels(plot, plan), *self.under.labels(plot, plan.labelled)]
        labels += self._gap_labels(plot, labels)
        boxes = [label.box for label in labels]
        points, hair = self.sets[0].points, self.brand.measures.hairline
        rect = Rect(plot.x - RADIUS, plot.y, plot.width + 2 * RADIUS, plot.height)
        bands = band_shapes(self.guides, plot.rise, rect, False, self.brand)
        shapes = [
            *bands,
            *self.rules(plot, plan, boxes),
            Shape(intervals(self.sets, plot, self.breaks), fill=self.brand.roles.interval),
            Shape(break_rules(points, self.breaks, plot, hair, boxes), fill=self.brand.roles.caption),
            *line_shapes(self.guides, plot.rise, rect, False, self.brand, boxes),
            *self.leads(plot, margins),
            *self.lines(plot, plan),
        ]
        return (*(shape for shape in shapes if shape.segments), *in_reading_order(legible(labels, bands, self.brand)))

    def left(self, width: float) -> list[MarginLabel]:
        """The margin left of the plot."""
        raise NotImplementedError

    def right(self, width: float) -> list[MarginLabel]:
        """The margin right of the plot: the names of the guides, if nothing else."""
        return [self._guide_label(each, width) for each in self.guides]

    def labelled(self, width: float, room: float) -> tuple[int, ...]:
        """The points whose values are labelled within a plot of `room` pt."""
        return ()

    def needed(self, plan: LinePlan) -> float:
        """The width in pt that the labels within the plot need."""
        return 0.0

    def labels(self, plot: Plot, plan: LinePlan) -> list[Label]:
        """The labels within the plot."""
        raise NotImplementedError

    def rules(self, plot: Plot, plan: LinePlan, boxes: Sequence[Rect]) -> list[Shape]:
        """Base line and gridlines, which keep clear of the boxes."""
        raise NotImplementedError

    def lines(self, plot: Plot, plan: LinePlan) -> list[Shape]:
        """The lines and their points."""
        raise NotImplementedError

    def covered(self, passed: Sequence[float], plot: Plot) -> list[float]:
        """The heights that a line covers where it passes at these."""
        return list(passed)

    def leads(self, plot: Plot, margins: tuple[LabelColumn, LabelColumn]) -> list[Shape]:
        """What leads from the ends of the lines to labels that had to be moved."""
        return []

    def runs(self, plot: Plot) -> list[Run]:
        """The runs of all lines."""
        return [run for series in self.sets for run in runs_of(series.points, plot, self.breaks)]

    def obstacles(self, plot: Plot) -> list[Run]:
        """The runs of all lines and of the edges of their intervals: what a label keeps clear of."""
        edges = [edge for series in self.sets for pair in ends_of(series.points, plot, self.breaks) for edge in pair]
        return [*self.runs(plot), *edges]

    @property
    def away(self) -> float:
        """From the middle of a point to its label."""
        return RADIUS + 0.6 * self.brand.spaces.close.normal

    @property
    def label_room(self) -> float:
        """Height of a label over the plot, in pt."""
        return self.away + self.brand.styles.figure_label.cap_height

    @property
    def gap(self) -> float:
        """Between labels side by side."""
        return self.brand.spaces.close.normal

    def cell(self, series: int, point: int) -> Cell:
        """The cell of a value."""
        return point + 1, column_of(self.sets, series)

    def datum(self, series: int, point: int) -> Datum:
        """A value that there is."""
        datum = self.sets[series].points[point].datum
        assert datum is not None
        return datum

    def _plot(self, plan: LinePlan, height: float) -> Plot:
        """The plot between its margins; the scale leaves room for a label above, and under values below zero too."""
        low, high = self.bounds
        floor_room = self.label_room + self.brand.styles.figure_label.depth if low < 0 else 0.0
        tall = height - self.foot - floor_room - self.label_room
        points = self.sets[0].points
        across = plan.end - plan.begin
        return Plot(plan.begin, self.foot + floor_room, across, tall, len(points), low, high, times_of(points))

    def _margins(self, plan: LinePlan, plot: Plot, height: float) -> tuple[LabelColumn, LabelColumn]:
        """The labels in both margins, moved apart where they would touch."""
        between = self.gap + RADIUS
        low = self.foot - self._caption.cap_height / 2 - self._caption.depth
        left, right = ([block.at(plot.rise(value)) for block, value in side] for side in (plan.left, plan.right))
        return (
            set_column(left, plot.x - 1.2 * between, 1.0, low, height),
            set_column(right, plot.right + between, 0.0, low, height, _APART),
        )

    def _guide_label(self, each: SetGuide, width: float) -> MarginLabel:
        """The words of a guide, over several lines where they are long; those of a band at its middle."""
        style, ink, measure = self._caption, self.brand.roles.guide, max(_GUIDE * width, _LEAST_GUIDE)
        middle = sum(each.values, Decimal(0)) / len(each.values)
        line, cell = each.parts[-1]
        if each.guide.until:
            lines = set_text((Span(line.text),), style, measure, self.language).lines
            return LabelRows(tuple((LabelPiece(row, style, ink, cell),) for row in lines)), middle
        value = LabelPiece(line, style, ink, cell)
        return named(value, each.guide.label, ink, each.parts[0][1], measure, self.language, first=True), middle

    @property
    def _caption(self) -> TypeStyle:
        return self.brand.styles.caption

    @cached_property
    def _held(self) -> list[Decimal]:
        """Every value that the scale holds."""
        points = [point for series in self.sets for point in series.points if point.datum]
        data = [datum for point in points for datum in (point.datum, point.low, point.high) if datum]
        return [datum.value for datum in data] + [value for guide in self.guides for value in guide.values]

    def _gap_labels(self, plot: Plot, labels: Iterable[Label]) -> list[Label]:
        """Why values are missing, where they would be, as far as there is room between their neighbours."""
        found: list[Label] = []
        boxes, runs = [label.box for label in labels], self.obstacles(plot)
        for row, series in enumerate(self.sets):
            for start, end in gaps_of(series.points):
                label = self._gap_label(plot, row, start, end)
                box = label.box
                passed = [self.covered(heights([run], box.x - RADIUS, box.right + RADIUS), plot) for run in runs]
                meets = any(min(ys) < box.bottom + self.away and max(ys) > box.y - self.away for ys in passed if ys)
                if not meets and not any(box.inset(-1).meets(other) for other in boxes):
                    found.append(label)
                    boxes.append(box)
        return found

    def _gap_label(self, plot: Plot, row: int, start: int, end: int) -> Label:
        points, style = self.sets[row].points, self._caption
        beside = [points[index].datum for index in (start - 1, end + 1) if 0 <= index < len(points)]
        rises = [plot.rise(datum.value) for datum in beside if datum]
        y = off_axis(sum(rises) / len(rises) - style.cap_height / 2, plot.rise(self.starts_at), style, self.foot)
        line = set_line(self.alternative.table[start + 1][column_of(self.sets, row)], style, self.language)
        middle = (plot.across(start) + plot.across(end)) / 2
        x = min(max(middle, plot.x + line.width / 2), plot.right - line.width / 2)
        return Label(x, y, line, self.brand.roles.caption, 0.5, self.cell(row, start))
