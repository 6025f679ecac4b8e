"""Photographs with their credit, and logos, in pixels or as vectors: all whole and in their own proportions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.brand.contrast import readable
from reportgen.colour.inks import Ink
from reportgen.content.report import Logo, Photo
from reportgen.geometry import Flex, Rect, fixed, transformed
from reportgen.layout.parts import Part, column, no_taller, space
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Box, Group, PathBox, PictureBox, Role
from reportgen.text.spans import Span
from reportgen.text.words import words_or_signs as words

if TYPE_CHECKING:
    from reportgen.svg import DrawnShape
    from reportgen.svg.svg_drawing import Srgb

_LEAST, _MOST = 0.4, 1.4
"""How low, where the page is full, and how high a photograph may stand, over the width of its place."""


def photo_part(typesetter: PageTypesetter, photo: Photo, width: float, where: str) -> Part:
    """A photograph, whole and in its own proportions, with its credit under it; `where` ("header", "box", "page")
    gives its ink. It is `width` pt wide, or narrower where it would be too high."""
    natural = width * photo.height / photo.width
    most = min(natural, width * _MOST)

    def draw(room: Rect) -> tuple[Box, ...]:
        height = min(room.height, most)
        box = Rect(room.x, room.y, height * photo.width / photo.height, height)
        picture = PictureBox(box, photo.data, photo.kind)
        return (Group(Role.FIGURE, (picture,), typesetter.foreign(photo.language), photo.alt, photo.path),)

    parts = [Part(Flex(min(most, width * _LEAST), most, most), draw)]
    if photo.credit:
        roles = typesetter.brand.roles
        quiet = roles.foot_note if readable(roles.foot_note, roles.header_ground) else roles.header_text
        ink = quiet if where == "header" else roles.caption
        credit = (Span(words(photo.language).get("photo_credit", credit=photo.credit)),)
        parts.append(space(fixed(typesetter.brand.spaces.close.normal)))
        style, path = typesetter.brand.styles.note, f"{photo.path}.credit"
        parts.append(typesetter.text(credit, style, width, ink, path, role=Role.CAPTION, language=photo.language))
    return no_taller(column(parts))


def logo_boxes(typesetter: PageTypesetter, logos: tuple[Logo, ...], box: Rect) -> tuple[Box, ...]:
    """Logos in a row from the left, all of one height unless one would then be wider than its share."""
    gutter = 2 * typesetter.brand.format.gutter
    room = (box.width - gutter * (len(logos) - 1)) / len(logos)
    boxes: list[Box] = []
    x = box.x
    for logo in logos:
        height = min(box.height, room / logo.aspect)
        frame = Rect(x, box.y + (box.height - height) / 2, height * logo.aspect, height)
        language = typesetter.foreign(logo.language)
        boxes.append(Group(Role.FIGURE, _logo(logo, frame), language, logo.alt, logo.path, frame=frame))
        x = frame.right + gutter
    return tuple(boxes)


def _logo(logo: Logo, frame: Rect) -> tuple[Box, ...]:
    if logo.kind == "svg":
        return vector_logo(logo.data, frame, logo.path)
    return (PictureBox(frame, logo.data, logo.kind),)


def vector_logo(data: bytes, frame: Rect, name: str) -> tuple[Box, ...]:
    """The drawing as large as `frame` (pt) lets it be, in its middle. Its colours are inks called `name` and `#rrggbb`.

    Raises SvgError; a logo that the content stage has read raises none.
    """
    from reportgen.svg import read_svg

    drawing = read_svg(data)
    scale = min(frame.width / drawing.width, frame.height / drawing.height)
    left = frame.x + (frame.width - scale * drawing.width) / 2
    top = frame.y + (frame.height - scale * drawing.height) / 2
    return tuple(_path(shape, scale, left, top, name) for shape in drawing.shapes)


def _path(shape: DrawnShape, scale: float, left: float, top: float, name: str) -> PathBox:
    return PathBox(
        transformed(shape.segments, (scale, 0.0, 0.0, scale, left, top)),
        fill=_ink(shape.fill, name),
        stroke=_ink(shape.stroke, name),
        line_width=shape.line_width * scale,
        even_odd=shape.even_odd,
        pen=shape.pen,
    )


def _ink(srgb: Srgb | None, name: str) -> Ink | None:
    if srgb is None:
        return None
    return Ink("{} #{:02x}{:02x}{:02x}".format(name, *srgb), srgb)
