"""Sizes of a brand: the name of its sheet and the bounds of its type, from their blocks of the brand file."""

from __future__ import annotations

from dataclasses import fields

from reportgen.brand.model import Bounds, Format
from reportgen.brand.value_reader import BrandReader
from reportgen.geometry import MM
from reportgen.page import FORMATS, format_named
from reportgen.problems import did_you_mean
from reportgen.reading.located_tree import MappingNode, Scalar


def read_named_format(block: MappingNode, read: BrandReader) -> Format | None:
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


def read_bounds(root: MappingNode, read: BrandReader) -> Bounds:
    """The least and the most size of text and of captions in pt; the usual ones where the brand says nothing."""
    if root.get("bounds") is None:
        return Bounds()
    block = read.block(root, "bounds")
    if block is None:
        return Bounds()
    read.known_keys(block, ("text", "caption"))
    pairs = {key: _pair(block, key, read) for key in ("text", "caption")}
    return Bounds(pairs["text"] or Bounds().text, pairs["caption"] or Bounds().caption)


def _pair(block: MappingNode, key: str, read: BrandReader) -> tuple[float, float] | None:
    entry = block.get(key)
    found = read.numbers(entry.value, 2, (4, 60), f"`{key}`", "[8.5, 14]") if entry else None
    if entry is None or found is None:
        return None
    if found[0] > found[1]:
        hint = f"write [{found[1]:g}, {found[0]:g}]"
        read.problem("bounds", "the least size is larger than the most", entry.value.place, hint)
        return None
    return found[0], found[1]
