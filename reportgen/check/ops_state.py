"""Operators of the graphics state and of marked content (ISO 32000-1, 8.4 and 14.6)."""

from __future__ import annotations

from typing import Any

from reportgen.check import objects
from reportgen.check.machine import Machine, Operator
from reportgen.check.things import Mark


def _concatenate(m: Machine, operands: list[Any]) -> None:
    six = objects.numbers(operands, 6)
    if six is None:
        m.fault("cm has no six numbers")
    else:
        m.transform((six[0], six[1], six[2], six[3], six[4], six[5]))


def _line_width(m: Machine, operands: list[Any]) -> None:
    width = objects.number(operands[0])
    if width is not None:
        m.set(line_width=abs(width))


def _extended(m: Machine, operands: list[Any]) -> None:
    found = objects.get(m.resources, "ExtGState", objects.name(operands[0]))
    if found is None:
        m.fault(f"there is no graphics state `{objects.name(operands[0])}` in the resources")
        return
    m.painted.states.append(found)
    for key, value in objects.entries(found):
        _set_parameter(m, key, value, found)
    if objects.is_dictionary(objects.get(found, "SMask")):
        _soft_mask(m, objects.get(found, "SMask"))


def _set_parameter(m: Machine, key: str, value: Any, state: Any) -> None:
    match key:
        case "LW" if objects.number(value) is not None:
            m.set(line_width=abs(objects.number(value) or 0.0))
        case "CA" if objects.number(value) is not None:
            m.set(stroke_alpha=objects.number(value))
        case "ca" if objects.number(value) is not None:
            m.set(fill_alpha=objects.number(value))
        case "OP":  # on its own it stands for both
            m.set(stroke_overprint=value is True)
            if objects.get(state, "op") is None:
                m.set(fill_overprint=value is True)
        case "op":
            m.set(fill_overprint=value is True)
        case "OPM":
            m.set(overprint_mode=objects.integer(value) or 0)
        case "BM":
            names = [objects.name(each) for each in objects.listed(value)]
            m.set(blend=names[0] if names else "Normal")
        case "SMask":
            m.set(masked=objects.is_dictionary(value))
        case "Font" if objects.is_array(value):
            parts = objects.elements(value, 2)
            if len(parts) == 2 and objects.is_dictionary(parts[0]):
                m.set_text(font=m.font(parts[0]), size=objects.number(parts[1]) or 0.0)


def _soft_mask(m: Machine, mask: Any) -> None:
    from reportgen.check.ops_objects import run_form

    group = objects.get(mask, "G")
    if objects.is_stream(group) and objects.identity(group) not in m.patterns:
        m.patterns.add(objects.identity(group))
        run_form(m, group, "mask")


def _begin(m: Machine, operands: list[Any]) -> None:
    m.marks.append(Mark(objects.name(operands[0]), key=m.next_key()))


def _begin_with(m: Machine, operands: list[Any]) -> None:
    value = operands[1]
    named = objects.name(value)
    if named:
        value = objects.get(m.resources, "Properties", named)
        if value is None:
            m.fault(f"there is no property list `{named}` in the resources")
    m.marks.append(
        Mark(
            objects.name(operands[0]),
            objects.integer(objects.get(value, "MCID")),
            m.stream,
            objects.text(objects.get(value, "ActualText")),
            objects.text(objects.get(value, "Alt")),
            objects.text(objects.get(value, "Lang")),
            m.next_key(),
        )
    )


def _end(m: Machine, _: list[Any]) -> None:
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
