"""PDF/A-2 rules that need no validator: identification, header, what it must not depend on (ISO 19005-2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.check import cos
from reportgen.check.document import Document
from reportgen.check.rule import Breach, RuleFamily, rule
from reportgen.check.xmp_properties import PDFA_ID

_FORBIDDEN = (
    "Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState", "Rendition", "Trans", "GoTo3DView",
)  # fmt: skip
_FIRST_LINE = re.compile(rb"%PDF-1\.\d[ \t]*(?:\r\n|\r|\n)")
_BINARY = re.compile(rb"%[\x80-\xff]{4}")
_PRINTED = 4
_UNSEEN = 1 | 2 | 32


def _claim(document: Document) -> Iterator[Breach]:
    part, level = document.xmp.get(PDFA_ID, "part"), document.xmp.get(PDFA_ID, "conformance")
    if part not in ("1", "2", "3", "4"):
        yield Breach(f"XMP says {part or 'nothing'} where `pdfaid:part` should say 2")
    elif part != "4" and level not in ("A", "B", "U"):
        yield Breach(f"XMP says {level or 'nothing'} where `pdfaid:conformance` should say A, B or U")


def _header(document: Document) -> Iterator[Breach]:
    """A line ends in a carriage return, a line feed or both (ISO 32000-1, 7.2.3)."""
    if document.pdf is None:
        return
    found = _FIRST_LINE.match(document.data)
    if found is None:
        yield Breach("the file does not begin with %PDF-1 and a digit")
    elif not _BINARY.match(document.data, found.end()):
        yield Breach(
            "the second line is no comment of four bytes above 127, which tells a mailer that the file is binary"
        )


def _actions(document: Document) -> Iterator[Breach]:
    for kind in _FORBIDDEN:
        if kind in document.inventory.actions:
            yield Breach(f"the file has an action that depends on something else ({kind})")
    if cos.get(document.root, "AA") is not None:
        yield Breach("the catalogue has additional actions (AA)")


def _annotation_flags(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        for each in page.annotations:
            flags = cos.integer(cos.get(each, "F")) or 0
            kind = cos.name(cos.get(each, "Subtype"))
            if kind != "Popup" and (not flags & _PRINTED or flags & _UNSEEN):
                yield Breach(f"an annotation ({kind}) is not printed, or is hidden (F {flags})", page.number)


def _layers(document: Document) -> Iterator[Breach]:
    found = cos.get(document.root, "OCProperties", "D")
    if found is not None and not cos.text(cos.get(found, "Name")):
        yield Breach("a setting of layers has no name")


_A = RuleFamily.A2
RULES = (
    rule("a2.claim", "XMP says which part and level of PDF/A", "ISO 19005-2, 6.6.4", _claim, _A),
    rule("a2.header", "The header says that the file is binary", "ISO 19005-2, 6.1.2", _header, _A),
    rule("a2.action", "No action depends on anything outside", "ISO 19005-2, 6.5.1", _actions, _A),
    rule("a2.annotation-flags", "Annotations are printed", "ISO 19005-2, 6.3.2", _annotation_flags, _A),
    rule("a2.layers", "Settings of layers have names", "ISO 19005-2, 6.9", _layers, _A),
)  # fmt: skip
