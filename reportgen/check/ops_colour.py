"""Operators of colour (ISO 32000-1, 8.6.8), tiling patterns and shadings."""

from __future__ import annotations

from typing import Any

from reportgen.check import object_access
from reportgen.check.interpreter import Interpreter, Operator
from reportgen.check.painted_objects import PaintedColour, Shade
from reportgen.check.pdf_functions import read_function
from reportgen.check.spaces import CMYK, GRAY, RGB, UNKNOWN, Space


def _set(m: Interpreter, stroked: bool, paint: PaintedColour) -> None:
    m.set(**{"stroke" if stroked else "fill": paint})


def _device(space: Space, stroked: bool) -> Operator:
    def run(m: Interpreter, operands: list[Any]) -> None:
        values = object_access.numbers(operands, space.components)
        if values is None:
            m.fault(f"a colour in {space.family} has no {space.components} numbers")
            return
        actual = m.space(_name_of(space))
        _set(m, stroked, PaintedColour(actual if actual.components == space.components else space, values))

    return run


def _name_of(space: Space) -> Any:
    import pikepdf

    return pikepdf.Name("/" + space.family)


def _space(stroked: bool) -> Operator:
    def run(m: Interpreter, operands: list[Any]) -> None:
        space = m.space(operands[0])
        if space is UNKNOWN:
            m.fault(f"there is no colour space `{object_access.name(operands[0])}`")
        _set(m, stroked, PaintedColour(space, space.initial))

    return run


def _colour(stroked: bool) -> Operator:
    def run(m: Interpreter, operands: list[Any]) -> None:
        current = m.state.stroke if stroked else m.state.fill
        named = object_access.name(operands[-1]) if operands else ""
        values = object_access.numbers(operands[:-1] if named else operands)
        if values is None or (not named and len(values) != current.space.components):
            m.fault(f"a colour in {current.space.family} has {len(operands)} values")
            return
        pattern = object_access.get(m.resources, "Pattern", named) if named else None
        if named and pattern is None:
            m.fault(f"there is no pattern `{named}` in the resources")
        _set(m, stroked, PaintedColour(current.space, values, pattern))
        if pattern is not None:
            _run_tiles(m, pattern)

    return run


def _run_tiles(m: Interpreter, pattern: Any) -> None:
    """Look at a tiling pattern's cell once; where it lies does not matter for its colours."""
    from reportgen.check.ops_objects import run_form

    if object_access.is_stream(pattern) and object_access.identity(pattern) not in m.patterns:
        m.patterns.add(object_access.identity(pattern))
        run_form(m, pattern, "pattern")


def sample(value: Any, resources: Any, m: Interpreter) -> tuple[Space, tuple[tuple[float, ...], ...]]:
    """A shading's space and colours along it (none for a mesh without a function)."""
    space = m.space(object_access.get(value, "ColorSpace")) if object_access.is_dictionary(value) else UNKNOWN
    domain = object_access.numbers(object_access.get(value, "Domain")) or (0.0, 1.0)
    function = read_function(object_access.get(value, "Function"))
    if function is None or len(domain) < 2:
        return space, ()
    ends = (domain[0], domain[1])
    along = [ends[0] + (ends[1] - ends[0]) * step / 16 for step in range(17)]
    kind = object_access.integer(object_access.get(value, "ShadingType"))
    places = [(t, t) for t in along] if kind == 1 else [(t,) for t in along]
    return space, tuple(function(place) for place in places)


def shading_of(paint: PaintedColour) -> Any:
    """The shading of a shading pattern; None for any other paint."""
    return object_access.get(paint.pattern, "Shading") if paint.pattern is not None else None


def _shade(m: Interpreter, operands: list[Any]) -> None:
    value = object_access.get(m.resources, "Shading", object_access.name(operands[0]))
    if value is None:
        m.fault(f"there is no shading `{object_access.name(operands[0])}` in the resources")
        return
    space, samples = sample(value, m.resources, m)
    m.painted.things.append(
        Shade(
            order=m.next_order(),
            box=m.state.clip,
            clip=m.state.clip,
            marks=tuple(m.marks),
            look=m.state.look(False),
            layer=m.layer,
            space=space,
            samples=samples,
            value=value,
        )
    )


COLOUR: dict[str, Operator] = {
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
