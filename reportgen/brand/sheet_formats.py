"""A brand on another sheet: what becomes of its page and its type scale there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from math import sqrt

from reportgen.brand.model import DISPLAY, Brand, BrandLengths, Format, Styles
from reportgen.geometry import MM
from reportgen.page import FORMATS
from reportgen.text.type_style import TypeStyle

LARGER: Mapping[str, str] = {
    "A5": "A4",
    "A4": "A3",
    "Letter": "A3",
    "A5 landscape": "A4 landscape",
    "A4 landscape": "A3 landscape",
    "Letter landscape": "A3 landscape",
    "slide": "A3 landscape",
}
"""The next larger format, to which what is too long may go."""

_TEXT, _DISPLAY, _FRAME = 0.55, 1.0, 0.8
"""How text, display type and the page's frame follow a page's size: as its linear factor to these powers."""


def name_of(page: Format) -> str:
    """The name of a page's size, or "" for one of its own; a printer's rounding (half a mm) is passed over."""
    for name, sheet in FORMATS.items():
        if abs(page.width / MM - sheet.width) < 0.5 and abs(page.height / MM - sheet.height) < 0.5:
            return name
    return ""


def in_format(brand: Brand, name: str) -> Brand:
    """The brand on another sheet: margins, gutter, lines, figures and type by one rule from its own page.

    Display type and figures follow the linear size of the page, text about half as much: a larger page is read from
    a little farther away. `name` is one of `FORMATS`; the brand itself when it has that size already.
    """
    sheet, page = FORMATS[name], brand.format
    if name == name_of(page):
        return brand
    width, height = sheet.width * MM, sheet.height * MM
    linear = sqrt(min(width, height) / min(page.width, page.height) * sqrt(width * height / page.width / page.height))
    frame, display = linear**_FRAME, linear**_DISPLAY
    text = linear**_TEXT * sheet.text
    framed = Format(width, height, page.margin * frame, page.columns, page.gutter * frame, page.bleed, page.unit * text)
    styles = {one.name: _style(brand, one.name, text, display) for one in fields(Styles)}
    measures = {one.name: getattr(brand.measures, one.name) * _line(one.name, text) for one in fields(BrandLengths)}
    return replace(
        brand,
        format=framed,
        styles=Styles(**styles),
        measures=BrandLengths(**measures),
        spaces=brand.spaces.times(text),
        figure_height=brand.figure_height * ((display + text) / 2),
    )


def _style(brand: Brand, name: str, text: float, display: float) -> TypeStyle:
    style: TypeStyle = getattr(brand.styles, name)
    factor = display if name in (*DISPLAY, "heading") else text
    if name == "heading":
        factor = sqrt(text * display)
    return style.at(brand.bounds.kept(name, style.size, style.size * factor))


def _line(name: str, text: float) -> float:
    """Hairlines stay what they are; a code, a logo and bars follow the text."""
    return 1.0 if "line" in name or name == "rule" else text
