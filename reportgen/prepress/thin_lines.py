"""Lines of a page that would not print for certain, of logos and figures: too thin, or thin and in several inks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportgen.colour.inks import Ink
from reportgen.colour.profiles import OutputIntent
from reportgen.colour.separation import separator
from reportgen.figures.base import Shape, marks_of
from reportgen.geometry import Rect, Segments
from reportgen.page import FigureBox, Page, PathBox
from reportgen.press_practice import bar_thickness, thin_inks_fault, thin_line_fault
from reportgen.problems import Place, Problem

_HINTS = {
    "logo": "let the brand's `logo` be larger, or draw the line thicker in the file",
    "": "let the brand's lines be thicker (its `measures`), or name inks on one plate",
}


def thin_lines(page: Page, intent: OutputIntent, place_of: Callable[[str], Place]) -> tuple[Problem, ...]:
    """An error for each block and each kind of fault that its lines have, at the place of the block."""
    found: dict[tuple[str, str], Problem] = {}
    for source, fault in _faults(page, intent):
        kind = source.partition("[")[0].partition(".")[0]
        hint = _HINTS.get(kind, _HINTS[""])
        found.setdefault((source, fault), Problem("thin-line", fault, place_of(source), hint))
    return tuple(found.values())


def _faults(page: Page, intent: OutputIntent) -> Iterator[tuple[str, str]]:
    for box, _, source in page.walk():
        shapes: tuple[PathBox | Shape, ...] = ()
        if isinstance(box, PathBox):
            shapes = (box,)
        elif isinstance(box, FigureBox):
            shapes = tuple(mark for mark in marks_of(box) if isinstance(mark, Shape))
        for shape in shapes:
            yield from ((source, fault) for fault in _of(shape, intent) if fault)


def _of(shape: PathBox | Shape, intent: OutputIntent) -> Iterator[str]:
    if shape.stroke is not None and shape.line_width > 0:
        yield thin_line_fault(shape.line_width) or thin_inks_fault(shape.line_width, _amounts(shape.stroke, intent))
    if shape.fill is not None and shape.segments:
        thickness = _thickness(shape.segments)
        yield "" if thickness is None else thin_line_fault(thickness)


def _amounts(ink: Ink, intent: OutputIntent) -> tuple[float, ...]:
    """Of each ink, in per cent; a spot colour has a plate of its own."""
    return (100.0,) if ink.spot is not None else separator(intent).of(ink)


def _thickness(segments: Segments) -> float | None:
    kinds = [segment[0] for segment in segments]
    if not set(kinds) <= {"M", "L", "Z"}:
        return None
    box = Rect.of(segments)
    return bar_thickness(box.width, box.height, kinds.count("M"), len(kinds))
