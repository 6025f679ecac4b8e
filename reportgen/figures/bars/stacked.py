"""Stacked bar: parts of a whole in; one bar of them with names, values and shares beside each part, or several, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reportgen.colour.inks import Ink
from reportgen.figures.bars.parts_of_whole import Parts, parts_of, shares
from reportgen.figures.bars.stacked_alternative import many_alternative, one_alternative
from reportgen.figures.bars.stacked_rows import StackedRows
from reportgen.figures.base import Label, Mark, MarkFigure, Shape, in_reading_order, too_narrow
from reportgen.figures.drawing.segments import rectangle
from reportgen.figures.request import Request
from reportgen.geometry import Flex
from reportgen.page import Cell
from reportgen.text.setting import SetLine, narrowest_measure, set_line, set_text
from reportgen.text.spans import Span

_THIN, _THICK, _USUAL = 12.0, 40.0, 24.0
"""Height of the bar in pt: least, most, and as a rule."""
_GAP = 1.0
"""Width of the line of the paper's ink between two parts, in pt: half of it is taken from each."""
_SWATCH = 6.0
"""Side of the square that stands before a part's name in a list, in pt."""


@dataclass(frozen=True)
class PartLabel:
    """What stands under a part: its value and share over its name in lines."""

    lines: tuple[SetLine, ...]
    value: SetLine
    share: SetLine | None

    def width(self, gap: float) -> float:
        """Width in pt; the share stands `gap` behind the value."""
        figures = self.value.width + (gap + self.share.width if self.share else 0.0)
        return max(figures, *(line.width for line in self.lines))


@dataclass(frozen=True)
class Stacked(MarkFigure):
    """One bar. Each part's name, value and share stand under it, from where it starts, or to the bar's end.

    Where the parts are too narrow for that the same stand in a list under the bar, in the order of the parts, each
    behind a square of its ink. The total stands over the bar's end, unless the values are per cents of it.
    """

    parts: Parts
    total_word: str
    language: str

    def measure(self, width: float) -> Flex:
        """Heights of the bar with what stands over and under it."""
        if not self._placed(width) and self._list_least > width:
            raise too_narrow("a list of these parts", self._list_least, width, "shorten the names of the parts")
        if self._total and self._total_width > width:
            raise too_narrow("the total", self._total_width, width, "make the figure wider")
        around = self._over + self._under(width)
        return Flex(around + _THIN, around + _USUAL, around + _THICK)

    def marks(self, width: float, height: float) -> tuple[Mark, ...]:
        """The parts, the lines between them, and their labels."""
        under = self._under(width)
        tall = min(height - self._over - under, _THICK)
        y = height - self._over - tall
        inks, edges = self.parts.inks(self.brand.roles), self._edges(width)
        bars = [
            Shape(rectangle(left, y, right - left, tall), fill=ink, cell=(row, 1), by="width")
            for row, ((left, right), ink) in enumerate(zip(edges, inks, strict=True), 1)
            if right > left
        ]
        lines = [
            rectangle(right - _GAP / 2, y, _GAP, tall)
            for left, right in edges[:-1]
            if right - left > 2 * _GAP and width - right > 2 * _GAP
        ]
        ground = [Shape(tuple(s for line in lines for s in line), fill=self.brand.roles.paper)] if lines else []
        placed = self._placed(width)
        labels = self._block_labels(placed, y) if placed else self._list_labels(width, y)
        swatches = [] if placed else self._swatches(inks, width, y)
        labels = in_reading_order([*labels, *self._total_labels(width, y + tall)])
        return (*bars, *ground, *swatches, *labels)

    @property
    def _space(self) -> float:
        return self.brand.spaces.close.normal

    @cached_property
    def _texts(self) -> list[tuple[SetLine, SetLine | None]]:
        """Value and share of each part."""
        (bar,), style = self.parts.bars, self.brand.styles.figure_label
        said = [None] * len(bar.points) if self.parts.percent else [*shares(bar, self.language)]
        found: list[tuple[SetLine, SetLine | None]] = []
        for point, share in zip(bar.points, said, strict=True):
            text = point.datum.text if point.datum else ""
            value = set_line((Span(text, bold=True),), style, self.language, continues=share is not None)
            found.append((value, set_line(share, style, self.language) if share else None))
        return found

    @property
    def _figure_gap(self) -> float:
        return 0.55 * self.brand.styles.figure_label.size

    def _edges(self, width: float) -> list[tuple[float, float]]:
        (bar,) = self.parts.bars
        x, edges = 0.0, []
        for value in bar.values:
            wide = float(value / self.parts.greatest) * width
            edges.append((x, x + wide))
            x += wide
        return edges

    def _name(self, index: int, measure: float) -> tuple[SetLine, ...]:
        return set_text(self._rich(index), self.brand.styles.figure_label, measure, self.language, continues=True).lines

    def _rich(self, index: int) -> tuple[Span, ...]:
        return (Span(self.parts.names[index], bold=index in self.parts.emphasised),)

    def _placed(self, width: float) -> list[tuple[float, PartLabel]]:
        """Where the block of each part begins; [] when one would not stand under its own part."""
        return self._blocks(width, loose=True) or self._blocks(width, loose=False)

    def _blocks(self, width: float, loose: bool) -> list[tuple[float, PartLabel]]:
        """The same with names that are not broken (`loose`), or in the width of their parts where those are wide."""
        edges, gap = self._edges(width), 1.6 * self._figure_gap
        rooms = [width if loose else right - left - gap for left, right in edges]
        blocks = [self._block(index, room) for index, room in enumerate(rooms)]
        widths = [block.width(self._figure_gap) for block in blocks]
        xs = [left for left, _ in edges]
        end = width
        for index in reversed(range(len(xs))):
            xs[index] = min(xs[index], end - widths[index])
            end = xs[index] - gap
        fits = all(
            x <= (left + right) / 2 <= x + wide or abs(x - left) < 0.01
            for x, wide, (left, right) in zip(xs, widths, edges, strict=True)
        )
        return list(zip(xs, blocks, strict=True)) if fits and min(xs) > -0.01 else []

    def _block(self, index: int, room: float) -> PartLabel:
        style, (value, share) = self.brand.styles.figure_label, self._texts[index]
        figures = value.width + (self._figure_gap + share.width if share else 0.0)
        measure = max(room, figures, narrowest_measure(self._rich(index), style, self.language))
        return PartLabel(self._name(index, measure + 0.01), value, share)

    def _block_labels(self, placed: Sequence[tuple[float, PartLabel]], y: float) -> list[Label]:
        style, labels = self.brand.styles.figure_label, list[Label]()
        top = y - self._space - style.cap_height
        for row, (x, block) in enumerate(placed, 1):
            for index, line in enumerate(block.lines, 1):
                labels.append(Label(x, top - index * style.leading, line, self.brand.roles.text, cell=(row, 0)))
            labels += self._figures(row, x, top, x + block.value.width + self._figure_gap)
        return labels

    def _figures(self, row: int, x: float, y: float, behind: float) -> list[Label]:
        """Value and share of a part."""
        roles, (value, share) = self.brand.roles, self._texts[row - 1]
        ink = roles.mark_emphasised_label if row - 1 in self.parts.emphasised else roles.text
        labels = [Label(x, y, value, ink, cell=(row, 1))]
        return [*labels, Label(behind, y, share, roles.caption, cell=(row, 2))] if share else labels

    def _under(self, width: float) -> float:
        """Height of what stands under the bar."""
        style, placed = self.brand.styles.figure_label, self._placed(width)
        if placed:
            lines = max(len(block.lines) for _, block in placed) + 1
            return self._space + style.cap_height + (lines - 1) * style.leading + style.depth
        count = sum(len(lines) for lines in self._list_names(width))
        return (
            self._space
            + style.cap_height
            + (count - 1) * style.leading
            + self._list_air * (len(self.parts.names) - 1)
            + style.depth
        )

    @property
    def _list_air(self) -> float:
        return 0.25 * self.brand.styles.figure_label.leading

    @cached_property
    def _columns(self) -> tuple[float, float]:
        """Widths of the values and of the shares in a list."""
        values, found = [value.width for value, _ in self._texts], [share.width for _, share in self._texts if share]
        return max(values), max(found, default=0.0)

    @property
    def _list_figures(self) -> float:
        value, share = self._columns
        return value + (2 * self._figure_gap + share if share else 0.0)

    @property
    def _indent(self) -> float:
        return _SWATCH + self._figure_gap

    @property
    def _list_least(self) -> float:
        style = self.brand.styles.figure_label
        word = max(narrowest_measure(self._rich(i), style, self.language) for i in range(len(self.parts.names)))
        return self._indent + word + 2 * self._figure_gap + self._list_figures + 0.02

    def _list_width(self, width: float) -> float:
        """Width of the list: no more than its longest name needs, so that the eye need not travel to the figures."""
        longest = max(
            set_line(self._rich(i), self.brand.styles.figure_label, self.language).width
            for i in range(len(self.parts.names))
        )
        return min(width, self._indent + longest + 3.5 * self._figure_gap + self._list_figures)

    def _list_names(self, width: float) -> list[tuple[SetLine, ...]]:
        room = self._list_width(width) - self._indent - 2 * self._figure_gap - self._list_figures
        return [self._name(index, room) for index in range(len(self.parts.names))]

    def _rows(self, width: float, y: float) -> list[tuple[float, tuple[SetLine, ...]]]:
        """The base line of the first line of each row of the list, and the lines of its name."""
        style, rows = self.brand.styles.figure_label, []
        base = y - self._space - style.cap_height
        for lines in self._list_names(width):
            rows.append((base, lines))
            base -= len(lines) * style.leading + self._list_air
        return rows

    def _list_labels(self, width: float, y: float) -> list[Label]:
        labels: list[Label] = []
        style, share_width = self.brand.styles.figure_label, self._columns[1]
        right = self._list_width(width)
        for row, (base, lines) in enumerate(self._rows(width, y), 1):
            for index, line in enumerate(lines):
                labels.append(
                    Label(self._indent, base - index * style.leading, line, self.brand.roles.text, cell=(row, 0))
                )
            value, share = self._texts[row - 1]
            end = right - (share_width + 2 * self._figure_gap if share else 0.0) - value.width
            labels += self._figures(row, end, base, right - (share.width if share else 0.0))
        return labels

    def _swatches(self, inks: Sequence[Ink], width: float, y: float) -> list[Shape]:
        lift = (self.brand.styles.figure_label.cap_height - _SWATCH) / 2
        return [
            Shape(rectangle(0, base + lift, _SWATCH, _SWATCH), fill=ink)
            for (base, _), ink in zip(self._rows(width, y), inks, strict=True)
        ]

    @cached_property
    def _total(self) -> tuple[SetLine, SetLine] | None:
        """The word and the number of the total; None where the values are per cents of it."""
        (bar,), styles = self.parts.bars, self.brand.styles
        if self.parts.percent or bar.total is None:
            return None
        word = set_line(self.total_word, styles.figure_label, self.language, continues=True)
        return word, set_line((Span(bar.total.text, bold=True),), styles.figure_label, self.language)

    @property
    def _total_width(self) -> float:
        return self._total[0].width + self._figure_gap + self._total[1].width if self._total else 0.0

    @property
    def _over(self) -> float:
        return self.brand.styles.figure_label.cap_height + 0.7 * self._space if self._total else 0.0

    def _total_labels(self, width: float, top: float) -> list[Label]:
        if not self._total:
            return []
        (word, number), roles, row = self._total, self.brand.roles, len(self.parts.names) + 1
        x, y = width - self._total_width, top + 0.7 * self._space
        cells: tuple[Cell, Cell] = (row, 0), (row, 1)
        return [
            Label(x, y, word, roles.caption, cell=cells[0]),
            Label(width - number.width, y, number, roles.text, cell=cells[1]),
        ]


def make(asked: Request) -> Stacked | StackedRows:
    statistic, words = asked.statistic, asked.words
    parts = parts_of(statistic)
    if len(statistic.sets) == 1:
        alternative = one_alternative(statistic, parts, words)
        return Stacked(asked.brand, alternative, parts, words["table_total"], statistic.language)
    alternative = many_alternative(statistic, parts, words)
    gap = {key: words[key] for key in ("not_available", "suppressed")}
    return StackedRows(
        asked.brand,
        alternative,
        parts,
        statistic.emphasised,
        tuple(gap.items()),
        words["table_total"],
        statistic.language,
    )
