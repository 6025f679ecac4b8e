"""Operators that draw other objects: images, inline images and forms (ISO 32000-1, 8.9 and 8.10)."""

from __future__ import annotations

from typing import Any

from reportgen.check import object_access
from reportgen.check.interpreter import Interpreter, Operator
from reportgen.check.painted_objects import PaintedPicture
from reportgen.check.spaces import GRAY, UNKNOWN
from reportgen.geometry import Bbox, multiply

_UNIT = Bbox(0, 0, 1, 1)
_LONG = {
    "W": "Width",
    "H": "Height",
    "BPC": "BitsPerComponent",
    "CS": "ColorSpace",
    "IM": "ImageMask",
    "I": "Interpolate",
}


def _do(m: Interpreter, operands: list[Any]) -> None:
    named = object_access.name(operands[0])
    value = object_access.get(m.resources, "XObject", named)
    if not object_access.is_stream(value):
        m.fault(f"there is no XObject `{named}` in the resources")
        return
    m.painted.xobjects.append(value)
    match object_access.name(object_access.get(value, "Subtype")):
        case "Image":
            picture(m, value, dict(object_access.entries(value)))
            for key in ("SMask", "Mask"):
                if object_access.is_stream(object_access.get(value, key)):
                    _mask(m, object_access.get(value, key))
        case "Form":
            run_form(m, value, m.layer)


def _mask(m: Interpreter, value: Any) -> None:
    layer, m.layer = m.layer, "mask"
    picture(m, value, dict(object_access.entries(value)))
    m.layer = layer


def picture(m: Interpreter, value: Any, keys: dict[str, Any], inline: bool = False) -> None:
    """Note an image that is painted into the unit square."""
    stencil = keys.get("ImageMask") is True
    known = keys.get("ColorSpace")
    size = [max(0, object_access.integer(keys.get(key)) or 0) for key in ("Width", "Height")]
    m.painted.things.append(
        PaintedPicture(
            order=m.next_order(),
            box=_UNIT.through(m.state.ctm),
            clip=m.state.clip,
            marks=tuple(m.marks),
            look=m.state.look(False),
            layer=m.layer,
            value=value,
            matrix=m.state.ctm,
            pixels=(size[0], size[1]),
            space=GRAY if stencil else m.space(known) if known is not None else UNKNOWN,
            bits=1 if stencil else object_access.integer(keys.get("BitsPerComponent")) or 8,
            stencil=stencil,
            paint=m.state.fill,
            inline=inline,
        )
    )


def _inline(m: Interpreter, operands: list[Any]) -> None:
    image = operands[0]
    keys: dict[str, Any] = {}
    found = getattr(image, "obj", image)
    for key, value in object_access.entries(found):
        keys[_LONG.get(key, key)] = value
    picture(m, found, keys, inline=True)


def run_form(m: Interpreter, form: Any, layer: str) -> None:
    """Run a form XObject, a soft mask's group or a pattern's cell, within its box; the state is as before after it."""
    key = object_access.identity(form)
    if not m.enter(key):
        return
    outer = m.layer, m.stream, m.state, m.marks
    m.layer, m.stream = layer, key[0]
    m.marks = m.marks if layer == outer[0] else []
    try:
        _place(m, form)
        group = object_access.get(form, "Group")
        if group is not None:
            m.painted.groups.append(group)
        m.run(form, object_access.get(form, "Resources") or m.resources, key)
    finally:
        m.layer, m.stream, m.state, m.marks = outer
        m.leave()


def _place(m: Interpreter, form: Any) -> None:
    inner = object_access.matrix(object_access.get(form, "Matrix"))
    if inner is not None:
        m.set(ctm=multiply(inner, m.state.ctm))
    frame = object_access.box(object_access.get(form, "BBox"))
    if frame is not None and m.layer == "page":
        m.clip(frame.through(m.state.ctm))


OBJECTS: dict[str, Operator] = {"Do": _do, "INLINE IMAGE": _inline, "BI": _inline}
