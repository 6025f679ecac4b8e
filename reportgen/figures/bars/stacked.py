"""The kind `stacked`: the parts of a whole in one bar, each with name, value and share, or several bars in rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from reportgen.figures.bars.part_shapes import lines_between, part_shapes
from reportgen.figures.bars.parts_of_whole import Parts, many_alternative, one_alternative, parts_of, shares
from reportgen.figures.bars.stacked_rows import StackedRows
from reportgen.figures.base import Label, Mark, MarkFigure, Shape, in_reading_order, too_narrow
from reportgen.figures.drawing.names import SHORTER
from reportgen.figures.drawing.segments import joined, rectangle
from reportgen.figures.request import Request
from reportgen.geometry import Flex, Rect
from reportgen.text.setting import SetLine, narrowest_measure, set_line, set_text
from reportgen.text.spans import Rich, Span

_THIN, _THICK, _USUAL = 12.0, 40.0, 24.0
"""Height of the bar in pt: least, most, and as a rule."""
_GAP = 1.0
"""Width of the line of the paper's ink between two parts, in pt: half of it is taken from each."""
_SWATCH = 6.0
"""Side of the square that stands before a part's name in a list, in pt."""


@dataclass(frozen=True, slots=True)
class PartText:
    """The words of a part: its name, its value, and its share of a total that is not 100."""

    name: Rich
    value: SetLine
    share: SetLine | None


@dataclass(frozen=True, slots=True)
class StackedBarPlan:
    """A bar in a width: the edges of its parts, the labels under it with `y` from its foot, and their height, in pt.

    `rows` are the base lines of a list under the bar, whose rows begin with swatches; () without a list.
    """

    edges: tuple[tuple[float, float], ...]
    labels: tuple[Label, ...]
    under: float
    rows: tuple[float, ...] = ()


@dataclass(frozen=True)
class StackedBar(MarkFigure):
    """One bar. Each part's name, value and share stand under it, from where it starts, or to the bar's end.

    Where the parts are too narrow for that the same stand in a list under the bar, in the order of the parts, each
    behind a square of its ink. The total stands over the bar's end, unless the values are per cents of it.
    """

    parts: Parts
    total_word: str
    language: str

    def measure(self, width: float) -> Flex:
        """Heights of the bar with what stands over and under it."""
        around = self.plan(width).under + self._over
        if self._total and self._total_width > width:
            raise too_narrow("the total", self._total_width, width, "make the figure wider")
        return Flex(around + _THIN, around + _USUAL, around + _THICK)

    def plan(self, width: float) -> StackedBarPlan:
        """Names on one line under their parts, else broken there, else in a list. Raises FigureError for no room."""
        x, edges = 0.0, []
        for value in self.parts.bars[0].values:
            wide = float(value / self.parts.greatest) * width
            edges.append((x, x + wide))
            x += wide
        found = tuple(edges)
        plan = self._under_parts(found, width, broken=False) or self._under_parts(found, width, broken=True)
        return plan or self._in_list(found, width)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """The parts, the lines between them, and their labels."""
        plan, roles = self.plan(width), self.brand.roles
        tall = min(height - self._over - plan.under, _THICK)
        y = height - self._over - tall
        inks = self.parts.inks(roles)
        boxes = [Rect(left, y, right - left, tall) for left, right in plan.edges]
        bars = part_shapes(boxes, [((row, 1), ink) for row, ink in enumerate(inks, 1)])
        between = joined(rectangle(box.x, box.y, box.width, box.height) for box in lines_between(boxes, _GAP))
        lift = (self.brand.styles.figure_label.cap_height - _SWATCH) / 2
        swatches = [
            Shape(rectangle(0, y + base + lift, _SWATCH, _SWATCH), fill=ink)
            for base, ink in zip(plan.rows, inks, strict=False)
        ]
        labels = [replace(label, y=y + label.y) for label in plan.labels]
        labels = in_reading_order([*labels, *self._total_labels(width, y + tall)])
        return (*bars, *([Shape(between, fill=roles.paper)] if between else []), *swatches, *labels)

    def _under_parts(self, edges: tuple[tuple[float, float], ...], width: float, broken: bool) -> StackedBarPlan | None:
        """Every part's words under it, the name `broken` in the width of the part; None where that has no room."""
        style, gap = self.brand.styles.figure_label, 1.6 * self._gap
        names, widths = [], []
        for part, (left, right) in zip(self._texts, edges, strict=True):
            figures = part.value.width + (self._gap + part.share.width if part.share else 0.0)
            room = right - left - gap if broken else width
            measure = max(room, figures, narrowest_measure(part.name, style, self.language))
            names.append(self._lines(part.name, measure + 0.01))
            widths.append(max(figures, *(line.width for line in names[-1])))
        xs, end = [left for left, _ in edges], width
        for index in reversed(range(len(xs))):
            xs[index] = min(xs[index], end - widths[index])
            end = xs[index] - gap
        places = zip(xs, widths, edges, strict=True)
        near = all(x <= (left + right) / 2 <= x + wide or abs(x - left) < 0.01 for x, wide, (left, right) in places)
        if not near or min(xs) <= -0.01:
            return None
        top, labels = -self._space - style.cap_height, list[Label]()
        for row, (x, part, lines) in enumerate(zip(xs, self._texts, names, strict=True), 1):
            labels += self._name_labels(row, x, top - style.leading, lines)
            labels += self._figures(row, top, x, x + part.value.width + self._gap)
        return StackedBarPlan(edges, tuple(labels), max(map(len, names)) * style.leading + style.depth - top)

    def _in_list(self, edges: tuple[tuple[float, float], ...], width: float) -> StackedBarPlan:
        """The words of the parts in rows, which end no farther from the longest name than the eye travels well."""
        style, texts = self.brand.styles.figure_label, self._texts
        widest = max(part.value.width for part in texts)
        share_width = max((part.share.width for part in texts if part.share), default=0.0)
        figures = widest + (2 * self._gap + share_width if share_width else 0.0)
        indent = _SWATCH + self._gap
        word = max(narrowest_measure(part.name, style, self.language) for part in texts)
        least = indent + word + 2 * self._gap + figures + 0.02
        if least > width:
            raise too_narrow("a list of these parts", least, width, SHORTER)
        longest = max(set_line(part.name, style, self.language).width for part in texts)
        right = min(width, indent + longest + 3.5 * self._gap + figures)
        base, air, bases, labels = -self._space - style.cap_height, 0.25 * style.leading, [], list[Label]()
        for row, part in enumerate(texts, 1):
            lines = self._lines(part.name, right - indent - 2 * self._gap - figures)
            labels += self._name_labels(row, indent, base, lines)
            end = right - (share_width + 2 * self._gap if part.share else 0.0) - part.value.width
            labels += self._figures(row, base, end, right - (part.share.width if part.share else 0.0))
            bases.append(base)
            base -= len(lines) * style.leading + air
        return StackedBarPlan(edges, tuple(labels), style.depth - base - style.leading - air, tuple(bases))

    def _lines(self, name: Rich, measure: float) -> tuple[SetLine, ...]:
        return set_text(name, self.brand.styles.figure_label, measure, self.language, continues=True).lines

    def _name_labels(self, row: int, x: float, y: float, lines: tuple[SetLine, ...]) -> list[Label]:
        leading, ink = self.brand.styles.figure_label.leading, self.brand.roles.text
        return [Label(x, y - index * leading, line, ink, cell=(row, 0)) for index, line in enumerate(lines)]

    def _figures(self, row: int, y: float, x: float, behind: float) -> list[Label]:
        """Value and share of a part."""
        roles, part = self.brand.roles, self._texts[row - 1]
        ink = roles.mark_emphasised_label if row - 1 in self.parts.emphasised else roles.text
        labels = [Label(x, y, part.value, ink, cell=(row, 1))]
        return [*labels, Label(behind, y, part.share, roles.caption, cell=(row, 2))] if part.share else labels

    @property
    def _space(self) -> float:
        return self.brand.spaces.close.normal

    @property
    def _gap(self) -> float:
        """Between a value and its share, in pt."""
        return 0.55 * self.brand.styles.figure_label.size

    @cached_property
    def _texts(self) -> tuple[PartText, ...]:
        (bar,), style = self.parts.bars, self.brand.styles.figure_label
        said = [None] * len(bar.data) if self.parts.percent else [each.text for each in shares(bar, self.language)]
        found = []
        for index, (datum, share) in enumerate(zip(bar.data, said, strict=True)):
            value = set_line((Span(datum.text, bold=True),), style, self.language, continues=share is not None)
            name = (Span(self.parts.names[index], bold=index in self.parts.emphasised),)
            found.append(PartText(name, value, set_line(share, style, self.language) if share else None))
        return tuple(found)

    @cached_property
    def _total(self) -> tuple[SetLine, SetLine] | None:
        """The word and the number of the total; None where the values are per cents of it."""
        (bar,), style = self.parts.bars, self.brand.styles.figure_label
        if self.parts.percent:
            return None
        word = set_line(self.total_word, style, self.language, continues=True)
        return word, set_line((Span(bar.total.text, bold=True),), style, self.language)

    @property
    def _total_width(self) -> float:
        return self._total[0].width + self._gap + self._total[1].width if self._total else 0.0

    @property
    def _over(self) -> float:
        return self.brand.styles.figure_label.cap_height + 0.7 * self._space if self._total else 0.0

    def _total_labels(self, width: float, top: float) -> list[Label]:
        if not self._total:
            return []
        (word, number), roles, row = self._total, self.brand.roles, len(self.parts.names) + 1
        y = top + 0.7 * self._space
        return [
            Label(width - self._total_width, y, word, roles.caption, cell=(row, 0)),
            Label(width - number.width, y, number, roles.text, cell=(row, 1)),
        ]


def make(asked: Request) -> StackedBar | StackedRows:
    statistic, words = asked.statistic, asked.words
    parts = parts_of(statistic)
    if len(statistic.sets) == 1:
        alternative = one_alternative(statistic, parts, words)
        return StackedBar(asked.brand, alternative, parts, words["table_total"], statistic.language)
    alternative = many_alternative(statistic, parts, words)
    return StackedRows(
        asked.brand,
        alternative,
        parts,
        statistic.emphasised,
        words["table_total"],
        statistic.language,
    )
