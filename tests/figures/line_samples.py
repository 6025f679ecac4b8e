"""What holds of every figure made of lines and points, for the tests of those kinds."""

from __future__ import annotations

from itertools import pairwise

from figure_samples import brand, check_labels_apart, check_within, ink, labels, shapes
from generated import Nasty, nasty

from reportgen.content.report import Statistic
from reportgen.figures.base import FigureError, Mark, MarkFigure
from reportgen.figures.drawing.segments import polygons
from reportgen.figures.make import figure_of
from reportgen.geometry import Bbox, Rect
from reportgen.text.words import words

WIDTHS = (71.0, 118.0, 163.0, 251.0, 340.0, 516.0)


def made(statistic: Statistic, look: str = "industrial-strategy", step: float = 1) -> MarkFigure:
    """The figure of a statistic."""
    drawn = figure_of(statistic, brand(look, step), words(statistic.language))
    assert isinstance(drawn, MarkFigure)
    return drawn


def drawn_at(figure: MarkFigure, width: float, stretch: float = 0.0) -> tuple[tuple[Mark, ...], float]:
    """The marks at a width, and the whole height."""
    height = figure.measure(width).at(stretch) + float(getattr(figure, "foot", 0.0))
    return figure.marks(width, height), height


def check_clear(marks: tuple[Mark, ...]) -> None:
    """No label stands on a point of the data or on a line between them."""
    boxes = [(label, ink(label)) for label in labels(marks)]
    pieces: list[Rect] = []
    for shape in shapes(marks):
        if shape.cell and shape.by in ("x", "y") and any(segment[0] == "C" for segment in shape.segments):
            pieces.append(ink(shape))
        if shape.stroke and shape.fill is None:
            for run in polygons(shape.segments):
                for (x1, y1), (x2, y2) in pairwise(run):
                    pieces += [
                        Rect(x1 + (x2 - x1) * part / 24 - 0.7, y1 + (y2 - y1) * part / 24 - 0.7, 1.4, 1.4)
                        for part in range(25)
                    ]
    for label, box in boxes:
        for piece in pieces:
            assert not box.meets(piece, 0.05), (label.line.text, box, piece)


def check_cells(figure: MarkFigure, marks: tuple[Mark, ...]) -> None:
    """A label says what its cell says, all its lines together."""
    table = figure.values()
    said: dict[tuple[int, int], str] = {}
    for label in labels(marks):
        if label.cell and label.cell[0] >= 0:
            said[label.cell] = said.get(label.cell, "") + label.line.text
    for (row, column), text in said.items():
        assert text.replace("\u00ad", "").strip() == table[row][column], (text, table[row][column])


def check_many(like: Nasty, seeds: range, step: float = 1) -> int:
    """All of the above for generated statistics at every width; how many were drawn. Refusals say what to do."""
    count = 0
    for seed in seeds:
        for width in WIDTHS:
            try:
                figure = made(nasty(seed, like), step=step)
                marks, height = drawn_at(figure, width, (seed % 3) - 1)
            except FigureError as refusal:
                assert refusal.hint or "needs" in str(refusal), refusal
                continue
            check_within(marks, width, height)
            check_labels_apart(marks)
            check_clear(marks)
            check_cells(figure, marks)
            count += 1
    return count


def middle(shape: Mark) -> tuple[float, float]:
    """The middle of a point."""
    left, bottom, right, top = Bbox.around(spot for ring in polygons(shape.segments) for spot in ring)  # type: ignore[union-attr]  # a shape
    return (left + right) / 2, (bottom + top) / 2
