"""Rules for every file: that it opens, is whole, and that its content can be read."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.check.document import Document
from reportgen.check.rule import Breach, RuleFamily, rule
from reportgen.problems import Severity


def _opens(document: Document) -> Iterator[Breach]:
    if not document.fault:
        return
    if not document.data.strip():
        yield Breach("the file is empty")
    elif b"%PDF-" not in document.data[:1024]:
        yield Breach("this is not a PDF")
    elif b"%%EOF" not in document.data[-1024:]:
        yield Breach("the file is cut off: its end is missing")
    else:
        yield Breach(f"the file cannot be opened: {document.fault}")


def _whole(document: Document) -> Iterator[Breach]:
    if document.pdf is not None and not document.header:
        yield Breach("the file does not begin with %PDF and a version")
    for warning in document.warnings[:5]:
        if "extraneous whitespace" in warning:  # which every reader passes over, such as a line end of two bytes
            yield Breach(f"an offset is not exact: {warning}", severity=Severity.WARNING)
        else:
            yield Breach(f"the file is damaged: {warning}")


def _pages(document: Document) -> Iterator[Breach]:
    if document.pdf is not None and not document.pages:
        yield Breach("no page of the file can be read")


def _content(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        for fault in page.painted.faults:
            yield Breach(fault, page.number)
        for fault in page.painted.repairable:
            yield Breach(fault, page.number, severity=Severity.WARNING)


def _structure(document: Document) -> Iterator[Breach]:
    for fault in document.tree.faults:
        yield Breach(fault)


RULES = (
    rule("file.opens", "The file can be opened", "ISO 32000-1, 7.5", _opens, RuleFamily.FILE, hint="make it anew"),
    rule("file.damaged", "The file is whole", "ISO 32000-1, 7.5", _whole, RuleFamily.FILE, hint="make it anew"),
    rule("file.pages", "The file has pages", "ISO 32000-1, 7.7.3", _pages, RuleFamily.FILE, hint="make it anew"),
    rule("file.content", "Every page's content can be read", "ISO 32000-1, 7.8", _content, RuleFamily.FILE),
    rule("file.structure", "The structure tree is a tree", "ISO 32000-1, 14.7.2", _structure, RuleFamily.FILE),
)
