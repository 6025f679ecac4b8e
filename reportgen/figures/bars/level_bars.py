"""Level bars in rows: bars from zero with names and values beside them, what bar charts and diverging bars share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import ClassVar, TypeVar

from reportgen.colour.inks import Ink
from reportgen.content.report import Point, Statistic
from reportgen.figures.bars.whiskers import EDGE, Whisker, whisker_shapes
from reportgen.figures.base import (
    FigureError,
    Label,
    Mark,
    Shape,
    TextAlternative,
    in_reading_order,
    too_narrow,
)
from reportgen.figures.drawing.bar_spacing import (
    BarPositions,
    Reach,
    RowNeeds,
    least_width,
    over_bar,
    share_out,
    unit_of,
    zero_of,
)
from reportgen.figures.drawing.clear_rules import legible, open_stretches
from reportgen.figures.drawing.guides import (
    Scale,
    SetGuide,
    band_shapes,
    labels_over,
    line_shapes,
    rows_over,
    set_guides,
)
from reportgen.figures.drawing.least_printed import is_too_small, printed_end
from reportgen.figures.drawing.names import SHORTER, SetName, set_names
from reportgen.figures.drawing.segments import joined, rectangle
from reportgen.figures.request import Request
from reportgen.figures.series_alternatives import said
from reportgen.figures.shared_scale import ScaledFigure, ScaleKey, key_of
from reportgen.geometry import Flex, Rect
from reportgen.text.setting import SetLine, set_line
from reportgen.text.spans import Span
from reportgen.text.words import Words

_EDGE = 0.5
"""Room that the line of a guide takes beyond its value, in pt."""
_MOST_OVER = 16
"""So many rows at most have their names over the bars, which makes them half as high again."""


Place = tuple[str, int, float]
"""Where names stand, in how many lines at most (below 0, their words may divide), and the share that bars keep."""


@dataclass(frozen=True, slots=True)
class Row:
    """A point with the words of its value: the number, or why there is none."""

    point: Point
    text: str
    emphasised: bool

    @property
    def value(self) -> Decimal | None:
        """The number, or None for a gap."""
        return self.point.datum.value if self.point.datum else None

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest that is drawn of the row: its value with its interval."""
        found = [datum.value for datum in (self.point.datum, self.point.low, self.point.high) if datum]
        return min(found, default=Decimal(0)), max(found, default=Decimal(0))

    @property
    def is_loss(self) -> bool:
        """Whether the bar reaches to the left."""
        return self.value is not None and self.value < 0


@dataclass(frozen=True, slots=True)
class LevelBarPlan:
    """Where things stand across: `names` are in a "column", "across" the zero line or "over" the bars.

    `head` is the height of the words of guides over the rows, and `row` what a row asks for. All in pt.
    """

    names: tuple[SetName, ...]
    place: str
    zero: float
    unit: float
    width: float
    head: float
    row: RowNeeds

    def at(self, value: Decimal) -> float:
        """Where a value stands."""
        return self.zero + float(value) * self.unit


@dataclass(frozen=True)
class LevelBars(ScaledFigure):
    """Bars in rows, the first on top. A kind says the places that names may have, and the inks of its bars."""

    rows: tuple[Row, ...]
    guides: tuple[SetGuide, ...]
    language: str

    places: ClassVar[tuple[Place, ...]]
    """Where names may stand, best first."""

    @property
    def scale_key(self) -> ScaleKey | None:
        """That of widths in the unit of the values."""
        return key_of("width", next(row.point.datum for row in self.rows if row.point.datum))

    def unit_at(self, width: float, height: float) -> float:
        """That which names and values leave."""
        return self.plan(width).unit

    def bar_ink(self, row: Row) -> Ink:
        """The ink of a row's bar."""
        raise NotImplementedError

    def value_ink(self, row: Row) -> Ink:
        """The ink of a row's value."""
        return self.brand.roles.mark_emphasised_label if row.emphasised else self.brand.roles.text

    @property
    def has_axis(self) -> bool:
        """Whether a line stands at zero: where bars reach to both sides, or to the left."""
        return any(row.ends[0] < 0 for row in self.rows)

    def measure(self, width: float) -> Flex:
        """Heights of all rows with the words of the guides over them; raises FigureError for too narrow a width."""
        plan = self.plan(width)
        rows = plan.row.measure(len(self.rows))
        return Flex(rows.least + plan.head, rows.normal + plan.head, rows.most + plan.head)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Bands, bars, intervals, the line at zero, names and values, guides."""
        plan = self.plan(width)
        top = height - plan.head
        bars = share_out(len(self.rows), plan.row, top)
        numbered = list(enumerate(self.rows, 1))
        shapes = [shape for row in numbered if (shape := self._bar(plan, bars, *row))]
        whiskers = [found for row in numbered if (found := self._whisker(plan, bars, *row))]
        labels = [
            label for row in numbered for label in (*self._names(plan, bars, *row), self._value(plan, bars, *row))
        ]
        field = Rect(0.0, 0.0, width, top + (self._gap / 2 if plan.head else 0.0))
        guided = labels_over(self.guides, plan.at, width, top + self._gap, self.brand)
        clear = [label.box for label in labels]
        bands = band_shapes(self.guides, plan.at, field, True, self.brand, {self.bar_ink(row) for row in self.rows})
        return (
            *bands,
            *shapes,
            *whisker_shapes(whiskers, shapes, self.brand),
            *self._axis(plan, field, clear),
            *line_shapes(self.guides, plan.at, field, True, self.brand, clear),
            *in_reading_order(legible([*labels, *guided], bands, self.brand)),
        )

    def plan(self, width: float) -> LevelBarPlan:
        """The first place for the names that leaves the bars their share of the width. Raises FigureError."""
        found = self._planned(width)
        if found:
            return found
        needed = least_width(lambda wide: self._planned(wide) is not None, width)
        if needed is None:
            raise FigureError("the names do not fit beside bars at any width", SHORTER)
        raise too_narrow("a row of bars with these names and values", needed, width, SHORTER)

    def _planned(self, width: float) -> LevelBarPlan | None:
        if any(guide.width > width for guide in self.guides):
            return None
        plans = (self._try(width, *place) for place in self.places)
        return next((plan for plan in plans if plan), None)

    def _try(self, width: float, place: str, lines: int, share: float) -> LevelBarPlan | None:
        """The names at one place, if the bars keep their share."""
        if place == "over" and len(self.rows) > _MOST_OVER:
            return None
        try:
            names = self._set(width, place, lines)
        except FigureError:
            return None
        column = max(name.width for name in names) + 1.2 * self._gap if place == "column" else 0.0
        left, right = self._reaches(names if place == "across" else ())
        unit = unit_of(left, right, width - column - self._aside)
        reach = max(reach for reach, _ in left) + max(reach for reach, _ in right)
        if unit <= 0 or unit * reach < share * width - 1e-9:
            return None
        unit = min(unit, self.most_unit)
        zero = column + zero_of(left, unit)
        head = self._head(lambda value: zero + float(value) * unit, width)
        return LevelBarPlan(names, place, zero, unit, width, head, self._row_needs(names, place))

    def _set(self, width: float, place: str, lines: int) -> tuple[SetName, ...]:
        style = self.brand.styles.figure_label
        names = [row.point.label for row in self.rows]
        bold = [row.point.label for row in self.rows if row.emphasised]
        measure = {"column": 0.42 * width, "across": width, "over": width}[place]
        if lines == 1 and place == "column":
            return set_names(names, style, width, self.language, bold, 1)
        return set_names(names, style, measure, self.language, bold, abs(lines), lines < 0)

    def _reaches(self, across: Sequence[SetName]) -> tuple[list[Reach], list[Reach]]:
        """What reaches to the left and right of zero; names `across` stand opposite to their bars."""
        left: list[Reach] = [(0.0, 0.0)]
        right: list[Reach] = [(0.0, 0.0)]
        for row in self.rows:
            end = self._pad + self._line(row).width if row.value is None or not self._aside else 0.0
            least, most = max(0.0, -float(row.ends[0])), max(0.0, float(row.ends[1]))
            bare = EDGE if row.point.low or row.point.high else 0.0
            left.append((least, end if row.is_loss else bare))
            right.append((most, bare if row.is_loss else max(bare, end)))
        for row, name in zip(self.rows, across, strict=False):
            least, most = max(0.0, -float(row.ends[0])), max(0.0, float(row.ends[1]))
            (right if row.is_loss else left).append((most if row.is_loss else least, self._pad + name.width))
        for value in (float(value) for guide in self.guides for value in guide.values):
            left.append((max(0.0, -value), _EDGE))
            right.append((max(0.0, value), _EDGE))
        return left, right

    @cached_property
    def _aside(self) -> float:
        """Width of the column on the right that values have to themselves beside intervals, which they would crowd.

        It is 0 without intervals, and with losses.
        """
        if any(row.ends[0] < 0 for row in self.rows) or not any(row.point.low or row.point.high for row in self.rows):
            return 0.0
        return 2 * self._pad + max((self._line(row).width for row in self.rows if row.value is not None), default=0.0)

    @property
    def _gap(self) -> float:
        return self.brand.spaces.close.normal

    @property
    def _pad(self) -> float:
        """From the end of a bar to its value."""
        return 0.55 * self._gap

    def _head(self, scale: Scale, width: float) -> float:
        """Height of the words of the guides over the rows."""
        rows = rows_over(self.guides, scale, width, self.brand)
        caption = self.brand.styles.caption
        return self._gap + caption.cap_height + (rows - 1) * caption.leading if rows else 0.0

    def _row_needs(self, names: Sequence[SetName], place: str) -> RowNeeds:
        style = self.brand.styles.figure_label
        size, leading = style.size, style.leading
        lines = max(len(name.lines) for name in names)
        ink = style.cap_height + 2 * style.depth
        if place == "over":
            over = style.cap_height + 0.45 * self._gap + (lines - 1) * leading
            return RowNeeds(over, 0.0, ink, Flex(1.6 * size, 2.3 * size, 3.4 * size), 0.46, 1.7 * size)
        head, foot = (ink + (len(names[end].lines) - 1) * leading for end in (0, -1))
        taller = (lines - 1) * leading
        least = max(1.6 * size, ink + taller) + 0.3 * taller
        normal = max(least, 2.05 * size + 0.8 * taller)
        spacing = Flex(least, normal, max(normal, 3.2 * size + taller))
        return RowNeeds(0.0, head, foot, spacing, 0.64, 2.0 * size)

    def _line(self, row: Row) -> SetLine:
        """The value, or why there is none, on one line."""
        style = self.brand.styles.figure_label if row.point.datum else self.brand.styles.caption
        return set_line((Span(row.text, bold=row.emphasised and row.point.datum is not None),), style, self.language)

    def _bar(self, plan: LevelBarPlan, bars: BarPositions, number: int, row: Row) -> Shape | None:
        if not row.value:
            return None
        end, y = plan.at(row.value), bars.middles[number - 1] - bars.thick / 2
        left, right = sorted((plan.zero, printed_end(plan.zero, end)))
        drawn, small = rectangle(left, y, right - left, bars.thick), is_too_small(end - plan.zero)
        return Shape(drawn, fill=self.bar_ink(row), cell=(number, 1), by="width", widened=small)

    def _whisker(self, plan: LevelBarPlan, bars: BarPositions, number: int, row: Row) -> Whisker | None:
        if row.point.low is None or row.point.high is None:
            return None
        start, end = plan.at(row.point.low.value), plan.at(row.point.high.value)
        return Whisker(start, end, bars.middles[number - 1], 0.4 * bars.thick, (number, 2))

    def _axis(self, plan: LevelBarPlan, field: Rect, clear: Sequence[Rect]) -> list[Shape]:
        line = self.brand.measures.hairline
        pieces = open_stretches(plan.zero, field, True, clear)
        left = min(max(0.0, plan.zero - line / 2), field.right - line)
        drawn = joined(rectangle(left, start, line, end - start) for start, end in pieces)
        return [Shape(drawn, fill=self.brand.roles.mark_axis)] if self.has_axis and drawn else []

    def _names(self, plan: LevelBarPlan, bars: BarPositions, number: int, row: Row) -> list[Label]:
        name, style = plan.names[number - 1], self.brand.styles.figure_label
        middle = bars.middles[number - 1]
        x, anchor = 0.0, 0.0
        if plan.place == "across":
            x = plan.at(row.ends[1] if row.is_loss else row.ends[0])
            x = max(x, plan.zero) + self._pad if row.is_loss else min(x, plan.zero) - self._pad
            anchor = 0.0 if row.is_loss else 1.0
        first = middle - style.cap_height / 2 + (len(name.lines) - 1) * style.leading / 2
        if plan.place == "over":
            x = over_bar(plan.zero, name.width, plan.width, row.is_loss)
            ink = max(bars.thick, style.cap_height + 2 * style.depth)
            first = middle + max(ink, bars.thick) / 2 + 0.45 * self._gap + (len(name.lines) - 1) * style.leading
            first -= (ink - bars.thick) / 2
        cell = (number, 0)
        ys = (first - index * style.leading for index in range(len(name.lines)))
        return [Label(x, y, line, self.brand.roles.text, anchor, cell) for line, y in zip(name.lines, ys, strict=True)]

    def _value(self, plan: LevelBarPlan, bars: BarPositions, number: int, row: Row) -> Label:
        roles, style = self.brand.roles, self.brand.styles.figure_label
        y = bars.middles[number - 1] - style.cap_height / 2
        ink = self.value_ink(row) if row.point.datum else roles.caption
        if self._aside and row.value is not None:
            return Label(plan.width, y, self._line(row), ink, 1.0, (number, 1))
        if row.is_loss:
            return Label(plan.at(row.ends[0]) - self._pad, y, self._line(row), ink, 1.0, (number, 1))
        x = max(plan.at(row.ends[1]), plan.zero) + self._pad
        return Label(x, y, self._line(row), ink, cell=(number, 1))


def rows_of(statistic: Statistic, words: Words) -> tuple[Row, ...]:
    """The points of a single series as rows, with the words of a value or of a gap."""
    return tuple(Row(point, said(point, words), point.label in statistic.emphasised) for point in statistic.series)


Kind = TypeVar("Kind", bound=LevelBars)


def make_level_bars(kind: type[Kind], asked: Request, alternative: TextAlternative) -> Kind:
    """Level bars of some kind, with their guides."""
    statistic, brand, words = asked.statistic, asked.brand, asked.words
    guides = set_guides(statistic.guides, len(statistic.series) + 1, brand, statistic.language, words)
    return kind(brand, alternative, rows_of(statistic, words), guides, statistic.language)
