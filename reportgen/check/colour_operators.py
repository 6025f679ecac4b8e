"""Operators of colour (ISO 32000-1, 8.6.8), tiling patterns and shadings."""

from __future__ import annotations

from typing import Any

import pikepdf

from reportgen.check import cos
from reportgen.check.colour_spaces import CMYK, GRAY, RGB, UNKNOWN, ColourSpace
from reportgen.check.interpreter import Interpreter, Operator
from reportgen.check.painted_objects import PaintedColour, PaintedShading
from reportgen.check.pdf_functions import read_function
from reportgen.geometry import Bbox


def _device(space: ColourSpace, use: str) -> Operator:
    def run(interpreter: Interpreter, operands: list[Any]) -> None:
        values = cos.numbers(operands, space.components)
        if values is None:
            interpreter.fault(f"a colour in {space.family} has no {space.components} numbers")
            return
        actual = interpreter.space(pikepdf.Name("/" + space.family))
        paint = PaintedColour(actual if actual.components == space.components else space, values)
        interpreter.set(**{use: paint})

    return run


def _space(use: str) -> Operator:
    def run(interpreter: Interpreter, operands: list[Any]) -> None:
        space = interpreter.space(operands[0])
        if space is UNKNOWN:
            interpreter.fault(f"there is no colour space `{cos.name(operands[0])}`")
        interpreter.set(**{use: PaintedColour(space, space.initial)})

    return run


def _colour(use: str) -> Operator:
    def run(interpreter: Interpreter, operands: list[Any]) -> None:
        current: PaintedColour = getattr(interpreter.state, use)
        named = cos.name(operands[-1]) if operands else ""
        values = cos.numbers(operands[:-1] if named else operands)
        if values is None or (not named and len(values) != current.space.components):
            interpreter.fault(f"a colour in {current.space.family} has {len(operands)} values")
            return
        pattern = cos.get(interpreter.resources, "Pattern", named) if named else None
        if named and pattern is None:
            interpreter.fault(f"there is no pattern `{named}` in the resources")
        interpreter.set(**{use: PaintedColour(current.space, values, pattern)})
        interpreter.run_once(pattern, "pattern")

    return run


def shade(interpreter: Interpreter, value: Any, box: Bbox, stroked: bool = False) -> None:
    """Paint a shading within a box."""
    space = interpreter.space(cos.get(value, "ColorSpace")) if cos.is_dictionary(value) else UNKNOWN
    interpreter.paint(PaintedShading, box, stroked, space=space, samples=_samples(value), value=value)


def _samples(value: Any) -> tuple[tuple[float, ...], ...]:
    """The colours along a shading; none for a mesh without a function."""
    domain = cos.numbers(cos.get(value, "Domain")) or (0.0, 1.0)
    function = read_function(cos.get(value, "Function"))
    if function is None or len(domain) < 2:
        return ()
    along = [domain[0] + (domain[1] - domain[0]) * step / 16 for step in range(17)]
    count = 2 if cos.integer(cos.get(value, "ShadingType")) == 1 else 1
    return tuple(function((t,) * count) for t in along)


def _shade(interpreter: Interpreter, operands: list[Any]) -> None:
    value = cos.get(interpreter.resources, "Shading", cos.name(operands[0]))
    if value is None:
        interpreter.fault(f"there is no shading `{cos.name(operands[0])}` in the resources")
        return
    shade(interpreter, value, interpreter.state.clip)


COLOUR_OPERATORS: dict[str, Operator] = {
    "g": _device(GRAY, "fill"),
    "G": _device(GRAY, "stroke"),
    "rg": _device(RGB, "fill"),
    "RG": _device(RGB, "stroke"),
    "k": _device(CMYK, "fill"),
    "K": _device(CMYK, "stroke"),
    "cs": _space("fill"),
    "CS": _space("stroke"),
    "sc": _colour("fill"),
    "SC": _colour("stroke"),
    "scn": _colour("fill"),
    "SCN": _colour("stroke"),
    "sh": _shade,
}
