"""Reads a YAML text into a located tree of scalars as they are written, with every problem of reading it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from reportgen.problems import Place, Problem
from reportgen.reading.flow_mending import mended
from reportgen.reading.located_tree import MappingEntry, MappingNode, Node, Scalar, SequenceNode
from reportgen.reading.quoting import needs_marks, quote, take_apart
from reportgen.reading.yaml_errors import LOADER, LONGEST_EXCERPT, LONGEST_KEY, ErrorPlace, explain, problem_at

_BEGIN = "begin with a line like `title: A year of building`"
LARGEST = 1_000_000
DEEPEST = 12
MOST_VALUES = 3000

# Control characters, line ends that only some programs know (U+0085, U+2028, U+2029), and what is no character.
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
# An anchor before what cannot be the rest of a text: a colour, brackets, marks, a block below, or nothing.
_ANCHOR = re.compile(r"""(?P<sign>[&!])(?P<name>[\w-]+)[ \t]*(?P<value>#[0-9A-Fa-f]{3,8}\b|[{\["']|$)""")
# Behind the last entry on a line, or the bracket: a comment that looks like one more.
_LOST = re.compile(r"[^#]*?[\[,][ \t]*(?P<lost>#[^\s,#]+)")
_COMMENT = re.compile(r"[ \t]+#")
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file: the tree, if it has one, the problems, and the text that was read."""

    root: MappingNode | None
    problems: tuple[Problem, ...]
    text: str = ""


def decode(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The characters of a file, without a byte order mark; a problem if they are not UTF-8."""
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        good = _line_ends(data[: error.start].decode("utf-8", "replace").removeprefix("\ufeff"))
        line, column = good.count("\n"), len(good) - good.rfind("\n") - 1
        rest = _line_ends(data[error.start :][:LONGEST_EXCERPT].decode("utf-8", "replace")).partition("\n")[0]
        excerpt = _visible(good[len(good) - column :] + rest)
        place = Place(file, line + 1, column + 1, 1, excerpt if len(excerpt) <= LONGEST_EXCERPT else "")
        return "", (Problem("encoding", "the file is not UTF-8 text", place, "save it as UTF-8"),)


def read_yaml(text: str, file: str) -> Reading:
    """The tree of a YAML text. Nothing is raised: whatever is wrong is among the problems.

    Letters with accents are single characters where Unicode has them (NFC), whatever they are in the file.
    """
    text = composed(_line_ends(text.removeprefix("\ufeff")))
    lines = tuple(text.split("\n"))
    refused = _refuse(text, lines, file)
    if refused:
        return Reading(None, refused)
    builder = _TreeBuilder(text, lines, file)
    try:
        root = builder.build(yaml.parse(text, Loader=LOADER))
    except yaml.YAMLError as error:
        problem = _too_much_before(error, text, lines, file) or explain(error, lines, file)
        return Reading(None, (*builder.problems, problem))
    except _TooMuchError as end:
        return Reading(None, (*builder.problems, end.problem))
    return Reading(root, tuple(builder.problems), text)


def composed(text: str) -> str:
    """A text in NFC (Unicode 15, annex 15): what looks alike is alike."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def as_name(text: str) -> str:
    """A text by which something is known: in NFC, and every stretch of blanks in it, of whatever kind, one space."""
    return " ".join(composed(text).split())


def odd_character(text: str) -> str:
    """The first character that has no place in a text, as `U+0000`; "" when there is none."""
    found = _ODD.search(text)
    return f"U+{ord(found.group()):04X}" if found else ""


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _visible(text: str) -> str:
    return _ODD.sub("\N{REPLACEMENT CHARACTER}", text)


def _refuse(text: str, lines: tuple[str, ...], file: str) -> tuple[Problem, ...]:
    """What is wrong before YAML is asked: size, emptiness, characters that no author sees."""
    if len(text) > LARGEST:
        message = f"the file has {len(text):,} characters; no more than {LARGEST:,} are read"
        return (Problem("size", message, Place(file), "put tables of data into a file of their own"),)
    if not text.strip():
        return (Problem("empty", "the file is empty", Place(file), _BEGIN),)
    found = []
    for match in _ODD.finditer(text):
        line = text.count("\n", 0, match.start())
        column = match.start() - text.rfind("\n", 0, match.start()) - 1
        message = f"an invisible character (U+{ord(match.group()):04X}) stands here, which has no place in a text"
        excerpt = _visible(lines[line]) if len(lines[line]) <= LONGEST_EXCERPT else ""
        found.append(Problem("character", message, Place(file, line + 1, column + 1, 1, excerpt), "delete it"))
        if len(found) == 20:  # a binary file would have thousands
            break
    return tuple(found)


def _too_much_before(error: yaml.YAMLError, text: str, lines: tuple[str, ...], file: str) -> Problem | None:
    """The problem of a text that is too deep or too long already before the place of a YAML error.

    libyaml looks ahead: it may stop by itself, at a thousand brackets, before it has handed out the first of them.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        try:
            _TreeBuilder(text, lines, file).build(yaml.parse(text[: mark.index], Loader=LOADER))
        except _TooMuchError as end:
            return end.problem
        except yaml.YAMLError:
            return None
    return None


class _TooMuchError(Exception):
    """The file is deeper or longer than any report: reading ends."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


@dataclass
class _OpenNode:
    """A mapping or sequence that is still open."""

    event: Any
    nodes: list[Node] = field(default_factory=list)


class _TreeBuilder:
    """Makes nodes of libyaml's events, without recursion."""

    def __init__(self, text: str, lines: tuple[str, ...], file: str) -> None:
        self.text, self.lines, self.file = text, lines, file
        self.problems: list[Problem] = []
        self.values = 0

    def build(self, events: Iterable[Any]) -> MappingNode | None:
        """The block at the top, or None when something else is there."""
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._report("documents", "`---` begins a second document", "put it in a file of its own", event)
                    break
                root = self._document(iter(events))
        return self._top(root)

    def _document(self, events: Iterator[Any]) -> Node | None:
        stack: list[_OpenNode] = [_OpenNode(None)]
        for event in events:
            if isinstance(event, yaml.DocumentEndEvent):
                break
            if isinstance(event, _STARTS):
                self._odd_marks(event)
                self._check_depth(len(stack), event)
                stack.append(_OpenNode(event))
            elif isinstance(event, _ENDS):
                opened = stack.pop()
                node = self._mapping(opened) if isinstance(event, yaml.MappingEndEvent) else self._sequence(opened)
                stack[-1].nodes.append(node)
            else:
                self._check_number(event)
                stack[-1].nodes.append(self._leaf(event))
        return stack[0].nodes[0] if stack[0].nodes else None

    def _top(self, root: Node | None) -> MappingNode | None:
        if isinstance(root, MappingNode) and root.entries:
            return root
        if not self.problems:
            what = "begins with a list" if isinstance(root, SequenceNode) else "has no keys"
            place = root.place if root else Place(self.file)
            message = f"the file {what}; it should have lines of `key: text`"
            self.problems.append(Problem("top", message, place, _BEGIN))
        return None

    def _leaf(self, event: Any) -> Scalar:
        if isinstance(event, yaml.AliasEvent):
            self._marks_wanted(event)
            return Scalar("*" + str(event.anchor), self._place(event), "'")
        self._odd_marks(event)
        style = event.style or ""
        raw = self.text[event.start_mark.index : event.end_mark.index]
        broken = event.anchor is not None or event.tag is not None
        scalar = Scalar(
            composed(event.value), self._place(event), "'" if broken else style, raw, self.lines, self._comment(event)
        )
        odd = odd_character(event.value)
        if odd:
            message = f"this text holds an invisible character ({odd})"
            self._report("character", message, "delete it", event)
        return scalar

    def _mapping(self, opened: _OpenNode) -> MappingNode:
        entries: list[MappingEntry] = []
        seen: dict[str, Scalar] = {}
        for key, value in zip(opened.nodes[::2], opened.nodes[1::2], strict=True):
            problem = _wrong_key(key)
            if problem or not isinstance(key, Scalar):
                self.problems += [problem] if problem else []
                continue
            name = as_name(key.text)
            if name in seen:
                self.problems.append(_twice(seen[name], key))
            else:
                seen[name] = key
                entries.append(MappingEntry(key if key.text == name else replace(key, text=name), value))
        place = opened.nodes[0].place if opened.nodes else self._place(opened.event)
        return MappingNode(
            tuple(entries),
            self._place(opened.event) if opened.event.flow_style else place,
            opened.event.flow_style,
        )

    def _sequence(self, opened: _OpenNode) -> SequenceNode:
        if opened.event.flow_style:
            self._lost_entries(opened)
        return SequenceNode(tuple(opened.nodes), self._place(opened.event), opened.event.flow_style)

    def _lost_entries(self, opened: _OpenNode) -> None:
        """Entries of a list in brackets that `#` makes a comment; one that is meant has a space behind its `#`."""
        first = opened.event.start_mark.line
        last = max((node.place.line for node in opened.nodes), default=first + 1)
        for number in range(first, last):
            line = self.lines[number]
            start = opened.event.start_mark.column if number == first else 0
            ends = [node.place.column + node.place.width - 1 for node in opened.nodes if node.place.line == number + 1]
            found = _LOST.match(line, max([start, *ends]))
            if found:
                where = ErrorPlace(self.lines, number, found.start("lost"))
                lost = found["lost"].rstrip("]} ")
                message = f"YAML passes over `{lost}`: `#` begins a comment"
                hint = f"write `{quote(lost)}` if it belongs to the list, or `# {lost[1:]}` if it is a comment"
                self.problems.append(problem_at("cut", message, hint, where, self.file))

    def _check_depth(self, depth: int, event: Any) -> None:
        if depth > DEEPEST:
            message = f"this is nested {depth} levels deep; {DEEPEST} are the most"
            raise self._too_much("depth", message, "look for brackets that are not meant", event)

    def _check_number(self, event: Any) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            message = f"the file has more than {MOST_VALUES:,} keys and values"
            raise self._too_much("size", message, "put tables of data into a file of their own", event)

    def _too_much(self, code: str, message: str, hint: str, event: Any) -> _TooMuchError:
        where = ErrorPlace(self.lines, event.start_mark.line, event.start_mark.column)
        return _TooMuchError(problem_at(code, message, hint, where, self.file))

    def _odd_marks(self, event: Any) -> None:
        """A tag or an anchor: a text that begins with `!` or `&`."""
        if event.anchor is not None or event.tag is not None:
            self._marks_wanted(event)

    def _marks_wanted(self, event: Any) -> None:
        anchor = _anchor(
            self.lines[event.start_mark.line], event.start_mark.column, not isinstance(event, yaml.ScalarEvent)
        )
        if anchor:
            self._report("yaml", *anchor, event)
            return
        if isinstance(event, yaml.AliasEvent) and re.search(rf"&{re.escape(str(event.anchor))}\b", self.text):
            message = f"`*{event.anchor}` repeats what stands at `&{event.anchor}`, which is not read here"
            self._report("yaml", message, "write it out", event)
            return
        found = mended(self.lines[event.start_mark.line])
        if found and found.column == event.start_mark.column:
            self._report("yaml", needs_marks(found.cause), f"write `{found.line}`", event)
            return
        line = take_apart(self.lines[event.start_mark.line])
        mark = self.lines[event.start_mark.line][event.start_mark.column]
        hint = line.hint if line.column == event.start_mark.column + 1 else "put it in quotation marks"
        self._report("yaml", needs_marks(f"it begins with `{mark}`"), hint, event)

    def _report(self, code: str, message: str, hint: str, event: Any) -> None:
        self.problems.append(Problem(code, message, self._place(event), hint))

    def _comment(self, event: Any) -> Place | None:
        """The comment behind a plain scalar on its line."""
        if event.style:
            return None
        line, column = event.end_mark.line, event.end_mark.column
        excerpt = self.lines[line] if line < len(self.lines) else ""
        match = _COMMENT.match(excerpt, column)
        if not match:
            return None
        return Place(self.file, line + 1, match.end(), len(excerpt.rstrip()) - match.end() + 1, self._excerpt(line))

    def _place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        stop = end.column if end.line == start.line else len(line.rstrip())
        return Place(
            self.file, start.line + 1, start.column + 1, max(1, stop - start.column), self._excerpt(start.line)
        )

    def _excerpt(self, number: int) -> str:
        line = self.lines[number] if number < len(self.lines) else ""
        return line if len(line) <= LONGEST_EXCERPT else ""


def _anchor(line: str, column: int, block: bool) -> tuple[str, str] | None:
    """Message and hint for a value that a YAML anchor or tag stands before; None for a text that begins like one.

    Of nothing behind it on its line, a `block` stands below.
    """
    found = _ANCHOR.match(line, column)
    if not found or not (found["value"] or block):
        return None
    name, value = f"{found['sign']}{found['name']}", found["value"]
    do = f"write `{line[:column].strip()} {quote(value)}`" if value.startswith("#") else f"delete `{name}`"
    if found["sign"] == "!":
        return f"`{name}` says what kind of value follows, which is not read here", do
    told = f"`{name}` names what follows for use elsewhere, which is not read here"
    return told, f"{do}, and write the value out where `*{found['name']}` stands"


def _wrong_key(key: Node) -> Problem | None:
    """What is wrong with a key by itself."""
    if not isinstance(key, Scalar) or not key.text.strip() or "\n" in key.text:
        return Problem("key", "a key must be a word or two", key.place, "put a text in quotation marks")
    if len(key.text) > LONGEST_KEY:
        message = f"this key has {len(key.text):,} characters; {LONGEST_KEY:,} is the most"
        return Problem("key", message, key.place, "shorten it")
    if key.text == "<<":
        return Problem("key", "`<<` has no meaning here", key.place, "write the keys out")
    return None


def _twice(first: Scalar, second: Scalar) -> Problem:
    """Two keys of one mapping that are the same, or differ in their spaces alone."""
    lines = f"in line {first.place.line} and in line {second.place.line}"
    if first.text == second.text:
        return Problem("duplicate", f"key `{first.text}` stands twice: {lines}", second.place, "keep one")
    message = f"the keys `{first.text}` and `{second.text}` differ only in their spaces: {lines}"
    return Problem("duplicate", message, second.place, "rename one of them, or keep one")
