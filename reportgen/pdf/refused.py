"""ReportLab's own ways to draw: a canvas class in; the same class, on which each of them is refused, out."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn, TypeVar

Class = TypeVar("Class", bound=type)

REFUSED = (
    *("setFillColor", "setStrokeColor", "setFillColorRGB", "setStrokeColorRGB", "setFillColorCMYK"),
    *("setStrokeColorCMYK", "setFillGray", "setStrokeGray", "shade", "linearGradient", "radialGradient"),
    *("setFillAlpha", "setStrokeAlpha", "setFillOverprint", "setStrokeOverprint", "setOverprintMask", "setBlendMode"),
    *("setFont", "setFontSize", "beginText", "drawText", "drawString", "drawRightString", "drawCentredString"),
    *("drawAlignedString", "drawImage", "drawInlineImage", "addLiteral", "addPostScriptCommand", "beginForm", "doForm"),
    *("freeTextAnnotation", "textAnnotation", "highlightAnnotation", "inkAnnotation", "linkURL", "linkRect"),
    *("grid", "cross", "drawBoundary", "showPage", "save", "getpdfdata", "setDash", "setLineWidth", "setLineCap"),
    *("setLineJoin", "setMiterLimit", "drawPath", "clipPath", "line", "lines", "rect", "circle", "ellipse", "bezier"),
    *("arc", "wedge", "roundRect", "saveState", "restoreState", "translate", "scale", "rotate", "skew", "transform"),
)
"""ReportLab's ways to draw: they set colours, faces or a state that we would not know of."""


def only_inks(canvas: Class) -> Class:
    """The canvas without ReportLab's ways to draw: each of them raises TypeError."""
    for name in REFUSED:
        setattr(canvas, name, _refusal(name))
    return canvas


def _refusal(method: str) -> Callable[..., NoReturn]:
    def refuse(self: object, *_: object, **__: object) -> NoReturn:
        raise TypeError(f"{method} goes past the inks; draw with the methods of InkCanvas")

    return refuse
