"""Reads an SVG file as the shapes that it paints, in their order. What cannot be drawn is reported all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from reportgen.geometry import Matrix, Segments, nested, transformed, translation
from reportgen.svg.basic_shapes import SHAPES, outline_of
from reportgen.svg.element_tree import MOST_DEPTH, SIMPLIFY, SvgElement, read_tree
from reportgen.svg.features import ELEMENTS, Feature, refusal
from reportgen.svg.painter import Painter, target
from reportgen.svg.presentation import INITIAL_VALUES, CssRule, inherited, own_properties, read_rules
from reportgen.svg.svg_drawing import Drawing, DrawnShape, SvgError
from reportgen.svg.values import finite, length, transform
from reportgen.svg.viewport import viewport

MOST_ELEMENTS = 20_000
_SLACK = 0.01
_GROUPS = ("g", "a")
_UNPAINTED = (
    *("defs", "symbol", "style", "title", "desc", "metadata", "clipPath", "mask", "filter", "marker", "pattern"),
    *("linearGradient", "radialGradient", "view"),
)


@dataclass(frozen=True, slots=True)
class _Context:
    """What an element has from those round it."""

    matrix: Matrix
    style: Mapping[str, str]
    depth: int = 0


@lru_cache(maxsize=32)
def read_svg(data: bytes) -> Drawing:
    """The drawing of an SVG file, without a viewBox of its own in the units that it is written in.

    Raises SvgError for a file that is no SVG, is damaged, has no size or nothing to see, or cannot be drawn faithfully.
    """
    root = read_tree(data)
    width, height, matrix = viewport(root)
    reader = _SvgReader(root, width, height)
    try:
        reader.children(root, _Context(matrix, INITIAL_VALUES))
    except ArithmeticError:
        raise SvgError("a coordinate of the drawing is out of all proportion") from None
    if reader.found:
        raise refusal(reader.found)
    if not reader.shapes:
        raise SvgError("the drawing shows nothing", "export it again with its shapes visible")
    return Drawing(width, height, tuple(reader.shapes))


class _SvgReader:
    """Walks the tree. `shapes` and `found` (what cannot be drawn) fill up on the way."""

    def __init__(self, root: SvgElement, width: float, height: float) -> None:
        self.shapes: list[DrawnShape] = []
        self.found: list[Feature] = []
        self._size = width, height
        self._visited = 0
        nodes = list(_all(root))
        self._by_id = {node.attributes["id"]: node for node in reversed(nodes) if "id" in node.attributes}
        self._rules: tuple[CssRule, ...] = read_rules((node.text for node in nodes if node.tag == "style"), self.found)
        self._painter = Painter(self._size, self._tag_of, self.found)

    def children(self, node: SvgElement, context: _Context) -> None:
        """Paint what stands in a group, under the group's own style."""
        inner = self._styled(node, context)
        if inner is not None:
            for child in node.children:
                self._paint(child, inner)

    def _paint(self, node: SvgElement, context: _Context) -> None:
        self._count(context)
        if node.tag in _GROUPS:
            self.children(node, context)
        elif node.tag in SHAPES:
            self._shape(node, context)
        elif node.tag == "use":
            self._use(node, context)
        elif node.tag not in _UNPAINTED and self._styled(node, context) is not None:
            self.found.append(ELEMENTS.get(node.tag, Feature.UNKNOWN))

    def _count(self, context: _Context) -> None:
        """A drawing that uses parts within parts can grow without end."""
        self._visited += 1
        if self._visited > MOST_ELEMENTS:
            raise SvgError(f"the drawing has more than {MOST_ELEMENTS} parts", SIMPLIFY)
        if context.depth > MOST_DEPTH:
            raise SvgError(f"the drawing's parts use one another more than {MOST_DEPTH} deep", SIMPLIFY)

    def _styled(self, node: SvgElement, context: _Context) -> _Context | None:
        """The context within an element; None when the element is not to be seen."""
        own = own_properties(node, self._rules, self.found)
        if own.get("display") == "none" or self._painter.opaque(own.get("opacity", "1")) is None:
            return None
        if any(child.tag in ELEMENTS and ELEMENTS[child.tag] is Feature.ANIMATION for child in node.children):
            self.found.append(Feature.ANIMATION)
        matrix = context.matrix
        if node.attributes.get("transform"):
            matrix = nested(matrix, transform(node.attributes["transform"]))
        self._effects(own, matrix)
        return _Context(matrix, inherited(context.style, own), context.depth + 1)

    def _effects(self, own: Mapping[str, str], matrix: Matrix) -> None:
        for name, feature in (("filter", Feature.FILTER), ("mask", Feature.MASK)):
            if own.get(name, "none") != "none":
                self.found.append(feature)
        if own.get("mix-blend-mode", "normal") != "normal":
            self.found.append(Feature.BLEND)
        clip = own.get("clip-path", "none")
        if clip != "none" and not self._clips_nothing(clip, matrix):
            self.found.append(Feature.CLIP)

    def _clips_nothing(self, clip: str, matrix: Matrix) -> bool:
        """Whether a clipping path is a rectangle round the whole drawing, as many programs write it."""
        path = self._by_id.get(target(clip))
        if path is None or path.tag != "clipPath" or len(path.children) != 1 or "clip-path" in path.attributes:
            return False
        if path.attributes.get("clipPathUnits", "userSpaceOnUse") != "userSpaceOnUse":
            return False
        node = path.children[0]
        for each in (path, node):
            matrix = nested(matrix, transform(each.attributes.get("transform", "")))
        outline = outline_of(node, self._size) if node.tag in SHAPES else ()
        return self._covers(transformed(outline, matrix))

    def _covers(self, outline: Segments) -> bool:
        """Whether an outline is an upright rectangle that holds the whole drawing."""
        points = {(round(float(x), 6), round(float(y), 6)) for _, x, y in (s for s in outline if len(s) == 3)}
        xs, ys = sorted({x for x, _ in points}), sorted({y for _, y in points})
        if any(segment[0] == "C" for segment in outline) or len(points) != 4 or (len(xs), len(ys)) != (2, 2):
            return False
        (width, height), slack = self._size, _SLACK * max(self._size)
        return xs[0] <= slack and ys[0] <= slack and xs[1] >= width - slack and ys[1] >= height - slack

    def _shape(self, node: SvgElement, context: _Context) -> None:
        inner = self._styled(node, context)
        if inner is None:
            return
        drawn = self._painter.shape(outline_of(node, self._size), inner.matrix, inner.style)
        if drawn is None:
            return
        left, top, right, bottom = (finite(edge) for edge in drawn.reach())
        (width, height), slack = self._size, _SLACK * max(self._size)
        if right <= 0 or bottom <= 0 or left >= width or top >= height:
            return
        if left < -slack or top < -slack or right > width + slack or bottom > height + slack:
            self.found.append(Feature.BEYOND)
        self.shapes.append(drawn)

    def _use(self, node: SvgElement, context: _Context) -> None:
        used = self._by_id.get(node.attributes.get("href", "").removeprefix("#"))
        if used is None or not node.attributes.get("href", "").startswith("#"):
            self.found.append(Feature.OUTSIDE)
            return
        inner = self._styled(node, context)
        if inner is None:
            return
        x, y = (length(node.attributes.get(name, "0"), whole) for name, whole in zip("xy", self._size, strict=True))
        moved = replace(inner, matrix=nested(inner.matrix, translation(x, y)))
        if used.tag == "symbol" and "viewBox" not in used.attributes:
            self._count(moved)
            self.children(used, moved)
        elif used.tag == "symbol":
            self.found.append(Feature.NESTED)
        else:
            self._paint(used, moved)

    def _tag_of(self, name: str) -> str:
        return self._by_id[name].tag if name in self._by_id else ""


def _all(node: SvgElement) -> list[SvgElement]:
    """The node and everything in it."""
    found = [node]
    for each in found:
        found += each.children
    return found
