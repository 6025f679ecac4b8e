"""What the blocks of a report consist of: texts, sources, pictures, figures and links, all found by one walk.

A block is a frozen dataclass with a `path`. Where a field is declared its metadata say what it holds; a field that says
nothing holds text for print, so that nothing new can be forgotten. Whoever has to know all of something that a report
holds asks `walk`: the sources at the foot, the words to cut, what must be read on the page, the lint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast

from reportgen.text.spans import Rich, Source, Span, notes_of, plain

T = TypeVar("T")

Steps = tuple[str | int, ...]
"""The way to something within a report: fields, keys of mappings and indices of lists."""

_HOLDS = "holds"
PROSE = {_HOLDS: "prose"}
"""Metadata of a field: text for print that its author can shorten when a page is too long."""
FIXED = {_HOLDS: "fixed"}
"""Text for print, of which nothing can be shortened."""
UNPRINTED = {_HOLDS: "unprinted"}
"""Nothing that is set as text beside others: it is drawn in a figure, or heard in place of a picture."""
INTERNAL = {_HOLDS: "internal"}
"""For the program alone: no reader of the page meets it."""
FIGURE = {_HOLDS: "figure"}
"""The kind of the block's figure, if it has one."""
ADDRESS = {_HOLDS: "address"}
"""Where a link leads to."""
WORDS = {_HOLDS: "words"}
"""Of a value such as a number: how it is printed. It counts as the text of the field that holds the value."""


def unless(key: str) -> dict[str, str]:
    """Metadata to add: the field is not printed in a block that has something in its field `key`."""
    return {"unless": key}


def set_with(key: str) -> dict[str, str]:
    """Metadata to add: the field is set in one paragraph with the field `key`, which has the place of both."""
    return {"set with": key}


LABELS = {"set with": ""}
"""Metadata to add: what the field holds is drawn as labels of its block's figure."""


@dataclass(frozen=True, slots=True)
class BlockText:
    """A text for print. `key` is the field that holds it, of the block at the path `block`, "" for the report itself.

    `at` are the steps to it, and `prose` says whether it can be shortened. `home` is the path of the paragraph that it
    is set in, as a page names it; that of the block itself, for the labels of its figure.
    """

    block: str
    key: str
    at: Steps
    paragraphs: tuple[Rich, ...]
    prose: bool
    home: str = ""

    @property
    def path(self) -> str:
        """Its own path, as `Report.place_of` knows it."""
        return f"{self.block}.{self.key}" if self.block else self.key

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(plain(rich).split()) for rich in self.paragraphs)


@dataclass(frozen=True, slots=True)
class BlockSource:
    """The source that a block or a text of the report names, or one of the report's list, whose `block` is ""."""

    block: str
    source: Source


@dataclass(frozen=True, slots=True)
class BlockPicture:
    """That a block has a picture."""

    block: str


@dataclass(frozen=True, slots=True)
class BlockFigure:
    """That a block has a figure."""

    block: str


@dataclass(frozen=True, slots=True)
class BlockLink:
    """An address that a block leads to."""

    block: str
    url: str


Element = BlockText | BlockSource | BlockPicture | BlockFigure | BlockLink


def walk(value: object) -> Iterator[Element]:
    """All that a report, or any block of it, holds, in the order of its fields."""
    return _elements(value, _Held("", "", "", (), ""))


def blocks_in(value: Any, at: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Every block within a report or a block, with the steps to it; one that holds others stands before them."""
    held: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, tuple):
        held = enumerate(value)
    elif is_dataclass(value):
        if at and isinstance(getattr(value, "path", None), str):
            yield at, value
        inside = (name for name, holds, *_ in _described(value.__class__) if holds not in _NOT_SET)
        held = ((name, getattr(value, name)) for name in inside)
    elif isinstance(value, Mapping):
        held = value.items()
    for step, item in held:
        if not isinstance(item, _NO_BLOCKS):
            yield from blocks_in(item, (*at, step))


_NO_TEXT = ("path", "language")
_NOT_SET = ("unprinted", "internal", "figure")
_NO_BLOCKS = (str, bytes, int, float, type(None), Span, Source)
"""What holds no block, and is not gone into: it is most of a report."""


def all_texts(value: Any) -> list[tuple[str, str]]:
    """Every text that a reader of the page may meet, set, drawn or heard, each with the path of what holds it.

    A field is left out only where its declaration says that it is for the program alone, so none can be forgotten.
    """
    found: list[tuple[str, str]] = []
    _gather(value, "", found)
    return found


def _gather(value: Any, path: str, into: list[tuple[str, str]]) -> None:
    if isinstance(value, str):
        into.append((path, value))
    elif isinstance(value, tuple):
        for item in value:
            _gather(item, path, into)
    elif isinstance(value, Mapping):
        for item in value.values():
            _gather(item, path, into)
    elif (names := _met(value.__class__)) is not None:
        own = getattr(value, "path", None)
        block = own if isinstance(own, str) else path
        for name in names:
            held = getattr(value, name)
            if held:
                inner = f"{block}.{name}" if block else name
                _gather(held, inner if isinstance(own, str) or not block else path, into)


@cache
def _met(kind: Any) -> tuple[str, ...] | None:
    """The fields of a class that a reader may meet, None of what is no dataclass. (Any: for mypy.)"""
    fields_of: Any = kind
    if not is_dataclass(kind):
        return None
    return tuple(name for name, holds, *_ in _described(fields_of) if holds not in ("internal", "figure", "address"))


def changed(value: T, at: Steps, change: Callable[[Any], Any]) -> T:
    """A frozen value in which what stands at the steps `at` is what `change` makes of it."""
    if not at:
        return cast("T", change(value))
    step, rest = at[0], at[1:]
    found: Any = value
    match found:
        case tuple():
            index = int(step)
            return cast("T", (*found[:index], changed(found[index], rest, change), *found[index + 1 :]))
        case Mapping():
            return cast("T", {**found, step: changed(found[step], rest, change)})
        case _:
            return cast("T", replace(found, **{str(step): changed(getattr(found, str(step)), rest, change)}))


def left_out(value: T, at: Steps) -> T:
    """A frozen value without what stands at the steps `at`."""
    last = at[-1]

    def shorter(holder: Any) -> Any:
        match holder:
            case tuple():
                return (*holder[: int(last)], *holder[int(last) + 1 :])
            case Mapping():
                return {key: item for key, item in holder.items() if key != last}
            case _:
                return replace(holder, **{str(last): None})

    return changed(value, at[:-1], shorter)


class _Held(NamedTuple):
    """Where the walk is: in which block, under which key, in the paragraph of which field, and by which steps."""

    block: str
    key: str
    home: str
    at: Steps
    holds: str
    labels: bool = False

    def step(self, step: str | int) -> _Held:
        return _Held(self.block, self.key, self.home, (*self.at, step), self.holds, self.labels)

    def under(self, key: str, home: str, holds: str) -> _Held:
        """One step on, to what stands under a key of its own."""
        at = (*self.at, key)
        if self.labels or not home:
            return _Held(self.block, key, self.home if self.labels else self.block, at, holds, True)
        return _Held(self.block, key, f"{self.block}.{home}" if self.block else home, at, holds)


def _elements(value: Any, here: _Held) -> Iterator[Element]:
    block, paragraphs = here.block, _paragraphs(value)
    if paragraphs:
        yield BlockText(block, here.key, here.at, paragraphs, here.holds == "prose", here.home)
        yield from (BlockLink(block, span.url) for rich in paragraphs for span in rich if span.url)
        yield from (BlockSource(block or here.key, source) for rich in paragraphs for source in notes_of(rich))
        return
    match value:
        case bytes():
            yield BlockPicture(block)
        case Source():
            yield BlockSource(block, value)
        case tuple():
            for index, item in enumerate(value):
                yield from _elements(item, here.step(index))
        case Mapping():
            for name, item in value.items():
                yield from _elements(item, here.under(name, name, here.holds))
        case _ if is_dataclass(value):
            yield from _of_fields(value, here)


def _of_fields(value: Any, here: _Held) -> Iterator[Element]:
    own, outer = getattr(value, "path", None), here.holds
    if isinstance(own, str):
        here = _Held(own, here.key, here.home, here.at, outer, here.labels)
    block = here.block
    for name, holds, other, home in _described(value.__class__):
        held = getattr(value, name)
        if held is None or held == () or (other and getattr(value, other)):
            continue
        match holds:
            case "unprinted" | "internal":
                pass
            case "figure":
                yield from (BlockFigure(block),) if held else ()
            case "address":
                yield from (BlockLink(block, held),) if held else ()
            case "words":
                yield from _elements(held, here.step(name))
            case _:
                yield from _elements(held, here.under(name, home, outer if outer == "fixed" else holds))


def _paragraphs(value: Any) -> tuple[Rich, ...]:
    """A text as paragraphs: a string, a paragraph of spans or several of them; () of what is no text, or empty."""
    if isinstance(value, str):
        return ((Span(value),),) if value else ()
    if not isinstance(value, tuple) or not value:
        return ()
    if isinstance(value[0], Span):
        return (value,)
    return value if isinstance(value[0], tuple) and value[0] and isinstance(value[0][0], Span) else ()


@cache
def _described(kind: Any) -> tuple[tuple[str, str, str, str], ...]:
    """The fields of a class that may hold something: name, what it holds, what takes its place, which it is set with.

    (Any: for mypy.)
    """
    found = (
        (
            each.name,
            *(each.metadata.get(key, "") for key in (_HOLDS, "unless")),
            each.metadata.get("set with", each.name),
        )
        for each in fields(kind)
    )
    return tuple(each for each in found if each[0] not in _NO_TEXT)
