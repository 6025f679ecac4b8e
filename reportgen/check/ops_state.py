"""Operators of the graphics state and of marked content (ISO 32000-1, 8.4 and 14.6)."""

from __future__ import annotations

from typing import Any

from reportgen.check import object_access
from reportgen.check.interpreter import Interpreter, Operator
from reportgen.check.painted_objects import Mark


def _concatenate(m: Interpreter, operands: list[Any]) -> None:
    six = object_access.numbers(operands, 6)
    if six is None:
        m.fault("cm has no six numbers")
    else:
        m.transform((six[0], six[1], six[2], six[3], six[4], six[5]))


def _line_width(m: Interpreter, operands: list[Any]) -> None:
    width = object_access.number(operands[0])
    if width is not None:
        m.set(line_width=abs(width))


def _extended(m: Interpreter, operands: list[Any]) -> None:
    found = object_access.get(m.resources, "ExtGState", object_access.name(operands[0]))
    if found is None:
        m.fault(f"there is no graphics state `{object_access.name(operands[0])}` in the resources")
        return
    m.painted.states.append(found)
    for key, value in object_access.entries(found):
        _set_parameter(m, key, value, found)
    if object_access.is_dictionary(object_access.get(found, "SMask")):
        _soft_mask(m, object_access.get(found, "SMask"))


def _set_parameter(m: Interpreter, key: str, value: Any, state: Any) -> None:
    match key:
        case "LW" if object_access.number(value) is not None:
            m.set(line_width=abs(object_access.number(value) or 0.0))
        case "CA" if object_access.number(value) is not None:
            m.set(stroke_alpha=object_access.number(value))
        case "ca" if object_access.number(value) is not None:
            m.set(fill_alpha=object_access.number(value))
        case "OP":  # on its own it stands for both
            m.set(stroke_overprint=value is True)
            if object_access.get(state, "op") is None:
                m.set(fill_overprint=value is True)
        case "op":
            m.set(fill_overprint=value is True)
        case "OPM":
            m.set(overprint_mode=object_access.integer(value) or 0)
        case "BM":
            names = [object_access.name(each) for each in object_access.listed(value)]
            m.set(blend=names[0] if names else "Normal")
        case "SMask":
            m.set(masked=object_access.is_dictionary(value))
        case "Font" if object_access.is_array(value):
            parts = object_access.elements(value, 2)
            if len(parts) == 2 and object_access.is_dictionary(parts[0]):
                m.set_text(font=m.font(parts[0]), size=object_access.number(parts[1]) or 0.0)


def _soft_mask(m: Interpreter, mask: Any) -> None:
    from reportgen.check.ops_objects import run_form

    group = object_access.get(mask, "G")
    if object_access.is_stream(group) and object_access.identity(group) not in m.patterns:
        m.patterns.add(object_access.identity(group))
        run_form(m, group, "mask")


def _begin(m: Interpreter, operands: list[Any]) -> None:
    m.marks.append(Mark(object_access.name(operands[0]), key=m.next_key()))


def _begin_with(m: Interpreter, operands: list[Any]) -> None:
    value = operands[1]
    named = object_access.name(value)
    if named:
        value = object_access.get(m.resources, "Properties", named)
        if value is None:
            m.fault(f"there is no property list `{named}` in the resources")
    m.marks.append(
        Mark(
            object_access.name(operands[0]),
            object_access.integer(object_access.get(value, "MCID")),
            m.stream,
            object_access.text(object_access.get(value, "ActualText")),
            object_access.text(object_access.get(value, "Alt")),
            object_access.text(object_access.get(value, "Lang")),
            m.next_key(),
        )
    )


def _end(m: Interpreter, _: list[Any]) -> None:
    if m.marks:
        m.marks.pop()
    else:
        m.fault("marked content is ended that was never begun (EMC without BDC)", slip=True)


STATE: dict[str, Operator] = {
    "q": lambda m, _: m.save(),
    "cm": _concatenate,
    "w": _line_width,
    "gs": _extended,
    "BMC": _begin,
    "BDC": _begin_with,
    "EMC": _end,
}
