"""The located tree: what stands in a report's file, every scalar as written, every value with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.problems import Place

Path = tuple[str | int, ...]
"""A way through the tree: `("statistics", 0, "label")`."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as written. `style` is YAML's mark for it: "" for plain, or one of `' " | >`.

    `raw` is the stretch of the file from which `text` was read; `comment` is the place of a comment that follows a
    plain scalar on its line. A number that comes from Python and not from a file is in `number`.
    """

    text: str
    place: Place
    style: str = ""
    raw: str = field(default="", repr=False)
    lines: tuple[str, ...] = field(default=(), repr=False)
    comment: Place | None = None
    number: Decimal | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing at all stands here (a quoted empty text is something)."""
        return self.style == "" and self.text == ""


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list. `flow` when it is written in brackets."""

    items: tuple[Node, ...]
    place: Place
    flow: bool = False


@dataclass(frozen=True, slots=True)
class MappingEntry:
    """One key of a mapping and what it holds."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys and their values. `flow` when it is written in braces. Of a key that stands twice the first counts."""

    entries: tuple[MappingEntry, ...]
    place: Place
    flow: bool = False

    def get(self, key: str) -> MappingEntry | None:
        """The entry of that key, if there is one."""
        return next((entry for entry in self.entries if entry.key.text == key), None)


Node = Scalar | SequenceNode | MappingNode


def spell(path: Path) -> str:
    """A path as people write it: `statistics[0].label`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def find(root: Node, path: Path) -> Node | None:
    """What stands at a path, if anything does."""
    found = _entry(root, path)
    return found[1] if found else None


def place_of_key(root: Node, path: Path) -> Place | None:
    """Where the key (or the list item) at a path stands."""
    found = _entry(root, path)
    return found[0] if found else None


def walk(root: Node, path: Path = ()) -> Iterator[tuple[Path, Place, Node]]:
    """Every node below the root with its path and the place of its key or item."""
    if isinstance(root, MappingNode):
        for entry in root.entries:
            here = (*path, entry.key.text)
            yield here, entry.key.place, entry.value
            yield from walk(entry.value, here)
    elif isinstance(root, SequenceNode):
        for index, item in enumerate(root.items):
            yield (*path, index), item.place, item
            yield from walk(item, (*path, index))


def _entry(root: Node, path: Path) -> tuple[Place, Node] | None:
    place, node = root.place, root
    for part in path:
        if isinstance(node, MappingNode) and isinstance(part, str):
            entry = node.get(part)
            if entry is None:
                return None
            place, node = entry.key.place, entry.value
        elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            place = node.place
        else:
            return None
    return place, node
