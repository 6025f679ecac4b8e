"""A paragraph as spans: stretches of text that are set alike."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text. `keep` forbids a break within it (a formatted number and its unit).

    `within` says what it is part of, outermost first, each a structure type and a number: `("Note 2", "Lbl 2")`.
    `notes` are the sources that what stands before it comes from: layout sets their marks here, and it has no text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""
    keep: bool = False
    within: tuple[str, ...] = ()
    notes: tuple[Source, ...] = ()

    def __hash__(self) -> int:
        """That of the text, which a string remembers: spans are keys of all that was set."""
        return hash(self.text)


Rich = tuple[Span, ...]
"""One paragraph."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where something comes from; equal texts are one source. `path` is where a report names it first."""

    text: str
    rich: Rich = ()
    path: str = field(default="", compare=False)

    @property
    def paragraph(self) -> Rich:
        """Its text as it is set."""
        return self.rich or (Span(self.text),)


def noted(rich: Rich, sources: tuple[Source, ...]) -> Rich:
    """A paragraph with a place behind it for the marks of its sources."""
    return (*rich, Span("", notes=sources)) if sources else rich


def notes_of(rich: Rich) -> tuple[Source, ...]:
    """The sources that a paragraph has marks of, in order."""
    return tuple(source for span in rich for source in span.notes)


def plain(rich: Rich) -> str:
    """The characters of a paragraph, without its marks."""
    return "".join(span.text for span in rich)
