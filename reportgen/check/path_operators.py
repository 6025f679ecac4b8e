"""Operators that make, paint and clip to paths (ISO 32000-1, 8.5)."""

from __future__ import annotations

from typing import Any

from reportgen.check import cos
from reportgen.check.colour_operators import shade
from reportgen.check.interpreter import Interpreter, Operator, PathInProgress
from reportgen.check.painted_objects import PaintedPath
from reportgen.geometry import Bbox, Point, apply, on_curve, scale_of

_CURVE_STEPS = (0.25, 0.5, 0.75, 1.0)


def _points(interpreter: Interpreter, operands: list[Any], count: int) -> list[Point]:
    values = cos.numbers(operands, 2 * count)
    if values is None:
        raise ValueError(f"{count} points expected")
    return [apply(interpreter.state.ctm, values[2 * i], values[2 * i + 1]) for i in range(count)]


def _move(interpreter: Interpreter, operands: list[Any]) -> None:
    (here,) = _points(interpreter, operands, 1)
    interpreter.outline.rings.append([here])
    interpreter.outline.here = here


def _ring(interpreter: Interpreter) -> list[Point]:
    if not interpreter.outline.rings:
        interpreter.fault("a path begins without a starting point")
        interpreter.outline.rings.append([interpreter.outline.here])
    return interpreter.outline.rings[-1]


def _line(interpreter: Interpreter, operands: list[Any]) -> None:
    (here,) = _points(interpreter, operands, 1)
    _ring(interpreter).append(here)
    interpreter.outline.here = here


def _bend(interpreter: Interpreter, first: Point, second: Point, end: Point) -> None:
    start = interpreter.outline.here
    _ring(interpreter).extend(on_curve(share, start, first, second, end) for share in _CURVE_STEPS)
    interpreter.outline.here = end


def _curve(interpreter: Interpreter, operands: list[Any]) -> None:
    _bend(interpreter, *_points(interpreter, operands, 3))


def _curve_from_here(interpreter: Interpreter, operands: list[Any]) -> None:
    second, end = _points(interpreter, operands, 2)
    _bend(interpreter, interpreter.outline.here, second, end)


def _curve_to_end(interpreter: Interpreter, operands: list[Any]) -> None:
    first, end = _points(interpreter, operands, 2)
    _bend(interpreter, first, end, end)


def _rectangle(interpreter: Interpreter, operands: list[Any]) -> None:
    values = cos.numbers(operands, 4)
    if values is None:
        raise ValueError("four numbers expected")
    x, y, w, h = values
    ring = [apply(interpreter.state.ctm, *corner) for corner in ((x, y), (x + w, y), (x + w, y + h), (x, y + h))]
    interpreter.outline.rings.append([*ring, ring[0]])
    interpreter.outline.here = ring[0]


def _close(interpreter: Interpreter, _: list[Any] | None = None) -> None:
    if interpreter.outline.rings and interpreter.outline.rings[-1]:
        ring = interpreter.outline.rings[-1]
        ring.append(ring[0])
        interpreter.outline.here = ring[0]


def _clip(interpreter: Interpreter, _: list[Any]) -> None:
    interpreter.outline.clip = True


def _painter(fill: bool = False, stroke: bool = False, even_odd: bool = False, close: bool = False) -> Operator:
    def run(interpreter: Interpreter, _: list[Any]) -> None:
        if close:
            _close(interpreter)
        outline, interpreter.outline = interpreter.outline, PathInProgress()
        points = outline.points
        if not points:
            return
        rings = tuple(tuple(ring) for ring in outline.rings)
        if fill:
            _paint(interpreter, rings, False, even_odd)
        if stroke:
            _paint(interpreter, rings, True, False)
        if outline.clip:
            interpreter.clip(Bbox.around(points))

    return run


def _paint(interpreter: Interpreter, rings: tuple[tuple[Point, ...], ...], stroked: bool, even_odd: bool) -> None:
    paint = interpreter.state.stroke if stroked else interpreter.state.fill
    width = interpreter.state.line_width * scale_of(interpreter.state.ctm) if stroked else 0.0
    box = Bbox.around(point for ring in rings for point in ring).grown(width / 2)
    interpreter.paint(
        PaintedPath, box, stroked, paint=paint, stroked=stroked, width=width, rings=rings, even_odd=even_odd
    )
    shading = cos.get(paint.pattern, "Shading")
    if shading is not None:
        shade(interpreter, shading, box, stroked)


PATH_OPERATORS: dict[str, Operator] = {
    "m": _move,
    "l": _line,
    "c": _curve,
    "v": _curve_from_here,
    "y": _curve_to_end,
    "h": _close,
    "re": _rectangle,
    "W": _clip,
    "W*": _clip,
    "n": _painter(),
    "f": _painter(fill=True),
    "F": _painter(fill=True),
    "f*": _painter(fill=True, even_odd=True),
    "S": _painter(stroke=True),
    "s": _painter(stroke=True, close=True),
    "B": _painter(fill=True, stroke=True),
    "B*": _painter(fill=True, stroke=True, even_odd=True),
    "b": _painter(fill=True, stroke=True, close=True),
    "b*": _painter(fill=True, stroke=True, even_odd=True, close=True),
}
