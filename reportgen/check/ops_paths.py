"""Operators that make, paint and clip to paths (ISO 32000-1, 8.5)."""

from __future__ import annotations

from typing import Any

from reportgen.check import object_access
from reportgen.check.interpreter import Interpreter, Operator, PathInProgress
from reportgen.check.ops_colour import sample, shading_of
from reportgen.check.painted_objects import PaintedColour, PaintedPath, Shade
from reportgen.geometry import Bbox, Point, apply, scale_of

_CURVE_STEPS = (0.25, 0.5, 0.75, 1.0)


def _points(m: Interpreter, operands: list[Any], count: int) -> list[Point]:
    values = object_access.numbers(operands, 2 * count)
    if values is None:
        raise ValueError(f"{count} points expected")
    return [apply(m.state.ctm, values[2 * i], values[2 * i + 1]) for i in range(count)]


def _move(m: Interpreter, operands: list[Any]) -> None:
    (here,) = _points(m, operands, 1)
    m.outline.rings.append([here])
    m.outline.here = here


def _ring(m: Interpreter) -> list[Point]:
    if not m.outline.rings:
        m.fault("a path begins without a starting point")
        m.outline.rings.append([m.outline.here])
    return m.outline.rings[-1]


def _line(m: Interpreter, operands: list[Any]) -> None:
    (here,) = _points(m, operands, 1)
    _ring(m).append(here)
    m.outline.here = here


def _bend(m: Interpreter, first: Point, second: Point, end: Point) -> None:
    ring, start = _ring(m), m.outline.here
    for t in _CURVE_STEPS:
        u = 1 - t
        weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        four = (start, first, second, end)
        ring.append(
            (
                sum(w * p[0] for w, p in zip(weights, four, strict=True)),
                sum(w * p[1] for w, p in zip(weights, four, strict=True)),
            )
        )
    m.outline.here = end


def _curve(m: Interpreter, operands: list[Any]) -> None:
    _bend(m, *_points(m, operands, 3))


def _curve_from_here(m: Interpreter, operands: list[Any]) -> None:
    second, end = _points(m, operands, 2)
    _bend(m, m.outline.here, second, end)


def _curve_to_end(m: Interpreter, operands: list[Any]) -> None:
    first, end = _points(m, operands, 2)
    _bend(m, first, end, end)


def _rectangle(m: Interpreter, operands: list[Any]) -> None:
    values = object_access.numbers(operands, 4)
    if values is None:
        raise ValueError("four numbers expected")
    x, y, w, h = values
    ring = [apply(m.state.ctm, *corner) for corner in ((x, y), (x + w, y), (x + w, y + h), (x, y + h))]
    m.outline.rings.append([*ring, ring[0]])
    m.outline.here = ring[0]


def _close(m: Interpreter, _: list[Any] | None = None) -> None:
    if m.outline.rings and m.outline.rings[-1]:
        ring = m.outline.rings[-1]
        ring.append(ring[0])
        m.outline.here = ring[0]


def _clip(m: Interpreter, _: list[Any]) -> None:
    m.outline.clip = True


def _painter(fill: bool = False, stroke: bool = False, even_odd: bool = False, close: bool = False) -> Operator:
    def run(m: Interpreter, _: list[Any]) -> None:
        if close:
            _close(m)
        outline, m.outline = m.outline, PathInProgress()
        points = outline.points
        if not points:
            return
        rings = tuple(tuple(ring) for ring in outline.rings)
        if fill:
            _paint(m, rings, False, even_odd)
        if stroke:
            _paint(m, rings, True, False)
        if outline.clip:
            m.clip(Bbox.around(points))

    return run


def _paint(m: Interpreter, rings: tuple[tuple[Point, ...], ...], stroked: bool, even_odd: bool) -> None:
    paint = m.state.stroke if stroked else m.state.fill
    width = m.state.line_width * scale_of(m.state.ctm) if stroked else 0.0
    common: dict[str, Any] = {
        "order": m.next_order(),
        "box": Bbox.around(point for ring in rings for point in ring).grown(width / 2),
        "clip": m.state.clip,
        "marks": tuple(m.marks),
        "look": m.state.look(stroked),
        "layer": m.layer,
    }
    m.painted.things.append(
        PaintedPath(**common, paint=paint, stroked=stroked, width=width, rings=rings, even_odd=even_odd)
    )
    shading = shading_of(paint)
    if shading is not None:
        _shade_path(m, paint, shading, common)


def _shade_path(m: Interpreter, paint: PaintedColour, shading: Any, common: dict[str, Any]) -> None:
    space, samples = sample(shading, m.resources, m)
    m.painted.things.append(Shade(**common | {"order": m.next_order()}, space=space, samples=samples, value=shading))


PATHS: dict[str, Operator] = {
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
