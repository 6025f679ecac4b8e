"""A paragraph as spans: stretches of text that are set alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text. `keep` forbids a break within it (a formatted number and its unit).

    `within` says what it is part of, outermost first, each a structure type and a number: `("Note 2", "Lbl 2")`.
    """

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""
    keep: bool = False
    within: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """That of the text, which a string remembers: spans are keys of all that was set."""
        return hash(self.text)


Rich = tuple[Span, ...]
"""One paragraph."""


def plain(rich: Rich) -> str:
    """The characters of a paragraph, without its marks."""
    return "".join(span.text for span in rich)
