"""Photographs, cropped to their rectangle with their credit, and logos, in pixels or as vectors; none is stretched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.colour.inks import Ink
from reportgen.content.report import Logo, Photo
from reportgen.geometry import Flex, Rect, fixed, transformed
from reportgen.layout.parts import Part, column, space
from reportgen.layout.typesetter import PageTypesetter
from reportgen.page import Box, Group, PathBox, PictureBox, Role
from reportgen.text.spans import Span
from reportgen.text.words import words_or_signs as words

if TYPE_CHECKING:
    from reportgen.svg import DrawnShape
    from reportgen.svg.svg_drawing import Srgb

_LEAST, _MOST = 0.4, 1.25
"""How flat and how tall a photograph may be cropped, as height over width."""
_SHARP = 225 / 72
"""Pixels to the point under which a photograph looks soft in print (Ghent Workgroup 2022: 225 to the inch)."""


def photo_part(typesetter: PageTypesetter, photo: Photo, width: float, where: str) -> Part:
    """A photograph `width` pt wide with its credit under it; `where` ("header", "box", "page") gives its ink."""
    natural = width * photo.height / photo.width
    least = width * _LEAST
    most = max(least, natural, min(width * _MOST, photo.height / _SHARP))  # taller, it would be cropped and enlarged
    most = min(most, width * _MOST)
    normal = min(max(natural, least), most)

    def draw(room: Rect) -> tuple[Box, ...]:
        box = Rect(room.x, room.y, room.width, min(room.height, most))
        picture = PictureBox(box, photo.data, photo.kind, _crop(photo.width / photo.height, box))
        return (Group(Role.FIGURE, (picture,), typesetter.foreign(photo.language), photo.alt, photo.path),)

    parts = [Part(Flex(least, normal, most), draw)]
    if photo.credit:
        roles = typesetter.brand.roles
        ink = roles.foot_note if where == "header" else roles.caption
        credit = (Span(words(photo.language).get("photo_credit", credit=photo.credit)),)
        parts.append(space(fixed(typesetter.brand.spaces.close.normal)))
        style, path = typesetter.brand.styles.note, f"{photo.path}.credit"
        parts.append(typesetter.text(credit, style, width, ink, path, role=Role.CAPTION, language=photo.language))
    return column(parts)


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


def _crop(aspect: float, box: Rect) -> tuple[float, float, float, float]:
    """The middle of a picture in the proportions of `box`, as left, top, right and bottom in 0 to 1."""
    wanted = box.width / box.height
    if wanted < aspect:
        cut = (1 - wanted / aspect) / 2
        return cut, 0.0, 1 - cut, 1.0
    cut = (1 - aspect / wanted) / 2
    return 0.0, cut, 1.0, 1 - cut


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
