"""Operators that draw other objects: images, inline images and forms (ISO 32000-1, 8.9 and 8.10)."""

from __future__ import annotations

from typing import Any

from reportgen.check import cos
from reportgen.check.colour_spaces import GRAY, UNKNOWN
from reportgen.check.interpreter import Interpreter, Operator
from reportgen.check.painted_objects import PaintedPicture
from reportgen.geometry import Bbox

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
    match cos.name(cos.get(value, "Subtype")):
        case "Image":
            _picture(interpreter, value, dict(cos.entries(value)))
            layer, interpreter.layer = interpreter.layer, "mask"
            for mask in (cos.get(value, key) for key in ("SMask", "Mask")):
                if cos.is_stream(mask):
                    _picture(interpreter, mask, dict(cos.entries(mask)))
            interpreter.layer = layer
        case "Form":
            interpreter.run_form(value, interpreter.layer)


def _picture(interpreter: Interpreter, value: Any, keys: dict[str, Any], inline: bool = False) -> None:
    """Note an image that is painted into the unit square."""
    stencil = keys.get("ImageMask") is True
    known = keys.get("ColorSpace")
    size = [max(0, cos.integer(keys.get(key)) or 0) for key in ("Width", "Height")]
    interpreter.paint(
        PaintedPicture,
        _UNIT.through(interpreter.state.ctm),
        value=value,
        matrix=interpreter.state.ctm,
        pixels=(size[0], size[1]),
        space=GRAY if stencil else interpreter.space(known) if known is not None else UNKNOWN,
        bits=1 if stencil else cos.integer(keys.get("BitsPerComponent")) or 8,
        stencil=stencil,
        paint=interpreter.state.fill,
        inline=inline,
    )


def _inline(interpreter: Interpreter, operands: list[Any]) -> None:
    found = getattr(operands[0], "obj", operands[0])
    _picture(interpreter, found, {_LONG.get(key, key): value for key, value in cos.entries(found)}, inline=True)


OBJECT_OPERATORS: dict[str, Operator] = {"Do": _do, "INLINE IMAGE": _inline, "BI": _inline}
