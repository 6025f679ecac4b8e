"""The problems of one report, gathered as its values are read; each is put where its value stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportgen.problems import Place, Problem, Severity
from reportgen.reading.located_tree import MappingNode, Path, Scalar, SequenceNode, find, place_of_key, spell
from reportgen.reading.positions import place_within
from reportgen.reading.quoting import needs_marks, take_apart

# What to write for a key that is missing.
_BY_COLUMN = {"unit": "units column by column belong to the table, under `data:`"}
"""Keys that are a text in most blocks, and by column where a table is named."""
_MISSING = {
    "boundary": "write `boundary: ` and the path of a GeoJSON file",
    "alt": "say in a sentence what the picture shows",
    "language": "write `language: en-GB`, or the tag of another language",
    "title": "write `title: ` and the title",
    "value": "write `value: ` and the number",
    "label": "write `label: ` and what the number counts",
    "series": "write `series: ` and its values, or `data: ` and the path of a CSV file",
    "file": "write `file: ` and the path of the picture",
    "data.file": "write `file: ` and the path of a CSV file",
    "from": "write `from: ` and the lower end of the range",
    "to": "write `to: ` and the upper end of the range",
    "url": "write `url: ` and the address",
    "who": "write `who: ` and who said it",
}


@dataclass
class ProblemLog:
    """Problems of a report whose tree is `root`.

    `unparsed` has line and column of the values that the reader has refused already.
    """

    root: MappingNode
    problems: list[Problem] = field(default_factory=list)
    unparsed: frozenset[tuple[int, int]] = frozenset()
    stand_ins: set[Path] = field(default_factory=set)

    def is_stand_in(self, path: Path) -> bool:
        """Whether what the model has at a path, or round it, only fills the gap of something wrong or missing."""
        return any(path[:length] in self.stand_ins for length in range(len(path) + 1))

    def at_value(self, code: str, message: str, path: Path, hint: str = "") -> None:
        """A problem with what stands at a path; if nothing stands there, with the block round it."""
        node = find(self.root, path)
        self.add(code, message, node.place if node else self.key_place(path), path, hint)

    def at_key(self, code: str, message: str, path: Path, hint: str = "") -> None:
        """A problem with a key, or with the block that lacks it."""
        self.add(code, message, self.key_place(path), path, hint)

    def warn_at_key(self, code: str, message: str, path: Path, hint: str = "") -> None:
        """A warning at a key, or at the block that lacks it."""
        self.problems.append(Problem(code, message, self.key_place(path), hint, Severity.WARNING))

    def within(self, code: str, message: str, path: Path, stretch: tuple[int, int], hint: str = "") -> None:
        """A problem with some characters of a text: an offset and a width."""
        node = find(self.root, path)
        if isinstance(node, Scalar):
            self.add(code, message, place_within(node, *stretch), path, hint)
        else:
            self.at_value(code, message, path, hint)

    def within_key(self, code: str, message: str, path: Path, stretch: tuple[int, int], hint: str = "") -> None:
        """A problem with some characters of a key: an offset and a width."""
        block = find(self.root, path[:-1])
        entry = block.get(path[-1]) if isinstance(block, MappingNode) and isinstance(path[-1], str) else None
        self.add(code, message, place_within(entry.key, *stretch) if entry else self.key_place(path), path, hint)

    def add(self, code: str, message: str, place: Place, path: Path, hint: str) -> None:
        """A problem at a place. What YAML could not read is told once, by the reader."""
        message = message.replace("\n", " ")
        if place.line == 0 and path:
            message = f"{spell(path)}: {message}"
        if (place.line, place.column) not in self.unparsed:
            self.problems.append(Problem(code, message, place, hint))

    def key_place(self, path: Path) -> Place:
        """Where a key stands; of a key that is missing, the block round it."""
        while path:
            place = place_of_key(self.root, path)
            if place is not None:
                return place
            path = path[:-1]
        return Place(self.root.place.file, self.root.place.line, self.root.place.column)

    def name(self, path: Path) -> str:
        """What to call the value at a path in a sentence."""
        return f"`{path[-1]}`" if path and isinstance(path[-1], str) else "this entry"

    def missing_key(self, block: Path, key: str) -> None:
        """A key that is not there, told at the block that lacks it; one without a value has been told already."""
        node = find(self.root, block)
        if isinstance(node, MappingNode) and node.get(key):
            return
        if not block:
            what = "the report"
        elif isinstance(block[-1], int) and len(block) > 1:
            what = f"this entry of `{spell(block[:-1])}`"
        else:
            what = f"`{spell(block)}`"
        hint = _MISSING.get(f"{block[0]}.{key}" if block else key, _MISSING.get(key, ""))
        self.at_key("missing-key", f"{what} has no key `{key}`", block, hint)

    def not_a_text(self, path: Path) -> None:
        """A list or a block where a text is wanted: as a rule a text that lacks its quotation marks."""
        node = find(self.root, path)
        name = self.name(path)
        if isinstance(node, SequenceNode | MappingNode) and node.place.excerpt:
            line = take_apart(node.place.excerpt)
            if isinstance(node, MappingNode) and path[-1] in _BY_COLUMN:
                self.at_value("type", f"{name} is one text here", path, _BY_COLUMN[str(path[-1])])
                return
            if node.flow and line.column == node.place.column:
                self.at_value("yaml", needs_marks(line.cause), path, line.hint)
                return
            if isinstance(node, MappingNode) and len(node.entries) == 1:
                self.at_value("yaml", needs_marks("it holds `: `"), path, _quoted_entry(path, node))
                return
        what = "a list" if isinstance(node, SequenceNode) else "a block of keys"
        self.at_value("type", f"{name} must be a text, and here stands {what}", path)


def _quoted_entry(path: Path, node: MappingNode) -> str:
    entry = node.entries[0]
    text = f"{entry.key.text}: {entry.value.text}" if isinstance(entry.value, Scalar) else entry.key.text
    key = f"{path[-1]}: " if isinstance(path[-1], str) else "- "
    return take_apart(f"{key}{text}").hint
