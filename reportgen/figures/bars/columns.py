"""The kind `columns`: upright bars from zero over years or a few names, with values at their ends.

Values that have no room over their own columns are raised over what is in their way, with a thin line down to them.
Gaps that have no room for their words are hatched and stand in a note. `column_labels` says which labels are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.colour.inks import Ink
from reportgen.figures.bars.column_labels import YEAR, ColumnLabels
from reportgen.figures.bars.column_plan import STUB, ColumnField, ColumnPlan
from reportgen.figures.bars.level_bars import Row, rows_of
from reportgen.figures.bars.whiskers import Whisker, whisker_shapes
from reportgen.figures.base import FigureError, Label, Mark, Shape, in_reading_order, no_less, too_narrow
from reportgen.figures.drawing.clear_rules import legible, open_stretches
from reportgen.figures.drawing.guides import SetGuide, band_shapes, labels_beside, line_shapes, set_guides
from reportgen.figures.drawing.least_printed import is_too_small, printed_end
from reportgen.figures.drawing.segments import HATCH, hatching, joined, polygons, rectangle
from reportgen.figures.request import Request
from reportgen.figures.series_alternatives import values_alternative, with_gaps
from reportgen.figures.shared_scale import ScaledFigure, ScaleKey, key_of
from reportgen.geometry import Flex, Rect
from reportgen.page import NOTE_CELL
from reportgen.text.setting import set_text
from reportgen.text.spans import Span

_LEAST_SPACING = 3.6
"""Least distance of two columns in pt, at which they can be told apart."""
_FLAT = 30.0
"""Least height that the columns themselves keep, in pt."""
_BESIDE = 0.28
"""The most of the width that the words of guides take beside the columns; else they stand over them."""
_MOST_ROWS = 6


@dataclass(frozen=True)
class ColumnChart(ScaledFigure):
    """Columns in the order of their points; those below zero hang from its line. `gaps` are the words for a note."""

    rows: tuple[Row, ...]
    guides: tuple[SetGuide, ...]
    gaps: str
    language: str

    @property
    def scale_key(self) -> ScaleKey | None:
        """That of heights in the unit of the values."""
        return key_of("height", next(row.point.datum for row in self.rows if row.point.datum))

    def unit_at(self, width: float, height: float) -> float:
        """That of the tallest columns with all labels in the figure."""
        return self._field(self.plan(width), height).unit

    @property
    def foot(self) -> float:
        """Height of the first row of names under the columns, in pt."""
        caption = self.brand.styles.caption
        return self.brand.spaces.close.normal + caption.cap_height + caption.depth

    def measure(self, width: float) -> Flex:
        """Heights over the first row of names, with room for labels, guides and 30 pt of columns."""
        plan = self.plan(width)
        over, under = plan.label_rows
        if over + under > _MOST_ROWS:
            needed = width * (over + under) / _MOST_ROWS
            raise too_narrow("a figure with so many emphasised columns", needed, width, "emphasise fewer")
        flat = max(_FLAT, len(self.guides) * self.brand.styles.caption.leading + self._pad)
        beyond = self._under(plan) + self._over(plan)
        return no_less(self.brand.figure_height, plan.room(over) + plan.room(under) + beyond + flat)

    def plan(self, width: float) -> ColumnPlan:
        """The columns with their labels, and the guides beside or over them. Raises FigureError for too little room."""
        words, style = max((guide.width for guide in self.guides), default=0.0), self.brand.styles.caption
        beside = words and words <= _BESIDE * width
        plot = width - words - 2 * self._pad if beside else width
        count, spacing = len(self.rows), plot / len(self.rows)
        if spacing < _LEAST_SPACING:
            needed = width * _LEAST_SPACING / spacing
            raise too_narrow(f"a figure of {count} columns", needed, width, "use `figure: line`, or fewer points")
        if words > width - 2 * style.size:
            raise too_narrow("a guide with these words", words + 2 * style.size, width, "shorten them")
        labels = ColumnLabels(self.rows, spacing, plot, self.brand, self.language)
        values, noted = labels.values, labels.are_gaps_noted
        note = set_text((Span(self.gaps),), style, width, self.language).lines if noted else ()
        key, value_style = 0 if beside else len(self.guides), self.brand.styles.figure_label
        return ColumnPlan(
            self.rows, self.guides, value_style, self._pad, plot, spacing, values, labels.names, noted, note, key
        )

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Bands, columns, intervals, the line at zero, guides, values and names; `height` includes the foot."""
        plan = self.plan(width)
        base, field = self.foot + self._under(plan), self._field(plan, height)
        values, numbered = self._value_labels(field), list(enumerate(self.rows, 1))
        clear = [label.box for label in values]
        span = Rect(0.0, field.box.y, plan.plot + (0.0 if plan.key else self._pad), field.box.height)
        line = self.brand.measures.hairline
        axis = rectangle(0.0, field.zero - line, plan.plot, line)
        inks = {self._ink(row) for row in self.rows}
        columns = [shape for row in numbered if (shape := self._column(plan, field, *row))]
        whiskers = [found for row in numbered if (found := self._whisker(plan, field, *row))]
        key_lines, guided = self._guide_words(plan, field, height)
        bands = band_shapes(self.guides, field.at, span, False, self.brand, inks)
        return (
            *bands,
            *self._gap_shapes(plan, field),
            *columns,
            *whisker_shapes(whiskers, columns, self.brand),
            *self._leaders(plan, field, clear),
            Shape(axis, fill=self.brand.roles.mark_axis),
            *line_shapes(self.guides, field.at, span, False, self.brand, clear),
            *key_lines,
            *in_reading_order(legible([*values, *self._under_labels(plan, base), *guided], bands, self.brand)),
        )

    def _field(self, plan: ColumnPlan, height: float) -> ColumnField:
        base = self.foot + self._under(plan)
        return plan.field(Rect(0.0, base, plan.plot, height - base - self._over(plan)), self.most_unit)

    @property
    def _pad(self) -> float:
        """From a column to its value."""
        return 0.5 * self.brand.spaces.close.normal

    def _under(self, plan: ColumnPlan) -> float:
        """Height of the names and the note under the first row of names."""
        return (len(plan.names) - 1 + len(plan.note)) * self.brand.styles.caption.leading

    def _over(self, plan: ColumnPlan) -> float:
        """Height of the words of guides over the plot."""
        return plan.key * self.brand.styles.caption.leading + self._pad if plan.key else 0.0

    def _ink(self, row: Row) -> Ink:
        roles = self.brand.roles
        if not any(each.emphasised for each in self.rows):
            return roles.mark
        return roles.mark_emphasised if row.emphasised else roles.mark_beside

    def _column(self, plan: ColumnPlan, field: ColumnField, number: int, row: Row) -> Shape | None:
        if not row.value:
            return None
        end = field.at(row.value)
        low, high = sorted((field.zero, printed_end(field.zero, end)))
        drawn = rectangle(plan.middle(number) - plan.thick / 2, low, plan.thick, high - low)
        small = is_too_small(end - field.zero)
        return Shape(drawn, fill=self._ink(row), cell=(number, 1), by="height", widened=small)

    def _whisker(self, plan: ColumnPlan, field: ColumnField, number: int, row: Row) -> Whisker | None:
        if row.point.low is None or row.point.high is None:
            return None
        low, high = field.at(row.point.low.value), field.at(row.point.high.value)
        return Whisker(low, high, plan.middle(number), min(0.4 * plan.thick, 6.0), (number, 2), upright=True)

    def _gap_shapes(self, plan: ColumnPlan, field: ColumnField) -> list[Shape]:
        """A low hatched piece where a value is missing whose words stand in the note."""
        if not plan.noted:
            return []
        half = plan.thick / 2
        middles = [plan.middle(number) for number, row in enumerate(self.rows, 1) if row.point.datum is None]
        foot = field.stub_foot
        stubs = [rectangle(middle - half, foot, plan.thick, STUB) for middle in middles]
        rings = [ring for stub in stubs for ring in polygons(stub)]
        roles = self.brand.roles
        ground = Shape(joined(stubs), fill=roles.not_available)
        return [ground, Shape(hatching(rings), stroke=roles.caption, line_width=HATCH)]

    def _leaders(self, plan: ColumnPlan, field: ColumnField, clear: Sequence[Rect]) -> list[Shape]:
        """Thin lines from columns to the values that are raised over others."""
        line, pieces = self.brand.measures.hairline, []
        for label, below in field.values:
            ends = self.rows[label.number - 1].ends
            reach = max(0.0, float(-ends[0] if below else ends[1])) * field.unit
            if label.rise > reach + 2 * self._pad:
                start, end = sorted((field.zero + (-1 if below else 1) * each) for each in (reach, label.rise))
                middle = plan.middle(label.number)
                span = Rect(middle, start, line, end - start)
                pieces += [(middle, *piece) for piece in open_stretches(middle, span, True, clear)]
        drawn = joined(rectangle(x - line / 2, start, line, end - start) for x, start, end in pieces)
        return [Shape(drawn, fill=self.brand.roles.mark_axis)] if drawn else []

    def _value_labels(self, field: ColumnField) -> list[Label]:
        roles, cap, labels = self.brand.roles, self.brand.styles.figure_label.cap_height, []
        for label, below in field.values:
            row = self.rows[label.number - 1]
            ink = roles.mark_emphasised_label if row.emphasised else roles.text
            y, cell = field.zero - label.rise - cap if below else field.zero + label.rise, (label.number, 1)
            labels.append(Label(label.middle, y, label.line, ink if row.point.datum else roles.caption, 0.5, cell))
        return labels

    def _under_labels(self, plan: ColumnPlan, base: float) -> list[Label]:
        """Names under the columns, and the note on what is missing."""
        roles, caption = self.brand.roles, self.brand.styles.caption
        first = base - self.brand.spaces.close.normal - caption.cap_height
        labels = []
        for index, names in enumerate(plan.names):
            y = first - index * caption.leading
            for name in names:
                ink = roles.text if self.rows[name.number - 1].emphasised else roles.caption
                labels.append(Label(name.middle, y, name.line, ink, 0.5, (name.number, 0) if name.whole else None))
        for index, line in enumerate(plan.note, len(plan.names)):
            labels.append(Label(0.0, first - index * caption.leading, line, roles.caption, cell=NOTE_CELL))
        return labels

    def _guide_words(self, plan: ColumnPlan, field: ColumnField, height: float) -> tuple[list[Shape], list[Label]]:
        """The words of guides beside the plot, or over it, each behind a piece of its line."""
        if not plan.key:
            x, box = plan.plot + 2 * self._pad, field.box
            return [], labels_beside(self.guides, field.at, x, box.y, box.bottom, self.brand)
        caption, shapes, labels = self.brand.styles.caption, [], []
        for index, guide in enumerate(self.guides):
            y = height - caption.cap_height - index * caption.leading
            wide, tall = caption.size, caption.cap_height if guide.guide.until else 0.9
            sample = rectangle(0.0, y + (caption.cap_height - tall) / 2, wide, tall)
            ink = self.brand.roles.interval if guide.guide.until else self.brand.roles.guide
            shapes.append(Shape(sample, fill=ink))
            labels += guide.labels(1.5 * wide, y, self.brand)
        return shapes, labels


def make(asked: Request) -> ColumnChart:
    statistic, words, brand = asked.statistic, asked.words, asked.brand
    points = statistic.series
    if not any(point.datum and point.datum.value for point in points):
        raise FigureError("all values are zero, and columns have no height", "use `figure: table`, or leave it out")
    years = all(YEAR.search(point.label) for point in points)
    return ColumnChart(
        brand,
        values_alternative(statistic, words, "table_period" if years else "table_name", "values_alt_columns"),
        rows_of(statistic, words),
        set_guides(statistic.guides, len(points) + 1, brand, statistic.language, words),
        "; ".join(with_gaps(points, words, statistic.language)),
        statistic.language,
    )
