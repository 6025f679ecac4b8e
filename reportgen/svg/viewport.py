"""The size of a drawing and the matrix of its coordinates, by its root element (SVG 2, chapter 8)."""

from __future__ import annotations

from reportgen.geometry import IDENTITY, Matrix, nested, translation
from reportgen.svg.element_tree import SvgElement
from reportgen.svg.svg_drawing import SvgError
from reportgen.svg.values import length, numbers

_SHARES = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
_SIZE = "export it with a viewBox, which says how large it is"


def viewport(root: SvgElement) -> tuple[float, float, Matrix]:
    """Width, height and the matrix from the drawing's coordinates into them. Raises SvgError without a size."""
    box = _view_box(root)
    width, height = (_given(root, name) for name in ("width", "height"))
    if box is None:
        if width is None or height is None:
            raise SvgError("the drawing does not say how large it is", _SIZE)
        return width, height, IDENTITY
    _, _, across, down = box
    if width is None:
        width = height * across / down if height is not None else across
    if height is None:
        height = width * down / across
    return width, height, _fitted(box, width, height, root.attributes.get("preserveAspectRatio", ""))


def _view_box(root: SvgElement) -> tuple[float, float, float, float] | None:
    text = root.attributes.get("viewBox")
    if text is None:
        return None
    match numbers(text):
        case [x, y, width, height] if width > 0 and height > 0:
            return x, y, width, height
    raise SvgError(f"the drawing's viewBox `{text}` is not four numbers with a width and a height", _SIZE)


def _given(root: SvgElement, name: str) -> float | None:
    """A size that is given as a length; a percentage is of a page that we do not know."""
    text = root.attributes.get(name, "auto").strip()
    if text == "auto" or text.endswith("%"):
        return None
    size = length(text, 0.0)
    if size <= 0:
        raise SvgError(f"the drawing has no {name}", _SIZE)
    return size


def _fitted(box: tuple[float, float, float, float], width: float, height: float, how: str) -> Matrix:
    """`preserveAspectRatio`: whole and in proportion unless it is "none"."""
    x, y, across, down = box
    align, *rest = how.split() or ["xMidYMid"]
    if align == "none":
        return nested((width / across, 0.0, 0.0, height / down, 0.0, 0.0), translation(-x, -y))
    if "slice" in rest or len(align) != 8 or not {align[1:4], align[5:]} <= set(_SHARES):
        raise SvgError(f"the drawing is fitted by `{how}`, which is not read", _SIZE)
    scale = min(width / across, height / down)
    dx = _SHARES[align[1:4]] * (width - across * scale)
    dy = _SHARES[align[5:]] * (height - down * scale)
    return nested((scale, 0.0, 0.0, scale, dx, dy), translation(-x, -y))
