"""Reads the tree of elements of an SVG file. Entities are refused; nothing outside the file is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from reportgen.svg.svg_drawing import SvgError

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
MOST_BYTES = 2_000_000
MOST_DEPTH = 60
SIMPLIFY = "simplify the drawing and export it again"


@dataclass
class SvgElement:
    """An element of SVG: its name and attributes without namespace, what stands in it, and its own text."""

    tag: str
    attributes: dict[str, str]
    children: list[SvgElement] = field(default_factory=list)
    text: str = ""


def read_tree(data: bytes) -> SvgElement:
    """The root element. Elements of other namespaces are left out. Raises SvgError."""
    if len(data) > MOST_BYTES:
        raise SvgError(f"the drawing is too large ({len(data) / 1e6:.1f} MB; the most is 2 MB)", SIMPLIFY)
    builder = _ElementBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    parser.EntityDeclHandler = _refuse_entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = f"line {error.lineno}, column {error.offset + 1}: {expat.ErrorString(error.code)}"
        raise SvgError(f"the file is damaged or is no SVG ({reason})") from None
    except (LookupError, ValueError) as error:
        if isinstance(error, SvgError):
            raise
        raise SvgError(f"the file cannot be read ({error})") from None
    if builder.root is None or builder.root.tag != "svg":
        raise SvgError("the file is XML, but no SVG drawing")
    return builder.root


class _ElementBuilder:
    """Makes nodes of what the parser reports."""

    def __init__(self) -> None:
        self.root: SvgElement | None = None
        self._open: list[SvgElement] = []
        self._foreign = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition("}")
        if self._foreign or space not in ("", SVG):
            self._foreign += 1
            return
        if len(self._open) >= MOST_DEPTH:
            raise SvgError(f"the drawing's groups are nested more than {MOST_DEPTH} deep", SIMPLIFY)
        node = SvgElement(tag, _plain(attributes))
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def end(self, _: str) -> None:
        if self._foreign:
            self._foreign -= 1
        else:
            self._open.pop()

    def characters(self, text: str) -> None:
        if self._open and not self._foreign and self._open[-1].tag == "style":
            self._open[-1].text += text


def _plain(attributes: dict[str, str]) -> dict[str, str]:
    """Attributes of SVG itself, and `xlink:href` as `href`, which wins when both stand there (SVG 2, 16.1.5)."""
    plain = {name: value for name, value in attributes.items() if "}" not in name}
    link = attributes.get(f"{XLINK}}}href")
    if link is not None:
        plain.setdefault("href", link)
    return plain


def _refuse_entity(*_: object) -> None:
    raise SvgError(
        "it is an SVG whose document type declares entities of its own, and those are not read",
        "export it again: from Illustrator without `Preserve Illustrator Editing Capabilities`, "
        "from Inkscape as `Plain SVG`",
    )
