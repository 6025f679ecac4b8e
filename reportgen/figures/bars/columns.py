"""Columns: upright bars from zero over years or a few names, values at their ends; labels thinned by a written rule.

All values are shown where each has room over its own column; else the first, the last, the emphasised, the greatest and
the least, raised over what is in their way, with a thin line down to their columns. Years are shown an even step apart,
and always those of the values that are never dropped, in two figures ("2016 17 18") where they so have room. Names that
are no years are all shown, in up to three lines, or the figure is refused. Gaps that have no room for their words are
hatched and stand in a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.colour.inks import Ink
from reportgen.figures.bars.level_bars import Row, box_of, rows_of
from reportgen.figures.bars.upright import STUB, YEAR, Across, Field, Upright, stub_foot
from reportgen.figures.bars.whiskers import Whisker, whisker_shapes
from reportgen.figures.base import FigureError, Label, Mark, Shape, in_reading_order
from reportgen.figures.drawing.guides import band_shapes, labels_beside, line_shapes, open_stretches, set_guides
from reportgen.figures.drawing.hatching import HATCH, hatching
from reportgen.figures.drawing.plot import legible
from reportgen.figures.drawing.segments import joined, polygons, rectangle
from reportgen.figures.request import Request
from reportgen.figures.series_alternatives import one_series, said, values_alternative, with_gaps
from reportgen.geometry import Rect
from reportgen.page import NOTE_CELL


@dataclass(frozen=True)
class ColumnChart(Upright):
    """Columns in the order of their points; those below zero hang from the line at zero."""

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Bands, columns, intervals, the line at zero, guides, values and names; `height` includes the foot."""
        across = self._across(width)
        base = self.foot + self._under(across)
        field = self._field(across, Rect(0.0, base, across.plot, height - base - self._over(across)))
        values, numbered = self._value_labels(field), list(enumerate(self.rows, 1))
        clear = [box_of(label) for label in values]
        span = Rect(0.0, field.box.y, across.plot + (0.0 if across.key else self._pad), field.box.height)
        inks = {self._ink(row) for row in self.rows}
        columns = [shape for row in numbered if (shape := self._column(across, field, *row))]
        whiskers = [found for row in numbered if (found := self._whisker(across, field, *row))]
        key_lines, guided = self._guide_words(across, field, height)
        bands = band_shapes(self.guides, field.at, span, False, self.brand, inks)
        return (
            *bands,
            *self._gap_shapes(across, field),
            *columns,
            *whisker_shapes(whiskers, columns, self.brand),
            *self._leaders(across, field, clear),
            *self._axis(across, field),
            *line_shapes(self.guides, field.at, span, False, self.brand, clear),
            *key_lines,
            *in_reading_order(legible([*values, *self._under_labels(across, base), *guided], bands, self.brand)),
        )

    def _ink(self, row: Row) -> Ink:
        roles = self.brand.roles
        if not any(each.emphasised for each in self.rows):
            return roles.mark
        return roles.mark_emphasised if row.emphasised else roles.mark_beside

    def _column(self, across: Across, field: Field, number: int, row: Row) -> Shape | None:
        if not row.value:
            return None
        low, high = sorted((field.zero, field.at(row.value)))
        drawn = rectangle(across.middle(number) - across.thick / 2, low, across.thick, high - low)
        return Shape(drawn, fill=self._ink(row), cell=(number, 1), by="height")

    def _whisker(self, across: Across, field: Field, number: int, row: Row) -> Whisker | None:
        if row.point.low is None or row.point.high is None:
            return None
        low, high = field.at(row.point.low.value), field.at(row.point.high.value)
        return Whisker(low, high, across.middle(number), min(0.4 * across.thick, 6.0), (number, 2), upright=True)

    def _gap_shapes(self, across: Across, field: Field) -> list[Shape]:
        """A low hatched piece where a value is missing whose words stand in the note."""
        if not across.noted:
            return []
        half = across.thick / 2
        middles = [across.middle(number) for number in range(1, len(self.rows) + 1) if self._is_gap(number)]
        foot = stub_foot(field.zero, field.box)
        stubs = [rectangle(middle - half, foot, across.thick, STUB) for middle in middles]
        rings = [ring for stub in stubs for ring in polygons(stub)]
        roles = self.brand.roles
        ground = Shape(joined(stubs), fill=roles.not_available)
        return [ground, Shape(hatching(rings), stroke=roles.caption, line_width=HATCH)]

    def _axis(self, across: Across, field: Field) -> list[Shape]:
        line = self.brand.measures.hairline
        return [Shape(rectangle(0.0, field.zero - line, across.plot, line), fill=self.brand.roles.mark_axis)]

    def _leaders(self, across: Across, field: Field, clear: Sequence[Rect]) -> list[Shape]:
        """Thin lines from columns to the values that are raised over others."""
        line, pieces = self.brand.measures.hairline, []
        for tag, below in field.values:
            ends = self.rows[tag.number - 1].ends
            reach = max(0.0, float(-ends[0] if below else ends[1])) * field.unit
            if tag.rise > reach + 2 * self._pad:
                start, end = sorted((field.zero + (-1 if below else 1) * each) for each in (reach, tag.rise))
                middle = across.middle(tag.number)
                span = Rect(middle, start, line, end - start)
                pieces += [(middle, *piece) for piece in open_stretches(middle, span, True, clear)]
        drawn = joined(rectangle(x - line / 2, start, line, end - start) for x, start, end in pieces)
        return [Shape(drawn, fill=self.brand.roles.mark_axis)] if drawn else []

    def _value_labels(self, field: Field) -> list[Label]:
        roles, labels = self.brand.roles, []
        for tag, below in field.values:
            row = self.rows[tag.number - 1]
            ink = roles.mark_emphasised_label if row.emphasised else roles.text
            y = field.zero - tag.rise - self._cap if below else field.zero + tag.rise
            cell = (tag.number, 1)
            labels.append(Label(tag.middle, y, tag.line, ink if row.point.datum else roles.caption, 0.5, cell))
        return labels

    def _under_labels(self, across: Across, base: float) -> list[Label]:
        """Names under the columns, and the note on what is missing."""
        roles, caption = self.brand.roles, self.brand.styles.caption
        first = base - self.brand.spaces.close.normal - caption.cap_height
        labels = []
        for lane, tags in enumerate(across.names):
            for tag in tags:
                ink = roles.text if self.rows[tag.number - 1].emphasised else roles.caption
                labels.append(
                    Label(
                        tag.middle,
                        first - lane * caption.leading,
                        tag.line,
                        ink,
                        0.5,
                        (tag.number, 0) if tag.whole else None,
                    )
                )
        for index, line in enumerate(across.note, len(across.names)):
            labels.append(Label(0.0, first - index * caption.leading, line, roles.caption, cell=NOTE_CELL))
        return labels

    def _guide_words(self, across: Across, field: Field, height: float) -> tuple[list[Shape], list[Label]]:
        """The words of guides beside the plot, or over it, each behind a piece of its line."""
        if not across.key:
            x, box = across.plot + 2 * self._pad, field.box
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
    points = one_series(statistic, "columns")
    if not any(point.datum and point.datum.value for point in points):
        raise FigureError("all values are zero, and columns have no height", "use `figure: table`, or leave it out")
    years = all(YEAR.search(point.label) for point in points)
    return ColumnChart(
        brand,
        values_alternative(statistic, words, "table_when" if years else "table_name"),
        rows_of(points, statistic.emphasised, lambda point: said(point, words)),
        set_guides(statistic.guides, len(points) + 1, brand, statistic.language, words),
        "; ".join(with_gaps(points, words, statistic.language)),
        statistic.language,
    )
