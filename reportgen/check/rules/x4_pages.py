"""PDF/X-4 rules on pages: boxes, annotations, and what a print file must not carry (ISO 15930-7)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from reportgen.check import cos
from reportgen.check.document import Document
from reportgen.check.rule import Breach, RuleFamily, rule

_SLACK = 0.01
_PRINTERS_OWN = ("PrinterMark", "TrapNet")


def _trim(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        art, trim = cos.get(page.value, "ArtBox"), cos.get(page.value, "TrimBox")
        if art is None and trim is None:
            yield Breach("the page has neither TrimBox nor ArtBox", page.number)
        elif art is not None and trim is not None:
            yield Breach("the page has both a TrimBox and an ArtBox", page.number)
        if page.inherited("MediaBox") is None:
            yield Breach("the page has no MediaBox", page.number)
        for key in ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"):
            value = page.inherited(key) if key in ("MediaBox", "CropBox") else cos.get(page.value, key)
            box = cos.box(value)
            if value is not None and (box is None or box.area <= 0):
                yield Breach(f"{key} is no rectangle, or an empty one", page.number)


def _nested(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        known = [(key, cos.box(cos.get(page.value, key))) for key in ("TrimBox", "ArtBox", "BleedBox")]
        boxes = [(key, box) for key, box in known if box is not None] + [("MediaBox", page.media)]
        for (inner, small), (outer, large) in itertools.combinations(boxes, 2):
            if {inner, outer} != {"TrimBox", "ArtBox"} and not large.holds(small, _SLACK):
                yield Breach(f"{inner} reaches outside {outer}", page.number)
        crop = cos.box(page.inherited("CropBox"))
        if crop is not None and not page.media.holds(crop, _SLACK):
            yield Breach("CropBox reaches outside MediaBox", page.number)


def _annotations(document: Document) -> Iterator[Breach]:
    for page in document.pages:
        area = cos.box(cos.get(page.value, "BleedBox")) or page.trim
        for each in page.annotations:
            kind, box = (cos.name(cos.get(each, "Subtype")), cos.box(cos.get(each, "Rect")))
            if kind in _PRINTERS_OWN:
                continue
            met = None if box is None else box.shared(area)
            if box is None or (met is not None and (met.area > 0 or box.area == 0)):
                yield Breach(f"an annotation ({kind or 'of no kind'}) lies inside the BleedBox", page.number, box)


def _actions(document: Document) -> Iterator[Breach]:
    for kind in sorted(document.inventory.actions):
        if kind != "JavaScript":
            yield Breach(f"the file has an action ({kind})")
    if cos.get(document.root, "AA") is not None or any(cos.get(p.value, "AA") is not None for p in document.pages):
        yield Breach("the file has additional actions (AA)")


def _scripts(document: Document) -> Iterator[Breach]:
    if "JavaScript" in document.inventory.actions or cos.get(document.root, "Names", "JavaScript") is not None:
        yield Breach("the file has JavaScript")


def _forms(document: Document) -> Iterator[Breach]:
    fields = cos.elements(cos.get(document.root, "AcroForm", "Fields"), 10)
    widgets = any(cos.name(cos.get(a, "Subtype")) == "Widget" for p in document.pages for a in p.annotations)
    if fields or widgets or cos.get(document.root, "AcroForm", "XFA") is not None:
        yield Breach("the file has form fields")


def _media(document: Document) -> Iterator[Breach]:
    for kind in sorted(document.inventory.media):
        yield Breach(f"the file has sound, film or an attachment ({kind})")


def _attachments(document: Document) -> Iterator[Breach]:
    if document.inventory.embeds or cos.get(document.root, "Names", "EmbeddedFiles") is not None:
        yield Breach("a file is embedded in the file")


_X = RuleFamily.X4
RULES = (
    rule("x4.trim-box", "Every page has a TrimBox or an ArtBox, not both", "ISO 15930-7, bounding boxes", _trim, _X),
    rule("x4.boxes-nested", "Trim within bleed within media", "ISO 15930-7, bounding boxes", _nested, _X),
    rule("x4.annotation", "No annotation lies where it is printed", "ISO 15930-7, 6.17", _annotations, _X,
         hint="print the address instead of a live link"),
    rule("x4.action", "There are no actions", "ISO 15930-7, actions", _actions, _X),
    rule("x4.javascript", "There is no JavaScript", "ISO 15930-7, actions; ISO 19005-2, 6.5.1", _scripts, _X,
         RuleFamily.A2),
    rule("x4.form", "There are no form fields", "ISO 15930-7, annotations", _forms, _X),
    rule("x4.media", "There is no sound, film or attachment", "ISO 15930-7, 6.17; ISO 19005-2, 6.3.1", _media, _X,
         RuleFamily.A2),
    rule("x4.embedded-file", "No file is embedded", "ISO 15930-7, embedded files", _attachments, _X),
)  # fmt: skip
