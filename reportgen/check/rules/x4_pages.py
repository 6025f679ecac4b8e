"""PDF/X-4 rules on pages: boxes, annotations, and what a print file must not carry (ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.check import object_access
from reportgen.check.document import Document
from reportgen.check.rule import Found, RuleFamily, rule

_SLACK = 0.01
_PRINTERS_OWN = ("PrinterMark", "TrapNet")


def _trim(document: Document) -> Iterator[Found]:
    for page in document.pages:
        art, trim = object_access.get(page.value, "ArtBox"), object_access.get(page.value, "TrimBox")
        if art is None and trim is None:
            yield Found("the page has neither TrimBox nor ArtBox", page.number)
        elif art is not None and trim is not None:
            yield Found("the page has both a TrimBox and an ArtBox", page.number)
        if page.inherited("MediaBox") is None:
            yield Found("the page has no MediaBox", page.number)
        for key in ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"):
            value = page.inherited(key) if key in ("MediaBox", "CropBox") else object_access.get(page.value, key)
            box = object_access.box(value)
            if value is not None and (box is None or box.area <= 0):
                yield Found(f"{key} is no rectangle, or an empty one", page.number)


def _nested(document: Document) -> Iterator[Found]:
    for page in document.pages:
        known = [
            (key, object_access.box(object_access.get(page.value, key))) for key in ("TrimBox", "ArtBox", "BleedBox")
        ]
        boxes = [(key, box) for key, box in known if box is not None] + [("MediaBox", page.media)]
        for (inner, small), (outer, large) in (
            (boxes[i], boxes[j]) for i in range(len(boxes)) for j in range(i + 1, len(boxes))
        ):
            if {inner, outer} != {"TrimBox", "ArtBox"} and not large.holds(small, _SLACK):
                yield Found(f"{inner} reaches outside {outer}", page.number)
        crop = object_access.box(page.inherited("CropBox"))
        if crop is not None and not page.media.holds(crop, _SLACK):
            yield Found("CropBox reaches outside MediaBox", page.number)


def _annotations(document: Document) -> Iterator[Found]:
    for page in document.pages:
        area = object_access.box(object_access.get(page.value, "BleedBox")) or page.trim
        for each in page.annotations:
            kind, box = (
                object_access.name(object_access.get(each, "Subtype")),
                object_access.box(object_access.get(each, "Rect")),
            )
            if kind in _PRINTERS_OWN:
                continue
            met = None if box is None else box.shared(area)
            if box is None or (met is not None and (met.area > 0 or box.area == 0)):
                yield Found(f"an annotation ({kind or 'of no kind'}) lies inside the BleedBox", page.number, box)


def _actions(document: Document) -> Iterator[Found]:
    for kind in sorted(document.census.actions):
        if kind != "JavaScript":
            yield Found(f"the file has an action ({kind})")
    if object_access.get(document.root, "AA") is not None or any(
        object_access.get(p.value, "AA") is not None for p in document.pages
    ):
        yield Found("the file has additional actions (AA)")


def _scripts(document: Document) -> Iterator[Found]:
    if "JavaScript" in document.census.actions or object_access.get(document.root, "Names", "JavaScript") is not None:
        yield Found("the file has JavaScript")


def _forms(document: Document) -> Iterator[Found]:
    fields = object_access.elements(object_access.get(document.root, "AcroForm", "Fields"), 10)
    widgets = any(
        object_access.name(object_access.get(a, "Subtype")) == "Widget" for p in document.pages for a in p.annotations
    )
    if fields or widgets or object_access.get(document.root, "AcroForm", "XFA") is not None:
        yield Found("the file has form fields")


def _media(document: Document) -> Iterator[Found]:
    for kind in sorted(document.census.media):
        yield Found(f"the file has sound, film or an attachment ({kind})")


def _attachments(document: Document) -> Iterator[Found]:
    if document.census.embedded_files or object_access.get(document.root, "Names", "EmbeddedFiles") is not None:
        yield Found("a file is embedded in the file")


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
