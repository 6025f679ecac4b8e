"""Checks that sizes are true to the report's numbers: none out of proportion, and no scale cut."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.content.report import Datum
from reportgen.figures.base import Shape
from reportgen.figures.lint.figure_view import FigureView, LintFinding
from reportgen.figures.lint.ink_geometry import drawn_size
from reportgen.page import NOTE_ROW, Cell

SHARE, POINTS = 0.005, 0.02
"""How far a mark may be from its size: half a per cent, or a fiftieth of a point."""
_SIZES = {
    "width": ("lengths", "pt long"),
    "height": ("heights", "pt high"),
    "area": ("areas", "square pt large"),
}
"""The sizes that may stand for a value, and how a message calls them and measures them."""


@dataclass(frozen=True, slots=True)
class Sized:
    """A value as it is drawn: `size` in pt, or in square pt for an area."""

    cell: Cell
    by: str
    size: float
    datum: Datum

    @property
    def value(self) -> float:
        """The value without its sign: what is below zero is as long on the other side of it."""
        return abs(float(self.datum.value))


def sized(view: FigureView) -> list[Sized]:
    """Every value that the size of a mark stands for; pieces of one mark count together.

    Marks are left out that are drawn wider than their values, which are too small to print.
    """
    widened = {shape.cell for shape in view.shapes if shape.widened}
    pieces: defaultdict[tuple[Cell, str], list[Shape]] = defaultdict(list)
    for shape in view.shapes:
        if shape.cell is not None and shape.by in _SIZES and shape.cell not in widened:
            pieces[shape.cell, shape.by].append(shape)
    known = [(cell, by, shapes) for (cell, by), shapes in pieces.items() if cell in view.numbers]
    if len(known) < 2:
        return []
    return [Sized(cell, by, drawn_size(shapes, by), view.numbers[cell]) for cell, by, shapes in known]


def lengths(view: FigureView) -> Iterator[LintFinding]:
    """`cut-axis` where all sizes are off by one amount, `proportion` where they are off in any other way."""
    for group in _groups(sized(view)):
        wrong = off(group)
        if not wrong:
            continue
        start = _starts_at(group)
        if start is not None:
            yield LintFinding(
                "cut-axis",
                f"the {_SIZES[group[0].by][0]} of the marks begin at about {start:.3g}, not at zero:"
                " they do not compare",
                "let bars and areas begin at zero, or use `figure: line`",
            )
            continue
        worst, expected = wrong[0]
        yield LintFinding(
            "proportion",
            f"the mark of {worst.datum.text} ({view.name(worst.cell[0])}) is {worst.size:.2f} {_SIZES[worst.by][1]},"
            f" and in proportion to the others it would be {expected:.2f}",
            "report this to the author of the figure's kind, or use another figure",
        )


def positions(view: FigureView) -> Iterator[LintFinding]:
    """`cut-axis` for marks that tell by where they stand, zero not being on the figure and nothing saying so.

    A figure without any label, such as a spark line, has no scale to be read; bars have one that `lengths` sees.
    """
    noted = any(label.cell and label.cell[0] == NOTE_ROW for label in view.labels)
    if noted or not view.labels or any(shape.by in _SIZES for shape in view.shapes):
        return
    labelled = {label.cell for label in view.labels}
    for by in ("x", "y"):
        found = placed(view, by)
        if len({value for _, value, _ in found}) < 2 or all(cell in labelled for _, _, cell in found):
            continue
        zero = _zero(found)
        inside = (0.0, view.width) if by == "x" else (view.base, view.height)
        if zero is not None and not inside[0] - 2 <= zero <= inside[1] + 2:
            yield LintFinding(
                "cut-axis",
                "the scale does not begin at zero, and no words in the figure say so",
                "let the figure say where its scale begins, or begin it at zero",
            )


def off(group: Sequence[Sized]) -> list[tuple[Sized, float]]:
    """Those of one scale that are not of their size, the worst first, each with the size that it should have."""
    largest = max(group, key=lambda each: each.value)
    if not largest.value:
        return []
    scale = largest.size / largest.value
    wrong = [(each, each.value * scale) for each in group if not _near(each.size, each.value * scale)]
    return sorted(wrong, key=lambda pair: -abs(pair[0].size - pair[1]))


def _near(size: float, expected: float) -> bool:
    return abs(size - expected) <= max(SHARE * expected, POINTS)


def _groups(found: Sequence[Sized]) -> Iterator[list[Sized]]:
    """Values that share a scale: those counted alike; of several columns each may have a scale of its own."""
    alike: defaultdict[tuple[str, str, str], list[Sized]] = defaultdict(list)
    for each in found:
        alike[each.by, each.datum.rule.prefix, each.datum.rule.unit].append(each)
    for group in alike.values():
        columns: defaultdict[int, list[Sized]] = defaultdict(list)
        for each in group:
            columns[each.cell[1]].append(each)
        if len(columns) > 1 and off(group):
            yield from columns.values()
        else:
            yield group


def _starts_at(group: Sequence[Sized]) -> float | None:
    """Where a scale begins on which all sizes would be right, if there is one other than zero."""
    low, high = min(group, key=lambda each: each.value), max(group, key=lambda each: each.value)
    if len({each.value for each in group}) < 3 or low.size == high.size:
        return None
    slope = (high.size - low.size) / (high.value - low.value)
    start = low.value - low.size / slope if slope > 0 else 0.0
    fits = all(_near(each.size, (each.value - start) * slope) for each in group)
    return start if fits and start > 0 else None


def placed(view: FigureView, by: str) -> list[tuple[float, float, Cell]]:
    """Where the middles of points stand along an axis, their values and their cells; guides and bands are no points."""
    sets = view.statistic.sets if view.statistic else ()
    names = {point.label for series in sets for point in series.points}
    found = []
    for shape in view.shapes:
        if shape.by == by and shape.cell in view.numbers and shape.cell and view.text((shape.cell[0], 0)) in names:
            box = view.box(shape)
            middle = box.x + box.width / 2 if by == "x" else box.y + box.height / 2
            found.append((middle, float(view.numbers[shape.cell].value), shape.cell))
    return found


def _zero(found: Sequence[tuple[float, float, Cell]]) -> float | None:
    """Where zero would stand; None when the marks are on no straight scale."""
    low, high = min(found, key=lambda each: each[1]), max(found, key=lambda each: each[1])
    slope = (high[0] - low[0]) / (high[1] - low[1])
    zero = low[0] - slope * low[1]
    return zero if slope > 0 and all(abs(zero + slope * value - at) < 0.5 for at, value, _ in found) else None
