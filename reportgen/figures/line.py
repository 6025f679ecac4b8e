"""Over time: a line with its first and last value labelled and years at the ends; a cut scale says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10

from reportgen.brand import Brand
from reportgen.content.report import Datum
from reportgen.content.report import Point as DataPoint
from reportgen.figures.base import Drawn, FigureError, Label, Mark, Shape, Table
from reportgen.figures.shapes import Point, circle, joined, polyline, rectangle
from reportgen.flex import Flex
from reportgen.page import Rect
from reportgen.text.setting import SetLine, set_line
from reportgen.text.spans import Span

_RADIUS = 3.0
_LINE = 1.8
_CUT = 0.5
"""A scale starts above zero when the least value is more than this share of the greatest."""
_LONG = 7
"""From this many points on, a year in the middle is named as well."""


@dataclass(frozen=True)
class OverTime(Drawn):
    """`points` from first to last, None where there is no value; `cut_note` says where a cut scale starts."""

    brand: Brand
    points: tuple[DataPoint, ...]
    cut_note: str
    sentence: str
    language: str

    @property
    def foot(self) -> float:
        """Height of the years, and of the note on a cut scale, under the base line, in pt."""
        caption = self.brand.styles.caption
        years = self.brand.spaces.close.normal + caption.cap_height + caption.depth
        return years + (caption.leading if self.starts_at else 0.0)

    @property
    def starts_at(self) -> Decimal:
        """Where the scale starts: zero, or a round number under the least value when the line would be flat."""
        return scale_start([datum.value for _, datum in self._known])

    def measure(self, width: float) -> Flex:
        """Heights over the base line; at least 30 mm wide."""
        if width < 85:
            raise FigureError(f"a line over time needs 30 mm, and has {width / 72 * 25.4:.0f}")
        return self.brand.figure_height

    def describe(self) -> str:
        """What the line shows, in a sentence."""
        return self.sentence

    def values(self) -> Table:
        """Every point."""
        return (("", ""), *((point.label, point.datum.text if point.datum else "–") for point in self.points))

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """Base line, line, end points, their values and the years; `height` includes the foot."""
        roles = self.brand.roles
        plot = Rect(_RADIUS, self.foot, width - 2 * _RADIUS, height - self.foot)
        spots = self._spots(plot)
        rule = self.brand.measures.hairline
        base = Shape(rectangle(0, self.foot - rule, width, rule), fill=roles.mark_axis if not self.starts_at else roles.hairline)
        runs = [polyline(run) for run in _unbroken(spots) if len(run) > 1]
        known = [spot for spot in spots if spot]
        lone = [circle(*run[0], _RADIUS * 0.6) for run in _unbroken(spots) if len(run) == 1]
        line = Shape(joined(runs), stroke=roles.mark, line_width=_LINE)
        first = Shape(circle(*known[0], _RADIUS * 0.8), fill=roles.paper, stroke=roles.mark, line_width=_LINE * 0.8)
        last = Shape(circle(*known[-1], _RADIUS), fill=roles.mark)
        dots = (Shape(joined(lone), fill=roles.mark),) if lone else ()
        labels = self._value_labels(known, plot)
        return (base, *((line,) if runs else ()), *dots, first, last, *labels, *self._foot_labels(plot))

    @property
    def _known(self) -> list[tuple[int, Datum]]:
        return [(index, point.datum) for index, point in enumerate(self.points) if point.datum]

    def _spots(self, plot: Rect) -> list[Point | None]:
        values = [datum.value for _, datum in self._known]
        start = min(self.starts_at, *values)
        reach = max(*values, Decimal(0)) - start or Decimal(1)
        top = plot.height - 2 * self._label_room if start >= 0 else plot.height - 3 * self._label_room
        across = plot.width / (len(self.points) - 1)
        return [
            None
            if point.datum is None
            else (plot.x + index * across, plot.y + _RADIUS + float((point.datum.value - start) / reach) * top)
            for index, point in enumerate(self.points)
        ]

    @property
    def _label_room(self) -> float:
        return self.brand.styles.figure_label.cap_height + self.brand.spaces.close.normal

    def _value_labels(self, spots: Sequence[Point], plot: Rect) -> list[Label]:
        """First and last value, each above or under its point, whichever keeps clear of the line."""
        style, cap = self.brand.styles.figure_label, self.brand.styles.figure_label.cap_height
        ends = ((0, 0.0, plot.x - _RADIUS), (-1, 1.0, plot.right + _RADIUS))
        result: list[Label] = []
        for which, anchor, x in ends:
            line = set_line((Span(self._known[which][1].text, bold=True),), style, self.language)
            above = spots[which][1] + _RADIUS + self.brand.spaces.close.normal * 0.6
            under = spots[which][1] - _RADIUS - self.brand.spaces.close.normal * 0.6 - cap
            y = above if under < plot.y + 2 or _clear(line, x, above, cap, anchor, spots) else under
            result.append(Label(x, y, line, self.brand.roles.text, anchor))
        return result

    def _foot_labels(self, plot: Rect) -> list[Label]:
        caption, ink = self.brand.styles.caption, self.brand.roles.caption
        y = self.foot - self.brand.spaces.close.normal - caption.cap_height
        named = [(0, 0.0, plot.x - _RADIUS), (len(self.points) - 1, 1.0, plot.right + _RADIUS)]
        if len(self.points) >= _LONG:
            middle = (len(self.points) - 1) // 2
            named.append((middle, 0.5, plot.x + plot.width * middle / (len(self.points) - 1)))
        labels = [
            Label(x, y, set_line(self.points[index].label, caption, self.language), ink, anchor)
            for index, anchor, x in named
        ]
        if self.starts_at:
            labels.append(Label(plot.x - _RADIUS, y - caption.leading, set_line(self.cut_note, caption, self.language), ink))
        return labels


def scale_start(values: Sequence[Decimal]) -> Decimal:
    """Zero, or for values that lie close together a round number under the least of them."""
    least, most = min(values), max(values)
    if least <= 0 or least <= most * Decimal(str(_CUT)):
        return Decimal(0)
    reach = (most - least) or most
    step = Decimal(10) ** floor(log10(reach)) / 2
    start = (least - reach * Decimal("0.15")) // step * step
    return max(start, Decimal(0))


def _unbroken(spots: Sequence[Point | None]) -> list[list[Point]]:
    runs: list[list[Point]] = [[]]
    for spot in spots:
        if spot is None:
            runs.append([])
        else:
            runs[-1].append(spot)
    return [run for run in runs if run]


def _clear(line: SetLine, x: float, y: float, cap: float, anchor: float, spots: Sequence[Point]) -> bool:
    """Whether a label keeps clear of the line: no point of it, nor of its pieces' middles, is in the label's box."""
    left = x - anchor * line.width
    box = Rect(left, y - 2, line.width, cap + 4)
    fine = [
        (a[0] + (b[0] - a[0]) * step / 8, a[1] + (b[1] - a[1]) * step / 8)
        for a, b in zip(spots, spots[1:], strict=False)
        for step in range(9)
    ]
    return not any(box.x < px < box.right and box.y < py < box.bottom for px, py in fine)
