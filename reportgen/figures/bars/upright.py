"""Where columns stand: rows, guides and a size in; the places of columns and of their labels, thinned by rule, out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from reportgen.figures.bars.level_bars import Row
from reportgen.figures.base import FigureError, MarkFigure, no_less, too_narrow
from reportgen.figures.drawing.guides import SetGuide
from reportgen.figures.drawing.hatching import HATCH
from reportgen.figures.drawing.label_rows import APART, RowLabel, Top, hang, lanes, within
from reportgen.figures.drawing.names import set_names
from reportgen.geometry import Flex, Rect
from reportgen.text.setting import SetLine, set_line, set_text
from reportgen.text.spans import Span

YEAR = re.compile(r"\d{4}")
"""What makes the name of a point a year, or part of one: it has four figures in it."""
_RATIO = 0.72
"""A column's width over the distance of two."""
_LEAST_PITCH = 3.6
"""Least distance of two columns in pt, at which they can be told apart."""
_THICKEST = 72.0
_LINES = 3
_FLAT = 30.0
"""Least height that the columns themselves keep, in pt."""
_BESIDE = 0.28
"""The most of the width that the words of guides take beside the columns; else they stand over them."""
_FEW = 12
"""So many years are all shown if they can be; of more every other one will do."""
_EDGE = 0.75
"""Room that the line of a guide, or the edge round an interval, takes beyond its value, in pt."""
_MOST_LANES = 6
STUB = 7.0
"""Height in pt of the hatched piece that stands for a gap."""


@dataclass(frozen=True)
class Across:
    """How a figure of some width is divided: the plot's width, the distance of two columns, labels and note; pt."""

    plot: float
    pitch: float
    values: tuple[RowLabel, ...]
    names: tuple[tuple[RowLabel, ...], ...]
    """Lanes of names under the columns, from the top."""
    noted: bool
    note: tuple[SetLine, ...]
    key: int
    """How many rows of words of guides stand over the plot."""

    @property
    def thick(self) -> float:
        """The width of a column."""
        return min(self.pitch * _RATIO, _THICKEST)

    def middle(self, number: int) -> float:
        """The middle of a column, counted from 1."""
        return (number - 0.5) * self.pitch


@dataclass(frozen=True)
class Field:
    """Where the columns stand: zero and the height of a unit, within a box; pt."""

    box: Rect
    zero: float
    unit: float
    values: tuple[tuple[RowLabel, bool], ...]
    """The value labels as they are raised over zero, and whether they hang below it."""

    def at(self, value: Decimal) -> float:
        """The height of a value."""
        return self.zero + float(value) * self.unit


@dataclass(frozen=True)
class Upright(MarkFigure):
    """What columns are planned from: their rows, guides, and what is said of gaps in a note."""

    rows: tuple[Row, ...]
    guides: tuple[SetGuide, ...]
    gaps: str
    language: str

    @property
    def foot(self) -> float:
        """Height of the first row of names under the columns, in pt."""
        caption = self.brand.styles.caption
        return self.brand.spaces.close.normal + caption.cap_height + caption.depth

    def measure(self, width: float) -> Flex:
        """Heights over the first row of names, with room for labels, guides and 30 pt of columns."""
        across = self._across(width)
        up, down = (lanes([tag for tag in across.values if self._hangs(tag) is below]) for below in (False, True))
        if up + down > _MOST_LANES:
            raise too_narrow(
                "a figure with so many emphasised columns", width * (up + down) / _MOST_LANES, width, "emphasise fewer"
            )
        flat = max(_FLAT, len(self.guides) * self.brand.styles.caption.leading + self._pad)
        return no_less(self.brand.figure_height, self._room(up) + self._room(down) + self._beyond(across) + flat)

    def _across(self, width: float) -> Across:
        words = max((guide.width for guide in self.guides), default=0.0)
        beside = words and words <= _BESIDE * width
        plot = width - words - 2 * self._pad if beside else width
        pitch, count = plot / len(self.rows), len(self.rows)
        if pitch < _LEAST_PITCH:
            needed = width * _LEAST_PITCH / pitch
            raise too_narrow(f"a figure of {count} columns", needed, width, "use `figure: line`, or fewer points")
        if words > width - 2 * self.brand.styles.caption.size:
            raise too_narrow(
                "a guide with these words", words + 2 * self.brand.styles.caption.size, width, "shorten them"
            )
        tags = self._tags(pitch, plot)
        noted = any(row.point.datum is None and self._line(row).width > pitch - APART for row in self.rows)
        note = set_text((Span(self.gaps),), self.brand.styles.caption, width, self.language).lines if noted else ()
        return Across(plot, pitch, tags, self._names(pitch, plot, tags), noted, note, 0 if beside else len(self.guides))

    def _tags(self, pitch: float, plot: float) -> tuple[RowLabel, ...]:
        """The values that are shown: all, or those that are never dropped."""
        lines = [(number, self._line(row)) for number, row in enumerate(self.rows, 1)]
        known = [(number, line) for number, line in lines if self.rows[number - 1].point.datum]
        if any(line.width > pitch - APART for _, line in known):
            keep = self._kept
            fitting = [(n, line) for n, line in lines if n in keep or (self._is_gap(n) and line.width <= pitch - APART)]
        else:
            fitting = [(n, line) for n, line in lines if not self._is_gap(n) or line.width <= pitch - APART]
        widest = max(line.width for _, line in known)
        if widest > plot:
            raise too_narrow("the longest value over columns", widest, plot, "write the values shorter")
        return tuple(within(number, line, (number - 0.5) * pitch, plot) for number, line in fitting)

    def _names(self, pitch: float, plot: float, values: Sequence[RowLabel]) -> tuple[tuple[RowLabel, ...], ...]:
        """The names under the columns in lanes: years thinned, other names in up to three lines.

        Years are shortened to two figures ("2016 17 18") where so all have room and else many would be missing, or
        where else the years that are never dropped would not stand on one lane.
        """
        if not all(YEAR.search(row.point.label) for row in self.rows):
            return self._wrapped(pitch)
        keep = self._kept | {tag.number for tag in values if self._is_gap(tag.number)}
        labels = [row.point.label for row in self.rows]
        full, step = _thinned(self._year_tags(labels, pitch, plot), keep)
        missing, apart = step > (1 if len(labels) <= _FEW else 2), lanes(full) <= 1
        if (apart and not missing) or not all(YEAR.fullmatch(label) for label in labels):
            return _in_lanes(full)
        short = [label if label.endswith("00") else label[2:] for label in labels]
        shown = ([labels[0], *short[1:]], [f"’{labels[0][2:]}", *short[1:]])
        tried = [_thinned(self._year_tags(texts, pitch, plot), keep) for texts in shown]
        full = next((tags for tags, every in tried if every == 1), full)
        if lanes(full) > 1:
            full = next((tags for tags, _ in tried if lanes(tags) <= 1), full)
        return _in_lanes(full)

    def _year_tags(self, shown: Sequence[str], pitch: float, plot: float) -> list[RowLabel]:
        tags = []
        for number, (row, text) in enumerate(zip(self.rows, shown, strict=True), 1):
            line = set_line((Span(text, bold=row.emphasised),), self.brand.styles.caption, self.language)
            if line.width > plot:
                raise too_narrow("the longest name under columns", line.width, plot, "shorten it")
            tags.append(within(number, line, (number - 0.5) * pitch, plot, text == row.point.label))
        return tags

    def _wrapped(self, pitch: float) -> tuple[tuple[RowLabel, ...], ...]:
        style, hint = self.brand.styles.caption, "use `figure: bars`, or shorten the names"
        labels = [row.point.label for row in self.rows]
        bold = [row.point.label for row in self.rows if row.emphasised]
        try:
            names = set_names(labels, style, pitch - APART, self.language, bold, _LINES)
        except FigureError as error:
            raise FigureError(f"{error} under its column", hint) from None
        cut = next((label for label, name in zip(labels, names, strict=True) if not name.whole), None)
        if cut:
            raise FigureError(f"there is no room for the name `{cut}` under its column", hint)
        depth = max(len(name.lines) for name in names)
        tags = [[RowLabel(n, line, (n - 0.5) * pitch) for line in name.lines] for n, name in enumerate(names, 1)]
        return tuple(tuple(lines[lane] for lines in tags if lane < len(lines)) for lane in range(depth))

    @cached_property
    def _kept(self) -> frozenset[int]:
        """The numbers of the columns whose labels are never dropped."""
        known = [(row.value, number) for number, row in enumerate(self.rows, 1) if row.value is not None]
        extremes = {max(known, key=lambda entry: entry[0])[1], min(known, key=lambda entry: entry[0])[1]}
        emphasised = {number for number, row in enumerate(self.rows, 1) if row.emphasised and row.point.datum}
        return frozenset({known[0][1], known[-1][1], *extremes, *emphasised})

    def _line(self, row: Row) -> SetLine:
        styles = self.brand.styles
        bold = row.emphasised and row.point.datum is not None
        return set_line(
            (Span(row.text, bold=bold),), styles.figure_label if row.point.datum else styles.caption, self.language
        )

    def _field(self, across: Across, box: Rect) -> Field:
        """The tallest columns whose labels are within `box`."""
        count = len(across.values) + 1
        tried = ((up, down) for total in range(2 * count) for up in range(total + 1) for down in [total - up])
        for up, down in tried:
            field = self._scaled(across, box, up, down)
            tops = [field.zero + tag.rise + self._cap for tag, below in field.values if not below]
            ends = [field.zero - tag.rise - self._cap for tag, below in field.values if below]
            if max(tops, default=0.0) <= box.bottom + 1e-6 and min(ends, default=box.y) >= box.y - 1e-6:
                return field
        raise AssertionError("as many lanes as labels are enough")

    def _scaled(self, across: Across, box: Rect, up: int, down: int) -> Field:
        values = [end for row in self.rows for end in row.ends] + [v for guide in self.guides for v in guide.values]
        low, high = float(min(Decimal(0), *values)), float(max(Decimal(0), *values))
        under, over = self._room(down), self._room(up)
        unit = max(box.height - under - over, 0.0) / (high - low)
        zero = box.y + under - low * unit
        reaches = [(n, float(end) * unit) for n, row in enumerate(self.rows, 1) for end in row.ends]
        foot = stub_foot(zero, box) - zero
        gaps = [number for number in range(1, len(self.rows) + 1) if across.noted and self._is_gap(number)]
        reaches += [(number, end) for number in gaps for end in (foot, foot + STUB)]
        half = across.thick / 2
        tops, depths = (
            [Top(across.middle(n) - half, across.middle(n) + half, max(0.0, sign * end)) for n, end in reaches]
            for sign in (1, -1)
        )
        above = [tag for tag in across.values if not self._hangs(tag)]
        below = [tag for tag in across.values if self._hangs(tag)]
        lane = self.brand.styles.figure_label.leading
        return Field(
            box,
            zero,
            unit,
            (
                *((tag, False) for tag in hang(above, tops, self._pad, lane)),
                *((tag, True) for tag in hang(below, depths, self._pad, lane)),
            ),
        )

    def _room(self, count: int) -> float:
        """Height of so many lanes of values beyond the columns."""
        return self._pad + self._cap + (count - 1) * self.brand.styles.figure_label.leading if count else _EDGE

    def _hangs(self, tag: RowLabel) -> bool:
        return self.rows[tag.number - 1].is_loss

    def _is_gap(self, number: int) -> bool:
        return self.rows[number - 1].point.datum is None

    @property
    def _cap(self) -> float:
        return self.brand.styles.figure_label.cap_height

    @property
    def _pad(self) -> float:
        return 0.5 * self.brand.spaces.close.normal

    def _under(self, across: Across) -> float:
        """Height of the names and the note under the first row of names."""
        return (len(across.names) - 1 + len(across.note)) * self.brand.styles.caption.leading

    def _over(self, across: Across) -> float:
        """Height of the words of guides over the plot."""
        caption = self.brand.styles.caption
        return across.key * caption.leading + self._pad if across.key else 0.0

    def _beyond(self, across: Across) -> float:
        return self._under(across) + self._over(across)


def stub_foot(zero: float, box: Rect) -> float:
    """Where the piece for a gap begins: at zero, or under it where the columns hang from the top of the box."""
    return min(zero, box.bottom - STUB - HATCH)


def _thinned(tags: Sequence[RowLabel], keep: Collection[int]) -> tuple[list[RowLabel], int]:
    """The tags of the numbers to `keep`, with as many of the others as have room, and their step."""
    must = [tag for tag in tags if tag.number in keep]
    if lanes(must) > 1:
        return must, len(tags)
    for step in range(1, len(tags)):
        even = tags[::step]
        if lanes(even) <= 1:
            free = {tag for tag in even if not any(tag.near(other) for other in must if other is not tag)}
            return sorted(free.union(must), key=lambda tag: tag.number), step
    return must, len(tags)


def _in_lanes(tags: Sequence[RowLabel]) -> tuple[tuple[RowLabel, ...], ...]:
    """Tags on as few lanes as they need, from the first on."""
    found: list[list[RowLabel]] = []
    for tag in tags:
        lane = next((lane for lane in found if not lane[-1].near(tag)), None)
        if lane is None:
            found.append([tag])
        else:
            lane.append(tag)
    return tuple(tuple(lane) for lane in found)
