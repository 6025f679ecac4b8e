"""Reads a report that is a Python mapping into the same located tree as YAML, without lines and columns."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal

from reportgen.problems import Place, Problem
from reportgen.reading.located_tree import MappingEntry, MappingNode, Node, Path, Scalar, SequenceNode, spell
from reportgen.reading.yaml_reader import DEEPEST, LARGEST, Reading, as_name, composed, odd_character


def read_mapping(mapping: Mapping[str, object], file: str = "<dict>") -> Reading:
    """The tree of a mapping. Nothing is raised: whatever is wrong is among the problems."""
    reader = _DictReader(Place(file))
    root = reader.block(mapping, ())
    if not mapping:
        reader.problems.append(Problem("empty", "the report is empty", reader.place, "give at least `title`"))
    return Reading(root if mapping else None, tuple(reader.problems))


class _DictReader:
    def __init__(self, place: Place) -> None:
        self.place = place
        self.problems: list[Problem] = []

    def node(self, value: object, path: Path) -> Node:
        """One value. A refused one is left empty."""
        if len(path) > DEEPEST:
            return self._refuse(path, f"this is nested deeper than {DEEPEST} levels")
        if isinstance(value, Mapping):
            return self.block(value, path)
        if isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
            return SequenceNode(tuple(self.node(item, (*path, index)) for index, item in enumerate(value)), self.place)
        return self.scalar(value, path)

    def block(self, mapping: Mapping[str, object], path: Path) -> MappingNode:
        entries: list[MappingEntry] = []
        seen: dict[str, object] = {}
        for name, value in mapping.items():
            key = str(name) if isinstance(name, int) and not isinstance(name, bool) else name  # years, as YAML has them
            known = as_name(key) if isinstance(key, str) else ""
            if not known:
                self._refuse(path, f"the key {key!r} is not a text")
            elif odd_character(known):
                self._refuse(path, f"the key {key!r} holds an invisible character ({odd_character(known)})")
            elif known in seen:
                self._refuse(
                    path, f"the keys {seen[known]!r} and {name!r} are the same, but for their spaces or accents"
                )
            else:
                seen[known] = name
                entries.append(MappingEntry(self._text(known), self.node(value, (*path, known))))
        return MappingNode(tuple(entries), self.place)

    def scalar(self, value: object, path: Path) -> Scalar:
        """A value that holds no others."""
        if value is None:
            return Scalar("", self.place)
        if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
            return self._number(value, path)
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            value = value.isoformat()
        if not isinstance(value, str):
            return self._refuse(path, f"{type(value).__name__} is neither a text nor a number")
        if odd_character(value):
            return self._refuse(path, f"the text holds an invisible character ({odd_character(value)})")
        if len(value) > LARGEST:
            return self._refuse(path, f"the text has {len(value):,} characters; {LARGEST:,} is the most")
        return self._text(value)

    def _number(self, value: int | Decimal | float, path: Path) -> Scalar:
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        if not number.is_finite():
            return self._refuse(path, f"{value} is not a number to print")
        return Scalar(f"{number:f}" if abs(number.adjusted()) < 40 else str(number), self.place, "|", number=number)

    def _text(self, text: str) -> Scalar:
        return Scalar(composed(text), self.place, "|")

    def _refuse(self, path: Path, message: str) -> Scalar:
        self.problems.append(Problem("type", f"{spell(path)}: {message}" if path else message, self.place))
        return Scalar("0", self.place, "|")
