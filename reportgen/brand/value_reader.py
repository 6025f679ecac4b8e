"""Reads single values of a brand file: text, numbers, lengths, colours; each with its problem when it is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportgen.colour.inks import parse_hex
from reportgen.geometry import Flex
from reportgen.problems import Place, Problem, did_you_mean
from reportgen.reading.located_tree import MappingEntry, MappingNode, Node, Scalar, SequenceNode
from reportgen.reading.quoting import take_apart


def named(block: MappingNode, key: str) -> MappingEntry | None:
    """The entry of a key of a brand file, where `output intent` may be written `output_intent` as well."""
    return block.get(key) or block.get(key.replace(" ", "_"))


class BrandReader:
    """Reads values and gathers what is wrong with them."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems

    def problem(self, code: str, message: str, place: Place, hint: str = "") -> None:
        """Note a problem."""
        self.problems.append(Problem(code, message, place, hint))

    def known_keys(self, block: MappingNode, known: Iterable[str]) -> None:
        """Report every key that is not among the known ones, with the nearest that is."""
        names = list(known)
        for entry in block.entries:
            if entry.key.text not in names and entry.key.text.replace("_", " ") not in names:
                hint = did_you_mean(entry.key.text, names)
                self.problem("unknown-key", f"unknown key `{entry.key.text}`", entry.key.place, hint)

    def entry(self, block: MappingNode, key: str) -> MappingEntry | None:
        """The entry of a key that has to be there."""
        entry = named(block, key)
        if entry is None:
            self.problem("missing", f"`{key}` is missing", block.place, f"add `{key}:`")
        return entry

    def block(self, block: MappingNode, key: str) -> MappingNode | None:
        """The block of a key that has to be there."""
        entry = self.entry(block, key)
        if entry and not isinstance(entry.value, MappingNode):
            self.problem("type", f"`{key}` has to be a block of keys", entry.key.place, "indent its keys under it")
        if entry is None or not isinstance(entry.value, MappingNode):
            return None
        return replace(entry.value, place=entry.key.place)  # what is missing in it is reported where it begins

    def text(self, block: MappingNode, key: str) -> str | None:
        """The text of a key that has to be there."""
        entry = self.entry(block, key)
        if entry and (not isinstance(entry.value, Scalar) or not entry.value.text.strip()):
            self.problem("type", f"`{key}` has to be a text", entry.key.place)
        return entry.value.text if entry and isinstance(entry.value, Scalar) else None

    def number(
        self, block: MappingNode, key: str, bounds: tuple[float, float], default: float | None = None
    ) -> float | None:
        """The number of a key; the default when it may be missing."""
        if default is not None and block.get(key) is None:
            return default
        entry = self.entry(block, key)
        return self.as_number(entry.value, f"`{key}`", bounds) if entry else None

    def as_number(self, node: Node, what: str, bounds: tuple[float, float]) -> float | None:
        """A value as a number within bounds."""
        try:
            value = float(node.text) if isinstance(node, Scalar) else float("nan")
        except ValueError:
            value = float("nan")
        if not bounds[0] <= value <= bounds[1]:
            given = f"`{node.text}`" if isinstance(node, Scalar) else "this"
            hint = f"write a number from {bounds[0]:g} to {bounds[1]:g}"
            self.problem("number", f"{given} is no measure for {what}", node.place, hint)
            return None
        return value

    def numbers(
        self, node: Node, count: int, bounds: tuple[float, float], what: str, like: str
    ) -> tuple[float, ...] | None:
        """A list of `count` numbers within bounds; `like` shows one."""
        if not isinstance(node, SequenceNode) or len(node.items) != count:
            needs = f"{count} numbers" if count > 1 else "a list of numbers"
            self.problem("number", f"{what} needs {needs}", node.place, f"write it like {like}")
            return None
        found = [self.as_number(item, what, bounds) for item in node.items]
        return tuple(value for value in found if value is not None) if None not in found else None

    def flex(self, node: Node, key: str, unit: float) -> Flex | None:
        """The least, normal and most of a length, in units of `unit` pt."""
        found = self.numbers(node, 3, (0, 1000), f"`{key}`", "[3, 4, 6]")
        if found is None:
            return None
        if not found[0] <= found[1] <= found[2]:
            self.problem("number", f"`{key}` has to rise from least to most", node.place, "write it like [3, 4, 6]")
            return None
        return Flex(found[0] * unit, found[1] * unit, found[2] * unit)

    def _is_told(self, node: Node) -> bool:
        """Whether the reader of YAML has told already what is wrong with a value."""
        here = (node.place.line, node.place.column)
        return any((each.place.line, each.place.column) == here for each in self.problems if each.code == "yaml")

    def flag(self, block: MappingNode, key: str) -> bool:
        """A yes or no, no when it is missing."""
        entry = block.get(key)
        if entry is None:
            return False
        text = entry.value.text if isinstance(entry.value, Scalar) else ""
        if text not in ("yes", "no", "true", "false"):
            self.problem("flag", f"`{key}` is yes or no", entry.value.place, "write `yes` or `no`")
        return text in ("yes", "true")

    def colour(self, node: Node) -> tuple[int, int, int] | None:
        """A colour as #RRGGBB."""
        text = node.text if isinstance(node, Scalar) else ""
        found = parse_hex(text)
        if found is None and isinstance(node, Scalar) and node.comment and not self._is_told(node):
            hint = take_apart(node.comment.excerpt).hint
            self.problem("cut", "the colour is cut off, because `#` begins a comment", node.comment, hint)
        elif found is None and not self._is_told(node):
            self.problem(
                "colour", f"`{text}` is no colour", node.place, 'write six digits in quotation marks, like "#14213D"'
            )
        return found
