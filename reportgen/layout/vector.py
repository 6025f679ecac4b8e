"""A logo as vector: the bytes of an SVG and a frame in; paths at their places on the page out."""

from __future__ import annotations

from reportgen.colour.inks import Ink
from reportgen.geometry import Rect, Segments
from reportgen.page import Box, PathBox
from reportgen.svg import DrawnShape, read_svg
from reportgen.svg.drawing import Rgb


def vector_logo(data: bytes, frame: Rect, name: str) -> tuple[Box, ...]:
    """The drawing as large as `frame` (pt) lets it be, in its middle. Its colours are inks called `name` and `#rrggbb`.

    Raises SvgError; a logo that the content stage has read raises none.
    """
    drawing = read_svg(data)
    scale = min(frame.width / drawing.width, frame.height / drawing.height)
    left = frame.x + (frame.width - scale * drawing.width) / 2
    top = frame.y + (frame.height - scale * drawing.height) / 2
    return tuple(_path(shape, scale, left, top, name) for shape in drawing.shapes)


def _path(shape: DrawnShape, scale: float, left: float, top: float, name: str) -> PathBox:
    return PathBox(
        _placed(shape.segments, scale, left, top),
        fill=_ink(shape.fill, name),
        stroke=_ink(shape.stroke, name),
        line_width=shape.line_width * scale,
        even_odd=shape.even_odd,
        pen=shape.pen,
    )


def _placed(segments: Segments, scale: float, left: float, top: float) -> Segments:
    return tuple(
        (kind, *(float(value) * scale + (top if index % 2 else left) for index, value in enumerate(values)))
        for kind, *values in segments
    )


def _ink(srgb: Rgb | None, name: str) -> Ink | None:
    if srgb is None:
        return None
    return Ink("{} #{:02x}{:02x}{:02x}".format(name, *srgb), srgb)
