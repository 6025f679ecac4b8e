"""Operators that draw other objects: images, inline images and forms (ISO 32000-1, 8.9 and 8.10)."""

from __future__ import annotations

from typing import Any

from reportgen.check import cos
from reportgen.check.colour_spaces import GRAY, UNKNOWN
from reportgen.check.interpreter import Interpreter, Operator
from reportgen.check.painted_objects import PaintedPicture
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


def _do(interpreter: Interpreter, operands: list[Any]) -> None:
    named = cos.name(operands[0])
    value = cos.get(interpreter.resources, "XObject", named)
    if not cos.is_stream(value):
        interpreter.fault(f"there is no XObject `{named}` in the resources")
        return
    interpreter.painted.xobjects.append(value)
    match cos.name(cos.get(value, "Subtype")):
        case "Image":
            picture(interpreter, value, dict(cos.entries(value)))
            for key in ("SMask", "Mask"):
                if cos.is_stream(cos.get(value, key)):
                    _mask(interpreter, cos.get(value, key))
        case "Form":
            run_form(interpreter, value, interpreter.layer)


def _mask(interpreter: Interpreter, value: Any) -> None:
    layer, interpreter.layer = interpreter.layer, "mask"
    picture(interpreter, value, dict(cos.entries(value)))
    interpreter.layer = layer


def picture(interpreter: Interpreter, value: Any, keys: dict[str, Any], inline: bool = False) -> None:
    """Note an image that is painted into the unit square."""
    stencil = keys.get("ImageMask") is True
    known = keys.get("ColorSpace")
    size = [max(0, cos.integer(keys.get(key)) or 0) for key in ("Width", "Height")]
    interpreter.painted.objects.append(
        PaintedPicture(
            order=interpreter.next_order(),
            box=_UNIT.through(interpreter.state.ctm),
            clip=interpreter.state.clip,
            marks=tuple(interpreter.marks),
            compositing=interpreter.state.compositing(False),
            layer=interpreter.layer,
            value=value,
            matrix=interpreter.state.ctm,
            pixels=(size[0], size[1]),
            space=GRAY if stencil else interpreter.space(known) if known is not None else UNKNOWN,
            bits=1 if stencil else cos.integer(keys.get("BitsPerComponent")) or 8,
            stencil=stencil,
            paint=interpreter.state.fill,
            inline=inline,
        )
    )


def _inline(interpreter: Interpreter, operands: list[Any]) -> None:
    image = operands[0]
    keys: dict[str, Any] = {}
    found = getattr(image, "obj", image)
    for key, value in cos.entries(found):
        keys[_LONG.get(key, key)] = value
    picture(interpreter, found, keys, inline=True)


def run_form(interpreter: Interpreter, form: Any, layer: str) -> None:
    """Run a form XObject, a soft mask's group or a pattern's cell, within its box; the state is as before after it."""
    key = cos.identity(form)
    if not interpreter.enter(key):
        return
    outer = interpreter.layer, interpreter.stream, interpreter.state, interpreter.marks
    interpreter.layer, interpreter.stream = layer, key[0]
    interpreter.marks = interpreter.marks if layer == outer[0] else []
    try:
        _place(interpreter, form)
        group = cos.get(form, "Group")
        if group is not None:
            interpreter.painted.groups.append(group)
        interpreter.run(form, cos.get(form, "Resources") or interpreter.resources, key)
    finally:
        interpreter.layer, interpreter.stream, interpreter.state, interpreter.marks = outer
        interpreter.leave()


def _place(interpreter: Interpreter, form: Any) -> None:
    inner = cos.matrix(cos.get(form, "Matrix"))
    if inner is not None:
        interpreter.set(ctm=multiply(inner, interpreter.state.ctm))
    frame = cos.box(cos.get(form, "BBox"))
    if frame is not None and interpreter.layer == "page":
        interpreter.clip(frame.through(interpreter.state.ctm))


OBJECT_OPERATORS: dict[str, Operator] = {"Do": _do, "INLINE IMAGE": _inline, "BI": _inline}
