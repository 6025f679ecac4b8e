"""The colours that a reader sees behind a point of the page, of what was painted there before."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportgen.check import cos, image_samples
from reportgen.check.colour_appearance import WHITE, Rgb, blend, to_rgb
from reportgen.check.colour_spaces import GRAY
from reportgen.check.document import Document, PdfPage
from reportgen.check.painted_objects import PaintedObject, PaintedPath, PaintedPicture, PaintedShading, PaintedText
from reportgen.geometry import Bbox, Point, crossings, is_within

_CELL = 36.0
"""What is painted is looked up by squares of so many points."""
_MOST_CELLS = 400


@dataclass(frozen=True, slots=True)
class _Layer:
    colours: tuple[Rgb, ...]
    alpha: float
    blend: str


class Background:
    """The painted page, asked for one point at a time."""

    def __init__(self, page: PdfPage, document: Document) -> None:
        self._from_cmyk = document.from_cmyk
        self._cells: dict[tuple[int, int], list[PaintedObject]] = {}
        self._everywhere: list[PaintedObject] = []
        self._samples: dict[int, image_samples.Samples | None] = {}
        for item in page.painted.objects:
            if item.layer == "page" and not isinstance(item, PaintedText):
                self._keep(item)

    def _keep(self, item: PaintedObject) -> None:
        visible = item.visible_box
        if visible is None:
            return
        cells = list(_cells(visible))
        for cell in cells:
            self._cells.setdefault(cell, []).append(item)
        if not cells:
            self._everywhere.append(item)

    def under(self, point: Point, order: int, least_line: float = 0.0) -> tuple[Rgb, ...]:
        """The colours that may show at a point below what is painted at `order`; several where a gradient lies there.

        Lines thinner than `least_line` points do not count as background.
        """
        layers: list[_Layer] = []
        for item in self.covering(point, order, least_line):
            layer = self._layer(item, point)
            if layer is None:
                continue
            layers.append(layer)
            if layer.alpha >= 0.999 and layer.blend in ("Normal", "Compatible"):
                break
        colours: tuple[Rgb, ...] = (WHITE,)
        for layer in reversed(layers):
            colours = tuple(
                blend(over, under, layer.alpha, layer.blend) for over in layer.colours for under in colours[:4]
            )
        return colours

    def covering(self, point: Point, order: int, least_line: float = 0.0) -> Iterator[PaintedObject]:
        """What covers a point, painted before `order`: the last first."""
        near = self._cells.get((int(point[0] // _CELL), int(point[1] // _CELL)), [])
        for item in sorted([*near, *self._everywhere], key=lambda each: -each.order):
            if item.order < order and item.clip.has(point) and item.box.has(point):
                if isinstance(item, PaintedPath) and not _covers(item, point, least_line):
                    continue
                yield item

    def _layer(self, item: PaintedObject, point: Point) -> _Layer | None:
        alpha = 0.5 * item.compositing.alpha if item.compositing.masked else item.compositing.alpha
        colours: list[Rgb | None]
        match item:
            case PaintedPath():
                if item.paint.pattern is not None or item.paint.space.family == "Pattern":
                    return None  # a shading pattern follows as an object of its own
                colours = [to_rgb(item.paint.space, item.paint.value, self._from_cmyk)]
            case PaintedShading():
                colours = [to_rgb(item.space, each, self._from_cmyk) for each in item.samples]
            case PaintedPicture():
                found, opacity = self._picture(item, point)
                colours, alpha = [found], alpha * opacity
            case _:
                return None
        known = tuple(each for each in colours if each is not None)
        return _Layer(known, alpha, item.compositing.blend) if known and alpha > 0 else None

    def _picture(self, picture: PaintedPicture, point: Point) -> tuple[Rgb | None, float]:
        value = self._value(picture, point)
        if picture.stencil:
            painted = value is None or value[0] >= 0.5
            return to_rgb(picture.paint.space, picture.paint.value, self._from_cmyk), float(painted)
        colour = None if value is None else to_rgb(picture.space, value, self._from_cmyk)
        mask = cos.get(picture.value, "SMask")
        if not cos.is_stream(mask):
            return colour, 1.0
        opacity = self._value(_mask_of(picture, mask), point)
        return colour, 1.0 if opacity is None else opacity[0]

    def _value(self, picture: PaintedPicture, point: Point) -> tuple[float, ...] | None:
        key = hash(cos.identity(picture.value)) or id(picture.value)
        if key not in self._samples:
            self._samples[key] = image_samples.samples(picture)
        found = self._samples[key]
        return None if found is None else image_samples.at(found, picture, point)


def _mask_of(picture: PaintedPicture, mask: object) -> PaintedPicture:
    size = [cos.integer(cos.get(mask, key)) or 0 for key in ("Width", "Height")]
    bits = cos.integer(cos.get(mask, "BitsPerComponent")) or 8
    return replace(picture, value=mask, pixels=(size[0], size[1]), space=GRAY, bits=bits, stencil=False)


def _cells(box: Bbox) -> Iterator[tuple[int, int]]:
    low, high = (int(box.left // _CELL), int(box.bottom // _CELL)), (int(box.right // _CELL), int(box.top // _CELL))
    if (high[0] - low[0] + 1) * (high[1] - low[1] + 1) > _MOST_CELLS:
        return
    for x in range(low[0], high[0] + 1):
        for y in range(low[1], high[1] + 1):
            yield x, y


def _covers(path: PaintedPath, point: Point, least_line: float) -> bool:
    if not path.stroked:
        return is_within(point[0], crossings(path.rings, point[1]), path.even_odd)
    if path.width < least_line:
        return False
    return any(
        _distance_to_line(point, start, end) <= path.width / 2
        for ring in path.rings
        for start, end in itertools.pairwise(ring)
    )


def _distance_to_line(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a straight stretch, in points."""
    (x, y), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    along = dx * dx + dy * dy
    share = 0.0 if along == 0 else min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / along))
    return math.hypot(x - ax - share * dx, y - ay - share * dy)
