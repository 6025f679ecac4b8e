"""Reads a brand from YAML and font files; raises every problem of the file, each at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from reportgen.brand.contrast import check_contrast
from reportgen.brand.model import Bounds, Brand, BrandLengths, Format, Roles, Spaces, Styles, TypeSteps, key_of
from reportgen.brand.press import read_intent, spot_problems, too_much_ink
from reportgen.brand.value_reader import BrandReader, named
from reportgen.colour.inks import Ink, parse_hex
from reportgen.colour.separation import text_inks
from reportgen.geometry import MM
from reportgen.glyphs import FontFile
from reportgen.page import FORMATS, format_named
from reportgen.problems import Place, Problem, ReportError, did_you_mean
from reportgen.reading.located_tree import MappingNode, Node, Scalar, SequenceNode
from reportgen.reading.yaml_reader import decode, read_yaml
from reportgen.sources import Sources
from reportgen.text.font_files import FontError, load_font
from reportgen.text.type_style import FontFamily, TypeStyle

T = TypeVar("T")

_KEYS = ("name", "inks", "roles", "families", "type", "page", "measures", "spaces", "figure height", "steps")
_MAY = ("output intent", "bounds")
_FACES = ("regular", "bold", "italic", "bold italic")
_STYLE_KEYS = ("family", "size", "leading", "tracking", "balance", "hyphenate")


class BrandError(ReportError):
    """A brand with problems; `text_face`, if it could be read, is the face that its text is set in."""

    def __init__(self, problems: Iterable[Problem], text_face: FontFile | None) -> None:
        super().__init__(problems)
        self.text_face = text_face


def read_brand(path: Path, shown: str, sources: Sources) -> Brand:
    """The brand of a file, called `shown` in problems; raises ReportError with everything that is wrong in it."""
    try:
        text, found = decode(sources.read_bytes(path), shown)
    except OSError as error:
        hint = "check the name of the brand"
        problem = Problem("file", f"the brand file cannot be read ({error.strerror})", Place(shown), hint)
        raise ReportError([problem]) from None
    reading = read_yaml(text, shown) if not found else None
    if reading is None or reading.root is None:
        raise ReportError(reading.problems if reading else found)
    loader = _Loader(BrandReader(shown, list(reading.problems)), path.parent, sources)
    brand = loader.brand(reading.root)
    if brand is None or loader.reader.problems:
        raise BrandError(loader.reader.problems, loader.text_face)
    return brand


class _Loader:
    """Reads the blocks of a brand one after the other; what is wrong gathers in the reader."""

    def __init__(self, reader: BrandReader, folder: Path, sources: Sources) -> None:
        self.reader = reader
        self.folder = folder
        self.sources = sources
        self.broken_inks: set[str] = set()  # named and wrong: reported once, where they stand
        self.broken_families: set[str] = set()
        self.text_face: FontFile | None = None

    def brand(self, root: MappingNode) -> Brand | None:
        """The whole brand, or None when a part of it is missing or wrong."""
        read = self.reader
        read.known_keys(root, (*_KEYS, *_MAY))
        blocks = {key: read.block(root, key) for key in _KEYS if key not in ("name", "figure height")}
        name = read.text(root, "name")
        intent = read_intent(root, read, self.folder, self.sources)
        inks = self._inks(blocks["inks"])
        places = {entry.key.text: entry.key.place for entry in (blocks["inks"].entries if blocks["inks"] else ())}
        read.problems += [*spot_problems(inks.values(), places), *too_much_ink(inks.values(), places, intent)]
        inks = text_inks(inks, _filled(blocks["roles"]), intent)
        roles = self._roles(blocks["roles"], inks)
        families = self._families(blocks["families"])
        styles = self._styles(blocks["type"], families)
        self.text_face = next((family.regular for name, family in families.items() if name == "text"), None)
        page = self._format(blocks["page"])
        measures = self._numbers(BrandLengths, blocks["measures"], MM)
        unit = page.unit if page else MM
        spaces = self._named(Spaces, blocks["spaces"], lambda node, key: read.flex(node, key, unit))
        height = read.flex(entry.value, "figure height", unit) if (entry := read.entry(root, "figure height")) else None
        steps, bounds = self._steps(blocks["steps"]), _bounds(root, self.reader)
        if None in (name, roles, styles, page, measures, spaces, height, steps):
            return None
        parts: tuple[Any, ...] = (roles, tuple(families.items()), styles, page, measures, spaces, height, steps)
        press = bounds, intent, tuple(places.items())
        return Brand(*(str(name), read.file, tuple(inks.values()), *parts, *press))

    def _inks(self, block: MappingNode | None) -> dict[str, Ink]:
        inks: dict[str, Ink] = {}
        for entry in block.entries if block else ():
            ink = self._ink(entry.key.text, entry.value)
            if ink is None:
                self.broken_inks.add(entry.key.text)
            twin = next((other for other in inks.values() if ink and other.srgb == ink.srgb), None)
            if twin:
                hint = "give each ink an sRGB of its own, or let both roles name one ink"
                self.reader.problem(
                    "ink", f"`{entry.key.text}` has the same sRGB as `{twin.name}`", entry.key.place, hint
                )
            if ink:
                inks[ink.name] = ink
        return inks

    def _ink(self, name: str, node: Node) -> Ink | None:
        read = self.reader
        if isinstance(node, Scalar):
            colour = read.colour(node)
            return Ink(name, colour) if colour else None
        if not isinstance(node, MappingNode):
            read.problem(
                "ink", f"`{name}` is no ink", node.place, 'write it like {srgb: "#14213D", cmyk: [0, 0, 0, 100]}'
            )
            return None
        read.known_keys(node, ("srgb", "cmyk", "spot"))
        srgb, cmyk, spot = read.entry(node, "srgb"), node.get("cmyk"), node.get("spot")
        colour = read.colour(srgb.value) if srgb else None
        ink = read.numbers(cmyk.value, 4, (0, 100), f"the CMYK of `{name}`", "[0, 0, 0, 100]") if cmyk else None
        spot_name = spot.value.text if spot and isinstance(spot.value, Scalar) else None
        four = (ink[0], ink[1], ink[2], ink[3]) if ink else None
        return Ink(name, colour, four, spot_name) if colour else None

    def _roles(self, block: MappingNode | None, inks: dict[str, Ink]) -> Roles | None:
        def ink(node: Node, key: str) -> Ink | None:
            name = node.text if isinstance(node, Scalar) else ""
            known = {*inks, *self.broken_inks}
            if name not in known:
                hint = did_you_mean(name, known) if known else "list it under `inks`"
                what = (
                    f"`{name}` is no ink of this brand"
                    if parse_hex(name) is None
                    else f"`{name}` is a colour, not an ink"
                )
                self.reader.problem("ink", what, node.place, hint)
            return inks.get(name)

        roles = self._named(Roles, block, ink)
        if roles and block:
            check_contrast(roles, block, self.reader)
        return roles

    def _families(self, block: MappingNode | None) -> dict[str, FontFamily]:
        families: dict[str, FontFamily] = {}
        for entry in block.entries if block else ():
            if not isinstance(entry.value, MappingNode):
                self.reader.problem(
                    "family", f"`{entry.key.text}` names no font file", entry.value.place, "add `regular: FILE.ttf`"
                )
                self.broken_families.add(entry.key.text)
                continue
            self.reader.known_keys(entry.value, _FACES)
            faces = {face: self._face(found.value) for face in _FACES if (found := named(entry.value, face))}
            regular = faces.get("regular")
            if not self.reader.entry(entry.value, "regular") or not regular:
                self.broken_families.add(entry.key.text)
            else:
                bold, italic = faces.get("bold") or regular, faces.get("italic") or regular
                families[entry.key.text] = FontFamily(regular, bold, italic, faces.get("bold italic") or bold)
        return families

    def _face(self, node: Node) -> FontFile | None:
        name = node.text if isinstance(node, Scalar) else ""
        path = self.folder / name
        if not name or not self.sources.exists(path):
            hint = "the path is relative to the brand file"
            self.reader.problem("file", f"there is no font file `{name}`", node.place, hint)
            return None
        try:
            return load_font(self.sources.read_bytes(path))
        except FontError as error:
            self.reader.problem("font", f"`{name}` {error}", node.place)
        except OSError as error:
            self.reader.problem("file", f"`{name}` cannot be read ({error.strerror})", node.place)
        return None

    def _styles(self, block: MappingNode | None, families: dict[str, FontFamily]) -> Styles | None:
        def style(node: Node, key: str) -> TypeStyle | None:
            read = self.reader
            if not isinstance(node, MappingNode):
                read.problem(
                    "type",
                    f"`{key}` is no type style",
                    node.place,
                    "write it like {family: text, size: 9.6, leading: 12.5}",
                )
                return None
            read.known_keys(node, _STYLE_KEYS)
            family = read.entry(node, "family")
            size, leading = read.number(node, "size", (4, 200)), read.number(node, "leading", (4, 300))
            tracking = read.number(node, "tracking", (-100, 300), default=0.0)
            face = self._family(family.value, families) if family else None
            if face is None or size is None or leading is None or tracking is None:
                return None
            flags = {name: read.flag(node, name) for name in ("balance", "hyphenate")}
            return TypeStyle(key, face, size, leading, tracking / 1000, **flags)

        return self._named(Styles, block, style)

    def _family(self, node: Node, families: dict[str, FontFamily]) -> FontFamily | None:
        name = node.text if isinstance(node, Scalar) else ""
        known = {*families, *self.broken_families}
        if name not in known:
            self.reader.problem("family", f"`{name}` is no family of this brand", node.place, did_you_mean(name, known))
        return families.get(name)

    def _format(self, block: MappingNode | None) -> Format | None:
        named_size = block is not None and block.get("format") is not None
        page = _named_format(block, self.reader) if block and named_size else self._numbers(Format, block, MM)
        if page is None or block is None:
            return None
        columns = round(page.columns / MM)
        if columns != 12:
            self.reader.problem("page", "the grid has 12 columns", block.place, "write `columns: 12`")
        if page.width - 2 * page.margin - 11 * page.gutter <= 0 or page.height <= 2 * page.margin:
            hint = "make the margins or the gutter smaller"
            self.reader.problem("page", "margins and gutters leave no room on the page", block.place, hint)
        return Format(page.width, page.height, page.margin, columns, page.gutter, page.bleed, page.unit)

    def _steps(self, block: MappingNode | None) -> TypeSteps | None:
        def factors(node: Node, key: str) -> tuple[float, ...] | None:
            count = max(1, len(node.items)) if isinstance(node, SequenceNode) else 0
            found = self.reader.numbers(node, count, (0.3, 4), f"`{key}`", "[0.94, 1, 1.08]")
            if found and key != "title" and 1.0 not in found:
                self.reader.problem(
                    "steps", f"`{key}` lacks the normal size", node.place, "let one of its factors be 1"
                )
            return found

        steps = self._named(TypeSteps, block, factors)
        if steps and block and len(steps.text) != len(steps.display):
            message = f"`text` has {len(steps.text)} steps and `display` {len(steps.display)}"
            self.reader.problem("steps", message, block.place, "give both as many")
        return steps

    def _numbers(self, kind: type[T], block: MappingNode | None, factor: float) -> T | None:
        def number(node: Node, key: str) -> float | None:
            found = self.reader.as_number(node, f"`{key}`", (0, 2000))
            return None if found is None else found * factor

        return self._named(kind, block, number)

    def _named(self, kind: type[T], block: MappingNode | None, make: Callable[[Node, str], Any]) -> T | None:
        """An object whose fields are the keys of a block; every key that is missing or unknown is a problem."""
        if block is None:
            return None
        names = [field.name for field in fields(kind)]  # type: ignore[arg-type]  # only dataclasses are passed
        self.reader.known_keys(block, [key_of(name) for name in names])
        found = {name: entry for name in names if (entry := self.reader.entry(block, key_of(name)))}
        values = {name: make(entry.value, key_of(name)) for name, entry in found.items()}
        return kind(**values) if None not in values.values() and len(values) == len(names) else None


def _filled(block: MappingNode | None) -> dict[str, str]:
    """The name of the ink that each role is given."""
    return {
        entry.key.text: entry.value.text
        for entry in (block.entries if block else ())
        if isinstance(entry.value, Scalar)
    }


def _named_format(block: MappingNode, read: BrandReader) -> Format | None:
    """A page whose size is given by its name, such as `format: A4 landscape`, in the place of width and height."""
    entry = block.get("format")
    text = entry.value.text if entry and isinstance(entry.value, Scalar) else ""
    name = format_named(text)
    if entry and not name:
        read.problem("page", f"no format is called `{text}`", entry.value.place, did_you_mean(text, FORMATS))
    rest = [field.name for field in fields(Format) if field.name not in ("width", "height")]
    read.known_keys(block, ("format", *rest))
    found = [read.number(block, key, (0, 2000)) for key in rest]
    numbers = [number for number in found if number is not None]
    if not name or len(numbers) < len(rest):
        return None
    sheet = FORMATS[name]
    margin, columns, gutter, bleed, unit = (number * MM for number in numbers)
    return Format(sheet.width * MM, sheet.height * MM, margin, round(columns), gutter, bleed, unit)


def _bounds(root: MappingNode, read: BrandReader) -> Bounds:
    """The least and the most size of text and of captions in pt; the usual ones where the brand says nothing."""
    if root.get("bounds") is None:
        return Bounds()
    block = read.block(root, "bounds")
    if block is None:
        return Bounds()
    read.known_keys(block, ("text", "caption"))
    pairs = {key: _pair_of_sizes(block, key, read) for key in ("text", "caption")}
    return Bounds(pairs["text"] or Bounds().text, pairs["caption"] or Bounds().caption)


def _pair_of_sizes(block: MappingNode, key: str, read: BrandReader) -> tuple[float, float] | None:
    entry = block.get(key)
    found = read.numbers(entry.value, 2, (4, 60), f"`{key}`", "[8.5, 14]") if entry else None
    if entry is None or found is None:
        return None
    if found[0] > found[1]:
        hint = f"write [{found[1]:g}, {found[0]:g}]"
        read.problem("bounds", "the least size is larger than the most", entry.value.place, hint)
        return None
    return found[0], found[1]
