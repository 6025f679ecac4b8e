"""ReportLab, imported here alone: no user's settings reach it, and none of its own ways to draw is left.

When it is first imported, ReportLab looks for `reportlab_mods.py` and `reportlab_settings.py` anywhere on the path and
for `.reportlab_mods` and `.reportlab_settings` in the home, runs them as code, and reads every `RL_*` variable. None of
them may change a byte of what we write or print a line.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, NoReturn

SETTINGS = {
    "defaultEncoding": "WinAnsiEncoding",
    "pageCompression": 1,
    "useA85": 0,
    "wrapA85": 0,
    "invariant": 1,
    "verbose": 0,
    "debug": 0,
    "pdfMultiLine": 0,
    "pdfComments": 0,
    "autoConvertEncoding": 0,
    "defaultImageCaching": 0,
    "documentLang": None,
    "encryptionStrength": 40,
    "canvas_basefontname": "Helvetica",
    "canvas_baseColor": None,
    "decimalSymbol": ".",
    "std14Embed": 0,
}
"""Every value of `rl_config` that ReportLab's canvas and document consult while a file is made."""

_USER_MODULES = (
    *("reportlab_mods", "reportlab.local_rl_mods"),
    *("reportlab_settings", "reportlab.local_rl_settings"),
)


@contextmanager
def our_settings() -> Iterator[None]:
    """Our values in ReportLab's configuration, and the program's own again afterwards."""
    before = {name: getattr(rl_config, name) for name in SETTINGS if hasattr(rl_config, name)}
    _set(SETTINGS)
    try:
        yield
    finally:
        _set(before)


def _set(values: dict[str, object]) -> None:
    for name, value in values.items():
        setattr(rl_config, name, value)


@contextmanager
def _without_user_settings() -> Iterator[None]:
    """Empty modules where a user's would be found; with one there, ReportLab does not look into the home."""
    variables = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("RL_")}
    stand_ins = [name for name in _USER_MODULES if name not in sys.modules]
    sys.modules.update((name, ModuleType(name)) for name in stand_ins)
    try:
        yield
    finally:
        os.environ.update(variables)
        for name in stand_ins:
            sys.modules.pop(name, None)


with _without_user_settings():
    rl_config: Any = importlib.import_module("reportlab.rl_config")
    pdfdoc: Any = importlib.import_module("reportlab.pdfbase.pdfdoc")
    Canvas: Any = importlib.import_module("reportlab.pdfgen.canvas").Canvas


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


def _refusal(method: str) -> Callable[..., NoReturn]:
    def refuse(self: object, *_: object, **__: object) -> NoReturn:
        raise TypeError(f"{method} goes past the inks; draw with the methods of InkCanvas")

    return refuse


PlainCanvas: Any = type("PlainCanvas", (Canvas,), {name: _refusal(name) for name in REFUSED})
"""ReportLab's canvas without its ways to draw: each of them raises TypeError."""
