"""SVG drawings: the bytes of a file in; flat coloured shapes, or a sentence that says what cannot be drawn, out."""

from reportgen.svg.drawing import Drawing, DrawnShape, SvgError
from reportgen.svg.svg_reader import read_svg

__all__ = ["Drawing", "DrawnShape", "SvgError", "read_svg"]
