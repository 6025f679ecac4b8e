"""Targets, references and bands, which values are held against: their lines, areas and words on a figure's scale."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from reportgen.brand import Brand
from reportgen.colour.inks import Ink
from reportgen.content.report import Datum, Guide
from reportgen.figures.base import FigureError, Label, Shape
from reportgen.figures.drawing.clear_rules import open_stretches
from reportgen.figures.drawing.declutter import moved_apart
from reportgen.figures.drawing.least_printed import printed_end
from reportgen.figures.drawing.segments import joined, rectangle
from reportgen.geometry import Rect, Segments
from reportgen.page import BAND_ROW, Cell
from reportgen.text.setting import SetLine, set_line
from reportgen.text.spans import Span
from reportgen.text.words import Words

Scale = Callable[[Decimal], float]
"""The place of a value along a scale, in pt."""

_LINE = 0.9
"""Width of the line of a guide, in pt."""
_DASH, _BREAK = 3.4, 1.9
"""A dash of the line of a target or a reference, and the break after it, in pt."""
_EDGE = 0.5
"""Width of the line at the edge of a band: it is seen across bars that have the band's own ink."""
_MOST_TRIED = 4
"""For so many guides over a figure every arrangement of their words is looked at; more stand on a row each."""


@dataclass(frozen=True, slots=True)
class SetGuide:
    """A guide with its words set on one line: `parts` are name and value; `row` is its first row in the table.

    A band has its words in one part: its two ends are in two rows of the table.
    """

    guide: Guide
    row: int
    parts: tuple[tuple[SetLine, Cell], ...]
    gap: float

    @property
    def width(self) -> float:
        """From the begin of the name to the end of the value, in pt."""
        return sum(line.width for line, _ in self.parts) + self.gap * (len(self.parts) - 1)

    @property
    def values(self) -> tuple[Decimal, ...]:
        """The values that the guide stands at: one, or the two ends of a band, rising."""
        until = self.guide.until
        return tuple(sorted((self.guide.datum.value, until.value))) if until else (self.guide.datum.value,)

    def at(self, scale: Scale) -> float:
        """Where the guide stands on a scale, a band with its middle, in pt."""
        places = [scale(value) for value in self.values]
        return sum(places) / len(places)

    def labels(self, x: float, y: float, brand: Brand) -> list[Label]:
        """The words from `x` on the base line `y`."""
        found = []
        for line, cell in self.parts:
            found.append(Label(x, y, line, brand.roles.guide, cell=cell))
            x += line.width + self.gap
        return found


def guide_rows(guides: Iterable[Guide], words: Words) -> tuple[tuple[str, Datum], ...]:
    """The rows of the table of values for guides: one for a line, two for the ends of a band."""
    rows: list[tuple[str, Datum]] = []
    for guide in guides:
        if guide.until:
            rows.append((words.get("guide_from", label=guide.label), guide.datum))
            rows.append((words.get("guide_to", label=guide.label), guide.until))
        else:
            rows.append((guide.label, guide.datum))
    return tuple(rows)


def set_guides(guides: Iterable[Guide], row: int, brand: Brand, language: str, words: Words) -> tuple[SetGuide, ...]:
    """Guides with their words set; `row` is where the table has the first of them (see `guide_rows`)."""
    style, found = brand.styles.caption, []
    gap = 0.25 * style.size
    for guide in guides:
        value = guide.datum.text
        if guide.until:
            text = words.get("guide_band", label=guide.label, low=value, high=guide.until.text)
            parts: tuple[tuple[SetLine, Cell], ...] = ((set_line(text, style, language), (BAND_ROW, row)),)
        else:
            bold = set_line((Span(value, bold=True),), style, language)
            parts = ((set_line(guide.label, style, language, continues=True), (row, 0)), (bold, (row, 1)))
        found.append(SetGuide(guide, row, parts, gap))
        row += 2 if guide.until else 1
    return tuple(found)


def band_shapes(
    guides: Iterable[SetGuide],
    scale: Scale,
    rect: Rect,
    upright: bool,
    brand: Brand,
    marks: Collection[Ink] = (),
) -> list[Shape]:
    """The areas of bands across `rect`, to be painted before the marks; their edges are lines (see `line_shapes`).

    Where the brand has the ink of bands for one of the `marks` too, only the edges are drawn: marks would be lost.

    `upright` says that values run across and that a guide is a vertical; otherwise values rise, and it is level. A
    Rect of a figure has its `y` at its lower edge.
    """
    shapes = []
    for each in guides:
        if each.guide.until and brand.roles.interval not in marks:
            low, high = sorted(scale(value) for value in each.values)
            ends = (rect.y, rect.bottom) if upright else (rect.x, rect.right)
            area = _laid(low, printed_end(low, high) - low, *ends, upright)
            shapes.append(Shape(area, fill=brand.roles.interval, cell=(each.row, 1), by="x" if upright else "y"))
    return shapes


def line_shapes(
    guides: Iterable[SetGuide],
    scale: Scale,
    rect: Rect,
    upright: bool,
    brand: Brand,
    clear: Sequence[Rect] = (),
) -> list[Shape]:
    """The lines of targets and references, and the edges of bands, across `rect`; open where they would cross `clear`.

    Each is one shape, without its pieces that would be shorter than wide. A target or a reference is dashed, so that it
    is not taken for an axis.
    """
    shapes = []
    for each in guides:
        wide = _EDGE if each.guide.until else _LINE
        drawn = joined(
            _laid(place - wide / 2, wide, start, end, upright)
            for place in (scale(value) for value in each.values)
            for stretch in open_stretches(place, rect, upright, clear)
            for start, end in ([stretch] if each.guide.until else _dashes(*stretch))
        )
        if drawn:
            shapes.append(Shape(drawn, fill=brand.roles.guide, cell=(each.row, 1), by="x" if upright else "y"))
    return shapes


def labels_over(guides: Sequence[SetGuide], scale: Scale, width: float, y: float, brand: Brand) -> list[Label]:
    """The words of vertical guides over them, the lowest on the base line `y`, within 0 and `width`.

    Each stands on the lowest row that has room for it. Raises FigureError for one that is wider than the figure.
    """
    labels: list[Label] = []
    for each, left, row in _label_rows(guides, scale, width, brand):
        labels += each.labels(left, y + row * brand.styles.caption.leading, brand)
    return labels


def rows_over(guides: Sequence[SetGuide], scale: Scale, width: float, brand: Brand) -> int:
    """How many rows of words `labels_over` needs."""
    return 1 + max((row for _, _, row in _label_rows(guides, scale, width, brand)), default=-1)


def labels_beside(
    guides: Sequence[SetGuide], scale: Scale, x: float, low: float, high: float, brand: Brand
) -> list[Label]:
    """The words of level guides beside them from `x` on, each at its height, none over another, from `low` to `high`.

    They are moved apart where they would touch; the caller leaves room for all of them, a leading each.
    """
    caption = brand.styles.caption
    order = sorted(guides, key=lambda each: each.at(scale))
    sizes = [caption.leading] * len(order)
    wanted = [each.at(scale) - caption.cap_height / 2 - caption.depth for each in order]
    starts = moved_apart(wanted, sizes, low, max(high, low + sum(sizes)))
    placed = zip(order, starts, strict=True)
    return [label for each, start in placed for label in each.labels(x, start + caption.depth, brand)]


def _dashes(start: float, end: float) -> list[tuple[float, float]]:
    """A stretch as dashes that begin and end with it."""
    count = max(1, round((end - start + _BREAK) / (_DASH + _BREAK)))
    step = (end - start + _BREAK) / count
    return [(start + index * step, start + (index + 1) * step - _BREAK) for index in range(count)]


def _label_rows(
    guides: Sequence[SetGuide], scale: Scale, width: float, brand: Brand
) -> list[tuple[SetGuide, float, int]]:
    """Each guide with the left end of its words and the row they stand on: the fewest rows, then the nearest words."""
    for each in guides:
        if each.width > width:
            message = f"the words of the {each.guide.kind} `{each.guide.label}` are wider than the figure"
            raise FigureError(message, "shorten its label")
    order = sorted(guides, key=lambda each: each.at(scale))
    if len(order) > _MOST_TRIED:
        return [(each, _left(each, scale, 0.5, width), row) for row, each in enumerate(order)]
    gap = brand.styles.caption.size
    tried = (_stacked(order, scale, shares, width, gap) for shares in product((0.5, 0.0, 1.0), repeat=len(order)))
    best = min(tried, key=lambda found: (max((row for _, _, row in found), default=0), _strayed(found, scale)))
    return best


def _stacked(
    order: Sequence[SetGuide], scale: Scale, shares: Sequence[float], width: float, gap: float
) -> list[tuple[SetGuide, float, int]]:
    """Each on the lowest row that has room; `shares` are how much of the words stands left of each guide."""
    taken: list[list[tuple[float, float]]] = []
    found = []
    for each, share in zip(order, shares, strict=True):
        left = _left(each, scale, share, width)
        end = left + each.width
        free = (row for row, spans in enumerate(taken) if all(end + gap <= a or b + gap <= left for a, b in spans))
        row = next(free, len(taken))
        taken += [[]] if row == len(taken) else []
        taken[row].append((left, end))
        found.append((each, left, row))
    return found


def _left(each: SetGuide, scale: Scale, share: float, width: float) -> float:
    return min(max(each.at(scale) - share * each.width, 0.0), width - each.width)


def _strayed(found: Sequence[tuple[SetGuide, float, int]], scale: Scale) -> float:
    """How far the middles of the words stand from their guides, in all."""
    return sum(abs(left + each.width / 2 - each.at(scale)) for each, left, _ in found)


def _laid(place: float, wide: float, start: float, end: float, upright: bool) -> Segments:
    """A rectangle `wide` pt along the scale, from its `place` on, and from `start` to `end` across it."""
    return rectangle(place, start, wide, end - start) if upright else rectangle(start, place, end - start, wide)
