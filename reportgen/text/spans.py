"""Spans: a paragraph as stretches of text that are set alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text. `keep` forbids a break within it (a formatted number and its unit)."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""
    keep: bool = False


Rich = tuple[Span, ...]
"""One paragraph."""


def plain(rich: Rich) -> str:
    """The characters of a paragraph, without its marks."""
    return "".join(span.text for span in rich)
