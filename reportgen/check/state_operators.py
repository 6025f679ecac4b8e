"""Operators of the graphics state and of marked content (ISO 32000-1, 8.4 and 14.6)."""

from __future__ import annotations

from typing import Any

from reportgen.check import cos
from reportgen.check.interpreter import Interpreter, Operator
from reportgen.check.painted_objects import Mark


def _concatenate(interpreter: Interpreter, operands: list[Any]) -> None:
    six = cos.numbers(operands, 6)
    if six is None:
        interpreter.fault("cm has no six numbers")
    else:
        interpreter.transform((six[0], six[1], six[2], six[3], six[4], six[5]))


def _line_width(interpreter: Interpreter, operands: list[Any]) -> None:
    width = cos.number(operands[0])
    if width is not None:
        interpreter.set(line_width=abs(width))


def _extended(interpreter: Interpreter, operands: list[Any]) -> None:
    found = cos.get(interpreter.resources, "ExtGState", cos.name(operands[0]))
    if found is None:
        interpreter.fault(f"there is no graphics state `{cos.name(operands[0])}` in the resources")
        return
    interpreter.painted.states.append(found)
    for key, value in cos.entries(found):
        _set_parameter(interpreter, key, value, found)
    if cos.is_dictionary(cos.get(found, "SMask")):
        interpreter.run_once(cos.get(found, "SMask", "G"), "mask")


def _set_parameter(interpreter: Interpreter, key: str, value: Any, state: Any) -> None:
    match key:
        case "LW" if cos.number(value) is not None:
            interpreter.set(line_width=abs(cos.number(value) or 0.0))
        case "CA" if cos.number(value) is not None:
            interpreter.set(stroke_alpha=cos.number(value))
        case "ca" if cos.number(value) is not None:
            interpreter.set(fill_alpha=cos.number(value))
        case "OP":  # on its own it stands for both
            interpreter.set(stroke_overprint=value is True)
            if cos.get(state, "op") is None:
                interpreter.set(fill_overprint=value is True)
        case "op":
            interpreter.set(fill_overprint=value is True)
        case "OPM":
            interpreter.set(overprint_mode=cos.integer(value) or 0)
        case "BM":
            names = [cos.name(each) for each in cos.listed(value)]
            interpreter.set(blend=names[0] if names else "Normal")
        case "SMask":
            interpreter.set(masked=cos.is_dictionary(value))
        case "Font" if cos.is_array(value):
            parts = cos.elements(value, 2)
            if len(parts) == 2 and cos.is_dictionary(parts[0]):
                interpreter.set_text(font=interpreter.font(parts[0]), size=cos.number(parts[1]) or 0.0)


def _begin(interpreter: Interpreter, operands: list[Any]) -> None:
    value = operands[1]
    named = cos.name(value)
    if named:
        value = cos.get(interpreter.resources, "Properties", named)
        if value is None:
            interpreter.fault(f"there is no property list `{named}` in the resources")
    interpreter.marks.append(
        Mark(
            cos.name(operands[0]),
            cos.integer(cos.get(value, "MCID")),
            interpreter.stream,
            cos.text(cos.get(value, "ActualText")),
            cos.text(cos.get(value, "Alt")),
            cos.text(cos.get(value, "Lang")),
            interpreter.next_key(),
        )
    )


def _end(interpreter: Interpreter, _: list[Any]) -> None:
    if interpreter.marks:
        interpreter.marks.pop()
    else:
        interpreter.fault("marked content is ended that was never begun (EMC without BDC)", repairable=True)


STATE_OPERATORS: dict[str, Operator] = {
    "q": lambda interpreter, _: interpreter.save(),
    "Q": lambda interpreter, _: interpreter.restore(),
    "cm": _concatenate,
    "w": _line_width,
    "gs": _extended,
    "BMC": lambda interpreter, operands: _begin(interpreter, [operands[0], None]),
    "BDC": _begin,
    "EMC": _end,
}
