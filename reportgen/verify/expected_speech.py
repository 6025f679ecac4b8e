"""What a report says: every text that a reader must find on its page, each as often as it is said.

It goes through the values themselves, field by field, so that a new block cannot be forgotten: a text is to be printed
unless its field is listed here as one that is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from reportgen.content.field_reader import shown_url
from reportgen.content.report import Datum, Report, Source, Statistic
from reportgen.text.spans import Span, plain

UNPRINTED = frozenset(
    (
        *("file", "brand", "places", "warnings", "order", "page", "allowed"),
        *("language", "intro_language", "closing_language"),
        "Report.text",  # the file itself
        *("path", "id", "alt", "url", "kind", "data", "icon", "figure", "form", "why", "width", "symbol"),
        "name",  # of a place or a number: for who listens
        "source",  # of a block: its number is set there, and its text once in the list of sources
    )
)
"""Fields that are not for print, of every kind of block or, `Report.text`, of one."""

DRAWN = frozenset(
    (
        *("sets", "areas", "emphasised", "since", "whole_label", "boundary", "locator"),
        *("Guide.datum", "Guide.until", "Break.label"),
    )
)
"""Fields that figures are drawn from. A figure says by its labels what of them is drawn, and each is looked for.

The labels of guides and the notes on breaks are not among them: whoever reads the figure must find them.
"""

TITLED = frozenset(("datum", "label"))
"""What is not set beside a figure that has a title: the title is its label, and the number stands in the figure."""


@dataclass(frozen=True, slots=True)
class ExpectedText:
    """A text of the report; `block` is the path of the block that it belongs to and `key` its field there."""

    block: str
    key: str
    text: str

    @property
    def source(self) -> str:
        """Its own path."""
        return f"{self.block}.{self.key}" if self.block else self.key


@dataclass(frozen=True, slots=True)
class ExpectedSpeech:
    """All that a report says: its texts, the blocks with a picture or a figure, the addresses behind its links."""

    texts: tuple[ExpectedText, ...]
    pictures: tuple[str, ...]
    figures: tuple[str, ...]
    addresses: tuple[str, ...]


def expected_speech(report: Report) -> ExpectedSpeech:
    """Every text of `report` that is to be printed, each as often as it is said."""
    texts: list[ExpectedText] = []
    others: dict[str, list[str]] = {"picture": [], "figure": [], "url": []}
    for one in _walk(report, "", ""):
        if isinstance(one, ExpectedText):
            texts += [one] if one.text else []
        else:
            others[one[0]].append(one[1])
    addresses = tuple(shown_url(url) for url in dict.fromkeys(others["url"]))
    return ExpectedSpeech(tuple(texts), tuple(others["picture"]), tuple(others["figure"]), addresses)


_Found = ExpectedText | tuple[str, str]
"""A text; or what else is met and where: a "picture" or a "figure" of a block, the "url" of a link."""


def _walk(value: Any, block: str, key: str) -> Iterator[_Found]:
    match value:
        case str():
            yield ExpectedText(block, key, value)
        case Datum():
            yield ExpectedText(block, key, value.text)
        case Source():
            yield from _walk(value.rich or value.text, block, key)
        case tuple() if value and isinstance(value[0], Span):
            yield ExpectedText(block, key, plain(value))
            yield from (("url", span.url) for span in value if span.url)
        case tuple():
            for item in value:
                yield from _walk(item, block, key)
        case Mapping():
            for item in value.values():
                yield from _walk(item, block, key)
        case _ if is_dataclass(value):
            yield from _of_block(value, block)


def _of_block(value: Any, block: str) -> Iterator[_Found]:
    own = getattr(value, "path", None)
    block = own if isinstance(own, str) else block
    if isinstance(getattr(value, "data", None), bytes):
        yield "picture", block
    if isinstance(value, Statistic) and value.figure:
        yield "figure", block
    left_out = TITLED if isinstance(value, Statistic) and value.title else frozenset()
    for name in _printed(value.__class__):
        if name not in left_out:
            yield from _walk(getattr(value, name), block, name)


@cache
def _printed(kind: type) -> tuple[str, ...]:
    """The fields of a kind of block that are for print."""
    names = [one.name for one in fields(kind)]
    return tuple(name for name in names if not {name, f"{kind.__name__}.{name}"} & (UNPRINTED | DRAWN))
