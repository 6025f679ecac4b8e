"""Reads SVG files as flat coloured shapes, or says in a sentence what of them cannot be drawn."""

from reportgen.svg.svg_drawing import Drawing, DrawnShape, SvgError
from reportgen.svg.svg_reader import read_svg

__all__ = ["Drawing", "DrawnShape", "SvgError", "read_svg"]
