"""Operators of colour (ISO 32000-1, 8.6.8), tiling patterns and shadings."""

from __future__ import annotations

from typing import Any

from reportgen.check import cos
from reportgen.check.colour_spaces import CMYK, GRAY, RGB, UNKNOWN, ColourSpace
from reportgen.check.interpreter import Interpreter, Operator
from reportgen.check.painted_objects import PaintedColour, PaintedShading
from reportgen.check.pdf_functions import read_function


def _set(interpreter: Interpreter, stroked: bool, paint: PaintedColour) -> None:
    interpreter.set(**{"stroke" if stroked else "fill": paint})


def _device(space: ColourSpace, stroked: bool) -> Operator:
    def run(interpreter: Interpreter, operands: list[Any]) -> None:
        values = cos.numbers(operands, space.components)
        if values is None:
            interpreter.fault(f"a colour in {space.family} has no {space.components} numbers")
            return
        actual = interpreter.space(_name_of(space))
        _set(interpreter, stroked, PaintedColour(actual if actual.components == space.components else space, values))

    return run


def _name_of(space: ColourSpace) -> Any:
    import pikepdf

    return pikepdf.Name("/" + space.family)


def _space(stroked: bool) -> Operator:
    def run(interpreter: Interpreter, operands: list[Any]) -> None:
        space = interpreter.space(operands[0])
        if space is UNKNOWN:
            interpreter.fault(f"there is no colour space `{cos.name(operands[0])}`")
        _set(interpreter, stroked, PaintedColour(space, space.initial))

    return run


def _colour(stroked: bool) -> Operator:
    def run(interpreter: Interpreter, operands: list[Any]) -> None:
        current = interpreter.state.stroke if stroked else interpreter.state.fill
        named = cos.name(operands[-1]) if operands else ""
        values = cos.numbers(operands[:-1] if named else operands)
        if values is None or (not named and len(values) != current.space.components):
            interpreter.fault(f"a colour in {current.space.family} has {len(operands)} values")
            return
        pattern = cos.get(interpreter.resources, "Pattern", named) if named else None
        if named and pattern is None:
            interpreter.fault(f"there is no pattern `{named}` in the resources")
        _set(interpreter, stroked, PaintedColour(current.space, values, pattern))
        if pattern is not None:
            _run_tiles(interpreter, pattern)

    return run


def _run_tiles(interpreter: Interpreter, pattern: Any) -> None:
    """Look at a tiling pattern's cell once; where it lies does not matter for its colours."""
    from reportgen.check.object_operators import run_form

    if cos.is_stream(pattern) and cos.identity(pattern) not in interpreter.patterns:
        interpreter.patterns.add(cos.identity(pattern))
        run_form(interpreter, pattern, "pattern")


def sample(value: Any, resources: Any, interpreter: Interpreter) -> tuple[ColourSpace, tuple[tuple[float, ...], ...]]:
    """A shading's space and colours along it (none for a mesh without a function)."""
    space = interpreter.space(cos.get(value, "ColorSpace")) if cos.is_dictionary(value) else UNKNOWN
    domain = cos.numbers(cos.get(value, "Domain")) or (0.0, 1.0)
    function = read_function(cos.get(value, "Function"))
    if function is None or len(domain) < 2:
        return space, ()
    ends = (domain[0], domain[1])
    along = [ends[0] + (ends[1] - ends[0]) * step / 16 for step in range(17)]
    kind = cos.integer(cos.get(value, "ShadingType"))
    places = [(t, t) for t in along] if kind == 1 else [(t,) for t in along]
    return space, tuple(function(place) for place in places)


def shading_of(paint: PaintedColour) -> Any:
    """The shading of a shading pattern; None for any other paint."""
    return cos.get(paint.pattern, "Shading") if paint.pattern is not None else None


def _shade(interpreter: Interpreter, operands: list[Any]) -> None:
    value = cos.get(interpreter.resources, "Shading", cos.name(operands[0]))
    if value is None:
        interpreter.fault(f"there is no shading `{cos.name(operands[0])}` in the resources")
        return
    space, samples = sample(value, interpreter.resources, interpreter)
    interpreter.painted.objects.append(
        PaintedShading(
            order=interpreter.next_order(),
            box=interpreter.state.clip,
            clip=interpreter.state.clip,
            marks=tuple(interpreter.marks),
            compositing=interpreter.state.compositing(False),
            layer=interpreter.layer,
            space=space,
            samples=samples,
            value=value,
        )
    )


COLOUR_OPERATORS: dict[str, Operator] = {
    "g": _device(GRAY, False),
    "G": _device(GRAY, True),
    "rg": _device(RGB, False),
    "RG": _device(RGB, True),
    "k": _device(CMYK, False),
    "K": _device(CMYK, True),
    "cs": _space(False),
    "CS": _space(True),
    "sc": _colour(False),
    "SC": _colour(True),
    "scn": _colour(False),
    "SCN": _colour(True),
    "sh": _shade,
}
